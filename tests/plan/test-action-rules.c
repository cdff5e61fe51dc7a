/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "plan/cap-action-rules.h"

#include "base/cap-text.h"

#define TODAY "2026-11-20"

static GPtrArray *
new_plan (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) cap_action_free);
}

static CapAction *
add (GPtrArray  *plan,
     const char *id)
{
  CapAction *action = cap_action_new (id, "Écrire la procédure");

  action->number = plan->len + 1;
  g_ptr_array_add (plan, action);

  return action;
}

/* The fields that are at fault, in order: "due,reason". */
static char *
list_faults (const CapAction *action,
             const GPtrArray *plan)
{
  g_autoptr(GPtrArray) faults = cap_action_check (action, plan);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < faults->len; i++)
    {
      const CapActionFault *fault = g_ptr_array_index (faults, i);

      g_assert_cmpstr (fault->sentence, !=, "");
      g_assert_cmpstr (cap_action_faults_find (faults, fault->field), !=, NULL);
      g_string_append_printf (text, "%s%s", i > 0 ? "," : "", cap_action_field_to_name (fault->field));
    }

  return g_string_free (text, FALSE);
}

static void
test_dates (void)
{
  static const struct
  {
    const char *start;
    const char *due;
    const char *check;
    const char *faults;
  } cases[] = {
    { NULL, NULL, NULL, "" },
    { "2026-11-20", "2026-11-20", NULL, "" },
    { "2026-11-20", "2026-11-19", NULL, "due" },
    { "2026-11-20", NULL, "2026-11-19", "check_due" },
    { "2026-11-20", "2027-03-31", "2027-06-30", "" },
    { "2027-02-29", "2027-03-31", NULL, "start" },
    { "2026-11-20", "2027-04-31", NULL, "due" },
    { "demain", "hier", "un jour", "start,due,check_due" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) plan = new_plan ();
      CapAction *action = add (plan, "a");
      g_autofree char *faults = NULL;

      action->start = g_strdup (cases[i].start);
      action->due = g_strdup (cases[i].due);
      action->check_due = g_strdup (cases[i].check);
      faults = list_faults (action, plan);
      g_assert_cmpstr (faults, ==, cases[i].faults);
    }
}

/* Closed only when checked, or given up for a reason. */
static void
test_closing (void)
{
  static const struct
  {
    CapActionState state;
    CapVerdict     verdict;
    const char    *evidence;
    const char    *reason;
    const char    *faults;
  } cases[] = {
    { CAP_ACTION_DONE, CAP_VERDICT_NONE, NULL, NULL, "" },
    { CAP_ACTION_VERIFIED, CAP_VERDICT_NONE, NULL, NULL, "verdict,check_evidence" },
    { CAP_ACTION_VERIFIED, CAP_VERDICT_EFFECTIVE, NULL, NULL, "check_evidence" },
    { CAP_ACTION_VERIFIED, CAP_VERDICT_INEFFECTIVE, "Registre", NULL, "verdict" },
    { CAP_ACTION_VERIFIED, CAP_VERDICT_EFFECTIVE, "Registre", NULL, "" },
    { CAP_ACTION_ABANDONED, CAP_VERDICT_NONE, NULL, NULL, "reason" },
    { CAP_ACTION_ABANDONED, CAP_VERDICT_NONE, NULL, "", "reason" },
    { CAP_ACTION_ABANDONED, CAP_VERDICT_NONE, NULL, "Plus de budget", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) plan = new_plan ();
      CapAction *action = add (plan, "a");
      g_autofree char *faults = NULL;

      action->state = cases[i].state;
      action->verdict = cases[i].verdict;
      action->check_evidence = g_strdup (cases[i].evidence);
      action->reason = g_strdup (cases[i].reason);
      faults = list_faults (action, plan);
      g_assert_cmpstr (faults, ==, cases[i].faults);
    }
}

/* An action that was closed without a check, long ago, takes a new note; not a new fault. */
static void
test_former_faults (void)
{
  g_autoptr(GPtrArray) plan = new_plan ();
  CapAction *before = add (plan, "a");
  g_autoptr(CapAction) after = NULL;
  g_autoptr(GPtrArray) none = NULL;
  g_autoptr(GPtrArray) one = NULL;
  g_autoptr(GPtrArray) new_one = NULL;

  before->state = CAP_ACTION_VERIFIED;
  before->start = g_strdup ("2026-11-20");
  after = cap_action_copy (before);
  cap_set_string (&after->description, "En une page");
  none = cap_action_check_change (after, before, plan);
  g_assert_cmpuint (none->len, ==, 0);

  cap_set_string (&after->due, "2026-01-01");
  one = cap_action_check_change (after, before, plan);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_nonnull (cap_action_faults_find (one, CAP_FIELD_DUE));

  new_one = cap_action_check_change (before, NULL, plan);
  g_assert_cmpuint (new_one->len, ==, 2);
}

