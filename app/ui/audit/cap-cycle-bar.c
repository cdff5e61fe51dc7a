/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/audit/cap-cycle-bar.h"

#include <glib/gi18n.h>
#include <math.h>

#include "audit/cap-certificate-text.h"
#include "base/cap-date.h"
#include "chart/cap-timeline.h"

#define LANE_HEIGHT 16
#define GAP         4
#define RADIUS      6
#define HATCH_STEP  6
#define MIN_WIDTH   220
#define YEAR_WIDTH  36

/* The surveillances, and below them the renewal, whose days may be the same. */
#define N_LANES 2

/* The days of a milestone, as ranks. */
typedef struct
{
  guint                 lane;
  int                   first;
  int                   last;
  int                   held;
  CapMilestoneStanding  standing;
  char                 *label;
} Window;

/**
 * CapCycleBar:
 *
 * The years of a certificate, the days of each milestone, what was held, and
 * today. The rows beside it say the same in words.
 */
struct _CapCycleBar
{
  GtkWidget  parent_instance;

  int        first;
  int        last;
  int        expiry;
  int        today;
  GArray    *windows;   /* (element-type Window) */
};

G_DEFINE_FINAL_TYPE (CapCycleBar, cap_cycle_bar, GTK_TYPE_WIDGET)

static void
get_text_size (GtkWidget  *widget,
               const char *text,
               int        *width,
               int        *height)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);

  pango_layout_get_pixel_size (layout, width, height);
}

static int
get_line_height (CapCycleBar *self)
{
  int height;

  get_text_size (GTK_WIDGET (self), "X", NULL, &height);

  return height;
}

static void
get_colors (CapCycleBar *self,
            GdkRGBA     *color,
            GdkRGBA     *text)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), color);
  gtk_style_context_get_color (gtk_widget_get_style_context (parent), text);
}

static void
set_color (cairo_t       *cr,
           const GdkRGBA *color,
           double         alpha)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha * alpha);
}

/* Between the lines of words: above the names of milestones and of today, below the years. */
static double
get_bar_y (CapCycleBar *self)
{
  return 2 * (get_line_height (self) + GAP);
}

static double
get_bar_height (void)
{
  return N_LANES * LANE_HEIGHT + (N_LANES - 1) * GAP;
}

static CapRect
get_rect (CapCycleBar       *self,
          const CapTimeline *axis,
          int                first,
          int                last)
{
  const double x = cap_timeline_get_x (axis, first);

  return (CapRect) { x, get_bar_y (self), cap_timeline_get_x (axis, last + 1) - x, get_bar_height () };
}

static CapRect
get_window_rect (CapCycleBar       *self,
                 const CapTimeline *axis,
                 const Window      *window)
{
  CapRect rect = get_rect (self, axis, window->first, window->last);

  rect.y += window->lane * (LANE_HEIGHT + GAP);
  rect.height = LANE_HEIGHT;

  return rect;
}

static void
trace (cairo_t *cr,
       CapRect  rect,
       double   inset)
{
  cairo_rectangle (cr, rect.x + inset, rect.y + inset, MAX (rect.width - 2 * inset, 1),
                   rect.height - 2 * inset);
}

