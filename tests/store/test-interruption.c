/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/store-fixture.h"

static GPid
start_helper (StoreFixture *fixture,
              const char   *mode,
              int          *output)
{
  g_autofree char *helper = g_test_build_filename (G_TEST_BUILT, "store", "store-helper", NULL);
  char *argv[] = { helper, (char *) mode, fixture->path, NULL };
  g_auto(GStrv) env = g_environ_setenv (g_get_environ (), "XDG_STATE_HOME", g_get_user_state_dir (), TRUE);
  g_autoptr(GError) error = NULL;
  GPid pid = 0;

  g_spawn_async_with_pipes (NULL, argv, env, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid,
                            NULL, output, NULL, &error);
  g_assert_no_error (error);

  return pid;
}

/* Everything that the killed program said. */
static char *
read_all (int fd)
{
  GString *text = g_string_new (NULL);
  char buffer[4096];
  gssize n;

  while ((n = read (fd, buffer, sizeof buffer)) > 0)
    g_string_append_len (text, buffer, n);
  close (fd);

  return g_string_free (text, FALSE);
}

static guint
get_last_number (char *text)
{
  char *end = strrchr (text, '\n');
  char *start;

  if (end == NULL)
    return 0;

  *end = '\0';
  start = strrchr (text, '\n');

  return (guint) g_ascii_strtoull (start != NULL ? start + 1 : text, NULL, 10);
}

/* Lets the helper work for a moment, kills it, and says how many gestures it said to be done. */
static guint
work_then_kill (StoreFixture *fixture,
                const char   *mode)
{
  g_autofree char *said = NULL;
  char first = '\0';
  guint n_said;
  int output;
  GPid pid = start_helper (fixture, mode, &output);

  g_assert_cmpint (read (output, &first, 1), ==, 1); /* it has opened the dossier */
  g_usleep ((gulong) g_test_rand_int_range (0, 20000));
  kill (pid, SIGKILL);
  g_assert_cmpint (waitpid (pid, NULL, 0), ==, pid);
  said = read_all (output);
  n_said = get_last_number (said);

  return MAX (n_said, 1);
}

static guint
get_count (CapDossierFile *file)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CapDossier) dossier = cap_dossier_file_load (file, &error);
  const CapAnswer *answer;

  g_assert_no_error (error);
  answer = cap_evaluation_get_answer (cap_dossier_get_current (dossier), "A1.1");

  return answer != NULL ? (guint) g_ascii_strtoull (answer->comment, NULL, 10) : 0;
}

static void
assert_sound (StoreFixture *fixture)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) faults = NULL;

  faults = cap_dossier_file_check (fixture->path, store_fixture_read_framework, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 0);
}

/* After the kill: the file is a sound dossier; the next opening has every
 * gesture that was said to be done, at most the one that was being done more. */
static void
test_killed (StoreFixture  *fixture,
             gconstpointer  data)
{
  static const char * const modes[] = { "work", "publish" };
  const guint n_rounds = g_test_slow () ? 200 : 16;
  guint n_recovered = 0;

  store_fixture_create (fixture);
  store_fixture_close (fixture);

  for (guint round = 0; round < n_rounds; round++)
    {
      const guint n_said = work_then_kill (fixture, modes[round % 2]);
      guint count;

      assert_sound (fixture);
      store_fixture_open (fixture, CAP_FILE_WRITE);
      n_recovered += cap_dossier_file_was_recovered (fixture->file) ? 1 : 0;
      count = get_count (fixture->file);
      g_assert_cmpuint (count, >=, n_said);
      g_assert_cmpuint (count, <=, n_said + 1);
      store_fixture_close (fixture);
      assert_sound (fixture);

      /* No lock, no temporary file, no copy beside. */
      g_assert_cmpuint (store_fixture_count_files (fixture->folder), ==, 1);
    }

  g_test_message ("%u of %u killed programs left gestures to take up", n_recovered, n_rounds);
  g_assert_cmpuint (n_recovered, >=, n_rounds / 2);
}

static void
limit_file_size (rlim_t size)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = MIN (size, limit.rlim_max);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

/* The disk is full at every point of a publication: the file stays as it was. */
static void
test_full_disk_when_publishing (StoreFixture  *fixture,
                                gconstpointer  data)
{
  g_autofree char *before = NULL;
  gboolean published = FALSE;
  guint n_failures = 0;
  gsize size;

  store_fixture_create (fixture);
  store_fixture_answer (fixture, 0, 3);
  g_assert_true (g_file_get_contents (fixture->path, &before, &size, NULL));

  for (rlim_t limit = 0; !published; limit += 4096)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *after = NULL;
      gsize size_after;

      limit_file_size (limit);
      published = cap_dossier_file_publish (fixture->file, &error);
      limit_file_size (RLIM_INFINITY);
      if (published)
        break;

      n_failures++;
      g_assert_error (error, CAP_STORE_ERROR, CAP_STORE_ERROR_NO_SPACE);
      g_assert_true (g_file_get_contents (fixture->path, &after, &size_after, NULL));
      g_assert_cmpmem (after, size_after, before, size);
      g_assert_cmpuint (store_fixture_count_files (fixture->folder), ==, 2); /* with the lock */
      g_assert_true (cap_dossier_file_needs_publish (fixture->file));
    }

  g_assert_cmpuint (n_failures, >, 5);
  store_fixture_close (fixture);
  assert_sound (fixture);
}

