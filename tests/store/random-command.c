/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/random-command.h"

#include <string.h>

#include "base/cap-text.h"
#include "store/store-fixture.h"

static void
put_random_answer (CapCommand *command,
                   CapDossier *dossier)
{
  const gint32 criterion = g_test_rand_int_range (0, STORE_FIXTURE_N_CRITERIA);
  g_autofree char *code = store_fixture_get_code ((guint) criterion);
  const CapEvaluation *evaluation = cap_dossier_get_current (dossier);
  g_autoptr(CapAnswer) answer = cap_evaluation_dup_answer (evaluation, code);
  g_autofree char *id = g_strdup_printf ("evidence-%d", g_test_rand_int_range (0, 6));

  switch (g_test_rand_int_range (0, 5))
    {
    case 0:
      cap_answer_set_not_applicable (answer, "Sans objet");
      break;

    case 1:
      cap_answer_set_comment (answer, g_test_rand_bit () ? "Écrit" : "");
      break;

    case 2:
      g_ptr_array_set_size (answer->evidence, 0);
      if (g_test_rand_bit ())
        g_ptr_array_add (answer->evidence,
                         cap_evidence_new (id, g_test_rand_bit () ? "Un" : "Autre", NULL, NULL));
      break;

    case 3:
      cap_answer_clear (answer);
      break;

    default:
      cap_answer_rate (answer, g_test_rand_int_range (0, 5));
      break;
    }

  cap_command_put_answer (command, evaluation->id, answer);
}

static const CapAction *
choose_action (CapDossier *dossier)
{
  const gint32 n_actions = (gint32) dossier->actions->len;

  return n_actions > 0 ? g_ptr_array_index (dossier->actions, (guint) g_test_rand_int_range (0, n_actions))
                       : NULL;
}

static void
wait_for_another (CapAction  *action,
                  CapDossier *dossier)
{
  const CapAction *other = choose_action (dossier);

  g_strfreev (action->after);
  action->after = other != NULL && !g_str_equal (other->id, action->id)
    ? g_strdupv ((char *[]) { other->id, NULL }) : g_new0 (char *, 1);
}

static void
put_random_action (CapCommand *command,
                   CapDossier *dossier)
{
  const CapAction *old = g_test_rand_bit () ? choose_action (dossier) : NULL;
  g_autoptr(CapAction) action = old != NULL ? cap_action_copy (old) : cap_action_new (NULL, "Une action");

  g_ptr_array_set_size (action->origins, 0);
  cap_action_add_origin (action, CAP_ORIGIN_CRITERION, g_test_rand_bit () ? "A1.1" : "A1.3");
  cap_action_add_origin (action, CAP_ORIGIN_FINDING, g_test_rand_bit () ? "EC-01" : "EC-02");
  action->state = (CapActionState) g_test_rand_int_range (0, CAP_N_ACTION_STATES);
  if (g_test_rand_bit ())
    g_ptr_array_add (action->steps, cap_action_step_new (NULL, "Une étape", g_test_rand_bit ()));
  else if (action->steps->len > 0)
    g_ptr_array_remove_index (action->steps, 0);
  if (g_test_rand_bit ())
    g_ptr_array_add (action->notes, cap_action_note_new (NULL, "2026-11-20", "Une note"));
  wait_for_another (action, dossier);
  if (dossier->indicators->len > 0)
    cap_set_string (&action->indicator, ((CapIndicator *) g_ptr_array_index (dossier->indicators, 0))->id);
  cap_command_put_action (command, action);
}

static void
put_random_indicator (CapCommand *command,
                      CapDossier *dossier)
{
  const CapIndicator *old = dossier->indicators->len > 0 ? g_ptr_array_index (dossier->indicators, 0) : NULL;
  g_autoptr(CapIndicator) indicator = old != NULL && g_test_rand_bit () ? cap_indicator_copy (old) : NULL;
  g_autofree char *code = g_strdup_printf ("I-%d", g_test_rand_int_range (0, G_MAXINT));
  g_autofree char *date = g_strdup_printf ("2026-11-%02d", g_test_rand_int_range (1, 31));

  if (indicator == NULL)
    indicator = cap_indicator_new (NULL, code, "Un indicateur");
  cap_indicator_set_value (indicator, date, g_test_rand_int_range (-5000, 5000), NULL);
  cap_command_put_indicator (command, indicator);
}

static void
remove_random_indicator (CapCommand *command,
                         CapDossier *dossier)
{
  if (dossier->indicators->len > 0 && command->edits->len == 0)
    cap_command_remove_indicator (command, ((CapIndicator *) g_ptr_array_index (dossier->indicators, 0))->id);
}

static void
put_random_note (CapCommand *command,
                 CapDossier *dossier)
{
  g_autoptr(CapSetAside) set_aside = cap_set_aside_new (CAP_SET_ASIDE_PROPOSAL, "A1.1",
                                                        g_test_rand_int_range (0, 4), "Pas le moment",
                                                        "2026-11-20");
  g_autoptr(CapPlanReview) review = cap_plan_review_new (NULL, "2026-11-20", NULL);

  if (g_test_rand_bit ())
    cap_command_put_plan_review (command, review);
  else if (g_test_rand_bit ())
    cap_command_put_set_aside (command, set_aside);
  else
    cap_command_remove_set_aside (command, set_aside);
}

