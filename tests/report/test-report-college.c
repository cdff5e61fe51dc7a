/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "base/cap-locale.h"
#include "exchange/cap-framework-json.h"
#include "tests/report/pdf-tools.h"
#include "tests/report/sample.h"

#define N_COPIES 3

static GBytes *
render (const Sample *sample,
        CapCollege    college,
        guint         copies)
{
  CapReportInput input = sample_get_input (sample);
  g_autoptr(GError) error = NULL;
  GBytes *pdf;

  input.college = college;
  input.copies = copies;
  pdf = cap_report_render (CAP_REPORT_QUESTIONNAIRE, &input, &error);
  g_assert_no_error (error);

  return pdf;
}

static char *
render_text (const Sample *sample,
             CapCollege    college,
             guint         copies)
{
  g_autoptr(GBytes) pdf = render (sample, college, copies);

  return test_pdf_get_text (pdf);
}

/* @plain: whether only those that have plain words count */
static guint
count_in_scope (const Sample *sample,
                gboolean      plain)
{
  const GPtrArray *criteria = sample->photograph->framework->criteria;
  guint count = 0;

  for (guint i = 0; i < criteria->len; i++)
    {
      const CapCriterion *criterion = g_ptr_array_index (criteria, i);

      count += cap_photograph_find_criterion (sample->photograph, criterion->code)->state
               != CAP_CRITERION_OUT_OF_SCOPE && (!plain || criterion->plain_question != NULL);
    }

  return count;
}

