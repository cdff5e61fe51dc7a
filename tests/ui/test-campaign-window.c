/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "quality/cap-campaign.h"
#include "screen-fixture.h"
#include "ui/campaign/cap-campaign-window.h"
#include "ui/campaign/cap-handover-window.h"
#include "ui/campaign/cap-import-votes-window.h"
#include "ui/campaign/cap-sheet-window.h"

static const CapEvaluation *
get_evaluation (ScreenFixture *fixture)
{
  return cap_workspace_get_evaluation (fixture->workspace);
}

static const CapRecord *
find_campaign (ScreenFixture *fixture)
{
  return cap_campaign_find (cap_workspace_get_dossier (fixture->workspace), get_evaluation (fixture));
}

static const CapBallot *
find_ballot (ScreenFixture *fixture,
             const char    *code)
{
  return cap_evaluation_find_ballot (get_evaluation (fixture), code);
}

/* A day with two employees in a pathway and one director. */
static void
expect (ScreenFixture *fixture)
{
  CapDossier *dossier = cap_workspace_get_dossier (fixture->workspace);
  g_autoptr(CapRecord) day = cap_campaign_new (dossier, get_evaluation (fixture), "2026-11-26");
  CapCommand *command = cap_command_new (CAP_GESTURE_RECORD, "");

  cap_command_put_record (command, day);
  cap_campaign_put_expected (command, dossier, day, CAP_COLLEGE_DIRECTION, 1);
  cap_campaign_put_expected (command, dossier, day, CAP_COLLEGE_PARCOURS, 2);
  screen_fixture_run (fixture, command);
}

static void
vote (ScreenFixture *fixture,
      const char    *code,
      CapCollege     college,
      const char    *criterion,
      int            level)
{
  g_autoptr(CapBallot) ballot = cap_ballot_new (NULL, code, college);
  CapCommand *command = cap_command_new (CAP_GESTURE_VOTES, code);

  cap_ballot_set_level (ballot, criterion, level);
  cap_command_put_ballot (command, get_evaluation (fixture)->id, ballot);
  screen_fixture_run (fixture, command);
}

static void
show (ScreenFixture *fixture,
      GtkWidget     *window)
{
  fixture->window = window;
  gtk_window_present (GTK_WINDOW (window));
}

static void
activate (ScreenFixture *fixture,
          const char    *action_name)
{
  g_assert_true (gtk_widget_activate_action (fixture->window, action_name, NULL));
}

static gboolean
has_campaign (ScreenFixture *fixture,
              gpointer       data)
{
  return find_campaign (fixture) != NULL;
}

static gboolean
has_ballot (ScreenFixture *fixture,
            gpointer       data)
{
  return find_ballot (fixture, data) != NULL;
}

static gboolean
has_no_ballot (ScreenFixture *fixture,
               gpointer       data)
{
  return find_ballot (fixture, data) == NULL;
}

static GtkWidget *
find_page (ScreenFixture *fixture,
           const char    *type)
{
  GtkWidget *page = screen_fixture_find (fixture->window, type, NULL);

  g_assert_nonnull (page);

  return page;
}

static gboolean
invites_to_barn (ScreenFixture *fixture,
                 gpointer       data)
{
  const char *invitation = cap_record_get (find_campaign (fixture), CAP_CAMPAIGN_INVITATION);

  return invitation != NULL && strstr (invitation, data) != NULL;
}

/* Returns: (nullable): the row with this title */
static GtkWidget *
find_row (GtkWidget  *root,
          const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (root) &&
      g_str_has_prefix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title))
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

