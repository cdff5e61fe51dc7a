/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/cap-backup-folder.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "store/cap-meta-table.h"
#include "store/cap-publication.h"
#include "store/cap-store-error-private.h"
#include "store/cap-vault-file.h"

#define FOLDER       "backups"
#define SECOND_NAME  "Cap Cèdre"
#define TIME_FORMAT  "%Y-%m-%d-%H%M%S"
#define TIME_LENGTH  17
#define MAX_BYTES    (G_GINT64_CONSTANT (1) << 30) /* of one file, in one folder */

static GMutex mutex;
static char *second; /* NULL: there is none */

/**
 * cap_backup_folder_set_second:
 * @folder: (nullable): where backups go as well, for the whole program; %NULL or empty for nowhere
 */
void
cap_backup_folder_set_second (const char *folder)
{
  g_mutex_lock (&mutex);
  g_free (second);
  second = folder != NULL && *folder != '\0' ? g_strdup (folder) : NULL;
  g_mutex_unlock (&mutex);
}

/* Returns: (transfer full) (nullable): that folder, whether it is there or not */
char *
cap_backup_folder_dup_second (void)
{
  char *folder;

  g_mutex_lock (&mutex);
  folder = g_strdup (second);
  g_mutex_unlock (&mutex);

  return folder;
}

/* What comes from a file is no path. */
static const char *
get_folder_name (const char *dossier_id)
{
  return g_uuid_string_is_valid (dossier_id) ? dossier_id : "other";
}

static char *
dup_root (void)
{
  return g_build_filename (g_get_user_state_dir (), "cap-cedre", FOLDER, NULL);
}

/* Returns: (transfer full): where backups of a dossier are on this computer; it may not be there yet */
char *
cap_backup_folder_dup_path (const char *dossier_id)
{
  g_autofree char *root = dup_root ();

  g_return_val_if_fail (dossier_id != NULL, NULL);

  return g_build_filename (root, get_folder_name (dossier_id), NULL);
}

/* (nullable): %NULL when there is no second folder, or it is not there now. */
static char *
dup_second_path (const char *dossier_id)
{
  g_autofree char *folder = cap_backup_folder_dup_second ();

  if (folder == NULL || !g_file_test (folder, G_FILE_TEST_IS_DIR))
    return NULL;

  return g_build_filename (folder, SECOND_NAME, get_folder_name (dossier_id), NULL);
}

/* “2027-03-12-140501-Les Érables.capcedre”, or “2027-03-12-140501+7-…” before the migration of schema 7. */
static char *
dup_name (CapDb      *db,
          const char *path,
          gint64      now,
          gboolean    before_migration)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_local (now);
  g_autofree char *date = g_date_time_format (time, TIME_FORMAT);
  g_autofree char *name = g_path_get_basename (path);
  gint64 version = 0;

  if (!before_migration)
    return g_strdup_printf ("%s-%s", date, name);

  cap_db_get_int (db, "PRAGMA user_version", &version, NULL);

  return g_strdup_printf ("%s+%" G_GINT64_FORMAT "-%s", date, version, name);
}

/* The name that a backup has from its dossier; %NULL: it is no backup. @time: (out) */
static const char *
parse_name (const char *name,
            gint64     *time,
            gboolean   *before_migration)
{
  g_autoptr(GDateTime) made = NULL;
  int year, month, day, hour, minute, second_of;
  const char *rest;

  if (strlen (name) <= TIME_LENGTH + 1 ||
      sscanf (name, "%4d-%2d-%2d-%2d%2d%2d", &year, &month, &day, &hour, &minute, &second_of) != 6)
    return NULL;

  rest = name + TIME_LENGTH;
  *before_migration = *rest == '+';
  rest = strchr (rest, '-');
  made = g_date_time_new_local (year, month, day, hour, minute, second_of);
  if (rest == NULL || made == NULL)
    return NULL;

  *time = g_date_time_to_unix (made);

  return rest + 1;
}

