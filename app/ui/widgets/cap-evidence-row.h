/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "quality/cap-evidence-rules.h"

G_BEGIN_DECLS

/**
 * CapEvidenceOffer:
 * @CAP_EVIDENCE_OFFER_OPEN: a button that opens it
 * @CAP_EVIDENCE_OFFER_CHANGE: a menu: new version, edit, take out
 * @CAP_EVIDENCE_OFFER_UNLINK: and one entry more: it no longer serves here
 *
 * What can be done from a row. It activates “piece.open”, “piece.renew”, “piece.edit”, “piece.unlink” and
 * “piece.take-out”, all of parameter "s", the UUID of the piece: whoever holds the row installs them.
 */
typedef enum
{
  CAP_EVIDENCE_OFFER_OPEN = 1 << 0,
  CAP_EVIDENCE_OFFER_CHANGE = 1 << 1,
  CAP_EVIDENCE_OFFER_UNLINK = 1 << 2,
} CapEvidenceOffer;

GtkWidget *cap_evidence_row_new         (const CapEvidence *piece,
                                         const char        *today,
                                         CapEvidenceOffer   offers) G_GNUC_WARN_UNUSED_RESULT;

/* “P-012 – Title”; the title alone until it has a number. */
char      *cap_evidence_dup_name        (const CapEvidence *piece) G_GNUC_WARN_UNUSED_RESULT;
/* What it is, on one line: “register.pdf · 1.2 MB · version 2 · 14 September 2026”. */
char      *cap_evidence_dup_summary     (const CapEvidence *piece) G_GNUC_WARN_UNUSED_RESULT;
/* A tag that says that it is out of date, soon will be, or was taken out; NULL when nothing is to be said. */
GtkWidget *cap_evidence_new_tag         (const CapEvidence *piece,
                                         const char        *today) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