static void
wait_for (CapAction  *action,
          const char *ids)
{
  g_strfreev (action->after);
  action->after = g_strsplit (ids, ",", -1);
}

static void
test_cycles (void)
{
  g_autoptr(GPtrArray) plan = new_plan ();
  CapAction *a = add (plan, "a");
  CapAction *b = add (plan, "b");
  CapAction *c = add (plan, "c");
  g_autofree char *sound = NULL;
  g_autofree char *round = NULL;
  g_autofree char *itself = NULL;
  g_autofree char *absent = NULL;

  wait_for (b, "a");
  wait_for (c, "b,a");
  sound = list_faults (c, plan);
  g_assert_cmpstr (sound, ==, "");
  wait_for (a, "c");
  round = list_faults (a, plan);
  g_assert_cmpstr (round, ==, "after");
  wait_for (a, "a");
  itself = list_faults (a, plan);
  g_assert_cmpstr (itself, ==, "after");
  wait_for (a, "z");
  absent = list_faults (a, plan);
  g_assert_cmpstr (absent, ==, "after");
}

/* A chain as long as a file can hold it does not exhaust the stack, nor take long. */
static void
test_long_chain (void)
{
  g_autoptr(GPtrArray) plan = new_plan ();
  g_autofree char *faults = NULL;

  for (guint i = 0; i < 50000; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);
      g_autofree char *before = g_strdup_printf ("%u", i > 0 ? i - 1 : 49999);

      wait_for (add (plan, id), before);
    }
  faults = list_faults (g_ptr_array_index (plan, 49999), plan);
  g_assert_cmpstr (faults, ==, "after");
}

static void
test_settle_days (void)
{
  g_autoptr(CapAction) action = cap_action_new (NULL, "Écrire");
  g_autoptr(CapAction) before = NULL;

  cap_action_settle (action, NULL, "2026-11-01");
  g_assert_cmpstr (action->created, ==, "2026-11-01");
  g_assert_cmpstr (action->news, ==, "2026-11-01");
  g_assert_null (action->done);

  before = cap_action_copy (action);
  action->state = CAP_ACTION_DONE;
  cap_action_settle (action, before, TODAY);
  g_assert_cmpstr (action->done, ==, TODAY);
  g_assert_null (action->closed);
  g_assert_cmpstr (action->created, ==, "2026-11-01");
  g_assert_cmpstr (action->news, ==, TODAY);

  g_clear_pointer (&before, cap_action_free);
  before = cap_action_copy (action);
  action->state = CAP_ACTION_VERIFIED;
  action->verdict = CAP_VERDICT_EFFECTIVE;
  cap_action_settle (action, before, "2027-01-15");
  g_assert_cmpstr (action->done, ==, TODAY);
  g_assert_cmpstr (action->closed, ==, "2027-01-15");
  g_assert_cmpstr (action->checked, ==, "2027-01-15");

  /* Opened again: it is neither done nor closed any more. */
  g_clear_pointer (&before, cap_action_free);
  before = cap_action_copy (action);
  action->state = CAP_ACTION_STARTED;
  cap_action_settle (action, before, "2027-02-01");
  g_assert_null (action->done);
  g_assert_null (action->closed);
}

/* What had no effect goes back to those in progress; a description is no news. */
static void
test_settle_verdict (void)
{
  g_autoptr(CapAction) action = cap_action_new (NULL, "Écrire");
  g_autoptr(CapAction) before = NULL;

  action->state = CAP_ACTION_DONE;
  action->done = g_strdup ("2026-10-01");
  action->news = g_strdup ("2026-10-01");
  before = cap_action_copy (action);
  cap_set_string (&action->description, "En une page");
  cap_action_settle (action, before, TODAY);
  g_assert_cmpstr (action->news, ==, "2026-10-01");

  action->verdict = CAP_VERDICT_INEFFECTIVE;
  cap_action_settle (action, before, TODAY);
  g_assert_cmpint (action->state, ==, CAP_ACTION_STARTED);
  g_assert_null (action->done);
  g_assert_cmpstr (action->checked, ==, TODAY);
  g_assert_cmpstr (action->news, ==, TODAY);

  action->verdict = CAP_VERDICT_NONE;
  cap_action_settle (action, before, TODAY);
  g_assert_null (action->checked);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan/action-rules/dates", test_dates);
  g_test_add_func ("/plan/action-rules/closing", test_closing);
  g_test_add_func ("/plan/action-rules/former-faults", test_former_faults);
  g_test_add_func ("/plan/action-rules/cycles", test_cycles);
  g_test_add_func ("/plan/action-rules/long-chain", test_long_chain);
  g_test_add_func ("/plan/action-rules/settle-days", test_settle_days);
  g_test_add_func ("/plan/action-rules/settle-verdict", test_settle_verdict);

  return g_test_run ();
}
