/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/cap-process-map.h"

#include <math.h>

#define SMALL 1e-6

static const CapProcessMapStyle style = {
  .side_width = 84, .title_height = 14, .min_width = 84, .max_width = 150, .min_height = 44,
  .inset = 4, .gap = 18, .padding = 9, .lane = 8, .chevron = 8,
};

static const char * const kinds[] = { "management", "realisation", "support" };

static double
measure (const CapRecord *process,
         double           width,
         gpointer         user_data)
{
  const char *words = process != NULL ? cap_record_get_title (process) : "besoins des personnes";
  double lines = ceil ((double) g_utf8_strlen (words, -1) * 5 / width) + 1;

  return lines * 18;
}

static void
add_process (GPtrArray  *processes,
             const char *code,
             const char *kind,
             const char *feeds)
{
  CapRecord *record = cap_record_new (CAP_REGISTER_PROCESS, code);

  cap_record_set (record, CAP_PROCESS_CODE, code);
  cap_record_set (record, CAP_PROCESS_NAME, "Accueillir et intégrer");
  cap_record_set (record, CAP_PROCESS_KIND, kind);
  cap_record_set (record, CAP_PROCESS_FEEDS, feeds);
  g_ptr_array_add (processes, record);
}

static GPtrArray *
make_list (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) cap_record_free);
}

static CapProcessMap *
make_map (const GPtrArray *processes,
          double           width)
{
  return cap_process_map_new (processes, width, &style, measure, NULL);
}

static GPtrArray *
make_random_list (GRand *rand,
                  guint  n)
{
  GPtrArray *processes = make_list ();

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *code = g_strdup_printf ("P-%02u", i + 1);
      g_autoptr(GString) feeds = g_string_new (NULL);

      for (int j = g_rand_int_range (rand, 0, 5); j > 0; j--)
        g_string_append_printf (feeds, "%sP-%02d", feeds->len > 0 ? ", " : "",
                                g_rand_int_range (rand, 1, (gint32) n + 2));
      add_process (processes, code, kinds[g_rand_int_range (rand, 0, 3)], feeds->str);
    }

  return processes;
}

static gboolean
overlap (const CapRect *one,
         const CapRect *other)
{
  return one->x + one->width > other->x + SMALL && other->x + other->width > one->x + SMALL &&
         one->y + one->height > other->y + SMALL && other->y + other->height > one->y + SMALL;
}

static gboolean
holds (const CapRect *outer,
       const CapRect *inner)
{
  return inner->x >= outer->x - SMALL && inner->y >= outer->y - SMALL &&
         inner->x + inner->width <= outer->x + outer->width + SMALL &&
         inner->y + inner->height <= outer->y + outer->height + SMALL;
}

static void
check_boxes (const CapProcessMap *map)
{
  CapRect before = { 0, 0, map->width, 0 };

  for (guint band = 0; band < CAP_N_PROCESS_BANDS; band++)
    {
      const CapRect *it = &map->bands[band];

      g_assert_cmpfloat (it->y, >=, before.y + before.height);
      g_assert_true (holds (it, &map->titles[band]));
      before = *it;
    }
  g_assert_cmpfloat_with_epsilon (before.y + before.height, map->height, SMALL);

  for (guint i = 0; i < map->boxes->len; i++)
    {
      const CapProcessBox *box = cap_process_map_get_box (map, i);
      const CapRect words = cap_process_map_get_words (map, i);

      g_assert_true (holds (&map->bands[box->band], &box->rect));
      g_assert_true (holds (&box->rect, &words));
      g_assert_cmpfloat (box->rect.width, >=, style.min_width - SMALL);
      g_assert_cmpfloat (box->rect.width, <=, style.max_width + SMALL);
      g_assert_cmpfloat (words.height + SMALL, >=, measure (box->process, words.width, NULL));
      g_assert_false (overlap (&box->rect, &map->needs));
      g_assert_false (overlap (&box->rect, &map->answers));
      for (guint j = 0; j < i; j++)
        g_assert_false (overlap (&box->rect, &cap_process_map_get_box (map, j)->rect));
      for (guint j = 0; j < CAP_N_PROCESS_BANDS; j++)
        g_assert_false (overlap (&box->rect, &map->titles[j]));
    }
}

