/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/cap-recovery.h"

#include <stdlib.h>

#include "store/cap-dossier-check.h"
#include "store/cap-meta-table.h"
#include "store/cap-migrations.h"
#include "store/cap-publication.h"
#include "store/cap-store-error-private.h"
#include "store/cap-vault-file.h"

typedef struct
{
  const char *path;
  const char *dossier_id;
  const char *head;
} Dossier;

/* That of this dossier; or of the same one elsewhere, when it was moved since. */
static gboolean
concerns (CapWorkingCopy *copy,
          gpointer        user_data)
{
  const Dossier *dossier = user_data;
  const char *origin = cap_working_copy_get_path (copy);

  return g_str_equal (origin, dossier->path) ||
         (g_strcmp0 (cap_working_copy_get_dossier_id (copy), dossier->dossier_id) == 0 &&
          g_strcmp0 (cap_working_copy_get_base (copy), dossier->head) == 0 &&
          !g_file_test (origin, G_FILE_TEST_EXISTS));
}

/**
 * cap_recovery_is_needed:
 * @path: a dossier, by its real name
 *
 * Returns: whether a killed program left a working copy of it
 */
gboolean
cap_recovery_is_needed (const char *path)
{
  Dossier dossier = { path, NULL, NULL };
  g_autoptr(GPtrArray) abandoned = cap_working_copy_list_abandoned (concerns, &dossier);

  return abandoned->len > 0;
}

/* Another dossier was there under the same name. */
static gboolean
is_of_another (CapWorkingCopy *copy,
               const char     *dossier_id)
{
  return dossier_id != NULL && g_strcmp0 (cap_working_copy_get_dossier_id (copy), dossier_id) != 0;
}

/* (nullable): UUID of the dossier that is there now, if it can be read */
static char *
dup_id_of (const char *path)
{
  g_autoptr(CapDb) db = g_path_is_absolute (path) ? cap_db_open_read_only (path, NULL) : NULL;

  return db != NULL ? cap_meta_table_get (db, CAP_META_ID, NULL) : NULL;
}

/**
 * cap_recovery_find_locked:
 * @path: a dossier
 *
 * Returns: (transfer full) (nullable): a working copy of it that a killed program left, and that needs a
 *   passphrase; ours as long as it is held
 */
CapWorkingCopy *
cap_recovery_find_locked (const char *path)
{
  g_autofree char *real = realpath (path, NULL);
  Dossier dossier = { real != NULL ? real : path, NULL, NULL };
  g_autoptr(GPtrArray) abandoned = cap_working_copy_list_abandoned (concerns, &dossier);
  g_autofree char *id = abandoned->len > 0 ? dup_id_of (dossier.path) : NULL;

  for (guint i = 0; i < abandoned->len; i++)
    {
      CapWorkingCopy *copy = g_ptr_array_index (abandoned, i);

      if (!cap_working_copy_is_settled (copy) && !is_of_another (copy, id) &&
          cap_vault_file_is_locked (cap_working_copy_get_db_path (copy)))
        return g_ptr_array_steal_index (abandoned, i);
    }

  return NULL;
}

static gboolean
is_known (CapDb   *db,
          GError **error)
{
  gint64 version = 0;

  if (!cap_db_get_int (db, "PRAGMA user_version", &version, error))
    return FALSE;

  if (version > cap_migrations_get_latest ())
    cap_store_error_set (error, CAP_STORE_ERROR_TOO_NEW, NULL);

  return version <= cap_migrations_get_latest ();
}

static CapDb *
open_sound (const char  *path,
            char       **head,
            GError     **error)
{
  g_autoptr(CapDb) db = cap_db_open (path, error);

  return db != NULL && is_known (db, error) &&
         cap_dossier_check_is_sound (db, CAP_CHECK_QUICK, error) &&
         cap_migrations_run (db, cap_migrations_get_latest (), error) &&
         (*head = cap_meta_table_get (db, CAP_META_HEAD, error)) != NULL ? g_steal_pointer (&db) : NULL;
}

/* %NULL when there is nothing to take up: an empty one goes, and one whose content is published, which may be
 * in clear while the file no longer is: nothing of it stays. A damaged one is set aside, one that a newer
 * program made waits for it. What could not be read now may be the next time: that is an error. */
static CapDb *
open_abandoned (CapWorkingCopy  *copy,
                char           **head,
                GError         **error)
{
  const char *path = cap_working_copy_get_db_path (copy);
  g_autoptr(GError) problem = NULL;
  g_autoptr(CapDb) db = NULL;

  if (cap_working_copy_is_settled (copy))
    {
      cap_working_copy_wipe (copy);
      return NULL;
    }
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      cap_working_copy_discard (copy);
      return NULL;
    }

  db = open_sound (path, head, &problem);
  if (db != NULL)
    return g_steal_pointer (&db);

  if (g_error_matches (problem, CAP_STORE_ERROR, CAP_STORE_ERROR_CORRUPT))
    {
      g_message ("A working copy cannot be read: %s", problem->message);
      cap_working_copy_set_aside (copy);
    }
  else if (!g_error_matches (problem, CAP_STORE_ERROR, CAP_STORE_ERROR_TOO_NEW))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
    }

  return NULL;
}

