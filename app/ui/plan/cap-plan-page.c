/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/plan/cap-plan-page.h"

#include <glib/gi18n.h>

#include "ui/plan/cap-actions-view.h"
#include "ui/plan/cap-indicators-view.h"
#include "ui/plan/cap-proposals-view.h"

/**
 * CapPlanPage:
 *
 * The *plan de progrès*: what could be done, and what was decided.
 */
struct _CapPlanPage
{
  GtkWidget  parent_instance;

  /* Template children */
  GtkStack  *stack;
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
cap_plan_page_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (cap_plan_page_parent_class)->dispose (object);
}

static void
cap_plan_page_class_init (CapPlanPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cap_plan_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/coorace/CapCedre/ui/cap-plan-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CapPlanPage, stack);

  gtk_widget_class_install_action (widget_class, "plan.show", "s", show_view_cb);

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
  dossier = cap_workspace_get_dossier (workspace);

  gtk_stack_add_titled (self->stack, cap_proposals_view_new (workspace), "proposals", _("Proposals"));
  gtk_stack_add_titled (self->stack, cap_actions_view_new (workspace), "actions", _("Actions"));
  gtk_stack_add_titled (self->stack, cap_indicators_view_new (workspace), "indicators", _("Indicators"));
  if (dossier != NULL && dossier->actions->len > 0)
    gtk_stack_set_visible_child_name (self->stack, "actions");

  return GTK_WIDGET (self);
}
