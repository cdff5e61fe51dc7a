/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "base/cap-signature.h"
#include "store/cap-bring-back.h"
#include "store/cap-db-private.h"
#include "store/cap-history.h"
#include "store/cap-journal-read.h"
#include "store/cap-journal-table.h"
#include "store/cap-meta-table.h"
#include "store/cap-migrations.h"
#include "store/cap-snapshot.h"
#include "store/random-command.h"
#include "store/store-fixture.h"

#define ACTION_ID "0c6f3a52-6f0e-4b51-9c0e-4c1f3a8b7d22"

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

  fixture->frameworks = g_hash_table_new_full (g_str_hash, g_str_equal,
                                               g_free, (GDestroyNotify) cap_framework_unref);
  fixture->db = cap_db_open (":memory:", NULL);
  g_assert_true (cap_migrations_run (fixture->db, cap_migrations_get_latest (), NULL));
  g_assert_true (cap_meta_table_put (fixture->db, CAP_META_ID, "dossier", NULL));
  g_assert_true (cap_meta_table_put (fixture->db, CAP_META_LAST_ACTION_NUMBER, "0", NULL));
  cap_signature_set ("Direction");
  g_assert_true (cap_history_run (fixture->db, creation, NULL));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  cap_signature_set (NULL);
  g_clear_pointer (&fixture->db, cap_db_close);
  g_clear_pointer (&fixture->frameworks, g_hash_table_unref);
}

static CapDossier *
load (Fixture *fixture,
      CapDb   *db)
{
  g_autoptr(GError) error = NULL;
  CapDossier *dossier = cap_snapshot_read (db, fixture->frameworks, store_fixture_read_framework, &error);

  g_assert_no_error (error);

  return dossier;
}

static char *
dump (Fixture *fixture,
      CapDb   *db)
{
  g_autoptr(CapDossier) dossier = load (fixture, db);

  return store_fixture_dump (dossier);
}

static gint64
count_lines (Fixture *fixture)
{
  gint64 n = -1;

  g_assert_true (cap_db_get_int (fixture->db, "SELECT count(*) FROM journal", &n, NULL));

  return n;
}

/* A gesture, or one undone or done again: what people do. */
static void
do_something (Fixture *fixture)
{
  g_autoptr(CapDossier) dossier = load (fixture, fixture->db);
  g_autoptr(CapCommand) command = NULL;
  g_autoptr(GError) error = NULL;

  switch (g_test_rand_int_range (0, 6))
    {
    case 0:
      g_free (cap_history_undo (fixture->db, NULL));
      return;

    case 1:
      g_free (cap_history_redo (fixture->db, NULL));
      return;

    case 2:
      g_assert_true (cap_history_mark (fixture->db, CAP_GESTURE_MARK, "Avant la réunion", NULL));
      return;

    default:
      command = random_command_new (dossier);
      cap_history_run (fixture->db, command, &error);
      g_assert_no_error (error);
    }
}

/* Returns: (element-type utf8): what the dossier was after each line of the journal */
static GPtrArray *
live (Fixture *fixture,
      guint    n_steps)
{
  GPtrArray *states = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (states, dump (fixture, fixture->db));
  for (guint i = 0; i < n_steps; i++)
    {
      do_something (fixture);
      if (count_lines (fixture) > (gint64) states->len)
        g_ptr_array_add (states, dump (fixture, fixture->db));
      g_assert_cmpint (count_lines (fixture), ==, states->len);
    }

  return states;
}

static void
assert_state_at (Fixture    *fixture,
                 guint       line,
                 const char *expected)
{
  g_autoptr(CapDb) copy = cap_db_open_copy (fixture->db, ":memory:", NULL);
  g_autoptr(CapTransaction) transaction = cap_transaction_begin (copy, NULL);
  g_autoptr(GError) error = NULL;
  g_autofree char *state = NULL;

  cap_history_go_back (copy, line, &error);
  g_assert_no_error (error);
  state = dump (fixture, copy);
  g_assert_cmpstr (state, ==, expected);
}

/* Every moment of a dossier can be looked at again, what was undone at the time included. */
static void
test_any_moment (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(GPtrArray) states = live (fixture, 150);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < states->len; i++)
    assert_state_at (fixture, i + 1, g_ptr_array_index (states, i));

  g_assert_false (cap_history_go_back (fixture->db, states->len + 1, &error));
  g_assert_error (error, CAP_STORE_ERROR, CAP_STORE_ERROR_NOT_FOUND);
}

