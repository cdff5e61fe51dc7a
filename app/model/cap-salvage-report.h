/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CapSalvagePart:
 * @label: what one row is called by those who fill it
 * @n_saved: how many rows are in the new file
 * @n_missing: how many are known to be missing
 * @more_missing: whether others may be missing, nobody knows how many
 *
 * One kind of rows.
 */
typedef struct
{
  char     *label;
  guint     n_saved;
  guint     n_missing;
  gboolean  more_missing;
} CapSalvagePart;

/**
 * CapSalvageReport:
 * @parts: (element-type CapSalvagePart): those that the damaged file has, or had
 * @missing: (element-type utf8): the names of what is known to be missing
 * @notes: (element-type utf8): sentences: what is to be looked at again
 * @n_rows: how many rows are in the new file
 * @n_missing: how many rows are known to be missing
 * @n_unplaced: how many rows could be read, and not told what they are
 * @n_bad_pages: how many pages of the file could not be read
 * @uncertain: whether rows may be missing that nothing tells of
 * @journal_kept: whether what was done before is still in the journal
 * @rebuilt: whether rows come from the journal, which is proved by its hashes
 *
 * What became of a damaged dossier.
 */
typedef struct
{
  GPtrArray *parts;
  GPtrArray *missing;
  GPtrArray *notes;
  guint      n_rows;
  guint      n_missing;
  guint      n_unplaced;
  guint      n_bad_pages;
  gboolean   uncertain;
  gboolean   journal_kept;
  gboolean   rebuilt;
} CapSalvageReport;

CapSalvageReport *cap_salvage_report_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void              cap_salvage_report_free        (CapSalvageReport *self);
void              cap_salvage_report_add_part    (CapSalvageReport *self,
                                                  const char       *label,
                                                  guint             n_saved,
                                                  guint             n_missing,
                                                  gboolean          more_missing);
void              cap_salvage_report_add_missing (CapSalvageReport *self,
                                                  const char       *name);
gboolean          cap_salvage_report_is_whole    (const CapSalvageReport *self);
/* Whether something is, or may be, missing of a kind of rows. */
gboolean          cap_salvage_part_is_whole      (const CapSalvagePart *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapSalvageReport, cap_salvage_report_free)

G_END_DECLS
