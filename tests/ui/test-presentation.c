/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "screen-fixture.h"
#include "ui/photograph/cap-presentation-window.h"
#include "ui/widgets/cap-figure-view.h"

static void
rate (ScreenFixture *fixture,
      const char    *code,
      int            level)
{
  g_autoptr(CapAnswer) answer = cap_answer_new_rated (code, level);

  screen_fixture_answer (fixture, answer);
}

/* Slides go on and back with the keys, stop at both ends, and Escape leaves. */
static void
test_slides (ScreenFixture *fixture,
             gconstpointer  data)
{
  rate (fixture, "A1.1", 1);
  rate (fixture, "B1.1", 3);
  fixture->window = cap_presentation_window_new (fixture->workspace, NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
  screen_fixture_wait_label (fixture, cap_workspace_get_dossier (fixture->workspace)->member->name);

  screen_fixture_press (fixture, GDK_KEY_Left);
  screen_fixture_wait_label (fixture, cap_workspace_get_dossier (fixture->workspace)->member->name);
  screen_fixture_press (fixture, GDK_KEY_Right);
  screen_fixture_wait_label (fixture, "Overall score");
  screen_fixture_press (fixture, GDK_KEY_Page_Down);
  screen_fixture_wait_label (fixture, "The themes");
  g_assert_nonnull (screen_fixture_find (fixture->window, "CapDrawingMark", NULL));
  screen_fixture_press (fixture, GDK_KEY_End);
  screen_fixture_wait_label (fixture, "Where to begin");
  screen_fixture_press (fixture, GDK_KEY_space);
  screen_fixture_wait_label (fixture, "Where to begin");
  screen_fixture_press (fixture, GDK_KEY_BackSpace);
  screen_fixture_press (fixture, GDK_KEY_Home);
  screen_fixture_wait_label (fixture, cap_workspace_get_dossier (fixture->workspace)->member->name);
}

static CapFigure *
new_figure (void)
{
  CapFigure *figure = cap_figure_new (CAP_FIGURE_BARS, "Some bars", 100);
  CapFigureRow *row;

  figure->reading = g_strdup ("One is higher. The other is lower.");
  cap_figure_add_column (figure, "Score");
  row = cap_figure_add_row (figure, "A1", "The first");
  row->name = g_strdup ("The first: 80");
  cap_figure_row_add (row, 80, "80");
  row = cap_figure_add_row (figure, "A2", "The second");
  row->name = g_strdup ("The second: 20");
  cap_figure_row_add (row, 20, "20");

  return figure;
}

static void
activated_cb (CapFigureView *view,
              const char    *code,
              gpointer       user_data)
{
  char **activated = user_data;

  g_free (*activated);
  *activated = g_strdup (code);
}

/* The numbers are one press away; each value has a name, takes the keyboard and leads somewhere. */
static void
test_figure (ScreenFixture *fixture,
             gconstpointer  data)
{
  g_autoptr(CapFigure) figure = new_figure ();
  GtkWidget *view = cap_figure_view_new ();
  g_autofree char *code = NULL;
  GtkWidget *button;
  GtkWidget *mark;

  cap_figure_view_show (CAP_FIGURE_VIEW (view), figure);
  g_signal_connect (view, "target-activated", G_CALLBACK (activated_cb), &code);
  screen_fixture_show (fixture, view);
  screen_fixture_wait_label (fixture, "One is higher. The other is lower.");
  g_assert_null (screen_fixture_find (fixture->window, "GtkLabel", "80"));

  mark = screen_fixture_find (fixture->window, "CapDrawingMark", NULL);
  gtk_test_accessible_assert_property (mark, GTK_ACCESSIBLE_PROPERTY_LABEL, "The first: 80");
  gtk_widget_grab_focus (mark);
  g_signal_emit_by_name (mark, "activated");
  g_assert_cmpstr (code, ==, "A1");
  g_assert_true (gtk_widget_child_focus (gtk_widget_get_parent (mark), GTK_DIR_DOWN));
  mark = gtk_root_get_focus (GTK_ROOT (fixture->window));
  gtk_test_accessible_assert_property (mark, GTK_ACCESSIBLE_PROPERTY_LABEL, "The second: 20");
  g_assert_false (gtk_widget_child_focus (gtk_widget_get_parent (mark), GTK_DIR_TAB_FORWARD));

  button = screen_fixture_find (fixture->window, "GtkToggleButton", NULL);
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, "As a table: Some bars");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  screen_fixture_wait_label (fixture, "80");
  screen_fixture_wait_label (fixture, "Score");
}

static gboolean
is_drawn (ScreenFixture *fixture,
          gpointer       data)
{
  return gtk_widget_get_height (data) > 0;
}

/* However narrow, the drawing gets the height that it asks for: nothing of it is cut. */
static void
test_narrow (ScreenFixture *fixture,
             gconstpointer  data)
{
  g_autoptr(CapFigure) figure = new_figure ();
  GtkWidget *view = cap_figure_view_new ();
  GtkWidget *drawing;
  int height;

  cap_figure_view_show (CAP_FIGURE_VIEW (view), figure);
  gtk_widget_set_size_request (view, 300, -1);
  gtk_widget_set_halign (view, GTK_ALIGN_START);
  screen_fixture_show (fixture, view);
  screen_fixture_wait_label (fixture, "One is higher. The other is lower.");
  drawing = screen_fixture_find (fixture->window, "CapDrawingView", NULL);
  screen_fixture_wait (fixture, is_drawn, drawing);
  g_assert_cmpint (gtk_widget_get_request_mode (view), ==, GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH);
  gtk_widget_measure (drawing, GTK_ORIENTATION_VERTICAL, gtk_widget_get_width (drawing), &height, NULL, NULL,
                      NULL);
  g_assert_cmpint (gtk_widget_get_height (drawing), >=, height);
}

int
main (int   argc,
      char *argv[])
{
  screen_fixture_init (&argc, &argv);

#define ADD(name, function)                                                                   \
  g_test_add ("/ui/presentation/" name, ScreenFixture, NULL, screen_fixture_set_up, function, \
              screen_fixture_tear_down)

  ADD ("slides", test_slides);
  ADD ("figure", test_figure);
  ADD ("narrow", test_narrow);

  return g_test_run ();
}
