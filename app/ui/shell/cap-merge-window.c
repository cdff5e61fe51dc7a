/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/shell/cap-merge-window.h"

#include <glib/gi18n.h>

#include "base/cap-text.h"
#include "ui/shell/cap-merge-report-view.h"
#include "ui/widgets/cap-message-bar.h"
#include "ui/widgets/cap-unlock-window.h"
#include "ui/widgets/cap-work-bar.h"
#include "workspace/cap-workspace-vault.h"

/**
 * CapMergeWindow:
 *
 * Makes two copies of a dossier one again: people choose the other copy, see what was done in it and what
 * both changed, decide on that, and take it in with one gesture. Nothing changes before that. A copy that is
 * being read can be given up; a merge cannot, and goes on when the window is closed.
 */
struct _CapMergeWindow
{
  AdwWindow             parent_instance;

  /* Owned */
  CapWorkspace         *workspace;   /* NULL once the window is closed */
  GCancellable         *cancellable; /* of what is being read */
  GtkFileChooserNative *chooser;     /* the one that is open, or NULL */
  char                 *asked;       /* path of the copy that people asked for last, or NULL */
  char                 *path;        /* of the copy that is shown, or NULL */
  CapVaultKey          *key;         /* that opened it, or NULL */
  CapMergeReport       *report;      /* of the copy that is shown, or NULL */
  gboolean              reading;     /* what was asked for */
  gboolean              reads_again; /* because the copies are no longer what people saw */

  /* Template children */
  GtkButton            *leave_button;
  CapMessageBar        *message;
  CapWorkBar           *work;
  GtkStack             *stack;
  GtkWidget            *choose_button;
  CapMergeReportView   *view;
};

G_DEFINE_FINAL_TYPE (CapMergeWindow, cap_merge_window, ADW_TYPE_WINDOW)

static CapMergeConflictsView *
get_conflicts (CapMergeWindow *self)
{
  return cap_merge_report_view_get_conflicts (self->view);
}

static void
update_ready (CapMergeWindow *self)
{
  const gboolean idle = gtk_widget_get_sensitive (GTK_WIDGET (self->stack));
  const gboolean has_new = self->report != NULL && cap_merge_report_has_news (self->report);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "merge.choose", idle);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "merge.take",
                                 idle && has_new &&
                                 cap_merge_conflicts_view_is_decided (get_conflicts (self)) &&
                                 !cap_workspace_get_read_only (self->workspace));
}

/* What can be left, how: a label that changes is not to flicker, so it follows the bar. */
static void
update_leave_button (CapMergeWindow *self)
{
  const gboolean working = gtk_widget_get_visible (GTK_WIDGET (self->work));
  const gboolean stops = working && self->reading;

  gtk_button_set_label (self->leave_button, stops ? _("Stop") : working ? _("Close") : _("Cancel"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->leave_button),
                                  stops ? "merge.stop" : "window.close");
}

static void
set_busy (CapMergeWindow *self,
          gboolean        busy)
{
  if (busy)
    {
      cap_message_bar_hide (self->message);
      gtk_window_set_focus (GTK_WINDOW (self), NULL); /* nor does a button that cannot be pressed keep it */
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), !busy);
  update_ready (self);
}

/* People see again what they saw, or what is new. */
static void
come_back (CapMergeWindow *self)
{
  set_busy (self, FALSE);
  gtk_widget_grab_focus (self->report != NULL ? GTK_WIDGET (self->view) : self->choose_button);
}

static void
show_report (CapMergeWindow *self,
             CapMergeReport *report)
{
  g_autofree char *name = g_path_get_basename (self->asked);

  cap_set_string (&self->path, self->asked);
  g_clear_pointer (&self->report, cap_merge_report_free);
  self->report = report;
  cap_merge_report_view_show (self->view, name, report);
  gtk_stack_set_visible_child_name (self->stack, "report");
  if (self->reads_again)
    cap_message_bar_show (self->message, CAP_MESSAGE_INFO,
                          _("One of the copies has changed meanwhile, so nothing was merged. Look again at"
                            " what would come in."));
  self->reads_again = FALSE;
}

/* Where another copy is shown, it is said which one is meant. */
static void
tell_unread (CapMergeWindow *self,
             const GError   *error)
{
  g_autofree char *name = g_path_get_basename (self->asked);
  g_autofree char *text = NULL;

  if (self->report != NULL && g_strcmp0 (self->path, self->asked) != 0)
    text = g_strdup_printf (_("%s: %s"), name, error->message);
  cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, text != NULL ? text : error->message);
}