/* When the copy cannot be written, the working copy stays where it is: for the next time. */
static char *
save_beside (CapWorkingCopy  *copy,
             CapDb           *db,
             const char      *path,
             GError         **error)
{
  char *written;
  CapFileStamp stamp;

  written = cap_publication_write_beside (db, path, CAP_COPY_RECOVERED, &stamp, error);
  cap_db_close (db);

  if (written != NULL)
    cap_working_copy_discard (copy);

  return written;
}

/* Nobody waits for it. */
static void
save_what_fits_no_more (CapWorkingCopy *copy,
                        CapDb          *db,
                        const char     *path)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *written = save_beside (copy, db, path, &error);

  if (written == NULL)
    g_message ("A working copy cannot be saved beside %s: %s", path, error->message);
}

/**
 * cap_recovery_take_back:
 * @path: a dossier, by its real name
 * @key: (nullable): what it is encrypted with: what is written is too
 * @db_path: a working copy of it that was set aside still encrypted; somebody holds its key
 *
 * Saves it beside the dossier, as any that fits no more, and then it is no longer aside.
 *
 * Returns: (transfer full) (nullable): the path of the new file; %NULL with all as it was
 */
char *
cap_recovery_take_back (const char   *path,
                        CapVaultKey  *key,
                        const char   *db_path,
                        GError      **error)
{
  g_autoptr(CapWorkingCopy) copy = cap_working_copy_claim_locked (db_path, error);
  g_autofree char *head = NULL;
  CapDb *db = copy != NULL ? open_sound (db_path, &head, error) : NULL;

  if (db == NULL)
    return NULL;
  if (key != NULL)
    cap_db_set_key (db, key);

  return save_beside (copy, db, path, error);
}

/**
 * cap_recovery_take_up:
 * @path: a dossier that we hold the lock of, by its real name
 * @dossier_id: (nullable): its UUID; %NULL when it cannot be read
 * @head: (nullable): its head
 * @key: (nullable): what it is encrypted with: what is written of a working copy is too, whatever that one is
 * @copy: (out) (nullable): the working copy to go on with; %NULL when there is none
 * @db: (out) (nullable): its database
 * @error: return location for a [error@Cap.StoreError]
 *
 * Deals with what killed programs left. If the file is still what they started
 * from, their work is taken up. If it was changed since, what they did is saved
 * beside it: nothing is lost. When it cannot be read for now it waits, and the
 * dossier must not be worked in meanwhile: it would go on without it.
 *
 * Returns: whether that is done
 */
gboolean
cap_recovery_take_up (const char      *path,
                      const char      *dossier_id,
                      const char      *head,
                      CapVaultKey     *key,
                      CapWorkingCopy **copy,
                      CapDb          **db,
                      GError         **error)
{
  Dossier dossier = { path, dossier_id, head };
  g_autoptr(GPtrArray) abandoned = cap_working_copy_list_abandoned (concerns, &dossier);
  g_autoptr(CapWorkingCopy) taken = NULL;
  g_autoptr(CapDb) taken_db = NULL;

  for (guint i = abandoned->len; i > 0; i--)
    {
      CapWorkingCopy *left = g_ptr_array_index (abandoned, i - 1);
      g_autoptr(GError) problem = NULL;
      g_autofree char *its_head = NULL;
      g_autoptr(CapDb) left_db = open_abandoned (left, &its_head, &problem);

      if (problem != NULL && is_of_another (left, dossier_id) &&
          g_error_matches (problem, CAP_STORE_ERROR, CAP_STORE_ERROR_ENCRYPTED))
        continue; /* it waits for its own dossier */
      if (problem != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return FALSE;
        }

      if (left_db == NULL)
        continue;
      if (key != NULL)
        cap_db_set_key (left_db, key);

      if (g_strcmp0 (its_head, head) == 0)
        {
          g_clear_pointer (&left_db, cap_db_close);
          cap_working_copy_discard (left);
        }
      else if (taken == NULL && g_strcmp0 (cap_working_copy_get_base (left), head) == 0)
        {
          taken_db = g_steal_pointer (&left_db);
          taken = g_ptr_array_steal_index_fast (abandoned, i - 1);
        }
      else
        {
          save_what_fits_no_more (left, g_steal_pointer (&left_db), path);
        }
    }

  *copy = g_steal_pointer (&taken);
  *db = g_steal_pointer (&taken_db);

  return TRUE;
}
