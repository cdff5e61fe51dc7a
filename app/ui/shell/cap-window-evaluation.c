/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/shell/cap-window-private.h"

#include <glib/gi18n.h>

#include "ui/adaptation/cap-adaptation-window.h"
#include "ui/campaign/cap-campaign-window.h"
#include "ui/evaluation/cap-meeting-window.h"
#include "ui/evaluation/cap-start-window.h"

/* What a window does with the evaluation in course, besides answering: each in a window of its own. */

/* Before a first answer there is nothing to start again from. */
static gboolean
has_answers (CapWindow *self)
{
  CapPhotograph *photograph = cap_workspace_get_photograph (self->workspace);

  return photograph != NULL && photograph->score.coverage.answered > 0;
}

static void
evaluation_started_cb (CapWindow *self)
{
  const CapEvaluation *evaluation = cap_workspace_get_evaluation (self->workspace);
  g_autofree char *text = NULL;

  if (evaluation == NULL)
    return;

  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", "evaluation");
  /* Translators: the number of an evaluation */
  text = g_strdup_printf (_("Evaluation %u has started; the one before stays as it is."), evaluation->number);
  cap_window_toast (self, text, _("Undo"), "win.undo");
}

/* The next campaign: people see what becomes of their answers before it starts. */
static void
new_evaluation_cb (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  CapWindow *self = CAP_WINDOW (widget);
  GtkWidget *window = NULL;

  cap_journey_flush (self->journey);
  window = cap_start_window_new (self->workspace, GTK_WINDOW (self));
  g_signal_connect_object (window, "started", G_CALLBACK (evaluation_started_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
extended_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(CapWindow) self = CAP_WINDOW (user_data);
  g_autoptr(GError) error = NULL;

  if (cap_workspace_run_finish (CAP_WORKSPACE (source), result, &error))
    cap_window_toast (self, _("The evaluation goes through the full path now; your answers are all there."),
                      _("Undo"), "win.undo");
  else
    cap_window_toast (self, error->message, NULL, NULL);
}

static void
extend_evaluation_cb (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  CapWindow *self = CAP_WINDOW (widget);

  cap_journey_flush (self->journey);
  cap_workspace_run_async (self->workspace,
                           cap_evaluation_extend_command (cap_workspace_get_evaluation (self->workspace)),
                           self->cancellable, extended_cb, g_object_ref (self));
}

static void
adapt_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  CapWindow *self = CAP_WINDOW (widget);

  cap_journey_flush (self->journey);
  gtk_window_present (GTK_WINDOW (cap_adaptation_window_new (self->workspace, GTK_WINDOW (self))));
}

static void
meeting_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  CapWindow *self = CAP_WINDOW (widget);

  cap_journey_flush (self->journey);
  gtk_window_present (GTK_WINDOW (cap_meeting_window_new (self->workspace, GTK_WINDOW (self))));
}

/* One day, one window: a second time brings it forward. */
static void
campaign_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  CapWindow *self = CAP_WINDOW (widget);

  cap_journey_flush (self->journey);
  if (self->campaign == NULL)
    {
      GtkWidget *window = cap_campaign_window_new (self->workspace, GTK_WINDOW (self));

      g_set_weak_pointer (&self->campaign, window);
    }
  gtk_window_present (GTK_WINDOW (self->campaign));
}

void
cap_window_install_evaluation_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.new-evaluation", NULL, new_evaluation_cb);
  gtk_widget_class_install_action (widget_class, "win.extend-evaluation", NULL, extend_evaluation_cb);
  gtk_widget_class_install_action (widget_class, "win.adapt", NULL, adapt_cb);
  gtk_widget_class_install_action (widget_class, "win.campaign", NULL, campaign_cb);
  gtk_widget_class_install_action (widget_class, "win.meeting", NULL, meeting_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_j, GDK_CONTROL_MASK, "win.campaign", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, GDK_CONTROL_MASK, "win.meeting", NULL);
}

/* They are the structure’s: an auditor’s copy has none. A day can be looked at by whoever reads. */
void
cap_window_update_evaluation_actions (CapWindow *self)
{
  CapDossier *dossier = cap_workspace_get_dossier (self->workspace);
  const gboolean ours = dossier != NULL && dossier->audited == NULL;
  const gboolean writable = ours && !cap_workspace_get_read_only (self->workspace);
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "win.new-evaluation", writable && has_answers (self));
  gtk_widget_action_set_enabled (widget, "win.adapt", writable);
  gtk_widget_action_set_enabled (widget, "win.campaign", ours);
  gtk_widget_action_set_enabled (widget, "win.meeting", writable);
  gtk_widget_action_set_enabled (widget, "win.extend-evaluation",
                                 writable && cap_dossier_get_current (dossier)->path == CAP_PATH_EXPRESS);
}