static void
rate (Fixture *fixture,
      guint    criterion,
      int      level)
{
  g_autoptr(CapDossier) dossier = load (fixture, fixture->db);
  g_autoptr(CapCommand) command = store_fixture_new_answer (dossier, criterion, level);

  g_assert_true (cap_history_run (fixture->db, command, NULL));
}

/* The journal of an older file says of each gesture that was dropped that it was undone at once, though
 * another one stood on it. */
static void
test_of_older_file (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *beginning = dump (fixture, fixture->db);

  rate (fixture, 0, 2); /* gesture 2 */
  rate (fixture, 0, 3); /* gesture 3, on top of it */
  g_free (cap_history_undo (fixture->db, NULL));
  g_free (cap_history_undo (fixture->db, NULL));
  rate (fixture, 1, 1);
  g_assert_true (cap_db_exec (fixture->db,
                              "UPDATE journal SET deed = 'undone', gesture = 2 WHERE sequence = 3;"
                              "UPDATE journal SET deed = 'done', gesture = 3 WHERE sequence = 4;"
                              "UPDATE journal SET deed = 'undone', gesture = 3 WHERE sequence = 5;", NULL));
  assert_state_at (fixture, 1, beginning);
  assert_state_at (fixture, 5, beginning);
}

/* To return is a gesture: it is undone like any other, and what was done in between can be returned to. */
static void
test_return (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GPtrArray) states = live (fixture, 40);
  g_autofree char *end = dump (fixture, fixture->db);
  const guint n_lines = states->len;

  for (guint round = 0; round < 12; round++)
    {
      const guint line = (guint) g_test_rand_int_range (0, (gint32) n_lines);
      g_autoptr(GError) error = NULL;
      g_autofree char *there = NULL;
      g_autofree char *label = NULL;
      g_autofree char *again = NULL;

      cap_history_return (fixture->db, line + 1, "Avant la réunion", &error);
      g_assert_no_error (error);
      there = dump (fixture, fixture->db);
      g_assert_cmpstr (there, ==, g_ptr_array_index (states, line));
      if (g_str_equal (there, end))
        continue; /* nothing was different, so nothing was done */

      label = cap_history_undo (fixture->db, &error);
      g_assert_cmpstr (label, ==, "Return to “Avant la réunion”");
      again = dump (fixture, fixture->db);
      g_assert_cmpstr (again, ==, end);
    }

  for (guint i = 0; i < states->len; i++)
    assert_state_at (fixture, i + 1, g_ptr_array_index (states, i));
}

/* A restore point is nothing to undo, and keeps nobody from doing again. */
static void
test_mark (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(CapDossier) dossier = load (fixture, fixture->db);
  g_autoptr(CapCommand) command = store_fixture_new_answer (dossier, 0, 3);
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autofree char *again = NULL;

  g_assert_true (cap_history_run (fixture->db, command, NULL));
  undone = cap_history_undo (fixture->db, NULL);
  g_assert_true (cap_history_mark (fixture->db, CAP_GESTURE_MARK, "Avant la réunion", NULL));
  redone = cap_history_redo (fixture->db, NULL);
  g_assert_cmpstr (redone, ==, undone);
  g_assert_true (cap_history_mark (fixture->db, CAP_GESTURE_MARK, "Après", NULL));
  again = cap_history_undo (fixture->db, NULL);
  g_assert_cmpstr (again, ==, "Answer A1.1. What came after it stays: Restore point “Après”");
}

static GPtrArray *
list_faults (CapDb *db)
{
  GPtrArray *faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GError) error = NULL;

  cap_journal_table_check (db, faults, &error);
  g_assert_no_error (error);

  return faults;
}

static void
assert_found (Fixture    *fixture,
              const char *sql,
              const char *sentence)
{
  g_autoptr(CapTransaction) transaction = cap_transaction_begin (fixture->db, NULL);
  g_autoptr(GPtrArray) faults = NULL;

  g_assert_true (cap_db_exec (fixture->db, sql, NULL));
  faults = list_faults (fixture->db);
  if (faults->len != 1 || !g_str_equal (g_ptr_array_index (faults, 0), sentence))
    g_error ("%s: %u, %s", sql, faults->len, faults->len > 0 ? (char *) g_ptr_array_index (faults, 0) : "-");
}

