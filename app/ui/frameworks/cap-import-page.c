/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/frameworks/cap-import-page.h"

#include <glib/gi18n.h>

#include "ui/frameworks/cap-framework-page.h"
#include "ui/frameworks/cap-row-filler.h"
#include "ui/widgets/cap-message-bar.h"

/**
 * CapImportPage:
 *
 * A file that somebody gave: all its faults, or what it is and what it
 * changes. Nothing is installed until that is asked for.
 */
struct _CapImportPage
{
  GtkWidget          parent_instance;

  /* Owned */
  GPtrArray         *entries;
  GStrv              dossiers;
  CapLibraryReading *reading;     /* NULL until the file is read */
  CapRowFiller      *filler;
  GCancellable      *cancellable;

  /* Template children */
  CapMessageBar     *message;
  GtkStack          *stack;
  AdwStatusPage     *unread;
  GtkLabel          *faults_title;
  GtkListBox        *faults;
  AdwBin            *preview_bin;
  GtkWidget         *publish_button;
};

G_DEFINE_FINAL_TYPE (CapImportPage, cap_import_page, GTK_TYPE_WIDGET)

enum
{
  PUBLISHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GtkWidget *
new_label (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

/* “WHERE: sentence” */
static GtkWidget *
new_fault_row (gpointer item,
               gpointer user_data)
{
  g_auto(GStrv) parts = g_strsplit (item, ": ", 2);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  if (g_strv_length (parts) == 2)
    gtk_box_append (GTK_BOX (box), new_label (parts[0], "fault-place"));
  gtk_box_append (GTK_BOX (box), new_label (parts[1] != NULL ? parts[1] : item, NULL));
  gtk_widget_add_css_class (box, "part-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, (const char *) item, -1);

  return row;
}

static void
show_faults (CapImportPage *self)
{
  const GPtrArray *faults = self->reading->faults;
  g_autofree char *name = g_filename_display_basename (self->reading->path);
  g_autofree char *title = NULL;

  /* Translators: the name of a file, how many faults it has */
  title = g_strdup_printf (ngettext ("“%s” has %u fault: it cannot be published.",
                                     "“%s” has %u faults: it cannot be published.", faults->len),
                           name, faults->len);
  gtk_label_set_text (self->faults_title, title);
  gtk_stack_set_visible_child_name (self->stack, "faults");
  cap_row_filler_fill (self->filler, faults);
}

static void
show_preview (CapImportPage *self)
{
  GtkWidget *page = cap_framework_page_new (self->reading->framework, self->entries,
                                            (const char * const *) self->dossiers);

  adw_bin_set_child (self->preview_bin, page);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.publish", TRUE);
  cap_framework_page_study (CAP_FRAMEWORK_PAGE (page));
  gtk_stack_set_visible_child_name (self->stack, "preview");
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(CapImportPage) self = CAP_IMPORT_PAGE (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(CapLibraryReading) reading = cap_library_read_finish (result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  if (reading == NULL)
    {
      g_autofree char *text = g_markup_escape_text (error->message, -1);

      adw_status_page_set_description (self->unread, text);
      gtk_stack_set_visible_child_name (self->stack, "unread");
      return;
    }

  self->reading = g_steal_pointer (&reading);
  if (self->reading->framework != NULL)
    show_preview (self);
  else
    show_faults (self);
}

static void
installed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(CapImportPage) self = CAP_IMPORT_PAGE (user_data);
  g_autoptr(GError) error = NULL;
  gboolean installed = cap_library_install_finish (result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  if (installed)
    {
      g_signal_emit (self, signals[PUBLISHED], 0);
      return;
    }

  cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error->message);
  gtk_widget_grab_focus (self->publish_button);
}

/* Once begun, it goes to its end. */
static void
publish_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  CapImportPage *self = CAP_IMPORT_PAGE (widget);

  gtk_widget_set_sensitive (widget, FALSE);
  cap_message_bar_hide (self->message);
  cap_library_install_async (self->reading->framework, NULL, installed_cb, g_object_ref (self));
}

static void
copy_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  CapImportPage *self = CAP_IMPORT_PAGE (widget);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->reading->faults->len; i++)
    g_string_append_printf (text, "%s\n", (const char *) g_ptr_array_index (self->reading->faults, i));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text->str);
  cap_message_bar_show (self->message, CAP_MESSAGE_INFO,
                        _("The list is copied: paste it wherever you want."));
}

static void
cap_import_page_dispose (GObject *object)
{
  CapImportPage *self = CAP_IMPORT_PAGE (object);
  GtkWidget *child;

  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->filler, cap_row_filler_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->reading, cap_library_reading_free);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->dossiers, g_strfreev);

  G_OBJECT_CLASS (cap_import_page_parent_class)->dispose (object);
}

static void
cap_import_page_finalize (GObject *object)
{
  g_object_unref (CAP_IMPORT_PAGE (object)->cancellable);

  G_OBJECT_CLASS (cap_import_page_parent_class)->finalize (object);
}

static void
cap_import_page_class_init (CapImportPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_import_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_import_page_finalize;

  signals[PUBLISHED] = g_signal_new ("published", CAP_TYPE_IMPORT_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 0);

  g_type_ensure (CAP_TYPE_MESSAGE_BAR);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-import-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CapImportPage, message);
  gtk_widget_class_bind_template_child (widget_class, CapImportPage, stack);
  gtk_widget_class_bind_template_child (widget_class, CapImportPage, unread);
  gtk_widget_class_bind_template_child (widget_class, CapImportPage, faults_title);
  gtk_widget_class_bind_template_child (widget_class, CapImportPage, faults);
  gtk_widget_class_bind_template_child (widget_class, CapImportPage, preview_bin);
  gtk_widget_class_bind_template_child (widget_class, CapImportPage, publish_button);

  gtk_widget_class_install_action (widget_class, "import.publish", NULL, publish_cb);
  gtk_widget_class_install_action (widget_class, "import.copy", NULL, copy_cb);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cap_import_page_init (CapImportPage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filler = cap_row_filler_new (self->faults, new_fault_row, self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.publish", FALSE);
}

/**
 * cap_import_page_new:
 * @entries: (element-type CapLibraryEntry): what is installed
 * @dossiers: (array zero-terminated=1): paths of those that it may mean something for
 *
 * Returns: (transfer floating): a page that waits for a file
 */
GtkWidget *
cap_import_page_new (GPtrArray          *entries,
                     const char * const *dossiers)
{
  CapImportPage *self;

  g_return_val_if_fail (entries != NULL && dossiers != NULL, NULL);

  self = g_object_new (CAP_TYPE_IMPORT_PAGE, NULL);
  self->entries = g_ptr_array_ref (entries);
  self->dossiers = g_strdupv ((GStrv) dossiers);

  return GTK_WIDGET (self);
}

/* Reads a file; to call once. */
void
cap_import_page_read (CapImportPage *self,
                      const char    *path)
{
  g_return_if_fail (CAP_IS_IMPORT_PAGE (self) && path != NULL && self->reading == NULL);

  cap_library_read_async (path, self->cancellable, read_cb, g_object_ref (self));
}

/**
 * cap_import_page_get_framework:
 *
 * Returns: (transfer none) (nullable): what the file holds; %NULL while it is
 *   read, and when it has faults
 */
CapFramework *
cap_import_page_get_framework (CapImportPage *self)
{
  g_return_val_if_fail (CAP_IS_IMPORT_PAGE (self), NULL);

  return self->reading != NULL ? self->reading->framework : NULL;
}
