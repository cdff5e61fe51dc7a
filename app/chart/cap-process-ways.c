/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/cap-process-map-private.h"

#include <math.h>

/* The arrows of the map. All that a box feeds leaves it by one point above it, or one under it, and
 * branches off on the way: that is a net. A net has one lane in each channel that it goes through,
 * and one crossing of each row. Each arrow reaches its box at a point of its own.
 *
 * First the places across (stubs, tracks, lanes) are chosen; then the rows are stacked, as far apart
 * as the lanes need; then the points are known. */

/* The places that are tried to keep apart from the others. */
#define N_TRIES 24
#define CLOSEST 0.04 /* of a lane */

/* How many lanes longer a way may be, to leave one other net alone. */
#define CROWD 2

/* An arrow on its way: where it comes into each channel, and at last where it leaves the last one. */
typedef struct
{
  guint  from;
  guint  to;
  guint  net;
  GArray *channels;
  GArray *xs;
} Route;

typedef struct
{
  CapProcessMap  *map;
  CapProcessGrid *grid;
  GHashTable     *crossings; /* “net/row” → double */
  GHashTable     *ports;     /* net → double */
} Plan;

static const CapProcessBox *
get_box (const Plan *plan,
         guint       box)
{
  return &g_array_index (plan->map->boxes, CapProcessBox, box);
}

static CapProcessChannel *
get_channel (const Plan *plan,
             guint       channel)
{
  return &g_array_index (plan->grid->channels, CapProcessChannel, channel);
}

static int
find_box (const CapProcessMap *map,
          const char          *code)
{
  for (guint i = 0; i < map->boxes->len; i++)
    if (g_str_equal (cap_record_get_code (g_array_index (map->boxes, CapProcessBox, i).process), code))
      return (int) i;

  return -1;
}

static gboolean
is_free (const CapProcessChannel *channel,
         guint                    net,
         double                   x,
         double                   apart)
{
  for (guint i = 0; i < channel->stubs->len; i++)
    {
      const CapProcessStub *stub = &g_array_index (channel->stubs, CapProcessStub, i);

      if (stub->net != net && fabs (stub->x - x) < apart)
        return FALSE;
    }

  return TRUE;
}

/* The free place between @low and @high that is nearest to where it should be; closer to the others
 * when there is none. */
static double
choose_x (const Plan *plan,
          guint       first,
          guint       last,
          guint       net,
          double      wanted,
          double      low,
          double      high)
{
  const double lane = plan->map->style.lane;

  wanted = CLAMP (wanted, low, high);
  for (double apart = lane; apart > CLOSEST * lane; apart /= 2)
    {
      for (int i = 0; i < 2 * N_TRIES; i++)
        {
          const double x = wanted + (i % 2 == 1 ? 1 : -1) * ((i + 1) / 2) * apart / 2;

          if (x >= low && x <= high && is_free (get_channel (plan, first), net, x, apart) &&
              is_free (get_channel (plan, last), net, x, apart))
            return x;
        }
    }

  return wanted;
}

static void
add_stub (const Plan *plan,
          guint       channel,
          guint       net,
          double      x)
{
  CapProcessStub stub = { x, net };

  g_array_append_val (get_channel (plan, channel)->stubs, stub);
}

/* Where arrows may meet the border of a box. */
static void
get_flat (const Plan *plan,
          guint       box,
          double     *low,
          double     *high)
{
  CapPoint points[CAP_PROCESS_MAX_OUTLINE];
  const double inset = plan->map->style.lane;

  cap_process_map_get_outline (plan->map, box, points);
  *low = points[0].x + inset;
  *high = MAX (points[1].x - inset, *low);
}

static double
choose_port (const Plan *plan,
             guint       box,
             guint       channel,
             guint       net,
             double      wanted)
{
  double low;
  double high;
  double x;

  get_flat (plan, box, &low, &high);
  x = choose_x (plan, channel, channel, net, wanted, low, high);
  add_stub (plan, channel, net, x);

  return x;
}

/* The way out of a box: in the middle of its border. */
static double
get_way_out (const Plan *plan,
             guint       box,
             guint       channel,
             guint       net)
{
  double *x = g_hash_table_lookup (plan->ports, GUINT_TO_POINTER (net));
  double low;
  double high;

  if (x == NULL)
    {
      get_flat (plan, box, &low, &high);
      x = g_new (double, 1);
      *x = choose_port (plan, box, channel, net, (low + high) / 2);
      g_hash_table_insert (plan->ports, GUINT_TO_POINTER (net), x);
    }

  return *x;
}

/* How many nets go up and down there already. */
static guint
count_stubs (const Plan *plan,
             guint       channel,
             double      low,
             double      high)
{
  const GArray *stubs = get_channel (plan, channel)->stubs;
  guint count = 0;

  for (guint i = 0; i < stubs->len; i++)
    {
      const double x = g_array_index (stubs, CapProcessStub, i).x;

      count += x >= low && x <= high ? 1 : 0;
    }

  return count;
}

