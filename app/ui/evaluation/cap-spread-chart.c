/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/evaluation/cap-spread-chart.h"

#include <glib/gi18n.h>
#include <math.h>

#include "chart/cap-dots.h"
#include "scoring/cap-votes-text.h"

#define ROW_HEIGHT  64
#define AXIS_HEIGHT 34
#define NAME_WIDTH  150
#define MIN_WIDTH   420
#define PADDING     6
#define MEDIAN_SIZE 7

/* The whole, then the colleges that are told. */
#define MAX_ROWS (CAP_N_COLLEGES + 1)

typedef struct
{
  const char           *name;
  const CapSpreadGroup *group;
} Row;

struct _CapSpreadChart
{
  GtkWidget     parent_instance;

  CapSpread     spread;
  CapFramework *framework; /* owned, or NULL while there is nothing to draw */
  int           decided;   /* the level that the group chose, or CAP_LEVEL_UNSET */
};

G_DEFINE_FINAL_TYPE (CapSpreadChart, cap_spread_chart, GTK_TYPE_WIDGET)

static guint
list_rows (CapSpreadChart *self,
           Row             rows[MAX_ROWS])
{
  guint n_rows = 0;

  rows[n_rows++] = (Row) { _("Everybody"), &self->spread.whole };
  for (CapCollege college = 0; college < CAP_N_COLLEGES; college++)
    {
      if (!self->spread.hidden[college] && self->spread.colleges[college].n_votes > 0)
        rows[n_rows++] = (Row) { cap_college_get_label (college), &self->spread.colleges[college] };
    }

  return n_rows;
}

static void
cap_spread_chart_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  Row rows[MAX_ROWS];

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = MIN_WIDTH;
  else
    *minimum = *natural = AXIS_HEIGHT + ROW_HEIGHT * (int) list_rows (CAP_SPREAD_CHART (widget), rows);
}

static void
append_text (CapSpreadChart *self,
             GtkSnapshot    *snapshot,
             const GdkRGBA  *color,
             const char     *text,
             const CapRect  *area,
             PangoAlignment  alignment,
             gboolean        strong)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();
  int height = 0;

  if (strong)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_width (layout, (int) (area->width * PANGO_SCALE));
  pango_layout_set_alignment (layout, alignment);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_get_pixel_size (layout, NULL, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) area->x,
                                                          (float) (area->y + (area->height - height) / 2)));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static CapRect
get_cell (CapSpreadChart *self,
          guint           row,
          guint           index)
{
  const double width = (gtk_widget_get_width (GTK_WIDGET (self)) - NAME_WIDTH) /
                       (double) self->framework->levels->len;

  return (CapRect) { NAME_WIDTH + width * index, ROW_HEIGHT * row, width, ROW_HEIGHT };
}

static void
set_color (cairo_t       *cr,
           const GdkRGBA *color,
           double         alpha)
{
  cairo_set_source_rgba (cr, (double) color->red, (double) color->green, (double) color->blue, alpha);
}

