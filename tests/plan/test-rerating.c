/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "plan/cap-rerating.h"

#include "sample.h"

#define START "2026-11-20"
#define AFTER "2027-05-03"
#define UNSET CAP_LEVEL_UNSET

typedef struct
{
  CapDossier    *dossier;
  CapEvaluation *evaluation; /* borrowed */
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(CapFramework) framework = sample_framework_new ();

  self->dossier = cap_dossier_new ("dossier", cap_member_new ("Les Érables"));
  self->dossier->member->secondment = TRUE;
  self->evaluation = cap_evaluation_new (NULL, 1, START, CAP_MODE_CAP, framework);
  g_ptr_array_add (self->dossier->evaluations, self->evaluation);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  cap_dossier_unref (self->dossier);
}

static void
rate (Fixture    *self,
      const char *criterion,
      int         level)
{
  cap_evaluation_take_answer (self->evaluation, cap_answer_new_rated (criterion, level));
}

/* An action that was checked: it may be changed afterwards. */
static CapAction *
add_closed (Fixture    *self,
            const char *criterion,
            int         target)
{
  g_autofree char *title = NULL;
  CapAction *action;

  title = g_strdup_printf ("Action %u", self->dossier->actions->len + 1);
  action = cap_action_new (NULL, title);
  action->number = self->dossier->actions->len + 1;
  cap_action_add_origin (action, CAP_ORIGIN_CRITERION, criterion);
  action->state = CAP_ACTION_VERIFIED;
  action->verdict = CAP_VERDICT_EFFECTIVE;
  action->closed = g_strdup (AFTER);
  action->target = target;
  g_ptr_array_add (self->dossier->actions, action);

  return action;
}

static CapPhotograph *
photograph (Fixture *self)
{
  return cap_photograph_new (self->evaluation, self->dossier->member);
}

/* “A1.1:1→3 (1,2) ” */
static char *
list (Fixture *self)
{
  g_autoptr(CapPhotograph) now = photograph (self);
  g_autoptr(GPtrArray) reratings = cap_reratings_list (self->dossier, now);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < reratings->len; i++)
    {
      const CapRerating *rerating = g_ptr_array_index (reratings, i);

      g_string_append_printf (out, "%s:%d→%d", rerating->criterion->code, rerating->from, rerating->to);
      for (guint j = 0; j < rerating->actions->len; j++)
        g_string_append_printf (out, "%c%u", j == 0 ? '(' : ',',
                                ((CapAction *) g_ptr_array_index (rerating->actions, j))->number);
      g_string_append (out, ") ");
    }

  return g_string_free (out, FALSE);
}

