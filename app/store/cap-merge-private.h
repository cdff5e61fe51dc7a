/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/cap-db-private.h"
#include "store/cap-merge.h"

G_BEGIN_DECLS

/**
 * CapMergePending:
 *
 * Columns to be set once the rest is applied: their row was changed here too, elsewhere.
 */
typedef struct
{
  char      *table;
  char      *key;    /* its parts joined by a tab */
  GString   *sets;
  GString   *where;
  GPtrArray *values; /* (element-type sqlite3_value): those that are set */
  GPtrArray *keys;   /* (element-type sqlite3_value): the key */
  gboolean   restore; /* the whole row, which is no longer here */
} CapMergePending;

/**
 * CapMerge:
 *
 * A merge while it is done.
 */
typedef struct
{
  CapDb          *mine;
  CapDb          *theirs;
  CapMergeChoice  choice;
  const char * const *exceptions; /* ids of conflicts that go the other way */
  CapMergeReport *report;
  GPtrArray      *pending; /* (element-type CapMergePending) */
} CapMerge;

/* cap-merge-conflict.c */
void     cap_merge_pending_free  (CapMergePending  *self);
int      cap_merge_settle        (CapMerge         *self,
                                 int               reason,
                                 sqlite3_changeset_iter *iter);
void     cap_merge_add_conflict  (CapMerge         *self,
                                 const char       *table,
                                 const char       *column,
                                 const char       *key,
                                 char             *mine,
                                 char             *theirs);
gboolean cap_merge_takes_theirs  (const CapMerge   *self,
                                 const char       *table,
                                 const char       *column,
                                 const char       *key);
/* cap-merge-delta.c */
gboolean cap_merge_find_delta   (CapDb            *mine,
                                 CapDb            *theirs,
                                 GBytes          **delta,
                                 GPtrArray        *gestures,
                                 GError          **error);
/* cap-merge-number.c */
gboolean cap_merge_renumber     (CapDb            *mine,
                                 CapDb            *scratch,
                                 GError          **error);
/* cap-merge-orphan.c */
gboolean cap_merge_drop_orphans (CapDb            *db,
                                 const char       *table,
                                 const char       *parent,
                                 gint64            key,
                                 CapMergeReport   *report,
                                 GError          **error);

G_END_DECLS
