/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "plan/cap-rerating.h"

G_BEGIN_DECLS

#define CAP_TYPE_RERATING_ROW (cap_rerating_row_get_type ())

G_DECLARE_FINAL_TYPE (CapReratingRow, cap_rerating_row, CAP, RERATING_ROW, GtkListBoxRow)

/* Signal "changed": it was ticked or unticked, or another level was chosen.
 * Signal "set-aside": people do not want this one. */
GtkWidget         *cap_rerating_row_new          (const CapRerating   *rerating,
                                                  const CapEvaluation *evaluation) G_GNUC_WARN_UNUSED_RESULT;

const CapRerating *cap_rerating_row_get_rerating (CapReratingRow      *self);
gboolean           cap_rerating_row_get_accepted (CapReratingRow      *self);
void               cap_rerating_row_set_accepted (CapReratingRow      *self,
                                                  gboolean             accepted);
void               cap_rerating_row_toggle       (CapReratingRow      *self);

G_END_DECLS
