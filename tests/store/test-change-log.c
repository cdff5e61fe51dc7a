/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <sqlite3.h>

#include "store/cap-change-log.h"
#include "store/cap-history.h"
#include "store/cap-meta-table.h"
#include "store/cap-migrations.h"
#include "store/store-fixture.h"

#define ACTION "11111111-2222-4333-8444-555555555555"
#define OTHER  "66666666-7777-4888-8999-000000000000"

typedef struct
{
  CapDb     *db;
  CapAction *action; /* as the next gesture will put it */
} Fixture;

static void
run (Fixture    *fixture,
     CapCommand *command)
{
  g_autoptr(GError) error = NULL;

  cap_history_run (fixture->db, command, &error);
  g_assert_no_error (error);
  cap_command_free (command);
}

static void
put (Fixture *fixture)
{
  CapCommand *command = cap_command_new (CAP_GESTURE_ACTION, "1");

  cap_command_put_action (command, fixture->action);
  run (fixture, command);
}

static void
put_other (Fixture *fixture)
{
  g_autoptr(CapAction) other = cap_action_new (OTHER, "Une autre");
  CapCommand *command = cap_command_new (CAP_GESTURE_ADD_ACTION, NULL);

  cap_command_put_action (command, other);
  run (fixture, command);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  fixture->db = cap_db_open (":memory:", &error);
  g_assert_no_error (error);
  cap_migrations_run (fixture->db, cap_migrations_get_latest (), &error);
  g_assert_no_error (error);
  g_assert_true (cap_meta_table_put (fixture->db, CAP_META_LAST_ACTION_NUMBER, "0", NULL));
  run (fixture, store_fixture_new_creation ());

  fixture->action = cap_action_new (ACTION, "Écrire la procédure");
  cap_action_add_origin (fixture->action, CAP_ORIGIN_CRITERION, "A1.1");
  g_ptr_array_add (fixture->action->steps, cap_action_step_new ("s1", "Réunir l’équipe", FALSE));
  put (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_pointer (&fixture->db, cap_db_close);
  g_clear_pointer (&fixture->action, cap_action_free);
}

/* One line a change: “sequence field: before → after”. */
static char *
dump (const GPtrArray *changes)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      const CapActionChange *change = g_ptr_array_index (changes, i);

      g_string_append_printf (text, "%" G_GINT64_FORMAT " %s: %s → %s\n", change->sequence,
                              cap_action_field_to_name (change->field),
                              change->before != NULL ? change->before : "–",
                              change->after != NULL ? change->after : "–");
    }

  return g_string_free (text, FALSE);
}

