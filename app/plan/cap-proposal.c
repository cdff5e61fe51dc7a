/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plan/cap-proposal.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"

static gboolean
is_in_hand (const GPtrArray *actions,
            const char      *criterion)
{
  for (guint i = 0; i < actions->len; i++)
    {
      const CapAction *action = g_ptr_array_index (actions, i);

      if (cap_action_is_open (action) && cap_action_has_origin (action, criterion))
        return TRUE;
    }

  return FALSE;
}

static const CapSetAside *
find_set_aside (const GPtrArray *set_asides,
                const char      *criterion)
{
  for (guint i = 0; set_asides != NULL && i < set_asides->len; i++)
    {
      const CapSetAside *set_aside = g_ptr_array_index (set_asides, i);

      if (set_aside->kind == CAP_SET_ASIDE_PROPOSAL && g_str_equal (set_aside->criterion, criterion))
        return set_aside;
    }

  return NULL;
}

static const CapService *
find_service (const CapFramework *framework,
              const CapCriterion *criterion,
              const char         *today)
{
  const CapObjective *objective = criterion->objective;
  const CapService *own = NULL;

  if (criterion->service != NULL)
    own = cap_framework_find_service (framework, criterion->service);
  if (own != NULL && cap_service_is_valid (own, today))
    return own;

  for (guint i = 0; objective->services != NULL && objective->services[i] != NULL; i++)
    {
      const CapService *service = cap_framework_find_service (framework, objective->services[i]);

      if (service != NULL && cap_service_is_valid (service, today))
        return service;
    }

  return NULL;
}

static CapProposal *
make_proposal (const CapCriterionResult *result,
               const CapPhotograph      *photograph,
               const CapSetAside        *set_aside,
               const char               *today)
{
  const CapCriterion *criterion = result->criterion;
  CapProposal *self = g_new0 (CapProposal, 1);

  self->criterion = criterion;
  self->level = result->level;
  self->target = photograph->target;
  self->priority = (self->target - result->level) * criterion->weight * criterion->impact;
  self->quick_win = criterion->effort == 1 && criterion->impact >= 2;
  self->core = result->core;
  self->urgent = result->core && result->level < photograph->framework->rules.core_minimum;
  self->step = cap_criterion_get_next_step (criterion, result->level);
  self->service = find_service (photograph->framework, criterion, today);
  self->set_aside = set_aside;

  return self;
}

static int
compare_proposals (gconstpointer a,
                   gconstpointer b)
{
  const CapProposal *left = *(const CapProposal * const *) a;
  const CapProposal *right = *(const CapProposal * const *) b;

  if (left->urgent != right->urgent)
    return left->urgent ? -1 : 1;

  if (left->priority != right->priority)
    return left->priority > right->priority ? -1 : 1;

  return left->criterion->position < right->criterion->position ? -1 : 1;
}

GPtrArray *
cap_proposals_list (const CapPhotograph *photograph,
                    const GPtrArray     *actions,
                    const GPtrArray     *set_asides,
                    const char          *today)
{
  GPtrArray *proposals;
  const GPtrArray *criteria;

  g_return_val_if_fail (photograph != NULL && actions != NULL && today != NULL, NULL);

  proposals = g_ptr_array_new_with_free_func (g_free);
  criteria = photograph->framework->criteria;

  for (guint i = 0; i < criteria->len; i++)
    {
      const CapCriterion *criterion = g_ptr_array_index (criteria, i);
      const CapCriterionResult *result = cap_photograph_find_criterion (photograph, criterion->code);
      const CapSetAside *set_aside = find_set_aside (set_asides, criterion->code);

      if (result->state == CAP_CRITERION_ANSWERED && result->level < photograph->target &&
          !is_in_hand (actions, criterion->code) &&
          (set_aside == NULL || result->level < set_aside->level))
        g_ptr_array_add (proposals, make_proposal (result, photograph, set_aside, today));
    }

  g_ptr_array_sort (proposals, compare_proposals);

  return proposals;
}

/**
 * cap_proposal_get_title:
 *
 * Returns: (transfer none): what to do: the next step, or the criterion itself
 *   in a framework that describes no steps
 */
const char *
cap_proposal_get_title (const CapProposal *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->step != NULL ? self->step->title : self->criterion->label;
}

static char *
dup_need (const CapProposal  *self,
          const CapFramework *framework)
{
  const char *label = cap_framework_get_level (framework, self->level)->label;

  if (self->urgent)
    /* Translators: code of the criterion, its level, the name of that level */
    return g_strdup_printf (_("Core criterion %s is at level %d (%s): no average makes up for it."),
                            self->criterion->code, self->level, label);

  if (self->quick_win)
    /* Translators: code of the criterion, its level, the name of that level, the level aimed at */
    return g_strdup_printf (_("%s is at level %d (%s), level %d is aimed at: little effort, visible effect."),
                            self->criterion->code, self->level, label, self->target);

  /* Translators: code of the criterion, its level, the name of that level, the level aimed at */
  return g_strdup_printf (_("%s is at level %d (%s), level %d is aimed at."),
                          self->criterion->code, self->level, label, self->target);
}

/**
 * cap_proposal_dup_reason:
 *
 * Returns: (transfer full): why it is proposed, and proposed again, in the
 *   user’s language
 */
char *
cap_proposal_dup_reason (const CapProposal  *self,
                         const CapFramework *framework)
{
  g_autofree char *need = NULL;
  g_autofree char *day = NULL;
  g_autofree char *again = NULL;

  g_return_val_if_fail (self != NULL && framework != NULL, NULL);

  need = dup_need (self, framework);
  if (self->set_aside == NULL)
    return g_steal_pointer (&need);

  day = cap_date_format_long (self->set_aside->date);
  /* Translators: a date, and the level that the criterion had then */
  again = g_strdup_printf (_("Set aside on %s at level %d: the level went down since."), day,
                           self->set_aside->level);

  return g_strdup_printf ("%s %s", need, again);
}

/**
 * cap_proposal_to_action:
 * @today: ISO 8601: the day it enters the plan
 *
 * Returns: (transfer full): the action to put into the plan, without owner nor
 *   due date: people decide those
 */
CapAction *
cap_proposal_to_action (const CapProposal *self,
                        const char        *today)
{
  CapAction *action;

  g_return_val_if_fail (self != NULL && today != NULL, NULL);

  action = cap_action_new (NULL, cap_proposal_get_title (self));
  cap_action_add_origin (action, CAP_ORIGIN_CRITERION, self->criterion->code);
  action->start = g_strdup (today);
  action->created = g_strdup (today);
  action->news = g_strdup (today);
  action->service = self->service != NULL ? g_strdup (self->service->code) : NULL;
  action->level = self->level;
  action->target = self->step != NULL ? self->step->to : self->target;

  return action;
}
