/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "base/cap-locale.h"
#include "exchange/cap-framework-json.h"
#include "tests/report/pdf-tools.h"
#include "tests/report/sample.h"

static const CapReportKind all_kinds[] = {
  CAP_REPORT_QUESTIONNAIRE, CAP_REPORT_PHOTOGRAPH, CAP_REPORT_PLAN,
};

/* With CAP_KEEP_PDF=FOLDER, the documents stay there to be looked at. */
static void
keep (GBytes       *pdf,
      CapReportKind kind)
{
  g_autofree char *path = NULL;

  if (g_getenv ("CAP_KEEP_PDF") == NULL)
    return;

  path = g_strdup_printf ("%s/%s.pdf", g_getenv ("CAP_KEEP_PDF"), cap_report_kind_to_name (kind));
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf),
                                      NULL));
}

static char *
render_text (const Sample *sample,
             CapReportKind kind)
{
  g_autoptr(GBytes) pdf = sample_render (sample, kind);

  return test_pdf_get_text (pdf);
}

static void
test_names (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (all_kinds); i++)
    {
      CapReportKind kind = CAP_N_REPORT_KINDS;

      g_assert_true (cap_report_kind_from_name (cap_report_kind_to_name (all_kinds[i]), &kind));
      g_assert_cmpint (kind, ==, all_kinds[i]);
    }
  g_assert_false (cap_report_kind_from_name ("diploma", &(CapReportKind) { 0 }));
}

static void
test_file_name (void)
{
  g_autoptr(Sample) sample = sample_new_empty ("A/B: « C »?");
  CapReportInput input = sample_get_input (sample);
  g_autofree char *name = cap_report_kind_dup_file_name (CAP_REPORT_PLAN, &input);

  g_assert_cmpstr (name, ==, "A-B- « C »- – Plan de progrès – 2026-11-20.pdf");
}

static void
test_sound (void)
{
  g_autoptr(Sample) sample = sample_new_demo ();

  for (guint i = 0; i < G_N_ELEMENTS (all_kinds); i++)
    {
      g_autoptr(GBytes) pdf = sample_render (sample, all_kinds[i]);

      keep (pdf, all_kinds[i]);
      test_pdf_check (pdf);
    }
}

static void
test_archive (gconstpointer data)
{
  g_autoptr(Sample) sample = sample_new_demo ();
  g_autoptr(GBytes) pdf = sample_render (sample, GPOINTER_TO_UINT (data));

  test_pdf_check_archive (pdf);
}

static void
test_same_bytes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (all_kinds); i++)
    {
      g_autoptr(Sample) first = sample_new_demo ();
      g_autoptr(Sample) second = sample_new_demo ();
      g_autoptr(GBytes) first_pdf = sample_render (first, all_kinds[i]);
      g_autoptr(GBytes) second_pdf = sample_render (second, all_kinds[i]);

      g_assert_true (g_bytes_equal (first_pdf, second_pdf));
    }
}

/* Every page says what it is not, and which one it is. */
static void
test_every_page (void)
{
  g_autoptr(Sample) sample = sample_new_demo ();

  for (guint i = 0; i < G_N_ELEMENTS (all_kinds); i++)
    {
      g_autofree char *text = render_text (sample, all_kinds[i]);
      guint n_pages = test_pdf_count (text, "\f");
      g_autofree char *last = g_strdup_printf ("page %u/%u", n_pages, n_pages);

      g_assert_cmpuint (n_pages, >, 2);
      g_assert_cmpuint (test_pdf_count (text, "Document d’auto-évaluation, sans valeur de certification"), ==,
                        n_pages);
      test_pdf_assert_has (text, last);
      g_assert_null (strstr (text, "\uFFFD"));
    }
}

