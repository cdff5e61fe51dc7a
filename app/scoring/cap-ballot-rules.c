/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "scoring/cap-ballot-rules.h"

#include <glib/gi18n.h>

#include "scoring/cap-scope.h"

G_DEFINE_QUARK (cap-ballot-error-quark, cap_ballot_error)

static gboolean
is_code (const char *text)
{
  for (; *text != '\0'; text++)
    {
      if (!g_ascii_isalnum (*text) && *text != '-' && *text != '_' && *text != '.' && *text != '/')
        return FALSE;
    }

  return TRUE;
}

/**
 * cap_ballot_check_respondent:
 * @respondent: (nullable): what would be their code
 * @error: return location for a #CapBallotError
 *
 * Returns: whether it is a code: letters without accents, digits and hyphens, so that hardly a name is one
 */
gboolean
cap_ballot_check_respondent (const char  *respondent,
                             GError     **error)
{
  if (respondent != NULL && *respondent != '\0' && g_utf8_strlen (respondent, -1) <= CAP_RESPONDENT_MAX &&
      is_code (respondent))
    return TRUE;

  g_set_error (error, CAP_BALLOT_ERROR, CAP_BALLOT_ERROR_RESPONDENT,
               /* Translators: %s is what was written for the code of a respondent */
               _("“%s” is no code: a respondent is known by letters and digits, such as S-07, never by a"
                 " name"), respondent != NULL ? respondent : "");

  return FALSE;
}

/**
 * cap_ballot_parse_vote:
 * @text: a level, or “none”
 * @level: (out): what it says; %CAP_LEVEL_UNSET for “none”
 * @error: return location for a #CapAnswerError or a #CapBallotError
 *
 * Returns: whether it is a vote on a criterion of the evaluation
 */
gboolean
cap_ballot_parse_vote (const CapEvaluation  *evaluation,
                       const CapMember      *member,
                       const char           *criterion,
                       const char           *text,
                       int                  *level,
                       GError              **error)
{
  g_autoptr(CapAnswer) answer = NULL;

  g_return_val_if_fail (evaluation != NULL && member != NULL && criterion != NULL && text != NULL, FALSE);
  g_return_val_if_fail (level != NULL, FALSE);

  answer = cap_scope_parse_answer (evaluation->framework, criterion, text, error);
  if (answer == NULL)
    return FALSE;

  if (answer->state == CAP_ANSWER_NOT_APPLICABLE)
    {
      g_set_error_literal (error, CAP_BALLOT_ERROR, CAP_BALLOT_ERROR_VOTE,
                           _("a vote is a level, or none: whether a criterion concerns you is decided"
                             " together"));
      return FALSE;
    }

  *level = answer->state == CAP_ANSWER_RATED ? answer->level : CAP_LEVEL_UNSET;

  return cap_scope_check_answer (evaluation, member, answer, error);
}

/* Returns: whether a ballot may have this form: not every framework has a plain scale */
gboolean
cap_ballot_has_form (const CapFramework *framework,
                     CapBallotForm       form)
{
  g_return_val_if_fail (framework != NULL, FALSE);

  return form == CAP_BALLOT_FULL || framework->plain_scale->len > 0;
}

/**
 * cap_ballot_list_asked:
 *
 * Returns: (transfer container) (element-type CapCriterion): the criteria that concern the member, in order;
 *   in plain words, those that have some
 */
GPtrArray *
cap_ballot_list_asked (const CapEvaluation *evaluation,
                       const CapMember     *member,
                       CapBallotForm        form)
{
  GPtrArray *asked = g_ptr_array_new ();

  g_return_val_if_fail (evaluation != NULL && member != NULL, asked);

  for (guint i = 0; i < evaluation->framework->criteria->len; i++)
    {
      CapCriterion *criterion = g_ptr_array_index (evaluation->framework->criteria, i);

      if (cap_scope_includes (criterion, evaluation, member) &&
          (form == CAP_BALLOT_FULL || criterion->plain_question != NULL))
        g_ptr_array_add (asked, criterion);
    }

  return asked;
}

/* Returns: the level that a figure stands for; %CAP_LEVEL_UNSET when it stands for none */
int
cap_ballot_figure_to_level (const CapFramework *framework,
                            CapBallotForm       form,
                            int                 figure)
{
  g_return_val_if_fail (framework != NULL, CAP_LEVEL_UNSET);

  if (form == CAP_BALLOT_FULL)
    return cap_framework_has_level (framework, figure) ? figure : CAP_LEVEL_UNSET;

  return figure >= 1 && figure <= (int) framework->plain_scale->len
         ? ((CapPlainStep *) g_ptr_array_index (framework->plain_scale, (guint) figure - 1))->level
         : CAP_LEVEL_UNSET;
}

/* Returns: the figure of a level; -1 when the form has none for it */
int
cap_ballot_figure_from_level (const CapFramework *framework,
                              CapBallotForm       form,
                              int                 level)
{
  g_return_val_if_fail (framework != NULL, -1);

  if (form == CAP_BALLOT_FULL)
    return cap_framework_has_level (framework, level) ? level : -1;

  for (guint i = 0; i < framework->plain_scale->len; i++)
    {
      if (((CapPlainStep *) g_ptr_array_index (framework->plain_scale, i))->level == level)
        return (int) i + 1;
    }

  return -1;
}
