/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/plan/cap-plan-page-private.h"

#include <glib/gi18n.h>

#include "ui/plan/cap-action-page.h"
#include "ui/plan/cap-actions-view.h"
#include "ui/plan/cap-figures-view.h"
#include "ui/plan/cap-indicators-view.h"
#include "ui/plan/cap-proposals-view.h"
#include "ui/plan/cap-week-view.h"
#include "ui/widgets/cap-digit-key.h"

/*
 * CapPlanPage:
 *
 * The *plan de progrès*: what deserves a look this week, what was decided, what
 * is measured, what could be done, and each action.
 */
G_DEFINE_FINAL_TYPE (CapPlanPage, cap_plan_page, GTK_TYPE_WIDGET)

static void
show_view_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  gtk_stack_set_visible_child_name (CAP_PLAN_PAGE (widget)->stack, g_variant_get_string (parameter, NULL));
}

static void
action_closed_cb (CapPlanPage *self)
{
  gtk_stack_set_visible_child_name (self->outer, "plan");
  /* The stack gives the focus back to what had it, unless that went away. */
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->stack)) == NULL)
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

/* The page of an action is made when the first one is looked at. */
static void
show_action_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  CapPlanPage *self = CAP_PLAN_PAGE (widget);

  if (self->action_page == NULL)
    {
      self->action_page = cap_action_page_new (self->model);
      g_signal_connect_object (self->action_page, "closed", G_CALLBACK (action_closed_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_stack_add_named (self->outer, self->action_page, "action");
    }

  cap_action_page_show (CAP_ACTION_PAGE (self->action_page), g_variant_get_uint32 (parameter));
  gtk_stack_set_visible_child_name (self->outer, "action");
  gtk_widget_child_focus (self->action_page, GTK_DIR_TAB_FORWARD);
}

static gboolean
shows_actions (CapPlanPage *self)
{
  return gtk_widget_get_mapped (self->actions_view);
}

static void
search_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  CapPlanPage *self = CAP_PLAN_PAGE (widget);

  action_closed_cb (self);
  gtk_stack_set_visible_child (self->stack, self->actions_view);
  cap_actions_view_search (CAP_ACTIONS_VIEW (self->actions_view));
}

/* One key for each way of looking at the actions; what is typed in a field comes there first. */
static gboolean
key_pressed_cb (CapPlanPage        *self,
                guint               keyval,
                guint               keycode,
                GdkModifierType     state,
                GtkEventController *controller)
{
  GdkModifierType modifiers = state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK);
  guint digit = keyval;

  if (modifiers != 0 || !shows_actions (self))
    return GDK_EVENT_PROPAGATE;

  if (keyval >= GDK_KEY_KP_1 && keyval <= GDK_KEY_KP_9)
    digit = GDK_KEY_1 + (keyval - GDK_KEY_KP_1);
  else if (keyval < GDK_KEY_1 || keyval > GDK_KEY_9)
    digit = cap_digit_key_find (controller, keycode);
  if (digit < GDK_KEY_1 || digit > GDK_KEY_9)
    return GDK_EVENT_PROPAGATE;

  cap_actions_view_show_nth (CAP_ACTIONS_VIEW (self->actions_view), digit - GDK_KEY_1);

  return GDK_EVENT_STOP;
}

/* How many proposals wait is told on their tab: new ones come as answers change. */
static void
show_count (CapPlanPage *self)
{
  CapWorkspace *workspace = cap_plan_model_get_workspace (self->model);
  g_autofree char *title = NULL;

  if (cap_workspace_get_dossier (workspace) == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  title = cap_proposals_view_dup_title (workspace);
  gtk_stack_page_set_title (gtk_stack_get_page (self->stack, self->proposals), title);
}

/* The page of an action, which would be in another state if nothing were in the way. */
static void
try_action_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  guint number;
  guint state;

  g_variant_get (parameter, "(uu)", &number, &state);
  gtk_widget_activate_action (widget, "plan.show-action", "u", number);
  cap_action_page_try_state (CAP_ACTION_PAGE (CAP_PLAN_PAGE (widget)->action_page), number,
                             (CapActionState) state);
}

