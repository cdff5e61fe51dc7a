/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>
#include <glib/gstdio.h>

#include "screen-fixture.h"
#include "ui/audit/cap-auditor-copy-window.h"
#include "ui/audit/cap-auditor-return-window.h"
#include "workspace/cap-auditor-copy.h"

static void
keep_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

static CapRecord *
new_audit (const char *code,
           const char *title)
{
  CapRecord *audit = cap_record_new (CAP_REGISTER_AUDIT, NULL);

  cap_record_set (audit, CAP_AUDIT_CODE, code);
  cap_record_set (audit, CAP_AUDIT_TITLE, title);
  cap_record_set (audit, CAP_AUDIT_KIND, "internal");
  cap_record_set (audit, CAP_AUDIT_DATE, "2026-11-20");

  return audit;
}

static void
put (ScreenFixture   *fixture,
     const CapRecord *record)
{
  CapCommand *command = cap_command_new (CAP_GESTURE_RECORD, cap_record_get_code (record));

  cap_command_put_record (command, record);
  screen_fixture_run (fixture, command);
}

static char *
hand_over (ScreenFixture   *fixture,
           const CapRecord *audit)
{
  char *path = g_build_filename (fixture->folder, "copy.capcedre", NULL);
  g_autoptr(GAsyncResult) result = NULL;

  cap_workspace_write_auditor_copy_async (fixture->workspace, audit->id, path, NULL, keep_result_cb, &result);
  g_assert_true (cap_workspace_write_auditor_copy_finish (fixture->workspace, wait_for (&result), NULL));

  return path;
}

static CapCommand *
new_work (const CapRecord *audit)
{
  CapCommand *command = cap_command_new (CAP_GESTURE_RECORD, NULL);
  g_autoptr(CapRecord) finding = cap_record_new (CAP_REGISTER_FINDING, NULL);
  g_autoptr(CapRecord) point = cap_record_new_part (CAP_REGISTER_AUDIT_CHECK, NULL, audit->id);
  g_autoptr(CapRecord) changed = cap_record_copy (audit);

  cap_record_set (finding, CAP_FINDING_CODE, "E-01");
  cap_record_set (finding, CAP_FINDING_AUDIT, cap_record_get_code (audit));
  cap_record_set (finding, CAP_FINDING_GRADE, "PP");
  cap_record_set (finding, CAP_FINDING_RAISED, "2026-11-20");
  cap_record_set (finding, CAP_FINDING_FACT, "Folders <are> & stay open");
  cap_record_set (finding, CAP_FINDING_STATE, "open");
  cap_record_set (point, CAP_AUDIT_CHECK_KIND, "requirement");
  cap_record_set (point, CAP_AUDIT_CHECK_SUBJECT, "8.4.1");
  cap_record_set (changed, CAP_AUDIT_SYNTHESIS, "Seen");
  cap_command_put_record (command, finding);
  cap_command_put_record (command, point);
  cap_command_put_record (command, changed);

  return command;
}

/* What the auditor does in the copy. */
static void
work_on (const char      *path,
         const CapRecord *audit)
{
  g_autoptr(CapWorkspace) workspace = cap_workspace_new ();
  g_autoptr(GAsyncResult) opened = NULL;
  g_autoptr(GAsyncResult) ran = NULL;
  g_autoptr(GAsyncResult) closed = NULL;

  cap_workspace_open_async (workspace, path, CAP_OPEN_NORMAL, NULL, keep_result_cb, &opened);
  g_assert_true (cap_workspace_open_finish (workspace, wait_for (&opened), NULL));
  cap_workspace_run_async (workspace, new_work (audit), NULL, keep_result_cb, &ran);
  g_assert_true (cap_workspace_run_finish (workspace, wait_for (&ran), NULL));
  cap_workspace_close_async (workspace, keep_result_cb, &closed);
  g_assert_true (cap_workspace_close_finish (workspace, wait_for (&closed), NULL));
}

static void
show (ScreenFixture *fixture,
      GtkWidget     *window)
{
  fixture->window = window;
  gtk_window_present (GTK_WINDOW (window));
}

