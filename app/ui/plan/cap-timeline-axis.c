/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/plan/cap-timeline-axis.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"

#define LABEL_WIDTH 60
#define PADDING      4
#define LINES        2

struct _CapTimelineAxis
{
  GtkWidget               parent_instance;

  const CapTimelineScene *scene;
};

G_DEFINE_FINAL_TYPE (CapTimelineAxis, cap_timeline_axis, GTK_TYPE_WIDGET)

static char *
dup_label (const CapTimelineTick *tick,
           CapPeriod              period)
{
  g_autofree char *iso = cap_date_from_days (tick->day);
  int year;
  int month;

  if (iso == NULL)
    return g_strdup ("");

  year = (int) g_ascii_strtoll (iso, NULL, 10);
  month = (int) g_ascii_strtoll (iso + 5, NULL, 10);
  switch (period)
    {
    case CAP_PERIOD_MONTH:
      return cap_date_format_month (iso);

    case CAP_PERIOD_QUARTER:
      /* Translators: a quarter of a year: %1$d from 1 to 4, %2$d is the year */
      return g_strdup_printf (_("Q%1$d %2$d"), (month + 2) / 3, year);

    case CAP_PERIOD_YEAR:
    default:
      return g_strdup_printf ("%d", year);
    }
}

static void
append_text (GtkWidget   *widget,
             GtkSnapshot *snapshot,
             const char  *text,
             double       x,
             double       y,
             double       width)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, (int) (MAX (width, 1) * PANGO_SCALE));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

static int
get_line_height (GtkWidget *widget)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (widget, "X");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);

  return height;
}

/* The name of a period stays in sight as long as a part of the period does. */
static void
append_periods (CapTimelineAxis *self,
                GtkSnapshot     *snapshot,
                double           left,
                double           width,
                double           y)
{
  const CapPeriod period = cap_timeline_axis_get_period (self->scene);
  g_autoptr(GArray) ticks = cap_timeline_list_ticks (&self->scene->axis, period, left, left + width);

  for (guint i = 0; i < ticks->len; i++)
    {
      const CapTimelineTick *tick = &g_array_index (ticks, CapTimelineTick, i);
      const double x = MAX (tick->x - left, 0);
      const double end = tick->x + tick->width - left;
      g_autofree char *label = dup_label (tick, period);

      if (end - x > LABEL_WIDTH / 2)
        append_text (GTK_WIDGET (self), snapshot, label, x + PADDING, y, end - x - 2 * PADDING);
    }
}

static void
append_today (CapTimelineAxis *self,
              GtkSnapshot     *snapshot,
              double           left,
              double           width,
              double           y)
{
  const CapTimeline *axis = &self->scene->axis;
  const double x = cap_timeline_get_x (axis, self->scene->today) + axis->day_width / 2 - left;
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), _("Today"));
  int text_width;

  pango_layout_get_pixel_size (layout, &text_width, NULL);
  if (x >= 0 && x <= width)
    append_text (GTK_WIDGET (self), snapshot, _("Today"), CLAMP (x - text_width / 2.0, 0, width - text_width),
                 y, text_width + 1);
}

static void
cap_timeline_axis_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  CapTimelineAxis *self = CAP_TIMELINE_AXIS (widget);
  const double left = gtk_adjustment_get_value (self->scene->scroll);
  const int width = gtk_widget_get_width (widget);
  const int line = get_line_height (widget);

  if (self->scene->axis.day_width <= 0)
    return;

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width,
                                                         (float) gtk_widget_get_height (widget)));
  append_periods (self, snapshot, left, width, PADDING);
  append_today (self, snapshot, left, width, PADDING + line);
  gtk_snapshot_pop (snapshot);
}

static void
cap_timeline_axis_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = LINES * get_line_height (widget) + 2 * PADDING;
  else
    *minimum = 2 * LABEL_WIDTH;
  *natural = *minimum;
}

static void
cap_timeline_axis_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  cap_timeline_axis_fit (CAP_TIMELINE_AXIS (widget));
}

static void
cap_timeline_axis_class_init (CapTimelineAxisClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = cap_timeline_axis_measure;
  widget_class->size_allocate = cap_timeline_axis_size_allocate;
  widget_class->snapshot = cap_timeline_axis_snapshot;

  gtk_widget_class_set_css_name (widget_class, "timelineaxis");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
cap_timeline_axis_init (CapTimelineAxis *self)
{
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
}

GtkWidget *
cap_timeline_axis_new (const CapTimelineScene *scene)
{
  CapTimelineAxis *self;

  g_return_val_if_fail (scene != NULL, NULL);

  self = g_object_new (CAP_TYPE_TIMELINE_AXIS, NULL);
  self->scene = scene;

  return GTK_WIDGET (self);
}

void
cap_timeline_axis_fit (CapTimelineAxis *self)
{
  GtkAdjustment *scroll;
  double width;
  double page;

  g_return_if_fail (CAP_IS_TIMELINE_AXIS (self));

  scroll = self->scene->scroll;
  page = gtk_widget_get_width (GTK_WIDGET (self));
  width = MAX (cap_timeline_get_width (&self->scene->axis), page);
  gtk_adjustment_configure (scroll, CLAMP (gtk_adjustment_get_value (scroll), 0, width - page), 0, width,
                            page / 10, page / 2, page);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

CapPeriod
cap_timeline_axis_get_period (const CapTimelineScene *scene)
{
  g_return_val_if_fail (scene != NULL, CAP_PERIOD_MONTH);

  return cap_timeline_choose_period (&scene->axis, 2 * LABEL_WIDTH);
}
