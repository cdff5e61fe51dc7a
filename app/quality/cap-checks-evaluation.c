/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "quality/cap-checks-private.h"

#include <glib/gi18n.h>

#include "quality/cap-evidence-rules.h"
#include "quality/cap-record-rules.h"
#include "scoring/cap-scope.h"

typedef void (*AnswerFunc) (CapCheckRun        *run,
                            const CapCriterion *criterion,
                            const CapAnswer    *answer);

/* The criteria in scope that have an answer, in the evaluation in course. */
static void
each_answer (CapCheckRun *run,
             AnswerFunc   func)
{
  const CapEvaluation *evaluation;

  if (run->dossier->evaluations->len == 0)
    return;

  evaluation = cap_dossier_get_current (run->dossier);
  for (guint i = 0; i < evaluation->framework->criteria->len; i++)
    {
      const CapCriterion *criterion = g_ptr_array_index (evaluation->framework->criteria, i);
      const CapAnswer *answer = cap_evaluation_get_answer (evaluation, criterion->code);

      if (answer != NULL && cap_scope_includes (criterion, evaluation, run->dossier->member))
        func (run, criterion, answer);
    }
}

static CapAlert *
add (CapCheckRun        *run,
     const CapCriterion *criterion,
     char               *sentence)
{
  return cap_check_run_add (run, criterion->code, criterion->code,
                            cap_address_new (CAP_ADDRESS_CRITERION, criterion->code), sentence);
}

static void
check_evidence (CapCheckRun        *run,
                const CapCriterion *criterion,
                const CapAnswer    *answer)
{
  const CapEvaluation *evaluation = cap_dossier_get_current (run->dossier);
  CapAlert *alert;

  if (answer->state != CAP_ANSWER_RATED || answer->level < evaluation->framework->rules.evidence_from ||
      cap_answer_has_evidence (answer, run->dossier))
    return;

  /* Translators: the code of a criterion, then its level */
  alert = add (run, criterion, g_strdup_printf (_("%1$s is at level %2$d and no piece of evidence shows"
                                                  " it."),
                                                criterion->code, answer->level));
  if (evaluation->mode == CAP_MODE_CERTIFICATION)
    alert->severity = CAP_SEVERITY_SERIOUS;
}

static void
find_without_evidence (CapCheckRun *run)
{
  each_answer (run, check_evidence);
}

static void
check_core (CapCheckRun        *run,
            const CapCriterion *criterion,
            const CapAnswer    *answer)
{
  const CapEvaluation *evaluation = cap_dossier_get_current (run->dossier);

  if (answer->state == CAP_ANSWER_RATED && cap_criterion_is_core (criterion, evaluation->mode) &&
      answer->level < evaluation->framework->rules.core_minimum &&
      !cap_check_run_has_open (run, CAP_ORIGIN_CRITERION, criterion->code))
    /* Translators: the code of a criterion, then its level */
    add (run, criterion, g_strdup_printf (_("%1$s is a core criterion at level %2$d, and no open action is"
                                            " about it."), criterion->code, answer->level));
}

static void
find_core_without_action (CapCheckRun *run)
{
  each_answer (run, check_core);
}

static void
check_reason (CapCheckRun        *run,
              const CapCriterion *criterion,
              const CapAnswer    *answer)
{
  if (answer->state == CAP_ANSWER_NOT_APPLICABLE && !cap_reason_is_solid (answer->reason))
    /* Translators: the code of a criterion */
    add (run, criterion, g_strdup_printf (_("%s is said not to be of concern, and the reason is too short to"
                                            " convince."), criterion->code));
}

static void
find_without_reason (CapCheckRun *run)
{
  each_answer (run, check_reason);
}

const CapCheck cap_checks_evaluation[] = {
  { "level-without-evidence", CAP_CHECK_EVALUATION, CAP_SEVERITY_LOOK,
    N_("Level 3 or 4 without evidence"), find_without_evidence },
  { "core-without-action", CAP_CHECK_EVALUATION, CAP_SEVERITY_SERIOUS,
    N_("Core criterion below its minimum, without an open action"), find_core_without_action },
  { "not-applicable-without-reason", CAP_CHECK_EVALUATION, CAP_SEVERITY_LOOK,
    N_("Criterion of no concern, without a solid reason"), find_without_reason },
};

const guint cap_n_checks_evaluation = G_N_ELEMENTS (cap_checks_evaluation);
