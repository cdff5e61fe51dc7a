/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/cap-merge-report.h"

static void
gesture_free (CapMergeGesture *self)
{
  g_free (self->label);
  g_free (self->made_at);
  g_free (self->author);
  g_free (self);
}

static void
conflict_free (CapMergeConflict *self)
{
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
  self->conflicts = g_ptr_array_new_with_free_func ((GDestroyNotify) conflict_free);

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
  g_free (self);
}
