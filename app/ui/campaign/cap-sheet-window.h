/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

#define CAP_TYPE_SHEET_WINDOW (cap_sheet_window_get_type ())

G_DECLARE_FINAL_TYPE (CapSheetWindow, cap_sheet_window, CAP, SHEET_WINDOW, AdwWindow)

GtkWidget *cap_sheet_window_new (CapWorkspace *workspace,
                                 GtkWindow    *parent,
                                 const char   *code) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
