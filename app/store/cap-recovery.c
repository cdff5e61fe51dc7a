/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/cap-recovery.h"

#include "store/cap-dossier-check.h"
#include "store/cap-meta-table.h"
#include "store/cap-migrations.h"
#include "store/cap-publication.h"

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

/* %NULL when it cannot be read: then it is set aside, unless a newer program made it. */
static CapDb *
open_abandoned (CapWorkingCopy *copy)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CapDb) db = cap_db_open (cap_working_copy_get_db_path (copy), &error);
  gint64 version = 0;

  if (db != NULL &&
      cap_db_get_int (db, "PRAGMA user_version", &version, &error) &&
      version <= cap_migrations_get_latest () &&
      cap_dossier_check_is_sound (db, CAP_CHECK_QUICK, &error) &&
      cap_migrations_run (db, cap_migrations_get_latest (), &error))
    return g_steal_pointer (&db);

  if (g_error_matches (error, CAP_STORE_ERROR, CAP_STORE_ERROR_CORRUPT))
    {
      g_message ("A working copy cannot be read: %s", error->message);
      g_clear_pointer (&db, cap_db_close);
      cap_working_copy_set_aside (copy);
    }

  return NULL;
}

/* When the copy cannot be written, the working copy stays where it is: for the next time. */
static void
save_beside (CapWorkingCopy *copy,
             CapDb          *db,
             const char     *path)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *written = NULL;
  CapFileStamp stamp;

  written = cap_publication_write_beside (db, path, CAP_COPY_RECOVERED, &stamp, &error);
  cap_db_close (db);

  if (written != NULL)
    cap_working_copy_discard (copy);
  else
    g_message ("A working copy cannot be saved beside %s: %s", path, error->message);
}

/**
 * cap_recovery_take_up:
 * @path: a dossier that we hold the lock of, by its real name
 * @dossier_id: (nullable): its UUID; %NULL when it cannot be read
 * @head: (nullable): its head
 * @db: (out): the database of the working copy to go on with
 *
 * Deals with what killed programs left. If the file is still what they started
 * from, their work is taken up. If it was changed since, what they did is saved
 * beside it: nothing is lost.
 *
 * Returns: (transfer full) (nullable): the working copy to go on with; %NULL
 *   when there is none
 */
CapWorkingCopy *
cap_recovery_take_up (const char  *path,
                      const char  *dossier_id,
                      const char  *head,
                      CapDb      **db)
{
  Dossier dossier = { path, dossier_id, head };
  g_autoptr(GPtrArray) abandoned = cap_working_copy_list_abandoned (concerns, &dossier);
  CapWorkingCopy *taken = NULL;

  for (guint i = abandoned->len; i > 0; i--)
    {
      CapWorkingCopy *copy = g_ptr_array_index (abandoned, i - 1);
      CapDb *left = open_abandoned (copy);
      g_autofree char *its_head = left != NULL ? cap_meta_table_get (left, CAP_META_HEAD, NULL) : NULL;

      if (left == NULL)
        continue;

      if (g_strcmp0 (its_head, head) == 0)
        {
          cap_db_close (left);
          cap_working_copy_discard (copy);
        }
      else if (taken == NULL && g_strcmp0 (cap_working_copy_get_base (copy), head) == 0)
        {
          *db = left;
          taken = g_ptr_array_steal_index_fast (abandoned, i - 1);
        }
      else
        {
          save_beside (copy, left, path);
        }
    }

  return taken;
}