static void
hatch (cairo_t *cr,
       CapRect  rect)
{
  cairo_save (cr);
  trace (cr, rect, 0);
  cairo_clip (cr);
  cairo_set_line_width (cr, 1.5);
  for (double x = rect.x - rect.height; x < rect.x + rect.width; x += HATCH_STEP)
    {
      cairo_move_to (cr, x, rect.y + rect.height);
      cairo_line_to (cr, x + rect.height, rect.y);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* Held: pale, with a diamond on its day; open: half; late: hatched; to come: an outline. */
static void
draw_window (CapCycleBar       *self,
             cairo_t           *cr,
             const CapTimeline *axis,
             const Window      *window,
             const GdkRGBA     *color)
{
  static const double fills[CAP_N_MILESTONE_STANDINGS] = { 0.18, 0.12, 0.45, 0.06 };
  const CapRect rect = get_window_rect (self, axis, window);
  CapPoint points[4];

  set_color (cr, color, fills[window->standing]);
  trace (cr, rect, 0);
  cairo_fill (cr);
  set_color (cr, color, 1);
  if (window->standing == CAP_MILESTONE_LATE)
    hatch (cr, rect);
  cairo_set_line_width (cr, 1.5);
  trace (cr, rect, 0.75);
  cairo_stroke (cr);
  if (window->held == CAP_TIMELINE_NO_DAY)
    return;

  cap_timeline_get_diamond (axis, window->held, rect.y + rect.height / 2, RADIUS, points);
  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    cairo_line_to (cr, points[i].x, points[i].y);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_today (CapCycleBar       *self,
            cairo_t           *cr,
            const CapTimeline *axis)
{
  const double y = get_bar_y (self);
  const double x = floor (cap_timeline_get_x (axis, self->today)) + 0.5;

  cairo_move_to (cr, x, y - GAP);
  cairo_line_to (cr, x, y + get_bar_height () + GAP);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
}

static void
append_text (CapCycleBar   *self,
             GtkSnapshot   *snapshot,
             const GdkRGBA *color,
             const char    *text,
             double         x,
             double         y)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

/* Where a text is in the middle of @x, as far as there is room. */
static double
center (CapCycleBar *self,
        const char  *text,
        double       x)
{
  int width;

  get_text_size (GTK_WIDGET (self), text, &width, NULL);

  return CLAMP (x - width / 2.0, 0, MAX (0, gtk_widget_get_width (GTK_WIDGET (self)) - width));
}

/* Above the surveillances; before the renewal, which comes last, where there is room. */
static void
append_names (CapCycleBar       *self,
              GtkSnapshot       *snapshot,
              const CapTimeline *axis,
              const GdkRGBA     *color)
{
  for (guint i = 0; i < self->windows->len; i++)
    {
      const Window *window = &g_array_index (self->windows, Window, i);
      const CapRect rect = get_window_rect (self, axis, window);
      int width;
      int height;

      get_text_size (GTK_WIDGET (self), window->label, &width, &height);
      if (window->lane == 0)
        append_text (self, snapshot, color, window->label,
                     center (self, window->label, rect.x + rect.width / 2), rect.y - height - GAP);
      else if (rect.x > width + GAP)
        append_text (self, snapshot, color, window->label, rect.x - width - GAP,
                     rect.y + (rect.height - height) / 2);
    }
}

static void
append_years (CapCycleBar       *self,
              GtkSnapshot       *snapshot,
              const CapTimeline *axis,
              const GdkRGBA     *color)
{
  const double width = cap_timeline_get_width (axis);
  g_autoptr(GArray) ticks = cap_timeline_list_ticks (axis, CAP_PERIOD_YEAR, 0, width);

  for (guint i = 0; i < ticks->len; i++)
    {
      const CapTimelineTick *tick = &g_array_index (ticks, CapTimelineTick, i);
      const double x = MAX (tick->x, 0);
      g_autofree char *day = cap_date_from_days (tick->day);

      if (day == NULL || MIN (tick->x + tick->width, width) - x < YEAR_WIDTH)
        continue;

      day[4] = '\0';
      append_text (self, snapshot, color, day, x + GAP, get_bar_y (self) + get_bar_height () + 2 * GAP);
    }
}

static void
draw_years (CapCycleBar       *self,
            cairo_t           *cr,
            const CapTimeline *axis)
{
  const double y = get_bar_y (self) + get_bar_height () + GAP;
  g_autoptr(GArray) ticks = cap_timeline_list_ticks (axis, CAP_PERIOD_YEAR, 0,
                                                     cap_timeline_get_width (axis));

  for (guint i = 0; i < ticks->len; i++)
    {
      const double x = floor (g_array_index (ticks, CapTimelineTick, i).x) + 0.5;

      cairo_move_to (cr, x, y);
      cairo_line_to (cr, x, y + get_line_height (self) + GAP);
    }
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

static gboolean
shows_today (CapCycleBar *self)
{
  return self->today >= self->first && self->today <= self->last;
}

static void
draw (CapCycleBar       *self,
      cairo_t           *cr,
      const CapTimeline *axis)
{
  GdkRGBA color;
  GdkRGBA text;

  get_colors (self, &color, &text);
  set_color (cr, &text, 0.08);
  trace (cr, get_rect (self, axis, self->first, self->expiry), 0);
  cairo_fill (cr);
  for (guint i = 0; i < self->windows->len; i++)
    draw_window (self, cr, axis, &g_array_index (self->windows, Window, i), &color);
  set_color (cr, &text, 0.3);
  draw_years (self, cr, axis);
  set_color (cr, &text, 1);
  if (shows_today (self))
    draw_today (self, cr, axis);
}

static void
cap_cycle_bar_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  CapCycleBar *self = CAP_CYCLE_BAR (widget);
  const int width = gtk_widget_get_width (widget);
  const int height = gtk_widget_get_height (widget);
  CapTimeline axis;
  GdkRGBA color;
  GdkRGBA text;
  cairo_t *cr;

  if (width <= 0)
    return;

  axis = cap_timeline_fit (self->first, self->last, width);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  draw (self, cr, &axis);
  cairo_destroy (cr);

  get_colors (self, &color, &text);
  append_names (self, snapshot, &axis, &text);
  append_years (self, snapshot, &axis, &text);
  if (shows_today (self))
    append_text (self, snapshot, &text, _("Today"),
                 center (self, _("Today"), cap_timeline_get_x (&axis, self->today)), 0);
}

static void
cap_cycle_bar_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  CapCycleBar *self = CAP_CYCLE_BAR (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN_WIDTH;
  else
    *minimum = (int) (get_bar_y (self) + get_bar_height ()) + 2 * GAP + get_line_height (self);
  *natural = *minimum;
}

static void
cap_cycle_bar_finalize (GObject *object)
{
  g_array_unref (CAP_CYCLE_BAR (object)->windows);

  G_OBJECT_CLASS (cap_cycle_bar_parent_class)->finalize (object);
}

static void
cap_cycle_bar_class_init (CapCycleBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cap_cycle_bar_finalize;
  widget_class->measure = cap_cycle_bar_measure;
  widget_class->snapshot = cap_cycle_bar_snapshot;

  gtk_widget_class_set_css_name (widget_class, "cyclebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
clear_window (gpointer data)
{
  g_free (((Window *) data)->label);
}

static void
cap_cycle_bar_init (CapCycleBar *self)
{
  self->windows = g_array_new (FALSE, FALSE, sizeof (Window));
  g_array_set_clear_func (self->windows, clear_window);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
}

static int
get_day (const char *iso)
{
  int day;

  return iso != NULL && cap_date_to_days (iso, &day) ? day : CAP_TIMELINE_NO_DAY;
}

static void
add_window (CapCycleBar        *self,
            const CapMilestone *milestone)
{
  const Window window = {
    milestone->surveillance != 0 ? 0 : 1,
    get_day (milestone->first), get_day (milestone->last), get_day (milestone->held), milestone->standing,
    /* Translators: short for “Surveillance 1” and for “Renewal”, above a drawing */
    milestone->surveillance != 0 ? g_strdup_printf (_("S%u"), milestone->surveillance)
                                 : g_strdup (C_("milestone", "Renewal")),
  };

  g_array_append_val (self->windows, window);
}

/* All that the drawing says. */
static char *
dup_description (const CapCertificateCycle *cycle)
{
  g_autofree char *validity = cap_certificate_cycle_dup_validity (cycle);
  GString *text = g_string_new (validity);

  for (guint i = 0; i < cycle->milestones->len; i++)
    {
      const CapMilestone *it = g_ptr_array_index (cycle->milestones, i);
      g_autofree char *label = cap_milestone_dup_label (it);
      g_autofree char *days = cap_milestone_dup_days (it);

      g_string_append_printf (text, "\n%s – %s – %s", label, days,
                              cap_milestone_standing_get_label (it->standing));
    }

  return g_string_free (text, FALSE);
}

/**
 * cap_cycle_bar_new:
 * @cycle: it has been decided, or will be on a day that is known
 * @today: ISO 8601
 *
 * Returns: (transfer floating): a drawing of its years
 */
GtkWidget *
cap_cycle_bar_new (const CapCertificateCycle *cycle,
                   const char                *today)
{
  CapCycleBar *self;
  g_autofree char *description = NULL;

  g_return_val_if_fail (cycle != NULL && cycle->start != NULL && today != NULL, NULL);

  self = g_object_new (CAP_TYPE_CYCLE_BAR, NULL);
  self->first = get_day (cycle->start);
  self->expiry = get_day (cycle->expiry);
  self->last = get_day (cycle->state == CAP_CYCLE_RESTORABLE ? cycle->restorable : cycle->expiry);
  self->today = get_day (today);
  for (guint i = 0; i < cycle->milestones->len; i++)
    add_window (self, g_ptr_array_index (cycle->milestones, i));
  if (!cap_certificate_cycle_runs (cycle))
    gtk_widget_add_css_class (GTK_WIDGET (self), "over");
  description = dup_description (cycle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("The years of the certificate"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description, -1);

  return GTK_WIDGET (self);
}
