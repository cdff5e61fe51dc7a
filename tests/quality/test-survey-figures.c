/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quality/cap-survey-figures.h"

#include "quality/cap-record-rules.h"

static CapRecord *
add_survey (CapDossier *dossier,
            const char *code,
            const char *date,
            int         sent,
            int         returned)
{
  CapRecord *survey = cap_record_new (CAP_REGISTER_SURVEY, NULL);

  cap_record_set (survey, CAP_SURVEY_CODE, code);
  cap_record_set (survey, CAP_SURVEY_TITLE, "Enquête");
  cap_record_set (survey, CAP_SURVEY_DATE, date);
  cap_record_set_number (survey, CAP_SURVEY_SENT, sent);
  cap_record_set_number (survey, CAP_SURVEY_RETURNED, returned);
  g_ptr_array_add (dossier->registers[CAP_REGISTER_SURVEY], survey);

  return survey;
}

static CapRecord *
add_question (CapDossier      *dossier,
              const CapRecord *survey,
              const int       *counts)
{
  CapRecord *question = cap_record_new_part (CAP_REGISTER_SURVEY_QUESTION, NULL, survey->id);

  cap_record_set (question, CAP_SURVEY_QUESTION_TEXT, "Vous sentez-vous écouté·e ?");
  for (guint i = 0; i < CAP_N_SURVEY_ANSWERS; i++)
    cap_record_set_number (question, CAP_SURVEY_QUESTION_VERY + i, counts[i]);
  g_ptr_array_add (dossier->registers[CAP_REGISTER_SURVEY_QUESTION], question);

  return question;
}

static void
test_figures (void)
{
  static const int first[] = { 10, 8, 1, 1 };
  static const int second[] = { 5, CAP_NUMBER_UNSET, 5, 0 };
  g_autoptr(CapDossier) dossier = cap_dossier_new ("id", cap_member_new ("Une structure"));
  CapRecord *survey = add_survey (dossier, "S-01", "2026-06-01", 41, 20);
  g_autoptr(CapSurveyFigures) figures = NULL;
  g_autofree char *response = NULL;
  g_autofree char *satisfied = NULL;
  g_autofree char *mean = NULL;

  add_question (dossier, survey, first);
  add_question (dossier, survey, second);
  figures = cap_survey_figures_new (dossier, survey);

  response = cap_share_dup_text (cap_survey_figures_get_response (figures));
  g_assert_cmpstr (response, ==, "20 of 41 (48.8%)");
  g_assert_cmpuint (figures->questions->len, ==, 2);
  g_assert_cmpuint (g_array_index (figures->questions, CapSurveyQuestion, 0).marks.satisfied, ==, 18);
  g_assert_cmpint (g_array_index (figures->questions, CapSurveyQuestion, 0).marks.mean, ==, 335);
  g_assert_cmpint (g_array_index (figures->questions, CapSurveyQuestion, 1).marks.mean, ==, 300);
  satisfied = cap_share_dup_text (cap_survey_marks_get_satisfied (&figures->all));
  g_assert_cmpstr (satisfied, ==, "23 of 30 (76.7%)");
  g_assert_cmpint (figures->all.mean, ==, 323); /* 97 / 30 = 3,2333 */
  mean = cap_survey_marks_dup_mean (&figures->all);
  g_assert_cmpstr (mean, ==, "3.23 of 4");
  g_assert_false (figures->told);
  cap_record_set (survey, CAP_SURVEY_TOLD, "2026-07-01");
}

static void
test_nothing (void)
{
  g_autoptr(CapDossier) dossier = cap_dossier_new ("id", cap_member_new ("Une structure"));
  CapRecord *survey = add_survey (dossier, "S-01", "2026-06-01", CAP_NUMBER_UNSET, CAP_NUMBER_UNSET);
  g_autoptr(CapSurveyFigures) figures = cap_survey_figures_new (dossier, survey);
  g_autofree char *mean = cap_survey_marks_dup_mean (&figures->all);

  g_assert_cmpuint (cap_survey_figures_get_response (figures).whole, ==, 0);
  g_assert_cmpuint (cap_survey_marks_get_satisfied (&figures->all).whole, ==, 0);
  g_assert_cmpstr (mean, ==, "–");
}

