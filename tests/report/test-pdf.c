/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "report/cap-pdf-draw.h"
#include "report/cap-pdf-text.h"
#include "report/cap-report-error.h"
#include "tests/report/pdf-tools.h"

static const CapPdfStyle body = { CAP_PDF_FACE_REGULAR, 10, 14, 0, 0x222222, CAP_PDF_ALIGN_LEFT, TRUE };

static void
write_text (CapPdf     *pdf,
            CapPdfTag   tag,
            double      y,
            const char *text)
{
  const CapRect area = { 60, y, 460, 0 };

  cap_pdf_begin_tag (pdf, tag);
  cap_pdf_draw_text (pdf, &body, &area, text);
  cap_pdf_end_tag (pdf);
}

static GBytes *
make_document (void)
{
  const CapPdfPen pen = { 0xe6efec, 0x1f5c4a, 1, 0 };
  const CapRect rect = { 60, 300, 100, 40 };
  g_autoptr(CapPdf) pdf = test_pdf_new ();

  cap_pdf_add_page (pdf, CAP_PDF_PORTRAIT);
  write_text (pdf, CAP_PDF_TAG_HEADING_1, 60, "Évaluation — cœur de métier");
  cap_pdf_add_bookmark (pdf, 0, "Évaluation", 60);
  cap_pdf_add_bookmark (pdf, 1, "Détail œuvré", 100);
  write_text (pdf, CAP_PDF_TAG_PARAGRAPH, 100, "12 345 € ≥ 3 (n° 4) \\ Ÿ « oui » — ✓ ☐ 😀 e\u0301te\u0301");
  cap_pdf_begin_figure (pdf, "Un rectangle");
  cap_pdf_draw_rect (pdf, &pen, &rect, 6);
  cap_pdf_draw_hatching (pdf, &pen, &rect, 4);
  cap_pdf_end_tag (pdf);
  cap_pdf_add_link (pdf, &rect, "fin", "Vers la fin");

  cap_pdf_add_page (pdf, CAP_PDF_PORTRAIT);
  cap_pdf_set_anchor (pdf, "fin", 200);
  cap_pdf_add_bookmark (pdf, 0, "Fin", 200);
  write_text (pdf, CAP_PDF_TAG_PARAGRAPH, 200, "La fin");

  cap_pdf_set_page (pdf, 0);
  cap_pdf_begin_decoration (pdf);
  write_text (pdf, CAP_PDF_TAG_PARAGRAPH, 800, "Pied de page");
  cap_pdf_end_decoration (pdf);

  return test_pdf_finish (pdf);
}

/* A page that lies, between two that stand: links and places go by the height of their own page. */
static void
test_landscape (void)
{
  g_autoptr(CapPdf) pdf = test_pdf_new ();
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *path = NULL;
  g_autofree char *info = NULL;
  g_autofree char *place = NULL;

  cap_pdf_add_page (pdf, CAP_PDF_PORTRAIT);
  write_text (pdf, CAP_PDF_TAG_PARAGRAPH, 60, "Debout");
  cap_pdf_add_page (pdf, CAP_PDF_LANDSCAPE);
  g_assert_cmpfloat_with_epsilon (cap_pdf_get_width (pdf), CAP_PDF_A4_HEIGHT, 0.001);
  write_text (pdf, CAP_PDF_TAG_PARAGRAPH, 500, "Couchée");
  cap_pdf_set_anchor (pdf, "ici", 500);
  cap_pdf_add_page (pdf, CAP_PDF_PORTRAIT);
  write_text (pdf, CAP_PDF_TAG_PARAGRAPH, 60, "Debout encore");
  cap_pdf_add_link (pdf, &(CapRect) { 60, 60, 100, 14 }, "ici", "Vers la page couchée");
  bytes = test_pdf_finish (pdf);
  test_pdf_check (bytes);

  path = test_pdf_store (bytes, "landscape.pdf");
  info = test_pdf_run ("pdfinfo", "-f", "1", "-l", "3", path, NULL);
  test_pdf_assert_has (info, "2 size:  841.89 x 595.276 pts (A4)");
  test_pdf_assert_has (info, "3 size:  595.276 x 841.89 pts (A4)");
  place = test_pdf_run ("pdftotext", "-bbox", path, "-", NULL);
  test_pdf_assert_has (place, "yMin=\"50");
}

