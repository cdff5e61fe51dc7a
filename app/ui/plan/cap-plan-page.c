/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/plan/cap-plan-page.h"

#include <glib/gi18n.h>

#include "ui/plan/cap-action-page.h"
#include "ui/plan/cap-actions-view.h"
#include "ui/plan/cap-proposals-view.h"

/**
 * CapPlanPage:
 *
 * The *plan de progrès*: what could be done, what was decided, and each action.
 */
struct _CapPlanPage
{
  GtkWidget     parent_instance;

  CapPlanModel *model;
  GtkWidget    *action_page;

  /* Template children */
  GtkStack     *outer;
  GtkStack     *stack;
};

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

  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-plan-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CapPlanPage, outer);
  gtk_widget_class_bind_template_child (widget_class, CapPlanPage, stack);

  gtk_widget_class_install_action (widget_class, "plan.show", "s", show_view_cb);
  gtk_widget_class_install_action (widget_class, "plan.show-action", "u", show_action_cb);
  gtk_widget_class_install_action (widget_class, "plan.try-action", "(uu)", try_action_cb);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
cap_plan_page_init (CapPlanPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cap_plan_page_new:
 * @workspace: with a dossier open
 *
 * Returns: (transfer floating): its plan; the actions when there are some
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

  gtk_stack_add_titled (self->stack, cap_proposals_view_new (workspace), "proposals", _("Proposals"));
  gtk_stack_add_titled (self->stack, cap_actions_view_new (self->model), "actions", _("Actions"));
  if (dossier != NULL && dossier->actions->len > 0)
    gtk_stack_set_visible_child_name (self->stack, "actions");

  return GTK_WIDGET (self);
}
