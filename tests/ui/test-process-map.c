/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>
#include <math.h>

#include "quality/cap-process-rules.h"
#include "screen-fixture.h"
#include "ui/quality/cap-process-chart.h"
#include "ui/quality/cap-process-map-view.h"
#include "ui/quality/cap-process-tile.h"

/* Where the window was asked to go. */
static char *opened;

static void
open_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  g_free (opened);
  opened = g_variant_dup_string (parameter, NULL);
}

static GtkWidget *
show_view (ScreenFixture *fixture)
{
  GtkWidget *view = cap_process_map_view_new (fixture->workspace);
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr(GSimpleAction) open = g_simple_action_new ("open", G_VARIANT_TYPE_STRING);

  g_clear_pointer (&opened, g_free);
  g_signal_connect (open, "activate", G_CALLBACK (open_cb), NULL);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (open));
  gtk_widget_insert_action_group (view, "journey", G_ACTION_GROUP (group));
  screen_fixture_show (fixture, view);

  return view;
}

static void
propose (ScreenFixture *fixture)
{
  screen_fixture_run (fixture, cap_process_propose (cap_workspace_get_dossier (fixture->workspace)));
}

static char *
dup_order (ScreenFixture *fixture)
{
  g_autoptr(GPtrArray) list = cap_process_list (cap_workspace_get_dossier (fixture->workspace));
  GString *order = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    g_string_append_printf (order, "%s ", cap_record_get_code (g_ptr_array_index (list, i)));

  return g_string_free (order, FALSE);
}

static gboolean
has_order (ScreenFixture *fixture,
           gpointer       data)
{
  g_autofree char *order = dup_order (fixture);

  return g_str_has_prefix (order, data);
}

static GtkWidget *
get_chart (ScreenFixture *fixture)
{
  return screen_fixture_find (fixture->window, "CapProcessChart", NULL);
}

/* (nullable): the code of the process that has the focus */
static const char *
get_focused (ScreenFixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  const CapRecord *process = NULL;

  if (CAP_IS_PROCESS_TILE (focus))
    process = cap_dossier_find_record (cap_workspace_get_dossier (fixture->workspace), CAP_REGISTER_PROCESS,
                                       cap_process_tile_get_id (CAP_PROCESS_TILE (focus)));

  return process != NULL ? cap_record_get_code (process) : NULL;
}

static void
go (ScreenFixture    *fixture,
    GtkDirectionType  direction,
    const char       *expected)
{
  g_assert_true (gtk_widget_child_focus (get_chart (fixture), direction));
  g_assert_cmpstr (get_focused (fixture), ==, expected);
}

/* What Alt and an arrow do: the shortcut of the class is looked for, and run. */
static gboolean
press_alt (ScreenFixture *fixture,
           guint          key)
{
  GtkWidget *chart = get_chart (fixture);
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (chart);
  gboolean found = FALSE;

  for (guint i = 0; !found && i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;

      for (guint j = 0; !found && j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr(GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (!GTK_IS_KEYVAL_TRIGGER (trigger) ||
              gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) != key ||
              gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) != GDK_ALT_MASK)
            continue;

          found = gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, chart,
                                                gtk_shortcut_get_arguments (shortcut));
        }
    }

  return found;
}

/* An empty map proposes ten processes, and takes them in by one gesture. */
static void
test_empty (ScreenFixture *fixture,
            gconstpointer  data)
{
  GtkWidget *view = show_view (fixture);
  GtkWidget *label;

  screen_fixture_wait_label (fixture, "Begin With Ten Processes");
  label = screen_fixture_find (view, "GtkLabel", "Begin With Ten Processes");
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
  screen_fixture_wait_label (fixture, "Welcome and integrate");
  g_assert_cmpuint (cap_workspace_get_dossier (fixture->workspace)->registers[CAP_REGISTER_PROCESS]->len, ==,
                    10);

  screen_fixture_undo (fixture);
  g_assert_cmpuint (cap_workspace_get_dossier (fixture->workspace)->registers[CAP_REGISTER_PROCESS]->len, ==,
                    0);
  screen_fixture_wait_label (fixture, "Begin With Ten Processes");
}