/* Only what the profile and the mode leave in scope; no « non concerné » on a core criterion. */
static void
test_questionnaire (void)
{
  g_autoptr(Sample) sample = sample_new_demo ();
  g_autofree char *text = render_text (sample, CAP_REPORT_QUESTIONNAIRE);
  guint n_core = 0;
  guint n_shown = 0;

  for (guint i = 0; i < sample->photograph->framework->criteria->len; i++)
    {
      const CapCriterion *criterion = g_ptr_array_index (sample->photograph->framework->criteria, i);
      const CapCriterionResult *result = cap_photograph_find_criterion (sample->photograph, criterion->code);
      g_autofree char *code = g_strdup_printf ("%s ", criterion->code);

      if (result->state == CAP_CRITERION_OUT_OF_SCOPE)
        {
          g_assert_null (strstr (text, code));
          continue;
        }
      test_pdf_assert_has (text, code);
      n_shown++;
      n_core += result->core;
    }

  g_assert_cmpuint (n_shown, >, 80);
  g_assert_cmpuint (test_pdf_count (text, "Commentaire, preuve"), ==, n_shown);
  g_assert_cmpuint (test_pdf_count (text, " SOCLE\n"), ==, n_core);
  g_assert_cmpuint (test_pdf_count (text, "Non concerné\n"), ==, n_shown - n_core);
  test_pdf_assert_has (text, "Date de la réunion");
}

static void
test_photograph (void)
{
  g_autoptr(Sample) sample = sample_new_demo ();
  g_autofree char *text = render_text (sample, CAP_REPORT_PHOTOGRAPH);
  const CapPhotograph *photograph = sample->photograph;
  g_autofree char *overall = g_strdup_printf ("%d %%", photograph->score.percent);

  test_pdf_assert_has (text, "Les Ateliers du Cèdre");
  test_pdf_assert_has (text, overall);
  test_pdf_assert_has (text, "91 critères sur 91");
  test_pdf_assert_has (text, "points depuis le 14 novembre 2024");
  test_pdf_assert_has (text, "OBJECTIF LE PLUS FAIBLE");
  test_pdf_assert_has (text, photograph->weakest_objective->objective->label);
  for (guint i = 0; i < photograph->core_below->len; i++)
    {
      const CapCriterionResult *result = g_ptr_array_index (photograph->core_below, i);

      test_pdf_assert_has (text, result->criterion->label);
    }
}

/* By CSESS theme and by subject of ISO 26000, with what these figures are not. */
static void
test_readings (void)
{
  g_autoptr(Sample) sample = sample_new_demo ();
  g_autofree char *text = render_text (sample, CAP_REPORT_PHOTOGRAPH);
  const char *csess = strstr (text, "\nLecture CSESS\n");
  const char *iso = strstr (text, "\nLecture ISO 26000\n");

  g_assert_nonnull (csess);
  g_assert_nonnull (iso);
  g_assert_true (csess < iso);
  test_pdf_assert_has (csess, "celle des auteurs du référentiel");
  test_pdf_assert_has (csess, "Gouvernance démocratique");
  test_pdf_assert_has (csess, "Éthique et déontologie");
  test_pdf_assert_has (iso, "elle n’est pas certifiable");
  test_pdf_assert_has (iso, "Communautés et développement");
  g_assert_cmpuint (test_pdf_count (csess, "Point"), ==, 2 * 15);
}

/* Nothing is hidden when nothing is answered. */
static void
test_empty_readings (void)
{
  g_autoptr(Sample) sample = sample_new_empty ("Les Érables");
  g_autofree char *text = render_text (sample, CAP_REPORT_PHOTOGRAPH);

  g_assert_cmpuint (test_pdf_count (text, "Pas encore de score."), ==, 15);
}

