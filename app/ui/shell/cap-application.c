/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/shell/cap-application.h"

#include <glib/gi18n.h>

#include "plan/cap-reminder.h"
#include "ui/frameworks/cap-frameworks-window.h"
#include "ui/shell/cap-guarantees-window.h"
#include "ui/shell/cap-notifier.h"
#include "ui/shell/cap-window.h"
#include "ui/widgets/cap-settings.h"
#include "workspace/cap-evidence-export.h"
#include "workspace/cap-workspace-past.h"

#define RESOURCES "/org/coorace/CapCedre"
#define SUFFIX    ".capcedre"

/**
 * CapApplication:
 *
 * The program on the desktop: one window for each dossier, and what does not
 * depend on any of them.
 */
struct _CapApplication
{
  AdwApplication        parent_instance;

  GSettings            *settings; /* NULL when the schema is not installed */
  CapRecent            *recent;
  GtkFileChooserNative *chooser;  /* while a file is being chosen */
  GtkWindow            *frameworks; /* borrowed; NULL when it is not open */
  GHashTable           *reminded;   /* UUID of a dossier → the day it was last reminded of */
};

G_DEFINE_FINAL_TYPE (CapApplication, cap_application, ADW_TYPE_APPLICATION)

static CapRecent *
load_recent (GSettings *settings)
{
  g_autofree char *path = g_build_filename (g_get_user_state_dir (), GETTEXT_PACKAGE, "recent.ini", NULL);
  guint limit = settings != NULL ? (guint) g_settings_get_int (settings, "recent-limit") : 12;

  return cap_recent_new (path, limit);
}

static void
configure_past (CapApplication *self)
{
  g_autofree char *signature = g_settings_get_string (self->settings, "author");
  g_autofree char *folder = g_settings_get_string (self->settings, "backup-folder");

  cap_workspace_configure_past (signature, folder);
}

static CapWindow *
find_window_of_file (CapApplication *self,
                     GFile          *file)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (CAP_IS_WINDOW (l->data) && cap_window_has_file (l->data, file))
      return l->data;

  return NULL;
}

static CapWindow *
get_free_window (CapApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (CAP_IS_WINDOW (l->data) && cap_window_is_free (l->data))
      return l->data;

  return cap_window_new (self);
}

static void
open_file (CapApplication *self,
           GFile          *file)
{
  CapWindow *window = find_window_of_file (self, file);

  if (window == NULL)
    {
      window = get_free_window (self);
      cap_window_open (window, file);
    }

  gtk_window_present (GTK_WINDOW (window));
}

static void
remember_folder (CapApplication *self,
                 GFile          *file)
{
  g_autoptr(GFile) folder = g_file_get_parent (file);
  const char *path = folder != NULL ? g_file_peek_path (folder) : NULL;

  if (self->settings != NULL && path != NULL)
    g_settings_set_string (self->settings, "last-folder", path);
}

static GFile *
dup_start_folder (CapApplication *self)
{
  g_autofree char *last = NULL;
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  if (self->settings != NULL)
    last = g_settings_get_string (self->settings, "last-folder");

  if (last != NULL && g_file_test (last, G_FILE_TEST_IS_DIR))
    return g_file_new_for_path (last);

  return g_file_new_for_path (documents != NULL ? documents : g_get_home_dir ());
}

static void
chooser_responded_cb (CapApplication       *self,
                      int                   response,
                      GtkFileChooserNative *chooser)
{
  g_autoptr(GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

  g_clear_object (&self->chooser);

  if (file != NULL)
    {
      remember_folder (self, file);
      open_file (self, file);
    }
}

static void
open_activated_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  CapApplication *self = CAP_APPLICATION (user_data);
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr(GFile) folder = dup_start_folder (self);

  if (self->chooser != NULL)
    return;

  gtk_file_filter_set_name (filter, _("Cap Cèdre dossiers"));
  gtk_file_filter_add_suffix (filter, &SUFFIX[1]);

  self->chooser = gtk_file_chooser_native_new (_("Open a Dossier"),
                                               gtk_application_get_active_window (GTK_APPLICATION (self)),
                                               GTK_FILE_CHOOSER_ACTION_OPEN, _("Open"), _("Cancel"));
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), folder, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chooser_responded_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
open_path_activated_cb (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  g_autoptr(GFile) file = g_file_new_for_path (g_variant_get_string (parameter, NULL));

  open_file (CAP_APPLICATION (user_data), file);
}