/* @name: (nullable): of a dossier; %NULL for all that are there */
static void
list_folder (const char *folder,
             const char *name,
             gboolean    is_second,
             GPtrArray  *backups)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *entry;

  while (dir != NULL && (entry = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, entry, NULL);
      gboolean before_migration = FALSE;
      gint64 time = 0;
      const char *its_name = parse_name (entry, &time, &before_migration);
      CapBackup *backup;
      GStatBuf stat;

      if (its_name == NULL || (name != NULL && !g_str_equal (its_name, name)) ||
          g_lstat (path, &stat) != 0 || !S_ISREG (stat.st_mode))
        continue;

      backup = cap_backup_new (path, time, stat.st_size);
      backup->name = g_strdup (its_name);
      backup->before_migration = before_migration;
      backup->second = is_second;
      g_ptr_array_add (backups, backup);
    }
}

/**
 * cap_backup_folder_list:
 * @dossier_id: UUID of a dossier
 *
 * Returns: (transfer full) (element-type CapBackup): newest first; those of the second folder too, when it is
 *   there
 */
GPtrArray *
cap_backup_folder_list (const char *dossier_id)
{
  GPtrArray *backups = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_backup_free);
  g_autofree char *folder = cap_backup_folder_dup_path (dossier_id);
  g_autofree char *other = dup_second_path (dossier_id);

  list_folder (folder, NULL, FALSE, backups);
  if (other != NULL)
    list_folder (other, NULL, TRUE, backups);
  g_ptr_array_sort (backups, cap_backup_compare);

  return backups;
}

static void
find_below (const char *root,
            const char *name,
            gboolean    is_second,
            GPtrArray  *backups)
{
  g_autoptr(GDir) dir = g_dir_open (root, 0, NULL);
  const char *entry;

  while (dir != NULL && (entry = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (root, entry, NULL);

      list_folder (folder, name, is_second, backups);
    }
}

/**
 * cap_backup_folder_find:
 * @path: a dossier that cannot be read
 *
 * Returns: (transfer full) (element-type CapBackup): the backups of dossiers of that name, newest first
 */
GPtrArray *
cap_backup_folder_find (const char *path)
{
  GPtrArray *backups = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_backup_free);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *root = dup_root ();
  g_autofree char *folder = cap_backup_folder_dup_second ();

  find_below (root, name, FALSE, backups);
  if (folder != NULL)
    {
      g_autofree char *other = g_build_filename (folder, SECOND_NAME, NULL);

      find_below (other, name, TRUE, backups);
    }
  g_ptr_array_sort (backups, cap_backup_compare);

  return backups;
}

static void
drop_surplus_of (const char *folder,
                 const char *name,
                 gint64      now)
{
  g_autoptr(GPtrArray) backups = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_backup_free);
  g_autoptr(GPtrArray) surplus = NULL;

  list_folder (folder, name, FALSE, backups);
  g_ptr_array_sort (backups, cap_backup_compare);
  surplus = cap_backup_list_surplus (backups, now, MAX_BYTES);
  for (guint i = 0; i < surplus->len; i++)
    g_unlink (((CapBackup *) g_ptr_array_index (surplus, i))->path);
}

/* Those of a name that the dossier had before go too, in their time. */
static void
drop_surplus (const char *folder,
              gint64      now)
{
  g_autoptr(GPtrArray) backups = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_backup_free);
  g_autoptr(GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  list_folder (folder, NULL, FALSE, backups);
  for (guint i = 0; i < backups->len; i++)
    {
      const CapBackup *backup = g_ptr_array_index (backups, i);

      if (g_hash_table_add (names, backup->name))
        drop_surplus_of (folder, backup->name, now);
    }
}

