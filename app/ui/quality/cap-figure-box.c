/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/quality/cap-figure-box.h"

/* Returns: (transfer floating): a figure in a card, with what it counts */
GtkWidget *
cap_figure_box_new_tile (const char *figure,
                         const char *label)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 4,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  GtkWidget *number = gtk_label_new (figure);
  GtkWidget *text = gtk_label_new (label);
  g_autofree char *name = g_strdup_printf ("%s %s", figure, label);

  gtk_label_set_xalign (GTK_LABEL (number), 0);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "figure-box");
  gtk_widget_add_css_class (number, "tile-figure");
  gtk_widget_add_css_class (text, "tile-text");
  gtk_widget_set_size_request (box, 150, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box), text);

  return box;
}

GtkWidget *
cap_figure_box_new_title (const char *text)
{
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_widget_add_css_class (title, "title-4");

  return title;
}

GtkWidget *
cap_figure_box_new_text (const char *css_class)
{
  GtkWidget *text = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (text, css_class);

  return text;
}

GtkWidget *
cap_figure_box_new_chart (const char *name)
{
  GtkWidget *chart = g_object_new (CAP_TYPE_BAR_CHART, NULL);

  gtk_widget_add_css_class (chart, "card");
  gtk_accessible_update_property (GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return chart;
}

/**
 * cap_figure_box_add_bar:
 * @detail: what @title counts; may be empty
 * @value: from 0 to 100
 * @figure: the same, as people read it
 */
void
cap_figure_box_add_bar (CapBarChart *chart,
                        const char  *title,
                        const char  *detail,
                        double       value,
                        const char  *figure)
{
  GtkWidget *row = cap_bar_row_new (title, detail, value, figure);
  g_autofree char *name = detail[0] != '\0' ? g_strdup_printf ("%s: %s, %s", title, figure, detail)
                                            : g_strdup_printf ("%s: %s", title, figure);

  cap_bar_row_set_name (CAP_BAR_ROW (row), name);
  cap_bar_chart_append (chart, CAP_BAR_ROW (row));
}
