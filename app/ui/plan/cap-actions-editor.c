/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/plan/cap-actions-editor.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "base/cap-text.h"
#include "ui/plan/cap-action-section.h"
#include "ui/widgets/cap-date-row.h"
#include "ui/widgets/cap-message-bar.h"

struct _CapActionsEditor
{
  AdwWindow      parent_instance;

  /* Owned */
  CapPlanModel  *model;
  GPtrArray     *chosen;  /* CapPlanItem */

  GtkWidget     *due_row;

  /* Template children */
  CapMessageBar *message;
  GtkButton     *apply_button;
  AdwComboRow   *state_row;
  GtkWidget     *reason_row;
  GtkWidget     *owner_row;
  AdwComboRow   *shift_row;
  AdwComboRow   *service_row;
  AdwComboRow   *kind_row;
  GtkWidget     *note_row;
};

G_DEFINE_FINAL_TYPE (CapActionsEditor, cap_actions_editor, ADW_TYPE_WINDOW)

/* By how much due dates move: days, then months. */
static const struct { int days; int months; const char *label; } shifts[] = {
  { 0, 0, N_("As it is") },
  { 7, 0, N_("A week later") },
  { 14, 0, N_("Two weeks later") },
  { 0, 1, N_("A month later") },
  { 0, 3, N_("Three months later") },
  { -7, 0, N_("A week earlier") },
  { 0, -1, N_("A month earlier") },
};

static const GPtrArray *
get_services (CapActionsEditor *self)
{
  return cap_plan_model_get_framework (self->model)->services;
}

static void
shift_due (CapActionsEditor *self,
           CapAction        *action)
{
  guint choice = adw_combo_row_get_selected (self->shift_row);
  g_autofree char *moved = NULL;

  if (choice == 0 || choice >= G_N_ELEMENTS (shifts) || action->due == NULL)
    return;

  moved = shifts[choice].months != 0 ? cap_date_add_months (action->due, shifts[choice].months)
                                     : cap_date_add_days (action->due, shifts[choice].days);
  if (moved != NULL)
    cap_set_string (&action->due, moved);
}

/* The first choice of each row leaves things as they are. */
static CapAction *
dup_changed (CapActionsEditor *self,
             const CapAction  *before)
{
  g_autofree char *today = cap_workspace_dup_today (cap_plan_model_get_workspace (self->model));
  g_autofree char *owner = cap_entry_dup_text (self->owner_row);
  g_autofree char *reason = cap_entry_dup_text (self->reason_row);
  g_autofree char *note = cap_entry_dup_text (self->note_row);
  const guint state = adw_combo_row_get_selected (self->state_row);
  const guint service = adw_combo_row_get_selected (self->service_row);
  const guint kind = adw_combo_row_get_selected (self->kind_row);
  CapAction *action = cap_action_copy (before);

  if (state > 0)
    action->state = (CapActionState) (state - 1);
  if (kind > 0)
    action->kind = (CapActionKind) (kind - 1);
  if (service > 0)
    cap_set_string (&action->service,
                    ((const CapService *) g_ptr_array_index (get_services (self), service - 1))->code);
  if (owner != NULL)
    cap_set_string (&action->owner, owner);
  if (reason != NULL && action->state == CAP_ACTION_ABANDONED)
    cap_set_string (&action->reason, reason);
  if (cap_date_row_get_date (CAP_DATE_ROW (self->due_row)) != NULL)
    cap_set_string (&action->due, cap_date_row_get_date (CAP_DATE_ROW (self->due_row)));
  shift_due (self, action);
  if (note != NULL)
    g_ptr_array_add (action->notes, cap_action_note_new (NULL, today, note));

  return action;
}

static void
show_fault (CapActionsEditor     *self,
            const CapAction      *action,
            const CapActionFault *fault)
{
  g_autofree char *sentence = NULL;

  /* Translators: %1$u is the number of an action, %2$s says what is in the way */
  sentence = g_strdup_printf (_("Nothing is changed. Action %1$u: %2$s"), action->number,
                              fault->sentence);
  cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, sentence);
}

static void
apply_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  CapActionsEditor *self = CAP_ACTIONS_EDITOR (widget);
  g_autoptr(GPtrArray) afters = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_action_free);
  g_autoptr(GPtrArray) faults = NULL;
  guint at = 0;

  for (guint i = 0; i < self->chosen->len; i++)
    g_ptr_array_add (afters,
                     dup_changed (self, cap_plan_item_get_action (g_ptr_array_index (self->chosen, i))));

  faults = cap_plan_model_put_all (self->model, afters, &at);
  if (faults == NULL)
    {
      cap_plan_model_choose_none (self->model);
      gtk_window_close (GTK_WINDOW (self));
      return;
    }

  show_fault (self, g_ptr_array_index (afters, at), g_ptr_array_index (faults, 0));
}

