/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>

#include "screen-fixture.h"
#include "ui/plan/cap-indicator-picker.h"
#include "ui/plan/cap-indicator-row.h"
#include "ui/plan/cap-indicators-view.h"

#define ID "11111111-1111-4111-8111-111111111111"

static const CapIndicator *
get_indicator (ScreenFixture *fixture,
               guint          index)
{
  const GPtrArray *indicators = cap_workspace_get_dossier (fixture->workspace)->indicators;

  g_assert_cmpuint (index, <, indicators->len);

  return g_ptr_array_index (indicators, index);
}

static gboolean
has_indicators (ScreenFixture *fixture,
                gpointer       data)
{
  return cap_workspace_get_dossier (fixture->workspace)->indicators->len == GPOINTER_TO_UINT (data);
}

static gboolean
has_values (ScreenFixture *fixture,
            gpointer       data)
{
  return get_indicator (fixture, 0)->values->len == GPOINTER_TO_UINT (data);
}

static gboolean
has_unit (ScreenFixture *fixture,
          gpointer       data)
{
  return g_strcmp0 (get_indicator (fixture, 0)->unit, data) == 0;
}

/* “I-01”, measured every year. */
static void
put_indicator (ScreenFixture *fixture,
               const char    *date,
               gint64         thousandths)
{
  g_autoptr(CapIndicator) indicator = cap_indicator_new (ID, "I-01", "Sorties dynamiques");
  CapCommand *command = cap_command_new (CAP_GESTURE_INDICATOR, "I-01");

  indicator->frequency = CAP_FREQUENCY_YEARLY;
  if (date != NULL)
    cap_indicator_set_value (indicator, date, thousandths, "relu");
  cap_command_put_indicator (command, indicator);
  screen_fixture_run (fixture, command);
}

static GtkWidget *
find_entry_row (GtkWidget  *root,
                const char *title)
{
  if (ADW_IS_ENTRY_ROW (root) &&
      g_str_has_prefix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_entry_row (child, title);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
type_in (GtkWidget  *row,
         const char *text,
         const char *signal)
{
  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_emit_by_name (row, signal);
}

/* What says so is a label; what holds nothing says so too. */
static void
test_add (ScreenFixture *fixture,
          gconstpointer  data)
{
  GtkWidget *view = cap_indicators_view_new (fixture->workspace);
  const CapIndicator *indicator;
  GtkWidget *row;

  screen_fixture_show (fixture, view);
  g_assert_nonnull (screen_fixture_find (view, "GtkLabel", "No indicator yet"));
  g_assert_null (screen_fixture_find (view, "CapIndicatorRow", NULL));

  type_in (find_entry_row (view, "Add an indicator"), "  ", "entry-activated");
  type_in (find_entry_row (view, "Add an indicator"), "Sorties dynamiques ", "entry-activated");
  type_in (find_entry_row (view, "Add an indicator"), "Absences", "entry-activated");
  screen_fixture_wait (fixture, has_indicators, GUINT_TO_POINTER (2));

  indicator = get_indicator (fixture, 0);
  g_assert_cmpstr (indicator->code, ==, "I-01");
  g_assert_cmpstr (indicator->label, ==, "Sorties dynamiques");
  g_assert_cmpint (indicator->frequency, ==, CAP_FREQUENCY_QUARTERLY);
  g_assert_cmpstr (get_indicator (fixture, 1)->code, ==, "I-02");
  row = screen_fixture_find (view, "CapIndicatorRow", NULL);
  g_assert_cmpstr (cap_indicator_row_get_indicator (CAP_INDICATOR_ROW (row))->code, ==, "I-01");
  g_assert_null (screen_fixture_find (view, "GtkLabel", "No indicator yet"));
}

/* A fault is said below its field and keeps nothing else from being saved. */
static void
test_faults (ScreenFixture *fixture,
             gconstpointer  data)
{
  GtkWidget *view = cap_indicators_view_new (fixture->workspace);

  put_indicator (fixture, NULL, 0);
  cap_indicators_view_show (CAP_INDICATORS_VIEW (view), ID);
  screen_fixture_show (fixture, view);

  type_in (find_entry_row (view, "Code"), "", "entry-activated");
  g_assert_nonnull (screen_fixture_find (view, "GtkLabel", "Give it a code of its own, such as I-03."));
  type_in (find_entry_row (view, "Target"), "soixante", "entry-activated");
  g_assert_nonnull (screen_fixture_find (view, "GtkLabel", "Write a number, such as 12 or 12.5."));
  type_in (find_entry_row (view, "Unit"), "jours", "entry-activated");
  screen_fixture_wait (fixture, has_unit, (gpointer) "jours");

  g_assert_cmpstr (get_indicator (fixture, 0)->code, ==, "I-01");
  g_assert_cmpint (get_indicator (fixture, 0)->target, ==, CAP_QUANTITY_UNSET);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_entry_row (view, "Target"))), ==, "soixante");

  type_in (find_entry_row (view, "Code"), "Q1", "entry-activated");
  type_in (find_entry_row (view, "Target"), "60,5", "entry-activated");
  type_in (find_entry_row (view, "Unit"), "heures", "entry-activated");
  screen_fixture_wait (fixture, has_unit, (gpointer) "heures");
  g_assert_cmpint (get_indicator (fixture, 0)->target, ==, 60500);
  g_assert_cmpstr (get_indicator (fixture, 0)->code, ==, "Q1");
  g_assert_null (screen_fixture_find (view, "GtkLabel", "Write a number, such as 12 or 12.5."));
}

