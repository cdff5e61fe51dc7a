/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-action-change.h"
#include "model/cap-backup.h"
#include "model/cap-journal.h"
#include "store/cap-merge.h"
#include "store/cap-store-error.h"

G_BEGIN_DECLS

/**
 * CapDossierFile:
 *
 * An open dossier: the user’s file, the working copy where gestures are
 * committed, and the publication of the one into the other. Synchronous and
 * used by one thread at a time: the command line calls it as it is, the
 * desktop through the worker thread of [class@Cap.Store].
 */
typedef struct _CapDossierFile CapDossierFile;

/**
 * CapFrameworkReader:
 *
 * Reads a framework from the text that a dossier keeps, and from what the
 * structure changed of it, or %NULL. The store does not know the formats: who
 * opens a dossier gives the reader.
 */
typedef CapFramework *(*CapFrameworkReader) (GBytes      *source,
                                             const char  *adaptation,
                                             GError     **error);

/**
 * CapCommandGuard:
 * @audit_id: UUID of an audit
 *
 * Whether the auditor of that audit may do @command. The store does not know
 * what an audit is made of: who opens a dossier gives the guard.
 */
typedef gboolean (*CapCommandGuard) (const CapDossier *dossier,
                                     const char       *audit_id,
                                     const CapCommand *command);

/**
 * CapFileAccess:
 * @CAP_FILE_READ: a snapshot is enough; takes no lock
 * @CAP_FILE_WRITE: gestures follow; fails when somebody else has it open
 * @CAP_FILE_TAKE_OVER: gestures follow; takes the lock from whoever has it
 */
typedef enum
{
  CAP_FILE_READ,
  CAP_FILE_WRITE,
  CAP_FILE_TAKE_OVER,
} CapFileAccess;

CapDossierFile *cap_dossier_file_create         (const char         *path,
                                                 const CapCommand   *command,
                                                 CapFrameworkReader  reader,
                                                 GError            **error) G_GNUC_WARN_UNUSED_RESULT;
CapDossierFile *cap_dossier_file_open           (const char         *path,
                                                 CapFileAccess       access,
                                                 CapFrameworkReader  reader,
                                                 GError            **error) G_GNUC_WARN_UNUSED_RESULT;
CapDossierFile *cap_dossier_file_open_past      (const char         *path,
                                                 gint64              sequence,
                                                 CapFrameworkReader  reader,
                                                 GError            **error) G_GNUC_WARN_UNUSED_RESULT;
/* Without a guard, nothing is written in an auditor’s copy. */
void            cap_dossier_file_set_guard      (CapDossierFile     *self,
                                                 CapCommandGuard     guard);
CapDossier     *cap_dossier_file_load           (CapDossierFile     *self,
                                                 GError            **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean        cap_dossier_file_run            (CapDossierFile     *self,
                                                 const CapCommand   *command,
                                                 GError            **error);
char           *cap_dossier_file_undo           (CapDossierFile     *self,
                                                 GError            **error) G_GNUC_WARN_UNUSED_RESULT;
char           *cap_dossier_file_redo           (CapDossierFile     *self,
                                                 GError            **error) G_GNUC_WARN_UNUSED_RESULT;
/* Returns: (transfer full) (element-type CapActionChange): of one action, newest first */
GPtrArray      *cap_dossier_file_list_changes   (CapDossierFile     *self,
                                                 const char         *action_id,
                                                 GError            **error) G_GNUC_WARN_UNUSED_RESULT;
/* Returns: (transfer full) (element-type CapJournalEntry): newest first */
GPtrArray      *cap_dossier_file_read_journal   (CapDossierFile     *self,
                                                 const CapJournalQuery *query,
                                                 GError            **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean        cap_dossier_file_mark           (CapDossierFile     *self,
                                                 const char         *name,
                                                 GError            **error);
gboolean        cap_dossier_file_return         (CapDossierFile     *self,
                                                 gint64              sequence,
                                                 const char         *name,
                                                 gboolean           *changed,
                                                 GError            **error);
gboolean        cap_dossier_file_bring_back     (CapDossierFile     *self,
                                                 gint64              sequence,
                                                 const char         *object,
                                                 const char         *name,
                                                 gboolean           *changed,
                                                 GError            **error);
/* Returns: (transfer full) (element-type CapBackup): newest first */
GPtrArray      *cap_dossier_file_list_backups   (CapDossierFile     *self,
                                                 char              **problem,
                                                 GError            **error) G_GNUC_WARN_UNUSED_RESULT;
char           *cap_dossier_file_take_back      (CapDossierFile     *self,
                                                 const char         *path,
                                                 GError            **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean        cap_dossier_file_back_up        (CapDossierFile     *self,
                                                 GError            **error);
/* Returns: (transfer full): the content of a file that is a piece of evidence */
GBytes         *cap_dossier_file_read_content   (CapDossierFile     *self,
                                                 const char         *sha256,
                                                 GError            **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean        cap_dossier_file_needs_publish  (CapDossierFile     *self);
gboolean        cap_dossier_file_publish        (CapDossierFile     *self,
                                                 GError            **error);
gboolean        cap_dossier_file_replace        (CapDossierFile     *self,
                                                 GError            **error);
char           *cap_dossier_file_save_copy      (CapDossierFile     *self,
                                                 GError            **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean        cap_dossier_file_hand_over      (CapDossierFile     *self,
                                                 const char         *audit_id,
                                                 const char         *path,
                                                 GError            **error);
gboolean        cap_dossier_file_merge          (CapDossierFile     *self,
                                                 CapDossierFile     *other,
                                                 CapMergeChoice      choice,
                                                 const char * const *exceptions,
                                                 gboolean            dry_run,
                                                 const char         *seen,
                                                 CapMergeReport     *report,
                                                 GError            **error);
/* Returns: (transfer full) (element-type utf8): paths of copies beside it that went their own way */
GPtrArray      *cap_dossier_file_list_siblings  (CapDossierFile     *self) G_GNUC_WARN_UNUSED_RESULT;
CapDossier     *cap_dossier_file_load_origin    (CapDossierFile     *self,
                                                 GError            **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean        cap_dossier_file_was_recovered  (CapDossierFile     *self);
gboolean        cap_dossier_file_is_read_only   (CapDossierFile     *self);
gboolean        cap_dossier_file_close          (CapDossierFile     *self,
                                                 GError            **error);
void            cap_dossier_file_free           (CapDossierFile     *self);

/* Returns: (transfer full) (element-type utf8): one sentence per fault, empty
 * when the file is sound; NULL when it cannot be read at all */
GPtrArray      *cap_dossier_file_check          (const char         *path,
                                                 CapFrameworkReader  reader,
                                                 GError            **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapDossierFile, cap_dossier_file_free)

G_END_DECLS
