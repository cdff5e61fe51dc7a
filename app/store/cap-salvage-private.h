/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/cap-salvage-rows.h"
#include "store/cap-salvage.h"

G_BEGIN_DECLS

/**
 * CapSalvage:
 * @db: what is saved: first at the version of the file, then at the latest
 * @dropped: table → how many rows of it were taken in and let go again
 *
 * The work on one damaged file.
 */
typedef struct
{
  const char         *path;
  CapFrameworkReader  reader;
  CapFrameworkFinder  finder;
  GCancellable       *cancellable;
  CapSalvageRows     *rows;
  CapDb              *db;
  GHashTable         *dropped;
  CapSalvageReport   *report;
} CapSalvage;

/* Before the migration. */
gboolean cap_salvage_mend_frameworks  (CapSalvage  *self,
                                       GError     **error);
gboolean cap_salvage_mend_evaluations (CapSalvage  *self,
                                       GError     **error);
gboolean cap_salvage_mend_references  (CapSalvage  *self,
                                       GError     **error);
/* After it. */
gboolean cap_salvage_settle_journal   (CapSalvage  *self,
                                       guint        version,
                                       GError     **error);
gboolean cap_salvage_mend_whole       (CapSalvage  *self,
                                       GError     **error);
gboolean cap_salvage_mend_meta        (CapSalvage  *self,
                                       GError     **error);
void     cap_salvage_tell             (CapSalvage  *self);

void     cap_salvage_note             (CapSalvage  *self,
                                       char        *note);
void     cap_salvage_note_dropped     (CapSalvage  *self,
                                       const char  *table,
                                       guint        n);
gboolean cap_salvage_may_lack         (CapSalvage    *self,
                                       const CapTree *tree);

G_END_DECLS
