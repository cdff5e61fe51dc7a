/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "scoring/cap-scope.h"

#include "sample.h"

static void
test_filters (void)
{
  static const struct
  {
    const char *kinds;
    int         staff;
    gboolean    secondment;
    CapMode     mode;
    const char *excluded;
  } cases[] = {
    { "", CAP_NUMBER_UNKNOWN, TRUE, CAP_MODE_CERTIFICATION, "" },
    { "", CAP_NUMBER_UNKNOWN, TRUE, CAP_MODE_CAP, "A1.3 " },
    { "AI", 11, TRUE, CAP_MODE_CERTIFICATION, "" },
    { "ACI,AI", 12, TRUE, CAP_MODE_CERTIFICATION, "" },
    { "ACI", 12, TRUE, CAP_MODE_CERTIFICATION, "A2.1 " },
    { "AI", 10, TRUE, CAP_MODE_CERTIFICATION, "A2.2 " },
    { "AI", 0, TRUE, CAP_MODE_CERTIFICATION, "A2.2 " },
    { "AI", 11, FALSE, CAP_MODE_CERTIFICATION, "B1.1 " },
    { "EI", 3, FALSE, CAP_MODE_CAP, "A1.3 A2.1 A2.2 B1.1 " },
  };
  g_autoptr(CapFramework) framework = sample_framework_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CapMember) member = cap_member_new ("Les Érables");
      g_autoptr(CapEvaluation) evaluation = cap_evaluation_new (NULL, 1, "2026-11-20", cases[i].mode,
                                                                framework);
      g_autoptr(GString) excluded = g_string_new (NULL);

      g_strfreev (member->kinds);
      member->kinds = g_strsplit (cases[i].kinds, ",", -1);
      member->staff = cases[i].staff;
      member->secondment = cases[i].secondment;

      for (guint j = 0; j < framework->criteria->len; j++)
        {
          const CapCriterion *criterion = g_ptr_array_index (framework->criteria, j);

          if (!cap_scope_includes (criterion, evaluation, member))
            g_string_append_printf (excluded, "%s ", criterion->code);
        }
      g_assert_cmpstr (excluded->str, ==, cases[i].excluded);
    }
}

static void
test_answers (void)
{
  static const struct { const char *criterion; const char *level; const char *reason; int error; } cases[] = {
    { "A1.1", "0", "", -1 },
    { "A1.1", "4", "", -1 },
    { "A1.1", "none", "", -1 },
    { "A1.1", "na", "Sans objet", CAP_ANSWER_ERROR_CORE },
    { "A1.2", "na", "Sans objet", -1 },
    { "A1.2", "NA", "Sans objet", -1 },
    { "A1.2", "na", "", CAP_ANSWER_ERROR_REASON },
    { "A1.2", "na", " \n ", CAP_ANSWER_ERROR_REASON },
    { "A1.3", "2", "", CAP_ANSWER_ERROR_OUT_OF_SCOPE },
    { "B1.1", "na", "Sans objet", -1 },
    { "Z9.9", "2", "", CAP_ANSWER_ERROR_UNKNOWN_CRITERION },
    { "a1.1", "2", "", CAP_ANSWER_ERROR_UNKNOWN_CRITERION },
    { "", "2", "", CAP_ANSWER_ERROR_UNKNOWN_CRITERION },
    { "A1.1", "5", "", CAP_ANSWER_ERROR_LEVEL },
    { "A1.1", "-1", "", CAP_ANSWER_ERROR_LEVEL },
    { "A1.1", "2.5", "", CAP_ANSWER_ERROR_LEVEL },
    { "A1.1", "22", "", CAP_ANSWER_ERROR_LEVEL },
    { "A1.1", " 2", "", CAP_ANSWER_ERROR_LEVEL },
    { "A1.1", "", "", CAP_ANSWER_ERROR_LEVEL },
  };
  g_autoptr(CapFramework) framework = sample_framework_new ();
  g_autoptr(CapMember) member = cap_member_new ("Les Érables");
  g_autoptr(CapEvaluation) evaluation = cap_evaluation_new (NULL, 1, "2026-11-20", CAP_MODE_CAP, framework);

  member->secondment = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(CapAnswer) answer = cap_scope_parse_answer (framework, cases[i].criterion, cases[i].level,
                                                            &error);
      gboolean allowed = FALSE;

      g_test_message ("%s %s", cases[i].criterion, cases[i].level);
      if (answer != NULL)
        {
          if (answer->state == CAP_ANSWER_NOT_APPLICABLE)
            cap_answer_set_not_applicable (answer, cases[i].reason);
          allowed = cap_scope_check_answer (evaluation, member, answer, &error);
        }

      g_assert_cmpint (allowed, ==, cases[i].error == -1);
      if (!allowed)
        g_assert_error (error, CAP_ANSWER_ERROR, cases[i].error);
    }
}

