/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>

#include "audit/cap-certificate-cycle.h"
#include "screen-fixture.h"
#include "ui/audit/cap-certificates-view.h"
#include "ui/audit/cap-cycle-bar.h"
#include "ui/audit/cap-day-dialog.h"
#include "ui/widgets/cap-date-row.h"

/* 20 November 2026, at noon. */
#define NOW "1795176000"

static CapDossier *
get_dossier (ScreenFixture *fixture)
{
  return cap_workspace_get_dossier (fixture->workspace);
}

static gboolean
has_certificates (ScreenFixture *fixture,
                  gpointer       data)
{
  return get_dossier (fixture)->registers[CAP_REGISTER_CERTIFICATE]->len == GPOINTER_TO_UINT (data);
}

static gboolean
has_events (ScreenFixture *fixture,
            gpointer       data)
{
  return get_dossier (fixture)->registers[CAP_REGISTER_CERTIFICATE_EVENT]->len == GPOINTER_TO_UINT (data);
}

/* The last thing that happened to a certificate. */
static void
assert_event (ScreenFixture *fixture,
              const char    *certificate,
              const char    *kind,
              const char    *date)
{
  g_autoptr(GPtrArray) events = cap_dossier_list_parts (get_dossier (fixture), CAP_REGISTER_CERTIFICATE_EVENT,
                                                        certificate);
  const CapRecord *event = g_ptr_array_index (events, events->len - 1);

  g_assert_cmpstr (cap_record_get (event, CAP_CERTIFICATE_EVENT_KIND), ==, kind);
  g_assert_cmpstr (cap_record_get (event, CAP_CERTIFICATE_EVENT_DATE), ==, date);
}

/* Returns: (transfer full): its UUID */
static char *
add_certificate (ScreenFixture *fixture,
                 const char    *code,
                 const char    *decision)
{
  g_autoptr(CapRecord) record = cap_record_new (CAP_REGISTER_CERTIFICATE, NULL);
  CapCommand *command = cap_command_new (CAP_GESTURE_RECORD, code);

  cap_record_set (record, CAP_CERTIFICATE_CODE, code);
  cap_record_set (record, CAP_CERTIFICATE_DECISION, decision);
  cap_command_put_record (command, record);
  screen_fixture_run (fixture, command);

  return g_strdup (record->id);
}

static void
add_event (ScreenFixture *fixture,
           const char    *certificate,
           const char    *kind,
           const char    *date)
{
  g_autoptr(CapRecord) record = cap_record_new_part (CAP_REGISTER_CERTIFICATE_EVENT, NULL, certificate);
  CapCommand *command = cap_command_new (CAP_GESTURE_RECORD, "CE-01");

  cap_record_set (record, CAP_CERTIFICATE_EVENT_KIND, kind);
  cap_record_set (record, CAP_CERTIFICATE_EVENT_DATE, date);
  cap_command_put_record (command, record);
  screen_fixture_run (fixture, command);
}

static void
show_view (ScreenFixture *fixture)
{
  screen_fixture_show (fixture, cap_certificates_view_new (fixture->workspace));
}

static GtkWidget *
find_button (ScreenFixture *fixture,
             const char    *label)
{
  GtkWidget *found = screen_fixture_find (fixture->window, "GtkLabel", label);

  return found != NULL ? gtk_widget_get_ancestor (found, GTK_TYPE_BUTTON) : NULL;
}

static AdwMessageDialog *
find_dialog (void)
{
  g_autoptr(GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    {
      if (CAP_IS_DAY_DIALOG (l->data))
        return l->data;
    }

  return NULL;
}

/* The button asks for a day, proposes today, and takes no text that is no day. */
static void
answer (ScreenFixture *fixture,
        const char    *button,
        const char    *day)
{
  AdwMessageDialog *dialog;
  GtkWidget *row;

  g_signal_emit_by_name (find_button (fixture, button), "clicked");
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  row = screen_fixture_find (GTK_WIDGET (dialog), "CapDateRow", NULL);
  g_assert_cmpstr (cap_date_row_get_date (CAP_DATE_ROW (row)), ==, "2026-11-20");
  gtk_editable_set_text (GTK_EDITABLE (row), "demain");
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "confirm"));
  gtk_editable_set_text (GTK_EDITABLE (row), day);
  g_assert_true (adw_message_dialog_get_response_enabled (dialog, "confirm"));
  adw_message_dialog_response (dialog, "confirm");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* An empty register says what belongs there; a decision is enough for the whole cycle. */
