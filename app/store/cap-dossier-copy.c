/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/cap-dossier-file-private.h"

#include <glib/gi18n.h>

#include "store/cap-history.h"
#include "store/cap-meta-table.h"
#include "store/cap-seal-table.h"
#include "store/cap-snapshot.h"

/* Copies of a dossier: the one that an auditor works in, which has all that the dossier has and says whose it
 * is; and those that went separate ways. */

static const CapRecord *
find_audit (const CapDossier  *dossier,
            const char        *audit_id,
            GError           **error)
{
  const CapRecord *audit = cap_dossier_find_record (dossier, CAP_REGISTER_AUDIT, audit_id);

  if (dossier->audited != NULL)
    g_set_error_literal (error, CAP_STORE_ERROR, CAP_STORE_ERROR_OUT_OF_SCOPE,
                         _("This is an auditor’s copy already: take one from the dossier of the structure"));
  else if (audit == NULL)
    g_set_error_literal (error, CAP_STORE_ERROR, CAP_STORE_ERROR_NOT_FOUND,
                         _("This audit is not in the dossier any more"));

  return dossier->audited == NULL ? audit : NULL;
}

/**
 * cap_dossier_file_copy_apart:
 *
 * Returns: (transfer full) (nullable): a copy, in memory, that will go to somebody else: if it is encrypted,
 *   under a key of its own
 */
CapDb *
cap_dossier_file_copy_apart (CapDossierFile  *self,
                             GError         **error)
{
  CapVaultKey *own = cap_db_get_key (self->db);
  g_autoptr(CapVaultKey) apart = own != NULL ? cap_vault_key_new_apart (own, error) : NULL;
  CapDb *copy;

  if (own != NULL && apart == NULL)
    return NULL;

  copy = cap_db_open_copy (self->db, ":memory:", error);
  if (copy != NULL)
    cap_db_set_key (copy, apart);

  return copy;
}

/**
 * cap_dossier_file_hand_over:
 * @self: the dossier of the structure
 * @audit_id: UUID of an audit of it
 * @path: where nothing is yet
 * @error: return location for a [error@Cap.StoreError]
 *
 * Writes the copy of the auditor: all that the dossier holds now, published or
 * not, but the key of its seals. Nothing changes in the dossier. A failure
 * leaves nothing at @path.
 *
 * Returns: whether the copy is written
 */
gboolean
cap_dossier_file_hand_over (CapDossierFile  *self,
                            const char      *audit_id,
                            const char      *path,
                            GError         **error)
{
  g_autoptr(CapDossier) dossier = NULL;
  const CapRecord *audit;
  g_autofree char *real = NULL;
  g_autoptr(CapDb) copy = NULL;
  CapFileStamp stamp;

  g_return_val_if_fail (self != NULL && self->db != NULL && audit_id != NULL && path != NULL, FALSE);

  dossier = cap_dossier_file_load (self, error);
  audit = dossier != NULL ? find_audit (dossier, audit_id, error) : NULL;
  if (audit == NULL)
    return FALSE;

  real = cap_dossier_file_dup_real_path_of_new (path, error);
  copy = real != NULL ? cap_dossier_file_copy_apart (self, error) : NULL;

  return copy != NULL &&
         cap_seal_key_table_forget (copy, error) &&
         cap_history_hand_over (copy, audit->id, cap_record_get_code (audit), error) &&
         cap_publication_write (copy, real, CAP_PUBLICATION_NEW, &stamp, error);
}

