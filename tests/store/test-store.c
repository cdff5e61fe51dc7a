/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <gio/gio.h>

#include "store/cap-store.h"
#include "store/store-fixture.h"

static void
keep_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static CapStoreOutcome *
finish (CapStore      *store,
        GAsyncResult **result,
        GError       **error)
{
  CapStoreOutcome *outcome;

  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  outcome = cap_store_finish (store, *result, error);
  g_clear_object (result);

  return outcome;
}

static CapStoreOutcome *
create (CapStore     *store,
        StoreFixture *fixture)
{
  g_autoptr(GError) error = NULL;
  GAsyncResult *result = NULL;
  CapStoreOutcome *outcome;

  cap_store_create_async (store, fixture->path, store_fixture_new_creation (), NULL, keep_result_cb, &result);
  outcome = finish (store, &result, &error);
  g_assert_no_error (error);

  return outcome;
}

static void
assert_undo_label (CapStore      *store,
                   GAsyncResult **result,
                   const char    *label)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CapStoreOutcome) outcome = finish (store, result, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (outcome->dossier->undo_label, ==, label);
  g_assert_true (outcome->needs_publish);
}

/* All is done in the order asked, without waiting in between. */
static void
test_life (StoreFixture  *fixture,
           gconstpointer  data)
{
  g_autoptr(CapStore) store = cap_store_new (store_fixture_read_framework, NULL);
  g_autoptr(CapStoreOutcome) created = create (store, fixture);
  g_autoptr(CapStoreOutcome) published = NULL;
  g_autoptr(CapStoreOutcome) closed = NULL;
  g_autoptr(GError) error = NULL;
  GAsyncResult *results[5] = { NULL };
  CapCommand *command = store_fixture_new_answer (created->dossier, 0, 3);

  g_assert_false (created->needs_publish);
  g_assert_false (created->read_only);
  cap_store_run_async (store, command, NULL, keep_result_cb, &results[0]);
  cap_store_undo_async (store, keep_result_cb, &results[1]);
  cap_store_redo_async (store, keep_result_cb, &results[2]);
  cap_store_publish_async (store, keep_result_cb, &results[3]);
  cap_store_close_async (store, keep_result_cb, &results[4]);

  assert_undo_label (store, &results[0], "Answer A1.1");
  assert_undo_label (store, &results[1], NULL);
  assert_undo_label (store, &results[2], "Answer A1.1");
  published = finish (store, &results[3], &error);
  g_assert_no_error (error);
  g_assert_false (published->needs_publish);
  closed = finish (store, &results[4], &error);
  g_assert_no_error (error);
  g_assert_nonnull (closed);

  store_fixture_open (fixture, CAP_FILE_READ);
  g_assert_cmpint (store_fixture_get_level (fixture, 0), ==, 3);
}

static void
test_failure_leaves_what_was_open (StoreFixture  *fixture,
                                   gconstpointer  data)
{
  g_autoptr(CapStore) store = cap_store_new (store_fixture_read_framework, NULL);
  g_autoptr(CapStoreOutcome) created = NULL;
  g_autoptr(GError) error = NULL;
  GAsyncResult *result = NULL;

  cap_store_undo_async (store, keep_result_cb, &result);
  g_assert_null (finish (store, &result, &error));
  g_assert_error (error, CAP_STORE_ERROR, CAP_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  created = create (store, fixture);
  cap_store_open_async (store, "/absent.capcedre", CAP_FILE_WRITE, NULL, keep_result_cb, &result);
  g_assert_null (finish (store, &result, &error));
  g_assert_error (error, CAP_STORE_ERROR, CAP_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  cap_store_undo_async (store, keep_result_cb, &result);
  g_assert_null (finish (store, &result, &error));
  g_assert_error (error, CAP_STORE_ERROR, CAP_STORE_ERROR_FAILED); /* it is open: nothing to undo */
}

static void
test_cancelled (StoreFixture  *fixture,
                gconstpointer  data)
{
  g_autoptr(CapStore) store = cap_store_new (store_fixture_read_framework, NULL);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  GAsyncResult *result = NULL;

  g_cancellable_cancel (cancellable);
  cap_store_create_async (store, fixture->path, store_fixture_new_creation (), cancellable,
                          keep_result_cb, &result);
  g_assert_null (finish (store, &result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (store_fixture_count_files (fixture->folder), ==, 0);
}

/* What was asked is done though nobody waits any more; the one before may still be closing. */
static void
test_dropped_while_working (StoreFixture  *fixture,
                            gconstpointer  data)
{
  store_fixture_create (fixture);
  store_fixture_close (fixture);

  for (int i = 0; i < 30; i++)
    {
      CapStore *store = cap_store_new (store_fixture_read_framework, NULL);
      g_autoptr(CapStoreOutcome) opened = NULL;
      g_autoptr(GError) error = NULL;
      GAsyncResult *result = NULL;
      CapCommand *command;

      cap_store_open_async (store, fixture->path, CAP_FILE_TAKE_OVER, NULL, keep_result_cb, &result);
      opened = finish (store, &result, &error);
      g_assert_no_error (error);
      command = store_fixture_new_answer (opened->dossier, 0, i % 5);
      cap_store_run_async (store, command, NULL, keep_result_cb, &result);
      g_object_unref (store);
      while (result == NULL)
        g_main_context_iteration (NULL, TRUE);
      g_object_unref (result);
    }
}

int
main (int   argc,
      char *argv[])
{
  store_fixture_init (&argc, &argv);

  store_fixture_add ("/store/life", test_life);
  store_fixture_add ("/store/failure", test_failure_leaves_what_was_open);
  store_fixture_add ("/store/cancelled", test_cancelled);
  store_fixture_add ("/store/dropped-while-working", test_dropped_while_working);

  return g_test_run ();
}
