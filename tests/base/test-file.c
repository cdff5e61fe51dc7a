/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _DEFAULT_SOURCE

#include "base/cap-file.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autoptr(GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("cap-file-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "plan.json", NULL);
}

static guint
count_files (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  guint count = 0;

  while (g_dir_read_name (dir) != NULL)
    count++;

  return count;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autoptr(GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static gboolean
write_text (const char           *path,
            const char           *text,
            CapFileVerifyFunc   verify,
            GError              **error)
{
  g_autoptr(GBytes) content = g_bytes_new (text, strlen (text));

  return cap_file_write (path, content, verify, error);
}

static void
assert_content (const char *path,
                const char *expected)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, expected);
}

/* Stands for a reader of the format. */
static gboolean
refuse_unclosed (GBytes  *written,
                 GError **error)
{
  gsize size;
  const char *text = g_bytes_get_data (written, &size);

  if (size > 0 && text[size - 1] == '}')
    return TRUE;

  g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, "never closed");

  return FALSE;
}

static void
assert_refused (const char   *path,
                CapFileError  code,
                const char   *sentence)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (write_text (path, "{}", NULL, &error));
  g_assert_error (error, CAP_FILE_ERROR, (int) code);
  g_assert_cmpstr (error->message, ==, sentence);
}

static void
test_write (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (write_text (fixture->path, "{\"a\": 1}", refuse_unclosed, &error));
  g_assert_no_error (error);
  assert_content (fixture->path, "{\"a\": 1}");
  g_assert_true (write_text (fixture->path, "{}", refuse_unclosed, &error));
  assert_content (fixture->path, "{}");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_keeps_mode (Fixture       *fixture,
                 gconstpointer  user_data)
{
  GStatBuf status;

  g_assert_true (write_text (fixture->path, "{}", NULL, NULL));
  g_assert_cmpint (g_chmod (fixture->path, 0640), ==, 0);
  g_assert_true (write_text (fixture->path, "{ }", NULL, NULL));
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0640);
}

static void
test_follows_link (Fixture       *fixture,
                   gconstpointer  user_data)
{
  g_autofree char *link = g_build_filename (fixture->folder, "link", NULL);

  g_assert_true (write_text (fixture->path, "{}", NULL, NULL));
  g_assert_cmpint (symlink ("plan.json", link), ==, 0);
  g_assert_true (write_text (link, "{ }", NULL, NULL));
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  assert_content (fixture->path, "{ }");
}

static void
test_places (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_autofree char *nowhere = g_build_filename (fixture->folder, "none", "plan.json", NULL);
  g_autofree char *inside = g_build_filename (fixture->path, "plan.json", NULL);

  assert_refused (fixture->folder, CAP_FILE_ERROR_TARGET,
                  "this is a folder: give the name of a file");
  assert_refused (nowhere, CAP_FILE_ERROR_TARGET, "this folder does not exist");
  assert_refused ("", CAP_FILE_ERROR_TARGET, "this folder does not exist");
  assert_refused ("/dev/full", CAP_FILE_ERROR_NO_SPACE, "the disk is full: nothing was written");
  g_assert_true (write_text (fixture->path, "{}", NULL, NULL));
  assert_refused (inside, CAP_FILE_ERROR_TARGET, "this folder does not exist");
  g_assert_true (write_text ("/dev/null", "{}", refuse_unclosed, NULL));
}

static void
test_protected (Fixture       *fixture,
                gconstpointer  user_data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other.json", NULL);

  if (geteuid () == 0)
    {
      g_test_skip ("everything is allowed to root");
      return;
    }

  g_assert_true (write_text (fixture->path, "{}", NULL, NULL));
  g_assert_cmpint (g_chmod (fixture->path, 0400), ==, 0);
  assert_refused (fixture->path, CAP_FILE_ERROR_TARGET,
                  "nothing may be written there: choose another folder");
  g_assert_cmpint (g_chmod (fixture->folder, 0500), ==, 0);
  assert_refused (other, CAP_FILE_ERROR_TARGET,
                  "nothing may be written there: choose another folder");
  g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);
}

/* A disk that fills up in the middle leaves what was there, and nothing beside. */
static void
test_full_disk (Fixture       *fixture,
                gconstpointer  user_data)
{
  struct rlimit before;
  struct rlimit small;
  g_autofree char *big = g_strnfill (100000, ' ');
  g_autoptr(GError) error = NULL;
  gboolean written;

  g_assert_true (write_text (fixture->path, "{}", NULL, NULL));
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  small = before;
  small.rlim_cur = 4096;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  written = write_text (fixture->path, big, NULL, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);

  g_assert_false (written);
  g_assert_error (error, CAP_FILE_ERROR, CAP_FILE_ERROR_NO_SPACE);
  g_assert_cmpstr (error->message, ==, "the disk is full: nothing was written");
  assert_content (fixture->path, "{}");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

/* What does not read again is not left there. */
static void
test_verify (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (write_text (fixture->path, "{}", NULL, NULL));
  g_assert_false (write_text (fixture->path, "{\"a\": ", refuse_unclosed, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL);
  assert_content (fixture->path, "{}");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

/* Half of it, then what went wrong is told by errno, or by a sentence. */
static gboolean
fill_half (int        fd,
           gpointer   user_data,
           int       *code,
           GError   **error)
{
  g_assert_cmpint (write (fd, "{", 1), ==, 1);
  if (user_data == NULL)
    g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, "not this one");
  else
    *code = GPOINTER_TO_INT (user_data);

  return FALSE;
}

static gboolean
fill_whole (int        fd,
            gpointer   user_data,
            int       *code,
            GError   **error)
{
  return write (fd, user_data, strlen (user_data)) == (gssize) strlen (user_data);
}

/* What is too large to be in memory is written as carefully. */
static void
test_fill (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autoptr(GError) full = NULL;
  g_autoptr(GError) sentence = NULL;

  g_assert_true (cap_file_fill (fixture->path, fill_whole, (gpointer) "{}", NULL));
  assert_content (fixture->path, "{}");
  g_assert_false (cap_file_fill (fixture->path, fill_half, GINT_TO_POINTER (ENOSPC), &full));
  g_assert_error (full, CAP_FILE_ERROR, CAP_FILE_ERROR_NO_SPACE);
  g_assert_false (cap_file_fill (fixture->path, fill_half, NULL, &sentence));
  g_assert_error (sentence, G_FILE_ERROR, G_FILE_ERROR_INVAL);
  assert_content (fixture->path, "{}");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
  g_assert_false (cap_file_fill (fixture->folder, fill_whole, (gpointer) "{}", NULL));
}

static void
add (const char *name,
     void      (*test) (Fixture       *fixture,
                        gconstpointer  user_data))
{
  g_autofree char *path = g_strconcat ("/base/file/", name, NULL);

  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("write", test_write);
  add ("keeps-mode", test_keeps_mode);
  add ("follows-link", test_follows_link);
  add ("places", test_places);
  add ("protected", test_protected);
  add ("full-disk", test_full_disk);
  add ("fill", test_fill);
  add ("verify", test_verify);

  return g_test_run ();
}
