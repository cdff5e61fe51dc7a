/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

/* No figure: the criterion is not voted on. */
#define CAP_VOTE_NONE -1

/**
 * CapVoteDraft:
 * @dossier: as it was when the draft was begun: what follows borrows from it
 * @asked: (element-type CapCriterion): what the ballot asks, in order
 * @ballot: what is voted so far
 * @known: whether the dossier has a ballot with this code already
 * @changed: whether something was voted, or taken back, since
 *
 * The ballot that somebody is filling. Nothing of it is in the dossier before its command is run.
 */
typedef struct
{
  CapDossier          *dossier;
  const CapEvaluation *evaluation;
  GPtrArray           *asked;
  CapBallot           *ballot;
  gboolean             known;
  gboolean             changed;
} CapVoteDraft;

CapVoteDraft       *cap_vote_draft_new           (CapWorkspace       *workspace,
                                                  const char         *code,
                                                  CapCollege          college,
                                                  CapBallotForm       form) G_GNUC_WARN_UNUSED_RESULT;
CapVoteDraft       *cap_vote_draft_new_correction (CapWorkspace       *workspace,
                                                  const CapBallot    *given) G_GNUC_WARN_UNUSED_RESULT;
void                cap_vote_draft_free          (CapVoteDraft       *self);

const CapFramework *cap_vote_draft_get_framework (const CapVoteDraft *self);
const CapCriterion *cap_vote_draft_get_criterion (const CapVoteDraft *self,
                                                  guint               index);
int                 cap_vote_draft_get_figure    (const CapVoteDraft *self,
                                                  guint               index);
gboolean            cap_vote_draft_set_figure    (CapVoteDraft       *self,
                                                  guint               index,
                                                  int                 figure);
const char         *cap_vote_draft_get_wording   (const CapVoteDraft *self,
                                                  guint               index,
                                                  int                 figure);
guint               cap_vote_draft_count         (const CapVoteDraft *self);
CapCommand         *cap_vote_draft_make_command  (const CapVoteDraft *self,
                                                  CapWorkspace       *workspace,
                                                  GError            **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether votes may change: the dossier is the structure’s own, and open to be written. */
gboolean            cap_vote_draft_is_allowed    (CapWorkspace       *workspace);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapVoteDraft, cap_vote_draft_free)

G_END_DECLS
