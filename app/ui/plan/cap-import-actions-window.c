/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/plan/cap-import-actions-window.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "ui/plan/cap-import-columns.h"
#include "ui/widgets/cap-message-bar.h"

#define MAX_SHOWN_ACTIONS 6
#define MAX_SHOWN_FAULTS 60

/**
 * CapImportActionsWindow:
 *
 * Takes in the actions that people keep in a spreadsheet: they choose the file,
 * say which column says what, and see what would come of it. Nothing is
 * imported before that is asked for, nor while there is a fault.
 */
struct _CapImportActionsWindow
{
  AdwWindow             parent_instance;

  /* Owned */
  CapWorkspace         *workspace;
  GCancellable         *cancellable; /* of what is being read or previewed */
  GtkFileChooserNative *chooser;     /* while a file is being chosen */
  CapActionsCsv        *csv;         /* NULL until a file is read */
  CapActionsPreview    *preview;     /* of the choice on display; NULL while it is being made */

  /* Template children */
  CapMessageBar        *message;
  GtkStack             *stack;
  GtkWidget            *choose_button;
  GtkLabel             *file_label;
  CapImportColumns     *columns;
  GtkWidget            *faults_box;
  GtkLabel             *faults_title;
  GtkListBox           *faults;
  GtkWidget            *actions_box;
  GtkLabel             *outcome;
  GtkListBox           *actions;
};

G_DEFINE_FINAL_TYPE (CapImportActionsWindow, cap_import_actions_window, ADW_TYPE_WINDOW)

static void
clear_list (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

static void
append_row (GtkListBox *list,
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

static void
append_more (GtkListBox *list,
             guint       n_more)
{
  g_autofree char *text = NULL;

  /* Translators: how many more there are than what is shown above */
  text = g_strdup_printf (ngettext ("and %u more", "and %u more", n_more), n_more);
  append_row (list, text, "");
}

static void
append_action (GtkListBox      *list,
               const CapAction *action)
{
  g_autofree char *origins = cap_action_dup_origins (action);
  g_autofree char *due = action->due != NULL ? cap_date_format_long (action->due) : NULL;
  g_autoptr(GString) subtitle = g_string_new (cap_action_state_get_label (action->state));
  const char *parts[] = { action->owner, due, *origins != '\0' ? origins : NULL };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (parts[i] != NULL)
        g_string_append_printf (subtitle, " · %s", parts[i]);
    }
  append_row (list, action->title, subtitle->str);
}

static void
show_faults (CapImportActionsWindow *self)
{
  const GPtrArray *faults = self->preview->faults;
  g_autofree char *title = NULL;

  clear_list (self->faults);
  gtk_widget_set_visible (self->faults_box, faults->len > 0);
  /* Translators: number of faults */
  title = g_strdup_printf (ngettext ("%u fault: nothing is imported before it is mended",
                                     "%u faults: nothing is imported before they are mended", faults->len),
                           faults->len);
  gtk_label_set_text (self->faults_title, title);
  for (guint i = 0; i < MIN (faults->len, MAX_SHOWN_FAULTS); i++)
    append_row (self->faults, g_ptr_array_index (faults, i), "");
  if (faults->len > MAX_SHOWN_FAULTS)
    append_more (self->faults, faults->len - MAX_SHOWN_FAULTS);
}

static void
show_actions (CapImportActionsWindow *self)
{
  const GPtrArray *actions = self->preview->actions;
  g_autofree char *outcome = NULL;

  clear_list (self->actions);
  gtk_widget_set_visible (self->actions_box, actions->len > 0);
  /* Translators: numbers of actions */
  outcome = g_strdup_printf (_("New: %1$u · changed: %2$u · already so: %3$u"), self->preview->n_added,
                             self->preview->n_changed, self->preview->n_same);
  gtk_label_set_text (self->outcome, outcome);
  for (guint i = 0; i < MIN (actions->len, MAX_SHOWN_ACTIONS); i++)
    append_action (self->actions, g_ptr_array_index (actions, i));
  if (actions->len > MAX_SHOWN_ACTIONS)
    append_more (self->actions, actions->len - MAX_SHOWN_ACTIONS);
}

static void
set_importable (CapImportActionsWindow *self,
                gboolean                importable)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.import", importable);
}

