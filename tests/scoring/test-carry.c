/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "scoring/cap-carry.h"

#include "sample.h"

/* The next version of the sample, for the test to change. */
static CapFramework *
new_version (void)
{
  CapFramework *framework = sample_framework_new ();

  g_free (framework->version);
  framework->version = g_strdup ("2027.1");

  return framework;
}

static CapCriterion *
find (CapFramework *framework,
      const char   *code)
{
  CapCriterion *criterion = (CapCriterion *) cap_framework_find_criterion (framework, code);

  g_assert_nonnull (criterion);

  return criterion;
}

static void
set_text (char       **text,
          const char  *value)
{
  g_free (*text);
  *text = g_strdup (value);
}

static void
add_move (CapFramework *framework,
          const char   *from,
          const char   *to,
          CapTake       take)
{
  CapMove *move = cap_move_new ();

  if (framework->mappings->len == 0)
    {
      CapMapping *mapping = cap_mapping_new ();

      mapping->version = g_strdup ("2026.1");
      g_ptr_array_add (framework->mappings, mapping);
    }

  move->from = g_strsplit (from, ",", -1);
  move->to = g_strdup (to);
  move->take = take;
  g_ptr_array_add (((CapMapping *) g_ptr_array_index (framework->mappings, 0))->moves, move);
}

static CapEvaluation *
answer_all (CapFramework *framework)
{
  CapEvaluation *evaluation = cap_evaluation_new (NULL, 1, "2026-11-20", CAP_MODE_CAP, framework);

  for (guint i = 0; i < framework->criteria->len; i++)
    {
      const CapCriterion *criterion = g_ptr_array_index (framework->criteria, i);
      CapAnswer *answer = cap_answer_new_rated (criterion->code, (int) i % 5);

      cap_answer_set_comment (answer, criterion->code);
      g_ptr_array_add (answer->evidence, cap_evidence_new (criterion->code, "Proof", NULL, NULL));
      cap_evaluation_take_answer (evaluation, answer);
    }

  return evaluation;
}

static const CapChange *
find_change (const CapFrameworkDiff *diff,
             const char             *code)
{
  for (guint i = 0; i < diff->changes->len; i++)
    {
      const CapChange *change = g_ptr_array_index (diff->changes, i);

      if (change->after != NULL && g_str_equal (change->after->code, code))
        return change;
    }

  return NULL;
}

static const CapCarriedAnswer *
find_carried (const CapCarry *carry,
              const char     *from)
{
  for (guint i = 0; i < carry->answers->len; i++)
    {
      const CapCarriedAnswer *carried = g_ptr_array_index (carry->answers, i);

      for (guint j = 0; j < carried->before->len; j++)
        {
          if (g_str_equal (((CapCriterion *) g_ptr_array_index (carried->before, j))->code, from))
            return carried;
        }
    }

  return NULL;
}

static void
test_same (void)
{
  g_autoptr(CapFramework) before = sample_framework_new ();
  g_autoptr(CapFramework) after = new_version ();
  g_autoptr(CapFrameworkDiff) diff = cap_framework_diff_new (before, after);
  g_autoptr(CapEvaluation) evaluation = answer_all (before);
  g_autoptr(CapCarry) carry = cap_carry_new (evaluation, after, CAP_MODE_CAP);

  g_assert_cmpuint (diff->n_changed, ==, 0);
  g_assert_true (diff->same_scale && diff->same_rules);
  g_assert_cmpuint (carry->n_kept, ==, before->criteria->len);
  g_assert_cmpuint (carry->n_review + carry->n_left, ==, 0);
}

/* Each field of a criterion, and what its change is called. */
static void
test_flags (void)
{
  g_autoptr(CapFramework) before = sample_framework_new ();
  g_autoptr(CapFramework) after = new_version ();
  g_autoptr(CapFrameworkDiff) diff = NULL;

  set_text (&find (after, "A1.1")->label, "Otherwise");
  set_text (&find (after, "A1.2")->why, "Because");
  find (after, "A1.3")->descriptors = g_strsplit ("a,b,c,d,e", ",", -1);
  find (after, "A2.1")->weight = 7;
  find (after, "A2.2")->core = TRUE;
  find (after, "B1.1")->plain_question = g_strdup ("Plainly?");
  set_text (&find (after, "B1.2")->question, "\u202f");
  after->rules.target = 4;
  diff = cap_framework_diff_new (before, after);

  g_assert_cmpint (find_change (diff, "A1.1")->flags, ==, CAP_CHANGE_REWORDED);
  g_assert_cmpint (find_change (diff, "A1.2")->flags, ==, CAP_CHANGE_GUIDANCE);
  g_assert_cmpint (find_change (diff, "A1.3")->flags, ==, CAP_CHANGE_LEVELS);
  g_assert_cmpint (find_change (diff, "A2.1")->flags, ==, CAP_CHANGE_RULES);
  g_assert_cmpint (find_change (diff, "A2.2")->flags, ==, CAP_CHANGE_RULES);
  g_assert_cmpint (find_change (diff, "B1.1")->flags, ==, CAP_CHANGE_GUIDANCE);
  g_assert_cmpuint (diff->n_changed, ==, 7);
  g_assert_cmpuint (cap_framework_diff_count (diff, CAP_CHANGE_RULES), ==, 2);
  g_assert_true (diff->same_scale);
  g_assert_false (diff->same_rules);
}