static void
assert_log (Fixture    *fixture,
            const char *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) changes = cap_change_log_read (fixture->db, ACTION, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = dump (changes);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_fields (Fixture       *fixture,
             gconstpointer  data)
{
  fixture->action->due = g_strdup ("2027-03-31");
  put (fixture);
  put_other (fixture);
  g_free (fixture->action->due);
  fixture->action->due = g_strdup ("2027-06-30");
  fixture->action->news = g_strdup ("2027-02-01");
  fixture->action->state = CAP_ACTION_STARTED;
  fixture->action->kind = CAP_ACTION_CORRECTIVE;
  fixture->action->days_hundredths = 350;
  put (fixture);

  assert_log (fixture,
              "5 kind: improvement → corrective\n"
              "5 days: – → 350\n"
              "5 due: 2027-03-31 → 2027-06-30\n"
              "5 state: todo → started\n"
              "3 due: – → 2027-03-31\n"
              "2 number: – → 1\n");
}

static void
test_who_and_when (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr(GPtrArray) changes = NULL;
  g_autoptr(GDateTime) made_at = NULL;
  const CapActionChange *change;

  g_assert_true (cap_db_exec (fixture->db, "UPDATE journal SET author = 'Claire'", NULL));
  changes = cap_change_log_read (fixture->db, ACTION, NULL);
  g_assert_cmpuint (changes->len, ==, 1);
  change = g_ptr_array_index (changes, 0);

  g_assert_cmpstr (change->author, ==, "Claire");
  g_assert_cmpint (change->gesture, ==, CAP_GESTURE_ACTION);
  g_assert_cmpstr (change->detail, ==, "1");
  made_at = g_date_time_new_from_iso8601 (change->made_at, NULL);
  g_assert_nonnull (made_at);
}

static void
test_parts (Fixture       *fixture,
            gconstpointer  data)
{
  CapAction *action = fixture->action;

  put_other (fixture);
  g_ptr_array_add (action->notes, cap_action_note_new ("n1", "2027-01-10", "Le devis est arrivé"));
  cap_action_add_origin (action, CAP_ORIGIN_FINDING, "EC-2027-01");
  g_strfreev (action->after);
  action->after = g_strsplit (OTHER, ",", -1);
  put (fixture);

  ((CapActionStep *) g_ptr_array_index (action->steps, 0))->done = TRUE;
  put (fixture);

  /* The second origin takes the rank of the first, and did not change for that. */
  g_ptr_array_remove_index (action->origins, 0);
  g_ptr_array_insert (action->steps, 0, cap_action_step_new ("s2", "Choisir le lieu", FALSE));
  put (fixture);

  /* Only what its row of then says tells how it was called. */
  g_ptr_array_remove_index (action->steps, 1);
  put (fixture);

  assert_log (fixture,
              "7 steps: [x] Réunir l’équipe → –\n"
              "6 origins: criterion A1.1 → –\n"
              "6 steps: – → [ ] Choisir le lieu\n"
              "5 steps: [ ] Réunir l’équipe → [x] Réunir l’équipe\n"
              "4 origins: – → finding EC-2027-01\n"
              "4 notes: – → 2027-01-10 Le devis est arrivé\n"
              "4 after: – → " OTHER "\n"
              "2 number: – → 1\n");
}

static void
test_undone_does_not_show (Fixture       *fixture,
                           gconstpointer  data)
{
  const char *with = "3 owner: – → Direction\n2 number: – → 1\n";
  const char *without = "2 number: – → 1\n";

  fixture->action->owner = g_strdup ("Direction");
  put (fixture);
  assert_log (fixture, with);

  g_free (cap_history_undo (fixture->db, NULL));
  assert_log (fixture, without);

  g_free (cap_history_redo (fixture->db, NULL));
  assert_log (fixture, with);

  g_free (cap_history_undo (fixture->db, NULL));
  put_other (fixture); /* what was undone is dropped */
  assert_log (fixture, without);
}

static void
test_leaves_and_comes_back (Fixture       *fixture,
                            gconstpointer  data)
{
  CapCommand *command = cap_command_new (CAP_GESTURE_REMOVE_ACTION, "1");

  cap_command_remove_action (command, ACTION);
  run (fixture, command);
  assert_log (fixture, "3 number: 1 → –\n2 number: – → 1\n");

  put (fixture);
  assert_log (fixture, "4 number: – → 2\n3 number: 1 → –\n2 number: – → 1\n");
}

/* Whatever a file says, the answer is an error or changes, in finite time. */
static void
test_hostile (Fixture       *fixture,
              gconstpointer  data)
{
  static const char * const forged[] = {
    "CAST (substr (changeset, 1, length (changeset) - 3) AS BLOB)",
    "CAST (x'5402010066' || changeset AS BLOB)",
    "CAST (x'54ffffffffffffffff' || changeset AS BLOB)",
    "CAST (changeset || x'ffffffff' AS BLOB)",
    "CAST (randomblob (200) || changeset AS BLOB)",
    "CAST (substr (changeset, 1, 60) || x'ff' || substr (changeset, 62) AS BLOB)",
  };

  fixture->action->owner = g_strdup ("Direction");
  put (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (forged); i++)
    {
      g_autoptr(CapTransaction) transaction = cap_transaction_begin (fixture->db, NULL);
      g_autofree char *sql = NULL;
      g_autoptr(GError) error = NULL;
      g_autoptr(GPtrArray) changes = NULL;

      sql = g_strdup_printf ("UPDATE gesture SET changeset = %s WHERE sequence = 3", forged[i]);
      g_assert_true (cap_db_exec (fixture->db, sql, NULL));
      changes = cap_change_log_read (fixture->db, ACTION, &error);
      g_assert_cmpint (changes == NULL, ==, error != NULL);
    }
}

/* Every byte of a real changeset, changed one at a time. */
static void
test_each_byte (Fixture       *fixture,
                gconstpointer  data)
{
  gint64 size = 0;
  guint n_refused = 0;

  ((CapActionStep *) g_ptr_array_index (fixture->action->steps, 0))->done = TRUE;
  cap_action_add_origin (fixture->action, CAP_ORIGIN_RISK, "R3");
  put (fixture);
  g_assert_true (cap_db_get_int (fixture->db, "SELECT length (changeset) FROM gesture WHERE sequence = 3",
                                 &size, NULL));

  for (gint64 i = 1; i <= size; i++)
    {
      g_autoptr(CapTransaction) transaction = cap_transaction_begin (fixture->db, NULL);
      g_autofree char *sql = NULL;
      g_autoptr(GError) error = NULL;
      g_autoptr(GPtrArray) changes = NULL;

      sql = g_strdup_printf ("UPDATE gesture SET changeset = CAST (substr (changeset, 1, %d) || x'%02x'"
                             " || substr (changeset, %d) AS BLOB) WHERE sequence = 3",
                             (int) i - 1, g_test_rand_int_range (0, 256), (int) i + 1);
      g_assert_true (cap_db_exec (fixture->db, sql, NULL));
      changes = cap_change_log_read (fixture->db, ACTION, &error);
      g_assert_cmpint (changes == NULL, ==, error != NULL);
      n_refused += changes == NULL ? 1 : 0;
    }

  g_assert_cmpuint (n_refused, >, 0);
}

/* What an earlier version of the program recorded still reads. */
static void
test_released_versions (StoreFixture  *fixture,
                        gconstpointer  data)
{
  for (guint version = 1; version <= 3; version++)
    {
      g_autofree char *name = g_strdup_printf ("%03u.sql", version);
      g_autofree char *source = g_test_build_filename (G_TEST_DIST, "store", "fixtures", name, NULL);
      g_autofree char *sql = NULL;
      g_autofree char *text = NULL;
      g_autoptr(GPtrArray) changes = NULL;
      g_autoptr(CapAction) action = NULL;
      g_autoptr(CapDossier) dossier = NULL;
      g_autoptr(CapCommand) command = cap_command_new (CAP_GESTURE_ACTION, "2");
      sqlite3 *db = NULL;

      g_free (fixture->path);
      fixture->path = g_build_filename (fixture->folder, name, NULL);
      g_assert_true (g_file_get_contents (source, &sql, NULL, NULL));
      g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);

      store_fixture_open (fixture, CAP_FILE_WRITE);
      dossier = cap_dossier_file_load (fixture->file, NULL);
      action = cap_action_copy (cap_dossier_find_action (dossier, 2));
      g_ptr_array_set_size (action->origins, 0);
      action->expected = g_strdup ("Tout le monde la connaît");
      cap_command_put_action (command, action);
      g_assert_true (cap_dossier_file_run (fixture->file, command, NULL));

      changes = cap_dossier_file_list_changes (fixture->file, action->id, NULL);
      text = dump (changes);
      g_assert_cmpstr (text, ==,
                       "4 expected: – → Tout le monde la connaît\n"
                       "4 origins: criterion A1.2 → –\n"
                       "4 origins: criterion A1.1 → –\n"
                       "2 number: – → 2\n");
      store_fixture_close (fixture);
    }
}

