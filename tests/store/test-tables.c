/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/store-fixture.h"

static CapDossier *
load (StoreFixture *fixture)
{
  g_autoptr(GError) error = NULL;
  CapDossier *dossier = cap_dossier_file_load (fixture->file, &error);

  g_assert_no_error (error);

  return dossier;
}

static void
run (StoreFixture *fixture,
     CapCommand   *command)
{
  g_autoptr(GError) error = NULL;

  cap_dossier_file_run (fixture->file, command, &error);
  g_assert_no_error (error);
  cap_command_free (command);
}

static void
put_action (StoreFixture *fixture,
            CapAction    *action)
{
  CapCommand *command = cap_command_new (CAP_GESTURE_ADD_ACTION, NULL);

  cap_command_put_action (command, action);
  run (fixture, command);
}

static void
remove_action (StoreFixture *fixture,
               CapAction    *action)
{
  CapCommand *command = cap_command_new (CAP_GESTURE_REMOVE_ACTION, "1");

  cap_command_remove_action (command, action->id);
  run (fixture, command);
}

static void
test_member (StoreFixture  *fixture,
             gconstpointer  data)
{
  g_autoptr(CapMember) member = cap_member_new ("L’Été « 100 % » ; DROP TABLE member --");
  g_autoptr(CapDossier) read = NULL;
  g_autoptr(CapDossier) blank = NULL;
  CapCommand *command = cap_command_new (CAP_GESTURE_MEMBER, NULL);

  store_fixture_create (fixture);
  blank = load (fixture);
  g_assert_cmpint (blank->member->staff, ==, CAP_NUMBER_UNKNOWN);
  g_assert_null (blank->member->siret);
  g_assert_cmpuint (g_strv_length (blank->member->kinds), ==, 2);

  member->siret = g_strdup ("35600000000048");
  member->region = g_strdup ("OCC");
  member->department = g_strdup ("2A");
  member->staff = 0;
  member->participants = 40;
  member->fte_hundredths = 1250;
  member->sites = 2;
  member->secondment = TRUE;
  cap_command_put_member (command, member);
  run (fixture, command);

  read = load (fixture);
  g_assert_true (cap_member_equal (read->member, member));
  g_assert_cmpuint (g_strv_length (read->member->kinds), ==, 0);
}

static void
test_answers (StoreFixture  *fixture,
              gconstpointer  data)
{
  g_autoptr(CapDossier) before = NULL;
  g_autoptr(CapDossier) after = NULL;
  g_autoptr(CapAnswer) rated = cap_answer_new_rated ("A1.1", 0);
  g_autoptr(CapAnswer) not_applicable = cap_answer_new ("A1.2");
  g_autoptr(CapAnswer) open = cap_answer_new ("A1.3");
  CapCommand *command = cap_command_new (CAP_GESTURE_IMPORT, "réponses.csv");
  const CapAnswer *read;

  store_fixture_create (fixture);
  before = load (fixture);

  cap_answer_set_comment (rated, "Écrit\nsur deux lignes 😀");
  rated->discuss = TRUE;
  cap_answer_set_not_applicable (not_applicable, "Pas de mise à disposition");
  cap_answer_set_comment (open, "À voir");
  cap_command_put_answer (command, cap_dossier_get_current (before)->id, rated);
  cap_command_put_answer (command, cap_dossier_get_current (before)->id, not_applicable);
  cap_command_put_answer (command, cap_dossier_get_current (before)->id, open);
  run (fixture, command);

  after = load (fixture);
  read = cap_evaluation_get_answer (cap_dossier_get_current (after), "A1.1");
  g_assert_cmpint (read->state, ==, CAP_ANSWER_RATED);
  g_assert_cmpint (read->level, ==, 0);
  g_assert_cmpstr (read->comment, ==, rated->comment);
  g_assert_true (read->discuss);

  read = cap_evaluation_get_answer (cap_dossier_get_current (after), "A1.2");
  g_assert_cmpint (read->state, ==, CAP_ANSWER_NOT_APPLICABLE);
  g_assert_cmpint (read->level, ==, CAP_LEVEL_UNSET);
  g_assert_cmpstr (read->reason, ==, not_applicable->reason);

  read = cap_evaluation_get_answer (cap_dossier_get_current (after), "A1.3");
  g_assert_cmpint (read->state, ==, CAP_ANSWER_UNANSWERED);
  g_assert_cmpstr (read->comment, ==, "À voir");
  g_assert_cmpstr (after->undo_label, ==, "Import réponses.csv");

  /* A snapshot that was given stays as it was. */
  g_assert_null (cap_evaluation_get_answer (cap_dossier_get_current (before), "A1.1"));
}

