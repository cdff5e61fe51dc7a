/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/audit/cap-auditor-copy-window.h"

#include <glib/gi18n.h>

#include "quality/cap-record-text.h"
#include "ui/widgets/cap-message-bar.h"
#include "workspace/cap-auditor-copy.h"
#include "workspace/cap-workspace-vault.h"

/**
 * CapAuditorCopyWindow:
 *
 * Hands over the copy that an auditor works in: people choose the audit, then where to keep the copy.
 */
struct _CapAuditorCopyWindow
{
  AdwWindow             parent_instance;

  /* Owned */
  CapWorkspace         *workspace;
  CapDossier           *dossier; /* whose audits are listed */
  GtkFileChooserNative *chooser; /* the one that is open, or NULL */

  const CapRecord      *audit;   /* that the copy is asked for; of the dossier */

  /* Template children */
  CapMessageBar        *message;
  GtkWidget            *encrypted;
  GtkListBox           *list;
};

G_DEFINE_FINAL_TYPE (CapAuditorCopyWindow, cap_auditor_copy_window, ADW_TYPE_WINDOW)

static void
add_audit (CapAuditorCopyWindow *self,
           const CapRecord      *audit)
{
  GtkWidget *row = adw_action_row_new ();
  const char *code = cap_record_get_code (audit);
  g_autofree char *title = g_strconcat (code, " – ", cap_record_get_title (audit), NULL);
  g_autofree char *summary = cap_record_dup_summary (audit);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), summary);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_list_box_append (self->list, row);
}

/* The one that comes next is the last one: it is on top. */
static const CapRecord *
get_audit (CapAuditorCopyWindow *self,
           guint                 index)
{
  const GPtrArray *audits = self->dossier->registers[CAP_REGISTER_AUDIT];

  return g_ptr_array_index (audits, audits->len - 1 - index);
}

static void
fill_list (CapAuditorCopyWindow *self)
{
  for (guint i = 0; i < self->dossier->registers[CAP_REGISTER_AUDIT]->len; i++)
    add_audit (self, get_audit (self, i));
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(CapAuditorCopyWindow) self = CAP_AUDITOR_COPY_WINDOW (user_data);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr(GError) error = NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  if (!cap_workspace_write_auditor_copy_finish (CAP_WORKSPACE (source), result, &error))
    {
      cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error->message);
      return;
    }

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.toast", "s",
                                _("The copy is ready to be sent to the auditor."));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
chosen_cb (CapAuditorCopyWindow *self,
           int                   response)
{
  g_autoptr(GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  g_clear_object (&self->chooser);
  if (file == NULL || cap_workspace_get_dossier (self->workspace) == NULL)
    return;

  if (g_file_peek_path (file) == NULL)
    {
      cap_message_bar_show (self->message, CAP_MESSAGE_ERROR,
                            _("The copy is written in a folder of this computer: choose one."));
      return;
    }

  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  cap_workspace_write_auditor_copy_async (self->workspace, self->audit->id, g_file_peek_path (file), NULL,
                                          written_cb, g_object_ref (self));
}

static void
row_activated_cb (CapAuditorCopyWindow *self,
                  GtkListBoxRow        *row)
{
  g_autofree char *folder_path = g_path_get_dirname (cap_workspace_get_path (self->workspace));
  g_autoptr(GFile) folder = g_file_new_for_path (folder_path);
  g_autofree char *name = NULL;

  if (self->chooser != NULL)
    return;

  self->audit = get_audit (self, (guint) gtk_list_box_row_get_index (row));
  name = cap_workspace_dup_auditor_copy_name (self->workspace, self->audit->id);
  cap_message_bar_hide (self->message);
  self->chooser = gtk_file_chooser_native_new (gtk_window_get_title (GTK_WINDOW (self)), GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, _("Save"), _("Cancel"));
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), folder, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
cap_auditor_copy_window_dispose (GObject *object)
{
  CapAuditorCopyWindow *self = CAP_AUDITOR_COPY_WINDOW (object);

  g_clear_object (&self->chooser);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (cap_auditor_copy_window_parent_class)->dispose (object);
}

static void
cap_auditor_copy_window_finalize (GObject *object)
{
  cap_dossier_unref (CAP_AUDITOR_COPY_WINDOW (object)->dossier);

  G_OBJECT_CLASS (cap_auditor_copy_window_parent_class)->finalize (object);
}

static void
cap_auditor_copy_window_class_init (CapAuditorCopyWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_auditor_copy_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_auditor_copy_window_finalize;

  g_type_ensure (CAP_TYPE_MESSAGE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/coorace/CapCedre/ui/cap-auditor-copy-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CapAuditorCopyWindow, message);
  gtk_widget_class_bind_template_child (widget_class, CapAuditorCopyWindow, encrypted);
  gtk_widget_class_bind_template_child (widget_class, CapAuditorCopyWindow, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
cap_auditor_copy_window_init (CapAuditorCopyWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cap_auditor_copy_window_new:
 * @parent: (nullable): the window of the dossier, which shows the toast
 * @workspace: with the dossier of the structure open, which has an audit
 *
 * Returns: (transfer none): a window of its own, not shown yet
 */
GtkWidget *
cap_auditor_copy_window_new (GtkWindow    *parent,
                             CapWorkspace *workspace)
{
  CapAuditorCopyWindow *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (cap_workspace_get_dossier (workspace) != NULL, NULL);

  self = g_object_new (CAP_TYPE_AUDITOR_COPY_WINDOW, "transient-for", parent, NULL);
  self->workspace = g_object_ref (workspace);
  self->dossier = cap_dossier_ref (cap_workspace_get_dossier (workspace));
  fill_list (self);
  gtk_widget_set_visible (self->encrypted, cap_workspace_is_encrypted (workspace));
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0)));

  return GTK_WIDGET (self);
}
