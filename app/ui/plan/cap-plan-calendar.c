/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/plan/cap-plan-calendar.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "base/cap-text.h"
#include "chart/cap-month-grid.h"
#include "ui/plan/cap-calendar-day.h"
#include "ui/plan/cap-card-column.h"

#define WEEK        7
#define N_DAYS      (CAP_MONTH_GRID_MAX_WEEKS * WEEK)
#define WIDE_FROM   740 /* the day is beside the month; below it otherwise */
#define SIDE_WIDTH  230
#define SIDE_HEIGHT 190
#define GAP         8

struct _CapPlanCalendar
{
  CapPlanView     parent_instance;

  /* Owned */
  GHashTable     *days;     /* (element-type int GArray): the entries of each day */

  CapMonthGrid    grid;
  int             selected; /* the day that is picked; 0 until it is known */
  gboolean        takes_check; /* what is being dragged is a check */

  /* Children */
  GtkWidget      *title;
  GtkWidget      *cells[N_DAYS];
  CapCardColumn  *column;
};

G_DEFINE_FINAL_TYPE (CapPlanCalendar, cap_plan_calendar, CAP_TYPE_PLAN_VIEW)

/* By how many days one of the dates of an action moves. */
typedef struct
{
  int      days;
  gboolean check;
} Shift;

static int
get_day (const char *date)
{
  int day;

  return date != NULL && cap_date_to_days (date, &day) ? day : 0;
}

static CapPlanModel *
get_model (CapPlanCalendar *self)
{
  return cap_plan_view_get_model (CAP_PLAN_VIEW (self));
}

static void
add_entry (CapPlanCalendar *self,
           CapPlanItem     *item,
           const char      *date,
           gboolean         check)
{
  const CapCalendarEntry entry = { item, check };
  const int day = get_day (date);
  GArray *entries;

  if (day == 0)
    return;

  entries = g_hash_table_lookup (self->days, GINT_TO_POINTER (day));
  if (entries == NULL)
    {
      entries = g_array_new (FALSE, FALSE, sizeof (CapCalendarEntry));
      g_hash_table_insert (self->days, GINT_TO_POINTER (day), entries);
    }
  g_array_append_val (entries, entry);
}

/* What was given up is not due any more. */
static void
fill_days (CapPlanCalendar *self)
{
  g_autoptr(GPtrArray) items = cap_plan_model_list_items (get_model (self));

  g_hash_table_remove_all (self->days);
  for (guint i = 0; i < items->len; i++)
    {
      CapPlanItem *item = g_ptr_array_index (items, i);
      const CapAction *action = cap_plan_item_get_action (item);

      if (action->state == CAP_ACTION_ABANDONED)
        continue;

      add_entry (self, item, action->due, FALSE);
      add_entry (self, item, action->check_due, TRUE);
    }
}

static void
show_month (CapPlanCalendar *self)
{
  g_autofree char *iso = cap_date_from_days (self->selected);
  g_autofree char *title = cap_date_format_month (iso);

  self->grid = cap_month_grid_around (self->selected);
  gtk_label_set_text (GTK_LABEL (self->title), title);
  for (guint i = 0; i < N_DAYS; i++)
    {
      const int day = cap_month_grid_get_day (&self->grid, i / WEEK, i % WEEK);
      CapCalendarDay *cell = CAP_CALENDAR_DAY (self->cells[i]);

      gtk_widget_set_visible (self->cells[i], i / WEEK < self->grid.n_weeks);
      if (day < 1)
        continue;

      cap_calendar_day_show (cell, day, cap_month_grid_has (&self->grid, day),
                             g_hash_table_lookup (self->days, GINT_TO_POINTER (day)),
                             cap_plan_model_get_today (get_model (self)));
      cap_calendar_day_set_selected (cell, day == self->selected);
    }
}

static void
show_day (CapPlanCalendar *self)
{
  const GArray *entries = g_hash_table_lookup (self->days, GINT_TO_POINTER (self->selected));
  g_autoptr(GPtrArray) items = g_ptr_array_new ();
  g_autofree char *iso = cap_date_from_days (self->selected);
  g_autofree char *title = cap_date_format_day (iso);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      CapPlanItem *item = g_array_index (entries, CapCalendarEntry, i).item;

      if (!g_ptr_array_find (items, item, NULL))
        g_ptr_array_add (items, item);
    }
  cap_card_column_set_title (self->column, NULL, title);
  cap_card_column_show_items (self->column, items);
}

