/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "model/cap-dossier.h"

G_BEGIN_DECLS

/**
 * CapPlanItem:
 *
 * One line of a view of the plan: an action, or the heading of a group. Items
 * live on from one state of the dossier to the next, so that what is chosen
 * stays chosen and what has the focus keeps it.
 *
 * Signal "changed": what it shows is not the same any more.
 */
#define CAP_TYPE_PLAN_ITEM (cap_plan_item_get_type ())

G_DECLARE_FINAL_TYPE (CapPlanItem, cap_plan_item, CAP, PLAN_ITEM, GObject)

CapPlanItem     *cap_plan_item_new          (void) G_GNUC_WARN_UNUSED_RESULT;

/* NULL for a heading. */
const CapAction *cap_plan_item_get_action   (CapPlanItem     *self);
void             cap_plan_item_set_action   (CapPlanItem     *self,
                                             CapDossier      *dossier,
                                             const CapAction *action,
                                             gboolean         changed);
const char      *cap_plan_item_get_heading  (CapPlanItem     *self);
guint            cap_plan_item_get_count    (CapPlanItem     *self);
void             cap_plan_item_set_heading  (CapPlanItem     *self,
                                             const char      *heading,
                                             guint            count);

/* The words to search in; NULL until they are needed, and again once it changed. */
const char      *cap_plan_item_get_folded   (CapPlanItem     *self);
void             cap_plan_item_take_folded  (CapPlanItem     *self,
                                             char            *folded);

gboolean         cap_plan_item_get_chosen   (CapPlanItem     *self);
void             cap_plan_item_set_chosen   (CapPlanItem     *self,
                                             gboolean         chosen);

G_END_DECLS
