/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/widgets/cap-row-name.h"

void
cap_row_set_name (GtkWidget  *row,
                  const char *title)
{
  g_return_if_fail (ADW_IS_PREFERENCES_ROW (row) && title != NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}
