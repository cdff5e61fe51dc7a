/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "base/cap-locale.h"
#include "quality/cap-review-rules.h"
#include "tests/model/memory-dossier.h"
#include "tests/report/pdf-tools.h"
#include "tests/report/sample.h"

#define TODAY "2026-11-20"

static const char long_text[] =
  "La direction décide de confier l'accueil à deux encadrants, de revoir le livret avec les personnes en "
  "parcours et de demander une formation ; le budget est voté : 4 800 euros sur l'année.";

static void
put_part (Sample     *sample,
          CapRecord  *part)
{
  g_autoptr(CapCommand) command = cap_command_new (CAP_GESTURE_RECORD, "");

  cap_command_put_record (command, part);
  memory_dossier_apply (sample->dossier, command);
  cap_record_free (part);
}

/* The demonstration as it was before its first review. */
static Sample *
new_sample (void)
{
  Sample *sample = sample_new_demo ();

  g_ptr_array_set_size (sample->dossier->registers[CAP_REGISTER_REVIEW_INPUT], 0);
  g_ptr_array_set_size (sample->dossier->registers[CAP_REGISTER_REVIEW_OUTPUT], 0);
  g_ptr_array_set_size (sample->dossier->registers[CAP_REGISTER_MANAGEMENT_REVIEW], 0);

  return sample;
}

/* A review of the demonstration, all but one of its inputs decided. */
static const CapRecord *
start (Sample *sample)
{
  g_autofree char *id = NULL;
  g_autoptr(CapCommand) command = cap_review_start (sample->dossier, TODAY, &id);
  const CapRecord *review;
  CapRecord *told;

  memory_dossier_apply (sample->dossier, command);
  review = cap_dossier_find_record (sample->dossier, CAP_REGISTER_MANAGEMENT_REVIEW, id);
  told = cap_record_copy (review);
  cap_record_set (told, CAP_MANAGEMENT_REVIEW_CHAIR, "Présidence de l'association");
  cap_record_set (told, CAP_MANAGEMENT_REVIEW_ATTENDANTS, "Direction\nRéférente qualité\nDeux encadrants");
  cap_record_set (told, CAP_MANAGEMENT_REVIEW_CONCLUSION, "Le système reste adapté.");
  put_part (sample, told);
  review = cap_dossier_find_record (sample->dossier, CAP_REGISTER_MANAGEMENT_REVIEW, id);
  for (CapReviewInput input = 0; input < CAP_INPUT_IMPROVEMENT; input++)
    {
      CapRecord *part = cap_review_dup_input (sample->dossier, review, input);

      cap_record_set (part, input == CAP_INPUT_AUDITS ? CAP_REVIEW_INPUT_IRRELEVANT
                                                      : CAP_REVIEW_INPUT_DECISION, long_text);
      put_part (sample, part);
    }

  return cap_dossier_find_record (sample->dossier, CAP_REGISTER_MANAGEMENT_REVIEW, id);
}

static void
add_output (Sample          *sample,
            const CapRecord *review,
            const char      *text)
{
  CapRecord *output = cap_record_new_part (CAP_REGISTER_REVIEW_OUTPUT, NULL, review->id);

  cap_record_set (output, CAP_REVIEW_OUTPUT_KIND, "resources");
  cap_record_set (output, CAP_REVIEW_OUTPUT_TEXT, text);
  cap_record_set (output, CAP_REVIEW_OUTPUT_OWNER, "Direction");
  cap_record_set (output, CAP_REVIEW_OUTPUT_DUE, "2027-03-01");
  cap_record_set (output, CAP_REVIEW_OUTPUT_ACTION, "12");
  put_part (sample, output);
}

static GBytes *
render (const Sample    *sample,
        const CapRecord *review)
{
  CapReportInput input = sample_get_input (sample);
  g_autoptr(GError) error = NULL;
  GBytes *pdf;

  input.record = review;
  pdf = cap_report_render (CAP_REPORT_MANAGEMENT_REVIEW, &input, &error);
  g_assert_no_error (error);
  if (g_getenv ("CAP_KEEP_PDF") != NULL)
    g_assert_true (g_file_set_contents (g_getenv ("CAP_KEEP_PDF"), g_bytes_get_data (pdf, NULL),
                                        (gssize) g_bytes_get_size (pdf), NULL));

  return pdf;
}

