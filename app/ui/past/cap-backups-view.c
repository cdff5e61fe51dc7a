/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/past/cap-backups-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "base/cap-text.h"
#include "ui/widgets/cap-message-bar.h"
#include "ui/widgets/cap-settings.h"
#include "ui/widgets/cap-unlock-window.h"
#include "ui/widgets/cap-work-bar.h"
#include "workspace/cap-workspace-past.h"
#include "workspace/cap-workspace-vault.h"

/**
 * CapBackupsView:
 *
 * The backups that the program makes by itself: where they are, on this computer and in a second folder that
 * people choose; each can be opened to be read, and removed. Unfinished work that was set aside is among
 * them: with its passphrase, it is taken back.
 */
struct _CapBackupsView
{
  GtkWidget             parent_instance;

  /* Owned */
  CapWorkspace         *workspace;   /* NULL once the window is closed */
  GSettings            *settings;    /* NULL when the schema is not installed */
  GCancellable         *cancellable; /* of the reading under way */
  GtkFileChooserNative *chooser;     /* the one that is open, or NULL */
  char                 *leaving;     /* path of the backup that is to be removed, or NULL */
  gboolean              making;      /* a backup is being written */

  /* Template children */
  CapMessageBar        *message;
  CapWorkBar           *work;
  AdwActionRow         *place;
  AdwActionRow         *second;
  GtkWidget            *forget_button;
  GtkWidget            *nothing;
  GtkListBox           *list;
};

G_DEFINE_FINAL_TYPE (CapBackupsView, cap_backups_view, GTK_TYPE_WIDGET)

static GtkWidget *
new_button (const char *icon,
            const char *label,
            const char *name,
            const char *action,
            const char *path)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", label, name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", path);

  return button;
}

static char *
dup_detail (const CapBackup *backup)
{
  g_autofree char *size = g_format_size ((guint64) backup->size);

  if (backup->aside)
    return g_strdup (_("unfinished work, put aside and encrypted"));
  if (backup->before_migration)
    /* Translators: %s is a size, as “2.1 MB” */
    return g_strdup_printf (_("%s, before this version of the program"), size);
  if (backup->second)
    return g_strdup_printf (_("%s, in the second folder"), size);

  return g_strdup_printf (_("%s, on this computer"), size);
}

static char *
dup_time (gint64 seconds)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_local (seconds);

  /* Translators: day and time of a backup: “12 March 2027, 14:05” */
  return g_date_time_format (time, _("%-d %B %Y, %H:%M"));
}

static GtkWidget *
new_take_back_button (const CapBackup *backup,
                      const char      *when)
{
  GtkWidget *button = gtk_button_new_with_label (_("Take Back…"));
  g_autofree char *spoken = g_strdup_printf ("%s, %s", _("Take Back…"), when);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "backups.take-back");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sx)", backup->path, backup->time);

  return button;
}

static GtkWidget *
new_row (const CapBackup *backup)
{
  g_autofree char *when = dup_time (backup->time);
  g_autofree char *detail = dup_detail (backup);
  /* Translators: the name of a file, then its size and where it is */
  g_autofree char *subtitle = g_strdup_printf (_("%1$s, %2$s"), backup->name, detail);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), when);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (backup->aside)
    {
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_take_back_button (backup, when));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_button ("user-trash-symbolic", _("Remove…"), when,
                                                                   "backups.remove-work", backup->path));
      return row;
    }

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_button ("view-reveal-symbolic", _("Look Inside"), when,
                                                               "past.look-at-file", backup->path));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_button ("user-trash-symbolic", _("Remove…"), when,
                                                               "backups.remove", backup->path));

  return row;
}

static void
show_places (CapBackupsView *self)
{
  g_autofree char *folder = cap_workspace_dup_backup_folder (self->workspace);
  g_autofree char *second = self->settings != NULL ? g_settings_get_string (self->settings, "backup-folder")
                                                   : g_strdup ("");
  const gboolean is_there = *second != '\0' && g_file_test (second, G_FILE_TEST_IS_DIR);
  g_autofree char *absent = NULL;

  adw_action_row_set_subtitle (self->place, folder);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "backups.show-folder",
                                 g_file_test (folder, G_FILE_TEST_IS_DIR));
  if (*second != '\0' && !is_there)
    /* Translators: %s is the path of a folder */
    absent = g_strdup_printf (_("%s is not there now: backups go there when it is"), second);
  adw_action_row_set_subtitle (self->second, absent != NULL ? absent : *second != '\0' ? second
                                             : _("A USB key or a share: should this computer be lost"));
  gtk_widget_set_visible (self->forget_button, *second != '\0');
}

