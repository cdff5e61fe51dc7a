/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quality/cap-process-rules.h"
#include "report/cap-report-process-map.h"
#include "report/cap-report-risk-grid.h"
#include "tests/model/memory-dossier.h"
#include "tests/report/pdf-tools.h"

#define TODAY "2026-11-20"

static CapDossier *
new_dossier (void)
{
  return cap_dossier_new ("id", cap_member_new ("Une structure"));
}

static void
add_processes (CapDossier *dossier,
               guint       n_more)
{
  g_autoptr(CapCommand) command = cap_process_propose (dossier);

  memory_dossier_apply (dossier, command);
  for (guint i = 0; i < n_more; i++)
    {
      CapRecord *process = cap_record_new (CAP_REGISTER_PROCESS, NULL);
      g_autofree char *code = g_strdup_printf ("PR-%02u", 11 + i);
      g_autofree char *feeds = g_strdup_printf ("PR-%02u, PR-%02u", 1 + (i * 7) % 10, 3 + (i * 3) % 20);

      cap_record_set (process, CAP_PROCESS_CODE, code);
      cap_record_set (process, CAP_PROCESS_NAME, "Prêter des outils d'atelier");
      cap_record_set (process, CAP_PROCESS_KIND, i % 3 == 0 ? "support" : "realisation");
      cap_record_set (process, CAP_PROCESS_OWNER, "Encadrante technique");
      cap_record_set (process, CAP_PROCESS_FEEDS, feeds);
      g_ptr_array_add (dossier->registers[CAP_REGISTER_PROCESS], process);
    }
}

static void
add_risk (CapDossier *dossier,
          const char *code,
          int         likelihood,
          int         severity,
          int         likelihood_after)
{
  CapRecord *risk = cap_record_new (CAP_REGISTER_RISK, NULL);

  cap_record_set (risk, CAP_RISK_CODE, code);
  cap_record_set (risk, CAP_RISK_TITLE, "Personne ne remplace l’encadrant·e");
  cap_record_set (risk, CAP_RISK_NATURE, "risk");
  cap_record_set_number (risk, CAP_RISK_LIKELIHOOD, likelihood);
  cap_record_set_number (risk, CAP_RISK_SEVERITY, severity);
  if (likelihood_after > 0)
    {
      cap_record_set_number (risk, CAP_RISK_LIKELIHOOD_AFTER, likelihood_after);
      cap_record_set_number (risk, CAP_RISK_SEVERITY_AFTER, severity);
    }
  g_ptr_array_add (dossier->registers[CAP_REGISTER_RISK], risk);
}

static GBytes *
draw_map (const CapDossier *dossier,
          double            max_height,
          double           *height)
{
  g_autoptr(CapPdf) pdf = test_pdf_new ();
  g_autoptr(CapReportProcessMap) map = NULL;

  cap_pdf_add_page (pdf, CAP_PDF_PORTRAIT);
  map = cap_report_process_map_new (pdf, dossier, 471, max_height);
  *height = cap_report_process_map_get_height (map);
  cap_report_process_map_draw (map, (CapPoint) { 62, 78 }, NULL);

  return test_pdf_finish (pdf);
}

static void
test_map (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();
  g_autoptr(GBytes) pdf = NULL;
  g_autofree char *text = NULL;
  double height;

  add_processes (dossier, 1);
  pdf = draw_map (dossier, 600, &height);
  g_assert_cmpfloat (height, <, 600);
  test_pdf_check_archive (pdf);
  text = test_pdf_get_text (pdf);
  test_pdf_assert_has (text, "PR-01");
  test_pdf_assert_has (text, "PR-10");
  test_pdf_assert_has (text, "Prêter des");
  test_pdf_assert_has (text, "d’atelier");
  test_pdf_assert_has (text, "technique");
  test_pdf_assert_has (text, "Realisation");
  test_pdf_assert_has (text, "satisfaction");
}

/* Neither nothing nor thirty processes keep the map from being drawn; thirty stay on a page. */
static void
test_sizes (void)
{
  g_autoptr(CapDossier) empty = new_dossier ();
  g_autoptr(CapDossier) full = new_dossier ();
  g_autoptr(GBytes) one = NULL;
  g_autoptr(GBytes) other = NULL;
  double height;

  one = draw_map (empty, 600, &height);
  test_pdf_check (one);

  add_processes (full, 20);
  other = draw_map (full, 690, &height);
  g_assert_cmpfloat (height, <=, 690);
  test_pdf_check (other);
}

static void
test_links (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();
  g_autoptr(CapPdf) pdf = test_pdf_new ();
  g_autoptr(CapReportProcessMap) map = NULL;
  g_autoptr(GBytes) bytes = NULL;

  add_processes (dossier, 0);
  cap_pdf_add_page (pdf, CAP_PDF_LANDSCAPE);
  for (guint i = 1; i <= 10; i++)
    {
      g_autofree char *name = g_strdup_printf ("process-PR-%02u", i);

      cap_pdf_set_anchor (pdf, name, 30);
    }
  map = cap_report_process_map_new (pdf, dossier, 753, 430);
  cap_report_process_map_draw (map, (CapPoint) { 44, 78 }, "process-");
  bytes = test_pdf_finish (pdf);
  test_pdf_check_archive (bytes);
}

static void
test_grids (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();
  g_autoptr(CapPdf) pdf = test_pdf_new ();
  g_autoptr(GPtrArray) figures = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  for (guint i = 1; i <= 11; i++)
    {
      g_autofree char *code = g_strdup_printf ("R-%02u", i);

      add_risk (dossier, code, i < 9 ? 3 : 1, i < 9 ? 4 : 2, i % 2 == 0 ? 1 : 0);
    }
  add_risk (dossier, "R-12", 0, 0, 0);
  figures = cap_risk_figures_list (dossier, TODAY);
  cap_pdf_add_page (pdf, CAP_PDF_PORTRAIT);
  cap_report_draw_risk_grids (pdf, figures, (CapPoint) { 62, 78 }, 471);
  g_assert_cmpfloat (cap_report_get_risk_grids_height (471), <, 320);
  bytes = test_pdf_finish (pdf);
  test_pdf_check_archive (bytes);

  /* Eight in a cell do not fit: the last place counts those that are left. */
  text = test_pdf_get_text (bytes);
  test_pdf_assert_has (text, "R-01");
  test_pdf_assert_has (text, "+3");
  g_assert_cmpuint (test_pdf_count (text, "R-09"), ==, 2);
  g_assert_cmpuint (test_pdf_count (text, "R-12"), ==, 0);
  test_pdf_assert_has (text, "Before treatment");
  test_pdf_assert_has (text, "After treatment");
  test_pdf_assert_has (text, "12–16");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/maps/map", test_map);
  g_test_add_func ("/report/maps/sizes", test_sizes);
  g_test_add_func ("/report/maps/links", test_links);
  g_test_add_func ("/report/maps/grids", test_grids);

  return g_test_run ();
}