static void read_copy (CapMergeWindow *self);

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(CapMergeWindow) self = CAP_MERGE_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  CapMergeReport *report = cap_workspace_merge_finish (CAP_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self->reading = FALSE;
  cap_work_bar_end (self->work, NULL);
  if (report != NULL)
    show_report (self, report);
  else
    tell_unread (self, error);
  come_back (self);
  if (cap_workspace_error_is_encrypted (error))
    cap_unlock_window_hold (GTK_WINDOW (self), self->asked, &self->key, (CapUnlockedFunc) read_copy);
}

static void
read_copy (CapMergeWindow *self)
{
  if (self->workspace == NULL || cap_workspace_get_dossier (self->workspace) == NULL)
    return; /* the window, or the dossier, was closed meanwhile */

  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->reading = TRUE;
  cap_work_bar_start_reading (self->work, _("The other copy is being read…"));
  set_busy (self, TRUE);
  /* As if all of it came in: that tells the most. */
  cap_workspace_merge_async (self->workspace, self->asked, CAP_MERGE_THEIRS, NULL, TRUE, NULL,
                             self->cancellable, read_cb, g_object_ref (self));
}

static void
stop_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  CapMergeWindow *self = CAP_MERGE_WINDOW (widget);

  if (!self->reading)
    return;

  g_cancellable_cancel (self->cancellable);
  self->reading = FALSE;
  cap_work_bar_end (self->work, NULL);
  come_back (self);
  if (self->reads_again)
    cap_message_bar_show (self->message, CAP_MESSAGE_INFO,
                          _("One of the copies has changed meanwhile, so nothing was merged."));
}

static void
chosen_cb (CapMergeWindow *self,
           int             response)
{
  g_autoptr(GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  g_clear_object (&self->chooser);
  if (file == NULL || !gtk_widget_get_sensitive (GTK_WIDGET (self->stack)))
    return; /* none was chosen, or a merge was begun meanwhile */

  if (g_file_peek_path (file) != NULL)
    cap_merge_window_read (self, g_file_peek_path (file));
  else
    cap_message_bar_show (self->message, CAP_MESSAGE_ERROR,
                          _("This place is not a folder of this computer. Copy the dossier first."));
}

static void
choose_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  CapMergeWindow *self = CAP_MERGE_WINDOW (widget);
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr(GFile) file = NULL;
  g_autoptr(GFile) folder = NULL;

  if (self->chooser != NULL || cap_workspace_get_path (self->workspace) == NULL)
    return;

  file = g_file_new_for_path (cap_workspace_get_path (self->workspace));
  folder = g_file_get_parent (file);

  gtk_file_filter_set_name (filter, _("Cap Cèdre dossiers"));
  gtk_file_filter_add_suffix (filter, "capcedre");
  self->chooser = gtk_file_chooser_native_new (gtk_window_get_title (GTK_WINDOW (self)), GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_OPEN, _("Choose"), _("Cancel"));
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), folder, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* When the other copy is the file itself, which somebody replaced, all of it is in: the file follows. */
static void
settle_file (CapMergeWindow *self,
             CapWorkspace   *workspace)
{
  if (g_strcmp0 (self->path, cap_workspace_get_path (workspace)) == 0)
    cap_workspace_resolve_conflict_async (workspace, CAP_CONFLICT_REPLACE, NULL, NULL);
}

static void
tell_taken (CapMergeWindow *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autofree char *name = g_path_get_basename (self->path);
  /* Translators: name of a file */
  g_autofree char *text = g_strdup_printf (_("“%s” is merged into this dossier"), name);

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.toast-undo", "s", text);
}

/* Returns: (transfer full) (nullable): why nothing came in that can be undone; %NULL when something did */
static char *
dup_told (const CapMergeReport *report,
          const GError         *error)
{
  char *retained;

  if (report == NULL)
    return g_strdup (error->message);
  if (report->is_outdated)
    return g_strdup (_("One of the copies has changed meanwhile, so nothing was merged."));
  if (report->n_taken > 0)
    return NULL;

  retained = cap_merge_report_dup_retained (report);

  return retained != NULL ? retained : g_strdup (_("Nothing was changed in this dossier."));
}

/* Nothing came in: what can be done about it? */
static void
go_on (CapMergeWindow       *self,
       const CapMergeReport *report,
       const char           *told)
{
  come_back (self);
  if (report != NULL && report->is_outdated)
    {
      self->reads_again = TRUE;
      cap_set_string (&self->asked, self->path);
      read_copy (self);
      return;
    }

  cap_message_bar_show (self->message, report != NULL ? CAP_MESSAGE_INFO : CAP_MESSAGE_ERROR, told);
  /* The same again would bring the same. */
  if (report != NULL)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), "merge.take", FALSE);
}

