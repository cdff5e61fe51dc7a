/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CAP_TYPE_RADAR_VERTEX (cap_radar_vertex_get_type ())

G_DECLARE_FINAL_TYPE (CapRadarVertex, cap_radar_vertex, CAP, RADAR_VERTEX, GtkWidget)

GtkWidget *cap_radar_vertex_new (const char *name,
                                 double      value) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
