/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/widgets/cap-series-plot.h"

#include "base/cap-date.h"
#include "plan/cap-indicator-text.h"
#include "ui/widgets/cap-series-data.h"
#include "ui/widgets/cap-series-dot.h"

#define MIN_WIDTH   220
#define PLOT_HEIGHT 150
#define GAP           6
#define EDGE         10  /* half a dot */
#define HATCH_STEP    7

/**
 * CapSeriesPlot:
 *
 * The values of an indicator on two axes, with the target dashed, what is
 * tolerated hatched and the start dotted. Each value is a child
 * [class@Cap.SeriesDot]: Tab reaches the last one, the arrow keys the others.
 */
struct _CapSeriesPlot
{
  GtkWidget     parent_instance;

  CapIndicator *indicator;
  GArray       *values;     /* (element-type CapSeriesValue) */
  GPtrArray    *dots;       /* (element-type CapSeriesDot): borrowed, as many */
};

G_DEFINE_FINAL_TYPE (CapSeriesPlot, cap_series_plot, GTK_TYPE_WIDGET)

static PangoLayout *
layout_text (CapSeriesPlot *self,
             const char    *text,
             int           *width,
             int           *height)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);

  pango_layout_get_pixel_size (layout, width, height);

  return layout;
}

static int
get_text_height (CapSeriesPlot *self)
{
  g_autoptr(PangoLayout) layout = NULL;
  int width;
  int height;

  layout = layout_text (self, "0", &width, &height);

  return height;
}

static char *
dup_tick (CapSeriesPlot   *self,
          const CapSeries *series,
          guint            tick)
{
  return cap_indicator_format_quantity (self->indicator, (gint64) cap_series_get_tick (series, tick));
}

/* The words of the axis of values take what the widest one needs. */
static int
get_gutter (CapSeriesPlot *self)
{
  CapSeries series = cap_series_data_fit (self->indicator, self->values, (CapRect) { 0, 0, 1, 1 });
  int widest = 0;

  for (guint i = 0; i < cap_series_get_n_ticks (&series); i++)
    {
      g_autofree char *text = dup_tick (self, &series, i);
      g_autoptr(PangoLayout) layout = NULL;
      int width;
      int height;

      layout = layout_text (self, text, &width, &height);
      widest = MAX (widest, width);
    }

  return widest + GAP;
}

static CapSeries
get_series (CapSeriesPlot *self)
{
  const int line = get_text_height (self);
  const int left = get_gutter (self) + EDGE;
  const int top = MAX (line, EDGE);
  CapRect plot = {
    left, top,
    MAX (gtk_widget_get_width (GTK_WIDGET (self)) - left - EDGE, 1),
    MAX (gtk_widget_get_height (GTK_WIDGET (self)) - top - EDGE - line - GAP, 1),
  };

  return cap_series_data_fit (self->indicator, self->values, plot);
}

static void
cap_series_plot_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = MIN_WIDTH;
  else
    *minimum = *natural = PLOT_HEIGHT + 2 * get_text_height (CAP_SERIES_PLOT (widget));
}

static void
cap_series_plot_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  CapSeriesPlot *self = CAP_SERIES_PLOT (widget);
  CapSeries series;

  if (self->indicator == NULL)
    return;

  series = get_series (self);
  for (guint i = 0; i < self->dots->len; i++)
    {
      CapPoint at = cap_series_get_point (&series, g_array_index (self->values, CapSeriesValue, i));
      GtkWidget *dot = g_ptr_array_index (self->dots, i);
      GtkRequisition size;

      gtk_widget_get_preferred_size (dot, NULL, &size);
      gtk_widget_size_allocate (dot,
                                &(GtkAllocation) {
                                  (int) at.x - size.width / 2, (int) at.y - size.height / 2,
                                  size.width, size.height,
                                }, -1);
    }
}

