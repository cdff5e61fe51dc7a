/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/cap-merge-report.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"

static void
gesture_free (CapMergeGesture *self)
{
  g_free (self->label);
  g_free (self->made_at);
  g_free (self->author);
  g_free (self);
}

void
cap_merge_conflict_free (CapMergeConflict *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_free (self->what);
  g_free (self->mine);
  g_free (self->theirs);
  g_free (self->mine_made_at);
  g_free (self->mine_author);
  g_free (self->theirs_made_at);
  g_free (self->theirs_author);
  g_free (self);
}

CapMergeReport *
cap_merge_report_new (void)
{
  CapMergeReport *self = g_new0 (CapMergeReport, 1);

  self->gestures = g_ptr_array_new_with_free_func ((GDestroyNotify) gesture_free);
  self->conflicts = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_merge_conflict_free);

  return self;
}

void
cap_merge_report_free (CapMergeReport *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->gestures);
  g_ptr_array_unref (self->conflicts);
  g_free (self->states);
  g_free (self->retained);
  g_free (self);
}

/* Returns: whether something of the other copy comes in */
gboolean
cap_merge_report_has_news (const CapMergeReport *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->n_taken > 0 || self->retains;
}

/* Returns: (transfer full) (nullable): a sentence on until when the dossier is kept, if that comes in */
char *
cap_merge_report_dup_retained (const CapMergeReport *self)
{
  g_autofree char *date = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (!self->retains)
    return NULL;
  if (self->retained == NULL)
    return g_strdup (_("The other copy does not say any more until when the dossier is kept."));

  date = cap_date_format_short (self->retained);

  /* Translators: a date */
  return g_strdup_printf (_("The other copy says until when the dossier is kept: %s."), date);
}
