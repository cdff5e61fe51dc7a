/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>

#include "audit/cap-finding-rules.h"
#include "screen-fixture.h"
#include "ui/audit/cap-finding-page.h"
#include "ui/audit/cap-findings-view.h"
#include "ui/records/cap-record-view.h"

static const CapRecord *
get_finding (ScreenFixture *fixture,
             guint          index)
{
  const GPtrArray *findings = cap_workspace_get_dossier (fixture->workspace)->registers[CAP_REGISTER_FINDING];

  g_assert_cmpuint (index, <, findings->len);

  return g_ptr_array_index (findings, index);
}

static void
put (ScreenFixture   *fixture,
     const CapRecord *record)
{
  CapCommand *command = cap_command_new (CAP_GESTURE_RECORD, "");

  cap_command_put_record (command, record);
  screen_fixture_run (fixture, command);
}

static void
set (ScreenFixture *fixture,
     guint          field,
     const char    *value)
{
  g_autoptr(CapRecord) finding = cap_record_copy (get_finding (fixture, 0));

  cap_record_set (finding, field, value);
  put (fixture, finding);
}

static void
put_finding (ScreenFixture *fixture,
             const char    *code,
             const char    *grade)
{
  g_autoptr(CapRecord) finding = cap_record_new (CAP_REGISTER_FINDING, NULL);

  cap_record_set (finding, CAP_FINDING_CODE, code);
  cap_record_set (finding, CAP_FINDING_GRADE, grade);
  cap_record_set (finding, CAP_FINDING_RAISED, "2026-11-02");
  cap_record_set (finding, CAP_FINDING_STATE, "open");
  cap_record_set (finding, CAP_FINDING_FACT, "Deux fiches sur dix ne sont pas signées");
  put (fixture, finding);
}

static GtkWidget *
show (ScreenFixture *fixture)
{
  const CapRecord *finding = get_finding (fixture, 0);
  GtkWidget *page = cap_finding_page_new (fixture->workspace);

  screen_fixture_show (fixture, page);
  cap_record_view_show (CAP_RECORD_VIEW (page), finding->id);

  return page;
}

static void
click (GtkWidget  *root,
       const char *label)
{
  GtkWidget *text = screen_fixture_find (root, "GtkLabel", label);

  g_assert_nonnull (text);
  g_signal_emit_by_name (gtk_widget_get_ancestor (text, GTK_TYPE_BUTTON), "clicked");
}

static gboolean
is_in_state (ScreenFixture *fixture,
             gpointer       data)
{
  return (int) cap_finding_get_state (get_finding (fixture, 0)) == GPOINTER_TO_INT (data);
}

/* What is missing is said, each on a button; once it is written, the step can be made, and undone. */
static void
test_steps (ScreenFixture *fixture,
            gconstpointer  data)
{
  GtkWidget *page;

  put_finding (fixture, "E-01", "NC min.");
  page = show (fixture);
  screen_fixture_wait_label (fixture, "To reach “Analysed”, this is missing:");
  g_assert_nonnull (screen_fixture_find (page, "GtkLabel", "the root cause"));
  g_assert_null (screen_fixture_find (page, "GtkLabel", "The analysis is done"));

  set (fixture, CAP_FINDING_CONSEQUENCE, "Un risque ignoré");
  set (fixture, CAP_FINDING_EXPECTED, "La fiche est signée");
  set (fixture, CAP_FINDING_REQUIREMENTS, "8.5.1");
  set (fixture, CAP_FINDING_CAUSE, "Personne ne relit");
  screen_fixture_wait_label (fixture, "The analysis is done");
  g_assert_null (screen_fixture_find (page, "GtkLabel", "the root cause"));
  click (page, "The analysis is done");
  screen_fixture_wait (fixture, is_in_state, GINT_TO_POINTER (CAP_FINDING_ANALYSED));
  screen_fixture_wait_label (fixture, "an action of the plan, or why there is none");
  screen_fixture_undo (fixture);
  screen_fixture_wait (fixture, is_in_state, GINT_TO_POINTER (CAP_FINDING_OPENED));
}

/* The check that says that it did not work sends the finding back by itself. */
static void
test_check_failed (ScreenFixture *fixture,
                   gconstpointer  data)
{
  GtkWidget *page;
  GtkWidget *row;

  put_finding (fixture, "E-01", "NC min.");
  set (fixture, CAP_FINDING_STATE, "checked");
  page = show (fixture);
  row = gtk_widget_get_ancestor (screen_fixture_find (page, "GtkLabel", "Effectiveness"), ADW_TYPE_COMBO_ROW);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 2);
  screen_fixture_wait (fixture, is_in_state, GINT_TO_POINTER (CAP_FINDING_TREATED));
  screen_fixture_wait_label (fixture, "In treatment");
  g_assert_null (cap_record_get (get_finding (fixture, 0), CAP_FINDING_EFFECTIVE));
}

