/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

/* Signal "imported" (sentence): votes of a file are in. */
#define CAP_TYPE_IMPORT_VOTES_WINDOW (cap_import_votes_window_get_type ())

G_DECLARE_FINAL_TYPE (CapImportVotesWindow, cap_import_votes_window, CAP, IMPORT_VOTES_WINDOW, AdwWindow)

GtkWidget *cap_import_votes_window_new  (GtkWindow            *parent,
                                         CapWorkspace         *workspace) G_GNUC_WARN_UNUSED_RESULT;
void       cap_import_votes_window_read (CapImportVotesWindow *self,
                                         const char           *path);

G_END_DECLS
