/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/cap-process-map-private.h"

#include <math.h>

static double
get_lane_y (const CapProcessMap  *map,
            const CapProcessGrid *grid,
            guint                 index,
            guint                 net)
{
  const CapProcessChannel *channel = &g_array_index (grid->channels, CapProcessChannel, index);

  for (guint i = 0; i < channel->tracks->len; i++)
    {
      const CapProcessTrack *track = &g_array_index (channel->tracks, CapProcessTrack, i);

      if (track->net == net)
        return channel->lanes_y[track->group] + track->lane * map->style.lane;
    }

  g_assert_not_reached ();
}

/* Leaves out a point that is where the last one is, or on the line that goes on. */
static void
add_point (GArray   *points,
           CapPoint  point)
{
  const double small = 1e-6;

  if (points->len > 0)
    {
      CapPoint *last = &g_array_index (points, CapPoint, points->len - 1);
      const CapPoint *before = points->len > 1 ? last - 1 : NULL;

      if (before != NULL && ((fabs (before->x - last->x) < small && fabs (last->x - point.x) < small) ||
                             (fabs (before->y - last->y) < small && fabs (last->y - point.y) < small)))
        {
          *last = point;
          return;
        }
      if (fabs (last->x - point.x) < small && fabs (last->y - point.y) < small)
        return;
    }

  g_array_append_val (points, point);
}

static void
place_straight_way (const CapProcessMap *map,
                    CapProcessWay       *way)
{
  const CapProcessBox *from = cap_process_map_get_box (map, way->from);
  const CapProcessBox *to = cap_process_map_get_box (map, way->to);
  const double depth = to->band == CAP_PROCESS_BAND_REALISATION ? map->style.chevron : 0;
  const double y = from->rect.y + from->rect.height / 2;

  add_point (way->points, (CapPoint) { from->rect.x + from->rect.width, y });
  add_point (way->points, (CapPoint) { to->rect.x + depth, y });
}

static void
place_way (const CapProcessMap  *map,
           const CapProcessGrid *grid,
           CapProcessWay        *way)
{
  const CapProcessBox *from = cap_process_map_get_box (map, way->from);
  const CapProcessBox *to = cap_process_map_get_box (map, way->to);
  const gboolean down = cap_process_goes_down (from, to);
  const gboolean from_above = from->row == to->row ? !down : down;
  g_autoptr(GArray) hops = way->points;
  CapPoint end = { 0, to->rect.y + (from_above ? 0 : to->rect.height) };

  way->points = g_array_new (FALSE, FALSE, sizeof (CapPoint));
  if (cap_process_is_next (from, to))
    {
      place_straight_way (map, way);
      return;
    }

  add_point (way->points, (CapPoint) { g_array_index (hops, CapPoint, 0).x,
                                       from->rect.y + (down ? from->rect.height : 0) });
  for (guint i = 0; i + 1 < hops->len; i++)
    {
      const CapPoint *hop = &g_array_index (hops, CapPoint, i);
      const double y = get_lane_y (map, grid, (guint) hop->y, 2 * way->from + (down ? 1 : 0));

      add_point (way->points, (CapPoint) { hop->x, y });
      add_point (way->points, (CapPoint) { (hop + 1)->x, y });
    }
  end.x = g_array_index (hops, CapPoint, hops->len - 1).x;
  add_point (way->points, end);
}

/* Whether one box stands right after the other: a straight arrow joins them. */
gboolean
cap_process_is_next (const CapProcessBox *from,
                     const CapProcessBox *to)
{
  return from->row == to->row && from->column + 1 == to->column;
}

/* Whether an arrow leaves its box from under it. Inside a row, what goes on passes above, and what
 * comes back passes under. */
gboolean
cap_process_goes_down (const CapProcessBox *from,
                       const CapProcessBox *to)
{
  return from->row != to->row ? from->row < to->row : from->column > to->column;
}

/* Gives each way its points, once the rows are where they are. */
void
cap_process_ways_place (CapProcessMap        *map,
                        const CapProcessGrid *grid)
{
  for (guint i = 0; i < map->ways->len; i++)
    place_way (map, grid, g_ptr_array_index (map->ways, i));
}

static CapPoint
go_towards (CapPoint from,
            CapPoint to,
            double   length)
{
  const double whole = hypot (to.x - from.x, to.y - from.y);
  const double part = whole > 0 ? MIN (length / whole, 0.5) : 0;

  return (CapPoint) { from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part };
}

/**
 * cap_process_way_dup_round:
 * @radius: of the corners, smaller where there is no room
 *
 * Returns: (transfer full) (element-type CapPoint): the same way with its
 *   corners rounded, as a line of short steps
 */
GArray *
cap_process_way_dup_round (const CapPoint *points,
                           guint           n_points,
                           double          radius)
{
  GArray *round = g_array_new (FALSE, FALSE, sizeof (CapPoint));

  for (guint i = 0; i < n_points; i++)
    {
      const CapPoint corner = points[i];
      CapPoint before;
      CapPoint after;

      if (i == 0 || i + 1 == n_points)
        {
          g_array_append_val (round, corner);
          continue;
        }

      before = go_towards (corner, points[i - 1], radius);
      after = go_towards (corner, points[i + 1], radius);
      for (int step = 0; step <= 4; step++)
        {
          const double t = step / 4.0;
          CapPoint point = {
            (1 - t) * (1 - t) * before.x + 2 * t * (1 - t) * corner.x + t * t * after.x,
            (1 - t) * (1 - t) * before.y + 2 * t * (1 - t) * corner.y + t * t * after.y,
          };

          g_array_append_val (round, point);
        }
    }

  return round;
}

/* The triangle at the end of a way: its tip first. */
void
cap_process_way_get_head (const CapPoint *points,
                          guint           n_points,
                          double          size,
                          CapPoint        head[3])
{
  CapPoint end;
  CapPoint back;
  double dx;
  double dy;

  g_return_if_fail (points != NULL && n_points >= 2 && head != NULL);

  end = points[n_points - 1];
  back = points[n_points - 2];
  dx = (end.x > back.x) - (end.x < back.x);
  dy = (end.y > back.y) - (end.y < back.y);

  head[0] = end;
  head[1] = (CapPoint) { end.x - dx * size - dy * size / 2, end.y - dy * size + dx * size / 2 };
  head[2] = (CapPoint) { end.x - dx * size + dy * size / 2, end.y - dy * size - dx * size / 2 };
}
