/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "plan/cap-proposal.h"

G_BEGIN_DECLS

#define CAP_TYPE_PROPOSAL_ROW (cap_proposal_row_get_type ())

G_DECLARE_FINAL_TYPE (CapProposalRow, cap_proposal_row, CAP, PROPOSAL_ROW, GtkListBoxRow)

/* Signal "toggled": the proposal was ticked or unticked.
 * Signal "set-aside": people do not want this one. */
GtkWidget  *cap_proposal_row_new          (const CapProposal  *proposal,
                                           const CapFramework *framework) G_GNUC_WARN_UNUSED_RESULT;

const char *cap_proposal_row_get_code     (CapProposalRow     *self);
gboolean    cap_proposal_row_get_accepted (CapProposalRow     *self);
void        cap_proposal_row_set_accepted (CapProposalRow     *self,
                                           gboolean            accepted);
void        cap_proposal_row_toggle       (CapProposalRow     *self);
void        cap_proposal_row_set_editable (CapProposalRow     *self,
                                           gboolean            editable);

G_END_DECLS