static void
cap_plan_page_map (GtkWidget *widget)
{
  cap_plan_model_set_awake (CAP_PLAN_PAGE (widget)->model, TRUE);

  GTK_WIDGET_CLASS (cap_plan_page_parent_class)->map (widget);
  show_count (CAP_PLAN_PAGE (widget));
}

static void
cap_plan_page_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cap_plan_page_parent_class)->unmap (widget);

  cap_plan_model_set_awake (CAP_PLAN_PAGE (widget)->model, FALSE);
}

static void
cap_plan_page_dispose (GObject *object)
{
  CapPlanPage *self = CAP_PLAN_PAGE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (cap_plan_page_parent_class)->dispose (object);
}

static void
cap_plan_page_class_init (CapPlanPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_plan_page_dispose;
  widget_class->map = cap_plan_page_map;
  widget_class->unmap = cap_plan_page_unmap;

  g_type_ensure (CAP_TYPE_MESSAGE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-plan-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CapPlanPage, outer);
  gtk_widget_class_bind_template_child (widget_class, CapPlanPage, stack);
  gtk_widget_class_bind_template_child (widget_class, CapPlanPage, message);

  gtk_widget_class_install_action (widget_class, "plan.show", "s", show_view_cb);
  gtk_widget_class_install_action (widget_class, "plan.show-action", "u", show_action_cb);
  gtk_widget_class_install_action (widget_class, "plan.search", NULL, search_cb);
  cap_plan_page_install_file_actions (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "plan.search", NULL);
  gtk_widget_class_install_action (widget_class, "plan.try-action", "(uu)", try_action_cb);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cap_plan_page_init (CapPlanPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* All of a list of the week, where everything can be done with it. */
static void
list_asked_cb (CapPlanPage *self,
               CapWeekList  list)
{
  cap_actions_view_set_focus (CAP_ACTIONS_VIEW (self->actions_view), cap_plan_focus_from_week (list));
  gtk_stack_set_visible_child (self->stack, self->actions_view);
}

static void
add_parts (CapPlanPage  *self,
           CapWorkspace *workspace)
{
  GtkWidget *week = cap_week_view_new (workspace);

  self->actions_view = cap_actions_view_new (self->model);
  self->proposals = cap_proposals_view_new (workspace);
  g_signal_connect_object (week, "asked", G_CALLBACK (list_asked_cb), self, G_CONNECT_SWAPPED);

  gtk_stack_add_titled (self->stack, week, "week", _("This Week"));
  gtk_stack_add_titled (self->stack, self->actions_view, "actions", _("Actions"));
  gtk_stack_add_titled (self->stack, cap_indicators_view_new (workspace), "indicators", _("Indicators"));
  gtk_stack_add_titled (self->stack, cap_figures_view_new (workspace), "figures", _("Figures"));
  gtk_stack_add_titled (self->stack, self->proposals, "proposals", _("Proposals"));
}

/**
 * cap_plan_page_new:
 * @workspace: with a dossier open
 *
 * Returns: (transfer floating): its plan; the proposals when it is empty
 */
GtkWidget *
cap_plan_page_new (CapWorkspace *workspace)
{
  CapPlanPage *self;
  CapDossier *dossier;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (CAP_TYPE_PLAN_PAGE, NULL);
  self->model = cap_plan_model_new (workspace);
  dossier = cap_workspace_get_dossier (workspace);

  add_parts (self, workspace);
  if (dossier != NULL && dossier->actions->len == 0)
    gtk_stack_set_visible_child (self->stack, self->proposals);
  g_signal_connect_object (workspace, "notify::dossier", G_CALLBACK (show_count), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
