/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/cap-dossier-file-private.h"

#include <glib/gi18n.h>

#include "base/cap-text.h"
#include "store/cap-backup-folder.h"
#include "store/cap-change-log.h"
#include "store/cap-content-table.h"
#include "store/cap-dossier-check.h"
#include "store/cap-history.h"
#include "store/cap-meta-table.h"
#include "store/cap-snapshot.h"
#include "store/cap-store-error-private.h"
#include "store/cap-vault-file.h"

gboolean
cap_dossier_file_read_head (CapDossierFile  *self,
                            GError         **error)
{
  g_autofree char *head = cap_meta_table_get (self->db, CAP_META_HEAD, error);

  if (head == NULL)
    return FALSE;

  cap_set_string (&self->head, head);

  return TRUE;
}

/* What was done is on the disk: that its head cannot be read back does not undo it. It will be read. */
void
cap_dossier_file_note_done (CapDossierFile *self)
{
  if (!cap_dossier_file_read_head (self, NULL))
    g_clear_pointer (&self->head, g_free);
}

static gboolean
ensure_head (CapDossierFile  *self,
             GError         **error)
{
  return self->head != NULL || cap_dossier_file_read_head (self, error);
}

/* Where the work starts from, for the next opening if this program is killed. */
gboolean
cap_dossier_file_note_origin (CapDossierFile  *self,
                              GError         **error)
{
  g_autofree char *id = cap_meta_table_get (self->db, CAP_META_ID, error);

  self->noted = id != NULL &&
                cap_working_copy_set_origin (self->copy, self->path, id, self->published, error);

  return self->noted;
}

void
cap_dossier_file_set_guard (CapDossierFile  *self,
                            CapCommandGuard  guard)
{
  g_return_if_fail (self != NULL);

  self->guard = guard;
}

/**
 * cap_dossier_file_load:
 *
 * Returns: (transfer full) (nullable): all that the dossier holds now
 */
CapDossier *
cap_dossier_file_load (CapDossierFile  *self,
                       GError         **error)
{
  g_return_val_if_fail (self != NULL && self->db != NULL, NULL);

  return cap_snapshot_read (self->db, self->frameworks, self->reader, error);
}

gboolean
cap_dossier_file_check_writable (CapDossierFile  *self,
                                 GError         **error)
{
  if (self->copy != NULL)
    return TRUE;

  g_set_error_literal (error, CAP_STORE_ERROR, CAP_STORE_ERROR_READ_ONLY,
                       _("This dossier is open to be read only"));

  return FALSE;
}

/* A gesture needs a working copy that says where it comes from: it would not be taken up otherwise. */
gboolean
cap_dossier_file_check_ready (CapDossierFile  *self,
                              GError         **error)
{
  return cap_dossier_file_check_writable (self, error) &&
         (self->noted || cap_dossier_file_note_origin (self, error));
}

static void
set_scope_error (const CapDossier  *dossier,
                 GError           **error)
{
  const CapRecord *audit = cap_dossier_find_record (dossier, CAP_REGISTER_AUDIT, dossier->audited);

  if (audit != NULL)
    g_set_error (error, CAP_STORE_ERROR, CAP_STORE_ERROR_OUT_OF_SCOPE,
                 /* Translators: %s is the code of an audit */
                 _("This copy is the auditor’s: only audit %s is written in it"),
                 cap_record_get_code (audit));
  else
    g_set_error_literal (error, CAP_STORE_ERROR, CAP_STORE_ERROR_OUT_OF_SCOPE,
                         _("This copy is the auditor’s, and its audit is not in it any more"));
}

/* Whether this is the dossier of the structure itself, not the copy of an auditor. */
gboolean
cap_dossier_file_check_whole (CapDossierFile  *self,
                              GError         **error)
{
  g_autofree char *audited = NULL;
  g_autoptr(CapDossier) dossier = NULL;

  if (!cap_meta_table_find (self->db, CAP_META_AUDITED, &audited, error))
    return FALSE;
  if (audited == NULL)
    return TRUE;

  dossier = cap_dossier_file_load (self, error);
  if (dossier != NULL)
    set_scope_error (dossier, error);

  return FALSE;
}