static GtkWidget *
get_selected_cell (CapPlanCalendar *self)
{
  guint week;
  guint weekday;

  if (!cap_month_grid_find (&self->grid, self->selected, &week, &weekday))
    return NULL;

  return self->cells[week * WEEK + weekday];
}

/* Tab enters the month at the day that is picked, and leaves it from there. */
static void
let_focus (CapPlanCalendar *self)
{
  GtkWidget *selected = get_selected_cell (self);

  for (guint i = 0; i < N_DAYS; i++)
    gtk_widget_set_focusable (self->cells[i], self->cells[i] == selected);
}

static void
select_day (CapPlanCalendar *self,
            int              day,
            gboolean         focus)
{
  g_autofree char *iso = cap_date_from_days (day);

  if (iso == NULL)
    return;

  self->selected = day;
  show_month (self);
  show_day (self);
  if (focus)
    {
      GtkWidget *cell = get_selected_cell (self);

      gtk_widget_set_focusable (cell, TRUE);
      gtk_widget_grab_focus (cell);
    }
  let_focus (self);
}

static void
cap_plan_calendar_update (CapPlanView *view)
{
  CapPlanCalendar *self = CAP_PLAN_CALENDAR (view);

  if (self->selected == 0)
    self->selected = MAX (get_day (cap_plan_model_get_today (get_model (self))), 1);
  fill_days (self);
  select_day (self, self->selected, FALSE);
}

static CapPlanItem *
cap_plan_calendar_find_item (CapPlanView *view,
                             GtkWidget   *inside)
{
  GtkWidget *cell = gtk_widget_get_ancestor (inside, CAP_TYPE_CALENDAR_DAY);
  const CapCalendarEntry *entry = cell != NULL ? cap_calendar_day_find_entry (CAP_CALENDAR_DAY (cell), inside)
                                               : NULL;

  if (cell == NULL)
    return CAP_PLAN_VIEW_CLASS (cap_plan_calendar_parent_class)->find_item (view, inside);

  return entry != NULL ? entry->item : NULL;
}

/* Among the cards of its day. */
static gboolean
cap_plan_calendar_focus_item (CapPlanView *view,
                              CapPlanItem *item)
{
  CapPlanCalendar *self = CAP_PLAN_CALENDAR (view);
  const CapAction *action = cap_plan_item_get_action (item);
  const int due = get_day (action->due);
  const int check = get_day (action->check_due);

  if (due != self->selected && check != self->selected)
    select_day (self, due != 0 ? due : MAX (check, self->selected), FALSE);

  return cap_card_column_focus_item (self->column, item);
}