/* A new process enters the realisation, and opens once it is there. */
static void
test_add (ScreenFixture *fixture,
          gconstpointer  data)
{
  const CapRecord *process;
  g_autofree char *expected = NULL;
  GtkWidget *view = show_view (fixture);
  GtkWidget *label = screen_fixture_find (view, "GtkLabel", "Add a Process");

  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
  g_assert_null (opened);
  screen_fixture_wait_label (fixture, "New process");
  process = g_ptr_array_index (
    cap_workspace_get_dossier (fixture->workspace)->registers[CAP_REGISTER_PROCESS], 0);
  g_assert_true (cap_record_is (process, CAP_PROCESS_KIND, "realisation"));
  expected = g_strdup_printf ("record/process/%s", process->id);
  g_assert_cmpstr (opened, ==, expected);
}

/* Tab comes in and goes out; the arrows go through rows and bands, and Enter opens. */
static void
test_keys (ScreenFixture *fixture,
           gconstpointer  data)
{
  g_autofree char *expected = NULL;

  propose (fixture);
  show_view (fixture);
  screen_fixture_wait_label (fixture, "PR-01");
  go (fixture, GTK_DIR_TAB_FORWARD, "PR-01");
  go (fixture, GTK_DIR_LEFT, "PR-01");
  go (fixture, GTK_DIR_RIGHT, "PR-02");
  go (fixture, GTK_DIR_RIGHT, "PR-03");
  go (fixture, GTK_DIR_UP, "PR-01");
  g_assert_false (gtk_widget_child_focus (get_chart (fixture), GTK_DIR_TAB_FORWARD));

  g_signal_emit_by_name (gtk_window_get_focus (GTK_WINDOW (fixture->window)), "activate");
  while (opened == NULL)
    g_main_context_iteration (NULL, TRUE);
  expected = g_strdup_printf ("record/process/%s",
                              cap_process_tile_get_id (CAP_PROCESS_TILE (
                                gtk_window_get_focus (GTK_WINDOW (fixture->window)))));
  g_assert_cmpstr (opened, ==, expected);
}

/* Alt and the arrows move the process, which keeps the focus; no press is lost. */
static void
test_move (ScreenFixture *fixture,
           gconstpointer  data)
{
  propose (fixture);
  show_view (fixture);
  screen_fixture_wait_label (fixture, "PR-01");
  go (fixture, GTK_DIR_TAB_FORWARD, "PR-01");
  go (fixture, GTK_DIR_RIGHT, "PR-02");
  go (fixture, GTK_DIR_RIGHT, "PR-03");

  g_assert_true (press_alt (fixture, GDK_KEY_Right));
  g_assert_true (press_alt (fixture, GDK_KEY_Right));
  screen_fixture_wait (fixture, has_order, (gpointer) "PR-01 PR-02 PR-04 PR-05 PR-03 PR-06 PR-07 PR-08 ");
  g_assert_cmpstr (get_focused (fixture), ==, "PR-03");
  g_assert_true (press_alt (fixture, GDK_KEY_Left));
  screen_fixture_wait (fixture, has_order, (gpointer) "PR-01 PR-02 PR-04 PR-03 PR-05 ");
  g_assert_true (press_alt (fixture, GDK_KEY_Up));
  screen_fixture_undo (fixture);
  g_assert_true (has_order (fixture, (gpointer) "PR-01 PR-02 PR-04 PR-05 PR-03 "));
  g_assert_cmpstr (get_focused (fixture), ==, "PR-03");
}

/* What a drop does. */
static void
test_drop (ScreenFixture *fixture,
           gconstpointer  data)
{
  const CapRecord *process;

  propose (fixture);
  show_view (fixture);
  screen_fixture_wait_label (fixture, "PR-01");
  process = cap_dossier_find_record_by_code (cap_workspace_get_dossier (fixture->workspace),
                                             CAP_REGISTER_PROCESS, "PR-10");
  g_signal_emit_by_name (get_chart (fixture), "moved", process->id, 0);
  screen_fixture_wait (fixture, has_order,
                       (gpointer) "PR-01 PR-02 PR-03 PR-04 PR-05 PR-06 PR-07 PR-10 PR-08 PR-09 ");
}

