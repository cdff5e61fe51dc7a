/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/quality/cap-standing-row.h"

#include <glib/gi18n.h>

#include "ui/widgets/cap-tag.h"

/* The icon only helps: the word is beside. */
static const struct
{
  const char *icon;
  const char *icon_class;
  const char *tag_class;
} looks[CAP_N_STANDINGS] = {
  [CAP_STANDING_MISSING] = { "dialog-error-symbolic", "error", "warning-tag" },
  [CAP_STANDING_OUTDATED] = { "document-open-recent-symbolic", "warning", "warning-tag" },
  [CAP_STANDING_WEAK] = { "dialog-warning-symbolic", "warning", NULL },
  [CAP_STANDING_THERE] = { "object-select-symbolic", "success", "accent-tag" },
  [CAP_STANDING_NOT_APPLICABLE] = { "action-unavailable-symbolic", "dim-label", NULL },
};

static GtkWidget *
new_open_button (const char *title,
                 const char *address)
{
  GtkWidget *button = gtk_button_new_with_label (_("Open"));
  g_autofree char *name = NULL;

  /* Translators: %s is what the button opens */
  name = g_strdup_printf (_("Open: %s"), title);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", address);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "journey.open");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return button;
}

/* Returns: (transfer floating): the row */
GtkWidget *
cap_standing_row_new (CapStanding  standing,
                      const char  *title,
                      const char  *sentence,
                      const char  *address)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon;
  GtkWidget *button;

  g_return_val_if_fail ((guint) standing < CAP_N_STANDINGS && title != NULL && address != NULL, row);

  icon = gtk_image_new_from_icon_name (looks[standing].icon);
  button = new_open_button (title, address);
  gtk_widget_add_css_class (icon, looks[standing].icon_class);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), sentence);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             cap_tag_new (cap_standing_get_label (standing), looks[standing].tag_class));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_widget_set_focusable (row, FALSE);

  return row;
}
