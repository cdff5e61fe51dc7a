/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/records/cap-import-register-window.h"

#include <glib/gi18n.h>

#include "ui/widgets/cap-import-faults.h"
#include "ui/widgets/cap-message-bar.h"
#include "ui/widgets/cap-sheet-intake.h"
#include "workspace/cap-register-exchange.h"

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
  CapSheetIntake       *intake;      /* of the file */
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
  CapImportFaults      *faults;
};

G_DEFINE_FINAL_TYPE (CapImportRegisterWindow, cap_import_register_window, ADW_TYPE_WINDOW)

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
  cap_import_faults_show (self->faults, preview->faults);
  gtk_stack_set_visible_child_name (self->stack, "preview");
  set_importable (self, preview->command != NULL && preview->command->edits->len > 0);
  gtk_widget_grab_focus (self->another_button);
}

static void
choose_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  cap_sheet_intake_choose (CAP_IMPORT_REGISTER_WINDOW (widget)->intake);
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
  g_clear_object (&self->intake);
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

  g_type_ensure (CAP_TYPE_IMPORT_FAULTS);
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
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  set_importable (self, FALSE);
  self->intake = cap_sheet_intake_new (GTK_WINDOW (self), self->message);
  g_signal_connect_object (self->intake, "taken", G_CALLBACK (cap_import_register_window_read), self,
                           G_CONNECT_SWAPPED);
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
