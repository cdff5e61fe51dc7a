/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>

#include "screen-fixture.h"
#include "ui/audit/cap-site-list.h"
#include "ui/audit/cap-sites-view.h"

#define MAX_MADE_ROWS 400

static void
add_site (CapCommand *command,
          const char *code,
          const char *name,
          const char *role,
          const char *internal)
{
  g_autoptr(CapRecord) site = cap_record_new (CAP_REGISTER_SITE, NULL);

  cap_record_set (site, CAP_SITE_CODE, code);
  cap_record_set (site, CAP_SITE_NAME, name);
  cap_record_set (site, CAP_SITE_ROLE, role);
  cap_record_set (site, CAP_SITE_INTERNAL, internal);
  cap_command_put_record (command, site);
}

static void
add_finding (CapCommand *command,
             const char *code,
             const char *grade,
             const char *site)
{
  g_autoptr(CapRecord) finding = cap_record_new (CAP_REGISTER_FINDING, NULL);

  cap_record_set (finding, CAP_FINDING_CODE, code);
  cap_record_set (finding, CAP_FINDING_GRADE, grade);
  cap_record_set (finding, CAP_FINDING_RAISED, "2026-10-01");
  cap_record_set (finding, CAP_FINDING_FACT, "A fact");
  cap_record_set (finding, CAP_FINDING_SITE, site);
  cap_record_set (finding, CAP_FINDING_REQUIREMENTS, "7.2");
  cap_record_set (finding, CAP_FINDING_STATE, "open");
  cap_command_put_record (command, finding);
}

static void
add_audit (CapCommand *command,
           const char *kind,
           const char *day,
           const char *sites)
{
  g_autoptr(CapRecord) audit = cap_record_new (CAP_REGISTER_AUDIT, NULL);

  cap_record_set (audit, CAP_AUDIT_CODE, kind);
  cap_record_set (audit, CAP_AUDIT_TITLE, kind);
  cap_record_set (audit, CAP_AUDIT_KIND, kind);
  cap_record_set (audit, CAP_AUDIT_DATE, day);
  cap_record_set (audit, CAP_AUDIT_SITES, sites);
  cap_command_put_record (command, audit);
}

/* A central function, a delegation and two members; only the first was audited inside. */
static void
put_group (ScreenFixture *fixture,
           gboolean       worried)
{
  CapCommand *command = cap_command_new (CAP_GESTURE_IMPORT, "group");
  g_autofree char *today = cap_workspace_dup_today (fixture->workspace);

  add_site (command, "SI-00", "Fédération", "central", today);
  add_site (command, "SI-01", "Délégation", "delegation", worried ? NULL : today);
  add_site (command, "SI-02", "Atelier des Saules", "member", worried ? "2001-01-01" : today);
  add_site (command, "SI-03", "Recyclerie", "member", worried ? NULL : today);
  if (worried)
    {
      add_audit (command, "surveillance", today, "SI-02, SI-03");
      add_finding (command, "E-1", "NC maj.", "SI-02");
      add_finding (command, "E-2", "NC min.", "SI-02");
      add_finding (command, "E-3", "NC min.", "SI-03");
    }
  screen_fixture_run (fixture, command);
}

static void
opened_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  char **opened = user_data;

  g_free (*opened);
  *opened = g_variant_dup_string (parameter, NULL);
}

/* What the journey would open. */
static void
watch_opening (ScreenFixture  *fixture,
               char          **opened)
{
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr(GSimpleAction) action = g_simple_action_new ("open", G_VARIANT_TYPE_STRING);

  g_signal_connect (action, "activate", G_CALLBACK (opened_cb), opened);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (fixture->window, "journey", G_ACTION_GROUP (group));
}

static gboolean
is_set (ScreenFixture *fixture,
        gpointer       data)
{
  return *(char **) data != NULL;
}

/* The button of a notice, found by what the notice says. */
static void
click_beside (GtkWidget  *root,
              const char *sentence)
{
  GtkWidget *label = screen_fixture_find (root, "GtkLabel", sentence);

  g_assert_nonnull (label);
  g_assert_true (gtk_widget_is_visible (label));
  g_signal_emit_by_name (gtk_widget_get_next_sibling (label), "clicked");
}

