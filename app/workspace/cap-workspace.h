/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "model/cap-action-change.h"
#include "model/cap-catalogue.h"
#include "model/cap-merge-report.h"
#include "scoring/cap-photograph.h"
#include "workspace/cap-evaluation-start.h"

G_BEGIN_DECLS

#define CAP_TYPE_WORKSPACE (cap_workspace_get_type ())

G_DECLARE_FINAL_TYPE (CapWorkspace, cap_workspace, CAP, WORKSPACE, GObject)

/**
 * CapOpenMode:
 * @CAP_OPEN_NORMAL: to work in; fails with %CAP_STORE_ERROR_LOCKED when
 *   somebody else has the dossier open, with a sentence that says who and since when
 * @CAP_OPEN_READ_ONLY: to read; nothing is written
 * @CAP_OPEN_TAKE_OVER: to work in, whoever has it open
 */
typedef enum
{
  CAP_OPEN_NORMAL,
  CAP_OPEN_READ_ONLY,
  CAP_OPEN_TAKE_OVER,
} CapOpenMode;

/**
 * CapConflictChoice:
 * @CAP_CONFLICT_REPLACE: the file on disk is replaced by ours
 * @CAP_CONFLICT_COPY: ours goes to a new file beside; the file on disk stays
 */
typedef enum
{
  CAP_CONFLICT_REPLACE,
  CAP_CONFLICT_COPY,
} CapConflictChoice;

/**
 * CapSaveState:
 * @CAP_SAVE_CLEAN: the file on disk holds everything
 * @CAP_SAVE_PENDING: gestures are safe in the working copy, the file follows
 * @CAP_SAVE_CONFLICT: the file was changed by someone else: ask, then
 *   cap_workspace_resolve_conflict_async()
 * @CAP_SAVE_FAILED: the file cannot be written; the working copy is safe
 */
typedef enum
{
  CAP_SAVE_CLEAN,
  CAP_SAVE_PENDING,
  CAP_SAVE_CONFLICT,
  CAP_SAVE_FAILED,
} CapSaveState;

/* Properties, all read-only and notified in the main thread:
 *   "dossier"     CapDossier     the open dossier, or %NULL
 *   "photograph"  CapPhotograph  of the evaluation in course, or %NULL
 *   "path"        string         of the file, or %NULL
 *   "read-only"   boolean
 *   "busy"        boolean        opening, importing, printing…
 *   "save-state"  int            a CapSaveState
 *   "save-error"  string         why CAP_SAVE_FAILED, a sentence; or %NULL
 *   "recovered"   boolean        gestures of an interrupted program were taken up
 *   "encrypted"   boolean        it opens with a passphrase: see cap-workspace-vault.h
 */
CapWorkspace        *cap_workspace_new              (void) G_GNUC_WARN_UNUSED_RESULT;

CapDossier          *cap_workspace_get_dossier      (CapWorkspace         *self);
CapPhotograph       *cap_workspace_get_photograph   (CapWorkspace         *self);
const CapEvaluation *cap_workspace_get_evaluation   (CapWorkspace         *self);
const char          *cap_workspace_get_path         (CapWorkspace         *self);
gboolean             cap_workspace_get_read_only    (CapWorkspace         *self);
/* UUID of the audit, when the open dossier is the copy of its auditor; or NULL. */
const char          *cap_workspace_get_audited      (CapWorkspace         *self);
gboolean             cap_workspace_get_recovered    (CapWorkspace         *self);
CapSaveState         cap_workspace_get_save_state   (CapWorkspace         *self);
const char          *cap_workspace_get_save_error   (CapWorkspace         *self);
char                *cap_workspace_dup_today        (CapWorkspace         *self) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray           *cap_workspace_list_proposals   (CapWorkspace         *self) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray           *cap_workspace_list_reratings   (CapWorkspace         *self) G_GNUC_WARN_UNUSED_RESULT;
guint                cap_workspace_count_reratings  (CapWorkspace         *self);
/* The newest framework that comes with the program. */
CapFramework        *cap_workspace_load_framework   (void) G_GNUC_WARN_UNUSED_RESULT;
/* The standards and the routes that come with the program. */
CapCatalogue        *cap_workspace_load_catalogue   (void) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray           *cap_workspace_load_kinds       (CapWorkspace         *self) G_GNUC_WARN_UNUSED_RESULT;

void                 cap_workspace_open_async       (CapWorkspace         *self,
                                                     const char           *path,
                                                     CapOpenMode           mode,
                                                     GCancellable         *cancellable,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);
gboolean             cap_workspace_open_finish      (CapWorkspace         *self,
                                                     GAsyncResult         *result,
                                                     GError              **error);
/* Whether @error, of opening, says that somebody else has the dossier open. */
gboolean             cap_workspace_error_is_locked  (const GError         *error);

/* The frameworks that an evaluation may start with today: the newest version of each. */
void                 cap_workspace_list_choices_async (CapWorkspace       *self,
                                                     GCancellable         *cancellable,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);
/* Returns: (transfer full) (element-type CapFramework): CAP first */
GPtrArray           *cap_workspace_list_choices_finish (CapWorkspace      *self,
                                                     GAsyncResult         *result,
                                                     GError              **error)
                                                     G_GNUC_WARN_UNUSED_RESULT;

