/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/widgets/cap-message-bar.h"
#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

/* What a bar says of the file of a dossier. */

void cap_file_message_show         (CapMessageBar *bar,
                                    CapWorkspace  *workspace);
void cap_file_message_show_sibling (CapMessageBar *bar,
                                    const char    *path);

G_END_DECLS
