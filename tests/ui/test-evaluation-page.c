/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "screen-fixture.h"
#include "ui/evaluation/cap-criteria-path.h"
#include "ui/evaluation/cap-evaluation-page.h"

/* A1.1 is a core criterion, A1.2 is not. */

static CapEvaluationPage *
show (ScreenFixture *fixture)
{
  GtkWidget *page = cap_evaluation_page_new (fixture->workspace);

  screen_fixture_show (fixture, page);

  return CAP_EVALUATION_PAGE (page);
}

static GtkWidget *
find_card (ScreenFixture *fixture,
           int            level)
{
  GtkWidget *card = screen_fixture_find (fixture->window, "CapLevelCard", NULL);

  while (level-- > 0)
    card = gtk_widget_get_next_sibling (card);

  return card;
}

static GtkWidget *
get_focus (ScreenFixture *fixture)
{
  return gtk_root_get_focus (GTK_ROOT (fixture->window));
}

static void
test_keys_rate (ScreenFixture *fixture,
                gconstpointer  data)
{
  show (fixture);

  screen_fixture_press (fixture, GDK_KEY_3);
  /* Nobody waits for the store to see what was chosen. */
  gtk_test_accessible_assert_role (find_card (fixture, 3), GTK_ACCESSIBLE_ROLE_RADIO);
  gtk_test_accessible_assert_state (find_card (fixture, 3), GTK_ACCESSIBLE_STATE_CHECKED, TRUE);
  screen_fixture_wait_level (fixture, "A1.1", 3);

  screen_fixture_press (fixture, GDK_KEY_KP_1);
  gtk_test_accessible_assert_state (find_card (fixture, 3), GTK_ACCESSIBLE_STATE_CHECKED, FALSE);
  gtk_test_accessible_assert_state (find_card (fixture, 1), GTK_ACCESSIBLE_STATE_CHECKED, TRUE);
  screen_fixture_wait_level (fixture, "A1.1", 1);

  screen_fixture_press (fixture, GDK_KEY_Return);
  screen_fixture_wait_label (fixture, "A1.2");
  gtk_test_accessible_assert_state (find_card (fixture, 1), GTK_ACCESSIBLE_STATE_CHECKED, FALSE);
  screen_fixture_press (fixture, GDK_KEY_Left);
  screen_fixture_wait_label (fixture, "A1.1");
}

/* A second gesture on the same criterion does not undo the first one, even when
 * the dossier does not know that one yet. */
static void
test_gestures_follow_each_other (ScreenFixture *fixture,
                                 gconstpointer  data)
{
  const CapAnswer *answer;

  show (fixture);

  screen_fixture_press (fixture, GDK_KEY_d);
  screen_fixture_press (fixture, GDK_KEY_Right);
  screen_fixture_press (fixture, GDK_KEY_Left);
  screen_fixture_press (fixture, GDK_KEY_2);
  screen_fixture_wait_level (fixture, "A1.1", 2);

  answer = screen_fixture_get_answer (fixture, "A1.1");
  g_assert_true (answer->discuss);

  screen_fixture_undo (fixture);
  answer = screen_fixture_get_answer (fixture, "A1.1");
  g_assert_cmpint (answer->level, ==, CAP_LEVEL_UNSET);
  g_assert_true (answer->discuss);
  gtk_test_accessible_assert_state (find_card (fixture, 2), GTK_ACCESSIBLE_STATE_CHECKED, FALSE);
}

static gboolean
is_alert_focused (ScreenFixture *fixture,
                  gpointer       data)
{
  GtkWidget *focus = get_focus (fixture);

  return focus != NULL &&
         gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (focus)) == GTK_ACCESSIBLE_ROLE_ALERT;
}

static void
test_core_is_always_rated (ScreenFixture *fixture,
                           gconstpointer  data)
{
  show (fixture);

  screen_fixture_press (fixture, GDK_KEY_n);
  screen_fixture_wait_label (fixture, "A1.1 is a core criterion: it concerns every structure, "
                                      "so it always gets a level");
  g_assert_null (screen_fixture_get_answer (fixture, "A1.1"));

  /* The sentence has the focus, and what comes next works from there. */
  screen_fixture_wait (fixture, is_alert_focused, NULL);
  screen_fixture_press (fixture, GDK_KEY_2);
  screen_fixture_wait_level (fixture, "A1.1", 2);
  screen_fixture_press (fixture, GDK_KEY_Return);
  screen_fixture_wait_label (fixture, "A1.2");
}

static gboolean
is_not_applicable (ScreenFixture *fixture,
                   gpointer       code)
{
  const CapAnswer *answer = screen_fixture_get_answer (fixture, code);

  return answer != NULL && answer->state == CAP_ANSWER_NOT_APPLICABLE;
}

static void
test_not_applicable_with_its_reason (ScreenFixture *fixture,
                                     gconstpointer  data)
{
  CapEvaluationPage *page = show (fixture);
  GtkWidget *entry;

  cap_evaluation_page_show_criterion (page, "A1.2");
  screen_fixture_press (fixture, GDK_KEY_n);
  entry = gtk_widget_get_ancestor (get_focus (fixture), GTK_TYPE_ENTRY);
  g_assert_nonnull (entry);

  gtk_editable_set_text (GTK_EDITABLE (entry), "Pas de nouveaux arrivants");
  g_signal_emit_by_name (entry, "activate");
  screen_fixture_wait (fixture, is_not_applicable, (gpointer) "A1.2");
  g_assert_cmpstr (screen_fixture_get_answer (fixture, "A1.2")->reason, ==, "Pas de nouveaux arrivants");

  screen_fixture_press (fixture, GDK_KEY_2);
  screen_fixture_wait_level (fixture, "A1.2", 2);
}

