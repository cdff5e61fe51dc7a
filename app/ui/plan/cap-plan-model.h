/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "plan/cap-action-rules.h"
#include "plan/cap-plan-query.h"
#include "ui/plan/cap-plan-item.h"
#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

/**
 * CapPlanModel:
 *
 * What the views of the plan share: the actions of the open dossier, which of
 * them are shown and in which order, and which are chosen. Views show it and
 * ask it for changes; it never knows them.
 *
 * Signals:
 *   "changed"         other actions are shown, or in another order, or they say something else
 *   "chosen-changed"  others are chosen
 *   "failed" (string) a change could not be saved: a sentence
 */
#define CAP_TYPE_PLAN_MODEL (cap_plan_model_get_type ())

G_DECLARE_FINAL_TYPE (CapPlanModel, cap_plan_model, CAP, PLAN_MODEL, GObject)

CapPlanModel       *cap_plan_model_new             (CapWorkspace    *workspace) G_GNUC_WARN_UNUSED_RESULT;

CapWorkspace       *cap_plan_model_get_workspace   (CapPlanModel    *self);
CapDossier         *cap_plan_model_get_dossier     (CapPlanModel    *self);
const CapFramework *cap_plan_model_get_framework   (CapPlanModel    *self);
const char         *cap_plan_model_get_today       (CapPlanModel    *self);
gboolean            cap_plan_model_get_read_only   (CapPlanModel    *self);

/* (element-type CapPlanItem): what is shown, in order, headings of groups included. */
GListModel         *cap_plan_model_get_lines       (CapPlanModel    *self);
/* (transfer container) (element-type CapPlanItem): the same without headings. */
GPtrArray          *cap_plan_model_list_items      (CapPlanModel    *self) G_GNUC_WARN_UNUSED_RESULT;
CapPlanItem        *cap_plan_model_find_item       (CapPlanModel    *self,
                                                    const char      *id);
guint               cap_plan_model_get_n_shown     (CapPlanModel    *self);
guint               cap_plan_model_get_n_actions   (CapPlanModel    *self);

const CapPlanQuery *cap_plan_model_get_query       (CapPlanModel    *self);
void                cap_plan_model_set_search      (CapPlanModel    *self,
                                                    const char      *search);
void                cap_plan_model_set_focus       (CapPlanModel    *self,
                                                    CapPlanFocus     focus);
void                cap_plan_model_set_owner       (CapPlanModel    *self,
                                                    const char      *owner);
void                cap_plan_model_set_theme       (CapPlanModel    *self,
                                                    const char      *theme);
void                cap_plan_model_set_grouping    (CapPlanModel    *self,
                                                    CapPlanGrouping  grouping);
void                cap_plan_model_set_sort        (CapPlanModel    *self,
                                                    CapActionField   field,
                                                    gboolean         descending);

/* Only what is looked at is worked out: a model that sleeps catches up when woken. */
void                cap_plan_model_set_awake       (CapPlanModel    *self,
                                                    gboolean         awake);

void                cap_plan_model_choose          (CapPlanModel    *self,
                                                    CapPlanItem     *item,
                                                    gboolean         chosen);
void                cap_plan_model_choose_all      (CapPlanModel    *self,
                                                    gboolean         chosen);
void                cap_plan_model_choose_none     (CapPlanModel    *self);
/* (transfer container) (element-type CapPlanItem): those chosen, by number. */
GPtrArray          *cap_plan_model_list_chosen     (CapPlanModel    *self) G_GNUC_WARN_UNUSED_RESULT;

/* Saves one action as it should be. Returns: (transfer full) (nullable) (element-type
 * CapActionFault): what is in the way; then nothing is saved. */
GPtrArray          *cap_plan_model_put             (CapPlanModel    *self,
                                                    const CapAction *after) G_GNUC_WARN_UNUSED_RESULT;
/* The same for several, (element-type CapAction), in one gesture; @at: (out): the one at fault. */
GPtrArray          *cap_plan_model_put_all         (CapPlanModel    *self,
                                                    const GPtrArray *afters,
                                                    guint           *at) G_GNUC_WARN_UNUSED_RESULT;
void                cap_plan_model_add             (CapPlanModel    *self,
                                                    const char      *title);

G_END_DECLS
