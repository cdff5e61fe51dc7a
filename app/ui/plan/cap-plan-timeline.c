/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/plan/cap-plan-timeline.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "base/cap-text.h"
#include "ui/plan/cap-item-store.h"
#include "ui/plan/cap-timeline-axis.h"
#include "ui/plan/cap-timeline-row.h"

struct _CapPlanTimeline
{
  CapPlanView       parent_instance;

  /* Owned */
  CapTimelineScene  scene;
  GListStore       *store;
  CapPlanItem      *undated; /* the heading of those without dates */

  /* Children */
  GtkWidget        *axis;
  GtkWidget        *list_view;

  guint             zoom;
  gboolean          placed;  /* today was shown once */
};

G_DEFINE_FINAL_TYPE (CapPlanTimeline, cap_plan_timeline, CAP_TYPE_PLAN_VIEW)

/* What a day is wide: about a month, a quarter and a year are seen. */
static const double day_widths[] = { 16, 5.5, 1.7 };

#define QUARTER 1

/* By how many days the two dates of an action move. */
typedef struct
{
  int         start;
  int         due;
  const char *today;
} Shift;

static int
get_day (const char *date)
{
  int day;

  return date != NULL && cap_date_to_days (date, &day) ? day : CAP_TIMELINE_NO_DAY;
}

static gboolean
has_day (const CapAction *action)
{
  return get_day (action->start) != CAP_TIMELINE_NO_DAY || get_day (action->due) != CAP_TIMELINE_NO_DAY ||
         get_day (action->check_due) != CAP_TIMELINE_NO_DAY;
}

/* When an action is first to be seen. */
static const char *
get_first_date (const CapAction *action)
{
  return action->start != NULL ? action->start : action->due != NULL ? action->due : action->check_due;
}

static int
compare_dates (gconstpointer one,
               gconstpointer other)
{
  const CapAction *first = cap_plan_item_get_action (*(CapPlanItem * const *) one);
  const CapAction *second = cap_plan_item_get_action (*(CapPlanItem * const *) other);
  int order = g_strcmp0 (get_first_date (first), get_first_date (second));

  if (order == 0)
    order = g_strcmp0 (first->due, second->due);

  return order != 0 ? order : (first->number > second->number) - (first->number < second->number);
}

static void
queue_draw (CapPlanTimeline *self)
{
  gtk_widget_queue_draw (self->axis);
  for (GtkWidget *row = gtk_widget_get_first_child (self->list_view); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *child = gtk_widget_get_first_child (row);

      if (child != NULL && CAP_IS_TIMELINE_ROW (child))
        cap_timeline_row_queue_draw (CAP_TIMELINE_ROW (child));
    }
}

/* Makes @day the one that stands at a share of what is seen, from the left. */
static void
show_day (CapPlanTimeline *self,
          int              day,
          double           share)
{
  const double page = gtk_adjustment_get_page_size (self->scene.scroll);

  gtk_adjustment_set_value (self->scene.scroll, cap_timeline_get_x (&self->scene.axis, day) - share * page);
}

static void
update_axis (CapPlanTimeline *self,
             const GPtrArray *dated)
{
  CapTimeline *axis = &self->scene.axis;
  const int left = axis->day_width > 0
    ? cap_timeline_get_day (axis, gtk_adjustment_get_value (self->scene.scroll)) : CAP_TIMELINE_NO_DAY;
  int first = CAP_TIMELINE_NO_DAY;
  int last = CAP_TIMELINE_NO_DAY;

  self->scene.today = get_day (cap_plan_model_get_today (cap_plan_view_get_model (CAP_PLAN_VIEW (self))));
  cap_timeline_widen (&first, &last, self->scene.today);
  for (guint i = 0; i < dated->len; i++)
    {
      const CapAction *action = cap_plan_item_get_action (g_ptr_array_index (dated, i));

      cap_timeline_widen (&first, &last, get_day (action->start));
      cap_timeline_widen (&first, &last, get_day (action->due));
      cap_timeline_widen (&first, &last, get_day (action->check_due));
    }
  cap_timeline_round (&first, &last, CAP_PERIOD_QUARTER);

  *axis = (CapTimeline) { first, last, day_widths[self->zoom] };
  cap_timeline_axis_fit (CAP_TIMELINE_AXIS (self->axis));
  if (left != CAP_TIMELINE_NO_DAY && self->placed)
    show_day (self, left, 0);
}

