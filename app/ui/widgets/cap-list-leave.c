/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/widgets/cap-list-leave.h"

/* GtkListView would take Tab through each of its rows: there can be thousands. */
gboolean
cap_list_leave (GtkWidget *widget,
                GVariant  *arguments,
                gpointer   user_data)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (widget));
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (root));
  GtkWidget *list = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_VIEW) : NULL;

  if (list == NULL)
    return FALSE;

  gtk_widget_set_can_focus (list, FALSE);
  gtk_widget_child_focus (root, (GtkDirectionType) g_variant_get_int32 (arguments));
  gtk_widget_set_can_focus (list, TRUE);

  return TRUE;
}
