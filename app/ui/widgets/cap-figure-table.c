/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/widgets/cap-figure-table.h"

#define LABEL_CHARS  46
#define COLUMN_CHARS 14

static void
attach (GtkGrid    *grid,
        const char *text,
        guint       column,
        guint       row,
        const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "label", text,
                                   "xalign", column == 0 ? 0.0f : 1.0f,
                                   "yalign", row == 0 ? 1.0f : 0.5f,
                                   "wrap", TRUE,
                                   "max-width-chars", column == 0 ? LABEL_CHARS : COLUMN_CHARS,
                                   NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_grid_attach (grid, label, (int) column, (int) row, 1, 1);
}

/* The label of a row takes the focus: it is a place to read from. */
static void
attach_row (GtkGrid            *grid,
            const CapFigureRow *row,
            guint               index)
{
  GtkWidget *label;

  attach (grid, row->label, 0, index, (row->flags & CAP_FIGURE_WHOLE) != 0 ? "heading" : NULL);
  label = gtk_grid_get_child_at (grid, 0, (int) index);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, row->name, -1);
  for (guint i = 0; i < row->cells->len; i++)
    attach (grid, cap_figure_row_get (row, i)->text, i + 1, index, "figure-cell");
}

GtkWidget *
cap_figure_table_new (const CapFigure *figure)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());

  g_return_val_if_fail (figure != NULL, NULL);

  gtk_grid_set_column_spacing (grid, 18);
  gtk_grid_set_row_spacing (grid, 8);
  gtk_widget_add_css_class (GTK_WIDGET (grid), "figure-table");
  attach (grid, "", 0, 0, NULL);
  for (guint i = 0; i < figure->columns->len; i++)
    attach (grid, cap_figure_get_column (figure, i), i + 1, 0, "caption-heading");
  for (guint i = 0; i < figure->rows->len; i++)
    attach_row (grid, cap_figure_get_row (figure, i), i + 1);
  gtk_widget_set_hexpand (gtk_grid_get_child_at (grid, 0, 0), TRUE);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (grid));
  gtk_accessible_update_property (GTK_ACCESSIBLE (scroller), GTK_ACCESSIBLE_PROPERTY_LABEL, figure->title,
                                  -1);

  return scroller;
}
