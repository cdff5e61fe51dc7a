/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CAP_SCORE_UNKNOWN -1

#define CAP_TYPE_SCORE_BAR (cap_score_bar_get_type ())

G_DECLARE_FINAL_TYPE (CapScoreBar, cap_score_bar, CAP, SCORE_BAR, GtkWidget)

GtkWidget *cap_score_bar_new (const char *title,
                              int         percent) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