static void
test_plan (void)
{
  g_autoptr(Sample) sample = sample_new_demo ();
  g_autofree char *text = render_text (sample, CAP_REPORT_PLAN);

  for (guint i = 0; i < sample->dossier->actions->len; i++)
    {
      const CapAction *action = g_ptr_array_index (sample->dossier->actions, i);
      g_auto(GStrv) words = g_strsplit (action->title, " ", 3);

      test_pdf_assert_has (text, words[0]);
    }
  test_pdf_assert_has (text, "en retard ▲");
  test_pdf_assert_has (text, "Propositions pas encore retenues");
  test_pdf_assert_has (text, "Services à solliciter");
}

static void
test_outline (void)
{
  g_autoptr(Sample) sample = sample_new_demo ();
  g_autoptr(GBytes) pdf = sample_render (sample, CAP_REPORT_PHOTOGRAPH);
  g_autofree char *path = test_pdf_store (pdf, "outline.pdf");
  g_autofree char *json = test_pdf_run ("qpdf", "--json", "--json-key=outlines", path, NULL);

  test_pdf_assert_has (json, "\"title\": \"Les objectifs, du plus faible au plus fort\"");
  test_pdf_assert_has (json, "\"title\": \"Amélioration continue\"");
  test_pdf_assert_has (json, "\"title\": \"D4\u2002Auditer et revoir\"");
}

/* Nothing answered, nothing planned, nothing known but a name that needs care. */
static void
test_empty_dossier (void)
{
  g_autoptr(Sample) sample = sample_new_empty ("L'Érable <& Cie> — 100% \u0416 漢字 \xF0\x9F\x8C\xB2");

  for (guint i = 0; i < G_N_ELEMENTS (all_kinds); i++)
    {
      g_autoptr(GBytes) pdf = sample_render (sample, all_kinds[i]);
      g_autofree char *text = test_pdf_get_text (pdf);

      test_pdf_check (pdf);
      test_pdf_assert_has (text, "L’Érable <& Cie> — 100% Ж 漢字 🌲");
    }
}

static void
test_empty_photograph (void)
{
  g_autoptr(Sample) sample = sample_new_empty ("Neuve");
  g_autofree char *photograph = render_text (sample, CAP_REPORT_PHOTOGRAPH);
  g_autofree char *plan = render_text (sample, CAP_REPORT_PLAN);
  g_autofree char *coverage = g_strdup_printf ("provisoire, 0 critère sur %u",
                                               sample->photograph->score.coverage.applicable);

  test_pdf_assert_has (photograph, coverage);
  test_pdf_assert_has (photograph, "Aucun parmi les critères socles déjà renseignés.");
  test_pdf_assert_has (plan, "Le plan ne contient pas encore d’action. Il part de l’évaluation");
}

/* The beginning of what an entry says, which holds on one line and is that of no other. */
static char *
dup_beginning (const CapGlossaryEntry *entry)
{
  return g_utf8_substring (entry->text, 0, MIN (g_utf8_strlen (entry->text, -1), 16));
}

/* What the questionnaire prints of its framework, but for the names of the agreements. */
static GPtrArray *
list_printed (const Sample *sample)
{
  const CapFramework *framework = sample->photograph->framework;
  GPtrArray *texts = g_ptr_array_new ();

  for (guint i = 0; i < framework->levels->len; i++)
    g_ptr_array_add (texts, ((const CapLevel *) g_ptr_array_index (framework->levels, i))->evidence);
  for (guint i = 0; i < framework->criteria->len; i++)
    {
      const CapCriterion *criterion = g_ptr_array_index (framework->criteria, i);

      if (cap_photograph_find_criterion (sample->photograph, criterion->code)->state
          == CAP_CRITERION_OUT_OF_SCOPE)
        continue;

      g_ptr_array_add (texts, criterion->label);
      g_ptr_array_add (texts, criterion->question);
      g_ptr_array_add (texts, criterion->objective->label);
      g_ptr_array_add (texts, criterion->objective->theme->label);
      g_ptr_array_add (texts, criterion->objective->theme->summary);
    }
  for (guint i = 0; sample->dossier->member->kinds[i] != NULL; i++)
    g_ptr_array_add (texts, sample->dossier->member->kinds[i]);

  return texts;
}

