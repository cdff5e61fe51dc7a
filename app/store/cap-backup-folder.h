/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/cap-progress.h"
#include "model/cap-backup.h"
#include "store/cap-db.h"

G_BEGIN_DECLS

/* Where the backups of dossiers are: a private folder of this computer and, when people chose one, a second
 * folder, as a key that is not always there. In them each dossier has a folder, called by its UUID. */

/**
 * CapBackupOwner:
 * @path: a file
 * @dossier_id: UUID of the dossier in it
 * @audited: whether it is the copy of an auditor
 */
typedef struct
{
  const char *path;
  const char *dossier_id;
  gboolean    audited;
} CapBackupOwner;

void       cap_backup_folder_set_second (const char  *folder);
char      *cap_backup_folder_dup_second (void) G_GNUC_WARN_UNUSED_RESULT;
char      *cap_backup_folder_dup_path   (const char  *dossier_id) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray *cap_backup_folder_list       (const char  *dossier_id) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *cap_backup_folder_find       (const char  *path) G_GNUC_WARN_UNUSED_RESULT;
gboolean   cap_backup_folder_take       (CapDb       *db,
                                         const char  *path,
                                         const char  *dossier_id,
                                         gint64       now,
                                         GError     **error);
void       cap_backup_folder_clean_up   (const char  *dossier_id);
gboolean   cap_backup_folder_make       (CapDb       *db,
                                         const char  *path,
                                         const char  *dossier_id,
                                         gint64       now,
                                         GError     **error);
gboolean   cap_backup_folder_keep       (CapDb       *file,
                                         const char  *path,
                                         const char  *dossier_id,
                                         gint64       now,
                                         GError     **error);
void       cap_backup_folder_encrypt    (const CapBackupOwner *owner,
                                         CapVaultKey *key,
                                         CapProgress *progress,
                                         guint       *n_done,
                                         guint       *n_left,
                                         GError     **problem);
void       cap_backup_folder_follow     (const CapBackupOwner *owner,
                                         CapVaultKey *key);
guint      cap_backup_folder_count_readable (const CapBackupOwner *owner);
gboolean   cap_backup_folder_is_second_away (void);

G_END_DECLS
