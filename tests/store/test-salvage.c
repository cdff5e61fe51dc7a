/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#include "store/cap-migrations.h"
#include "store/cap-salvage.h"
#include "store/salvage-fixture.h"

#define PAGE            4096
#define N_DAMAGES       36
#define STEP            12  /* which pages are lost, one by one */
#define HEADER_SIZE     100

static void
test_undamaged (StoreFixture  *fixture,
                gconstpointer  data)
{
  Patient patient = { 0 };
  g_autoptr(CapSalvageReport) report = cap_salvage_report_new ();

  patient_admit (&patient, fixture, NULL);
  g_assert_cmpuint (patient_treat (&patient, patient.bytes, patient.size, 0, report), ==, patient.n_rows);
  g_assert_true (cap_salvage_report_is_whole (report));
  g_assert_true (report->journal_kept);
  g_assert_false (report->rebuilt);
  g_assert_cmpuint (report->n_rows, ==, patient.n_rows);
  patient_discharge (&patient);
}

/* Neither the header nor the page where the schema begins is needed. */
static void
test_first_page (StoreFixture  *fixture,
                 gconstpointer  data)
{
  Patient patient = { 0 };
  g_autofree guint8 *bytes = NULL;

  patient_admit (&patient, fixture, NULL);
  bytes = g_memdup2 (patient.bytes, patient.size);
  memset (bytes, 0, HEADER_SIZE);
  g_assert_cmpuint (patient_treat (&patient, bytes, patient.size, 0, NULL), ==, patient.n_rows);
  memset (bytes, 0, PAGE);
  g_assert_cmpuint (patient_treat (&patient, bytes, patient.size, 0, NULL), ==, patient.n_rows);
  patient_discharge (&patient);
}

/* Each page in turn is lost: rows of its table may be missing, no other; where a gesture put them, none. */
static void
test_each_page (StoreFixture  *fixture,
                gconstpointer  data)
{
  Patient patient = { 0 };
  guint n_whole = 0;
  guint n_pages;
  guint64 n_saved = 0;

  patient_admit (&patient, fixture, NULL);
  n_pages = (guint) (patient.size / PAGE);
  for (guint page = 0; page < n_pages; page += STEP)
    {
      g_autofree guint8 *bytes = g_memdup2 (patient.bytes, patient.size);
      g_autoptr(CapSalvageReport) report = cap_salvage_report_new ();
      guint n;

      memset (bytes + (gsize) page * PAGE, page % 3 == 0 ? 0 : 0xa5, PAGE);
      n = patient_treat (&patient, bytes, patient.size, 0, report);
      n_saved += n;
      n_whole += n == patient.n_rows;
      if (report->journal_kept)
        g_assert_cmpuint (n + report->n_missing, >=, patient.n_rows);
    }

  g_test_message ("%u files without a page: %.1f %% of rows saved, %u whole", (n_pages + STEP - 1) / STEP,
                  100.0 * n_saved / (patient.n_rows * ((n_pages + STEP - 1) / STEP)), n_whole);
  g_assert_cmpuint (n_saved, >, (guint64) (0.9 * patient.n_rows * ((n_pages + STEP - 1) / STEP)));
  patient_discharge (&patient);
}

static void
test_anywhere (StoreFixture  *fixture,
               gconstpointer  data)
{
  Patient patient = { 0 };
  guint64 n_saved[SALVAGE_N_DAMAGES] = { 0 };
  guint64 all = 0;

  patient_admit (&patient, fixture, NULL);
  for (guint i = 0; i < N_DAMAGES; i++)
    {
      g_autofree guint8 *bytes = g_memdup2 (patient.bytes, patient.size);
      guint n_altered;
      const gsize left = patient_damage (&patient, i, bytes, &n_altered);

      n_saved[i % SALVAGE_N_DAMAGES] += patient_treat (&patient, bytes, left, n_altered, NULL);
    }

  for (guint i = 0; i < SALVAGE_N_DAMAGES; i++)
    {
      g_test_message ("damage %u: %.1f %% of rows saved", i,
                      100.0 * n_saved[i] / ((guint64) patient.n_rows * N_DAMAGES / SALVAGE_N_DAMAGES));
      all += n_saved[i];
    }
  g_test_message ("%u damaged files: %.1f %% of rows saved, 0 crashes", N_DAMAGES,
                  100.0 * all / ((guint64) patient.n_rows * N_DAMAGES));
  g_assert_cmpuint (n_saved[0] + n_saved[2] + n_saved[3], >,
                    (guint64) (0.6 * patient.n_rows * N_DAMAGES / 2));
  patient_discharge (&patient);
}

