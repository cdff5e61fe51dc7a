/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/frameworks/cap-frameworks-window-private.h"

#include <glib/gi18n.h>

#include "ui/frameworks/cap-framework-text.h"

static void
start_chooser (CapFrameworksWindow  *self,
               const char           *title,
               GtkFileChooserAction  action,
               const char           *accept)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autoptr(GFile) folder = g_file_new_for_path (documents != NULL ? documents : g_get_home_dir ());

  self->chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (self), action, accept, _("Cancel"));
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), folder, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
}

static char *
take_chosen_path (CapFrameworksWindow *self,
                  int                  response)
{
  g_autoptr(GFile) file = NULL;
  char *path;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  g_clear_object (&self->chooser);
  if (file == NULL)
    return NULL;

  path = g_file_get_path (file);
  if (path == NULL)
    cap_message_bar_show (self->message, CAP_MESSAGE_ERROR,
                          _("This place is not a folder of this computer. Choose another one."));

  return path;
}

static void
import_responded_cb (CapFrameworksWindow *self,
                     int                  response)
{
  g_autofree char *path = take_chosen_path (self, response);

  if (path != NULL)
    cap_frameworks_window_import (self, path);
}

static void
import_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  CapFrameworksWindow *self = CAP_FRAMEWORKS_WINDOW (widget);
  const char * const *extensions = cap_framework_file_get_extensions ();
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();

  if (self->chooser != NULL)
    return;

  gtk_file_filter_set_name (filter, _("Framework files"));
  for (guint i = 0; extensions[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, &extensions[i][1]);

  start_chooser (self, _("Import a Version"), GTK_FILE_CHOOSER_ACTION_OPEN, _("Open"));
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (import_responded_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static gboolean
dropped_cb (CapFrameworksWindow *self,
            const GValue        *value)
{
  GSList *files = g_value_get_boxed (value);
  g_autofree char *path = files != NULL ? g_file_get_path (files->data) : NULL;

  if (path == NULL)
    return FALSE;

  cap_frameworks_window_import (self, path);

  return TRUE;
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(CapFrameworksWindow) self = CAP_FRAMEWORKS_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *fault = NULL;
  gboolean exported = cap_library_export_finish (result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  if (exported)
    {
      cap_message_bar_show (self->message, CAP_MESSAGE_INFO, _("The framework is exported."));
      return;
    }

  /* Translators: %s is why, in small letters */
  fault = g_strdup_printf (_("The framework is not exported: %s."), error->message);
  cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, fault);
}

/* The name decides the format; a name without any takes the one that was chosen. */
static void
export_responded_cb (CapFrameworksWindow *self,
                     int                  response)
{
  g_autofree char *path = take_chosen_path (self, response);

  if (path == NULL || self->shown == NULL || self->shown->framework == NULL)
    return;

  if (!cap_framework_file_is_known (path))
    {
      g_autofree char *bare = g_steal_pointer (&path);

      path = g_strconcat (bare, self->extension, NULL);
      if (g_file_test (path, G_FILE_TEST_EXISTS))
        {
          cap_message_bar_show (self->message, CAP_MESSAGE_ERROR,
                                _("There is a file of this name already. Choose another name."));
          return;
        }
    }

  cap_library_export_async (self->shown->framework, path, NULL, exported_cb, g_object_ref (self));
}

static void
export_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  CapFrameworksWindow *self = CAP_FRAMEWORKS_WINDOW (widget);
  const CapFramework *framework = self->shown->framework;
  g_autofree char *name = NULL;

  if (self->chooser != NULL)
    return;

  g_free (self->extension);
  self->extension = g_variant_dup_string (parameter, NULL);
  name = g_strdup_printf ("%s-%s%s", framework->id, framework->version, self->extension);
  g_strdelimit (name, "/\\:*?\"<>|", '-');

  start_chooser (self, _("Export the Version"), GTK_FILE_CHOOSER_ACTION_SAVE, _("Save"));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (export_responded_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
restored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(CapFrameworksWindow) self = CAP_FRAMEWORKS_WINDOW (user_data);
  g_autoptr(CapFramework) framework = g_steal_pointer (&self->removed);
  g_autoptr(GError) error = NULL;
  gboolean installed = cap_library_install_finish (result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  if (installed)
    cap_frameworks_window_reload (self, framework, NULL);
  else
    cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error->message);
}

static void
restore_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  CapFrameworksWindow *self = CAP_FRAMEWORKS_WINDOW (widget);

  cap_message_bar_hide (self->message);
  if (self->removed != NULL)
    cap_library_install_async (self->removed, NULL, restored_cb, g_object_ref (self));
}

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(CapFrameworksWindow) self = CAP_FRAMEWORKS_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  gboolean removed = cap_library_remove_finish (result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  if (removed)
    {
      cap_frameworks_window_reload (self, NULL, self->removed != NULL
                                    ? _("This version is removed. The evaluations that were made with it "
                                        "keep their text.")
                                    : _("This file is removed."));
      return;
    }

  g_clear_pointer (&self->removed, cap_framework_unref);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "frameworks.remove", TRUE);
  cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error->message);
}

/* Once: the action comes back with what is shown next. */
static void
remove_shown (CapFrameworksWindow *self)
{
  CapFramework *framework = self->shown->framework;

  g_clear_pointer (&self->removed, cap_framework_unref);
  self->removed = framework != NULL ? cap_framework_ref (framework) : NULL;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "frameworks.remove", FALSE);
  cap_library_remove_async (self->shown, NULL, removed_cb, g_object_ref (self));
}

static void
remove_responded_cb (CapFrameworksWindow *self,
                     const char          *response)
{
  if (g_str_equal (response, "remove") && self->shown != NULL && self->shown->path != NULL)
    remove_shown (self);
}

/* A version can be put back: it is in memory. A file that cannot be read cannot. */
static void
remove_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  CapFrameworksWindow *self = CAP_FRAMEWORKS_WINDOW (widget);
  GtkWidget *dialog;

  if (self->shown->framework != NULL)
    {
      remove_shown (self);
      return;
    }

  dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Remove this file?"),
                                   _("Nobody can read it, and it cannot be put back."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("Cancel"),
                                    "remove", _("Remove"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "remove",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (remove_responded_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
cap_frameworks_window_install_file_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "frameworks.import", NULL, import_cb);
  gtk_widget_class_install_action (widget_class, "frameworks.export", "s", export_cb);
  gtk_widget_class_install_action (widget_class, "frameworks.remove", NULL, remove_cb);
  gtk_widget_class_install_action (widget_class, "frameworks.restore", NULL, restore_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_i, GDK_CONTROL_MASK, "frameworks.import", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "frameworks.restore", NULL);
}

void
cap_frameworks_window_accept_files (CapFrameworksWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* One item for each format; two extensions of one format are one. */
void
cap_frameworks_window_fill_export_menu (CapFrameworksWindow *self)
{
  const char * const *extensions = cap_framework_file_get_extensions ();
  g_autoptr(GMenu) menu = g_menu_new ();
  const char *last = "";

  for (guint i = 0; extensions[i] != NULL; i++)
    {
      const char *format = cap_framework_text_get_format (extensions[i]);
      g_autoptr(GMenuItem) item = g_menu_item_new (format, NULL);

      if (g_str_equal (format, last))
        continue;

      g_menu_item_set_action_and_target (item, "frameworks.export", "s", extensions[i]);
      g_menu_append_item (menu, item);
      last = format;
    }

  gtk_menu_button_set_menu_model (self->export_button, G_MENU_MODEL (menu));
}