static void
state_chosen_cb (CapActionsEditor *self)
{
  gtk_widget_set_visible (self->reason_row,
                          adw_combo_row_get_selected (self->state_row) == CAP_ACTION_ABANDONED + 1);
}

static GtkStringList *
new_choices (void)
{
  GtkStringList *labels = gtk_string_list_new (NULL);

  gtk_string_list_append (labels, _("As it is"));

  return labels;
}

static void
fill (AdwComboRow   *row,
      GtkStringList *labels)
{
  adw_combo_row_set_model (row, G_LIST_MODEL (labels));
  g_object_unref (labels);
}

static void
fill_choices (CapActionsEditor *self)
{
  GtkStringList *states = new_choices ();
  GtkStringList *kinds = new_choices ();
  GtkStringList *services = new_choices ();
  GtkStringList *moves = gtk_string_list_new (NULL);

  for (guint i = 0; i < CAP_N_ACTION_STATES; i++)
    gtk_string_list_append (states, cap_action_state_get_label ((CapActionState) i));
  for (guint i = 0; i < CAP_N_ACTION_KINDS; i++)
    gtk_string_list_append (kinds, cap_action_kind_get_label ((CapActionKind) i));
  for (guint i = 0; i < get_services (self)->len; i++)
    gtk_string_list_append (services,
                            ((const CapService *) g_ptr_array_index (get_services (self), i))->label);
  for (guint i = 0; i < G_N_ELEMENTS (shifts); i++)
    gtk_string_list_append (moves, gettext (shifts[i].label));

  fill (self->state_row, states);
  fill (self->kind_row, kinds);
  fill (self->service_row, services);
  fill (self->shift_row, moves);
}

static void
cap_actions_editor_dispose (GObject *object)
{
  CapActionsEditor *self = CAP_ACTIONS_EDITOR (object);

  g_clear_object (&self->model);
  g_clear_pointer (&self->chosen, g_ptr_array_unref);

  G_OBJECT_CLASS (cap_actions_editor_parent_class)->dispose (object);
}

static void
cap_actions_editor_class_init (CapActionsEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_actions_editor_dispose;

  g_type_ensure (CAP_TYPE_MESSAGE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/coorace/CapCedre/ui/cap-actions-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, CapActionsEditor, message);
  gtk_widget_class_bind_template_child (widget_class, CapActionsEditor, apply_button);
  gtk_widget_class_bind_template_child (widget_class, CapActionsEditor, state_row);
  gtk_widget_class_bind_template_child (widget_class, CapActionsEditor, reason_row);
  gtk_widget_class_bind_template_child (widget_class, CapActionsEditor, owner_row);
  gtk_widget_class_bind_template_child (widget_class, CapActionsEditor, shift_row);
  gtk_widget_class_bind_template_child (widget_class, CapActionsEditor, service_row);
  gtk_widget_class_bind_template_child (widget_class, CapActionsEditor, kind_row);
  gtk_widget_class_bind_template_child (widget_class, CapActionsEditor, note_row);

  gtk_widget_class_install_action (widget_class, "editor.apply", NULL, apply_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "editor.apply", NULL);
}

static void
cap_actions_editor_init (CapActionsEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->state_row, "notify::selected", G_CALLBACK (state_chosen_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
cap_actions_editor_new (CapPlanModel *model,
                        GtkWindow    *parent)
{
  CapActionsEditor *self;
  GtkWidget *list;
  g_autofree char *label = NULL;

  g_return_val_if_fail (CAP_IS_PLAN_MODEL (model), NULL);

  self = g_object_new (CAP_TYPE_ACTIONS_EDITOR, "transient-for", parent, NULL);
  self->model = g_object_ref (model);
  self->chosen = cap_plan_model_list_chosen (model);
  fill_choices (self);

  self->due_row = cap_date_row_new (_("Due"));
  list = gtk_widget_get_parent (GTK_WIDGET (self->shift_row));
  gtk_list_box_insert (GTK_LIST_BOX (list), self->due_row,
                       gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (self->shift_row)));

  label = g_strdup_printf (ngettext ("Change %u Action", "Change %u Actions", self->chosen->len),
                           self->chosen->len);
  gtk_button_set_label (self->apply_button, label);

  return GTK_WIDGET (self);
}
