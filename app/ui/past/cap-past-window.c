/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/past/cap-past-window.h"

#include <glib/gi18n.h>

#include "ui/past/cap-backups-view.h"
#include "ui/past/cap-journal-view.h"
#include "ui/past/cap-points-view.h"
#include "ui/widgets/cap-message-bar.h"
#include "ui/widgets/cap-work-bar.h"
#include "workspace/cap-workspace-past.h"

/**
 * CapPastWindow:
 *
 * What a dossier was: its journal, its restore points, its backups. Each moment can be looked at in a window
 * of its own, which cannot change anything, or be returned to with one gesture.
 */
struct _CapPastWindow
{
  AdwWindow       parent_instance;

  /* Owned */
  CapWorkspace   *workspace; /* NULL once the window is closed */
  gint64          sequence; /* of what is being returned to */
  char           *name;     /* what it is called */

  /* Template children */
  CapMessageBar  *message;
  CapWorkBar     *work;
  AdwViewStack   *stack;
  CapJournalView *journal;
  CapPointsView  *points;
  CapBackupsView *backups;
};

G_DEFINE_FINAL_TYPE (CapPastWindow, cap_past_window, ADW_TYPE_WINDOW)

/* Only the window of the dossier knows how to open another one. */
static void
look_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));

  if (parent != NULL)
    gtk_widget_activate_action_variant (GTK_WIDGET (parent), "win.look-at-moment", parameter);
}

static void
look_at_file_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));

  if (parent != NULL)
    gtk_widget_activate_action_variant (GTK_WIDGET (parent), "win.look-at-backup", parameter);
}

/* @changed: (nullable): %NULL when it failed; empty when nothing was different: there is nothing to undo */
static void
finish (CapPastWindow *self,
        const char    *changed,
        const char    *text,
        const GError  *error)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  const char *told = changed == NULL ? error->message
                   : *changed == '\0' ? _("Nothing was different: nothing has changed.") : NULL;

  if (self->workspace == NULL)
    return; /* the window was destroyed meanwhile */

  if (told == NULL && parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.toast-undo", "s", text);
  if (!cap_work_bar_end (self->work, told))
    return;

  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), TRUE);
  if (told != NULL)
    cap_message_bar_show (self->message, changed == NULL ? CAP_MESSAGE_ERROR : CAP_MESSAGE_INFO, told);
  else
    gtk_window_close (GTK_WINDOW (self));
}

/* Many lines of a journal are played backwards: that takes its time. */
static void
start (CapPastWindow *self)
{
  cap_message_bar_hide (self->message);
  cap_work_bar_start (self->work, _("The dossier is going back…"));
  gtk_window_set_focus (GTK_WINDOW (self), NULL); /* nor does a field that cannot be typed in keep it */
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), FALSE);
}

static void
returned_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(CapPastWindow) self = CAP_PAST_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *changed = cap_workspace_undo_finish (CAP_WORKSPACE (source), result, &error);
  g_autofree char *text = NULL;

  /* Translators: %s is the name of a restore point, or what was done at that moment */
  text = g_strdup_printf (_("The dossier is again as it was: %s"), self->name);
  finish (self, changed, text, error);
}

static void
return_responded_cb (CapPastWindow *self,
                     const char    *response)
{
  if (!g_str_equal (response, "return") || self->workspace == NULL)
    return;

  start (self);
  cap_workspace_return_async (self->workspace, self->sequence, self->name, returned_cb, g_object_ref (self));
}