static void
list_cells (GtkWidget *root,
            GPtrArray *cells)
{
  if (GTK_IS_ENTRY (root))
    g_ptr_array_add (cells, root);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    list_cells (child, cells);
}

static gboolean
press (GtkWidget *cell,
       guint      keyval)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (cell);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean handled = FALSE;

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller) ||
          gtk_event_controller_get_propagation_phase (controller) != GTK_PHASE_CAPTURE)
        continue;
      g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &handled);
      return handled;
    }

  g_assert_not_reached ();
}

static void
write_cell (GtkWidget  *cell,
            const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (cell), text);
  gtk_editable_set_position (GTK_EDITABLE (cell), -1);
}

static gboolean
has_focus (GtkWidget *cell)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (cell));

  return focus != NULL && (focus == cell || gtk_widget_is_ancestor (focus, cell));
}

/* As fast as a person types: none of the values is lost; an undo takes back one. */
static void
test_grid (ScreenFixture *fixture,
           gconstpointer  data)
{
  GtkWidget *view = cap_indicators_view_new (fixture->workspace);
  g_autoptr(GPtrArray) cells = g_ptr_array_new ();
  g_autofree char *today = cap_workspace_dup_today (fixture->workspace);
  const CapIndicatorValue *first;

  put_indicator (fixture, NULL, 0);
  screen_fixture_show (fixture, view);
  g_signal_emit_by_name (gtk_widget_get_parent (screen_fixture_find (view, "GtkLabel", "Enter the Values")),
                         "clicked");
  list_cells (view, cells);
  g_assert_cmpuint (cells->len, ==, 6);

  gtk_widget_grab_focus (cells->pdata[3]);
  write_cell (cells->pdata[3], "12,5");
  g_assert_true (press (cells->pdata[3], GDK_KEY_Right));
  g_assert_true (has_focus (cells->pdata[4]));
  write_cell (cells->pdata[4], "1\u202f250");
  g_assert_true (press (cells->pdata[4], GDK_KEY_Return));
  g_assert_true (press (cells->pdata[4], GDK_KEY_Right));
  write_cell (cells->pdata[5], "14");
  g_assert_false (press (cells->pdata[5], GDK_KEY_Left));
  gtk_widget_grab_focus (cells->pdata[0]);
  screen_fixture_wait (fixture, has_values, GUINT_TO_POINTER (3));

  first = g_ptr_array_index (get_indicator (fixture, 0)->values, 0);
  g_assert_cmpint (first->thousandths, ==, 12500);
  g_assert_cmpstr (cap_indicator_get_last (get_indicator (fixture, 0))->date, ==, today);
  screen_fixture_undo (fixture);
  g_assert_cmpuint (get_indicator (fixture, 0)->values->len, ==, 2);
  g_assert_cmpstr (gtk_editable_get_text (cells->pdata[5]), ==, "");
}

static void
test_grid_faults (ScreenFixture *fixture,
                  gconstpointer  data)
{
  GtkWidget *view = cap_indicators_view_new (fixture->workspace);
  g_autoptr(GPtrArray) cells = g_ptr_array_new ();
  g_autofree char *today = cap_workspace_dup_today (fixture->workspace);
  g_autofree char *fault = g_strdup_printf ("%.4s: write a number, such as 12 or 12.5.", today);

  put_indicator (fixture, today, 12000);
  screen_fixture_show (fixture, view);
  g_signal_emit_by_name (gtk_widget_get_parent (screen_fixture_find (view, "GtkLabel", "Enter the Values")),
                         "clicked");
  list_cells (view, cells);
  g_assert_cmpstr (gtk_editable_get_text (cells->pdata[5]), ==, "12");

  gtk_widget_grab_focus (cells->pdata[5]);
  write_cell (cells->pdata[5], "douze");
  press (cells->pdata[5], GDK_KEY_Return);
  g_assert_nonnull (screen_fixture_find (view, "GtkLabel", fault));
  g_assert_cmpint (cap_indicator_get_last (get_indicator (fixture, 0))->thousandths, ==, 12000);

  /* What is emptied goes. */
  write_cell (cells->pdata[5], "");
  press (cells->pdata[5], GDK_KEY_Return);
  g_assert_null (screen_fixture_find (view, "GtkLabel", fault));
  screen_fixture_wait (fixture, has_values, GUINT_TO_POINTER (0));
}