/* What the next evaluation of the open dossier would be made of. */
void                 cap_workspace_prepare_start_async (CapWorkspace      *self,
                                                     CapFramework         *framework,
                                                     CapMode               mode,
                                                     CapPath               path,
                                                     GCancellable         *cancellable,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);
CapEvaluationStart  *cap_workspace_prepare_start_finish (CapWorkspace     *self,
                                                     GAsyncResult         *result,
                                                     GError              **error)
                                                     G_GNUC_WARN_UNUSED_RESULT;

/* Changes what the structure words otherwise, or adds, in the evaluation in course. */
void                 cap_workspace_adapt_async      (CapWorkspace         *self,
                                                     const CapAdaptation  *adaptation,
                                                     GCancellable         *cancellable,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);
gboolean             cap_workspace_adapt_finish     (CapWorkspace         *self,
                                                     GAsyncResult         *result,
                                                     GError              **error);

/* Makes a new dossier with a first evaluation, and opens it. Refuses to overwrite. */
void                 cap_workspace_create_async     (CapWorkspace         *self,
                                                     const char           *path,
                                                     const CapMember      *member,
                                                     CapFramework         *framework,
                                                     CapMode               mode,
                                                     CapPath               path_taken,
                                                     GCancellable         *cancellable,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);
gboolean             cap_workspace_create_finish    (CapWorkspace         *self,
                                                     GAsyncResult         *result,
                                                     GError              **error);

/* Writes the demonstration dossier where nothing is yet, and opens it. */
void                 cap_workspace_open_demo_async  (CapWorkspace         *self,
                                                     const char           *path,
                                                     GCancellable         *cancellable,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);
gboolean             cap_workspace_open_demo_finish (CapWorkspace         *self,
                                                     GAsyncResult         *result,
                                                     GError              **error);

/* Takes @command: one gesture, one transaction. On success the dossier and the
 * photograph are the new ones before the callback runs. */
void                 cap_workspace_run_async        (CapWorkspace         *self,
                                                     CapCommand           *command,
                                                     GCancellable         *cancellable,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);
gboolean             cap_workspace_run_finish       (CapWorkspace         *self,
                                                     GAsyncResult         *result,
                                                     GError              **error);

void                 cap_workspace_undo_async       (CapWorkspace         *self,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);
void                 cap_workspace_redo_async       (CapWorkspace         *self,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);
/* Of undo and redo. Returns: (transfer full): the label of what was undone or done again */
char                *cap_workspace_undo_finish      (CapWorkspace         *self,
                                                     GAsyncResult         *result,
                                                     GError              **error);

/* Every change of one action; those that were undone do not count. */
void                 cap_workspace_list_changes_async (CapWorkspace       *self,
                                                     const char           *action_id,
                                                     GCancellable         *cancellable,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);
/* Returns: (transfer full) (element-type CapActionChange): newest first */
GPtrArray           *cap_workspace_list_changes_finish (CapWorkspace      *self,
                                                     GAsyncResult         *result,
                                                     GError              **error)
                                                     G_GNUC_WARN_UNUSED_RESULT;

/* The content of a file that the dossier keeps as evidence. */
void                 cap_workspace_read_content_async (CapWorkspace       *self,
                                                     const char           *sha256,
                                                     GCancellable         *cancellable,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);
GBytes              *cap_workspace_read_content_finish (CapWorkspace      *self,
                                                     GAsyncResult         *result,
                                                     GError              **error)
                                                     G_GNUC_WARN_UNUSED_RESULT;

/* Takes in what another copy of the dossier, at @path, changed since both had the same: one gesture. With
 * @dry_run it only tells what would change. With CAP_MERGE_ASK, conflicts are told and nothing changes.
 * What was decided upon the report of a dry run is asked with the states that it told of, as @seen. */
void                 cap_workspace_merge_async      (CapWorkspace         *self,
                                                     const char           *path,
                                                     CapMergeChoice        choice,
                                                     const char * const   *exceptions,
                                                     gboolean              dry_run,
                                                     const char           *seen,
                                                     GCancellable         *cancellable,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);
/* Returns: (transfer full): what was done, or would be */
CapMergeReport      *cap_workspace_merge_finish     (CapWorkspace         *self,
                                                     GAsyncResult         *result,
                                                     GError              **error)
                                                     G_GNUC_WARN_UNUSED_RESULT;

/* Publishes now (Ctrl+S); it happens by itself at most 2 s after a gesture. */
void                 cap_workspace_publish_async    (CapWorkspace         *self,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);
gboolean             cap_workspace_publish_finish   (CapWorkspace         *self,
                                                     GAsyncResult         *result,
                                                     GError              **error);
void                 cap_workspace_resolve_conflict_async (CapWorkspace        *self,
                                                           CapConflictChoice    choice,
                                                           GAsyncReadyCallback  callback,
                                                           gpointer             user_data);
/* Returns: (transfer full): the path of the copy; an empty string when the file was replaced */
char                *cap_workspace_resolve_conflict_finish (CapWorkspace       *self,
                                                            GAsyncResult       *result,
                                                            GError            **error);

/* Publishes, then lets the file go. */
void                 cap_workspace_close_async      (CapWorkspace         *self,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);
gboolean             cap_workspace_close_finish     (CapWorkspace         *self,
                                                     GAsyncResult         *result,
                                                     GError              **error);

G_END_DECLS
