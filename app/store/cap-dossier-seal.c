/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/cap-dossier-seal.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "base/cap-signature.h"
#include "store/cap-content-hash.h"
#include "store/cap-dossier-file-private.h"
#include "store/cap-history.h"
#include "store/cap-meta-table.h"
#include "store/cap-seal-table.h"

/* The seals of a dossier, and the key that makes them. */

static gboolean
check_own (CapDossierFile  *self,
           GError         **error)
{
  g_autofree char *audited = NULL;

  if (!cap_dossier_file_check_ready (self, error) ||
      !cap_meta_table_find (self->db, CAP_META_AUDITED, &audited, error))
    return FALSE;
  if (audited == NULL)
    return TRUE;

  g_set_error_literal (error, CAP_STORE_ERROR, CAP_STORE_ERROR_OUT_OF_SCOPE,
                       _("This copy is the auditor’s: the structure seals its own dossier"));

  return FALSE;
}

static char *
dup_now (void)
{
  g_autoptr(GDateTime) now = g_date_time_new_from_unix_utc (cap_date_get_now ());

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}

static CapSealKey *
unlock (CapDossierFile  *self,
        const char      *passphrase,
        GError         **error)
{
  g_autoptr(GBytes) public_key = NULL;
  g_autoptr(GBytes) locked = NULL;

  if (!cap_seal_key_table_find (self->db, &public_key, &locked, error))
    return NULL;
  if (public_key != NULL)
    return cap_seal_key_unlock (locked, public_key, passphrase, error);

  g_set_error_literal (error, CAP_STORE_ERROR, CAP_STORE_ERROR_NOT_FOUND,
                       _("This dossier has no key to seal with yet"));

  return NULL;
}

static gboolean
keep_key (CapDossierFile    *self,
          const CapSealKey  *key,
          const char        *passphrase,
          GError           **error)
{
  g_autoptr(GBytes) public_key = cap_seal_key_dup_public (key);
  g_autoptr(GBytes) locked = cap_seal_key_lock (key, passphrase, error);
  g_autofree char *now = dup_now ();

  return locked != NULL && cap_seal_key_table_put (self->db, public_key, locked, now, error);
}

static CapSeal *
new_seal (CapDossierFile    *self,
          const CapDossier  *dossier,
          const CapSealWish *wish,
          GError           **error)
{
  g_autoptr(CapSeal) seal = cap_seal_new ();

  seal->id = g_uuid_string_random ();
  seal->dossier = g_strdup (dossier->id);
  seal->structure = g_strdup (dossier->member->name);
  seal->kind = g_strdup (wish->kind);
  seal->label = g_strdup (wish->label);
  seal->made_at = dup_now ();
  seal->author = cap_signature_dup ();
  seal->content = cap_content_hash (self->db, error);

  return seal->content != NULL ? g_steal_pointer (&seal) : NULL;
}

/* The document is written before the dossier says that it was: what is in the dossier exists. */
static gboolean
seal_with (CapDossierFile     *self,
           const CapSealKey   *key,
           const CapSealWish  *wish,
           CapSeal            *seal,
           const CapDossier   *dossier,
           CapSealWriter       writer,
           gpointer            user_data,
           GError            **error)
{
  g_autoptr(CapTransaction) transaction = cap_transaction_begin (self->db, error);

  if (transaction == NULL || (wish->new_key && !keep_key (self, key, wish->passphrase, error)))
    return FALSE;

  if (writer == NULL)
    cap_seal_sign (seal, key);
  else if (!writer (dossier, seal, key, user_data, error))
    return FALSE;

  if (!cap_seal_table_add (self->db, seal, error) ||
      !cap_history_mark (self->db, CAP_GESTURE_SEAL, seal->label, error) ||
      !cap_transaction_commit (transaction, error))
    return FALSE;

  cap_dossier_file_note_done (self);

  return TRUE;
}

/**
 * cap_dossier_file_seal:
 * @self: a dossier to work in
 * @wish: how
 * @writer: (nullable): makes the document that is sealed; %NULL to seal the dossier alone
 * @error: return location for a [error@Cap.StoreError] or a [error@Cap.SecretError]
 *
 * Seals what the dossier holds now. When it fails nothing is changed: not even
 * a new key is kept.
 *
 * Returns: (transfer full) (nullable): the seal
 */
CapSeal *
cap_dossier_file_seal (CapDossierFile     *self,
                       const CapSealWish  *wish,
                       CapSealWriter       writer,
                       gpointer            user_data,
                       GError            **error)
{
  g_autoptr(CapSealKey) key = NULL;
  g_autoptr(CapDossier) dossier = NULL;
  g_autoptr(CapSeal) seal = NULL;

  g_return_val_if_fail (self != NULL && self->db != NULL && wish != NULL, NULL);
  g_return_val_if_fail (wish->kind != NULL && wish->label != NULL && wish->passphrase != NULL, NULL);

  if (!check_own (self, error))
    return NULL;

  key = wish->new_key ? cap_seal_key_new (error) : unlock (self, wish->passphrase, error);
  dossier = key != NULL ? cap_dossier_file_load (self, error) : NULL;
  seal = dossier != NULL ? new_seal (self, dossier, wish, error) : NULL;

  return seal != NULL && seal_with (self, key, wish, seal, dossier, writer, user_data, error)
         ? g_steal_pointer (&seal) : NULL;
}

/**
 * cap_dossier_file_change_passphrase:
 * @passphrase: the one of now
 * @chosen: the one from now on
 *
 * The key stays the same. A copy of the file that was made before still opens with the old one.
 *
 * Returns: whether it is changed
 */
gboolean
cap_dossier_file_change_passphrase (CapDossierFile  *self,
                                    const char      *passphrase,
                                    const char      *chosen,
                                    GError         **error)
{
  g_autoptr(CapSealKey) key = NULL;
  g_autoptr(CapTransaction) transaction = NULL;

  g_return_val_if_fail (self != NULL && self->db != NULL && passphrase != NULL && chosen != NULL, FALSE);

  if (!check_own (self, error))
    return FALSE;

  key = unlock (self, passphrase, error);
  transaction = key != NULL ? cap_transaction_begin (self->db, error) : NULL;

  if (transaction == NULL || !keep_key (self, key, chosen, error) ||
      !cap_history_mark (self->db, CAP_GESTURE_SEAL_KEY, "", error) ||
      !cap_transaction_commit (transaction, error))
    return FALSE;

  cap_dossier_file_note_done (self);

  return TRUE;
}

/**
 * cap_dossier_file_read_seals:
 * @self: a dossier, open in any way
 *
 * Returns: (transfer full) (nullable): its seals, its key, and the hash of what it holds now
 */
CapSealBook *
cap_dossier_file_read_seals (CapDossierFile  *self,
                             GError         **error)
{
  g_autoptr(CapSealBook) book = g_new0 (CapSealBook, 1);

  g_return_val_if_fail (self != NULL && self->db != NULL, NULL);

  book->seals = cap_seal_table_list (self->db, error);
  book->content = book->seals != NULL ? cap_content_hash (self->db, error) : NULL;

  return book->content != NULL && cap_seal_key_table_find (self->db, &book->public_key, NULL, error)
         ? g_steal_pointer (&book) : NULL;
}
