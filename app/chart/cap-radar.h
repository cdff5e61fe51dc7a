/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/cap-geometry.h"

G_BEGIN_DECLS

/**
 * CapRadar:
 * @center: the middle
 * @radius: the length of an axis
 * @n_axes: how many axes, the first one pointing up, the others clockwise
 */
typedef struct
{
  CapPoint center;
  double   radius;
  guint    n_axes;
} CapRadar;

/* Whether so many axes make a shape that can be read: under three there is none, beyond eight the
 * labels meet. Bars say the same, whatever the number. */
gboolean cap_radar_suits       (guint           n_axes);
CapRadar cap_radar_fit         (double          width,
                                double          height,
                                double          margin,
                                guint           n_axes);
CapPoint cap_radar_get_vertex  (const CapRadar *self,
                                guint           axis,
                                double          value);
void     cap_radar_get_polygon (const CapRadar *self,
                                const double   *values,
                                CapPoint       *points);
void     cap_radar_get_ring    (const CapRadar *self,
                                double          value,
                                CapPoint       *points);

G_END_DECLS
