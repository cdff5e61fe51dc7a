/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/widgets/cap-figure-view.h"

#include <glib/gi18n.h>

#include "ui/widgets/cap-drawing-view.h"
#include "ui/widgets/cap-figure-table.h"

/**
 * CapFigureView:
 *
 * A [struct@Cap.Figure]: its title, what there is to read in it, its drawing,
 * and the same numbers as a table, one press away, to read or to copy.
 */
struct _CapFigureView
{
  GtkWidget        parent_instance;

  CapFigure       *figure; /* or NULL */

  /* Template children */
  GtkLabel        *title;
  GtkLabel        *reading;
  GtkLabel        *note;
  GtkToggleButton *table_button;
  GtkStack        *stack;
  CapDrawingView  *drawing;
  GtkWidget       *table_box;
};

enum
{
  TARGET_ACTIVATED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (CapFigureView, cap_figure_view, GTK_TYPE_WIDGET)

static guint signals[N_SIGNALS];

/* The table is made when it is asked for. */
static void
show_table (CapFigureView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->table_box)) != NULL)
    gtk_box_remove (GTK_BOX (self->table_box), child);
  if (self->figure != NULL)
    gtk_box_append (GTK_BOX (self->table_box), cap_figure_table_new (self->figure));
}

static void
table_toggled_cb (CapFigureView *self)
{
  gboolean active = gtk_toggle_button_get_active (self->table_button);

  if (active)
    show_table (self);
  gtk_stack_set_visible_child_name (self->stack, active ? "table" : "drawing");
}

static void
copy_clicked_cb (CapFigureView *self)
{
  g_autofree char *text = NULL;

  if (self->figure == NULL)
    return;

  text = cap_figure_dup_tsv (self->figure);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

static void
target_activated_cb (CapFigureView *self,
                     const char    *code)
{
  g_signal_emit (self, signals[TARGET_ACTIVATED], 0, code);
}

static void
cap_figure_view_dispose (GObject *object)
{
  CapFigureView *self = CAP_FIGURE_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->figure, cap_figure_unref);

  G_OBJECT_CLASS (cap_figure_view_parent_class)->dispose (object);
}

static void
cap_figure_view_class_init (CapFigureViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_figure_view_dispose;
  signals[TARGET_ACTIVATED] = g_signal_new ("target-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                            0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (CAP_TYPE_DRAWING_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/coorace/CapCedre/ui/cap-figure-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CapFigureView, title);
  gtk_widget_class_bind_template_child (widget_class, CapFigureView, reading);
  gtk_widget_class_bind_template_child (widget_class, CapFigureView, note);
  gtk_widget_class_bind_template_child (widget_class, CapFigureView, table_button);
  gtk_widget_class_bind_template_child (widget_class, CapFigureView, stack);
  gtk_widget_class_bind_template_child (widget_class, CapFigureView, drawing);
  gtk_widget_class_bind_template_child (widget_class, CapFigureView, table_box);
  gtk_widget_class_bind_template_callback (widget_class, table_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, target_activated_cb);
  gtk_widget_class_set_css_name (widget_class, "figureview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cap_figure_view_init (CapFigureView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
cap_figure_view_new (void)
{
  return g_object_new (CAP_TYPE_FIGURE_VIEW, NULL);
}

void
cap_figure_view_show (CapFigureView *self,
                      CapFigure     *figure)
{
  g_autofree char *name = NULL;

  g_return_if_fail (CAP_IS_FIGURE_VIEW (self) && figure != NULL);

  if (self->figure != NULL && cap_figure_equal (self->figure, figure))
    return;

  cap_figure_ref (figure);
  g_clear_pointer (&self->figure, cap_figure_unref);
  self->figure = figure;
  gtk_label_set_text (self->title, figure->title);
  gtk_label_set_text (self->reading, figure->reading);
  gtk_label_set_text (self->note, figure->note != NULL ? figure->note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), figure->note != NULL);
  cap_drawing_view_show (self->drawing, figure);
  /* Translators: the title of a figure: several are on a page, each with its button */
  name = g_strdup_printf (_("As a table: %s"), figure->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, figure->title, -1);
  if (gtk_toggle_button_get_active (self->table_button))
    show_table (self);
}
