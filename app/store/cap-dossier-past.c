/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/cap-dossier-file-private.h"

#include <glib/gstdio.h>

#include "store/cap-backup-folder.h"
#include "store/cap-bring-back.h"
#include "store/cap-history.h"
#include "store/cap-journal-read.h"
#include "store/cap-meta-table.h"
#include "store/cap-recovery.h"

/* What an open dossier was, and how to have it again. */

GPtrArray *
cap_dossier_file_read_journal (CapDossierFile         *self,
                               const CapJournalQuery  *query,
                               GError                **error)
{
  g_return_val_if_fail (self != NULL && self->db != NULL && query != NULL, NULL);

  return cap_journal_read (self->db, query, error);
}

/**
 * cap_dossier_file_mark:
 * @name: what to call it
 *
 * Makes a restore point of what the dossier is now.
 *
 * Returns: whether it is made, and on the disk
 */
gboolean
cap_dossier_file_mark (CapDossierFile  *self,
                       const char      *name,
                       GError         **error)
{
  g_return_val_if_fail (self != NULL && self->db != NULL && name != NULL, FALSE);

  if (!cap_dossier_file_check_ready (self, error) ||
      !cap_history_mark (self->db, CAP_GESTURE_MARK, name, error))
    return FALSE;

  cap_dossier_file_note_done (self);

  return TRUE;
}

/**
 * cap_dossier_file_return:
 * @sequence: rank of a line of the journal
 * @name: what that point is called
 * @changed: (out): whether anything was different, so that there is a gesture to undo
 *
 * Makes the dossier what it was just after that line, as one gesture. The copy of an auditor goes back by
 * undoing only.
 *
 * Returns: whether it is so, and on the disk
 */
gboolean
cap_dossier_file_return (CapDossierFile  *self,
                         gint64           sequence,
                         const char      *name,
                         gboolean        *changed,
                         GError         **error)
{
  g_autofree char *head = g_strdup (self->head);

  g_return_val_if_fail (self != NULL && self->db != NULL && name != NULL, FALSE);

  if (!cap_dossier_file_check_ready (self, error) ||
      !cap_dossier_file_check_whole (self, error) ||
      !cap_history_return (self->db, sequence, name, error))
    return FALSE;

  cap_dossier_file_note_done (self);
  *changed = g_strcmp0 (head, self->head) != 0;

  return TRUE;
}

/* The same for one thing alone: see cap_bring_back(). */
gboolean
cap_dossier_file_bring_back (CapDossierFile  *self,
                             gint64           sequence,
                             const char      *object,
                             const char      *name,
                             gboolean        *changed,
                             GError         **error)
{
  g_autofree char *head = g_strdup (self->head);

  g_return_val_if_fail (self != NULL && self->db != NULL && object != NULL && name != NULL, FALSE);

  if (!cap_dossier_file_check_ready (self, error) ||
      !cap_dossier_file_check_whole (self, error) ||
      !cap_bring_back (self->db, sequence, object, name, error))
    return FALSE;

  cap_dossier_file_note_done (self);
  *changed = g_strcmp0 (head, self->head) != 0;

  return TRUE;
}

static void
add_set_aside (GPtrArray  *backups,
               const char *dossier_id)
{
  g_autoptr(GPtrArray) locked = cap_working_copy_list_locked (dossier_id);

  for (guint i = 0; i < locked->len; i++)
    {
      CapWorkingCopy *copy = g_ptr_array_index (locked, i);
      const char *path = cap_working_copy_get_db_path (copy);
      GStatBuf info;
      CapBackup *backup;

      if (g_stat (path, &info) != 0)
        continue;

      backup = cap_backup_new (path, cap_working_copy_get_time (copy), info.st_size);
      backup->name = g_path_get_basename (cap_working_copy_get_path (copy));
      backup->aside = TRUE;
      g_ptr_array_add (backups, backup);
    }
  g_ptr_array_sort (backups, cap_backup_compare);
}

/**
 * cap_dossier_file_list_backups:
 * @problem: (out) (transfer full) (nullable): why the last one could not be made
 *
 * Returns: (transfer full) (nullable): those of this dossier, and its unfinished work that was set aside
 */
GPtrArray *
cap_dossier_file_list_backups (CapDossierFile  *self,
                               char           **problem,
                               GError         **error)
{
  g_autofree char *id = NULL;
  GPtrArray *backups;

  g_return_val_if_fail (self != NULL && self->db != NULL && problem != NULL, NULL);

  id = cap_meta_table_get (self->db, CAP_META_ID, error);
  if (id == NULL)
    return NULL;

  *problem = g_strdup (self->backup_problem);
  backups = cap_backup_folder_list (id);
  add_set_aside (backups, id);

  return backups;
}

/**
 * cap_dossier_file_take_back:
 * @path: unfinished work of it that was set aside, whose key somebody holds
 * @error: return location for a [error@Cap.StoreError]
 *
 * Writes it beside the dossier, as a copy of it that can be merged, under the key of the dossier if that one
 * is encrypted; then it is no longer set aside.
 *
 * Returns: (transfer full) (nullable): the path of that copy; %NULL when all is as it was
 */
char *
cap_dossier_file_take_back (CapDossierFile  *self,
                            const char      *path,
                            GError         **error)
{
  g_return_val_if_fail (self != NULL && self->db != NULL && path != NULL, NULL);

  return cap_recovery_take_back (self->path, cap_db_get_key (self->db), path, error);
}

/**
 * cap_dossier_file_back_up:
 *
 * Makes a backup of what the dossier is now, however young the last one is.
 *
 * Returns: whether it is made
 */
gboolean
cap_dossier_file_back_up (CapDossierFile  *self,
                          GError         **error)
{
  g_autofree char *id = NULL;

  g_return_val_if_fail (self != NULL && self->db != NULL, FALSE);

  id = cap_meta_table_get (self->db, CAP_META_ID, error);
  if (id == NULL ||
      !cap_backup_folder_make (self->db, self->path, id, g_get_real_time () / G_USEC_PER_SEC, error))
    return FALSE;

  g_clear_pointer (&self->backup_problem, g_free);

  return TRUE;
}
