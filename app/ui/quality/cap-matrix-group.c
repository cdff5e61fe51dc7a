/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/quality/cap-matrix-group.h"

/* Returns: (transfer floating): a GtkExpander whose widget name is @title too */
GtkWidget *
cap_matrix_group_new (const char *title)
{
  GtkWidget *expander = gtk_expander_new (NULL);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *list = gtk_list_box_new ();

  gtk_widget_add_css_class (label, "heading");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);

  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  gtk_widget_set_name (expander, title);
  gtk_widget_add_css_class (expander, "matrix-group");
  gtk_expander_set_label_widget (GTK_EXPANDER (expander), label);
  gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);
  gtk_expander_set_child (GTK_EXPANDER (expander), list);
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  return expander;
}

GtkListBox *
cap_matrix_group_get_list (GtkExpander *group)
{
  g_return_val_if_fail (GTK_IS_EXPANDER (group), NULL);

  return GTK_LIST_BOX (gtk_expander_get_child (group));
}
