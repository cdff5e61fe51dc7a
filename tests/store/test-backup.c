/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>

#include "store/cap-backup-folder.h"
#include "store/store-fixture.h"

static GPtrArray *
list (StoreFixture *fixture)
{
  g_autofree char *problem = NULL;
  GPtrArray *backups = cap_dossier_file_list_backups (fixture->file, &problem, NULL);

  g_assert_null (problem);

  return backups;
}

static void
publish (StoreFixture *fixture)
{
  g_autoptr(GError) error = NULL;

  cap_dossier_file_publish (fixture->file, &error);
  g_assert_no_error (error);
}

static int
get_level_in (const char *path,
              guint       criterion)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CapDossierFile) file = cap_dossier_file_open (path, CAP_FILE_READ, store_fixture_read_framework,
                                                          &error);
  g_autoptr(CapDossier) dossier = NULL;
  g_autofree char *code = store_fixture_get_code (criterion);
  const CapAnswer *answer;

  g_assert_no_error (error);
  dossier = cap_dossier_file_load (file, &error);
  g_assert_no_error (error);
  answer = cap_evaluation_get_answer (cap_dossier_get_current (dossier), code);

  return answer != NULL ? answer->level : CAP_LEVEL_UNSET;
}

/* Makes as if the backup had been made that long ago. Returns: its new path. */
static char *
age (const CapBackup *backup,
     gint64           seconds)
{
  g_autoptr(GDateTime) then = g_date_time_new_from_unix_local (backup->time - seconds);
  g_autofree char *date = g_date_time_format (then, "%Y-%m-%d-%H%M%S");
  g_autofree char *folder = g_path_get_dirname (backup->path);
  g_autofree char *name = g_path_get_basename (backup->path);
  g_autofree char *older = g_strconcat (date, name + strlen (date), NULL);
  char *path = g_build_filename (folder, older, NULL);

  g_assert_cmpint (g_rename (backup->path, path), ==, 0);

  return path;
}

/* The first publication makes one; those that follow within the hour do not; then there is another. */
static void
test_one_an_hour (StoreFixture  *fixture,
                  gconstpointer  data)
{
  g_autoptr(GPtrArray) first = NULL;
  g_autoptr(GPtrArray) second = NULL;
  g_autoptr(GPtrArray) third = NULL;
  g_autofree char *older = NULL;

  store_fixture_create (fixture);
  store_fixture_answer (fixture, 0, 3);
  publish (fixture);
  first = list (fixture);
  g_assert_cmpuint (first->len, ==, 1);

  store_fixture_answer (fixture, 0, 1);
  publish (fixture);
  second = list (fixture);
  g_assert_cmpuint (second->len, ==, 1);

  older = age (g_ptr_array_index (second, 0), CAP_BACKUP_INTERVAL_SECONDS + 5);
  store_fixture_answer (fixture, 1, 2);
  publish (fixture);
  third = list (fixture);
  g_assert_cmpuint (third->len, ==, 2);
  g_assert_cmpint (get_level_in (((CapBackup *) g_ptr_array_index (third, 0))->path, 0), ==, 1);
  g_assert_cmpint (get_level_in (((CapBackup *) g_ptr_array_index (third, 1))->path, 0), ==, 3);
  g_assert_cmpstr (((CapBackup *) g_ptr_array_index (third, 1))->path, ==, older);
}

static void
test_on_demand (StoreFixture  *fixture,
                gconstpointer  data)
{
  g_autoptr(GPtrArray) backups = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *older = NULL;

  store_fixture_create (fixture);
  store_fixture_answer (fixture, 0, 3);
  publish (fixture);
  backups = list (fixture);
  older = age (g_ptr_array_index (backups, 0), 90);
  cap_dossier_file_back_up (fixture->file, &error);
  g_assert_no_error (error);
  g_clear_pointer (&backups, g_ptr_array_unref);
  backups = list (fixture);
  g_assert_cmpuint (backups->len, ==, 1); /* one of each hour stays: the newest */
  g_assert_false (g_file_test (older, G_FILE_TEST_EXISTS));
}

static void
test_second_folder (StoreFixture  *fixture,
                    gconstpointer  data)
{
  g_autofree char *key = g_build_filename (fixture->folder, "clé", NULL);
  g_autoptr(GPtrArray) without = NULL;
  g_autoptr(GPtrArray) with = NULL;
  guint n_second = 0;

  cap_backup_folder_set_second (key);
  store_fixture_create (fixture);
  store_fixture_answer (fixture, 0, 3);
  publish (fixture); /* the key is not there: no matter */
  without = list (fixture);
  g_assert_cmpuint (without->len, ==, 1);

  g_assert_cmpint (g_mkdir (key, 0700), ==, 0);
  store_fixture_answer (fixture, 0, 1);
  publish (fixture);
  with = list (fixture);
  g_assert_cmpuint (with->len, ==, 2);
  for (guint i = 0; i < with->len; i++)
    {
      const CapBackup *backup = g_ptr_array_index (with, i);

      n_second += backup->second;
      g_assert_cmpint (get_level_in (backup->path, 0), ==, backup->second ? 1 : 3);
      g_assert_true (g_str_has_prefix (backup->path, key) == backup->second);
    }
  g_assert_cmpuint (n_second, ==, 1);
  cap_backup_folder_set_second (NULL);
}

