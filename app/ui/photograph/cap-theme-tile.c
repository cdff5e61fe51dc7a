/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/photograph/cap-theme-tile.h"

#include "scoring/cap-photograph-text.h"

static void
append_label (GtkWidget  *tile,
              const char *text,
              const char *css_class)
{
  gboolean is_figure = g_str_equal (css_class, "tile-figure");
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                   "label", text,
                                   "xalign", 0.0f,
                                   "wrap", TRUE,
                                   "width-chars", is_figure ? -1 : 15,
                                   NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (tile), label);
}

/**
 * cap_theme_tile_new:
 * @evolution: (nullable): how it moved since the evaluation before
 *
 * Returns: (transfer floating): the score of a theme: a figure to look at, a
 *   sentence to listen to
 */
GtkWidget *
cap_theme_tile_new (const CapThemeResult *result,
                    const char           *evolution)
{
  GtkWidget *tile = g_object_new (GTK_TYPE_BOX,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_METER,
                                  "orientation", GTK_ORIENTATION_VERTICAL,
                                  "spacing", 2,
                                  NULL);
  g_autofree char *figure = cap_photograph_text_figure (&result->score);
  g_autofree char *coverage = cap_photograph_text_coverage (&result->score);
  g_autofree char *name = cap_photograph_text_name (result->theme->label, &result->score);
  g_autofree char *sentence = evolution == NULL ? g_strdup (name)
                                                : g_strdup_printf ("%s, %s", name, evolution);

  gtk_widget_add_css_class (tile, "card");
  gtk_widget_add_css_class (tile, "theme-tile");
  append_label (tile, result->theme->label, "heading");
  append_label (tile, figure, "tile-figure");
  append_label (tile, coverage, "tile-text");
  if (evolution != NULL)
    append_label (tile, evolution, "tile-text");

  gtk_accessible_update_property (GTK_ACCESSIBLE (tile),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 100.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (double) MAX (result->score.percent, 0),
                                  -1);

  return tile;
}
