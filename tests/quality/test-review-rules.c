/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quality/cap-review-rules.h"

#include "quality/cap-record-rules.h"
#include "tests/model/memory-dossier.h"

#define TODAY "2026-11-20"

static CapDossier *
new_dossier (void)
{
  return cap_dossier_new ("id", cap_member_new ("Une structure"));
}

static const CapRecord *
start (CapDossier *dossier,
       const char *date)
{
  g_autofree char *id = NULL;
  g_autoptr(CapCommand) command = cap_review_start (dossier, date, &id);

  memory_dossier_apply (dossier, command);

  return cap_dossier_find_record (dossier, CAP_REGISTER_MANAGEMENT_REVIEW, id);
}

static void
decide (CapDossier      *dossier,
        const CapRecord *review,
        CapReviewInput   input,
        guint            field,
        const char      *text)
{
  g_autoptr(CapCommand) command = cap_command_new (CAP_GESTURE_RECORD, "");
  g_autoptr(CapRecord) part = cap_review_dup_input (dossier, review, input);

  cap_record_set (part, field, text);
  cap_command_put_record (command, part);
  memory_dossier_apply (dossier, command);
}

static void
decide_all (CapDossier      *dossier,
            const CapRecord *review)
{
  for (CapReviewInput input = 0; input < CAP_N_REVIEW_INPUTS; input++)
    decide (dossier, review, input, CAP_REVIEW_INPUT_DECISION, "Continuer ainsi");
}

/* The period begins on the day of the previous review, or a year before. */
static void
test_start (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();
  const CapRecord *first = start (dossier, "2025-11-20");
  g_autoptr(CapRecord) told = cap_record_copy (first);
  g_autoptr(CapCommand) command = cap_command_new (CAP_GESTURE_RECORD, "");
  const CapRecord *second;

  g_assert_cmpstr (cap_record_get_code (first), ==, "RD-01");
  g_assert_cmpstr (cap_record_get (first, CAP_MANAGEMENT_REVIEW_SINCE), ==, "2024-11-20");
  g_assert_cmpuint (dossier->registers[CAP_REGISTER_REVIEW_INPUT]->len, ==, CAP_N_REVIEW_INPUTS);
  cap_record_set (told, CAP_MANAGEMENT_REVIEW_CHAIR, "La direction");
  cap_command_put_record (command, told);
  memory_dossier_apply (dossier, command);

  second = start (dossier, TODAY);
  g_assert_cmpstr (cap_record_get_code (second), ==, "RD-02");
  g_assert_cmpstr (cap_record_get (second, CAP_MANAGEMENT_REVIEW_SINCE), ==, "2025-11-20");
  g_assert_cmpstr (cap_record_get (second, CAP_MANAGEMENT_REVIEW_CHAIR), ==, "La direction");
}

/* A review is not finalised while one input is undecided; blanks decide nothing. */
static void
test_refused (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();
  const CapRecord *review = start (dossier, TODAY);

  for (CapReviewInput input = 0; input < CAP_N_REVIEW_INPUTS; input++)
    {
      g_autoptr(GPtrArray) gaps = cap_review_check_final (dossier, review);

      g_assert_cmpuint (gaps->len, ==, CAP_N_REVIEW_INPUTS - (guint) input);
      g_assert_cmpint (((CapReviewGap *) g_ptr_array_index (gaps, 0))->input, ==, input);
      g_assert_null (cap_review_finalise (dossier, review, TODAY));
      g_assert_cmpuint (cap_review_count_decided (dossier, review), ==, (guint) input);
      decide (dossier, review, input, CAP_REVIEW_INPUT_DECISION, "  \n");
      g_assert_cmpuint (cap_review_count_decided (dossier, review), ==, (guint) input);
      decide (dossier, review, input,
              input % 2 == 0 ? CAP_REVIEW_INPUT_DECISION : CAP_REVIEW_INPUT_IRRELEVANT, "Continuer ainsi");
    }
}

