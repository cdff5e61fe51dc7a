/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "scoring/cap-ballot-rules.h"

#include "sample.h"

/* A plain step counts from 1, and stands for a level that no other step has. */
static void
test_figures (void)
{
  g_autoptr(CapFramework) framework = sample_framework_new ();

  g_ptr_array_set_size (framework->plain_scale, 0);
  g_assert_true (cap_ballot_has_form (framework, CAP_BALLOT_FULL));
  g_assert_false (cap_ballot_has_form (framework, CAP_BALLOT_PLAIN));
  g_ptr_array_add (framework->plain_scale, cap_plain_step_new ("Non", 0));
  g_ptr_array_add (framework->plain_scale, cap_plain_step_new ("Un peu", 1));
  g_ptr_array_add (framework->plain_scale, cap_plain_step_new ("Oui", 3));
  g_assert_true (cap_ballot_has_form (framework, CAP_BALLOT_PLAIN));

  for (int figure = -1; figure <= 5; figure++)
    {
      static const int levels[] = { 0, 1, 3 };
      const int plain = figure >= 1 && figure <= 3 ? levels[figure - 1] : CAP_LEVEL_UNSET;
      const int full = cap_framework_has_level (framework, figure) ? figure : CAP_LEVEL_UNSET;

      g_assert_cmpint (cap_ballot_figure_to_level (framework, CAP_BALLOT_PLAIN, figure), ==, plain);
      g_assert_cmpint (cap_ballot_figure_to_level (framework, CAP_BALLOT_FULL, figure), ==, full);
    }

  g_assert_cmpint (cap_ballot_figure_from_level (framework, CAP_BALLOT_PLAIN, 3), ==, 3);
  g_assert_cmpint (cap_ballot_figure_from_level (framework, CAP_BALLOT_PLAIN, 2), ==, -1);
  g_assert_cmpint (cap_ballot_figure_from_level (framework, CAP_BALLOT_FULL, 2), ==, 2);
  g_assert_cmpint (cap_ballot_figure_from_level (framework, CAP_BALLOT_FULL, 99), ==, -1);
}

/* What does not concern the member is not asked; in plain words, what has none is not either. */
static void
test_asked (void)
{
  g_autoptr(CapFramework) framework = sample_framework_new ();
  g_autoptr(CapEvaluation) evaluation = cap_evaluation_new (NULL, 1, "2026-11-26", CAP_MODE_CAP, framework);
  g_autoptr(CapMember) member = cap_member_new ("Une structure");
  g_autoptr(GPtrArray) full = cap_ballot_list_asked (evaluation, member, CAP_BALLOT_FULL);
  g_autoptr(GPtrArray) none = cap_ballot_list_asked (evaluation, member, CAP_BALLOT_PLAIN);
  g_autoptr(GPtrArray) one = NULL;
  CapCriterion *first = g_ptr_array_index (full, 0);

  g_assert_cmpstr (first->code, ==, "A1.1");
  for (guint i = 0; i < full->len; i++)
    g_assert_cmpstr (((CapCriterion *) g_ptr_array_index (full, i))->code, !=, "A1.3");
  g_assert_cmpuint (none->len, ==, 0);
  first->plain_question = g_strdup ("Avez-vous vu ce texte ?");
  one = cap_ballot_list_asked (evaluation, member, CAP_BALLOT_PLAIN);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_true (g_ptr_array_index (one, 0) == first);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scoring/ballot-rules/figures", test_figures);
  g_test_add_func ("/scoring/ballot-rules/asked", test_asked);

  return g_test_run ();
}
