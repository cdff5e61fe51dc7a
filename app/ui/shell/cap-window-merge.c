/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/shell/cap-window-private.h"

#include "base/cap-text.h"
#include "ui/shell/cap-merge-window.h"
#include "workspace/cap-workspace-past.h"

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

/* One click on the bar that tells of it: what is in the copy is shown, then it is merged. */
static void
merge_sibling_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  CapWindow *self = CAP_WINDOW (widget);
  GtkWidget *window;

  if (self->sibling == NULL)
    return;

  cap_journey_flush (self->journey);
  window = cap_merge_window_new (GTK_WINDOW (self), self->workspace);
  cap_merge_window_read (CAP_MERGE_WINDOW (window), self->sibling);
  gtk_window_present (GTK_WINDOW (window));
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(CapWindow) self = CAP_WINDOW (user_data);
  g_autoptr(GPtrArray) siblings = cap_workspace_list_siblings_finish (CAP_WORKSPACE (source), result, NULL);
  const char *first = siblings != NULL && siblings->len > 0 ? g_ptr_array_index (siblings, 0) : NULL;

  if (siblings == NULL || self->journey == NULL || !cap_set_string (&self->sibling, first))
    return;

  cap_journey_show_sibling (self->journey, first);
}

/**
 * cap_window_look_for_siblings:
 *
 * Looks for copies of the dossier that a synchronisation left beside it, and tells of the first one. Asked
 * again when people come back to the window: what comes meanwhile is found.
 */
void
cap_window_look_for_siblings (CapWindow *self)
{
  const CapDossier *dossier = cap_workspace_get_dossier (self->workspace);

  if (dossier != NULL && dossier->audited == NULL && !cap_workspace_get_read_only (self->workspace))
    cap_workspace_list_siblings_async (self->workspace, self->cancellable, listed_cb, g_object_ref (self));
}

void
cap_window_install_merge_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.merge", NULL, merge_cb);
  gtk_widget_class_install_action (widget_class, "win.merge-file", NULL, merge_file_cb);
  gtk_widget_class_install_action (widget_class, "win.merge-sibling", NULL, merge_sibling_cb);
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
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.merge-sibling", allowed);
}
