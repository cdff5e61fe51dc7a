/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "plan/cap-proposal.h"

#include "sample.h"

#define TODAY "2026-11-20"

typedef struct
{
  CapFramework  *framework;
  CapMember     *member;
  CapEvaluation *evaluation;
  GPtrArray     *actions;
} Fixture;

static void
fixture_set_up (Fixture       *self,
                gconstpointer  levels)
{
  self->framework = sample_framework_new ();
  self->member = cap_member_new ("Les Érables");
  self->member->secondment = TRUE;
  self->evaluation = cap_evaluation_new (NULL, 1, TODAY, CAP_MODE_CAP, self->framework);
  self->actions = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_action_free);
}

static void
fixture_tear_down (Fixture       *self,
                   gconstpointer  levels)
{
  g_ptr_array_unref (self->actions);
  cap_evaluation_free (self->evaluation);
  cap_member_free (self->member);
  cap_framework_unref (self->framework);
}

static void
rate (Fixture    *self,
      const char *criterion,
      int         level)
{
  cap_evaluation_take_answer (self->evaluation, cap_answer_new_rated (criterion, level));
}

/* “code:priority→step’s end” */
static char *
propose (Fixture *self)
{
  g_autoptr(CapPhotograph) photograph = cap_photograph_new (self->evaluation, self->member);
  g_autoptr(GPtrArray) proposals = cap_proposals_list (photograph, self->actions, NULL, TODAY);
  g_autoptr(GString) out = g_string_new (NULL);

  for (guint i = 0; i < proposals->len; i++)
    {
      const CapProposal *proposal = g_ptr_array_index (proposals, i);

      g_assert_cmpint (proposal->target, ==, photograph->target);
      g_assert_cmpstr (proposal->service->code, ==, "NEW");
      g_string_append_printf (out, "%s:%d→%d%s ", proposal->criterion->code, proposal->priority,
                              proposal->step->to, proposal->quick_win ? "!" : "");
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
test_order (Fixture       *self,
            gconstpointer  data)
{
  g_autofree char *normal = NULL;
  g_autofree char *express = NULL;

  rate (self, "A1.1", 1);
  rate (self, "A1.2", 1);
  rate (self, "A2.1", 2);
  rate (self, "A2.2", 3);
  rate (self, "B1.1", 0);
  rate (self, "B1.2", 0);

  /* The core criterion below 2 is first although its priority is lower; then ties by framework order. */
  normal = propose (self);
  g_assert_cmpstr (normal, ==, "A1.1:4→2 A1.2:8→2 B1.1:6→2 B1.2:6→2 A2.1:2→3 ");

  /* An express evaluation aims lower. */
  self->framework->rules.target = 2;
  express = propose (self);
  g_assert_cmpstr (express, ==, "A1.1:2→2 A1.2:4→2 B1.1:4→2 B1.2:4→2 ");
}

static void
test_core_at_2_waits_its_turn (Fixture       *self,
                               gconstpointer  data)
{
  g_autofree char *list = NULL;

  rate (self, "A1.1", 2);
  rate (self, "B1.2", 0);
  list = propose (self);
  g_assert_cmpstr (list, ==, "B1.2:6→2 A1.1:2→3 ");
}

static void
test_nothing_to_propose (Fixture       *self,
                         gconstpointer  data)
{
  CapAnswer *aside = cap_answer_new ("A1.2");
  g_autofree char *list = NULL;

  cap_answer_set_not_applicable (aside, "Sans objet");
  cap_evaluation_take_answer (self->evaluation, aside);
  rate (self, "A1.3", 0);  /* out of scope */
  rate (self, "A2.1", 3);
  rate (self, "A2.2", 4);
  list = propose (self);
  g_assert_cmpstr (list, ==, "");
}

/* An action stands in the way of its proposal as long as it is open. */
static void
test_actions_in_hand (Fixture       *self,
                      gconstpointer  data)
{
  CapAction *action = cap_action_new (NULL, "Two at once");

  rate (self, "A1.2", 2);
  rate (self, "A2.1", 2);
  rate (self, "B1.2", 2);
  g_ptr_array_set_size (action->origins, 0);
  cap_action_add_origin (action, CAP_ORIGIN_CRITERION, "B1.2");
  cap_action_add_origin (action, CAP_ORIGIN_CRITERION, "A1.2");
  g_ptr_array_add (self->actions, action);

  for (guint state = 0; state < CAP_N_ACTION_STATES; state++)
    {
      g_autofree char *list = NULL;

      action->state = state;
      list = propose (self);
      g_assert_cmpstr (list, ==, cap_action_is_open (action) ? "A2.1:2→3 " : "A1.2:4→3 A2.1:2→3 B1.2:2→3 ");
    }
}

static void
test_quick_win (Fixture       *self,
                gconstpointer  data)
{
  CapCriterion *criterion = (CapCriterion *) cap_framework_find_criterion (self->framework, "A2.1");

  rate (self, "A2.1", 2);
  for (int effort = 1; effort <= 3; effort++)
    {
      for (int impact = 1; impact <= 3; impact++)
        {
          g_autofree char *list = NULL;
          g_autofree char *expected = g_strdup_printf ("A2.1:%d→3%s ", impact,
                                                       effort == 1 && impact >= 2 ? "!" : "");

          criterion->effort = effort;
          criterion->impact = impact;
          list = propose (self);
          g_assert_cmpstr (list, ==, expected);
        }
    }
}

/* A service is proposed from its first day to its last one, both included. */
static void
test_service_dates (Fixture       *self,
                    gconstpointer  data)
{
  static const struct { const char *today; const char *service; } cases[] = {
    { "2025-06-01", "OLD" }, { "2025-12-31", "OLD" }, { "2026-01-01", "NEW" }, { "2030-01-01", "NEW" },
  };
  g_autoptr(CapPhotograph) photograph = NULL;

  rate (self, "A1.1", 0);
  photograph = cap_photograph_new (self->evaluation, self->member);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) proposals = cap_proposals_list (photograph, self->actions, NULL, cases[i].today);
      const CapProposal *proposal = g_ptr_array_index (proposals, 0);

      g_assert_cmpstr (proposal->service->code, ==, cases[i].service);
    }
}