static void
test_sound (void)
{
  g_autoptr(GBytes) pdf = make_document ();

  test_pdf_check (pdf);
}

static void
test_archive (void)
{
  g_autoptr(GBytes) pdf = make_document ();

  test_pdf_check_archive (pdf);
}

static void
test_text (void)
{
  g_autoptr(GBytes) pdf = make_document ();
  g_autofree char *text = test_pdf_get_text (pdf);

  test_pdf_assert_has (text, "Évaluation — cœur de métier");
  test_pdf_assert_has (text, "12 345 € ≥ 3 (n° 4) \\ Ÿ « oui » — ✓ ☐ 😀 été");
  test_pdf_assert_has (text, "Pied de page");
}

static void
test_metadata (void)
{
  g_autoptr(GBytes) pdf = make_document ();
  g_autofree char *path = test_pdf_store (pdf, "metadata.pdf");
  g_autofree char *info = test_pdf_run ("pdfinfo", "-isodates", path, NULL);

  test_pdf_assert_has (info, "Title:           Essai — « Érables » & Cie\n");
  test_pdf_assert_has (info, "Author:          Structure d’œuvre\n");
  test_pdf_assert_has (info, "Subject:         Un sujet <simple>\n");
  test_pdf_assert_has (info, "CreationDate:    2026-11-20T00:00:00Z\n");
  test_pdf_assert_has (info, "Tagged:          yes\n");
  test_pdf_assert_has (info, "Pages:           2\n");
  test_pdf_assert_has (info, "(A4)");
}

/* The structure as a screen reader meets it: decorations are not in it. */
static void
test_structure (void)
{
  g_autoptr(GBytes) pdf = make_document ();
  g_autofree char *path = test_pdf_store (pdf, "structure.pdf");
  g_autofree char *structure = test_pdf_run ("pdfinfo", "-struct-text", path, NULL);

  test_pdf_assert_has (structure, "H1 (block)\n    \"Évaluation — cœur de métier\"");
  test_pdf_assert_has (structure, "Figure");
  test_pdf_assert_has (structure, "\"La fin\"");
  g_assert_null (strstr (structure, "Pied de page"));
}

static void
test_links (void)
{
  g_autoptr(GBytes) pdf = make_document ();
  g_autofree char *path = test_pdf_store (pdf, "links.pdf");
  g_autofree char *plain = test_pdf_run ("qpdf", "--json", path, NULL);

  /* Three bookmarks and a link. */
  g_assert_cmpuint (test_pdf_count (plain, "\"/XYZ\""), >=, 4);
  g_assert_cmpuint (test_pdf_count (plain, "\"/Subtype\": \"/Link\""), >=, 1);
  test_pdf_assert_has (plain, "\"/DisplayDocTitle\": true");
  test_pdf_assert_has (plain, "\"/Lang\": \"u:fr\"");
  test_pdf_assert_has (plain, "\"/PageMode\": \"/UseOutlines\"");
}

/* The words of a link make one on each line; what leads nowhere makes none. */
static void
test_links_of_words (void)
{
  g_autoptr(CapPdf) pdf = test_pdf_new ();
  const CapPdfSpan spans[] = {
    { "Voir ", CAP_PDF_FACE_REGULAR, 0, NULL }, { "P-001", CAP_PDF_FACE_REGULAR, 0, "piece" },
    { ", puis ", CAP_PDF_FACE_REGULAR, 0, NULL },
    { "la procédure d’accueil des personnes\nen parcours", CAP_PDF_FACE_REGULAR, 0, "piece" },
  };
  g_autoptr(CapPdfText) text = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *path = NULL;
  g_autofree char *plain = NULL;

  cap_pdf_add_page (pdf, CAP_PDF_PORTRAIT);
  cap_pdf_set_anchor (pdf, "piece", 400);
  text = cap_pdf_text_new_spans (pdf, &body, 460, spans, G_N_ELEMENTS (spans));
  cap_pdf_begin_tag (pdf, CAP_PDF_TAG_PARAGRAPH);
  cap_pdf_text_draw (text, 60, 60);
  cap_pdf_end_tag (pdf);
  bytes = test_pdf_finish (pdf);
  path = test_pdf_store (bytes, "words.pdf");
  plain = test_pdf_run ("qpdf", "--json", "--json-key=qpdf", path, NULL);

  g_assert_cmpuint (cap_pdf_text_get_n_lines (text), ==, 2);
  g_assert_cmpuint (test_pdf_count (plain, "\"/Subtype\": \"/Link\""), ==, 3);
  g_assert_cmpuint (test_pdf_count (plain, "\"u:P-001\""), ==, 1);
}

