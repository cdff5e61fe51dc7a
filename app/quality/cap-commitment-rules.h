/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-command.h"

G_BEGIN_DECLS

/* From a signature, or a review, to the next review. */
#define CAP_COMMITMENT_REVIEW_MONTHS 6

/* How long before its day a review is announced. */
#define CAP_COMMITMENT_NOTICE_DAYS 30

/**
 * CapCommitmentState:
 * @CAP_COMMITMENT_IN_COURSE: nothing is to be done soon
 * @CAP_COMMITMENT_DUE: its review is due today, or in the next days
 * @CAP_COMMITMENT_LATE: its review was due before today
 * @CAP_COMMITMENT_ENDED: it is over
 */
typedef enum
{
  CAP_COMMITMENT_IN_COURSE,
  CAP_COMMITMENT_DUE,
  CAP_COMMITMENT_LATE,
  CAP_COMMITMENT_ENDED,
} CapCommitmentState;

#define CAP_N_COMMITMENT_STATES (CAP_COMMITMENT_ENDED + 1)

gboolean            cap_commitment_has_ended          (const CapRecord    *commitment,
                                                       const char         *today);
CapCommitmentState  cap_commitment_get_state          (const CapRecord    *commitment,
                                                       const char         *today);
const char         *cap_commitment_state_get_label    (CapCommitmentState  state);

char               *cap_commitment_dup_next_review    (const char         *since) G_GNUC_WARN_UNUSED_RESULT;
CapRecord          *cap_commitment_new                (const CapDossier   *dossier,
                                                       const char         *type,
                                                       const char         *today) G_GNUC_WARN_UNUSED_RESULT;

char               *cap_commitment_check_review       (const CapDossier   *dossier,
                                                       const CapRecord    *commitment,
                                                       const char         *held,
                                                       const char         *next,
                                                       const char         *today) G_GNUC_WARN_UNUSED_RESULT;
CapCommand         *cap_commitment_new_review_command (const CapRecord    *commitment,
                                                       const char         *held,
                                                       const char         *next) G_GNUC_WARN_UNUSED_RESULT;
char               *cap_commitment_check_end          (const CapRecord    *commitment,
                                                       const char         *closed,
                                                       const char         *today) G_GNUC_WARN_UNUSED_RESULT;
CapCommand         *cap_commitment_new_end_command    (const CapRecord    *commitment,
                                                       const char         *closed,
                                                       const char         *outcome) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