/* Whether a point lies on the outline of a box. */
static gboolean
is_on_outline (const CapProcessMap *map,
               guint                box,
               CapPoint             point)
{
  CapPoint points[CAP_PROCESS_MAX_OUTLINE];
  guint n_points = cap_process_map_get_outline (map, box, points);

  for (guint i = 0; i < n_points; i++)
    {
      CapPoint a = points[i];
      CapPoint b = points[(i + 1) % n_points];

      if (fabs (hypot (a.x - point.x, a.y - point.y) + hypot (b.x - point.x, b.y - point.y) -
                hypot (a.x - b.x, a.y - b.y)) < SMALL)
        return TRUE;
    }

  return FALSE;
}

static CapRect
get_part (const CapProcessWay *way,
          guint                part)
{
  const CapPoint *a = &g_array_index (way->points, CapPoint, part);
  const CapPoint *b = a + 1;

  g_assert_true (fabs (a->x - b->x) < SMALL || fabs (a->y - b->y) < SMALL);

  return (CapRect) { MIN (a->x, b->x) - 0.1, MIN (a->y, b->y) - 0.1,
                     fabs (a->x - b->x) + 0.2, fabs (a->y - b->y) + 0.2 };
}

/* No part of a way goes through a box, the name of a band, the needs or the answers. */
static void
check_way (const CapProcessMap *map,
           const CapProcessWay *way)
{
  const guint last = way->points->len - 1;

  g_assert_cmpuint (last, >, 0);
  g_assert_true (is_on_outline (map, way->from, g_array_index (way->points, CapPoint, 0)));
  g_assert_true (is_on_outline (map, way->to, g_array_index (way->points, CapPoint, last)));
  for (guint i = 0; i < last; i++)
    {
      CapRect part = get_part (way, i);

      g_assert_true (holds (&(CapRect) { 0, 0, map->width, map->height }, &part));
      g_assert_false (overlap (&part, &map->needs));
      g_assert_false (overlap (&part, &map->answers));
      for (guint j = 0; j < CAP_N_PROCESS_BANDS; j++)
        g_assert_false (overlap (&part, &map->titles[j]));
      for (guint j = 0; j < map->boxes->len; j++)
        if ((j != way->from || i > 0) && (j != way->to || i + 1 < last))
          g_assert_false (overlap (&part, &cap_process_map_get_box (map, j)->rect));
    }
}

/* The arrows of two boxes never lie on each other. */
static void
check_lanes (const CapProcessMap *map,
             const CapProcessWay *one,
             const CapProcessWay *other)
{
  if (one->from == other->from)
    return;

  for (guint i = 0; i + 1 < one->points->len; i++)
    {
      for (guint j = 0; j + 1 < other->points->len; j++)
        {
          CapRect a = get_part (one, i);
          CapRect b = get_part (other, j);

          if (a.width > 1 && b.width > 1)
            g_assert_false (overlap (&a, &b));
          if (a.height > 1 && b.height > 1)
            g_assert_false (overlap (&a, &b));
        }
    }
}

static void
check_ends (const CapProcessMap *map)
{
  CapPoint points[2];

  if (!cap_process_map_get_entry (map, points))
    return;

  g_assert_cmpfloat (points[0].x, <, points[1].x);
  g_assert_cmpfloat (points[0].y, >, map->needs.y);
  g_assert_cmpfloat (points[0].y, <, map->needs.y + map->needs.height);
  g_assert_true (cap_process_map_get_exit (map, points));
  g_assert_cmpfloat (points[0].x, <, points[1].x);
  g_assert_cmpfloat (points[0].y, >, map->answers.y);
  g_assert_cmpfloat (points[0].y, <, map->answers.y + map->answers.height);
}

