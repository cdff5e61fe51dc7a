/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "quality/cap-review-reader-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "audit/cap-finding-rules.h"
#include "base/cap-date.h"
#include "base/cap-number.h"
#include "plan/cap-indicator-rules.h"
#include "plan/cap-plan-progress.h"
#include "plan/cap-proposal.h"

/* What goals, indicators, the plan and the evaluations say of the inputs of a management review. */

static gboolean
has_origin (const CapAction *action,
            CapOriginKind    kind)
{
  for (guint i = 0; i < action->origins->len; i++)
    {
      if (((const CapActionOrigin *) g_ptr_array_index (action->origins, i))->kind == kind)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_closed (CapReviewReader *self,
           const CapAction *action)
{
  return !cap_action_is_open (action) &&
         (action->closed == NULL || cap_review_reader_by_date (self, action->closed));
}

/* Whether a correction, a corrective action or what a finding asked for was open within the period. */
static gboolean
mends_a_fault (CapReviewReader *self,
               const CapAction *action)
{
  if (action->kind == CAP_ACTION_IMPROVEMENT && !has_origin (action, CAP_ORIGIN_FINDING))
    return FALSE;

  return (action->created == NULL || cap_review_reader_by_date (self, action->created)) &&
         (action->closed == NULL || strcmp (action->closed, self->since) > 0);
}

void
cap_review_read_faults (CapReviewReader *self)
{
  guint total = 0;
  guint closed = 0;
  guint late = 0;
  guint checked = 0;
  guint effective = 0;

  for (guint i = 0; i < self->dossier->actions->len; i++)
    {
      const CapAction *action = g_ptr_array_index (self->dossier->actions, i);

      if (!mends_a_fault (self, action))
        continue;

      total++;
      closed += is_closed (self, action);
      late += cap_action_is_late (action, self->date);
      checked += action->verdict != CAP_VERDICT_NONE;
      effective += action->verdict == CAP_VERDICT_EFFECTIVE;
    }

  if (total == 0)
    return;

  cap_review_reader_take (self, g_strdup_printf (
    ngettext ("%1$u correction or corrective action out of %2$u is closed",
              "%1$u corrections or corrective actions out of %2$u are closed", closed), closed, total));
  cap_review_reader_take_count (self, late, g_strdup_printf (ngettext ("%u is late", "%u are late", late),
                                                             late));
  cap_review_reader_end (self);
  cap_review_reader_take_count (self, checked, g_strdup_printf (
    ngettext ("%1$u of those whose effect was checked out of %2$u had it",
              "%1$u of those whose effect was checked out of %2$u had it", effective), effective, checked));
  cap_review_reader_point (self, CAP_ADDRESS_PAGE, "plan");
}

/* The last value on the day of the review. */
static CapIndicatorStatus
rate_indicator (CapReviewReader    *self,
                const CapIndicator *indicator)
{
  for (guint i = indicator->values->len; i-- > 0;)
    {
      const CapIndicatorValue *value = g_ptr_array_index (indicator->values, i);

      if (cap_review_reader_by_date (self, value->date))
        return cap_indicator_rate_value (indicator, value->thousandths);
    }

  return CAP_INDICATOR_NO_VALUE;
}

/**
 * IndicatorFigures:
 * @rated: those with a target and a value
 * @good: of which at the target or within the tolerance
 * @off: of which further
 * @late: whose value is awaited
 * @codes: of those that are off
 */
typedef struct
{
  guint    rated;
  guint    good;
  guint    off;
  guint    late;
  GString *codes;
} IndicatorFigures;

static void
count_indicator (CapReviewReader    *self,
                 const CapIndicator *indicator,
                 IndicatorFigures   *figures)
{
  CapIndicatorStatus status = rate_indicator (self, indicator);
  gboolean good = status == CAP_INDICATOR_REACHED || status == CAP_INDICATOR_WITHIN;
  gboolean off = status == CAP_INDICATOR_OFF;

  figures->rated += good || off;
  figures->good += good;
  figures->off += off;
  figures->late += cap_indicator_is_late (indicator, self->date);
  if (off)
    g_string_append_printf (figures->codes, "%s%s", figures->codes->len > 0 ? ", " : "", indicator->code);
}

/* Whether an objective of the policy is one of the period: not one that was assessed before. */
static gboolean
is_of_period (CapReviewReader *self,
              const CapRecord *goal)
{
  const char *assessed = cap_record_get (goal, CAP_GOAL_ASSESSED);

  return cap_record_is (goal, CAP_GOAL_STATE, "open") || assessed == NULL ||
         strcmp (assessed, self->since) > 0;
}

static void
count_goal_indicators (CapReviewReader  *self,
                       const CapRecord  *goal,
                       GHashTable       *seen,
                       IndicatorFigures *figures)
{
  g_auto(GStrv) codes = cap_record_dup_codes (goal, CAP_GOAL_INDICATORS);

  for (guint i = 0; codes[i] != NULL; i++)
    {
      const CapIndicator *indicator = cap_dossier_find_indicator_by_code (self->dossier, codes[i]);

      if (indicator != NULL && g_hash_table_add (seen, (gpointer) indicator))
        count_indicator (self, indicator, figures);
    }
}

static void
say_goals (CapReviewReader        *self,
           guint                   total,
           guint                   reached,
           guint                   missed,
           guint                   past,
           const IndicatorFigures *figures)
{
  cap_review_reader_take (self, g_strdup_printf (
    ngettext ("%1$u objective out of %2$u is reached", "%1$u objectives out of %2$u are reached", reached),
    reached, total));
  cap_review_reader_take_count (self, missed, g_strdup_printf (
    ngettext ("%u is missed", "%u are missed", missed), missed));
  cap_review_reader_take_count (self, past, g_strdup_printf (
    ngettext ("%u is still open after its date", "%u are still open after their date", past), past));
  cap_review_reader_end (self);
  cap_review_reader_take_count (self, figures->rated, g_strdup_printf (
    ngettext ("%1$u of their indicators out of %2$u is at the target or within tolerance",
              "%1$u of their indicators out of %2$u are at the target or within tolerance", figures->good),
    figures->good, figures->rated));
  cap_review_reader_point_list (self, CAP_REGISTER_GOAL);
}

void
cap_review_read_objectives (CapReviewReader *self)
{
  const GPtrArray *goals = self->dossier->registers[CAP_REGISTER_GOAL];
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr(GString) codes = g_string_new (NULL);
  IndicatorFigures figures = { .codes = codes };
  guint total = 0;
  guint reached = 0;
  guint missed = 0;
  guint past = 0;

  for (guint i = 0; i < goals->len; i++)
    {
      const CapRecord *goal = g_ptr_array_index (goals, i);

      if (!is_of_period (self, goal))
        continue;

      total++;
      reached += cap_record_is (goal, CAP_GOAL_STATE, "reached");
      missed += cap_record_is (goal, CAP_GOAL_STATE, "missed");
      past += cap_record_is (goal, CAP_GOAL_STATE, "open") &&
              cap_review_reader_is_past (self, cap_record_get (goal, CAP_GOAL_DUE));
      count_goal_indicators (self, goal, seen, &figures);
    }

  if (total > 0)
    say_goals (self, total, reached, missed, past, &figures);
}

/* The last evaluation on the day of the review, or the one before it of the same framework. */
static const CapEvaluation *
find_evaluation (CapReviewReader     *self,
                 const CapEvaluation *after)
{
  for (guint i = self->dossier->evaluations->len; i-- > 0;)
    {
      const CapEvaluation *evaluation = g_ptr_array_index (self->dossier->evaluations, i);

      if (cap_review_reader_by_date (self, evaluation->date) &&
          (after == NULL || (evaluation->number < after->number &&
                             g_strcmp0 (evaluation->framework->id, after->framework->id) == 0)))
        return evaluation;
    }

  return NULL;
}

static char *
dup_score (const CapScore *score)
{
  g_autofree char *percent = cap_number_format_percent (score->percent);

  /* Translators: a percentage, two numbers of criteria */
  return g_strdup_printf (ngettext ("%1$s (%2$u criterion answered out of %3$u)",
                                    "%1$s (%2$u criteria answered out of %3$u)", score->coverage.answered),
                          percent, score->coverage.answered, score->coverage.applicable);
}

static void
read_evolution (CapReviewReader     *self,
                const CapEvaluation *evaluation)
{
  const CapEvaluation *before = find_evaluation (self, evaluation);
  g_autoptr(CapPhotograph) photograph = NULL;
  g_autofree char *percent = NULL;
  g_autofree char *day = NULL;

  if (before == NULL)
    return;

  photograph = cap_photograph_new (before, self->dossier->member);
  if (photograph->score.exact == NULL)
    return;

  percent = cap_number_format_percent (photograph->score.percent);
  day = cap_date_format_long (before->date);
  /* Translators: a percentage, a day */
  cap_review_reader_take (self, g_strdup_printf (_("%1$s on %2$s"), percent, day));
}

static void
read_self_evaluation (CapReviewReader *self)
{
  const CapEvaluation *evaluation = find_evaluation (self, NULL);
  g_autoptr(CapPhotograph) photograph = NULL;
  g_autofree char *score = NULL;
  g_autofree char *day = NULL;

  if (evaluation == NULL)
    return;

  photograph = cap_photograph_new (evaluation, self->dossier->member);
  if (photograph->score.exact == NULL)
    return;

  score = dup_score (&photograph->score);
  day = cap_date_format_long (evaluation->date);
  /* Translators: a day, “61 % (80 criteria answered out of 92)” */
  cap_review_reader_take (self, g_strdup_printf (_("Self-evaluation of %1$s: %2$s"), day, score));
  read_evolution (self, evaluation);
  if (photograph->weakest_objective != NULL)
    /* Translators: the code and the name of an objective of the framework */
    cap_review_reader_take (self, g_strdup_printf (_("weakest: %1$s %2$s"),
                                                   photograph->weakest_objective->objective->code,
                                                   photograph->weakest_objective->objective->label));
  cap_review_reader_point (self, CAP_ADDRESS_PAGE, "photograph");
}

static void
read_indicators (CapReviewReader *self)
{
  const GPtrArray *indicators = self->dossier->indicators;
  g_autoptr(GString) codes = g_string_new (NULL);
  IndicatorFigures figures = { .codes = codes };

  for (guint i = 0; i < indicators->len; i++)
    count_indicator (self, g_ptr_array_index (indicators, i), &figures);

  if (indicators->len == 0)
    return;

  cap_review_reader_take (self, g_strdup_printf (
    ngettext ("%1$u indicator out of %2$u is at its target or within tolerance",
              "%1$u indicators out of %2$u are at their targets or within tolerance", figures.good),
    figures.good, indicators->len));
  /* Translators: a number of indicators, their codes */
  cap_review_reader_take_count (self, figures.off, g_strdup_printf (
    ngettext ("%1$u is off target (%2$s)", "%1$u are off target (%2$s)", figures.off), figures.off,
    codes->str));
  cap_review_reader_take_count (self, figures.late, g_strdup_printf (
    ngettext ("%u value is awaited", "%u values are awaited", figures.late), figures.late));
  cap_review_reader_end (self);
  cap_review_reader_point (self, CAP_ADDRESS_PAGE, "plan");
}

void
cap_review_read_monitoring (CapReviewReader *self)
{
  read_indicators (self);
  read_self_evaluation (self);
}

/* The pieces that were linked to the clause of internal audits. */
static guint
count_audit_pieces (CapReviewReader *self)
{
  guint count = 0;

  for (guint i = 0; i < self->dossier->evidence->len; i++)
    {
      const CapEvidence *piece = g_ptr_array_index (self->dossier->evidence, i);
      gboolean serves = FALSE;

      for (guint j = 0; j < piece->links->len; j++)
        {
          const CapEvidenceLink *link = g_ptr_array_index (piece->links, j);

          serves = serves || (link->place == CAP_PLACE_REQUIREMENT &&
                              (g_str_equal (link->target, "9.2") || g_str_has_prefix (link->target, "9.2.")));
        }
      count += serves && piece->removed == NULL;
    }

  return count;
}

/* Held within the period: by its first day. */
static guint
count_audits (CapReviewReader *self)
{
  const GPtrArray *audits = self->dossier->registers[CAP_REGISTER_AUDIT];
  guint count = 0;

  for (guint i = 0; i < audits->len; i++)
    count += cap_review_reader_in_period (self, cap_record_get (g_ptr_array_index (audits, i),
                                                                CAP_AUDIT_DATE));

  return count;
}

/* Whether a finding was open within the period. */
static gboolean
counts_in_period (CapReviewReader *self,
                  const CapRecord *finding)
{
  const char *closed = cap_record_get (finding, CAP_FINDING_CLOSED);

  return cap_review_reader_by_date (self, cap_record_get (finding, CAP_FINDING_RAISED)) &&
         (closed == NULL || strcmp (closed, self->since) > 0);
}

static void
read_findings (CapReviewReader *self)
{
  const GPtrArray *findings = self->dossier->registers[CAP_REGISTER_FINDING];
  guint total = 0;
  guint settled = 0;
  guint late = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const CapRecord *finding = g_ptr_array_index (findings, i);
      const char *closed = cap_record_get (finding, CAP_FINDING_CLOSED);
      const char *due = cap_record_get (finding, CAP_FINDING_DUE);
      const gboolean over = closed != NULL && cap_review_reader_by_date (self, closed);

      if (!counts_in_period (self, finding))
        continue;

      total++;
      settled += over;
      late += !over && cap_finding_get_state (finding) < CAP_FINDING_TO_CHECK && due != NULL &&
              strcmp (due, self->date) < 0;
    }

  cap_review_reader_take_count (self, total, g_strdup_printf (
    ngettext ("%1$u finding out of %2$u is settled", "%1$u findings out of %2$u are settled", settled),
    settled, total));
  cap_review_reader_take_count (self, late, g_strdup_printf (
    ngettext ("%u is late", "%u are late", late), late));
}

void
cap_review_read_audits (CapReviewReader *self)
{
  const guint pieces = count_audit_pieces (self);
  const guint audits = count_audits (self);

  if (audits > 0)
    cap_review_reader_take (self, g_strdup_printf (
      ngettext ("%u audit was held in the period", "%u audits were held in the period", audits), audits));
  else if (pieces > 0 || self->dossier->registers[CAP_REGISTER_AUDIT]->len > 0 ||
           self->dossier->registers[CAP_REGISTER_FINDING]->len > 0)
    cap_review_reader_take (self, g_strdup (_("No audit was held in the period")));
  else
    return;

  cap_review_reader_end (self);
  read_findings (self);
  cap_review_reader_take_count (self, pieces, g_strdup_printf (
    ngettext ("%u piece of evidence serves clause 9.2", "%u pieces of evidence serve clause 9.2", pieces),
    pieces));
  cap_review_reader_point (self, CAP_ADDRESS_REQUIREMENT, "9.2");
  if (self->dossier->registers[CAP_REGISTER_AUDIT]->len > 0)
    cap_review_reader_point_list (self, CAP_REGISTER_AUDIT);
  if (self->dossier->registers[CAP_REGISTER_FINDING]->len > 0)
    cap_review_reader_point_list (self, CAP_REGISTER_FINDING);
}

/* What the evaluation of that day would have the plan take in. */
static guint
count_proposals (CapReviewReader *self,
                 guint           *n_quick)
{
  const CapEvaluation *evaluation = find_evaluation (self, NULL);
  g_autoptr(CapPhotograph) photograph = NULL;
  g_autoptr(GPtrArray) proposals = NULL;

  *n_quick = 0;
  if (evaluation == NULL)
    return 0;

  photograph = cap_photograph_new (evaluation, self->dossier->member);
  proposals = cap_proposals_list (photograph, self->dossier->actions, self->dossier->set_asides, self->date);
  for (guint i = 0; i < proposals->len; i++)
    {
      const CapProposal *proposal = g_ptr_array_index (proposals, i);

      *n_quick += proposal->quick_win && proposal->set_aside == NULL;
    }

  return proposals->len;
}

static void
read_progress (CapReviewReader *self)
{
  const GPtrArray *actions = self->dossier->actions;
  CapPlanProgress progress = cap_plan_progress_since (actions, self->since, self->date);
  guint open = 0;

  for (guint i = 0; i < actions->len; i++)
    open += cap_action_is_open (g_ptr_array_index (actions, i));

  cap_review_reader_take (self, g_strdup_printf (
    ngettext ("%u action entered the plan", "%u actions entered the plan", progress.entered),
    progress.entered));
  cap_review_reader_take (self, g_strdup_printf (
    ngettext ("%u was carried out", "%u were carried out", progress.done), progress.done));
  cap_review_reader_take (self, g_strdup_printf (
    ngettext ("%1$u open action out of %2$u is late", "%1$u open actions out of %2$u are late",
              progress.late_now), progress.late_now, open));
  cap_review_reader_end (self);
}

void
cap_review_read_improvement (CapReviewReader *self)
{
  guint n_quick = 0;
  guint n_proposals = count_proposals (self, &n_quick);

  if (self->dossier->actions->len > 0)
    read_progress (self);
  cap_review_reader_take_count (self, n_proposals, g_strdup_printf (
    ngettext ("%u proposal is waiting", "%u proposals are waiting", n_proposals), n_proposals));
  cap_review_reader_take_count (self, n_quick, g_strdup_printf (
    ngettext ("of which %u quick win", "of which %u quick wins", n_quick), n_quick));
  cap_review_reader_point (self, CAP_ADDRESS_PAGE, "plan");
}
