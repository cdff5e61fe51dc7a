/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "scoring/cap-photograph.h"

#include "sample.h"
#include "scoring/cap-scope.h"

#define TURNS 300

/* “A1.1:2 A1.2:na …” */
static CapEvaluation *
evaluate (CapMode     mode,
          const char *answers)
{
  g_autoptr(CapFramework) framework = sample_framework_new ();
  CapEvaluation *evaluation = cap_evaluation_new (NULL, 1, "2026-11-20", mode, framework);
  g_auto(GStrv) items = g_strsplit (answers, " ", -1);

  for (guint i = 0; items[i] != NULL && items[i][0] != '\0'; i++)
    {
      g_auto(GStrv) parts = g_strsplit (items[i], ":", 2);
      CapAnswer *answer = cap_scope_parse_answer (framework, parts[0], parts[1], NULL);

      g_assert_nonnull (answer);
      cap_evaluation_take_answer (evaluation, answer);
    }

  return evaluation;
}

static void
test_table (void)
{
  static const struct { CapMode mode; const char *answers; const char *figures; } cases[] = {
    { CAP_MODE_CAP, "",
      "*=-(-1)~0/6-0+1 A=-(-1)~0/4-0+1 A1=-(-1)~0/2-0+1 [-1] A2=-(-1)~0/2-0+0 [-1] "
      "B=-(-1)~0/2-0+0 B1=-(-1)~0/2-0+0 [-1] weakest=- below=" },
    /* A1 = (25·1 + 100·2) / 3 = 75, A = (75 + 3·50) / 4 = 225/4, whole = (225/4 + 2·25) / 3 = 425/12 */
    { CAP_MODE_CAP, "A1.1:1 A1.2:4 A2.1:2 A2.2:2 B1.1:0 B1.2:2",
      "*=425/12(35)6/6-0+1 A=225/4(56)4/4-0+1 A1=75(75)2/2-0+1 [1] A2=50(50)2/2-0+0 [-1] "
      "B=25(25)2/2-0+0 B1=25(25)2/2-0+0 [-1] weakest=B1 below=A1.1," },
    /* Not applicable is covered and weighs nothing; what is empty weighs nothing either. */
    { CAP_MODE_CAP, "A1.1:2 A1.2:na B1.1:na B1.2:na",
      "*=50(50)~4/6-3+1 A=50(50)~2/4-1+1 A1=50(50)2/2-1+1 [2] A2=-(-1)~0/2-0+0 [-1] "
      "B=-(-1)2/2-2+0 B1=-(-1)2/2-2+0 [-1] weakest=A1 below=" },
    /* An answer out of scope is kept, not counted. */
    { CAP_MODE_CAP, "A1.3:4 A1.1:0",
      "*=0(0)~1/6-0+1 A=0(0)~1/4-0+1 A1=0(0)~1/2-0+1 [0] A2=-(-1)~0/2-0+0 [-1] "
      "B=-(-1)~0/2-0+0 B1=-(-1)~0/2-0+0 [-1] weakest=A1 below=A1.1," },
    { CAP_MODE_CERTIFICATION, "A1.3:4 A1.1:2 B1.1:1",
      "*=125/3(42)~3/7-0+0 A=75(75)~2/5-0+0 A1=75(75)~2/3-0+0 [2] A2=-(-1)~0/2-0+0 [-1] "
      "B=25(25)~1/2-0+0 B1=25(25)~1/2-0+0 [1] weakest=B1 below=B1.1," },
    /* The first one on ties. */
    { CAP_MODE_CAP, "A1.1:2 A2.1:2 B1.1:2",
      "*=50(50)~3/6-0+1 A=50(50)~2/4-0+1 A1=50(50)~1/2-0+1 [2] A2=50(50)~1/2-0+0 [-1] "
      "B=50(50)~1/2-0+0 B1=50(50)~1/2-0+0 [-1] weakest=A1 below=" },
    /* Half a point rounds up. */
    { CAP_MODE_CAP, "B1.1:2 B1.2:3",
      "*=125/2(63)~2/6-0+1 A=-(-1)~0/4-0+1 A1=-(-1)~0/2-0+1 [-1] A2=-(-1)~0/2-0+0 [-1] "
      "B=125/2(63)2/2-0+0 B1=125/2(63)2/2-0+0 [-1] weakest=B1 below=" },
  };
  g_autoptr(CapMember) member = cap_member_new ("Les Érables");

  member->secondment = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CapEvaluation) evaluation = evaluate (cases[i].mode, cases[i].answers);
      g_autoptr(CapPhotograph) photograph = cap_photograph_new (evaluation, member);
      g_autofree char *figures = sample_describe (photograph);

      g_assert_cmpstr (figures, ==, cases[i].figures);
    }
}

