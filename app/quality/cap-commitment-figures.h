/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/cap-share.h"
#include "model/cap-dossier.h"
#include "plan/cap-period.h"
#include "quality/cap-delays.h"

G_BEGIN_DECLS

/* The types, in the order of the choices of their field. */
#define CAP_N_COMMITMENT_TYPES 5

/**
 * CapOutcome:
 *
 * How a path ended, in the order of the choices of the field. The first three are the
 * *sorties dynamiques*.
 */
typedef enum
{
  CAP_OUTCOME_DURABLE,
  CAP_OUTCOME_TRANSITION,
  CAP_OUTCOME_POSITIVE,
  CAP_OUTCOME_OTHER,
} CapOutcome;

#define CAP_N_OUTCOMES (CAP_OUTCOME_OTHER + 1)

/**
 * CapCommitmentFigures:
 * @total: signed in the period
 * @by_type: of which of each type
 * @untyped: of which of none, or of one that is not known
 * @undated: those with no day of signature, of any period: they are not counted above
 * @ended: ended in the period and by today, whenever they were signed
 * @by_outcome: of which with each outcome
 * @unsaid: of which with none
 * @dynamic: of which in a lasting job, a transition job or a positive way out
 * @in_course: not ended, today
 * @late: (element-type CapRecord): of which those whose review was due before today; the oldest first
 * @due: (element-type CapRecord): of which those whose review is due in the next %CAP_COMMITMENT_NOTICE_DAYS
 * @without_review: of which those whose next review has no date
 * @held: mid-term reviews held in the period
 * @held_dated: of which those that had a date
 * @held_on_time: of which on that day at the latest
 * @delays: from the day they were due to the day they were held
 *
 * The figures of the *engagements réciproques*, for a period and for today. They live as long as
 * the dossier whose records they name.
 */
typedef struct
{
  guint      total;
  guint      by_type[CAP_N_COMMITMENT_TYPES];
  guint      untyped;
  guint      undated;
  guint      ended;
  guint      by_outcome[CAP_N_OUTCOMES];
  guint      unsaid;
  guint      dynamic;
  guint      in_course;
  GPtrArray *late;
  GPtrArray *due;
  guint      without_review;
  guint      held;
  guint      held_dated;
  guint      held_on_time;
  CapDelays  delays;
} CapCommitmentFigures;

/**
 * CapCommitmentSpan:
 * @period: a quarter or a year
 * @total: signed in it
 * @by_type: of which of each type; those of none are in @total only
 * @ended: ended in it
 * @dynamic: of which *sorties dynamiques*
 *
 * One step of their evolution.
 */
typedef struct
{
  CapPeriod *period;
  guint      total;
  guint      by_type[CAP_N_COMMITMENT_TYPES];
  guint      ended;
  guint      dynamic;
} CapCommitmentSpan;

CapCommitmentFigures *cap_commitment_figures_new  (const CapDossier     *dossier,
                                                   const char           *from,
                                                   const char           *to,
                                                   const char           *today) G_GNUC_WARN_UNUSED_RESULT;
void                  cap_commitment_figures_free (CapCommitmentFigures *self);

CapShare    cap_commitment_figures_get_type_share    (const CapCommitmentFigures *self,
                                                      guint                       type);
CapShare    cap_commitment_figures_get_untyped_share (const CapCommitmentFigures *self);
CapShare    cap_commitment_figures_get_outcome_share (const CapCommitmentFigures *self,
                                                      CapOutcome                  outcome);
CapShare    cap_commitment_figures_get_dynamic_share (const CapCommitmentFigures *self);
int         cap_commitment_figures_get_rounded_sum   (const CapCommitmentFigures *self);
char       *cap_commitment_figures_dup_rounded_sum   (const CapCommitmentFigures *self)
                                                      G_GNUC_WARN_UNUSED_RESULT;
const char *cap_commitment_figures_get_note          (const CapCommitmentFigures *self);
guint       cap_commitment_figures_find_main_type    (const CapCommitmentFigures *self);

GPtrArray  *cap_commitment_evolution_new             (const CapDossier   *dossier,
                                                      CapFrequency        frequency,
                                                      const char         *last_day,
                                                      guint               n_spans,
                                                      const char         *today) G_GNUC_WARN_UNUSED_RESULT;
CapPeriod  *cap_commitment_find_year                 (const CapDossier   *dossier,
                                                      const char         *today) G_GNUC_WARN_UNUSED_RESULT;
void        cap_commitment_span_free                 (CapCommitmentSpan  *self);

int         cap_commitment_get_type                  (const CapRecord    *commitment);
const char *cap_commitment_type_get_label            (guint               type);
const char *cap_outcome_get_label                    (CapOutcome          outcome);
const char *cap_commitment_get_rounding_note         (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapCommitmentFigures, cap_commitment_figures_free)

G_END_DECLS
