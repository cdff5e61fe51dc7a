/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/plan/cap-actions-view.h"

#include <glib/gi18n.h>

#include "ui/plan/cap-actions-editor.h"
#include "ui/plan/cap-plan-board.h"
#include "ui/plan/cap-plan-calendar.h"
#include "ui/plan/cap-plan-list.h"
#include "ui/plan/cap-plan-matrix.h"
#include "ui/plan/cap-plan-timeline.h"
#include "ui/plan/cap-plan-toolbar.h"
#include "ui/widgets/cap-message-bar.h"
#include "ui/widgets/cap-settings.h"

/**
 * CapActionsView:
 *
 * The actions of the plan, seen in one of several ways; what is searched,
 * filtered and chosen stays the same from one to the other.
 */
struct _CapActionsView
{
  GtkWidget      parent_instance;

  /* Owned */
  CapPlanModel  *model;
  GSettings     *settings; /* NULL when the schema is not installed */

  GtkWidget     *filters;
  GPtrArray     *buttons;  /* one for each view, borrowed */
  GtkWidget     *switcher;
  const char    *view;     /* name of the view that people want */
  guint          refused;  /* number of the action that could not be changed */
  guint          refused_state;

  /* Template children */
  CapMessageBar *message;
  GtkBox        *toolbar;
  GtkStack      *stack;
  GtkRevealer   *chosen_revealer;
  GtkLabel      *chosen_label;
  GtkWidget     *edit_button;
  GtkWidget     *add_box;
  GtkEditable   *add_entry;
  GtkLabel      *summary;
};

G_DEFINE_FINAL_TYPE (CapActionsView, cap_actions_view, GTK_TYPE_WIDGET)

static const struct
{
  const char *name;
  const char *label;
  GtkWidget  *(*create) (CapPlanModel *model);
} views[] = {
  { "list", NC_("view of the plan", "List"), cap_plan_list_new },
  { "board", NC_("view of the plan", "Board"), cap_plan_board_new },
  { "timeline", NC_("view of the plan", "Timeline"), cap_plan_timeline_new },
  { "matrix", NC_("view of the plan", "Matrix"), cap_plan_matrix_new },
  { "calendar", NC_("view of the plan", "Calendar"), cap_plan_calendar_new },
};

/* Views are made when they are first looked at. */
static void
show_view (CapActionsView *self)
{
  if (cap_plan_model_get_n_actions (self->model) == 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }

  if (cap_plan_model_get_n_shown (self->model) == 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "nothing");
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      if (!g_str_equal (views[i].name, self->view))
        continue;

      if (gtk_stack_get_child_by_name (self->stack, self->view) == NULL)
        gtk_stack_add_named (self->stack, views[i].create (self->model), self->view);
      gtk_stack_set_visible_child_name (self->stack, self->view);
    }
}

/* The number of the action that has the focus in the view shown, or 0. */
static guint
find_focused_number (CapActionsView *self)
{
  GtkWidget *view = gtk_stack_get_visible_child (self->stack);
  CapPlanItem *item = view != NULL && CAP_IS_PLAN_VIEW (view)
    ? cap_plan_view_find_focused (CAP_PLAN_VIEW (view)) : NULL;

  return item != NULL ? cap_plan_item_get_action (item)->number : 0;
}

static void
focus_number (CapActionsView *self,
              guint           number)
{
  GtkWidget *view = gtk_stack_get_visible_child (self->stack);

  if (number != 0 && CAP_IS_PLAN_VIEW (view))
    cap_plan_view_focus_number (CAP_PLAN_VIEW (view), number);
}

/* From one view to the other the focus stays on the same action. */
static void
set_view (CapActionsView *self,
          const char     *name)
{
  const guint number = find_focused_number (self);

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      GtkWidget *button = g_ptr_array_index (self->buttons, i);
      gboolean wanted = g_str_equal (views[i].name, name);

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), wanted);
      if (wanted)
        self->view = views[i].name;
    }

  cap_plan_toolbar_offer_groups (CAP_PLAN_TOOLBAR (self->filters), g_str_equal (self->view, "list"));
  if (self->settings != NULL)
    g_settings_set_string (self->settings, "plan-view", self->view);
  show_view (self);
  focus_number (self, number);
}