static void
test_find (void)
{
  g_autoptr(CapEvaluation) evaluation = evaluate (CAP_MODE_CAP, "A1.1:3");
  g_autoptr(CapMember) member = cap_member_new ("Les Érables");
  g_autoptr(CapPhotograph) photograph = cap_photograph_new (evaluation, member);

  g_assert_cmpint (cap_photograph_find_criterion (photograph, "A1.1")->level, ==, 3);
  g_assert_cmpint (cap_photograph_find_criterion (photograph, "A1.3")->state, ==, CAP_CRITERION_OUT_OF_SCOPE);
  g_assert_null (cap_photograph_find_criterion (photograph, "A9.9"));
  g_assert_cmpint (cap_photograph_find_objective (photograph, "A1")->score.percent, ==, 75);
  g_assert_null (cap_photograph_find_objective (photograph, "A"));
}

typedef struct
{
  CapFramework  *framework;
  CapMember     *member;
  CapEvaluation *evaluation;
  CapPhotograph *photograph;
} Draw;

static void
draw_init (Draw *self)
{
  self->framework = sample_framework_random ();
  self->member = sample_member_random ();
  self->evaluation = cap_evaluation_new (NULL, 1, "2026-11-20",
                                         g_test_rand_bit () ? CAP_MODE_CAP : CAP_MODE_CERTIFICATION,
                                         self->framework);
  sample_answer_some (self->evaluation);
  self->photograph = cap_photograph_new (self->evaluation, self->member);
}

static void
draw_clear (Draw *self)
{
  cap_photograph_unref (self->photograph);
  cap_evaluation_free (self->evaluation);
  cap_member_free (self->member);
  cap_framework_unref (self->framework);
}

static const CapCriterion *
pick_criterion (const Draw *draw)
{
  const GPtrArray *criteria = draw->framework->criteria;

  return g_ptr_array_index (criteria, (guint) g_test_rand_int_range (0, (gint32) criteria->len));
}

/* The order in which people answer changes nothing, nor does answering twice. */
static void
test_order_changes_nothing (void)
{
  for (guint turn = 0; turn < TURNS; turn++)
    {
      Draw draw;
      g_autoptr(CapEvaluation) other = NULL;
      g_autoptr(CapPhotograph) photograph = NULL;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      draw_init (&draw);
      other = cap_evaluation_new (NULL, 2, "2027-11-20", draw.evaluation->mode, draw.framework);
      for (guint i = draw.framework->criteria->len; i > 0; i--)
        {
          const CapCriterion *criterion = g_ptr_array_index (draw.framework->criteria, i - 1);
          const CapAnswer *answer = cap_evaluation_get_answer (draw.evaluation, criterion->code);

          cap_evaluation_take_answer (other, sample_answer_random (criterion));
          cap_evaluation_take_answer (other, answer != NULL ? cap_answer_copy (answer)
                                                            : cap_answer_new (criterion->code));
        }

      photograph = cap_photograph_new (other, draw.member);
      before = sample_describe (draw.photograph);
      after = sample_describe (photograph);
      g_assert_cmpstr (before, ==, after);
      draw_clear (&draw);
    }
}

static void
assert_not_lower (const CapScore *before,
                  const CapScore *after)
{
  g_assert_true (before->exact == NULL || cap_fraction_compare (after->exact, before->exact) >= 0);
  g_assert_cmpint (after->percent, >=, before->percent);
}

