/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-catalogue.h"
#include "model/cap-command.h"
#include "scoring/cap-photograph.h"

G_BEGIN_DECLS

/* How many days before its last day a piece is pointed out. */
#define CAP_EVIDENCE_SOON_DAYS 30

/**
 * CapExpiry:
 * @CAP_EXPIRY_NONE: it has no last day
 * @CAP_EXPIRY_HOLDS: it holds for long enough
 * @CAP_EXPIRY_SOON: its last day is today, or within %CAP_EVIDENCE_SOON_DAYS days
 * @CAP_EXPIRY_PAST: its last day is over
 */
typedef enum
{
  CAP_EXPIRY_NONE,
  CAP_EXPIRY_HOLDS,
  CAP_EXPIRY_SOON,
  CAP_EXPIRY_PAST,
} CapExpiry;

/**
 * CapServedPlace:
 * @address: where it is: see cap-address.h
 * @label: what it is called: “A1.1 – Title”, “R-03 – Title”
 */
typedef struct
{
  char *address;
  char *label;
} CapServedPlace;

CapExpiry  cap_evidence_get_expiry    (const CapEvidence   *self,
                                       const char          *today);
char      *cap_evidence_dup_expiry    (const CapEvidence   *self,
                                       const char          *today) G_GNUC_WARN_UNUSED_RESULT;
/* Whether all of @words are in what is written of it, its code included. */
gboolean   cap_evidence_matches       (const CapEvidence   *self,
                                       const char          *words);
/* Whether its reference is an address on the Web, which can be opened. */
gboolean   cap_evidence_is_link       (const CapEvidence   *self);
gboolean   cap_evidence_is_in_use     (const CapEvidence   *self,
                                       const CapDossier    *dossier);
GPtrArray *cap_evidence_list_places   (const CapEvidence   *self,
                                       const CapDossier    *dossier,
                                       const CapCatalogue  *catalogue) G_GNUC_WARN_UNUSED_RESULT;

/* Whether the piece of UUID @id supports it. */
gboolean   cap_answer_holds_evidence  (const CapAnswer     *answer,
                                       const char          *id);
/* Whether something that is not taken out supports it. */
gboolean   cap_answer_has_evidence    (const CapAnswer     *answer,
                                       const CapDossier    *dossier);
GPtrArray *cap_evidence_list_missing  (const CapPhotograph *photograph,
                                       const CapDossier    *dossier) G_GNUC_WARN_UNUSED_RESULT;
gboolean   cap_evidence_allows_closing (const CapPhotograph *photograph,
                                        const CapDossier    *dossier);

CapCommand *cap_evidence_take_out     (const CapEvidence   *self,
                                       const CapDossier    *dossier,
                                       const char          *today,
                                       const char          *reason) G_GNUC_WARN_UNUSED_RESULT;
CapCommand *cap_evidence_put_back     (const CapEvidence   *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
