/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "quality/cap-review-rules.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-date.h"
#include "base/cap-text.h"
#include "plan/cap-action-rules.h"
#include "quality/cap-record-rules.h"

static const char *
get_date (const CapRecord *review)
{
  const char *date = cap_record_get (review, CAP_MANAGEMENT_REVIEW_DATE);

  return date != NULL ? date : "";
}

/**
 * cap_review_find_previous:
 * @date: ISO 8601
 *
 * Returns: (transfer none) (nullable): the last management review before that day
 */
const CapRecord *
cap_review_find_previous (const CapDossier *dossier,
                          const char       *date)
{
  const CapRecord *last = NULL;

  g_return_val_if_fail (dossier != NULL && date != NULL, NULL);

  for (guint i = 0; i < dossier->registers[CAP_REGISTER_MANAGEMENT_REVIEW]->len; i++)
    {
      const CapRecord *review = g_ptr_array_index (dossier->registers[CAP_REGISTER_MANAGEMENT_REVIEW], i);

      if (strcmp (get_date (review), date) < 0 &&
          (last == NULL || strcmp (get_date (review), get_date (last)) >= 0))
        last = review;
    }

  return last;
}

/**
 * cap_review_find_last:
 *
 * Returns: (transfer none) (nullable): the review that is being prepared, the last one otherwise
 */
const CapRecord *
cap_review_find_last (const CapDossier *dossier)
{
  const CapRecord *last = NULL;

  g_return_val_if_fail (dossier != NULL, NULL);

  for (guint i = 0; i < dossier->registers[CAP_REGISTER_MANAGEMENT_REVIEW]->len; i++)
    {
      const CapRecord *review = g_ptr_array_index (dossier->registers[CAP_REGISTER_MANAGEMENT_REVIEW], i);
      const gboolean frozen = cap_review_is_frozen (dossier, review);
      const gboolean was_frozen = last != NULL && cap_review_is_frozen (dossier, last);

      if (last == NULL || (was_frozen && !frozen) ||
          (was_frozen == frozen && strcmp (get_date (review), get_date (last)) >= 0))
        last = review;
    }

  return last;
}

static char *
dup_default_since (const CapDossier *dossier,
                   const char       *date)
{
  const CapRecord *previous = cap_review_find_previous (dossier, date);

  return previous != NULL ? g_strdup (get_date (previous)) : cap_date_add_months (date, -12);
}

/**
 * cap_review_dup_since:
 *
 * Returns: (transfer full): the day that a review looks back to: as it says, or that of the previous
 *   review, or a year before; ISO 8601
 */
char *
cap_review_dup_since (const CapDossier *dossier,
                      const CapRecord  *review)
{
  const char *since;
  char *usual;

  g_return_val_if_fail (dossier != NULL && review != NULL, NULL);

  since = cap_record_get (review, CAP_MANAGEMENT_REVIEW_SINCE);
  if (since != NULL)
    return g_strdup (since);

  usual = dup_default_since (dossier, get_date (review));

  return usual != NULL ? usual : g_strdup ("");
}

static const CapRecord *
find_input (const CapDossier *dossier,
            const CapRecord  *review,
            const char       *key)
{
  const GPtrArray *inputs = dossier->registers[CAP_REGISTER_REVIEW_INPUT];

  for (guint i = 0; i < inputs->len; i++)
    {
      const CapRecord *input = g_ptr_array_index (inputs, i);

      if (g_strcmp0 (input->parent, review->id) == 0 && cap_record_is (input, CAP_REVIEW_INPUT_INPUT, key))
        return input;
    }

  return NULL;
}

static void
free_item (CapReviewItem *item)
{
  cap_review_reading_free (item->reading);
  g_free (item);
}

/* What was frozen, with where it can be looked at today. */
static CapReviewReading *
read_frozen (const CapRecord *record)
{
  CapReviewReading *reading = g_new0 (CapReviewReading, 1);
  const char *sentence = cap_record_get (record, CAP_REVIEW_INPUT_READING);

  reading->sentence = g_strdup (sentence != NULL ? sentence : "");
  reading->addresses = g_new0 (char *, 1);

  return reading;
}

static CapReviewItem *
add_item (GPtrArray        *items,
          CapReviewInput    input,
          const CapRecord  *record,
          CapReviewReading *reading)
{
  CapReviewItem *item = g_new0 (CapReviewItem, 1);

  item->input = input;
  item->record = record;
  item->reading = reading;
  g_ptr_array_add (items, item);

  return item;
}