static void
return_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  CapPastWindow *self = CAP_PAST_WINDOW (widget);
  GtkWidget *dialog;

  g_clear_pointer (&self->name, g_free);
  g_variant_get (parameter, "(xs)", &self->sequence, &self->name);
  dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Return to that moment?"), NULL);
  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog),
                                  /* Translators: %s is the name of a restore point, or what was done then */
                                  _("%s\n\nThe dossier becomes what it was then. What was done since stays in"
                                    " the journal, and this is undone like any other gesture."), self->name);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _("Cancel"),
                                    "return", _("Return"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "return", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (return_responded_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
brought_back_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(CapPastWindow) self = CAP_PAST_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *changed = cap_workspace_undo_finish (CAP_WORKSPACE (source), result, &error);
  g_autofree char *text = NULL;

  /* Translators: %s is one thing of the dossier, as “Answer A1.2” */
  text = g_strdup_printf (_("%s is again what it was"), self->name);
  finish (self, changed, text, error);
}

static void
bring_back_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  CapPastWindow *self = CAP_PAST_WINDOW (widget);
  const char *object;

  g_clear_pointer (&self->name, g_free);
  g_variant_get (parameter, "(x&ss)", &self->sequence, &object, &self->name);
  start (self);
  cap_workspace_bring_back_async (self->workspace, self->sequence, object, self->name, brought_back_cb,
                                  g_object_ref (self));
}

static void
update_actions (CapPastWindow *self)
{
  const gboolean allowed = !cap_workspace_get_read_only (self->workspace) &&
                           cap_workspace_get_audited (self->workspace) == NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "past.return", allowed);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "past.bring-back", allowed);
}

/* A window that is destroyed is disposed of once no callback holds it any more, which is too late. */
static void
let_go (CapPastWindow *self)
{
  g_clear_object (&self->workspace);
}

static void
cap_past_window_dispose (GObject *object)
{
  let_go (CAP_PAST_WINDOW (object));

  G_OBJECT_CLASS (cap_past_window_parent_class)->dispose (object);
}

static void
cap_past_window_finalize (GObject *object)
{
  g_free (CAP_PAST_WINDOW (object)->name);

  G_OBJECT_CLASS (cap_past_window_parent_class)->finalize (object);
}

#define BIND(child) gtk_widget_class_bind_template_child (widget_class, CapPastWindow, child)

static void
cap_past_window_class_init (CapPastWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_past_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_past_window_finalize;

  g_type_ensure (CAP_TYPE_BACKUPS_VIEW);
  g_type_ensure (CAP_TYPE_JOURNAL_VIEW);
  g_type_ensure (CAP_TYPE_MESSAGE_BAR);
  g_type_ensure (CAP_TYPE_POINTS_VIEW);
  g_type_ensure (CAP_TYPE_WORK_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-past-window.ui");
  BIND (message);
  BIND (work);
  BIND (stack);
  BIND (journal);
  BIND (points);
  BIND (backups);

  gtk_widget_class_install_action (widget_class, "past.look", "(xs)", look_cb);
  gtk_widget_class_install_action (widget_class, "past.look-at-file", "s", look_at_file_cb);
  gtk_widget_class_install_action (widget_class, "past.return", "(xs)", return_cb);
  gtk_widget_class_install_action (widget_class, "past.bring-back", "(xss)", bring_back_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
}

#undef BIND

static void
cap_past_window_init (CapPastWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "unrealize", G_CALLBACK (let_go), NULL);
}

/**
 * cap_past_window_new:
 * @parent: (nullable): the window of the dossier, which opens the moments and shows the toast
 * @workspace: with the dossier open
 *
 * Returns: (transfer none): a window of its own, not shown yet
 */
GtkWidget *
cap_past_window_new (GtkWindow    *parent,
                     CapWorkspace *workspace)
{
  CapPastWindow *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (cap_workspace_get_dossier (workspace) != NULL, NULL);

  self = g_object_new (CAP_TYPE_PAST_WINDOW, "transient-for", parent, NULL);
  self->workspace = g_object_ref (workspace);
  cap_journal_view_set_workspace (self->journal, workspace);
  cap_points_view_set_workspace (self->points, workspace);
  cap_backups_view_set_workspace (self->backups, workspace);
  update_actions (self);

  return GTK_WIDGET (self);
}

/* The journal of one thing: see cap_journal_view_set_object(). */
void
cap_past_window_show_object (CapPastWindow *self,
                             const char    *object,
                             const char    *name)
{
  g_return_if_fail (CAP_IS_PAST_WINDOW (self) && object != NULL && name != NULL);

  adw_view_stack_set_visible_child_name (self->stack, "journal");
  cap_journal_view_set_object (self->journal, object, name);
}
