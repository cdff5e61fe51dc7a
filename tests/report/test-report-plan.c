/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "base/cap-locale.h"
#include "tests/report/pdf-tools.h"
#include "tests/report/sample.h"

/* With CAP_KEEP_PDF=FOLDER, the documents stay there to be looked at. */
static void
keep (GBytes     *pdf,
      const char *name)
{
  g_autofree char *path = NULL;

  if (g_getenv ("CAP_KEEP_PDF") == NULL)
    return;

  path = g_strdup_printf ("%s/%s.pdf", g_getenv ("CAP_KEEP_PDF"), name);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf),
                                      NULL));
}

static char *
render_text (guint          n_actions,
             CapReportLayout  layout,
             const char    *name)
{
  g_autoptr(Sample) sample = sample_new (sample_new_dossier_of_plan (n_actions));
  g_autoptr(GBytes) pdf = sample_render_plan (sample, layout);

  keep (pdf, name);
  test_pdf_check (pdf);

  return test_pdf_get_text (pdf);
}

static void
test_layouts (void)
{
  for (guint i = 0; i < CAP_N_REPORT_LAYOUTS; i++)
    {
      CapReportLayout layout = CAP_N_REPORT_LAYOUTS;

      g_assert_true (cap_report_layout_from_name (cap_report_layout_to_name (i), &layout));
      g_assert_cmpint (layout, ==, i);
      g_assert_true (cap_report_layout_get_label (i)[0] != '\0');
    }
  g_assert_false (cap_report_layout_from_name ("poster", &(CapReportLayout) { 0 }));
}

/* The figures of the summary, with how they are counted. */
static void
test_summary (void)
{
  g_autofree char *text = render_text (24, CAP_LAYOUT_SHEETS, "plan-24");

  test_pdf_assert_has (text, "En une page");
  test_pdf_assert_has (text, "réalisées à temps (");
  test_pdf_assert_has (text, "Clôtures par trimestre");
  test_pdf_assert_has (text, "Les mois à venir");
  test_pdf_assert_has (text, "Charge par pilote");
  test_pdf_assert_has (text, "Sans pilote");
  test_pdf_assert_has (text, "Comment ces chiffres sont comptés");
  test_pdf_assert_has (text, "Parmi les actions réalisées qui avaient une échéance");
}

/* All that the plan knows of an action is on its sheet. */
static void
test_sheet (void)
{
  g_autofree char *text = render_text (12, CAP_LAYOUT_SHEETS, "plan-12");
  const char *sheets = strstr (text, "Les fiches d’action");

  g_assert_nonnull (sheets);
  test_pdf_assert_has (sheets, "Bureau du conseil, Gestion et paie");
  test_pdf_assert_has (sheets, "2,5 jours");
  test_pdf_assert_has (sheets, "1 200 €");
  test_pdf_assert_has (sheets, "Reprendre la procédure d’accueil");
  test_pdf_assert_has (sheets, "Chaque personne sait à qui s’adresser");
  test_pdf_assert_has (sheets, "Constat EC-2026-03");
  test_pdf_assert_has (sheets, "☑ Étape 1 : réunir l’équipe");
  test_pdf_assert_has (sheets, "☐ Étape 3 : réunir l’équipe");
  test_pdf_assert_has (sheets, "15/03/2026 – Point d’étape 1");
  test_pdf_assert_has (sheets, "I-01 – Sorties dynamiques");
  test_pdf_assert_has (sheets, "31/10/2026 : 61");
  test_pdf_assert_has (sheets, "Efficace, le 02/11/2026, par Référence qualité");
  test_pdf_assert_has (sheets, "Le financement n’a pas été obtenu");
  test_pdf_assert_has (sheets, "Signature");
  test_pdf_assert_has (sheets, "3 – Action numéro 3");
}

/* The rows of the list lead to the sheets, and so do the bookmarks. */
static void
test_links (void)
{
  g_autoptr(Sample) sample = sample_new (sample_new_dossier_of_plan (12));
  g_autoptr(GBytes) pdf = sample_render_plan (sample, CAP_LAYOUT_SHEETS);
  g_autofree char *path = test_pdf_store (pdf, "plan-links.pdf");
  g_autofree char *json = test_pdf_run ("qpdf", "--json", "--json-key=outlines", path, NULL);
  g_autofree char *objects = test_pdf_run ("qpdf", "--json", "--json-key=qpdf", path, NULL);
  guint n_links = 12 + 3; /* each row, and those that wait for another */

  test_pdf_assert_has (json, "\"title\": \"7\u2002Action numéro 7 du plan de progrès de la structure\"");
  g_assert_cmpuint (test_pdf_count (objects, "\"/Subtype\": \"/Link\""), ==, n_links);
}

