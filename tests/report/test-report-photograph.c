/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "base/cap-locale.h"
#include "pdf-tools.h"
#include "sample.h"

/* The ways to print a photograph: all of it by theme or by priority, a page for the board, slides. */

static GBytes *
render (const Sample    *sample,
        CapReportLayout  layout)
{
  CapReportInput input = sample_get_input (sample);
  g_autoptr(GError) error = NULL;
  GBytes *pdf;

  input.layout = layout;
  pdf = cap_report_render (CAP_REPORT_PHOTOGRAPH, &input, &error);
  g_assert_no_error (error);

  return pdf;
}

static char *
render_text (const Sample    *sample,
             CapReportLayout  layout)
{
  g_autoptr(GBytes) pdf = render (sample, layout);

  test_pdf_check (pdf);

  return test_pdf_get_text (pdf);
}

/* Words as they are, whatever the lines that they are broken into. */
static char *
unfold (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      gboolean space = g_ascii_isspace (*p);

      if (!space || (out->len > 0 && out->str[out->len - 1] != ' '))
        g_string_append_c (out, space ? ' ' : *p);
    }

  return g_string_free (out, FALSE);
}

/* One page, with the figures of everywhere else: what is strong, what to mend, what is asked. */
static void
test_board (void)
{
  g_autoptr(Sample) sample = sample_new_demo ();
  g_autofree char *text = render_text (sample, CAP_LAYOUT_BOARD);
  g_autofree char *words = unfold (text);
  g_autofree char *figure = g_strdup_printf ("%d %%", sample->photograph->score.percent);

  g_assert_cmpuint (test_pdf_count (text, "\f"), ==, 1);
  test_pdf_assert_has (text, sample->dossier->member->name);
  test_pdf_assert_has (text, figure);
  test_pdf_assert_has (text, "Ce qui est solide");
  test_pdf_assert_has (text, "Ce qu’il faut réparer d’abord");
  test_pdf_assert_has (text, "Ce qui vous est demandé");
  test_pdf_assert_has (words, "18 points de plus qu’en 2024");
  for (guint i = 0; i < sample->photograph->core_below->len; i++)
    {
      const CapCriterionResult *result = g_ptr_array_index (sample->photograph->core_below, i);

      test_pdf_assert_has (words, result->criterion->label);
    }
  test_pdf_assert_has (words, sample->photograph->weakest_objective->objective->label);
}

/* It is one page even with nothing to say, and with as much as there can be. */
static void
test_board_is_one_page (void)
{
  g_autoptr(Sample) nothing = sample_new_empty ("Les Érables");
  g_autofree char *empty = render_text (nothing, CAP_LAYOUT_BOARD);
  g_autoptr(Sample) full = NULL;
  g_autofree char *text = NULL;
  CapDossier *dossier = sample_new_dossier_of_demo ();
  CapEvaluation *evaluation = (CapEvaluation *) cap_dossier_get_current (dossier);

  g_assert_cmpuint (test_pdf_count (empty, "\f"), ==, 1);

  for (guint i = 0; i < evaluation->framework->criteria->len; i++)
    {
      const CapCriterion *criterion = g_ptr_array_index (evaluation->framework->criteria, i);

      cap_evaluation_take_answer (evaluation, cap_answer_new_rated (criterion->code, 0));
    }
  full = sample_new (dossier);
  text = render_text (full, CAP_LAYOUT_BOARD);
  g_assert_cmpuint (full->photograph->core_below->len, >, 4);
  g_assert_cmpuint (test_pdf_count (text, "\f"), ==, 1);
}