/* Spaces and apostrophes are no new wording. */
static void
test_typography (void)
{
  g_autoptr(CapFramework) before = sample_framework_new ();
  g_autoptr(CapFramework) after = new_version ();
  g_autoptr(CapFrameworkDiff) diff = NULL;

  set_text (&find (before, "A1.1")->label, "L'accueil est-il prêt ?");
  set_text (&find (after, "A1.1")->label, "L’accueil est-il prêt\u202f?");
  diff = cap_framework_diff_new (before, after);

  g_assert_cmpuint (diff->n_changed, ==, 0);
}

static void
test_reworded (void)
{
  g_autoptr(CapFramework) before = sample_framework_new ();
  g_autoptr(CapFramework) after = new_version ();
  g_autoptr(CapEvaluation) evaluation = answer_all (before);
  g_autoptr(CapCarry) carry = NULL;
  const CapCarriedAnswer *carried;

  set_text (&find (after, "A1.2")->label, "Otherwise");
  carry = cap_carry_new (evaluation, after, CAP_MODE_CAP);
  carried = find_carried (carry, "A1.2");

  g_assert_cmpint (carried->fate, ==, CAP_CARRY_REVIEW);
  g_assert_cmpint (carried->answer->review, ==, CAP_REVIEW_REWORDED);
  g_assert_cmpint (carried->answer->level, ==, 1);
  g_assert_cmpstr (carried->answer->comment, ==, "A1.2");
  g_assert_cmpuint (carried->answer->evidence->len, ==, 1);
  g_assert_cmpuint (carry->n_review, ==, 1);
  g_assert_cmpuint (carry->n_kept, ==, before->criteria->len - 1);
}

/* A mapping that moves, merges and ends: levels 0 to 4, then 0 and 1 again. */
static void
test_mapping (void)
{
  g_autoptr(CapFramework) before = sample_framework_new ();
  g_autoptr(CapFramework) after = new_version ();
  g_autoptr(CapEvaluation) evaluation = answer_all (before);
  g_autoptr(CapCarry) carry = NULL;
  const CapCarriedAnswer *merged;

  add_move (after, "A1.2", "A1.1", CAP_TAKE_CARRY);
  add_move (after, "A1.1", "A1.2", CAP_TAKE_REVIEW);
  add_move (after, "A2.1,A2.2", "A2.1", CAP_TAKE_LOWEST);
  add_move (after, "B1.1,B1.2", "B1.2", CAP_TAKE_HIGHEST);
  add_move (after, "A1.3", NULL, CAP_TAKE_CARRY);
  carry = cap_carry_new (evaluation, after, CAP_MODE_CAP);

  g_assert_cmpstr (find_carried (carry, "A1.2")->answer->criterion, ==, "A1.1");
  g_assert_cmpint (find_carried (carry, "A1.2")->answer->level, ==, 1);
  g_assert_cmpint (find_carried (carry, "A1.2")->fate, ==, CAP_CARRY_KEPT);
  g_assert_cmpint (find_carried (carry, "A1.1")->answer->review, ==, CAP_REVIEW_MOVED);

  merged = find_carried (carry, "A2.2");
  g_assert_cmpint (merged->answer->level, ==, 3);
  g_assert_cmpint (merged->answer->review, ==, CAP_REVIEW_MERGED);
  g_assert_cmpstr (merged->answer->comment, ==, "A2.1\nA2.2");
  g_assert_cmpuint (merged->answer->evidence->len, ==, 2);
  g_assert_cmpint (find_carried (carry, "B1.1")->answer->level, ==, 1);
  g_assert_cmpint (find_carried (carry, "A1.3")->fate, ==, CAP_CARRY_LEFT_REMOVED);
  g_assert_null (find_carried (carry, "A1.3")->answer);
  g_assert_cmpuint (carry->n_left, ==, 1);
}

/* Answers that agree need no second look; one that is missing does. */
static void
test_merge_agreement (void)
{
  g_autoptr(CapFramework) before = sample_framework_new ();
  g_autoptr(CapFramework) after = new_version ();
  g_autoptr(CapEvaluation) evaluation = cap_evaluation_new (NULL, 1, "2026-11-20", CAP_MODE_CAP, before);
  g_autoptr(CapCarry) alone = NULL;
  g_autoptr(CapCarry) together = NULL;

  add_move (after, "A1.1,A1.2", "A1.2", CAP_TAKE_CARRY);
  cap_evaluation_take_answer (evaluation, cap_answer_new_rated ("A1.1", 2));
  alone = cap_carry_new (evaluation, after, CAP_MODE_CAP);
  cap_evaluation_take_answer (evaluation, cap_answer_new_rated ("A1.2", 2));
  together = cap_carry_new (evaluation, after, CAP_MODE_CAP);

  g_assert_cmpint (find_carried (alone, "A1.1")->answer->review, ==, CAP_REVIEW_MERGED);
  g_assert_cmpint (find_carried (together, "A1.1")->answer->review, ==, CAP_REVIEW_NONE);
}