static void
draw_dots (cairo_t       *cr,
           const CapRect *cell,
           guint          n_dots)
{
  const CapRect room = { cell->x + PADDING, cell->y + PADDING, cell->width - 2 * PADDING,
                         cell->height - 2 * PADDING - MEDIAN_SIZE };
  double radius = 0;
  g_autoptr(GArray) points = cap_dots_place (&room, n_dots, &radius);

  for (guint i = 0; i < points->len; i++)
    {
      const CapPoint *point = &g_array_index (points, CapPoint, i);

      cairo_new_sub_path (cr);
      cairo_arc (cr, point->x, point->y, radius, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

/* A triangle below the dots: where half of the votes are on each side. */
static void
draw_median (CapSpreadChart       *self,
             cairo_t              *cr,
             guint                 row,
             const CapSpreadGroup *group)
{
  const int lowest = ((const CapLevel *) g_ptr_array_index (self->framework->levels, 0))->number;
  const CapRect first = get_cell (self, row, 0);
  const double x = first.x + first.width * (group->median_halves / 2.0 - lowest + 0.5);
  const double y = first.y + first.height - 2;

  cairo_move_to (cr, x, y - MEDIAN_SIZE);
  cairo_line_to (cr, x + MEDIAN_SIZE, y);
  cairo_line_to (cr, x - MEDIAN_SIZE, y);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_frame (CapSpreadChart *self,
            cairo_t        *cr,
            const GdkRGBA  *color,
            guint           n_rows)
{
  const double width = gtk_widget_get_width (GTK_WIDGET (self));

  set_color (cr, color, 0.15);
  cairo_set_line_width (cr, 1);
  for (guint row = 1; row <= n_rows; row++)
    {
      cairo_move_to (cr, 0, ROW_HEIGHT * row - 0.5);
      cairo_line_to (cr, width, ROW_HEIGHT * row - 0.5);
    }
  cairo_stroke (cr);
  for (guint i = 0; i < self->framework->levels->len; i++)
    {
      const CapLevel *level = g_ptr_array_index (self->framework->levels, i);
      const CapRect cell = get_cell (self, 0, i);

      if (level->number != self->decided)
        continue;

      set_color (cr, color, 0.1);
      cairo_rectangle (cr, cell.x, 0, cell.width, ROW_HEIGHT * n_rows + AXIS_HEIGHT);
      cairo_fill (cr);
    }
}

static void
draw_rows (CapSpreadChart *self,
           cairo_t        *cr,
           const GdkRGBA  *color,
           const Row      *rows,
           guint           n_rows)
{
  for (guint row = 0; row < n_rows; row++)
    {
      set_color (cr, color, 0.75);
      for (guint i = 0; i < self->framework->levels->len; i++)
        {
          const CapLevel *level = g_ptr_array_index (self->framework->levels, i);
          const CapRect cell = get_cell (self, row, i);

          draw_dots (cr, &cell, rows[row].group->counts[level->number]);
        }
      set_color (cr, color, 1);
      if (rows[row].group->n_votes > 0)
        draw_median (self, cr, row, rows[row].group);
    }
}

static void
append_texts (CapSpreadChart *self,
              GtkSnapshot    *snapshot,
              const GdkRGBA  *color,
              const Row      *rows,
              guint           n_rows)
{
  for (guint row = 0; row < n_rows; row++)
    {
      const CapRect area = { 0, ROW_HEIGHT * row, NAME_WIDTH - 2 * PADDING, ROW_HEIGHT };

      append_text (self, snapshot, color, rows[row].name, &area, PANGO_ALIGN_LEFT, row == 0);
    }
  for (guint i = 0; i < self->framework->levels->len; i++)
    {
      const CapLevel *level = g_ptr_array_index (self->framework->levels, i);
      g_autofree char *number = g_strdup_printf ("%d", level->number);
      CapRect area = get_cell (self, n_rows, i);

      area.height = AXIS_HEIGHT;
      append_text (self, snapshot, color, number, &area, PANGO_ALIGN_CENTER, level->number == self->decided);
    }
}

static void
cap_spread_chart_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  CapSpreadChart *self = CAP_SPREAD_CHART (widget);
  const float width = (float) gtk_widget_get_width (widget);
  const float height = (float) gtk_widget_get_height (widget);
  Row rows[MAX_ROWS];
  guint n_rows;
  GdkRGBA color;
  cairo_t *cr;

  if (self->framework == NULL)
    return;

  n_rows = list_rows (self, rows);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  draw_frame (self, cr, &color, n_rows);
  draw_rows (self, cr, &color, rows, n_rows);
  cairo_destroy (cr);
  append_texts (self, snapshot, &color, rows, n_rows);
}

static void
cap_spread_chart_dispose (GObject *object)
{
  g_clear_pointer (&CAP_SPREAD_CHART (object)->framework, cap_framework_unref);

  G_OBJECT_CLASS (cap_spread_chart_parent_class)->dispose (object);
}

static void
cap_spread_chart_class_init (CapSpreadChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_spread_chart_dispose;
  widget_class->measure = cap_spread_chart_measure;
  widget_class->snapshot = cap_spread_chart_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "spreadchart");
}

static void
cap_spread_chart_init (CapSpreadChart *self)
{
}

GtkWidget *
cap_spread_chart_new (void)
{
  return g_object_new (CAP_TYPE_SPREAD_CHART, NULL);
}

/**
 * cap_spread_chart_show:
 * @decided: the level that the group chose, or %CAP_LEVEL_UNSET
 */
void
cap_spread_chart_show (CapSpreadChart     *self,
                       const CapSpread    *spread,
                       const CapFramework *framework,
                       int                 decided)
{
  g_autofree char *text = NULL;

  g_return_if_fail (CAP_IS_SPREAD_CHART (self) && spread != NULL && framework != NULL);

  g_clear_pointer (&self->framework, cap_framework_unref);
  self->framework = cap_framework_ref ((CapFramework *) framework);
  self->spread = *spread;
  self->decided = decided;
  text = cap_spread_dup_text (spread);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
