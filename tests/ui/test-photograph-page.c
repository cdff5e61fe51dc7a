/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>
#include <string.h>

#include "screen-fixture.h"
#include "ui/photograph/cap-photograph-page.h"
#include "workspace/cap-readings-export.h"

/* A1.1 is the only core criterion of A1, which has four of them. */

static void
rate (ScreenFixture *fixture,
      const char    *code,
      int            level)
{
  g_autoptr(CapAnswer) answer = cap_answer_new_rated (code, level);

  screen_fixture_answer (fixture, answer);
}

static gboolean
is_named (GtkWidget  *widget,
          const char *name)
{
  g_autofree char *tooltip = NULL;

  g_object_get (widget, "tooltip-text", &tooltip, NULL);

  return g_strcmp0 (tooltip, name) == 0;
}

/* Returns: (nullable): the value that is called @name, under @root */
static GtkWidget *
find_mark (GtkWidget  *root,
           const char *name)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (root), "CapDrawingMark") && is_named (root, name))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_mark (child, name);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
assert_mark (ScreenFixture *fixture,
             const char    *name)
{
  GtkWidget *mark = find_mark (GTK_WIDGET (fixture->window), name);

  g_assert_nonnull (mark);
  gtk_test_accessible_assert_role (mark, GTK_ACCESSIBLE_ROLE_LINK);
  gtk_test_accessible_assert_property (mark, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
}

static void
test_says_what_to_do_first (ScreenFixture *fixture,
                            gconstpointer  data)
{
  screen_fixture_show (fixture, cap_photograph_page_new (fixture->workspace));
  screen_fixture_wait_label (fixture, "The picture is still blank");

  rate (fixture, "A1.1", 2);
  screen_fixture_wait_label (fixture, "Overall score");
}

static void
test_every_figure_has_its_coverage (ScreenFixture *fixture,
                                    gconstpointer  data)
{
  guint n = cap_workspace_get_photograph (fixture->workspace)->score.coverage.applicable;
  g_autofree char *coverage = g_strdup_printf ("provisional, 2 of %u criteria", n);

  rate (fixture, "A1.1", 2);
  rate (fixture, "A1.2", 3);
  screen_fixture_show (fixture, cap_photograph_page_new (fixture->workspace));

  screen_fixture_wait_label (fixture, "63%"); /* 5 of 8, rounded half up */
  screen_fixture_wait_label (fixture, coverage);
  assert_mark (fixture, "Identité: 63%, provisional, 2 of 20 criteria");
  assert_mark (fixture, "A1\u00A0– Tenir un projet clair et partagé: 63%, provisional, 2 of 4 criteria"
                        " · level acquired: 2");
  assert_mark (fixture, "A1.1\u2002Le projet est écrit, daté et adopté par les instances (core): "
                        "2\u00A0Mis en œuvre");
}

static void
test_points_out_what_deserves_it (ScreenFixture *fixture,
                                  gconstpointer  data)
{
  g_autoptr(CapAnswer) proven = cap_answer_new_rated ("A1.3", 3);

  g_ptr_array_add (proven->evidence, cap_evidence_new (g_uuid_string_random (), "PV", NULL, NULL));
  screen_fixture_answer (fixture, proven);
  screen_fixture_show (fixture, cap_photograph_page_new (fixture->workspace));
  screen_fixture_wait_label (fixture, "Overall score");
  g_assert_null (screen_fixture_find (fixture->window, "GtkLabel", "Core criteria below level 2"));
  g_assert_null (screen_fixture_find (fixture->window, "GtkLabel", "From level 3 up without evidence"));

  rate (fixture, "A1.1", 1);
  screen_fixture_wait_label (fixture, "Core criteria below level 2");
  screen_fixture_wait_label (fixture, "Level 1: Prévu ou ponctuel");

  rate (fixture, "A1.2", 4);
  screen_fixture_wait_label (fixture, "From level 3 up without evidence");
  screen_fixture_wait_label (fixture, "Level 4: Amélioré et partagé");
}

static gboolean
has_no_label (ScreenFixture *fixture,
              gpointer       data)
{
  return screen_fixture_find (fixture->window, "GtkLabel", data) == NULL;
}

/* Only the rows that say something else change, and the others keep their place. */
static void
test_lists_follow (ScreenFixture *fixture,
                   gconstpointer  data)
{
  GtkWidget *kept;

  rate (fixture, "A1.1", 1);
  rate (fixture, "A2.1", 1);
  rate (fixture, "B1.2", 1);
  screen_fixture_show (fixture, cap_photograph_page_new (fixture->workspace));
  screen_fixture_wait_label (fixture, "Core criteria below level 2");
  kept = screen_fixture_find (fixture->window, "AdwActionRow", NULL);
  rate (fixture, "A2.1", 0);
  screen_fixture_wait_label (fixture, "Level 0: Rien d’engagé");
  g_assert_true (screen_fixture_find (fixture->window, "AdwActionRow", NULL) == kept);
  rate (fixture, "A2.1", 3);
  screen_fixture_wait (fixture, has_no_label, (gpointer) "Level 0: Rien d’engagé");
  rate (fixture, "A1.1", 2);
  rate (fixture, "B1.2", 2);
  screen_fixture_wait (fixture, has_no_label, (gpointer) "Level 1: Prévu ou ponctuel");
}

static void
test_tells_where_the_score_comes_from (ScreenFixture *fixture,
                                       gconstpointer  data)
{
  GtkWidget *expander;

  rate (fixture, "A1.1", 2);
  rate (fixture, "A1.2", 3);
  rate (fixture, "A2.1", 4);
  screen_fixture_show (fixture, cap_photograph_page_new (fixture->workspace));
  expander = screen_fixture_find (fixture->window, "GtkExpander", NULL);
  gtk_test_accessible_assert_property (expander, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Where does this score come from?");
  gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);

  screen_fixture_wait_label (fixture, "100 × (2 + 3) ÷ (4 × 2) = 125/2 ≈ 63%\n"
                                      "A1.1: 2 · A1.2: 3 · A1.3: not answered · A1.4: not answered");
  screen_fixture_wait_label (fixture, "(A1 125/2 + A2 100) ÷ 2 = 325/4 ≈ 81%");
  screen_fixture_wait_label (fixture, "(A 325/4) ÷ 1 = 325/4 ≈ 81%");
  screen_fixture_wait_label (fixture, "Exact score: 325/4 out of 100, rounded to 81%.");
}

static void
test_compares_with_the_time_before (ScreenFixture *fixture,
                                    gconstpointer  data)
{
  const char *year;
  g_autofree char *text = NULL;

  rate (fixture, "A1.1", 1);
  year = cap_workspace_get_evaluation (fixture->workspace)->date;
  text = g_strdup_printf ("▲ 50 points more than in %.4s", year);
  screen_fixture_evaluate (fixture, 2, "2031-01-15");
  rate (fixture, "A1.1", 3);
  screen_fixture_show (fixture, cap_photograph_page_new (fixture->workspace));

  screen_fixture_wait_label (fixture, text);
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (cap_workspace_export_readings_finish (CAP_WORKSPACE (source), result, &error));
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static gboolean
is_true (ScreenFixture *fixture,
         gpointer       data)
{
  return *(gboolean *) data;
}

static void
test_offers_the_readings (ScreenFixture *fixture,
                          gconstpointer  data)
{
  g_autofree char *name = cap_workspace_dup_readings_name (fixture->workspace);
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *content = NULL;
  gboolean done = FALSE;

  rate (fixture, "A2.1", 3);
  screen_fixture_show (fixture, cap_photograph_page_new (fixture->workspace));
  screen_fixture_wait_label (fixture, "For the general meeting");
  g_assert_nonnull (screen_fixture_find (fixture->window, "GtkLabel", "Export the CSESS Reading…"));

  cap_workspace_export_readings_async (fixture->workspace, path, NULL, exported_cb, &done);
  screen_fixture_wait (fixture, is_true, &done);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_nonnull (strstr (content, "csess;1;Gouvernance démocratique;75;75;1;"));
}

int
main (int   argc,
      char *argv[])
{
  screen_fixture_init (&argc, &argv);

#define ADD(name, function)                                                                    \
  g_test_add ("/ui/photograph/" name, ScreenFixture, NULL, screen_fixture_set_up, function, \
              screen_fixture_tear_down)

  ADD ("says-what-to-do-first", test_says_what_to_do_first);
  ADD ("every-figure-has-its-coverage", test_every_figure_has_its_coverage);
  ADD ("points-out-what-deserves-it", test_points_out_what_deserves_it);
  ADD ("lists-follow", test_lists_follow);
  ADD ("tells-where-the-score-comes-from", test_tells_where_the_score_comes_from);
  ADD ("compares-with-the-time-before", test_compares_with_the_time_before);
  ADD ("offers-the-readings", test_offers_the_readings);

  return g_test_run ();
}
