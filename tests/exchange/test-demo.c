/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-demo.h"

#include "plan/cap-action-rules.h"
#include "plan/cap-indicator-rules.h"
#include "scoring/cap-ballot-rules.h"
#include "scoring/cap-scope.h"

static gconstpointer
get_value (GPtrArray *commands,
           guint      command,
           guint      edit)
{
  const CapCommand *self = g_ptr_array_index (commands, command);

  return ((CapEdit *) g_ptr_array_index (self->edits, edit))->value;
}

static void
test_story (void)
{
  g_autoptr(GPtrArray) commands = cap_demo_list_commands (CAP_DEMO_STRUCTURE);
  const CapCommand *create = g_ptr_array_index (commands, 0);
  const CapCommand *evaluation = g_ptr_array_index (commands, 1);
  const CapCommand *votes = g_ptr_array_index (commands, 2);
  const CapCommand *indicators = g_ptr_array_index (commands, 3);
  const CapCommand *plan = g_ptr_array_index (commands, 4);
  const CapMember *member = get_value (commands, 0, 0);

  g_assert_cmpuint (commands->len, ==, 8);
  g_assert_cmpint (create->gesture, ==, CAP_GESTURE_CREATE);
  g_assert_cmpuint (create->edits->len, ==, 2);
  g_assert_cmpint (evaluation->gesture, ==, CAP_GESTURE_EVALUATION);
  g_assert_cmpstr (evaluation->detail, ==, "2");
  g_assert_cmpint (votes->gesture, ==, CAP_GESTURE_IMPORT);
  g_assert_cmpuint (votes->edits->len, ==, 14);
  g_assert_cmpint (indicators->gesture, ==, CAP_GESTURE_VALUES);
  g_assert_cmpuint (indicators->edits->len, ==, g_ascii_strtoull (indicators->detail, NULL, 10));
  g_assert_cmpint (plan->gesture, ==, CAP_GESTURE_ACCEPT);
  g_assert_cmpuint (plan->edits->len, ==, g_ascii_strtoull (plan->detail, NULL, 10));
  g_assert_cmpstr (member->name, ==, "Les Ateliers du Cèdre");
  g_assert_cmpint (member->fte_hundredths, ==, 3150);
  g_assert_true (cap_siret_is_valid (member->siret));
}

/* Every answer is one that a user could give. */
static void
test_answers_are_allowed (void)
{
  g_autoptr(GPtrArray) commands = cap_demo_list_commands (CAP_DEMO_STRUCTURE);
  const CapMember *member = get_value (commands, 0, 0);
  const CapEvaluation *evaluations[] = { get_value (commands, 0, 1), get_value (commands, 1, 0) };

  for (guint i = 0; i < G_N_ELEMENTS (evaluations); i++)
    {
      GHashTableIter iter;
      CapAnswer *answer;

      g_assert_cmpuint (evaluations[i]->number, ==, i + 1);
      g_assert_true (g_uuid_string_is_valid (evaluations[i]->id));
      g_hash_table_iter_init (&iter, evaluations[i]->answers);
      while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &answer))
        {
          g_autoptr(GError) error = NULL;

          cap_scope_check_answer (evaluations[i], member, answer, &error);
          g_assert_no_error (error);
        }
    }
}

static void
collect_evidence (const CapEvaluation *evaluation,
                  GHashTable          *names_by_id,
                  GHashTable          *ids_by_name)
{
  GHashTableIter iter;
  CapAnswer *answer;

  g_hash_table_iter_init (&iter, evaluation->answers);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &answer))
    {
      for (guint i = 0; i < answer->evidence->len; i++)
        {
          const CapEvidence *evidence = g_ptr_array_index (answer->evidence, i);
          g_autofree char *name = g_strjoin ("|", evidence->title, evidence->reference, evidence->date, NULL);

          g_assert_true (g_uuid_string_is_valid (evidence->id));
          g_hash_table_insert (names_by_id, g_strdup (evidence->id), g_strdup (name));
          g_hash_table_insert (ids_by_name, g_strdup (name), g_strdup (evidence->id));
        }
    }
}

