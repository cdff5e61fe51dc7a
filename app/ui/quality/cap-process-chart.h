/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/cap-dossier.h"

G_BEGIN_DECLS

#define CAP_TYPE_PROCESS_CHART (cap_process_chart_get_type ())

G_DECLARE_FINAL_TYPE (CapProcessChart, cap_process_chart, CAP, PROCESS_CHART, GtkWidget)

/* Signals:
 *   "opened"  (UUID)           a process is to be looked at
 *   "moved"   (UUID, rank)     a process was dropped at another place of its band
 *   "shifted" (UUID, dx, dy)   a process is to go one place further, by the keyboard
 */
GtkWidget *cap_process_chart_new              (void) G_GNUC_WARN_UNUSED_RESULT;
void       cap_process_chart_show             (CapProcessChart *self,
                                               CapDossier      *dossier,
                                               gboolean         can_move);
int        cap_process_chart_find_shifted     (CapProcessChart *self,
                                               const char      *id,
                                               int              dx,
                                               int              dy);

G_END_DECLS