/* From the bar of what must be done before to the bar of what waits for it. */
static void
add_links (CapPlanTimeline *self,
           CapPlanItem     *item,
           guint            row)
{
  CapPlanModel *model = cap_plan_view_get_model (CAP_PLAN_VIEW (self));
  const CapAction *action = cap_plan_item_get_action (item);
  const int start = get_day (action->start != NULL ? action->start : action->due);

  for (guint i = 0; action->after[i] != NULL && start != CAP_TIMELINE_NO_DAY; i++)
    {
      CapPlanItem *other = cap_plan_model_find_item (model, action->after[i]);
      const CapAction *before = other != NULL ? cap_plan_item_get_action (other) : NULL;
      const int end = before != NULL ? get_day (before->due != NULL ? before->due : before->start)
                                     : CAP_TIMELINE_NO_DAY;
      gpointer from_row;

      if (end != CAP_TIMELINE_NO_DAY &&
          g_hash_table_lookup_extended (self->scene.rows, other, NULL, &from_row))
        {
          CapTimelineLink link = { GPOINTER_TO_UINT (from_row), end, row, start };

          g_array_append_val (self->scene.links, link);
        }
    }
}

static void
update_rows (CapPlanTimeline *self,
             const GPtrArray *dated)
{
  g_hash_table_remove_all (self->scene.rows);
  g_array_set_size (self->scene.links, 0);
  for (guint i = 0; i < dated->len; i++)
    g_hash_table_insert (self->scene.rows, g_ptr_array_index (dated, i), GUINT_TO_POINTER (i));
  for (guint i = 0; i < dated->len; i++)
    add_links (self, g_ptr_array_index (dated, i), i);
}

static void
cap_plan_timeline_update (CapPlanView *view)
{
  CapPlanTimeline *self = CAP_PLAN_TIMELINE (view);
  g_autoptr(GPtrArray) items = cap_plan_model_list_items (cap_plan_view_get_model (view));
  g_autoptr(GPtrArray) dated = g_ptr_array_new ();
  g_autoptr(GPtrArray) undated = g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++)
    {
      CapPlanItem *item = g_ptr_array_index (items, i);

      g_ptr_array_add (has_day (cap_plan_item_get_action (item)) ? dated : undated, item);
    }
  g_ptr_array_sort (dated, compare_dates);
  update_axis (self, dated);
  update_rows (self, dated);

  if (undated->len > 0)
    {
      cap_plan_item_set_heading (self->undated, _("Without dates"), undated->len);
      g_ptr_array_add (dated, self->undated);
      for (guint i = 0; i < undated->len; i++)
        g_ptr_array_add (dated, g_ptr_array_index (undated, i));
    }
  cap_item_store_show (self->store, dated);
  queue_draw (self);
}

static CapPlanItem *
cap_plan_timeline_find_item (CapPlanView *view,
                             GtkWidget   *inside)
{
  for (GtkWidget *widget = inside; widget != GTK_WIDGET (view); widget = gtk_widget_get_parent (widget))
    {
      GtkWidget *child = gtk_widget_get_first_child (widget);

      if (CAP_IS_TIMELINE_ROW (widget))
        return cap_timeline_row_get_item (CAP_TIMELINE_ROW (widget));
      if (child != NULL && CAP_IS_TIMELINE_ROW (child) && !GTK_IS_LIST_VIEW (widget))
        return cap_timeline_row_get_item (CAP_TIMELINE_ROW (child));
    }

  return NULL;
}