static void
keep_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* Opens it again, to read. */
static void
reopen (ScreenFixture *fixture)
{
  g_autoptr(GAsyncResult) closed = NULL;
  g_autoptr(GAsyncResult) open = NULL;
  g_autoptr(GError) error = NULL;

  cap_workspace_close_async (fixture->workspace, keep_result_cb, &closed);
  while (closed == NULL)
    g_main_context_iteration (NULL, TRUE);
  cap_workspace_close_finish (fixture->workspace, closed, &error);
  g_assert_no_error (error);
  cap_workspace_open_async (fixture->workspace, fixture->path, CAP_OPEN_READ_ONLY, NULL, keep_result_cb,
                            &open);
  while (open == NULL)
    g_main_context_iteration (NULL, TRUE);
  cap_workspace_open_finish (fixture->workspace, open, &error);
  g_assert_no_error (error);
}

/* Who can only read is offered nothing to change; the map is still gone through. */
static void
test_read_only (ScreenFixture *fixture,
                gconstpointer  data)
{
  propose (fixture);
  reopen (fixture);
  show_view (fixture);
  screen_fixture_wait_label (fixture, "PR-01");
  g_assert_null (screen_fixture_find (fixture->window, "GtkLabel", "Add a Process"));
  /* Nothing else takes the focus: a window gives it to the map by itself. */
  if (get_focused (fixture) == NULL)
    go (fixture, GTK_DIR_TAB_FORWARD, "PR-01");
  go (fixture, GTK_DIR_RIGHT, "PR-02");
  g_assert_false (press_alt (fixture, GDK_KEY_Right));
}

static void
add_tiles (GtkWidget *root,
           GPtrArray *tiles)
{
  if (CAP_IS_PROCESS_TILE (root))
    g_ptr_array_add (tiles, root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    add_tiles (child, tiles);
}

static void
check_tiles (ScreenFixture *fixture)
{
  g_autoptr(GPtrArray) tiles = g_ptr_array_new ();
  GtkWidget *chart = get_chart (fixture);

  add_tiles (chart, tiles);
  g_assert_cmpuint (tiles->len, ==, 10);
  for (guint i = 0; i < tiles->len; i++)
    {
      graphene_rect_t bounds;

      g_assert_true (gtk_widget_compute_bounds (g_ptr_array_index (tiles, i), chart, &bounds));
      for (guint j = 0; j < i; j++)
        {
          graphene_rect_t other;

          g_assert_true (gtk_widget_compute_bounds (g_ptr_array_index (tiles, j), chart, &other));
          g_assert_false (graphene_rect_intersection (&bounds, &other, NULL));
        }
    }
}

/* Neither a narrow window nor large letters lay one process on another. */
static void
test_sizes (ScreenFixture *fixture,
            gconstpointer  data)
{
  static const int widths[] = { 1200, 720, 480 };
  GtkSettings *settings = gtk_settings_get_default ();
  int dpi;

  propose (fixture);
  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      for (int scale = 1; scale <= 2; scale++)
        {
          g_object_set (settings, "gtk-xft-dpi", 96 * 1024 * scale, NULL);
          show_view (fixture);
          gtk_window_set_default_size (GTK_WINDOW (fixture->window), widths[i], 800);
          screen_fixture_wait_label (fixture, "PR-01");
          while (gtk_widget_get_width (get_chart (fixture)) == 0)
            g_main_context_iteration (NULL, TRUE);
          check_tiles (fixture);
          g_clear_pointer ((GtkWindow **) &fixture->window, gtk_window_destroy);
        }
    }
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  screen_fixture_init (&argc, &argv);

#define ADD(name, function)                                                                  \
  g_test_add ("/ui/process-map/" name, ScreenFixture, NULL, screen_fixture_set_up, function, \
              screen_fixture_tear_down)

  ADD ("empty", test_empty);
  ADD ("add", test_add);
  ADD ("keys", test_keys);
  ADD ("move", test_move);
  ADD ("drop", test_drop);
  ADD ("read-only", test_read_only);
  ADD ("sizes", test_sizes);

  status = g_test_run ();
  g_free (opened);

  return status;
}