/* Nothing that a line says, nor what its gesture is, changes unseen; nor can a line be taken out. */
static void
test_altered (Fixture       *fixture,
              gconstpointer  data)
{
  static const char * const changes[] = {
    "UPDATE journal SET author = 'Personne' WHERE sequence = 3",
    "UPDATE journal SET made_at = '2020-01-01T00:00:00Z' WHERE sequence = 3",
    "UPDATE journal SET deed = 'redone' WHERE sequence = 3",
    "UPDATE journal SET merged = printf ('%064d', 0) WHERE sequence = 3",
    "UPDATE journal SET gesture = 1 WHERE sequence = 3",
    "UPDATE journal SET hash = printf ('%064d', 0) WHERE sequence = 3",
    "UPDATE gesture SET detail = 'A9.9' WHERE sequence = 3",
    "UPDATE gesture SET kind = 12 WHERE sequence = 3",
    "UPDATE gesture SET id = 'autre' WHERE sequence = 3",
    "UPDATE gesture SET changeset = x'00' WHERE sequence = 3",
  };
  g_autoptr(GPtrArray) sound = NULL;

  for (guint i = 0; i < 5; i++)
    {
      g_autoptr(CapDossier) dossier = load (fixture, fixture->db);
      g_autoptr(CapCommand) command = store_fixture_new_answer (dossier, i, 2);

      g_assert_true (cap_history_run (fixture->db, command, NULL));
    }
  sound = list_faults (fixture->db);
  g_assert_cmpuint (sound->len, ==, 0);

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    assert_found (fixture, changes[i], "Line 3 of the journal was altered");

  assert_found (fixture, "DELETE FROM journal WHERE sequence = 3", "Line 3 of the journal is missing");
  assert_found (fixture, "UPDATE gesture SET state = 'dropped' WHERE sequence = 6",
                "The journal does not say what became of gesture 6");
  assert_found (fixture, "DELETE FROM journal WHERE sequence = 6; DELETE FROM gesture WHERE sequence = 6",
                "The last lines of the journal are missing, or were added by something else");
}

static GPtrArray *
read_journal (Fixture    *fixture,
              const char *search,
              const char *object,
              gint64      before,
              guint       limit)
{
  CapJournalQuery query = { .search = search, .object = object, .before = before, .limit = limit };
  g_autoptr(GError) error = NULL;
  GPtrArray *entries = cap_journal_read (fixture->db, &query, &error);

  g_assert_no_error (error);

  return entries;
}

/* The entries as a person reads them. */
static char *
write_entries (const GPtrArray *entries)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const CapJournalEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *label = cap_journal_entry_dup_label (entry);

      g_string_append_printf (text, "%s (%s)\n", label, entry->author);
      for (guint j = 0; j < entry->changes->len; j++)
        {
          const CapJournalChange *change = g_ptr_array_index (entry->changes, j);

          g_string_append_printf (text, "  %s: %s → %s\n", change->what,
                                  change->before != NULL ? change->before : "–",
                                  change->after != NULL ? change->after : "–");
        }
    }

  return g_string_free (text, FALSE);
}

static void
put_action (Fixture        *fixture,
            CapGesture      gesture,
            CapActionState  state)
{
  g_autoptr(CapAction) action = cap_action_new (ACTION_ID, "Relire la procédure");
  g_autoptr(CapCommand) command = cap_command_new (gesture, "1");

  action->owner = g_strdup ("Responsable qualité");
  action->state = state;
  cap_command_put_action (command, action);
  g_assert_true (cap_history_run (fixture->db, command, NULL));
}

static void
prepare_entries (Fixture *fixture)
{
  g_autoptr(CapDossier) dossier = load (fixture, fixture->db);
  g_autoptr(CapCommand) command = store_fixture_new_answer (dossier, 0, 3);

  g_assert_true (cap_history_run (fixture->db, command, NULL));
  put_action (fixture, CAP_GESTURE_ADD_ACTION, CAP_ACTION_TODO);
  cap_signature_set ("Référente qualité");
  put_action (fixture, CAP_GESTURE_ACTION, CAP_ACTION_STARTED);
  g_free (cap_history_undo (fixture->db, NULL));
}

/* Returns: (transfer full): what the dossier says of one answer, or of the action */
static char *
say (Fixture    *fixture,
     const char *object)
{
  g_autoptr(CapDossier) dossier = load (fixture, fixture->db);
  const CapAnswer *answer = cap_evaluation_get_answer (cap_dossier_get_current (dossier), object);
  const CapAction *action = cap_dossier_find_action (dossier, 1);

  if (g_str_equal (object, ACTION_ID))
    return action != NULL ? g_strdup_printf ("%s %u", action->title, action->state) : g_strdup ("none");

  return g_strdup_printf ("%d", answer != NULL ? answer->level : CAP_LEVEL_UNSET);
}

