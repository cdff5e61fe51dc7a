/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/adaptation/cap-adaptation-window.h"

#include <glib/gi18n.h>

#include "ui/adaptation/cap-adaptation-field.h"
#include "ui/adaptation/cap-adaptation-rows.h"
#include "ui/widgets/cap-message-bar.h"

/**
 * CapAdaptationWindow:
 *
 * What the structure changes of the framework for itself: other words for the
 * network's labels, objective by objective, and criteria of its own. Each
 * change is one gesture of the open dossier.
 */
struct _CapAdaptationWindow
{
  AdwWindow      parent_instance;

  /* Owned */
  CapWorkspace  *workspace;
  CapAdaptation *adaptation;  /* of the evaluation in course, as it is shown */
  GPtrArray     *objectives;  /* (element-type utf8): codes, in the order of the choice */

  /* Template children */
  CapMessageBar *message;
  GtkBox        *own_box;
  AdwComboRow   *objective_row;
  GtkStringList *titles;
  GtkListBox    *labels;

  gboolean       silent;      /* the program is filling the fields */
};

G_DEFINE_FINAL_TYPE (CapAdaptationWindow, cap_adaptation_window, ADW_TYPE_WINDOW)

static const CapFramework *
get_framework (CapAdaptationWindow *self)
{
  const CapEvaluation *evaluation = cap_workspace_get_evaluation (self->workspace);

  return evaluation != NULL ? evaluation->framework : NULL;
}

static void dossier_changed_cb (CapAdaptationWindow *self);

static void
adapted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(CapAdaptationWindow) self = CAP_ADAPTATION_WINDOW (user_data);
  g_autoptr(GError) error = NULL;

  if (cap_workspace_adapt_finish (CAP_WORKSPACE (source), result, &error))
    {
      cap_message_bar_hide (self->message);
      return;
    }

  cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, error->message);
  g_clear_pointer (&self->adaptation, cap_adaptation_free);
  dossier_changed_cb (self);
}

/* Takes what self->adaptation says now to the dossier. */
static void
save (CapAdaptationWindow *self)
{
  cap_workspace_adapt_async (self->workspace, self->adaptation, NULL, adapted_cb, g_object_ref (self));
}

/* A label of the network: without words of its own, it says what the network says. */
static void
label_finished_cb (CapAdaptationWindow *self,
                   CapAdaptationField  *field)
{
  const char *code = cap_adaptation_field_get_code (field);
  g_autofree char *text = cap_adaptation_field_dup_text (field);
  const char *label = *text != '\0' ? text : NULL;

  if (g_strcmp0 (cap_adaptation_get_label (self->adaptation, code), label) == 0)
    return;

  cap_adaptation_set_label (self->adaptation, code, label);
  save (self);
}

/* Gives @target its new text, unless there is none. */
static void
take_text (CapAdaptationWindow  *self,
           CapAdaptationField   *field,
           char                **target,
           gboolean              optional)
{
  g_autofree char *text = cap_adaptation_field_dup_text (field);

  if (*text == '\0' && !optional)
    {
      cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, _("A few words are needed here."));
      gtk_editable_set_text (GTK_EDITABLE (field), *target);
      return;
    }

  if (g_str_equal (text, *target))
    return;

  g_free (*target);
  *target = g_steal_pointer (&text);
  save (self);
}

static void
own_label_finished_cb (CapAdaptationWindow *self,
                       CapAdaptationField  *field)
{
  const char *code = cap_adaptation_field_get_code (field);
  CapLocalCriterion *criterion = cap_adaptation_find_criterion (self->adaptation, code);

  if (criterion != NULL)
    take_text (self, field, &criterion->label, FALSE);
}

static void
own_question_finished_cb (CapAdaptationWindow *self,
                          CapAdaptationField  *field)
{
  const char *code = cap_adaptation_field_get_code (field);
  CapLocalCriterion *criterion = cap_adaptation_find_criterion (self->adaptation, code);

  if (criterion != NULL)
    take_text (self, field, &criterion->question, TRUE);
}