static gboolean
has_page_of (const char *text,
             const char *first,
             const char *second)
{
  g_auto(GStrv) pages = g_strsplit (text, "\f", -1);

  for (guint i = 0; pages[i] != NULL; i++)
    if (strstr (pages[i], first) != NULL && strstr (pages[i], second) != NULL)
      return TRUE;

  return FALSE;
}

/* Short sheets share a page; one that does not fit below goes to the next, whole. */
static void
test_sheets_share (void)
{
  CapDossier *dossier = sample_new_dossier_of_plan (3);
  CapAction *second = g_ptr_array_index (dossier->actions, 1);
  CapAction *third = g_ptr_array_index (dossier->actions, 2);
  g_autoptr(Sample) sample = NULL;
  g_autoptr(GBytes) pdf = NULL;
  g_autofree char *text = NULL;
  const char *sheets;

  g_ptr_array_set_size (second->notes, 0);
  g_clear_pointer (&second->indicator, g_free);
  for (guint i = 0; i < 20; i++)
    g_ptr_array_add (third->steps, cap_action_step_new (NULL, "Encore une étape", FALSE));
  sample = sample_new (dossier);
  pdf = sample_render_plan (sample, CAP_LAYOUT_SHEETS);
  text = test_pdf_get_text (pdf);
  sheets = strstr (text, "Les fiches d’action");

  g_assert_true (has_page_of (sheets, "Action numéro 1 du plan", "Action numéro 2 du plan"));
  g_assert_false (has_page_of (sheets, "Action numéro 2 du plan", "Action numéro 3 du plan"));
  g_assert_true (has_page_of (sheets, "Action numéro 3 du plan", "Tableau de bord du troisième trimestre"));
}

/* One that no page holds goes on over several, and loses nothing. */
static void
test_endless_sheet (void)
{
  CapDossier *dossier = sample_new_dossier_of_plan (3);
  CapAction *action = g_ptr_array_index (dossier->actions, 1);
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(Sample) sample = NULL;
  g_autoptr(GBytes) pdf = NULL;
  g_autofree char *found = NULL;

  for (guint i = 0; i < 2000; i++)
    g_string_append (text, "remarque ");
  for (guint i = 0; i < 400; i++)
    g_string_append_c (text, 'x');
  g_free (action->description);
  action->description = g_strdup (text->str);
  for (guint i = 0; i < 90; i++)
    g_ptr_array_add (action->notes, cap_action_note_new (NULL, "2026-10-01",
                                                         "Encore une annotation du journal"));

  sample = sample_new (dossier);
  pdf = sample_render_plan (sample, CAP_LAYOUT_SHEETS);
  keep (pdf, "plan-endless");
  test_pdf_check (pdf);
  found = test_pdf_get_text (pdf);
  g_assert_cmpuint (test_pdf_count (found, "remarque"), ==, 2000);
  g_assert_cmpuint (test_pdf_count (found, "Encore une annotation"), ==, 90);
}

static void
test_table (void)
{
  g_autofree char *text = render_text (24, CAP_LAYOUT_TABLE, "table-24");
  guint n_pages = test_pdf_count (text, "\f");
  g_autofree char *last = g_strdup_printf ("page %u/%u", n_pages, n_pages);

  for (guint i = 1; i <= 24; i++)
    {
      g_autofree char *title = g_strdup_printf ("Action numéro %u", i);

      test_pdf_assert_has (text, title);
    }
  test_pdf_assert_has (text, last);
  test_pdf_assert_has (text, "Les Ateliers du Cèdre, le 20 novembre 2026");
  test_pdf_assert_has (text, "en retard ▲");
  g_assert_null (strstr (text, "Les fiches d’action"));
  g_assert_cmpuint (test_pdf_count (text, "Pilote"), ==, n_pages);
}

static void
test_table_lies (void)
{
  g_autoptr(Sample) sample = sample_new (sample_new_dossier_of_plan (5));
  g_autoptr(GBytes) pdf = sample_render_plan (sample, CAP_LAYOUT_TABLE);
  g_autofree char *path = test_pdf_store (pdf, "plan-table.pdf");
  g_autofree char *info = test_pdf_run ("pdfinfo", path, NULL);

  test_pdf_assert_has (info, "841.89 x 595.276");
}