static gboolean
cap_plan_timeline_focus_item (CapPlanView *view,
                              CapPlanItem *item)
{
  CapPlanTimeline *self = CAP_PLAN_TIMELINE (view);
  guint position;

  return g_list_store_find (self->store, item, &position) &&
         cap_plan_view_focus_row (view, self->list_view, item, position);
}

/* To the side: through the time. */
static gboolean
cap_plan_timeline_go (CapPlanView *view,
                      int          dx,
                      int          dy)
{
  GtkAdjustment *scroll = CAP_PLAN_TIMELINE (view)->scene.scroll;
  CapPlanItem *focused = cap_plan_view_find_focused (view);

  if (dx == 0 || focused == NULL)
    return FALSE;

  gtk_adjustment_set_value (scroll, gtk_adjustment_get_value (scroll) +
                                      dx * gtk_adjustment_get_page_size (scroll) / 4);

  return TRUE;
}

static void
shift_date (char      **date,
            int         days,
            const char *today)
{
  g_autofree char *later = days != 0 ? cap_date_add_days (*date != NULL ? *date : today, days) : NULL;

  if (later != NULL)
    cap_set_string (date, later);
}

static void
shift_dates (CapAction    *action,
             gconstpointer data)
{
  const Shift *shift = data;

  shift_date (&action->start, shift->start, shift->today);
  shift_date (&action->due, shift->due, shift->today);
}

static void
shift (CapPlanTimeline *self,
       CapPlanItem     *item,
       int              start,
       int              due)
{
  CapPlanView *view = CAP_PLAN_VIEW (self);
  const Shift by = { start, due, cap_plan_model_get_today (cap_plan_view_get_model (view)) };
  g_autoptr(CapAction) after = cap_action_copy (cap_plan_item_get_action (item));
  g_autofree char *day = NULL;
  g_autofree char *outcome = NULL;

  shift_dates (after, &by);
  day = cap_date_format_long (due != 0 ? after->due : after->start);
  if (due != 0)
    /* Translators: a date */
    outcome = g_strdup_printf (_("due on %s"), day);
  else
    /* Translators: the day that an action starts */
    outcome = g_strdup_printf (_("from %s on"), day);
  cap_plan_view_change (view, item, shift_dates, &by, outcome);
}

static gboolean
cap_plan_timeline_move (CapPlanView *view,
                        CapPlanItem *item,
                        int          dx,
                        int          dy)
{
  shift (CAP_PLAN_TIMELINE (view), item, 0, dx + 7 * dy);

  return TRUE;
}

static gboolean
shift_start_cb (GtkWidget *widget,
                GVariant  *arguments,
                gpointer   user_data)
{
  CapPlanItem *item = cap_plan_view_find_focused (CAP_PLAN_VIEW (widget));

  if (item == NULL || cap_plan_model_get_read_only (cap_plan_view_get_model (CAP_PLAN_VIEW (widget))))
    return FALSE;

  shift (CAP_PLAN_TIMELINE (widget), item, g_variant_get_int32 (arguments), 0);

  return TRUE;
}

static void
shift_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  CapPlanItem *item;
  guint number;
  int start;
  int due;

  g_variant_get (parameter, "(uii)", &number, &start, &due);
  item = cap_plan_view_find_number (CAP_PLAN_VIEW (widget), number);
  if (item != NULL && (start != 0 || due != 0))
    shift (CAP_PLAN_TIMELINE (widget), item, start, due);
}

static void
show_today_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  CapPlanTimeline *self = CAP_PLAN_TIMELINE (widget);

  show_day (self, self->scene.today, 1 / 3.0);
}

