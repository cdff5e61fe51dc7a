/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/cap-salvage-text.h"

#include <glib/gi18n.h>

char *
cap_salvage_text_dup_summary (const CapSalvageReport *report)
{
  g_autofree char *saved = NULL;
  g_autofree char *missing = NULL;

  /* Translators: how many rows of the dossier, which decides on the form */
  saved = g_strdup_printf (ngettext ("%u line of the dossier is saved", "%u lines of the dossier are saved",
                                     report->n_rows), report->n_rows);
  if (cap_salvage_report_is_whole (report))
    /* Translators: %s is “12 lines of the dossier are saved” */
    return g_strdup_printf (_("%s: nothing is missing."), saved);
  if (report->n_missing == 0)
    return g_strdup_printf ("%s.", saved);

  missing = g_strdup_printf (ngettext ("%u is missing", "%u are missing", report->n_missing),
                             report->n_missing);

  /* Translators: “12 lines of the dossier are saved, 3 are missing.” */
  return g_strdup_printf (_("%1$s, %2$s."), saved, missing);
}

/* “Answer: 80 saved, 2 missing, perhaps more” */
char *
cap_salvage_text_dup_part (const CapSalvagePart *part)
{
  g_autofree char *saved = NULL;
  g_autofree char *missing = NULL;

  saved = g_strdup_printf (ngettext ("%u saved", "%u saved", part->n_saved), part->n_saved);
  missing = g_strdup_printf (ngettext ("%u missing", "%u missing", part->n_missing), part->n_missing);

  if (cap_salvage_part_is_whole (part))
    /* Translators: what a row is called, and “80 saved” */
    return g_strdup_printf (_("%1$s: %2$s"), part->label, saved);
  if (part->n_missing == 0)
    return g_strdup_printf (_("%1$s: %2$s, others may be missing"), part->label, saved);
  if (part->more_missing)
    return g_strdup_printf (_("%1$s: %2$s, %3$s, perhaps more"), part->label, saved, missing);

  return g_strdup_printf (_("%1$s: %2$s, %3$s"), part->label, saved, missing);
}

GPtrArray *
cap_salvage_text_list_losses (const CapSalvageReport *report)
{
  GPtrArray *losses = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < report->notes->len; i++)
    g_ptr_array_add (losses, g_strdup (g_ptr_array_index (report->notes, i)));

  for (guint i = 0; i < report->missing->len; i++)
    /* Translators: the name of a thing: “Risk R12” */
    g_ptr_array_add (losses, g_strdup_printf (_("%s is missing"),
                                              (const char *) g_ptr_array_index (report->missing, i)));

  for (guint i = 0; i < report->parts->len; i++)
    {
      const CapSalvagePart *part = g_ptr_array_index (report->parts, i);

      if (!cap_salvage_part_is_whole (part))
        g_ptr_array_add (losses, cap_salvage_text_dup_part (part));
    }

  if (report->n_unplaced > 0)
    g_ptr_array_add (losses, g_strdup_printf (
      ngettext ("%u line could be read, but nothing tells what it belongs to: it is left out",
                "%u lines could be read, but nothing tells what they belong to: they are left out",
                report->n_unplaced), report->n_unplaced));
  if (report->uncertain)
    g_ptr_array_add (losses, g_strdup_printf (
      ngettext ("%u block of the file cannot be read: what it held is not known",
                "%u blocks of the file cannot be read: what they held is not known",
                report->n_bad_pages), report->n_bad_pages));
  if (!report->journal_kept)
    g_ptr_array_add (losses, g_strdup (_("The journal is lost: what was done before cannot be undone or"
                                         " looked up any more")));

  return losses;
}