static void
assert_nothing_lower (const CapPhotograph *before,
                      const CapPhotograph *after)
{
  assert_not_lower (&before->score, &after->score);
  for (guint i = 0; i < before->themes->len; i++)
    {
      const CapThemeResult *old_theme = g_ptr_array_index (before->themes, i);
      const CapThemeResult *new_theme = g_ptr_array_index (after->themes, i);

      assert_not_lower (&old_theme->score, &new_theme->score);
      for (guint j = 0; j < old_theme->objectives->len; j++)
        {
          const CapObjectiveResult *old_objective = g_ptr_array_index (old_theme->objectives, j);
          const CapObjectiveResult *new_objective = g_ptr_array_index (new_theme->objectives, j);

          assert_not_lower (&old_objective->score, &new_objective->score);
          g_assert_cmpint (new_objective->acquired_level, >=, old_objective->acquired_level);
        }
    }
  g_assert_cmpuint (after->core_below->len, <=, before->core_below->len);
}

static void
test_raising_never_lowers (void)
{
  for (guint turn = 0; turn < TURNS; turn++)
    {
      Draw draw;
      const CapAnswer *answer;

      draw_init (&draw);
      answer = cap_evaluation_get_answer (draw.evaluation, pick_criterion (&draw)->code);
      if (answer != NULL && answer->state == CAP_ANSWER_RATED && answer->level < 4)
        {
          g_autoptr(CapPhotograph) after = NULL;
          int level = g_test_rand_int_range (answer->level + 1, 5);

          cap_evaluation_take_answer (draw.evaluation, cap_answer_new_rated (answer->criterion, level));
          after = cap_photograph_new (draw.evaluation, draw.member);
          assert_nothing_lower (draw.photograph, after);
        }
      draw_clear (&draw);
    }
}

static void
assert_same_score (const CapFraction *before,
                   const CapFraction *after)
{
  g_assert_cmpint (before == NULL, ==, after == NULL);
  g_assert_true (before == NULL || cap_fraction_compare (before, after) == 0);
}

/* “Not applicable” and “no answer yet” weigh the same: nothing. */
static void
test_not_applicable_weighs_nothing (void)
{
  for (guint turn = 0; turn < TURNS; turn++)
    {
      Draw draw;
      const CapCriterion *criterion;
      g_autoptr(CapPhotograph) empty = NULL;
      g_autoptr(CapPhotograph) set_aside = NULL;
      CapAnswer *answer;

      draw_init (&draw);
      criterion = pick_criterion (&draw);

      cap_evaluation_take_answer (draw.evaluation, cap_answer_new (criterion->code));
      empty = cap_photograph_new (draw.evaluation, draw.member);

      answer = cap_answer_new (criterion->code);
      cap_answer_set_not_applicable (answer, "because");
      cap_evaluation_take_answer (draw.evaluation, answer);
      set_aside = cap_photograph_new (draw.evaluation, draw.member);

      assert_same_score (empty->score.exact, set_aside->score.exact);
      for (guint i = 0; i < empty->themes->len; i++)
        assert_same_score (((CapThemeResult *) g_ptr_array_index (empty->themes, i))->score.exact,
                           ((CapThemeResult *) g_ptr_array_index (set_aside->themes, i))->score.exact);
      draw_clear (&draw);
    }
}

static void
add_coverage (CapCoverage       *sum,
              const CapCoverage *part)
{
  sum->answered += part->answered;
  sum->not_applicable += part->not_applicable;
  sum->applicable += part->applicable;
  sum->out_of_scope += part->out_of_scope;
}

static void
assert_coverage (const CapScore    *score,
                 const CapCoverage *sum)
{
  g_assert_cmpmem (&score->coverage, sizeof score->coverage, sum, sizeof *sum);
  g_assert_cmpint (score->provisional, ==, sum->answered < sum->applicable);
}

static void
assert_coverage_of_objective (const CapObjectiveResult *objective)
{
  CapCoverage sum = { 0 };

  for (guint i = 0; i < objective->criteria->len; i++)
    {
      CapCriterionState state = ((CapCriterionResult *) g_ptr_array_index (objective->criteria, i))->state;

      sum.out_of_scope += state == CAP_CRITERION_OUT_OF_SCOPE;
      sum.applicable += state != CAP_CRITERION_OUT_OF_SCOPE;
      sum.not_applicable += state == CAP_CRITERION_NOT_APPLICABLE;
      sum.answered += state == CAP_CRITERION_NOT_APPLICABLE || state == CAP_CRITERION_ANSWERED;
    }
  assert_coverage (&objective->score, &sum);
}

