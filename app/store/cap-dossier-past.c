/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/cap-dossier-file-private.h"

#include "store/cap-backup-folder.h"
#include "store/cap-bring-back.h"
#include "store/cap-history.h"
#include "store/cap-journal-read.h"
#include "store/cap-meta-table.h"

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

/**
 * cap_dossier_file_list_backups:
 * @problem: (out) (transfer full) (nullable): why the last one could not be made
 *
 * Returns: (transfer full) (nullable): those of this dossier
 */
GPtrArray *
cap_dossier_file_list_backups (CapDossierFile  *self,
                               char           **problem,
                               GError         **error)
{
  g_autofree char *id = NULL;

  g_return_val_if_fail (self != NULL && self->db != NULL && problem != NULL, NULL);

  id = cap_meta_table_get (self->db, CAP_META_ID, error);
  if (id == NULL)
    return NULL;

  *problem = g_strdup (self->backup_problem);

  return cap_backup_folder_list (id);
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
