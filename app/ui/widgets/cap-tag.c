/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/widgets/cap-tag.h"

/**
 * cap_tag_new:
 * @text: one or two words, which say all: the colour only helps to find it
 * @css_class: (nullable): `accent-tag` or `warning-tag`
 *
 * Returns: (transfer floating): a small label in a pill
 */
GtkWidget *
cap_tag_new (const char *text,
             const char *css_class)
{
  GtkWidget *label;

  g_return_val_if_fail (text != NULL, NULL);

  label = gtk_label_new (text);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, "tag");
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}