/* The dossier of the structure is not even read. */
static gboolean
check_scope (CapDossierFile    *self,
             const CapCommand  *command,
             GError           **error)
{
  g_autofree char *audited = NULL;
  g_autoptr(CapDossier) dossier = NULL;

  if (!cap_meta_table_find (self->db, CAP_META_AUDITED, &audited, error))
    return FALSE;
  if (audited == NULL)
    return TRUE;

  dossier = cap_dossier_file_load (self, error);
  if (dossier == NULL)
    return FALSE;
  if (self->guard != NULL && self->guard (dossier, audited, command))
    return TRUE;

  set_scope_error (dossier, error);

  return FALSE;
}

/**
 * cap_dossier_file_run:
 * @command: one gesture
 *
 * Does a gesture in the working copy: one transaction, whole or not at all. In
 * the copy of an auditor, what is not about the audit is refused with
 * %CAP_STORE_ERROR_OUT_OF_SCOPE.
 *
 * Returns: whether it is done, and on the disk
 */
gboolean
cap_dossier_file_run (CapDossierFile    *self,
                      const CapCommand  *command,
                      GError           **error)
{
  g_return_val_if_fail (self != NULL && self->db != NULL && command != NULL, FALSE);

  if (!cap_dossier_file_check_ready (self, error) ||
      !check_scope (self, command, error) ||
      !cap_history_run (self->db, command, error))
    return FALSE;

  cap_dossier_file_note_done (self);

  return TRUE;
}

/**
 * cap_dossier_file_undo:
 *
 * Returns: (transfer full) (nullable): what was undone, in the user’s language
 */
char *
cap_dossier_file_undo (CapDossierFile  *self,
                       GError         **error)
{
  g_autofree char *label = NULL;

  g_return_val_if_fail (self != NULL && self->db != NULL, NULL);

  if (cap_dossier_file_check_ready (self, error))
    label = cap_history_undo (self->db, error);
  if (label != NULL)
    cap_dossier_file_note_done (self);

  return g_steal_pointer (&label);
}

/**
 * cap_dossier_file_redo:
 *
 * Returns: (transfer full) (nullable): what was done again, in the user’s language
 */
char *
cap_dossier_file_redo (CapDossierFile  *self,
                       GError         **error)
{
  g_autofree char *label = NULL;

  g_return_val_if_fail (self != NULL && self->db != NULL, NULL);

  if (cap_dossier_file_check_ready (self, error))
    label = cap_history_redo (self->db, error);
  if (label != NULL)
    cap_dossier_file_note_done (self);

  return g_steal_pointer (&label);
}

GPtrArray *
cap_dossier_file_list_changes (CapDossierFile  *self,
                               const char      *action_id,
                               GError         **error)
{
  g_return_val_if_fail (self != NULL && self->db != NULL && action_id != NULL, NULL);

  return cap_change_log_read (self->db, action_id, error);
}

GBytes *
cap_dossier_file_read_content (CapDossierFile  *self,
                               const char      *sha256,
                               GError         **error)
{
  g_return_val_if_fail (self != NULL && self->db != NULL && sha256 != NULL, NULL);

  return cap_content_table_get (self->db, sha256, error);
}

/* Whether the working copy has something that the file does not have. */
gboolean
cap_dossier_file_needs_publish (CapDossierFile *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->copy != NULL && g_strcmp0 (self->head, self->published) != 0;
}

/* The file was touched since: what matters is whether its content was. A file
 * that is gone is written again; one that cannot be read was changed. */
gboolean
cap_dossier_file_check_unchanged (CapDossierFile  *self,
                 GError         **error)
{
  g_autoptr(CapDb) file = NULL;
  g_autofree char *head = NULL;
  CapFileStamp now;

  if (!cap_file_stamp_take (self->path, &now) || cap_file_stamp_equal (&now, &self->stamp))
    return TRUE;

  file = cap_dossier_check_open (self->path, NULL);
  head = file != NULL ? cap_meta_table_get (file, CAP_META_HEAD, NULL) : NULL;
  if (g_strcmp0 (head, self->published) == 0 && cap_db_get_key (file) == cap_db_get_key (self->db))
    return TRUE;

  if (file == NULL ? cap_vault_file_is_locked (self->path)
                   : cap_db_get_key (file) != cap_db_get_key (self->db))
    {
      g_set_error_literal (error, CAP_STORE_ERROR, CAP_STORE_ERROR_CHANGED,
                           _("Someone else has encrypted or decrypted this dossier, or changed its"
                             " passphrase, since it was opened"));
      return FALSE;
    }

  cap_store_error_set (error, CAP_STORE_ERROR_CHANGED, NULL);

  return FALSE;
}

