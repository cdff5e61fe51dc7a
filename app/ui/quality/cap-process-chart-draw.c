/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/quality/cap-process-chart-draw-private.h"

#include <math.h>

#define CORNER 8

static void
set_color (cairo_t       *cr,
           const GdkRGBA *color,
           float          alpha)
{
  GdkRGBA faint = *color;

  faint.alpha *= alpha;
  gdk_cairo_set_source_rgba (cr, &faint);
}

/* Between the text and what is behind it, and opaque: arrows lie on each other. */
static void
set_faint (cairo_t                 *cr,
           const CapProcessDrawing *self)
{
  const double share = self->lit < 0 ? 0.6 : 0.3;

  cairo_set_source_rgb (cr, share * self->text.red + (1 - share) * self->back.red,
                        share * self->text.green + (1 - share) * self->back.green,
                        share * self->text.blue + (1 - share) * self->back.blue);
}

static void
trace_rect (cairo_t       *cr,
            const CapRect *rect,
            double         radius)
{
  const double right = rect->x + rect->width;
  const double bottom = rect->y + rect->height;

  cairo_new_sub_path (cr);
  cairo_arc (cr, right - radius, rect->y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, right - radius, bottom - radius, radius, 0, G_PI_2);
  cairo_arc (cr, rect->x + radius, bottom - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, rect->x + radius, rect->y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
draw_grounds (const CapProcessDrawing *self,
              const CapProcessMap     *map,
              cairo_t                 *cr)
{
  for (guint band = 0; band < CAP_N_PROCESS_BANDS; band++)
    {
      trace_rect (cr, &map->bands[band], CORNER);
      set_color (cr, &self->text, 0.06f);
      cairo_fill (cr);
    }

  trace_rect (cr, &map->needs, CORNER);
  trace_rect (cr, &map->answers, CORNER);
  set_color (cr, &self->accent, 0.16f);
  cairo_fill (cr);
}

static void
draw_arrow (cairo_t        *cr,
            const CapPoint *points,
            guint           n_points,
            double          lane)
{
  g_autoptr(GArray) round = cap_process_way_dup_round (points, n_points, 0.6 * lane);
  CapPoint head[3];

  cairo_new_path (cr);
  for (guint i = 0; i < round->len; i++)
    cairo_line_to (cr, g_array_index (round, CapPoint, i).x, g_array_index (round, CapPoint, i).y);
  cairo_stroke (cr);

  cap_process_way_get_head (points, n_points, 0.7 * lane, head);
  for (guint i = 0; i < G_N_ELEMENTS (head); i++)
    cairo_line_to (cr, head[i].x, head[i].y);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_ends (const CapProcessDrawing *self,
           const CapProcessMap     *map,
           cairo_t                 *cr)
{
  CapPoint points[2];

  set_faint (cr, self);
  cairo_set_line_width (cr, 1.5);
  if (cap_process_map_get_entry (map, points))
    draw_arrow (cr, points, G_N_ELEMENTS (points), map->style.lane);
  if (cap_process_map_get_exit (map, points))
    draw_arrow (cr, points, G_N_ELEMENTS (points), map->style.lane);
}

static void
draw_ways (const CapProcessDrawing *self,
           const CapProcessMap     *map,
           cairo_t                 *cr,
           gboolean                 lit)
{
  for (guint i = 0; i < map->ways->len; i++)
    {
      const CapProcessWay *way = g_ptr_array_index (map->ways, i);

      if (lit != (self->lit >= 0 && ((int) way->from == self->lit || (int) way->to == self->lit)))
        continue;

      if (lit)
        set_color (cr, &self->accent, 1);
      else
        set_faint (cr, self);
      cairo_set_line_width (cr, lit ? 2.5 : 1.5);
      draw_arrow (cr, (const CapPoint *) way->points->data, way->points->len, map->style.lane);
    }
}

static void
draw_box (const CapProcessDrawing *self,
          const CapProcessMap     *map,
          cairo_t                 *cr,
          guint                    box)
{
  CapPoint points[CAP_PROCESS_MAX_OUTLINE];
  const guint n_points = cap_process_map_get_outline (map, box, points);
  const CapPoint shift = (int) box == self->dragged ? self->shift : (CapPoint) { 0, 0 };

  for (guint i = 0; i < n_points; i++)
    cairo_line_to (cr, points[i].x + shift.x, points[i].y + shift.y);
  cairo_close_path (cr);
  set_color (cr, &self->ground, 1);
  cairo_fill_preserve (cr);
  set_color (cr, &self->accent, 1);
  cairo_set_line_width (cr, (int) box == self->lit ? 2.5 : 1.5);
  cairo_stroke (cr);
}

/* Where the box would go: a bar before the one that has this rank, or after the last one. */
static void
draw_mark (const CapProcessDrawing *self,
           const CapProcessMap     *map,
           cairo_t                 *cr)
{
  const CapProcessBox *dragged = cap_process_map_get_box (map, (guint) self->dragged);
  const CapRect *last = NULL;
  guint rank = 0;

  for (guint i = 0; i < map->boxes->len; i++)
    {
      const CapProcessBox *box = cap_process_map_get_box (map, i);

      if (box->band != dragged->band || (int) i == self->dragged)
        continue;

      last = &box->rect;
      if (rank == self->rank)
        break;
      rank++;
    }
  if (last == NULL)
    return;

  set_color (cr, &self->accent, 1);
  cairo_rectangle (cr, rank == self->rank ? last->x - map->style.gap / 2 - 2
                                          : last->x + last->width + map->style.gap / 2 - 2,
                   last->y, 4, last->height);
  cairo_fill (cr);
}

static double
find_longest_word (const char *text)
{
  g_auto(GStrv) words = g_strsplit_set (text != NULL ? text : "", " -", -1);
  glong longest = 0;

  for (guint i = 0; words[i] != NULL; i++)
    longest = MAX (longest, g_utf8_strlen (words[i], -1));

  return (double) longest;
}

/* So many letters that no usual word is broken; names are bold, functions are small. */
static double
count_letters (const GPtrArray *processes)
{
  double letters = 0;

  for (guint i = 0; i < processes->len; i++)
    {
      const CapRecord *process = g_ptr_array_index (processes, i);

      letters = MAX (letters, 1.2 * find_longest_word (cap_record_get_title (process)));
      letters = MAX (letters, 0.8 * find_longest_word (cap_record_get (process, CAP_PROCESS_OWNER)));
    }

  return CLAMP (letters, 11, 18);
}

/* Lengths follow the text. */
CapProcessMapStyle
cap_process_drawing_get_style (GtkWidget       *widget,
                               const GPtrArray *processes)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  const double letter = pango_font_metrics_get_approximate_char_width (metrics) / (double) PANGO_SCALE;
  const double line = (pango_font_metrics_get_ascent (metrics) + pango_font_metrics_get_descent (metrics)) /
                      (double) PANGO_SCALE;

  pango_font_metrics_unref (metrics);

  return (CapProcessMapStyle) {
    .side_width = ceil (13 * letter) + 20, .title_height = ceil (1.2 * line),
    .min_width = ceil (count_letters (processes) * letter) + 2 * (CAP_PROCESS_INSET + CAP_PROCESS_CHEVRON),
    .max_width = ceil (26 * letter), .min_height = ceil (3.6 * line), .inset = CAP_PROCESS_INSET, .gap = 22,
    .padding = 10, .lane = 9, .chevron = CAP_PROCESS_CHEVRON,
  };
}

static GtkAllocation
to_allocation (const CapRect *rect)
{
  const int x = (int) floor (rect->x);
  const int y = (int) floor (rect->y);

  return (GtkAllocation) {
    x, y, (int) ceil (rect->x + rect->width) - x, (int) ceil (rect->y + rect->height) - y,
  };
}

/* Gives a child its place. */
void
cap_process_drawing_allocate (GtkWidget *child,
                              CapRect    rect)
{
  GtkAllocation area = to_allocation (&rect);
  int minimum;

  /* Large words may ask for more than there is. */
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  area.width = MAX (area.width, minimum);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, area.width, &minimum, NULL, NULL, NULL);
  area.height = MAX (area.height, minimum);
  gtk_widget_size_allocate (child, &area, -1);
}

void
cap_process_drawing_take_colors (CapProcessDrawing *self,
                                 GtkWidget         *widget)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);

  gtk_style_context_get_color (context, &self->accent);
  if (!gtk_style_context_lookup_color (context, "window_fg_color", &self->text))
    self->text = self->accent;
  if (!gtk_style_context_lookup_color (context, "window_bg_color", &self->back))
    gdk_rgba_parse (&self->back, "white");
  if (!gtk_style_context_lookup_color (context, "view_bg_color", &self->ground))
    gdk_rgba_parse (&self->ground, "white");
}

CapRect
cap_process_drawing_inset (const CapRect *rect)
{
  return (CapRect) {
    rect->x + CAP_PROCESS_INSET, rect->y + CAP_PROCESS_INSET,
    rect->width - 2 * CAP_PROCESS_INSET, rect->height - 2 * CAP_PROCESS_INSET,
  };
}

/* Draws everything but the words, and but the box that is being moved. */
void
cap_process_drawing_draw (const CapProcessDrawing *self,
                          const CapProcessMap     *map,
                          cairo_t                 *cr)
{
  draw_grounds (self, map, cr);
  draw_ends (self, map, cr);
  draw_ways (self, map, cr, FALSE);
  draw_ways (self, map, cr, TRUE);
  for (guint i = 0; i < map->boxes->len; i++)
    if ((int) i != self->dragged)
      draw_box (self, map, cr, i);
}

/* Draws the box that is being moved, and where it would go: over the words of the others. */
void
cap_process_drawing_draw_dragged (const CapProcessDrawing *self,
                                  const CapProcessMap     *map,
                                  cairo_t                 *cr)
{
  draw_mark (self, map, cr);
  draw_box (self, map, cr, (guint) self->dragged);
}
