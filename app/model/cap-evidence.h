/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A file that is larger is refused. */
#define CAP_EVIDENCE_MAX_BYTES (50 * 1000 * 1000)

/* What stands instead of the content of a file that was taken out for good: personal data is not kept, not
 * even to be undone. */
#define CAP_EVIDENCE_REMOVED_TEXT "Contenu retiré. Content removed.\n"

/**
 * CapPlace:
 * @CAP_PLACE_REQUIREMENT: a clause, by its number
 * @CAP_PLACE_ACTION: an action, by its UUID
 * @CAP_PLACE_RECORD: a line of a register, by its UUID
 *
 * Where a piece of evidence serves, besides answers, which list theirs.
 */
typedef enum
{
  CAP_PLACE_REQUIREMENT,
  CAP_PLACE_ACTION,
  CAP_PLACE_RECORD,
} CapPlace;

#define CAP_N_PLACES (CAP_PLACE_RECORD + 1)

/**
 * CapEvidenceLink:
 * @target: what is served: see CapPlace
 */
typedef struct
{
  CapPlace  place;
  char     *target;
} CapEvidenceLink;

/**
 * CapEvidenceFile:
 * @sha256: of its content, which the dossier keeps once
 * @size: in bytes
 * @name: of the file, without folder
 * @media_type: “application/pdf”
 * @added: when it came in, ISO 8601
 *
 * One version of a piece.
 */
typedef struct
{
  char   *sha256;
  gint64  size;
  char   *name;
  char   *media_type;
  char   *added;
} CapEvidenceFile;

/**
 * CapEvidence:
 * @id: UUID
 * @number: how people call it, “P-012” from 12; 0 asks for the next one
 * @title: what it is
 * @reference: (nullable): where it is kept: a binder, a folder, a link
 * @date: (nullable): its date, ISO 8601
 * @expires: (nullable): the last day it holds, ISO 8601
 * @removed: (nullable): when it was taken out, ISO 8601; its line stays
 * @reason: (nullable): why it was taken out
 * @files: (element-type CapEvidenceFile): its versions, oldest first; none when it is a reference
 * @links: (element-type CapEvidenceLink): where it serves, answers apart
 *
 * A piece of evidence (*pièce*). One piece may serve several places. An answer
 * holds it by its first four fields only: the rest is in the list of the dossier.
 */
typedef struct
{
  char      *id;
  guint      number;
  char      *title;
  char      *reference;
  char      *date;
  char      *expires;
  char      *removed;
  char      *reason;
  GPtrArray *files;
  GPtrArray *links;
} CapEvidence;

CapEvidence *cap_evidence_new         (const char            *id,
                                       const char            *title,
                                       const char            *reference,
                                       const char            *date) G_GNUC_WARN_UNUSED_RESULT;
CapEvidence *cap_evidence_copy        (const CapEvidence     *self) G_GNUC_WARN_UNUSED_RESULT;
void         cap_evidence_free        (CapEvidence           *self);
gboolean     cap_evidence_equal       (const CapEvidence     *self,
                                       const CapEvidence     *other);
void         cap_evidence_add_file    (CapEvidence           *self,
                                       const char            *sha256,
                                       gint64                 size,
                                       const char            *name,
                                       const char            *media_type,
                                       const char            *added);
const CapEvidenceFile *cap_evidence_get_file (const CapEvidence *self);
gboolean     cap_evidence_add_link    (CapEvidence           *self,
                                       CapPlace               place,
                                       const char            *target);
gboolean     cap_evidence_remove_link (CapEvidence           *self,
                                       CapPlace               place,
                                       const char            *target);
gboolean     cap_evidence_serves      (const CapEvidence     *self,
                                       CapPlace               place,
                                       const char            *target);
gboolean     cap_evidence_is_content_removed (const char    *sha256);
gboolean     cap_evidence_is_emptied  (const CapEvidence     *self);
char        *cap_evidence_dup_code    (const CapEvidence     *self) G_GNUC_WARN_UNUSED_RESULT;

const char  *cap_place_to_name        (CapPlace               place);
gboolean     cap_place_from_name      (const char            *name,
                                       CapPlace              *place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapEvidence, cap_evidence_free)

G_END_DECLS