static void
note_published (CapDossierFile *self)
{
  cap_set_string (&self->published, self->head);

  /* If this fails and the program is killed, the next opening sees by the heads that all is published; if it
   * is not, it is done before the next gesture. */
  cap_dossier_file_note_origin (self, NULL);
}

/* The file is written: that there is no backup beside is told where backups are listed, and stops nothing. */
static void
take_backup (CapDossierFile *self)
{
  const gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autofree char *id = cap_meta_table_get (self->db, CAP_META_ID, NULL);
  g_autoptr(GError) error = NULL;

  g_clear_pointer (&self->backup_problem, g_free);
  if (id != NULL && !cap_backup_folder_take (self->db, self->path, id, now, &error))
    self->backup_problem = g_strdup (error->message);
}

/**
 * cap_dossier_file_publish:
 *
 * Makes the file hold everything that was done. Fails with
 * %CAP_STORE_ERROR_CHANGED, and changes nothing, when somebody else changed the
 * file since it was read or written: then replace, or save a copy.
 *
 * Returns: whether the file holds everything
 */
gboolean
cap_dossier_file_publish (CapDossierFile  *self,
                          GError         **error)
{
  g_return_val_if_fail (self != NULL && self->db != NULL, FALSE);

  if (!cap_dossier_file_needs_publish (self))
    return TRUE;

  return cap_dossier_file_check_unchanged (self, error) && cap_dossier_file_replace (self, error);
}

/* The same, whatever the file has become. */
gboolean
cap_dossier_file_replace (CapDossierFile  *self,
                          GError         **error)
{
  g_return_val_if_fail (self != NULL && self->db != NULL, FALSE);

  if (!cap_dossier_file_check_writable (self, error) || !ensure_head (self, error) ||
      !cap_publication_write (self->db, self->path, CAP_PUBLICATION_OVER, &self->stamp, error))
    return FALSE;

  note_published (self);
  take_backup (self);

  return TRUE;
}

/**
 * cap_dossier_file_save_copy:
 *
 * Writes everything to a new file beside, and goes on in that one: from then
 * on it is the file of this dossier. The other stays as somebody else left it.
 *
 * Returns: (transfer full) (nullable): the path of the new file
 */
char *
cap_dossier_file_save_copy (CapDossierFile  *self,
                            GError         **error)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (self != NULL && self->db != NULL, NULL);

  if (cap_dossier_file_check_writable (self, error) && ensure_head (self, error))
    path = cap_publication_write_beside (self->db, self->path, CAP_COPY_CONFLICT, &self->stamp, error);
  if (path == NULL)
    return NULL;

  cap_set_string (&self->path, path);
  g_clear_pointer (&self->lock, cap_lock_release);
  self->lock = cap_lock_acquire (path, TRUE, NULL);
  note_published (self);

  return g_steal_pointer (&path);
}

/* Whether gestures of an interrupted program were taken up. */
gboolean
cap_dossier_file_was_recovered (CapDossierFile *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->recovered;
}

gboolean
cap_dossier_file_is_read_only (CapDossierFile *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->copy == NULL;
}

/**
 * cap_dossier_file_close:
 *
 * Publishes what is left to publish and lets the file go. When this fails the
 * dossier is still open; to free it then leaves the working copy, which the
 * next opening takes up.
 *
 * Returns: whether the file holds everything
 */
gboolean
cap_dossier_file_close (CapDossierFile  *self,
                        GError         **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->db == NULL)
    return TRUE;

  if (!cap_dossier_file_publish (self, error))
    return FALSE;

  g_clear_pointer (&self->db, cap_db_close);
  if (self->copy != NULL)
    cap_working_copy_discard (self->copy);
  g_clear_pointer (&self->copy, cap_working_copy_free);
  g_clear_pointer (&self->lock, cap_lock_release);

  return TRUE;
}

/* Gestures that were not published stay in the working copy. */
void
cap_dossier_file_free (CapDossierFile *self)
{
  g_return_if_fail (self != NULL);

  if (self->db != NULL && !cap_dossier_file_needs_publish (self))
    cap_dossier_file_close (self, NULL);

  g_clear_pointer (&self->db, cap_db_close);
  g_clear_pointer (&self->copy, cap_working_copy_free);
  g_clear_pointer (&self->lock, cap_lock_release);
  g_hash_table_unref (self->frameworks);
  g_clear_pointer (&self->siblings, g_hash_table_unref);
  g_free (self->path);
  g_free (self->head);
  g_free (self->published);
  g_free (self->backup_problem);
  g_free (self);
}
