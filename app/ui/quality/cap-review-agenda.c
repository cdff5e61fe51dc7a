/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/quality/cap-review-agenda.h"

#include <glib/gi18n.h>

#include "quality/cap-review-rules.h"

static const char *
get_state (const CapReviewItem *item)
{
  if (!cap_review_is_decided (item->record))
    return _("to be decided");

  return cap_record_get (item->record, CAP_REVIEW_INPUT_DECISION) != NULL ? C_("input", "decided")
                                                                          : C_("input", "irrelevant");
}

static GtkWidget *
new_row (void)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *state = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (state, "caption");
  gtk_widget_add_css_class (box, "agenda-row");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), state);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);

  return row;
}

static void
fill_row (GtkListBoxRow       *row,
          const CapReviewItem *item)
{
  GtkWidget *icon = gtk_widget_get_first_child (gtk_list_box_row_get_child (row));
  GtkWidget *title = gtk_widget_get_next_sibling (icon);
  GtkWidget *state = gtk_widget_get_next_sibling (title);
  g_autofree char *name = NULL;

  gtk_image_set_from_icon_name (GTK_IMAGE (icon), cap_review_is_decided (item->record)
                                ? "object-select-symbolic" : "content-loading-symbolic");
  gtk_label_set_text (GTK_LABEL (title), cap_review_item_get_title (item));
  gtk_label_set_text (GTK_LABEL (state), get_state (item));
  name = g_strdup_printf ("%s, %s", cap_review_item_get_title (item), get_state (item));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
cap_review_agenda_fill (GtkListBox      *agenda,
                        const GPtrArray *items)
{
  GtkListBoxRow *row;

  g_return_if_fail (GTK_IS_LIST_BOX (agenda) && items != NULL);

  for (guint i = 0; i < items->len; i++)
    {
      if (gtk_list_box_get_row_at_index (agenda, (int) i) == NULL)
        gtk_list_box_append (agenda, new_row ());
      fill_row (gtk_list_box_get_row_at_index (agenda, (int) i), g_ptr_array_index (items, i));
    }
  while ((row = gtk_list_box_get_row_at_index (agenda, (int) items->len)) != NULL)
    gtk_list_box_remove (agenda, GTK_WIDGET (row));
}
