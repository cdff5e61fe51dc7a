/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/widgets/cap-radar-chart.h"

#include "chart/cap-radar.h"
#include "ui/widgets/cap-radar-vertex.h"

#define RADIUS    104
#define LABEL_AT  112
#define LABEL_GAP   6

/**
 * CapRadarChart:
 *
 * Values from 0 to 100 around a circle, and dashed the ones of the time before.
 * The chart only draws the web; each value is a child
 * [class@Cap.RadarVertex], so that Tab and the arrow keys visit them.
 */
struct _CapRadarChart
{
  GtkWidget  parent_instance;

  GArray    *axes; /* (element-type Axis) */
};

G_DEFINE_FINAL_TYPE (CapRadarChart, cap_radar_chart, GTK_TYPE_WIDGET)

typedef struct
{
  GtkWidget *vertex;
  GtkWidget *label;
  double     value;
  double     previous;
} Axis;

/* The largest label, which grows with the text. */
static GtkRequisition
get_label_size (CapRadarChart *self)
{
  GtkRequisition largest = { 0, 0 };

  for (guint i = 0; i < self->axes->len; i++)
    {
      GtkRequisition size;

      gtk_widget_get_preferred_size (g_array_index (self->axes, Axis, i).label, NULL, &size);
      largest.width = MAX (largest.width, size.width);
      largest.height = MAX (largest.height, size.height);
    }

  return largest;
}

/* What the labels need around the axes, above and below. */
static int
get_margin (CapRadarChart *self)
{
  return get_label_size (self).height + RADIUS * (LABEL_AT - 100) / 100;
}

static CapRadar
get_radar (CapRadarChart *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  return cap_radar_fit (gtk_widget_get_width (widget), gtk_widget_get_height (widget), get_margin (self),
                        self->axes->len);
}

static void
cap_radar_chart_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  CapRadarChart *self = CAP_RADAR_CHART (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = 2 * (RADIUS + get_margin (self));
  else
    *minimum = 2 * (RADIUS * LABEL_AT / 100 + LABEL_GAP + get_label_size (self).width);
  *natural = *minimum;
}

static void
allocate_vertex (GtkWidget *vertex,
                 CapPoint   at)
{
  GtkRequisition size;

  gtk_widget_get_preferred_size (vertex, NULL, &size);
  gtk_widget_size_allocate (vertex,
                            &(GtkAllocation) {
                              (int) at.x - size.width / 2, (int) at.y - size.height / 2,
                              size.width, size.height,
                            }, -1);
}

/* The label stands outside of its axis and inside of the chart. */
static void
allocate_label (GtkWidget      *label,
                const CapRadar *radar,
                CapPoint        at,
                int             width)
{
  GtkRequisition size;
  double dx = at.x - radar->center.x;
  double dy = at.y - radar->center.y;
  int x = (int) at.x;
  int y = (int) at.y;

  gtk_widget_get_preferred_size (label, NULL, &size);

  if (dx > LABEL_GAP)
    x += LABEL_GAP;
  else if (dx < -LABEL_GAP)
    x -= size.width + LABEL_GAP;
  else
    x -= size.width / 2;

  if (dy > LABEL_GAP)
    y += 0;
  else if (dy < -LABEL_GAP)
    y -= size.height;
  else
    y -= size.height / 2;

  x = CLAMP (x, 0, MAX (width - size.width, 0));
  gtk_widget_size_allocate (label, &(GtkAllocation) { x, MAX (y, 0), size.width, size.height }, -1);
}

static void
cap_radar_chart_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  CapRadarChart *self = CAP_RADAR_CHART (widget);
  CapRadar radar = get_radar (self);

  for (guint i = 0; i < self->axes->len; i++)
    {
      const Axis *axis = &g_array_index (self->axes, Axis, i);

      allocate_vertex (axis->vertex, cap_radar_get_vertex (&radar, i, CLAMP (axis->value, 0.0, 100.0)));
      allocate_label (axis->label, &radar, cap_radar_get_vertex (&radar, i, LABEL_AT), width);
    }
}

static void
trace (cairo_t        *cr,
       const CapPoint *points,
       guint           n_points)
{
  cairo_new_sub_path (cr);
  for (guint i = 0; i < n_points; i++)
    cairo_line_to (cr, points[i].x, points[i].y);
  cairo_close_path (cr);
}

static void
draw_web (cairo_t        *cr,
          const CapRadar *radar,
          CapPoint       *points)
{
  cairo_set_line_width (cr, 1);

  for (int ring = 25; ring <= 100; ring += 25)
    {
      cap_radar_get_ring (radar, ring, points);
      trace (cr, points, radar->n_axes);
    }

  for (guint i = 0; i < radar->n_axes; i++)
    {
      CapPoint rim = cap_radar_get_vertex (radar, i, 100);

      cairo_move_to (cr, radar->center.x, radar->center.y);
      cairo_line_to (cr, rim.x, rim.y);
    }

  cairo_stroke (cr);
}