/* The dossier is read anew each time; what people wrote of it stays beside. */
static void
add_read (GPtrArray        *items,
          CapReviewInput    input,
          const CapRecord  *record,
          CapReviewReading *reading)
{
  CapReviewItem *item = add_item (items, input, record, reading);

  if (record != NULL)
    item->remark = cap_record_get (record, CAP_REVIEW_INPUT_READING);
}

/* Those of a version of the program that knows more of them. */
static void
add_unknown (GPtrArray        *items,
             const CapDossier *dossier,
             const CapRecord  *review)
{
  g_autoptr(GPtrArray) inputs = cap_dossier_list_parts (dossier, CAP_REGISTER_REVIEW_INPUT, review->id);

  for (guint i = 0; i < inputs->len; i++)
    {
      const CapRecord *record = g_ptr_array_index (inputs, i);

      if (cap_review_input_find (cap_record_get (record, CAP_REVIEW_INPUT_INPUT)) == CAP_REVIEW_INPUT_NONE)
        add_item (items, CAP_REVIEW_INPUT_NONE, record, read_frozen (record));
    }
}

/**
 * cap_review_list_items:
 * @review: a management review of @dossier
 * @today: ISO 8601: a day to come is not read: what is due until then is not late
 *
 * Returns: (transfer full) (element-type CapReviewItem): its agenda, in the order of the standard
 */
GPtrArray *
cap_review_list_items (const CapDossier *dossier,
                       const CapRecord  *review,
                       const char       *today)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) free_item);
  g_autofree char *since = NULL;
  const char *day;
  gboolean frozen;

  g_return_val_if_fail (dossier != NULL && review != NULL && today != NULL, items);

  since = cap_review_dup_since (dossier, review);
  day = strcmp (get_date (review), today) > 0 ? today : get_date (review);
  frozen = cap_review_is_frozen (dossier, review);
  for (CapReviewInput input = 0; input < CAP_N_REVIEW_INPUTS; input++)
    {
      const CapRecord *record = find_input (dossier, review, cap_review_input_get_key (input));

      if (!frozen)
        add_read (items, input, record, cap_review_input_read (input, dossier, since, day));
      else if (record != NULL)
        add_item (items, input, record, read_frozen (record));
    }
  add_unknown (items, dossier, review);

  return items;
}

/* Its title, in the user’s language; its key when this version does not know it. */
const char *
cap_review_item_get_title (const CapReviewItem *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->input != CAP_REVIEW_INPUT_NONE ? cap_review_input_get_title (self->input)
                                              : cap_record_get (self->record, CAP_REVIEW_INPUT_INPUT);
}

/* Returns: (transfer full): what the dossier says, then what people wrote of it */
char *
cap_review_item_dup_reading (const CapReviewItem *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->remark != NULL ? g_strdup_printf ("%s\n%s", self->reading->sentence, self->remark)
                              : g_strdup (self->reading->sentence);
}

/**
 * cap_review_dup_input:
 *
 * Returns: (transfer full): what is written of an input, to be changed and put; a new part when
 *   nothing is
 */
CapRecord *
cap_review_dup_input (const CapDossier *dossier,
                      const CapRecord  *review,
                      CapReviewInput    input)
{
  const char *key = cap_review_input_get_key (input);
  const CapRecord *record;
  CapRecord *part;

  g_return_val_if_fail (dossier != NULL && review != NULL && key != NULL, NULL);

  record = find_input (dossier, review, key);
  if (record != NULL)
    return cap_record_copy (record);

  part = cap_record_new_part (CAP_REGISTER_REVIEW_INPUT, NULL, review->id);
  cap_record_set (part, CAP_REVIEW_INPUT_INPUT, key);

  return part;
}

static gboolean
is_blank (const char *text)
{
  return text == NULL || text[strspn (text, " \t\n")] == '\0';
}

/* Whether something was decided of it, or said of why it is irrelevant. @input may be %NULL. */
gboolean
cap_review_is_decided (const CapRecord *input)
{
  return input != NULL && (!is_blank (cap_record_get (input, CAP_REVIEW_INPUT_DECISION)) ||
                           !is_blank (cap_record_get (input, CAP_REVIEW_INPUT_IRRELEVANT)));
}

