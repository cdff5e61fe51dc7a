/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "scoring/cap-agenda.h"

#include "sample.h"

static const char *
get_code (const GPtrArray *criteria,
          guint            index)
{
  return ((CapCriterion *) g_ptr_array_index (criteria, index))->code;
}

static void
vote (CapEvaluation *evaluation,
      const char    *criterion,
      const char    *levels)
{
  for (guint i = 0; levels[i] != '\0'; i++)
    {
      g_autofree char *code = g_strdup_printf ("%s-%u", criterion, i);
      CapBallot *ballot = cap_ballot_new (NULL, code, CAP_COLLEGE_PERMANENTS);

      cap_ballot_set_level (ballot, criterion, levels[i] - '0');
      g_ptr_array_add (evaluation->ballots, ballot);
    }
}

/* In the order of the framework, or those whose votes lie apart first and the others as they were. */
static void
test_order (void)
{
  g_autoptr(CapFramework) framework = sample_framework_new ();
  g_autoptr(CapEvaluation) evaluation = cap_evaluation_new ("e", 1, "2026-11-26", CAP_MODE_CAP, framework);
  g_autoptr(CapMember) member = cap_member_new ("Les Érables");
  g_autoptr(CapVotes) none = cap_votes_new (evaluation);
  g_autoptr(GPtrArray) plain = cap_agenda_list (evaluation, member, none, CAP_AGENDA_BY_OBJECTIVE);
  g_autoptr(GPtrArray) silent = cap_agenda_list (evaluation, member, none, CAP_AGENDA_MOST_DISCUSSED);
  g_autoptr(GPtrArray) discussed = NULL;
  g_autoptr(CapVotes) votes = NULL;

  g_assert_cmpuint (plain->len, >=, 3);
  g_assert_cmpuint (silent->len, ==, plain->len);
  for (guint i = 0; i < plain->len; i++)
    g_assert_cmpstr (get_code (silent, i), ==, get_code (plain, i));

  vote (evaluation, get_code (plain, 1), "122");
  vote (evaluation, get_code (plain, 2), "044");
  votes = cap_votes_new (evaluation);
  discussed = cap_agenda_list (evaluation, member, votes, CAP_AGENDA_MOST_DISCUSSED);
  g_assert_cmpuint (discussed->len, ==, plain->len);
  g_assert_cmpstr (get_code (discussed, 0), ==, get_code (plain, 2));
  g_assert_cmpstr (get_code (discussed, 1), ==, get_code (plain, 1));
  g_assert_cmpstr (get_code (discussed, 2), ==, get_code (plain, 0));
}

static void
test_objectives (void)
{
  g_autoptr(CapFramework) framework = sample_framework_new ();
  g_autoptr(CapEvaluation) evaluation = cap_evaluation_new ("e", 1, "2026-11-26", CAP_MODE_CAP, framework);
  g_autoptr(CapMember) member = cap_member_new ("Les Érables");
  g_autoptr(CapVotes) votes = cap_votes_new (evaluation);
  g_autoptr(GPtrArray) criteria = cap_agenda_list (evaluation, member, votes, CAP_AGENDA_BY_OBJECTIVE);
  guint before = cap_agenda_count_objectives (criteria, 0);

  g_assert_cmpuint (before, >, 1);
  for (guint i = 1; i < criteria->len; i++)
    {
      const gboolean next = ((CapCriterion *) g_ptr_array_index (criteria, i))->objective !=
                            ((CapCriterion *) g_ptr_array_index (criteria, i - 1))->objective;

      g_assert_cmpuint (cap_agenda_count_objectives (criteria, i), ==, before - (next ? 1 : 0));
      before -= next ? 1 : 0;
    }
  g_assert_cmpuint (cap_agenda_count_objectives (criteria, criteria->len), ==, 0);
}

/* A whole level away from the median, and what does not concern is decided. */
static void
test_end (void)
{
  g_autoptr(CapFramework) framework = sample_framework_new ();
  g_autoptr(CapEvaluation) evaluation = cap_evaluation_new ("e", 1, "2026-11-26", CAP_MODE_CAP, framework);
  g_autoptr(CapMember) member = cap_member_new ("Les Érables");
  g_autoptr(CapVotes) none = cap_votes_new (evaluation);
  g_autoptr(GPtrArray) criteria = cap_agenda_list (evaluation, member, none, CAP_AGENDA_BY_OBJECTIVE);
  g_autoptr(CapVotes) votes = NULL;
  g_auto(CapAgendaEnd) end = { NULL, NULL };
  CapAnswer *aside = cap_answer_new (get_code (criteria, 2));

  vote (evaluation, get_code (criteria, 0), "23");
  vote (evaluation, get_code (criteria, 1), "22");
  cap_evaluation_take_answer (evaluation, cap_answer_new_rated (get_code (criteria, 0), 3));
  cap_evaluation_take_answer (evaluation, cap_answer_new_rated (get_code (criteria, 1), 3));
  cap_answer_set_not_applicable (aside, "Nous n’avons pas de véhicule");
  cap_evaluation_take_answer (evaluation, aside);
  votes = cap_votes_new (evaluation);
  cap_agenda_sum_up (&end, evaluation, criteria, votes);
  g_assert_cmpuint (end.unanswered->len, ==, criteria->len - 3);
  g_assert_cmpuint (end.against->len, ==, 1);
  g_assert_cmpstr (get_code (end.against, 0), ==, get_code (criteria, 1));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scoring/agenda/order", test_order);
  g_test_add_func ("/scoring/agenda/objectives", test_objectives);
  g_test_add_func ("/scoring/agenda/end", test_end);

  return g_test_run ();
}