static void
put_evidence (StoreFixture *fixture,
              const char   *criterion,
              CapEvidence  *first,
              CapEvidence  *second)
{
  g_autoptr(CapDossier) dossier = load (fixture);
  g_autoptr(CapAnswer) answer = cap_answer_new_rated (criterion, 3);
  CapCommand *command = cap_command_new (CAP_GESTURE_EVIDENCE, criterion);

  if (first != NULL)
    g_ptr_array_add (answer->evidence, cap_evidence_copy (first));
  if (second != NULL)
    g_ptr_array_add (answer->evidence, cap_evidence_copy (second));
  cap_command_put_answer (command, cap_dossier_get_current (dossier)->id, answer);
  run (fixture, command);
}

static GPtrArray *
get_evidence (CapDossier *dossier,
              const char *criterion)
{
  return cap_evaluation_get_answer (cap_dossier_get_current (dossier), criterion)->evidence;
}

static void
test_evidence (StoreFixture  *fixture,
               gconstpointer  data)
{
  g_autoptr(CapEvidence) register_ = cap_evidence_new (NULL, "Registre", NULL, NULL);
  g_autoptr(CapEvidence) minutes = cap_evidence_new (NULL, "Compte rendu", "Classeur 3", "2026-03-01");
  g_autoptr(CapDossier) dossier = NULL;
  g_autoptr(CapDossier) undone = NULL;
  g_autofree char *label = NULL;
  const CapEvidence *read;

  store_fixture_create (fixture);
  put_evidence (fixture, "A1.1", register_, minutes);
  put_evidence (fixture, "A1.2", minutes, NULL);

  /* By title; what supports two answers is the same piece. */
  dossier = load (fixture);
  g_assert_cmpuint (get_evidence (dossier, "A1.1")->len, ==, 2);
  read = g_ptr_array_index (get_evidence (dossier, "A1.1"), 0);
  g_assert_cmpstr (read->title, ==, "Compte rendu");
  g_assert_cmpstr (read->reference, ==, "Classeur 3");
  g_assert_cmpstr (read->date, ==, "2026-03-01");
  g_assert_cmpstr (read->id, ==, minutes->id);

  /* Renamed on one answer, renamed on both; what supports nothing goes. */
  g_free (minutes->title);
  minutes->title = g_strdup ("Procès-verbal");
  put_evidence (fixture, "A1.1", minutes, NULL);
  g_clear_pointer (&dossier, cap_dossier_unref);
  dossier = load (fixture);
  read = g_ptr_array_index (get_evidence (dossier, "A1.2"), 0);
  g_assert_cmpstr (read->title, ==, "Procès-verbal");
  g_assert_cmpuint (get_evidence (dossier, "A1.1")->len, ==, 1);

  label = cap_dossier_file_undo (fixture->file, NULL);
  g_assert_cmpstr (label, ==, "Evidence of A1.1");
  undone = load (fixture);
  g_assert_cmpuint (get_evidence (undone, "A1.1")->len, ==, 2);
  read = g_ptr_array_index (get_evidence (undone, "A1.2"), 0);
  g_assert_cmpstr (read->title, ==, "Compte rendu");
}

static void
test_actions (StoreFixture  *fixture,
              gconstpointer  data)
{
  g_autoptr(CapAction) first = cap_action_new (NULL, "Écrire la procédure");
  g_autoptr(CapAction) second = cap_action_new (NULL, "Former l’équipe");
  g_autoptr(CapDossier) dossier = NULL;

  g_ptr_array_set_size (first->origins, 0);
  cap_action_add_origin (first, CAP_ORIGIN_CRITERION, "A1.2");
  cap_action_add_origin (first, CAP_ORIGIN_CRITERION, "A1.1");
  first->owner = g_strdup ("Direction");
  first->start = g_strdup ("2026-12-01");
  first->due = g_strdup ("2027-03-31");
  first->state = CAP_ACTION_ABANDONED;
  first->service = g_strdup ("S1");
  first->level = 0;
  first->target = 3;

  store_fixture_create (fixture);
  put_action (fixture, first);
  put_action (fixture, second);

  dossier = load (fixture);
  g_assert_cmpuint (dossier->actions->len, ==, 2);
  first->number = 1;
  g_assert_true (cap_action_equal (g_ptr_array_index (dossier->actions, 0), first));
  second->number = 2;
  g_assert_true (cap_action_equal (g_ptr_array_index (dossier->actions, 1), second));

  /* Put again without its number, it keeps it. */
  first->number = 0;
  g_ptr_array_set_size (first->origins, 0);
  cap_action_add_origin (first, CAP_ORIGIN_CRITERION, "A1.3");
  put_action (fixture, first);
  g_clear_pointer (&dossier, cap_dossier_unref);
  dossier = load (fixture);
  first->number = 1;
  g_assert_true (cap_action_equal (g_ptr_array_index (dossier->actions, 0), first));
}