static void
test_add (ScreenFixture *fixture,
          gconstpointer  data)
{
  const CapRecord *certificate;
  GtkWidget *bar;

  show_view (fixture);
  screen_fixture_wait_label (fixture, "No Certificate Yet");
  answer (fixture, "Add a Certificate…", "20/03/2025");
  screen_fixture_wait (fixture, has_certificates, GUINT_TO_POINTER (1));
  certificate = g_ptr_array_index (get_dossier (fixture)->registers[CAP_REGISTER_CERTIFICATE], 0);
  g_assert_cmpstr (cap_record_get (certificate, CAP_CERTIFICATE_DECISION), ==, "2025-03-20");
  g_assert_cmpstr (cap_record_get (certificate, CAP_CERTIFICATE_ROUTE), ==, "cedre");
  screen_fixture_wait_label (fixture, "Certificate CE-01");
  screen_fixture_wait_label (fixture, "Valid until 19 March 2028.");
  screen_fixture_wait_label (fixture, "Surveillance 1 was due by 20 March 2026 and no day is noted for it.");
  screen_fixture_wait_label (fixture, "Nothing happened yet.");
  bar = screen_fixture_find (fixture->window, "CapCycleBar", NULL);
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL));
}

/* What was held is noted from its row, and what comes next follows. */
static void
test_note (ScreenFixture *fixture,
           gconstpointer  data)
{
  g_autofree char *id = add_certificate (fixture, "CE-01", "2025-03-20");

  show_view (fixture);
  screen_fixture_wait_label (fixture, "Note the Day…");
  answer (fixture, "Note the Day…", "11/03/2026");
  screen_fixture_wait (fixture, has_events, GUINT_TO_POINTER (1));
  assert_event (fixture, id, "surveillance", "2026-03-11");
  screen_fixture_wait_label (fixture, "Held on 11 March 2026");
  screen_fixture_wait_label (fixture, "Next comes surveillance 2, between 1 January 2027 and"
                                      " 31 December 2027.");
  screen_fixture_wait_label (fixture, "History: 1 event");
  g_assert_null (find_button (fixture, "Note the Day…"));
}

/* A certificate that expired a short time ago is restored from its row; the ones that run come first. */
static void
test_restore (ScreenFixture *fixture,
              gconstpointer  data)
{
  g_autofree char *old = add_certificate (fixture, "CE-01", "2023-09-02");
  g_autofree char *new = add_certificate (fixture, "CE-02", "2022-01-10");
  GtkWidget *cards;

  add_event (fixture, new, "renewed", "2024-12-01");
  show_view (fixture);
  screen_fixture_wait_label (fixture, "Expired on 1 September 2026; it may be restored until 1 March 2027.");
  cards = gtk_widget_get_parent (gtk_widget_get_ancestor (
    screen_fixture_find (fixture->window, "GtkLabel", "Nothing happened yet."), GTK_TYPE_BOX));
  g_assert_cmpstr (gtk_widget_get_name (gtk_widget_get_first_child (cards)), ==, new);
  answer (fixture, "Note the Restoration…", "18/11/2026");
  screen_fixture_wait_label (fixture, "Valid until 1 September 2029.");
  assert_event (fixture, old, "restored", "2026-11-18");
}

static void
keep_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* Opens it again, to read. */
static void
reopen (ScreenFixture *fixture)
{
  g_autoptr(GAsyncResult) closed = NULL;
  g_autoptr(GAsyncResult) open = NULL;
  g_autoptr(GError) error = NULL;

  cap_workspace_close_async (fixture->workspace, keep_result_cb, &closed);
  while (closed == NULL)
    g_main_context_iteration (NULL, TRUE);
  cap_workspace_close_finish (fixture->workspace, closed, &error);
  g_assert_no_error (error);
  cap_workspace_open_async (fixture->workspace, fixture->path, CAP_OPEN_READ_ONLY, NULL, keep_result_cb,
                            &open);
  while (open == NULL)
    g_main_context_iteration (NULL, TRUE);
  cap_workspace_open_finish (fixture->workspace, open, &error);
  g_assert_no_error (error);
}

static void
test_read_only (ScreenFixture *fixture,
                gconstpointer  data)
{
  g_autofree char *id = add_certificate (fixture, "CE-01", "2025-03-20");

  reopen (fixture);
  show_view (fixture);
  screen_fixture_wait_label (fixture, "Valid until 19 March 2028.");
  g_assert_nonnull (find_button (fixture, "Open"));
  g_assert_null (find_button (fixture, "Note the Day…"));
  g_assert_null (find_button (fixture, "Add a Certificate…"));
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("SOURCE_DATE_EPOCH", NOW, TRUE);
  screen_fixture_init (&argc, &argv);

#define ADD(name, function)                                                                        \
  g_test_add ("/ui/certificates-view/" name, ScreenFixture, NULL, screen_fixture_set_up, function, \
              screen_fixture_tear_down)

  ADD ("add", test_add);
  ADD ("note", test_note);
  ADD ("restore", test_restore);
  ADD ("read-only", test_read_only);

  return g_test_run ();
}
