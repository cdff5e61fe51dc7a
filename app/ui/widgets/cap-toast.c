/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/widgets/cap-toast.h"

#include <glib/gi18n.h>

static void
name_icon_buttons (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && gtk_button_get_icon_name (GTK_BUTTON (widget)) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Close"), -1);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_icon_buttons (child);
}

static void
name_close_button (AdwToastOverlay *toasts)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (toasts)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (g_str_equal (G_OBJECT_TYPE_NAME (child), "AdwToastWidget"))
        name_icon_buttons (child);
    }
}

/**
 * cap_toast_show:
 * @text: one sentence
 * @button: (nullable): a verb
 * @action_name: (nullable): what @button does
 *
 * Returns: (transfer none): the toast, which goes by itself
 */
AdwToast *
cap_toast_show (AdwToastOverlay *toasts,
                const char      *text,
                const char      *button,
                const char      *action_name)
{
  g_autofree char *title = NULL;
  AdwToast *toast;

  g_return_val_if_fail (ADW_IS_TOAST_OVERLAY (toasts) && text != NULL, NULL);

  title = g_markup_escape_text (text, -1);
  toast = adw_toast_new (title);
  if (button != NULL)
    {
      adw_toast_set_button_label (toast, button);
      adw_toast_set_action_name (toast, action_name);
    }
  adw_toast_overlay_add_toast (toasts, toast);
  name_close_button (toasts);

  return toast;
}
