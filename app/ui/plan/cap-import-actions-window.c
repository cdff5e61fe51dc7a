/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/plan/cap-import-actions-window.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "ui/plan/cap-import-columns.h"
#include "ui/widgets/cap-import-faults.h"
#include "ui/widgets/cap-message-bar.h"
#include "ui/widgets/cap-sheet-intake.h"

#define MAX_SHOWN_ACTIONS 6

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
  CapSheetIntake       *intake;      /* of the file */
  CapActionsCsv        *csv;         /* NULL until a file is read */
  CapActionsPreview    *preview;     /* of the choice on display; NULL while it is being made */

  /* Template children */
  CapMessageBar        *message;
  GtkStack             *stack;
  GtkWidget            *choose_button;
  GtkLabel             *file_label;
  CapImportColumns     *columns;
  CapImportFaults      *faults;
  GtkWidget            *actions_box;
  GtkLabel             *outcome;
  GtkListBox           *actions;
};

G_DEFINE_FINAL_TYPE (CapImportActionsWindow, cap_import_actions_window, ADW_TYPE_WINDOW)

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
  cap_import_list_append (list, action->title, subtitle->str);
}

static void
show_actions (CapImportActionsWindow *self)
{
  const GPtrArray *actions = self->preview->actions;
  g_autofree char *outcome = NULL;

  cap_import_list_clear (self->actions);
  gtk_widget_set_visible (self->actions_box, actions->len > 0);
  /* Translators: numbers of actions */
  outcome = g_strdup_printf (_("New: %1$u · changed: %2$u · already so: %3$u"), self->preview->n_added,
                             self->preview->n_changed, self->preview->n_same);
  gtk_label_set_text (self->outcome, outcome);
  for (guint i = 0; i < MIN (actions->len, MAX_SHOWN_ACTIONS); i++)
    append_action (self->actions, g_ptr_array_index (actions, i));
  if (actions->len > MAX_SHOWN_ACTIONS)
    cap_import_list_append_more (self->actions, actions->len - MAX_SHOWN_ACTIONS);
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
  cap_import_faults_show (self->faults, preview->faults);
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
choose_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  cap_sheet_intake_choose (CAP_IMPORT_ACTIONS_WINDOW (widget)->intake);
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
  g_clear_object (&self->intake);
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

  g_type_ensure (CAP_TYPE_IMPORT_FAULTS);
  g_type_ensure (CAP_TYPE_MESSAGE_BAR);
  g_type_ensure (CAP_TYPE_IMPORT_COLUMNS);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/coorace/CapCedre/ui/cap-import-actions-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CapImportActionsWindow, message);
  gtk_widget_class_bind_template_child (widget_class, CapImportActionsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CapImportActionsWindow, choose_button);
  gtk_widget_class_bind_template_child (widget_class, CapImportActionsWindow, file_label);
  gtk_widget_class_bind_template_child (widget_class, CapImportActionsWindow, columns);
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
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  set_importable (self, FALSE);
  self->intake = cap_sheet_intake_new (GTK_WINDOW (self), self->message);
  g_signal_connect_object (self->intake, "taken", G_CALLBACK (cap_import_actions_window_read), self,
                           G_CONNECT_SWAPPED);
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