/* The history of one action among many, after an import and years of gestures. */
static void
test_scale (Fixture       *fixture,
            gconstpointer  data)
{
  CapCommand *command = cap_command_new (CAP_GESTURE_IMPORT, "actions.csv");
  g_autoptr(GPtrArray) changes = NULL;
  gint64 start;

  for (guint i = 0; i < 5000; i++)
    {
      g_autoptr(CapAction) action = cap_action_new (NULL, "Une action du plan de progrès");

      cap_command_put_action (command, action);
    }
  cap_command_put_action (command, fixture->action);
  run (fixture, command);
  for (guint i = 0; i < 1000; i++)
    {
      g_free (fixture->action->owner);
      fixture->action->owner = g_strdup_printf ("Direction %u", i);
      put (fixture);
    }

  start = g_get_monotonic_time ();
  changes = cap_change_log_read (fixture->db, ACTION, NULL);
  g_test_message ("%u changes read in %" G_GINT64_FORMAT " ms", changes->len,
                  (g_get_monotonic_time () - start) / 1000);
  g_assert_cmpuint (changes->len, ==, 1001);
}

static void
add (const char *path,
     void      (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  store_fixture_init (&argc, &argv);

  add ("/change-log/fields", test_fields);
  add ("/change-log/who-and-when", test_who_and_when);
  add ("/change-log/parts", test_parts);
  add ("/change-log/undone-does-not-show", test_undone_does_not_show);
  add ("/change-log/leaves-and-comes-back", test_leaves_and_comes_back);
  add ("/change-log/hostile", test_hostile);
  add ("/change-log/each-byte", test_each_byte);
  store_fixture_add ("/change-log/released-versions", test_released_versions);
  add ("/change-log/scale", test_scale);

  return g_test_run ();
}
