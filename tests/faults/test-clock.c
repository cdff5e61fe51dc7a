/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "faults/fault-calls.h"
#include "faults/scenario.h"
#include "store/store-fixture.h"

#define HOUR 3600
#define DAY  (24 * HOUR)

/* Returns: the names of the backups of all dossiers, sorted */
static GPtrArray *
list_backups (void)
{
  g_autofree char *backups = g_build_filename (g_get_user_state_dir (), "cap-cedre", "backups", NULL);
  g_autoptr(GDir) dir = g_dir_open (backups, 0, NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (backups, name, NULL);
      g_autoptr(GDir) inner = g_dir_open (folder, 0, NULL);
      const char *file;

      while (inner != NULL && (file = g_dir_read_name (inner)) != NULL)
        g_ptr_array_add (names, g_build_filename (folder, file, NULL));
    }

  return names;
}

static GHashTable *
digest_backups (void)
{
  g_autoptr(GPtrArray) names = list_backups ();
  GHashTable *digests = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *content = NULL;
      gsize size;

      g_assert_true (g_file_get_contents (g_ptr_array_index (names, i), &content, &size, NULL));
      g_hash_table_insert (digests, g_strdup (g_ptr_array_index (names, i)),
                           g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) content, size));
    }

  return digests;
}

/* No backup that was there is gone or became another. Returns: how many there are now */
static guint
assert_backups_kept (GHashTable *before)
{
  g_autoptr(GHashTable) after = digest_backups ();
  GHashTableIter iter;
  const char *path;
  const char *digest;

  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, (gpointer *) &path, (gpointer *) &digest))
    g_assert_cmpstr (g_hash_table_lookup (after, path), ==, digest);

  return g_hash_table_size (after);
}

static void
test_loaded (void)
{
  const gint64 before = g_get_real_time () / G_USEC_PER_SEC;

  fault_calls_set_clock (-DAY);
  g_assert_cmpint (g_get_real_time () / G_USEC_PER_SEC, <, before);
  fault_calls_set_clock (0);
}

/* The clock goes back a day before each step: nothing is refused, nothing is lost, backups neither. */
static void
test_back_and_back (void)
{
  g_autoptr(Scenario) scenario = scenario_new (SCENARIO_CLEAR);
  guint n_backups = 0;

  scenario_reset (scenario);
  for (Step step = 0; step < N_STEPS; step++)
    {
      g_autoptr(GHashTable) before = digest_backups ();
      g_autoptr(GError) error = NULL;

      fault_calls_set_clock (-DAY * (long) step);
      scenario_do (scenario, step, &error);
      g_assert_no_error (error);
      if (scenario->file != NULL)
        {
          g_autofree char *dump = scenario_dump (scenario);

          g_assert_cmpstr (dump, ==, scenario->worked[step + 1]);
        }
      n_backups = assert_backups_kept (before);
    }
  fault_calls_set_clock (0);

  g_test_message ("clock set back %u times: nothing refused, %u backups, none lost", N_STEPS, n_backups);
  g_assert_cmpuint (n_backups, >=, 2);
}

/* What was done last is undone first, whatever the clock said then. */
static void
test_undo_order (void)
{
  const Step gestures[] = { STEP_EVIDENCE, STEP_ANSWER, STEP_ANSWER_AGAIN, STEP_ANSWER_LAST };
  const long clocks[] = { 0, -DAY, 2 * DAY, -40 * 365 * (long) DAY };
  g_autoptr(Scenario) scenario = scenario_new (SCENARIO_CLEAR);
  char *states[G_N_ELEMENTS (gestures)];
  g_autoptr(GError) error = NULL;

  scenario_reset (scenario);
  scenario_do (scenario, STEP_OPEN, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (gestures); i++)
    {
      states[i] = scenario_dump (scenario);
      fault_calls_set_clock (clocks[i]);
      scenario_do (scenario, gestures[i], &error);
      g_assert_no_error (error);
    }

  for (guint i = G_N_ELEMENTS (gestures); i > 0; i--)
    {
      g_autofree char *dump = NULL;

      scenario_do (scenario, STEP_UNDO, &error);
      g_assert_no_error (error);
      dump = scenario_dump (scenario);
      g_assert_cmpstr (dump, ==, states[i - 1]);
    }
  scenario_do (scenario, STEP_CLOSE, &error);
  g_assert_no_error (error);
  fault_calls_set_clock (0);

  for (guint i = 0; i < G_N_ELEMENTS (gestures); i++)
    g_free (states[i]);
}

int
main (int   argc,
      char *argv[])
{
  scenario_init (&argc, &argv);

  g_test_add_func ("/faults/clock/loaded", test_loaded);
  g_test_add_func ("/faults/clock/back-and-back", test_back_and_back);
  g_test_add_func ("/faults/clock/undo-order", test_undo_order);

  return g_test_run ();
}
