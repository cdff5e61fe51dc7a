/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/plan/cap-plan-model.h"
#include "ui/plan/cap-plan-page.h"
#include "ui/widgets/cap-message-bar.h"

G_BEGIN_DECLS

struct _CapPlanPage
{
  GtkWidget             parent_instance;

  /* Owned */
  CapPlanModel         *model;
  GtkFileChooserNative *chooser;      /* while a file is being chosen */

  GtkWidget            *actions_view;
  GtkWidget            *action_page;  /* NULL until one is looked at */
  GtkWidget            *proposals;

  /* Template children */
  GtkStack             *outer;
  GtkStack             *stack;
  CapMessageBar        *message;
};

/* The actions that bring the plan out of the program, and actions into it. */
void cap_plan_page_install_file_actions (GtkWidgetClass *widget_class);

G_END_DECLS