/* One gesture makes the day; its invitation follows the place until it is somebody’s own. */
static void
test_invitation (ScreenFixture *fixture,
                 gconstpointer  data)
{
  GtkWidget *place;
  GtkWidget *view;

  show (fixture, cap_campaign_window_new (fixture->workspace, NULL));
  gtk_widget_activate_action (find_page (fixture, "CapPreparePage"), "prepare.begin", NULL);
  screen_fixture_wait (fixture, has_campaign, NULL);
  g_assert_true (invites_to_barn (fixture, (gpointer) "Les Érables"));

  place = find_row (fixture->window, "Place");
  gtk_editable_set_text (GTK_EDITABLE (place), "La grange");
  g_signal_emit_by_name (place, "entry-activated");
  screen_fixture_wait (fixture, invites_to_barn, (gpointer) "Where: La grange");
  g_assert_cmpstr (cap_record_get (find_campaign (fixture), CAP_CAMPAIGN_PLACE), ==, "La grange");

  view = find_page (fixture, "GtkTextView");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "Venez, le café est chaud.", -1);
  g_signal_emit_by_name (find_row (fixture->window, "Invitation"), "finished");
  screen_fixture_wait (fixture, invites_to_barn, (gpointer) "le café est chaud");
  gtk_editable_set_text (GTK_EDITABLE (place), "La cour");
  g_signal_emit_by_name (place, "entry-activated");
  screen_fixture_wait_label (fixture, "It is yours: it stays as it is written.");
  g_assert_true (invites_to_barn (fixture, (gpointer) "le café est chaud"));

  gtk_widget_activate_action (find_page (fixture, "CapPreparePage"), "prepare.propose", NULL);
  screen_fixture_wait (fixture, invites_to_barn, (gpointer) "Where: La cour");
}

static gboolean
expects_three (ScreenFixture *fixture,
               gpointer       data)
{
  return cap_campaign_get_expected (cap_workspace_get_dossier (fixture->workspace), find_campaign (fixture),
                                    CAP_COLLEGE_DIRECTION) == 3;
}

/* Steps of one number are one gesture, and the codes follow. */
static void
test_expected (ScreenFixture *fixture,
               gconstpointer  data)
{
  const guint before = (expect (fixture), cap_workspace_get_dossier (fixture->workspace)->revision);
  GtkWidget *spin;

  show (fixture, cap_campaign_window_new (fixture->workspace, NULL));
  spin = find_page (fixture, "GtkSpinButton");
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), 2);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), 3);
  screen_fixture_wait (fixture, expects_three, NULL);
  g_assert_cmpuint (cap_workspace_get_dossier (fixture->workspace)->revision, ==, before + 1);
  screen_fixture_wait_label (fixture, "D-03");
  screen_fixture_wait_label (fixture, "5 people are expected. Each one gets a code, never a name.");
}

static void
begin (ScreenFixture *fixture,
       const char    *code,
       const char    *form)
{
  GtkWidget *entry;

  activate (fixture, "handover.begin");
  entry = find_page (fixture, "GtkEntry");
  gtk_editable_set_text (GTK_EDITABLE (entry), code);
  activate (fixture, "handover.take-code");
  if (form != NULL)
    g_assert_true (gtk_widget_activate_action (fixture->window, "handover.start", "s", form));
}

