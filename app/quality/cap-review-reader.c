/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quality/cap-review-reader-private.h"

#include <string.h>

/* Takes the next part of a sentence. */
void
cap_review_reader_take (CapReviewReader *self,
                        char            *words)
{
  if (self->started)
    g_string_append (self->text, ", ");
  else if (self->text->len > 0)
    g_string_append_c (self->text, ' ');

  g_string_append (self->text, words);
  self->started = TRUE;
  g_free (words);
}

/* The same, which is only said when there is something to say. */
void
cap_review_reader_take_count (CapReviewReader *self,
                              guint            count,
                              char            *words)
{
  if (count > 0)
    cap_review_reader_take (self, words);
  else
    g_free (words);
}

/* Ends the sentence, if one was begun. */
void
cap_review_reader_end (CapReviewReader *self)
{
  if (self->started)
    g_string_append_c (self->text, '.');
  self->started = FALSE;
}

/* Says where that was read. */
void
cap_review_reader_point (CapReviewReader *self,
                         CapAddressKind   kind,
                         const char      *target)
{
  g_ptr_array_add (self->addresses, cap_address_new (kind, target));
}

void
cap_review_reader_point_list (CapReviewReader *self,
                              CapRegisterKind  kind)
{
  cap_review_reader_point (self, CAP_ADDRESS_REGISTER, cap_register_get (kind)->name);
}

gboolean
cap_review_reader_in_period (CapReviewReader *self,
                             const char      *date)
{
  return date != NULL && strcmp (date, self->since) > 0 && strcmp (date, self->date) <= 0;
}

gboolean
cap_review_reader_by_date (CapReviewReader *self,
                           const char      *date)
{
  return date != NULL && strcmp (date, self->date) <= 0;
}

/* Whether a day on which something was due is over. */
gboolean
cap_review_reader_is_past (CapReviewReader *self,
                           const char      *date)
{
  return date != NULL && strcmp (date, self->date) < 0;
}

/* How many lines have a date of the period in a field. */
guint
cap_review_reader_count (CapReviewReader *self,
                         CapRegisterKind  kind,
                         guint            field)
{
  const GPtrArray *records = self->dossier->registers[kind];
  guint count = 0;

  for (guint i = 0; i < records->len; i++)
    count += cap_review_reader_in_period (self, cap_record_get (g_ptr_array_index (records, i), field));

  return count;
}

guint
cap_review_reader_count_is (CapReviewReader *self,
                            CapRegisterKind  kind,
                            guint            field,
                            const char      *choice)
{
  const GPtrArray *records = self->dossier->registers[kind];
  guint count = 0;

  for (guint i = 0; i < records->len; i++)
    count += cap_record_is (g_ptr_array_index (records, i), field, choice);

  return count;
}

guint
cap_review_reader_count_past (CapReviewReader *self,
                              CapRegisterKind  kind,
                              guint            field)
{
  const GPtrArray *records = self->dossier->registers[kind];
  guint count = 0;

  for (guint i = 0; i < records->len; i++)
    count += cap_review_reader_is_past (self, cap_record_get (g_ptr_array_index (records, i), field));

  return count;
}
