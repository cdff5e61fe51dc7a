/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-command.h"
#include "model/cap-journal.h"
#include "store/cap-db.h"

G_BEGIN_DECLS

/**
 * CapJournalLine:
 * @sequence: rank in the journal, from 1; ranks have no holes
 * @deed: what was done with the gesture
 * @gesture: which one
 * @kind: what it is, with @detail
 * @made_at: when, ISO 8601 in UTC
 * @author: who
 * @merged: (nullable): the hash of the last line of the copy that it took in
 * @hash: of this line and of all those before it
 */
typedef struct
{
  gint64      sequence;
  CapDeed     deed;
  gint64      gesture;
  CapGesture  kind;
  char       *detail;
  char       *made_at;
  char       *author;
  char       *merged;
  char       *hash;
} CapJournalLine;

gboolean   cap_journal_table_append     (CapDb       *db,
                                         CapDeed      deed,
                                         gint64       gesture,
                                         const char  *merged,
                                         char       **hash,
                                         GError     **error);
GPtrArray *cap_journal_table_list       (CapDb       *db,
                                         GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean   cap_journal_table_chain      (CapDb       *db,
                                         GError     **error);
gboolean   cap_journal_table_check      (CapDb       *db,
                                         GPtrArray   *faults,
                                         GError     **error);

char      *cap_journal_table_dup_last_hash (CapDb    *db,
                                         GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean   cap_journal_table_knows      (CapDb       *db,
                                         const char  *hash,
                                         gboolean    *known,
                                         GError     **error);

gboolean   cap_journal_play             (CapDb           *db,
                                         const GPtrArray *lines,
                                         guint            from,
                                         gboolean         forward,
                                         GError         **error);
void       cap_journal_line_free        (CapJournalLine        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapJournalLine, cap_journal_line_free)

G_END_DECLS
