/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "plan/cap-plan-week.h"

#include <string.h>

#include "plan/cap-plan-mail.h"
#include "plan/cap-plan-progress.h"

#define TODAY "2026-11-20"

static CapAction *
add (GPtrArray      *actions,
     CapActionState  state,
     const char     *due)
{
  CapAction *action = cap_action_new (NULL, "Write it down");

  action->number = actions->len + 1;
  action->state = state;
  action->due = g_strdup (due);
  action->owner = g_strdup ("Director");
  action->news = g_strdup (TODAY);
  g_ptr_array_add (actions, action);

  return action;
}

static GPtrArray *
new_plan (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) cap_action_free);
}

/* The numbers of a list. */
static char *
list_numbers (GPtrArray   *actions,
              CapWeekList  list)
{
  g_autoptr(CapPlanWeek) week = cap_plan_week_new (actions, TODAY);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < week->lists[list]->len; i++)
    g_string_append_printf (out, "%u ", ((CapAction *) g_ptr_array_index (week->lists[list], i))->number);

  return g_string_free (out, FALSE);
}

#define assert_list(actions, list, expected)                       \
  G_STMT_START                                                     \
    {                                                              \
      g_autofree char *numbers = list_numbers (actions, list);     \
                                                                   \
      g_assert_cmpstr (numbers, ==, expected);                     \
    }                                                              \
  G_STMT_END

static void
test_dates (void)
{
  g_autoptr(GPtrArray) actions = new_plan ();

  add (actions, CAP_ACTION_TODO, "2026-11-19");
  add (actions, CAP_ACTION_TODO, "2026-11-20");
  add (actions, CAP_ACTION_STARTED, "2026-12-04");
  add (actions, CAP_ACTION_TODO, "2026-12-05");
  add (actions, CAP_ACTION_STARTED, "2026-01-01");
  add (actions, CAP_ACTION_STARTED, "2026-11-19");
  add (actions, CAP_ACTION_DONE, "2026-11-19");
  add (actions, CAP_ACTION_ABANDONED, "2026-11-25");
  add (actions, CAP_ACTION_TODO, NULL);

  assert_list (actions, CAP_WEEK_LATE, "5 1 6 ");
  assert_list (actions, CAP_WEEK_DUE, "2 3 ");
}

static void
test_checks (void)
{
  static const char * const days[] = { "2026-12-05", NULL, "2026-12-04", "2026-02-01", NULL };
  g_autoptr(GPtrArray) actions = new_plan ();

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    add (actions, CAP_ACTION_DONE, NULL)->check_due = g_strdup (days[i]);
  add (actions, CAP_ACTION_STARTED, NULL)->check_due = g_strdup ("2026-11-21");
  add (actions, CAP_ACTION_VERIFIED, NULL)->check_due = g_strdup ("2026-11-21");

  assert_list (actions, CAP_WEEK_CHECK, "4 3 2 5 ");
}

static void
test_owners (void)
{
  g_autoptr(GPtrArray) actions = new_plan ();

  g_clear_pointer (&add (actions, CAP_ACTION_TODO, NULL)->owner, g_free);
  add (actions, CAP_ACTION_STARTED, "2027-01-01")->owner[0] = '\0';
  g_clear_pointer (&add (actions, CAP_ACTION_DONE, NULL)->owner, g_free);
  add (actions, CAP_ACTION_TODO, NULL);

  assert_list (actions, CAP_WEEK_WITHOUT_OWNER, "2 1 ");
}

static void
test_silence (void)
{
  static const struct
  {
    CapActionState state;
    const char    *news;
    const char    *start;
    const char    *created;
    gboolean       silent;
  } cases[] = {
    { CAP_ACTION_STARTED, "2026-09-21", NULL, NULL, TRUE },          /* 60 days */
    { CAP_ACTION_STARTED, "2026-09-22", NULL, NULL, FALSE },
    { CAP_ACTION_TODO, "2026-01-01", "2026-11-30", NULL, FALSE },    /* yet to start */
    { CAP_ACTION_TODO, "2026-01-01", "2026-09-01", NULL, TRUE },
    { CAP_ACTION_TODO, NULL, "2026-09-01", "2026-11-19", TRUE },
    { CAP_ACTION_TODO, NULL, NULL, "2026-09-01", TRUE },
    { CAP_ACTION_TODO, NULL, NULL, "2026-10-01", FALSE },
    { CAP_ACTION_TODO, NULL, NULL, NULL, FALSE },
    { CAP_ACTION_DONE, "2026-01-01", NULL, NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) actions = new_plan ();
      CapAction *action = add (actions, cases[i].state, NULL);

      g_free (action->news);
      action->news = g_strdup (cases[i].news);
      action->start = g_strdup (cases[i].start);
      action->created = g_strdup (cases[i].created);
      g_test_message ("%u", i);
      assert_list (actions, CAP_WEEK_SILENT, cases[i].silent ? "1 " : "");
    }
}

