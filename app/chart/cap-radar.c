/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/cap-radar.h"

#include <math.h>

gboolean
cap_radar_suits (guint n_axes)
{
  return n_axes >= 3 && n_axes <= 8;
}

/**
 * cap_radar_fit:
 * @width: the width of the chart
 * @height: its height
 * @margin: what the labels need around the axes
 * @n_axes: how many axes
 *
 * Returns: the largest radar that fits, in the middle of the chart
 */
CapRadar
cap_radar_fit (double width,
               double height,
               double margin,
               guint  n_axes)
{
  return (CapRadar) {
    .center = { width / 2, height / 2 },
    .radius = MAX (MIN (width, height) / 2 - margin, 0.0),
    .n_axes = n_axes,
  };
}

/**
 * cap_radar_get_vertex:
 * @self: a radar
 * @axis: which axis
 * @value: 0 for the centre, 100 for the rim; more stands outside, where a label goes
 *
 * Returns: where the value stands on its axis
 */
CapPoint
cap_radar_get_vertex (const CapRadar *self,
                      guint           axis,
                      double          value)
{
  CapPoint origin = { 0, 0 };
  double angle;

  g_return_val_if_fail (self != NULL, origin);
  g_return_val_if_fail (axis < self->n_axes, self->center);

  angle = 2 * G_PI * axis / self->n_axes - G_PI_2;

  return (CapPoint) {
    self->center.x + cos (angle) * self->radius * MAX (value, 0.0) / 100,
    self->center.y + sin (angle) * self->radius * MAX (value, 0.0) / 100,
  };
}

/**
 * cap_radar_get_polygon:
 * @self: a radar
 * @values: (array): one value from 0 to 100 per axis; a negative one stands at the centre
 * @points: (out caller-allocates) (array): one point per axis
 *
 * Computes the outline that joins the values.
 */
void
cap_radar_get_polygon (const CapRadar *self,
                       const double   *values,
                       CapPoint       *points)
{
  g_return_if_fail (self != NULL && values != NULL && points != NULL);

  for (guint i = 0; i < self->n_axes; i++)
    points[i] = cap_radar_get_vertex (self, i, MIN (values[i], 100.0));
}

/**
 * cap_radar_get_ring:
 * @self: a radar
 * @value: which ring of the grid, from 0 to 100
 * @points: (out caller-allocates) (array): one point per axis
 *
 * Computes the outline of one ring of the grid.
 */
void
cap_radar_get_ring (const CapRadar *self,
                    double          value,
                    CapPoint       *points)
{
  g_return_if_fail (self != NULL && points != NULL);

  for (guint i = 0; i < self->n_axes; i++)
    points[i] = cap_radar_get_vertex (self, i, value);
}
