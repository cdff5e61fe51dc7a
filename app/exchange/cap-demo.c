/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/cap-demo.h"

#include <string.h>

#include "base/cap-number.h"
#include "data/cap-data.h"
#include "exchange/cap-demo-private.h"
#include "exchange/cap-framework-json.h"
#include "exchange/cap-records-json-private.h"

#define FOLDER "/org/coorace/CapCedre/demonstration/"
#define MAX_COUNT 1000000

/* What the reading of the evaluations needs and fills. */
typedef struct
{
  CapFramework *framework;
  GPtrArray    *commands;
} Place;

static void
read_evidence (CapJsonReader *reader,
               JsonObject    *item,
               gpointer       user_data)
{
  CapAnswer *answer = user_data;

  g_ptr_array_add (answer->evidence, cap_demo_read_evidence (reader, item));
}

static int
compare_evidence (gconstpointer a,
                  gconstpointer b)
{
  const CapEvidence *left = *(const CapEvidence * const *) a;
  const CapEvidence *right = *(const CapEvidence * const *) b;
  int order = strcmp (left->title, right->title);

  return order != 0 ? order : strcmp (left->id, right->id);
}

static void
read_rating (CapJsonReader *reader,
             JsonObject    *item,
             CapAnswer     *answer)
{
  g_autofree char *comment = cap_json_reader_dup_any_text (reader, item, "comment");

  cap_answer_rate (answer, cap_json_reader_get_int (reader, item, "level", 0, CAP_LEVEL_LIMIT));
  cap_answer_set_comment (answer, comment);
  answer->discuss = cap_json_reader_get_boolean (reader, item, "discuss");
  cap_json_reader_each (reader, item, "evidence", 0, read_evidence, answer);
  g_ptr_array_sort (answer->evidence, compare_evidence);
}

static void
read_answer (CapJsonReader *reader,
             JsonObject    *item,
             gpointer       user_data)
{
  g_autofree char *code = cap_json_reader_dup_code (reader, item, "criterion");
  CapAnswer *answer = cap_answer_new (code);

  if (json_object_has_member (item, "state"))
    {
      g_autofree char *reason = cap_json_reader_dup_text (reader, item, "reason");

      cap_answer_set_not_applicable (answer, reason);
    }
  else
    {
      read_rating (reader, item, answer);
    }

  cap_evaluation_take_answer (user_data, answer);
}

static void
read_votes (CapJsonReader *reader,
            JsonObject    *item,
            CapBallot     *ballot)
{
  JsonObject *votes = cap_json_reader_enter (reader, item, "votes");
  g_autoptr(GList) codes = votes != NULL ? json_object_get_members (votes) : NULL;

  for (const GList *l = codes; l != NULL; l = l->next)
    cap_ballot_set_level (ballot, l->data, cap_json_reader_get_int (reader, votes, l->data, 0,
                                                                    CAP_LEVEL_LIMIT));
  if (votes != NULL)
    cap_json_reader_leave (reader, "votes");
}

typedef struct
{
  CapCommand    *command;
  CapEvaluation *evaluation;
} Gathering;

static void
read_ballot (CapJsonReader *reader,
             JsonObject    *item,
             gpointer       user_data)
{
  const Gathering *gathering = user_data;
  g_autofree char *respondent = cap_json_reader_dup_text (reader, item, "respondent");
  g_autofree char *college_name = cap_json_reader_dup_text (reader, item, "college");
  g_autofree char *form_name = cap_json_reader_dup_text (reader, item, "form");
  g_autofree char *id = cap_demo_derive_uuid ("ballot", respondent);
  CapCollege college = CAP_COLLEGE_DIRECTION;
  g_autoptr(CapBallot) ballot = NULL;

  if (!cap_college_from_name (college_name, &college))
    cap_json_reader_add_fault (reader, "college", college_name);

  ballot = cap_ballot_new (id, respondent, college);
  if (!cap_ballot_form_from_name (form_name, &ballot->form))
    cap_json_reader_add_fault (reader, "form", form_name);
  read_votes (reader, item, ballot);
  cap_command_put_ballot (gathering->command, gathering->evaluation->id, ballot);
}

/* All of them at once, as a file of votes comes in. */
static void
read_ballots (CapJsonReader *reader,
              JsonObject    *item,
              CapEvaluation *evaluation,
              GPtrArray     *commands)
{
  Gathering gathering = { NULL, evaluation };

  if (!json_object_has_member (item, "ballots"))
    return;

  gathering.command = cap_command_new (CAP_GESTURE_IMPORT, "votes.csv");
  g_ptr_array_add (commands, gathering.command);
  cap_json_reader_each (reader, item, "ballots", 1, read_ballot, &gathering);
}

