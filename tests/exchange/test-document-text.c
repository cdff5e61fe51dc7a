/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-document-text.h"

#include <string.h>

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
  g_test_add_func ("/document-text/unread", test_unread);
  g_test_add_func ("/document-text/cancelled", test_cancelled);

  return g_test_run ();
}