static void
check_map (const CapProcessMap *map)
{
  check_boxes (map);
  check_ends (map);
  for (guint i = 0; i < map->ways->len; i++)
    {
      check_way (map, g_ptr_array_index (map->ways, i));
      for (guint j = 0; j < i; j++)
        check_lanes (map, g_ptr_array_index (map->ways, i), g_ptr_array_index (map->ways, j));
    }
}

static void
test_random (void)
{
  static const guint sizes[] = { 0, 1, 2, 3, 7, 12, 20, 30 };
  static const double widths[] = { 480, 487, 640, 753, 1100 };

  for (guint seed = 0; seed < 40; seed++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (seed);

      for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
        {
          g_autoptr(GPtrArray) processes = make_random_list (rand, sizes[i]);
          g_autoptr(CapProcessMap) map = make_map (processes, widths[(seed + i) % G_N_ELEMENTS (widths)]);

          g_assert_cmpuint (map->boxes->len, ==, sizes[i]);
          check_map (map);
        }
    }
}

static void
test_same (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (1);
  g_autoptr(GPtrArray) processes = make_random_list (rand, 30);
  g_autoptr(CapProcessMap) one = make_map (processes, 753);
  g_autoptr(CapProcessMap) other = make_map (processes, 753);

  g_assert_cmpuint (one->ways->len, ==, other->ways->len);
  for (guint i = 0; i < one->ways->len; i++)
    {
      const CapProcessWay *a = g_ptr_array_index (one->ways, i);
      const CapProcessWay *b = g_ptr_array_index (other->ways, i);

      g_assert_cmpmem (a->points->data, a->points->len * sizeof (CapPoint),
                       b->points->data, b->points->len * sizeof (CapPoint));
    }
}

static void
test_feeds (void)
{
  g_autoptr(GPtrArray) processes = make_list ();
  g_autoptr(CapProcessMap) map = NULL;
  const CapProcessWay *way;

  add_process (processes, "P-01", "realisation", "P-02, P-02, P-01, P-99");
  add_process (processes, "P-02", "realisation", "P-01");
  add_process (processes, "P-03", "support", "P-02");
  map = make_map (processes, 753);

  /* Neither to itself, nor to what is not there, nor twice. */
  g_assert_cmpuint (map->ways->len, ==, 3);
  way = g_ptr_array_index (map->ways, 0);
  g_assert_cmpuint (way->points->len, ==, 2);
  way = g_ptr_array_index (map->ways, 1);
  g_assert_cmpuint (way->points->len, ==, 4);
  check_map (map);
}

/* A way that crosses a row takes the nearest room between its boxes. */
static void
test_short_ways (void)
{
  g_autoptr(GPtrArray) processes = make_list ();
  g_autoptr(CapProcessMap) map = NULL;
  const CapProcessWay *way;
  const CapRect *third;

  add_process (processes, "P-01", "management", NULL);
  add_process (processes, "P-02", "management", "P-07");
  add_process (processes, "P-03", "realisation", NULL);
  add_process (processes, "P-04", "realisation", NULL);
  add_process (processes, "P-05", "realisation", NULL);
  add_process (processes, "P-06", "support", NULL);
  add_process (processes, "P-07", "support", NULL);
  map = make_map (processes, 753);

  g_assert_cmpuint (map->ways->len, ==, 1);
  way = g_ptr_array_index (map->ways, 0);
  third = &cap_process_map_get_box (map, 4)->rect;
  for (guint i = 0; i < way->points->len; i++)
    {
      g_assert_cmpfloat (g_array_index (way->points, CapPoint, i).x, >, third->x - style.gap);
      g_assert_cmpfloat (g_array_index (way->points, CapPoint, i).x, <, third->x + third->width);
    }
}

