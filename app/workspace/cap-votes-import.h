/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-command.h"
#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

/**
 * CapVotesPreview:
 * @command: (nullable): what would be done; %NULL when there is a fault
 * @faults: (element-type utf8): sentences, each with its line
 * @n_respondents: how many people vote in the file
 * @n_known: how many of them have voted already
 * @n_votes: how many votes these people would have altogether
 */
typedef struct
{
  CapCommand *command;
  GPtrArray  *faults;
  guint       n_respondents;
  guint       n_known;
  guint       n_votes;
} CapVotesPreview;

void             cap_votes_preview_free              (CapVotesPreview      *self);

/* What the import of a file of votes into the evaluation in course would do; the command of the preview
 * does it. */
void             cap_workspace_preview_votes_async   (CapWorkspace         *self,
                                                      const char           *path,
                                                      GCancellable         *cancellable,
                                                      GAsyncReadyCallback   callback,
                                                      gpointer              user_data);
CapVotesPreview *cap_workspace_preview_votes_finish  (CapWorkspace         *self,
                                                      GAsyncResult         *result,
                                                      GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapVotesPreview, cap_votes_preview_free)

G_END_DECLS