static guint
count_codes (const char *text)
{
  g_autoptr(GRegex) codes = g_regex_new ("^ *[A-D][0-9]\\.[0-9] ", G_REGEX_MULTILINE, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  guint count = 0;

  g_regex_match (codes, text, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    count++;

  return count;
}

/* The same set of pages for each, that counts its own, with its code on each page. */
static void
check_sets (const char *text,
            const char *letter)
{
  const guint n_pages = test_pdf_count (text, "\f");
  const guint of_set = n_pages / N_COPIES;
  g_autofree char *last = g_strdup_printf ("page %u/%u", of_set, of_set);

  g_assert_cmpuint (n_pages, ==, of_set * N_COPIES);
  g_assert_cmpuint (test_pdf_count (text, last), ==, N_COPIES);
  g_assert_cmpuint (test_pdf_count (text, "Document d’auto-évaluation, sans valeur de certification"), ==,
                    n_pages);
  g_assert_cmpuint (test_pdf_count (text, "N’écrivez pas votre nom"), ==, N_COPIES);
  g_assert_cmpuint (test_pdf_count (text, "Date :"), ==, N_COPIES);
  for (guint i = 1; i <= N_COPIES; i++)
    {
      g_autofree char *code = g_strdup_printf ("%s-%02u", letter, i);

      g_assert_cmpuint (test_pdf_count (text, code), ==, of_set);
    }
  g_assert_null (strstr (text, "\uFFFD"));
}

static void
test_levels (void)
{
  g_autoptr(Sample) sample = sample_new_demo ();
  const guint n_criteria = count_in_scope (sample, FALSE);
  const CapCollege colleges[] = {
    CAP_COLLEGE_DIRECTION, CAP_COLLEGE_PERMANENTS, CAP_COLLEGE_BENEVOLES, CAP_COLLEGE_PARTENAIRES,
  };
  const char * const letters[] = { "D", "P", "B", "X" };

  for (guint i = 0; i < G_N_ELEMENTS (colleges); i++)
    {
      g_autofree char *text = render_text (sample, colleges[i], N_COPIES);

      check_sets (text, letters[i]);
      test_pdf_assert_has (text, cap_college_get_label (colleges[i]));
      g_assert_cmpuint (count_codes (text), ==, N_COPIES * n_criteria);
      g_assert_cmpuint (test_pdf_count (text, "Je ne sais pas"), ==, N_COPIES * n_criteria);
      g_assert_cmpuint (test_pdf_count (text, "Mis en œuvre"), ==, N_COPIES * (n_criteria + 1));
    }
}

/* A question is whole on its page, and one whose words are not plain is not asked. */
static void
test_plain (void)
{
  g_autoptr(Sample) sample = sample_new_demo ();
  g_autofree char *text = render_text (sample, CAP_COLLEGE_PARCOURS, N_COPIES);
  g_auto(GStrv) pages = g_strsplit (text, "\f", -1);
  const guint n_plain = count_in_scope (sample, TRUE);
  g_autofree char *left_out = g_strdup_printf ("%u sujets ne sont pas dans ce questionnaire.",
                                               count_in_scope (sample, FALSE) - n_plain);
  guint n_codes = 0;

  check_sets (text, "S");
  g_assert_cmpuint (test_pdf_count (text, left_out), ==, N_COPIES);
  test_pdf_assert_has (text, "Avez-vous vu ce texte ?");
  g_assert_null (strstr (text, "C1.2"));
  for (guint i = 0; pages[i] != NULL; i++)
    {
      const guint count = count_codes (pages[i]);

      /* The first page of a set says what to tick, too. */
      g_assert_cmpuint (test_pdf_count (pages[i], "Je ne sais pas"), ==,
                        count + (strstr (pages[i], "Votre avis compte") != NULL));
      n_codes += count;
    }
  g_assert_cmpuint (n_plain, >, 50);
  g_assert_cmpuint (n_codes, ==, N_COPIES * n_plain);
}

/* Nothing is smaller than 14 points, which are 21 pixels here. */
static void
test_large (void)
{
  g_autoptr(Sample) sample = sample_new_demo ();
  g_autoptr(GBytes) pdf = render (sample, CAP_COLLEGE_PARCOURS, 1);
  g_autofree char *path = test_pdf_store (pdf, "plain.pdf");
  g_autofree char *xml = test_pdf_run ("pdftohtml", "-xml", "-i", "-stdout", path, NULL);
  guint n_sizes = 0;

  for (const char *p = strstr (xml, " size=\""); p != NULL; p = strstr (p + 1, " size=\""), n_sizes++)
    g_assert_cmpint (g_ascii_strtoll (p + strlen (" size=\""), NULL, 10), >=, 21);
  g_assert_cmpuint (n_sizes, >, 2);
}

/* What a telephone reads of a page on paper. */
static char *
scan (const char *path,
      guint       page)
{
  g_autofree char *number = g_strdup_printf ("%u", page);
  g_autofree char *picture = g_strconcat (path, ".page", NULL);
  g_autofree char *file = g_strconcat (picture, ".png", NULL);
  g_autofree char *nothing = test_pdf_run ("pdftoppm", "-r", "100", "-png", "-singlefile", "-f", number, "-l",
                                           number, path, picture, NULL);

  return test_pdf_run ("zbarimg", "--quiet", "--raw", "--nodbus", file, NULL);
}

static void
test_qr (void)
{
  g_autoptr(Sample) sample = sample_new_demo ();
  const guint evaluation = cap_dossier_get_current (sample->dossier)->number;

  for (guint i = 0; i < CAP_N_COLLEGES; i++)
    {
      g_autoptr(GBytes) pdf = render (sample, i, 2);
      g_autofree char *path = test_pdf_store (pdf, "qr.pdf");
      g_autofree char *text = test_pdf_get_text (pdf);
      const guint n_pages = test_pdf_count (text, "\f");
      const guint pages[] = { 1, n_pages / 2, n_pages / 2 + 1, n_pages };

      for (guint j = 0; j < G_N_ELEMENTS (pages); j++)
        {
          g_autofree char *code = cap_college_dup_code (i, 1 + j / 2);
          g_autofree char *expected = g_strdup_printf ("cap:%u:%s:%s\n", evaluation, cap_college_to_name (i),
                                                       code);
          g_autofree char *read = scan (path, pages[j]);

          g_assert_cmpstr (read, ==, expected);
        }
    }
}

static void
test_sound (void)
{
  g_autoptr(Sample) sample = sample_new_demo ();
  g_autoptr(Sample) again = sample_new_demo ();

  for (guint i = 0; i < CAP_N_COLLEGES; i++)
    {
      g_autoptr(GBytes) pdf = render (sample, i, 2);
      g_autoptr(GBytes) same = render (again, i, 2);

      test_pdf_check (pdf);
      g_assert_true (g_bytes_equal (pdf, same));
    }
}

static void
test_archive (void)
{
  g_autoptr(Sample) sample = sample_new_demo ();
  g_autoptr(GBytes) pdf = render (sample, CAP_COLLEGE_PARCOURS, 2);

  test_pdf_check_archive (pdf);
}

/* Each bookmark leads to the questionnaire of one person. */
static void
test_outline (void)
{
  g_autoptr(Sample) sample = sample_new_demo ();
  g_autoptr(GBytes) pdf = render (sample, CAP_COLLEGE_DIRECTION, 2);
  g_autofree char *path = test_pdf_store (pdf, "outline.pdf");
  g_autofree char *json = test_pdf_run ("qpdf", "--json", "--json-key=outlines", path, NULL);

  test_pdf_assert_has (json, "\"title\": \"D-01\"");
  test_pdf_assert_has (json, "\"title\": \"D-02\"");
  g_assert_cmpuint (test_pdf_count (json, "\"title\""), ==, 2);
}

static void
test_express (void)
{
  CapDossier *dossier = sample_new_dossier_of_demo ();
  CapEvaluation *evaluation = (CapEvaluation *) cap_dossier_get_current (dossier);
  g_autoptr(Sample) sample = NULL;
  g_autofree char *levels = NULL;
  g_autofree char *plain = NULL;

  evaluation->path = CAP_PATH_EXPRESS;
  sample = sample_new (dossier);
  levels = render_text (sample, CAP_COLLEGE_PERMANENTS, 1);
  plain = render_text (sample, CAP_COLLEGE_PARCOURS, 1);

  g_assert_cmpuint (count_in_scope (sample, FALSE), <=, 30);
  g_assert_cmpuint (count_codes (levels), ==, count_in_scope (sample, FALSE));
  g_assert_cmpuint (count_codes (plain), ==, count_in_scope (sample, TRUE));
}

/* A framework of today whose criteria are in the words of the trade only. */
static void
test_no_plain_words (void)
{
  g_autoptr(CapFramework) framework = cap_framework_json_load_default ();
  CapDossier *dossier = sample_new_dossier_of_demo ();
  g_autoptr(Sample) sample = NULL;
  g_autoptr(GBytes) levels = NULL;
  g_autoptr(GError) error = NULL;
  CapReportInput input;

  for (guint i = 0; i < framework->criteria->len; i++)
    {
      CapCriterion *criterion = g_ptr_array_index (framework->criteria, i);

      g_clear_pointer (&criterion->plain_question, g_free);
      g_clear_pointer (&criterion->plain_answers, g_strfreev);
    }
  for (guint i = 0; i < dossier->evaluations->len; i++)
    cap_evaluation_set_framework (g_ptr_array_index (dossier->evaluations, i), framework);
  sample = sample_new (dossier);
  input = sample_get_input (sample);
  input.copies = 1;
  input.college = CAP_COLLEGE_PARCOURS;

  g_assert_null (cap_report_render (CAP_REPORT_QUESTIONNAIRE, &input, &error));
  g_assert_error (error, CAP_REPORT_ERROR, CAP_REPORT_ERROR_NOTHING);
  levels = render (sample, CAP_COLLEGE_BENEVOLES, 1);
  g_assert_nonnull (levels);
}

/* A name of many lines, and one that needs care. */
static void
test_names (void)
{
  g_autoptr(Sample) sample = sample_new_empty ("L'Érable <& Cie> de la très longue vallée et de ses "
                                               "environs, association intermédiaire d'insertion, ateliers et "
                                               "chantiers du grand bassin de la rivière");
  g_autoptr(Sample) other = sample_new_empty ("Les Érables");
  CapReportInput input = sample_get_input (other);
  g_autofree char *name = NULL;

  input.copies = 1;
  input.college = CAP_COLLEGE_PARCOURS;
  name = cap_report_kind_dup_file_name (CAP_REPORT_QUESTIONNAIRE, &input);
  g_assert_cmpstr (name, ==, "Les Érables – Questionnaire (Salarié·es en parcours) – 2026-11-20.pdf");
  for (guint i = 0; i < CAP_N_COLLEGES; i++)
    {
      g_autoptr(GBytes) pdf = render (sample, i, 1);

      test_pdf_check (pdf);
    }
}

int
main (int   argc,
      char *argv[])
{
  cap_locale_init ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report-college/levels", test_levels);
  g_test_add_func ("/report-college/plain", test_plain);
  g_test_add_func ("/report-college/large", test_large);
  g_test_add_func ("/report-college/qr", test_qr);
  g_test_add_func ("/report-college/sound", test_sound);
  g_test_add_func ("/report-college/archive", test_archive);
  g_test_add_func ("/report-college/outline", test_outline);
  g_test_add_func ("/report-college/express", test_express);
  g_test_add_func ("/report-college/no-plain-words", test_no_plain_words);
  g_test_add_func ("/report-college/names", test_names);

  return g_test_run ();
}