/* One that was saved from a damaged file may not know any more what it was when it was handed over. */
static gboolean
go_back_to_hand_over (CapDb   *db,
                      GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT coalesce (max (journal.sequence), 0) FROM journal"
                                          " JOIN gesture ON gesture.sequence = journal.gesture"
                                          " WHERE kind = %d", CAP_GESTURE_HAND_OVER);
  g_autoptr(CapTransaction) transaction = NULL;
  gint64 sequence = 0;

  if (!cap_db_get_int (db, sql, &sequence, error))
    return FALSE;
  if (sequence == 0)
    {
      g_set_error_literal (error, CAP_STORE_ERROR, CAP_STORE_ERROR_CONSTRAINT,
                           _("This copy was saved from a damaged file: what the auditor wrote in it can no"
                             " longer be told apart. Take it over by hand"));
      return FALSE;
    }

  transaction = cap_transaction_begin (db, error);

  return transaction != NULL && cap_history_go_back (db, sequence, error) &&
         cap_transaction_commit (transaction, error);
}

/**
 * cap_dossier_file_load_origin:
 * @self: an auditor’s copy
 *
 * Returns: (transfer full) (nullable): what it held when it was handed over
 */
CapDossier *
cap_dossier_file_load_origin (CapDossierFile  *self,
                              GError         **error)
{
  g_autoptr(CapDb) origin = NULL;

  g_return_val_if_fail (self != NULL && self->db != NULL, NULL);

  origin = cap_db_open_copy (self->db, ":memory:", error);

  return origin != NULL && go_back_to_hand_over (origin, error)
         ? cap_snapshot_read (origin, self->frameworks, self->reader, error) : NULL;
}

static gboolean
is_readable (CapDossierFile  *self,
             GError         **error)
{
  g_autoptr(CapDossier) dossier = cap_dossier_file_load (self, error);

  return dossier != NULL;
}

/* What came together is read once: what would not open any more does not come in. */
static gboolean
merge (CapDossierFile      *self,
       CapDossierFile      *other,
       CapMergeChoice       choice,
       const char * const  *exceptions,
       gboolean             dry_run,
       const char          *seen,
       CapMergeReport      *report,
       GError             **error)
{
  g_autofree char *name = g_path_get_basename (other->path);
  g_autoptr(CapTransaction) transaction = cap_transaction_begin (self->db, error);

  return transaction != NULL &&
         cap_merge_run (self->db, other->db, choice, exceptions, dry_run, seen, name, report, error) &&
         (dry_run || !cap_merge_report_has_news (report) || is_readable (self, error)) &&
         cap_transaction_commit (transaction, error);
}

/**
 * cap_dossier_file_merge:
 * @self: a dossier to work in
 * @other: another copy of it, only read
 * @choice: what becomes of what both changed
 * @exceptions: (nullable) (array zero-terminated=1): ids of the conflicts that go the other way
 * @dry_run: whether nothing is to be changed
 * @seen: (nullable): the states of the report that people decided upon
 * @report: to be filled
 * @error: return location for a [error@Cap.StoreError]
 *
 * Takes in what the other copy changed, as one gesture. With %CAP_MERGE_ASK,
 * conflicts are told and nothing changes; neither does it when the copies are
 * no longer what was @seen, which @report says.
 *
 * Returns: whether it is done, or told why not
 */
gboolean
cap_dossier_file_merge (CapDossierFile      *self,
                        CapDossierFile      *other,
                        CapMergeChoice       choice,
                        const char * const  *exceptions,
                        gboolean             dry_run,
                        const char          *seen,
                        CapMergeReport      *report,
                        GError             **error)
{
  g_return_val_if_fail (self != NULL && self->db != NULL, FALSE);
  g_return_val_if_fail (other != NULL && other->db != NULL && report != NULL, FALSE);

  if (!dry_run && cap_dossier_file_is_read_only (self))
    {
      g_set_error_literal (error, CAP_STORE_ERROR, CAP_STORE_ERROR_READ_ONLY,
                           _("The dossier is open to be read only"));
      return FALSE;
    }

  if ((!dry_run && !cap_dossier_file_check_ready (self, error)) ||
      !merge (self, other, choice, exceptions, dry_run, seen, report, error))
    return FALSE;

  if (!dry_run)
    cap_dossier_file_note_done (self);

  return TRUE;
}
