/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/documents/cap-document-chooser.h"

#include <glib/gi18n.h>

/**
 * cap_document_chooser_new:
 * @document: what is saved
 * @odt: whether it is as a text for word processors
 * @beside: the path of the dossier: that is where the document will be looked for
 * @parent: the window
 *
 * Returns: (transfer full): asks where to save a document
 */
GtkFileChooserNative *
cap_document_chooser_new (CapDocument *document,
                          gboolean     odt,
                          const char  *beside,
                          GtkWindow   *parent)
{
  g_autofree char *folder_path = g_path_get_dirname (beside);
  g_autoptr(GFile) folder = g_file_new_for_path (folder_path);
  g_autofree char *name = odt ? cap_document_dup_odt_name (document)
                              : g_strdup (cap_document_get_file_name (document));
  GtkFileChooserNative *chooser;

  chooser = gtk_file_chooser_native_new (odt ? _("Save as ODT") : _("Save as PDF"), parent,
                                         GTK_FILE_CHOOSER_ACTION_SAVE, _("Save"), _("Cancel"));
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);

  return chooser;
}

/**
 * cap_document_chooser_dup_path:
 * @odt: as for cap_document_chooser_new(): a text that is named otherwise would not open
 *
 * Returns: (transfer full) (nullable): what was chosen
 */
char *
cap_document_chooser_dup_path (GtkFileChooserNative *chooser,
                               gboolean              odt)
{
  g_autoptr(GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path == NULL || !odt || g_str_has_suffix (path, CAP_DOCUMENT_ODT_SUFFIX))
    return g_steal_pointer (&path);

  return g_strconcat (path, CAP_DOCUMENT_ODT_SUFFIX, NULL);
}