/* All the words that are printed, and no other. */
static void
test_glossary (void)
{
  g_autoptr(Sample) sample = sample_new_demo ();
  g_autofree char *text = render_text (sample, CAP_REPORT_QUESTIONNAIRE);
  const char *section = strstr (text, "Mots et abréviations");
  const CapGlossary *glossary = cap_framework_get_glossary (sample->photograph->framework);
  const GPtrArray *entries = cap_glossary_get_entries (glossary);
  g_autoptr(GPtrArray) texts = list_printed (sample);
  g_autoptr(GPtrArray) used = cap_glossary_list_used (glossary, (const char * const *) texts->pdata,
                                                      texts->len);

  g_assert_nonnull (section);
  g_assert_cmpuint (used->len, >, 20);
  g_assert_cmpuint (used->len, <, entries->len);
  for (guint i = 0; i < entries->len; i++)
    {
      const CapGlossaryEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *beginning = dup_beginning (entry);

      g_test_message ("%s", entry->term);
      if (g_ptr_array_find (used, entry, NULL))
        test_pdf_assert_has (section, beginning);
      else
        g_assert_null (strstr (section, beginning));
    }
}

static void
test_glossary_of_each (void)
{
  g_autoptr(Sample) sample = sample_new_demo ();

  for (guint i = 0; i < G_N_ELEMENTS (all_kinds); i++)
    {
      g_autoptr(GBytes) pdf = sample_render (sample, all_kinds[i]);
      g_autofree char *path = test_pdf_store (pdf, "glossary.pdf");
      g_autofree char *json = test_pdf_run ("qpdf", "--json", "--json-key=outlines", path, NULL);
      g_autofree char *text = test_pdf_get_text (pdf);

      test_pdf_assert_has (json, "\"title\": \"Mots et abréviations\"");
      test_pdf_assert_has (strstr (text, "Mots et abréviations"), "Association intermédiaire");
    }
}

/* A framework may explain no word: it does not know the key that its words are under. */
static CapFramework *
make_framework_without_glossary (void)
{
  g_autoptr(CapFramework) framework = cap_framework_json_load_default ();
  g_autoptr(GString) source = g_string_new_len (g_bytes_get_data (framework->source, NULL),
                                                (gssize) g_bytes_get_size (framework->source));
  g_autoptr(GBytes) without = NULL;
  g_autoptr(GError) error = NULL;
  CapFramework *read;

  g_assert_cmpuint (g_string_replace (source, "\"glossary\":", "\"words\":", 0), ==, 1);
  without = g_bytes_new (source->str, source->len);
  read = cap_framework_json_read (without, &error);
  g_assert_no_error (error);

  return read;
}

static void
test_no_glossary (void)
{
  g_autoptr(CapFramework) framework = make_framework_without_glossary ();
  CapDossier *dossier = sample_new_dossier_of_demo ();
  g_autoptr(Sample) sample = NULL;

  for (guint i = 0; i < dossier->evaluations->len; i++)
    cap_evaluation_set_framework (g_ptr_array_index (dossier->evaluations, i), framework);
  sample = sample_new (dossier);

  for (guint i = 0; i < G_N_ELEMENTS (all_kinds); i++)
    {
      g_autofree char *text = render_text (sample, all_kinds[i]);

      g_assert_null (strstr (text, "Mots et abréviations"));
    }
}

static CapDossier *
make_large_dossier (guint n_actions)
{
  CapDossier *dossier = sample_new_dossier_of_demo ();

  g_ptr_array_set_size (dossier->actions, 0);
  for (guint i = 1; i <= n_actions; i++)
    {
      g_autofree char *title = g_strdup_printf ("Action numéro %u du plan de progrès de la structure", i);
      CapAction *action = cap_action_new (NULL, title);

      action->number = i;
      action->owner = g_strdup ("Référente ou référent qualité");
      action->due = g_strdup ("2027-03-31");
      g_ptr_array_add (dossier->actions, action);
    }

  return dossier;
}

