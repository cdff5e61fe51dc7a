/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/widgets/cap-list-cells.h"

/**
 * cap_list_cell_new:
 * @width: of the column in pixels, or 0 for what is left
 * @css_class: (nullable): a “tag” says its word in its middle
 *
 * Returns: (transfer floating): a label that is cut rather than widens its column
 */
GtkWidget *
cap_list_cell_new (int         width,
                   const char *css_class)
{
  GtkWidget *cell = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (cell), g_strcmp0 (css_class, "tag") == 0 ? 0.5f : 0);
  gtk_label_set_ellipsize (GTK_LABEL (cell), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (cell), 1); /* the width is that of the column */
  gtk_widget_set_valign (cell, GTK_ALIGN_CENTER);
  if (width == 0)
    gtk_widget_set_hexpand (cell, TRUE);
  else
    gtk_widget_set_size_request (cell, width, -1);
  if (css_class != NULL)
    gtk_widget_add_css_class (cell, css_class);

  return cell;
}

/* Returns: (transfer none): the child of that rank, from 0; @row has as many */
GtkWidget *
cap_list_cells_get (GtkWidget *row,
                    guint      index)
{
  GtkWidget *cell = gtk_widget_get_first_child (row);

  while (index-- > 0)
    cell = gtk_widget_get_next_sibling (cell);

  return cell;
}

/* @text: (nullable): a dash says that there is nothing */
void
cap_list_cells_say (GtkWidget  *row,
                    guint       index,
                    const char *text)
{
  gtk_label_set_text (GTK_LABEL (cap_list_cells_get (row, index)), text != NULL ? text : "–");
}
