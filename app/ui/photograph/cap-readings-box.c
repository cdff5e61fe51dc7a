/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/photograph/cap-readings-box.h"

#include <glib/gi18n.h>

#include "ui/widgets/cap-message-bar.h"
#include "workspace/cap-readings-export.h"

/**
 * CapReadingsBox:
 *
 * Where the results are taken out by theme of the CSESS guide and by core
 * subject of ISO 26000, for those who prepare a general meeting.
 */
struct _CapReadingsBox
{
  AdwBin                parent_instance;

  CapWorkspace         *workspace;
  GtkFileChooserNative *chooser;

  CapMessageBar        *message;
};

G_DEFINE_FINAL_TYPE (CapReadingsBox, cap_readings_box, ADW_TYPE_BIN)

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(CapReadingsBox) self = CAP_READINGS_BOX (user_data);
  g_autoptr(GError) error = NULL;

  if (cap_workspace_export_readings_finish (CAP_WORKSPACE (source), result, &error))
    cap_message_bar_show (self->message, CAP_MESSAGE_INFO, _("The readings are exported."));
  else
    cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error->message);
}

static void
place_chosen_cb (CapReadingsBox *self,
                 int             response)
{
  g_autoptr(GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  g_clear_object (&self->chooser);
  if (file == NULL || cap_workspace_get_dossier (self->workspace) == NULL)
    return;

  path = g_file_get_path (file);
  if (path == NULL)
    cap_message_bar_show (self->message, CAP_MESSAGE_ERROR,
                          _("This place is not a folder of this computer. Choose another one."));
  else
    cap_workspace_export_readings_async (self->workspace, path, NULL, exported_cb, g_object_ref (self));
}

static void
export_cb (CapReadingsBox *self)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autoptr(GFile) folder = NULL;
  g_autofree char *name = NULL;

  if (self->chooser != NULL || cap_workspace_get_dossier (self->workspace) == NULL)
    return;

  folder = g_file_new_for_path (documents != NULL ? documents : g_get_home_dir ());
  name = cap_workspace_dup_readings_name (self->workspace);
  self->chooser = gtk_file_chooser_native_new (_("Export the CSESS Reading"),
                                               GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, _("Save"), _("Cancel"));
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), folder, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (place_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
cap_readings_box_dispose (GObject *object)
{
  CapReadingsBox *self = CAP_READINGS_BOX (object);

  g_clear_object (&self->chooser);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (cap_readings_box_parent_class)->dispose (object);
}

static void
cap_readings_box_class_init (CapReadingsBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_readings_box_dispose;

  g_type_ensure (CAP_TYPE_MESSAGE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-readings-box.ui");
  gtk_widget_class_bind_template_child (widget_class, CapReadingsBox, message);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
}

static void
cap_readings_box_init (CapReadingsBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
cap_readings_box_set_workspace (CapReadingsBox *self,
                                CapWorkspace   *workspace)
{
  g_return_if_fail (CAP_IS_READINGS_BOX (self) && CAP_IS_WORKSPACE (workspace));

  g_set_object (&self->workspace, workspace);
}

void
cap_readings_box_update (CapReadingsBox *self)
{
  CapPhotograph *photograph;

  g_return_if_fail (CAP_IS_READINGS_BOX (self) && self->workspace != NULL);

  photograph = cap_workspace_get_photograph (self->workspace);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          photograph != NULL && cap_readings_are_there (photograph->framework));
}
