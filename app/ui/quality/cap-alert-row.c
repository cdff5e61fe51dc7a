/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/quality/cap-alert-row.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"

/* By CapSeverity: a shape and a colour; the word is in the row. */
static const struct
{
  const char *icon;
  const char *css_class;
} severities[CAP_N_SEVERITIES] = {
  [CAP_SEVERITY_SERIOUS] = { "dialog-error-symbolic", "error" },
  [CAP_SEVERITY_LOOK] = { "dialog-warning-symbolic", "warning" },
  [CAP_SEVERITY_ADVICE] = { "dialog-information-symbolic", "accent" },
};

static GtkWidget *
new_icon (CapSeverity severity)
{
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE,
                                  "icon-name", severities[severity].icon,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  NULL);

  gtk_widget_add_css_class (icon, severities[severity].css_class);

  return icon;
}

/* The row gives its title as a name to itself and to what it activates: it would be said twice. */
static void
say_once (GtkWidget  *widget,
          const char *name)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
new_row (const CapAlert *alert,
         const char     *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *safe_title = g_markup_escape_text (alert->sentence, -1);
  g_autofree char *safe_subtitle = g_markup_escape_text (subtitle, -1);
  g_autofree char *name = g_strjoin (", ", alert->sentence, subtitle, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), safe_title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), safe_subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), new_icon (alert->severity));
  say_once (row, name);

  return row;
}

static GtkWidget *
new_button (const char *label,
            const char *name)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return button;
}

static GVariant *
new_target (const CapAlert *alert)
{
  return g_variant_new ("(ss)", alert->check->id, alert->subject);
}

static GMenuModel *
new_menu (const CapAlert *alert)
{
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenuItem) item = g_menu_item_new (C_("warning", "Set Aside…"), NULL);

  g_menu_item_set_action_and_target_value (item, "radiography.set-aside", new_target (alert));
  g_menu_append_item (menu, item);

  return G_MENU_MODEL (menu);
}

/* A popover is made only once it is asked for: there may be many rows. */
static void
create_popup_cb (GtkMenuButton *button,
                 gpointer       user_data)
{
  gtk_menu_button_set_popover (button, gtk_popover_menu_new_from_model (G_MENU_MODEL (user_data)));
}

static GtkWidget *
new_menu_button (const CapAlert *alert)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autofree char *name = NULL;

  /* Translators: the code or the title of what a warning is about */
  name = g_strdup_printf (_("More about %s"), alert->name);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create_popup_cb, new_menu (alert),
                                         g_object_unref);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("More"));
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return button;
}

/**
 * cap_alert_row_new:
 * @editable: whether it may be set aside: “radiography.set-aside” (check, subject)
 *
 * Returns: (transfer floating): a row that says what was found and opens the place
 */
GtkWidget *
cap_alert_row_new (const CapAlert *alert,
                   gboolean        editable)
{
  GtkWidget *row;
  GtkWidget *open;
  g_autofree char *subtitle = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (alert != NULL, NULL);

  /* Translators: a severity, then what was looked for */
  subtitle = g_strdup_printf (_("%1$s – %2$s"), cap_severity_get_label (alert->severity),
                              gettext (alert->check->title));
  row = new_row (alert, subtitle);

  /* Translators: the code or the title of what a warning is about */
  name = g_strdup_printf (_("Open %s"), alert->name);
  open = new_button (_("Open"), name);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (open), "s", alert->address);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (open), "journey.open");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), open);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), open);
  say_once (open, name);
  if (editable)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_menu_button (alert));

  return row;
}

static char *
dup_reason (const CapAlert *alert)
{
  g_autofree char *day = alert->since != NULL ? cap_date_format_long (alert->since) : NULL;

  if (day == NULL)
    return g_strdup (alert->reason);

  /* Translators: why a warning was set aside, then the day */
  return g_strdup_printf (_("%1$s – set aside on %2$s"), alert->reason, day);
}

/**
 * cap_alert_row_new_aside:
 * @editable: whether it may come back: “radiography.speak” (check, subject)
 *
 * Returns: (transfer floating): a row that says why a warning was set aside
 */
GtkWidget *
cap_alert_row_new_aside (const CapAlert *alert,
                         gboolean        editable)
{
  GtkWidget *row;
  GtkWidget *speak;
  g_autofree char *reason = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (alert != NULL && alert->reason != NULL, NULL);

  reason = dup_reason (alert);
  row = new_row (alert, reason);
  if (!editable)
    return row;

  /* Translators: the code or the title of what a warning is about */
  name = g_strdup_printf (_("Warn again about %s"), alert->name);
  speak = new_button (_("Warn Again"), name);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (speak), new_target (alert));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (speak), "radiography.speak");
  gtk_widget_add_css_class (speak, "flat");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), speak);

  return row;
}