static void
assert_everything (const char *text)
{
  static const char * const parts[] = {
    "Revue de direction", "revue RD-01 du 20 novembre 2026", "du 20 novembre 2025 au 20 novembre 2026",
    "Présidence de l’association", "Référente qualité", "Recruter un second encadrant", "01/03/2027",
    "Le système reste adapté.", "Visas", "4 800 euros",
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    test_pdf_assert_has (text, parts[i]);
}

/* Each page of a draft says so, and what is not decided shows. */
static void
test_draft (void)
{
  g_autoptr(Sample) sample = new_sample ();
  const CapRecord *review = start (sample);
  g_autoptr(GBytes) pdf = NULL;
  g_autofree char *text = NULL;
  guint n_pages;

  add_output (sample, review, "Recruter un second encadrant");
  pdf = render (sample, review);
  text = test_pdf_get_text (pdf);
  n_pages = test_pdf_count (text, "\f");
  assert_everything (text);
  g_assert_cmpuint (test_pdf_count (text, "projet · page "), ==, n_pages);
  g_assert_cmpuint (test_pdf_count (text, "Document d’auto-évaluation, sans valeur de certification"), ==,
                    n_pages);
  test_pdf_assert_has (text, "13 entrées décidées sur 14");
  g_assert_cmpuint (test_pdf_count (text, "à décider"), ==, 1);
  test_pdf_check (pdf);
}

/* The same once it is finalised, with what was read then. */
static void
test_final (void)
{
  g_autoptr(Sample) sample = new_sample ();
  const CapRecord *review = start (sample);
  CapRecord *last = cap_review_dup_input (sample->dossier, review, CAP_INPUT_IMPROVEMENT);
  g_autoptr(CapCommand) command = NULL;
  g_autoptr(GBytes) pdf = NULL;
  g_autoptr(GBytes) again = NULL;
  g_autofree char *text = NULL;

  add_output (sample, review, "Recruter un second encadrant");
  cap_record_set (last, CAP_REVIEW_INPUT_DECISION, "Continuer");
  put_part (sample, last);
  command = cap_review_finalise (sample->dossier, review, TODAY);
  memory_dossier_apply (sample->dossier, command);
  review = cap_review_find_last (sample->dossier);

  pdf = render (sample, review);
  text = test_pdf_get_text (pdf);
  assert_everything (text);
  g_assert_null (strstr (text, "projet · "));
  g_assert_null (strstr (text, "à décider"));
  test_pdf_assert_has (text, "validée le 20 novembre 2026");

  g_ptr_array_set_size (sample->dossier->indicators, 0);
  g_ptr_array_set_size (sample->dossier->actions, 0);
  again = render (sample, review);
  g_assert_true (g_bytes_equal (pdf, again));
  test_pdf_check_archive (pdf);
}

/* Without a decision, a draft says that none is written yet; a final review asks for nothing else. */
static void
test_no_output (void)
{
  g_autoptr(Sample) sample = new_sample ();
  const CapRecord *review = start (sample);
  CapRecord *last = cap_review_dup_input (sample->dossier, review, CAP_INPUT_IMPROVEMENT);
  g_autoptr(CapCommand) command = NULL;
  g_autoptr(GBytes) draft = render (sample, review);
  g_autoptr(GBytes) final = NULL;
  g_autofree char *before = test_pdf_get_text (draft);
  g_autofree char *after = NULL;

  cap_record_set (last, CAP_REVIEW_INPUT_DECISION, "Continuer");
  put_part (sample, last);
  command = cap_review_finalise (sample->dossier, review, TODAY);
  memory_dossier_apply (sample->dossier, command);
  final = render (sample, cap_review_find_last (sample->dossier));
  after = test_pdf_get_text (final);

  test_pdf_assert_has (before, "Aucune décision n’est encore écrite.");
  g_assert_null (strstr (before, "ne demande rien d’autre"));
  test_pdf_assert_has (after, "La revue ne demande rien d’autre.");
}

static void
test_none (void)
{
  g_autoptr(Sample) sample = new_sample ();
  CapReportInput input = sample_get_input (sample);
  g_autoptr(GError) error = NULL;

  g_assert_null (cap_report_render (CAP_REPORT_MANAGEMENT_REVIEW, &input, &error));
  g_assert_error (error, CAP_REPORT_ERROR, CAP_REPORT_ERROR_NOTHING);
}

int
main (int   argc,
      char *argv[])
{
  cap_locale_init ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report-review/draft", test_draft);
  g_test_add_func ("/report-review/final", test_final);
  g_test_add_func ("/report-review/no-output", test_no_output);
  g_test_add_func ("/report-review/none", test_none);

  return g_test_run ();
}
