/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-command.h"

G_BEGIN_DECLS

/* The gestures that make the demonstration dossier: the first one creates it. */
GPtrArray *cap_demo_list_commands (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