static void
test_order (void)
{
  g_autoptr(GPtrArray) processes = make_list ();
  g_autoptr(CapProcessMap) map = NULL;
  const CapRect *rect;

  add_process (processes, "P-01", "support", NULL);
  add_process (processes, "P-02", "realisation", NULL);
  add_process (processes, "P-03", "management", NULL);
  add_process (processes, "P-04", "realisation", NULL);
  add_process (processes, "P-05", "realisation", NULL);
  map = make_map (processes, 480);

  /* By band; and two boxes in a row where three have no room. */
  g_assert_cmpstr (cap_record_get_code (cap_process_map_get_box (map, 0)->process), ==, "P-03");
  g_assert_cmpstr (cap_record_get_code (cap_process_map_get_box (map, 1)->process), ==, "P-02");
  g_assert_cmpstr (cap_record_get_code (cap_process_map_get_box (map, 4)->process), ==, "P-01");
  g_assert_cmpuint (cap_process_map_get_box (map, 2)->column, ==, 1);
  g_assert_cmpuint (cap_process_map_get_box (map, 3)->row, ==, 2);

  g_assert_cmpint (cap_process_map_find_beside (map, 0, -1, 0), ==, -1);
  g_assert_cmpint (cap_process_map_find_beside (map, 0, 1, 0), ==, 1);
  g_assert_cmpint (cap_process_map_find_beside (map, 4, 1, 0), ==, -1);
  g_assert_cmpint (cap_process_map_find_beside (map, 2, 0, 1), ==, 3);
  g_assert_cmpint (cap_process_map_find_beside (map, 3, 0, 1), ==, 4);
  g_assert_cmpint (cap_process_map_find_beside (map, 1, 0, -1), ==, 0);
  g_assert_cmpint (cap_process_map_find_beside (map, 0, 0, -1), ==, -1);

  /* Where the first of the realisation goes when it is dropped somewhere. */
  rect = &cap_process_map_get_box (map, 2)->rect;
  g_assert_cmpuint (cap_process_map_find_rank (map, 1, (CapPoint) { 0, 0 }), ==, 0);
  g_assert_cmpuint (cap_process_map_find_rank (map, 1, (CapPoint) { rect->x + 1, rect->y + 9 }), ==, 0);
  g_assert_cmpuint (cap_process_map_find_rank (map, 1, (CapPoint) { rect->x + rect->width, rect->y + 9 }),
                    ==, 1);
  g_assert_cmpuint (cap_process_map_find_rank (map, 1, (CapPoint) { 400, map->height }), ==, 2);
}

static void
test_round (void)
{
  static const CapPoint corner[] = { { 0, 0 }, { 100, 0 }, { 100, 3 } };
  g_autoptr(GArray) round = cap_process_way_dup_round (corner, 3, 5);
  CapPoint head[3];

  g_assert_cmpuint (round->len, ==, 7);
  g_assert_cmpfloat_with_epsilon (g_array_index (round, CapPoint, 1).x, 95, SMALL);
  g_assert_cmpfloat_with_epsilon (g_array_index (round, CapPoint, 5).y, 1.5, SMALL);

  cap_process_way_get_head (corner, 3, 2, head);
  g_assert_cmpfloat_with_epsilon (head[0].y, 3, SMALL);
  g_assert_cmpfloat_with_epsilon (head[1].y, 1, SMALL);
  g_assert_cmpfloat_with_epsilon (fabs (head[1].x - head[2].x), 2, SMALL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/process-map/random", test_random);
  g_test_add_func ("/chart/process-map/same", test_same);
  g_test_add_func ("/chart/process-map/feeds", test_feeds);
  g_test_add_func ("/chart/process-map/short-ways", test_short_ways);
  g_test_add_func ("/chart/process-map/order", test_order);
  g_test_add_func ("/chart/process-map/round", test_round);

  return g_test_run ();
}
