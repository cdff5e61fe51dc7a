/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>

#include "screen-fixture.h"
#include "ui/audit/cap-programme-view.h"

/* 20 November 2026, at noon. */
#define NOW "1795176000"

static const GPtrArray *
get_records (ScreenFixture   *fixture,
             CapRegisterKind  kind)
{
  return cap_workspace_get_dossier (fixture->workspace)->registers[kind];
}

static void
put (ScreenFixture   *fixture,
     const CapRecord *record)
{
  CapCommand *command = cap_command_new (CAP_GESTURE_RECORD, cap_record_get_code (record));

  cap_command_put_record (command, record);
  screen_fixture_run (fixture, command);
}

/* A process or a site: its code, its name, what it is. */
static void
add (ScreenFixture   *fixture,
     CapRegisterKind  kind,
     const char      *code,
     const char      *name)
{
  g_autoptr(CapRecord) record = cap_record_new (kind, NULL);

  cap_record_set (record, 0, code);
  cap_record_set (record, 1, name);
  cap_record_set (record, 2, kind == CAP_REGISTER_PROCESS ? "realisation" : "member");
  put (fixture, record);
}

static void
add_line (ScreenFixture *fixture,
          const char    *code,
          const char    *planned,
          const char    *site)
{
  g_autoptr(CapRecord) line = cap_record_new (CAP_REGISTER_PROGRAMME, NULL);

  cap_record_set (line, CAP_PROGRAMME_CODE, code);
  cap_record_set (line, CAP_PROGRAMME_PLANNED, planned);
  cap_record_set (line, CAP_PROGRAMME_KIND, "crossed");
  cap_record_set (line, CAP_PROGRAMME_PROCESSES, "PR-01");
  cap_record_set (line, CAP_PROGRAMME_SITES, site);
  cap_record_set (line, CAP_PROGRAMME_AUDITOR, "Accueil");
  put (fixture, line);
}

static void
fill (ScreenFixture *fixture)
{
  add (fixture, CAP_REGISTER_PROCESS, "PR-01", "Accueillir");
  add (fixture, CAP_REGISTER_PROCESS, "PR-02", "Former");
  add (fixture, CAP_REGISTER_SITE, "SI-01", "Siège");
  add (fixture, CAP_REGISTER_SITE, "SI-02", "Atelier");
  add_line (fixture, "PA-01", "2026-10-05", "SI-01");
  add_line (fixture, "PA-02", "2027-04-05", "SI-01");
}

static void
show_view (ScreenFixture *fixture)
{
  screen_fixture_show (fixture, cap_programme_view_new (fixture->workspace));
}

static GtkWidget *
find_button (ScreenFixture *fixture,
             const char    *label)
{
  GtkWidget *found = screen_fixture_find (fixture->window, "GtkLabel", label);

  return found != NULL ? gtk_widget_get_ancestor (found, GTK_TYPE_BUTTON) : NULL;
}

static gboolean
has_lines (ScreenFixture *fixture,
           gpointer       data)
{
  return get_records (fixture, CAP_REGISTER_PROGRAMME)->len == GPOINTER_TO_UINT (data);
}

static gboolean
has_audits (ScreenFixture *fixture,
            gpointer       data)
{
  return get_records (fixture, CAP_REGISTER_AUDIT)->len == GPOINTER_TO_UINT (data);
}

static void
test_add (ScreenFixture *fixture,
          gconstpointer  data)
{
  const CapRecord *line;

  show_view (fixture);
  screen_fixture_wait_label (fixture, "No Audit Programme Yet");
  g_signal_emit_by_name (find_button (fixture, "Plan an Audit"), "clicked");
  screen_fixture_wait (fixture, has_lines, GUINT_TO_POINTER (1));
  line = g_ptr_array_index (get_records (fixture, CAP_REGISTER_PROGRAMME), 0);
  g_assert_cmpstr (cap_record_get (line, CAP_PROGRAMME_PLANNED), ==, "2026-11-20");
  screen_fixture_wait_label (fixture, "Internal audit of November 2026");
  screen_fixture_wait_label (fixture, "2026–2028");
}

