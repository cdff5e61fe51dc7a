/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdlib.h>
#include <string.h>

#include "base/cap-locale.h"
#include "exchange/cap-catalogue-json.h"
#include "report/cap-doc-odt.h"
#include "tests/report/pdf-tools.h"
#include "tests/report/sample.h"

/* In French, as pages say them. */
static const char * const titles[] = {
  "3. Présentation de la structure", "4. Périmètre et clauses non applicables",
  "5. Contexte, parties intéressées, risques et", "6. Politique, objectifs, processus et indicateurs",
  "7. Résultats CAP", "8. Matrice des exigences", "9. Engagements réciproques",
  "10. Audits internes et constats", "11. Revue de direction", "12. Plan de progrès",
  "13. Réclamations et satisfaction", "14. Bordereau des pièces et documents", "15. Visas",
};

static GBytes *
render (const Sample *sample,
        guint         parts)
{
  CapReportInput input = sample_get_input (sample);
  g_autoptr(CapCatalogue) catalogue = cap_catalogue_json_load_default ();
  g_autoptr(GError) error = NULL;
  GBytes *pdf;

  input.catalogue = catalogue;
  input.parts = parts;
  pdf = cap_report_render (CAP_REPORT_AUDIT_DOSSIER, &input, &error);
  g_assert_no_error (error);

  return pdf;
}

static GBytes *
render_odt (const Sample *sample,
            guint         parts)
{
  CapReportInput input = sample_get_input (sample);
  g_autoptr(CapCatalogue) catalogue = cap_catalogue_json_load_default ();
  g_autoptr(GError) error = NULL;
  GBytes *text;

  input.catalogue = catalogue;
  input.parts = parts;
  text = cap_report_render_odt (CAP_REPORT_AUDIT_DOSSIER, &input, &error);
  g_assert_no_error (error);

  return text;
}

static char *
render_text (const Sample *sample,
             guint         parts)
{
  g_autoptr(GBytes) pdf = render (sample, parts);

  return test_pdf_get_text (pdf);
}

static void
test_order (void)
{
  g_autoptr(Sample) sample = sample_new_demo ();
  g_autofree char *text = render_text (sample, 0);
  g_autofree char *last = NULL;
  guint n_pages = test_pdf_count (text, "\f");
  const char *p = strstr (text, "Ce qu’il veut dire"); /* below the contents, which name them all */

  g_assert_nonnull (p);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      const char *found = strstr (p, titles[i]);

      if (found == NULL)
        g_error ("“%s” is not where it should be", titles[i]);
      p = found;
    }
  g_assert_cmpuint (test_pdf_count (text, "Document d’auto-évaluation, sans valeur de certification"), ==,
                    n_pages);
  g_assert_cmpuint (test_pdf_count (text, "· Confidentiel"), ==, n_pages - 1);
  last = g_strdup_printf ("CEDRE-2027-081 – version 1 – page %u/%u", n_pages, n_pages);
  test_pdf_assert_has (text, last);
  g_assert_null (strstr (text, "\uFFFD"));
}

/* The contents say the page where a part starts. */
static void
test_contents (void)
{
  g_autoptr(Sample) sample = sample_new_demo ();
  g_autofree char *text = render_text (sample, 0);
  g_auto(GStrv) pages = g_strsplit (text, "\f", -1);
  gboolean compared = FALSE;

  for (guint i = 3; pages[i] != NULL; i++)
    if (strstr (pages[i], "\n7. Résultats CAP") != NULL)
      {
        g_auto(GStrv) lines = g_strsplit (pages[1], "\n", -1);

        for (guint j = 0; lines[j] != NULL; j++)
          if (strstr (lines[j], "7. Résultats CAP") != NULL)
            {
              const char *number = strrchr (g_strchomp (lines[j]), ' ');

              g_assert_nonnull (number);
              g_assert_cmpint (atoi (number), ==, (int) i + 1);
              compared = TRUE;
            }
      }
  g_assert_true (compared);
}

static void
test_sound (void)
{
  g_autoptr(Sample) sample = sample_new_demo ();
  g_autoptr(GBytes) pdf = render (sample, 0);

  test_pdf_check (pdf);
}