static void
own_objective_finished_cb (CapAdaptationWindow *self,
                           CapAdaptationField  *field)
{
  const char *code = cap_adaptation_field_get_code (field);
  CapLocalObjective *objective = cap_adaptation_find_objective (self->adaptation, code);

  if (objective != NULL)
    take_text (self, field, &objective->label, FALSE);
}

static const CapAdaptationHandlers handlers = {
  .label = G_CALLBACK (label_finished_cb),
  .own_label = G_CALLBACK (own_label_finished_cb),
  .own_question = G_CALLBACK (own_question_finished_cb),
  .own_objective = G_CALLBACK (own_objective_finished_cb),
};

static void
show_labels (CapAdaptationWindow *self)
{
  guint chosen = adw_combo_row_get_selected (self->objective_row);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->labels))) != NULL)
    gtk_list_box_remove (self->labels, row);

  if (chosen < self->objectives->len)
    cap_adaptation_rows_fill_labels (self->labels, get_framework (self),
                                     g_ptr_array_index (self->objectives, chosen), &handlers, self);
}

static void
show_own (CapAdaptationWindow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->own_box))) != NULL)
    gtk_box_remove (self->own_box, child);

  for (guint i = 0; i < self->adaptation->objectives->len; i++)
    gtk_box_append (self->own_box,
                    cap_adaptation_rows_new_objective (g_ptr_array_index (self->adaptation->objectives, i),
                                                       &handlers, self));
}

static void
list_objectives (CapAdaptationWindow *self)
{
  const CapFramework *framework = get_framework (self);

  g_return_if_fail (framework != NULL);

  self->silent = TRUE;
  g_ptr_array_set_size (self->objectives, 0);
  gtk_string_list_splice (self->titles, 0, g_list_model_get_n_items (G_LIST_MODEL (self->titles)), NULL);
  for (guint i = 0; i < framework->themes->len; i++)
    {
      const CapTheme *theme = g_ptr_array_index (framework->themes, i);

      for (guint j = 0; !theme->local && j < theme->objectives->len; j++)
        {
          const CapObjective *objective = g_ptr_array_index (theme->objectives, j);
          g_autofree char *title = g_strdup_printf ("%s  %s", objective->code, objective->label);

          g_ptr_array_add (self->objectives, g_strdup (objective->code));
          gtk_string_list_append (self->titles, title);
        }
    }
  self->silent = FALSE;
}

static void
show_framework (CapAdaptationWindow *self)
{
  guint chosen = adw_combo_row_get_selected (self->objective_row);

  list_objectives (self);
  adw_combo_row_set_selected (self->objective_row, chosen < self->objectives->len ? chosen : 0);
  show_labels (self);
  show_own (self);
}

/* The fields stay as they are while somebody writes in them: they are made again only when the framework
 * says something else than what they say, as after an undo. */
static void
dossier_changed_cb (CapAdaptationWindow *self)
{
  const CapFramework *framework = get_framework (self);
  g_autoptr(CapAdaptation) found = NULL;

  if (framework == NULL)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  found = cap_adaptation_new_from_framework (framework);
  if (self->adaptation != NULL && cap_adaptation_equal (found, self->adaptation))
    return;

  g_clear_pointer (&self->adaptation, cap_adaptation_free);
  self->adaptation = g_steal_pointer (&found);
  show_framework (self);
}

static void
objective_chosen_cb (CapAdaptationWindow *self)
{
  if (!self->silent && self->objectives != NULL)
    show_labels (self);
}

static void
add_objective_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  CapAdaptationWindow *self = CAP_ADAPTATION_WINDOW (widget);
  CapLocalObjective *objective = cap_adaptation_add_objective (self->adaptation, NULL, _("New objective"));

  if (self->adaptation->title == NULL)
    self->adaptation->title = g_strdup (_("Our own criteria"));
  cap_adaptation_add_criterion (self->adaptation, objective, NULL, _("New criterion"), "");
  show_own (self);
  save (self);
}

