/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

#define CAP_TYPE_JOURNAL_VIEW (cap_journal_view_get_type ())

G_DECLARE_FINAL_TYPE (CapJournalView, cap_journal_view, CAP, JOURNAL_VIEW, GtkWidget)

void cap_journal_view_set_workspace (CapJournalView *self,
                                     CapWorkspace   *workspace);
void cap_journal_view_set_object    (CapJournalView *self,
                                     const char     *object,
                                     const char     *name);

G_END_DECLS