static void
new_activated_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  CapWindow *window = get_free_window (CAP_APPLICATION (user_data));

  cap_window_start_new (window);
  gtk_window_present (GTK_WINDOW (window));
}

static void
demo_activated_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  CapApplication *self = CAP_APPLICATION (user_data);
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autofree char *name = g_strconcat (_("Demonstration"), SUFFIX, NULL);
  g_autoptr(GFile) file = g_file_new_build_filename (documents != NULL ? documents : g_get_home_dir (), name,
                                                     NULL);
  CapWindow *window;

  if (g_file_query_exists (file, NULL))
    {
      open_file (self, file);
      return;
    }

  window = get_free_window (self);
  cap_window_open_demo (window, file);
  gtk_window_present (GTK_WINDOW (window));
}

static GStrv
list_recent_paths (CapApplication *self)
{
  g_autoptr(GPtrArray) entries = cap_recent_list (self->recent);
  g_autoptr(GStrvBuilder) paths = g_strv_builder_new ();

  for (guint i = 0; i < entries->len; i++)
    g_strv_builder_add (paths, ((const CapRecentEntry *) g_ptr_array_index (entries, i))->path);

  return g_strv_builder_end (paths);
}

static void
recent_changed_cb (CapApplication *self)
{
  g_auto(GStrv) paths = list_recent_paths (self);

  if (self->frameworks != NULL)
    cap_frameworks_window_set_dossiers (CAP_FRAMEWORKS_WINDOW (self->frameworks),
                                        (const char * const *) paths);
}

/* One for all dossiers; it goes with the window that it was asked from. */
static void
frameworks_activated_cb (GSimpleAction *action,
                         GVariant      *parameter,
                         gpointer       user_data)
{
  CapApplication *self = CAP_APPLICATION (user_data);
  g_auto(GStrv) paths = list_recent_paths (self);
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (self->frameworks == NULL)
    {
      self->frameworks = cap_frameworks_window_new ((const char * const *) paths);
      g_object_add_weak_pointer (G_OBJECT (self->frameworks), (gpointer *) &self->frameworks);
      gtk_window_set_transient_for (self->frameworks, parent);
      gtk_window_set_destroy_with_parent (self->frameworks, TRUE);
      gtk_window_set_application (self->frameworks, GTK_APPLICATION (self));
    }

  gtk_window_present (self->frameworks);
}

/* The notification of what is late was clicked; the dossier may have been closed since. */
static void
show_plan_activated_cb (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  CapApplication *self = CAP_APPLICATION (user_data);
  g_autoptr(GFile) file = g_file_new_for_path (g_variant_get_string (parameter, NULL));
  CapWindow *window = find_window_of_file (self, file);

  if (window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", "plan");
  open_file (self, file);
}

static void
guarantees_activated_cb (GSimpleAction *action,
                         GVariant      *parameter,
                         gpointer       user_data)
{
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (user_data));

  gtk_window_present (GTK_WINDOW (cap_guarantees_window_new (parent)));
}