static gboolean
has_comment (ScreenFixture *fixture,
             gpointer       text)
{
  const CapAnswer *answer = screen_fixture_get_answer (fixture, "A1.1");

  return answer != NULL && g_str_equal (answer->comment, text);
}

static void
test_nothing_typed_is_lost (ScreenFixture *fixture,
                            gconstpointer  data)
{
  static const char *comment = "Relu en conseil";
  CapEvaluationPage *page = show (fixture);

  screen_fixture_press (fixture, GDK_KEY_c);
  g_assert_true (GTK_IS_TEXT_VIEW (get_focus (fixture)));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_focus (fixture))), comment, -1);

  screen_fixture_press (fixture, GDK_KEY_Escape);
  g_assert_false (GTK_IS_TEXT_VIEW (get_focus (fixture)));
  cap_evaluation_page_show_criterion (page, "D6.1");
  screen_fixture_wait (fixture, has_comment, (gpointer) comment);
  cap_evaluation_page_show_criterion (page, "A1.1");
  screen_fixture_press (fixture, GDK_KEY_1);
  screen_fixture_wait_level (fixture, "A1.1", 1);
  g_assert_true (has_comment (fixture, (gpointer) comment));
}

static void
test_carries_over_in_one_gesture (ScreenFixture *fixture,
                                  gconstpointer  data)
{
  g_autoptr(CapAnswer) before = cap_answer_new_rated ("A1.1", 3);
  const CapAnswer *answer;

  cap_answer_set_comment (before, "Adopté en 2019");
  g_ptr_array_add (before->evidence, cap_evidence_new (g_uuid_string_random (), "PV", "Classeur 2", NULL));
  screen_fixture_answer (fixture, before);
  screen_fixture_evaluate (fixture, 2, "2026-11-20");
  show (fixture);

  screen_fixture_press (fixture, GDK_KEY_r);
  screen_fixture_wait_level (fixture, "A1.1", 3);
  answer = screen_fixture_get_answer (fixture, "A1.1");
  g_assert_cmpstr (answer->comment, ==, "Adopté en 2019");
  g_assert_cmpuint (answer->evidence->len, ==, 1);

  screen_fixture_undo (fixture);
  answer = screen_fixture_get_answer (fixture, "A1.1");
  g_assert_true (answer == NULL || (answer->level == CAP_LEVEL_UNSET && answer->evidence->len == 0));
}

static void
test_map_says_the_states (ScreenFixture *fixture,
                          gconstpointer  data)
{
  GtkWidget *cell;

  show (fixture);
  cell = screen_fixture_find (fixture->window, "CapMapCell", NULL);
  gtk_test_accessible_assert_role (cell, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_LABEL, "A1.1: To answer, on display");

  screen_fixture_press (fixture, GDK_KEY_2);
  screen_fixture_wait_level (fixture, "A1.1", 2);
  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_LABEL, "A1.1: level 2, on display");

  screen_fixture_press (fixture, GDK_KEY_d);
  screen_fixture_press (fixture, GDK_KEY_Page_Down);
  screen_fixture_press (fixture, GDK_KEY_0);
  screen_fixture_wait_level (fixture, "A1.2", 0);
  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_LABEL, "A1.1: level 2, To discuss");

  gtk_widget_activate (cell);
  screen_fixture_wait_label (fixture, "A1.1");
}

/* Two keys for each criterion, from the first to the last one. */
static void
test_whole_evaluation_by_keys (ScreenFixture *fixture,
                               gconstpointer  data)
{
  g_autoptr(GPtrArray) codes = cap_criteria_path_list (fixture->workspace, CAP_PATH_ALL);
  guint n = codes->len;
  g_autofree char *last = g_strdup (g_ptr_array_index (codes, n - 1));

  show (fixture);
  for (guint i = 0; i < n; i++)
    {
      screen_fixture_press (fixture, GDK_KEY_0 + i % 5);
      screen_fixture_press (fixture, GDK_KEY_Return);
    }

  screen_fixture_wait_level (fixture, last, (int) (n - 1) % 5);
  screen_fixture_wait_label (fixture, "Everything is answered");
  g_assert_false (cap_workspace_get_photograph (fixture->workspace)->score.provisional);
}

int
main (int   argc,
      char *argv[])
{
  screen_fixture_init (&argc, &argv);

#define ADD(name, function)                                                                    \
  g_test_add ("/ui/evaluation/" name, ScreenFixture, NULL, screen_fixture_set_up, function, \
              screen_fixture_tear_down)

  ADD ("keys-rate", test_keys_rate);
  ADD ("gestures-follow-each-other", test_gestures_follow_each_other);
  ADD ("core-is-always-rated", test_core_is_always_rated);
  ADD ("not-applicable-with-its-reason", test_not_applicable_with_its_reason);
  ADD ("nothing-typed-is-lost", test_nothing_typed_is_lost);
  ADD ("carries-over-in-one-gesture", test_carries_over_in_one_gesture);
  ADD ("map-says-the-states", test_map_says_the_states);
  ADD ("whole-evaluation-by-keys", test_whole_evaluation_by_keys);

  return g_test_run ();
}