/* What is in the middle stays there. */
static void
zoom_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  CapPlanTimeline *self = CAP_PLAN_TIMELINE (widget);
  const double middle = gtk_adjustment_get_value (self->scene.scroll) +
                        gtk_adjustment_get_page_size (self->scene.scroll) / 2;
  const int day = cap_timeline_get_day (&self->scene.axis, middle);
  const int zoom = CLAMP ((int) self->zoom - g_variant_get_int32 (parameter), 0,
                          (int) G_N_ELEMENTS (day_widths) - 1);

  self->zoom = (guint) zoom;
  self->scene.axis.day_width = day_widths[zoom];
  cap_timeline_axis_fit (CAP_TIMELINE_AXIS (self->axis));
  show_day (self, day, 0.5);
  queue_draw (self);
}

/* Once it is known how much is seen. */
static void
page_changed_cb (CapPlanTimeline *self)
{
  if (self->placed || gtk_adjustment_get_page_size (self->scene.scroll) <= 0 ||
      self->scene.axis.day_width <= 0)
    return;

  self->placed = TRUE;
  show_day (self, self->scene.today, 1 / 3.0);
}

static gboolean
scrolled_cb (CapPlanTimeline *self,
             double           dx,
             double           dy)
{
  GtkAdjustment *scroll = self->scene.scroll;

  if (dx < 0 || dx > 0)
    gtk_adjustment_set_value (scroll, gtk_adjustment_get_value (scroll) +
                                        dx * gtk_adjustment_get_step_increment (scroll));

  return dx < 0 || dx > 0;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          CapPlanTimeline          *self)
{
  gtk_list_item_set_child (list_item, cap_timeline_row_new (cap_plan_view_get_model (CAP_PLAN_VIEW (self)),
                                                            &self->scene));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         CapPlanTimeline          *self)
{
  CapPlanItem *item = gtk_list_item_get_item (list_item);

  gtk_list_item_set_activatable (list_item, cap_plan_item_get_action (item) != NULL);
  cap_timeline_row_set_item (CAP_TIMELINE_ROW (gtk_list_item_get_child (list_item)), item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item,
           CapPlanTimeline          *self)
{
  cap_timeline_row_set_item (CAP_TIMELINE_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static void
activated_cb (CapPlanTimeline *self,
              guint            position)
{
  g_autoptr(CapPlanItem) item = g_list_model_get_item (G_LIST_MODEL (self->store), position);

  cap_plan_view_open (CAP_PLAN_VIEW (self), item);
}

static void
add_button (GtkWidget  *box,
            const char *text,
            const char *name,
            const char *action,
            GVariant   *target)
{
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_box_append (GTK_BOX (box), button);
}

static GtkWidget *
create_header (CapPlanTimeline *self)
{
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);

  gtk_widget_add_css_class (header, "timeline-header");
  gtk_widget_add_css_class (buttons, "timeline-names");
  gtk_widget_set_size_request (buttons, CAP_TIMELINE_NAMES_WIDTH, -1);
  add_button (buttons, "−", _("See more of the time (-)"), "timeline.zoom", g_variant_new_int32 (-1));
  add_button (buttons, "+", _("See the time in detail (+)"), "timeline.zoom", g_variant_new_int32 (1));
  add_button (buttons, _("Today"), _("Go to today (T)"), "timeline.show-today", NULL);
  gtk_box_append (GTK_BOX (header), buttons);

  self->axis = cap_timeline_axis_new (&self->scene);
  gtk_box_append (GTK_BOX (header), self->axis);

  return header;
}

static GtkWidget *
create_list (CapPlanTimeline *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkNoSelection *selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->store)));
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  self->list_view = gtk_list_view_new (GTK_SELECTION_MODEL (selection), factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->list_view), TRUE);
  gtk_widget_add_css_class (self->list_view, "timeline-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Timeline of the plan"), -1);
  g_signal_connect_object (self->list_view, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list_view);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_set_focusable (scrolled, FALSE);

  return scrolled;
}

