/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>

#include "screen-fixture.h"
#include "ui/audit/cap-sample-form.h"
#include "ui/audit/cap-samples-view.h"
#include "ui/records/cap-codes-row.h"
#include "ui/records/cap-record-page.h"
#include "ui/records/cap-record-view.h"

#define SEED_TITLE "Number of the draw: the same one draws the same sites again"

static const GPtrArray *
get_register (ScreenFixture   *fixture,
              CapRegisterKind  kind)
{
  return cap_workspace_get_dossier (fixture->workspace)->registers[kind];
}

/* Nine sites and a central function. */
static void
put_group (ScreenFixture *fixture)
{
  CapCommand *command = cap_command_new (CAP_GESTURE_IMPORT, "group");

  for (guint i = 0; i < 10; i++)
    {
      g_autoptr(CapRecord) site = cap_record_new (CAP_REGISTER_SITE, NULL);
      g_autofree char *code = g_strdup_printf ("SI-%02u", i);
      g_autofree char *name = NULL;

      cap_record_set (site, CAP_SITE_CODE, code);
      name = g_strdup_printf ("Site %s", code);
      cap_record_set (site, CAP_SITE_NAME, name);
      cap_record_set (site, CAP_SITE_ROLE, i == 0 ? "central" : "member");
      cap_command_put_record (command, site);
    }
  screen_fixture_run (fixture, command);
}

static void
click (GtkWidget  *root,
       const char *text)
{
  GtkWidget *label = screen_fixture_find (root, "GtkLabel", text);

  g_assert_nonnull (label);
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
}

/* A row of the form by its title. */
static GtkWidget *
find_row (GtkWidget  *root,
          const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (root) &&
      g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title) == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, title);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
has_samples (ScreenFixture *fixture,
             gpointer       data)
{
  return get_register (fixture, CAP_REGISTER_SAMPLE)->len == GPOINTER_TO_UINT (data);
}

static void
test_empty (ScreenFixture *fixture,
            gconstpointer  data)
{
  GtkWidget *view = cap_samples_view_new (fixture->workspace);

  screen_fixture_show (fixture, view);
  screen_fixture_wait_label (fixture, "No Site to Choose From");
  screen_fixture_wait_label (fixture, "As an indication: the certification body decides the sampling plan.");
  g_assert_null (screen_fixture_find (view, "CapSampleForm", NULL));
}

/* What is asked changes what is proposed. */
static void
test_propose (ScreenFixture *fixture,
              gconstpointer  data)
{
  GtkWidget *view = cap_samples_view_new (fixture->workspace);
  GtkWidget *audit;
  GtkWidget *reduced;

  put_group (fixture);
  screen_fixture_show (fixture, view);
  screen_fixture_wait_label (fixture, "2 sites by the formula, out of 9; the central function is audited "
                                      "besides. Without sampling, 3 sites would be audited.");
  audit = find_row (view, "For which audit");
  reduced = find_row (view, "Reduced");
  g_assert_false (gtk_widget_get_visible (reduced));
  adw_combo_row_set_selected (ADW_COMBO_ROW (audit), CAP_SAMPLING_RECERTIFICATION);
  g_assert_true (gtk_widget_get_visible (reduced));
  screen_fixture_wait_label (fixture, "3 sites by the formula, out of 9; the central function is audited "
                                      "besides. Without sampling, 9 sites would be audited.");
  screen_fixture_wait_label (fixture, "Drawn at random");
  screen_fixture_wait_label (fixture, "Chosen");
}

static void
test_seed (ScreenFixture *fixture,
           gconstpointer  data)
{
  GtkWidget *view = cap_samples_view_new (fixture->workspace);
  GtkWidget *seed;

  put_group (fixture);
  screen_fixture_show (fixture, view);
  screen_fixture_wait_label (fixture, "Chosen");
  seed = find_row (view, SEED_TITLE);
  gtk_editable_set_text (GTK_EDITABLE (seed), "spring");
  screen_fixture_wait_label (fixture, "The number of the draw is written in digits only, such as 20261126.");
  g_assert_null (screen_fixture_find (view, "GtkLabel", "Chosen"));
  g_assert_null (screen_fixture_find (view, "GtkLabel", "Keep This Sample"));
  gtk_editable_set_text (GTK_EDITABLE (seed), "5");
  screen_fixture_wait_label (fixture, "Drawn at random with the seed 5.");
  g_assert_true (has_samples (fixture, GUINT_TO_POINTER (0)));
}

/* Its page names the sites, and why each. */
static void
show_page (ScreenFixture *fixture)
{
  const CapRecord *sample = g_ptr_array_index (get_register (fixture, CAP_REGISTER_SAMPLE), 0);
  GtkWidget *page = cap_record_page_new (fixture->workspace, CAP_REGISTER_SAMPLE);

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  screen_fixture_show (fixture, page);
  cap_record_view_show (CAP_RECORD_VIEW (page), sample->id);
  screen_fixture_wait_label (fixture, "SI-09 Site SI-09");
  screen_fixture_wait_label (fixture, "Complaints of the spring");
}

/* An addition needs its reason; what is kept is one gesture, and one undo takes it back whole. */
static void
test_keep (ScreenFixture *fixture,
           gconstpointer  data)
{
  GtkWidget *view = cap_samples_view_new (fixture->workspace);
  GtkWidget *reason;
  GtkWidget *site;
  g_autoptr(CapRecord) draft = cap_record_new (CAP_REGISTER_SAMPLE_SITE, NULL);
  char *codes[] = { (char *) "SI-09", NULL };

  put_group (fixture);
  screen_fixture_show (fixture, view);
  screen_fixture_wait_label (fixture, "Chosen");
  gtk_editable_set_text (GTK_EDITABLE (find_row (view, SEED_TITLE)), "3");
  site = find_row (view, "Site");
  reason = find_row (view, "Why it is added");
  cap_codes_row_set_codes (CAP_CODES_ROW (site), draft, codes);
  click (view, "Add to the Sample");
  g_assert_true (gtk_widget_has_css_class (reason, "error"));
  g_assert_null (find_row (view, "SI-09"));
  gtk_editable_set_text (GTK_EDITABLE (reason), "Complaints of the spring");
  click (view, "Add to the Sample");
  g_assert_nonnull (find_row (view, "SI-09"));

  click (view, "Keep This Sample");
  screen_fixture_wait (fixture, has_samples, GUINT_TO_POINTER (1));
  g_assert_cmpuint (get_register (fixture, CAP_REGISTER_SAMPLE_SITE)->len, ==, 3);
  screen_fixture_wait_label (fixture, "Surveillance · 3 sites");
  show_page (fixture);
  screen_fixture_undo (fixture);
  screen_fixture_wait (fixture, has_samples, GUINT_TO_POINTER (0));
  g_assert_cmpuint (get_register (fixture, CAP_REGISTER_SAMPLE_SITE)->len, ==, 0);
}

static void
add (const char  *path,
     void       (*test) (ScreenFixture *, gconstpointer))
{
  g_test_add (path, ScreenFixture, NULL, screen_fixture_set_up, test, screen_fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  screen_fixture_init (&argc, &argv);

  add ("/samples/empty", test_empty);
  add ("/samples/propose", test_propose);
  add ("/samples/seed", test_seed);
  add ("/samples/keep", test_keep);

  return g_test_run ();
}