static void
test_sentence (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();
  g_autoptr(GPtrArray) gaps = cap_review_check_final (dossier, start (dossier, TODAY));
  const CapReviewGap *gap = g_ptr_array_index (gaps, CAP_INPUT_SATISFACTION);

  g_assert_cmpstr (gap->sentence, ==,
                   "“Satisfaction” has no decision: write it, or say why it is irrelevant.");
}

/* A review that was made without its inputs, by a form or an import, has all of them to decide. */
static void
test_without_inputs (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();
  CapRecord *review = cap_record_new (CAP_REGISTER_MANAGEMENT_REVIEW, NULL);
  g_autoptr(GPtrArray) gaps = NULL;
  g_autoptr(GPtrArray) items = NULL;
  g_autoptr(CapCommand) command = NULL;

  cap_record_set (review, CAP_MANAGEMENT_REVIEW_CODE, "RD-01");
  cap_record_set (review, CAP_MANAGEMENT_REVIEW_DATE, TODAY);
  g_ptr_array_add (dossier->registers[CAP_REGISTER_MANAGEMENT_REVIEW], review);
  gaps = cap_review_check_final (dossier, review);
  g_assert_cmpuint (gaps->len, ==, CAP_N_REVIEW_INPUTS);
  items = cap_review_list_items (dossier, review, TODAY);
  g_assert_cmpuint (items->len, ==, CAP_N_REVIEW_INPUTS);

  decide_all (dossier, review);
  command = cap_review_finalise (dossier, review, TODAY);
  g_assert_nonnull (command);
}

static const CapReviewItem *
find_item (const GPtrArray *items,
           CapReviewInput   input)
{
  for (guint i = 0; i < items->len; i++)
    {
      const CapReviewItem *item = g_ptr_array_index (items, i);

      if (item->input == input)
        return item;
    }

  g_assert_not_reached ();
}

static void
add_supplier (CapDossier *dossier)
{
  CapRecord *supplier = cap_record_new (CAP_REGISTER_SUPPLIER, NULL);

  cap_record_set (supplier, CAP_SUPPLIER_RATING, "good");
  g_ptr_array_add (dossier->registers[CAP_REGISTER_SUPPLIER], supplier);
}

static char *
dup_reading (const CapDossier *dossier,
             const CapRecord  *review)
{
  g_autoptr(GPtrArray) items = cap_review_list_items (dossier, review, TODAY);

  return g_strdup (find_item (items, CAP_INPUT_SUPPLIERS)->reading->sentence);
}

/* What the dossier says later changes a review that is prepared, and not one that is finalised. */
static void
test_frozen (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();
  const CapRecord *review = start (dossier, TODAY);
  g_autofree char *id = g_strdup (review->id);
  g_autoptr(CapCommand) command = NULL;
  g_autofree char *draft = NULL;
  g_autofree char *frozen = NULL;

  decide_all (dossier, review);
  add_supplier (dossier);
  draft = dup_reading (dossier, review);
  g_assert_nonnull (strstr (draft, "out of 1"));

  command = cap_review_finalise (dossier, review, TODAY);
  g_assert_cmpint (command->gesture, ==, CAP_GESTURE_FINALISE);
  g_assert_cmpstr (command->detail, ==, "RD-01");
  memory_dossier_apply (dossier, command);
  review = cap_dossier_find_record (dossier, CAP_REGISTER_MANAGEMENT_REVIEW, id);
  g_assert_true (cap_review_is_frozen (dossier, review));
  add_supplier (dossier);
  frozen = dup_reading (dossier, review);
  g_assert_cmpstr (frozen, ==, draft);
  g_assert_null (cap_review_finalise (dossier, review, TODAY));
}