static void
test_coverage_adds_up (void)
{
  for (guint turn = 0; turn < TURNS; turn++)
    {
      Draw draw;
      CapCoverage whole = { 0 };

      draw_init (&draw);
      for (guint i = 0; i < draw.photograph->themes->len; i++)
        {
          const CapThemeResult *theme = g_ptr_array_index (draw.photograph->themes, i);
          CapCoverage sum = { 0 };

          for (guint j = 0; j < theme->objectives->len; j++)
            {
              const CapObjectiveResult *objective = g_ptr_array_index (theme->objectives, j);

              assert_coverage_of_objective (objective);
              add_coverage (&sum, &objective->score.coverage);
            }
          assert_coverage (&theme->score, &sum);
          add_coverage (&whole, &sum);
        }
      assert_coverage (&draw.photograph->score, &whole);
      g_assert_cmpuint (whole.applicable + whole.out_of_scope, ==, draw.framework->criteria->len);
      draw_clear (&draw);
    }
}

/* Half up: percent − ½ ≤ exact < percent + ½. */
static void
assert_rounded (const CapScore *score)
{
  g_autoptr(CapFraction) low = cap_fraction_new (2 * score->percent - 1, 2);
  g_autoptr(CapFraction) high = cap_fraction_new (2 * score->percent + 1, 2);

  g_assert_cmpint (score->exact == NULL, ==, score->percent == -1);
  if (score->exact != NULL)
    {
      g_assert_cmpint (cap_fraction_compare (score->exact, low), >=, 0);
      g_assert_cmpint (cap_fraction_compare (score->exact, high), <, 0);
      g_assert_cmpint (score->percent, >=, 0);
      g_assert_cmpint (score->percent, <=, 100);
    }
}

static void
test_percent_is_rounded_once (void)
{
  for (guint turn = 0; turn < TURNS; turn++)
    {
      Draw draw;

      draw_init (&draw);
      assert_rounded (&draw.photograph->score);
      for (guint i = 0; i < draw.photograph->themes->len; i++)
        {
          const CapThemeResult *theme = g_ptr_array_index (draw.photograph->themes, i);

          assert_rounded (&theme->score);
          for (guint j = 0; j < theme->objectives->len; j++)
            assert_rounded (&((CapObjectiveResult *) g_ptr_array_index (theme->objectives, j))->score);
        }
      draw_clear (&draw);
    }
}

/* Whatever the weights, the same level everywhere is that level in the end. */
static void
test_same_level_everywhere (void)
{
  for (guint turn = 0; turn < TURNS; turn++)
    {
      Draw draw;
      g_autoptr(CapPhotograph) photograph = NULL;
      int level = g_test_rand_int_range (0, 5);

      draw_init (&draw);
      for (guint i = 0; i < draw.framework->criteria->len; i++)
        {
          const CapCriterion *criterion = g_ptr_array_index (draw.framework->criteria, i);

          cap_evaluation_take_answer (draw.evaluation, cap_answer_new_rated (criterion->code, level));
        }

      photograph = cap_photograph_new (draw.evaluation, draw.member);
      if (photograph->score.coverage.applicable > 0)
        {
          g_autofree char *exact = cap_fraction_to_string (photograph->score.exact);
          g_autofree char *expected = g_strdup_printf ("%d", 25 * level);

          g_assert_cmpstr (exact, ==, expected);
        }
      draw_clear (&draw);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scoring/photograph/table", test_table);
  g_test_add_func ("/scoring/photograph/find", test_find);
  g_test_add_func ("/scoring/photograph/order-changes-nothing", test_order_changes_nothing);
  g_test_add_func ("/scoring/photograph/raising-never-lowers", test_raising_never_lowers);
  g_test_add_func ("/scoring/photograph/not-applicable-weighs-nothing", test_not_applicable_weighs_nothing);
  g_test_add_func ("/scoring/photograph/coverage-adds-up", test_coverage_adds_up);
  g_test_add_func ("/scoring/photograph/percent-is-rounded-once", test_percent_is_rounded_once);
  g_test_add_func ("/scoring/photograph/same-level-everywhere", test_same_level_everywhere);

  return g_test_run ();
}
