/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-seal.h"
#include "workspace/cap-document.h"

G_BEGIN_DECLS

/**
 * CapSealedDocument:
 * @choice: which document
 * @today: ISO 8601: the date that it bears
 * @path: where it is written
 *
 * What cap_sealed_document_write() makes.
 */
typedef struct
{
  CapDocumentChoice  choice;
  const char        *today;
  const char        *path;
} CapSealedDocument;

/* For cap_dossier_file_seal(): makes the PDF with the code at the foot of its pages, signs @seal with what it
 * is, and writes it with its seal. @user_data is a CapSealedDocument. */
gboolean  cap_sealed_document_write     (const CapDossier        *dossier,
                                         CapSeal                 *seal,
                                         const CapSealKey        *key,
                                         gpointer                 user_data,
                                         GError                 **error);
/* What is sealed, in words: “Revue de direction RD-02”. */
char     *cap_sealed_document_dup_label (const CapDocumentChoice *choice,
                                         const CapDossier        *dossier,
                                         const char              *today) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