static void
show_view_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  set_view (CAP_ACTIONS_VIEW (widget), g_variant_get_string (parameter, NULL));
}

static void
show_summary (CapActionsView *self)
{
  const guint n_shown = cap_plan_model_get_n_shown (self->model);
  const guint n_actions = cap_plan_model_get_n_actions (self->model);
  g_autofree char *text = NULL;

  if (n_shown == n_actions)
    text = g_strdup_printf (ngettext ("%u action", "%u actions", n_actions), n_actions);
  else
    /* Translators: %1$u actions are shown, of %2$u that the plan has */
    text = g_strdup_printf (ngettext ("%1$u of %2$u action", "%1$u of %2$u actions", n_actions), n_shown,
                            n_actions);
  gtk_label_set_text (self->summary, text);
}

static void
show_chosen (CapActionsView *self)
{
  g_autoptr(GPtrArray) chosen = cap_plan_model_list_chosen (self->model);
  g_autofree char *text = NULL;

  text = g_strdup_printf (ngettext ("%u action chosen", "%u actions chosen", chosen->len), chosen->len);
  gtk_label_set_text (self->chosen_label, text);
  gtk_revealer_set_reveal_child (self->chosen_revealer, chosen->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "actions.edit-chosen",
                                 chosen->len > 0 && !cap_plan_model_get_read_only (self->model));
}

static void
changed_cb (CapActionsView *self)
{
  show_view (self);
  show_summary (self);
  gtk_widget_set_sensitive (self->add_box, !cap_plan_model_get_read_only (self->model));
}

static void
failed_cb (CapActionsView *self,
           const char     *sentence)
{
  cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, sentence);
}

/* A change that a view was asked for cannot be: why, and where to make it possible. */
static void
refuse_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  CapActionsView *self = CAP_ACTIONS_VIEW (widget);
  g_autofree char *text = NULL;
  const char *sentence;

  g_variant_get (parameter, "(uu&s)", &self->refused, &self->refused_state, &sentence);
  /* Translators: %1$u is the number of an action, %2$s a sentence about it */
  text = g_strdup_printf (_("Action %1$u – %2$s"), self->refused, sentence);
  cap_message_bar_show (self->message, CAP_MESSAGE_ERROR, text);
  cap_message_bar_add_action (self->message, _("Open the Action"), "actions.try-refused");
}

static void
try_refused_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  CapActionsView *self = CAP_ACTIONS_VIEW (widget);

  /* The button that was pressed goes away: people come back to the action. */
  focus_number (self, self->refused);
  cap_message_bar_hide (self->message);
  gtk_widget_activate_action (widget, "plan.try-action", "(uu)", self->refused, self->refused_state);
}

/* Something was changed: what was refused before is over. */
static void
done_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  cap_message_bar_hide (CAP_ACTIONS_VIEW (widget)->message);
}

static void
add_cb (CapActionsView *self)
{
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (self->add_entry)));

  if (title[0] == '\0')
    return;

  cap_message_bar_hide (self->message);
  cap_plan_model_add (self->model, title);
  gtk_editable_set_text (self->add_entry, "");
}

static void
show_all_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  cap_plan_toolbar_show_all (CAP_PLAN_TOOLBAR (CAP_ACTIONS_VIEW (widget)->filters));
}

static void
choose_all_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  cap_plan_model_choose_all (CAP_ACTIONS_VIEW (widget)->model, TRUE);
}

static void
choose_none_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  cap_plan_model_choose_none (CAP_ACTIONS_VIEW (widget)->model);
}

static void
edit_chosen_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  GtkWidget *editor = cap_actions_editor_new (CAP_ACTIONS_VIEW (widget)->model,
                                              GTK_WINDOW (gtk_widget_get_root (widget)));

  gtk_window_present (GTK_WINDOW (editor));
}

static void
create_switcher (CapActionsView *self)
{
  self->switcher = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_halign (self->switcher, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->switcher, "linked");

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      const char *label = g_dpgettext2 (NULL, "view of the plan", views[i].label);
      GtkWidget *button = gtk_toggle_button_new_with_label (label);
      g_autofree char *tip = g_strdup_printf ("%s (%u)", label, i + 1);

      gtk_widget_set_tooltip_text (button, tip);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", views[i].name);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "actions.show-view");
      gtk_box_append (GTK_BOX (self->switcher), button);
      g_ptr_array_add (self->buttons, button);
    }
}

