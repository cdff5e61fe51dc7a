/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/plan/cap-plan-item.h"

#include "base/cap-text.h"

struct _CapPlanItem
{
  GObject          parent_instance;

  CapDossier      *dossier; /* that has the action */
  const CapAction *action;
  char            *heading;
  guint            count;
  char            *folded;
  gboolean         chosen;
};

G_DEFINE_FINAL_TYPE (CapPlanItem, cap_plan_item, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
cap_plan_item_finalize (GObject *object)
{
  CapPlanItem *self = CAP_PLAN_ITEM (object);

  g_clear_pointer (&self->dossier, cap_dossier_unref);
  g_free (self->heading);
  g_free (self->folded);

  G_OBJECT_CLASS (cap_plan_item_parent_class)->finalize (object);
}

static void
cap_plan_item_class_init (CapPlanItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cap_plan_item_finalize;

  signals[CHANGED] = g_signal_new ("changed", CAP_TYPE_PLAN_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
cap_plan_item_init (CapPlanItem *self)
{
}

CapPlanItem *
cap_plan_item_new (void)
{
  return g_object_new (CAP_TYPE_PLAN_ITEM, NULL);
}

const CapAction *
cap_plan_item_get_action (CapPlanItem *self)
{
  g_return_val_if_fail (CAP_IS_PLAN_ITEM (self), NULL);

  return self->action;
}

/**
 * cap_plan_item_set_action:
 * @dossier: its new state
 * @action: it now, in there
 * @changed: whether it says something else than before
 */
void
cap_plan_item_set_action (CapPlanItem     *self,
                          CapDossier      *dossier,
                          const CapAction *action,
                          gboolean         changed)
{
  g_return_if_fail (CAP_IS_PLAN_ITEM (self) && dossier != NULL && action != NULL);

  cap_dossier_ref (dossier);
  g_clear_pointer (&self->dossier, cap_dossier_unref);
  self->dossier = dossier;
  self->action = action;
  if (!changed)
    return;

  g_clear_pointer (&self->folded, g_free);
  g_signal_emit (self, signals[CHANGED], 0);
}

const char *
cap_plan_item_get_heading (CapPlanItem *self)
{
  g_return_val_if_fail (CAP_IS_PLAN_ITEM (self), NULL);

  return self->heading;
}

guint
cap_plan_item_get_count (CapPlanItem *self)
{
  g_return_val_if_fail (CAP_IS_PLAN_ITEM (self), 0);

  return self->count;
}

void
cap_plan_item_set_heading (CapPlanItem *self,
                           const char  *heading,
                           guint        count)
{
  g_return_if_fail (CAP_IS_PLAN_ITEM (self) && heading != NULL);

  if (!cap_set_string (&self->heading, heading) && self->count == count)
    return;

  self->count = count;
  g_signal_emit (self, signals[CHANGED], 0);
}

const char *
cap_plan_item_get_folded (CapPlanItem *self)
{
  g_return_val_if_fail (CAP_IS_PLAN_ITEM (self), NULL);

  return self->folded;
}

void
cap_plan_item_take_folded (CapPlanItem *self,
                           char        *folded)
{
  g_return_if_fail (CAP_IS_PLAN_ITEM (self));

  g_free (self->folded);
  self->folded = folded;
}

gboolean
cap_plan_item_get_chosen (CapPlanItem *self)
{
  g_return_val_if_fail (CAP_IS_PLAN_ITEM (self), FALSE);

  return self->chosen;
}

void
cap_plan_item_set_chosen (CapPlanItem *self,
                          gboolean     chosen)
{
  g_return_if_fail (CAP_IS_PLAN_ITEM (self));

  if (self->chosen == chosen)
    return;

  self->chosen = chosen;
  g_signal_emit (self, signals[CHANGED], 0);
}
