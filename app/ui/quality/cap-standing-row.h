/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "quality/cap-standing.h"

G_BEGIN_DECLS

/* Something that is expected, where it stands, and a button that opens its place: "journey.open". */
GtkWidget *cap_standing_row_new (CapStanding  standing,
                                 const char  *title,
                                 const char  *sentence,
                                 const char  *address) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
