/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/cap-dossier-file-private.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/cap-text.h"
#include "store/cap-backup-folder.h"
#include "store/cap-dossier-check.h"
#include "store/cap-history.h"
#include "store/cap-meta-table.h"
#include "store/cap-migrations.h"
#include "store/cap-recovery.h"
#include "store/cap-store-error-private.h"

static CapDossierFile *
new_file (const char         *path,
          CapFrameworkReader  reader)
{
  CapDossierFile *self = g_new0 (CapDossierFile, 1);

  self->path = g_strdup (path);
  self->reader = reader;
  self->frameworks = g_hash_table_new_full (g_str_hash, g_str_equal,
                                            g_free, (GDestroyNotify) cap_framework_unref);

  return self;
}

static gboolean
put_identity (CapDb   *db,
              GError **error)
{
  g_autofree char *id = g_uuid_string_random ();

  return cap_meta_table_put (db, CAP_META_ID, id, error) &&
         cap_meta_table_put (db, CAP_META_CREATED_BY, PACKAGE_VERSION, error) &&
         cap_meta_table_put (db, CAP_META_LAST_ACTION_NUMBER, "0", error);
}

static gboolean
start_work (CapDossierFile    *self,
            const CapCommand  *command,
            GError           **error)
{
  self->copy = cap_working_copy_new (self->path, error);
  if (self->copy == NULL)
    return FALSE;

  self->db = cap_db_open (cap_working_copy_get_db_path (self->copy), error);

  return self->db != NULL &&
         cap_migrations_run (self->db, cap_migrations_get_latest (), error) &&
         put_identity (self->db, error) &&
         cap_history_run (self->db, command, error) &&
         cap_dossier_file_read_head (self, error);
}

/* A working copy that is not published and cannot be: nobody asked to keep it. */
static void
abandon (CapDossierFile *self)
{
  g_clear_pointer (&self->db, cap_db_close);
  if (self->copy != NULL)
    cap_working_copy_discard (self->copy);
}

/* The folder must exist, the file not yet. */
char *
cap_dossier_file_dup_real_path_of_new (const char  *path,
                                       GError     **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *folder = g_path_get_dirname (absolute);
  g_autofree char *name = g_path_get_basename (absolute);
  g_autofree char *real = realpath (folder, NULL);
  g_autofree char *complete = NULL;

  if (real == NULL)
    {
      cap_store_error_set_errno (error, errno);
      return NULL;
    }

  complete = g_build_filename (real, name, NULL);
  if (g_file_test (complete, G_FILE_TEST_EXISTS) || g_file_test (complete, G_FILE_TEST_IS_SYMLINK))
    {
      cap_store_error_set (error, CAP_STORE_ERROR_EXISTS, NULL);
      return NULL;
    }

  return g_steal_pointer (&complete);
}

/**
 * cap_dossier_file_create:
 * @path: where nothing is yet
 * @command: what the dossier starts with: at least a member and an evaluation
 * @reader: reads the frameworks that dossiers hold
 * @error: return location for a [error@Cap.StoreError]
 *
 * Creates a dossier, publishes it and leaves it open to work in. A failure
 * leaves nothing, neither there nor elsewhere.
 *
 * Returns: (transfer full) (nullable): the dossier
 */
CapDossierFile *
cap_dossier_file_create (const char          *path,
                         const CapCommand    *command,
                         CapFrameworkReader   reader,
                         GError             **error)
{
  g_autofree char *real = NULL;
  g_autoptr(CapDossierFile) self = NULL;

  g_return_val_if_fail (path != NULL && command != NULL && reader != NULL, NULL);

  real = cap_dossier_file_dup_real_path_of_new (path, error);
  if (real == NULL)
    return NULL;

  self = new_file (real, reader);
  self->lock = cap_lock_acquire (real, FALSE, error);
  if (self->lock == NULL)
    return NULL;

  cap_publication_clean_up (real);
  if (start_work (self, command, error))
    {
      cap_set_string (&self->published, self->head);
      if (cap_dossier_file_note_origin (self, error) &&
          cap_publication_write (self->db, self->path, CAP_PUBLICATION_NEW, &self->stamp, error))
        return g_steal_pointer (&self);
    }

  abandon (self);

  return NULL;
}