static gboolean
has_cell_focus (CapPlanCalendar *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  return focus != NULL && CAP_IS_CALENDAR_DAY (focus) &&
         gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

static gboolean
cap_plan_calendar_go (CapPlanView *view,
                      int          dx,
                      int          dy)
{
  CapPlanCalendar *self = CAP_PLAN_CALENDAR (view);

  if (has_cell_focus (self))
    {
      select_day (self, self->selected + dx + WEEK * dy, TRUE);
      return TRUE;
    }

  if (dx == 0 || cap_plan_view_find_focused (view) == NULL)
    return FALSE;

  /* From the cards back to their day. */
  select_day (self, self->selected, TRUE);

  return TRUE;
}

static void
shift_date (CapAction    *action,
            gconstpointer data)
{
  const Shift *shift = data;
  char **date = shift->check ? &action->check_due : &action->due;
  g_autofree char *later = *date != NULL ? cap_date_add_days (*date, shift->days) : NULL;

  if (later != NULL)
    cap_set_string (date, later);
}

static void
shift (CapPlanCalendar *self,
       CapPlanItem     *item,
       gboolean         check,
       int              days)
{
  const CapAction *action = cap_plan_item_get_action (item);
  const Shift by = { days, check };
  const int day = get_day (check ? action->check_due : action->due);
  g_autofree char *iso = day != 0 ? cap_date_from_days (day + days) : NULL;
  g_autofree char *text = iso != NULL ? cap_date_format_long (iso) : NULL;
  g_autofree char *outcome = NULL;

  if (text == NULL)
    return;

  if (check)
    /* Translators: the day that the effect of an action is to be checked */
    outcome = g_strdup_printf (_("effect to be checked on %s"), text);
  else
    /* Translators: a date */
    outcome = g_strdup_printf (_("due on %s"), text);
  if (cap_plan_view_change (CAP_PLAN_VIEW (self), item, shift_date, &by, outcome))
    self->selected = day + days;
}

static gboolean
is_check_of_day (CapPlanCalendar *self,
                 CapPlanItem     *item)
{
  const CapAction *action = cap_plan_item_get_action (item);

  return get_day (action->due) != self->selected && get_day (action->check_due) == self->selected;
}

static gboolean
cap_plan_calendar_move (CapPlanView *view,
                        CapPlanItem *item,
                        int          dx,
                        int          dy)
{
  CapPlanCalendar *self = CAP_PLAN_CALENDAR (view);

  shift (self, item, is_check_of_day (self, item), dx + WEEK * dy);

  return TRUE;
}

static void
dropped_cb (CapPlanCalendar *self,
            CapPlanItem     *item,
            CapCalendarDay  *cell)
{
  const CapAction *action = cap_plan_item_get_action (item);
  const int from = action != NULL ? get_day (self->takes_check ? action->check_due : action->due) : 0;

  if (from != 0)
    shift (self, item, self->takes_check, cap_calendar_day_get_day (cell) - from);
}

/* What is taken may be dragged: whether it is a due date or a check is seen now. */
static void
pressed_cb (CapPlanCalendar *self,
            int              n_press,
            double           x,
            double           y)
{
  GtkWidget *inside = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *cell = inside != NULL ? gtk_widget_get_ancestor (inside, CAP_TYPE_CALENDAR_DAY) : NULL;
  const CapCalendarEntry *entry = cell != NULL ? cap_calendar_day_find_entry (CAP_CALENDAR_DAY (cell), inside)
                                               : NULL;
  CapPlanItem *item = cell == NULL && inside != NULL && inside != GTK_WIDGET (self)
    ? cap_plan_calendar_find_item (CAP_PLAN_VIEW (self), inside) : NULL;

  self->takes_check = entry != NULL ? entry->check : item != NULL && is_check_of_day (self, item);
}

static void
picked_cb (CapPlanCalendar *self,
           CapPlanItem     *item,
           CapCalendarDay  *cell)
{
  select_day (self, cap_calendar_day_get_day (cell), TRUE);
  if (item != NULL)
    cap_plan_view_open (CAP_PLAN_VIEW (self), item);
}

/* The only action of the day is opened; among several one is chosen first. */
static gboolean
open_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  CapPlanCalendar *self = CAP_PLAN_CALENDAR (widget);
  CapPlanItem *item = cap_plan_view_find_focused (CAP_PLAN_VIEW (self));

  if (!has_cell_focus (self))
    return FALSE;

  if (item != NULL)
    cap_plan_view_open (CAP_PLAN_VIEW (self), item);
  else
    cap_card_column_focus_at (self->column, 0);

  return TRUE;
}

static void
go_month_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  CapPlanCalendar *self = CAP_PLAN_CALENDAR (widget);
  g_autofree char *iso = cap_date_from_days (self->selected);
  g_autofree char *other = cap_date_add_months (iso, g_variant_get_int32 (parameter));

  if (other != NULL)
    select_day (self, get_day (other), has_cell_focus (self));
}

static gboolean
page_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  if (!has_cell_focus (CAP_PLAN_CALENDAR (widget)))
    return FALSE;

  gtk_widget_activate_action (widget, "calendar.go-month", "i", g_variant_get_int32 (arguments));

  return TRUE;
}

static void
show_today_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  CapPlanCalendar *self = CAP_PLAN_CALENDAR (widget);

  select_day (self, get_day (cap_plan_model_get_today (get_model (self))), TRUE);
}

static void
cap_plan_calendar_finalize (GObject *object)
{
  g_hash_table_unref (CAP_PLAN_CALENDAR (object)->days);

  G_OBJECT_CLASS (cap_plan_calendar_parent_class)->finalize (object);
}

static void
cap_plan_calendar_class_init (CapPlanCalendarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CapPlanViewClass *view_class = CAP_PLAN_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cap_plan_calendar_finalize;
  view_class->update = cap_plan_calendar_update;
  view_class->find_item = cap_plan_calendar_find_item;
  view_class->focus_item = cap_plan_calendar_focus_item;
  view_class->go = cap_plan_calendar_go;
  view_class->move = cap_plan_calendar_move;

  gtk_widget_class_install_action (widget_class, "calendar.go-month", "i", go_month_cb);
  gtk_widget_class_install_action (widget_class, "calendar.show-today", NULL, show_today_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, 0, "calendar.show-today", NULL);
}