static GtkWidget *
create_scrollbar (CapPlanTimeline *self)
{
  GtkWidget *scrollbar = gtk_scrollbar_new (GTK_ORIENTATION_HORIZONTAL, self->scene.scroll);
  GtkEventController *wheel;

  gtk_widget_set_margin_start (scrollbar, CAP_TIMELINE_NAMES_WIDTH);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scrollbar), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Time"), -1);
  g_signal_connect_object (self->scene.scroll, "value-changed", G_CALLBACK (queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->scene.scroll, "changed", G_CALLBACK (page_changed_cb), self,
                           G_CONNECT_SWAPPED);
  wheel = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_HORIZONTAL);
  g_signal_connect_object (wheel, "scroll", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), wheel);

  return scrollbar;
}

static void
cap_plan_timeline_finalize (GObject *object)
{
  CapPlanTimeline *self = CAP_PLAN_TIMELINE (object);

  g_hash_table_unref (self->scene.rows);
  g_array_unref (self->scene.links);
  g_object_unref (self->scene.scroll);
  g_object_unref (self->store);
  g_object_unref (self->undated);

  G_OBJECT_CLASS (cap_plan_timeline_parent_class)->finalize (object);
}

static void
add_bindings (GtkWidgetClass *widget_class)
{
  static const guint closer[] = { GDK_KEY_plus, GDK_KEY_KP_Add, GDK_KEY_equal };
  static const guint farther[] = { GDK_KEY_minus, GDK_KEY_KP_Subtract };

  for (guint i = 0; i < G_N_ELEMENTS (closer); i++)
    gtk_widget_class_add_binding_action (widget_class, closer[i], 0, "timeline.zoom", "i", 1);
  for (guint i = 0; i < G_N_ELEMENTS (farther); i++)
    gtk_widget_class_add_binding_action (widget_class, farther[i], 0, "timeline.zoom", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, 0, "timeline.show-today", NULL);
}

static void
cap_plan_timeline_class_init (CapPlanTimelineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CapPlanViewClass *view_class = CAP_PLAN_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cap_plan_timeline_finalize;
  view_class->update = cap_plan_timeline_update;
  view_class->find_item = cap_plan_timeline_find_item;
  view_class->focus_item = cap_plan_timeline_focus_item;
  view_class->go = cap_plan_timeline_go;
  view_class->move = cap_plan_timeline_move;

  gtk_widget_class_install_action (widget_class, "timeline.shift", "(uii)", shift_cb);
  gtk_widget_class_install_action (widget_class, "timeline.zoom", "i", zoom_cb);
  gtk_widget_class_install_action (widget_class, "timeline.show-today", NULL, show_today_cb);
  add_bindings (widget_class);
}

static void
cap_plan_timeline_init (CapPlanTimeline *self)
{
  self->zoom = QUARTER;
  self->scene.scroll = g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  self->scene.rows = g_hash_table_new (NULL, NULL);
  self->scene.links = g_array_new (FALSE, FALSE, sizeof (CapTimelineLink));
  self->store = cap_item_store_new ();
  self->undated = cap_plan_item_new ();
  cap_plan_view_add_key (CAP_PLAN_VIEW (self), GDK_KEY_Left, GDK_ALT_MASK | GDK_SHIFT_MASK, shift_start_cb,
                         g_variant_new_int32 (-1));
  cap_plan_view_add_key (CAP_PLAN_VIEW (self), GDK_KEY_Right, GDK_ALT_MASK | GDK_SHIFT_MASK, shift_start_cb,
                         g_variant_new_int32 (1));
}

GtkWidget *
cap_plan_timeline_new (CapPlanModel *model)
{
  CapPlanTimeline *self;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  g_return_val_if_fail (CAP_IS_PLAN_MODEL (model), NULL);

  self = g_object_new (CAP_TYPE_PLAN_TIMELINE, NULL);
  cap_plan_view_set_model (CAP_PLAN_VIEW (self), model);
  gtk_widget_add_css_class (box, "timeline");
  gtk_box_append (GTK_BOX (box), create_header (self));
  gtk_box_append (GTK_BOX (box), create_list (self));
  gtk_box_append (GTK_BOX (box), create_scrollbar (self));
  gtk_widget_set_parent (box, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}