/* What people wrote of a reading stays beside it, once. */
static void
test_remark (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();
  const CapRecord *review = start (dossier, TODAY);
  g_autofree char *id = g_strdup (review->id);
  g_autoptr(CapCommand) command = NULL;
  g_autoptr(GPtrArray) draft = NULL;
  g_autoptr(GPtrArray) frozen = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  decide_all (dossier, review);
  add_supplier (dossier);
  decide (dossier, review, CAP_INPUT_SUPPLIERS, CAP_REVIEW_INPUT_READING, "Le garage a changé.");
  draft = cap_review_list_items (dossier, review, TODAY);
  before = cap_review_item_dup_reading (find_item (draft, CAP_INPUT_SUPPLIERS));
  g_assert_true (g_str_has_suffix (before, ".\nLe garage a changé."));

  command = cap_review_finalise (dossier, review, TODAY);
  memory_dossier_apply (dossier, command);
  review = cap_dossier_find_record (dossier, CAP_REGISTER_MANAGEMENT_REVIEW, id);
  frozen = cap_review_list_items (dossier, review, TODAY);
  after = cap_review_item_dup_reading (find_item (frozen, CAP_INPUT_SUPPLIERS));
  g_assert_cmpstr (after, ==, before);
}

/* A review that is prepared for a day to come is read today: an action that is due in between is not
 * late. */
static void
test_day_to_come (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();
  CapAction *action = cap_action_new (NULL, "Une action");
  const CapRecord *review = start (dossier, "2027-01-21");
  g_autoptr(GPtrArray) today = NULL;
  g_autoptr(GPtrArray) then = NULL;

  action->due = g_strdup ("2026-12-18");
  g_ptr_array_add (dossier->actions, action);
  today = cap_review_list_items (dossier, review, TODAY);
  g_assert_nonnull (strstr (find_item (today, CAP_INPUT_IMPROVEMENT)->reading->sentence,
                            "0 open actions out of 1 are late"));
  then = cap_review_list_items (dossier, review, "2027-06-01");
  g_assert_nonnull (strstr (find_item (then, CAP_INPUT_IMPROVEMENT)->reading->sentence,
                            "1 open action out of 1 is late"));
}

/* Neither it nor what belongs to it is put again, by any form. */
static void
test_no_longer_changed (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();
  const CapRecord *review = start (dossier, TODAY);
  g_autofree char *id = g_strdup (review->id);
  g_autoptr(CapRecord) part = cap_review_dup_input (dossier, review, CAP_INPUT_RISKS);
  g_autoptr(CapRecord) before = cap_record_copy (part);
  g_autoptr(CapRecord) output = cap_record_new_part (CAP_REGISTER_REVIEW_OUTPUT, NULL, id);
  g_autoptr(CapCommand) command = NULL;
  g_autoptr(GPtrArray) none = cap_record_check (part, dossier);
  g_autoptr(GPtrArray) faults = NULL;

  g_assert_cmpuint (none->len, ==, 0);
  decide_all (dossier, review);
  command = cap_review_finalise (dossier, review, TODAY);
  memory_dossier_apply (dossier, command);

  cap_record_set (part, CAP_REVIEW_INPUT_DECISION, "Autre chose");
  faults = cap_record_check (part, dossier);
  g_assert_cmpstr (cap_record_faults_find (faults, CAP_REVIEW_INPUT_DECISION), ==,
                   "The review is finalised: it is no longer changed");
  cap_record_take_back (part, before, faults);
  g_assert_true (cap_record_equal (part, before));

  g_assert_true (cap_review_is_frozen (dossier, output));
  g_assert_null (cap_review_put_action (dossier, output, TODAY));
}