/* Where a text would stand; it keeps inside of the widget. */
static void
append_text (CapSeriesPlot *self,
             GtkSnapshot   *snapshot,
             const GdkRGBA *color,
             const char    *text,
             double         x,
             double         y,
             double         x_share,
             double         y_share)
{
  g_autoptr(PangoLayout) layout = NULL;
  int width;
  int height;
  double left;
  double top;

  layout = layout_text (self, text, &width, &height);
  left = CLAMP (x - x_share * width, 0, MAX (gtk_widget_get_width (GTK_WIDGET (self)) - width, 0));
  top = CLAMP (y - y_share * height, 0, MAX (gtk_widget_get_height (GTK_WIDGET (self)) - height, 0));

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) left, (float) top));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
append_words (CapSeriesPlot   *self,
              GtkSnapshot     *snapshot,
              const CapSeries *series,
              const GdkRGBA   *color)
{
  const CapRect *plot = &series->plot;
  const int line = get_text_height (self);
  /* “September 2026” and as much air. */
  const guint room = (guint) MAX (plot->width / (line * 8), 0);
  g_autoptr(GArray) days = cap_series_list_days (series, room);

  for (guint i = 0; i < cap_series_get_n_ticks (series); i++)
    {
      g_autofree char *text = dup_tick (self, series, i);

      append_text (self, snapshot, color, text, plot->x - EDGE - GAP,
                   cap_series_get_y (series, cap_series_get_tick (series, i)), 1, 0.5);
    }

  for (guint i = 0; i < days->len; i++)
    {
      const int day = g_array_index (days, int, i);
      g_autofree char *date = cap_date_from_days (day);
      g_autofree char *text = date != NULL ? cap_date_format_month (date) : g_strdup ("");

      append_text (self, snapshot, color, text, cap_series_get_x (series, day),
                   plot->y + plot->height + EDGE, 0.5, 0);
    }
}

static void
draw_across (cairo_t         *cr,
             const CapSeries *series,
             double           value)
{
  double y = cap_series_get_y (series, value);

  cairo_move_to (cr, series->plot.x - EDGE, y);
  cairo_line_to (cr, series->plot.x + series->plot.width + EDGE, y);
  cairo_stroke (cr);
}

static void
draw_grid (CapSeriesPlot   *self,
           cairo_t         *cr,
           const CapSeries *series,
           GdkRGBA          color)
{
  color.alpha *= 0.2f;
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_width (cr, 1);
  for (guint i = 0; i < cap_series_get_n_ticks (series); i++)
    draw_across (cr, series, cap_series_get_tick (series, i));
}

static void
draw_tolerance (CapSeriesPlot   *self,
                cairo_t         *cr,
                const CapSeries *series,
                GdkRGBA          color)
{
  CapRect band;
  double low;
  double high;

  if (!cap_series_data_get_band (self->indicator, &low, &high))
    return;

  band = cap_series_get_band (series, low, high);
  band.x -= EDGE;
  band.width += 2 * EDGE;

  color.alpha *= 0.45f;
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_save (cr);
  cairo_rectangle (cr, band.x, band.y, band.width, band.height);
  cairo_clip (cr);
  cairo_set_line_width (cr, 1);
  for (double x = band.x - band.height; x < band.x + band.width; x += HATCH_STEP)
    {
      cairo_move_to (cr, x, band.y + band.height);
      cairo_line_to (cr, x + band.height, band.y);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_marks (CapSeriesPlot   *self,
            cairo_t         *cr,
            const CapSeries *series)
{
  static const double dashes[] = { 7, 4 };
  static const double dots[] = { 1.5, 3.5 };

  if (self->indicator->target != CAP_QUANTITY_UNSET)
    {
      cairo_set_line_width (cr, 2);
      cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
      draw_across (cr, series, (double) self->indicator->target);
    }
  if (self->indicator->baseline != CAP_QUANTITY_UNSET)
    {
      cairo_set_line_width (cr, 1.5);
      cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0);
      draw_across (cr, series, (double) self->indicator->baseline);
    }
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
cap_series_plot_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  CapSeriesPlot *self = CAP_SERIES_PLOT (widget);
  CapSeries series;
  GdkRGBA color;
  cairo_t *cr;

  if (self->indicator == NULL)
    return;

  series = get_series (self);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                       (float) gtk_widget_get_height (widget)));
  draw_grid (self, cr, &series, color);
  draw_tolerance (self, cr, &series, color);
  gdk_cairo_set_source_rgba (cr, &color);
  draw_marks (self, cr, &series);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, 2);
  cap_series_data_trace (cr, &series, self->values);
  cairo_stroke (cr);
  cairo_destroy (cr);

  append_words (self, snapshot, &series, &color);
  GTK_WIDGET_CLASS (cap_series_plot_parent_class)->snapshot (widget, snapshot);
}