/* The first evaluation comes with the creation of the dossier. */
static void
read_evaluation (CapJsonReader *reader,
                 JsonObject    *item,
                 gpointer       user_data)
{
  Place *place = user_data;
  int rank = cap_json_reader_get_int (reader, item, "number", 1, MAX_COUNT);
  g_autofree char *number = g_strdup_printf ("%d", rank);
  g_autofree char *id = cap_demo_derive_uuid ("evaluation", number);
  g_autofree char *date = cap_json_reader_dup_text (reader, item, "date");
  g_autofree char *mode_name = cap_json_reader_dup_text (reader, item, "mode");
  g_autoptr(CapEvaluation) evaluation = NULL;
  CapMode mode = CAP_MODE_CAP;

  if (!cap_mode_from_name (mode_name, &mode))
    cap_json_reader_add_fault (reader, "mode", mode_name);

  evaluation = cap_evaluation_new (id, (guint) rank, date, mode, place->framework);
  cap_json_reader_each (reader, item, "answers", 1, read_answer, evaluation);

  if (rank > 1)
    g_ptr_array_add (place->commands, cap_command_new (CAP_GESTURE_EVALUATION, number));
  cap_command_put_evaluation (g_ptr_array_index (place->commands, place->commands->len - 1), evaluation);
  read_ballots (reader, item, evaluation, place->commands);
}

/* Quantities are written as text: what they are is exact. */
static gint64
read_quantity (CapJsonReader *reader,
               JsonObject    *item,
               const char    *member)
{
  g_autofree char *text = cap_json_reader_dup_nullable (reader, item, member);
  gint64 thousandths = CAP_QUANTITY_UNSET;

  if (text != NULL && !cap_number_parse_thousandths (text, &thousandths))
    cap_json_reader_add_fault (reader, member, text);

  return thousandths;
}

static void
read_value (CapJsonReader *reader,
            JsonObject    *item,
            gpointer       user_data)
{
  g_autofree char *date = cap_json_reader_dup_date (reader, item, "date");
  g_autofree char *comment = cap_json_reader_dup_nullable (reader, item, "comment");
  gint64 thousandths = read_quantity (reader, item, "value");

  if (date != NULL && thousandths != CAP_QUANTITY_UNSET)
    cap_indicator_set_value (user_data, date, thousandths, comment);
}

static void
read_course (CapJsonReader *reader,
             JsonObject    *item,
             CapIndicator  *indicator)
{
  g_autofree char *frequency = cap_json_reader_dup_text (reader, item, "frequency");
  g_autofree char *direction = cap_json_reader_dup_text (reader, item, "direction");
  gint64 tolerance = read_quantity (reader, item, "tolerance");

  if (!cap_frequency_from_name (frequency, &indicator->frequency))
    cap_json_reader_add_fault (reader, "frequency", frequency);
  if (!cap_direction_from_name (direction, &indicator->direction))
    cap_json_reader_add_fault (reader, "direction", direction);

  indicator->baseline = read_quantity (reader, item, "baseline");
  indicator->target = read_quantity (reader, item, "target");
  indicator->tolerance = tolerance != CAP_QUANTITY_UNSET ? tolerance : 0;
  cap_json_reader_each (reader, item, "values", 0, read_value, indicator);
}

static void
read_indicator (CapJsonReader *reader,
                JsonObject    *item,
                gpointer       user_data)
{
  g_autofree char *code = cap_json_reader_dup_code (reader, item, "code");
  g_autofree char *id = cap_demo_derive_uuid ("indicator", code);
  g_autofree char *label = cap_json_reader_dup_text (reader, item, "label");
  g_autoptr(CapIndicator) indicator = cap_indicator_new (id, code, label);

  indicator->definition = cap_json_reader_dup_nullable (reader, item, "definition");
  indicator->source = cap_json_reader_dup_nullable (reader, item, "source");
  indicator->unit = cap_json_reader_dup_nullable (reader, item, "unit");
  indicator->owner = cap_json_reader_dup_nullable (reader, item, "owner");
  indicator->objective = cap_json_reader_dup_nullable (reader, item, "objective");
  indicator->created = cap_json_reader_dup_date (reader, item, "created");
  read_course (reader, item, indicator);

  cap_command_put_indicator (user_data, indicator);
}

