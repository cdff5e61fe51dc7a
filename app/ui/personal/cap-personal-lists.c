/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/personal/cap-personal-lists.h"

#include <glib/gi18n.h>

#include "ui/personal/cap-personal-document-row.h"
#include "ui/personal/cap-personal-row.h"

/* Rows, which take time to make. Those where nothing was found come last. */
#define MAX_GROUPS    200
#define MAX_DOCUMENTS 300

static void
clear_list (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static void
append (GtkListBox *list,
        GtkWidget  *row,
        GCallback   changed,
        gpointer    data)
{
  g_signal_connect_object (row, "changed", changed, data, G_CONNECT_SWAPPED);
  gtk_list_box_append (list, row);
}

static void
tell_rest (GtkLabel *label,
           guint     n)
{
  g_autofree char *text = NULL;

  text = g_strdup_printf (ngettext ("There is %u more: search again once these are gone.",
                                    "There are %u more: search again once these are gone.", n), n);
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), n > 0);
}

void
cap_personal_lists_show_groups (GtkListBox      *list,
                                GtkLabel        *rest,
                                const GPtrArray *groups,
                                GCallback        changed,
                                gpointer         data)
{
  clear_list (list);
  for (guint i = 0; i < groups->len && i < MAX_GROUPS; i++)
    append (list, cap_personal_row_new (g_ptr_array_index (groups, i)), changed, data);
  tell_rest (rest, groups->len - MIN (groups->len, MAX_GROUPS));
  gtk_widget_set_visible (GTK_WIDGET (list), groups->len > 0);
}

void
cap_personal_lists_show_documents (GtkListBox      *list,
                                   GtkLabel        *rest,
                                   const GPtrArray *documents,
                                   GCallback        changed,
                                   gpointer         data)
{
  clear_list (list);
  for (guint i = 0; i < documents->len && i < MAX_DOCUMENTS; i++)
    append (list, cap_personal_document_row_new (g_ptr_array_index (documents, i)), changed, data);
  tell_rest (rest, documents->len - MIN (documents->len, MAX_DOCUMENTS));
}

void
cap_personal_lists_show_columns (GtkListBox      *list,
                                 const GPtrArray *columns)
{
  clear_list (list);
  for (guint i = 0; i < columns->len; i++)
    {
      const CapPersonalColumn *column = g_ptr_array_index (columns, i);
      GtkWidget *row = adw_action_row_new ();
      g_autofree char *count = g_strdup_printf ("%u", column->n_values);
      GtkWidget *label = gtk_label_new (count);

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), column->label);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), cap_personal_use_get_advice (column->use));
      gtk_widget_add_css_class (label, "numeric");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
      gtk_list_box_append (list, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (list), columns->len > 0);
}

guint
cap_personal_lists_count_chosen (GtkListBox *groups,
                                 GtkListBox *documents)
{
  GtkListBoxRow *row;
  guint n = 0;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (groups, i)) != NULL; i++)
    n += cap_personal_row_is_chosen (CAP_PERSONAL_ROW (row));
  for (int i = 0; (row = gtk_list_box_get_row_at_index (documents, i)) != NULL; i++)
    n += cap_personal_document_row_is_chosen (CAP_PERSONAL_DOCUMENT_ROW (row));

  return n;
}

/* Returns: whether what is ticked can be looked for */
gboolean
cap_personal_lists_add_chosen (GtkListBox        *groups,
                               GtkListBox        *documents,
                               CapPersonalSwaps  *swaps,
                               GError           **error)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (groups, i)) != NULL; i++)
    {
      CapPersonalRow *chosen = CAP_PERSONAL_ROW (row);
      g_autofree char *replacement = cap_personal_row_dup_replacement (chosen);

      if (cap_personal_row_is_chosen (chosen) &&
          !cap_personal_swaps_add (swaps, cap_personal_row_get_text (chosen), replacement, error))
        return FALSE;
    }
  for (int i = 0; (row = gtk_list_box_get_row_at_index (documents, i)) != NULL; i++)
    {
      CapPersonalDocumentRow *chosen = CAP_PERSONAL_DOCUMENT_ROW (row);

      if (cap_personal_document_row_is_chosen (chosen))
        cap_personal_swaps_add_document (swaps, cap_personal_document_row_get_sha256 (chosen));
    }

  return cap_personal_swaps_check (swaps, error);
}