static gboolean
write_backup (CapDb       *db,
              const char  *path,
              const char  *folder,
              gint64       now,
              gboolean     before_migration,
              GError     **error)
{
  g_autofree char *name = dup_name (db, path, now, before_migration);
  g_autofree char *backup = g_build_filename (folder, name, NULL);
  g_autoptr(GError) problem = NULL;
  CapFileStamp stamp;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return cap_store_error_set_errno (error, errno);

  /* Two programs, or two in one second: one is enough. */
  if (cap_publication_write (db, backup, CAP_PUBLICATION_NEW, &stamp, &problem) ||
      g_error_matches (problem, CAP_STORE_ERROR, CAP_STORE_ERROR_EXISTS))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&problem));

  return FALSE;
}

static gboolean
is_due (const char *folder,
        const char *path,
        gint64      now)
{
  g_autoptr(GPtrArray) backups = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_backup_free);
  g_autofree char *name = g_path_get_basename (path);

  list_folder (folder, name, FALSE, backups);

  return cap_backup_is_due (backups, now);
}

static gboolean
make (CapDb       *db,
      const char  *path,
      const char  *folder,
      gint64       now,
      GError     **error)
{
  if (!write_backup (db, path, folder, now, FALSE, error))
    return FALSE;

  drop_surplus (folder, now);

  return TRUE;
}

/**
 * cap_backup_folder_take:
 * @db: a dossier, as it was just published
 * @path: its file
 * @dossier_id: its UUID
 * @now: in seconds since 1970
 *
 * Makes a backup where the last one is older than an hour, and lets those go that are too many by now. A
 * second folder that is not there is no error.
 *
 * Returns: whether there are the backups that there should be
 */
gboolean
cap_backup_folder_take (CapDb       *db,
                        const char  *path,
                        const char  *dossier_id,
                        gint64       now,
                        GError     **error)
{
  g_autofree char *folder = cap_backup_folder_dup_path (dossier_id);
  g_autofree char *other = dup_second_path (dossier_id);
  const gboolean here = !is_due (folder, path, now) || make (db, path, folder, now, error);
  const gboolean there = other == NULL || !is_due (other, path, now) ||
                         make (db, path, other, now, here ? error : NULL);

  return here && there;
}

/* Removes what a killed program left of a backup on this computer. */
void
cap_backup_folder_clean_up (const char *dossier_id)
{
  g_autofree char *folder = cap_backup_folder_dup_path (dossier_id);

  cap_publication_clean_up_folder (folder);
}

/* The same, however young the last one is. */
gboolean
cap_backup_folder_make (CapDb       *db,
                        const char  *path,
                        const char  *dossier_id,
                        gint64       now,
                        GError     **error)
{
  g_autofree char *folder = cap_backup_folder_dup_path (dossier_id);
  g_autofree char *other = dup_second_path (dossier_id);
  const gboolean here = make (db, path, folder, now, error);
  const gboolean there = other == NULL || make (db, path, other, now, here ? error : NULL);

  return here && there; /* one that fails keeps nobody from the other */
}

/**
 * cap_backup_folder_keep:
 * @file: the file of a dossier that is to be migrated, as it is
 *
 * Returns: whether it is kept
 */
gboolean
cap_backup_folder_keep (CapDb       *file,
                        const char  *path,
                        const char  *dossier_id,
                        gint64       now,
                        GError     **error)
{
  g_autofree char *folder = cap_backup_folder_dup_path (dossier_id);

  return write_backup (file, path, folder, now, TRUE, error);
}

static gboolean
encrypt (const CapBackup  *backup,
         CapVaultKey      *key,
         GError          **error)
{
  g_autoptr(CapDb) db = cap_db_open_read_only (backup->path, error);
  CapFileStamp stamp;

  if (db == NULL)
    return FALSE;

  cap_db_set_key (db, key);

  return cap_publication_write (db, backup->path, CAP_PUBLICATION_OVER, &stamp, error);
}

/* The copy of an auditor has the identity of its dossier: one of the two has nothing to say of the backups of
 * the other, even under one name. */