/* Plain steps are kept as levels, in one gesture at the end; then nothing of it is on display. */
static void
test_handover (ScreenFixture *fixture,
               gconstpointer  data)
{
  const CapBallot *ballot;
  guint n_questions = 0;
  guint before;

  expect (fixture);
  before = cap_workspace_get_dossier (fixture->workspace)->revision;
  show (fixture, cap_handover_window_new (fixture->workspace, NULL));
  screen_fixture_wait_label (fixture, "Pass the computer to the next person");
  begin (fixture, "s2", "plain");
  screen_fixture_press (fixture, GDK_KEY_3);
  screen_fixture_press (fixture, GDK_KEY_1);
  screen_fixture_press (fixture, GDK_KEY_BackSpace);
  screen_fixture_press (fixture, GDK_KEY_2);
  while (screen_fixture_find (fixture->window, "CapVoteCourse", NULL) != NULL &&
         gtk_widget_get_mapped (find_page (fixture, "CapVoteCourse")) && n_questions++ < 200)
    screen_fixture_press (fixture, GDK_KEY_minus);
  screen_fixture_wait_label (fixture, "Thank you!");
  ballot = find_ballot (fixture, "S-02");
  g_assert_nonnull (ballot);
  g_assert_cmpint (ballot->form, ==, CAP_BALLOT_PLAIN);
  g_assert_cmpint (ballot->college, ==, CAP_COLLEGE_PARCOURS);
  g_assert_cmpint (cap_ballot_get_level (ballot, "A1.1"), ==, 2);
  g_assert_cmpint (cap_ballot_get_level (ballot, "A1.2"), ==, 1);
  g_assert_cmpuint (cap_ballot_count (ballot), ==, 2);
  g_assert_cmpuint (cap_workspace_get_dossier (fixture->workspace)->revision, ==, before + 1);
  g_assert_null (screen_fixture_get_answer (fixture, "A1.1"));

  activate (fixture, "handover.next");
  screen_fixture_wait_label (fixture, "Pass the computer to the next person");
  g_assert_null (screen_fixture_find (fixture->window, "CapVoteCard", NULL));
}

/* Who has voted is told so, and is shown nothing; another code goes on. */
static void
test_known_code (ScreenFixture *fixture,
                 gconstpointer  data)
{
  expect (fixture);
  vote (fixture, "S-01", CAP_COLLEGE_PARCOURS, "A1.1", 4);
  show (fixture, cap_handover_window_new (fixture->workspace, NULL));
  begin (fixture, "S-01", NULL);
  screen_fixture_wait_label (fixture, "This code has already answered. Is it yours? Look at your paper.");
  g_assert_null (screen_fixture_find (fixture->window, "CapVoteCard", NULL));
  begin (fixture, "Marie", NULL);
  screen_fixture_wait_label (fixture, "This is not a code. A code is a letter and a number. "
                                      "For example: S-07.");
  begin (fixture, "s 20", NULL);
  screen_fixture_wait_label (fixture, "This code is not on the list. Is it yours? Look at your paper.");
  begin (fixture, "d 1", "full");
  screen_fixture_press (fixture, GDK_KEY_4);
  screen_fixture_wait_label (fixture, "D-01");
  g_assert_null (find_ballot (fixture, "D-01"));
  g_assert_cmpint (cap_ballot_get_level (find_ballot (fixture, "S-01"), "A1.1"), ==, 4);
}

static gboolean
is_gone (ScreenFixture *fixture,
         gpointer       data)
{
  return fixture->window == NULL;
}

/* Returns: (nullable): the dialog that is open, whoever it belongs to */
static AdwMessageDialog *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return ADW_MESSAGE_DIALOG (window);
    }

  return NULL;
}

