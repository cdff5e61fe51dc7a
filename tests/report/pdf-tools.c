/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tests/report/pdf-tools.h"

#include <glib/gstdio.h>
#include <string.h>

#define JARS "/usr/share/java/"

static const char * const jars[] = {
  JARS "preflight.jar", JARS "pdfbox2.jar", JARS "fontbox2.jar", JARS "xmpbox.jar",
  JARS "commons-logging.jar", JARS "commons-io.jar", JARS "jaxb-api.jar", JARS "javax.activation.jar",
  NULL,
};

CapPdf *
test_pdf_new (void)
{
  const CapPdfInfo info = {
    "Essai — « Érables » & Cie", "Structure d’œuvre", "Un sujet <simple>", "fr", "2026-11-20",
  };
  g_autoptr(GError) error = NULL;
  CapPdf *pdf = cap_pdf_new (&info, &error);

  g_assert_no_error (error);

  return pdf;
}

GBytes *
test_pdf_finish (CapPdf *pdf)
{
  g_autoptr(GError) error = NULL;
  GBytes *bytes = cap_pdf_finish (pdf, &error);

  g_assert_no_error (error);

  return bytes;
}

char *
test_pdf_store (GBytes     *pdf,
                const char *name)
{
  g_autofree char *folder = g_dir_make_tmp ("cap-report-XXXXXX", NULL);
  char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf),
                                      NULL));

  return path;
}

/* What a program says on its standard output; it must succeed and complain of nothing. */
char *
test_pdf_run (const char *first,
              ...)
{
  g_autoptr(GPtrArray) args = g_ptr_array_new ();
  g_autofree char *complaint = NULL;
  g_autoptr(GError) error = NULL;
  char *output = NULL;
  int status;
  va_list rest;

  va_start (rest, first);
  for (const char *arg = first; arg != NULL; arg = va_arg (rest, const char *))
    g_ptr_array_add (args, (gpointer) arg);
  va_end (rest);
  g_ptr_array_add (args, NULL);

  g_spawn_sync (NULL, (char **) args->pdata, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, &complaint,
                &status, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (complaint, ==, "");
  if (!g_spawn_check_wait_status (status, &error))
    g_error ("%s: %s\n%s", first, error->message, output);

  return output;
}

static void
forget (char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_remove (path);
  g_rmdir (folder);
  g_free (path);
}

char *
test_pdf_get_text (GBytes *pdf)
{
  char *path = test_pdf_store (pdf, "text.pdf");
  char *text = test_pdf_run ("pdftotext", "-layout", path, "-", NULL);

  forget (path);

  return text;
}

guint
test_pdf_count (const char *text,
                const char *part)
{
  guint count = 0;

  for (const char *p = strstr (text, part); p != NULL; p = strstr (p + strlen (part), part))
    count++;

  return count;
}

void
test_pdf_assert_has (const char *text,
                     const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is missing from:\n%s", part, text);
}

static gboolean
has_preflight (void)
{
  g_autofree char *java = g_find_program_in_path ("java");

  for (gsize i = 0; jars[i] != NULL; i++)
    if (!g_file_test (jars[i], G_FILE_TEST_EXISTS))
      return FALSE;

  return java != NULL;
}

/* Sound for qpdf, every font embedded and cut to what is used. */
void
test_pdf_check (GBytes *pdf)
{
  char *path = test_pdf_store (pdf, "check.pdf");
  g_autofree char *sound = test_pdf_run ("qpdf", "--check", path, NULL);
  g_autofree char *fonts = test_pdf_run ("pdffonts", path, NULL);
  g_auto(GStrv) lines = g_strsplit (fonts, "\n", -1);

  test_pdf_assert_has (sound, "No syntax or stream encoding errors");
  for (guint i = 2; lines[i] != NULL && lines[i][0] != '\0'; i++)
    test_pdf_assert_has (lines[i], "yes yes yes");

  forget (path);
}

/* PDF/A-1b, where its judge is installed: Java takes two seconds to think. */
void
test_pdf_check_archive (GBytes *pdf)
{
  char *path;
  g_autofree char *class_path = NULL;
  g_autofree char *verdict = NULL;

  if (!has_preflight ())
    {
      g_test_skip ("PDFBox Preflight is not installed");
      return;
    }

  path = test_pdf_store (pdf, "archive.pdf");
  class_path = g_strjoinv (":", (char **) jars);
  verdict = test_pdf_run ("java", "-cp", class_path, "org.apache.pdfbox.preflight.Validator_A1b", path, NULL);
  test_pdf_assert_has (verdict, "is a valid PDF/A-1b file");

  forget (path);
}
