/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/shell/cap-window-private.h"

#include "ui/vault/cap-vault-window.h"
#include "workspace/cap-workspace-vault.h"

static void
encryption_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  CapWindow *self = CAP_WINDOW (widget);

  cap_journey_flush (self->journey);
  gtk_window_present (GTK_WINDOW (cap_vault_window_new (GTK_WINDOW (self), self->workspace)));
}

void
cap_window_install_vault_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.encryption", NULL, encryption_cb);
}

void
cap_window_update_vault_actions (CapWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.encryption",
                                 cap_workspace_get_dossier (self->workspace) != NULL &&
                                 cap_workspace_can_encrypt (self->workspace));
}
