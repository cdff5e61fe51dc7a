/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/quality/cap-import-register-window.h"

#include <glib/gi18n.h>

#include "ui/widgets/cap-message-bar.h"
#include "workspace/cap-register-exchange.h"

#define MAX_SHOWN_FAULTS 60

/**
 * CapImportRegisterWindow:
 *
 * Takes a list that people keep in a spreadsheet into a register: they choose the file and see what
 * would come of it. Nothing is imported before that is asked for, nor while there is a fault.
 */
struct _CapImportRegisterWindow
{
  AdwWindow             parent_instance;

  /* Owned */
  CapWorkspace         *workspace;
  GCancellable         *cancellable; /* of what is being read */
  GtkFileChooserNative *chooser;     /* while a file is being chosen */
  CapRegisterPreview   *preview;     /* of the file on display, or NULL */
  char                 *summary;     /* of it */

  CapRegisterKind       kind;

  /* Template children */
  CapMessageBar        *message;
  GtkStack             *stack;
  AdwStatusPage        *status;
  GtkWidget            *choose_button;
  GtkWidget            *another_button;
  GtkLabel             *file_label;
  GtkLabel             *outcome;
  GtkWidget            *faults_box;
  GtkLabel             *faults_title;
  GtkListBox           *faults;
};

G_DEFINE_FINAL_TYPE (CapImportRegisterWindow, cap_import_register_window, ADW_TYPE_WINDOW)

static void
append_fault (CapImportRegisterWindow *self,
              const char              *sentence)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sentence);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_append (self->faults, row);
}

static void
show_faults (CapImportRegisterWindow *self)
{
  const GPtrArray *faults = self->preview->faults;
  g_autofree char *title = NULL;
  g_autofree char *more = NULL;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->faults))) != NULL)
    gtk_list_box_remove (self->faults, row);

  gtk_widget_set_visible (self->faults_box, faults->len > 0);
  /* Translators: number of faults */
  title = g_strdup_printf (ngettext ("%u fault: nothing is imported before it is mended",
                                     "%u faults: nothing is imported before they are mended", faults->len),
                           faults->len);
  gtk_label_set_text (self->faults_title, title);
  for (guint i = 0; i < MIN (faults->len, MAX_SHOWN_FAULTS); i++)
    append_fault (self, g_ptr_array_index (faults, i));
  if (faults->len <= MAX_SHOWN_FAULTS)
    return;

  /* Translators: how many more there are than what is shown above */
  more = g_strdup_printf (ngettext ("and %u more", "and %u more", faults->len - MAX_SHOWN_FAULTS),
                          faults->len - MAX_SHOWN_FAULTS);
  append_fault (self, more);
}

static void
show_outcome (CapImportRegisterWindow *self)
{
  g_autofree char *outcome = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->outcome), self->preview->faults->len == 0);
  /* Translators: numbers of lines of a register */
  outcome = g_strdup_printf (_("New: %1$u · changed: %2$u · already so: %3$u"), self->preview->n_added,
                             self->preview->n_changed, self->preview->n_same);
  gtk_label_set_text (self->outcome, outcome);
}

static void
set_importable (CapImportRegisterWindow *self,
                gboolean                 importable)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.import", importable);
}

static void
previewed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(CapImportRegisterWindow) self = CAP_IMPORT_REGISTER_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  CapRegisterPreview *preview;

  preview = cap_workspace_preview_register_finish (CAP_WORKSPACE (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (preview == NULL)
    {
      cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error->message);
      return;
    }

  g_clear_pointer (&self->preview, cap_register_preview_free);
  g_free (self->summary);
  self->preview = preview;
  self->summary = cap_register_preview_dup_summary (preview);
  cap_message_bar_hide (self->message);
  show_outcome (self);
  show_faults (self);
  gtk_stack_set_visible_child_name (self->stack, "preview");
  set_importable (self, preview->command != NULL && preview->command->edits->len > 0);
  gtk_widget_grab_focus (self->another_button);
}

static void
responded_cb (CapImportRegisterWindow *self,
              int                      response)
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
    cap_import_register_window_read (self, path);
  else
    cap_message_bar_show (self->message, CAP_MESSAGE_ERROR,
                          _("This place is not a folder of this computer. Choose another one."));
}