/* What is told at the end is read at its place. */
static void
test_resumed (void)
{
  g_autoptr(CapPdf) pdf = test_pdf_new ();
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *path = NULL;
  g_autofree char *structure = NULL;
  guint home, first, page;

  cap_pdf_add_page (pdf, CAP_PDF_PORTRAIT);
  home = cap_pdf_get_tag (pdf);
  cap_pdf_begin_tag (pdf, CAP_PDF_TAG_PARAGRAPH);
  first = cap_pdf_get_tag (pdf);
  cap_pdf_draw_text (pdf, &body, &(CapRect) { 60, 60, 300, 0 }, "Début");
  cap_pdf_end_tag (pdf);
  write_text (pdf, CAP_PDF_TAG_PARAGRAPH, 100, "Milieu");
  cap_pdf_add_page (pdf, CAP_PDF_PORTRAIT);
  cap_pdf_set_anchor (pdf, "fin", 60);
  cap_pdf_set_page (pdf, 0);
  cap_pdf_resume_tag (pdf, first);
  cap_pdf_draw_text (pdf, &body, &(CapRect) { 400, 60, 100, 0 }, "Suite");
  cap_pdf_resume_tag (pdf, home);

  g_assert_true (cap_pdf_find_anchor (pdf, "fin", &page));
  g_assert_cmpuint (page, ==, 1);
  g_assert_false (cap_pdf_find_anchor (pdf, "nulle part", &page));
  bytes = test_pdf_finish (pdf);
  path = test_pdf_store (bytes, "resumed.pdf");
  structure = test_pdf_run ("pdfinfo", "-struct-text", path, NULL);
  g_assert_true (strstr (structure, "Suite") < strstr (structure, "Milieu"));
  g_assert_true (strstr (structure, "Début") < strstr (structure, "Suite"));
}

static void
test_same_bytes (void)
{
  g_autoptr(GBytes) first = make_document ();
  g_autoptr(GBytes) second = make_document ();

  g_assert_true (g_bytes_equal (first, second));
}

static gpointer
make_document_cb (gpointer data)
{
  return make_document ();
}

static void
test_threads (void)
{
  g_autoptr(GBytes) expected = make_document ();
  GThread *threads[4];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("report", make_document_cb, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr(GBytes) pdf = g_thread_join (threads[i]);

      g_assert_true (g_bytes_equal (pdf, expected));
    }
}

static void
test_abandoned (void)
{
  g_autoptr(CapPdf) empty = test_pdf_new ();
  g_autoptr(CapPdf) begun = test_pdf_new ();

  cap_pdf_add_page (begun, CAP_PDF_PORTRAIT);
  write_text (begun, CAP_PDF_TAG_PARAGRAPH, 60, "Inachevé");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/pdf/landscape", test_landscape);
  g_test_add_func ("/report/pdf/sound", test_sound);
  g_test_add_func ("/report/pdf/archive", test_archive);
  g_test_add_func ("/report/pdf/text", test_text);
  g_test_add_func ("/report/pdf/metadata", test_metadata);
  g_test_add_func ("/report/pdf/structure", test_structure);
  g_test_add_func ("/report/pdf/links", test_links);
  g_test_add_func ("/report/pdf/links-of-words", test_links_of_words);
  g_test_add_func ("/report/pdf/resumed", test_resumed);
  g_test_add_func ("/report/pdf/same-bytes", test_same_bytes);
  g_test_add_func ("/report/pdf/threads", test_threads);
  g_test_add_func ("/report/pdf/abandoned", test_abandoned);

  return g_test_run ();
}
