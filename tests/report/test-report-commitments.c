/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "base/cap-locale.h"
#include "tests/report/pdf-tools.h"
#include "tests/report/sample.h"

/* The document of the commitments, as another program reads it, in French. */

static const char * const types[] = {
  "validation", "decouverte", "coup-de-pouce", "soutien-actif", "mobilisation",
};

static CapRecord *
add_record (CapDossier      *dossier,
            CapRegisterKind  kind,
            const char      *parent)
{
  CapRecord *record = cap_record_new_part (kind, NULL, parent);

  g_ptr_array_add (dossier->registers[kind], record);

  return record;
}

static CapRecord *
add_commitment (CapDossier *dossier,
                const char *code,
                const char *type,
                const char *signed_on)
{
  CapRecord *commitment = add_record (dossier, CAP_REGISTER_COMMITMENT, NULL);

  cap_record_set (commitment, CAP_COMMITMENT_CODE, code);
  cap_record_set (commitment, CAP_COMMITMENT_TYPE, type);
  cap_record_set (commitment, CAP_COMMITMENT_SIGNED, signed_on);

  return commitment;
}

static void
add_listening (CapDossier *dossier)
{
  CapRecord *survey = add_record (dossier, CAP_REGISTER_SURVEY, NULL);
  CapRecord *question = add_record (dossier, CAP_REGISTER_SURVEY_QUESTION, survey->id);
  CapRecord *complaint = add_record (dossier, CAP_REGISTER_COMPLAINT, NULL);

  cap_record_set (survey, CAP_SURVEY_CODE, "S-01");
  cap_record_set (survey, CAP_SURVEY_TITLE, "Six mois après l'accueil");
  cap_record_set (survey, CAP_SURVEY_PUBLIC, "participants");
  cap_record_set (survey, CAP_SURVEY_DATE, "2026-06-01");
  cap_record_set_number (survey, CAP_SURVEY_SENT, 41);
  cap_record_set_number (survey, CAP_SURVEY_RETURNED, 18);
  cap_record_set (question, CAP_SURVEY_QUESTION_TEXT, "Vous sentez-vous écouté·e ?");
  cap_record_set_number (question, CAP_SURVEY_QUESTION_VERY, 10);
  cap_record_set_number (question, CAP_SURVEY_QUESTION_LITTLE, 8);
  cap_record_set (complaint, CAP_COMPLAINT_CODE, "RC-01");
  cap_record_set (complaint, CAP_COMPLAINT_SUBJECT, "Retard");
  cap_record_set (complaint, CAP_COMPLAINT_RECEIVED, "2026-03-01");
  cap_record_set (complaint, CAP_COMPLAINT_ANSWERED, "2026-03-18");
}

/* The distribution that was published in 2014, signed in 2026. */
static CapDossier *
new_published (void)
{
  static const guint counts[] = { 384, 248, 213, 184, 133 };
  CapDossier *dossier = sample_new_dossier_of_demo ();
  guint number = 0;

  for (CapRegisterKind kind = CAP_REGISTER_COMMITMENT; kind <= CAP_REGISTER_SURVEY_QUESTION; kind++)
    g_ptr_array_set_size (dossier->registers[kind], 0);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      for (guint j = 0; j < counts[i]; j++)
        {
          g_autofree char *code = g_strdup_printf ("2026-%04u", ++number);

          add_commitment (dossier, code, types[i], "2026-03-01");
        }
    }
  cap_record_set (g_ptr_array_index (dossier->registers[CAP_REGISTER_COMMITMENT], 13), CAP_COMMITMENT_REVIEW,
                  "2026-11-08");
  cap_record_set (g_ptr_array_index (dossier->registers[CAP_REGISTER_COMMITMENT], 14), CAP_COMMITMENT_REVIEW,
                  "2026-11-27");
  cap_record_set (g_ptr_array_index (dossier->registers[CAP_REGISTER_COMMITMENT], 15), CAP_COMMITMENT_CLOSED,
                  "2026-10-01");
  cap_record_set (g_ptr_array_index (dossier->registers[CAP_REGISTER_COMMITMENT], 15), CAP_COMMITMENT_OUTCOME,
                  "durable");
  add_listening (dossier);

  return dossier;
}

static char *
render (CapDossier *dossier)
{
  g_autoptr(Sample) sample = sample_new (dossier);
  g_autoptr(GBytes) pdf = sample_render (sample, CAP_REPORT_COMMITMENTS);

  test_pdf_check (pdf);

  return test_pdf_get_text (pdf);
}

