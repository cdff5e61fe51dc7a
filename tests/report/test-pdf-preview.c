/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-pdf-preview.h"
#include "report/cap-pdf-text.h"
#include "tests/report/pdf-tools.h"

static GBytes *
make_page (void)
{
  const CapPdfStyle style = { CAP_PDF_FACE_REGULAR, 10, 14, 0, 0, CAP_PDF_ALIGN_LEFT, TRUE };
  const CapRect area = { 60, 60, 400, 0 };
  g_autoptr(CapPdf) pdf = test_pdf_new ();

  cap_pdf_add_page (pdf, CAP_PDF_PORTRAIT);
  cap_pdf_draw_text (pdf, &style, &area, "Une page");

  return test_pdf_finish (pdf);
}

static void
rendered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  CapPdfImage **image = user_data;
  g_autoptr(GError) error = NULL;

  *image = cap_pdf_preview_render_finish (CAP_PDF_PREVIEW (source), result, &error);
  g_assert_no_error (error);
}

static void
test_render (void)
{
  g_autoptr(GBytes) pdf = make_page ();
  g_autoptr(CapPdfPreview) preview = cap_pdf_preview_new (pdf, NULL);
  CapPdfImage *image = NULL;
  double width, height;
  guint n_dark = 0;
  const guint32 *pixels;

  g_assert_cmpuint (cap_pdf_preview_get_n_pages (preview), ==, 1);
  cap_pdf_preview_get_page_size (preview, 0, &width, &height);
  g_assert_cmpfloat_with_epsilon (height, CAP_PDF_A4_HEIGHT, 0.01);

  cap_pdf_preview_render_async (preview, 0, 1, NULL, rendered_cb, &image);
  while (image == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpuint (image->width, ==, 596);
  g_assert_cmpuint (image->height, ==, 842);
  g_assert_cmpuint (g_bytes_get_size (image->pixels), ==, image->stride * image->height);
  pixels = g_bytes_get_data (image->pixels, NULL);
  for (gsize i = 0; i < image->stride * image->height / 4; i++)
    n_dark += (pixels[i] & 0xff) < 0xa0;
  g_assert_cmpuint (n_dark, >, 10);
  g_assert_cmpuint (n_dark, <, 2000);
  cap_pdf_image_free (image);
}

/* What no reader opens is not shown, nor saved. */
static void
test_not_a_pdf (void)
{
  g_autoptr(GBytes) junk = g_bytes_new_static ("%PDF-1.4 et rien", 16);
  g_autoptr(GError) error = NULL;

  g_assert_null (cap_pdf_preview_new (junk, &error));
  g_assert_nonnull (error);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/preview/render", test_render);
  g_test_add_func ("/report/preview/not-a-pdf", test_not_a_pdf);

  return g_test_run ();
}
