/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/widgets/cap-import-faults.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define MAX_SHOWN_FAULTS 60

struct _CapImportFaults
{
  GtkWidget   parent_instance;

  /* Template children */
  GtkLabel   *title;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (CapImportFaults, cap_import_faults, GTK_TYPE_WIDGET)

static void
cap_import_faults_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (cap_import_faults_parent_class)->dispose (object);
}

static void
cap_import_faults_class_init (CapImportFaultsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_import_faults_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/coorace/CapCedre/ui/cap-import-faults.ui");
  gtk_widget_class_bind_template_child (widget_class, CapImportFaults, title);
  gtk_widget_class_bind_template_child (widget_class, CapImportFaults, list);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cap_import_faults_init (CapImportFaults *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cap_import_faults_show:
 * @faults: (element-type utf8): sentences, in the user’s language
 */
void
cap_import_faults_show (CapImportFaults *self,
                        const GPtrArray *faults)
{
  g_autofree char *title = NULL;

  g_return_if_fail (CAP_IS_IMPORT_FAULTS (self) && faults != NULL);

  cap_import_list_clear (self->list);
  gtk_widget_set_visible (GTK_WIDGET (self), faults->len > 0);
  /* Translators: number of faults */
  title = g_strdup_printf (ngettext ("%u fault: nothing is imported before it is mended",
                                     "%u faults: nothing is imported before they are mended", faults->len),
                           faults->len);
  gtk_label_set_text (self->title, title);
  for (guint i = 0; i < MIN (faults->len, MAX_SHOWN_FAULTS); i++)
    cap_import_list_append (self->list, g_ptr_array_index (faults, i), "");
  if (faults->len > MAX_SHOWN_FAULTS)
    cap_import_list_append_more (self->list, faults->len - MAX_SHOWN_FAULTS);
}

void
cap_import_list_clear (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

void
cap_import_list_append (GtkListBox *list,
                        const char *title,
                        const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_append (list, row);
}

void
cap_import_list_append_more (GtkListBox *list,
                             guint       n_more)
{
  g_autofree char *text = NULL;

  /* Translators: how many more there are than what is shown above */
  text = g_strdup_printf (ngettext ("and %u more", "and %u more", n_more), n_more);
  cap_import_list_append (list, text, "");
}