static void
test_remarks (void)
{
  static const struct { CapWeekList list; const char *day; const char *remark; } cases[] = {
    { CAP_WEEK_LATE, "2026-11-19", "1 day late" },
    { CAP_WEEK_LATE, "2024-02-28", "996 days late" },
    { CAP_WEEK_DUE, "2026-11-20", "today" },
    { CAP_WEEK_DUE, "2026-11-21", "tomorrow" },
    { CAP_WEEK_DUE, "2026-12-01", "in 11 days" },
    { CAP_WEEK_WITHOUT_OWNER, NULL, "without date" },
  };
  g_autoptr(GPtrArray) none = new_plan ();
  g_autoptr(CapPlanWeek) week = cap_plan_week_new (none, TODAY);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) actions = new_plan ();
      g_autofree char *remark = cap_plan_week_dup_remark (week, cases[i].list,
                                                          add (actions, CAP_ACTION_TODO, cases[i].day));

      g_assert_cmpstr (remark, ==, cases[i].remark);
    }
  g_assert_true (cap_plan_week_is_quiet (week));
}

/* What happened on the day of the review is told before it; what was late then, by its present date. */
static void
test_progress (void)
{
  g_autoptr(GPtrArray) actions = new_plan ();
  CapPlanProgress progress;
  CapAction *action;

  action = add (actions, CAP_ACTION_VERIFIED, "2026-08-31");
  action->created = g_strdup ("2026-01-01");
  action->done = g_strdup ("2026-09-02");
  action->closed = g_strdup (TODAY);
  action = add (actions, CAP_ACTION_DONE, "2026-08-31");
  action->created = g_strdup ("2026-01-01");
  action->done = g_strdup ("2026-09-01");
  action = add (actions, CAP_ACTION_ABANDONED, "2026-08-31");
  action->created = g_strdup ("2026-09-02");
  action->closed = g_strdup ("2026-09-03");
  action = add (actions, CAP_ACTION_STARTED, "2026-08-31");
  g_ptr_array_add (action->notes, cap_action_note_new (NULL, "2026-09-01", "before"));
  g_ptr_array_add (action->notes, cap_action_note_new (NULL, "2026-09-02", "after"));
  add (actions, CAP_ACTION_TODO, "2026-10-01")->created = g_strdup ("2026-09-01");

  progress = cap_plan_progress_since (actions, "2026-09-01", TODAY);
  g_assert_cmpuint (progress.entered, ==, 1);
  g_assert_cmpuint (progress.done, ==, 1);
  g_assert_cmpuint (progress.verified, ==, 1);
  g_assert_cmpuint (progress.abandoned, ==, 1);
  g_assert_cmpuint (progress.notes, ==, 1);
  g_assert_cmpuint (progress.late_then, ==, 2);
  g_assert_cmpuint (progress.late_now, ==, 2);
}

static void
test_review (void)
{
  g_autoptr(GPtrArray) reviews = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_plan_review_free);

  g_assert_null (cap_plan_progress_find_review (reviews, TODAY));
  g_ptr_array_add (reviews, cap_plan_review_new (NULL, "2026-09-01", NULL));
  g_ptr_array_add (reviews, cap_plan_review_new (NULL, "2026-02-01", NULL));
  g_ptr_array_add (reviews, cap_plan_review_new (NULL, TODAY, NULL));
  g_assert_cmpstr (cap_plan_progress_find_review (reviews, TODAY)->date, ==, "2026-09-01");
}

static void
test_mail (void)
{
  g_autoptr(CapDossier) dossier = cap_dossier_new ("one", cap_member_new ("Les Érables"));
  g_autoptr(CapPlanMail) quiet = cap_plan_mail_new (dossier, TODAY);
  g_autoptr(CapPlanMail) mail = NULL;
  g_autofree char *text = NULL;

  g_assert_cmpstr (quiet->subject, ==, "Improvement plan, week of 16 November 2026: all is on time");
  g_assert_nonnull (strstr (quiet->body, "The plan holds no action yet"));

  add (dossier->actions, CAP_ACTION_TODO, "2026-11-01");
  for (guint i = 0; i < 25; i++)
    add (dossier->actions, CAP_ACTION_DONE, NULL);
  g_ptr_array_add (dossier->reviews, cap_plan_review_new (NULL, "2026-09-01", NULL));
  mail = cap_plan_mail_new (dossier, TODAY);
  text = cap_plan_mail_dup_text (mail);

  g_assert_true (g_str_has_prefix (text, "Subject: Improvement plan, week of 16 November 2026: "
                                         "1 action is late\n\n"));
  g_assert_nonnull (strstr (text, "Late (1)\n"
                                  "- No. 1 – Write it down – Director – 1 November 2026 (19 days late)\n"));
  g_assert_nonnull (strstr (text, "To be checked (25)\n"
                                  "- No. 2 – Write it down – Director (not planned)\n"));
  g_assert_nonnull (strstr (text, "- and 5 more, in the plan\n"));
  g_assert_nonnull (strstr (text, "Since the review of 1 September 2026: nothing moved in the plan. "
                                  "Late actions: 0 then, 1 now."));
  g_assert_null (strstr (text, "Due within"));
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("LANGUAGE", "en", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan/week/dates", test_dates);
  g_test_add_func ("/plan/week/checks", test_checks);
  g_test_add_func ("/plan/week/owners", test_owners);
  g_test_add_func ("/plan/week/silence", test_silence);
  g_test_add_func ("/plan/week/remarks", test_remarks);
  g_test_add_func ("/plan/week/progress", test_progress);
  g_test_add_func ("/plan/week/review", test_review);
  g_test_add_func ("/plan/week/mail", test_mail);

  return g_test_run ();
}
