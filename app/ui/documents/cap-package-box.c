/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/documents/cap-package-box.h"

#include <glib/gi18n.h>

#include "ui/widgets/cap-message-bar.h"
#include "workspace/cap-package-file.h"
#include "workspace/cap-workspace-seal.h"

/* More is not read: the first ones say where to look. */
#define MAX_FAULTS 5

/**
 * CapPackageBox:
 *
 * The package for the audit: the dossier, its evidence and their index in one
 * zip. It is made beside the dossier, and an older one is verified; so is a PDF
 * that was sealed.
 */
struct _CapPackageBox
{
  AdwBin                parent_instance;

  CapWorkspace         *workspace;
  GtkFileChooserNative *chooser;
  GCancellable         *cancellable;   /* of what is under way, or NULL */

  CapMessageBar        *message;
  GtkWidget            *buttons;
  GtkWidget            *progress;
  GtkLabel             *what;
};

G_DEFINE_FINAL_TYPE (CapPackageBox, cap_package_box, ADW_TYPE_BIN)

static void
begin (CapPackageBox *self,
       const char    *what)
{
  self->cancellable = g_cancellable_new ();
  cap_message_bar_hide (self->message);
  gtk_label_set_text (self->what, what);
  gtk_widget_set_visible (self->buttons, FALSE);
  gtk_widget_set_visible (self->progress, TRUE);
}

/* A person who cancels knows it. */
static void
end (CapPackageBox *self,
     const GError  *error)
{
  g_clear_object (&self->cancellable);
  gtk_widget_set_visible (self->progress, FALSE);
  gtk_widget_set_visible (self->buttons, TRUE);

  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error->message);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(CapPackageBox) self = user_data;
  g_autoptr(GError) error = NULL;
  const gboolean written = cap_workspace_write_package_finish (CAP_WORKSPACE (source), result, &error);

  end (self, error);
  if (written)
    cap_message_bar_show (self->message, CAP_MESSAGE_INFO,
                          _("The package is made. Whoever receives it can verify that nothing changed."));
}

static char *
dup_verdict (const GPtrArray *faults,
             guint            n_files)
{
  GString *text;

  if (faults->len == 0)
    /* Translators: how many files a package has */
    return g_strdup_printf (ngettext ("This package is intact: its %u file is as it was written.",
                                      "This package is intact: its %u files are as they were written.",
                                      n_files), n_files);

  text = g_string_new (NULL);
  for (guint i = 0; i < MIN (faults->len, MAX_FAULTS); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (const char *) g_ptr_array_index (faults, i));
  if (faults->len > MAX_FAULTS)
    g_string_append (text, "\n…");

  return g_string_free (text, FALSE);
}

static void
verified_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(CapPackageBox) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) faults = NULL;
  g_autofree char *verdict = NULL;
  guint n_files = 0;

  faults = cap_workspace_verify_package_finish (CAP_WORKSPACE (source), result, &n_files, &error);
  end (self, error);
  if (faults == NULL)
    return;

  verdict = dup_verdict (faults, n_files);
  cap_message_bar_show (self->message, faults->len > 0 ? CAP_MESSAGE_ERROR : CAP_MESSAGE_INFO, verdict);
}

static void
pdf_verified_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(CapPackageBox) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean changed = FALSE;
  g_autofree char *verdict = cap_workspace_verify_pdf_finish (CAP_WORKSPACE (source), result, &changed,
                                                              &error);

  end (self, error);
  if (verdict != NULL)
    cap_message_bar_show (self->message, changed ? CAP_MESSAGE_ERROR : CAP_MESSAGE_INFO, verdict);
}

static char *
take_path (CapPackageBox *self,
           int            response)
{
  g_autoptr(GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  g_clear_object (&self->chooser);

  return file != NULL ? g_file_get_path (file) : NULL;
}

static void
write_chosen_cb (CapPackageBox *self,
                 int            response)
{
  g_autofree char *path = take_path (self, response);

  if (path == NULL || cap_workspace_get_dossier (self->workspace) == NULL)
    return;

  begin (self, _("The package is being made…"));
  cap_workspace_write_package_async (self->workspace, path, self->cancellable, written_cb,
                                     g_object_ref (self));
}

static void
verify_chosen_cb (CapPackageBox *self,
                  int            response)
{
  g_autofree char *path = take_path (self, response);

  if (path == NULL)
    return;

  cap_package_box_verify (self, path);
}

static void
ask (CapPackageBox        *self,
     GtkFileChooserAction  action,
     const char           *title,
     const char           *accept,
     GCallback             callback)
{
  g_autofree char *folder_path = g_path_get_dirname (cap_workspace_get_path (self->workspace));
  g_autoptr(GFile) folder = g_file_new_for_path (folder_path);

  if (self->chooser != NULL)
    return;

  self->chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                               action, accept, _("Cancel"));
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), folder, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", callback, self, G_CONNECT_SWAPPED);
}

static void
write_cb (CapPackageBox *self)
{
  g_autofree char *name = cap_workspace_dup_package_name (self->workspace);

  ask (self, GTK_FILE_CHOOSER_ACTION_SAVE, _("Package for the Audit"), _("Save"),
       G_CALLBACK (write_chosen_cb));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
verify_cb (CapPackageBox *self)
{
  ask (self, GTK_FILE_CHOOSER_ACTION_OPEN, _("Verify a Package or a PDF"), _("Verify"),
       G_CALLBACK (verify_chosen_cb));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
cancel_cb (CapPackageBox *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

static void
cap_package_box_dispose (GObject *object)
{
  CapPackageBox *self = CAP_PACKAGE_BOX (object);

  cancel_cb (self);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->chooser);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (cap_package_box_parent_class)->dispose (object);
}

static void
cap_package_box_class_init (CapPackageBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_package_box_dispose;

  g_type_ensure (CAP_TYPE_MESSAGE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-package-box.ui");
  gtk_widget_class_bind_template_child (widget_class, CapPackageBox, message);
  gtk_widget_class_bind_template_child (widget_class, CapPackageBox, buttons);
  gtk_widget_class_bind_template_child (widget_class, CapPackageBox, progress);
  gtk_widget_class_bind_template_child (widget_class, CapPackageBox, what);
  gtk_widget_class_bind_template_callback (widget_class, write_cb);
  gtk_widget_class_bind_template_callback (widget_class, verify_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
cap_package_box_init (CapPackageBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* @workspace has a dossier open. */
void
cap_package_box_set_workspace (CapPackageBox *self,
                               CapWorkspace  *workspace)
{
  g_return_if_fail (CAP_IS_PACKAGE_BOX (self) && CAP_IS_WORKSPACE (workspace));

  g_set_object (&self->workspace, workspace);
}

/* A package, or a PDF by its name: what is found is told in the bar. */
void
cap_package_box_verify (CapPackageBox *self,
                        const char    *path)
{
  g_autofree char *name = g_ascii_strdown (path, -1);

  g_return_if_fail (CAP_IS_PACKAGE_BOX (self) && self->workspace != NULL && path != NULL);

  if (g_str_has_suffix (name, ".pdf"))
    {
      begin (self, _("The document is being verified…"));
      cap_workspace_verify_pdf_async (self->workspace, path, self->cancellable, pdf_verified_cb,
                                      g_object_ref (self));
      return;
    }

  begin (self, _("The package is being verified…"));
  cap_workspace_verify_package_async (self->workspace, path, self->cancellable, verified_cb,
                                      g_object_ref (self));
}
