/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _DEFAULT_SOURCE /* chroot() and friends */

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "report/cap-pdf-file.h"
#include "report/cap-pdf-preview.h"
#include "report/cap-pdf-text.h"
#include "tests/report/pdf-tools.h"

typedef struct
{
  char   *folder;
  char   *path;
  GBytes *pdf;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  const CapPdfStyle style = { CAP_PDF_FACE_REGULAR, 10, 14, 0, 0, CAP_PDF_ALIGN_LEFT, TRUE };
  const CapRect area = { 60, 60, 400, 0 };
  g_autoptr(CapPdf) pdf = test_pdf_new ();

  cap_pdf_add_page (pdf);
  cap_pdf_draw_text (pdf, &style, &area, "Une page");
  fixture->pdf = test_pdf_finish (pdf);
  fixture->folder = g_dir_make_tmp ("cap-file-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "Été à l’œuvre.pdf", NULL);
}

static guint
count_files (Fixture *fixture)
{
  g_autoptr(GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  guint count = 0;

  while (g_dir_read_name (folder) != NULL)
    count++;

  return count;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_remove (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_bytes_unref (fixture->pdf);
}

static void
assert_content (Fixture    *fixture,
                const char *data,
                gsize       size)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (fixture->path, &content, &length, NULL));
  g_assert_cmpmem (content, length, data, size);
  g_assert_cmpuint (count_files (fixture), ==, 1);
}

static void
test_publish (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (cap_pdf_file_publish (fixture->pdf, fixture->path, &error));
  g_assert_no_error (error);
  assert_content (fixture, g_bytes_get_data (fixture->pdf, NULL), g_bytes_get_size (fixture->pdf));
}

static void
test_replace (Fixture       *fixture,
              gconstpointer  data)
{
  struct stat status;

  g_assert_true (g_file_set_contents (fixture->path, "avant", -1, NULL));
  g_assert_cmpint (g_chmod (fixture->path, 0640), ==, 0);
  g_assert_true (cap_pdf_file_publish (fixture->pdf, fixture->path, NULL));
  assert_content (fixture, g_bytes_get_data (fixture->pdf, NULL), g_bytes_get_size (fixture->pdf));
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0640);
}

static void
test_no_folder (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "absent", "a.pdf", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_false (cap_pdf_file_publish (fixture->pdf, path, &error));
  g_assert_error (error, CAP_REPORT_ERROR, CAP_REPORT_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, path));
}

static void
test_target_is_a_folder (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (cap_pdf_file_publish (fixture->pdf, fixture->folder, &error));
  g_assert_error (error, CAP_REPORT_ERROR, CAP_REPORT_ERROR_WRITE);
  g_assert_cmpuint (count_files (fixture), ==, 0);
}

/* /proc takes no file, not even from root. */
static void
test_unwritable (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (cap_pdf_file_publish (fixture->pdf, "/proc/a.pdf", &error));
  g_assert_error (error, CAP_REPORT_ERROR, CAP_REPORT_ERROR_WRITE);
}

/* A limit on the size of files fails as a full disk does: in the middle. */
static void
test_full_disk (Fixture       *fixture,
                gconstpointer  data)
{
  if (g_test_subprocess ())
    {
      const struct rlimit limit = { 4096, 4096 };
      g_autoptr(GError) error = NULL;

      signal (SIGXFSZ, SIG_IGN);
      g_assert_true (g_file_set_contents (fixture->path, "avant", -1, NULL));
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
      g_assert_false (cap_pdf_file_publish (fixture->pdf, fixture->path, &error));
      g_assert_error (error, CAP_REPORT_ERROR, CAP_REPORT_ERROR_NO_SPACE);
      assert_content (fixture, "avant", 5);
      return;
    }

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

/* What no reader opens is not given its name. */
static void
test_not_a_pdf (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GBytes) junk = g_bytes_new_static ("%PDF-1.4 et rien", 16);
  g_autoptr(GError) error = NULL;

  g_assert_false (cap_pdf_file_publish (junk, fixture->path, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (count_files (fixture), ==, 0);
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
test_preview (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(CapPdfPreview) preview = cap_pdf_preview_new (fixture->pdf, NULL);
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

#define ADD(name, func) g_test_add ("/report/file/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("publish", test_publish);
  ADD ("replace", test_replace);
  ADD ("no-folder", test_no_folder);
  ADD ("target-is-a-folder", test_target_is_a_folder);
  ADD ("unwritable", test_unwritable);
  ADD ("full-disk", test_full_disk);
  ADD ("not-a-pdf", test_not_a_pdf);
  ADD ("preview", test_preview);

  return g_test_run ();
}
