/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the window that merges two copies shows while that takes its time, and what becomes of it when people
 * stop it or leave. */

#include <adwaita.h>
#include <glib/gstdio.h>

#include "merge-fixture.h"
#include "ui/shell/cap-merge-window.h"
#include "ui/widgets/cap-unlock-window.h"
#include "workspace/cap-workspace-private.h" /* to keep its thread from going on */

#define READING "The other copy is being read…"
#define MERGING "The two copies are being merged…"
#define NAME    "conflicted copy.capcedre"
#define DAMAGED "This file is not a dossier, or it is damaged"
#define CHANGED "One of the copies has changed meanwhile, so nothing was merged."

/* What the window of the dossier was asked to tell. */
typedef struct
{
  GtkWidget *window;
  char      *told;
  char      *told_undo;
  gboolean   gone; /* whether the window that merges is no more */
} Parent;

static gboolean
wait_at_gate (CapDossierFile  *file,
              gpointer         data,
              GError         **error)
{
  g_async_queue_pop (data);

  return TRUE;
}

/* Nothing is read or merged from now on, until open_gate(). */
static GAsyncQueue *
close_gate (ScreenFixture *fixture)
{
  GAsyncQueue *gate = g_async_queue_new ();

  cap_store_call_async (fixture->workspace->store, wait_at_gate, gate, NULL, NULL, NULL);

  return gate;
}

static void
open_gate (GAsyncQueue *gate)
{
  g_async_queue_push (gate, gate);
}

static void
toast_cb (GSimpleAction *action,
          GVariant      *parameter,
          char         **told)
{
  *told = g_variant_dup_string (parameter, NULL);
}

static void
add_toast (GSimpleActionGroup *actions,
           const char         *name,
           char              **told)
{
  g_autoptr(GSimpleAction) toast = g_simple_action_new (name, G_VARIANT_TYPE_STRING);

  g_signal_connect (toast, "activate", G_CALLBACK (toast_cb), told);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (toast));
}

static void
note_gone (gpointer  data,
           GObject  *object)
{
  *(gboolean *) data = TRUE;
}