static void
put_cause (ScreenFixture *fixture,
           const char    *branch,
           const char    *text)
{
  g_autoptr(CapRecord) cause = cap_record_new (CAP_REGISTER_FINDING_CAUSE, NULL);

  cause->parent = g_strdup (get_finding (fixture, 0)->id);
  cap_record_set (cause, CAP_FINDING_CAUSE_BRANCH, branch);
  cap_record_set (cause, CAP_FINDING_CAUSE_TEXT, text);
  put (fixture, cause);
}

static gboolean
draws (ScreenFixture *fixture,
       gpointer       data)
{
  return screen_fixture_find (fixture->window, "CapFishboneChart", NULL) != NULL;
}

static int
measure (GtkWidget *widget,
         int        width)
{
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);

  return height;
}

/* The chain of whys is no branch; what is drawn is spoken, and grows with what it says. */
static void
test_fishbone (ScreenFixture *fixture,
               gconstpointer  data)
{
  GtkWidget *chart;
  int height;

  put_finding (fixture, "E-01", "NC min.");
  put_cause (fixture, "why", "Personne ne relit");
  show (fixture);
  screen_fixture_wait_label (fixture, "Personne ne relit");
  g_assert_false (draws (fixture, NULL));

  put_cause (fixture, "method", "La fiche n’a pas de case pour signer");
  put_cause (fixture, "people", "La personne qui savait est partie");
  put_cause (fixture, "method", "Rien ne dit quand");
  screen_fixture_wait (fixture, draws, NULL);
  chart = screen_fixture_find (fixture->window, "CapFishboneChart", NULL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Causes by where they come from. "
                                       "Workforce: La personne qui savait est partie. "
                                       "Method: La fiche n’a pas de case pour signer; Rien ne dit quand.");
  height = measure (chart, 700);
  g_assert_cmpint (height, >, 40);
  g_assert_cmpint (measure (chart, 300), ==, 0);
  put_cause (fixture, "method", "Le modèle date d’avant l’ouverture du second site, qui n’a ni imprimante ni"
                                " armoire, et que personne n’a relu avec les personnes qui y travaillent");
  g_assert_cmpint (measure (chart, 700), >, height);
}

/* A strong point asks for nothing. */
static void
test_strength (ScreenFixture *fixture,
               gconstpointer  data)
{
  GtkWidget *page;

  put_finding (fixture, "E-01", "PF");
  page = show (fixture);
  screen_fixture_wait_label (fixture, "Settle");
  click (page, "Settle");
  screen_fixture_wait (fixture, is_in_state, GINT_TO_POINTER (CAP_FINDING_SETTLED));
  screen_fixture_wait_label (fixture, "Open again…");
}

static gboolean
has_finding (ScreenFixture *fixture,
             gpointer       data)
{
  const CapDossier *dossier = cap_workspace_get_dossier (fixture->workspace);

  return dossier->registers[CAP_REGISTER_FINDING]->len > GPOINTER_TO_UINT (data);
}

/* One is added with its facts alone; what is late is said on top. */
static void
test_list (ScreenFixture *fixture,
           gconstpointer  data)
{
  GtkWidget *view = cap_findings_view_new (fixture->workspace);
  GtkWidget *entry;

  screen_fixture_show (fixture, view);
  screen_fixture_wait_label (fixture, "No Finding Yet");
  entry = screen_fixture_find (view, "CapAdderRow", NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), " Le livret manque ");
  g_signal_emit_by_name (entry, "add");
  screen_fixture_wait (fixture, has_finding, GUINT_TO_POINTER (0));
  g_assert_cmpstr (cap_record_get (get_finding (fixture, 0), CAP_FINDING_FACT), ==, "Le livret manque");
  g_assert_cmpstr (cap_record_get (get_finding (fixture, 0), CAP_FINDING_GRADE), ==, "NC min.");
  g_assert_nonnull (cap_record_get (get_finding (fixture, 0), CAP_FINDING_DUE));
  screen_fixture_wait_label (fixture, "1 finding");

  set (fixture, CAP_FINDING_DUE, "2020-01-01");
  screen_fixture_wait_label (fixture, "Late");
  put_finding (fixture, "E-02", "PF");
  click (view, "Show Them");
  screen_fixture_wait_label (fixture, "1 of 2 findings");
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

  add ("/finding-page/steps", test_steps);
  add ("/finding-page/check-failed", test_check_failed);
  add ("/finding-page/strength", test_strength);
  add ("/finding-page/fishbone", test_fishbone);
  add ("/finding-page/list", test_list);

  return g_test_run ();
}
