/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ui/welcome/cap-recent.h"

G_BEGIN_DECLS

#define CAP_TYPE_RECENT_ROW (cap_recent_row_get_type ())

G_DECLARE_FINAL_TYPE (CapRecentRow, cap_recent_row, CAP, RECENT_ROW, GtkListBoxRow)

GtkWidget  *cap_recent_row_new      (const CapRecentEntry *entry) G_GNUC_WARN_UNUSED_RESULT;

const char *cap_recent_row_get_path (CapRecentRow         *self);

G_END_DECLS
