/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>

#include "screen-fixture.h"
#include "ui/audit/cap-audit-page.h"
#include "ui/records/cap-record-view.h"
#include "ui/widgets/cap-long-list.h"

#define PROPOSE "Propose the Checklist"
#define PRINT   "Print the Plan or the Report…"

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

static void
put_audit (ScreenFixture *fixture,
           const char    *kind,
           const char    *date)
{
  g_autoptr(CapRecord) audit = cap_record_new (CAP_REGISTER_AUDIT, NULL);

  cap_record_set (audit, CAP_AUDIT_CODE, "AU-01");
  cap_record_set (audit, CAP_AUDIT_TITLE, "Audit de l’accueil");
  cap_record_set (audit, CAP_AUDIT_KIND, kind);
  cap_record_set (audit, CAP_AUDIT_DATE, date);
  put (fixture, audit);
}

static void
put_site (ScreenFixture *fixture,
          const char    *staff)
{
  g_autoptr(CapRecord) site = cap_record_new (CAP_REGISTER_SITE, NULL);
  g_autoptr(CapRecord) audit = NULL;

  cap_record_set (site, CAP_SITE_CODE, "SI-01");
  cap_record_set (site, CAP_SITE_NAME, "Atelier");
  cap_record_set (site, CAP_SITE_ROLE, "central");
  cap_record_set (site, CAP_SITE_STAFF, staff);
  put (fixture, site);
  audit = cap_record_copy (g_ptr_array_index (get_records (fixture, CAP_REGISTER_AUDIT), 0));
  cap_record_set (audit, CAP_AUDIT_SITES, "SI-01");
  put (fixture, audit);
}

static void
printed_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  char **printed = user_data;
  const char *kind;
  const char *code;

  g_variant_get (parameter, "(&s&s)", &kind, &code);
  g_free (*printed);
  *printed = g_strdup_printf ("%s %s", kind, code);
}

static GtkWidget *
show (ScreenFixture  *fixture,
      char          **printed)
{
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr(GSimpleAction) action = g_simple_action_new ("print", G_VARIANT_TYPE ("(ss)"));
  const CapRecord *audit = g_ptr_array_index (get_records (fixture, CAP_REGISTER_AUDIT), 0);
  GtkWidget *page = cap_audit_page_new (fixture->workspace);

  screen_fixture_show (fixture, page);
  g_signal_connect (action, "activate", G_CALLBACK (printed_cb), printed);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (fixture->window, "journey", G_ACTION_GROUP (group));
  cap_record_view_show (CAP_RECORD_VIEW (page), audit->id);

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
has_points (ScreenFixture *fixture,
            gpointer       data)
{
  return (get_records (fixture, CAP_REGISTER_AUDIT_CHECK)->len > 0) == GPOINTER_TO_INT (data);
}

/* The points come in one gesture, and once: what is there already is not added again. */
static void
test_checklist (ScreenFixture *fixture,
                gconstpointer  data)
{
  g_autofree char *printed = NULL;
  GtkWidget *page;
  guint n_points;

  put_audit (fixture, "internal", "2026-12-10");
  page = show (fixture, &printed);
  click (page, PROPOSE);
  screen_fixture_wait (fixture, has_points, GINT_TO_POINTER (TRUE));
  n_points = get_records (fixture, CAP_REGISTER_AUDIT_CHECK)->len;
  click (page, PROPOSE);
  g_assert_cmpuint (get_records (fixture, CAP_REGISTER_AUDIT_CHECK)->len, ==, n_points);
  screen_fixture_undo (fixture);
  screen_fixture_wait (fixture, has_points, GINT_TO_POINTER (FALSE));
}

static char *
print (ScreenFixture *fixture,
       const char    *date)
{
  g_autofree char *printed = NULL;

  put_audit (fixture, "internal", date);
  click (show (fixture, &printed), PRINT);

  return g_steal_pointer (&printed);
}

/* Its plan before it begins, its report from its first day on. */
static void
test_print_plan (ScreenFixture *fixture,
                 gconstpointer  data)
{
  g_autofree char *printed = print (fixture, "9999-12-31");

  g_assert_cmpstr (printed, ==, "audit-plan AU-01");
}

static void
test_print_report (ScreenFixture *fixture,
                   gconstpointer  data)
{
  g_autofree char *printed = print (fixture, "2020-01-02");

  g_assert_cmpstr (printed, ==, "audit-report AU-01");
}

/* What is said of the time follows what is written; nothing is said of an internal audit. */
static void
test_time (ScreenFixture *fixture,
           gconstpointer  data)
{
  g_autofree char *printed = NULL;
  GtkWidget *page;

  put_audit (fixture, "stage-2", "2026-12-10");
  page = show (fixture, &printed);
  g_assert_null (screen_fixture_find (page, "GtkLabel", "IAF MD 5"));
  put_site (fixture, "15");
  screen_fixture_wait_label (fixture, "Time on site: about 2.5 days, by what is published of IAF MD 5; the"
                                      " certification body decides.");
}

static GtkWidget *
create_line (guint    index,
             gpointer user_data)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_strdup_printf ("line %u", index);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);

  return row;
}

static guint
count_rows (GtkWidget *list)
{
  GtkWidget *box = gtk_widget_get_first_child (list);
  guint n_rows = 0;

  while (gtk_list_box_get_row_at_index (GTK_LIST_BOX (box), (int) n_rows) != NULL)
    n_rows++;

  return n_rows;
}

static void
show_rest (GtkWidget *list)
{
  GtkWidget *box = gtk_widget_get_first_child (list);

  g_signal_emit_by_name (box, "row-activated", gtk_widget_get_last_child (box));
}

/* The first rows, then those that follow, until all are there; the focus goes on from where they begin. */
static void
test_long_list (ScreenFixture *fixture,
                gconstpointer  data)
{
  GtkWidget *list = g_object_new (CAP_TYPE_LONG_LIST, NULL);
  GtkWidget *box = gtk_widget_get_first_child (list);
  guint n_rows;

  cap_long_list_fill (CAP_LONG_LIST (list), 60, create_line, NULL);
  screen_fixture_show (fixture, list);
  n_rows = count_rows (list);
  g_assert_cmpuint (n_rows, <, 60);
  screen_fixture_wait_label (fixture, "Show the Rest (35)");
  show_rest (list);
  g_assert_cmpuint (count_rows (list), ==, 2 * n_rows - 1);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) ==
                 GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (box), (int) n_rows - 1)));
  show_rest (list);
  g_assert_cmpuint (count_rows (list), ==, 60);
  g_assert_nonnull (screen_fixture_find (list, "GtkLabel", "line 59"));

  cap_long_list_fill (CAP_LONG_LIST (list), 3, create_line, NULL);
  g_assert_cmpuint (count_rows (list), ==, 3);
}

int
main (int   argc,
      char *argv[])
{
  screen_fixture_init (&argc, &argv);

#define ADD(name) \
  g_test_add ("/ui/audit-page/" #name, ScreenFixture, NULL, screen_fixture_set_up, test_ ## name, \
              screen_fixture_tear_down)
  ADD (checklist);
  ADD (print_plan);
  ADD (print_report);
  ADD (time);
  ADD (long_list);
#undef ADD

  return g_test_run ();
}
