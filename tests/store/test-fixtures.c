/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <sqlite3.h>

#include "store/cap-migrations.h"
#include "store/store-fixture.h"

/* Makes the file that a released version of the program wrote. */
static void
build_fixture (const char *path,
               guint       version)
{
  g_autofree char *name = g_strdup_printf ("%03u.sql", version);
  g_autofree char *source = g_test_build_filename (G_TEST_DIST, "store", "fixtures", name, NULL);
  g_autofree char *sql = NULL;
  g_autoptr(GError) error = NULL;
  sqlite3 *db = NULL;

  g_assert_true (g_file_get_contents (source, &sql, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static void
assert_content (StoreFixture *fixture)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CapDossier) dossier = cap_dossier_file_load (fixture->file, &error);
  const CapAnswer *answer;
  const CapAction *action;

  g_assert_no_error (error);
  g_assert_cmpstr (dossier->id, ==, "0c6f3a52-6f0e-4b51-9c0e-4c1f3a8b7d10");
  g_assert_cmpstr (dossier->member->name, ==, "Les Jardins de l’Étang");
  g_assert_cmpint (dossier->member->staff, ==, 12);

  answer = cap_evaluation_get_answer (cap_dossier_get_current (dossier), "A1.1");
  g_assert_cmpint (answer->level, ==, 3);
  g_assert_cmpstr (answer->comment, ==, "Écrit et connu");
  g_assert_cmpuint (answer->evidence->len, ==, 1);

  action = cap_dossier_find_action (dossier, 2);
  g_assert_cmpstr (action->title, ==, "Relire la procédure");
  g_assert_true (cap_action_has_origin (action, "A1.2"));
}

static char *
dump (StoreFixture *fixture)
{
  g_autoptr(CapDossier) dossier = cap_dossier_file_load (fixture->file, NULL);

  return store_fixture_dump (dossier);
}

/* A row that was there before the last columns is changed as any other. */
static void
change_action_there_and_back (StoreFixture *fixture)
{
  g_autoptr(CapDossier) dossier = cap_dossier_file_load (fixture->file, NULL);
  g_autoptr(CapAction) action = cap_action_copy (cap_dossier_find_action (dossier, 2));
  g_autoptr(CapCommand) command = cap_command_new (CAP_GESTURE_ACTION, "2");
  g_autofree char *before = dump (fixture);
  g_autofree char *after = NULL;
  g_autofree char *label = NULL;
  g_autoptr(GError) error = NULL;

  action->state = CAP_ACTION_STARTED;
  cap_command_put_action (command, action);
  cap_dossier_file_run (fixture->file, command, &error);
  g_assert_no_error (error);
  label = cap_dossier_file_undo (fixture->file, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (label, ==, "Change action 2");
  after = dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

/* A dossier of each released version: read, then worked in and published. */
static void
test_released_versions (StoreFixture  *fixture,
                        gconstpointer  data)
{
  for (guint version = 1; version <= cap_migrations_get_latest (); version++)
    {
      g_autofree char *name = g_strdup_printf ("v%03u.capcedre", version);
      g_autoptr(GPtrArray) faults = NULL;
      g_autofree char *label = NULL;

      g_free (fixture->path);
      fixture->path = g_build_filename (fixture->folder, name, NULL);
      build_fixture (fixture->path, version);
      faults = cap_dossier_file_check (fixture->path, store_fixture_read_framework, NULL);
      g_assert_cmpuint (faults->len, ==, 0);

      store_fixture_open (fixture, CAP_FILE_READ);
      assert_content (fixture);
      store_fixture_close (fixture);

      store_fixture_open (fixture, CAP_FILE_WRITE);
      assert_content (fixture);
      change_action_there_and_back (fixture);
      label = cap_dossier_file_undo (fixture->file, NULL); /* its changesets are ours */
      g_assert_cmpstr (label, ==, "Answer A1.1");
      g_assert_cmpint (store_fixture_get_level (fixture, 0), ==, CAP_LEVEL_UNSET);
      store_fixture_close (fixture);
    }
}

/* As big as one gets: ten yearly evaluations, everything answered, a thousand actions. */
static void
test_ten_years (StoreFixture  *fixture,
                gconstpointer  data)
{
  g_autoptr(CapFramework) framework = store_fixture_new_framework ();
  g_autoptr(CapCommand) command = cap_command_new (CAP_GESTURE_IMPORT, "dix ans");
  g_autoptr(CapDossier) dossier = NULL;
  g_autoptr(GError) error = NULL;
  gint64 start;

  for (guint year = 2; year <= 10; year++)
    {
      g_autoptr(CapEvaluation) evaluation = NULL;

      evaluation = cap_evaluation_new (NULL, year, "2026-11-20", CAP_MODE_CAP, framework);
      for (guint i = 0; i < STORE_FIXTURE_N_CRITERIA; i++)
        {
          g_autofree char *code = store_fixture_get_code (i);
          CapAnswer *answer = cap_answer_new_rated (code, (int) i % 5);

          cap_answer_set_comment (answer, "Ce que l’équipe en a dit, en une phrase ou deux, sans plus.");
          g_ptr_array_add (answer->evidence,
                           cap_evidence_new (NULL, "Compte rendu", "Classeur 3", "2026-03-01"));
          cap_evaluation_take_answer (evaluation, answer);
        }
      cap_command_put_evaluation (command, evaluation);
    }
  for (guint i = 0; i < 1000; i++)
    {
      g_autoptr(CapAction) action = cap_action_new (NULL, "Une action du plan de progrès");

      cap_command_put_action (command, action);
    }

  store_fixture_create (fixture);
  start = g_get_monotonic_time ();
  cap_dossier_file_run (fixture->file, command, &error);
  g_assert_no_error (error);
  g_test_message ("written in %" G_GINT64_FORMAT " ms", (g_get_monotonic_time () - start) / 1000);

  start = g_get_monotonic_time ();
  dossier = cap_dossier_file_load (fixture->file, &error);
  g_assert_no_error (error);
  g_test_message ("loaded in %" G_GINT64_FORMAT " ms", (g_get_monotonic_time () - start) / 1000);
  g_assert_cmpuint (dossier->evaluations->len, ==, 10);
  g_assert_cmpuint (dossier->actions->len, ==, 1000);

  start = g_get_monotonic_time ();
  store_fixture_close (fixture);
  g_test_message ("published in %" G_GINT64_FORMAT " ms", (g_get_monotonic_time () - start) / 1000);

  start = g_get_monotonic_time ();
  store_fixture_open (fixture, CAP_FILE_WRITE);
  g_test_message ("opened in %" G_GINT64_FORMAT " ms", (g_get_monotonic_time () - start) / 1000);
  store_fixture_close (fixture);
}

int
main (int   argc,
      char *argv[])
{
  store_fixture_init (&argc, &argv);

  store_fixture_add ("/fixtures/released-versions", test_released_versions);
  store_fixture_add ("/fixtures/ten-years", test_ten_years);

  return g_test_run ();
}
