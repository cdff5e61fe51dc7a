/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/widgets/cap-series-dot.h"

#define SIZE   18
#define RADIUS  4.5

/**
 * CapSeriesDot:
 *
 * One value of a [class@Cap.SeriesPlot]. A full disc at the target, a square
 * when it is off, a ring in between: the shape tells, not the colour.
 */
struct _CapSeriesDot
{
  GtkWidget          parent_instance;

  CapIndicatorStatus status;
};

G_DEFINE_FINAL_TYPE (CapSeriesDot, cap_series_dot, GTK_TYPE_WIDGET)

static void
cap_series_dot_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  *minimum = *natural = SIZE;
}

static void
cap_series_dot_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  CapSeriesDot *self = CAP_SERIES_DOT (widget);
  GdkRGBA color;
  cairo_t *cr;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, SIZE, SIZE));
  gdk_cairo_set_source_rgba (cr, &color);

  if (self->status == CAP_INDICATOR_OFF)
    cairo_rectangle (cr, SIZE / 2.0 - RADIUS, SIZE / 2.0 - RADIUS, 2 * RADIUS, 2 * RADIUS);
  else
    cairo_arc (cr, SIZE / 2.0, SIZE / 2.0, RADIUS, 0, 2 * G_PI);

  if (self->status == CAP_INDICATOR_WITHIN)
    {
      cairo_set_line_width (cr, 2.5);
      cairo_stroke (cr);
    }
  else
    {
      cairo_fill (cr);
    }
  cairo_destroy (cr);
}

static gboolean
cap_series_dot_grab_focus (GtkWidget *widget)
{
  gtk_root_set_focus (gtk_widget_get_root (widget), widget);

  return TRUE;
}

static void
cap_series_dot_class_init (CapSeriesDotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = cap_series_dot_measure;
  widget_class->snapshot = cap_series_dot_snapshot;
  widget_class->grab_focus = cap_series_dot_grab_focus;

  gtk_widget_class_set_css_name (widget_class, "seriesdot");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
cap_series_dot_init (CapSeriesDot *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/**
 * cap_series_dot_new:
 * @name: the value and its date, in words
 * @status: what it is beside the target
 *
 * Returns: (transfer floating): a new dot
 */
GtkWidget *
cap_series_dot_new (const char         *name,
                    CapIndicatorStatus  status)
{
  CapSeriesDot *self;

  g_return_val_if_fail (name != NULL, NULL);

  self = g_object_new (CAP_TYPE_SERIES_DOT, "tooltip-text", name, NULL);
  self->status = status;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return GTK_WIDGET (self);
}