/* One piece of evidence that supports two answers is one piece. */
static void
test_evidence_is_merged (void)
{
  g_autoptr(GPtrArray) commands = cap_demo_list_commands (CAP_DEMO_STRUCTURE);
  g_autoptr(GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  collect_evidence (get_value (commands, 0, 1), names, ids);
  collect_evidence (get_value (commands, 1, 0), names, ids);

  g_assert_cmpuint (g_hash_table_size (names), >, 10);
  g_assert_cmpuint (g_hash_table_size (names), ==, g_hash_table_size (ids));
}

static void
test_same_each_time (void)
{
  g_autoptr(GPtrArray) first = cap_demo_list_commands (CAP_DEMO_STRUCTURE);
  g_autoptr(GPtrArray) second = cap_demo_list_commands (CAP_DEMO_STRUCTURE);
  const CapCommand *plan = g_ptr_array_index (first, 3);

  for (guint i = 0; i < plan->edits->len; i++)
    {
      const CapEdit *edit = g_ptr_array_index (plan->edits, i);
      const CapAction *action = edit->kind != CAP_EDIT_PUT_ACTION ? NULL : get_value (first, 3, i);

      if (action == NULL)
        continue;

      g_assert_true (cap_action_equal (action, get_value (second, 3, i)));
      g_assert_cmpuint (action->number, ==, i + 1);
      g_assert_true (g_uuid_string_is_valid (action->id));
    }
}

/* The application would take each action as it is. */
static void
test_sound_actions (void)
{
  g_autoptr(GPtrArray) commands = cap_demo_list_commands (CAP_DEMO_STRUCTURE);
  const CapCommand *plan = g_ptr_array_index (commands, 4);
  g_autoptr(GPtrArray) actions = g_ptr_array_new ();

  for (guint i = 0; i < plan->edits->len; i++)
    {
      const CapEdit *edit = g_ptr_array_index (plan->edits, i);

      if (edit->kind == CAP_EDIT_PUT_ACTION)
        g_ptr_array_add (actions, edit->value);
    }

  for (guint i = 0; i < actions->len; i++)
    {
      g_autoptr(GPtrArray) faults = cap_action_check (g_ptr_array_index (actions, i), actions);

      g_assert_cmpuint (faults->len, ==, 0);
    }
}

static const CapIndicator *
find_indicator (GPtrArray  *commands,
                const char *id)
{
  const CapCommand *indicators = g_ptr_array_index (commands, 3);

  for (guint i = 0; i < indicators->edits->len; i++)
    {
      const CapIndicator *indicator = get_value (commands, 3, i);

      if (g_str_equal (indicator->id, id))
        return indicator;
    }

  return NULL;
}

/* Each could be saved as it is, the same each time, and shows the effect of an action. */
static void
test_indicators (void)
{
  g_autoptr(GPtrArray) commands = cap_demo_list_commands (CAP_DEMO_STRUCTURE);
  g_autoptr(GPtrArray) again = cap_demo_list_commands (CAP_DEMO_STRUCTURE);
  g_autoptr(GPtrArray) indicators = g_ptr_array_new ();
  const CapCommand *entered = g_ptr_array_index (commands, 3);
  const CapCommand *plan = g_ptr_array_index (commands, 4);
  guint n_late = 0;
  guint n_linked = 0;

  for (guint i = 0; i < entered->edits->len; i++)
    g_ptr_array_add (indicators, (gpointer) get_value (commands, 3, i));

  for (guint i = 0; i < indicators->len; i++)
    {
      const CapIndicator *indicator = g_ptr_array_index (indicators, i);
      g_autoptr(GPtrArray) faults = cap_indicator_check (indicator, indicators, "2026-11-20");

      g_assert_cmpuint (faults->len, ==, 0);
      g_assert_true (g_uuid_string_is_valid (indicator->id));
      g_assert_true (cap_indicator_equal (indicator, find_indicator (again, indicator->id)));
      n_late += cap_indicator_is_late (indicator, "2026-11-20") ? 1 : 0;
    }
  g_assert_cmpuint (n_late, ==, 1);

  for (guint i = 0; i < plan->edits->len; i++)
    {
      const CapEdit *edit = g_ptr_array_index (plan->edits, i);
      const CapAction *action = edit->kind != CAP_EDIT_PUT_ACTION ? NULL : get_value (commands, 4, i);

      if (action == NULL || action->indicator == NULL)
        continue;
      g_assert_nonnull (find_indicator (commands, action->indicator));
      n_linked++;
    }
  g_assert_cmpuint (n_linked, ==, indicators->len);
}

/* People of all colleges: codes, criteria of the evaluation, and for those who answer in plain words the
 * steps of the plain scale only. */
static void
test_votes_are_allowed (void)
{
  g_autoptr(GPtrArray) commands = cap_demo_list_commands (CAP_DEMO_STRUCTURE);
  const CapMember *member = get_value (commands, 0, 0);
  const CapEvaluation *evaluation = get_value (commands, 1, 0);
  guint n_voters[CAP_N_COLLEGES] = { 0 };

  for (guint i = 0; i < ((CapCommand *) g_ptr_array_index (commands, 2))->edits->len; i++)
    {
      const CapBallot *ballot = get_value (commands, 2, i);
      g_autoptr(GList) criteria = cap_ballot_list_criteria (ballot);
      g_autoptr(GError) error = NULL;

      g_assert_true (cap_ballot_check_respondent (ballot->respondent, &error));
      g_assert_cmpint (ballot->form, ==, ballot->college == CAP_COLLEGE_PARCOURS ? CAP_BALLOT_PLAIN
                                                                                 : CAP_BALLOT_FULL);
      n_voters[ballot->college]++;
      for (const GList *l = criteria; l != NULL; l = l->next)
        {
          const CapCriterion *criterion = cap_framework_find_criterion (evaluation->framework, l->data);
          const int level = cap_ballot_get_level (ballot, l->data);

          g_assert_nonnull (criterion);
          g_assert_true (cap_scope_includes (criterion, evaluation, member));
          g_assert_true (cap_framework_has_level (evaluation->framework, level));
          g_assert_true (ballot->form == CAP_BALLOT_FULL ||
                         (criterion->plain_question != NULL && level <= 2));
        }
    }
  for (guint i = 0; i < CAP_N_COLLEGES; i++)
    g_assert_cmpuint (n_voters[i], >, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/demo/story", test_story);
  g_test_add_func ("/exchange/demo/answers-are-allowed", test_answers_are_allowed);
  g_test_add_func ("/exchange/demo/votes-are-allowed", test_votes_are_allowed);
  g_test_add_func ("/exchange/demo/evidence-is-merged", test_evidence_is_merged);
  g_test_add_func ("/exchange/demo/indicators", test_indicators);
  g_test_add_func ("/exchange/demo/same-each-time", test_same_each_time);
  g_test_add_func ("/exchange/demo/sound-actions", test_sound_actions);

  return g_test_run ();
}
