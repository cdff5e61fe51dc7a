/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/cap-dossier-personal.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

#include "store/cap-backup-folder.h"
#include "store/cap-content-table.h"
#include "store/cap-dossier-file-private.h"
#include "store/cap-meta-table.h"
#include "store/cap-personal-search.h"
#include "store/cap-redaction-proof.h"
#include "store/cap-redaction.h"
#include "store/cap-retention.h"
#include "store/cap-store-error-private.h"

/* What an open dossier says of people, and how to take it out everywhere. */

/**
 * cap_dossier_file_find_personal:
 * @names: (array zero-terminated=1) (nullable): names of people to look for
 *
 * Returns: (transfer full) (nullable): which fields may name somebody, and what was found
 */
CapPersonalReport *
cap_dossier_file_find_personal (CapDossierFile       *self,
                                const char * const   *names,
                                GError              **error)
{
  g_return_val_if_fail (self != NULL && self->db != NULL, NULL);

  return cap_personal_search_run (self->db, names, error);
}

static gboolean
search_folder (const char              *folder,
               const CapPersonalSwaps  *swaps,
               CapRedactionOutcome     *outcome,
               GError                 **error)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf stat;

      if (g_lstat (path, &stat) == 0 && S_ISREG (stat.st_mode) && stat.st_size > 0 &&
          !cap_redaction_proof_search_file (path, swaps, outcome, error))
        return FALSE;
    }

  return TRUE;
}

/* Those that were set aside still encrypted when the dossier had another name. */
static gboolean
search_locked (const char              *id,
               const char              *digest,
               const CapPersonalSwaps  *swaps,
               CapRedactionOutcome     *outcome,
               GError                 **error)
{
  g_autoptr(GPtrArray) copies = cap_working_copy_list_locked (id);

  for (guint i = 0; i < copies->len; i++)
    {
      const char *db_path = cap_working_copy_get_db_path (g_ptr_array_index (copies, i));
      g_autofree char *folder = g_path_get_dirname (db_path);
      g_autofree char *name = g_path_get_basename (folder);

      if (!g_str_has_prefix (name, digest) && !search_folder (folder, swaps, outcome, error))
        return FALSE;
    }

  return TRUE;
}

/* Our folder, and those of the same dossier that were set aside: their names begin with the same digest. To
 * read the database by ourselves lets the locks of SQLite go; nobody else opens what is in a folder of
 * ours. */
static gboolean
search_work (CapDossierFile          *self,
             const char              *id,
             const CapPersonalSwaps  *swaps,
             CapRedactionOutcome     *outcome,
             GError                 **error)
{
  g_autofree char *own = g_path_get_dirname (cap_working_copy_get_db_path (self->copy));
  g_autofree char *work = g_path_get_dirname (own);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, self->path, -1);
  g_autoptr(GDir) dir = g_dir_open (work, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (work, name, NULL);

      if ((g_str_has_prefix (name, digest) || g_str_equal (folder, own)) &&
          !search_folder (folder, swaps, outcome, error))
        return FALSE;
    }

  return search_locked (id, digest, swaps, outcome, error);
}

static gboolean
search_backups (const char              *id,
                const CapPersonalSwaps  *swaps,
                CapRedactionOutcome     *outcome,
                GError                 **error)
{
  g_autoptr(GPtrArray) backups = cap_backup_folder_list (id);

  for (guint i = 0; i < backups->len; i++)
    {
      if (!cap_redaction_proof_search_file (((CapBackup *) g_ptr_array_index (backups, i))->path, swaps,
                                            outcome, error))
        return FALSE;
    }

  return TRUE;
}

/* A backup is what the dossier was: it is not written again, it stays or goes. */
static gboolean
drop (GPtrArray            *backups,
      CapRedactionOutcome  *outcome,
      GError              **error)
{
  for (guint i = 0; i < backups->len; i++)
    {
      if (g_unlink (((CapBackup *) g_ptr_array_index (backups, i))->path) != 0 && errno != ENOENT)
        return cap_store_error_set_errno (error, errno);
      outcome->n_backups++;
    }

  return TRUE;
}

/* Nothing of what was is left in the pages of the working copy, nor in its log. */
static gboolean
wipe (CapDb   *db,
      GError **error)
{
  return cap_db_exec (db, "VACUUM", error) && cap_db_exec (db, "PRAGMA wal_checkpoint (TRUNCATE)", error);
}

static gboolean
is_readable (CapDossierFile  *self,
             GError         **error)
{
  g_autoptr(CapDossier) dossier = cap_dossier_file_load (self, error);

  return dossier != NULL;
}

/* To look for them afterwards.
 * @n_unknown: (out): of how many no search can tell whether they are gone */
