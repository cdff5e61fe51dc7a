/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/cap-dossier-vault.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "store/cap-backup-folder.h"
#include "store/cap-dossier-file-private.h"
#include "store/cap-history.h"
#include "store/cap-meta-table.h"
#include "store/cap-recovery.h"
#include "store/cap-store-error-private.h"
#include "store/cap-vault-file.h"
#include "store/cap-vault.h"

gboolean
cap_dossier_is_locked (const char *path)
{
  g_autoptr(CapWorkingCopy) left = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  if (cap_vault_file_is_locked (path))
    return TRUE;

  left = cap_recovery_find_locked (path);

  return left != NULL;
}

/**
 * cap_dossier_needs_left_over:
 * @path: a dossier
 * @time: (out) (optional): when something was last done in what is left over, in seconds since 1970
 *
 * Returns: whether it is not the dossier that needs a passphrase, but what a killed program left of it, under
 *   another one
 */
gboolean
cap_dossier_needs_left_over (const char *path,
                             gint64     *time)
{
  g_autoptr(CapWorkingCopy) left = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  left = cap_vault_file_is_locked (path) ? NULL : cap_recovery_find_locked (path);
  if (left != NULL && time != NULL)
    *time = cap_working_copy_get_time (left);

  return left != NULL;
}

/**
 * cap_dossier_set_left_over_aside:
 * @path: a dossier of which cap_dossier_needs_left_over()
 * @error: return location for a [error@Cap.StoreError]
 *
 * For who does not have that passphrase: what is left over is kept as it is, encrypted, and the dossier opens
 * without. It is listed among its backups, and cap_dossier_file_take_back() takes it from there.
 *
 * Returns: whether it is aside, or nothing is left over any more
 */
gboolean
cap_dossier_set_left_over_aside (const char  *path,
                                 GError     **error)
{
  g_autoptr(CapWorkingCopy) left = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  left = cap_vault_file_is_locked (path) ? NULL : cap_recovery_find_locked (path);

  return left == NULL || cap_working_copy_set_aside_locked (left, error);
}

/**
 * cap_dossier_unlock:
 * @path: a dossier that is locked
 * @passphrase: what was typed
 * @error: return location for a [error@Cap.SecretError] or a [error@Cap.StoreError]
 *
 * Returns: (transfer full) (nullable): a key: as long as it is held, the dossier opens
 */
CapVaultKey *
cap_dossier_unlock (const char  *path,
                    const char  *passphrase,
                    GError     **error)
{
  g_autoptr(CapWorkingCopy) left = NULL;

  g_return_val_if_fail (path != NULL && passphrase != NULL, NULL);

  if (!cap_vault_file_is_locked (path))
    left = cap_recovery_find_locked (path);

  return cap_vault_file_unlock (left != NULL ? cap_working_copy_get_db_path (left) : path, passphrase, error);
}

gboolean
cap_dossier_file_is_encrypted (CapDossierFile *self)
{
  g_return_val_if_fail (self != NULL && self->db != NULL, FALSE);

  return cap_db_get_key (self->db) != NULL;
}

void
cap_vault_outcome_free (CapVaultOutcome *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->problem);
  g_free (self);
}

char *
cap_vault_outcome_dup_done (const CapVaultOutcome *self)
{
  g_autoptr(GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (self != NULL, NULL);

  if (self->n_backups > 0)
    /* Translators: how many backups of the dossier */
    g_ptr_array_add (sentences, g_strdup_printf (ngettext ("%u backup followed.", "%u backups followed.",
                                                           self->n_backups), self->n_backups));
  if (self->second_away)
    g_ptr_array_add (sentences, g_strdup (_("The second folder is not there now: its backups are as they"
                                            " were.")));
  if (self->n_readable > 0)
    /* Translators: how many backups */
    g_ptr_array_add (sentences, g_strdup_printf (
      ngettext ("%u backup that was made under another name can still be read: see “Journal and Backups”.",
                "%u backups that were made under other names can still be read: see “Journal and Backups”.",
                self->n_readable), self->n_readable));
  g_ptr_array_add (sentences, NULL);

  return g_strjoinv (" ", (char **) sentences->pdata);
}

char *
cap_vault_outcome_dup_left (const CapVaultOutcome *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->n_left == 0)
    return NULL;

  /* Translators: how many backups; why */
  return g_strdup_printf (ngettext ("%1$u backup could not follow, and is as it was: %2$s",
                                    "%1$u backups could not follow, and are as they were: %2$s",
                                    self->n_left), self->n_left, self->problem);
}

