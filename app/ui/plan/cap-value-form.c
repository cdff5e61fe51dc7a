/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/plan/cap-value-form.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-number.h"
#include "base/cap-text.h"
#include "ui/widgets/cap-date-row.h"
#include "ui/widgets/cap-fault-row.h"

/**
 * CapValueForm:
 *
 * A value to add to an indicator: its day, how much, and why. The fields stay
 * as they are until the value is sound.
 */
struct _CapValueForm
{
  AdwExpanderRow  parent_instance;

  char           *today;

  GtkWidget      *date;
  GtkWidget      *date_fault;
  GtkWidget      *value;
  GtkWidget      *value_fault;
  GtkWidget      *comment;
};

G_DEFINE_FINAL_TYPE (CapValueForm, cap_value_form, ADW_TYPE_EXPANDER_ROW)

enum
{
  ENTERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_fault (GtkWidget  *row,
            const char *sentence)
{
  cap_fault_row_set_sentence (CAP_FAULT_ROW (row), sentence);
}

static gboolean
check_date (CapValueForm *self)
{
  const char *date = cap_date_row_get_date (CAP_DATE_ROW (self->date));
  const char *fault = NULL;

  if (date == NULL)
    fault = _("Say on which day it was measured.");
  else if (strcmp (date, self->today) > 0)
    fault = _("This day is still to come: nothing could be measured yet.");
  show_fault (self->date_fault, fault);

  return fault == NULL;
}

static gboolean
check_value (CapValueForm *self,
             gint64       *thousandths)
{
  gboolean is_number = cap_number_parse_thousandths (gtk_editable_get_text (GTK_EDITABLE (self->value)),
                                                     thousandths);

  show_fault (self->value_fault, is_number ? NULL : _("Write a number, such as 12 or 12.5."));

  return is_number;
}

static void
date_chosen_cb (CapValueForm *self)
{
  check_date (self);
}

static void
value_left_cb (CapValueForm *self)
{
  gint64 thousandths;

  if (self->value != NULL && gtk_editable_get_text (GTK_EDITABLE (self->value))[0] != '\0')
    check_value (self, &thousandths);
}

/* Each fault is looked for, so that all of them are said at once. */
static void
add_cb (CapValueForm *self)
{
  g_autofree char *comment = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->comment))));
  g_autofree char *date = g_strdup (cap_date_row_get_date (CAP_DATE_ROW (self->date)));
  gboolean has_date = check_date (self);
  gint64 thousandths;

  if (!check_value (self, &thousandths) || !has_date)
    {
      gtk_widget_grab_focus (has_date ? self->value : self->date);
      return;
    }

  gtk_editable_set_text (GTK_EDITABLE (self->value), "");
  gtk_editable_set_text (GTK_EDITABLE (self->comment), "");
  cap_date_row_set_date (CAP_DATE_ROW (self->date), self->today);
  gtk_widget_grab_focus (self->value);
  g_signal_emit (self, signals[ENTERED], 0, date, thousandths, comment[0] != '\0' ? comment : NULL);
}

static GtkWidget *
add_entry (CapValueForm *self,
           const char   *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);

  return row;
}

static GtkWidget *
add_fault (CapValueForm *self,
           GtkWidget    *field)
{
  GtkWidget *row = cap_fault_row_new (field);

  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);

  return row;
}

static void
add_button (CapValueForm *self)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_("Add the value"));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("The value that this day had is replaced"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
expanded_cb (CapValueForm *self)
{
  GtkEventController *focus;

  if (self->date != NULL || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;

  self->date = cap_date_row_new (_("Day"));
  cap_date_row_set_date (CAP_DATE_ROW (self->date), self->today);
  g_signal_connect_object (self->date, "chosen", G_CALLBACK (date_chosen_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->date);
  self->date_fault = add_fault (self, self->date);

  self->value = add_entry (self, _("Value"));
  focus = gtk_event_controller_focus_new ();
  g_signal_connect_object (focus, "leave", G_CALLBACK (value_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->value, focus);
  self->value_fault = add_fault (self, self->value);

  self->comment = add_entry (self, _("Comment"));
  add_button (self);
}

/* What loses the focus on its way out is not looked at. */
static void
cap_value_form_dispose (GObject *object)
{
  CAP_VALUE_FORM (object)->value = NULL;

  G_OBJECT_CLASS (cap_value_form_parent_class)->dispose (object);
}

static void
cap_value_form_finalize (GObject *object)
{
  g_free (CAP_VALUE_FORM (object)->today);

  G_OBJECT_CLASS (cap_value_form_parent_class)->finalize (object);
}

static void
cap_value_form_class_init (CapValueFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cap_value_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_value_form_finalize;

  signals[ENTERED] = g_signal_new ("entered", CAP_TYPE_VALUE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_INT64, G_TYPE_STRING);
}

static void
cap_value_form_init (CapValueForm *self)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _("Add a value"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add a value"), -1);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
}

/* Returns: (transfer floating): a folded form */
GtkWidget *
cap_value_form_new (void)
{
  return g_object_new (CAP_TYPE_VALUE_FORM, NULL);
}

/**
 * cap_value_form_set_today:
 * @today: ISO 8601: the day that is offered
 */
void
cap_value_form_set_today (CapValueForm *self,
                          const char   *today)
{
  g_return_if_fail (CAP_IS_VALUE_FORM (self) && today != NULL);

  cap_set_string (&self->today, today);
}
