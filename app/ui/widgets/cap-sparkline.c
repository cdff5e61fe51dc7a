/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/widgets/cap-sparkline.h"

#include "plan/cap-indicator-text.h"
#include "ui/widgets/cap-series-data.h"

#define WIDTH   72
#define HEIGHT  26
#define MARGIN   4
#define DOT      3

/**
 * CapSparkline:
 *
 * The course of an indicator at a glance: the line of its values, the last one
 * as a dot, the target dashed. Its name says the same in words.
 */
struct _CapSparkline
{
  GtkWidget     parent_instance;

  CapIndicator *indicator;
  GArray       *values;     /* (element-type CapSeriesValue) */
};

G_DEFINE_FINAL_TYPE (CapSparkline, cap_sparkline, GTK_TYPE_WIDGET)

static void
cap_sparkline_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
draw_target (CapSparkline    *self,
             cairo_t         *cr,
             const CapSeries *series)
{
  static const double dashes[] = { 3, 3 };
  double y;

  if (self->indicator->target == CAP_QUANTITY_UNSET)
    return;

  y = cap_series_get_y (series, (double) self->indicator->target);
  cairo_move_to (cr, series->plot.x, y);
  cairo_line_to (cr, series->plot.x + series->plot.width, y);
  cairo_set_line_width (cr, 1);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw (CapSparkline *self,
      cairo_t      *cr,
      CapRect       plot,
      GdkRGBA       color)
{
  CapSeries series = cap_series_data_fit (self->indicator, self->values, plot);
  GdkRGBA faint = color;
  CapPoint last;

  faint.alpha *= 0.65f;
  gdk_cairo_set_source_rgba (cr, &faint);
  draw_target (self, cr, &series);

  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, 2);
  cap_series_data_trace (cr, &series, self->values);
  cairo_stroke (cr);

  last = cap_series_get_point (&series, g_array_index (self->values, CapSeriesValue, self->values->len - 1));
  cairo_arc (cr, last.x, last.y, DOT, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
cap_sparkline_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  CapSparkline *self = CAP_SPARKLINE (widget);
  const int width = gtk_widget_get_width (widget);
  const int height = gtk_widget_get_height (widget);
  GdkRGBA color;
  cairo_t *cr;

  if (self->indicator == NULL || self->values->len == 0)
    return;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  draw (self, cr, (CapRect) { MARGIN, MARGIN, width - 2 * MARGIN, height - 2 * MARGIN }, color);
  cairo_destroy (cr);
}

static void
cap_sparkline_finalize (GObject *object)
{
  CapSparkline *self = CAP_SPARKLINE (object);

  g_clear_pointer (&self->indicator, cap_indicator_free);
  g_clear_pointer (&self->values, g_array_unref);

  G_OBJECT_CLASS (cap_sparkline_parent_class)->finalize (object);
}

static void
cap_sparkline_class_init (CapSparklineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cap_sparkline_finalize;
  widget_class->measure = cap_sparkline_measure;
  widget_class->snapshot = cap_sparkline_snapshot;

  gtk_widget_class_set_css_name (widget_class, "sparkline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
cap_sparkline_init (CapSparkline *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/* Returns: (transfer floating): a sparkline of nothing yet */
GtkWidget *
cap_sparkline_new (void)
{
  return g_object_new (CAP_TYPE_SPARKLINE, NULL);
}

/**
 * cap_sparkline_set_indicator:
 * @indicator: (nullable): %NULL for nothing
 */
void
cap_sparkline_set_indicator (CapSparkline       *self,
                             const CapIndicator *indicator)
{
  g_autofree char *reading = NULL;

  g_return_if_fail (CAP_IS_SPARKLINE (self));

  g_clear_pointer (&self->indicator, cap_indicator_free);
  g_clear_pointer (&self->values, g_array_unref);

  if (indicator != NULL)
    {
      self->indicator = cap_indicator_copy (indicator);
      self->values = cap_series_data_list_values (indicator);
      reading = cap_indicator_format_reading (indicator);
    }

  gtk_widget_set_tooltip_text (GTK_WIDGET (self), reading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, reading != NULL ? reading : "", -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
