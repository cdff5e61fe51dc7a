/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/campaign/cap-vote-draft.h"

#include <glib/gi18n.h>

#include "scoring/cap-ballot-rules.h"

static CapVoteDraft *
take_ballot (CapWorkspace *workspace,
             CapBallot    *ballot)
{
  CapVoteDraft *self = g_new0 (CapVoteDraft, 1);

  self->dossier = cap_dossier_ref (cap_workspace_get_dossier (workspace));
  self->evaluation = cap_dossier_get_current (self->dossier);
  self->ballot = ballot;
  self->asked = cap_ballot_list_asked (self->evaluation, self->dossier->member, ballot->form);
  self->known = cap_evaluation_find_ballot (self->evaluation, ballot->respondent) != NULL;

  return self;
}

/**
 * cap_vote_draft_new:
 * @workspace: with a dossier open
 * @code: of the person; who voted with it already is replaced
 *
 * Returns: (transfer full): a ballot without a vote
 */
CapVoteDraft *
cap_vote_draft_new (CapWorkspace  *workspace,
                    const char    *code,
                    CapCollege     college,
                    CapBallotForm  form)
{
  const CapEvaluation *evaluation;
  const CapBallot *given;
  CapBallot *ballot;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace) && code != NULL, NULL);

  evaluation = cap_workspace_get_evaluation (workspace);
  given = cap_evaluation_find_ballot (evaluation, code);
  ballot = given != NULL ? cap_ballot_new (given->id, given->respondent, given->college)
                         : cap_ballot_new (NULL, code, college);
  ballot->form = form;

  return take_ballot (workspace, ballot);
}

/* Returns: (transfer full): what somebody voted, to be corrected */
CapVoteDraft *
cap_vote_draft_new_correction (CapWorkspace    *workspace,
                               const CapBallot *given)
{
  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace) && given != NULL, NULL);

  return take_ballot (workspace, cap_ballot_copy (given));
}

void
cap_vote_draft_free (CapVoteDraft *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->asked);
  cap_ballot_free (self->ballot);
  cap_dossier_unref (self->dossier);
  g_free (self);
}

const CapFramework *
cap_vote_draft_get_framework (const CapVoteDraft *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->evaluation->framework;
}

const CapCriterion *
cap_vote_draft_get_criterion (const CapVoteDraft *self,
                              guint               index)
{
  g_return_val_if_fail (self != NULL && index < self->asked->len, NULL);

  return g_ptr_array_index (self->asked, index);
}

/* Returns: the figure that is voted, or %CAP_VOTE_NONE */
int
cap_vote_draft_get_figure (const CapVoteDraft *self,
                           guint               index)
{
  int level;

  g_return_val_if_fail (self != NULL && index < self->asked->len, CAP_VOTE_NONE);

  level = cap_ballot_get_level (self->ballot, cap_vote_draft_get_criterion (self, index)->code);

  return level != CAP_LEVEL_UNSET
         ? cap_ballot_figure_from_level (self->evaluation->framework, self->ballot->form, level)
         : CAP_VOTE_NONE;
}

/**
 * cap_vote_draft_set_figure:
 * @figure: a figure of the form; %CAP_VOTE_NONE takes the vote back
 *
 * Returns: whether there is such a figure
 */
gboolean
cap_vote_draft_set_figure (CapVoteDraft *self,
                           guint         index,
                           int           figure)
{
  const CapCriterion *criterion;
  int level;

  g_return_val_if_fail (self != NULL && index < self->asked->len, FALSE);

  criterion = cap_vote_draft_get_criterion (self, index);
  level = figure != CAP_VOTE_NONE
          ? cap_ballot_figure_to_level (self->evaluation->framework, self->ballot->form, figure)
          : CAP_LEVEL_UNSET;
  if (figure != CAP_VOTE_NONE && level == CAP_LEVEL_UNSET)
    return FALSE;

  self->changed = self->changed || cap_ballot_get_level (self->ballot, criterion->code) != level;
  cap_ballot_set_level (self->ballot, criterion->code, level);

  return TRUE;
}

/* Returns: (nullable): what a figure says of a criterion; %NULL when the form has no such figure */
const char *
cap_vote_draft_get_wording (const CapVoteDraft *self,
                            guint               index,
                            int                 figure)
{
  const CapCriterion *criterion = cap_vote_draft_get_criterion (self, index);
  const CapFramework *framework = self->evaluation->framework;

  if (cap_ballot_figure_to_level (framework, self->ballot->form, figure) == CAP_LEVEL_UNSET)
    return NULL;

  return self->ballot->form == CAP_BALLOT_PLAIN
         ? criterion->plain_answers[figure - 1]
         : cap_criterion_get_descriptor (criterion, framework, figure);
}

/* Returns: how many criteria are voted on */
guint
cap_vote_draft_count (const CapVoteDraft *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return cap_ballot_count (self->ballot);
}

gboolean
cap_vote_draft_is_allowed (CapWorkspace *workspace)
{
  CapDossier *dossier;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), FALSE);

  dossier = cap_workspace_get_dossier (workspace);

  return dossier != NULL && dossier->audited == NULL && !cap_workspace_get_read_only (workspace);
}

/**
 * cap_vote_draft_make_command:
 *
 * Returns: (transfer full) (nullable): the gesture that keeps the ballot; %NULL when the evaluation is not
 *   the one in course any more, and a sentence says so
 */
CapCommand *
cap_vote_draft_make_command (const CapVoteDraft  *self,
                             CapWorkspace        *workspace,
                             GError             **error)
{
  const CapEvaluation *evaluation;
  CapCommand *command;

  g_return_val_if_fail (self != NULL && CAP_IS_WORKSPACE (workspace), NULL);

  evaluation = cap_workspace_get_evaluation (workspace);
  if (!cap_vote_draft_is_allowed (workspace) || evaluation == NULL ||
      !g_str_equal (evaluation->id, self->evaluation->id))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                           _("Another evaluation has begun meanwhile: these votes cannot be added to it."));
      return NULL;
    }

  command = cap_command_new (CAP_GESTURE_VOTES, self->ballot->respondent);
  cap_command_put_ballot (command, evaluation->id, self->ballot);

  return command;
}