/* One action, one criterion: when is a new level proposed? */
static void
test_when (void)
{
  static const struct
  {
    CapActionState state; CapVerdict verdict; const char *closed; int target; int level;
    int aside; const char *aside_date; const char *expected;
  } cases[] = {
    { CAP_ACTION_VERIFIED, CAP_VERDICT_EFFECTIVE, AFTER, 3, 1, UNSET, NULL, "A1.2:1→3(1) " },
    { CAP_ACTION_VERIFIED, CAP_VERDICT_EFFECTIVE, START, 2, 0, UNSET, NULL, "A1.2:0→2(1) " },
    { CAP_ACTION_VERIFIED, CAP_VERDICT_EFFECTIVE, "2026-11-19", 3, 1, UNSET, NULL, "" },
    { CAP_ACTION_VERIFIED, CAP_VERDICT_EFFECTIVE, NULL, 3, 1, UNSET, NULL, "" },
    { CAP_ACTION_VERIFIED, CAP_VERDICT_NONE, AFTER, 3, 1, UNSET, NULL, "" },
    { CAP_ACTION_VERIFIED, CAP_VERDICT_INEFFECTIVE, AFTER, 3, 1, UNSET, NULL, "" },
    { CAP_ACTION_DONE, CAP_VERDICT_EFFECTIVE, AFTER, 3, 1, UNSET, NULL, "" },
    { CAP_ACTION_ABANDONED, CAP_VERDICT_NONE, AFTER, 3, 1, UNSET, NULL, "" },
    /* Never above what the action aimed at, nor above the scale. */
    { CAP_ACTION_VERIFIED, CAP_VERDICT_EFFECTIVE, AFTER, 3, 3, UNSET, NULL, "" },
    { CAP_ACTION_VERIFIED, CAP_VERDICT_EFFECTIVE, AFTER, 2, 3, UNSET, NULL, "" },
    { CAP_ACTION_VERIFIED, CAP_VERDICT_EFFECTIVE, AFTER, 10, 1, UNSET, NULL, "A1.2:1→4(1) " },
    /* By hand: the next step, then the next level. */
    { CAP_ACTION_VERIFIED, CAP_VERDICT_EFFECTIVE, AFTER, UNSET, 0, UNSET, NULL, "A1.2:0→2(1) " },
    { CAP_ACTION_VERIFIED, CAP_VERDICT_EFFECTIVE, AFTER, UNSET, 3, UNSET, NULL, "A1.2:3→4(1) " },
    { CAP_ACTION_VERIFIED, CAP_VERDICT_EFFECTIVE, AFTER, UNSET, 4, UNSET, NULL, "" },
    /* Set aside at this level or below: no more, until the level goes down or another action closes. */
    { CAP_ACTION_VERIFIED, CAP_VERDICT_EFFECTIVE, AFTER, 3, 1, 1, AFTER, "" },
    { CAP_ACTION_VERIFIED, CAP_VERDICT_EFFECTIVE, AFTER, 3, 2, 1, "2027-06-01", "" },
    { CAP_ACTION_VERIFIED, CAP_VERDICT_EFFECTIVE, AFTER, 3, 1, 2, "2027-06-01", "A1.2:1→3(1) " },
    { CAP_ACTION_VERIFIED, CAP_VERDICT_EFFECTIVE, AFTER, 3, 1, 1, "2027-05-02", "A1.2:1→3(1) " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Fixture fixture = { NULL };
      CapAction *action;
      g_autofree char *text = NULL;

      set_up (&fixture, NULL);
      rate (&fixture, "A1.2", cases[i].level);
      action = add_closed (&fixture, "A1.2", cases[i].target);
      action->state = cases[i].state;
      action->verdict = cases[i].verdict;
      g_free (action->closed);
      action->closed = g_strdup (cases[i].closed);
      if (cases[i].aside_date != NULL)
        g_ptr_array_add (fixture.dossier->set_asides,
                         cap_set_aside_new (CAP_SET_ASIDE_RATING, "A1.2", cases[i].aside, "Pas encore",
                                            cases[i].aside_date));

      g_test_message ("case %u", i);
      text = list (&fixture);
      g_assert_cmpstr (text, ==, cases[i].expected);
      tear_down (&fixture, NULL);
    }
}

static void
test_several (Fixture       *self,
              gconstpointer  data)
{
  g_autofree char *text = NULL;
  CapAnswer *not_applicable = cap_answer_new ("A2.1");
  CapActionOrigin *finding;

  rate (self, "B1.2", 0);
  rate (self, "A1.1", 1);
  rate (self, "A1.2", 1);
  rate (self, "A1.3", 0); /* out of scope */
  cap_answer_set_not_applicable (not_applicable, "Sans objet");
  cap_evaluation_take_answer (self->evaluation, not_applicable);

  cap_action_add_origin (add_closed (self, "B1.2", 2), CAP_ORIGIN_CRITERION, "A1.1");
  add_closed (self, "A1.1", 3);
  add_closed (self, "A1.1", 1);
  add_closed (self, "A1.3", 3);
  add_closed (self, "A2.1", 3);
  add_closed (self, "A2.2", 3); /* not answered */
  add_closed (self, "Z9.9", 3); /* of another framework */
  finding = g_ptr_array_index (add_closed (self, "A1.2", 3)->origins, 0);
  finding->kind = CAP_ORIGIN_FINDING; /* called as a criterion, and none */

  text = list (self);
  g_assert_cmpstr (text, ==, "A1.1:1→3(1,2) B1.2:0→2(1) ");
}

static char *
dump (const CapReratingTrial *trial)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < trial->differences->len; i++)
    {
      const CapDifference *difference = g_ptr_array_index (trial->differences, i);
      g_autofree char *name = cap_difference_dup_name (difference);
      g_autofree char *values = cap_difference_dup_values (difference);

      g_string_append_printf (out, "%s: %s\n", name, values);
    }

  return g_string_free (out, FALSE);
}