/* Of %CAP_N_REVIEW_INPUTS. */
guint
cap_review_count_decided (const CapDossier *dossier,
                          const CapRecord  *review)
{
  guint count = 0;

  g_return_val_if_fail (dossier != NULL && review != NULL, 0);

  for (CapReviewInput input = 0; input < CAP_N_REVIEW_INPUTS; input++)
    count += cap_review_is_decided (find_input (dossier, review, cap_review_input_get_key (input)));

  return count;
}

/**
 * cap_review_is_frozen:
 * @record: any record, as it is or as it would be
 *
 * A review that is finalised is no longer changed, nor are its inputs and its outputs: undo alone
 * opens it again.
 *
 * Returns: whether @record is such a review, or belongs to one
 */
gboolean
cap_review_is_frozen (const CapDossier *dossier,
                      const CapRecord  *record)
{
  const CapRecord *review = NULL;

  g_return_val_if_fail (dossier != NULL && record != NULL, FALSE);

  if (record->kind == CAP_REGISTER_MANAGEMENT_REVIEW)
    review = cap_dossier_find_record (dossier, CAP_REGISTER_MANAGEMENT_REVIEW, record->id);
  else if (record->kind == CAP_REGISTER_REVIEW_INPUT || record->kind == CAP_REGISTER_REVIEW_OUTPUT)
    review = cap_dossier_find_record (dossier, CAP_REGISTER_MANAGEMENT_REVIEW, record->parent);

  return review != NULL && cap_record_get (review, CAP_MANAGEMENT_REVIEW_FINALISED) != NULL;
}

/**
 * cap_review_start:
 * @date: when it is to be held, ISO 8601
 * @id: (out) (transfer full): UUID of the review
 *
 * Returns: (transfer full): puts a review with all its inputs to be decided; it looks back to the
 *   previous one, whose chair and attendants it takes again
 */
CapCommand *
cap_review_start (const CapDossier  *dossier,
                  const char        *date,
                  char             **id)
{
  g_autoptr(CapRecord) review = cap_record_new (CAP_REGISTER_MANAGEMENT_REVIEW, NULL);
  const CapRecord *previous;
  g_autofree char *code = NULL;
  g_autofree char *since = NULL;
  CapCommand *command;

  g_return_val_if_fail (dossier != NULL && cap_date_is_valid (date) && id != NULL, NULL);

  code = cap_record_dup_next_code (dossier, CAP_REGISTER_MANAGEMENT_REVIEW, date);
  since = dup_default_since (dossier, date);
  previous = cap_review_find_previous (dossier, date);
  cap_record_set (review, CAP_MANAGEMENT_REVIEW_CODE, code);
  cap_record_set (review, CAP_MANAGEMENT_REVIEW_DATE, date);
  cap_record_set (review, CAP_MANAGEMENT_REVIEW_SINCE, since);
  if (previous != NULL)
    {
      cap_record_set (review, CAP_MANAGEMENT_REVIEW_CHAIR,
                      cap_record_get (previous, CAP_MANAGEMENT_REVIEW_CHAIR));
      cap_record_set (review, CAP_MANAGEMENT_REVIEW_ATTENDANTS,
                      cap_record_get (previous, CAP_MANAGEMENT_REVIEW_ATTENDANTS));
    }

  command = cap_command_new (CAP_GESTURE_RECORD, code);
  cap_command_put_record (command, review);
  for (CapReviewInput input = 0; input < CAP_N_REVIEW_INPUTS; input++)
    {
      g_autoptr(CapRecord) part = cap_review_dup_input (dossier, review, input);

      cap_command_put_record (command, part);
    }
  *id = g_strdup (review->id);

  return command;
}

static void
free_gap (CapReviewGap *gap)
{
  g_free (gap->sentence);
  g_free (gap);
}

/**
 * cap_review_check_final:
 *
 * Returns: (transfer full) (element-type CapReviewGap): what keeps a review from being finalised: the
 *   inputs of which nothing was decided; empty when nothing does
 */