static void
assert_says (Fixture    *fixture,
             const char *object,
             const char *expected)
{
  g_autofree char *said = say (fixture, object);

  g_assert_cmpstr (said, ==, expected);
}

static void
bring_back (Fixture    *fixture,
            gint64      sequence,
            const char *object)
{
  g_autoptr(GError) error = NULL;

  cap_bring_back (fixture->db, sequence, object, "X", &error);
  g_assert_no_error (error);
}

/* One thing is what it was; all else stays. */
static void
test_bring_back (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(GPtrArray) faults = NULL;

  prepare_entries (fixture); /* 2: A1.1 is 3; 3: the action is added */
  put_action (fixture, CAP_GESTURE_ACTION, CAP_ACTION_DONE);
  {
    g_autoptr(CapDossier) dossier = load (fixture, fixture->db);
    g_autoptr(CapCommand) command = store_fixture_new_answer (dossier, 0, 1);

    g_assert_true (cap_history_run (fixture->db, command, NULL));
  }

  bring_back (fixture, 3, ACTION_ID);
  assert_says (fixture, ACTION_ID, "Relire la procédure 0");
  assert_says (fixture, "A1.1", "1");

  bring_back (fixture, 2, "A1.1");
  assert_says (fixture, "A1.1", "3");
  assert_says (fixture, ACTION_ID, "Relire la procédure 0");

  bring_back (fixture, 2, ACTION_ID); /* it was not there yet */
  assert_says (fixture, ACTION_ID, "none");
  g_free (cap_history_undo (fixture->db, NULL));
  assert_says (fixture, ACTION_ID, "Relire la procédure 0");

  bring_back (fixture, 3, ACTION_ID); /* nothing is different: nothing is done */
  faults = list_faults (fixture->db);
  g_assert_cmpuint (faults->len, ==, 0);
}

static void
test_read (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GPtrArray) entries = NULL;
  g_autofree char *text = NULL;

  prepare_entries (fixture);
  entries = read_journal (fixture, NULL, NULL, 0, 4);
  text = write_entries (entries);
  g_assert_cmpstr (text, ==,
                   "Undone: Change action 1 (Référente qualité)\n"
                   "  Action 1 Relire la procédure, State: To do → Started\n"
                   "Change action 1 (Référente qualité)\n"
                   "  Action 1 Relire la procédure, State: To do → Started\n"
                   "Add an action (Direction)\n"
                   "  Action 1 Relire la procédure: – → added\n"
                   "Answer A1.1 (Direction)\n"
                   "  Answer A1.1, level: – → 3\n");
}

static void
assert_read (Fixture    *fixture,
             const char *search,
             const char *object,
             gint64      before,
             guint       n_expected)
{
  g_autoptr(GPtrArray) entries = read_journal (fixture, search, object, before, 100);

  g_assert_cmpuint (entries->len, ==, n_expected);
}

static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  prepare_entries (fixture);
  assert_read (fixture, "Référente", NULL, 0, 2);
  assert_read (fixture, "procedure relire", NULL, 0, 3); /* all words, wherever they are */
  assert_read (fixture, "started", NULL, 0, 2);
  assert_read (fixture, "a1.1 level", NULL, 0, 1);
  assert_read (fixture, "a1.3 1 level", NULL, 0, 0); /* a code is one word */
  assert_read (fixture, "rien de tel", NULL, 0, 0);
  assert_read (fixture, NULL, "A1.1", 0, 1);
  assert_read (fixture, NULL, "A1", 0, 0); /* the whole code */
  assert_read (fixture, NULL, ACTION_ID, 0, 3);
  assert_read (fixture, NULL, ACTION_ID, 4, 1);
  assert_read (fixture, NULL, NULL, 3, 2);
}

static void
add_test (const char *path,
          void      (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  store_fixture_init (&argc, &argv);

  add_test ("/store/journal/any-moment", test_any_moment);
  add_test ("/store/journal/of-older-file", test_of_older_file);
  add_test ("/store/journal/return", test_return);
  add_test ("/store/journal/mark", test_mark);
  add_test ("/store/journal/altered", test_altered);
  add_test ("/store/journal/bring-back", test_bring_back);
  add_test ("/store/journal/read", test_read);
  add_test ("/store/journal/search", test_search);

  return g_test_run ();
}