/* Two files of one dossier: the backups of one are not those of the other, nor do they take their place. */
static void
test_two_files (StoreFixture  *fixture,
                gconstpointer  data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "autre.capcedre", NULL);
  g_autofree char *content = NULL;
  g_autofree char *path = NULL;
  g_autoptr(GPtrArray) backups = NULL;
  gsize length;

  store_fixture_create (fixture);
  store_fixture_answer (fixture, 0, 3);
  store_fixture_close (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &content, &length, NULL));
  g_assert_true (g_file_set_contents (other, content, (gssize) length, NULL));

  path = g_steal_pointer (&fixture->path);
  fixture->path = g_strdup (other);
  store_fixture_open (fixture, CAP_FILE_WRITE);
  store_fixture_answer (fixture, 0, 1);
  publish (fixture);
  backups = list (fixture);
  g_assert_cmpuint (backups->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const CapBackup *backup = g_ptr_array_index (backups, i);
      const gboolean of_other = g_str_equal (backup->name, "autre.capcedre");

      g_assert_cmpint (get_level_in (backup->path, 0), ==, of_other ? 1 : 3);
    }
}

/* What cannot be backed up is published all the same, and told. */
static void
test_no_room (StoreFixture  *fixture,
              gconstpointer  data)
{
  g_autofree char *state = g_build_filename (g_get_user_state_dir (), "cap-cedre", NULL);
  g_autofree char *folder = g_build_filename (state, "backups", NULL);
  g_autofree char *problem = NULL;
  g_autoptr(GPtrArray) backups = NULL;

  store_fixture_create (fixture);
  store_fixture_answer (fixture, 0, 3);
  g_assert_cmpint (g_mkdir_with_parents (state, 0700), ==, 0);
  g_assert_true (g_file_set_contents (folder, "no folder", -1, NULL));
  publish (fixture);
  g_assert_cmpint (get_level_in (fixture->path, 0), ==, 3);
  backups = cap_dossier_file_list_backups (fixture->file, &problem, NULL);
  g_assert_cmpuint (backups->len, ==, 0);
  g_assert_nonnull (problem);
}

/* A dossier that cannot be read any more is looked for by its name. */
static void
test_find (StoreFixture  *fixture,
           gconstpointer  data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "autre.capcedre", NULL);
  g_autoptr(GPtrArray) found = NULL;
  g_autoptr(GPtrArray) none = NULL;

  store_fixture_create (fixture);
  store_fixture_answer (fixture, 0, 3);
  store_fixture_close (fixture);
  found = cap_backup_folder_find (fixture->path);
  g_assert_cmpuint (found->len, ==, 1);
  none = cap_backup_folder_find (other);
  g_assert_cmpuint (none->len, ==, 0);
}

/* Restore point, work, look inside as it was, return, undo: all in the file, after it was closed too. */
static void
test_restore_point (StoreFixture  *fixture,
                    gconstpointer  data)
{
  g_autoptr(CapDossierFile) past = NULL;
  g_autoptr(CapDossier) dossier = NULL;
  g_autoptr(GPtrArray) entries = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *label = NULL;
  const CapJournalQuery query = { .limit = 10 };
  const CapJournalEntry *mark;
  gboolean changed = FALSE;

  store_fixture_create (fixture);
  store_fixture_answer (fixture, 0, 3);
  g_assert_true (cap_dossier_file_mark (fixture->file, "Avant la réunion", &error));
  g_assert_true (cap_dossier_file_needs_publish (fixture->file));
  store_fixture_answer (fixture, 0, 1);
  store_fixture_close (fixture);

  past = cap_dossier_file_open_past (fixture->path, 3, store_fixture_read_framework, &error);
  g_assert_no_error (error);
  g_assert_true (cap_dossier_file_is_read_only (past));
  dossier = cap_dossier_file_load (past, &error);
  g_assert_cmpint (cap_evaluation_get_answer (cap_dossier_get_current (dossier), "A1.1")->level, ==, 3);

  store_fixture_open (fixture, CAP_FILE_WRITE);
  entries = cap_dossier_file_read_journal (fixture->file, &query, &error);
  mark = g_ptr_array_index (entries, 1);
  g_assert_cmpint (mark->kind, ==, CAP_GESTURE_MARK);
  g_assert_cmpstr (mark->detail, ==, "Avant la réunion");
  g_assert_true (cap_dossier_file_return (fixture->file, mark->sequence, mark->detail, &changed, &error));
  g_assert_cmpint (store_fixture_get_level (fixture, 0), ==, 3);
  g_assert_true (changed);
  g_assert_true (cap_dossier_file_return (fixture->file, mark->sequence, mark->detail, &changed, &error));
  g_assert_false (changed); /* nothing is different: there is no gesture */
  label = cap_dossier_file_undo (fixture->file, &error);
  g_assert_cmpint (store_fixture_get_level (fixture, 0), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  store_fixture_init (&argc, &argv);

  store_fixture_add ("/store/backup/one-an-hour", test_one_an_hour);
  store_fixture_add ("/store/backup/on-demand", test_on_demand);
  store_fixture_add ("/store/backup/second-folder", test_second_folder);
  store_fixture_add ("/store/backup/two-files", test_two_files);
  store_fixture_add ("/store/backup/no-room", test_no_room);
  store_fixture_add ("/store/backup/find", test_find);
  store_fixture_add ("/store/backup/restore-point", test_restore_point);

  return g_test_run ();
}
