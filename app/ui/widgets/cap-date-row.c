/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/widgets/cap-date-row.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "base/cap-locale.h"
#include "base/cap-text.h"

/**
 * CapDateRow:
 *
 * A date that is typed as people write it (12/03/2027, 2027-03-12) or picked
 * in a calendar. What is not a date is marked and said; the last good date
 * stays.
 */
struct _CapDateRow
{
  AdwEntryRow  parent_instance;

  char        *title;
  char        *date;     /* ISO 8601, or NULL */
  GtkWidget   *button;
  GtkWidget   *calendar;

  guint        silent : 1;
};

G_DEFINE_FINAL_TYPE (CapDateRow, cap_date_row, ADW_TYPE_ENTRY_ROW)

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* As it can be typed again. */
static char *
dup_shown (const char *date)
{
  if (date == NULL)
    return g_strdup ("");

  if (!g_str_equal (cap_locale_get_language (), "fr"))
    return g_strdup (date);

  return g_strdup_printf ("%.2s/%.2s/%.4s", date + 8, date + 5, date);
}

static void
show_date (CapDateRow *self)
{
  g_autofree char *text = dup_shown (self->date);

  self->silent = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self), text);
  self->silent = FALSE;
}

static void
mark (CapDateRow *self,
      gboolean    valid)
{
  g_autofree char *title = NULL;

  /* Translators: the name of a field for a date */
  title = valid ? g_strdup (self->title) : g_strdup_printf (_("%s: write it as 12/03/2027"), self->title);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);

  if (valid)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
}

static void
take_date (CapDateRow *self,
           const char *date)
{
  mark (self, TRUE);

  if (!cap_set_string (&self->date, date))
    return;

  show_date (self);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
finished_cb (CapDateRow *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self))));
  g_autofree char *date = NULL;

  if (self->silent)
    return;

  if (text[0] == '\0')
    {
      take_date (self, NULL);
      return;
    }

  date = cap_date_parse (text);
  if (date != NULL)
    take_date (self, date);
  else
    mark (self, FALSE);
}

static void
edited_cb (CapDateRow *self)
{
  if (!self->silent && gtk_widget_has_css_class (GTK_WIDGET (self), "error"))
    mark (self, TRUE);
}

static void
day_selected_cb (CapDateRow *self)
{
  g_autoptr(GDateTime) day = gtk_calendar_get_date (GTK_CALENDAR (self->calendar));
  g_autofree char *date = g_date_time_format (day, "%Y-%m-%d");

  if (self->silent)
    return;

  take_date (self, date);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
}

static void
show_in_calendar (CapDateRow *self)
{
  g_autofree char *midnight = NULL;
  g_autoptr(GDateTime) day = NULL;

  if (self->date == NULL)
    return;

  midnight = g_strconcat (self->date, "T00:00:00Z", NULL);
  day = g_date_time_new_from_iso8601 (midnight, NULL);

  if (day == NULL)
    return;

  self->silent = TRUE;
  gtk_calendar_select_day (GTK_CALENDAR (self->calendar), day);
  self->silent = FALSE;
}

/* The calendar is made when it is first asked for: a plan has many dates. */
static void
create_popup (GtkMenuButton *button,
              gpointer       user_data)
{
  CapDateRow *self = CAP_DATE_ROW (user_data);

  if (self->calendar == NULL)
    {
      GtkWidget *popover = gtk_popover_new ();

      self->calendar = gtk_calendar_new ();
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->calendar),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, self->title, -1);
      g_signal_connect_object (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_popover_set_child (GTK_POPOVER (popover), self->calendar);
      gtk_menu_button_set_popover (button, popover);
    }

  show_in_calendar (self);
}

static void
cap_date_row_finalize (GObject *object)
{
  CapDateRow *self = CAP_DATE_ROW (object);

  g_free (self->title);
  g_free (self->date);

  G_OBJECT_CLASS (cap_date_row_parent_class)->finalize (object);
}

/* The first title that it is given, by code or by a template, says what the date is: later ones tell of a
 * fault. */
static void
titled_cb (CapDateRow *self)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));
  g_autofree char *name = NULL;

  if (self->title != NULL || *title == '\0')
    return;

  self->title = g_strdup (title);

  /* Translators: the name of a field for a date */
  name = g_strdup_printf (_("%s: choose in a calendar"), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
cap_date_row_class_init (CapDateRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cap_date_row_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", CAP_TYPE_DATE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static void
cap_date_row_init (CapDateRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "x-office-calendar-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), create_popup, self, NULL);
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_tooltip_text (self->button, _("Choose in a Calendar"));
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), self->button);

  g_signal_connect (self, "notify::title", G_CALLBACK (titled_cb), NULL);
  g_signal_connect (self, "changed", G_CALLBACK (edited_cb), NULL);
  g_signal_connect (self, "entry-activated", G_CALLBACK (finished_cb), NULL);
  g_signal_connect_object (focus, "leave", G_CALLBACK (finished_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/**
 * cap_date_row_new:
 * @title: what the date is
 *
 * Returns: (transfer floating): a row without date
 */
GtkWidget *
cap_date_row_new (const char *title)
{
  g_return_val_if_fail (title != NULL, NULL);

  return g_object_new (CAP_TYPE_DATE_ROW, "title", title, NULL);
}

/**
 * cap_date_row_get_date:
 *
 * Returns: (nullable): the last good date, ISO 8601
 */
const char *
cap_date_row_get_date (CapDateRow *self)
{
  g_return_val_if_fail (CAP_IS_DATE_ROW (self), NULL);

  return self->date;
}

/**
 * cap_date_row_set_date:
 * @date: (nullable): ISO 8601
 */
void
cap_date_row_set_date (CapDateRow *self,
                       const char *date)
{
  g_return_if_fail (CAP_IS_DATE_ROW (self));

  if (cap_set_string (&self->date, date))
    show_date (self);
}