/* The same for a gesture: it is not done, what was done stays, the next one works. */
static void
test_full_disk_when_working (StoreFixture  *fixture,
                             gconstpointer  data)
{
  g_autoptr(CapDossier) dossier = NULL;
  g_autoptr(CapCommand) command = NULL;
  gboolean done = FALSE;

  store_fixture_create (fixture);
  store_fixture_answer (fixture, 0, 3);
  dossier = cap_dossier_file_load (fixture->file, NULL);
  command = store_fixture_new_answer (dossier, 1, 2);

  for (rlim_t limit = 0; !done; limit += 4096)
    {
      g_autoptr(GError) error = NULL;

      limit_file_size (limit);
      done = cap_dossier_file_run (fixture->file, command, &error);
      limit_file_size (RLIM_INFINITY);
      if (!done)
        {
          g_assert_error (error, CAP_STORE_ERROR, CAP_STORE_ERROR_NO_SPACE);
          g_assert_cmpint (store_fixture_get_level (fixture, 1), ==, CAP_LEVEL_UNSET);
          g_assert_cmpint (store_fixture_get_level (fixture, 0), ==, 3);
        }
    }

  g_assert_cmpint (store_fixture_get_level (fixture, 1), ==, 2);
  store_fixture_close (fixture);
}

/* A real one, where the tests may mount it. */
static void
test_full_file_system (StoreFixture  *fixture,
                       gconstpointer  data)
{
  g_autofree char *disk = g_build_filename (fixture->folder, "disque", NULL);
  g_autofree char *filler = g_build_filename (disk, "plein", NULL);
  g_autofree char *zeros = g_malloc0 (2048 * 1024);
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (g_mkdir (disk, 0700), ==, 0);
  if (mount ("tmpfs", disk, "tmpfs", 0, "size=2m") != 0)
    {
      g_test_skip ("file systems cannot be mounted here");
      return;
    }

  g_free (fixture->path);
  fixture->path = g_build_filename (disk, "Étang.capcedre", NULL);
  store_fixture_create (fixture);
  store_fixture_answer (fixture, 0, 3);
  for (gssize size = 2048 * 1024; size > 0; size -= 4096)
    {
      if (g_file_set_contents_full (filler, zeros, size, G_FILE_SET_CONTENTS_NONE, 0600, NULL))
        break;
    }

  g_assert_false (cap_dossier_file_publish (fixture->file, &error));
  g_assert_error (error, CAP_STORE_ERROR, CAP_STORE_ERROR_NO_SPACE);
  assert_sound (fixture);

  g_assert_cmpint (g_unlink (filler), ==, 0);
  store_fixture_close (fixture);
  assert_sound (fixture);
  g_assert_cmpint (umount (disk), ==, 0);
}

static void
assert_says (StoreFixture *fixture,
             const char   *mode,
             const char   *expected)
{
  g_autofree char *said = NULL;
  int output;
  GPid pid = start_helper (fixture, mode, &output);

  said = read_all (output);
  g_assert_cmpint (waitpid (pid, NULL, 0), ==, pid);
  g_assert_true (g_str_has_prefix (said, expected));
}

/* A folder where one may read only, and no folder of one’s own to write in. */
static void
test_read_only_folder (StoreFixture  *fixture,
                       gconstpointer  data)
{
  store_fixture_create (fixture);
  store_fixture_close (fixture);
  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  assert_says (fixture, "try", "read-only Les Jardins");
  assert_says (fixture, "read", "read-only Les Jardins");

  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
  g_assert_cmpuint (store_fixture_count_files (fixture->folder), ==, 1);
  g_assert_cmpint (g_chmod (fixture->path, 0), ==, 0);
  assert_says (fixture, "read", "error 0");
}

/* Who could read and write the file before, and nobody else, can after. */
static void
test_permissions_are_kept (StoreFixture  *fixture,
                           gconstpointer  data)
{
  static const mode_t modes[] = { 0600, 0640, 0664 };
  struct stat info;

  store_fixture_create (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_assert_cmpint (g_chmod (fixture->path, (int) modes[i]), ==, 0);
      store_fixture_answer (fixture, 0, (int) i);
      g_assert_true (cap_dossier_file_publish (fixture->file, NULL));
      g_assert_cmpint (stat (fixture->path, &info), ==, 0);
      g_assert_cmpuint (info.st_mode & 07777, ==, modes[i]);
    }
}

static void
test_longest_name (StoreFixture  *fixture,
                   gconstpointer  data)
{
  g_autofree char *stem = g_strnfill (255 - strlen (".capcedre"), 'x');
  g_autofree char *name = g_strconcat (stem, ".capcedre", NULL);
  g_autofree char *copy = NULL;
  g_autoptr(GError) error = NULL;

  g_free (fixture->path);
  fixture->path = g_build_filename (fixture->folder, name, NULL);
  store_fixture_create (fixture);
  store_fixture_answer (fixture, 0, 3);
  copy = cap_dossier_file_save_copy (fixture->file, &error);
  g_assert_no_error (error);
  store_fixture_close (fixture);
}

int
main (int   argc,
      char *argv[])
{
  store_fixture_init (&argc, &argv);
  signal (SIGXFSZ, SIG_IGN);

  store_fixture_add ("/interruption/killed", test_killed);
  store_fixture_add ("/interruption/full-disk/publishing", test_full_disk_when_publishing);
  store_fixture_add ("/interruption/full-disk/working", test_full_disk_when_working);
  store_fixture_add ("/interruption/full-disk/file-system", test_full_file_system);
  store_fixture_add ("/interruption/read-only-folder", test_read_only_folder);
  store_fixture_add ("/interruption/permissions", test_permissions_are_kept);
  store_fixture_add ("/interruption/longest-name", test_longest_name);

  return g_test_run ();
}