/* What its buttons do: the answer, and the dialog goes. */
static void
respond (const char *response)
{
  AdwMessageDialog *dialog = find_dialog ();

  g_assert_nonnull (dialog);
  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* What cannot be saved is said, and what was answered is still there. */
static void
test_failure (ScreenFixture *fixture,
              gconstpointer  data)
{
  expect (fixture);
  show (fixture, cap_handover_window_new (fixture->workspace, NULL));
  begin (fixture, "S-01", "plain");
  screen_fixture_press (fixture, GDK_KEY_1);
  screen_fixture_evaluate (fixture, 2, "2026-11-27");
  activate (fixture, "handover.stop");
  respond ("keep");
  screen_fixture_wait_label (fixture, "Your answers are not saved yet");
  g_assert_null (find_ballot (fixture, "S-01"));
  screen_fixture_undo (fixture);
  activate (fixture, "handover.retry");
  screen_fixture_wait_label (fixture, "Thank you!");
  g_assert_cmpuint (cap_ballot_count (find_ballot (fixture, "S-01")), ==, 1);
}

/* Stopping in the middle asks: what was answered is thrown away, or kept. */
static void
test_stop (ScreenFixture *fixture,
           gconstpointer  data)
{
  expect (fixture);
  show (fixture, cap_handover_window_new (fixture->workspace, NULL));
  begin (fixture, "S-01", "plain");
  screen_fixture_press (fixture, GDK_KEY_1);
  activate (fixture, "handover.stop");
  respond ("destroy");
  screen_fixture_wait_label (fixture, "Pass the computer to the next person");
  g_assert_null (find_ballot (fixture, "S-01"));
  begin (fixture, "S-01", "plain");
  screen_fixture_press (fixture, GDK_KEY_1);
  gtk_window_close (GTK_WINDOW (fixture->window));
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  respond ("keep");
  screen_fixture_wait (fixture, is_gone, NULL);
  g_assert_cmpuint (cap_ballot_count (find_ballot (fixture, "S-01")), ==, 1);
}

static gboolean
shows_sheet (ScreenFixture *fixture,
             gpointer       data)
{
  return screen_fixture_find (fixture->window, "GtkLabel", data) != NULL;
}

/* A figure and the next row; Ctrl+Enter saves the sheet and brings the next one. */
static void
test_sheet (ScreenFixture *fixture,
            gconstpointer  data)
{
  const CapBallot *ballot;
  guint before;

  expect (fixture);
  before = cap_workspace_get_dossier (fixture->workspace)->revision;
  show (fixture, cap_sheet_window_new (fixture->workspace, NULL, NULL));
  screen_fixture_wait_label (fixture, "Questionnaire D-01");
  screen_fixture_press (fixture, GDK_KEY_4);
  screen_fixture_press (fixture, GDK_KEY_space);
  screen_fixture_press (fixture, GDK_KEY_KP_0);
  screen_fixture_press (fixture, GDK_KEY_9);
  screen_fixture_press (fixture, GDK_KEY_1);
  screen_fixture_press (fixture, GDK_KEY_Up);
  screen_fixture_press (fixture, GDK_KEY_BackSpace);
  g_assert_null (find_ballot (fixture, "D-01"));
  activate (fixture, "sheet.save");
  screen_fixture_wait (fixture, has_ballot, (gpointer) "D-01");
  ballot = find_ballot (fixture, "D-01");
  g_assert_cmpint (cap_ballot_get_level (ballot, "A1.1"), ==, 4);
  g_assert_cmpint (cap_ballot_get_level (ballot, "A1.3"), ==, 0);
  g_assert_cmpuint (cap_ballot_count (ballot), ==, 2);
  g_assert_cmpuint (cap_workspace_get_dossier (fixture->workspace)->revision, ==, before + 1);

  screen_fixture_wait (fixture, shows_sheet, (gpointer) "Questionnaire S-01");
  screen_fixture_wait_label (fixture, "D-01 is saved.");
  screen_fixture_press (fixture, GDK_KEY_3);
  activate (fixture, "sheet.save");
  screen_fixture_wait (fixture, has_ballot, (gpointer) "S-01");
  g_assert_cmpint (find_ballot (fixture, "S-01")->form, ==, CAP_BALLOT_PLAIN);
  g_assert_cmpint (cap_ballot_get_level (find_ballot (fixture, "S-01"), "A1.1"), ==, 2);
}

/* What was voted comes back to be corrected; it is taken out once that is confirmed. */
static void
test_correct (ScreenFixture *fixture,
              gconstpointer  data)
{
  expect (fixture);
  vote (fixture, "D-01", CAP_COLLEGE_DIRECTION, "A1.1", 1);
  show (fixture, cap_sheet_window_new (fixture->workspace, NULL, "d-01"));
  screen_fixture_wait_label (fixture, "1");
  screen_fixture_press (fixture, GDK_KEY_2);
  gtk_window_close (GTK_WINDOW (fixture->window));
  respond ("cancel");
  activate (fixture, "sheet.remove");
  g_assert_cmpint (cap_ballot_get_level (find_ballot (fixture, "D-01"), "A1.1"), ==, 1);
  respond ("destroy");
  screen_fixture_wait (fixture, has_no_ballot, (gpointer) "D-01");
  screen_fixture_wait_label (fixture, "The votes of D-01 are taken out.");
  screen_fixture_undo (fixture);
  g_assert_nonnull (find_ballot (fixture, "D-01"));
}

static void
test_import (ScreenFixture *fixture,
             gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "votes.csv", NULL);

  show (fixture, cap_import_votes_window_new (NULL, fixture->workspace));
  g_file_set_contents (path, "respondent,college,criterion,level\nS-01,parcours,Z9,2\n", -1, NULL);
  cap_import_votes_window_read (CAP_IMPORT_VOTES_WINDOW (fixture->window), path);
  screen_fixture_wait_label (fixture, "1 fault: nothing is imported before it is mended");

  g_file_set_contents (path, "respondent,college,criterion,level\nS-01,parcours,A1.1,2\n"
                             "S-01,parcours,A1.2,1\n", -1, NULL);
  cap_import_votes_window_read (CAP_IMPORT_VOTES_WINDOW (fixture->window), path);
  screen_fixture_wait_label (fixture, "Votes of 1 person, 2 votes altogether");
  g_assert_null (find_ballot (fixture, "S-01"));
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  activate (fixture, "import.import");
  screen_fixture_wait (fixture, is_gone, NULL);
  g_assert_cmpuint (cap_ballot_count (find_ballot (fixture, "S-01")), ==, 2);
}

