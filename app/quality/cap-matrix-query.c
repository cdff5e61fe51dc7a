/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-text.h"
#include "quality/cap-matrix.h"

/* By the rank of the bit. */
static const struct
{
  const char *name;
  const char *label;
} words[CAP_N_MATRIX_FLAGS] = {
  { "no-evidence", N_("Without evidence") },
  { "no-document", N_("Without document") },
  { "open-finding", N_("Open finding") },
  { "core-below", N_("Core criterion below the minimum") },
  { "expired", N_("Evidence out of date") },
  { "excluded", N_("Does not apply") },
  { "wrongly-excluded", N_("May not be left out") },
};

static int
get_rank (CapMatrixFlags flag)
{
  return g_bit_nth_lsf (flag, -1);
}

/* Returns: the name of one flag in files, never translated */
const char *
cap_matrix_flag_to_name (CapMatrixFlags flag)
{
  g_return_val_if_fail (flag != 0 && get_rank (flag) < CAP_N_MATRIX_FLAGS, NULL);

  return words[get_rank (flag)].name;
}

const char *
cap_matrix_flag_get_label (CapMatrixFlags flag)
{
  g_return_val_if_fail (flag != 0 && get_rank (flag) < CAP_N_MATRIX_FLAGS, NULL);

  return gettext (words[get_rank (flag)].label);
}

/* Returns: how many rows have a flag */
guint
cap_matrix_count (const CapMatrix *self,
                  CapMatrixFlags   flag)
{
  guint count = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->rows->len; i++)
    count += (((CapMatrixRow *) g_ptr_array_index (self->rows, i))->flags & flag) != 0;

  return count;
}

/* The words of the query, each of which must be found; NULL when there are none. */
static GStrv
split_query (const char *query)
{
  g_auto(GStrv) words_of_query = g_strsplit_set (query != NULL ? query : "", " \t\n", -1);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) split = NULL;

  for (guint i = 0; words_of_query[i] != NULL; i++)
    {
      if (*words_of_query[i] != '\0')
        g_strv_builder_add (builder, words_of_query[i]);
    }
  split = g_strv_builder_end (builder);

  return split[0] != NULL ? g_steal_pointer (&split) : NULL;
}

static void
append_folded (GString    *text,
               const char *word)
{
  g_autofree char *folded = word != NULL ? cap_text_fold (word) : NULL;

  if (folded != NULL)
    g_string_append_printf (text, " %s", folded);
}

static void
append_criterion (GString            *text,
                  const CapCriterion *criterion)
{
  append_folded (text, criterion->code);
  append_folded (text, criterion->label);
}

static void
append_evidence (GString         *text,
                 const GPtrArray *evidence)
{
  for (guint i = 0; i < evidence->len; i++)
    {
      const CapEvidence *piece = g_ptr_array_index (evidence, i);
      g_autofree char *code = cap_evidence_dup_code (piece);

      append_folded (text, code);
      append_folded (text, piece->title);
    }
}

static void
append_records (GString         *text,
                const GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    {
      append_folded (text, cap_record_get_code (g_ptr_array_index (records, i)));
      append_folded (text, cap_record_get_title (g_ptr_array_index (records, i)));
    }
}

/* A number is that of a clause: “8.4” finds 8.4.1, and does not find 18.4. */
static gboolean
is_number (const char *word)
{
  return g_ascii_isdigit (*word) && strspn (word, "0123456789.") == strlen (word);
}

static gboolean
has_word (const char *text,
          const char *word)
{
  g_autofree char *folded = cap_text_fold (word);

  return strstr (text, folded) != NULL;
}

static char *
dup_row_text (const CapMatrixRow *row)
{
  GString *text = g_string_new (NULL);

  append_folded (text, cap_requirement_get_title (row->requirement));
  for (guint i = 0; i < row->criteria->len; i++)
    append_criterion (text, ((CapCriterionResult *) g_ptr_array_index (row->criteria, i))->criterion);
  append_records (text, row->documents);
  append_records (text, row->processes);
  append_evidence (text, row->evidence);

  return g_string_free (text, FALSE);
}

