/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/plan/cap-calendar-day.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "plan/cap-action-text.h"

#define N_CHIPS 3

struct _CapCalendarDay
{
  GtkWidget  parent_instance;

  int        day;
  GArray    *entries; /* (element-type CapCalendarEntry) */

  /* Children */
  GtkWidget *number;
  GtkWidget *more;
  GtkWidget *chips[N_CHIPS];
};

G_DEFINE_FINAL_TYPE (CapCalendarDay, cap_calendar_day, GTK_TYPE_WIDGET)

enum
{
  PICKED,
  DROPPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
set_css_class (GtkWidget  *widget,
               const char *css_class,
               gboolean    wanted)
{
  if (wanted)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

/* What happens that day, as a sign; a late one does not rely on its colour. */
static const char *
get_sign (const CapCalendarEntry *entry,
          gboolean                late)
{
  const CapAction *action = cap_plan_item_get_action (entry->item);

  if (entry->check)
    return action->verdict != CAP_VERDICT_NONE ? "◆" : "◇";

  if (late)
    return "!";

  return cap_action_is_pending (action) ? "●" : "✓";
}

static void
show_chip (GtkWidget              *chip,
           const CapCalendarEntry *entry,
           const char             *today)
{
  const CapAction *action = cap_plan_item_get_action (entry->item);
  const gboolean late = !entry->check && cap_action_is_late (action, today);
  g_autofree char *text = NULL;
  g_autofree char *summary = cap_action_dup_summary (action, today);

  text = g_strdup_printf ("%s %u %s", get_sign (entry, late), action->number, action->title);
  gtk_label_set_text (GTK_LABEL (chip), text);
  gtk_widget_set_tooltip_text (chip, summary);
  set_css_class (chip, "late", late);
}

/* “Tuesday 24 November, today, 2 due dates, 1 check” */
static void
show_name (CapCalendarDay *self,
           const char     *iso,
           const char     *today)
{
  g_autofree char *day = cap_date_format_day (iso);
  GString *name = g_string_new (day);
  guint n_checks = 0;
  guint n_dues;

  for (guint i = 0; i < self->entries->len; i++)
    n_checks += g_array_index (self->entries, CapCalendarEntry, i).check ? 1 : 0;
  n_dues = self->entries->len - n_checks;

  if (g_str_equal (iso, today))
    g_string_append_printf (name, ", %s", _("today"));
  if (n_dues > 0)
    {
      g_string_append (name, ", ");
      g_string_append_printf (name, ngettext ("%u due date", "%u due dates", n_dues), n_dues);
    }
  if (n_checks > 0)
    {
      g_string_append (name, ", ");
      g_string_append_printf (name, ngettext ("%u check", "%u checks", n_checks), n_checks);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
  g_string_free (name, TRUE);
}

static GtkWidget *
pick_chip (CapCalendarDay *self,
           double          x,
           double          y)
{
  return gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
}

static void
released_cb (CapCalendarDay *self,
             int             n_press,
             double          x,
             double          y)
{
  GtkWidget *inside = pick_chip (self, x, y);
  const CapCalendarEntry *entry = NULL;

  for (guint i = 0; i < MIN (N_CHIPS, self->entries->len); i++)
    {
      if (self->chips[i] == inside)
        entry = &g_array_index (self->entries, CapCalendarEntry, i);
    }
  gtk_widget_grab_focus (GTK_WIDGET (self));
  g_signal_emit (self, signals[PICKED], 0, entry != NULL ? entry->item : NULL);
}

static gboolean
dropped_cb (CapCalendarDay *self,
            const GValue   *value)
{
  g_signal_emit (self, signals[DROPPED], 0, g_value_get_object (value));

  return TRUE;
}

static void
cap_calendar_day_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (cap_calendar_day_parent_class)->dispose (object);
}

static void
cap_calendar_day_finalize (GObject *object)
{
  g_array_unref (CAP_CALENDAR_DAY (object)->entries);

  G_OBJECT_CLASS (cap_calendar_day_parent_class)->finalize (object);
}

static void
cap_calendar_day_class_init (CapCalendarDayClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_calendar_day_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_calendar_day_finalize;

  signals[PICKED] = g_signal_new ("picked", CAP_TYPE_CALENDAR_DAY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, CAP_TYPE_PLAN_ITEM);
  signals[DROPPED] = g_signal_new ("dropped", CAP_TYPE_CALENDAR_DAY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, CAP_TYPE_PLAN_ITEM);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "calendarday");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
}

static GtkWidget *
create_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
create_children (CapCalendarDay *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->number = create_label ("day-number");
  gtk_widget_set_hexpand (self->number, TRUE);
  gtk_widget_set_halign (self->number, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (head), self->number);
  self->more = create_label ("day-more");
  gtk_box_append (GTK_BOX (head), self->more);
  gtk_widget_set_parent (head, GTK_WIDGET (self));

  for (guint i = 0; i < N_CHIPS; i++)
    {
      self->chips[i] = create_label ("day-chip");
      gtk_label_set_ellipsize (GTK_LABEL (self->chips[i]), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (self->chips[i]), 1);
      gtk_widget_set_visible (self->chips[i], FALSE);
      gtk_widget_set_parent (self->chips[i], GTK_WIDGET (self));
    }
}

static void
cap_calendar_day_init (CapCalendarDay *self)
{
  GtkDropTarget *target = gtk_drop_target_new (CAP_TYPE_PLAN_ITEM, GDK_ACTION_MOVE);
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->entries = g_array_new (FALSE, FALSE, sizeof (CapCalendarEntry));
  create_children (self);

  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

GtkWidget *
cap_calendar_day_new (void)
{
  return g_object_new (CAP_TYPE_CALENDAR_DAY, NULL);
}

int
cap_calendar_day_get_day (CapCalendarDay *self)
{
  g_return_val_if_fail (CAP_IS_CALENDAR_DAY (self), 0);

  return self->day;
}

void
cap_calendar_day_show (CapCalendarDay *self,
                       int             day,
                       gboolean        inside,
                       const GArray   *entries,
                       const char     *today)
{
  g_autofree char *iso = cap_date_from_days (day);
  g_autofree char *number = NULL;
  g_autofree char *more = NULL;

  g_return_if_fail (CAP_IS_CALENDAR_DAY (self) && iso != NULL && today != NULL);

  self->day = day;
  g_array_set_size (self->entries, 0);
  if (entries != NULL)
    g_array_append_vals (self->entries, entries->data, entries->len);

  number = g_strdup_printf ("%d", (int) g_ascii_strtoll (iso + 8, NULL, 10));
  gtk_label_set_text (GTK_LABEL (self->number), number);
  if (self->entries->len > N_CHIPS)
    more = g_strdup_printf ("+%u", self->entries->len - N_CHIPS);
  gtk_label_set_text (GTK_LABEL (self->more), more != NULL ? more : "");
  for (guint i = 0; i < N_CHIPS; i++)
    {
      gtk_widget_set_visible (self->chips[i], i < self->entries->len);
      if (i < self->entries->len)
        show_chip (self->chips[i], &g_array_index (self->entries, CapCalendarEntry, i), today);
    }
  set_css_class (GTK_WIDGET (self), "outside", !inside);
  set_css_class (GTK_WIDGET (self), "today", g_str_equal (iso, today));
  show_name (self, iso, today);
}

void
cap_calendar_day_set_selected (CapCalendarDay *self,
                               gboolean        selected)
{
  g_return_if_fail (CAP_IS_CALENDAR_DAY (self));

  set_css_class (GTK_WIDGET (self), "selected", selected);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_PRESSED,
                               selected ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

const CapCalendarEntry *
cap_calendar_day_find_entry (CapCalendarDay *self,
                             GtkWidget      *inside)
{
  g_return_val_if_fail (CAP_IS_CALENDAR_DAY (self), NULL);

  for (guint i = 0; i < MIN (N_CHIPS, self->entries->len); i++)
    {
      if (self->chips[i] == inside)
        return &g_array_index (self->entries, CapCalendarEntry, i);
    }

  return self->entries->len == 1 ? &g_array_index (self->entries, CapCalendarEntry, 0) : NULL;
}