static void
previewed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(CapImportActionsWindow) self = CAP_IMPORT_ACTIONS_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  CapActionsPreview *preview = cap_workspace_preview_actions_finish (CAP_WORKSPACE (source), result, &error);

  if (preview == NULL)
    return; /* another one is on its way, or nobody looks any more */

  g_clear_pointer (&self->preview, cap_actions_preview_free);
  self->preview = preview;
  show_faults (self);
  show_actions (self);
  set_importable (self, preview->command != NULL && preview->command->edits->len > 0);
}

/* What was being made is no longer wanted. */
static void
renew_cancellable (CapImportActionsWindow *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
}

static void
columns_changed_cb (CapImportActionsWindow *self)
{
  if (cap_workspace_get_dossier (self->workspace) == NULL)
    return;

  set_importable (self, FALSE);
  renew_cancellable (self);
  cap_workspace_preview_actions_async (self->workspace, self->csv, cap_import_columns_get (self->columns),
                                       self->cancellable, previewed_cb, g_object_ref (self));
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(CapImportActionsWindow) self = CAP_IMPORT_ACTIONS_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  CapActionsCsv *csv = cap_workspace_read_actions_finish (CAP_WORKSPACE (source), result, &error);
  g_autofree char *told = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (csv == NULL)
    {
      cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error->message);
      return;
    }

  g_clear_pointer (&self->csv, cap_actions_csv_unref);
  self->csv = csv;
  /* Translators: the name of a file, how many rows it has */
  told = g_strdup_printf (ngettext ("“%1$s”, %2$u row", "“%1$s”, %2$u rows", csv->rows->len - 1), csv->name,
                          csv->rows->len - 1);
  gtk_label_set_text (self->file_label, told);
  cap_message_bar_hide (self->message);
  cap_import_columns_set_csv (self->columns, csv);
  gtk_stack_set_visible_child_name (self->stack, "match");
  columns_changed_cb (self);
}

static void
responded_cb (CapImportActionsWindow *self,
              int                     response)
{
  g_autoptr(GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  g_clear_object (&self->chooser);
  if (file == NULL)
    return;

  path = g_file_get_path (file);
  if (path != NULL)
    cap_import_actions_window_read (self, path);
  else
    cap_message_bar_show (self->message, CAP_MESSAGE_ERROR,
                          _("This place is not a folder of this computer. Choose another one."));
}

static void
choose_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  CapImportActionsWindow *self = CAP_IMPORT_ACTIONS_WINDOW (widget);
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autoptr(GFile) folder = g_file_new_for_path (documents != NULL ? documents : g_get_home_dir ());
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();

  if (self->chooser != NULL)
    return;

  gtk_file_filter_set_name (filter, _("CSV files"));
  gtk_file_filter_add_suffix (filter, "csv");
  gtk_file_filter_add_suffix (filter, "txt");
  gtk_file_filter_add_suffix (filter, "tsv");

  self->chooser = gtk_file_chooser_native_new (_("Import Actions"), GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_OPEN, _("Open"), _("Cancel"));
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), folder, NULL);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (responded_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static gboolean
dropped_cb (CapImportActionsWindow *self,
            const GValue           *value)
{
  GSList *files = g_value_get_boxed (value);
  g_autofree char *path = files != NULL ? g_file_get_path (files->data) : NULL;

  if (path == NULL)
    return FALSE;

  cap_import_actions_window_read (self, path);

  return TRUE;
}

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(CapImportActionsWindow) self = CAP_IMPORT_ACTIONS_WINDOW (user_data);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  guint n_actions = self->preview->n_added + self->preview->n_changed;
  g_autoptr(GError) error = NULL;
  g_autofree char *told = NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  if (!cap_workspace_run_finish (CAP_WORKSPACE (source), result, &error))
    {
      cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error->message);
      columns_changed_cb (self);
      return;
    }

  cap_import_columns_remember (self->columns);
  /* Translators: number of actions that entered the plan or changed */
  told = g_strdup_printf (ngettext ("%u action imported", "%u actions imported", n_actions), n_actions);
  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.toast-undo", "s", told);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