static void
read_copy (ScreenFixture *fixture,
           const char    *path)
{
  cap_auditor_return_window_read (CAP_AUDITOR_RETURN_WINDOW (fixture->window), path);
}

static gboolean
has_finding (ScreenFixture *fixture,
             gpointer       data)
{
  return cap_workspace_get_dossier (fixture->workspace)->registers[CAP_REGISTER_FINDING]->len == 1;
}

/* What comes in and what stays are told; nothing changes before the button; one undo takes all back. */
static void
test_return (ScreenFixture *fixture,
             gconstpointer  data)
{
  g_autoptr(CapRecord) audit = new_audit ("AU-01", "Internal audit of spring");
  g_autofree char *path = NULL;

  put (fixture, audit);
  path = hand_over (fixture, audit);
  work_on (path, audit);
  cap_record_set (audit, CAP_AUDIT_LOGISTICS, "A room");
  put (fixture, audit);

  show (fixture, cap_auditor_return_window_new (NULL, fixture->workspace));
  gtk_widget_activate_action (fixture->window, "return.take", NULL); /* nothing to take yet */
  read_copy (fixture, path);
  screen_fixture_wait_label (fixture, "AU-01 – Internal audit of spring");
  screen_fixture_wait_label (fixture,
                             "1 point of the checklist, 1 new finding, 1 part of the plan or of the report");
  screen_fixture_wait_label (fixture, "E-01 – Folders <are> & stay open");
  screen_fixture_wait_label (fixture, "Synthesis");
  screen_fixture_wait_label (fixture, "What stays as it is here");
  g_assert_false (has_finding (fixture, NULL));

  gtk_widget_activate_action (fixture->window, "return.take", NULL);
  fixture->window = NULL; /* closes when it is done */
  screen_fixture_wait (fixture, has_finding, NULL);
  screen_fixture_undo (fixture);
  g_assert_false (has_finding (fixture, NULL));
  g_assert_cmpuint (cap_workspace_get_dossier (fixture->workspace)->registers[CAP_REGISTER_AUDIT_CHECK]->len,
                    ==, 0);
  g_unlink (path);
}

static void
test_refused (ScreenFixture *fixture,
              gconstpointer  data)
{
  show (fixture, cap_auditor_return_window_new (NULL, fixture->workspace));
  read_copy (fixture, fixture->path);
  screen_fixture_wait_label (fixture, "This dossier is not an auditor’s copy");
}

static void
test_nothing_new (ScreenFixture *fixture,
                  gconstpointer  data)
{
  g_autoptr(CapRecord) audit = new_audit ("AU-01", "Internal audit of spring");
  g_autofree char *path = NULL;

  put (fixture, audit);
  path = hand_over (fixture, audit);
  show (fixture, cap_auditor_return_window_new (NULL, fixture->workspace));
  read_copy (fixture, path);
  screen_fixture_wait_label (fixture, "Nothing new in this copy");
  g_assert_null (screen_fixture_find (fixture->window, "GtkLabel", "What stays as it is here"));
  g_unlink (path);
}

/* The audits, the last one on top. */
static void
test_copy (ScreenFixture *fixture,
           gconstpointer  data)
{
  g_autoptr(CapRecord) first = new_audit ("AU-01", "Internal audit of spring");
  g_autoptr(CapRecord) last = new_audit ("AU-02", "Crossed audit");
  GtkWidget *row;

  put (fixture, first);
  put (fixture, last);
  show (fixture, cap_auditor_copy_window_new (NULL, fixture->workspace));
  screen_fixture_wait_label (fixture, "AU-01 – Internal audit of spring");
  row = screen_fixture_find (fixture->window, "AdwActionRow", NULL);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "AU-02 – Crossed audit");
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

  add ("/ui/auditor-windows/return", test_return);
  add ("/ui/auditor-windows/refused", test_refused);
  add ("/ui/auditor-windows/nothing-new", test_nothing_new);
  add ("/ui/auditor-windows/copy", test_copy);

  return g_test_run ();
}
