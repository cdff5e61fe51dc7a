/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "scoring/cap-scope.h"

#include <glib/gi18n.h>
#include <string.h>

G_DEFINE_QUARK (cap-answer-error-quark, cap_answer_error)

static gboolean
kinds_pass (const CapFilter *filter,
            const CapMember *member)
{
  if (filter->kinds == NULL || filter->kinds[0] == NULL || member->kinds[0] == NULL)
    return TRUE;

  for (guint i = 0; filter->kinds[i] != NULL; i++)
    {
      if (cap_member_has_kind (member, filter->kinds[i]))
        return TRUE;
    }

  return FALSE;
}

static gboolean
staff_passes (const CapFilter *filter,
              const CapMember *member)
{
  return member->staff == CAP_NUMBER_UNKNOWN || member->staff >= filter->min_staff;
}

/**
 * cap_scope_includes:
 * @criterion: a criterion
 * @member: the profile
 * @mode: the mode of the evaluation
 *
 * What the profile does not say excludes nothing: a criterion disappears only
 * on a known fact.
 *
 * Returns: whether the criterion concerns the member; otherwise it is *hors
 *   champ*, neither shown nor counted
 */
gboolean
cap_scope_includes (const CapCriterion *criterion,
                    const CapMember    *member,
                    CapMode             mode)
{
  const CapFilter *filter;

  g_return_val_if_fail (criterion != NULL && member != NULL, FALSE);

  if (criterion->certification_only && mode != CAP_MODE_CERTIFICATION)
    return FALSE;

  filter = criterion->filter;

  return filter == NULL ||
         (kinds_pass (filter, member) && staff_passes (filter, member) &&
          (!filter->secondment || member->secondment));
}

static gboolean
check_not_applicable (const CapCriterion   *criterion,
                      CapMode               mode,
                      const CapAnswer      *answer,
                      GError              **error)
{
  if (cap_criterion_is_core (criterion, mode))
    {
      /* Translators: %s is the code of a criterion */
      g_set_error (error, CAP_ANSWER_ERROR, CAP_ANSWER_ERROR_CORE,
                   _("%s is a core criterion: it concerns every structure, so it always gets a level"),
                   criterion->code);
      return FALSE;
    }

  if (answer->reason[strspn (answer->reason, " \t\r\n")] == '\0')
    {
      /* Translators: %s is the code of a criterion */
      g_set_error (error, CAP_ANSWER_ERROR, CAP_ANSWER_ERROR_REASON,
                   _("%s: say in a few words why it does not concern you"), criterion->code);
      return FALSE;
    }

  return TRUE;
}

/**
 * cap_scope_check_answer:
 * @evaluation: the evaluation that would receive it
 * @member: the profile
 * @answer: an answer
 * @error: return location for a [error@Cap.AnswerError]
 *
 * Returns: whether the answer may be given
 */
gboolean
cap_scope_check_answer (const CapEvaluation  *evaluation,
                        const CapMember      *member,
                        const CapAnswer      *answer,
                        GError              **error)
{
  const CapCriterion *criterion;

  g_return_val_if_fail (evaluation != NULL && member != NULL && answer != NULL, FALSE);

  criterion = cap_framework_find_criterion (evaluation->framework, answer->criterion);
  if (criterion == NULL)
    {
      /* Translators: %s is what was given as the code of a criterion */
      g_set_error (error, CAP_ANSWER_ERROR, CAP_ANSWER_ERROR_UNKNOWN_CRITERION,
                   _("“%s” is not a criterion of this framework"), answer->criterion);
      return FALSE;
    }

  if (!cap_scope_includes (criterion, member, evaluation->mode))
    {
      /* Translators: %s is the code of a criterion */
      g_set_error (error, CAP_ANSWER_ERROR, CAP_ANSWER_ERROR_OUT_OF_SCOPE,
                   _("%s does not concern this structure: its profile or the mode leaves it out"),
                   criterion->code);
      return FALSE;
    }

  return answer->state != CAP_ANSWER_NOT_APPLICABLE ||
         check_not_applicable (criterion, evaluation->mode, answer, error);
}

/**
 * cap_scope_parse_answer:
 * @criterion: the code of a criterion, not checked here
 * @level: `0` to `4`, `na` or `none`
 * @error: return location for a [error@Cap.AnswerError]
 *
 * Reads a level as people write it on the command line and in CSV files. The
 * reason of `na` is left empty, for the caller to give.
 *
 * Returns: (transfer full) (nullable): an answer without comment
 */
CapAnswer *
cap_scope_parse_answer (const char  *criterion,
                        const char  *level,
                        GError     **error)
{
  g_autoptr(CapAnswer) answer = NULL;

  g_return_val_if_fail (criterion != NULL && level != NULL, NULL);

  answer = cap_answer_new (criterion);

  if (strlen (level) == 1 && level[0] >= '0' && level[0] <= '0' + CAP_LEVEL_MAX)
    cap_answer_rate (answer, level[0] - '0');
  else if (g_ascii_strcasecmp (level, "na") == 0)
    cap_answer_set_not_applicable (answer, "");
  else if (g_ascii_strcasecmp (level, "none") != 0)
    {
      /* Translators: %s is what was given as a level */
      g_set_error (error, CAP_ANSWER_ERROR, CAP_ANSWER_ERROR_LEVEL,
                   _("“%s” is not a level: 0, 1, 2, 3, 4, na or none"), level);
      return NULL;
    }

  return g_steal_pointer (&answer);
}
