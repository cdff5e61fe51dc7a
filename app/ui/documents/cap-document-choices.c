/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/documents/cap-document-choices.h"

#include <glib/gi18n.h>


/* The button inside takes the focus: it is what is spoken, and it says what is chosen too. */
static void
update_spoken_cb (GtkDropDown *kinds)
{
  const guint selected = gtk_drop_down_get_selected (kinds);
  g_autofree char *name = NULL;

  if (selected >= CAP_N_REPORT_KINDS)
    return;

  name = g_strdup_printf (_("Document: %s"), cap_report_kind_get_label (selected));
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (kinds))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* By CapReportKind. */
void
cap_document_choices_fill_kinds (GtkDropDown   *kinds,
                                 CapReportKind  selected)
{
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);

  g_return_if_fail (GTK_IS_DROP_DOWN (kinds));

  for (CapReportKind kind = 0; kind < CAP_N_REPORT_KINDS; kind++)
    gtk_string_list_append (labels, cap_report_kind_get_label (kind));
  gtk_drop_down_set_model (kinds, G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (kinds, selected);
  g_signal_connect (kinds, "notify::selected", G_CALLBACK (update_spoken_cb), NULL);
  update_spoken_cb (kinds);
}

/* A toggle for each layout of @kind; none of them is seen where there is only one way. */
void
cap_document_choices_fill_layouts (GtkBox        *layouts,
                                   CapReportKind  kind)
{
  GtkWidget *child;

  g_return_if_fail (GTK_IS_BOX (layouts));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (layouts))) != NULL)
    gtk_box_remove (layouts, child);
  gtk_widget_set_visible (GTK_WIDGET (layouts),
                          cap_report_kind_has_layout (kind, cap_report_kind_get_layout (kind, 0)));

  for (CapReportLayout layout = 0; layout < CAP_N_REPORT_LAYOUTS; layout++)
    {
      GtkWidget *toggle;

      if (!cap_report_kind_has_layout (kind, layout))
        continue;

      toggle = gtk_toggle_button_new_with_label (cap_report_layout_get_label (layout));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (toggle), "documents.layout");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (toggle), "s", cap_report_layout_to_name (layout));
      gtk_box_append (layouts, toggle);
    }
  cap_document_choices_wrap_labels (GTK_WIDGET (layouts));
}

void
cap_document_choices_wrap_labels (GtkWidget *buttons)
{
  g_return_if_fail (GTK_IS_WIDGET (buttons));

  if (GTK_IS_LABEL (buttons))
    {
      gtk_label_set_wrap (GTK_LABEL (buttons), TRUE);
      gtk_label_set_justify (GTK_LABEL (buttons), GTK_JUSTIFY_CENTER);
    }

  for (GtkWidget *child = gtk_widget_get_first_child (buttons); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    cap_document_choices_wrap_labels (child);
}