static gboolean
is_of_auditor (const CapBackup *backup,
               gboolean         audited)
{
  g_autoptr(CapDb) db = cap_db_open_read_only (backup->path, NULL);
  g_autofree char *its_audit = NULL;

  if (db == NULL || !cap_meta_table_find (db, CAP_META_AUDITED, &its_audit, NULL))
    return audited; /* nobody can say: as if it were its own */

  return its_audit != NULL;
}

/* The backups of a file: those that bear its name. */
static GPtrArray *
list_of_file (const CapBackupOwner *owner)
{
  g_autoptr(GPtrArray) backups = cap_backup_folder_list (owner->dossier_id);
  g_autofree char *name = g_path_get_basename (owner->path);

  for (guint i = backups->len; i > 0; i--)
    {
      const CapBackup *backup = g_ptr_array_index (backups, i - 1);

      if (!g_str_equal (backup->name, name) || is_of_auditor (backup, owner->audited) != owner->audited)
        g_ptr_array_remove_index (backups, i - 1);
    }

  return g_steal_pointer (&backups);
}

/**
 * cap_backup_folder_encrypt:
 * @owner: the file whose backups they are
 * @key: (nullable): what its backups are encrypted with from now on; %NULL: they are not
 * @progress: (nullable): a backup is a step
 * @n_done: (out): how many are
 * @n_left: (out): how many could not be read, or written again: they are as they were
 * @problem: (out) (nullable): why the first of those could not
 *
 * Writes the backups of a file again, each in place of the one that was; those of the second folder too, when
 * it is there.
 */
void
cap_backup_folder_encrypt (const CapBackupOwner  *owner,
                           CapVaultKey           *key,
                           CapProgress           *progress,
                           guint                 *n_done,
                           guint                 *n_left,
                           GError               **problem)
{
  g_autoptr(GPtrArray) backups = list_of_file (owner);

  *n_done = 0;
  *n_left = 0;
  cap_progress_begin (progress, backups->len);
  for (guint i = 0; i < backups->len; i++)
    {
      if (encrypt (g_ptr_array_index (backups, i), key, *n_left == 0 ? problem : NULL))
        (*n_done)++;
      else
        (*n_left)++;
      cap_progress_step (progress);
    }
}

/**
 * cap_backup_folder_follow:
 * @owner: the file whose backups they are
 * @key: what it is encrypted with
 *
 * Does that for those that were left behind, in clear or under a key before: the program was killed when they
 * were to be encrypted, or their disk was elsewhere. What cannot be done now is tried at the next opening.
 */
void
cap_backup_folder_follow (const CapBackupOwner *owner,
                          CapVaultKey          *key)
{
  g_autoptr(GPtrArray) backups = list_of_file (owner);

  for (guint i = 0; i < backups->len; i++)
    {
      const CapBackup *backup = g_ptr_array_index (backups, i);
      g_autoptr(GError) error = NULL;

      if (cap_vault_file_is_before (backup->path, key) && !encrypt (backup, key, &error))
        g_debug ("Cannot encrypt %s: %s", backup->path, error->message);
    }
}

/* Of the same dossier, under another name: what it was called before, or another copy of it. */
guint
cap_backup_folder_count_readable (const CapBackupOwner *owner)
{
  g_autoptr(GPtrArray) backups = cap_backup_folder_list (owner->dossier_id);
  g_autofree char *name = g_path_get_basename (owner->path);
  guint n = 0;

  for (guint i = 0; i < backups->len; i++)
    {
      const CapBackup *backup = g_ptr_array_index (backups, i);

      n += !g_str_equal (backup->name, name) && cap_vault_file_is_clear (backup->path) ? 1 : 0;
    }

  return n;
}

/* Whether people chose a second folder that is not there now: a key that is not plugged in. */
gboolean
cap_backup_folder_is_second_away (void)
{
  g_autofree char *folder = cap_backup_folder_dup_second ();

  return folder != NULL && !g_file_test (folder, G_FILE_TEST_IS_DIR);
}