static void
lose (Patient    *patient,
      const char *name)
{
  memset (patient->bytes + (patient_find_root (patient, name) - 1) * (gsize) PAGE, 0, PAGE);
}

/* The detail of each gesture: see random_command_new(). */
static void
lose_gestures (Patient *patient)
{
  const guint8 *found = memmem (patient->bytes, patient->size, "au hasard", strlen ("au hasard"));

  g_assert_nonnull (found);
  memset (patient->bytes + (gsize) (found - patient->bytes) / PAGE * PAGE, 0, PAGE);
}

/* Without a journal, answers whose evaluation is lost still stand: what is made again is told. */
static void
test_evaluation (StoreFixture  *fixture,
                 gconstpointer  data)
{
  Patient patient = { 0 };
  g_autoptr(CapSalvageReport) report = cap_salvage_report_new ();
  g_autoptr(GHashTable) tables = NULL;
  guint n_answers;

  patient_admit (&patient, fixture, NULL);
  lose_gestures (&patient);
  lose (&patient, "evaluation");
  lose (&patient, "member");
  patient_treat (&patient, patient.bytes, patient.size, 0, report);

  tables = patient_read_tables (patient.saved);
  n_answers = g_hash_table_size (g_hash_table_lookup (patient.tables, "answer"));
  g_assert_cmpuint (g_hash_table_size (g_hash_table_lookup (tables, "answer")), ==, n_answers);
  g_assert_cmpuint (g_hash_table_size (g_hash_table_lookup (tables, "evaluation")), >, 0);
  g_assert_cmpuint (g_hash_table_size (g_hash_table_lookup (tables, "member")), ==, 1);
  g_assert_cmpuint (report->notes->len, >=, 2);
  g_assert_false (report->journal_kept);
  patient_discharge (&patient);
}

