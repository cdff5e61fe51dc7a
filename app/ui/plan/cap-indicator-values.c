/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/plan/cap-indicator-values.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "plan/cap-indicator-text.h"

/**
 * CapIndicatorValues:
 *
 * The values of an indicator, newest first. Their rows are made when it is
 * unfolded.
 */
struct _CapIndicatorValues
{
  AdwExpanderRow  parent_instance;

  CapIndicator   *indicator;
  GPtrArray      *rows;       /* (element-type AdwActionRow): borrowed */
  guint           read_only : 1;
};

G_DEFINE_FINAL_TYPE (CapIndicatorValues, cap_indicator_values, ADW_TYPE_EXPANDER_ROW)

enum
{
  REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
remove_clicked_cb (CapIndicatorValues *self,
                   GtkWidget          *button)
{
  g_autofree char *date = g_strdup (gtk_widget_get_name (button));

  g_signal_emit (self, signals[REMOVED], 0, date);
}

static GtkWidget *
new_remove_button (CapIndicatorValues      *self,
                   const CapIndicatorValue *value)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *date = cap_date_format_long (value->date);
  g_autofree char *name = NULL;

  /* Translators: a date */
  name = g_strdup_printf (_("Remove the value of %s"), date);
  gtk_widget_set_name (button, value->date);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static void
add_value (CapIndicatorValues      *self,
           const CapIndicatorValue *value)
{
  GtkWidget *row = adw_action_row_new ();
  CapIndicatorStatus status = cap_indicator_rate_value (self->indicator, value->thousandths);
  g_autofree char *text = cap_indicator_format_value (self->indicator, value);
  g_autofree char *title = g_markup_escape_text (text, -1);
  g_autoptr(GString) subtitle = g_string_new (NULL);
  g_autofree char *safe = NULL;

  if (status != CAP_INDICATOR_NO_TARGET)
    g_string_append (subtitle, cap_indicator_status_get_label (status));
  if (value->comment != NULL)
    g_string_append_printf (subtitle, "%s%s", subtitle->len > 0 ? " · " : "", value->comment);
  safe = g_markup_escape_text (subtitle->str, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), safe);
  if (!self->read_only)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_remove_button (self, value));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
show_values (CapIndicatorValues *self)
{
  if (!adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)) || self->indicator == NULL ||
      self->rows->len > 0)
    return;

  for (guint i = self->indicator->values->len; i > 0; i--)
    add_value (self, g_ptr_array_index (self->indicator->values, i - 1));
}

static void
drop_rows (CapIndicatorValues *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

static void
cap_indicator_values_finalize (GObject *object)
{
  CapIndicatorValues *self = CAP_INDICATOR_VALUES (object);

  g_clear_pointer (&self->indicator, cap_indicator_free);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (cap_indicator_values_parent_class)->finalize (object);
}

static void
cap_indicator_values_class_init (CapIndicatorValuesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cap_indicator_values_finalize;

  signals[REMOVED] = g_signal_new ("removed", CAP_TYPE_INDICATOR_VALUES, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
cap_indicator_values_init (CapIndicatorValues *self)
{
  self->rows = g_ptr_array_new ();
  g_signal_connect (self, "notify::expanded", G_CALLBACK (show_values), NULL);
}

/* Returns: (transfer floating): a row without values yet */
GtkWidget *
cap_indicator_values_new (void)
{
  return g_object_new (CAP_TYPE_INDICATOR_VALUES, NULL);
}

void
cap_indicator_values_set_indicator (CapIndicatorValues *self,
                                    const CapIndicator *indicator)
{
  guint n_values;
  g_autofree char *title = NULL;

  g_return_if_fail (CAP_IS_INDICATOR_VALUES (self) && indicator != NULL);

  n_values = indicator->values->len;
  drop_rows (self);
  g_clear_pointer (&self->indicator, cap_indicator_free);
  self->indicator = cap_indicator_copy (indicator);

  /* Translators: number of values of an indicator */
  title = n_values == 0 ? g_strdup (_("No value yet")) :
                          g_strdup_printf (ngettext ("%u value", "%u values", n_values), n_values);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_set_sensitive (GTK_WIDGET (self), n_values > 0);
  show_values (self);
}

/* Values that may not change have no button. */
void
cap_indicator_values_set_read_only (CapIndicatorValues *self,
                                    gboolean            read_only)
{
  g_return_if_fail (CAP_IS_INDICATOR_VALUES (self));

  if (self->read_only == read_only)
    return;

  self->read_only = read_only;
  drop_rows (self);
  show_values (self);
}
