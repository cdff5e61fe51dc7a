/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "scoring/cap-scope.h"

#include <glib/gi18n.h>
#include <string.h>

G_DEFINE_QUARK (cap-answer-error-quark, cap_answer_error)

/* Another framework may speak of other kinds than those that the member chose. */
static gboolean
has_known_kind (const CapMember    *member,
                const CapFramework *framework)
{
  for (guint i = 0; member->kinds[i] != NULL; i++)
    {
      if (cap_framework_find_term (framework->kinds, member->kinds[i]) != NULL)
        return TRUE;
    }

  return FALSE;
}

static gboolean
kinds_pass (const CapFilter    *filter,
            const CapMember    *member,
            const CapFramework *framework)
{
  if (filter->kinds == NULL || filter->kinds[0] == NULL || !has_known_kind (member, framework))
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
 * cap_scope_passes:
 * @filter: (nullable): of @framework
 *
 * Returns: whether it concerns the member: what the profile does not say
 *   excludes nothing
 */
gboolean
cap_scope_passes (const CapFilter    *filter,
                  const CapFramework *framework,
                  const CapMember    *member)
{
  g_return_val_if_fail (framework != NULL && member != NULL, FALSE);

  return filter == NULL ||
         (kinds_pass (filter, member, framework) && staff_passes (filter, member) &&
          (!filter->secondment || member->secondment));
}

/* A certification goes through everything; what the structure added is its own choice. */
static gboolean
is_left_out (const CapCriterion  *criterion,
             const CapEvaluation *evaluation)
{
  return evaluation->path == CAP_PATH_EXPRESS && evaluation->mode == CAP_MODE_CAP &&
         !criterion->express && !cap_criterion_is_local (criterion);
}

/**
 * cap_scope_includes:
 * @criterion: a criterion
 * @evaluation: the evaluation: its framework, its mode and its path
 * @member: the profile
 *
 * What the profile does not say excludes nothing: a criterion disappears only
 * on a known fact.
 *
 * Returns: whether the criterion concerns the member; otherwise it is *hors
 *   champ*, neither shown nor counted
 */
gboolean
cap_scope_includes (const CapCriterion  *criterion,
                    const CapEvaluation *evaluation,
                    const CapMember     *member)
{
  g_return_val_if_fail (criterion != NULL && evaluation != NULL && member != NULL, FALSE);

  if (criterion->certification_only && evaluation->mode != CAP_MODE_CERTIFICATION)
    return FALSE;
  if (is_left_out (criterion, evaluation))
    return FALSE;

  return cap_scope_passes (criterion->filter, evaluation->framework, member);
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

  if (!cap_scope_includes (criterion, evaluation, member))
    {
      /* Translators: %s is the code of a criterion */
      g_set_error (error, CAP_ANSWER_ERROR, CAP_ANSWER_ERROR_OUT_OF_SCOPE,
                   evaluation->path == CAP_PATH_EXPRESS
                   ? _("%s is not in the express path, or does not concern this structure")
                   : _("%s does not concern this structure: its profile or the mode leaves it out"),
                   criterion->code);
      return FALSE;
    }

  return answer->state != CAP_ANSWER_NOT_APPLICABLE ||
         check_not_applicable (criterion, evaluation->mode, answer, error);
}

/* “0, 1, 2, 3, 4” */
static char *
list_levels (const CapFramework *framework)
{
  g_autoptr(GString) list = g_string_new (NULL);

  for (int level = framework->min_level; level <= framework->max_level; level++)
    g_string_append_printf (list, "%s%d", list->len > 0 ? ", " : "", level);

  return g_string_free (g_steal_pointer (&list), FALSE);
}

static int
parse_level (const CapFramework *framework,
             const char         *text)
{
  guint64 level;

  if (!g_ascii_isdigit (text[0]) || !g_ascii_string_to_unsigned (text, 10, 0, CAP_LEVEL_LIMIT, &level, NULL))
    return CAP_LEVEL_UNSET;

  return cap_framework_has_level (framework, (int) level) ? (int) level : CAP_LEVEL_UNSET;
}

/**
 * cap_scope_parse_answer:
 * @framework: the framework that is answered
 * @criterion: the code of a criterion, not checked here
 * @level: a level as a number, `na` or `none`
 * @error: return location for a [error@Cap.AnswerError]
 *
 * Reads a level as people write it on the command line and in CSV files. The
 * reason of `na` is left empty, for the caller to give.
 *
 * Returns: (transfer full) (nullable): an answer without comment
 */
CapAnswer *
cap_scope_parse_answer (const CapFramework *framework,
                        const char         *criterion,
                        const char         *level,
                        GError            **error)
{
  g_autoptr(CapAnswer) answer = NULL;
  g_autofree char *levels = NULL;
  int number;

  g_return_val_if_fail (framework != NULL && criterion != NULL && level != NULL, NULL);

  answer = cap_answer_new (criterion);
  number = parse_level (framework, level);

  if (number != CAP_LEVEL_UNSET)
    cap_answer_rate (answer, number);
  else if (g_ascii_strcasecmp (level, "na") == 0)
    cap_answer_set_not_applicable (answer, "");
  else if (g_ascii_strcasecmp (level, "none") != 0)
    {
      levels = list_levels (framework);
      /* Translators: what was given as a level, then the levels there are (“0, 1, 2, 3, 4”) */
      g_set_error (error, CAP_ANSWER_ERROR, CAP_ANSWER_ERROR_LEVEL,
                   _("“%1$s” is not a level: %2$s, na or none"), level, levels);
      return NULL;
    }

  return g_steal_pointer (&answer);
}