/* What stands out is said, and each audit is a mark of the grid that says all to a screen reader. */
static void
test_show (ScreenFixture *fixture,
           gconstpointer  data)
{
  GtkWidget *mark;

  fill (fixture);
  show_view (fixture);
  screen_fixture_wait_label (fixture, "1 planned audit is late: PA-01.");
  screen_fixture_wait_label (fixture, "No audit sees 1 process: PR-02.");
  screen_fixture_wait_label (fixture, "No audit sees 1 site: SI-02.");
  screen_fixture_wait_label (fixture, "PR-02 Former");
  screen_fixture_wait_label (fixture, "No audit");
  mark = find_button (fixture, "PA-02");
  g_assert_nonnull (mark);
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (mark), ==,
                   "PA-02, Crossed audit in April 2027, Audit planned: PR-01 Accueillir");
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (mark)), ==, "journey.open");
  g_assert_true (gtk_widget_has_css_class (find_button (fixture, "PA-01"), "programme-late"));
}

/* The grid shows one site when it is asked to. */
static void
test_site (ScreenFixture *fixture,
           gconstpointer  data)
{
  GtkWidget *sites;

  fill (fixture);
  show_view (fixture);
  screen_fixture_wait_label (fixture, "PA-02");
  sites = screen_fixture_find (fixture->window, "GtkDropDown", NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (sites), 2);
  g_assert_null (find_button (fixture, "PA-02"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (sites), 1);
  g_assert_nonnull (find_button (fixture, "PA-02"));
}

/* An audit is made from its line and tied to it, in one gesture. */
static void
test_prepare (ScreenFixture *fixture,
              gconstpointer  data)
{
  const CapRecord *audit;
  const CapRecord *line;

  add (fixture, CAP_REGISTER_PROCESS, "PR-01", "Accueillir");
  add_line (fixture, "PA-01", "2027-04-05", "SI-01");
  show_view (fixture);
  screen_fixture_wait_label (fixture, "Prepare the Audit");
  g_signal_emit_by_name (find_button (fixture, "Prepare the Audit"), "clicked");
  screen_fixture_wait (fixture, has_audits, GUINT_TO_POINTER (1));
  audit = g_ptr_array_index (get_records (fixture, CAP_REGISTER_AUDIT), 0);
  line = g_ptr_array_index (get_records (fixture, CAP_REGISTER_PROGRAMME), 0);
  g_assert_cmpstr (cap_record_get (audit, CAP_AUDIT_TITLE), ==, "Crossed audit in April 2027");
  g_assert_cmpstr (cap_record_get (audit, CAP_AUDIT_KIND), ==, "crossed");
  g_assert_cmpstr (cap_record_get (audit, CAP_AUDIT_DATE), ==, "2027-04-05");
  g_assert_cmpstr (cap_record_get (audit, CAP_AUDIT_PROCESSES), ==, "PR-01");
  g_assert_cmpstr (cap_record_get (line, CAP_PROGRAMME_AUDIT), ==, cap_record_get_code (audit));
  g_assert_cmpuint (get_records (fixture, CAP_REGISTER_AUDIT_MEMBER)->len, ==, 1);
  g_assert_null (find_button (fixture, "Prepare the Audit"));
  screen_fixture_undo (fixture);
  screen_fixture_wait (fixture, has_audits, GUINT_TO_POINTER (0));
  line = g_ptr_array_index (get_records (fixture, CAP_REGISTER_PROGRAMME), 0);
  g_assert_null (cap_record_get (line, CAP_PROGRAMME_AUDIT));
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("SOURCE_DATE_EPOCH", NOW, TRUE);
  screen_fixture_init (&argc, &argv);

#define ADD(name, function)                                                                      \
  g_test_add ("/ui/programme-view/" name, ScreenFixture, NULL, screen_fixture_set_up, function, \
              screen_fixture_tear_down)

  ADD ("add", test_add);
  ADD ("show", test_show);
  ADD ("site", test_site);
  ADD ("prepare", test_prepare);

  return g_test_run ();
}