/* One stop for Tab, however many values there are. */
static gboolean
cap_series_plot_focus (GtkWidget        *widget,
                       GtkDirectionType  direction)
{
  CapSeriesPlot *self = CAP_SERIES_PLOT (widget);
  GtkWidget *current = gtk_widget_get_focus_child (widget);
  guint index;

  if (self->dots->len == 0)
    return FALSE;

  if (current == NULL || !g_ptr_array_find (self->dots, current, &index))
    return gtk_widget_grab_focus (g_ptr_array_index (self->dots, self->dots->len - 1));

  if (direction == GTK_DIR_LEFT && index > 0)
    return gtk_widget_grab_focus (g_ptr_array_index (self->dots, index - 1));
  if (direction == GTK_DIR_RIGHT && index + 1 < self->dots->len)
    return gtk_widget_grab_focus (g_ptr_array_index (self->dots, index + 1));

  /* At an edge the focus stays; Tab and the other arrows leave. */
  return direction == GTK_DIR_LEFT || direction == GTK_DIR_RIGHT;
}

static void
clear (CapSeriesPlot *self)
{
  GtkWidget *child;

  g_clear_pointer (&self->indicator, cap_indicator_free);
  g_clear_pointer (&self->values, g_array_unref);
  g_ptr_array_set_size (self->dots, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
cap_series_plot_dispose (GObject *object)
{
  clear (CAP_SERIES_PLOT (object));

  G_OBJECT_CLASS (cap_series_plot_parent_class)->dispose (object);
}

static void
cap_series_plot_finalize (GObject *object)
{
  g_ptr_array_unref (CAP_SERIES_PLOT (object)->dots);

  G_OBJECT_CLASS (cap_series_plot_parent_class)->finalize (object);
}

static void
cap_series_plot_class_init (CapSeriesPlotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_series_plot_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_series_plot_finalize;
  widget_class->measure = cap_series_plot_measure;
  widget_class->size_allocate = cap_series_plot_size_allocate;
  widget_class->snapshot = cap_series_plot_snapshot;
  widget_class->focus = cap_series_plot_focus;

  gtk_widget_class_set_css_name (widget_class, "seriesplot");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
cap_series_plot_init (CapSeriesPlot *self)
{
  self->dots = g_ptr_array_new ();
}

/* Returns: (transfer floating): a plot of nothing yet */
GtkWidget *
cap_series_plot_new (void)
{
  return g_object_new (CAP_TYPE_SERIES_PLOT, NULL);
}

static void
add_dot (CapSeriesPlot           *self,
         const CapIndicatorValue *value)
{
  CapIndicatorStatus status = cap_indicator_rate_value (self->indicator, value->thousandths);
  g_autofree char *text = cap_indicator_format_value (self->indicator, value);
  g_autofree char *name = NULL;
  GtkWidget *dot;

  if (status == CAP_INDICATOR_NO_TARGET)
    name = g_steal_pointer (&text);
  else
    name = g_strdup_printf ("%s · %s", text, cap_indicator_status_get_label (status));

  dot = cap_series_dot_new (name, status);
  gtk_widget_set_parent (dot, GTK_WIDGET (self));
  g_ptr_array_add (self->dots, dot);
}

void
cap_series_plot_set_indicator (CapSeriesPlot      *self,
                               const CapIndicator *indicator)
{
  g_return_if_fail (CAP_IS_SERIES_PLOT (self) && indicator != NULL);

  clear (self);
  self->indicator = cap_indicator_copy (indicator);
  self->values = cap_series_data_list_values (indicator);

  for (guint i = 0; i < indicator->values->len; i++)
    {
      const CapIndicatorValue *value = g_ptr_array_index (indicator->values, i);

      if (cap_date_is_valid (value->date))
        add_dot (self, value);
    }

  gtk_widget_queue_resize (GTK_WIDGET (self));
}
