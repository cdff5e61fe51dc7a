/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/documents/cap-seal-button.h"

#include <glib/gi18n.h>

#include "ui/documents/cap-seal-window.h"
#include "workspace/cap-workspace-seal.h"

/**
 * CapSealButton:
 *
 * Starts to seal the document that is shown; it is seen where that can be done.
 */
struct _CapSealButton
{
  AdwBin        parent_instance;

  CapWorkspace *workspace;
  CapDocument  *document; /* or NULL */
};

G_DEFINE_FINAL_TYPE (CapSealButton, cap_seal_button, ADW_TYPE_BIN)

static void
clicked_cb (CapSealButton *self)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

  if (self->document != NULL)
    gtk_window_present (GTK_WINDOW (cap_seal_window_new (parent, self->workspace, self->document)));
}

static void
cap_seal_button_dispose (GObject *object)
{
  CapSealButton *self = CAP_SEAL_BUTTON (object);

  g_clear_object (&self->workspace);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (cap_seal_button_parent_class)->dispose (object);
}

static void
cap_seal_button_class_init (CapSealButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cap_seal_button_dispose;
}

static void
cap_seal_button_init (CapSealButton *self)
{
  GtkWidget *button = gtk_button_new_with_label (_("Seal…"));

  gtk_widget_set_tooltip_text (button, _("So that anyone can verify that this version was not changed"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), button);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * cap_seal_button_set_document:
 * @workspace: (nullable): with a dossier open
 * @document: (nullable): of it
 */
void
cap_seal_button_set_document (CapSealButton *self,
                              CapWorkspace  *workspace,
                              CapDocument   *document)
{
  g_return_if_fail (CAP_IS_SEAL_BUTTON (self));

  g_set_object (&self->workspace, workspace);
  g_set_object (&self->document, document);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          document != NULL && cap_workspace_can_seal (workspace) &&
                          cap_report_kind_has_seal (cap_document_get_choice (document)->kind));
}
