/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/campaign/cap-sheet-row.h"

#include <glib/gi18n.h>

struct _CapSheetRow
{
  GtkListBoxRow       parent_instance;

  const CapCriterion *criterion; /* borrowed from the draft that the sheet shows */
  GtkLabel           *meaning;
  GtkLabel           *figure;
};

G_DEFINE_FINAL_TYPE (CapSheetRow, cap_sheet_row, GTK_TYPE_LIST_BOX_ROW)

static void
cap_sheet_row_class_init (CapSheetRowClass *klass)
{
}

static void
cap_sheet_row_init (CapSheetRow *self)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self), FALSE);
}

static GtkWidget *
new_code (const char *code)
{
  GtkWidget *label = gtk_label_new (code);

  gtk_label_set_width_chars (GTK_LABEL (label), 6);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "sheet-code");

  return label;
}

static GtkLabel *
new_text (GtkWidget  *box,
          const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (box), label);

  return GTK_LABEL (label);
}

GtkWidget *
cap_sheet_row_new (const CapCriterion *criterion)
{
  CapSheetRow *self;
  GtkWidget *box;
  GtkWidget *texts;

  g_return_val_if_fail (criterion != NULL, NULL);

  self = g_object_new (CAP_TYPE_SHEET_ROW, NULL);
  self->criterion = criterion;
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  new_text (texts, criterion->label);
  self->meaning = new_text (texts, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->meaning), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->meaning), "caption");
  self->figure = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_set_valign (GTK_WIDGET (self->figure), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->figure), "sheet-figure");
  gtk_widget_add_css_class (box, "sheet-row");
  gtk_box_append (GTK_BOX (box), new_code (criterion->code));
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->figure));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);

  return GTK_WIDGET (self);
}

const CapCriterion *
cap_sheet_row_get_criterion (CapSheetRow *self)
{
  g_return_val_if_fail (CAP_IS_SHEET_ROW (self), NULL);

  return self->criterion;
}

/**
 * cap_sheet_row_show_figure:
 * @figure: what is voted, or -1
 * @meaning: (nullable): what the figure says
 */
void
cap_sheet_row_show_figure (CapSheetRow *self,
                           int          figure,
                           const char  *meaning)
{
  g_autofree char *text = figure >= 0 ? g_strdup_printf ("%d", figure) : g_strdup ("");
  g_autofree char *name = NULL;

  g_return_if_fail (CAP_IS_SHEET_ROW (self));

  gtk_label_set_text (self->figure, text);
  gtk_label_set_text (self->meaning, meaning != NULL ? meaning : "");
  gtk_widget_set_visible (GTK_WIDGET (self->meaning), meaning != NULL);
  if (figure >= 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->figure), "voted");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->figure), "voted");

  /* Translators: the code of a criterion, its label, the figure that was ticked */
  name = figure >= 0 ? g_strdup_printf (_("%1$s %2$s: %3$d"), self->criterion->code, self->criterion->label,
                                        figure)
                     /* Translators: the code of a criterion, its label */
                     : g_strdup_printf (_("%1$s %2$s: nothing ticked"), self->criterion->code,
                                        self->criterion->label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
