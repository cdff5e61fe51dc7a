/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/plan/cap-action-section.h"

G_BEGIN_DECLS

/* The parts of the page of an action, each in a file of its own. */

/* What is to be done, and how far it is. */
GtkWidget *cap_action_what_section_new  (CapPlanModel *model) G_GNUC_WARN_UNUSED_RESULT;
/* Who, when, with what means. */
GtkWidget *cap_action_who_section_new   (CapPlanModel *model) G_GNUC_WARN_UNUSED_RESULT;
/* Its steps. */
GtkWidget *cap_action_steps_section_new (CapPlanModel *model) G_GNUC_WARN_UNUSED_RESULT;
/* What it comes from. */
GtkWidget *cap_action_origins_section_new (CapPlanModel *model) G_GNUC_WARN_UNUSED_RESULT;
/* The actions that must be done before. */
GtkWidget *cap_action_after_section_new (CapPlanModel *model) G_GNUC_WARN_UNUSED_RESULT;
/* The check of its effect. */
GtkWidget *cap_action_check_section_new (CapPlanModel *model) G_GNUC_WARN_UNUSED_RESULT;
/* Its diary. */
GtkWidget *cap_action_notes_section_new (CapPlanModel *model) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
