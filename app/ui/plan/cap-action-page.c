/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/plan/cap-action-page.h"

#include <glib/gi18n.h>

#include "base/cap-text.h"
#include "ui/plan/cap-action-history.h"
#include "ui/plan/cap-action-sections.h"
#include "ui/widgets/cap-evidence-box.h"
#include "ui/widgets/cap-message-bar.h"

struct _CapActionPage
{
  GtkWidget      parent_instance;

  /* Owned */
  CapPlanModel  *model;
  char          *id;      /* of the action shown */
  CapAction     *draft;   /* what was typed and cannot be saved yet, or NULL */
  GPtrArray     *sections;
  GtkWidget     *evidence;
  GtkWidget     *history;

  /* Template children */
  CapMessageBar *message;
  GtkLabel      *title;
  GtkScrolledWindow *scrolled;
  GtkBox        *box;
};

G_DEFINE_FINAL_TYPE (CapActionPage, cap_action_page, GTK_TYPE_WIDGET)

enum
{
  CLOSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const CapAction *
get_action (CapActionPage *self)
{
  CapDossier *dossier = cap_workspace_get_dossier (cap_plan_model_get_workspace (self->model));

  return dossier != NULL ? cap_dossier_find_action_by_id (dossier, self->id) : NULL;
}

static void
show_faults (CapActionPage   *self,
             const GPtrArray *faults)
{
  for (guint i = 0; i < self->sections->len; i++)
    cap_action_section_show_faults (g_ptr_array_index (self->sections, i), faults);
}

/* The position in the list, as people see it: the action before, or the one after. */
static const CapAction *
find_neighbour (CapActionPage *self,
                int            step)
{
  g_autoptr(GPtrArray) items = cap_plan_model_list_items (self->model);

  for (guint i = 0; i < items->len; i++)
    {
      const CapAction *action = cap_plan_item_get_action (g_ptr_array_index (items, i));
      gint64 other = (gint64) i + step;

      if (g_strcmp0 (action->id, self->id) == 0)
        return other >= 0 && other < items->len
          ? cap_plan_item_get_action (g_ptr_array_index (items, (guint) other)) : NULL;
    }

  return NULL;
}

static void
show_action (CapActionPage   *self,
             const CapAction *action)
{
  /* Translators: the number of an action */
  g_autofree char *title = g_strdup_printf (_("Action %u"), action->number);

  gtk_label_set_text (self->title, title);
  for (guint i = 0; i < self->sections->len; i++)
    {
      GtkWidget *section = g_ptr_array_index (self->sections, i);

      cap_action_section_show (CAP_ACTION_SECTION (section), action);
      gtk_widget_set_sensitive (section, !cap_plan_model_get_read_only (self->model));
    }

  cap_evidence_box_set_place (CAP_EVIDENCE_BOX (self->evidence), CAP_PLACE_ACTION, action->id);
  cap_action_history_set_action (CAP_ACTION_HISTORY (self->history), action->id);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "action.previous", find_neighbour (self, -1) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "action.next", find_neighbour (self, 1) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "action.remove",
                                 !cap_plan_model_get_read_only (self->model));
}

static void
forget_draft (CapActionPage *self)
{
  g_clear_pointer (&self->draft, cap_action_free);
  show_faults (self, NULL);
  cap_message_bar_hide (self->message);
}

static void
update (CapActionPage *self)
{
  const CapAction *action;

  if (self->id == NULL || self->draft != NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  action = get_action (self);
  if (action != NULL)
    show_action (self, action);
  else
    g_signal_emit (self, signals[CLOSED], 0);
}

static void
changed_cb (CapActionPage *self)
{
  const CapAction *action = get_action (self);
  g_autoptr(CapAction) after = NULL;
  g_autoptr(GPtrArray) faults = NULL;

  if (action == NULL || cap_plan_model_get_read_only (self->model))
    return;

  after = cap_action_copy (action);
  for (guint i = 0; i < self->sections->len; i++)
    cap_action_section_apply (g_ptr_array_index (self->sections, i), after);

  faults = cap_action_equal (after, action) ? NULL : cap_plan_model_put (self->model, after);
  if (faults == NULL)
    {
      forget_draft (self);
      return;
    }

  g_clear_pointer (&self->draft, cap_action_free);
  self->draft = g_steal_pointer (&after);
  show_faults (self, faults);
  cap_message_bar_show (self->message, CAP_MESSAGE_ERROR,
                        _("Not saved yet: something is to be put right below."));
  cap_message_bar_add_action (self->message, _("Show Me"), "action.show-fault");
  cap_message_bar_add_action (self->message, _("Give Up These Changes"), "action.discard");
}

static void
failed_cb (CapActionPage *self,
           const char    *sentence)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, sentence);
}

/* A field is finished by leaving it. A label that cannot be selected refuses the focus: the window
 * gives it. */
static void
leave_field (CapActionPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), GTK_WIDGET (self->title));
}

static void
discard_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  CapActionPage *self = CAP_ACTION_PAGE (widget);

  /* The button that was pressed goes away. */
  leave_field (self);
  forget_draft (self);
  update (self);
}

/* The focus goes there when people ask for it, never by itself while they go on. */
static void
show_fault_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  CapActionPage *self = CAP_ACTION_PAGE (widget);

  for (guint i = 0; i < self->sections->len; i++)
    {
      if (cap_action_section_focus_fault (g_ptr_array_index (self->sections, i)))
        return;
    }
}

static void
close_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  CapActionPage *self = CAP_ACTION_PAGE (widget);

  /* The field that is being typed in is finished by leaving it. */
  leave_field (self);
  if (self->draft == NULL)
    g_signal_emit (self, signals[CLOSED], 0);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->message), GTK_DIR_TAB_FORWARD);
}

