/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-command.h"

G_BEGIN_DECLS

/**
 * CapSeat:
 * @code: of the person, never a name
 * @expected: whether she is; otherwise she voted all the same
 * @ballot: (nullable): what she voted, borrowed from the evaluation
 *
 * Somebody who is expected at a CAP day, or who voted.
 */
typedef struct
{
  char            *code;
  CapCollege       college;
  gboolean         expected;
  const CapBallot *ballot;
} CapSeat;

/**
 * CapSeatCount:
 * @n_expected: how many are expected
 * @n_received: how many of these have voted
 * @n_others: how many have voted without being expected
 */
typedef struct
{
  guint n_expected;
  guint n_received;
  guint n_others;
} CapSeatCount;

const CapRecord *cap_campaign_find           (const CapDossier    *dossier,
                                              const CapEvaluation *evaluation);
CapRecord       *cap_campaign_new            (const CapDossier    *dossier,
                                              const CapEvaluation *evaluation,
                                              const char          *today) G_GNUC_WARN_UNUSED_RESULT;
guint            cap_campaign_get_expected   (const CapDossier    *dossier,
                                              const CapRecord     *campaign,
                                              CapCollege           college);
void             cap_campaign_put_expected   (CapCommand          *command,
                                              const CapDossier    *dossier,
                                              const CapRecord     *campaign,
                                              CapCollege           college,
                                              guint                expected);
GPtrArray       *cap_campaign_list_seats     (const CapDossier    *dossier,
                                              const CapEvaluation *evaluation) G_GNUC_WARN_UNUSED_RESULT;
guint            cap_campaign_count_college  (const GPtrArray     *seats,
                                              guint                first);
CapSeatCount     cap_campaign_count_seats    (const GPtrArray     *seats,
                                              guint                first,
                                              guint                n_seats);
char            *cap_campaign_dup_received   (const CapSeatCount  *count) G_GNUC_WARN_UNUSED_RESULT;
char            *cap_campaign_dup_invitation (const CapDossier    *dossier,
                                              const CapEvaluation *evaluation,
                                              const CapRecord     *campaign) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
