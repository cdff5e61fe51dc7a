/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/cap-redaction-outcome.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_LEFT 100

static void
free_file (CapSearchedFile *file)
{
  g_free (file->path);
  g_free (file);
}

CapRedactionOutcome *
cap_redaction_outcome_new (void)
{
  CapRedactionOutcome *self = g_new0 (CapRedactionOutcome, 1);

  self->files = g_ptr_array_new_with_free_func ((GDestroyNotify) free_file);
  self->left = g_ptr_array_new_with_free_func (g_free);
  self->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_personal_document_free);

  return self;
}

void
cap_redaction_outcome_free (CapRedactionOutcome *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->files);
  g_ptr_array_unref (self->left);
  g_ptr_array_unref (self->documents);
  g_free (self->problem);
  g_free (self);
}

void
cap_redaction_outcome_add_file (CapRedactionOutcome *self,
                                const char          *path,
                                gint64               size,
                                guint64              n_found)
{
  CapSearchedFile *file = g_new0 (CapSearchedFile, 1);

  file->path = g_strdup (path);
  file->size = size;
  file->n_found = n_found;
  g_ptr_array_add (self->files, file);
}

/* @reason: (transfer full): where something like it still is, in words; told once */
void
cap_redaction_outcome_add_left (CapRedactionOutcome *self,
                                char                *reason)
{
  if (self->left->len < MAX_LEFT &&
      !g_ptr_array_find_with_equal_func (self->left, reason, g_str_equal, NULL))
    g_ptr_array_add (self->left, reason);
  else
    g_free (reason);
}

/**
 * cap_redaction_outcome_take_text:
 * @document: one of the outcome, unread until now
 * @swaps: what was taken out
 * @text: what the file says, in UTF-8
 * @whole: whether that is all that it says
 *
 * What a document says within a format is not written again: that it still says it is told.
 */
void
cap_redaction_outcome_take_text (CapRedactionOutcome    *self,
                                 CapPersonalDocument    *document,
                                 const CapPersonalSwaps *swaps,
                                 const char             *text,
                                 gboolean                whole)
{
  const gsize size = strlen (text);
  const guint64 n = cap_personal_swaps_count_bytes (swaps, text, size, size, NULL);
  char *reason;

  document->reading = whole ? CAP_PERSONAL_READ : CAP_PERSONAL_READ_PARTLY;
  document->n_found += (guint) n;
  if (n == 0)
    return;

  reason = document->name == NULL
           ? g_strdup (_("In an older file, which is not written again: take its content out as a whole"))
           /* Translators: %s is the name of a file */
           : g_strdup_printf (_("In the file “%s”, which is not written again: take its content out as a"
                                " whole"), document->name);
  cap_redaction_outcome_add_left (self, reason);
}

/* Returns: whether it was searched everywhere, and nothing of it was found; files that a person has to open
 * are told apart */
gboolean
cap_redaction_outcome_is_clean (const CapRedactionOutcome *self)
{
  return self->problem == NULL && self->left->len == 0 && cap_redaction_outcome_get_found (self) == 0;
}

/* How many times something that should be gone was found in files. */
guint64
cap_redaction_outcome_get_found (const CapRedactionOutcome *self)
{
  guint64 n = 0;

  for (guint i = 0; i < self->files->len; i++)
    n += ((CapSearchedFile *) g_ptr_array_index (self->files, i))->n_found;

  return n;
}

/**
 * cap_redaction_outcome_dup_proof:
 *
 * Returns: (transfer full): a sentence: where it was searched, and what was found there
 */
char *
cap_redaction_outcome_dup_proof (const CapRedactionOutcome *self)
{
  const guint64 n_found = cap_redaction_outcome_get_found (self);
  gint64 size = 0;
  g_autofree char *bytes = NULL;
  g_autofree char *where = NULL;

  for (guint i = 0; i < self->files->len; i++)
    size += ((CapSearchedFile *) g_ptr_array_index (self->files, i))->size;
  bytes = g_format_size ((guint64) size);

  /* Translators: how many files, which decides on the form, and their size: “4.2 MB” */
  where = g_strdup_printf (ngettext ("Searched byte by byte in %1$u file (%2$s)",
                                     "Searched byte by byte in %1$u files (%2$s)", self->files->len),
                           self->files->len, bytes);
  if (n_found == 0 && !cap_redaction_outcome_is_clean (self))
    /* Translators: %s is where it was searched */
    return g_strdup_printf (_("%s: nothing found there."), where);
  if (n_found == 0)
    /* Translators: %s is where it was searched */
    return g_strdup_printf (_("%s: nothing left."), where);

  /* Translators: where it was searched, and how many times something was found, which decides on the form */
  return g_strdup_printf (ngettext ("%1$s: still found %2$u time.", "%1$s: still found %2$u times.",
                                    (gulong) n_found), where, (guint) n_found);
}