static void
test_scale (void)
{
  g_autoptr(CapFramework) before = sample_framework_new ();
  g_autoptr(CapFramework) after = new_version ();
  g_autoptr(CapEvaluation) evaluation = answer_all (before);
  g_autoptr(CapCarry) carry = NULL;
  CapAnswer *answer = cap_answer_new ("A1.2");

  after->max_level = 3;
  cap_answer_set_not_applicable (answer, "because");
  cap_evaluation_take_answer (evaluation, answer);
  carry = cap_carry_new (evaluation, after, CAP_MODE_CAP);

  g_assert_cmpint (find_carried (carry, "A1.1")->fate, ==, CAP_CARRY_LEFT_SCALE);
  g_assert_null (find_carried (carry, "A1.1")->answer);
  g_assert_cmpstr (find_carried (carry, "A1.2")->answer->reason, ==, "because");
  g_assert_cmpuint (carry->n_left, ==, before->criteria->len - 1);
}

static void
test_core (void)
{
  g_autoptr(CapFramework) before = sample_framework_new ();
  g_autoptr(CapFramework) after = new_version ();
  g_autoptr(CapEvaluation) evaluation = cap_evaluation_new (NULL, 1, "2026-11-20", CAP_MODE_CAP, before);
  g_autoptr(CapCarry) light = NULL;
  g_autoptr(CapCarry) certification = NULL;
  CapAnswer *answer = cap_answer_new ("B1.1");

  cap_answer_set_not_applicable (answer, "because");
  cap_evaluation_take_answer (evaluation, answer);
  light = cap_carry_new (evaluation, after, CAP_MODE_CAP);
  certification = cap_carry_new (evaluation, after, CAP_MODE_CERTIFICATION);

  g_assert_cmpint (find_carried (light, "B1.1")->fate, ==, CAP_CARRY_KEPT);
  g_assert_cmpint (find_carried (certification, "B1.1")->fate, ==, CAP_CARRY_LEFT_CORE);
}

/* Nothing is lost on the way, and nothing of the old evaluation changes, whatever the versions. */
static void
test_random (void)
{
  for (guint i = 0; i < 200; i++)
    {
      g_autoptr(CapFramework) before = sample_framework_random ();
      g_autoptr(CapFramework) after = sample_framework_random ();
      g_autoptr(CapEvaluation) old = cap_evaluation_new (NULL, 1, "2026-11-20", CAP_MODE_CAP, before);
      g_autoptr(CapEvaluation) next = cap_evaluation_new (NULL, 2, "2027-11-20", CAP_MODE_CAP, after);
      g_autoptr(CapCarry) carry = NULL;
      guint n_said = 0;
      guint n_carried = 0;

      sample_answer_some (old);
      carry = cap_carry_new (old, after, CAP_MODE_CAP);
      cap_carry_apply (carry, next);

      for (guint j = 0; j < before->criteria->len; j++)
        {
          const CapCriterion *criterion = g_ptr_array_index (before->criteria, j);
          const CapAnswer *answer = cap_evaluation_get_answer (old, criterion->code);

          n_said += answer != NULL && answer->state != CAP_ANSWER_UNANSWERED;
          g_assert_true (answer == NULL || answer->review == CAP_REVIEW_NONE);
        }
      for (guint j = 0; j < after->criteria->len; j++)
        {
          const CapCriterion *criterion = g_ptr_array_index (after->criteria, j);

          n_carried += cap_evaluation_get_answer (next, criterion->code) != NULL;
        }

      g_assert_cmpuint (carry->answers->len, ==, n_said);
      g_assert_cmpuint (carry->n_kept + carry->n_review, ==, n_carried);
      g_assert_cmpuint (carry->n_kept + carry->n_review + carry->n_left, ==, n_said);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scoring/carry/same", test_same);
  g_test_add_func ("/scoring/carry/flags", test_flags);
  g_test_add_func ("/scoring/carry/typography", test_typography);
  g_test_add_func ("/scoring/carry/reworded", test_reworded);
  g_test_add_func ("/scoring/carry/mapping", test_mapping);
  g_test_add_func ("/scoring/carry/merge-agreement", test_merge_agreement);
  g_test_add_func ("/scoring/carry/scale", test_scale);
  g_test_add_func ("/scoring/carry/core", test_core);
  g_test_add_func ("/scoring/carry/random", test_random);

  return g_test_run ();
}