static void
test_sizes (void)
{
  static const guint sizes[] = { 0, 1, 300 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint layout = 0; layout < CAP_N_REPORT_LAYOUTS; layout++)
      {
        g_autofree char *name = g_strdup_printf ("plan-%u-%s", sizes[i], cap_report_layout_to_name (layout));
        g_autofree char *text = render_text (sizes[i], layout, name);

        g_assert_cmpuint (test_pdf_count (text, "Action numéro"), >=, sizes[i]);
        if (sizes[i] == 0)
          test_pdf_assert_has (text, "Le plan ne contient pas encore d’action");
      }
}

static void
test_archive (gconstpointer data)
{
  g_autoptr(Sample) sample = sample_new (sample_new_dossier_of_plan (30));
  g_autoptr(GBytes) pdf = sample_render_plan (sample, GPOINTER_TO_UINT (data));

  test_pdf_check_archive (pdf);
}

static void
test_same_bytes (void)
{
  for (guint layout = 0; layout < CAP_N_REPORT_LAYOUTS; layout++)
    {
      g_autoptr(Sample) first = sample_new (sample_new_dossier_of_plan (20));
      g_autoptr(Sample) second = sample_new (sample_new_dossier_of_plan (20));
      g_autoptr(GBytes) first_pdf = sample_render_plan (first, layout);
      g_autoptr(GBytes) second_pdf = sample_render_plan (second, layout);

      g_assert_true (g_bytes_equal (first_pdf, second_pdf));
    }
}

static char *
render_week (guint       n_actions,
             const char *name)
{
  g_autoptr(Sample) sample = sample_new (sample_new_dossier_of_plan (n_actions));
  g_autoptr(GBytes) pdf = sample_render (sample, CAP_REPORT_WEEK);

  keep (pdf, name);
  test_pdf_check (pdf);

  return test_pdf_get_text (pdf);
}

static void
test_week (void)
{
  g_autofree char *text = render_week (24, "week-24");

  test_pdf_assert_has (text, "Cette semaine");
  test_pdf_assert_has (text, "Depuis la revue du 15 septembre 2026 :");
  test_pdf_assert_has (text, "En retard");
  test_pdf_assert_has (text, "36 jours de retard");
  test_pdf_assert_has (text, "À échéance sous 14 jours");
  test_pdf_assert_has (text, "dans 7 jours");
  test_pdf_assert_has (text, "À vérifier");
  test_pdf_assert_has (text, "Sans pilote");
  test_pdf_assert_has (text, "Sans nouvelles depuis 60 jours");
}

/* One page, whatever there is to say: what does not fit is counted. */
static void
test_week_is_one_page (void)
{
  static const guint sizes[] = { 0, 1, 24, 300 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *name = g_strdup_printf ("week-%u", sizes[i]);
      g_autofree char *text = render_week (sizes[i], name);

      test_pdf_assert_has (text, "page 1/1");
      g_assert_cmpuint (test_pdf_count (text, "\f"), ==, 1);
      if (sizes[i] == 0)
        test_pdf_assert_has (text, "Le plan ne contient pas encore d’action.");
      if (sizes[i] == 300)
        test_pdf_assert_has (text, "autres, dans le plan");
    }
}

static void
test_week_archive (void)
{
  g_autoptr(Sample) sample = sample_new (sample_new_dossier_of_plan (30));
  g_autoptr(GBytes) first = sample_render (sample, CAP_REPORT_WEEK);
  g_autoptr(GBytes) second = sample_render (sample, CAP_REPORT_WEEK);

  g_assert_true (g_bytes_equal (first, second));
  test_pdf_check_archive (first);
}

int
main (int   argc,
      char *argv[])
{
  cap_locale_init ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/plan/layouts", test_layouts);
  g_test_add_func ("/report/plan/summary", test_summary);
  g_test_add_func ("/report/plan/sheet", test_sheet);
  g_test_add_func ("/report/plan/links", test_links);
  g_test_add_func ("/report/plan/sheets-share", test_sheets_share);
  g_test_add_func ("/report/plan/endless-sheet", test_endless_sheet);
  g_test_add_func ("/report/plan/table", test_table);
  g_test_add_func ("/report/plan/table-lies", test_table_lies);
  g_test_add_func ("/report/plan/sizes", test_sizes);
  g_test_add_data_func ("/report/plan/archive/sheets", GUINT_TO_POINTER (CAP_LAYOUT_SHEETS), test_archive);
  g_test_add_data_func ("/report/plan/archive/table", GUINT_TO_POINTER (CAP_LAYOUT_TABLE), test_archive);
  g_test_add_func ("/report/plan/same-bytes", test_same_bytes);
  g_test_add_func ("/report/week/lists", test_week);
  g_test_add_func ("/report/week/one-page", test_week_is_one_page);
  g_test_add_func ("/report/week/archive", test_week_archive);

  return g_test_run ();
}