static void
go (CapActionPage *self,
    int            step)
{
  const CapAction *other = find_neighbour (self, step);

  if (other != NULL)
    cap_action_page_show (self, other->number);
}

static void
previous_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  go (CAP_ACTION_PAGE (widget), -1);
}

static void
next_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  go (CAP_ACTION_PAGE (widget), 1);
}

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(CapActionPage) self = CAP_ACTION_PAGE (user_data);
  g_autoptr(GError) error = NULL;

  if (!cap_workspace_run_finish (CAP_WORKSPACE (source), result, &error))
    failed_cb (self, error->message);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", _("Action removed"));
}

static void
remove_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  CapActionPage *self = CAP_ACTION_PAGE (widget);
  const CapAction *action = get_action (self);
  g_autofree char *number = NULL;
  CapCommand *command;

  if (action == NULL)
    return;

  forget_draft (self);
  number = g_strdup_printf ("%u", action->number);
  command = cap_command_new (CAP_GESTURE_REMOVE_ACTION, number);
  cap_command_remove_action (command, action->id);
  cap_workspace_run_async (cap_plan_model_get_workspace (self->model), command, NULL, removed_cb,
                           g_object_ref (self));
}

static void
cap_action_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cap_action_page_parent_class)->map (widget);

  update (CAP_ACTION_PAGE (widget));
}

static void
cap_action_page_dispose (GObject *object)
{
  CapActionPage *self = CAP_ACTION_PAGE (object);
  GtkWidget *child;

  g_clear_pointer (&self->id, g_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (cap_action_page_parent_class)->dispose (object);
}

static void
cap_action_page_finalize (GObject *object)
{
  CapActionPage *self = CAP_ACTION_PAGE (object);

  g_clear_pointer (&self->draft, cap_action_free);
  g_ptr_array_unref (self->sections);

  G_OBJECT_CLASS (cap_action_page_parent_class)->finalize (object);
}

static void
cap_action_page_class_init (CapActionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_action_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_action_page_finalize;
  widget_class->map = cap_action_page_map;

  signals[CLOSED] = g_signal_new ("closed", CAP_TYPE_ACTION_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  g_type_ensure (CAP_TYPE_MESSAGE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-action-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CapActionPage, message);
  gtk_widget_class_bind_template_child (widget_class, CapActionPage, title);
  gtk_widget_class_bind_template_child (widget_class, CapActionPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, CapActionPage, box);

  gtk_widget_class_install_action (widget_class, "action.close", NULL, close_cb);
  gtk_widget_class_install_action (widget_class, "action.discard", NULL, discard_cb);
  gtk_widget_class_install_action (widget_class, "action.show-fault", NULL, show_fault_cb);
  gtk_widget_class_install_action (widget_class, "action.previous", NULL, previous_cb);
  gtk_widget_class_install_action (widget_class, "action.next", NULL, next_cb);
  gtk_widget_class_install_action (widget_class, "action.remove", NULL, remove_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "action.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "action.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_CONTROL_MASK, "action.previous",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_CONTROL_MASK, "action.next",
                                       NULL);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cap_action_page_init (CapActionPage *self)
{
  self->sections = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_section (CapActionPage *self,
             GtkWidget     *section)
{
  g_signal_connect_object (section, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->box, section);
  g_ptr_array_add (self->sections, section);
}

static void
add_evidence (CapActionPage *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->evidence = cap_evidence_box_new (cap_plan_model_get_workspace (self->model));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Evidence"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->evidence);
  gtk_box_append (self->box, group);
}

static void
add_history (CapActionPage *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->history = cap_action_history_new (cap_plan_model_get_workspace (self->model));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("History"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->history);
  gtk_box_append (self->box, group);
}

GtkWidget *
cap_action_page_new (CapPlanModel *model)
{
  CapActionPage *self;

  g_return_val_if_fail (CAP_IS_PLAN_MODEL (model), NULL);

  self = g_object_new (CAP_TYPE_ACTION_PAGE, NULL);
  self->model = g_object_ref (model);
  add_section (self, cap_action_what_section_new (model));
  add_section (self, cap_action_who_section_new (model));
  add_section (self, cap_action_steps_section_new (model));
  add_section (self, cap_action_notes_section_new (model));
  add_section (self, cap_action_check_section_new (model));
  add_section (self, cap_action_origins_section_new (model));
  add_section (self, cap_action_after_section_new (model));
  add_evidence (self);
  add_history (self);

  g_signal_connect_object (model, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

void
cap_action_page_show (CapActionPage *self,
                      guint          number)
{
  CapDossier *dossier;
  const CapAction *action;

  g_return_if_fail (CAP_IS_ACTION_PAGE (self));

  /* What is being typed is of the action shown until now. */
  leave_field (self);
  dossier = cap_workspace_get_dossier (cap_plan_model_get_workspace (self->model));
  action = dossier != NULL ? cap_dossier_find_action (dossier, number) : NULL;
  if (action == NULL || self->draft != NULL)
    return;

  cap_set_string (&self->id, action->id);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  show_action (self, action);
}

void
cap_action_page_try_state (CapActionPage  *self,
                           guint           number,
                           CapActionState  state)
{
  const CapAction *action;
  g_autoptr(CapAction) tried = NULL;

  g_return_if_fail (CAP_IS_ACTION_PAGE (self) && state < CAP_N_ACTION_STATES);

  cap_action_page_show (self, number);
  action = get_action (self);
  if (action == NULL || action->number != number || self->draft != NULL || action->state == state)
    return;

  tried = cap_action_copy (action);
  tried->state = state;
  show_action (self, tried);
  changed_cb (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "action.show-fault", NULL);
}