/* One gesture: the action, and its number, which the store gives. */
static void
test_action (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();
  const CapRecord *review = start (dossier, TODAY);
  CapRecord *output = cap_record_new_part (CAP_REGISTER_REVIEW_OUTPUT, NULL, review->id);
  g_autoptr(CapCommand) command = NULL;
  const CapAction *action;
  const CapRecord *linked;

  cap_record_set (output, CAP_REVIEW_OUTPUT_KIND, "resources");
  cap_record_set (output, CAP_REVIEW_OUTPUT_TEXT, "Recruter un second encadrant");
  cap_record_set (output, CAP_REVIEW_OUTPUT_OWNER, "Direction");
  cap_record_set (output, CAP_REVIEW_OUTPUT_DUE, "2027-03-01");
  g_ptr_array_add (dossier->registers[CAP_REGISTER_REVIEW_OUTPUT], output);

  command = cap_review_put_action (dossier, output, TODAY);
  g_assert_cmpuint (command->edits->len, ==, 2);
  action = ((CapEdit *) g_ptr_array_index (command->edits, 0))->value;
  g_assert_cmpstr (action->title, ==, "Recruter un second encadrant");
  g_assert_cmpstr (action->owner, ==, "Direction");
  g_assert_cmpstr (action->due, ==, "2027-03-01");
  g_assert_cmpstr (action->created, ==, TODAY);
  g_assert_cmpint (((CapActionOrigin *) g_ptr_array_index (action->origins, 0))->kind, ==, CAP_ORIGIN_REVIEW);
  g_assert_cmpstr (((CapActionOrigin *) g_ptr_array_index (action->origins, 0))->code, ==, "RD-01");
  linked = ((CapEdit *) g_ptr_array_index (command->edits, 1))->value;
  g_assert_cmpint (cap_record_get_number (linked, CAP_REVIEW_OUTPUT_ACTION), ==, CAP_REVIEW_ACTION_NEXT);
}

/* An output whose action is in the plan gets no other one; one whose action was removed may. */
static void
test_action_once (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();
  const CapRecord *review = start (dossier, TODAY);
  g_autoptr(CapRecord) output = cap_record_new_part (CAP_REGISTER_REVIEW_OUTPUT, NULL, review->id);
  CapAction *action = cap_action_new (NULL, "Recruter");
  g_autoptr(CapCommand) again = NULL;

  action->number = 4;
  g_ptr_array_add (dossier->actions, action);
  cap_record_set (output, CAP_REVIEW_OUTPUT_TEXT, "Recruter");
  cap_record_set (output, CAP_REVIEW_OUTPUT_ACTION, "4");
  g_assert_null (cap_review_put_action (dossier, output, TODAY));

  cap_record_set (output, CAP_REVIEW_OUTPUT_ACTION, "3");
  again = cap_review_put_action (dossier, output, TODAY);
  g_assert_nonnull (again);
}

/* The one that is being prepared comes first, then the last one held. */
static void
test_last (void)
{
  g_autoptr(CapDossier) dossier = new_dossier ();
  const CapRecord *review;
  g_autoptr(CapCommand) command = NULL;

  g_assert_null (cap_review_find_last (dossier));
  review = start (dossier, "2026-12-01");
  decide_all (dossier, review);
  command = cap_review_finalise (dossier, review, TODAY);
  memory_dossier_apply (dossier, command);
  g_assert_cmpstr (cap_record_get_code (cap_review_find_last (dossier)), ==, "RD-01");
  start (dossier, TODAY);
  g_assert_cmpstr (cap_record_get_code (cap_review_find_last (dossier)), ==, "RD-02");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/review-rules/start", test_start);
  g_test_add_func ("/review-rules/refused", test_refused);
  g_test_add_func ("/review-rules/sentence", test_sentence);
  g_test_add_func ("/review-rules/without-inputs", test_without_inputs);
  g_test_add_func ("/review-rules/frozen", test_frozen);
  g_test_add_func ("/review-rules/remark", test_remark);
  g_test_add_func ("/review-rules/day-to-come", test_day_to_come);
  g_test_add_func ("/review-rules/no-longer-changed", test_no_longer_changed);
  g_test_add_func ("/review-rules/action", test_action);
  g_test_add_func ("/review-rules/action-once", test_action_once);
  g_test_add_func ("/review-rules/last", test_last);

  return g_test_run ();
}
