/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/cap-salvage-report.h"

/* Nobody reads a thousand names; the counts tell of all. */
#define MAX_NAMES 200

static void
free_part (CapSalvagePart *self)
{
  g_free (self->label);
  g_free (self);
}

CapSalvageReport *
cap_salvage_report_new (void)
{
  CapSalvageReport *self = g_new0 (CapSalvageReport, 1);

  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) free_part);
  self->missing = g_ptr_array_new_with_free_func (g_free);
  self->notes = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
cap_salvage_report_free (CapSalvageReport *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->parts);
  g_ptr_array_unref (self->missing);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

void
cap_salvage_report_add_part (CapSalvageReport *self,
                             const char       *label,
                             guint             n_saved,
                             guint             n_missing,
                             gboolean          more_missing)
{
  CapSalvagePart *part = g_new0 (CapSalvagePart, 1);

  part->label = g_strdup (label);
  part->n_saved = n_saved;
  part->n_missing = n_missing;
  part->more_missing = more_missing;
  g_ptr_array_add (self->parts, part);
  self->n_rows += n_saved;
  self->n_missing += n_missing;
}

void
cap_salvage_report_add_missing (CapSalvageReport *self,
                                const char       *name)
{
  if (self->missing->len < MAX_NAMES && !g_ptr_array_find_with_equal_func (self->missing, name, g_str_equal,
                                                                           NULL))
    g_ptr_array_add (self->missing, g_strdup (name));
}

gboolean
cap_salvage_part_is_whole (const CapSalvagePart *self)
{
  return self->n_missing == 0 && !self->more_missing;
}

/**
 * cap_salvage_report_is_whole:
 *
 * Returns: whether the new file has all that the damaged one had, its journal included
 */
gboolean
cap_salvage_report_is_whole (const CapSalvageReport *self)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      if (!cap_salvage_part_is_whole (g_ptr_array_index (self->parts, i)))
        return FALSE;
    }

  return self->missing->len == 0 && self->notes->len == 0 && self->n_unplaced == 0 && !self->uncertain &&
         self->journal_kept;
}