static void
keep_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
open_read_only (ScreenFixture *fixture)
{
  g_autoptr(GAsyncResult) closed = NULL;
  g_autoptr(GAsyncResult) opened = NULL;

  cap_workspace_close_async (fixture->workspace, keep_result_cb, &closed);
  while (closed == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (cap_workspace_close_finish (fixture->workspace, closed, NULL));
  cap_workspace_open_async (fixture->workspace, fixture->path, CAP_OPEN_READ_ONLY, NULL, keep_result_cb,
                            &opened);
  while (opened == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (cap_workspace_open_finish (fixture->workspace, opened, NULL));
}

/* Everything is there to be read, and nothing can be done. */
static void
test_read_only (ScreenFixture *fixture,
                gconstpointer  data)
{
  expect (fixture);
  vote (fixture, "S-09", CAP_COLLEGE_PARCOURS, "A1.1", 1);
  open_read_only (fixture);
  show (fixture, cap_campaign_window_new (fixture->workspace, NULL));
  screen_fixture_wait_label (fixture, "0 of 3 questionnaires received · 1 that was not expected");
  screen_fixture_wait_label (fixture, "Not Expected");
  screen_fixture_wait_label (fixture, "Received: 1 criterion");
  screen_fixture_wait_label (fixture, "Read only: the day can be looked at.");
  g_assert_false (gtk_widget_get_sensitive (find_row (fixture->window, "Place")));
  g_assert_false (gtk_widget_get_sensitive (find_row (fixture->window, "One by one")));
  g_assert_false (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (find_row (fixture->window, "S-09"))));
}

int
main (int   argc,
      char *argv[])
{
  screen_fixture_init (&argc, &argv);

#define ADD(path, name) \
  g_test_add ("/ui/campaign/" path, ScreenFixture, NULL, screen_fixture_set_up, test_ ## name, \
              screen_fixture_tear_down)
  ADD ("invitation", invitation);
  ADD ("expected", expected);
  ADD ("handover", handover);
  ADD ("known-code", known_code);
  ADD ("stop", stop);
  ADD ("failure", failure);
  ADD ("sheet", sheet);
  ADD ("correct", correct);
  ADD ("import", import);
  ADD ("read-only", read_only);
#undef ADD

  return g_test_run ();
}