/* Whoever finds an open window does not change the passphrase of others. */
static gboolean
check_passphrase (CapDossierFile        *self,
                  const CapVaultChange  *change,
                  GError               **error)
{
  g_autoptr(CapVaultKey) key = NULL;

  if (!cap_dossier_file_is_encrypted (self))
    return TRUE;

  key = cap_vault_file_unlock (self->path, change->passphrase != NULL ? change->passphrase : "", error);

  return key != NULL;
}

/* What is wanted: @key: (out) (transfer full) (nullable) */
static gboolean
choose_key (CapDossierFile        *self,
            const CapVaultChange  *change,
            CapVaultKey          **key,
            GError               **error)
{
  *key = NULL;
  if (change->chosen == NULL)
    return TRUE;

  *key = cap_vault_key_new (change->chosen, cap_db_get_key (self->db), error);

  return *key != NULL;
}

/* Goes on in another working copy: @db: (transfer full) */
static void
move_to (CapDossierFile  *self,
         CapWorkingCopy  *copy,
         CapDb           *db)
{
  cap_db_close (self->db);
  cap_working_copy_wipe (self->copy);
  cap_working_copy_free (self->copy);
  self->copy = copy;
  self->db = db;
}

static gboolean
sync_file (const char  *path,
           GError     **error)
{
  const int fd = g_open (path, O_RDWR | O_CLOEXEC, 0);
  int number = fd < 0 || fsync (fd) != 0 ? errno : 0;

  if (fd >= 0 && close (fd) != 0 && number == 0)
    number = errno;

  return number == 0 || cap_store_error_set_errno (error, number);
}

/* Encrypted, a page is a block: one that is being written when the power goes takes no other one with it. The
 * pages of another program may be of another size. */
static CapDb *
open_copy (CapDb       *db,
           const char  *path,
           GError     **error)
{
  gint64 page_size = 0;

  if (!cap_db_get_int (db, "PRAGMA page_size", &page_size, error))
    return NULL;

  if (cap_db_get_key (db) == NULL || page_size == CAP_VAULT_BLOCK_SIZE)
    return cap_db_open_copy (db, path, error);

  return cap_db_vacuum_into (db, path, error) && sync_file (path, error) ? cap_db_open (path, error) : NULL;
}

/* The file is written from the new working copy, under the new key; then there is one working copy again,
 * whose origin is known. Whenever the program is killed, everything is in the file, under one key or the
 * other: the working copy of before says so, for it may need a passphrase that nobody has any more. */
static gboolean
rewrite (CapDossierFile  *self,
         CapVaultKey     *key,
         GError         **error)
{
  g_autoptr(CapWorkingCopy) copy = cap_working_copy_new (self->path, error);
  CapVaultKey *former = cap_db_get_key (self->db);
  g_autoptr(CapVaultKey) kept = former != NULL ? cap_vault_key_ref (former) : NULL;
  g_autoptr(CapDb) db = NULL;

  if (copy == NULL)
    return FALSE;

  cap_db_set_key (self->db, key);
  db = open_copy (self->db, cap_working_copy_get_db_path (copy), error);
  cap_db_set_key (self->db, kept);

  if (db == NULL || !cap_working_copy_set_settled (self->copy, error) ||
      !cap_publication_write (db, self->path, CAP_PUBLICATION_OVER, &self->stamp, error))
    {
      g_clear_pointer (&db, cap_db_close);
      cap_working_copy_wipe (copy);
      self->noted = FALSE; /* it is no longer settled: to be said before the next gesture */
      return FALSE;
    }

  move_to (self, g_steal_pointer (&copy), g_steal_pointer (&db));
  cap_dossier_file_note_origin (self, NULL);

  return TRUE;
}

/**
 * cap_dossier_file_follow_key:
 * @key: what the file is encrypted with
 *
 * Goes on in an encrypted working copy when the one that was taken up is in clear, or under another key.
 *
 * Returns: whether it is
 */