GPtrArray *
cap_review_check_final (const CapDossier *dossier,
                        const CapRecord  *review)
{
  GPtrArray *gaps = g_ptr_array_new_with_free_func ((GDestroyNotify) free_gap);

  g_return_val_if_fail (dossier != NULL && review != NULL, gaps);

  for (CapReviewInput input = 0; input < CAP_N_REVIEW_INPUTS; input++)
    {
      CapReviewGap *gap;

      if (cap_review_is_decided (find_input (dossier, review, cap_review_input_get_key (input))))
        continue;

      gap = g_new0 (CapReviewGap, 1);
      gap->input = input;
      /* Translators: what the direction looks at: “Satisfaction” */
      gap->sentence = g_strdup_printf (_("“%s” has no decision: write it, or say why it is irrelevant."),
                                       cap_review_input_get_title (input));
      g_ptr_array_add (gaps, gap);
    }

  return gaps;
}

static void
put_frozen_inputs (CapCommand       *command,
                   const CapDossier *dossier,
                   const CapRecord  *review,
                   const char       *today)
{
  g_autoptr(GPtrArray) items = cap_review_list_items (dossier, review, today);

  for (guint i = 0; i < items->len; i++)
    {
      const CapReviewItem *item = g_ptr_array_index (items, i);
      g_autoptr(CapRecord) part = NULL;
      g_autofree char *reading = NULL;

      if (item->input == CAP_REVIEW_INPUT_NONE)
        continue;

      part = cap_review_dup_input (dossier, review, item->input);
      reading = cap_review_item_dup_reading (item);
      cap_record_set (part, CAP_REVIEW_INPUT_READING, reading);
      cap_command_put_record (command, part);
    }
}

/**
 * cap_review_finalise:
 * @today: ISO 8601
 *
 * Returns: (transfer full) (nullable): writes what the dossier says of each input into the review and
 *   closes it; %NULL while an input is undecided, or when it is closed already
 */
CapCommand *
cap_review_finalise (const CapDossier *dossier,
                     const CapRecord  *review,
                     const char       *today)
{
  g_autoptr(GPtrArray) gaps = NULL;
  g_autoptr(CapRecord) closed = NULL;
  g_autofree char *since = NULL;
  CapCommand *command;

  g_return_val_if_fail (dossier != NULL && review != NULL && today != NULL, NULL);

  gaps = cap_review_check_final (dossier, review);
  if (gaps->len > 0 || cap_review_is_frozen (dossier, review))
    return NULL;

  command = cap_command_new (CAP_GESTURE_FINALISE, cap_record_get_code (review));
  put_frozen_inputs (command, dossier, review, today);
  closed = cap_record_copy (review);
  since = cap_review_dup_since (dossier, review);
  cap_record_set (closed, CAP_MANAGEMENT_REVIEW_SINCE, since);
  cap_record_set (closed, CAP_MANAGEMENT_REVIEW_FINALISED, today);
  cap_command_put_record (command, closed);

  return command;
}

/**
 * cap_review_put_action:
 * @output: what a review decided
 * @today: ISO 8601
 *
 * Returns: (transfer full) (nullable): puts the action that follows it into the plan, and its number
 *   into the output; %NULL when there is one already, or when the review is closed
 */
CapCommand *
cap_review_put_action (const CapDossier *dossier,
                       const CapRecord  *output,
                       const char       *today)
{
  const CapRecord *review;
  int number;
  g_autoptr(CapAction) action = NULL;
  g_autoptr(CapRecord) linked = NULL;
  CapCommand *command;

  g_return_val_if_fail (dossier != NULL && output != NULL && today != NULL, NULL);

  review = cap_dossier_find_record (dossier, CAP_REGISTER_MANAGEMENT_REVIEW, output->parent);
  number = cap_record_get_number (output, CAP_REVIEW_OUTPUT_ACTION);
  if (review == NULL || cap_review_is_frozen (dossier, output) ||
      (number > 0 && cap_dossier_find_action (dossier, (guint) number) != NULL))
    return NULL;

  action = cap_action_new (NULL, cap_record_get_title (output));
  cap_action_add_origin (action, CAP_ORIGIN_REVIEW, cap_record_get_code (review));
  cap_set_string (&action->owner, cap_record_get (output, CAP_REVIEW_OUTPUT_OWNER));
  cap_set_string (&action->due, cap_record_get (output, CAP_REVIEW_OUTPUT_DUE));
  cap_action_settle (action, NULL, today);

  linked = cap_record_copy (output);
  cap_record_set_number (linked, CAP_REVIEW_OUTPUT_ACTION, CAP_REVIEW_ACTION_NEXT);
  command = cap_command_new (CAP_GESTURE_ADD_ACTION, NULL);
  cap_command_put_action (command, action);
  cap_command_put_record (command, linked);

  return command;
}
