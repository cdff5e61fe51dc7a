/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

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
assert_refused (StoreFixture  *fixture,
                CapFileAccess  access,
                CapStoreError  code)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CapDossierFile) file = NULL;

  file = cap_dossier_file_open (fixture->path, access, store_fixture_read_framework, &error);
  g_assert_null (file);
  g_assert_error (error, CAP_STORE_ERROR, (int) code);
}

static char *
get_lock_path (StoreFixture *fixture)
{
  g_autofree char *name = g_path_get_basename (fixture->path);
  g_autofree char *lock = g_strdup_printf (".~lock.%s#", name);

  return g_build_filename (fixture->folder, lock, NULL);
}

/* Leaves what a killed program leaves: the working copy, the lock of a dead process. */
static void
kill_program (StoreFixture *fixture)
{
  g_autofree char *lock = get_lock_path (fixture);
  g_autofree char *dead = NULL;

  dead = g_strdup_printf ("[lock]\nid=x\nuser=x\nhost=%s\npid=%d\nstarted=1\ntime=2026-11-20T10:00:00Z\n",
                          g_get_host_name (), getpid ());
  g_clear_pointer (&fixture->file, cap_dossier_file_free);
  g_assert_true (g_file_set_contents (lock, dead, -1, NULL));
}

/* What another person or a synchronisation does: a different dossier takes the place. */
static void
change_meanwhile (StoreFixture *fixture,
                  guint         criterion,
                  int           level)
{
  StoreFixture other = { 0 };
  g_autofree char *content = NULL;
  gsize size;

  other.folder = fixture->folder;
  other.path = g_build_filename (fixture->folder, "autre.capcedre", NULL);
  g_assert_true (g_file_get_contents (fixture->path, &content, &size, NULL));
  g_assert_true (g_file_set_contents (other.path, content, (gssize) size, NULL));
  store_fixture_open (&other, CAP_FILE_WRITE);
  store_fixture_answer (&other, criterion, level);
  store_fixture_close (&other);
  g_assert_cmpint (g_rename (other.path, fixture->path), ==, 0);
  g_free (other.path);
}

static char *
find_file (StoreFixture *fixture,
           const char   *part)
{
  g_autoptr(GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      if (strstr (name, part) != NULL)
        return g_build_filename (fixture->folder, name, NULL);
    }

  return NULL;
}

static void
test_create_refuses_to_overwrite (StoreFixture  *fixture,
                                  gconstpointer  data)
{
  g_autoptr(CapCommand) command = store_fixture_new_creation ();
  g_autoptr(CapDossierFile) file = NULL;
  g_autofree char *content = NULL;
  g_autofree char *nowhere = g_build_filename (fixture->folder, "absent", "a.capcedre", NULL);
  g_autofree char *link = g_build_filename (fixture->folder, "lien.capcedre", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "mine", -1, NULL));
  file = cap_dossier_file_create (fixture->path, command, store_fixture_read_framework, &error);
  g_assert_null (file);
  g_assert_error (error, CAP_STORE_ERROR, CAP_STORE_ERROR_EXISTS);
  g_assert_true (g_file_get_contents (fixture->path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "mine");

  g_clear_error (&error);
  file = cap_dossier_file_create (nowhere, command, store_fixture_read_framework, &error);
  g_assert_null (file);
  g_assert_error (error, CAP_STORE_ERROR, CAP_STORE_ERROR_NOT_FOUND);

  /* A link to nothing is something. */
  g_clear_error (&error);
  g_assert_cmpint (symlink ("absent.capcedre", link), ==, 0);
  file = cap_dossier_file_create (link, command, store_fixture_read_framework, &error);
  g_assert_null (file);
  g_assert_error (error, CAP_STORE_ERROR, CAP_STORE_ERROR_EXISTS);

  g_assert_cmpuint (store_fixture_count_files (fixture->folder), ==, 2);
}

