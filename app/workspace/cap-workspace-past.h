/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-backup.h"
#include "model/cap-journal.h"
#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

/* What the open dossier was, and how to have it again: its journal, the restore points in it, its backups. */

/* @signature: (nullable): what people sign with, for the whole program; %NULL for the name of their account.
 * @folder: (nullable): where backups go as well. */
void       cap_workspace_configure_past       (const char            *signature,
                                               const char            *folder);
/* Returns: (transfer full): what people sign with now */
char      *cap_workspace_dup_signature        (void) G_GNUC_WARN_UNUSED_RESULT;
/* Returns: (transfer full): the folder of the backups of the open dossier */
char      *cap_workspace_dup_backup_folder    (CapWorkspace          *self) G_GNUC_WARN_UNUSED_RESULT;
/* Returns: (nullable): what the moment is called that is looked at; %NULL when it is now */
const char *cap_workspace_get_moment          (CapWorkspace          *self);

/* Opens a dossier as it was just after a line of its journal, to read. @name: what that moment is called. */
void       cap_workspace_open_past_async      (CapWorkspace          *self,
                                               const char            *path,
                                               gint64                 sequence,
                                               const char            *name,
                                               GCancellable          *cancellable,
                                               GAsyncReadyCallback    callback,
                                               gpointer               user_data);
/* Finished by cap_workspace_open_finish(). */

void       cap_workspace_read_journal_async   (CapWorkspace          *self,
                                               const CapJournalQuery *query,
                                               GCancellable          *cancellable,
                                               GAsyncReadyCallback    callback,
                                               gpointer               user_data);
/* Returns: (transfer full) (element-type CapJournalEntry): newest first */
GPtrArray *cap_workspace_read_journal_finish  (CapWorkspace          *self,
                                               GAsyncResult          *result,
                                               GError               **error) G_GNUC_WARN_UNUSED_RESULT;

/* Makes a restore point of what the dossier is now. Finished by cap_workspace_run_finish(). */
void       cap_workspace_mark_async           (CapWorkspace          *self,
                                               const char            *name,
                                               GAsyncReadyCallback    callback,
                                               gpointer               user_data);
/* Makes the dossier what it was just after a line of its journal: one gesture. Finished by
 * cap_workspace_run_finish(). */
void       cap_workspace_return_async         (CapWorkspace          *self,
                                               gint64                 sequence,
                                               const char            *name,
                                               GAsyncReadyCallback    callback,
                                               gpointer               user_data);

/* The same for one thing alone: @object as for the journal. */
void       cap_workspace_bring_back_async     (CapWorkspace          *self,
                                               gint64                 sequence,
                                               const char            *object,
                                               const char            *name,
                                               GAsyncReadyCallback    callback,
                                               gpointer               user_data);

void       cap_workspace_list_backups_async   (CapWorkspace          *self,
                                               GCancellable          *cancellable,
                                               GAsyncReadyCallback    callback,
                                               gpointer               user_data);
/* Returns: (transfer full) (element-type CapBackup): newest first; in @problem why there is no new one */
GPtrArray *cap_workspace_list_backups_finish  (CapWorkspace          *self,
                                               GAsyncResult          *result,
                                               char                 **problem,
                                               GError               **error) G_GNUC_WARN_UNUSED_RESULT;
/* Makes a backup now. Finished by cap_workspace_run_finish(). */
void       cap_workspace_back_up_async        (CapWorkspace          *self,
                                               GAsyncReadyCallback    callback,
                                               gpointer               user_data);
/* Removes a backup that was listed. Finished by cap_workspace_run_finish(). */
void       cap_workspace_remove_backup_async  (CapWorkspace          *self,
                                               const char            *path,
                                               GAsyncReadyCallback    callback,
                                               gpointer               user_data);

/* Looks for copies beside the open dossier in which something was done that is not in it. */
void       cap_workspace_list_siblings_async  (CapWorkspace          *self,
                                               GCancellable          *cancellable,
                                               GAsyncReadyCallback    callback,
                                               gpointer               user_data);
/* Returns: (transfer full) (element-type utf8): their paths */
GPtrArray *cap_workspace_list_siblings_finish (CapWorkspace          *self,
                                               GAsyncResult          *result,
                                               GError               **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
