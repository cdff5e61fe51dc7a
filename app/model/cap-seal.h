/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/cap-seal-key.h"

G_BEGIN_DECLS

/**
 * CapSeal:
 * @id: UUID
 * @dossier: UUID of the dossier
 * @structure: whose it is, as it was named then
 * @kind: what was sealed: %CAP_SEAL_DOSSIER, or the name of a document: “photograph”
 * @label: the same in words: “Photographie”
 * @made_at: “2026-11-20T09:30:00Z”
 * @author: who did it
 * @content: SHA-256 of what the dossier held, in hexadecimal: see cap_content_hash()
 * @document: (nullable): SHA-256 of the PDF that was made of it, its seal left out
 * @public_key: whose key
 * @signature: (nullable): of all of the above
 *
 * What a structure vouches for: this is what its dossier held, and this is the
 * document that was made of it, on that day. It says nothing about who the
 * structure is: its key does, to whoever knows it.
 */
typedef struct
{
  char   *id;
  char   *dossier;
  char   *structure;
  char   *kind;
  char   *label;
  char   *made_at;
  char   *author;
  char   *content;
  char   *document;
  GBytes *public_key;
  GBytes *signature;
} CapSeal;

/**
 * CapSealVerdict:
 * @CAP_SEAL_DOCUMENT_INTACT: the PDF is what was sealed, byte for byte
 * @CAP_SEAL_DOSSIER_SAME: the dossier holds what was sealed
 * @CAP_SEAL_DOSSIER_WENT_ON: it holds something else now, as any dossier that lives: no fault
 *
 * What became of what a genuine seal seals.
 */
typedef enum
{
  CAP_SEAL_DOCUMENT_INTACT,
  CAP_SEAL_DOSSIER_SAME,
  CAP_SEAL_DOSSIER_WENT_ON,
} CapSealVerdict;

/* The kind of what is sealed without a document. */
#define CAP_SEAL_DOSSIER "dossier"

CapSeal  *cap_seal_new             (void) G_GNUC_WARN_UNUSED_RESULT;
CapSeal  *cap_seal_copy            (const CapSeal    *self) G_GNUC_WARN_UNUSED_RESULT;
void      cap_seal_free            (CapSeal          *self);

void      cap_seal_sign            (CapSeal          *self,
                                    const CapSealKey *key);
/* Whether the owner of its key signed it as it is. */
gboolean  cap_seal_is_genuine      (const CapSeal    *self);

/* All of it as lines of text, the signature last; and back. There is one text for a seal, and one seal for a
 * text: any other writing is none. */
char     *cap_seal_dup_text        (const CapSeal    *self) G_GNUC_WARN_UNUSED_RESULT;
CapSeal  *cap_seal_parse           (const char       *text) G_GNUC_WARN_UNUSED_RESULT;

/* “7KQ4-9M2C-XT1B”: of the content, printed at the foot of the pages. */
char     *cap_seal_dup_code        (const CapSeal    *self) G_GNUC_WARN_UNUSED_RESULT;
char     *cap_seal_dup_content_code (const char      *content) G_GNUC_WARN_UNUSED_RESULT;
/* “20 November 2026” */
char     *cap_seal_dup_date        (const CapSeal    *self) G_GNUC_WARN_UNUSED_RESULT;
char     *cap_seal_dup_verdict     (const CapSeal    *self,
                                    CapSealVerdict    verdict) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapSeal, cap_seal_free)

G_END_DECLS