static void
cap_plan_calendar_init (CapPlanCalendar *self)
{
  CapPlanView *view = CAP_PLAN_VIEW (self);
  GtkGesture *click = gtk_gesture_click_new ();

  self->days = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  cap_plan_view_let_drag (view);
  cap_plan_view_add_key (view, GDK_KEY_Return, 0, open_cb, NULL);
  cap_plan_view_add_key (view, GDK_KEY_KP_Enter, 0, open_cb, NULL);
  cap_plan_view_add_key (view, GDK_KEY_Page_Up, 0, page_cb, g_variant_new_int32 (-1));
  cap_plan_view_add_key (view, GDK_KEY_Page_Down, 0, page_cb, g_variant_new_int32 (1));

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static GtkWidget *
create_button (const char *icon,
               const char *name,
               int         months)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "calendar.go-month");
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), g_variant_new_int32 (months));

  return button;
}

static GtkWidget *
create_header (CapPlanCalendar *self)
{
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *today = gtk_button_new_with_label (_("Today"));

  gtk_box_append (GTK_BOX (header), create_button ("go-previous-symbolic", _("Previous month"), -1));
  self->title = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->title, "title-4");
  gtk_label_set_width_chars (GTK_LABEL (self->title), 16);
  gtk_box_append (GTK_BOX (header), self->title);
  gtk_box_append (GTK_BOX (header), create_button ("go-next-symbolic", _("Next month"), 1));
  gtk_widget_add_css_class (today, "flat");
  gtk_widget_set_tooltip_text (today, _("Go to today (T)"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (today), "calendar.show-today");
  gtk_box_append (GTK_BOX (header), today);

  return header;
}

static GtkWidget *
create_month (CapPlanCalendar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_widget_add_css_class (grid, "month");
  for (guint i = 0; i < WEEK; i++)
    {
      GtkWidget *label = gtk_label_new (cap_date_get_weekday (i));

      gtk_widget_add_css_class (label, "dim-label");
      gtk_grid_attach (GTK_GRID (grid), label, (int) i, 0, 1, 1);
    }
  for (guint i = 0; i < N_DAYS; i++)
    {
      self->cells[i] = cap_calendar_day_new ();
      g_signal_connect_object (self->cells[i], "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->cells[i], "dropped", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
      gtk_grid_attach (GTK_GRID (grid), self->cells[i], (int) i % WEEK, (int) i / WEEK + 1, 1, 1);
    }
  gtk_widget_set_vexpand (grid, TRUE);
  gtk_box_append (GTK_BOX (box), create_header (self));
  gtk_box_append (GTK_BOX (box), grid);

  return box;
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *body)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* The month, and beside it or below it the day. */
static void
measure_body (GtkWidget      *body,
              GtkOrientation  orientation,
              int             for_size,
              int            *minimum,
              int            *natural,
              int            *minimum_baseline,
              int            *natural_baseline)
{
  GtkWidget *month = gtk_widget_get_first_child (body);

  gtk_widget_measure (month, orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size < WIDE_FROM)
    *minimum += GAP + SIDE_HEIGHT;
  *natural = MAX (*natural, *minimum);
}

static void
allocate_body (GtkWidget *body,
               int        width,
               int        height,
               int        baseline)
{
  GtkWidget *month = gtk_widget_get_first_child (body);
  GtkWidget *day = gtk_widget_get_next_sibling (month);
  const gboolean wide = width >= WIDE_FROM;
  const int month_width = wide ? width - GAP - SIDE_WIDTH : width;
  const int month_height = wide ? height : height - GAP - SIDE_HEIGHT;

  gtk_widget_size_allocate (month, &(GtkAllocation) { 0, 0, month_width, month_height }, -1);
  gtk_widget_size_allocate (day,
                            &(GtkAllocation) {
                              wide ? month_width + GAP : 0, wide ? 0 : month_height + GAP,
                              wide ? SIDE_WIDTH : width, wide ? height : SIDE_HEIGHT,
                            }, -1);
}

GtkWidget *
cap_plan_calendar_new (CapPlanModel *model)
{
  CapPlanCalendar *self;
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  g_return_val_if_fail (CAP_IS_PLAN_MODEL (model), NULL);

  self = g_object_new (CAP_TYPE_PLAN_CALENDAR, NULL);
  cap_plan_view_set_model (CAP_PLAN_VIEW (self), model);
  self->column = CAP_CARD_COLUMN (cap_card_column_new (model, FALSE));
  gtk_box_append (GTK_BOX (body), create_month (self));
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (self->column));
  gtk_widget_set_layout_manager (body, gtk_custom_layout_new (get_request_mode, measure_body, allocate_body));
  gtk_widget_add_css_class (body, "calendar");

  gtk_widget_set_focusable (scrolled, FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), body);
  gtk_widget_set_parent (scrolled, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}
