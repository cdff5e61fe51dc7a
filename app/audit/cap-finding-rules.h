/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "audit/cap-finding-grade.h"
#include "audit/cap-finding-state.h"
#include "model/cap-command.h"

G_BEGIN_DECLS

/**
 * CapFindingUrgency:
 * @CAP_URGENCY_NONE: nothing is late
 * @CAP_URGENCY_CHECK_DUE: the day has come to see whether it worked
 * @CAP_URGENCY_LATE: it should be lifted by now
 * @CAP_URGENCY_BECOMES_MAJOR: the same, of a minor nonconformity: certifiers make it a major one
 *
 * What about a finding cannot wait.
 */
typedef enum
{
  CAP_URGENCY_NONE,
  CAP_URGENCY_CHECK_DUE,
  CAP_URGENCY_LATE,
  CAP_URGENCY_BECOMES_MAJOR,
} CapFindingUrgency;

CapFindingState    cap_finding_get_state    (const CapRecord    *finding);
CapFindingFacts    cap_finding_read_facts   (const CapRecord    *finding,
                                             const CapDossier   *dossier,
                                             const CapCatalogue *catalogue);
gboolean           cap_finding_is_major     (const CapRecord    *finding,
                                             const CapDossier   *dossier,
                                             const CapCatalogue *catalogue);
char              *cap_finding_dup_due      (const CapRecord    *finding,
                                             const CapDossier   *dossier,
                                             const CapCatalogue *catalogue) G_GNUC_WARN_UNUSED_RESULT;
char              *cap_finding_dup_stage_two_limit
                                            (const CapRecord    *finding,
                                             const CapDossier   *dossier,
                                             const CapCatalogue *catalogue) G_GNUC_WARN_UNUSED_RESULT;
CapFindingUrgency  cap_finding_get_urgency  (const CapRecord    *finding,
                                             const CapDossier   *dossier,
                                             const CapCatalogue *catalogue,
                                             const char         *today);
GPtrArray         *cap_finding_list_actions (const CapRecord    *finding,
                                             const CapDossier   *dossier) G_GNUC_WARN_UNUSED_RESULT;

CapCommand        *cap_finding_move         (const CapRecord    *finding,
                                             CapFindingState     next,
                                             const char         *today,
                                             const char         *note) G_GNUC_WARN_UNUSED_RESULT;
CapCommand        *cap_finding_check_failed (const CapRecord    *finding,
                                             const char         *today,
                                             const char         *note) G_GNUC_WARN_UNUSED_RESULT;
void               cap_finding_put_new      (CapCommand         *command,
                                             const CapRecord    *finding);

G_END_DECLS
