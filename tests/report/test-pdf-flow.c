/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "report/cap-pdf-flow.h"
#include "tests/report/pdf-tools.h"

static const CapPdfStyle body = { CAP_PDF_FACE_REGULAR, 10, 14, 0, 0, CAP_PDF_ALIGN_LEFT, TRUE };
static const CapPdfStyle title = { CAP_PDF_FACE_BOLD, 14, 20, 0, 0x1f5c4a, CAP_PDF_ALIGN_LEFT, FALSE };

static const CapPdfTableLook look = {
  .head = { CAP_PDF_FACE_BOLD, 9, 12, 0, 0, CAP_PDF_ALIGN_LEFT, FALSE },
  .group = { CAP_PDF_FACE_BOLD, 10, 14, 0, 0, CAP_PDF_ALIGN_LEFT, FALSE },
  .cell = { CAP_PDF_FACE_REGULAR, 10, 14, 0, 0, CAP_PDF_ALIGN_LEFT, TRUE },
  .pad_x = 4, .pad_y = 3, .rule = 0x999999, .head_rule = 0, .band = 0xf0f0f0, .group_band = 0xe0e0e0,
};

typedef struct
{
  CapPdf     *pdf;
  CapPdfFlow *flow;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  const CapRect frame = { 60, 60, 475, 700 };

  fixture->pdf = test_pdf_new ();
  fixture->flow = cap_pdf_flow_new (fixture->pdf, &frame);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  cap_pdf_flow_free (fixture->flow);
  cap_pdf_free (fixture->pdf);
}

static void
number_page (CapPdf  *pdf,
             guint    page,
             guint    n_pages,
             gpointer user_data)
{
  const CapRect area = { 60, 790, 475, 0 };
  g_autofree char *text = g_strdup_printf ("page %u/%u", page + 1, n_pages);

  cap_pdf_draw_text (pdf, &body, &area, text);
}

static GBytes *
finish (Fixture *fixture)
{
  cap_pdf_flow_finish (fixture->flow, number_page, NULL);

  return test_pdf_finish (fixture->pdf);
}

static void
test_pages (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GBytes) pdf = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < 120; i++)
    cap_pdf_flow_add_paragraph (fixture->flow, &body, "Une ligne.");
  pdf = finish (fixture);
  text = test_pdf_get_text (pdf);

  test_pdf_check (pdf);
  g_assert_cmpuint (cap_pdf_get_n_pages (fixture->pdf), ==, 3);
  test_pdf_assert_has (text, "page 1/3");
  test_pdf_assert_has (text, "page 3/3");
  g_assert_cmpuint (test_pdf_count (text, "Une ligne."), ==, 120);
}

static void
test_heading_stays_with_text (Fixture       *fixture,
                              gconstpointer  data)
{
  /* 49 lines of 14 points leave room for one more: the heading would be alone. */
  for (guint i = 0; i < 49; i++)
    cap_pdf_flow_add_paragraph (fixture->flow, &body, "Une ligne.");
  g_assert_cmpfloat_with_epsilon (cap_pdf_flow_get_remaining (fixture->flow), 14, 0.01);
  cap_pdf_flow_add_heading (fixture->flow, CAP_PDF_TAG_HEADING_1, &title, "Titre", "titre");
  g_assert_cmpuint (cap_pdf_get_page (fixture->pdf), ==, 0);
  cap_pdf_flow_add_paragraph (fixture->flow, &body, "Suite.");
  g_assert_cmpuint (cap_pdf_get_page (fixture->pdf), ==, 1);
  g_assert_cmpfloat_with_epsilon (cap_pdf_flow_get_remaining (fixture->flow), 700 - 20 - 14, 0.01);
}

static void
test_no_single_line (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr(CapPdfText) five = cap_pdf_text_new (fixture->pdf, &body, 475, "a\nb\nc\nd\ne");

  /* Room for four lines of five: only three stay, so that two go on together. */
  for (guint i = 0; i < 46; i++)
    cap_pdf_flow_add_paragraph (fixture->flow, &body, "Une ligne.");
  cap_pdf_flow_add_text (fixture->flow, five, 0);

  g_assert_cmpuint (cap_pdf_get_page (fixture->pdf), ==, 1);
  g_assert_cmpfloat_with_epsilon (cap_pdf_flow_get_remaining (fixture->flow), 700 - 2 * 14, 0.01);
}

