/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-command.h"

G_BEGIN_DECLS

/* How many people decide, besides the auditors. */
#define CAP_COMMITTEE_MIN_MEMBERS 3

/**
 * CapCommitteeGapKind:
 * @CAP_COMMITTEE_FEW: fewer than three people decide
 * @CAP_COMMITTEE_NO_AUDITOR: no auditor sits
 * @CAP_COMMITTEE_NO_FILE: nothing was examined
 * @CAP_COMMITTEE_UNDECIDED: a file has no decision
 * @CAP_COMMITTEE_NO_REASON: a decision has no reason
 * @CAP_COMMITTEE_NOT_WITHDRAWN: somebody decides of the site that they come from
 */
typedef enum
{
  CAP_COMMITTEE_FEW,
  CAP_COMMITTEE_NO_AUDITOR,
  CAP_COMMITTEE_NO_FILE,
  CAP_COMMITTEE_UNDECIDED,
  CAP_COMMITTEE_NO_REASON,
  CAP_COMMITTEE_NOT_WITHDRAWN,
} CapCommitteeGapKind;

/**
 * CapCommitteeGap:
 * @file: (nullable): the file that it is about
 * @member: (nullable): who did not withdraw
 *
 * What keeps the minutes of a meeting from being approved. Records are borrowed from the dossier.
 */
typedef struct
{
  CapCommitteeGapKind  kind;
  const CapRecord     *file;
  const CapRecord     *member;
} CapCommitteeGap;

GPtrArray  *cap_committee_list_gaps    (const CapDossier      *dossier,
                                        const CapRecord       *meeting) G_GNUC_WARN_UNUSED_RESULT;
char       *cap_committee_gap_dup_text (const CapCommitteeGap *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean    cap_committee_is_frozen    (const CapDossier      *dossier,
                                        const CapRecord       *record);
CapCommand *cap_committee_approve      (const CapDossier      *dossier,
                                        const CapRecord       *meeting,
                                        const char            *today) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