/* The room between two boxes of a row, or beside them, that makes the shortest way; where many go
 * already, a longer one is better. */
static void
choose_gap (const Plan *plan,
            guint       index,
            double      from_x,
            double      to_x,
            double     *low,
            double     *high)
{
  const CapProcessRow *row = &g_array_index (plan->grid->rows, CapProcessRow, index);
  const CapProcessMapStyle *style = &plan->map->style;
  double best = G_MAXDOUBLE;
  double start = style->side_width;

  for (guint i = 0; i <= row->n_boxes; i++)
    {
      const CapRect *rect = i < row->n_boxes ? &get_box (plan, row->first + i)->rect : NULL;
      const double end = rect != NULL ? rect->x : plan->map->width - style->side_width;
      const double nearest = CLAMP (to_x, start, end);
      const double length = fabs (nearest - from_x) + fabs (nearest - to_x) +
                            CROWD * style->lane * count_stubs (plan, index, start, end);

      if (length < best)
        {
          best = length;
          *low = start + MIN (style->lane / 2, (end - start) / 4);
          *high = end - MIN (style->lane / 2, (end - start) / 4);
        }
      start = rect != NULL ? rect->x + rect->width : end;
    }
}

/* Where a net crosses a row: the same place for all its arrows. */
static double
cross_row (const Plan *plan,
           guint       row,
           guint       net,
           double      from_x,
           double      to_x)
{
  g_autofree char *key = g_strdup_printf ("%u/%u", net, row);
  double *x = g_hash_table_lookup (plan->crossings, key);
  double low = 0;
  double high = 0;

  if (x == NULL)
    {
      choose_gap (plan, row, from_x, to_x, &low, &high);
      x = g_new (double, 1);
      *x = choose_x (plan, row, row + 1, net, to_x, low, high);
      add_stub (plan, row, net, *x);
      add_stub (plan, row + 1, net, *x);
      g_hash_table_insert (plan->crossings, g_steal_pointer (&key), x);
    }

  return *x;
}

static double
get_center (const Plan *plan,
            guint       box)
{
  return get_box (plan, box)->rect.x + get_box (plan, box)->rect.width / 2;
}

static void
add_hop (Route  *route,
         guint   channel,
         double  x)
{
  g_array_append_val (route->channels, channel);
  g_array_append_val (route->xs, x);
}

/* From channel to channel, until the one beside the row of the other box. */
static void
find_route (const Plan *plan,
            Route      *route)
{
  const CapProcessBox *from = get_box (plan, route->from);
  const CapProcessBox *to = get_box (plan, route->to);
  const gboolean down = cap_process_goes_down (from, to);
  const guint last = from->row == to->row ? to->row + (down ? 1 : 0) : to->row + (down ? 0 : 1);
  guint channel = from->row + (down ? 1 : 0);
  double x = get_way_out (plan, route->from, channel, route->net);

  add_hop (route, channel, x);
  while (channel != last)
    {
      x = cross_row (plan, down ? channel : channel - 1, route->net, x, get_center (plan, route->to));
      channel += down ? 1 : -1;
      add_hop (route, channel, x);
    }
  x = choose_port (plan, route->to, channel, route->net, x);
  g_array_append_val (route->xs, x);
}

/* The group that a part of a net belongs to: what is above it and what is under it. */
static guint
choose_group (gboolean above,
              gboolean below)
{
  if (above == below)
    return 1;

  return above ? 0 : 2;
}

static CapProcessTrack *
get_track (const Plan *plan,
           guint       channel,
           guint       net,
           guint       group)
{
  GArray *tracks = get_channel (plan, channel)->tracks;
  CapProcessTrack track = { net, group, 0, G_MAXDOUBLE, -G_MAXDOUBLE };

  for (guint i = 0; i < tracks->len; i++)
    if (g_array_index (tracks, CapProcessTrack, i).net == net)
      return &g_array_index (tracks, CapProcessTrack, i);

  g_array_append_val (tracks, track);

  return &g_array_index (tracks, CapProcessTrack, tracks->len - 1);
}

static void
add_tracks (const Plan  *plan,
            const Route *route)
{
  const gboolean level = get_box (plan, route->from)->row == get_box (plan, route->to)->row;
  const gboolean down = cap_process_goes_down (get_box (plan, route->from), get_box (plan, route->to));

  for (guint i = 0; i < route->channels->len; i++)
    {
      const guint group = level ? choose_group (down, !down) : 1;
      CapProcessTrack *track = get_track (plan, g_array_index (route->channels, guint, i), route->net, group);

      /* A net that serves both rows goes between them. */
      if (group != track->group)
        track->group = 1;
      for (guint j = i; j <= i + 1; j++)
        {
          track->low = MIN (track->low, g_array_index (route->xs, double, j));
          track->high = MAX (track->high, g_array_index (route->xs, double, j));
        }
    }
}

