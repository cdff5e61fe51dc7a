/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/widgets/cap-score-bar.h"

#include <glib/gi18n.h>

/**
 * CapScoreBar:
 *
 * A score out of 100 as a small bar, with its title and its figure in words: a
 * picture for those who look, a sentence for those who listen.
 */
struct _CapScoreBar
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (CapScoreBar, cap_score_bar, GTK_TYPE_WIDGET)

static void
cap_score_bar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (cap_score_bar_parent_class)->dispose (object);
}

static void
cap_score_bar_class_init (CapScoreBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_score_bar_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "scorebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_METER);
}

static void
cap_score_bar_init (CapScoreBar *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 3);
}

static GtkWidget *
new_heading (const char *title,
             const char *figure)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title_label = gtk_label_new (title);
  GtkWidget *figure_label = gtk_label_new (figure);

  gtk_label_set_ellipsize (GTK_LABEL (title_label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (title_label), 0);
  gtk_widget_set_hexpand (title_label, TRUE);
  gtk_widget_add_css_class (title_label, "caption");
  gtk_widget_add_css_class (title_label, "dim-label");
  gtk_widget_add_css_class (figure_label, "caption-heading");
  gtk_widget_add_css_class (figure_label, "numeric");
  gtk_box_append (GTK_BOX (box), title_label);
  gtk_box_append (GTK_BOX (box), figure_label);

  return box;
}

/* The sentence is on the whole: its parts need not be read again. */
static GtkWidget *
new_bar (int percent)
{
  GtkWidget *bar = g_object_new (GTK_TYPE_PROGRESS_BAR,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                 "fraction", MAX (percent, 0) / 100.0,
                                 NULL);

  return bar;
}

/**
 * cap_score_bar_new:
 * @title: what the score is about
 * @percent: 0 to 100, or %CAP_SCORE_UNKNOWN
 *
 * Returns: (transfer floating): a new bar
 */
GtkWidget *
cap_score_bar_new (const char *title,
                   int         percent)
{
  GtkWidget *self;
  g_autofree char *figure = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (title != NULL, NULL);

  self = g_object_new (CAP_TYPE_SCORE_BAR, NULL);

  if (percent == CAP_SCORE_UNKNOWN)
    {
      figure = g_strdup ("—");
      /* Translators: the name of a theme */
      name = g_strdup_printf (_("%s: no score yet"), title);
    }
  else
    {
      /* Translators: a score out of 100 */
      figure = g_strdup_printf (_("%d %%"), percent);
      /* Translators: the name of a theme, its score */
      name = g_strdup_printf (_("%s: %d %%"), title, percent);
    }

  gtk_widget_set_parent (new_heading (title, figure), self);
  gtk_widget_set_parent (new_bar (percent), self);
  gtk_widget_set_tooltip_text (self, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return self;
}