static gboolean
take_contents (CapDossierFile    *self,
               CapPersonalSwaps  *swaps,
               guint             *n_unknown,
               GError           **error)
{
  g_autoptr(GPtrArray) documents = cap_personal_swaps_list_documents (swaps);
  g_autoptr(GPtrArray) all = documents->len > 0
                             ? cap_db_list_texts (self->db, "SELECT sha256 FROM content", error) : NULL;

  for (guint i = 0; all != NULL && i < documents->len; i++)
    {
      const char *sha256 = g_ptr_array_index (documents, i);
      g_autoptr(GBytes) content = NULL;

      if (!g_ptr_array_find_with_equal_func (all, sha256, g_str_equal, NULL))
        {
          g_set_error (error, CAP_PERSONAL_ERROR, CAP_PERSONAL_ERROR_NO_FILE,
                       /* Translators: %s is the SHA-256 of a file */
                       _("The dossier has no file whose SHA-256 is %s"), sha256);
          return FALSE;
        }
      content = cap_content_table_get (self->db, sha256, error);
      if (content == NULL)
        return FALSE;
      cap_personal_swaps_take_content (swaps, sha256, content);
    }

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const char *sha256 = g_ptr_array_index (all, i);
      g_autoptr(GBytes) content = NULL;

      if (cap_personal_swaps_has_document (swaps, sha256))
        continue;
      content = cap_content_table_get (self->db, sha256, error);
      if (content == NULL)
        return FALSE;
      cap_personal_swaps_spare_content (swaps, content);
    }

  *n_unknown = cap_personal_swaps_settle_samples (swaps);

  return all != NULL || documents->len == 0;
}

/* In one transaction with the reading of it: what would not open any more is not kept. */
static gboolean
rewrite (CapDossierFile          *self,
         const CapPersonalSwaps  *swaps,
         CapRedactionOutcome     *outcome,
         GError                 **error)
{
  g_autoptr(CapTransaction) transaction = cap_transaction_begin (self->db, error);

  return transaction != NULL && cap_redaction_run (self->db, swaps, outcome, error) &&
         is_readable (self, error) && cap_transaction_commit (transaction, error);
}

static gboolean
prove (CapDossierFile          *self,
       const char              *id,
       const CapPersonalSwaps  *swaps,
       CapRedactionOutcome     *outcome,
       GError                 **error)
{
  return cap_redaction_proof_search_file (self->path, swaps, outcome, error) &&
         search_work (self, id, swaps, outcome, error) &&
         search_backups (id, swaps, outcome, error) &&
         (cap_personal_swaps_get_n (swaps) == 0 || /* no words to look for in what stays */
          cap_redaction_proof_explain (self->db, swaps, outcome, error));
}

/* It is taken out: what fails from here on does not bring it back. */
static gboolean
settle (CapDossierFile          *self,
        const char              *id,
        const CapPersonalSwaps  *swaps,
        gboolean                 drop_backups,
        CapRedactionOutcome     *outcome,
        GError                 **error)
{
  g_autoptr(GPtrArray) backups = cap_backup_folder_list (id);

  /* A backup that is made of the new file is not one of these. */
  if (!wipe (self->db, error) || !cap_dossier_file_publish (self, error) ||
      (drop_backups && !drop (backups, outcome, error)))
    return FALSE;

  outcome->n_kept = drop_backups ? 0 : backups->len;

  return prove (self, id, swaps, outcome, error);
}

/**
 * cap_dossier_file_redact:
 * @swaps: what is taken out, and what stands there instead
 * @drop_backups: whether the backups of this dossier go, those that were made before a migration too
 * @error: return location for an error
 *
 * Takes words out of the dossier as if they had never been there, and files as a whole, publishes it, then
 * searches for them byte by byte in the file, in the working copy and in the backups. It is not undone. What
 * fails after that is told in the outcome.
 *
 * Returns: (transfer full) (nullable): what was done, and what the search found
 */
CapRedactionOutcome *
cap_dossier_file_redact (CapDossierFile    *self,
                         CapPersonalSwaps  *swaps,
                         gboolean           drop_backups,
                         GError           **error)
{
  g_autoptr(CapRedactionOutcome) outcome = cap_redaction_outcome_new ();
  g_autoptr(GError) late = NULL;
  g_autofree char *id = NULL;
  guint n_unknown = 0;

  g_return_val_if_fail (self != NULL && self->db != NULL && swaps != NULL, NULL);

  if (!cap_dossier_file_check_ready (self, error) || !cap_dossier_file_check_whole (self, error) ||
      !take_contents (self, swaps, &n_unknown, error) || !cap_personal_swaps_check (swaps, error))
    return NULL;

  id = cap_meta_table_get (self->db, CAP_META_ID, error);
  if (id == NULL || !cap_dossier_file_check_unchanged (self, error) ||
      !rewrite (self, swaps, outcome, error))
    return NULL;

  cap_dossier_file_note_done (self);
  if (n_unknown > 0 && !drop_backups)
    cap_redaction_outcome_add_left (outcome,
                                    g_strdup (_("In the backups, a file that is too small, or too much"
                                                " like others, to be looked for")));
  if (!settle (self, id, swaps, drop_backups, outcome, &late))
    outcome->problem = g_strdup (late->message);

  return g_steal_pointer (&outcome);
}

/**
 * cap_dossier_file_retain:
 * @date: (nullable): until when the dossier is kept, ISO 8601
 *
 * Returns: whether the journal says so, on the disk
 */
gboolean
cap_dossier_file_retain (CapDossierFile  *self,
                         const char      *date,
                         GError         **error)
{
  g_return_val_if_fail (self != NULL && self->db != NULL, FALSE);

  if (!cap_dossier_file_check_ready (self, error) ||
      !cap_dossier_file_check_whole (self, error) ||
      !cap_retention_put (self->db, date, error))
    return FALSE;

  cap_dossier_file_note_done (self);

  return TRUE;
}