static void
test_long_plan (void)
{
  g_autoptr(Sample) sample = sample_new (make_large_dossier (300));
  g_autoptr(GBytes) pdf = sample_render (sample, CAP_REPORT_PLAN);
  g_autofree char *text = test_pdf_get_text (pdf);

  test_pdf_check (pdf);
  g_assert_cmpuint (test_pdf_count (text, "Action numéro"), ==, 2 * 300); /* in the list, and its sheet */
  g_assert_cmpuint (test_pdf_count (text, "Pilote"), >=, 300 + 10);
}

/* More rows than PDF/A-1 lets an array hold. */
static void
test_enormous_plan (void)
{
  g_autoptr(Sample) sample = sample_new (make_large_dossier (8300));
  g_autoptr(GBytes) pdf = sample_render (sample, CAP_REPORT_PLAN);

  test_pdf_check_archive (pdf);
}

/* A comment of several pages, and a word that no line holds. */
static void
test_endless_comment (void)
{
  CapDossier *dossier = sample_new_dossier_of_demo ();
  CapEvaluation *evaluation = (CapEvaluation *) cap_dossier_get_current (dossier);
  CapAnswer *answer = cap_evaluation_dup_answer (evaluation, "A1.1");
  g_autoptr(GString) comment = g_string_new (NULL);
  g_autoptr(Sample) sample = NULL;
  g_autoptr(GBytes) pdf = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < 2000; i++)
    g_string_append (comment, "remarque ");
  for (guint i = 0; i < 500; i++)
    g_string_append_c (comment, 'x');
  cap_answer_set_comment (answer, comment->str);
  cap_evaluation_take_answer (evaluation, answer);
  sample = sample_new (dossier);
  pdf = sample_render (sample, CAP_REPORT_PHOTOGRAPH);
  text = test_pdf_get_text (pdf);

  test_pdf_check (pdf);
  g_assert_cmpuint (test_pdf_count (text, "remarque"), >=, 2000);
}

int
main (int   argc,
      char *argv[])
{
  cap_locale_init ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/names", test_names);
  g_test_add_func ("/report/file-name", test_file_name);
  g_test_add_func ("/report/sound", test_sound);
  g_test_add_data_func ("/report/archive/questionnaire", GUINT_TO_POINTER (CAP_REPORT_QUESTIONNAIRE),
                        test_archive);
  g_test_add_data_func ("/report/archive/photograph", GUINT_TO_POINTER (CAP_REPORT_PHOTOGRAPH), test_archive);
  g_test_add_data_func ("/report/archive/plan", GUINT_TO_POINTER (CAP_REPORT_PLAN), test_archive);
  g_test_add_func ("/report/same-bytes", test_same_bytes);
  g_test_add_func ("/report/every-page", test_every_page);
  g_test_add_func ("/report/questionnaire", test_questionnaire);
  g_test_add_func ("/report/photograph", test_photograph);
  g_test_add_func ("/report/readings", test_readings);
  g_test_add_func ("/report/empty-readings", test_empty_readings);
  g_test_add_func ("/report/plan", test_plan);
  g_test_add_func ("/report/outline", test_outline);
  g_test_add_func ("/report/empty-dossier", test_empty_dossier);
  g_test_add_func ("/report/empty-photograph", test_empty_photograph);
  g_test_add_func ("/report/glossary", test_glossary);
  g_test_add_func ("/report/glossary-of-each", test_glossary_of_each);
  g_test_add_func ("/report/no-glossary", test_no_glossary);
  g_test_add_func ("/report/long-plan", test_long_plan);
  if (g_test_slow ())
    g_test_add_func ("/report/enormous-plan", test_enormous_plan);
  g_test_add_func ("/report/endless-comment", test_endless_comment);

  return g_test_run ();
}
