/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "model/cap-redaction-outcome.h"
#include "store/cap-dossier-file.h"

G_BEGIN_DECLS

/**
 * CapStoreOutcome:
 * @dossier: (nullable): the dossier after the work; %NULL when it did not change
 * @text: (nullable): the label of what was undone, the path of a copy, or why there is no new backup
 * @changes: (nullable) (element-type CapActionChange): of one action, newest first
 * @content: (nullable): of a file that is a piece of evidence
 * @merge: (nullable): what a merge did, or would do
 * @journal: (nullable) (element-type CapJournalEntry): newest first
 * @backups: (nullable) (element-type CapBackup): newest first
 * @siblings: (nullable) (element-type utf8): paths of other copies
 * @personal: (nullable): what the dossier says of people
 * @redaction: (nullable): what taking it out did
 * @needs_publish: whether the file lacks something that the working copy has
 * @read_only: whether gestures will be refused
 * @recovered: whether gestures of an interrupted program were taken up
 * @encrypted: whether the file opens with a passphrase
 *
 * What the worker thread hands back.
 */
typedef struct
{
  CapDossier     *dossier;
  char           *text;
  GPtrArray      *changes;
  GBytes         *content;
  CapMergeReport *merge;
  GPtrArray      *journal;
  GPtrArray      *backups;
  GPtrArray      *siblings;
  CapPersonalReport   *personal;
  CapRedactionOutcome *redaction;
  gboolean        needs_publish;
  gboolean        read_only;
  gboolean        recovered;
  gboolean        encrypted;
} CapStoreOutcome;

/* What is done with the open file, on the thread that owns it. */
typedef gboolean (*CapStoreFunction) (CapDossierFile  *file,
                                      gpointer         data,
                                      GError         **error);

#define CAP_TYPE_STORE (cap_store_get_type ())

G_DECLARE_FINAL_TYPE (CapStore, cap_store, CAP, STORE, GObject)

CapStore        *cap_store_new              (CapFrameworkReader   reader,
                                             CapCommandGuard      guard) G_GNUC_WARN_UNUSED_RESULT;

void             cap_store_open_async       (CapStore            *self,
                                             const char          *path,
                                             CapFileAccess        access,
                                             GCancellable        *cancellable,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
void             cap_store_open_past_async  (CapStore            *self,
                                             const char          *path,
                                             gint64               sequence,
                                             GCancellable        *cancellable,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
void             cap_store_create_async     (CapStore            *self,
                                             const char          *path,
                                             CapCommand          *command,
                                             GCancellable        *cancellable,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
void             cap_store_run_async        (CapStore            *self,
                                             CapCommand          *command,
                                             GCancellable        *cancellable,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
void             cap_store_undo_async       (CapStore            *self,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
void             cap_store_redo_async       (CapStore            *self,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
void             cap_store_list_changes_async (CapStore          *self,
                                             const char          *action_id,
                                             GCancellable        *cancellable,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
void             cap_store_read_content_async (CapStore          *self,
                                             const char          *sha256,
                                             GCancellable        *cancellable,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
void             cap_store_read_journal_async (CapStore          *self,
                                             const CapJournalQuery *query,
                                             GCancellable        *cancellable,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
void             cap_store_mark_async       (CapStore            *self,
                                             const char          *name,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
void             cap_store_return_async     (CapStore            *self,
                                             gint64               sequence,
                                             const char          *name,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
void             cap_store_bring_back_async (CapStore            *self,
                                             gint64               sequence,
                                             const char          *object,
                                             const char          *name,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
void             cap_store_list_backups_async (CapStore          *self,
                                             GCancellable        *cancellable,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
void             cap_store_back_up_async    (CapStore            *self,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
void             cap_store_remove_backup_async (CapStore         *self,
                                             const char          *path,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
void             cap_store_list_siblings_async (CapStore         *self,
                                             GCancellable        *cancellable,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
void             cap_store_merge_async      (CapStore            *self,
                                             const char          *path,
                                             CapMergeChoice       choice,
                                             const char * const  *exceptions,
                                             gboolean             dry_run,
                                             const char          *seen,
                                             GCancellable        *cancellable,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
void             cap_store_call_async       (CapStore            *self,
                                             CapStoreFunction     function,
                                             gpointer             data,
                                             GCancellable        *cancellable,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
void             cap_store_publish_async    (CapStore            *self,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
void             cap_store_replace_async    (CapStore            *self,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
void             cap_store_save_copy_async  (CapStore            *self,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
void             cap_store_close_async      (CapStore            *self,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
CapStoreOutcome *cap_store_finish           (CapStore            *self,
                                             GAsyncResult        *result,
                                             GError             **error) G_GNUC_WARN_UNUSED_RESULT;

void             cap_store_outcome_free     (CapStoreOutcome     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapStoreOutcome, cap_store_outcome_free)

G_END_DECLS