static void
show_backups (CapBackupsView  *self,
              const GPtrArray *backups,
              const char      *problem)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < backups->len; i++)
    gtk_list_box_append (self->list, new_row (g_ptr_array_index (backups, i)));

  gtk_widget_set_visible (GTK_WIDGET (self->list), backups->len > 0);
  gtk_widget_set_visible (self->nothing, backups->len == 0);
  if (problem != NULL)
    {
      /* Translators: %s is why, a sentence */
      g_autofree char *text = g_strdup_printf (_("The last backup could not be made. %s"), problem);

      cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, text);
    }
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(CapBackupsView) self = CAP_BACKUPS_VIEW (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *problem = NULL;
  g_autoptr(GPtrArray) backups = cap_workspace_list_backups_finish (CAP_WORKSPACE (source), result, &problem,
                                                                    &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->workspace == NULL)
    return;

  if (backups != NULL)
    show_backups (self, backups, problem);
  else
    cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error->message);
}

static void
update (CapBackupsView *self)
{
  if (self->workspace == NULL || cap_workspace_get_dossier (self->workspace) == NULL ||
      !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  show_places (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "backups.make",
                                 !self->making && !cap_workspace_get_read_only (self->workspace));
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  cap_workspace_list_backups_async (self->workspace, self->cancellable, listed_cb, g_object_ref (self));
}

/* Of making and of removing one. */
static void
show_done (CapBackupsView *self,
           const GError   *error)
{
  if (error == NULL)
    cap_message_bar_hide (self->message);
  else
    cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error->message);
  update (self);
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(CapBackupsView) self = CAP_BACKUPS_VIEW (user_data);
  g_autoptr(GError) error = NULL;
  const gboolean made = cap_workspace_run_finish (CAP_WORKSPACE (source), result, &error);

  self->making = FALSE;
  if (self->workspace != NULL && cap_work_bar_end (self->work, made ? NULL : error->message))
    show_done (self, error);
}

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(CapBackupsView) self = CAP_BACKUPS_VIEW (user_data);
  g_autoptr(GtkWindow) window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autoptr(GError) error = NULL;

  cap_workspace_run_finish (CAP_WORKSPACE (source), result, &error);
  if (self->workspace != NULL)
    show_done (self, error);
  else if (error != NULL)
    cap_work_bar_tell_parent (window, error->message); /* the window was closed: it is still there */
}

static void
make_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  CapBackupsView *self = CAP_BACKUPS_VIEW (widget);

  self->making = TRUE;
  gtk_widget_action_set_enabled (widget, "backups.make", FALSE);
  cap_work_bar_start (self->work, _("The backup is being written…"));
  cap_workspace_back_up_async (self->workspace, made_cb, g_object_ref (self));
}

static void
remove_responded_cb (CapBackupsView *self,
                     const char     *response)
{
  if (!g_str_equal (response, "remove") || self->workspace == NULL)
    return;

  /* It is told there, or in the window that it was opened from. */
  g_object_ref (gtk_widget_get_root (GTK_WIDGET (self)));
  cap_workspace_remove_backup_async (self->workspace, self->leaving, removed_cb, g_object_ref (self));
}

static void
remove_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  CapBackupsView *self = CAP_BACKUPS_VIEW (widget);
  const gboolean is_work = g_str_equal (action_name, "backups.remove-work");
  const char *heading = is_work ? _("Remove this unfinished work?") : _("Remove this backup?");
  const char *body = is_work ? _("It is nowhere else: even whoever finds its passphrase will not bring it"
                                 " back. The dossier itself stays as it is.")
                             : _("It cannot be brought back. The dossier itself stays as it is.");
  GtkWidget *dialog;

  cap_set_string (&self->leaving, g_variant_get_string (parameter, NULL));
  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), heading, body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _("Cancel"),
                                    "remove", _("Remove"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "remove",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (remove_responded_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
taken_back_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(CapBackupsView) self = CAP_BACKUPS_VIEW (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *path = cap_workspace_take_back_finish (CAP_WORKSPACE (source), result, &error);
  g_autofree char *name = path != NULL ? g_path_get_basename (path) : NULL;
  g_autofree char *text = NULL;

  /* Translators: the name of a file */
  text = path != NULL ? g_strdup_printf (_("This work is now beside the dossier: “%s”. “Merge Another Copy…”"
                                           " takes it in."), name) : NULL;
  if (self->workspace == NULL || !cap_work_bar_end (self->work, path != NULL ? text : error->message))
    return;

  cap_message_bar_show (self->message, path != NULL ? CAP_MESSAGE_INFO : CAP_MESSAGE_ERROR,
                        path != NULL ? text : error->message);
  update (self);
}

/* What waits for a passphrase. */
typedef struct
{
  CapBackupsView *self;
  char           *path;
} Asking;

static void
unlocked_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autofree Asking *asking = user_data;
  g_autoptr(CapBackupsView) self = asking->self;
  g_autofree char *path = asking->path;
  g_autoptr(CapVaultKey) key = NULL;

  if (!cap_unlock_window_ask_finish (result, &key, NULL) || key == NULL || self->workspace == NULL)
    return;

  cap_work_bar_start (self->work, _("The work is being taken back…"));
  cap_workspace_take_back_async (self->workspace, path, key, taken_back_cb, g_object_ref (self));
}

static void
take_back_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  Asking *asking = g_new0 (Asking, 1);
  g_autofree char *when = NULL;
  g_autofree char *what = NULL;
  gint64 time;

  asking->self = g_object_ref (CAP_BACKUPS_VIEW (widget));
  g_variant_get (parameter, "(sx)", &asking->path, &time);
  when = dup_time (time);
  /* Translators: a day and a time: “12 March 2027, 14:05” */
  what = g_strdup_printf (_("Unfinished work: %s"), when);
  cap_unlock_window_ask_async (GTK_WINDOW (gtk_widget_get_root (widget)), asking->path, what, NULL,
                               unlocked_cb, asking);
}