static int
compare_tracks (gconstpointer one,
                gconstpointer other)
{
  const CapProcessTrack *a = one;
  const CapProcessTrack *b = other;

  if (a->low < b->low || a->low > b->low)
    return a->low < b->low ? -1 : 1;

  return (a->net > b->net) - (a->net < b->net);
}

/* Whether a lane is free from @low on: what lies in it ended before. */
static gboolean
lane_is_free (const CapProcessChannel *channel,
              guint                    n_tracks,
              const CapProcessTrack   *track,
              guint                    lane,
              double                   apart)
{
  for (guint i = 0; i < n_tracks; i++)
    {
      const CapProcessTrack *it = &g_array_index (channel->tracks, CapProcessTrack, i);

      if (it->group == track->group && it->lane == lane && it->high > it->low &&
          it->high + apart > track->low)
        return FALSE;
    }

  return TRUE;
}

static void
choose_lanes (const Plan        *plan,
              CapProcessChannel *channel)
{
  g_array_sort (channel->tracks, compare_tracks);
  for (guint i = 0; i < channel->tracks->len; i++)
    {
      CapProcessTrack *track = &g_array_index (channel->tracks, CapProcessTrack, i);

      /* A straight one takes no lane. */
      if (track->high <= track->low)
        continue;

      while (!lane_is_free (channel, i, track, track->lane, plan->map->style.lane))
        track->lane++;
      channel->n_lanes[track->group] = MAX (channel->n_lanes[track->group], track->lane + 1);
    }
}

static void
clear_route (Route *route)
{
  g_array_unref (route->channels);
  g_array_unref (route->xs);
}

/* The points of a way hold, until the rows are stacked, what is known of it: the x of each hop, and
 * the channel in place of the y. */
static void
add_way (const Plan *plan,
         Route      *route)
{
  CapProcessWay *way = g_new0 (CapProcessWay, 1);

  way->from = route->from;
  way->to = route->to;
  way->points = g_array_new (FALSE, TRUE, sizeof (CapPoint));
  for (guint i = 0; i < route->xs->len; i++)
    {
      const guint channel = i < route->channels->len ? g_array_index (route->channels, guint, i) : 0;
      CapPoint hop = { g_array_index (route->xs, double, i), channel };

      g_array_append_val (way->points, hop);
    }
  g_ptr_array_add (plan->map->ways, way);
}

static GArray *
list_routes (const Plan *plan)
{
  GArray *routes = g_array_new (FALSE, TRUE, sizeof (Route));

  g_array_set_clear_func (routes, (GDestroyNotify) clear_route);
  for (guint from = 0; from < plan->map->boxes->len; from++)
    {
      g_auto(GStrv) codes = cap_record_dup_codes (get_box (plan, from)->process, CAP_PROCESS_FEEDS);

      for (guint i = 0; codes[i] != NULL; i++)
        {
          const int to = find_box (plan->map, codes[i]);
          Route route = { .from = from };

          if (to < 0 || to == (int) from || g_strv_contains ((const char * const *) codes + i + 1, codes[i]))
            continue;

          route.to = (guint) to;
          route.net = 2 * from;
          route.net += cap_process_goes_down (get_box (plan, from), get_box (plan, route.to)) ? 1 : 0;
          route.channels = g_array_new (FALSE, FALSE, sizeof (guint));
          route.xs = g_array_new (FALSE, FALSE, sizeof (double));
          g_array_append_val (routes, route);
        }
    }

  return routes;
}

/* Finds the ways of a map across, and how many lanes they need. */
void
cap_process_ways_plan (CapProcessMap  *map,
                       CapProcessGrid *grid)
{
  Plan plan = { map, grid, NULL, NULL };
  g_autoptr(GHashTable) crossings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GHashTable) ports = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr(GArray) routes = NULL;

  plan.crossings = crossings;
  plan.ports = ports;
  for (guint i = 0; i <= grid->rows->len; i++)
    {
      CapProcessChannel channel = {
        g_array_new (FALSE, FALSE, sizeof (CapProcessStub)),
        g_array_new (FALSE, FALSE, sizeof (CapProcessTrack)),
        { 0 }, { 0 },
      };

      g_array_append_val (grid->channels, channel);
    }

  routes = list_routes (&plan);
  for (guint i = 0; i < routes->len; i++)
    {
      Route *route = &g_array_index (routes, Route, i);

      if (!cap_process_is_next (get_box (&plan, route->from), get_box (&plan, route->to)))
        {
          find_route (&plan, route);
          add_tracks (&plan, route);
        }
      add_way (&plan, route);
    }
  for (guint i = 0; i <= grid->rows->len; i++)
    choose_lanes (&plan, get_channel (&plan, i));
}
