/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/shell/cap-window-private.h"

#include "ui/shell/cap-merge-window.h"

/* What a window does to make two copies of its dossier one again. */

static void
merge_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  CapWindow *self = CAP_WINDOW (widget);

  cap_journey_flush (self->journey);
  gtk_window_present (GTK_WINDOW (cap_merge_window_new (GTK_WINDOW (self), self->workspace)));
}

/* The file was replaced meanwhile: what it is now is the other copy. */
static void
merge_file_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  CapWindow *self = CAP_WINDOW (widget);
  GtkWidget *window;

  cap_journey_flush (self->journey);
  window = cap_merge_window_new (GTK_WINDOW (self), self->workspace);
  cap_merge_window_read (CAP_MERGE_WINDOW (window), cap_workspace_get_path (self->workspace));
  gtk_window_present (GTK_WINDOW (window));
}

void
cap_window_install_merge_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.merge", NULL, merge_cb);
  gtk_widget_class_install_action (widget_class, "win.merge-file", NULL, merge_file_cb);
}

/* An auditor’s copy is taken back, not merged. */
void
cap_window_update_merge_actions (CapWindow *self)
{
  const CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  const gboolean allowed = dossier != NULL && dossier->audited == NULL &&
                           !cap_workspace_get_read_only (self->workspace);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.merge", allowed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.merge-file", allowed);
}
