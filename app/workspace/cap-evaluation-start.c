/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workspace/cap-evaluation-start.h"

#include <glib/gi18n.h>

#include "exchange/cap-adaptation-json.h"
#include "exchange/cap-framework-json.h"
#include "quality/cap-evidence-rules.h"

#define MAX_NAMED 8 /* codes that a sentence lists */

/* The codes of criteria that the newer version moved, merged or took away. */
static gboolean
is_displaced (const CapFrameworkDiff *diff,
              const char             *code)
{
  const CapCriterion *criterion = cap_framework_find_criterion (diff->before, code);

  for (guint i = 0; criterion != NULL && i < diff->changes->len; i++)
    {
      const CapChange *change = g_ptr_array_index (diff->changes, i);

      if (g_ptr_array_find (change->before, criterion, NULL))
        return change->after == NULL || !g_str_equal (change->after->code, code);
    }

  return FALSE;
}

static gboolean
has_heading (const CapFramework *framework,
             const char         *code)
{
  for (guint i = 0; i < framework->themes->len; i++)
    {
      const CapTheme *theme = g_ptr_array_index (framework->themes, i);

      if (g_str_equal (theme->code, code))
        return TRUE;
    }

  return cap_framework_find_criterion (framework, code) != NULL ||
         cap_framework_find_objective (framework, code) != NULL;
}

/* What the structure changed goes on where it still has a meaning; the rest is named. */
static CapFramework *
adapt_again (const CapFramework      *before,
             CapFramework            *after,
             GPtrArray               *dropped,
             GError                 **error)
{
  g_autoptr(CapAdaptation) adaptation = cap_adaptation_new_from_framework (before);
  g_autoptr(CapFrameworkDiff) diff = NULL;
  g_autoptr(GPtrArray) codes = NULL;

  if (cap_adaptation_is_empty (adaptation))
    return cap_framework_ref (after);

  diff = cap_framework_diff_new ((CapFramework *) before, after);
  codes = cap_adaptation_list_codes (adaptation);
  for (guint i = 0; i < codes->len; i++)
    {
      const char *code = g_ptr_array_index (codes, i);

      if (has_heading (after, code) && !is_displaced (diff, code))
        continue;

      g_ptr_array_add (dropped, g_strdup (code));
      cap_adaptation_set_label (adaptation, code, NULL);
    }

  return cap_adapted_framework_new (after, adaptation, error);
}

/**
 * cap_evaluation_check_closing:
 * @error: return location for a [error@Cap.ExchangeError]: what is missing
 *
 * A new evaluation closes the one in course, which in certification mode has
 * its evidence first.
 *
 * Returns: whether it may be closed
 */
gboolean
cap_evaluation_check_closing (const CapDossier  *dossier,
                              GError           **error)
{
  const CapEvaluation *current = cap_dossier_get_current (dossier);
  g_autoptr(CapPhotograph) photograph = cap_photograph_new (current, dossier->member);
  g_autoptr(GPtrArray) missing = NULL;
  g_autoptr(GString) codes = g_string_new (NULL);

  if (cap_evidence_allows_closing (photograph, dossier))
    return TRUE;

  missing = cap_evidence_list_missing (photograph, dossier);
  for (guint i = 0; i < MIN (missing->len, MAX_NAMED); i++)
    g_string_append_printf (codes, "%s%s", i > 0 ? ", " : "",
                            ((const CapCriterionResult *) g_ptr_array_index (missing, i))->criterion->code);
  if (missing->len > MAX_NAMED)
    g_string_append (codes, "…");

  g_set_error (error, CAP_EXCHANGE_ERROR, CAP_EXCHANGE_ERROR_INPUT,
               /* Translators: a level; codes of criteria */
               _("in certification mode, an evaluation is closed once each answer of level %d or more has "
                 "its evidence: add it to %s, or choose another level"),
               current->framework->rules.evidence_from, codes->str);

  return FALSE;
}

/**
 * cap_evaluation_start_new:
 * @dossier: what there is already
 * @framework: a version of a framework, as the network wrote it
 * @error: return location for a [error@Cap.ExchangeError]
 *
 * Returns: (transfer full) (nullable): what a new evaluation would be; %NULL
 *   when the evaluation in course cannot be closed, or when what the structure
 *   added cannot stand in that version
 */