static void
cap_actions_view_dispose (GObject *object)
{
  CapActionsView *self = CAP_ACTIONS_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->model);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (cap_actions_view_parent_class)->dispose (object);
}

static void
cap_actions_view_finalize (GObject *object)
{
  g_ptr_array_unref (CAP_ACTIONS_VIEW (object)->buttons);

  G_OBJECT_CLASS (cap_actions_view_parent_class)->finalize (object);
}

static void
add_bindings (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_a, GDK_CONTROL_MASK, "actions.choose-all", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_a, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "actions.choose-none", NULL);
}

static void
cap_actions_view_class_init (CapActionsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_actions_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_actions_view_finalize;

  g_type_ensure (CAP_TYPE_MESSAGE_BAR);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-actions-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CapActionsView, message);
  gtk_widget_class_bind_template_child (widget_class, CapActionsView, toolbar);
  gtk_widget_class_bind_template_child (widget_class, CapActionsView, stack);
  gtk_widget_class_bind_template_child (widget_class, CapActionsView, chosen_revealer);
  gtk_widget_class_bind_template_child (widget_class, CapActionsView, chosen_label);
  gtk_widget_class_bind_template_child (widget_class, CapActionsView, edit_button);
  gtk_widget_class_bind_template_child (widget_class, CapActionsView, add_box);
  gtk_widget_class_bind_template_child (widget_class, CapActionsView, add_entry);
  gtk_widget_class_bind_template_child (widget_class, CapActionsView, summary);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);

  gtk_widget_class_install_action (widget_class, "actions.show-view", "s", show_view_cb);
  gtk_widget_class_install_action (widget_class, "actions.show-all", NULL, show_all_cb);
  gtk_widget_class_install_action (widget_class, "actions.refuse", "(uus)", refuse_cb);
  gtk_widget_class_install_action (widget_class, "actions.try-refused", NULL, try_refused_cb);
  gtk_widget_class_install_action (widget_class, "actions.done", NULL, done_cb);
  gtk_widget_class_install_action (widget_class, "actions.choose-all", NULL, choose_all_cb);
  gtk_widget_class_install_action (widget_class, "actions.choose-none", NULL, choose_none_cb);
  gtk_widget_class_install_action (widget_class, "actions.edit-chosen", NULL, edit_chosen_cb);
  add_bindings (widget_class);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cap_actions_view_init (CapActionsView *self)
{
  self->settings = cap_settings_new ();
  self->buttons = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cap_actions_view_new:
 * @model: of a workspace with a dossier open
 */
GtkWidget *
cap_actions_view_new (CapPlanModel *model)
{
  CapActionsView *self;
  g_autofree char *view = NULL;

  g_return_val_if_fail (CAP_IS_PLAN_MODEL (model), NULL);

  self = g_object_new (CAP_TYPE_ACTIONS_VIEW, NULL);
  self->model = g_object_ref (model);
  self->view = views[0].name;
  self->filters = cap_plan_toolbar_new (model);
  create_switcher (self);
  gtk_box_append (self->toolbar, self->switcher);
  gtk_box_append (self->toolbar, self->filters);

  view = self->settings != NULL ? g_settings_get_string (self->settings, "plan-view")
                                : g_strdup (views[0].name);
  set_view (self, view);

  g_signal_connect_object (model, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "chosen-changed", G_CALLBACK (show_chosen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

void
cap_actions_view_show_nth (CapActionsView *self,
                           guint           index)
{
  g_return_if_fail (CAP_IS_ACTIONS_VIEW (self));

  if (index < G_N_ELEMENTS (views))
    set_view (self, views[index].name);
}

void
cap_actions_view_search (CapActionsView *self)
{
  g_return_if_fail (CAP_IS_ACTIONS_VIEW (self));

  cap_plan_toolbar_search (CAP_PLAN_TOOLBAR (self->filters));
}

void
cap_actions_view_set_focus (CapActionsView *self,
                            CapPlanFocus    focus)
{
  g_return_if_fail (CAP_IS_ACTIONS_VIEW (self));

  cap_plan_toolbar_show_all (CAP_PLAN_TOOLBAR (self->filters));
  gtk_widget_activate_action (self->filters, "filter.focus", "i", (gint32) focus);
}
