/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "scoring/cap-comparison-text.h"
#include "scoring/cap-comparison.h"

#include "sample.h"

/* A1: A1.1 (weight 1), A1.2 (weight 2); everything in scope of a member of nothing. */

typedef struct
{
  CapFramework  *old_version;
  CapFramework  *new_version;
  CapMember     *member;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->old_version = sample_framework_new ();
  fixture->new_version = sample_framework_new ();
  g_free (fixture->new_version->version);
  fixture->new_version->version = g_strdup ("2027.1");
  fixture->member = cap_member_new ("Les Érables");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  cap_framework_unref (fixture->old_version);
  cap_framework_unref (fixture->new_version);
  cap_member_free (fixture->member);
}

static CapEvaluation *
evaluate (CapFramework *framework,
          const char   *date,
          int           level)
{
  CapEvaluation *evaluation = cap_evaluation_new (NULL, 1, date, CAP_MODE_CAP, framework);

  for (guint i = 0; i < framework->criteria->len; i++)
    {
      const CapCriterion *criterion = g_ptr_array_index (framework->criteria, i);

      cap_evaluation_take_answer (evaluation, cap_answer_new_rated (criterion->code, level));
    }

  return evaluation;
}

static int
get_change (const CapComparison *comparison,
            const char          *code)
{
  int points = 1000;

  g_assert_true (cap_comparison_get_change (comparison, code, &points));

  return points;
}

static void
test_same_version (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr(CapEvaluation) before = evaluate (fixture->old_version, "2024-05-02", 1);
  g_autoptr(CapEvaluation) now = evaluate (fixture->old_version, "2026-05-02", 3);
  g_autoptr(CapComparison) comparison = cap_comparison_new (now, before, fixture->member);

  g_assert_true (comparison->whole);
  g_assert_cmpint (get_change (comparison, NULL), ==, 50);
  g_assert_cmpint (get_change (comparison, "A1"), ==, 50);
  g_assert_null (cap_comparison_dup_scope (comparison, TRUE));
}

/* What was said of another wording is not compared, and the score of then is made of what remains. */
static void
test_reworded (Fixture       *fixture,
               gconstpointer  data)
{
  CapCriterion *criterion = (CapCriterion *) cap_framework_find_criterion (fixture->new_version, "A1.2");
  g_autoptr(CapEvaluation) before = evaluate (fixture->old_version, "2024-05-02", 1);
  g_autoptr(CapEvaluation) now = evaluate (fixture->new_version, "2026-05-02", 1);
  g_autoptr(CapComparison) comparison = NULL;
  g_autofree char *scope = NULL;

  cap_evaluation_take_answer (now, cap_answer_new_rated ("A1.1", 2));
  cap_evaluation_take_answer (now, cap_answer_new_rated ("A1.2", 4));
  g_free (criterion->label);
  criterion->label = g_strdup ("Something else");
  comparison = cap_comparison_new (now, before, fixture->member);

  g_assert_false (comparison->whole);
  g_assert_cmpuint (comparison->n_apart, ==, 1);
  g_assert_cmpint (get_change (comparison, "A1"), ==, 25); /* of A1.1 alone */
  g_assert_false (g_hash_table_contains (comparison->only, "A1.2"));
  scope = cap_comparison_dup_scope (comparison, FALSE);
  g_assert_nonnull (strstr (scope, "A1.2 (reworded)"));
}

/* A criterion that has another code and says the same is the same. */
static void
test_moved (Fixture       *fixture,
            gconstpointer  data)
{
  CapMapping *mapping = cap_mapping_new ();
  CapMove *move = cap_move_new ();
  g_autoptr(CapEvaluation) before = evaluate (fixture->old_version, "2024-05-02", 1);
  g_autoptr(CapEvaluation) now = evaluate (fixture->new_version, "2026-05-02", 2);
  g_autoptr(CapComparison) comparison = NULL;

  /* What was B1.2 is A1.2 now, and A1.2 is gone. */
  mapping->version = g_strdup ("2026.1");
  move->from = g_strsplit ("B1.2", ",", -1);
  move->to = g_strdup ("A1.2");
  move->take = CAP_TAKE_CARRY;
  g_ptr_array_add (mapping->moves, move);
  g_ptr_array_add (fixture->new_version->mappings, mapping);
  ((CapCriterion *) cap_framework_find_criterion (fixture->new_version, "A1.2"))->label[0] = 'B';
  ((CapCriterion *) cap_framework_find_criterion (fixture->new_version, "A1.2"))->label[1] = '1';
  cap_evaluation_take_answer (before, cap_answer_new_rated ("B1.2", 4));
  comparison = cap_comparison_new (now, before, fixture->member);

  g_assert_true (g_hash_table_contains (comparison->only, "A1.2"));
  g_assert_cmpint (cap_photograph_find_criterion (comparison->before, "A1.2")->level, ==, 4);
}

static void
test_other_scale (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(CapEvaluation) before = evaluate (fixture->old_version, "2024-05-02", 1);
  g_autoptr(CapEvaluation) now = NULL;
  g_autoptr(CapComparison) comparison = NULL;
  CapLevel *level = cap_level_new (5);
  int points;

  level->label = g_strdup ("Level 5");
  g_ptr_array_add (fixture->new_version->levels, level);
  fixture->new_version->max_level = 5;
  now = evaluate (fixture->new_version, "2026-05-02", 5);
  comparison = cap_comparison_new (now, before, fixture->member);

  g_assert_false (cap_comparison_get_change (comparison, NULL, &points));
  g_assert_cmpuint (g_hash_table_size (comparison->only), ==, 0);
}

/* What only one of the two evaluations asked says nothing of the way made. */
static void
test_other_path (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(CapEvaluation) before = evaluate (fixture->old_version, "2024-05-02", 1);
  g_autoptr(CapEvaluation) now = NULL;
  g_autoptr(CapComparison) comparison = NULL;

  ((CapCriterion *) cap_framework_find_criterion (fixture->old_version, "A1.1"))->express = TRUE;
  before->path = CAP_PATH_EXPRESS;
  now = evaluate (fixture->old_version, "2026-05-02", 4);
  cap_evaluation_take_answer (now, cap_answer_new_rated ("A1.1", 2));
  comparison = cap_comparison_new (now, before, fixture->member);

  g_assert_false (comparison->whole);
  g_assert_cmpuint (comparison->other_scope->len, >, 0);
  g_assert_cmpint (get_change (comparison, NULL), ==, 25);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/scoring/comparison/same-version", Fixture, NULL, set_up, test_same_version, tear_down);
  g_test_add ("/scoring/comparison/reworded", Fixture, NULL, set_up, test_reworded, tear_down);
  g_test_add ("/scoring/comparison/moved", Fixture, NULL, set_up, test_moved, tear_down);
  g_test_add ("/scoring/comparison/other-scale", Fixture, NULL, set_up, test_other_scale, tear_down);
  g_test_add ("/scoring/comparison/other-path", Fixture, NULL, set_up, test_other_path, tear_down);

  return g_test_run ();
}
