/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-dossier.h"
#include "model/cap-seal-book.h"
#include "store/cap-dossier-file.h"

G_BEGIN_DECLS

/**
 * CapSealWish:
 * @kind: see CapSeal
 * @label: see CapSeal
 * @passphrase: of the key of the structure
 * @new_key: whether a key is made, which takes the place of the one before: @passphrase is chosen for it
 *
 * How to seal.
 */
typedef struct
{
  const char *kind;
  const char *label;
  const char *passphrase;
  gboolean    new_key;
} CapSealWish;

/**
 * CapSealWriter:
 * @dossier: what is sealed
 * @seal: complete but for its document and its signature
 * @key: to sign it with
 *
 * Makes a document of @dossier, notes its digest in @seal, has it signed, and
 * writes the document. The store does not know how documents are made.
 */
typedef gboolean (*CapSealWriter) (const CapDossier  *dossier,
                                   CapSeal           *seal,
                                   const CapSealKey  *key,
                                   gpointer           user_data,
                                   GError           **error);

CapSeal     *cap_dossier_file_seal              (CapDossierFile     *self,
                                                 const CapSealWish  *wish,
                                                 CapSealWriter       writer,
                                                 gpointer            user_data,
                                                 GError            **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean     cap_dossier_file_change_passphrase (CapDossierFile     *self,
                                                 const char         *passphrase,
                                                 const char         *chosen,
                                                 GError            **error);
CapSealBook *cap_dossier_file_read_seals        (CapDossierFile     *self,
                                                 GError            **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
