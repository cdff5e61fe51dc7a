/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/widgets/cap-series-chart.h"
#include "ui/widgets/cap-series-dot.h"
#include "ui/widgets/cap-sparkline.h"

static CapIndicator *
new_indicator (guint n_values)
{
  static const char * const dates[] = { "2025-12-31", "2026-03-31", "2026-06-30" };
  CapIndicator *indicator = cap_indicator_new (NULL, "I-01", "Sorties dynamiques");

  indicator->target = 60000;
  indicator->tolerance = 5000;
  for (guint i = 0; i < n_values; i++)
    cap_indicator_set_value (indicator, dates[i], 50000 + 5000 * i, NULL);

  return indicator;
}

static GtkWidget *
find_dot (GtkWidget *parent,
          guint      index)
{
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (CAP_IS_SERIES_DOT (child) && index-- == 0)
      return child;

  return NULL;
}

/* Tab stops once, at the last value; the arrows go to the others and stay at the edges. */
static void
test_keys (void)
{
  g_autoptr(CapIndicator) indicator = new_indicator (3);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *chart = cap_series_chart_new ();
  GtkWidget *plot = gtk_widget_get_first_child (chart);

  cap_series_chart_set_indicator (CAP_SERIES_CHART (chart), indicator);
  gtk_window_set_child (GTK_WINDOW (window), chart);

  g_assert_true (gtk_widget_child_focus (plot, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == find_dot (plot, 2));
  g_assert_true (gtk_widget_child_focus (plot, GTK_DIR_RIGHT));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == find_dot (plot, 2));
  g_assert_true (gtk_widget_child_focus (plot, GTK_DIR_LEFT));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == find_dot (plot, 1));
  g_assert_false (gtk_widget_child_focus (plot, GTK_DIR_TAB_FORWARD));

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_values_have_words (void)
{
  g_autoptr(CapIndicator) indicator = new_indicator (3);
  GtkWidget *chart = g_object_ref_sink (cap_series_chart_new ());
  GtkWidget *plot = gtk_widget_get_first_child (chart);

  cap_series_chart_set_indicator (CAP_SERIES_CHART (chart), indicator);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (find_dot (plot, 0)), ==,
                   "50 on 31 December 2025 · Off target");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (find_dot (plot, 1)), ==,
                   "55 on 31 March 2026 · Within tolerance");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (find_dot (plot, 2)), ==,
                   "60 on 30 June 2026 · Target reached");
  g_assert_null (find_dot (plot, 3));

  g_assert_finalize_object (chart);
}

static void
test_nothing_yet (void)
{
  g_autoptr(CapIndicator) indicator = new_indicator (0);
  GtkWidget *chart = g_object_ref_sink (cap_series_chart_new ());
  GtkWidget *sparkline = g_object_ref_sink (cap_sparkline_new ());
  GtkWidget *plot = gtk_widget_get_first_child (chart);

  cap_series_chart_set_indicator (CAP_SERIES_CHART (chart), indicator);
  cap_sparkline_set_indicator (CAP_SPARKLINE (sparkline), indicator);
  g_assert_false (gtk_widget_get_visible (plot));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (gtk_widget_get_next_sibling (plot))), ==,
                   gtk_widget_get_tooltip_text (sparkline));

  g_assert_finalize_object (chart);
  g_assert_finalize_object (sparkline);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/series-chart/keys", test_keys);
  g_test_add_func ("/ui/series-chart/values-have-words", test_values_have_words);
  g_test_add_func ("/ui/series-chart/nothing-yet", test_nothing_yet);

  return g_test_run ();
}