static void
test_skip (Fixture       *fixture,
           gconstpointer  data)
{
  cap_pdf_flow_skip (fixture->flow, 100);
  g_assert_cmpfloat_with_epsilon (cap_pdf_flow_take (fixture->flow, 10), 60, 0.01);
  cap_pdf_flow_skip (fixture->flow, 20);
  cap_pdf_flow_skip (fixture->flow, 5);
  g_assert_cmpfloat_with_epsilon (cap_pdf_flow_take (fixture->flow, 10), 90, 0.01);
}

static CapPdfTable *
make_table (Fixture *fixture,
            guint    n_rows)
{
  const CapPdfColumn columns[] = {
    { "Numéro", 60, CAP_PDF_ALIGN_RIGHT }, { "Intitulé", 0, CAP_PDF_ALIGN_LEFT }, { NULL, 80 },
  };
  CapPdfTable *table = cap_pdf_table_new (fixture->pdf, 475, columns, G_N_ELEMENTS (columns), &look);

  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      if (i % 10 == 0)
        cap_pdf_table_add_group (table, "Un groupe", "10", NULL);
      cap_pdf_table_add_cell (table, number);
      cap_pdf_table_add_cell (table, "Une action du plan de progrès");
      cap_pdf_table_add_cell (table, "Direction");
      cap_pdf_table_end_row (table);
    }

  return table;
}

static void
test_table_head_comes_again (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr(CapPdfTable) table = make_table (fixture, 300);
  g_autoptr(GBytes) pdf = NULL;
  g_autofree char *text = NULL;

  cap_pdf_flow_add_table (fixture->flow, table);
  pdf = finish (fixture);
  text = test_pdf_get_text (pdf);

  test_pdf_check (pdf);
  g_assert_cmpuint (cap_pdf_get_n_pages (fixture->pdf), >, 8);
  g_assert_cmpuint (test_pdf_count (text, "Intitulé"), ==, cap_pdf_get_n_pages (fixture->pdf));
  g_assert_cmpuint (test_pdf_count (text, "Direction"), ==, 300);
}

/* To whoever listens, one table with one head, over two pages. */
static void
test_table_structure (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr(CapPdfTable) table = make_table (fixture, 40);
  g_autoptr(GBytes) pdf = NULL;
  g_autofree char *path = NULL;
  g_autofree char *structure = NULL;

  cap_pdf_flow_add_table (fixture->flow, table);
  pdf = finish (fixture);
  path = test_pdf_store (pdf, "table.pdf");
  structure = test_pdf_run ("pdfinfo", "-struct-text", path, NULL);

  g_assert_cmpuint (cap_pdf_get_n_pages (fixture->pdf), ==, 2);
  g_assert_cmpuint (test_pdf_count (structure, "\"Intitulé\""), ==, 1);
  g_assert_cmpuint (test_pdf_count (structure, "Table ("), ==, 1);
}

/* A row higher than a page goes on, and nothing of it is lost. */
static void
test_huge_row (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(CapPdfTable) table = make_table (fixture, 1);
  g_autoptr(GString) words = g_string_new (NULL);
  g_autoptr(GBytes) pdf = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < 3000; i++)
    g_string_append (words, "mot ");
  cap_pdf_table_add_cell (table, "2");
  cap_pdf_table_add_cell (table, words->str);
  cap_pdf_table_add_cell (table, "Fin");
  cap_pdf_table_end_row (table);
  cap_pdf_flow_add_table (fixture->flow, table);
  pdf = finish (fixture);
  text = test_pdf_get_text (pdf);

  test_pdf_check (pdf);
  g_assert_cmpuint (test_pdf_count (text, "mot"), ==, 3000);
  g_assert_cmpuint (cap_pdf_get_n_pages (fixture->pdf), >=, 2);
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(CapPdfTable) table = make_table (fixture, 0);
  g_autoptr(GBytes) pdf = NULL;

  cap_pdf_flow_add_table (fixture->flow, table);
  cap_pdf_flow_add_paragraph (fixture->flow, &body, "");
  pdf = finish (fixture);

  test_pdf_check (pdf);
  g_assert_cmpuint (cap_pdf_get_n_pages (fixture->pdf), ==, 1);
}

#define ADD(name, func) g_test_add ("/report/flow/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("pages", test_pages);
  ADD ("heading-stays-with-text", test_heading_stays_with_text);
  ADD ("no-single-line", test_no_single_line);
  ADD ("skip", test_skip);
  ADD ("table-head-comes-again", test_table_head_comes_again);
  ADD ("table-structure", test_table_structure);
  ADD ("huge-row", test_huge_row);
  ADD ("empty", test_empty);

  return g_test_run ();
}
