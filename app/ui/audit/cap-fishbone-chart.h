/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/cap-dossier.h"

G_BEGIN_DECLS

#define CAP_TYPE_FISHBONE_CHART (cap_fishbone_chart_get_type ())

G_DECLARE_FINAL_TYPE (CapFishboneChart, cap_fishbone_chart, CAP, FISHBONE_CHART, GtkWidget)

GtkWidget *cap_fishbone_chart_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void       cap_fishbone_chart_show (CapFishboneChart *self,
                                    const CapDossier *dossier,
                                    const CapRecord  *finding);

G_END_DECLS