static void
build_fixture (const char *path,
               guint       version)
{
  g_autofree char *name = g_strdup_printf ("%03u.sql", version);
  g_autofree char *source = g_test_build_filename (G_TEST_DIST, "store", "fixtures", name, NULL);
  g_autofree char *sql = NULL;
  sqlite3 *db = NULL;

  g_assert_true (g_file_get_contents (source, &sql, NULL, NULL));
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static char *
dump (StoreFixture *fixture,
      const char   *path)
{
  g_autoptr(CapDossierFile) file = cap_dossier_file_open (path, CAP_FILE_READ, store_fixture_read_framework,
                                                          NULL);
  g_autoptr(CapDossier) dossier = cap_dossier_file_load (file, NULL);

  return store_fixture_dump (dossier);
}

/* Files of older versions are saved as they are, then migrated; with or without their header. */
static void
test_versions (StoreFixture  *fixture,
               gconstpointer  data)
{
  for (guint version = 1; version <= cap_migrations_get_latest (); version++)
    {
      g_autofree char *name = g_strdup_printf ("v%03u.capcedre", version);
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      g_autofree char *saved = g_strconcat (path, "-saved.capcedre", NULL);
      g_autofree char *expected = NULL;

      build_fixture (path, version);
      expected = dump (fixture, path);
      for (guint pass = 0; pass < 2; pass++)
        {
          g_autoptr(CapSalvageReport) report = cap_salvage_report_new ();
          g_autofree char *bytes = NULL;
          g_autofree char *found = NULL;
          g_autoptr(GError) error = NULL;
          gsize size;

          cap_salvage_run (path, saved, store_fixture_read_framework, NULL, NULL, report, &error);
          g_assert_no_error (error);
          found = dump (fixture, saved);
          g_assert_cmpstr (found, ==, expected);
          g_assert_true (cap_salvage_report_is_whole (report));
          g_assert_cmpint (remove (saved), ==, 0);

          g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
          memset (bytes, 0, HEADER_SIZE);
          g_assert_true (g_file_set_contents (path, bytes, (gssize) size, NULL));
        }
      g_assert_cmpint (remove (path), ==, 0);
    }
}

static void
test_no_dossier (StoreFixture  *fixture,
                 gconstpointer  data)
{
  static const char text[] = "This is a letter, not a dossier.";
  g_autoptr(CapSalvageReport) report = cap_salvage_report_new ();
  g_autofree char *path = g_build_filename (fixture->folder, "letter.capcedre", NULL);
  g_autofree char *saved = g_build_filename (fixture->folder, "saved.capcedre", NULL);
  g_autoptr(GError) error = NULL;

  for (gssize size = 0; size <= (gssize) strlen (text); size += (gssize) strlen (text))
    {
      g_assert_true (g_file_set_contents (path, text, size, NULL));
      g_assert_false (cap_salvage_run (path, saved, store_fixture_read_framework, NULL, NULL, report,
                                       &error));
      g_assert_error (error, CAP_STORE_ERROR, CAP_STORE_ERROR_CORRUPT);
      g_clear_error (&error);
      g_assert_false (g_file_test (saved, G_FILE_TEST_EXISTS));
    }

  g_assert_false (cap_salvage_run (path, path, store_fixture_read_framework, NULL, NULL, report, &error));
  g_assert_error (error, CAP_STORE_ERROR, CAP_STORE_ERROR_EXISTS);
  g_assert_cmpint (remove (path), ==, 0);
}

/* What was saved once is saved again: its journal does not begin with all that it has. */
static void
test_twice (StoreFixture  *fixture,
            gconstpointer  data)
{
  Patient patient = { 0 };
  g_autoptr(CapSalvageReport) first = cap_salvage_report_new ();
  g_autoptr(CapSalvageReport) second = cap_salvage_report_new ();
  g_autofree char *bytes = NULL;
  gsize size;
  guint n;

  patient_admit (&patient, fixture, NULL);
  lose_gestures (&patient);
  n = patient_treat (&patient, patient.bytes, patient.size, 0, first);
  g_assert_false (first->journal_kept);
  g_assert_cmpuint (n, >, 0);

  g_assert_true (g_file_get_contents (patient.saved, &bytes, &size, NULL));
  g_assert_cmpuint (patient_treat (&patient, (const guint8 *) bytes, size, 0, second), ==, n);
  g_assert_true (second->journal_kept);
  g_assert_true (cap_salvage_report_is_whole (second));
  patient_discharge (&patient);
}

static void
test_cancelled (StoreFixture  *fixture,
                gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(CapSalvageReport) report = cap_salvage_report_new ();
  g_autofree char *saved = g_build_filename (fixture->folder, "saved.capcedre", NULL);
  g_autoptr(GError) error = NULL;

  store_fixture_create (fixture);
  store_fixture_close (fixture);
  g_cancellable_cancel (cancellable);
  g_assert_false (cap_salvage_run (fixture->path, saved, store_fixture_read_framework, NULL, cancellable,
                                   report, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (saved, G_FILE_TEST_EXISTS));
}

int
main (int   argc,
      char *argv[])
{
  store_fixture_init (&argc, &argv);

  store_fixture_add ("/store/salvage/undamaged", test_undamaged);
  store_fixture_add ("/store/salvage/first-page", test_first_page);
  store_fixture_add ("/store/salvage/each-page", test_each_page);
  store_fixture_add ("/store/salvage/anywhere", test_anywhere);
  store_fixture_add ("/store/salvage/evaluation", test_evaluation);
  store_fixture_add ("/store/salvage/versions", test_versions);
  store_fixture_add ("/store/salvage/no-dossier", test_no_dossier);
  store_fixture_add ("/store/salvage/twice", test_twice);
  store_fixture_add ("/store/salvage/cancelled", test_cancelled);

  return g_test_run ();
}
