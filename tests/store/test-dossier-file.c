/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "store/store-fixture.h"

static void
test_life (StoreFixture  *fixture,
           gconstpointer  data)
{
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autoptr(GError) error = NULL;

  store_fixture_create (fixture);
  g_assert_false (cap_dossier_file_is_read_only (fixture->file));
  g_assert_false (cap_dossier_file_needs_publish (fixture->file));
  g_assert_cmpint (store_fixture_get_level (fixture, 0), ==, CAP_LEVEL_UNSET);

  store_fixture_answer (fixture, 0, 3);
  g_assert_true (cap_dossier_file_needs_publish (fixture->file));
  g_assert_cmpint (store_fixture_get_level (fixture, 0), ==, 3);

  g_assert_true (cap_dossier_file_publish (fixture->file, &error));
  g_assert_no_error (error);
  g_assert_false (cap_dossier_file_needs_publish (fixture->file));

  undone = cap_dossier_file_undo (fixture->file, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (undone, ==, "Answer A1.1");
  g_assert_cmpint (store_fixture_get_level (fixture, 0), ==, CAP_LEVEL_UNSET);
  store_fixture_close (fixture);

  /* The dossier alone: neither lock nor temporary file. */
  g_assert_cmpuint (store_fixture_count_files (fixture->folder), ==, 1);

  store_fixture_open (fixture, CAP_FILE_WRITE);
  g_assert_false (cap_dossier_file_was_recovered (fixture->file));
  redone = cap_dossier_file_redo (fixture->file, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (redone, ==, "Answer A1.1");
  g_assert_cmpint (store_fixture_get_level (fixture, 0), ==, 3);
  store_fixture_close (fixture);

  store_fixture_open (fixture, CAP_FILE_READ);
  g_assert_true (cap_dossier_file_is_read_only (fixture->file));
  g_assert_cmpint (store_fixture_get_level (fixture, 0), ==, 3);
  store_fixture_close (fixture);
}

static void
add (const char   *path,
     void        (*test) (StoreFixture *, gconstpointer))
{
  g_test_add (path, StoreFixture, NULL, store_fixture_set_up, test, store_fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  add ("/dossier-file/life", test_life);

  return g_test_run ();
}