/* In a dossier that is read only all can be read, and nothing changed. */
static void
test_read_only (ScreenFixture *fixture,
                gconstpointer  data)
{
  const CapEvaluation *evaluation = cap_workspace_get_evaluation (fixture->workspace);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = cap_indicator_row_new (evaluation->framework);

  put_indicator (fixture, "2025-12-31", 60000);
  cap_indicator_row_set_indicator (CAP_INDICATOR_ROW (row), get_indicator (fixture, 0), "2026-11-20");
  cap_indicator_row_set_read_only (CAP_INDICATOR_ROW (row), TRUE);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  screen_fixture_show (fixture, list);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);

  g_assert_false (gtk_widget_is_sensitive (find_entry_row (row, "Code")));
  g_assert_false (gtk_widget_is_sensitive (screen_fixture_find (row, "CapValueForm", NULL)));
  g_assert_true (gtk_widget_is_sensitive (screen_fixture_find (row, "CapSeriesPlot", NULL)));

  cap_indicator_row_set_read_only (CAP_INDICATOR_ROW (row), FALSE);
  g_assert_true (gtk_widget_is_sensitive (find_entry_row (row, "Code")));
}

static void
count_cb (guint *n_times)
{
  (*n_times)++;
}

static void
test_picker (ScreenFixture *fixture,
             gconstpointer  data)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *picker = cap_indicator_picker_new (fixture->workspace);
  guint n_chosen = 0;

  put_indicator (fixture, "2025-12-31", 60000);
  gtk_list_box_append (GTK_LIST_BOX (list), picker);
  g_signal_connect_swapped (picker, "chosen", G_CALLBACK (count_cb), &n_chosen);
  screen_fixture_show (fixture, list);

  cap_indicator_picker_set_id (CAP_INDICATOR_PICKER (picker), ID);
  g_assert_cmpuint (n_chosen, ==, 0);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (picker)), ==, 1);
  g_assert_true (g_str_has_prefix (adw_action_row_get_subtitle (ADW_ACTION_ROW (picker)),
                                   "60 on 31 December 2025"));

  adw_combo_row_set_selected (ADW_COMBO_ROW (picker), 0);
  g_assert_cmpuint (n_chosen, ==, 1);
  g_assert_null (cap_indicator_picker_get_id (CAP_INDICATOR_PICKER (picker)));
  adw_combo_row_set_selected (ADW_COMBO_ROW (picker), 1);
  g_assert_cmpuint (n_chosen, ==, 2);
  g_assert_cmpstr (cap_indicator_picker_get_id (CAP_INDICATOR_PICKER (picker)), ==, ID);

  /* One that is removed is chosen no more; the choice stays what it was until somebody chooses. */
  screen_fixture_undo (fixture);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (picker)), ==, 0);
  g_assert_cmpuint (n_chosen, ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  screen_fixture_init (&argc, &argv);

  g_test_add ("/ui/indicators-view/add", ScreenFixture, NULL, screen_fixture_set_up, test_add,
              screen_fixture_tear_down);
  g_test_add ("/ui/indicators-view/faults", ScreenFixture, NULL, screen_fixture_set_up, test_faults,
              screen_fixture_tear_down);
  g_test_add ("/ui/indicators-view/grid", ScreenFixture, NULL, screen_fixture_set_up, test_grid,
              screen_fixture_tear_down);
  g_test_add ("/ui/indicators-view/grid-faults", ScreenFixture, NULL, screen_fixture_set_up, test_grid_faults,
              screen_fixture_tear_down);
  g_test_add ("/ui/indicators-view/read-only", ScreenFixture, NULL, screen_fixture_set_up, test_read_only,
              screen_fixture_tear_down);
  g_test_add ("/ui/indicators-view/picker", ScreenFixture, NULL, screen_fixture_set_up, test_picker,
              screen_fixture_tear_down);

  return g_test_run ();
}
