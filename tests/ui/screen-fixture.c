/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "screen-fixture.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "ui/cap-ui.h"


#define DEADLINE_S 20

static void
keep_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

/* In place of gtk_test_init(): the state of the user who tests stays out of it. */
void
screen_fixture_init (int    *argc,
                     char ***argv)
{
  g_autofree char *state = NULL;

  gtk_test_init (argc, argv, NULL);
  state = g_test_build_filename (G_TEST_BUILT, "ui-state", NULL);
  g_setenv ("XDG_STATE_HOME", state, TRUE);
  adw_init ();
  cap_ui_init ();
}

void
screen_fixture_set_up (ScreenFixture *fixture,
                       gconstpointer  data)
{
  g_autoptr(CapMember) member = cap_member_new ("Les Érables");
  g_autoptr(CapFramework) framework = cap_workspace_load_framework ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("cap-ui-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "Les Érables.capcedre", NULL);
  fixture->workspace = cap_workspace_new ();

  cap_workspace_create_async (fixture->workspace, fixture->path, member, framework, CAP_MODE_CAP,
                              CAP_PATH_FULL, NULL, keep_result_cb, &result);
  cap_workspace_create_finish (fixture->workspace, wait_for (&result), &error);
  g_assert_no_error (error);
}

/* A thread that has just answered may hold it a moment longer. */
static void
release_workspace (ScreenFixture *fixture)
{
  gint64 deadline = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  g_object_add_weak_pointer (G_OBJECT (fixture->workspace), (gpointer *) &fixture->workspace);
  g_object_unref (fixture->workspace);
  while (fixture->workspace != NULL && g_get_monotonic_time () < deadline)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }

  g_assert_null (fixture->workspace);
}

void
screen_fixture_tear_down (ScreenFixture *fixture,
                          gconstpointer  data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GDir) folder = NULL;
  const char *name;

  /* GTK 4.8 asks for the tooltips that were set when it is idle, were the window gone by then. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));

  cap_workspace_close_async (fixture->workspace, keep_result_cb, &result);
  cap_workspace_close_finish (fixture->workspace, wait_for (&result), &error);
  g_assert_no_error (error);
  g_clear_object (&result);
  release_workspace (fixture);

  folder = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static gboolean
is_mapped (ScreenFixture *fixture,
           gpointer       data)
{
  return gtk_widget_get_mapped (data);
}

void
screen_fixture_show (ScreenFixture *fixture,
                     GtkWidget     *screen)
{
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1200, 800);
  gtk_window_set_child (GTK_WINDOW (fixture->window), screen);
  gtk_window_present (GTK_WINDOW (fixture->window));
  screen_fixture_wait (fixture, is_mapped, screen);
}

void
screen_fixture_run (ScreenFixture *fixture,
                    CapCommand    *command)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  cap_workspace_run_async (fixture->workspace, command, NULL, keep_result_cb, &result);
  cap_workspace_run_finish (fixture->workspace, wait_for (&result), &error);
  g_assert_no_error (error);
}

void
screen_fixture_undo (ScreenFixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *label = NULL;

  cap_workspace_undo_async (fixture->workspace, keep_result_cb, &result);
  label = cap_workspace_undo_finish (fixture->workspace, wait_for (&result), &error);
  g_assert_no_error (error);
}

void
screen_fixture_answer (ScreenFixture   *fixture,
                       const CapAnswer *answer)
{
  CapCommand *command = cap_command_new (CAP_GESTURE_ANSWER, answer->criterion);

  cap_command_put_answer (command, cap_workspace_get_evaluation (fixture->workspace)->id, answer);
  screen_fixture_run (fixture, command);
}

/* Starts another evaluation on the same framework. */
void
screen_fixture_evaluate (ScreenFixture *fixture,
                         guint          number,
                         const char    *date)
{
  const CapEvaluation *current = cap_workspace_get_evaluation (fixture->workspace);
  g_autoptr(CapEvaluation) evaluation = cap_evaluation_new (NULL, number, date, current->mode,
                                                            current->framework);
  CapCommand *command = cap_command_new (CAP_GESTURE_EVALUATION, date);

  cap_command_put_evaluation (command, evaluation);
  screen_fixture_run (fixture, command);
}

static GtkEventController *
find_keys (GtkWidget *window)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (window);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) &&
          gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        return controller;
    }

  return NULL;
}

/* What the window does with a key. GTK 4 cannot make events: the signal that
 * they end in is emitted instead. */
void
screen_fixture_press (ScreenFixture *fixture,
                      guint          keyval)
{
  GtkEventController *keys = find_keys (fixture->window);
  gboolean handled = FALSE;

  g_assert_nonnull (keys);
  g_signal_emit_by_name (keys, "key-pressed", keyval, 0, 0, &handled);
  g_assert_true (handled);
}

const CapAnswer *
screen_fixture_get_answer (ScreenFixture *fixture,
                           const char    *code)
{
  return cap_evaluation_get_answer (cap_workspace_get_evaluation (fixture->workspace), code);
}

static gboolean
give_up_cb (gpointer user_data)
{
  g_error ("What the test waits for never came: %s", (const char *) user_data);

  return G_SOURCE_REMOVE;
}

void
screen_fixture_wait (ScreenFixture   *fixture,
                     ScreenCondition  condition,
                     gpointer         data)
{
  guint deadline = g_timeout_add_seconds (DEADLINE_S, give_up_cb, (gpointer) "a condition");

  while (!condition (fixture, data))
    g_main_context_iteration (NULL, TRUE);

  g_source_remove (deadline);
}

void
screen_fixture_wait_level (ScreenFixture *fixture,
                           const char    *code,
                           int            level)
{
  guint deadline = g_timeout_add_seconds (DEADLINE_S, give_up_cb, (gpointer) code);

  for (;;)
    {
      const CapAnswer *answer = screen_fixture_get_answer (fixture, code);

      if ((answer == NULL ? CAP_LEVEL_UNSET : answer->level) == level)
        break;
      g_main_context_iteration (NULL, TRUE);
    }

  g_source_remove (deadline);
}

/**
 * screen_fixture_find:
 * @type: the name of a type
 * @text: (nullable): the text that it must show, if it is a label
 *
 * Returns: (nullable): the first such widget that can be seen
 */
GtkWidget *
screen_fixture_find (GtkWidget  *root,
                     const char *type,
                     const char *text)
{
  if (!gtk_widget_get_visible (root))
    return NULL;

  if (g_str_equal (G_OBJECT_TYPE_NAME (root), type) &&
      (text == NULL || (GTK_IS_LABEL (root) && g_str_equal (gtk_label_get_text (GTK_LABEL (root)), text))))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = screen_fixture_find (child, type, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

void
screen_fixture_wait_label (ScreenFixture *fixture,
                           const char    *text)
{
  guint deadline = g_timeout_add_seconds (DEADLINE_S, give_up_cb, (gpointer) text);

  while (screen_fixture_find (fixture->window, "GtkLabel", text) == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_source_remove (deadline);
}