static void
test_dry_run (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(CapPhotograph) now = NULL;
  g_autoptr(GPtrArray) reratings = NULL;
  g_autoptr(CapReratingTrial) trial = NULL;
  g_autofree char *text = NULL;

  rate (self, "A1.1", 1);
  rate (self, "A1.2", 2);
  rate (self, "B1.2", 2);
  add_closed (self, "A1.1", 3);
  now = photograph (self);
  reratings = cap_reratings_list (self->dossier, now);
  trial = cap_reratings_try (reratings, self->dossier, now);

  /* A1 weighs its criteria 1 and 2: (1 + 4) ÷ 12 becomes (3 + 4) ÷ 12; B, at 50%, weighs twice. */
  text = dump (trial);
  g_assert_cmpstr (text, ==,
                   "Overall score: 47% → 53%\n"
                   "A  A: 42% → 58%\n"
                   "A1  A1: 42% → 58%, level acquired: 1 → 3\n"
                   "A1.1  A1.1: level 1 → 3\n");
  g_assert_cmpint (trial->photograph->score.percent, ==, 53);
  g_assert_cmpint (cap_evaluation_get_answer (self->evaluation, "A1.1")->level, ==, 1);
  g_assert_cmpint (now->score.percent, ==, 47);
}

static void
test_nothing_chosen (Fixture       *self,
                     gconstpointer  data)
{
  g_autoptr(CapPhotograph) now = NULL;
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  g_autoptr(CapReratingTrial) trial = NULL;

  rate (self, "A1.1", 1);
  now = photograph (self);
  trial = cap_reratings_try (none, self->dossier, now);
  g_assert_cmpuint (trial->differences->len, ==, 0);
}

/* What was said and shown stays; a level that needs proof without any is pointed out. */
static void
test_command (Fixture       *self,
              gconstpointer  data)
{
  CapAnswer *answer = cap_answer_new_rated ("A1.1", 1);
  g_autoptr(CapPhotograph) now = NULL;
  g_autoptr(GPtrArray) reratings = NULL;
  g_autoptr(CapCommand) command = NULL;
  const CapAnswer *put;
  CapRerating *last;

  cap_answer_set_comment (answer, "Écrit");
  g_ptr_array_add (answer->evidence, cap_evidence_new (NULL, "PV", NULL, NULL));
  cap_evaluation_take_answer (self->evaluation, answer);
  rate (self, "B1.2", 0);
  add_closed (self, "A1.1", 3);
  add_closed (self, "B1.2", 3);
  now = photograph (self);
  reratings = cap_reratings_list (self->dossier, now);

  g_assert_false (cap_rerating_lacks_evidence (g_ptr_array_index (reratings, 0), self->evaluation));
  last = g_ptr_array_index (reratings, 1);
  g_assert_true (cap_rerating_lacks_evidence (last, self->evaluation));
  last->to = 2; /* people chose less */
  g_assert_false (cap_rerating_lacks_evidence (last, self->evaluation));

  command = cap_reratings_to_command (reratings, self->evaluation);
  g_assert_cmpint (command->gesture, ==, CAP_GESTURE_RATE_AGAIN);
  g_assert_cmpstr (command->detail, ==, "A1.1, B1.2");
  g_assert_cmpuint (command->edits->len, ==, 2);
  put = ((CapEdit *) g_ptr_array_index (command->edits, 0))->value;
  g_assert_cmpint (put->level, ==, 3);
  g_assert_cmpstr (put->comment, ==, "Écrit");
  g_assert_cmpuint (put->evidence->len, ==, 1);
  put = ((CapEdit *) g_ptr_array_index (command->edits, 1))->value;
  g_assert_cmpint (put->level, ==, 2);
}

static void
test_words (Fixture       *self,
            gconstpointer  data)
{
  const CapDifference steady = { CAP_DIFFERENCE_THEME, "A", "A", 61, 61, UNSET, UNSET };
  g_autofree char *text = cap_difference_dup_values (&steady);
  g_autoptr(CapPhotograph) now = NULL;
  g_autoptr(GPtrArray) reratings = NULL;
  g_autofree char *reason = NULL;

  g_assert_cmpstr (text, ==, "stays at 61%, rounded");

  rate (self, "A1.1", 1);
  add_closed (self, "A1.1", 3);
  add_closed (self, "A1.1", 3);
  now = photograph (self);
  reratings = cap_reratings_list (self->dossier, now);
  reason = cap_rerating_dup_reason (g_ptr_array_index (reratings, 0));
  g_assert_cmpstr (reason, ==, "Effective actions: 1. Action 1 · 2. Action 2");
}

static void
add (const char *path,
     void      (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan/rerating/when", test_when);
  add ("/plan/rerating/several", test_several);
  add ("/plan/rerating/dry-run", test_dry_run);
  add ("/plan/rerating/nothing-chosen", test_nothing_chosen);
  add ("/plan/rerating/command", test_command);
  add ("/plan/rerating/words", test_words);

  return g_test_run ();
}
