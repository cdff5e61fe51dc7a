/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>

#include "screen-fixture.h"
#include "ui/quality/cap-listening-view.h"

static const GPtrArray *
get_register (ScreenFixture   *fixture,
              CapRegisterKind  kind)
{
  return cap_workspace_get_dossier (fixture->workspace)->registers[kind];
}

static void
put_survey (ScreenFixture *fixture)
{
  g_autoptr(CapRecord) survey = cap_record_new (CAP_REGISTER_SURVEY, NULL);
  g_autoptr(CapRecord) question = cap_record_new_part (CAP_REGISTER_SURVEY_QUESTION, NULL, survey->id);
  CapCommand *command = cap_command_new (CAP_GESTURE_RECORD, "S-01");

  cap_record_set (survey, CAP_SURVEY_CODE, "S-01");
  cap_record_set (survey, CAP_SURVEY_TITLE, "Six mois après l’accueil");
  cap_record_set (survey, CAP_SURVEY_DATE, "2026-06-01");
  cap_record_set_number (survey, CAP_SURVEY_SENT, 41);
  cap_record_set_number (survey, CAP_SURVEY_RETURNED, 18);
  cap_record_set (question, CAP_SURVEY_QUESTION_TEXT, "Vous sentez-vous écouté·e ?");
  cap_record_set_number (question, CAP_SURVEY_QUESTION_VERY, 10);
  cap_record_set_number (question, CAP_SURVEY_QUESTION_LITTLE, 8);
  cap_command_put_record (command, survey);
  cap_command_put_record (command, question);
  screen_fixture_run (fixture, command);
}

static void
put_complaint (ScreenFixture *fixture,
               const char    *code,
               const char    *received,
               const char    *answered)
{
  g_autoptr(CapRecord) complaint = cap_record_new (CAP_REGISTER_COMPLAINT, NULL);
  CapCommand *command = cap_command_new (CAP_GESTURE_RECORD, code);

  cap_record_set (complaint, CAP_COMPLAINT_CODE, code);
  cap_record_set (complaint, CAP_COMPLAINT_SUBJECT, "L’équipe est arrivée en retard");
  cap_record_set (complaint, CAP_COMPLAINT_RECEIVED, received);
  cap_record_set (complaint, CAP_COMPLAINT_ANSWERED, answered);
  cap_command_put_record (command, complaint);
  screen_fixture_run (fixture, command);
}

/* With nothing yet, what belongs there is said, and how to begin. */
static void
test_empty (ScreenFixture *fixture,
            gconstpointer  data)
{
  screen_fixture_show (fixture, cap_listening_view_new (fixture->workspace));
  screen_fixture_wait_label (fixture, cap_register_get (CAP_REGISTER_SURVEY)->empty);
  screen_fixture_wait_label (fixture, cap_register_get (CAP_REGISTER_COMPLAINT)->empty);
  g_assert_nonnull (screen_fixture_find (fixture->window, "GtkLabel", "Add a Survey"));
}

static void
test_survey (ScreenFixture *fixture,
             gconstpointer  data)
{
  put_survey (fixture);
  screen_fixture_show (fixture, cap_listening_view_new (fixture->workspace));
  screen_fixture_wait_label (fixture, "Six mois après l’accueil");
  screen_fixture_wait_label (fixture, "Answers: 18 of 41 (43.9%).");
  screen_fixture_wait_label (fixture, "10 of 18 satisfied · mean 3.11 of 4");
  screen_fixture_wait_label (fixture, "55.6%");
  screen_fixture_wait_label (fixture, "To be shared");
  screen_fixture_wait_label (fixture, "The results of 1 survey are still to be told to those who answered.");
}

static gboolean
has_actions (ScreenFixture *fixture,
             gpointer       data)
{
  return cap_workspace_get_dossier (fixture->workspace)->actions->len == GPOINTER_TO_UINT (data);
}

/* Its delay is said, and the action that it asks for comes from it. */
static void
test_complaint (ScreenFixture *fixture,
                gconstpointer  data)
{
  const CapAction *action;
  GtkWidget *label;

  put_complaint (fixture, "RC-01", "2026-03-01", "2026-03-13");
  screen_fixture_show (fixture, cap_listening_view_new (fixture->workspace));
  screen_fixture_wait_label (fixture, "L’équipe est arrivée en retard");
  screen_fixture_wait_label (fixture, "RC-01 · received on 2026-03-01, answered in 12 days");
  screen_fixture_wait_label (fixture, "Answered, not closed");
  screen_fixture_wait_label (fixture, "An action of the plan mends 0 of 1 (0.0%) of them.");

  label = screen_fixture_find (fixture->window, "GtkLabel", "Create an Action");
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
  screen_fixture_wait (fixture, has_actions, GUINT_TO_POINTER (1));
  action = g_ptr_array_index (cap_workspace_get_dossier (fixture->workspace)->actions, 0);
  g_assert_cmpint (((CapActionOrigin *) g_ptr_array_index (action->origins, 0))->kind, ==,
                   CAP_ORIGIN_COMPLAINT);
  screen_fixture_wait_label (fixture, "Action 1");
  screen_fixture_wait_label (fixture, "An action of the plan mends 1 of 1 (100.0%) of them.");
}

static gboolean
has_surveys (ScreenFixture *fixture,
             gpointer       data)
{
  return get_register (fixture, CAP_REGISTER_SURVEY)->len == GPOINTER_TO_UINT (data);
}

static void
test_add (ScreenFixture *fixture,
          gconstpointer  data)
{
  GtkWidget *view = cap_listening_view_new (fixture->workspace);
  const CapRecord *survey;

  screen_fixture_show (fixture, view);
  g_assert_true (gtk_widget_activate_action (view, "listening.add", "s", "survey"));
  screen_fixture_wait (fixture, has_surveys, GUINT_TO_POINTER (1));
  survey = g_ptr_array_index (get_register (fixture, CAP_REGISTER_SURVEY), 0);
  g_assert_cmpstr (cap_record_get_code (survey), ==, "S-01");
  g_assert_nonnull (cap_record_get (survey, CAP_SURVEY_DATE));
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

  add ("/listening/empty", test_empty);
  add ("/listening/survey", test_survey);
  add ("/listening/complaint", test_complaint);
  add ("/listening/add", test_add);

  return g_test_run ();
}