static char *
get_real_path (const char  *path,
               GError     **error)
{
  char *real = realpath (path, NULL);

  if (real == NULL)
    cap_store_error_set_errno (error, errno);

  return real;
}

/* The file is checked a second time once it is copied: on a connection that only
 * reads, SQLite forgets the CHECK rules of the schema, and its own check too. */
static gboolean
open_copy (CapDossierFile  *self,
           CapDb           *file,
           const char      *path,
           GError         **error)
{
  self->db = cap_db_open_copy (file, path, error);

  return self->db != NULL &&
         cap_dossier_check_is_sound (self->db, CAP_CHECK_QUICK, error) &&
         cap_migrations_run (self->db, cap_migrations_get_latest (), error);
}

/* A copy in memory: reading writes nowhere. */
static gboolean
open_snapshot (CapDossierFile  *self,
               GError         **error)
{
  g_autoptr(CapDb) file = cap_dossier_check_open (self->path, error);

  return file != NULL && open_copy (self, file, ":memory:", error);
}

/* What a killed program did is in its working copy: it is published first, if
 * that can be. If it cannot, the file as it is remains worth reading. */
static gboolean
recover_before_reading (const char         *path,
                        CapFrameworkReader  reader)
{
  g_autoptr(CapDossierFile) file = NULL;

  if (!cap_recovery_is_needed (path))
    return FALSE;

  file = cap_dossier_file_open (path, CAP_FILE_WRITE, reader, NULL);

  return file != NULL && cap_dossier_file_was_recovered (file) && cap_dossier_file_close (file, NULL);
}

/* The migration cannot be undone: the file as it was is kept. */
static gboolean
keep_backup (CapDossierFile  *self,
             CapDb           *file,
             const char      *id,
             GError         **error)
{
  gint64 version = 0;

  if (!cap_db_get_int (file, "PRAGMA user_version", &version, error))
    return FALSE;

  return version == cap_migrations_get_latest () ||
         cap_backup_folder_keep (file, self->path, id, g_get_real_time () / G_USEC_PER_SEC, error);
}

static gboolean
copy_to_work (CapDossierFile  *self,
              CapDb           *file,
              const char      *id,
              GError         **error)
{
  if (!keep_backup (self, file, id, error))
    return FALSE;

  self->copy = cap_working_copy_new (self->path, error);
  if (self->copy == NULL)
    return FALSE;

  return open_copy (self, file, cap_working_copy_get_db_path (self->copy), error) &&
         cap_dossier_file_note_origin (self, error);
}

/* The file is gone, damaged or another one, for good: what was done in its working copy is saved beside. What
 * could not be read now may be the next time: then the working copy waits. */
static void
save_what_is_left (CapDossierFile *self,
                   const GError   *error)
{
  if (error->domain == CAP_STORE_ERROR &&
      (error->code == CAP_STORE_ERROR_CORRUPT || error->code == CAP_STORE_ERROR_NOT_FOUND ||
       error->code == CAP_STORE_ERROR_NOT_OURS))
    cap_recovery_take_up (self->path, NULL, NULL, NULL, &self->copy, &self->db, NULL);
}

/* What a killed program left, and what it left behind when it encrypted the dossier. */
static gboolean
take_up (CapDossierFile  *self,
         CapDb           *file,
         const char      *id,
         GError         **error)
{
  CapVaultKey *key = cap_db_get_key (file);
  CapBackupOwner owner = { self->path, id, FALSE };
  g_autofree char *audited = NULL;

  if (!cap_meta_table_find (file, CAP_META_AUDITED, &audited, error))
    return FALSE;

  owner.audited = audited != NULL;
  if (key != NULL)
    cap_backup_folder_follow (&owner, key);

  return cap_recovery_take_up (self->path, id, self->published, key, &self->copy, &self->db, error) &&
         (key == NULL || self->copy == NULL || cap_dossier_file_follow_key (self, key, error));
}

