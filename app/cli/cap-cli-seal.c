/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "cli/cap-cli-private.h"
#include "store/cap-dossier-seal.h"
#include "workspace/cap-sealed-document.h"

/* An open dossier, to be sealed. */
#define CHOOSE N_("New passphrase of the seal (it cannot be recovered): ")

typedef struct
{
  const char     *path;
  CapDossierFile *file;
  CapDossier     *dossier;
} Open;

static void
open_clear (Open *self)
{
  g_clear_pointer (&self->file, cap_dossier_file_free);
  g_clear_pointer (&self->dossier, cap_dossier_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Open, open_clear)

static gboolean
open_dossier (Open         *self,
              const char   *path,
              CapCliStatus *status)
{
  self->path = path;
  self->file = cap_cli_open (path, &self->dossier, status);

  return self->file != NULL;
}

/* Nobody is asked for the passphrase of a key that there is not. */
static gboolean
check_key (const Open   *self,
           gboolean      new_key,
           CapCliStatus *status)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CapSealBook) book = cap_dossier_file_read_seals (self->file, &error);

  if (book == NULL)
    {
      *status = cap_cli_fail (self->path, error);
      return FALSE;
    }

  if (new_key || book->public_key != NULL)
    return TRUE;

  cap_cli_complain (self->path, _("this dossier has no key to seal with yet: make it with --new-key"));
  *status = CAP_CLI_REFUSED;

  return FALSE;
}

/* What is sealed is in the file when this returns. */
static gboolean
keep (Open    *self,
      GError **error)
{
  return cap_dossier_file_publish (self->file, error) && cap_dossier_file_close (self->file, error);
}

static void
tell (const CapSeal *seal)
{
  g_autofree char *code = cap_seal_dup_code (seal);
  g_autofree char *fingerprint = cap_seal_key_dup_fingerprint (seal->public_key);
  g_autoptr(GString) text = g_string_new (NULL);

  /* Translators: what was sealed, the code of the content, the fingerprint of the key */
  g_string_append_printf (text, _("%1$s: sealed, content code %2$s, key %3$s."), seal->label, code,
                          fingerprint);
  g_string_append_c (text, '\n');
  cap_cli_print (text);
}

/* @document is %NULL for the dossier alone; @output is where a failure is, then. */
static CapCliStatus
seal (Open              *self,
      CapSealWish       *wish,
      CapSealedDocument *document,
      const char        *output)
{
  CapCliStatus status = CAP_CLI_DONE;
  g_autoptr(CapSeal) made = NULL;
  g_autoptr(GError) error = NULL;
  char *passphrase;

  if (!check_key (self, wish->new_key, &status))
    return status;

  passphrase = wish->new_key ? cap_cli_choose_passphrase (_(CHOOSE), &status)
                             : cap_cli_read_passphrase (_("Passphrase of the seal: "), &status);
  if (passphrase == NULL)
    return status;

  wish->passphrase = passphrase;
  made = cap_dossier_file_seal (self->file, wish, document != NULL ? cap_sealed_document_write : NULL,
                                document, &error);
  cap_secret_free (passphrase);
  if (made == NULL && (error->domain == CAP_STORE_ERROR || error->domain == CAP_SECRET_ERROR ||
                       g_error_matches (error, CAP_REPORT_ERROR, CAP_REPORT_ERROR_NOTHING)))
    return cap_cli_fail (self->path, error);
  if (made == NULL)
    return cap_cli_fail (output, error);

  if (!keep (self, &error))
    return cap_cli_fail (self->path, error);

  tell (made);

  return CAP_CLI_DONE;
}

/**
 * cap_cli_seal_document:
 * @choice: which document
 * @path: of the dossier
 * @output: the PDF to write
 * @new_key: whether a key is made first
 */
CapCliStatus
cap_cli_seal_document (const CapDocumentChoice *choice,
                       const char              *path,
                       const char              *output,
                       gboolean                 new_key)
{
  g_auto(Open) open = { NULL };
  g_autofree char *today = cap_date_dup_today ();
  g_autofree char *label = NULL;
  CapSealedDocument document = { *choice, today, output };
  CapSealWish wish = { cap_report_kind_to_name (choice->kind), NULL, NULL, new_key };
  CapCliStatus status;

  if (!cap_cli_is_output (output, path, &status) || !open_dossier (&open, path, &status))
    return status;

  label = cap_sealed_document_dup_label (choice, open.dossier, today);
  wish.label = label;

  return seal (&open, &wish, &document, output);
}

static CapCliStatus
seal_dossier (const char *path,
              gboolean    new_key)
{
  g_auto(Open) open = { NULL };
  CapSealWish wish = { CAP_SEAL_DOSSIER, _("Dossier"), NULL, new_key };
  CapCliStatus status;

  return open_dossier (&open, path, &status) ? seal (&open, &wish, NULL, path) : status;
}

static CapCliStatus
list (const char *path)
{
  CapCliStatus status = CAP_CLI_DONE;
  g_autoptr(CapDossier) dossier = NULL;
  g_autoptr(CapDossierFile) file = cap_cli_open_to_read (path, &dossier, &status);
  g_autoptr(CapSealBook) book = NULL;
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GError) error = NULL;

  if (file == NULL)
    return status;

  book = cap_dossier_file_read_seals (file, &error);
  if (book == NULL)
    return cap_cli_fail (path, error);

  for (guint i = 0; i < book->seals->len; i++)
    {
      const CapSeal *one = g_ptr_array_index (book->seals, i);
      g_autofree char *code = cap_seal_dup_code (one);
      g_autofree char *fingerprint = cap_seal_key_dup_fingerprint (one->public_key);

      g_string_append_printf (text, "%s  %s  %s  %s%s\n", one->made_at, code, fingerprint, one->label,
                              cap_seal_is_genuine (one) ? "" : _(" (altered)"));
    }
  if (book->seals->len == 0)
    g_string_append_printf (text, "%s\n", _("This dossier bears no seal."));
  cap_cli_print (text);

  return CAP_CLI_DONE;
}

static CapCliStatus
change_passphrase (const char *path)
{
  g_auto(Open) open = { NULL };
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GError) error = NULL;
  CapCliStatus status;
  gboolean changed;
  char *passphrase;
  char *chosen;

  if (!open_dossier (&open, path, &status) || !check_key (&open, FALSE, &status))
    return status;

  passphrase = cap_cli_read_passphrase (_("Passphrase of the seal: "), &status);
  chosen = passphrase != NULL ? cap_cli_choose_passphrase (_(CHOOSE), &status) : NULL;
  changed = chosen != NULL &&
            cap_dossier_file_change_passphrase (open.file, passphrase, chosen, &error) &&
            keep (&open, &error);
  cap_secret_free (passphrase);
  cap_secret_free (chosen);
  if (!changed)
    return error != NULL ? cap_cli_fail (path, error) : status;

  g_string_append_printf (text, "%s\n", _("The passphrase of the seal is changed."));
  cap_cli_print (text);

  return CAP_CLI_DONE;
}

/* What “seal” does besides documents. */
gboolean
cap_cli_seal_has_deed (const char *name)
{
  static const char * const deeds[] = { CAP_SEAL_DOSSIER, "list", "passphrase", NULL };

  return g_strv_contains (deeds, name);
}

CapCliStatus
cap_cli_seal_do (const char *deed,
                 const char *path,
                 gboolean    new_key)
{
  if (g_str_equal (deed, CAP_SEAL_DOSSIER))
    return seal_dossier (path, new_key);

  return g_str_equal (deed, "list") ? list (path) : change_passphrase (path);
}
