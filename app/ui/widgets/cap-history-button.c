/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/widgets/cap-history-button.h"

#include <glib/gi18n.h>

/**
 * cap_history_button_set:
 * @object: (nullable): whose journal; %NULL for none
 * @name: (nullable): what it is called
 */
void
cap_history_button_set (GtkButton  *button,
                        const char *object,
                        const char *name)
{
  g_autofree char *spoken = NULL;

  g_return_if_fail (GTK_IS_BUTTON (button));

  gtk_widget_set_visible (GTK_WIDGET (button), object != NULL && name != NULL);
  if (object == NULL || name == NULL)
    return;

  /* Translators: %s is one thing of the dossier, as “Answer A1.2” */
  spoken = g_strdup_printf (_("Journal of “%s”"), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), _("What was changed here, when and by whom"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", object, name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.object-history");
}
