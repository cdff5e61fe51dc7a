/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-document-text.h"

#include <string.h>

#include "exchange/xlsx-fixture.h"

/* documents/avis.*: the same page from LibreOffice, of an author in its metadata, with a name that is half in
 * bold, one in the cells of a table, and an address behind a link. blank-page.pdf: two pages, the second
 * without text. */

static GBytes *
load (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "exchange", "documents", name, NULL);
  g_autoptr(GError) error = NULL;
  char *data = NULL;
  gsize size = 0;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (data, size);
}

static void
assert_said (const char *text,
             const char *words)
{
  if (text == NULL || strstr (text, words) == NULL)
    g_error ("“%s” is not in: %s", words, text);
}

static void
test_formats (void)
{
  static const char * const names[] = { "avis.pdf", "avis.odt", "avis.docx" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(GBytes) content = load (names[i]);
      gboolean whole = FALSE;
      g_autofree char *text = cap_document_text_read (content, &whole, NULL);

      assert_said (text, "Avis du médecin");
      assert_said (text, "Camille Martin, apte.");
      assert_said (text, "Dupont");
      assert_said (text, "Hélène Péron");
      g_assert_true (whole);
      g_assert_true (g_utf8_validate (text, -1, NULL));
    }
}

/* A PDF of which pages say @texts: nothing is compressed, and it has no table of its objects, which is
 * mended. */
static GBytes *
new_pdf (const char * const *texts)
{
  GString *pdf = g_string_new ("%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n");
  GString *kids = g_string_new (NULL);
  const guint n = g_strv_length ((char **) texts);

  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (kids, "%u 0 R ", 4 + 2 * i);
      g_string_append_printf (pdf, "%u 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources"
                                   " << /Font << /F1 3 0 R >> >> /Contents %u 0 R >>\nendobj\n", 4 + 2 * i,
                              5 + 2 * i);
      g_string_append_printf (pdf, "%u 0 obj\n<< /Length %" G_GSIZE_FORMAT " >>\nstream\n%s\nendstream\n"
                                   "endobj\n", 5 + 2 * i, strlen (texts[i]), texts[i]);
    }
  g_string_append_printf (pdf, "2 0 obj\n<< /Type /Pages /Kids [%s] /Count %u >>\nendobj\n", kids->str, n);
  g_string_append (pdf, "3 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n"
                        "trailer << /Root 1 0 R >>\n");
  g_string_free (kids, TRUE);

  return g_string_free_to_bytes (pdf);
}

/* A name is cut where a line ends, not where a page says something else. */
static void
test_lines (void)
{
  static const char * const texts[] = {
    "BT /F1 12 Tf 14 TL 72 700 Td (Vu par Marie) Tj T* (Dupont hier, 06 12 34) Tj T* (56 78.) Tj ET", NULL
  };
  g_autoptr(GBytes) content = new_pdf (texts);
  gboolean whole = FALSE;
  g_autofree char *text = cap_document_text_read (content, &whole, NULL);

  assert_said (text, "Marie Dupont hier, 06 12 34 56 78.");
  g_assert_null (strstr (text, "</pre>"));
  g_assert_true (whole);
}

static char *
read_parts (const char * const *parts,
            gboolean           *whole)
{
  g_autoptr(GBytes) zip = xlsx_fixture_zip (parts, NULL);

  return cap_document_text_read (zip, whole, NULL);
}

/* What is in a document and was not read is told, whatever the reason. */
static void
test_not_whole (void)
{
  static const char types[] = "<Types/>";
  static const char said[] = "<w:p xmlns:w='w'><w:r><w:t>Marie Dupont</w:t></w:r></w:p>";
  const char * const sound[] = { "[Content_Types].xml", types, "word/document.xml", said, NULL };
  const char * const picture[] = { "[Content_Types].xml", types, "word/document.xml", said,
                                   "word/media/image1.png", "PNG", NULL };
  const char * const damaged[] = { "[Content_Types].xml", types, "word/document.xml", said,
                                   "word/header1.xml", "<w:p xmlns:w='w'>Jean", NULL };
  const char * const declared[] = { "[Content_Types].xml", types, "word/document.xml", said,
                                    "word/header1.xml", "<!DOCTYPE a><a>Jean</a>", NULL };
  const char * const * const others[] = { picture, damaged, declared };
  gboolean whole = FALSE;
  g_autofree char *text = read_parts (sound, &whole);

  assert_said (text, "Marie Dupont");
  g_assert_true (whole);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *other = read_parts (others[i], &whole);

      assert_said (other, "Marie Dupont");
      g_assert_false (whole);
    }
}

/* What a link leads to is not on the page; a PDF that is printed has lost it. */
static void
test_links (void)
{
  static const char * const names[] = { "avis.odt", "avis.docx" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(GBytes) content = load (names[i]);
      gboolean whole = FALSE;
      g_autofree char *text = cap_document_text_read (content, &whole, NULL);

      assert_said (text, "camille@asso.fr");
    }
}

static void
test_blank_page (void)
{
  g_autoptr(GBytes) content = load ("blank-page.pdf");
  gboolean whole = TRUE;
  g_autofree char *text = cap_document_text_read (content, &whole, NULL);

  assert_said (text, "camille@asso.fr");
  assert_said (text, "Avis & <b> 06 12");
  g_assert_false (whole);
}

/* A picture, a damaged file, a zip that is no document: nothing, and nothing breaks. */
static void
test_unread (void)
{
  g_autoptr(GBytes) docx = load ("avis.docx");
  g_autoptr(GBytes) pdf = load ("avis.pdf");
  g_autoptr(GBytes) half_zip = g_bytes_new_from_bytes (docx, 0, g_bytes_get_size (docx) / 2);
  g_autoptr(GBytes) head = g_bytes_new_from_bytes (pdf, 0, 200);
  g_autoptr(GBytes) picture = g_bytes_new_static ("\x89PNG\r\n\x1a\n\0\0\0", 11);
  g_autoptr(GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr(GBytes) zip = g_bytes_new_static ("PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 22);
  GBytes * const contents[] = { half_zip, head, picture, nothing, zip };

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      gboolean whole = FALSE;
      g_autofree char *text = cap_document_text_read (contents[i], &whole, NULL);

      g_assert_null (text);
    }
}

/* Whoever gives up does not wait. */
static void
test_cancelled (void)
{
  g_autoptr(GBytes) content = load ("avis.pdf");
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  gboolean whole = FALSE;
  g_autofree char *text = NULL;

  g_cancellable_cancel (cancellable);
  text = cap_document_text_read (content, &whole, cancellable);
  g_assert_null (text);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/document-text/formats", test_formats);
  g_test_add_func ("/document-text/links", test_links);
  g_test_add_func ("/document-text/blank-page", test_blank_page);
  g_test_add_func ("/document-text/lines", test_lines);
  g_test_add_func ("/document-text/not-whole", test_not_whole);
  g_test_add_func ("/document-text/unread", test_unread);
  g_test_add_func ("/document-text/cancelled", test_cancelled);

  return g_test_run ();
}
