/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "quality/cap-clause-record.h"
#include "quality/cap-matrix.h"

G_BEGIN_DECLS

/**
 * CapDocumentGap:
 * @row: the clause that asks for it
 * @text: what is asked, in the user’s language
 * @conditional: whether it is asked only where it applies
 * @standing: where it stands
 * @record: (nullable): the document, or the line of another register, that answers best
 * @evidence: (nullable): the piece that answers, when no record does
 *
 * Something that the standard asks to keep up to date or to keep as a proof.
 */
typedef struct
{
  const CapMatrixRow *row;
  CapKeep             keep;
  const char         *text;
  gboolean            conditional;
  CapStanding         standing;
  const CapRecord    *record;
  const CapEvidence  *evidence;
} CapDocumentGap;

gboolean   cap_document_gap_judge (const CapMatrixRow *row,
                                   CapKeep             keep,
                                   const char         *today,
                                   CapDocumentGap     *gap);
GPtrArray *cap_document_gaps_new  (const CapMatrix    *matrix) G_GNUC_WARN_UNUSED_RESULT;

/* In the user’s language. */
char      *cap_document_gap_dup_sentence (const CapDocumentGap *gap) G_GNUC_WARN_UNUSED_RESULT;
char      *cap_document_gap_dup_address  (const CapDocumentGap *gap) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