/* Each figure is there with what there is to read in it; pages lie. */
static void
test_slides (void)
{
  g_autoptr(Sample) sample = sample_new_demo ();
  g_autoptr(GBytes) pdf = render (sample, CAP_LAYOUT_SLIDES);
  g_autofree char *path = test_pdf_store (pdf, "slides.pdf");
  g_autofree char *facts = test_pdf_run ("pdfinfo", path, NULL);
  g_autofree char *text = test_pdf_get_text (pdf);
  g_autofree char *words = unfold (text);

  test_pdf_check (pdf);
  test_pdf_assert_has (facts, "841.89 x 595.276 pts");
  test_pdf_assert_has (words, "Votre point fort");
  test_pdf_assert_has (text, "Les critères par niveau");
  test_pdf_assert_has (text, "Chaque critère et son niveau (1/3)");
  test_pdf_assert_has (text, "Ce que dit chaque collège (1/3)");
  test_pdf_assert_has (text, "D’une évaluation à l’autre");
  test_pdf_assert_has (text, "Par où commencer");
  test_pdf_assert_has (words, "14 personnes ont voté");
}

/* What is to be mended first comes first, and nothing is lost on the way. */
static void
test_priority (void)
{
  g_autoptr(Sample) sample = sample_new_demo ();
  g_autofree char *text = render_text (sample, CAP_LAYOUT_PRIORITY);
  const char *start = strstr (text, "Les critères, par priorité");
  const char *core;
  const char *level_0;
  const char *level_4;

  g_assert_nonnull (start);
  core = strstr (start, "Socles sous le niveau 2");
  level_0 = strstr (start, "Niveau 0");
  level_4 = strstr (start, "Niveau 4");
  g_assert_true (core != NULL && level_0 != NULL && level_4 != NULL);
  g_assert_true (core < level_0 && level_0 < level_4);
  for (guint i = 0; i < sample->photograph->framework->criteria->len; i++)
    {
      const CapCriterion *criterion = g_ptr_array_index (sample->photograph->framework->criteria, i);
      const CapCriterionResult *result = cap_photograph_find_criterion (sample->photograph, criterion->code);

      if (result->state != CAP_CRITERION_OUT_OF_SCOPE)
        test_pdf_assert_has (start, criterion->code);
    }
}

/* Nothing that was typed is missing: reasons, what was set aside, what is out of scope. */
static void
test_annex (void)
{
  CapDossier *dossier = sample_new_dossier_of_demo ();
  CapEvaluation *evaluation = (CapEvaluation *) cap_dossier_get_current (dossier);
  g_autoptr(Sample) sample = NULL;
  g_autofree char *text = NULL;
  g_autofree char *words = NULL;
  const char *annex;
  CapAnswer *marked = cap_evaluation_dup_answer (evaluation, "A1.1");
  CapAnswer *left = NULL;

  marked->discuss = TRUE;
  cap_evaluation_take_answer (evaluation, marked);
  g_ptr_array_add (dossier->set_asides, cap_set_aside_new (CAP_SET_ASIDE_PROPOSAL, "D4.1", 0,
                                                           "Raison de tester", "2026-10-09"));
  for (guint i = 0; left == NULL && i < evaluation->framework->criteria->len; i++)
    {
      const CapCriterion *criterion = g_ptr_array_index (evaluation->framework->criteria, i);

      if (!criterion->certification_only)
        continue;
      left = cap_answer_new_rated (criterion->code, 3);
      cap_answer_set_comment (left, "Dit avant de changer de mode");
      cap_evaluation_take_answer (evaluation, left);
    }
  sample = sample_new (dossier);
  text = render_text (sample, CAP_LAYOUT_THEMES);
  annex = strstr (text, "Annexe pour l’auditeur\n");
  g_assert_nonnull (annex);
  words = unfold (annex);

  test_pdf_assert_has (words, "D’où viennent les scores");
  test_pdf_assert_has (words, "A1.1 : ");
  test_pdf_assert_has (words, "Raison de tester (09/10/2026)");
  test_pdf_assert_has (words, "Dit avant de changer de mode");
  test_pdf_assert_has (words, "Marqué pour être revu");
  test_pdf_assert_has (words, "Les votes, à côté de ce qui a été décidé");
  for (guint i = 0; i < evaluation->framework->criteria->len; i++)
    {
      const CapCriterion *criterion = g_ptr_array_index (evaluation->framework->criteria, i);
      const CapAnswer *answer = cap_evaluation_get_answer (evaluation, criterion->code);

      if (answer != NULL && answer->state == CAP_ANSWER_NOT_APPLICABLE)
        test_pdf_assert_has (annex, criterion->code);
    }
}