static void
set_second (CapBackupsView *self,
            const char     *folder)
{
  if (self->settings != NULL)
    g_settings_set_string (self->settings, "backup-folder", folder);
  update (self);
}

static void
chosen_cb (CapBackupsView *self,
           int             response)
{
  g_autoptr(GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  g_clear_object (&self->chooser);
  if (file == NULL)
    return;

  if (g_file_peek_path (file) != NULL)
    set_second (self, g_file_peek_path (file));
  else
    cap_message_bar_show (self->message, CAP_MESSAGE_ERROR,
                          _("This place is not a folder of this computer."));
}

static void
choose_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  CapBackupsView *self = CAP_BACKUPS_VIEW (widget);

  if (self->chooser != NULL)
    return;

  self->chooser = gtk_file_chooser_native_new (_("Second Folder for Backups"),
                                               GTK_WINDOW (gtk_widget_get_root (widget)),
                                               GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _("Choose"),
                                               _("Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
forget_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  set_second (CAP_BACKUPS_VIEW (widget), "");
}

static void
show_folder_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  CapBackupsView *self = CAP_BACKUPS_VIEW (widget);
  g_autofree char *folder = cap_workspace_dup_backup_folder (self->workspace);
  g_autofree char *uri = g_filename_to_uri (folder, NULL, NULL);

  gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (widget)), uri, GDK_CURRENT_TIME);
}

/* A view that is closed is disposed of once no callback holds it any more, which is too late to give up. */
static void
let_go (CapBackupsView *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->chooser);
  g_clear_object (&self->workspace);
}

static void
cap_backups_view_dispose (GObject *object)
{
  CapBackupsView *self = CAP_BACKUPS_VIEW (object);
  GtkWidget *child;

  let_go (self);
  g_clear_object (&self->settings);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (cap_backups_view_parent_class)->dispose (object);
}

static void
cap_backups_view_finalize (GObject *object)
{
  CapBackupsView *self = CAP_BACKUPS_VIEW (object);

  g_clear_object (&self->cancellable);
  g_free (self->leaving);

  G_OBJECT_CLASS (cap_backups_view_parent_class)->finalize (object);
}

#define BIND(child) gtk_widget_class_bind_template_child (widget_class, CapBackupsView, child)

static void
cap_backups_view_class_init (CapBackupsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_backups_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_backups_view_finalize;

  g_type_ensure (CAP_TYPE_MESSAGE_BAR);
  g_type_ensure (CAP_TYPE_WORK_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-backups-view.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  BIND (message);
  BIND (work);
  BIND (place);
  BIND (second);
  BIND (forget_button);
  BIND (nothing);
  BIND (list);
  gtk_widget_class_install_action (widget_class, "backups.make", NULL, make_cb);
  gtk_widget_class_install_action (widget_class, "backups.remove", "s", remove_cb);
  gtk_widget_class_install_action (widget_class, "backups.remove-work", "s", remove_cb);
  gtk_widget_class_install_action (widget_class, "backups.take-back", "(sx)", take_back_cb);
  gtk_widget_class_install_action (widget_class, "backups.choose", NULL, choose_cb);
  gtk_widget_class_install_action (widget_class, "backups.forget", NULL, forget_cb);
  gtk_widget_class_install_action (widget_class, "backups.show-folder", NULL, show_folder_cb);
}

#undef BIND

static void
cap_backups_view_init (CapBackupsView *self)
{
  self->cancellable = g_cancellable_new ();
  self->settings = cap_settings_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "backups.choose", self->settings != NULL);
  g_signal_connect (self, "map", G_CALLBACK (update), NULL);
  g_signal_connect (self, "unrealize", G_CALLBACK (let_go), NULL);
}

/* @workspace: with the dossier open */
void
cap_backups_view_set_workspace (CapBackupsView *self,
                                CapWorkspace   *workspace)
{
  g_return_if_fail (CAP_IS_BACKUPS_VIEW (self) && self->workspace == NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "notify::save-state", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}
