/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CAP_TYPE_DAY_DIALOG (cap_day_dialog_get_type ())

G_DECLARE_FINAL_TYPE (CapDayDialog, cap_day_dialog, CAP, DAY_DIALOG, AdwMessageDialog)

/* Signal "given" (day, ISO 8601). */
GtkWidget *cap_day_dialog_new (GtkWindow  *parent,
                               const char *heading,
                               const char *body,
                               const char *title,
                               const char *verb,
                               const char *day) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