import_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  CapImportActionsWindow *self = CAP_IMPORT_ACTIONS_WINDOW (widget);

  if (self->preview == NULL || self->preview->command == NULL ||
      cap_workspace_get_dossier (self->workspace) == NULL)
    return;

  set_importable (self, FALSE);
  gtk_widget_set_sensitive (widget, FALSE);
  cap_workspace_run_async (self->workspace, g_steal_pointer (&self->preview->command), NULL, imported_cb,
                           g_object_ref (self));
}

static void
cap_import_actions_window_dispose (GObject *object)
{
  CapImportActionsWindow *self = CAP_IMPORT_ACTIONS_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->chooser);
  g_clear_pointer (&self->csv, cap_actions_csv_unref);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (cap_import_actions_window_parent_class)->dispose (object);
}

static void
cap_import_actions_window_finalize (GObject *object)
{
  CapImportActionsWindow *self = CAP_IMPORT_ACTIONS_WINDOW (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->preview, cap_actions_preview_free);

  G_OBJECT_CLASS (cap_import_actions_window_parent_class)->finalize (object);
}

static void
cap_import_actions_window_class_init (CapImportActionsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_import_actions_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_import_actions_window_finalize;

  g_type_ensure (CAP_TYPE_MESSAGE_BAR);
  g_type_ensure (CAP_TYPE_IMPORT_COLUMNS);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/coorace/CapCedre/ui/cap-import-actions-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CapImportActionsWindow, message);
  gtk_widget_class_bind_template_child (widget_class, CapImportActionsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CapImportActionsWindow, choose_button);
  gtk_widget_class_bind_template_child (widget_class, CapImportActionsWindow, file_label);
  gtk_widget_class_bind_template_child (widget_class, CapImportActionsWindow, columns);
  gtk_widget_class_bind_template_child (widget_class, CapImportActionsWindow, faults_box);
  gtk_widget_class_bind_template_child (widget_class, CapImportActionsWindow, faults_title);
  gtk_widget_class_bind_template_child (widget_class, CapImportActionsWindow, faults);
  gtk_widget_class_bind_template_child (widget_class, CapImportActionsWindow, actions_box);
  gtk_widget_class_bind_template_child (widget_class, CapImportActionsWindow, outcome);
  gtk_widget_class_bind_template_child (widget_class, CapImportActionsWindow, actions);
  gtk_widget_class_bind_template_callback (widget_class, columns_changed_cb);

  gtk_widget_class_install_action (widget_class, "import.choose", NULL, choose_cb);
  gtk_widget_class_install_action (widget_class, "import.import", NULL, import_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK, "import.choose", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
cap_import_actions_window_init (CapImportActionsWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  set_importable (self, FALSE);
  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/**
 * cap_import_actions_window_new:
 * @parent: the window of the dossier, which shows the toast
 * @workspace: with a dossier open to be changed
 *
 * Returns: (transfer none): a window of its own, not shown yet
 */
GtkWidget *
cap_import_actions_window_new (GtkWindow    *parent,
                               CapWorkspace *workspace)
{
  CapImportActionsWindow *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (cap_workspace_get_dossier (workspace) != NULL, NULL);

  self = g_object_new (CAP_TYPE_IMPORT_ACTIONS_WINDOW, "transient-for", parent, NULL);
  self->workspace = g_object_ref (workspace);
  gtk_window_set_focus (GTK_WINDOW (self), self->choose_button);

  return GTK_WIDGET (self);
}

void
cap_import_actions_window_read (CapImportActionsWindow *self,
                                const char             *path)
{
  g_return_if_fail (CAP_IS_IMPORT_ACTIONS_WINDOW (self) && path != NULL);

  if (cap_workspace_get_dossier (self->workspace) == NULL)
    return;

  set_importable (self, FALSE);
  renew_cancellable (self);
  cap_workspace_read_actions_async (self->workspace, path, self->cancellable, read_cb, g_object_ref (self));
}