static void
shortcuts_activated_cb (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  g_autoptr(GtkBuilder) builder = gtk_builder_new_from_resource (RESOURCES "/ui/cap-shortcuts.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (window, gtk_application_get_active_window (GTK_APPLICATION (user_data)));
  gtk_window_present (window);
}

static void
about_activated_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  adw_show_about_window (gtk_application_get_active_window (GTK_APPLICATION (user_data)),
                         "application-name", _("Cap Cèdre"),
                         "application-icon", APP_ID,
                         "version", PACKAGE_VERSION,
                         "developer-name", _("The Coorace network"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "comments", _("Self-evaluation documents have no certification value."),
                         NULL);
}

static void
quit_activated_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  g_autolist(GtkWindow) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  /* Closing one may take another with it. */
  for (GList *l = windows; l != NULL; l = l->next)
    g_object_ref (l->data);
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static void
set_accels (GtkApplication *application)
{
  static const struct
  {
    const char *action;
    const char *keys[3];
  } accels[] = {
    { "app.frameworks", { "<Control>r" } },
    { "app.new", { "<Control>n" } },
    { "app.open", { "<Control>o" } },
    { "app.quit", { "<Control>q" } },
    { "app.shortcuts", { "<Control>question" } },
    { "win.glossary", { "F1" } },
    { "window.close", { "<Control>w" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (application, accels[i].action, accels[i].keys);
}

static void
cap_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { "about", about_activated_cb },
    { "demo", demo_activated_cb },
    { "frameworks", frameworks_activated_cb },
    { "new", new_activated_cb },
    { "open", open_activated_cb },
    { "open-path", open_path_activated_cb, "s" },
    { "quit", quit_activated_cb },
    { "show-plan", show_plan_activated_cb, "s" },
    { "guarantees", guarantees_activated_cb },
    { "shortcuts", shortcuts_activated_cb },
  };
  CapApplication *self = CAP_APPLICATION (application);

  G_APPLICATION_CLASS (cap_application_parent_class)->startup (application);

  self->settings = cap_settings_new ();
  if (self->settings != NULL)
    {
      configure_past (self);
      g_signal_connect_object (self->settings, "changed::author", G_CALLBACK (configure_past), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->settings, "changed::backup-folder", G_CALLBACK (configure_past), self,
                               G_CONNECT_SWAPPED);
    }
  self->recent = load_recent (self->settings);
  g_signal_connect_object (self->recent, "changed", G_CALLBACK (recent_changed_cb), self, G_CONNECT_SWAPPED);
  g_set_application_name (_("Cap Cèdre"));
  gtk_window_set_default_icon_name (APP_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  set_accels (GTK_APPLICATION (self));
  cap_evidence_forget_exports ();
}

static void
cap_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (cap_window_new (CAP_APPLICATION (application)));

  gtk_window_present (window);
}

static void
cap_application_open (GApplication  *application,
                      GFile        **files,
                      int            n_files,
                      const char    *hint)
{
  for (int i = 0; i < n_files; i++)
    open_file (CAP_APPLICATION (application), files[i]);
}

static void
cap_application_dispose (GObject *object)
{
  CapApplication *self = CAP_APPLICATION (object);

  g_clear_weak_pointer (&self->frameworks);
  g_clear_object (&self->chooser);
  g_clear_object (&self->recent);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (cap_application_parent_class)->dispose (object);
}

static void
cap_application_finalize (GObject *object)
{
  g_hash_table_unref (CAP_APPLICATION (object)->reminded);

  G_OBJECT_CLASS (cap_application_parent_class)->finalize (object);
}

static void
cap_application_class_init (CapApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_application_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_application_finalize;
  application_class->startup = cap_application_startup;
  application_class->activate = cap_application_activate;
  application_class->open = cap_application_open;
}

static void
cap_application_init (CapApplication *self)
{
  self->reminded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

CapApplication *
cap_application_new (void)
{
  return g_object_new (CAP_TYPE_APPLICATION,
                       "application-id", APP_ID,
                       "resource-base-path", RESOURCES,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       NULL);
}

CapRecent *
cap_application_get_recent (CapApplication *self)
{
  g_return_val_if_fail (CAP_IS_APPLICATION (self), NULL);

  return self->recent;
}

/**
 * cap_application_get_settings:
 *
 * Returns: (nullable): %NULL when the schema is not installed
 */
GSettings *
cap_application_get_settings (CapApplication *self)
{
  g_return_val_if_fail (CAP_IS_APPLICATION (self), NULL);

  return self->settings;
}

/**
 * cap_application_remind:
 * @dossier: that was just opened
 * @path: its file
 * @today: ISO 8601
 *
 * Tells on the desktop what is late in a dossier, once a day; a click shows
 * the plan.
 */
void
cap_application_remind (CapApplication   *self,
                        const CapDossier *dossier,
                        const char       *path,
                        const char       *today)
{
  g_autoptr(CapReminder) reminder = NULL;
  g_autoptr(GNotification) notification = NULL;
  g_autoptr(GIcon) icon = NULL;

  g_return_if_fail (CAP_IS_APPLICATION (self) && dossier != NULL && path != NULL && today != NULL);

  if (g_strcmp0 (g_hash_table_lookup (self->reminded, dossier->id), today) == 0)
    return;

  reminder = cap_reminder_new (dossier, today);
  if (reminder == NULL)
    return;

  g_hash_table_replace (self->reminded, g_strdup (dossier->id), g_strdup (today));
  notification = g_notification_new (reminder->title);
  icon = g_themed_icon_new (APP_ID);
  g_notification_set_body (notification, reminder->body);
  g_notification_set_icon (notification, icon);
  g_notification_set_default_action_and_target (notification, "app.show-plan", "s", path);
  cap_notifier_send (G_APPLICATION (self), dossier->id, notification);
}