static void
draw_values (cairo_t       *cr,
             GdkRGBA        color,
             const double  *values,
             const CapRadar *radar,
             CapPoint      *points)
{
  cap_radar_get_polygon (radar, values, points);
  trace (cr, points, radar->n_axes);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_width (cr, 2.5);
  cairo_stroke_preserve (cr);
  color.alpha *= 0.2f;
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_fill (cr);
}

static void
draw_previous (cairo_t        *cr,
               const double   *values,
               const CapRadar *radar,
               CapPoint       *points)
{
  static const double dashes[] = { 5, 4 };

  cap_radar_get_polygon (radar, values, points);
  trace (cr, points, radar->n_axes);
  cairo_set_line_width (cr, 1.5);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw (CapRadarChart *self,
      cairo_t       *cr,
      GdkRGBA        color)
{
  CapRadar radar = get_radar (self);
  g_autofree CapPoint *points = g_new (CapPoint, radar.n_axes);
  g_autofree double *values = g_new (double, radar.n_axes);
  g_autofree double *previous = g_new (double, radar.n_axes);
  gboolean has_previous = FALSE;
  GdkRGBA faint = color;

  for (guint i = 0; i < radar.n_axes; i++)
    {
      values[i] = g_array_index (self->axes, Axis, i).value;
      previous[i] = g_array_index (self->axes, Axis, i).previous;
      has_previous |= previous[i] >= 0;
    }

  faint.alpha = 0.3f;
  gdk_cairo_set_source_rgba (cr, &faint);
  draw_web (cr, &radar, points);
  if (has_previous)
    {
      faint.alpha = 0.8f;
      gdk_cairo_set_source_rgba (cr, &faint);
      draw_previous (cr, previous, &radar, points);
    }
  draw_values (cr, color, values, &radar, points);
}

static void
cap_radar_chart_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  CapRadarChart *self = CAP_RADAR_CHART (widget);
  GdkRGBA color;
  cairo_t *cr;

  if (self->axes->len == 0)
    return;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0,
                                                       (float) gtk_widget_get_width (widget),
                                                       (float) gtk_widget_get_height (widget)));
  draw (self, cr, color);
  cairo_destroy (cr);

  GTK_WIDGET_CLASS (cap_radar_chart_parent_class)->snapshot (widget, snapshot);
}

static void
cap_radar_chart_dispose (GObject *object)
{
  cap_radar_chart_clear (CAP_RADAR_CHART (object));

  G_OBJECT_CLASS (cap_radar_chart_parent_class)->dispose (object);
}

static void
cap_radar_chart_finalize (GObject *object)
{
  g_array_unref (CAP_RADAR_CHART (object)->axes);

  G_OBJECT_CLASS (cap_radar_chart_parent_class)->finalize (object);
}

static void
cap_radar_chart_class_init (CapRadarChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_radar_chart_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_radar_chart_finalize;
  widget_class->measure = cap_radar_chart_measure;
  widget_class->size_allocate = cap_radar_chart_size_allocate;
  widget_class->snapshot = cap_radar_chart_snapshot;

  gtk_widget_class_set_css_name (widget_class, "radarchart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
cap_radar_chart_init (CapRadarChart *self)
{
  self->axes = g_array_new (FALSE, FALSE, sizeof (Axis));
}

/**
 * cap_radar_chart_append:
 * @self: a chart
 * @label: what stands beside the axis
 * @name: what is measured and the measure, in words
 * @value: from 0 to 100, or %CAP_BARS_NO_VALUE
 * @previous: the value of the time before, or %CAP_BARS_NO_VALUE
 *
 * Adds an axis, clockwise from the top.
 */
void
cap_radar_chart_append (CapRadarChart *self,
                        const char    *label,
                        const char    *name,
                        double         value,
                        double         previous)
{
  Axis axis = { .value = value, .previous = previous };

  g_return_if_fail (CAP_IS_RADAR_CHART (self) && label != NULL && name != NULL);

  axis.vertex = cap_radar_vertex_new (name, value);
  /* The words of the vertex say it all: the label is for the eyes. */
  axis.label = g_object_new (GTK_TYPE_LABEL,
                             "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                             "label", label,
                             "justify", GTK_JUSTIFY_CENTER,
                             "wrap", TRUE,
                             "max-width-chars", 12,
                             NULL);
  gtk_widget_set_parent (axis.vertex, GTK_WIDGET (self));
  gtk_widget_set_parent (axis.label, GTK_WIDGET (self));
  g_array_append_val (self->axes, axis);
}

void
cap_radar_chart_clear (CapRadarChart *self)
{
  GtkWidget *child;

  g_return_if_fail (CAP_IS_RADAR_CHART (self));

  g_array_set_size (self->axes, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}