static void
test_two_openings (StoreFixture  *fixture,
                   gconstpointer  data)
{
  g_autofree char *lock = get_lock_path (fixture);
  StoreFixture reader = { fixture->folder, fixture->path, NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(CapDossierFile) second = NULL;

  store_fixture_create (fixture);
  store_fixture_answer (fixture, 0, 4);
  g_assert_true (g_file_test (lock, G_FILE_TEST_EXISTS));

  second = cap_dossier_file_open (fixture->path, CAP_FILE_WRITE, store_fixture_read_framework, &error);
  g_assert_null (second);
  g_assert_error (error, CAP_STORE_ERROR, CAP_STORE_ERROR_LOCKED);
  g_assert_nonnull (strstr (error->message, "since"));

  /* To read needs no lock, and sees what is published. */
  store_fixture_open (&reader, CAP_FILE_READ);
  g_assert_cmpint (store_fixture_get_level (&reader, 0), ==, CAP_LEVEL_UNSET);
  g_assert_false (cap_dossier_file_was_recovered (reader.file));
  store_fixture_close (&reader);

  store_fixture_close (fixture);
  g_assert_false (g_file_test (lock, G_FILE_TEST_EXISTS));
}

/* Both go on; the second one to publish is told. */
static void
test_take_over (StoreFixture  *fixture,
                gconstpointer  data)
{
  g_autofree char *lock = get_lock_path (fixture);
  StoreFixture other = { fixture->folder, fixture->path, NULL };
  g_autoptr(GError) error = NULL;

  store_fixture_create (fixture);
  store_fixture_answer (fixture, 0, 4);

  store_fixture_open (&other, CAP_FILE_TAKE_OVER);
  g_assert_cmpint (store_fixture_get_level (&other, 0), ==, CAP_LEVEL_UNSET);
  store_fixture_answer (&other, 0, 2);
  g_assert_true (cap_dossier_file_publish (other.file, NULL));

  g_assert_false (cap_dossier_file_publish (fixture->file, &error));
  g_assert_error (error, CAP_STORE_ERROR, CAP_STORE_ERROR_CHANGED);
  g_clear_pointer (&fixture->file, cap_dossier_file_free);

  /* The lock is the other one’s. */
  g_assert_true (g_file_test (lock, G_FILE_TEST_EXISTS));
  store_fixture_close (&other);
  g_assert_false (g_file_test (lock, G_FILE_TEST_EXISTS));
}

static void
test_stale_lock (StoreFixture  *fixture,
                 gconstpointer  data)
{
  g_autofree char *lock = get_lock_path (fixture);

  store_fixture_create (fixture);
  kill_program (fixture);
  store_fixture_open (fixture, CAP_FILE_WRITE);
  store_fixture_close (fixture);

  /* Of another computer, nobody can tell. */
  g_assert_true (g_file_set_contents (lock, "[lock]\nid=x\nuser=Marie\nhost=ailleurs\npid=1\nstarted=1\n"
                                      "time=2026-11-20T10:00:00Z\n", -1, NULL));
  assert_refused (fixture, CAP_FILE_WRITE, CAP_STORE_ERROR_LOCKED);
  store_fixture_open (fixture, CAP_FILE_TAKE_OVER);
  store_fixture_close (fixture);

  g_assert_true (g_file_set_contents (lock, "", -1, NULL));
  assert_refused (fixture, CAP_FILE_WRITE, CAP_STORE_ERROR_LOCKED);
  store_fixture_open (fixture, CAP_FILE_TAKE_OVER);
  store_fixture_close (fixture);
  g_assert_cmpuint (store_fixture_count_files (fixture->folder), ==, 1);
}

static void
test_changed_then_replace (StoreFixture  *fixture,
                           gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  store_fixture_create (fixture);
  store_fixture_answer (fixture, 0, 4);
  change_meanwhile (fixture, 0, 1);

  g_assert_false (cap_dossier_file_publish (fixture->file, &error));
  g_assert_error (error, CAP_STORE_ERROR, CAP_STORE_ERROR_CHANGED);
  g_clear_error (&error);
  g_assert_false (cap_dossier_file_close (fixture->file, &error));
  g_assert_error (error, CAP_STORE_ERROR, CAP_STORE_ERROR_CHANGED);
  g_assert_true (cap_dossier_file_needs_publish (fixture->file));

  g_assert_true (cap_dossier_file_replace (fixture->file, NULL));
  store_fixture_close (fixture);
  store_fixture_open (fixture, CAP_FILE_READ);
  g_assert_cmpint (store_fixture_get_level (fixture, 0), ==, 4);
}

static void
test_changed_then_copy (StoreFixture  *fixture,
                        gconstpointer  data)
{
  g_autofree char *copy = NULL;
  g_autofree char *found = NULL;

  store_fixture_create (fixture);
  store_fixture_answer (fixture, 0, 4);
  change_meanwhile (fixture, 0, 1);

  copy = cap_dossier_file_save_copy (fixture->file, NULL);
  g_assert_nonnull (copy);
  g_assert_true (g_str_has_suffix (copy, ").capcedre"));
  g_assert_nonnull (strstr (copy, "Étang d’été (copy "));
  g_assert_false (cap_dossier_file_needs_publish (fixture->file));

  /* The work goes on in the copy; the file is as the other one left it. */
  store_fixture_answer (fixture, 1, 3);
  store_fixture_close (fixture);
  store_fixture_open (fixture, CAP_FILE_WRITE);
  g_assert_cmpint (store_fixture_get_level (fixture, 0), ==, 1);
  g_assert_cmpint (store_fixture_get_level (fixture, 1), ==, CAP_LEVEL_UNSET);
  store_fixture_close (fixture);

  g_free (fixture->path);
  fixture->path = g_steal_pointer (&copy);
  store_fixture_open (fixture, CAP_FILE_WRITE);
  g_assert_cmpint (store_fixture_get_level (fixture, 0), ==, 4);
  g_assert_cmpint (store_fixture_get_level (fixture, 1), ==, 3);
  store_fixture_close (fixture);
  g_assert_cmpuint (store_fixture_count_files (fixture->folder), ==, 2);
}

/* Copied over itself, touched, restored: the content is the same. */
static void
test_touched_is_not_changed (StoreFixture  *fixture,
                             gconstpointer  data)
{
  g_autofree char *content = NULL;
  gsize size;

  store_fixture_create (fixture);
  store_fixture_answer (fixture, 0, 4);
  g_assert_true (g_file_get_contents (fixture->path, &content, &size, NULL));
  g_assert_true (g_file_set_contents (fixture->path, content, (gssize) size, NULL));
  store_fixture_close (fixture);
  store_fixture_open (fixture, CAP_FILE_READ);
  g_assert_cmpint (store_fixture_get_level (fixture, 0), ==, 4);
}

static void
test_damaged_meanwhile (StoreFixture  *fixture,
                        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  store_fixture_create (fixture);
  store_fixture_answer (fixture, 0, 4);
  g_assert_true (g_file_set_contents (fixture->path, "half a file", -1, NULL));
  g_assert_false (cap_dossier_file_publish (fixture->file, &error));
  g_assert_error (error, CAP_STORE_ERROR, CAP_STORE_ERROR_CHANGED);
}

static void
test_removed_is_written_again (StoreFixture  *fixture,
                               gconstpointer  data)
{
  store_fixture_create (fixture);
  store_fixture_answer (fixture, 0, 4);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  store_fixture_close (fixture);
  store_fixture_open (fixture, CAP_FILE_READ);
  g_assert_cmpint (store_fixture_get_level (fixture, 0), ==, 4);
}

static void
test_recovered (StoreFixture  *fixture,
                gconstpointer  data)
{
  g_autofree char *label = NULL;

  store_fixture_create (fixture);
  store_fixture_answer (fixture, 0, 4);
  kill_program (fixture);

  store_fixture_open (fixture, CAP_FILE_WRITE);
  g_assert_true (cap_dossier_file_was_recovered (fixture->file));
  g_assert_true (cap_dossier_file_needs_publish (fixture->file));
  g_assert_cmpint (store_fixture_get_level (fixture, 0), ==, 4);
  label = cap_dossier_file_undo (fixture->file, NULL);
  g_assert_nonnull (label);
  store_fixture_answer (fixture, 0, 3);
  store_fixture_close (fixture);

  store_fixture_open (fixture, CAP_FILE_WRITE);
  g_assert_false (cap_dossier_file_was_recovered (fixture->file));
  g_assert_cmpint (store_fixture_get_level (fixture, 0), ==, 3);
}

static void
test_recovered_by_reading (StoreFixture  *fixture,
                           gconstpointer  data)
{
  store_fixture_create (fixture);
  store_fixture_answer (fixture, 0, 4);
  kill_program (fixture);

  store_fixture_open (fixture, CAP_FILE_READ);
  g_assert_true (cap_dossier_file_was_recovered (fixture->file));
  g_assert_cmpint (store_fixture_get_level (fixture, 0), ==, 4);
  store_fixture_close (fixture);
  g_assert_cmpuint (store_fixture_count_files (fixture->folder), ==, 1);
}

/* Nothing lost: neither what the other did, nor what the killed program had. */
static void
test_recovered_beside (StoreFixture  *fixture,
                       gconstpointer  data)
{
  g_autofree char *beside = NULL;

  store_fixture_create (fixture);
  store_fixture_answer (fixture, 0, 4);
  kill_program (fixture);
  change_meanwhile (fixture, 0, 1);

  store_fixture_open (fixture, CAP_FILE_WRITE);
  g_assert_false (cap_dossier_file_was_recovered (fixture->file));
  g_assert_cmpint (store_fixture_get_level (fixture, 0), ==, 1);
  store_fixture_close (fixture);

  beside = find_file (fixture, "(recovered ");
  g_assert_nonnull (beside);
  g_free (fixture->path);
  fixture->path = g_steal_pointer (&beside);
  store_fixture_open (fixture, CAP_FILE_READ);
  g_assert_cmpint (store_fixture_get_level (fixture, 0), ==, 4);
}

static void
test_recovered_after_damage (StoreFixture  *fixture,
                             gconstpointer  data)
{
  g_autofree char *beside = NULL;

  store_fixture_create (fixture);
  store_fixture_answer (fixture, 0, 4);
  kill_program (fixture);
  g_assert_true (g_file_set_contents (fixture->path, "half a file", -1, NULL));

  assert_refused (fixture, CAP_FILE_WRITE, CAP_STORE_ERROR_CORRUPT);
  beside = find_file (fixture, "(recovered ");
  g_assert_nonnull (beside);
  g_free (fixture->path);
  fixture->path = g_steal_pointer (&beside);
  store_fixture_open (fixture, CAP_FILE_READ);
  g_assert_cmpint (store_fixture_get_level (fixture, 0), ==, 4);
}

static void
test_moved_then_recovered (StoreFixture  *fixture,
                           gconstpointer  data)
{
  g_autofree char *moved = g_build_filename (fixture->folder, "Déplacé.capcedre", NULL);

  store_fixture_create (fixture);
  store_fixture_answer (fixture, 0, 4);
  g_clear_pointer (&fixture->file, cap_dossier_file_free);
  g_assert_cmpint (g_rename (fixture->path, moved), ==, 0);
  g_free (fixture->path);
  fixture->path = g_steal_pointer (&moved);

  store_fixture_open (fixture, CAP_FILE_WRITE);
  g_assert_true (cap_dossier_file_was_recovered (fixture->file));
  g_assert_cmpint (store_fixture_get_level (fixture, 0), ==, 4);
  store_fixture_close (fixture);
  g_assert_cmpuint (store_fixture_count_files (fixture->folder), ==, 1);
}

static void
test_damaged_working_copy (StoreFixture  *fixture,
                           gconstpointer  data)
{
  g_autofree char *work = g_build_filename (g_get_user_state_dir (), "cap-cedre", "work", NULL);
  g_autoptr(GDir) dir = NULL;
  g_autofree char *db = NULL;

  store_fixture_create (fixture);
  store_fixture_answer (fixture, 0, 4);
  kill_program (fixture);
  dir = g_dir_open (work, 0, NULL);
  db = g_build_filename (work, g_dir_read_name (dir), "work.db", NULL);
  g_assert_true (g_file_set_contents (db, "not a database", -1, NULL));

  store_fixture_open (fixture, CAP_FILE_WRITE);
  g_assert_false (cap_dossier_file_was_recovered (fixture->file));
  g_assert_cmpint (store_fixture_get_level (fixture, 0), ==, CAP_LEVEL_UNSET);
  store_fixture_close (fixture);
  g_assert_cmpuint (store_fixture_count_files (work), ==, 1); /* set aside, not destroyed */
}

static void
test_link_is_followed (StoreFixture  *fixture,
                       gconstpointer  data)
{
  g_autofree char *target = g_strdup (fixture->path);
  g_autofree char *link = g_build_filename (fixture->folder, "lien.capcedre", NULL);

  store_fixture_create (fixture);
  store_fixture_close (fixture);
  g_assert_cmpint (symlink (target, link), ==, 0);

  g_free (fixture->path);
  fixture->path = g_strdup (link);
  store_fixture_open (fixture, CAP_FILE_WRITE);
  store_fixture_answer (fixture, 0, 4);
  store_fixture_close (fixture);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));

  g_free (fixture->path);
  fixture->path = g_steal_pointer (&target);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
  store_fixture_open (fixture, CAP_FILE_READ);
  g_assert_cmpint (store_fixture_get_level (fixture, 0), ==, 4);
}