/* From nothing to a site with its code: a name and a role are enough, and without a name it is told. */
static void
test_add (ScreenFixture *fixture,
          gconstpointer  data)
{
  GtkWidget *view = cap_sites_view_new (fixture->workspace);
  const GPtrArray *sites;
  GtkWidget *button;
  GtkWidget *name;
  g_autofree char *opened = NULL;

  screen_fixture_show (fixture, view);
  watch_opening (fixture, &opened);
  screen_fixture_wait_label (fixture, "No Site Yet");
  gtk_menu_button_popup (GTK_MENU_BUTTON (screen_fixture_find (view, "GtkMenuButton", NULL)));
  screen_fixture_wait_label (fixture, "Add the Site");
  name = screen_fixture_find (view, "AdwEntryRow", NULL);
  button = gtk_widget_get_ancestor (screen_fixture_find (view, "GtkLabel", "Add the Site"), GTK_TYPE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpuint (cap_workspace_get_dossier (fixture->workspace)->registers[CAP_REGISTER_SITE]->len, ==, 0);

  gtk_editable_set_text (GTK_EDITABLE (name), " Atelier des Saules ");
  g_signal_emit_by_name (button, "clicked");
  screen_fixture_wait (fixture, is_set, &opened);
  g_assert_true (g_str_has_prefix (opened, "record/site/"));
  sites = cap_workspace_get_dossier (fixture->workspace)->registers[CAP_REGISTER_SITE];
  g_assert_cmpuint (sites->len, ==, 1);
  g_assert_cmpstr (cap_record_get (sites->pdata[0], CAP_SITE_NAME), ==, "Atelier des Saules");
  g_assert_cmpstr (cap_record_get (sites->pdata[0], CAP_SITE_ROLE), ==, "member");
}

static void
test_notices (ScreenFixture *fixture,
              gconstpointer  data)
{
  GtkWidget *view = cap_sites_view_new (fixture->workspace);
  g_autofree char *opened = NULL;

  put_group (fixture, TRUE);
  screen_fixture_show (fixture, view);
  watch_opening (fixture, &opened);
  screen_fixture_wait_label (fixture, "4 sites");
  click_beside (view, "3 sites were seen by no internal audit in this cycle: all must be before the "
                      "certification body comes. 2 were never audited inside.");
  screen_fixture_wait_label (fixture, "3 of 4 sites");
  click_beside (view, "A major nonconformity is open at Atelier des Saules: it blocks the certificate of the "
                      "whole group.");
  screen_fixture_wait_label (fixture, "1 of 4 sites");
  screen_fixture_wait_label (fixture, "Atelier des Saules");
  screen_fixture_wait_label (fixture, "2, one major");
  click_beside (view, "Clause 7.2: a minor nonconformity at 2 of the 2 sites seen lately. It may be one "
                      "of the group.");
  g_assert_cmpstr (opened, ==, "section/findings");
}

static void
test_fine (ScreenFixture *fixture,
           gconstpointer  data)
{
  GtkWidget *view = cap_sites_view_new (fixture->workspace);
  GtkWidget *fine;

  put_group (fixture, FALSE);
  screen_fixture_show (fixture, view);
  screen_fixture_wait_label (fixture, "4 sites");
  fine = screen_fixture_find (view, "GtkLabel", "Every site was seen by an internal audit in this cycle, "
                                                "no major nonconformity is open, and no clause stands out.");
  g_assert_true (gtk_widget_is_visible (fine));
}

/* It follows the dossier: an audit that is recorded takes its sites off the notice. */
static void
test_follows (ScreenFixture *fixture,
              gconstpointer  data)
{
  CapCommand *command = cap_command_new (CAP_GESTURE_RECORD, "internal");
  GtkWidget *view = cap_sites_view_new (fixture->workspace);
  g_autofree char *today = cap_workspace_dup_today (fixture->workspace);

  put_group (fixture, TRUE);
  screen_fixture_show (fixture, view);
  screen_fixture_wait_label (fixture, "4 sites");
  add_audit (command, "internal", today, "SI-01, SI-03");
  screen_fixture_run (fixture, command);
  screen_fixture_wait_label (fixture, "1 site was seen by no internal audit in this cycle: it must be before "
                                      "the certification body comes.");
}

static void
test_filter (ScreenFixture *fixture,
             gconstpointer  data)
{
  GtkWidget *view = cap_sites_view_new (fixture->workspace);
  CapSiteList *list;

  put_group (fixture, TRUE);
  screen_fixture_show (fixture, view);
  screen_fixture_wait_label (fixture, "4 sites");
  list = CAP_SITE_LIST (screen_fixture_find (view, "CapSiteList", NULL));
  cap_site_list_filter (list, "member", CAP_SITE_IN_ANY, "");
  g_assert_cmpuint (cap_site_list_get_n_shown (list), ==, 2);
  cap_site_list_filter (list, NULL, CAP_SITE_UNSEEN_OUTSIDE, "");
  g_assert_cmpuint (cap_site_list_get_n_shown (list), ==, 2);
  cap_site_list_filter (list, NULL, CAP_SITE_OPEN, "");
  g_assert_cmpuint (cap_site_list_get_n_shown (list), ==, 2);
  cap_site_list_filter (list, NULL, CAP_SITE_IN_ANY, "federation");
  g_assert_cmpuint (cap_site_list_get_n_shown (list), ==, 1);
  cap_site_list_filter (list, "member", CAP_SITE_IN_ANY, "federation");
  g_assert_cmpuint (cap_site_list_get_n_shown (list), ==, 0);
  gtk_editable_set_text (GTK_EDITABLE (screen_fixture_find (view, "GtkSearchEntry", NULL)), "nowhere");
  screen_fixture_wait_label (fixture, "0 of 4 sites");
  g_assert_true (gtk_widget_is_visible (screen_fixture_find (view, "GtkLabel", "No site is like this.")));
}

static guint
count_children (GtkWidget *widget)
{
  guint count = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    count++;

  return count;
}

/* Of two thousand, only the rows in sight are made. */
static void
test_many (ScreenFixture *fixture,
           gconstpointer  data)
{
  CapCommand *command = cap_command_new (CAP_GESTURE_IMPORT, "liste.csv");
  GtkWidget *view = cap_sites_view_new (fixture->workspace);

  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *code = g_strdup_printf ("SI-%04u", i + 1);

      add_site (command, code, code, "member", NULL);
    }
  screen_fixture_run (fixture, command);
  screen_fixture_show (fixture, view);
  screen_fixture_wait_label (fixture, "2000 sites");
  screen_fixture_wait_label (fixture, "SI-0001");
  g_assert_cmpuint (count_children (screen_fixture_find (view, "GtkListView", NULL)), <, MAX_MADE_ROWS);
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

  add ("/sites/add", test_add);
  add ("/sites/notices", test_notices);
  add ("/sites/fine", test_fine);
  add ("/sites/follows", test_follows);
  add ("/sites/filter", test_filter);
  add ("/sites/many", test_many);

  return g_test_run ();
}