gboolean
cap_dossier_file_follow_key (CapDossierFile  *self,
                             CapVaultKey     *key,
                             GError         **error)
{
  g_autoptr(CapWorkingCopy) copy = NULL;
  g_autoptr(CapDb) db = NULL;
  g_autofree char *id = NULL;

  if (cap_vault_file_is_of (cap_working_copy_get_db_path (self->copy), key))
    return TRUE;

  id = cap_meta_table_get (self->db, CAP_META_ID, error);
  copy = id != NULL ? cap_working_copy_new (self->path, error) : NULL;
  if (copy == NULL)
    return FALSE;

  cap_db_set_key (self->db, key);
  db = open_copy (self->db, cap_working_copy_get_db_path (copy), error);
  if (db == NULL || !cap_working_copy_set_origin (copy, self->path, id, self->published, error))
    {
      g_clear_pointer (&db, cap_db_close);
      cap_working_copy_wipe (copy);
      return FALSE;
    }

  move_to (self, g_steal_pointer (&copy), g_steal_pointer (&db));

  return TRUE;
}

/* The journal says it. Nobody is kept from it by a line that could not be written. */
static void
tell (CapDossierFile *self,
      gboolean        was,
      gboolean        is)
{
  const CapGesture gesture = !is ? CAP_GESTURE_DECRYPT : was ? CAP_GESTURE_PASSPHRASE : CAP_GESTURE_ENCRYPT;

  if (cap_dossier_file_check_ready (self, NULL) && cap_history_mark (self->db, gesture, "", NULL))
    cap_dossier_file_note_done (self);
}

/* The dossier is done: its backups follow, as far as they can. */
static void
follow (CapDossierFile   *self,
        const char       *id,
        CapVaultKey      *key,
        CapProgress      *progress,
        CapVaultOutcome  *outcome)
{
  g_autofree char *audited = NULL;
  g_autoptr(GError) problem = NULL;
  CapBackupOwner owner = { self->path, id, FALSE };

  owner.audited = cap_meta_table_find (self->db, CAP_META_AUDITED, &audited, NULL) && audited != NULL;
  cap_backup_folder_encrypt (&owner, key, progress, &outcome->n_backups, &outcome->n_left, &problem);
  if (problem != NULL)
    outcome->problem = g_strdup (problem->message);
  outcome->second_away = cap_backup_folder_is_second_away ();
  if (key != NULL)
    outcome->n_readable = cap_backup_folder_count_readable (&owner) +
                          cap_working_copy_count_set_aside (self->path);
}

/**
 * cap_dossier_file_set_passphrase:
 * @self: a dossier to work in
 * @change: what is known, and what is wanted
 * @error: return location for a [error@Cap.SecretError] or a [error@Cap.StoreError]
 *
 * Encrypts a dossier, changes its passphrase, or decrypts it: the file, the
 * working copy, and the backups that can be read. When it fails nothing is
 * changed; what becomes of the backups is told in the outcome. It is not undone.
 *
 * Returns: (transfer full) (nullable): what was done
 */
CapVaultOutcome *
cap_dossier_file_set_passphrase (CapDossierFile        *self,
                                 const CapVaultChange  *change,
                                 GError               **error)
{
  g_autoptr(CapVaultOutcome) outcome = g_new0 (CapVaultOutcome, 1);
  g_autoptr(CapVaultKey) former = NULL; /* held for the backups that it reads */
  g_autoptr(CapVaultKey) key = NULL;
  g_autofree char *id = NULL;

  g_return_val_if_fail (self != NULL && self->db != NULL && change != NULL, NULL);

  if (!cap_dossier_file_check_ready (self, error) || !check_passphrase (self, change, error) ||
      !choose_key (self, change, &key, error) || !cap_dossier_file_publish (self, error) ||
      !cap_dossier_file_check_unchanged (self, error))
    return NULL;

  if (cap_dossier_file_is_encrypted (self))
    former = cap_vault_key_ref (cap_db_get_key (self->db));
  id = cap_meta_table_get (self->db, CAP_META_ID, error);
  if (id == NULL || !rewrite (self, key, error))
    return NULL;

  tell (self, former != NULL, key != NULL);
  follow (self, id, key, change->progress, outcome);

  return g_steal_pointer (&outcome);
}
