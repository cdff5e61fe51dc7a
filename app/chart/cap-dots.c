/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/cap-dots.h"

#include <math.h>

#define LARGEST 0.25 /* of the height of the cell */
#define SPACING 2.4  /* from a middle to the next, in radii */

/* Returns: how many dots of that radius are side by side in a row of the cell, at least one */
static guint
count_across (const CapRect *cell,
              double         radius)
{
  return (guint) MAX (1, floor ((cell->width - 2 * radius) / (SPACING * radius)) + 1);
}

static guint
count_rows (guint n_dots,
            guint n_across)
{
  return (n_dots + n_across - 1) / n_across;
}

static gboolean
fits (const CapRect *cell,
      guint          n_dots,
      double         radius)
{
  const guint n_rows = count_rows (n_dots, count_across (cell, radius));

  return (n_rows - 1) * SPACING * radius + 2 * radius <= cell->height;
}

static double
find_radius (const CapRect *cell,
             guint          n_dots)
{
  double radius = MIN (cell->height * LARGEST, cell->width / 2);

  while (radius > 0.5 && !fits (cell, n_dots, radius))
    radius *= 0.9;

  return radius;
}

GArray *
cap_dots_place (const CapRect *cell,
                guint          n_dots,
                double        *radius)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (CapPoint));
  guint n_across;
  guint n_rows;

  g_return_val_if_fail (cell != NULL && radius != NULL, points);

  *radius = find_radius (cell, n_dots);
  n_across = MIN (count_across (cell, *radius), MAX (n_dots, 1));
  n_rows = count_rows (n_dots, n_across);
  for (guint i = 0; i < n_dots; i++)
    {
      const guint row = i / n_across;
      const guint n_in_row = row + 1 < n_rows ? n_across : n_dots - row * n_across;
      const double step = SPACING * *radius;
      const CapPoint point = {
        cell->x + cell->width / 2 + (i % n_across - (n_in_row - 1) / 2.0) * step,
        cell->y + cell->height / 2 + (row - (n_rows - 1) / 2.0) * step,
      };

      g_array_append_val (points, point);
    }

  return points;
}