static void
add_criterion_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  CapAdaptationWindow *self = CAP_ADAPTATION_WINDOW (widget);
  CapLocalObjective *objective = cap_adaptation_find_objective (self->adaptation,
                                                                g_variant_get_string (parameter, NULL));

  if (objective == NULL)
    return;

  cap_adaptation_add_criterion (self->adaptation, objective, NULL, _("New criterion"), "");
  show_own (self);
  save (self);
}

static void
remove_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  CapAdaptationWindow *self = CAP_ADAPTATION_WINDOW (widget);

  cap_adaptation_remove (self->adaptation, g_variant_get_string (parameter, NULL));
  show_own (self);
  save (self);
}

static void
undo_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.undo", NULL);
}

/* What is being typed is finished first. */
static gboolean
cap_adaptation_window_close_request (GtkWindow *window)
{
  gtk_window_set_focus (window, NULL);

  return GTK_WINDOW_CLASS (cap_adaptation_window_parent_class)->close_request (window);
}

static void
cap_adaptation_window_dispose (GObject *object)
{
  g_clear_object (&CAP_ADAPTATION_WINDOW (object)->workspace);

  G_OBJECT_CLASS (cap_adaptation_window_parent_class)->dispose (object);
}

static void
cap_adaptation_window_finalize (GObject *object)
{
  CapAdaptationWindow *self = CAP_ADAPTATION_WINDOW (object);

  g_clear_pointer (&self->adaptation, cap_adaptation_free);
  g_ptr_array_unref (self->objectives);

  G_OBJECT_CLASS (cap_adaptation_window_parent_class)->finalize (object);
}

static void
cap_adaptation_window_class_init (CapAdaptationWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_adaptation_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_adaptation_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = cap_adaptation_window_close_request;

  g_type_ensure (CAP_TYPE_MESSAGE_BAR);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/coorace/CapCedre/ui/cap-adaptation-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CapAdaptationWindow, message);
  gtk_widget_class_bind_template_child (widget_class, CapAdaptationWindow, own_box);
  gtk_widget_class_bind_template_child (widget_class, CapAdaptationWindow, objective_row);
  gtk_widget_class_bind_template_child (widget_class, CapAdaptationWindow, titles);
  gtk_widget_class_bind_template_child (widget_class, CapAdaptationWindow, labels);
  gtk_widget_class_bind_template_callback (widget_class, objective_chosen_cb);

  gtk_widget_class_install_action (widget_class, "adaptation.add-objective", NULL, add_objective_cb);
  gtk_widget_class_install_action (widget_class, "adaptation.add-criterion", "s", add_criterion_cb);
  gtk_widget_class_install_action (widget_class, "adaptation.remove", "s", remove_cb);
  gtk_widget_class_install_action (widget_class, "adaptation.undo", NULL, undo_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "adaptation.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
cap_adaptation_window_init (CapAdaptationWindow *self)
{
  self->objectives = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cap_adaptation_window_new:
 * @workspace: with a dossier open to be changed
 * @parent: the window of the dossier
 *
 * Returns: (transfer none): a window of its own, not shown yet
 */
GtkWidget *
cap_adaptation_window_new (CapWorkspace *workspace,
                           GtkWindow    *parent)
{
  CapAdaptationWindow *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (cap_workspace_get_evaluation (workspace) != NULL, NULL);

  self = g_object_new (CAP_TYPE_ADAPTATION_WINDOW, "transient-for", parent, NULL);
  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "notify::dossier", G_CALLBACK (dossier_changed_cb), self,
                           G_CONNECT_SWAPPED);
  dossier_changed_cb (self);

  return GTK_WIDGET (self);
}
