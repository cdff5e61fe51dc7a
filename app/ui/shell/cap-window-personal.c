/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/shell/cap-window-private.h"

#include "ui/personal/cap-personal-window.h"
#include "workspace/cap-workspace-past.h"

static void
personal_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  CapWindow *self = CAP_WINDOW (widget);

  cap_journey_flush (self->journey);
  gtk_window_present (GTK_WINDOW (cap_personal_window_new (GTK_WINDOW (self), self->workspace)));
}

void
cap_window_install_personal_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.personal", NULL, personal_cb);
}

/* What is looked at only, or is an auditor’s, says nothing of people that could be taken out here. */
void
cap_window_update_personal_actions (CapWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.personal",
                                 cap_workspace_get_dossier (self->workspace) != NULL &&
                                 cap_workspace_get_moment (self->workspace) == NULL);
}
