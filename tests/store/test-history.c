/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <sqlite3.h>

#include "store/cap-db-private.h"
#include "store/cap-history.h"
#include "store/cap-meta-table.h"
#include "store/cap-migrations.h"
#include "store/cap-snapshot.h"
#include "store/random-command.h"
#include "store/store-fixture.h"

typedef struct
{
  CapDb      *db;
  GHashTable *frameworks;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(CapCommand) creation = store_fixture_new_creation ();
  g_autoptr(GError) error = NULL;

  fixture->frameworks = g_hash_table_new_full (g_str_hash, g_str_equal,
                                               g_free, (GDestroyNotify) cap_framework_unref);
  fixture->db = cap_db_open (":memory:", &error);
  g_assert_no_error (error);
  cap_migrations_run (fixture->db, cap_migrations_get_latest (), &error);
  g_assert_no_error (error);
  g_assert_true (cap_meta_table_put (fixture->db, CAP_META_ID, "dossier", NULL));
  g_assert_true (cap_meta_table_put (fixture->db, CAP_META_LAST_ACTION_NUMBER, "0", NULL));
  cap_history_run (fixture->db, creation, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_pointer (&fixture->db, cap_db_close);
  g_clear_pointer (&fixture->frameworks, g_hash_table_unref);
}

static CapDossier *
load (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;
  CapDossier *dossier = cap_snapshot_read (fixture->db, fixture->frameworks,
                                           store_fixture_read_framework, &error);

  g_assert_no_error (error);

  return dossier;
}

static char *
dump (Fixture *fixture)
{
  g_autoptr(CapDossier) dossier = load (fixture);

  return store_fixture_dump (dossier);
}

static char *
get_head (Fixture *fixture)
{
  return cap_meta_table_get (fixture->db, CAP_META_HEAD, NULL);
}

static gint64
count (Fixture    *fixture,
       const char *sql)
{
  gint64 n = -1;

  g_assert_true (cap_db_get_int (fixture->db, sql, &n, NULL));

  return n;
}

static void
run_random (Fixture *fixture)
{
  g_autoptr(CapDossier) dossier = load (fixture);
  g_autoptr(CapCommand) command = random_command_new (dossier);
  g_autoptr(GError) error = NULL;

  cap_history_run (fixture->db, command, &error);
  g_assert_no_error (error);
}

/* Undo everything: the beginning. Do everything again: the end. At each step in
 * between, what was there after the same number of gestures. */
static void
test_there_and_back (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr(GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  gint64 n_gestures = count (fixture, "SELECT count(*) FROM gesture");

  g_ptr_array_add (states, dump (fixture));
  for (guint i = 0; i < 120; i++)
    {
      run_random (fixture);
      if (count (fixture, "SELECT count(*) FROM gesture") == n_gestures)
        continue; /* it changed nothing */

      n_gestures++;
      g_ptr_array_add (states, dump (fixture));
    }

  for (guint round = 0; round < 2; round++)
    {
      for (guint i = states->len - 1; i > 0; i--)
        {
          g_autofree char *label = cap_history_undo (fixture->db, NULL);
          g_autofree char *state = dump (fixture);

          g_assert_nonnull (label);
          g_assert_cmpstr (state, ==, g_ptr_array_index (states, i - 1));
        }
      g_assert_null (cap_history_undo (fixture->db, NULL));

      for (guint i = 1; i < states->len; i++)
        {
          g_autofree char *label = cap_history_redo (fixture->db, NULL);
          g_autofree char *state = dump (fixture);

          g_assert_nonnull (label);
          g_assert_cmpstr (state, ==, g_ptr_array_index (states, i));
        }
      g_assert_null (cap_history_redo (fixture->db, NULL));
    }
}

static void
answer (Fixture *fixture,
        guint    criterion,
        int      level)
{
  g_autoptr(CapDossier) dossier = load (fixture);
  g_autoptr(CapCommand) command = store_fixture_new_answer (dossier, criterion, level);
  g_autoptr(GError) error = NULL;

  cap_history_run (fixture->db, command, &error);
  g_assert_no_error (error);
}

static void
test_labels (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(CapDossier) created = load (fixture);
  g_autoptr(CapDossier) answered = NULL;
  g_autoptr(CapDossier) undone = NULL;
  g_autofree char *label = NULL;

  /* The creation cannot be undone. */
  g_assert_null (created->undo_label);
  g_assert_null (created->redo_label);

  answer (fixture, 0, 3);
  answer (fixture, 1, 2);
  answered = load (fixture);
  g_assert_cmpstr (answered->undo_label, ==, "Answer A1.2");
  g_assert_null (answered->redo_label);

  label = cap_history_undo (fixture->db, NULL);
  g_assert_cmpstr (label, ==, "Answer A1.2");
  undone = load (fixture);
  g_assert_cmpstr (undone->undo_label, ==, "Answer A1.1");
  g_assert_cmpstr (undone->redo_label, ==, "Answer A1.2");
}

/* What is passed over is said, and said once. */
static void
test_passed_over (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *again = NULL;

  answer (fixture, 0, 3);
  answer (fixture, 1, 2);
  g_assert_true (cap_history_mark (fixture->db, CAP_GESTURE_MARK, "Before the committee", NULL));
  g_assert_true (cap_history_mark (fixture->db, CAP_GESTURE_SEAL, "Photograph", NULL));
  first = cap_history_undo (fixture->db, NULL);
  second = cap_history_undo (fixture->db, NULL);
  again = cap_history_redo (fixture->db, NULL);

  g_assert_cmpstr (first, ==, "Answer A1.2. What came after it stays: Seal “Photograph”");
  g_assert_cmpstr (second, ==, "Answer A1.1");
  g_assert_cmpstr (again, ==, "Answer A1.1");
}

static void
test_new_gesture_drops_undone_ones (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr(GError) error = NULL;

  answer (fixture, 0, 3);
  answer (fixture, 1, 2);
  first = cap_history_undo (fixture->db, NULL);
  answer (fixture, 2, 1);

  g_assert_null (cap_history_redo (fixture->db, &error));
  g_assert_error (error, CAP_STORE_ERROR, CAP_STORE_ERROR_FAILED);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM gesture WHERE state = 'dropped'"), ==, 1);

  second = cap_history_undo (fixture->db, NULL);
  g_assert_cmpstr (second, ==, "Answer A1.3");
  g_free (second);
  second = cap_history_undo (fixture->db, NULL);
  g_assert_cmpstr (second, ==, "Answer A1.1");
}

static void
test_nothing_changed_leaves_no_trace (Fixture       *fixture,
                                      gconstpointer  data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  answer (fixture, 0, 3);
  before = get_head (fixture);
  answer (fixture, 0, 3);
  after = get_head (fixture);

  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM gesture"), ==, 2);

  answer (fixture, 0, 4);
  g_clear_pointer (&after, g_free);
  after = get_head (fixture);
  g_assert_cmpstr (after, !=, before);
}

/* A changeset comes from the file. Whatever it holds, there is an error or a
 * change of what gestures change; never of the file’s own records. */
static void
test_hostile_changeset (Fixture       *fixture,
                        gconstpointer  data)
{
  static const char * const forged[] = {
    "UPDATE gesture SET changeset = x'' WHERE sequence = 2",
    "UPDATE gesture SET changeset = x'00' WHERE sequence = 2",
    "UPDATE gesture SET changeset = x'5402010066' WHERE sequence = 2",
    "UPDATE gesture SET changeset = x'54ffffffffffffffff' WHERE sequence = 2",
    "UPDATE gesture SET changeset = substr (changeset, 1, length (changeset) - 3) WHERE sequence = 2",
    "UPDATE gesture SET changeset = CAST (substr (changeset, 1, 20) || x'ffffffff' AS BLOB)"
    " WHERE sequence = 2",
    "UPDATE gesture SET changeset = randomblob (200) WHERE sequence = 2",
  };
  g_autofree char *head = NULL;

  answer (fixture, 0, 3);
  for (guint i = 0; i < G_N_ELEMENTS (forged); i++)
    {
      g_autoptr(CapTransaction) transaction = cap_transaction_begin (fixture->db, NULL);
      g_autofree char *label = NULL;
      g_autoptr(GError) error = NULL;

      g_assert_true (cap_db_exec (fixture->db, forged[i], NULL));
      label = cap_history_undo (fixture->db, &error);
      g_assert_cmpint (label == NULL, ==, error != NULL);
      g_assert_cmpint (count (fixture, "SELECT count(*) FROM gesture"), ==, 2);
    }
}

/* An update that does not say of which row: SQLite 3.40 looks for its key without looking whether it is
 * there. */
static GBytes *
new_update_without_key (Fixture *fixture)
{
  GByteArray *bytes = g_byte_array_new ();
  g_autoptr(CapStmt) stmt = cap_db_prepare (fixture->db, "SELECT pk FROM pragma_table_info ('answer')", NULL);
  guint8 n_columns = (guint8) count (fixture, "SELECT count(*) FROM pragma_table_info ('answer')");
  g_autofree guint8 *undefined = g_new0 (guint8, 2 * n_columns);

  g_byte_array_append (bytes, (const guint8 *) "T", 1);
  g_byte_array_append (bytes, &n_columns, 1);
  while (cap_stmt_step (stmt, NULL) == CAP_STEP_ROW)
    {
      guint8 key = cap_stmt_get_int (stmt, 0) > 0;

      g_byte_array_append (bytes, &key, 1);
    }
  g_byte_array_append (bytes, (const guint8 *) "answer", 7);
  g_byte_array_append (bytes, (const guint8 *) "\x17", 2); /* SQLITE_UPDATE */
  g_byte_array_append (bytes, undefined, 2 * n_columns);

  return g_byte_array_free_to_bytes (bytes);
}

static void
test_update_without_key (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr(GBytes) changeset = new_update_without_key (fixture);
  g_autoptr(CapStmt) stmt = NULL;
  g_autoptr(GError) error = NULL;

  answer (fixture, 0, 3);
  stmt = cap_db_prepare (fixture->db, "UPDATE gesture SET changeset = ?1 WHERE sequence = 2", NULL);
  cap_stmt_bind_blob (stmt, 1, changeset);
  g_assert_true (cap_stmt_run (stmt, NULL));
  g_assert_null (cap_history_undo (fixture->db, &error));
  g_assert_error (error, CAP_STORE_ERROR, CAP_STORE_ERROR_CORRUPT);
}

static void
test_change_that_is_gone (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  answer (fixture, 0, 3);
  g_assert_true (cap_db_exec (fixture->db, "DELETE FROM answer", NULL));
  g_assert_null (cap_history_undo (fixture->db, &error));
  g_assert_error (error, CAP_STORE_ERROR, CAP_STORE_ERROR_CONSTRAINT);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM gesture WHERE state = 'done'"), ==, 2);
}

static gboolean
count_down (gpointer data)
{
  guint *countdown = data;

  return (*countdown)-- == 0;
}

typedef gboolean (*Attempt) (Fixture  *fixture,
                             GError  **error);

static gboolean
attempt_run (Fixture  *fixture,
             GError  **error)
{
  g_autoptr(CapEvaluation) evaluation = NULL;
  g_autoptr(CapAction) action = cap_action_new ("action", "Une action");
  g_autoptr(CapFramework) framework = store_fixture_new_framework ();
  g_autoptr(CapCommand) command = cap_command_new (CAP_GESTURE_IMPORT, "x");
  CapAnswer *rated = cap_answer_new_rated ("A1.2", 3);

  g_ptr_array_add (rated->evidence, cap_evidence_new ("evidence", "Registre", NULL, NULL));
  evaluation = cap_evaluation_new ("second", 2, "2027-01-01", CAP_MODE_CAP, framework);
  cap_evaluation_take_answer (evaluation, rated);
  cap_command_put_evaluation (command, evaluation);
  cap_command_put_action (command, action);

  return cap_history_run (fixture->db, command, error);
}

static gboolean
attempt_undo (Fixture  *fixture,
              GError  **error)
{
  g_autofree char *label = cap_history_undo (fixture->db, error);

  return label != NULL;
}

static gboolean
attempt_redo (Fixture  *fixture,
              GError  **error)
{
  g_autofree char *label = cap_history_redo (fixture->db, error);

  return label != NULL;
}

/* What SQLite does to itself: fail at every point in turn, and check that
 * nothing is left half done. */
static guint
interrupt_everywhere (Fixture *fixture,
                      Attempt  attempt)
{
  g_autofree char *before = dump (fixture);
  g_autofree char *head = get_head (fixture);
  gboolean done = FALSE;
  guint n_failures = 0;

  for (guint step = 0; !done; step++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *state = NULL;
      g_autofree char *head_now = NULL;
      guint countdown = step;

      cap_db_set_stop_func (fixture->db, 1, count_down, &countdown);
      done = attempt (fixture, &error);
      cap_db_set_stop_func (fixture->db, 0, NULL, NULL);

      g_assert_cmpint (done, ==, error == NULL);
      g_assert_true (sqlite3_get_autocommit (cap_db_get_handle (fixture->db)));
      state = dump (fixture);
      head_now = get_head (fixture);
      if (done)
        {
          g_assert_cmpstr (state, !=, before);
          g_assert_cmpstr (head_now, !=, head);
          break;
        }

      n_failures++;
      g_assert_error (error, CAP_STORE_ERROR, CAP_STORE_ERROR_INTERRUPTED);
      g_assert_cmpstr (state, ==, before);
      g_assert_cmpstr (head_now, ==, head);
      g_assert_cmpint (count (fixture, "SELECT count(*) FROM pragma_foreign_key_check"), ==, 0);
    }

  return n_failures;
}

static void
test_interrupted_anywhere (Fixture       *fixture,
                           gconstpointer  data)
{
  guint n_run = interrupt_everywhere (fixture, attempt_run);
  guint n_undo = interrupt_everywhere (fixture, attempt_undo);
  guint n_redo = interrupt_everywhere (fixture, attempt_redo);

  g_test_message ("failed at %u, %u and %u different points", n_run, n_undo, n_redo);
  g_assert_cmpuint (n_run, >, 50);
  g_assert_cmpuint (n_undo, >, 20);
  g_assert_cmpuint (n_redo, >, 20);
}

static gint64
get_revision (Fixture *fixture)
{
  g_autoptr(CapDossier) dossier = load (fixture);

  return dossier->revision;
}

/* Calendars keep the copy of an event with the highest number: undoing raises it too. */
static void
test_revision_never_goes_back (Fixture       *fixture,
                               gconstpointer  data)
{
  static const Attempt attempts[] = { attempt_run, attempt_undo, attempt_redo, attempt_undo };
  gint64 before = get_revision (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    {
      g_assert_true (attempts[i] (fixture, NULL));
      g_assert_cmpint (get_revision (fixture), ==, before + 1);
      before++;
    }
}

static void
add (const char   *path,
     void        (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/history/there-and-back", test_there_and_back);
  add ("/history/labels", test_labels);
  add ("/history/passed-over", test_passed_over);
  add ("/history/new-gesture-drops-undone-ones", test_new_gesture_drops_undone_ones);
  add ("/history/nothing-changed", test_nothing_changed_leaves_no_trace);
  add ("/history/hostile-changeset", test_hostile_changeset);
  add ("/history/update-without-key", test_update_without_key);
  add ("/history/change-that-is-gone", test_change_that_is_gone);
  add ("/history/interrupted-anywhere", test_interrupted_anywhere);
  add ("/history/revision-never-goes-back", test_revision_never_goes_back);

  return g_test_run ();
}
