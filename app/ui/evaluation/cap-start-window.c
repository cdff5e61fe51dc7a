/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/evaluation/cap-start-window.h"

#include <glib/gi18n.h>

#include "ui/widgets/cap-message-bar.h"
#include "ui/widgets/cap-start-form.h"

/**
 * CapStartWindow:
 *
 * Starts the next evaluation: which framework, how much of it, and what
 * becomes of the answers there are. What each choice does is said before it is
 * done.
 */
struct _CapStartWindow
{
  AdwWindow            parent_instance;

  /* Owned */
  CapWorkspace        *workspace;
  GCancellable        *cancellable;
  CapEvaluationStart  *start;    /* of the choice on display; NULL while it is being found */

  /* Template children */
  CapMessageBar       *message;
  CapStartForm        *form;
  AdwPreferencesGroup *answers;
  GtkCheckButton      *blank_check;
  GtkCheckButton      *carry_check;
  AdwActionRow        *carry_row;
  GtkWidget           *details;
  GtkListBox          *list;
};

G_DEFINE_FINAL_TYPE (CapStartWindow, cap_start_window, ADW_TYPE_WINDOW)

enum
{
  STARTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const CapEvaluation *
get_current (CapStartWindow *self)
{
  return cap_workspace_get_evaluation (self->workspace);
}

static void
clear_list (CapStartWindow *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
}

static void
append_row (CapStartWindow *self,
            const char     *title,
            const char     *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_append (self->list, row);
}

static void
append_carried (CapStartWindow         *self,
                const CapCarriedAnswer *carried)
{
  const CapCriterion *first = g_ptr_array_index (carried->before, 0);
  const CapCriterion *criterion = carried->after != NULL ? carried->after : first;
  g_autoptr(GString) title = g_string_new (NULL);

  for (guint i = 0; i < carried->before->len; i++)
    g_string_append_printf (title, "%s%s", i > 0 ? " + " : "",
                            ((const CapCriterion *) g_ptr_array_index (carried->before, i))->code);
  if (carried->after != NULL && !g_str_equal (title->str, carried->after->code))
    g_string_append_printf (title, " → %s", carried->after->code);
  g_string_append_printf (title, "  %s", criterion->label);

  append_row (self, title->str, cap_carry_fate_to_text (carried->fate));
}

/* What is carried as it is goes without saying; all the rest is listed. */
static void
show_details (CapStartWindow *self)
{
  const CapCarry *carry = self->start->carry;
  gboolean shown;

  clear_list (self);
  for (guint i = 0; carry != NULL && i < carry->answers->len; i++)
    {
      const CapCarriedAnswer *carried = g_ptr_array_index (carry->answers, i);

      if (carried->fate != CAP_CARRY_KEPT)
        append_carried (self, carried);
    }
  for (guint i = 0; i < self->start->dropped->len; i++)
    append_row (self, g_ptr_array_index (self->start->dropped, i),
                _("Your own label has no place in this version"));

  shown = gtk_check_button_get_active (self->carry_check) &&
          gtk_widget_get_first_child (GTK_WIDGET (self->list)) != NULL;
  gtk_widget_set_visible (self->details, shown);
}

static void
show_start (CapStartWindow *self)
{
  const CapCarry *carry = self->start->carry;
  g_autofree char *counts = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->answers), carry != NULL);
  if (carry != NULL)
    {
      /* Translators: how many answers are carried over, carried to be looked at again, left */
      counts = g_strdup_printf (_("Answers carried over: %u · to be looked at again: %u · left: %u"),
                                carry->n_kept, carry->n_review, carry->n_left);
      adw_action_row_set_subtitle (self->carry_row, counts);
    }

  show_details (self);
}

static void
prepared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(CapStartWindow) self = CAP_START_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  CapEvaluationStart *start = cap_workspace_prepare_start_finish (CAP_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (start == NULL)
    {
      cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error->message);
      return;
    }

  g_clear_pointer (&self->start, cap_evaluation_start_free);
  self->start = start;
  cap_message_bar_hide (self->message);
  show_start (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "start.start", TRUE);
}