static gboolean
row_matches (const CapMatrixRow *row,
             GStrv               query)
{
  g_autofree char *text = NULL;

  for (guint i = 0; query != NULL && query[i] != NULL; i++)
    {
      if (is_number (query[i]))
        {
          if (!g_str_has_prefix (row->requirement->number, query[i]))
            return FALSE;
          continue;
        }

      text = text != NULL ? text : dup_row_text (row);
      if (!has_word (text, query[i]))
        return FALSE;
    }

  return TRUE;
}

/**
 * cap_matrix_filter:
 * @flags: those that a row must have, all of them; 0 for any
 * @query: (nullable): the beginning of a number, or words of the clause, of its
 *   criteria, documents or evidence
 *
 * Returns: (transfer container) (element-type CapMatrixRow): in order
 */
GPtrArray *
cap_matrix_filter (const CapMatrix *self,
                   CapMatrixFlags   flags,
                   const char      *query)
{
  GPtrArray *found = g_ptr_array_new ();
  g_auto(GStrv) split = split_query (query);

  g_return_val_if_fail (self != NULL, found);

  for (guint i = 0; i < self->rows->len; i++)
    {
      CapMatrixRow *row = g_ptr_array_index (self->rows, i);

      if ((row->flags & flags) == flags && row_matches (row, split))
        g_ptr_array_add (found, row);
    }

  return found;
}

/* What is to be said of a criterion: of its own evidence, level, and of its clauses. */
CapMatrixFlags
cap_matrix_criterion_get_flags (const CapMatrixCriterion *criterion)
{
  CapMatrixFlags flags = 0;

  g_return_val_if_fail (criterion != NULL, 0);

  for (guint i = 0; i < criterion->rows->len; i++)
    flags |= ((CapMatrixRow *) g_ptr_array_index (criterion->rows, i))->flags &
             (CAP_MATRIX_NO_DOCUMENT | CAP_MATRIX_OPEN_FINDING);
  if (criterion->result->state != CAP_CRITERION_NOT_APPLICABLE &&
      criterion->evidence->len == criterion->n_expired)
    flags |= CAP_MATRIX_NO_EVIDENCE;
  if (criterion->n_expired > 0)
    flags |= CAP_MATRIX_EXPIRED;
  if (criterion->below)
    flags |= CAP_MATRIX_CORE_BELOW;

  return flags;
}

static gboolean
is_about (const CapMatrixCriterion *criterion,
          const char               *number)
{
  for (guint i = 0; i < criterion->rows->len; i++)
    {
      const CapMatrixRow *row = g_ptr_array_index (criterion->rows, i);

      if (g_str_has_prefix (row->requirement->number, number))
        return TRUE;
    }

  return FALSE;
}

static gboolean
criterion_matches (const CapMatrixCriterion *criterion,
                   GStrv                     query)
{
  g_autoptr(GString) text = g_string_new (NULL);

  if (query == NULL)
    return TRUE;

  append_criterion (text, criterion->result->criterion);
  append_evidence (text, criterion->evidence);
  for (guint i = 0; i < criterion->rows->len; i++)
    append_folded (text, cap_requirement_get_title (((CapMatrixRow *)
                                                     g_ptr_array_index (criterion->rows, i))->requirement));

  for (guint i = 0; query[i] != NULL; i++)
    {
      if (is_number (query[i]) ? !is_about (criterion, query[i]) : !has_word (text->str, query[i]))
        return FALSE;
    }

  return TRUE;
}

/* Returns: (transfer container) (element-type CapMatrixCriterion): the same, by criterion */
GPtrArray *
cap_matrix_filter_criteria (const CapMatrix *self,
                            CapMatrixFlags   flags,
                            const char      *query)
{
  GPtrArray *found = g_ptr_array_new ();
  g_auto(GStrv) split = split_query (query);

  g_return_val_if_fail (self != NULL, found);

  for (guint i = 0; i < self->criteria->len; i++)
    {
      CapMatrixCriterion *criterion = g_ptr_array_index (self->criteria, i);

      if ((cap_matrix_criterion_get_flags (criterion) & flags) == flags &&
          criterion_matches (criterion, split))
        g_ptr_array_add (found, criterion);
    }

  return found;
}