static void
test_archive (void)
{
  g_autoptr(Sample) sample = sample_new_demo ();
  g_autoptr(GBytes) pdf = render (sample, 0);

  test_pdf_check_archive (pdf);
}

static void
test_same_bytes (void)
{
  g_autoptr(Sample) one = sample_new_demo ();
  g_autoptr(Sample) other = sample_new_demo ();
  g_autoptr(GBytes) first = render (one, 0);
  g_autoptr(GBytes) second = render (other, 0);
  g_autoptr(GBytes) first_odt = render_odt (one, 0);
  g_autoptr(GBytes) second_odt = render_odt (other, 0);

  g_assert_true (g_bytes_equal (first, second));
  g_assert_true (g_bytes_equal (first_odt, second_odt));
}

static void
add_piece (CapDossier *dossier,
           guint       number)
{
  g_autofree char *id = g_strdup_printf ("piece-%u", number);
  g_autofree char *title = g_strdup_printf ("Pièce d’essai %u", number);
  CapEvidence *piece = cap_evidence_new (id, title, "Classeur qualité", "2026-10-01");

  piece->number = number;
  cap_evidence_add_file (piece, "0123456789abcdef0123456789abcdef" "fedcba9876543210fedcba9876543210", 1000,
                         "essai.pdf", "application/pdf", "2026-10-01");
  cap_evidence_add_link (piece, CAP_PLACE_REQUIREMENT, "4.1");
  g_ptr_array_add (dossier->evidence, piece);
}

/* Each mention of a piece but its own line is a link to that line. */
static void
test_links (void)
{
  CapDossier *dossier = sample_new_dossier_of_demo ();
  guint parts = 1u << CAP_DOSSIER_MATRIX | 1u << CAP_DOSSIER_EVIDENCE;
  g_autoptr(Sample) sample = NULL;
  g_autoptr(GBytes) pdf = NULL;
  g_autofree char *text = NULL;
  g_autofree char *path = NULL;
  g_autofree char *objects = NULL;

  add_piece (dossier, 901);
  sample = sample_new (dossier);
  pdf = render (sample, parts);
  text = test_pdf_get_text (pdf);
  path = test_pdf_store (pdf, "audit-links.pdf");
  objects = test_pdf_run ("qpdf", "--json", path, NULL);

  g_assert_cmpuint (test_pdf_count (text, "P-901"), ==, 2);
  g_assert_cmpuint (test_pdf_count (objects, "P-901\""), ==, 1);
  test_pdf_assert_has (text, "0123456789abcdef0123456789abcdef");
  test_pdf_assert_has (text, "fedcba9876543210fedcba9876543210");
  /* Where part 7 is left out, criteria are named and lead nowhere. */
  g_assert_cmpuint (test_pdf_count (objects, "\"u:A1.1\""), ==, 0);
}

/* How far a line of JSON is set in. */
static gsize
find_depth (const char *json,
            const char *title)
{
  g_autofree char *key = g_strdup_printf ("\"title\": \"%s", title);
  const char *found = strstr (json, key);
  const char *start = found;

  if (found == NULL)
    g_error ("“%s” is no bookmark", title);
  while (start > json && start[-1] != '\n')
    start--;

  return (gsize) (found - start);
}

/* Objectives are below their theme, themes below their part. */
static void
test_outline (void)
{
  g_autoptr(Sample) sample = sample_new_demo ();
  g_autoptr(GBytes) pdf = render (sample, 0);
  g_autofree char *path = test_pdf_store (pdf, "audit-outline.pdf");
  g_autofree char *json = test_pdf_run ("qpdf", "--json", "--json-key=outlines", path, NULL);

  g_assert_cmpuint (find_depth (json, "7. Résultats CAP"), <, find_depth (json, "A\u2002Identité"));
  g_assert_cmpuint (find_depth (json, "A\u2002Identité"), <, find_depth (json, "A1\u2002Tenir"));
  g_assert_cmpuint (find_depth (json, "8. Matrice"), ==, find_depth (json, "7. Résultats CAP"));
}