/* A framework of one theme, with as many objectives of one criterion each. */
static CapFramework *
new_framework (guint n_objectives)
{
  CapFramework *framework = cap_framework_new ();
  CapTheme *theme = cap_theme_new ();
  g_autoptr(GBytes) source = g_bytes_new_static ("long", 4);

  framework->id = g_strdup ("long");
  framework->version = g_strdup ("1");
  framework->title = g_strdup ("Long");
  framework->rules = (CapRules) { 2, 3, 2, 3 };
  for (int i = 0; i < 5; i++)
    {
      CapLevel *level = cap_level_new (i);

      level->label = g_strdup_printf ("Niveau %d", i);
      g_ptr_array_add (framework->levels, level);
    }
  theme->code = g_strdup ("A");
  theme->label = g_strdup ("Thème");
  theme->summary = g_strdup ("");
  theme->weight = 1;
  for (guint i = 0; i < n_objectives; i++)
    {
      CapObjective *objective = cap_objective_new ();
      CapCriterion *criterion = cap_criterion_new ();

      objective->code = g_strdup_printf ("A%u", i + 100);
      objective->label = g_strdup_printf ("Objectif %u", i + 100);
      objective->advice = g_strdup ("");
      objective->weight = 1;
      criterion->code = g_strdup_printf ("A%u.1", i + 100);
      criterion->label = g_strdup_printf ("Critère %u", i + 100);
      criterion->weight = 1;
      g_ptr_array_add (objective->criteria, criterion);
      g_ptr_array_add (theme->objectives, objective);
    }
  g_ptr_array_add (framework->themes, theme);
  cap_framework_seal (framework, source);

  return framework;
}

/* So many objectives do not stand on one page: their figures go on on the next ones. */
static void
test_long_figures (void)
{
  g_autoptr(CapFramework) framework = new_framework (70);
  CapDossier *dossier = cap_dossier_new ("long", cap_member_new ("Les Érables"));
  CapEvaluation *evaluation = cap_evaluation_new ("e", 1, "2026-11-20", CAP_MODE_CAP, framework);
  g_autoptr(Sample) sample = NULL;
  g_autofree char *text = NULL;
  const char *figures;

  for (guint i = 0; i < framework->criteria->len; i++)
    {
      const CapCriterion *criterion = g_ptr_array_index (framework->criteria, i);

      cap_evaluation_take_answer (evaluation, cap_answer_new_rated (criterion->code, (int) i % 5));
    }
  g_ptr_array_add (dossier->evaluations, evaluation);
  sample = sample_new (dossier);
  text = render_text (sample, CAP_LAYOUT_SLIDES);
  figures = strstr (text, "Les objectifs, du plus faible au plus fort (1/9)");
  g_assert_nonnull (figures);
  g_free (text);

  text = render_text (sample, CAP_LAYOUT_THEMES);
  figures = strstr (text, "Les objectifs, du plus faible au plus fort");
  g_assert_nonnull (figures);
  for (guint i = 0; i < 70; i++)
    {
      g_autofree char *label = g_strdup_printf ("Objectif %u", i + 100);

      /* Of its bar, of its line of levels, of the numbers. */
      g_assert_cmpuint (test_pdf_count (figures, label), >=, 3);
    }
}

int
main (int   argc,
      char *argv[])
{
  cap_locale_init ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/photograph/board", test_board);
  g_test_add_func ("/report/photograph/board-is-one-page", test_board_is_one_page);
  g_test_add_func ("/report/photograph/slides", test_slides);
  g_test_add_func ("/report/photograph/priority", test_priority);
  g_test_add_func ("/report/photograph/annex", test_annex);
  g_test_add_func ("/report/photograph/long-figures", test_long_figures);

  return g_test_run ();
}
