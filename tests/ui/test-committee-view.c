/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>

#include "screen-fixture.h"
#include "ui/audit/cap-committee-view.h"
#include "ui/records/cap-record-page.h"
#include "ui/records/cap-record-view.h"

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
  CapCommand *command = cap_command_new (CAP_GESTURE_RECORD, "CO-01");

  cap_command_put_record (command, record);
  screen_fixture_run (fixture, command);
}

/* Returns: (transfer full): its UUID: a meeting with a file, and with those who have these roles */
static char *
add_meeting (ScreenFixture      *fixture,
             const char * const *roles)
{
  g_autoptr(CapRecord) meeting = cap_record_new (CAP_REGISTER_COMMITTEE, NULL);
  g_autoptr(CapRecord) file = cap_record_new_part (CAP_REGISTER_COMMITTEE_FILE, NULL, meeting->id);

  cap_record_set (meeting, CAP_COMMITTEE_CODE, "CO-01");
  cap_record_set (meeting, CAP_COMMITTEE_DATE, "2026-11-12");
  put (fixture, meeting);
  for (guint i = 0; roles[i] != NULL; i++)
    {
      g_autoptr(CapRecord) member = cap_record_new_part (CAP_REGISTER_COMMITTEE_MEMBER, NULL, meeting->id);

      cap_record_set (member, CAP_COMMITTEE_MEMBER_ROLE, roles[i]);
      cap_record_set (member, CAP_COMMITTEE_MEMBER_WHO, "Direction");
      put (fixture, member);
    }
  cap_record_set (file, CAP_COMMITTEE_FILE_SUBJECT, "Entrée");
  cap_record_set (file, CAP_COMMITTEE_FILE_DECISION, "agreed");
  cap_record_set (file, CAP_COMMITTEE_FILE_REASON, "Deux écarts mineurs");
  put (fixture, file);

  return g_strdup (meeting->id);
}

static void
show_view (ScreenFixture *fixture)
{
  screen_fixture_show (fixture, cap_committee_view_new (fixture->workspace));
}

static GtkWidget *
find_button (ScreenFixture *fixture,
             const char    *label)
{
  GtkWidget *found = screen_fixture_find (fixture->window, "GtkLabel", label);

  return found != NULL ? gtk_widget_get_ancestor (found, GTK_TYPE_BUTTON) : NULL;
}

static gboolean
has_meetings (ScreenFixture *fixture,
              gpointer       data)
{
  return get_records (fixture, CAP_REGISTER_COMMITTEE)->len == GPOINTER_TO_UINT (data);
}

static gboolean
is_approved (ScreenFixture *fixture,
             gpointer       data)
{
  return cap_record_is (g_ptr_array_index (get_records (fixture, CAP_REGISTER_COMMITTEE), 0),
                        CAP_COMMITTEE_FINALISED, "2026-11-20");
}

static void
test_add (ScreenFixture *fixture,
          gconstpointer  data)
{
  show_view (fixture);
  screen_fixture_wait_label (fixture, "No Meeting Yet");
  g_signal_emit_by_name (find_button (fixture, "Add a Meeting"), "clicked");
  screen_fixture_wait (fixture, has_meetings, GUINT_TO_POINTER (1));
  screen_fixture_wait_label (fixture, "CO-01, on 20 November 2026");
  screen_fixture_wait_label (fixture, "Fewer than three members sit, besides the auditor.");
  screen_fixture_wait_label (fixture, "No auditor sits.");
  screen_fixture_wait_label (fixture, "No file was examined.");
  g_assert_null (find_button (fixture, "Approve the Minutes"));
}

/* The page of what is approved is only read. */
static void
assert_frozen (ScreenFixture *fixture,
               const char    *id)
{
  GtkWidget *page = cap_record_page_new (fixture->workspace, CAP_REGISTER_COMMITTEE);
  GtkWidget *remove;

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  screen_fixture_show (fixture, page);
  cap_record_view_show (CAP_RECORD_VIEW (page), id);
  screen_fixture_wait_label (fixture, "The minutes are approved: they are no longer changed");
  remove = find_button (fixture, "Remove");
  g_assert_true (remove == NULL || !gtk_widget_get_mapped (remove));
  g_assert_false (gtk_widget_is_sensitive (screen_fixture_find (page, "CapTextRow", NULL)));
}

/* Minutes that lack nothing are approved from their card, and stay as they are. */
static void
test_approve (ScreenFixture *fixture,
              gconstpointer  data)
{
  const char * const roles[] = { "chair", "member", "member", "auditor", NULL };
  g_autofree char *id = add_meeting (fixture, roles);

  show_view (fixture);
  screen_fixture_wait_label (fixture, "Minutes to be approved");
  screen_fixture_wait_label (fixture, "Because: Deux écarts mineurs");
  screen_fixture_wait_label (fixture, "Agreement");
  g_signal_emit_by_name (find_button (fixture, "Approve the Minutes"), "clicked");
  screen_fixture_wait (fixture, is_approved, NULL);
  screen_fixture_wait_label (fixture, "Minutes approved");
  g_assert_null (find_button (fixture, "Approve the Minutes"));
  assert_frozen (fixture, id);
}

static void
test_gaps (ScreenFixture *fixture,
           gconstpointer  data)
{
  const char * const roles[] = { "chair", "member", "auditor", NULL };
  g_autofree char *id = add_meeting (fixture, roles);

  show_view (fixture);
  screen_fixture_wait_label (fixture, "Fewer than three members sit, besides the auditor.");
  g_assert_null (find_button (fixture, "Approve the Minutes"));
  g_assert_nonnull (find_button (fixture, "Open"));
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("SOURCE_DATE_EPOCH", NOW, TRUE);
  screen_fixture_init (&argc, &argv);

#define ADD(name, function)                                                                      \
  g_test_add ("/ui/committee-view/" name, ScreenFixture, NULL, screen_fixture_set_up, function, \
              screen_fixture_tear_down)

  ADD ("add", test_add);
  ADD ("approve", test_approve);
  ADD ("gaps", test_gaps);

  return g_test_run ();
}