/* The stamp is taken before the file is read: a change in between is seen as one. */
static gboolean
open_to_work (CapDossierFile  *self,
              GError         **error)
{
  gboolean exists = cap_file_stamp_take (self->path, &self->stamp);
  g_autoptr(GError) problem = NULL;
  g_autoptr(CapDb) file = exists ? cap_dossier_check_open (self->path, &problem) : NULL;
  g_autofree char *id = NULL;

  if (!exists)
    cap_store_error_set (&problem, CAP_STORE_ERROR_NOT_FOUND, NULL);

  if (file == NULL)
    {
      save_what_is_left (self, problem);
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }

  id = cap_meta_table_get (file, CAP_META_ID, error);
  self->published = id != NULL ? cap_meta_table_get (file, CAP_META_HEAD, error) : NULL;
  if (self->published == NULL)
    return FALSE;

  cap_backup_folder_clean_up (id);
  if (!take_up (self, file, id, error))
    return FALSE;

  self->recovered = self->copy != NULL;
  if (self->recovered)
    return cap_dossier_file_note_origin (self, error) && cap_dossier_file_read_head (self, error);

  if (copy_to_work (self, file, id, error) && cap_dossier_file_read_head (self, error))
    return TRUE;

  abandon (self);

  return FALSE;
}

/**
 * cap_dossier_file_open:
 * @path: a dossier
 * @access: what for
 * @reader: reads the frameworks that dossiers hold
 * @error: return location for a [error@Cap.StoreError]
 *
 * Opens a dossier. A place that cannot be written to gives a dossier that is
 * read only, whatever @access says. Unpublished gestures of a program that was
 * killed are taken up.
 *
 * Returns: (transfer full) (nullable): the dossier
 */
CapDossierFile *
cap_dossier_file_open (const char          *path,
                       CapFileAccess        access,
                       CapFrameworkReader   reader,
                       GError             **error)
{
  g_autofree char *real = NULL;
  g_autoptr(CapDossierFile) self = NULL;
  g_autoptr(GError) refusal = NULL;

  g_return_val_if_fail (path != NULL && reader != NULL, NULL);

  real = get_real_path (path, error);
  if (real == NULL)
    return NULL;

  self = new_file (real, reader);
  if (access == CAP_FILE_READ)
    {
      self->recovered = recover_before_reading (real, reader);
      return open_snapshot (self, error) ? g_steal_pointer (&self) : NULL;
    }

  if (g_access (real, W_OK) == 0)
    self->lock = cap_lock_acquire (real, access == CAP_FILE_TAKE_OVER, &refusal);

  if (self->lock != NULL)
    {
      cap_publication_clean_up (real);
      return open_to_work (self, error) ? g_steal_pointer (&self) : NULL;
    }

  if (refusal == NULL || g_error_matches (refusal, CAP_STORE_ERROR, CAP_STORE_ERROR_READ_ONLY))
    return open_snapshot (self, error) ? g_steal_pointer (&self) : NULL;

  g_propagate_error (error, g_steal_pointer (&refusal));

  return NULL;
}

/**
 * cap_dossier_file_open_past:
 * @path: a dossier
 * @sequence: rank of a line of its journal; 0 for the last one
 * @reader: reads the frameworks that dossiers hold
 * @error: return location for a [error@Cap.StoreError]
 *
 * Opens a dossier as it was just after that line, to be read only.
 *
 * Returns: (transfer full) (nullable): the dossier
 */
CapDossierFile *
cap_dossier_file_open_past (const char          *path,
                            gint64               sequence,
                            CapFrameworkReader   reader,
                            GError             **error)
{
  g_autoptr(CapDossierFile) self = cap_dossier_file_open (path, CAP_FILE_READ, reader, error);
  g_autoptr(CapTransaction) transaction = NULL;

  if (self == NULL || sequence == 0)
    return g_steal_pointer (&self);

  transaction = cap_transaction_begin (self->db, error);

  return transaction != NULL &&
         cap_history_go_back (self->db, sequence, error) &&
         cap_transaction_commit (transaction, error) ? g_steal_pointer (&self) : NULL;
}