static void
test_list (void)
{
  g_autoptr(CapDossier) dossier = cap_dossier_new ("id", cap_member_new ("Une structure"));
  g_autoptr(GPtrArray) list = NULL;
  const CapSurveyFigures *newest;

  add_survey (dossier, "S-01", "2025-06-01", 10, 5);
  add_survey (dossier, "S-02", "2026-06-01", 10, 5);
  add_survey (dossier, "S-03", "2026-11-01", 10, 5);
  list = cap_survey_figures_list (dossier, "2026-01-01", NULL);
  g_assert_cmpuint (list->len, ==, 2);
  newest = g_ptr_array_index (list, 0);
  g_assert_cmpstr (cap_record_get_code (newest->survey), ==, "S-03");
}

/* Each survey has its own questions, and each question is looked at once. */
static void
test_list_cost (void)
{
  static const int counts[] = { 3, 1, 0, 0 };
  g_autoptr(CapDossier) dossier = cap_dossier_new ("id", cap_member_new ("Une structure"));
  double elapsed = G_MAXDOUBLE;

  for (guint i = 0; i < 4000; i++)
    {
      CapRecord *survey = add_survey (dossier, "S-01", "2026-06-01", 10, 5);

      for (guint j = 0; j < 1 + i % 4; j++)
        add_question (dossier, survey, counts);
    }
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr(GPtrArray) list = NULL;
      guint n_questions = 0;

      g_test_timer_start ();
      list = cap_survey_figures_list (dossier, NULL, NULL);
      elapsed = MIN (elapsed, g_test_timer_elapsed ());
      for (guint j = 0; j < list->len; j++)
        {
          const CapSurveyFigures *figures = g_ptr_array_index (list, j);

          n_questions += figures->questions->len;
          g_assert_cmpuint (figures->all.total, ==, 4 * figures->questions->len);
        }
      g_assert_cmpuint (list->len, ==, 4000);
      g_assert_cmpuint (n_questions, ==, 10000);
    }
  g_test_minimized_result (elapsed, "4 000 surveys, 10 000 questions: %.1f ms", elapsed * 1000);
}

/* Nobody answers more than they are. */
static void
test_faults (void)
{
  static const int counts[] = { 10, 8, 1, 2 };
  g_autoptr(CapDossier) dossier = cap_dossier_new ("id", cap_member_new ("Une structure"));
  CapRecord *survey = add_survey (dossier, "S-01", "2026-06-01", 20, 21);
  CapRecord *question = add_question (dossier, survey, counts);
  g_autoptr(GPtrArray) fine = cap_record_check (question, dossier);
  g_autoptr(GPtrArray) too_many_returned = cap_record_check (survey, dossier);
  g_autoptr(GPtrArray) too_few_returned = NULL;
  g_autoptr(GPtrArray) too_many_answers = NULL;
  g_autoptr(GPtrArray) alone = NULL;

  g_assert_cmpuint (fine->len, ==, 0);
  g_assert_cmpstr (cap_record_faults_find (too_many_returned, CAP_SURVEY_RETURNED), ==,
                   "More answers than questionnaires given");

  cap_record_set_number (survey, CAP_SURVEY_RETURNED, 20);
  too_few_returned = cap_record_check (survey, dossier);
  g_assert_cmpstr (cap_record_faults_find (too_few_returned, CAP_SURVEY_RETURNED), ==,
                   "One of the questions has more answers than this");
  too_many_answers = cap_record_check (question, dossier);
  g_assert_cmpstr (cap_record_faults_find (too_many_answers, CAP_SURVEY_QUESTION_NOT_AT_ALL), ==,
                   "More answers than people who answered: 20");
  alone = cap_record_check (question, NULL);
  g_assert_cmpuint (alone->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/quality/survey-figures/figures", test_figures);
  g_test_add_func ("/quality/survey-figures/nothing", test_nothing);
  g_test_add_func ("/quality/survey-figures/list", test_list);
  g_test_add_func ("/quality/survey-figures/list-cost", test_list_cost);
  g_test_add_func ("/quality/survey-figures/faults", test_faults);

  return g_test_run ();
}
