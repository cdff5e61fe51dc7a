/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/plan/cap-timeline-lane.h"

#include <math.h>

#include "base/cap-date.h"
#include "ui/plan/cap-timeline-axis.h"

#define BAR_HEIGHT  14
#define HEIGHT      30
#define RADIUS       6 /* of a diamond */
#define LINK_GAP     7
#define HATCH_STEP   6
#define GRIP         7 /* from the end of a bar, where it can be taken */

struct _CapTimelineLane
{
  GtkWidget               parent_instance;

  /* Owned */
  CapPlanModel           *model;

  const CapTimelineScene *scene;
  CapPlanItem            *item;  /* of the row around, or NULL */
  int                     start;
  int                     due;
  int                     check;
  gboolean                checked;

  /* While it is dragged: by how many days */
  gboolean                drags_start;
  gboolean                drags_due;
  int                     start_shift;
  int                     due_shift;
};

G_DEFINE_FINAL_TYPE (CapTimelineLane, cap_timeline_lane, GTK_TYPE_WIDGET)

static int
get_day (const char *date)
{
  int day;

  return date != NULL && cap_date_to_days (date, &day) ? day : CAP_TIMELINE_NO_DAY;
}

static CapRect
get_bar (CapTimelineLane *self)
{
  const int start = self->start != CAP_TIMELINE_NO_DAY ? self->start + self->start_shift : self->start;
  const int due = self->due != CAP_TIMELINE_NO_DAY ? self->due + self->due_shift : self->due;
  CapRect bar;

  bar = cap_timeline_get_bar (&self->scene->axis, start, due,
                              (gtk_widget_get_height (GTK_WIDGET (self)) - BAR_HEIGHT) / 2.0, BAR_HEIGHT);
  bar.x -= gtk_adjustment_get_value (self->scene->scroll);

  return bar;
}

static void
set_color (cairo_t       *cr,
           const GdkRGBA *color,
           float          alpha)
{
  GdkRGBA faint = *color;

  faint.alpha *= alpha;
  gdk_cairo_set_source_rgba (cr, &faint);
}