static void
test_published (void)
{
  static const char * const parts[] = {
    "du 1er janvier 2026 au 31 décembre 2026, état au 20 novembre 2026. Par code",
    "33,0 %", "21,3 %", "18,3 %", "15,8 %", "11,4 %", "1162", "99,8 %",
    "Le total peut différer de 100 % en raison des arrondis.",
    "100,0 %", /* one of one lasting job */
    "En retard au jour de ce document : 1 bilan", "2026-0014", "12 jours",
    "À faire dans les 30 jours : 1 bilan", "2026-0015", "7 jours",
    "Six mois après l’accueil", "18 sur 41", "(43,9 %)", "10 sur 18", "3,11 sur 4", "pas encore",
    "Réponse après plus de 15 jours", "1 sur 1 (100,0 %)", "médiane 17 jours, moyenne 17 jours (sur 1)",
    "Document d’auto-évaluation, sans valeur de certification",
  };
  g_autofree char *text = render (new_published ());

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    test_pdf_assert_has (text, parts[i]);
}

/* Parts that make a hundred need no excuse; the codes of those that wait for nothing are not printed. */
static void
test_exact (void)
{
  CapDossier *dossier = new_published ();
  g_autofree char *text = NULL;

  g_ptr_array_set_size (dossier->registers[CAP_REGISTER_COMMITMENT], 0);
  add_commitment (dossier, "2026-501", "validation", "2026-03-01");
  add_commitment (dossier, "2026-502", "decouverte", NULL);
  add_commitment (dossier, "2026-503", "of-another-year", "2026-03-01");
  text = render (dossier);
  test_pdf_assert_has (text, "Non précisé");
  test_pdf_assert_has (text, "1 engagement n’a pas de date de signature");
  test_pdf_assert_has (text, "Aucun engagement n’a pris fin dans la période.");
  g_assert_null (strstr (text, "arrondis"));
  g_assert_null (strstr (text, "2026-501"));
}

static void
test_empty (void)
{
  g_autoptr(Sample) sample = sample_new_empty ("Les Érables");
  g_autoptr(GBytes) pdf = sample_render (sample, CAP_REPORT_COMMITMENTS);
  g_autofree char *text = test_pdf_get_text (pdf);

  test_pdf_check (pdf);
  test_pdf_assert_has (text, "Le registre ne contient pas encore d’engagement.");
  test_pdf_assert_has (text, "Aucune réclamation n’a été reçue dans la période.");
}

/* A period of one’s own; more late ones than a list holds are counted. */
static void
test_period (void)
{
  CapDossier *dossier = new_published ();
  g_autoptr(Sample) sample = NULL;
  g_autoptr(GBytes) pdf = NULL;
  g_autofree char *text = NULL;
  CapReportInput input;

  for (guint i = 0; i < 62; i++)
    cap_record_set (g_ptr_array_index (dossier->registers[CAP_REGISTER_COMMITMENT], i), CAP_COMMITMENT_REVIEW,
                    "2026-11-08");
  sample = sample_new (dossier);
  input = sample_get_input (sample);
  input.from = "2025-01-01";
  input.to = "2025-06-30";
  pdf = cap_report_render (CAP_REPORT_COMMITMENTS, &input, NULL);
  text = test_pdf_get_text (pdf);
  test_pdf_assert_has (text, "du 1er janvier 2025 au 30 juin 2025");
  test_pdf_assert_has (text, "Aucun engagement n’a été signé dans la période.");
  test_pdf_assert_has (text, "et 1 autre, dans le registre");
}

static void
test_archive (void)
{
  g_autoptr(Sample) sample = sample_new (new_published ());
  g_autoptr(GBytes) first = sample_render (sample, CAP_REPORT_COMMITMENTS);
  g_autoptr(GBytes) second = sample_render (sample, CAP_REPORT_COMMITMENTS);

  g_assert_true (g_bytes_equal (first, second));
  test_pdf_check_archive (first);
}

int
main (int   argc,
      char *argv[])
{
  cap_locale_init ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/commitments/published", test_published);
  g_test_add_func ("/report/commitments/exact", test_exact);
  g_test_add_func ("/report/commitments/empty", test_empty);
  g_test_add_func ("/report/commitments/period", test_period);
  g_test_add_func ("/report/commitments/archive", test_archive);

  return g_test_run ();
}