/* The window that merges, opened from one that tells what became of it. */
static void
show (ScreenFixture *fixture,
      Parent        *parent)
{
  g_autoptr(GSimpleActionGroup) actions = g_simple_action_group_new ();

  *parent = (Parent) { .window = gtk_window_new () };
  add_toast (actions, "toast", &parent->told);
  add_toast (actions, "toast-undo", &parent->told_undo);
  gtk_widget_insert_action_group (parent->window, "win", G_ACTION_GROUP (actions));
  fixture->window = cap_merge_window_new (GTK_WINDOW (parent->window), fixture->workspace);
  g_object_weak_ref (G_OBJECT (fixture->window), note_gone, &parent->gone);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
leave (ScreenFixture *fixture,
       Parent        *parent)
{
  if (!parent->gone)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  fixture->window = NULL;
  gtk_window_destroy (GTK_WINDOW (parent->window));
  g_free (parent->told);
  g_free (parent->told_undo);
}

static void
read_copy (ScreenFixture *fixture,
           const char    *path)
{
  cap_merge_window_read (CAP_MERGE_WINDOW (fixture->window), path);
}

static void
take (ScreenFixture *fixture)
{
  gtk_widget_activate_action (fixture->window, "merge.take", NULL);
}

static gboolean
shows (ScreenFixture *fixture,
       const char    *text)
{
  return screen_fixture_find (fixture->window, "GtkLabel", text) != NULL;
}

/* Nothing but leaving, under the name that it has then, can be done meanwhile. */
static void
assert_works (ScreenFixture *fixture,
              const char    *text,
              const char    *leaving)
{
  screen_fixture_wait_label (fixture, text);
  g_assert_nonnull (screen_fixture_find (fixture->window, "CapWorkBar", NULL));
  g_assert_false (gtk_widget_get_sensitive (screen_fixture_find (fixture->window, "GtkStack", NULL)));
  g_assert_true (shows (fixture, leaving));
  g_assert_false (shows (fixture, "Cancel"));
}

static void
assert_idle (ScreenFixture *fixture)
{
  g_assert_null (screen_fixture_find (fixture->window, "CapWorkBar", NULL));
  g_assert_true (gtk_widget_get_sensitive (screen_fixture_find (fixture->window, "GtkStack", NULL)));
  g_assert_true (shows (fixture, "Cancel"));
}

static void
click (ScreenFixture *fixture,
       const char    *text)
{
  GtkWidget *button = gtk_widget_get_ancestor (screen_fixture_find (fixture->window, "GtkLabel", text),
                                               GTK_TYPE_BUTTON);

  g_signal_emit_by_name (button, "clicked");
}

static gboolean
is_true (ScreenFixture *fixture,
         gpointer       data)
{
  return *(gboolean *) data;
}

/* All that was asked of the dossier is done, and was told. */
static void
settle (ScreenFixture *fixture)
{
  screen_fixture_run (fixture, merge_fixture_rate (fixture->workspace, "B1.2", 2));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static int
get_level (ScreenFixture *fixture,
           const char    *code)
{
  const CapAnswer *answer = screen_fixture_get_answer (fixture, code);

  return answer != NULL ? answer->level : CAP_LEVEL_UNSET;
}

/* Reading and merging are said as long as they last, and no longer. */
static void
test_said (ScreenFixture *fixture,
           gconstpointer  data)
{
  g_autofree char *path = merge_fixture_copy (fixture);
  g_autoptr(GAsyncQueue) gate = close_gate (fixture);
  Parent parent;

  merge_fixture_work_on (path, "A1.1", 3);
  show (fixture, &parent);
  read_copy (fixture, path);
  assert_works (fixture, READING, "Stop");
  open_gate (gate);
  screen_fixture_wait_label (fixture, NAME);
  assert_idle (fixture);

  g_async_queue_unref (gate);
  gate = close_gate (fixture);
  take (fixture);
  assert_works (fixture, MERGING, "Close");
  take (fixture); /* once is enough */
  g_assert_cmpint (get_level (fixture, "A1.1"), ==, CAP_LEVEL_UNSET);
  open_gate (gate);
  screen_fixture_wait (fixture, is_true, &parent.gone);
  g_assert_cmpint (get_level (fixture, "A1.1"), ==, 3);
  g_assert_nonnull (parent.told_undo);
  g_assert_null (parent.told);
  leave (fixture, &parent);
  g_unlink (path);
}

/* What is read is given up: what was shown stays, and nothing comes later; another time it is read. */
static void
test_stopped (ScreenFixture *fixture,
              gconstpointer  data)
{
  g_autofree char *path = merge_fixture_copy (fixture);
  g_autoptr(GAsyncQueue) gate = close_gate (fixture);
  Parent parent;

  merge_fixture_work_on (path, "A1.1", 3);
  show (fixture, &parent);
  read_copy (fixture, path);
  assert_works (fixture, READING, "Stop");
  click (fixture, "Stop");
  assert_idle (fixture);
  g_assert_true (shows (fixture, "Choose the Copy…"));
  open_gate (gate);
  settle (fixture);
  g_assert_false (shows (fixture, NAME));
  assert_idle (fixture);

  read_copy (fixture, path);
  screen_fixture_wait_label (fixture, NAME);
  g_async_queue_unref (gate);
  gate = close_gate (fixture);
  read_copy (fixture, fixture->path);
  assert_works (fixture, READING, "Stop");
  click (fixture, "Stop");
  g_assert_true (shows (fixture, NAME));
  open_gate (gate);
  take (fixture); /* the one that is shown */
  screen_fixture_wait (fixture, is_true, &parent.gone);
  g_assert_cmpint (get_level (fixture, "A1.1"), ==, 3);
  leave (fixture, &parent);
  g_unlink (path);
}

/* What fails is told in the page, which can be used again; a copy that is not the one shown is named. */
static void
test_failed (ScreenFixture *fixture,
             gconstpointer  data)
{
  g_autofree char *path = merge_fixture_copy (fixture);
  g_autofree char *text_path = g_build_filename (fixture->folder, "text.capcedre", NULL);
  g_autoptr(GAsyncQueue) gate = NULL;
  Parent parent;

  merge_fixture_work_on (path, "A1.1", 3);
  g_assert_true (g_file_set_contents (text_path, "no dossier", -1, NULL));
  show (fixture, &parent);
  read_copy (fixture, path);
  screen_fixture_wait_label (fixture, NAME);
  read_copy (fixture, text_path);
  screen_fixture_wait_label (fixture, "text.capcedre: " DAMAGED);
  assert_idle (fixture);
  g_assert_true (shows (fixture, NAME));

  gate = close_gate (fixture);
  take (fixture);
  assert_works (fixture, MERGING, "Close");
  g_assert_false (shows (fixture, "text.capcedre: " DAMAGED));
  merge_fixture_replace (path, text_path);
  open_gate (gate);
  screen_fixture_wait_label (fixture, DAMAGED);
  assert_idle (fixture);
  g_assert_cmpint (get_level (fixture, "A1.1"), ==, CAP_LEVEL_UNSET);
  leave (fixture, &parent);
  g_unlink (text_path);
  g_unlink (path);
}

static gboolean
asks_for_passphrase (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (CAP_IS_UNLOCK_WINDOW (window))
        return TRUE;
    }

  return FALSE;
}

/* Whoever leaves while the copy is read is asked for nothing any more. */
static void
test_left_reading (ScreenFixture *fixture,
                   gconstpointer  data)
{
  g_autofree char *path = merge_fixture_copy (fixture);
  g_autoptr(GAsyncQueue) gate = NULL;
  Parent parent;

  merge_fixture_work_on (path, "A1.1", 3);
  merge_fixture_encrypt (path, "lampe girafe ticket orage");
  gate = close_gate (fixture);
  show (fixture, &parent);
  read_copy (fixture, path);
  assert_works (fixture, READING, "Stop");
  gtk_window_close (GTK_WINDOW (fixture->window));
  g_assert_false (gtk_widget_get_visible (fixture->window));
  open_gate (gate);
  settle (fixture);
  g_assert_true (parent.gone);
  g_assert_false (asks_for_passphrase ());
  g_assert_null (parent.told);
  leave (fixture, &parent);
  g_unlink (path);
}

/* Whoever leaves while the copies are merged does not wait, and is told that it is done. */
static void
test_left_merging (ScreenFixture *fixture,
                   gconstpointer  data)
{
  g_autofree char *path = merge_fixture_copy (fixture);
  g_autoptr(GAsyncQueue) gate = NULL;
  Parent parent;

  merge_fixture_work_on (path, "A1.1", 3);
  show (fixture, &parent);
  read_copy (fixture, path);
  screen_fixture_wait_label (fixture, NAME);
  gate = close_gate (fixture);
  take (fixture);
  assert_works (fixture, MERGING, "Close");
  click (fixture, "Close");
  g_assert_false (gtk_widget_get_visible (fixture->window));
  g_assert_false (parent.gone);
  open_gate (gate);
  screen_fixture_wait (fixture, is_true, &parent.gone);
  g_assert_cmpint (get_level (fixture, "A1.1"), ==, 3);
  g_assert_cmpstr (parent.told_undo, ==, "“" NAME "” is merged into this dossier");
  leave (fixture, &parent);
  g_unlink (path);
}

static gboolean
is_clean (ScreenFixture *fixture,
          gpointer       data)
{
  return cap_workspace_get_save_state (fixture->workspace) == CAP_SAVE_CLEAN;
}

/* Or that it is not; what somebody wrote into the file meanwhile stays in it. */
static void
test_left_outdated (ScreenFixture *fixture,
                    gconstpointer  data)
{
  g_autofree char *path = merge_fixture_copy (fixture);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(GAsyncQueue) gate = NULL;
  gsize before_length;
  gsize after_length;
  Parent parent;

  merge_fixture_work_on (path, "A1.1", 3);
  merge_fixture_replace (fixture->path, path);
  show (fixture, &parent);
  read_copy (fixture, fixture->path);
  screen_fixture_wait_label (fixture, "Done in the other copy");
  gate = close_gate (fixture);
  take (fixture);
  assert_works (fixture, MERGING, "Close");
  merge_fixture_work_on (path, "A1.2", 4);
  merge_fixture_replace (fixture->path, path);
  g_assert_true (g_file_get_contents (fixture->path, &before, &before_length, NULL));
  click (fixture, "Close");
  open_gate (gate);
  screen_fixture_wait (fixture, is_true, &parent.gone);
  g_assert_cmpstr (parent.told, ==, CHANGED);
  g_assert_null (parent.told_undo);
  g_assert_cmpint (get_level (fixture, "A1.1"), ==, CAP_LEVEL_UNSET);
  settle (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &after, &after_length, NULL));
  g_assert_cmpmem (before, before_length, after, after_length);
  cap_workspace_resolve_conflict_async (fixture->workspace, CAP_CONFLICT_REPLACE, NULL, NULL);
  screen_fixture_wait (fixture, is_clean, NULL);
  leave (fixture, &parent);
  g_unlink (path);
}

static void
add (const char *path,
     void      (*test) (ScreenFixture *, gconstpointer))
{
  g_test_add (path, ScreenFixture, NULL, screen_fixture_set_up, test, screen_fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  screen_fixture_init (&argc, &argv);

  add ("/ui/merge-work/said", test_said);
  add ("/ui/merge-work/stopped", test_stopped);
  add ("/ui/merge-work/failed", test_failed);
  add ("/ui/merge-work/left-reading", test_left_reading);
  add ("/ui/merge-work/left-merging", test_left_merging);
  add ("/ui/merge-work/left-outdated", test_left_outdated);

  return g_test_run ();
}
