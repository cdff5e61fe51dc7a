/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "scoring/cap-photograph.h"

G_BEGIN_DECLS

/**
 * CapMapState:
 *
 * What the map says of a criterion, in one word and one mark.
 */
typedef enum
{
  CAP_MAP_TODO,
  CAP_MAP_ANSWERED,
  CAP_MAP_NOT_APPLICABLE,
  CAP_MAP_DISCUSS,
  CAP_MAP_REVIEW,
} CapMapState;

#define CAP_N_MAP_STATES (CAP_MAP_REVIEW + 1)

#define CAP_TYPE_MAP_CELL (cap_map_cell_get_type ())

G_DECLARE_FINAL_TYPE (CapMapCell, cap_map_cell, CAP, MAP_CELL, GtkButton)

GtkWidget   *cap_map_cell_new           (const CapCriterion       *criterion) G_GNUC_WARN_UNUSED_RESULT;
void         cap_map_cell_update        (CapMapCell               *self,
                                         const CapCriterionResult *result,
                                         const CapAnswer          *answer);
void         cap_map_cell_set_current   (CapMapCell               *self,
                                         gboolean                  current);

const char  *cap_map_state_get_label    (CapMapState               state);
const char  *cap_map_state_get_icon     (CapMapState               state);

G_END_DECLS
