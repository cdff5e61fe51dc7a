/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/plan/cap-figure-tile.h"

/**
 * CapFigureTile:
 *
 * One figure of the plan, and how it is counted one key away.
 */
struct _CapFigureTile
{
  GtkWidget    parent_instance;

  /* Template children */
  GtkLabel    *title;
  GtkLabel    *figure;
  GtkLabel    *detail;
  GtkExpander *expander;
  GtkLabel    *definition;
};

G_DEFINE_FINAL_TYPE (CapFigureTile, cap_figure_tile, GTK_TYPE_WIDGET)

static void
cap_figure_tile_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (cap_figure_tile_parent_class)->dispose (object);
}

static void
cap_figure_tile_class_init (CapFigureTileClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_figure_tile_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-figure-tile.ui");
  gtk_widget_class_bind_template_child (widget_class, CapFigureTile, title);
  gtk_widget_class_bind_template_child (widget_class, CapFigureTile, figure);
  gtk_widget_class_bind_template_child (widget_class, CapFigureTile, detail);
  gtk_widget_class_bind_template_child (widget_class, CapFigureTile, expander);
  gtk_widget_class_bind_template_child (widget_class, CapFigureTile, definition);

  gtk_widget_class_set_css_name (widget_class, "figuretile");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cap_figure_tile_init (CapFigureTile *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
}

/**
 * cap_figure_tile_show:
 * @which: what is counted
 * @figure: the figure in writing
 * @detail: what it rests on
 */
void
cap_figure_tile_show (CapFigureTile *self,
                      CapPlanFigure  which,
                      const char    *figure,
                      const char    *detail)
{
  const char *title;
  g_autofree char *name = NULL;
  g_autofree char *question = NULL;

  g_return_if_fail (CAP_IS_FIGURE_TILE (self) && figure != NULL && detail != NULL);

  title = cap_plan_figure_get_label (which);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->figure, figure);
  gtk_label_set_text (self->detail, detail);
  gtk_label_set_text (self->definition, cap_plan_figure_get_definition (which));

  name = g_strdup_printf ("%s: %s, %s", title, figure, detail);
  question = g_strdup_printf ("%s – %s", gtk_expander_get_label (self->expander), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL, question,
                                  -1);
}