static void
test_read_only_refuses_gestures (StoreFixture  *fixture,
                                 gconstpointer  data)
{
  g_autoptr(CapDossier) dossier = NULL;
  g_autoptr(CapCommand) command = NULL;
  g_autoptr(GError) error = NULL;

  store_fixture_create (fixture);
  store_fixture_close (fixture);
  store_fixture_open (fixture, CAP_FILE_READ);
  dossier = cap_dossier_file_load (fixture->file, NULL);
  command = store_fixture_new_answer (dossier, 0, 1);
  g_assert_false (cap_dossier_file_run (fixture->file, command, &error));
  g_assert_error (error, CAP_STORE_ERROR, CAP_STORE_ERROR_READ_ONLY);
  g_assert_true (cap_dossier_file_publish (fixture->file, NULL));
  g_assert_cmpuint (store_fixture_count_files (fixture->folder), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  store_fixture_init (&argc, &argv);

  store_fixture_add ("/dossier-file/life", test_life);
  store_fixture_add ("/dossier-file/create/refuses-to-overwrite", test_create_refuses_to_overwrite);
  store_fixture_add ("/dossier-file/lock/two-openings", test_two_openings);
  store_fixture_add ("/dossier-file/lock/take-over", test_take_over);
  store_fixture_add ("/dossier-file/lock/stale", test_stale_lock);
  store_fixture_add ("/dossier-file/changed/replace", test_changed_then_replace);
  store_fixture_add ("/dossier-file/changed/copy", test_changed_then_copy);
  store_fixture_add ("/dossier-file/changed/touched", test_touched_is_not_changed);
  store_fixture_add ("/dossier-file/changed/damaged", test_damaged_meanwhile);
  store_fixture_add ("/dossier-file/changed/removed", test_removed_is_written_again);
  store_fixture_add ("/dossier-file/recovered/taken-up", test_recovered);
  store_fixture_add ("/dossier-file/recovered/by-reading", test_recovered_by_reading);
  store_fixture_add ("/dossier-file/recovered/beside", test_recovered_beside);
  store_fixture_add ("/dossier-file/recovered/after-damage", test_recovered_after_damage);
  store_fixture_add ("/dossier-file/recovered/moved", test_moved_then_recovered);
  store_fixture_add ("/dossier-file/recovered/damaged-working-copy", test_damaged_working_copy);
  store_fixture_add ("/dossier-file/link", test_link_is_followed);
  store_fixture_add ("/dossier-file/read-only", test_read_only_refuses_gestures);

  return g_test_run ();
}
