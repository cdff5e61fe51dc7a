/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/evaluation/cap-criteria-path.h"

#include "quality/cap-evidence-rules.h"

/* The path through the evaluation in course: the criteria that concern the
 * member, in the order of the framework. */

static gboolean
matches (const CapCriterionResult *result,
         const CapAnswer          *answer,
         CapPathFilter             filter,
         const GPtrArray          *to_prove)
{
  if (result->state == CAP_CRITERION_OUT_OF_SCOPE)
    return FALSE;

  switch (filter)
    {
    case CAP_PATH_TODO:
      return result->state == CAP_CRITERION_UNANSWERED;

    case CAP_PATH_TO_DISCUSS:
      return answer != NULL && answer->discuss;

    case CAP_PATH_TO_REVIEW:
      return answer != NULL && answer->review != CAP_REVIEW_NONE;

    case CAP_PATH_TO_PROVE:
      return g_ptr_array_find ((GPtrArray *) to_prove, result, NULL);

    case CAP_PATH_ALL:
    default:
      return TRUE;
    }
}

CapPathFilter
cap_criteria_path_get_filter (const char *name)
{
  static const char * const names[] = {
    [CAP_PATH_TODO] = "todo",
    [CAP_PATH_TO_DISCUSS] = "discuss",
    [CAP_PATH_TO_REVIEW] = "review",
    [CAP_PATH_TO_PROVE] = "evidence",
  };

  g_return_val_if_fail (name != NULL, CAP_PATH_ALL);

  for (guint i = CAP_PATH_TODO; i < G_N_ELEMENTS (names); i++)
    {
      if (g_str_equal (names[i], name))
        return (CapPathFilter) i;
    }

  return CAP_PATH_ALL;
}

/**
 * cap_criteria_path_list:
 *
 * Returns: (transfer container) (element-type utf8): codes, which belong to the
 *   framework of the evaluation
 */
GPtrArray *
cap_criteria_path_list (CapWorkspace  *workspace,
                        CapPathFilter  filter)
{
  CapPhotograph *photograph = cap_workspace_get_photograph (workspace);
  const CapEvaluation *evaluation = cap_workspace_get_evaluation (workspace);
  GPtrArray *codes = g_ptr_array_new ();
  g_autoptr(GPtrArray) to_prove = NULL;

  if (photograph != NULL)
    to_prove = cap_evidence_list_missing (photograph, cap_workspace_get_dossier (workspace));

  for (guint i = 0; photograph != NULL && i < photograph->framework->criteria->len; i++)
    {
      const CapCriterion *criterion = g_ptr_array_index (photograph->framework->criteria, i);

      if (matches (cap_photograph_find_criterion (photograph, criterion->code),
                   cap_evaluation_get_answer (evaluation, criterion->code), filter, to_prove))
        g_ptr_array_add (codes, criterion->code);
    }

  return codes;
}

/**
 * cap_criteria_path_find_first:
 *
 * Returns: (nullable): the first code of the list
 */
const char *
cap_criteria_path_find_first (CapWorkspace  *workspace,
                              CapPathFilter  filter)
{
  g_autoptr(GPtrArray) codes = cap_criteria_path_list (workspace, filter);

  return codes->len > 0 ? g_ptr_array_index (codes, 0) : NULL;
}

/**
 * cap_criteria_path_includes:
 * @code: (nullable): code of a criterion
 *
 * Returns: whether the criterion is on the path
 */
gboolean
cap_criteria_path_includes (CapWorkspace *workspace,
                            const char   *code)
{
  CapPhotograph *photograph = cap_workspace_get_photograph (workspace);
  const CapCriterionResult *result;

  if (photograph == NULL || code == NULL)
    return FALSE;

  result = cap_photograph_find_criterion (photograph, code);

  return result != NULL && result->state != CAP_CRITERION_OUT_OF_SCOPE;
}
