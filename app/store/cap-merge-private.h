/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/cap-db-private.h"
#include "store/cap-journal-table.h"
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
  GPtrArray *names;  /* (element-type utf8): of the columns that are set */
  GPtrArray *values; /* (element-type sqlite3_value): those that are set */
  GPtrArray *keys;   /* (element-type sqlite3_value): the key */
  gboolean   restore; /* the whole row, which is no longer here */
} CapMergePending;

/**
 * CapMergeCrossing:
 * @mine: how many lines of this journal the other copy knew
 * @theirs: how many lines of the other journal were known here
 *
 * Two states that both copies know and neither of which knew the other.
 */
typedef struct
{
  guint mine;
  guint theirs;
} CapMergeCrossing;

/**
 * CapMergePast:
 * @n_known: how many lines of the other journal are known here
 * @is_mine: whether the last state that both know is one of this journal
 * @n_lines: how many lines led to it; of the other journal if not @is_mine
 * @crossings: (element-type CapMergeCrossing): what both know since, the last one first; mostly none
 *
 * What two copies have in common.
 */
typedef struct
{
  guint     n_known;
  gboolean  is_mine;
  guint     n_lines;
  GArray   *crossings;
} CapMergePast;

/**
 * CapMergeRetention:
 * @is_changed: whether the other copy says otherwise since both said the same
 * @date: (nullable): what it says
 * @conflict: (nullable): if both say otherwise
 *
 * Until when the dossier is kept.
 */
typedef struct
{
  gboolean          is_changed;
  char             *date;
  CapMergeConflict *conflict;
} CapMergeRetention;

/**
 * CapMerge:
 * @report: (nullable): %NULL where nobody wants to be told
 * @doubtful: (nullable): rows of which no earlier state can be told, see cap_merge_base_dup_delta()
 * @renamed: (nullable): rows that nobody changed in the other copy, see cap_merge_list_renamed()
 * @conflicting: (nullable): takes the rows that both changed, named as those
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
  GPtrArray      *rivals;  /* of cap-merge-ballot.c */
  GHashTable     *doubtful;
  GHashTable     *renamed;
  GHashTable     *conflicting;
} CapMerge;

/* cap-merge.c */
gboolean cap_merge_copy_rows     (CapDb            *mine,
                                 CapDb            *theirs,
                                 const char       *table,
                                 const char       *column,
                                 const char       *value,
                                 GError          **error);
gboolean cap_merge_apply_rows    (CapMerge         *self,
                                 GBytes           *delta,
                                 GError          **error);
/* cap-merge-ballot.c */
gboolean cap_merge_add_rivals    (CapMerge         *self,
                                 const char       *id);
gboolean cap_merge_run_rivals    (CapMerge         *self,
                                 GError          **error);
void     cap_merge_rivals_free   (gpointer          data);
/* cap-merge-base.c */
GBytes  *cap_merge_base_dup_delta (CapDb             *mine,
                                 const GPtrArray    *here,
                                 CapDb              *theirs,
                                 const GPtrArray    *there,
                                 const CapMergePast *past,
                                 GHashTable         *doubtful,
                                 GHashTable        **renamed,
                                 GError            **error) G_GNUC_WARN_UNUSED_RESULT;

/* cap-merge-conflict.c */
void     cap_merge_pending_free  (CapMergePending  *self);
int      cap_merge_settle        (CapMerge         *self,
                                 int               reason,
                                 sqlite3_changeset_iter *iter);
void     cap_merge_add_conflict  (CapMerge         *self,
                                 const char       *table,
                                 const char       *column,
                                 const char       *my_key,
                                 const char       *key,
                                 char             *mine,
                                 char             *theirs);
char    *cap_merge_dup_id        (const char       *table,
                                 const char       *column,
                                 const char       *key) G_GNUC_WARN_UNUSED_RESULT;
gboolean cap_merge_takes_theirs  (const CapMerge   *self,
                                 const char       *table,
                                 const char       *column,
                                 const char       *key);
/* cap-merge-delta.c */
typedef struct _CapMergeDiff CapMergeDiff;

CapMergeDiff *cap_merge_diff_start (CapDb          *db,
                                 GError          **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes  *cap_merge_diff_finish  (CapMergeDiff     *self,
                                 CapDb            *mine,
                                 GHashTable       *given,
                                 GHashTable      **renamed,
                                 GError          **error) G_GNUC_WARN_UNUSED_RESULT;
void     cap_merge_diff_free    (CapMergeDiff     *self);
gboolean cap_merge_find_delta   (CapDb            *mine,
                                 CapDb            *theirs,
                                 GBytes          **delta,
                                 GHashTable       *doubtful,
                                 GHashTable      **renamed,
                                 CapMergeRetention *retention,
                                 GPtrArray        *gestures,
                                 GError          **error);
/* cap-merge-doubt.c */
gboolean cap_merge_forget_rows   (CapDb            *base,
                                 GHashTable       *rows,
                                 GError          **error);
gboolean cap_merge_keep_doubts   (GHashTable       *doubtful,
                                 GHashTable       *conflicting,
                                 CapDb            *mine,
                                 CapDb            *theirs,
                                 GError          **error);
void     cap_merge_find_taken_back (const GPtrArray    *there,
                                 const GPtrArray    *here,
                                 const CapMergePast *past,
                                 GArray             *gestures);
gboolean cap_merge_add_taken_back (CapDb              *theirs,
                                 const GPtrArray    *there,
                                 const GPtrArray    *here,
                                 const CapMergePast *past,
                                 GHashTable         *doubtful,
                                 GError            **error);
GHashTable *cap_merge_list_renamed (CapDb         *db,
                                 GBytes           *plain,
                                 GBytes           *delta,
                                 GError          **error) G_GNUC_WARN_UNUSED_RESULT;
GHashTable *cap_merge_list_refused (CapDb            *theirs,
                                 const GPtrArray  *there,
                                 GBytes           *change,
                                 GError          **error) G_GNUC_WARN_UNUSED_RESULT;
/* cap-merge-number.c */
gboolean cap_merge_renumber     (CapDb            *mine,
                                 CapDb            *scratch,
                                 GHashTable       *given,
                                 GError          **error);
/* cap-merge-past.c */
GHashTable *cap_merge_past_list_known (const GPtrArray *lines,
                                 guint             n_lines) G_GNUC_WARN_UNUSED_RESULT;
gboolean cap_merge_past_find    (CapMergePast     *self,
                                 const GPtrArray  *mine,
                                 const GPtrArray  *theirs);
void     cap_merge_past_clear   (CapMergePast     *self);
/* cap-merge-orphan.c */
gboolean cap_merge_drop_orphans (CapDb            *db,
                                 CapMergeReport   *report,
                                 GError          **error);

/* cap-merge-retention.c */
void     cap_merge_compare_retention (CapMergeRetention  *self,
                                 const GPtrArray    *here,
                                 const GPtrArray    *there,
                                 const CapMergePast *past);
void     cap_merge_settle_retention (CapMerge         *self,
                                 CapMergeRetention *retention);
gboolean cap_merge_put_retention (CapMerge         *self,
                                 GError          **error);
void     cap_merge_retention_clear (CapMergeRetention *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapMergeDiff, cap_merge_diff_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CapMergePast, cap_merge_past_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CapMergeRetention, cap_merge_retention_clear)

G_END_DECLS