static void
test_numbers_never_come_back (StoreFixture  *fixture,
                              gconstpointer  data)
{
  g_autoptr(CapAction) first = cap_action_new (NULL, "Une");
  g_autoptr(CapAction) second = cap_action_new (NULL, "Deux");
  g_autoptr(CapAction) third = cap_action_new (NULL, "Trois");
  g_autoptr(CapDossier) dossier = NULL;
  g_autofree char *undone = NULL;

  store_fixture_create (fixture);
  put_action (fixture, first);
  remove_action (fixture, first);
  put_action (fixture, second);
  undone = cap_dossier_file_undo (fixture->file, NULL);
  g_assert_nonnull (undone);
  store_fixture_close (fixture);

  store_fixture_open (fixture, CAP_FILE_WRITE);
  put_action (fixture, third);
  dossier = load (fixture);
  g_assert_cmpuint (dossier->actions->len, ==, 1);
  g_assert_cmpuint (((CapAction *) g_ptr_array_index (dossier->actions, 0))->number, ==, 3);
}

static void
test_evaluations (StoreFixture  *fixture,
                  gconstpointer  data)
{
  g_autoptr(CapFramework) framework = store_fixture_new_framework ();
  g_autoptr(CapEvaluation) evaluation = NULL;
  g_autoptr(CapEvaluation) same_number = NULL;
  g_autoptr(CapCommand) refused = cap_command_new (CAP_GESTURE_EVALUATION, "2");
  g_autoptr(CapDossier) dossier = NULL;
  g_autoptr(GError) error = NULL;
  CapCommand *command = cap_command_new (CAP_GESTURE_EVALUATION, "2");

  store_fixture_create (fixture);
  store_fixture_answer (fixture, 0, 1);
  evaluation = cap_evaluation_new (NULL, 2, "2027-01-04", CAP_MODE_CERTIFICATION, framework);
  cap_evaluation_take_answer (evaluation, cap_answer_new_rated ("A1.1", 4));
  cap_command_put_evaluation (command, evaluation);
  run (fixture, command);

  dossier = load (fixture);
  g_assert_cmpuint (dossier->evaluations->len, ==, 2);
  g_assert_cmpint (cap_dossier_get_current (dossier)->mode, ==, CAP_MODE_CERTIFICATION);
  g_assert_cmpint (cap_evaluation_get_answer (cap_dossier_get_current (dossier), "A1.1")->level, ==, 4);
  g_assert_cmpint (cap_evaluation_get_answer (cap_dossier_get_previous (dossier), "A1.1")->level, ==, 1);

  /* The text is kept once and read once. */
  g_assert_true (cap_dossier_get_current (dossier)->framework ==
                 cap_dossier_get_previous (dossier)->framework);

  same_number = cap_evaluation_new (NULL, 2, "2027-01-05", CAP_MODE_CAP, framework);
  cap_command_put_evaluation (refused, same_number);
  g_assert_false (cap_dossier_file_run (fixture->file, refused, &error));
  g_assert_error (error, CAP_STORE_ERROR, CAP_STORE_ERROR_CONSTRAINT);
}

int
main (int   argc,
      char *argv[])
{
  store_fixture_init (&argc, &argv);

  store_fixture_add ("/tables/member", test_member);
  store_fixture_add ("/tables/answers", test_answers);
  store_fixture_add ("/tables/evidence", test_evidence);
  store_fixture_add ("/tables/actions", test_actions);
  store_fixture_add ("/tables/numbers-never-come-back", test_numbers_never_come_back);
  store_fixture_add ("/tables/evaluations", test_evaluations);

  return g_test_run ();
}
