/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/widgets/cap-bar-chart.h"

/**
 * CapBarChart:
 *
 * Bars from 0 to 100, one under the other. Tab enters it once; the arrows go
 * from bar to bar.
 */
struct _CapBarChart
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (CapBarChart, cap_bar_chart, GTK_TYPE_WIDGET)

static gboolean
cap_bar_chart_focus (GtkWidget        *widget,
                     GtkDirectionType  direction)
{
  GtkWidget *focus = gtk_widget_get_focus_child (widget);
  GtkWidget *next;

  if (focus == NULL)
    {
      next = gtk_widget_get_first_child (widget);
      return next != NULL && gtk_widget_grab_focus (next);
    }

  if (direction == GTK_DIR_DOWN)
    next = gtk_widget_get_next_sibling (focus);
  else if (direction == GTK_DIR_UP)
    next = gtk_widget_get_prev_sibling (focus);
  else
    return FALSE;

  return next != NULL && gtk_widget_grab_focus (next);
}

static void
cap_bar_chart_dispose (GObject *object)
{
  cap_bar_chart_clear (CAP_BAR_CHART (object));

  G_OBJECT_CLASS (cap_bar_chart_parent_class)->dispose (object);
}

static void
cap_bar_chart_class_init (CapBarChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_bar_chart_dispose;
  widget_class->focus = cap_bar_chart_focus;

  gtk_widget_class_set_css_name (widget_class, "barchart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
cap_bar_chart_init (CapBarChart *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
}

void
cap_bar_chart_append (CapBarChart *self,
                      CapBarRow   *row)
{
  g_return_if_fail (CAP_IS_BAR_CHART (self) && CAP_IS_BAR_ROW (row));

  gtk_widget_set_parent (GTK_WIDGET (row), GTK_WIDGET (self));
}

void
cap_bar_chart_clear (CapBarChart *self)
{
  GtkWidget *child;

  g_return_if_fail (CAP_IS_BAR_CHART (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}
