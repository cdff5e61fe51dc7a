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
char            *cap_campaign_dup_invitation (const CapDossier    *dossier,
                                              const CapEvaluation *evaluation,
                                              const CapRecord     *campaign) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