static void
taken_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(CapMergeWindow) self = CAP_MERGE_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(CapMergeReport) report = cap_workspace_merge_finish (CAP_WORKSPACE (source), result, &error);
  g_autofree char *told = dup_told (report, error);

  if (report != NULL && !report->is_outdated)
    settle_file (self, CAP_WORKSPACE (source));
  if (self->workspace == NULL)
    return; /* the window was destroyed meanwhile */

  if (told == NULL)
    tell_taken (self);
  if (!cap_work_bar_end (self->work, told))
    return; /* it was closed meanwhile: what became of it is told */

  if (told == NULL)
    gtk_window_destroy (GTK_WINDOW (self));
  else
    go_on (self, report, told);
}

static void
take_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  CapMergeWindow *self = CAP_MERGE_WINDOW (widget);
  g_auto(GStrv) exceptions = NULL;

  if (self->report == NULL || cap_workspace_get_dossier (self->workspace) == NULL)
    return;

  exceptions = cap_merge_conflicts_view_dup_exceptions (get_conflicts (self));
  cap_work_bar_start (self->work, _("The two copies are being merged…"));
  set_busy (self, TRUE);
  cap_workspace_merge_async (self->workspace, self->path, CAP_MERGE_MINE, (const char * const *) exceptions,
                             FALSE, self->report->states, NULL, taken_cb, g_object_ref (self));
}

static void
let_go (CapMergeWindow *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->chooser);
  g_clear_object (&self->workspace);
}

/* A window that is closed is disposed of once no callback holds it any more, which is too late to give up. */
static void
cap_merge_window_unrealize (GtkWidget *widget)
{
  let_go (CAP_MERGE_WINDOW (widget));

  GTK_WIDGET_CLASS (cap_merge_window_parent_class)->unrealize (widget);
}

static void
cap_merge_window_dispose (GObject *object)
{
  let_go (CAP_MERGE_WINDOW (object));

  G_OBJECT_CLASS (cap_merge_window_parent_class)->dispose (object);
}

static void
cap_merge_window_finalize (GObject *object)
{
  CapMergeWindow *self = CAP_MERGE_WINDOW (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->report, cap_merge_report_free);
  g_clear_pointer (&self->key, cap_vault_key_unref);
  g_free (self->asked);
  g_free (self->path);

  G_OBJECT_CLASS (cap_merge_window_parent_class)->finalize (object);
}

#define BIND(child) gtk_widget_class_bind_template_child (widget_class, CapMergeWindow, child)

static void
cap_merge_window_class_init (CapMergeWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_merge_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_merge_window_finalize;
  widget_class->unrealize = cap_merge_window_unrealize;

  g_type_ensure (CAP_TYPE_MERGE_REPORT_VIEW);
  g_type_ensure (CAP_TYPE_MESSAGE_BAR);
  g_type_ensure (CAP_TYPE_WORK_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-merge-window.ui");
  BIND (leave_button);
  BIND (message);
  BIND (work);
  BIND (stack);
  BIND (choose_button);
  BIND (view);

  gtk_widget_class_install_action (widget_class, "merge.choose", NULL, choose_cb);
  gtk_widget_class_install_action (widget_class, "merge.take", NULL, take_cb);
  gtk_widget_class_install_action (widget_class, "merge.stop", NULL, stop_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK, "merge.choose", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

#undef BIND

static void
cap_merge_window_init (CapMergeWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  update_leave_button (self);
  g_signal_connect_object (self->work, "notify::visible", G_CALLBACK (update_leave_button), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_conflicts (self), "chosen", G_CALLBACK (update_ready), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "merge.take", FALSE);
}

/**
 * cap_merge_window_new:
 * @parent: (nullable): the window of the dossier, which shows the toast
 * @workspace: with the dossier open
 *
 * Returns: (transfer none): a window of its own, not shown yet
 */
GtkWidget *
cap_merge_window_new (GtkWindow    *parent,
                      CapWorkspace *workspace)
{
  CapMergeWindow *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (cap_workspace_get_dossier (workspace) != NULL, NULL);

  self = g_object_new (CAP_TYPE_MERGE_WINDOW, "transient-for", parent, NULL);
  self->workspace = g_object_ref (workspace);
  gtk_window_set_focus (GTK_WINDOW (self), self->choose_button);

  return GTK_WIDGET (self);
}

/**
 * cap_merge_window_read:
 * @path: of another copy of the dossier
 *
 * Shows what would come in.
 */
void
cap_merge_window_read (CapMergeWindow *self,
                       const char     *path)
{
  g_return_if_fail (CAP_IS_MERGE_WINDOW (self) && path != NULL);

  cap_set_string (&self->asked, path);
  self->reads_again = FALSE;
  read_copy (self);
}