/* Of any register that stands by itself, with some of its fields said. */
static void
put_random_record (CapCommand *command,
                   CapDossier *dossier)
{
  const CapRegisterKind kind = (CapRegisterKind) g_test_rand_int_range (0, CAP_N_REGISTERS);
  const CapRegister *reg = cap_register_get (kind);
  const GPtrArray *records = dossier->registers[kind];
  g_autoptr(CapRecord) record = NULL;

  if (reg->parent != CAP_REGISTER_NONE)
    return;

  record = records->len > 0 && g_test_rand_bit ()
    ? cap_record_copy (g_ptr_array_index (records, 0)) : cap_record_new (kind, NULL);
  for (guint i = 0; i < reg->n_fields; i++)
    {
      const CapField *field = &reg->fields[i];
      g_autofree char *code = g_strdup_printf ("X-%d", g_test_rand_int_range (0, G_MAXINT));

      if (!field->required && g_test_rand_bit ())
        continue;

      if (field->kind == CAP_VALUE_CHOICE)
        cap_record_set (record, i, field->choices[0].name);
      else if (field->kind == CAP_VALUE_DATE)
        cap_record_set (record, i, "2026-11-20");
      else if (field->kind == CAP_VALUE_NUMBER)
        cap_record_set_number (record, i, g_test_rand_int_range (field->minimum, field->maximum));
      else
        cap_record_set (record, i, code);
    }
  cap_command_put_record (command, record);
}

static void
put_random_question (CapCommand *command,
                     CapDossier *dossier)
{
  const GPtrArray *surveys = dossier->registers[CAP_REGISTER_SURVEY];
  g_autoptr(CapRecord) question = NULL;

  if (surveys->len == 0)
    return;

  question = cap_record_new_part (CAP_REGISTER_SURVEY_QUESTION, NULL,
                                  ((const CapRecord *) g_ptr_array_index (surveys, 0))->id);
  cap_record_set (question, CAP_SURVEY_QUESTION_TEXT, "Vous sentez-vous écouté·e ?");
  cap_record_set_number (question, CAP_SURVEY_QUESTION_VERY, g_test_rand_int_range (0, 40));
  cap_command_put_record (command, question);
}

static void
put_random_piece (CapCommand *command,
                  CapDossier *dossier)
{
  const GPtrArray *pieces = dossier->evidence;
  g_autoptr(CapEvidence) piece = NULL;
  g_autofree char *content = g_strdup_printf ("%d", g_test_rand_int_range (0, 3));
  g_autoptr(GBytes) bytes = g_bytes_new (content, strlen (content));
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  piece = pieces->len > 0 && g_test_rand_bit ()
    ? cap_evidence_copy (g_ptr_array_index (pieces, 0)) : cap_evidence_new (NULL, "Une pièce", NULL, NULL);
  cap_evidence_add_file (piece, sha256, 1, "pièce.txt", "text/plain", "2026-11-20");
  cap_evidence_add_link (piece, CAP_PLACE_REQUIREMENT, g_test_rand_bit () ? "5.2.1" : "7.2");
  cap_set_string (&piece->expires, g_test_rand_bit () ? "2027-11-20" : NULL);
  cap_command_put_content (command, sha256, bytes);
  cap_command_put_evidence (command, piece);
}

static void
remove_random_record (CapCommand *command,
                      CapDossier *dossier)
{
  const GPtrArray *surveys = dossier->registers[CAP_REGISTER_SURVEY];

  if (surveys->len > 0 && command->edits->len == 0)
    cap_command_remove_record (command, dossier, g_ptr_array_index (surveys, 0));
}

static void
remove_random_action (CapCommand *command,
                      CapDossier *dossier)
{
  const CapAction *action = choose_action (dossier);

  if (action != NULL && command->edits->len == 0)
    cap_command_remove_action (command, action->id);
}

static void
put_random_evaluation (CapCommand *command,
                       CapDossier *dossier)
{
  const CapEvaluation *current = cap_dossier_get_current (dossier);
  g_autoptr(CapEvaluation) next = NULL;

  next = cap_evaluation_new (NULL, current->number + 1, "2027-01-01", CAP_MODE_CAP, current->framework);
  cap_evaluation_take_answer (next, cap_answer_new_rated ("A1.1", 2));
  cap_command_put_evaluation (command, next);
}

/* One gesture of a few edits of all kinds, that a dossier in this state can take. */
CapCommand *
random_command_new (CapDossier *dossier)
{
  CapCommand *command = cap_command_new (CAP_GESTURE_IMPORT, "au hasard");

  /* What is removed is removed alone: nothing else may refer to it. */
  for (int i = g_test_rand_int_range (1, 5); i > 0; i--)
    {
      switch (g_test_rand_int_range (0, 16))
        {
        case 0:
          remove_random_action (command, dossier);
          return command;

        case 1:
        case 2:
          put_random_action (command, dossier);
          break;

        case 3:
          put_random_evaluation (command, dossier);
          return command;

        case 4:
          put_random_indicator (command, dossier);
          break;

        case 5:
          put_random_note (command, dossier);
          break;

        case 6:
          remove_random_indicator (command, dossier);
          return command;

        case 7:
          put_random_record (command, dossier);
          break;

        case 8:
          put_random_question (command, dossier);
          break;

        case 9:
          put_random_piece (command, dossier);
          break;

        case 10:
          remove_random_record (command, dossier);
          return command;

        default:
          put_random_answer (command, dossier);
          break;
        }
    }

  return command;
}