/* Another choice: what was being found is no longer wanted. */
static void
choice_changed_cb (CapStartWindow *self)
{
  CapFramework *framework = cap_start_form_get_framework (self->form);

  if (framework == NULL || get_current (self) == NULL)
    return;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "start.start", FALSE);
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  cap_workspace_prepare_start_async (self->workspace, framework, get_current (self)->mode,
                                     cap_start_form_get_path (self->form), self->cancellable, prepared_cb,
                                     g_object_ref (self));
}

static void
carry_toggled_cb (CapStartWindow *self)
{
  if (self->start != NULL)
    show_details (self);
}

static void
choices_listed_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(CapStartWindow) self = CAP_START_WINDOW (user_data);
  g_autoptr(GPtrArray) choices = cap_workspace_list_choices_finish (CAP_WORKSPACE (source), result, NULL);

  if (choices != NULL && get_current (self) != NULL)
    cap_start_form_set_choices (self->form, choices, get_current (self)->framework->id);
}

static void
started_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(CapStartWindow) self = CAP_START_WINDOW (user_data);
  g_autoptr(GError) error = NULL;

  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  if (!cap_workspace_run_finish (CAP_WORKSPACE (source), result, &error))
    {
      cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error->message);
      return;
    }

  g_signal_emit (self, signals[STARTED], 0);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
start_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  CapStartWindow *self = CAP_START_WINDOW (widget);
  g_autofree char *today = cap_workspace_dup_today (self->workspace);
  CapCommand *command;

  if (self->start == NULL || get_current (self) == NULL)
    return;

  command = cap_evaluation_start_command (self->start, get_current (self)->number + 1, today,
                                          gtk_check_button_get_active (self->carry_check));
  gtk_widget_set_sensitive (widget, FALSE);
  cap_workspace_run_async (self->workspace, command, NULL, started_cb, g_object_ref (self));
}

static void
cap_start_window_dispose (GObject *object)
{
  CapStartWindow *self = CAP_START_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->start, cap_evaluation_start_free);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (cap_start_window_parent_class)->dispose (object);
}

static void
cap_start_window_finalize (GObject *object)
{
  g_clear_object (&CAP_START_WINDOW (object)->cancellable);

  G_OBJECT_CLASS (cap_start_window_parent_class)->finalize (object);
}

static void
cap_start_window_class_init (CapStartWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_start_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_start_window_finalize;

  signals[STARTED] = g_signal_new ("started", CAP_TYPE_START_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  g_type_ensure (CAP_TYPE_MESSAGE_BAR);
  g_type_ensure (CAP_TYPE_START_FORM);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-start-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CapStartWindow, message);
  gtk_widget_class_bind_template_child (widget_class, CapStartWindow, form);
  gtk_widget_class_bind_template_child (widget_class, CapStartWindow, answers);
  gtk_widget_class_bind_template_child (widget_class, CapStartWindow, blank_check);
  gtk_widget_class_bind_template_child (widget_class, CapStartWindow, carry_check);
  gtk_widget_class_bind_template_child (widget_class, CapStartWindow, carry_row);
  gtk_widget_class_bind_template_child (widget_class, CapStartWindow, details);
  gtk_widget_class_bind_template_child (widget_class, CapStartWindow, list);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, carry_toggled_cb);

  gtk_widget_class_install_action (widget_class, "start.start", NULL, start_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
cap_start_window_init (CapStartWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "start.start", FALSE);
}

/* An evaluation that is not finished goes on in the next one; a finished one is a new look. */
static gboolean
is_unfinished (CapWorkspace *workspace)
{
  const CapCoverage *coverage = &cap_workspace_get_photograph (workspace)->score.coverage;

  return coverage->answered < coverage->applicable;
}

/**
 * cap_start_window_new:
 * @workspace: with a dossier open
 * @parent: the window of the dossier
 *
 * Returns: (transfer none): a window of its own, not shown yet
 */
GtkWidget *
cap_start_window_new (CapWorkspace *workspace,
                      GtkWindow    *parent)
{
  CapStartWindow *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (cap_workspace_get_evaluation (workspace) != NULL, NULL);

  self = g_object_new (CAP_TYPE_START_WINDOW, "transient-for", parent, NULL);
  self->workspace = g_object_ref (workspace);
  gtk_check_button_set_active (is_unfinished (workspace) ? self->carry_check : self->blank_check, TRUE);
  cap_workspace_list_choices_async (workspace, NULL, choices_listed_cb, g_object_ref (self));

  return GTK_WIDGET (self);
}