/* The express path keeps what the framework chose for it; a certification goes through everything. */
static void
test_express (void)
{
  g_autoptr(CapFramework) framework = sample_framework_new ();
  g_autoptr(CapMember) member = cap_member_new ("Les Érables");
  g_autoptr(CapEvaluation) evaluation = cap_evaluation_new (NULL, 1, "2026-11-20", CAP_MODE_CAP, framework);
  CapCriterion *chosen = g_ptr_array_index (framework->criteria, 0);
  const CapCriterion *other = g_ptr_array_index (framework->criteria, 1);

  chosen->express = TRUE;
  g_assert_true (cap_scope_includes (other, evaluation, member));
  evaluation->path = CAP_PATH_EXPRESS;
  g_assert_true (cap_scope_includes (chosen, evaluation, member));
  g_assert_false (cap_scope_includes (other, evaluation, member));
  evaluation->mode = CAP_MODE_CERTIFICATION;
  g_assert_true (cap_scope_includes (other, evaluation, member));
}

/* The scale of another framework: its levels, its lowest one, and kinds that CAP does not know. */
static void
test_other_scale (void)
{
  static const struct { const char *level; int number; } cases[] = {
    { "0", CAP_LEVEL_UNSET }, { "1", 1 }, { "4", 4 }, { "10", 10 }, { "11", CAP_LEVEL_UNSET },
    { "01", 1 }, { "1 ", CAP_LEVEL_UNSET }, { "+1", CAP_LEVEL_UNSET },
  };
  g_autoptr(CapFramework) framework = sample_framework_new ();

  framework->min_level = 1;
  framework->max_level = 10;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CapAnswer) answer = cap_scope_parse_answer (framework, "A1.1", cases[i].level, NULL);

      g_assert_cmpint (answer != NULL ? answer->level : CAP_LEVEL_UNSET, ==, cases[i].number);
    }
}

/* Kinds that the framework does not know say nothing: they exclude nothing. */
static void
test_foreign_kinds (void)
{
  g_autoptr(CapFramework) framework = sample_framework_new ();
  g_autoptr(CapMember) member = cap_member_new ("Les Érables");
  g_autoptr(CapEvaluation) evaluation = cap_evaluation_new (NULL, 1, "2026-11-20", CAP_MODE_CAP, framework);
  const CapCriterion *for_ai = cap_framework_find_criterion (framework, "A2.1");

  g_strfreev (member->kinds);
  member->kinds = g_strsplit ("ACI", ",", -1);
  g_assert_false (cap_scope_includes (for_ai, evaluation, member));
  g_ptr_array_set_size (framework->kinds, 0);
  g_assert_true (cap_scope_includes (for_ai, evaluation, member));
}

/* A criterion can be core in one of the modes only. */
static void
test_core_in_certification (void)
{
  g_autoptr(CapFramework) framework = sample_framework_new ();
  g_autoptr(CapMember) member = cap_member_new ("Les Érables");
  g_autoptr(CapEvaluation) evaluation = cap_evaluation_new (NULL, 1, "2026-11-20", CAP_MODE_CERTIFICATION,
                                                            framework);
  g_autoptr(CapAnswer) answer = cap_answer_new ("B1.1");
  g_autoptr(GError) error = NULL;

  member->secondment = TRUE;
  cap_answer_set_not_applicable (answer, "Sans objet");

  g_assert_false (cap_scope_check_answer (evaluation, member, answer, &error));
  g_assert_error (error, CAP_ANSWER_ERROR, CAP_ANSWER_ERROR_CORE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scoring/scope/filters", test_filters);
  g_test_add_func ("/scoring/scope/answers", test_answers);
  g_test_add_func ("/scoring/scope/express", test_express);
  g_test_add_func ("/scoring/scope/other-scale", test_other_scale);
  g_test_add_func ("/scoring/scope/foreign-kinds", test_foreign_kinds);
  g_test_add_func ("/scoring/scope/core-in-certification", test_core_in_certification);

  return g_test_run ();
}