CapEvaluationStart *
cap_evaluation_start_new (const CapDossier  *dossier,
                          CapFramework      *framework,
                          CapMode            mode,
                          CapPath            path,
                          GError           **error)
{
  g_autoptr(CapEvaluationStart) self = g_new0 (CapEvaluationStart, 1);
  const CapEvaluation *latest;

  g_return_val_if_fail (dossier != NULL && framework != NULL, NULL);

  if (!cap_evaluation_check_closing (dossier, error))
    return NULL;

  latest = cap_dossier_find_latest (dossier, framework->id);
  self->mode = mode;
  self->path = framework->has_express ? path : CAP_PATH_FULL;
  self->dropped = g_ptr_array_new_with_free_func (g_free);
  self->framework = latest != NULL ? adapt_again (latest->framework, framework, self->dropped, error)
                                   : cap_framework_ref (framework);
  if (self->framework == NULL)
    return NULL;

  if (latest != NULL)
    self->carry = cap_carry_new (latest, self->framework, mode);

  return g_steal_pointer (&self);
}

void
cap_evaluation_start_free (CapEvaluationStart *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->carry, cap_carry_free);
  g_clear_pointer (&self->framework, cap_framework_unref);
  g_clear_pointer (&self->dropped, g_ptr_array_unref);
  g_free (self);
}

/**
 * cap_evaluation_start_command:
 * @number: of the new evaluation
 * @date: ISO 8601: the day it starts
 * @carry: whether it takes the answers over
 *
 * Returns: (transfer full): the gesture
 */
CapCommand *
cap_evaluation_start_command (const CapEvaluationStart *self,
                              guint                     number,
                              const char               *date,
                              gboolean                  carry)
{
  g_autofree char *detail = g_strdup_printf ("%u", number);
  g_autoptr(CapEvaluation) evaluation = NULL;
  CapCommand *command;

  g_return_val_if_fail (self != NULL && date != NULL, NULL);

  evaluation = cap_evaluation_new (NULL, number, date, self->mode, self->framework);
  evaluation->path = self->path;
  if (carry && self->carry != NULL)
    cap_carry_apply (self->carry, evaluation);

  command = cap_command_new (CAP_GESTURE_EVALUATION, detail);
  cap_command_put_evaluation (command, evaluation);

  return command;
}

CapCommand *
cap_evaluation_extend_command (const CapEvaluation *evaluation)
{
  g_autoptr(CapEvaluation) extended = NULL;
  g_autofree char *detail = NULL;
  CapCommand *command;

  g_return_val_if_fail (evaluation != NULL, NULL);

  extended = cap_evaluation_copy_header (evaluation);
  extended->path = CAP_PATH_FULL;
  detail = g_strdup_printf ("%u", evaluation->number);
  command = cap_command_new (CAP_GESTURE_EXTEND, detail);
  cap_command_put_evaluation (command, extended);

  return command;
}

static void
empty_answers (const CapEvaluation *evaluation,
               const CapFramework  *framework,
               CapCommand          *command)
{
  const GPtrArray *criteria = evaluation->framework->criteria;

  for (guint i = 0; i < criteria->len; i++)
    {
      const CapCriterion *criterion = g_ptr_array_index (criteria, i);
      g_autoptr(CapAnswer) empty = NULL;

      if (cap_framework_find_criterion (framework, criterion->code) != NULL ||
          cap_evaluation_get_answer (evaluation, criterion->code) == NULL)
        continue;

      empty = cap_answer_new (criterion->code);
      cap_command_put_answer (command, evaluation->id, empty);
    }
}

CapCommand *
cap_evaluation_adapt_command (const CapEvaluation  *evaluation,
                              const CapAdaptation  *adaptation,
                              GError              **error)
{
  g_autoptr(CapFramework) framework = NULL;
  g_autoptr(CapEvaluation) adapted = NULL;
  CapCommand *command;

  g_return_val_if_fail (evaluation != NULL && adaptation != NULL, NULL);

  framework = cap_adapted_framework_new (evaluation->framework, adaptation, error);
  if (framework == NULL)
    return NULL;

  adapted = cap_evaluation_copy_header (evaluation);
  cap_evaluation_set_framework (adapted, framework);
  command = cap_command_new (CAP_GESTURE_ADAPT, NULL);
  cap_command_put_evaluation (command, adapted);
  empty_answers (evaluation, framework, command);

  return command;
}
