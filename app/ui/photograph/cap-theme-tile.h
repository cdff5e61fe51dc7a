/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "scoring/cap-photograph.h"

G_BEGIN_DECLS

GtkWidget *cap_theme_tile_new (const CapThemeResult *result,
                               const char           *evolution) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
