/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "scoring/cap-photograph.h"

G_BEGIN_DECLS

#define CAP_TYPE_CRITERIA_MAP (cap_criteria_map_get_type ())

G_DECLARE_FINAL_TYPE (CapCriteriaMap, cap_criteria_map, CAP, CRITERIA_MAP, GtkWidget)

void cap_criteria_map_update      (CapCriteriaMap      *self,
                                   const CapPhotograph *photograph,
                                   const CapEvaluation *evaluation);
void cap_criteria_map_set_current (CapCriteriaMap      *self,
                                   const char          *code);
void cap_criteria_map_focus       (CapCriteriaMap      *self);

G_END_DECLS