static void
test_taken_out (void)
{
  CapDossier *dossier = sample_new_dossier_of_demo ();
  g_autoptr(Sample) sample = NULL;
  g_autofree char *text = NULL;
  CapEvidence *piece;

  add_piece (dossier, 902);
  piece = g_ptr_array_index (dossier->evidence, dossier->evidence->len - 1);
  piece->removed = g_strdup ("2026-11-02");
  piece->reason = g_strdup ("Remplacée par le registre");
  sample = sample_new (dossier);
  text = render_text (sample, 1u << CAP_DOSSIER_EVIDENCE);

  test_pdf_assert_has (text, "Retirée le 02/11/2026");
}

/* A dossier that says nothing gives a document that says what is missing. */
static void
test_empty (void)
{
  static const char * const sentences[] = {
    "Pas encore d’audit à préparer dans ce dossier.", "Aucune version n’est enregistrée",
    "La structure n’a pas encore écrit sa présentation", "Le périmètre n’est pas encore écrit",
    "Toutes les clauses s’appliquent", "Aucun enjeu n’est enregistré",
    "Le changement climatique n’est pas encore examiné", "Aucune partie intéressée n’est enregistrée",
    "Aucun risque ni aucune opportunité", "La politique n’est pas encore écrite",
    "Aucun objectif n’est enregistré", "Aucun processus n’est décrit", "Aucun indicateur n’est suivi",
    "Aucune compétence n’est enregistrée", "Aucun prestataire n’est enregistré",
    "Aucun engagement réciproque n’est enregistré", "Aucun constat n’est enregistré",
    "Aucun audit n’est prévu",
    "Pas encore de revue de direction dans ce dossier", "Le plan ne contient pas encore d’action.",
    "Aucune réclamation n’est enregistrée", "Aucune enquête n’est enregistrée",
    "Pas encore de preuve dans ce dossier", "Aucun document n’est enregistré",
  };
  g_autoptr(Sample) sample = sample_new_empty ("Structure vide");
  g_autofree char *text = render_text (sample, 0);

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    test_pdf_assert_has (text, sentences[i]);
}

static void
test_choice (void)
{
  g_autoptr(Sample) sample = sample_new_demo ();
  g_autofree char *text = render_text (sample, 1u << CAP_DOSSIER_SCOPE | 1u << CAP_DOSSIER_VISAS);

  test_pdf_assert_has (text, "4. Périmètre et clauses non applicables");
  test_pdf_assert_has (text, "15. Visas");
  for (guint i = 2; i < G_N_ELEMENTS (titles) - 1; i++)
    g_assert_null (strstr (text, titles[i]));
}

static void
test_every_part_alone (void)
{
  g_autoptr(Sample) sample = sample_new_demo ();

  for (guint part = CAP_DOSSIER_COVER; part <= CAP_N_DOSSIER_PARTS; part++)
    {
      g_autoptr(GBytes) pdf = render (sample, 1u << part);
      g_autoptr(GBytes) odt = render_odt (sample, 1u << part);
      g_autoptr(GError) error = NULL;

      g_assert_cmpuint (g_bytes_get_size (pdf), >, 1000);
      g_assert_true (cap_doc_verify_odt (odt, &error));
      g_assert_no_error (error);
    }
}

/* Those that the document uses, and no other: “ANCV” is in the glossary only. */
static void
test_abbreviations (void)
{
  g_autoptr(Sample) sample = sample_new_demo ();
  g_autofree char *few = render_text (sample, 1u << CAP_DOSSIER_CONTENTS | 1u << CAP_DOSSIER_VISAS);
  g_autofree char *all = render_text (sample, 0);

  g_assert_null (strstr (few, "SHA-256"));
  g_assert_null (strstr (few, "ANCV"));
  g_assert_null (strstr (all, "ANCV"));
  test_pdf_assert_has (all, "l’empreinte d’un fichier");
  test_pdf_assert_has (all, "Association intermédiaire");
  /* The board’s minutes, not the grade of an auditor. */
  test_pdf_assert_has (all, "Procès-verbal");
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    guint       parts;
  } good[] = {
    { "1", 1u << 1 }, { "1,3,8", 1u << 1 | 1u << 3 | 1u << 8 }, { " 2 , 4-6 ", 1u << 2 | 7u << 4 },
    { "1-15", CAP_ALL_DOSSIER_PARTS }, { "15", 1u << 15 },
  };
  static const char * const bad[] = {
    "", "0", "16", "a", "1,", "3-1", "1-16", "-2", "1;2", "99999999999999999999",
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      guint parts = 0;

      g_assert_true (cap_dossier_parts_parse (good[i].text, &parts));
      g_assert_cmphex (parts, ==, good[i].parts);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (cap_dossier_parts_parse (bad[i], &(guint) { 0 }));
}