static CapMember *
read_member (CapJsonReader *reader,
             JsonObject    *item)
{
  g_autofree char *name = cap_json_reader_dup_text (reader, item, "name");
  g_autofree char *fte = cap_json_reader_dup_text (reader, item, "fte");
  CapMember *member = cap_member_new (name);

  g_strfreev (member->kinds);
  member->kinds = cap_json_reader_dup_texts (reader, item, "kinds", 1);
  member->siret = cap_json_reader_dup_nullable (reader, item, "siret");
  member->region = cap_json_reader_dup_nullable (reader, item, "region");
  member->department = cap_json_reader_dup_nullable (reader, item, "department");
  member->staff = cap_json_reader_get_int (reader, item, "staff", 0, MAX_COUNT);
  member->participants = cap_json_reader_get_int (reader, item, "participants", 0, MAX_COUNT);
  member->sites = cap_json_reader_get_int (reader, item, "sites", 0, MAX_COUNT);
  member->secondment = cap_json_reader_get_boolean (reader, item, "secondment");
  if (!cap_number_parse_hundredths (fte, &member->fte_hundredths))
    cap_json_reader_add_fault (reader, "fte", fte);

  return member;
}

/* Reads a list, when there is one, into a command of its own. */
static void
read_list (CapJsonReader   *reader,
           JsonObject      *root,
           const char      *member,
           CapGesture       gesture,
           const char      *detail,
           CapJsonItemFunc  func,
           GPtrArray       *commands)
{
  g_autofree char *count = NULL;
  CapCommand *command;

  if (!json_object_has_member (root, member))
    return;

  count = g_strdup_printf ("%u", json_array_get_length (json_object_get_array_member (root, member)));
  command = cap_command_new (gesture, detail != NULL ? detail : count);
  g_ptr_array_add (commands, command);
  cap_json_reader_each (reader, root, member, 1, func, command);
}

static void
read_dossier (CapJsonReader *reader,
              JsonObject    *root,
              GPtrArray     *commands)
{
  g_autoptr(CapFramework) framework = cap_framework_json_load_default ();
  g_autoptr(CapMember) member = read_member (reader, json_object_get_object_member (root, "member"));
  Place place = { framework, commands };
  CapCommand *create = cap_command_new (CAP_GESTURE_CREATE, "");
  CapCommand *registers = cap_command_new (CAP_GESTURE_IMPORT, "registres");

  g_ptr_array_add (commands, create);
  cap_command_put_member (create, member);
  cap_json_reader_each (reader, root, "evaluations", 1, read_evaluation, &place);

  /* Before the actions, that refer to them. */
  read_list (reader, root, "indicators", CAP_GESTURE_VALUES, NULL, read_indicator, commands);
  read_list (reader, root, "actions", CAP_GESTURE_ACCEPT, NULL, cap_demo_read_action, commands);
  read_list (reader, root, "reviews", CAP_GESTURE_PLAN_REVIEW, "", cap_demo_read_review, commands);

  cap_records_json_read (reader, root, cap_demo_derive_uuid, registers);
  g_ptr_array_add (commands, registers);

  /* After what it serves. */
  read_list (reader, root, "evidence", CAP_GESTURE_IMPORT, "preuves", cap_demo_read_piece, commands);
}

/**
 * cap_demo_list_commands:
 *
 * Tells the story of a structure: a first evaluation, a second one two years
 * later, what is measured and the plan between them, the registers and the evidence; or that of a
 * group. Comes with the program, so it never fails, and is the same each time, identifiers included.
 *
 * Returns: (transfer full) (element-type CapCommand): the gestures; the first
 *   creates the dossier, the others follow in order
 */
GPtrArray *
cap_demo_list_commands (CapDemo demo)
{
  const char *path = demo == CAP_DEMO_GROUP ? FOLDER "group.json" : FOLDER "dossier.json";
  g_autoptr(GPtrArray) commands = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_command_free);
  g_autoptr(GBytes) source = g_resource_lookup_data (cap_data_get_resource (), path,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_auto(CapJsonReader) reader = { 0 };
  g_autoptr(JsonNode) root = NULL;

  cap_json_reader_init (&reader);
  root = cap_json_reader_parse (&reader, source);
  g_assert (root != NULL);
  read_dossier (&reader, json_node_get_object (root), commands);
  g_assert (reader.faults->len == 0);

  return g_steal_pointer (&commands);
}
