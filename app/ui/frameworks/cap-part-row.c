/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/frameworks/cap-part-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ui/widgets/cap-reflow.h"

static GtkWidget *
new_label (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_WORD);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

/* Where the two texts part, and where they meet again, at the edge of words. */
static void
find_difference (const char *one,
                 const char *other,
                 gsize      *prefix,
                 gsize      *suffix)
{
  gsize one_length = strlen (one);
  gsize other_length = strlen (other);
  gsize shortest = MIN (one_length, other_length);
  gsize length = 0;

  *prefix = 0;
  while (length < shortest && one[length] == other[length])
    {
      length++;
      if (g_ascii_isspace (one[length - 1]))
        *prefix = length;
    }

  *suffix = 0;
  length = 0;
  while (length < shortest - *prefix && one[one_length - length - 1] == other[other_length - length - 1])
    {
      length++;
      if (g_ascii_isspace (one[one_length - length]))
        *suffix = length;
    }
}

/* When most of it is another text, bold would say nothing. */
static gboolean
is_worth_marking (const char *text,
                  gsize       prefix,
                  gsize       suffix)
{
  return prefix + suffix >= strlen (text) / 3;
}

static void
mark (GtkWidget *label,
      gsize      prefix,
      gsize      suffix)
{
  gsize length = strlen (gtk_label_get_text (GTK_LABEL (label)));
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

  bold->start_index = (guint) prefix;
  bold->end_index = (guint) (length - suffix);
  pango_attr_list_insert (attributes, bold);
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
}

static GtkWidget *
new_side (const char *caption,
          GtkWidget  *text,
          const char *css_class)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_box_append (GTK_BOX (box), new_label (caption, "caption-heading"));
  gtk_box_append (GTK_BOX (box), text);
  gtk_widget_add_css_class (box, "change-side");
  gtk_widget_add_css_class (box, css_class);
  gtk_widget_set_size_request (box, 240, -1);

  return box;
}

static GtkWidget *
new_comparison (const CapPart *part)
{
  GtkWidget *reflow = cap_reflow_new (9);
  GtkWidget *before = new_label (*part->before != '\0' ? part->before : "–", NULL);
  GtkWidget *after = new_label (*part->text != '\0' ? part->text : "–", NULL);
  gsize prefix;
  gsize suffix;

  find_difference (part->before, part->text, &prefix, &suffix);
  if (is_worth_marking (part->before, prefix, suffix) && is_worth_marking (part->text, prefix, suffix))
    {
      mark (before, prefix, suffix);
      mark (after, prefix, suffix);
    }

  cap_reflow_append (CAP_REFLOW (reflow), new_side (_("Before"), before, "change-before"));
  cap_reflow_append (CAP_REFLOW (reflow), new_side (_("After"), after, "change-after"));

  return reflow;
}

static char *
dup_name (const CapPart *part)
{
  if (part->before == NULL)
    return g_strdup_printf ("%s, %s", part->title, part->text);

  /* Translators: what a part of a criterion is called, its text before, its text now */
  return g_strdup_printf (_("%s. Before: %s. After: %s"), part->title,
                          *part->before != '\0' ? part->before : "–", *part->text != '\0' ? part->text : "–");
}

GtkWidget *
cap_part_row_new (const CapPart *part)
{
  GtkWidget *row;
  GtkWidget *box;
  g_autofree char *name = NULL;

  g_return_val_if_fail (part != NULL, NULL);

  row = gtk_list_box_row_new ();
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  name = dup_name (part);
  gtk_box_append (GTK_BOX (box), new_label (part->title, "part-title"));
  gtk_box_append (GTK_BOX (box), part->before != NULL ? new_comparison (part) : new_label (part->text, NULL));
  gtk_widget_add_css_class (box, "part-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return row;
}