static void
test_to_action (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(CapPhotograph) photograph = NULL;
  g_autoptr(GPtrArray) proposals = NULL;
  g_autoptr(CapAction) action = NULL;
  g_autofree char *reason = NULL;

  rate (self, "A1.1", 1);
  photograph = cap_photograph_new (self->evaluation, self->member);
  proposals = cap_proposals_list (photograph, self->actions, NULL, TODAY);
  action = cap_proposal_to_action (g_ptr_array_index (proposals, 0), TODAY);
  reason = cap_proposal_dup_reason (g_ptr_array_index (proposals, 0), self->framework);

  g_assert_cmpstr (action->title, ==, "A1.1 to 2");
  g_assert_true (cap_action_has_origin (action, "A1.1"));
  g_assert_cmpstr (action->start, ==, TODAY);
  g_assert_cmpstr (action->service, ==, "NEW");
  g_assert_null (action->owner);
  g_assert_null (action->due);
  g_assert_cmpint (action->level, ==, 1);
  g_assert_cmpint (action->target, ==, 2);
  g_assert_cmpstr (reason, ==, "Core criterion A1.1 is at level 1 (Level 1): no average makes up for it.");
}

/* A framework from elsewhere describes no steps: the criterion itself is what to do. */
static void
test_without_step (Fixture       *self,
                   gconstpointer  data)
{
  const CapCriterion *criterion = cap_framework_find_criterion (self->framework, "B1.1");
  g_autoptr(CapPhotograph) photograph = NULL;
  g_autoptr(GPtrArray) proposals = NULL;
  g_autoptr(CapAction) action = NULL;

  g_ptr_array_set_size (criterion->steps, 0);
  rate (self, "B1.1", 0);
  photograph = cap_photograph_new (self->evaluation, self->member);
  proposals = cap_proposals_list (photograph, self->actions, NULL, TODAY);
  action = cap_proposal_to_action (g_ptr_array_index (proposals, 0), TODAY);

  g_assert_cmpstr (cap_proposal_get_title (g_ptr_array_index (proposals, 0)), ==, criterion->label);
  g_assert_cmpstr (action->title, ==, criterion->label);
  g_assert_cmpint (action->target, ==, photograph->target);
}

/* What was set aside comes back when things got worse, and says so. */
static void
test_set_aside (Fixture       *self,
                gconstpointer  data)
{
  static const struct
  {
    CapSetAsideKind kind; const char *criterion; int then; gboolean proposed;
  } cases[] = {
    { CAP_SET_ASIDE_PROPOSAL, "A1.2", 0, FALSE },
    { CAP_SET_ASIDE_PROPOSAL, "A1.2", 1, FALSE },
    { CAP_SET_ASIDE_PROPOSAL, "A1.2", 2, TRUE },
    { CAP_SET_ASIDE_PROPOSAL, "B1.2", 1, TRUE },
    { CAP_SET_ASIDE_RATING, "A1.2", 1, TRUE },
  };
  g_autoptr(CapPhotograph) photograph = NULL;

  rate (self, "A1.2", 1);
  photograph = cap_photograph_new (self->evaluation, self->member);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) set_asides = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_set_aside_free);
      g_autoptr(GPtrArray) proposals = NULL;

      g_ptr_array_add (set_asides, cap_set_aside_new (cases[i].kind, cases[i].criterion, cases[i].then,
                                                      "Pas le moment", "2026-05-03"));
      proposals = cap_proposals_list (photograph, self->actions, set_asides, TODAY);
      g_assert_cmpuint (proposals->len, ==, cases[i].proposed ? 1 : 0);
      if (cases[i].then == 2)
        {
          g_autofree char *reason = NULL;

          reason = cap_proposal_dup_reason (g_ptr_array_index (proposals, 0), self->framework);
          g_assert_cmpstr (reason, ==, "A1.2 is at level 1 (Level 1), level 3 is aimed at. Set aside on "
                           "3 May 2026 at level 2: the level went down since.");
        }
    }
}

static void
add (const char *path,
     void      (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/plan/proposal/order", test_order);
  add ("/plan/proposal/core-at-2-waits-its-turn", test_core_at_2_waits_its_turn);
  add ("/plan/proposal/nothing-to-propose", test_nothing_to_propose);
  add ("/plan/proposal/actions-in-hand", test_actions_in_hand);
  add ("/plan/proposal/set-aside", test_set_aside);
  add ("/plan/proposal/quick-win", test_quick_win);
  add ("/plan/proposal/service-dates", test_service_dates);
  add ("/plan/proposal/to-action", test_to_action);
  add ("/plan/proposal/without-step", test_without_step);

  return g_test_run ();
}