static void
choose_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  CapImportRegisterWindow *self = CAP_IMPORT_REGISTER_WINDOW (widget);
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autoptr(GFile) folder = g_file_new_for_path (documents != NULL ? documents : g_get_home_dir ());
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();

  if (self->chooser != NULL)
    return;

  gtk_file_filter_set_name (filter, _("CSV files"));
  gtk_file_filter_add_suffix (filter, "csv");
  gtk_file_filter_add_suffix (filter, "txt");
  gtk_file_filter_add_suffix (filter, "tsv");

  self->chooser = gtk_file_chooser_native_new (_("Import a List"), GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_OPEN, _("Open"), _("Cancel"));
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), folder, NULL);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (responded_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static gboolean
dropped_cb (CapImportRegisterWindow *self,
            const GValue            *value)
{
  GSList *files = g_value_get_boxed (value);
  g_autofree char *path = files != NULL ? g_file_get_path (files->data) : NULL;

  if (path == NULL)
    return FALSE;

  cap_import_register_window_read (self, path);

  return TRUE;
}

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(CapImportRegisterWindow) self = CAP_IMPORT_REGISTER_WINDOW (user_data);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr(GError) error = NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  if (!cap_workspace_run_finish (CAP_WORKSPACE (source), result, &error))
    {
      cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error->message);
      return;
    }

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.toast-undo", "s", self->summary);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
import_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  CapImportRegisterWindow *self = CAP_IMPORT_REGISTER_WINDOW (widget);

  if (self->preview == NULL || self->preview->command == NULL ||
      cap_workspace_get_dossier (self->workspace) == NULL)
    return;

  set_importable (self, FALSE);
  gtk_widget_set_sensitive (widget, FALSE);
  cap_workspace_run_async (self->workspace, g_steal_pointer (&self->preview->command), NULL, imported_cb,
                           g_object_ref (self));
}

static void
cap_import_register_window_dispose (GObject *object)
{
  CapImportRegisterWindow *self = CAP_IMPORT_REGISTER_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->chooser);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (cap_import_register_window_parent_class)->dispose (object);
}

static void
cap_import_register_window_finalize (GObject *object)
{
  CapImportRegisterWindow *self = CAP_IMPORT_REGISTER_WINDOW (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->preview, cap_register_preview_free);
  g_free (self->summary);

  G_OBJECT_CLASS (cap_import_register_window_parent_class)->finalize (object);
}

#define BIND(child) gtk_widget_class_bind_template_child (widget_class, CapImportRegisterWindow, child)

static void
cap_import_register_window_class_init (CapImportRegisterWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_import_register_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_import_register_window_finalize;

  g_type_ensure (CAP_TYPE_MESSAGE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/coorace/CapCedre/ui/cap-import-register-window.ui");
  BIND (message);
  BIND (stack);
  BIND (status);
  BIND (choose_button);
  BIND (another_button);
  BIND (file_label);
  BIND (outcome);
  BIND (faults_box);
  BIND (faults_title);
  BIND (faults);

  gtk_widget_class_install_action (widget_class, "import.choose", NULL, choose_cb);
  gtk_widget_class_install_action (widget_class, "import.import", NULL, import_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK, "import.choose", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

#undef BIND

static void
cap_import_register_window_init (CapImportRegisterWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  set_importable (self, FALSE);
  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* The columns that are understood, by the labels of the fields; a status page takes markup. */
static char *
describe (const CapRegister *reg)
{
  GString *columns = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < reg->n_fields; i++)
    g_string_append_printf (columns, "%s%s", i > 0 ? ", " : "", gettext (reg->fields[i].label));
  /* Translators: %s is a list of columns */
  text = g_strdup_printf (_("In your spreadsheet, save the sheet as “CSV UTF-8”, then choose this file here. "
                            "Its first row names the columns: %s. A code that is there already is that line; "
                            "you see everything before it is imported."), columns->str);
  g_string_free (columns, TRUE);

  return g_markup_escape_text (text, -1);
}

/**
 * cap_import_register_window_new:
 * @parent: the window of the dossier, which shows the toast
 * @workspace: with a dossier open to be changed
 * @kind: a register whose lines have a code
 *
 * Returns: (transfer none): a window of its own, not shown yet
 */
GtkWidget *
cap_import_register_window_new (GtkWindow       *parent,
                                CapWorkspace    *workspace,
                                CapRegisterKind  kind)
{
  const CapRegister *reg = cap_register_get (kind);
  g_autofree char *description = describe (reg);
  CapImportRegisterWindow *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (cap_workspace_get_dossier (workspace) != NULL, NULL);

  self = g_object_new (CAP_TYPE_IMPORT_REGISTER_WINDOW, "transient-for", parent, NULL);
  self->workspace = g_object_ref (workspace);
  self->kind = kind;
  adw_status_page_set_title (self->status, gettext (reg->label));
  adw_status_page_set_description (self->status, description);
  gtk_window_set_focus (GTK_WINDOW (self), self->choose_button);

  return GTK_WIDGET (self);
}

void
cap_import_register_window_read (CapImportRegisterWindow *self,
                                 const char              *path)
{
  g_autofree char *name = NULL;

  g_return_if_fail (CAP_IS_IMPORT_REGISTER_WINDOW (self) && path != NULL);

  if (cap_workspace_get_dossier (self->workspace) == NULL)
    return;

  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  set_importable (self, FALSE);
  name = g_path_get_basename (path);
  gtk_label_set_text (self->file_label, name);
  cap_workspace_preview_register_async (self->workspace, self->kind, path, self->cancellable, previewed_cb,
                                        g_object_ref (self));
}