static void
trace_bar (cairo_t *cr,
           CapRect  bar)
{
  const double radius = MIN (bar.width, bar.height) / 4;

  cairo_new_sub_path (cr);
  cairo_arc (cr, bar.x + bar.width - radius, bar.y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, bar.x + bar.width - radius, bar.y + bar.height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, bar.x + radius, bar.y + bar.height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, bar.x + radius, bar.y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

/* Only where it is seen: a bar of years has thousands of lines. */
static void
hatch (cairo_t *cr,
       CapRect  bar,
       double   width)
{
  const double end = MIN (bar.x + bar.width, width);
  const double first = bar.x + MAX (floor (-bar.x / HATCH_STEP), 0) * HATCH_STEP - bar.height;

  cairo_save (cr);
  trace_bar (cr, bar);
  cairo_clip (cr);
  cairo_set_line_width (cr, 2);
  for (double x = first; x < end; x += HATCH_STEP)
    {
      cairo_move_to (cr, x, bar.y + bar.height);
      cairo_line_to (cr, x + bar.height, bar.y);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* To do: pale; started: half; done: full; late: hatched; abandoned: dashed around nothing. */
static void
draw_bar (CapTimelineLane *self,
          cairo_t         *cr,
          const GdkRGBA   *color,
          double           width)
{
  const CapAction *action = cap_plan_item_get_action (self->item);
  static const float fills[CAP_N_ACTION_STATES] = { 0.15f, 0.5f, 1, 1, 0 };
  static const double dashes[] = { 3, 3 };
  const gboolean late = cap_action_is_late (action, cap_plan_model_get_today (self->model));
  CapRect bar = get_bar (self);

  if (bar.width <= 0)
    return;

  set_color (cr, color, late ? 0.15f : fills[action->state]);
  trace_bar (cr, bar);
  cairo_fill (cr);
  set_color (cr, color, 1);
  if (late)
    hatch (cr, bar, width);

  bar = (CapRect) { bar.x + 0.75, bar.y + 0.75, bar.width - 1.5, bar.height - 1.5 };
  cairo_set_line_width (cr, 1.5);
  if (action->state == CAP_ACTION_ABANDONED)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  trace_bar (cr, bar);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

/* Where to look for a bar that is out of sight. */
static void
draw_pointer (CapTimelineLane *self,
              cairo_t         *cr,
              double           width)
{
  const CapRect bar = get_bar (self);
  const double middle = bar.y + bar.height / 2;
  const gboolean left = bar.x + bar.width < 0;
  const double tip = left ? 3 : width - 3;
  const double base = left ? tip + RADIUS : tip - RADIUS;

  if (bar.width <= 0 || (!left && bar.x < width))
    return;

  cairo_move_to (cr, tip, middle);
  cairo_line_to (cr, base, middle - RADIUS);
  cairo_line_to (cr, base, middle + RADIUS);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_check (CapTimelineLane *self,
            cairo_t         *cr,
            double           left)
{
  CapPoint points[4];

  if (self->check == CAP_TIMELINE_NO_DAY)
    return;

  cap_timeline_get_diamond (&self->scene->axis, self->check, gtk_widget_get_height (GTK_WIDGET (self)) / 2.0,
                            RADIUS, points);
  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    cairo_line_to (cr, points[i].x - left, points[i].y);
  cairo_close_path (cr);
  cairo_set_line_width (cr, 1.5);
  if (self->checked)
    cairo_fill_preserve (cr);
  cairo_stroke (cr);
}

static void
draw_periods (CapTimelineLane *self,
              cairo_t         *cr,
              double           left,
              double           width)
{
  g_autoptr(GArray) ticks = cap_timeline_list_ticks (&self->scene->axis,
                                                     cap_timeline_axis_get_period (self->scene), left,
                                                     left + width);

  for (guint i = 0; i < ticks->len; i++)
    {
      const double x = floor (g_array_index (ticks, CapTimelineTick, i).x - left) + 0.5;

      cairo_move_to (cr, x, 0);
      cairo_line_to (cr, x, gtk_widget_get_height (GTK_WIDGET (self)));
    }
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

static void
draw_today (CapTimelineLane *self,
            cairo_t         *cr,
            double           left)
{
  const CapTimeline *axis = &self->scene->axis;
  const double x = cap_timeline_get_x (axis, self->scene->today) + axis->day_width / 2 - left;

  cairo_move_to (cr, x, 0);
  cairo_line_to (cr, x, gtk_widget_get_height (GTK_WIDGET (self)));
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
}

static void
draw_arrow (cairo_t  *cr,
            CapPoint  tip)
{
  cairo_move_to (cr, tip.x, tip.y);
  cairo_line_to (cr, tip.x - LINK_GAP, tip.y - LINK_GAP / 2.0);
  cairo_line_to (cr, tip.x - LINK_GAP, tip.y + LINK_GAP / 2.0);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_links (CapTimelineLane *self,
            cairo_t         *cr,
            double           left)
{
  gpointer row;

  if (!g_hash_table_lookup_extended (self->scene->rows, self->item, NULL, &row))
    return;

  cairo_set_line_width (cr, 1.5);
  for (guint i = 0; i < self->scene->links->len; i++)
    {
      const CapTimelineLink *link = &g_array_index (self->scene->links, CapTimelineLink, i);
      CapPoint points[CAP_TIMELINE_MAX_PART];
      const guint n_points = cap_timeline_get_link_part (&self->scene->axis, link, GPOINTER_TO_UINT (row),
                                                         gtk_widget_get_height (GTK_WIDGET (self)), LINK_GAP,
                                                         points);

      for (guint j = 0; j < n_points; j++)
        cairo_line_to (cr, points[j].x - left, points[j].y);
      cairo_stroke (cr);
      if (n_points > 0 && GPOINTER_TO_UINT (row) == link->to_row)
        draw_arrow (cr, (CapPoint) { points[n_points - 1].x - left, points[n_points - 1].y });
    }
}

/* The lines are of the colour of the text around; the bar has its own. */
static void
draw (CapTimelineLane *self,
      cairo_t         *cr,
      double           width)
{
  const double left = gtk_adjustment_get_value (self->scene->scroll);
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));
  GdkRGBA color;
  GdkRGBA text;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  gtk_style_context_get_color (gtk_widget_get_style_context (row), &text);
  set_color (cr, &text, 0.12f);
  draw_periods (self, cr, left, width);
  set_color (cr, &text, 0.5f);
  draw_today (self, cr, left);
  if (self->item == NULL)
    return;

  set_color (cr, &text, 0.7f);
  draw_links (self, cr, left);
  draw_bar (self, cr, &color, width);
  draw_pointer (self, cr, width);
  set_color (cr, &text, 0.9f);
  draw_check (self, cr, left);
}

static void
cap_timeline_lane_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  CapTimelineLane *self = CAP_TIMELINE_LANE (widget);
  const float width = (float) gtk_widget_get_width (widget);
  const float height = (float) gtk_widget_get_height (widget);
  cairo_t *cr;

  if (self->scene->axis.day_width <= 0 || width <= 0)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  draw (self, cr, width);
  cairo_destroy (cr);
}

static void
cap_timeline_lane_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 2 * HEIGHT;
}

/* What is taken at @x: an end of the bar, or the whole of it. */
static gboolean
find_grip (CapTimelineLane *self,
           double           x,
           gboolean        *start,
           gboolean        *due)
{
  const CapRect bar = get_bar (self);

  *start = self->start != CAP_TIMELINE_NO_DAY && x <= bar.x + bar.width / 2 && fabs (x - bar.x) <= GRIP;
  *due = self->due != CAP_TIMELINE_NO_DAY && !*start && fabs (x - bar.x - bar.width) <= GRIP;
  if (!*start && !*due && x > bar.x && x < bar.x + bar.width)
    *start = *due = TRUE;

  return self->item != NULL && bar.width > 0 && (*start || *due);
}

static void
moved_cb (CapTimelineLane *self,
          double           x)
{
  gboolean start;
  gboolean due;
  const char *cursor = NULL;

  if (find_grip (self, x, &start, &due) && !cap_plan_model_get_read_only (self->model))
    cursor = start && due ? "grab" : "ew-resize";
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursor);
}

static void
drag_begun_cb (CapTimelineLane *self,
               double           x,
               double           y,
               GtkGesture      *gesture)
{
  if (!find_grip (self, x, &self->drags_start, &self->drags_due) ||
      cap_plan_model_get_read_only (self->model))
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
}

static void
dragged_cb (CapTimelineLane *self,
            double           dx,
            double           dy,
            GtkGesture      *gesture)
{
  const int shift = (int) lround (dx / self->scene->axis.day_width);

  if (!gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, 0) && self->start_shift == 0 &&
      self->due_shift == 0)
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  self->start_shift = self->drags_start ? shift : 0;
  self->due_shift = self->drags_due ? shift : 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_ended_cb (CapTimelineLane *self)
{
  const int start_shift = self->start_shift;
  const int due_shift = self->due_shift;

  self->start_shift = self->due_shift = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->item != NULL && (start_shift != 0 || due_shift != 0))
    gtk_widget_activate_action (GTK_WIDGET (self), "timeline.shift", "(uii)",
                                cap_plan_item_get_action (self->item)->number, start_shift, due_shift);
}

static void
cap_timeline_lane_dispose (GObject *object)
{
  g_clear_object (&CAP_TIMELINE_LANE (object)->model);

  G_OBJECT_CLASS (cap_timeline_lane_parent_class)->dispose (object);
}

static void
cap_timeline_lane_class_init (CapTimelineLaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_timeline_lane_dispose;
  widget_class->measure = cap_timeline_lane_measure;
  widget_class->snapshot = cap_timeline_lane_snapshot;

  gtk_widget_class_set_css_name (widget_class, "timelinelane");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
cap_timeline_lane_init (CapTimelineLane *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begun_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (dragged_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (drag_ended_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_object (motion, "motion", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

GtkWidget *
cap_timeline_lane_new (CapPlanModel           *model,
                       const CapTimelineScene *scene)
{
  CapTimelineLane *self;

  g_return_val_if_fail (CAP_IS_PLAN_MODEL (model) && scene != NULL, NULL);

  self = g_object_new (CAP_TYPE_TIMELINE_LANE, NULL);
  self->model = g_object_ref (model);
  self->scene = scene;

  return GTK_WIDGET (self);
}

void
cap_timeline_lane_show_item (CapTimelineLane *self,
                             CapPlanItem     *item)
{
  const CapAction *action;

  g_return_if_fail (CAP_IS_TIMELINE_LANE (self));

  self->item = item;
  self->start_shift = self->due_shift = 0;
  if (item == NULL)
    return;

  action = cap_plan_item_get_action (item);
  self->start = get_day (action->start);
  self->due = get_day (action->due);
  self->check = get_day (action->check_due);
  self->checked = action->verdict != CAP_VERDICT_NONE;
  gtk_widget_remove_css_class (GTK_WIDGET (self), "late");
  gtk_widget_remove_css_class (GTK_WIDGET (self), "abandoned");
  if (cap_action_is_late (action, cap_plan_model_get_today (self->model)))
    gtk_widget_add_css_class (GTK_WIDGET (self), "late");
  if (action->state == CAP_ACTION_ABANDONED)
    gtk_widget_add_css_class (GTK_WIDGET (self), "abandoned");
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
