/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "plan/cap-reminder.h"

#define TODAY "2027-05-03"

static void
add (CapDossier     *dossier,
     CapActionState  state,
     const char     *due,
     const char     *check_due)
{
  g_autofree char *title = g_strdup_printf ("Action %u", dossier->actions->len + 1);
  CapAction *action = cap_action_new (NULL, title);

  action->number = dossier->actions->len + 1;
  action->state = state;
  action->due = g_strdup (due);
  action->check_due = g_strdup (check_due);
  g_ptr_array_add (dossier->actions, action);
}

static CapDossier *
new_dossier (void)
{
  return cap_dossier_new ("dossier", cap_member_new ("Les Érables"));
}

static void
test_nothing (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();

  g_assert_null (cap_reminder_new (dossier, TODAY));

  add (dossier, CAP_ACTION_TODO, NULL, NULL);
  add (dossier, CAP_ACTION_STARTED, TODAY, NULL); /* there is still time */
  add (dossier, CAP_ACTION_DONE, "2027-01-01", "2027-05-04");
  add (dossier, CAP_ACTION_DONE, "2027-01-01", NULL);
  add (dossier, CAP_ACTION_VERIFIED, "2027-01-01", "2027-01-01");
  add (dossier, CAP_ACTION_ABANDONED, "2027-01-01", "2027-01-01");
  g_assert_null (cap_reminder_new (dossier, TODAY));
}

static void
assert_reminder (CapDossier *dossier,
                 const char *title,
                 const char *body)
{
  g_autoptr(CapReminder) reminder = cap_reminder_new (dossier, TODAY);

  g_assert_cmpstr (reminder->title, ==, title);
  g_assert_cmpstr (reminder->body, ==, body);
}

static void
test_words (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();
  g_autoptr(CapDossier) checks = new_dossier ();

  add (checks, CAP_ACTION_DONE, NULL, TODAY);
  assert_reminder (checks, "1 effect is to be checked", "Les Érables\n1. Action 1");

  add (dossier, CAP_ACTION_TODO, "2027-05-02", NULL);
  assert_reminder (dossier, "1 action is late", "Les Érables\n1. Action 1");

  add (dossier, CAP_ACTION_STARTED, "2027-04-01", NULL);
  add (dossier, CAP_ACTION_DONE, NULL, "2027-01-01");
  assert_reminder (dossier, "2 actions are late · 1 effect is to be checked",
                   "Les Érables\n2. Action 2\n1. Action 1\n3. Action 3");

  add (dossier, CAP_ACTION_DONE, NULL, "2026-01-01");
  add (dossier, CAP_ACTION_TODO, "2027-05-01", NULL);
  assert_reminder (dossier, "3 actions are late · 2 effects are to be checked",
                   "Les Érables\n2. Action 2\n5. Action 5\n1. Action 1\nand 2 more");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan/reminder/nothing", test_nothing);
  g_test_add_func ("/plan/reminder/words", test_words);

  return g_test_run ();
}
