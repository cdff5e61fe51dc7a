/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workspace/cap-sealed-document.h"

#include <glib/gi18n.h>

#include "base/cap-file.h"
#include "report/cap-pdf-seal.h"

/* What is on the disk opens, and is what was sealed. */
static gboolean
verify (GBytes  *written,
        GError **error)
{
  g_autoptr(CapPdfPreview) preview = cap_pdf_preview_new (written, error);
  g_autoptr(CapSeal) seal = NULL;

  if (preview == NULL)
    return FALSE;
  if (cap_pdf_seal_read (written, &seal) == CAP_PDF_SEAL_INTACT)
    return TRUE;

  g_set_error_literal (error, CAP_REPORT_ERROR, CAP_REPORT_ERROR_FAILED,
                       _("The sealed document does not read back as it was sealed"));

  return FALSE;
}

static GBytes *
make_sealed (GBytes            *pdf,
             CapSeal           *seal,
             const CapSealKey  *key)
{
  g_free (seal->document);
  seal->document = cap_pdf_seal_dup_digest (pdf);
  cap_seal_sign (seal, key);

  return cap_pdf_seal_add (pdf, seal);
}

gboolean
cap_sealed_document_write (const CapDossier  *dossier,
                           CapSeal           *seal,
                           const CapSealKey  *key,
                           gpointer           user_data,
                           GError           **error)
{
  const CapSealedDocument *self = user_data;
  g_autofree char *code = cap_seal_dup_code (seal);
  CapDocumentChoice choice = self->choice;
  g_autoptr(CapDocument) document = NULL;
  g_autoptr(GBytes) sealed = NULL;

  choice.code = code;
  document = cap_document_new (&choice, dossier, self->today, error);
  if (document == NULL)
    return FALSE;

  sealed = make_sealed (cap_document_get_pdf (document), seal, key);
  g_return_val_if_fail (sealed != NULL, FALSE);

  return cap_file_write (self->path, sealed, verify, error);
}

char *
cap_sealed_document_dup_label (const CapDocumentChoice *choice,
                               const CapDossier        *dossier,
                               const char              *today)
{
  const char *label = cap_report_kind_get_label (choice->kind);
  const CapRecord *record = cap_document_find_record (choice->kind, dossier, choice->record, today);

  return record != NULL ? g_strdup_printf ("%s %s", label, cap_record_get_code (record)) : g_strdup (label);
}