/* What LibreOffice makes of it, as text. */
static char *
convert (GBytes *odt)
{
  g_autofree char *path = test_pdf_store (odt, "dossier.fodt");
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *profile = g_strdup_printf ("-env:UserInstallation=file://%s/profile", folder);
  g_autofree char *pdf = g_build_filename (folder, "dossier.pdf", NULL);
  const char *arguments[] = {
    "soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, path, NULL,
  };
  g_autofree char *checked = test_pdf_run ("xmllint", "--noout", path, NULL);
  g_autofree char *removed = NULL;
  g_autoptr(GError) error = NULL;
  char *text;
  int status;

  g_spawn_sync (NULL, (char **) arguments, NULL,
                G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL,
                NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));
  text = test_pdf_run ("pdftotext", "-layout", pdf, "-", NULL);
  removed = test_pdf_run ("rm", "-rf", folder, NULL);

  return text;
}

static GHashTable *
list_words (const char *text)
{
  g_auto(GStrv) words = g_strsplit_set (text, " \n\f\t", -1);
  GHashTable *set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_utf8_strlen (words[i], -1) > 4 && !g_str_has_suffix (words[i], "-"))
      g_hash_table_add (set, g_strdup (words[i]));

  return set;
}

/* LibreOffice opens it, and it says what the PDF says: words that are cut at an end of line apart. */
static void
test_odt (void)
{
  g_autofree char *program = g_find_program_in_path ("soffice");
  g_autoptr(Sample) sample = sample_new_demo ();
  g_autoptr(GBytes) odt = render_odt (sample, 0);
  g_autofree char *expected = render_text (sample, 0);
  g_autofree char *text = NULL;
  g_autoptr(GHashTable) ours = list_words (expected);
  g_autoptr(GHashTable) theirs = NULL;
  GHashTableIter iter;
  gpointer word;
  guint n_missing = 0;

  if (program == NULL)
    {
      g_test_skip ("LibreOffice is not installed");
      return;
    }

  text = convert (odt);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    test_pdf_assert_has (text, titles[i]);
  theirs = list_words (text);
  g_hash_table_iter_init (&iter, ours);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    n_missing += !g_hash_table_contains (theirs, word);
  g_assert_cmpuint (g_hash_table_size (ours), >, 1000);
  g_assert_cmpuint (n_missing * 100, <, g_hash_table_size (ours) * 6);
}

int
main (int   argc,
      char *argv[])
{
  cap_locale_init ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/audit/order", test_order);
  g_test_add_func ("/report/audit/contents", test_contents);
  g_test_add_func ("/report/audit/sound", test_sound);
  g_test_add_func ("/report/audit/archive", test_archive);
  g_test_add_func ("/report/audit/same-bytes", test_same_bytes);
  g_test_add_func ("/report/audit/links", test_links);
  g_test_add_func ("/report/audit/outline", test_outline);
  g_test_add_func ("/report/audit/taken-out", test_taken_out);
  g_test_add_func ("/report/audit/empty", test_empty);
  g_test_add_func ("/report/audit/choice", test_choice);
  g_test_add_func ("/report/audit/alone", test_every_part_alone);
  g_test_add_func ("/report/audit/abbreviations", test_abbreviations);
  g_test_add_func ("/report/audit/parse", test_parse);
  g_test_add_func ("/report/audit/odt", test_odt);

  return g_test_run ();
}
