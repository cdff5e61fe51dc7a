/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "quality/cap-commitment-rules.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-date.h"
#include "quality/cap-record-rules.h"

static const char * const state_labels[CAP_N_COMMITMENT_STATES] = {
  [CAP_COMMITMENT_IN_COURSE] = NC_("commitment", "In course"),
  [CAP_COMMITMENT_DUE] = NC_("commitment", "Review due soon"),
  [CAP_COMMITMENT_LATE] = NC_("commitment", "Review late"),
  [CAP_COMMITMENT_ENDED] = NC_("commitment", "Ended"),
};

/* Whether its end was reached: one that is planned is still to come. */
gboolean
cap_commitment_has_ended (const CapRecord *commitment,
                          const char      *today)
{
  const char *closed = cap_record_get (commitment, CAP_COMMITMENT_CLOSED);

  g_return_val_if_fail (today != NULL, FALSE);

  return closed != NULL && strcmp (closed, today) <= 0;
}

/**
 * cap_commitment_get_state:
 * @today: ISO 8601: on the day itself, a review is not late
 */
CapCommitmentState
cap_commitment_get_state (const CapRecord *commitment,
                          const char      *today)
{
  const char *review = cap_record_get (commitment, CAP_COMMITMENT_REVIEW);
  int due;
  int now;

  if (cap_commitment_has_ended (commitment, today))
    return CAP_COMMITMENT_ENDED;
  if (review == NULL || !cap_date_to_days (review, &due) || !cap_date_to_days (today, &now))
    return CAP_COMMITMENT_IN_COURSE;
  if (due < now)
    return CAP_COMMITMENT_LATE;

  return due - now <= CAP_COMMITMENT_NOTICE_DAYS ? CAP_COMMITMENT_DUE : CAP_COMMITMENT_IN_COURSE;
}

const char *
cap_commitment_state_get_label (CapCommitmentState state)
{
  g_return_val_if_fail ((guint) state < CAP_N_COMMITMENT_STATES, "");

  return g_dpgettext2 (NULL, "commitment", state_labels[state]);
}

/**
 * cap_commitment_dup_next_review:
 * @since: (nullable): the day of a signature, or of a review
 *
 * Returns: (transfer full) (nullable): the day that is suggested for the next one
 */
char *
cap_commitment_dup_next_review (const char *since)
{
  return cap_date_is_valid (since) ? cap_date_add_months (since, CAP_COMMITMENT_REVIEW_MONTHS) : NULL;
}

/**
 * cap_commitment_new:
 * @type: the name of a type
 * @today: ISO 8601: the day it is signed
 *
 * Returns: (transfer full): a commitment with the next code, and its first review in sight
 */
CapRecord *
cap_commitment_new (const CapDossier *dossier,
                    const char       *type,
                    const char       *today)
{
  CapRecord *commitment = cap_record_new (CAP_REGISTER_COMMITMENT, NULL);
  g_autofree char *code = cap_record_dup_next_code (dossier, CAP_REGISTER_COMMITMENT, today);
  g_autofree char *review = cap_commitment_dup_next_review (today);

  cap_record_set (commitment, CAP_COMMITMENT_CODE, code);
  cap_record_set (commitment, CAP_COMMITMENT_TYPE, type);
  cap_record_set (commitment, CAP_COMMITMENT_SIGNED, today);
  cap_record_set (commitment, CAP_COMMITMENT_REVIEW, review);

  return commitment;
}

static gboolean
is_before (const char *one,
           const char *other)
{
  return one != NULL && other != NULL && strcmp (one, other) < 0;
}

/* Returns: (nullable): the day of the last review that was held */
static const char *
find_last_held (const CapDossier *dossier,
                const CapRecord  *commitment)
{
  g_autoptr(GPtrArray) reviews = cap_dossier_list_parts (dossier, CAP_REGISTER_COMMITMENT_REVIEW,
                                                         commitment->id);
  const char *last = NULL;

  for (guint i = 0; i < reviews->len; i++)
    {
      const char *held = cap_record_get (g_ptr_array_index (reviews, i), CAP_COMMITMENT_REVIEW_HELD);

      last = last == NULL || is_before (last, held) ? held : last;
    }

  return last;
}

/**
 * cap_commitment_check_review:
 * @dossier: where its reviews are
 * @held: the day a mid-term review was held
 * @next: (nullable): the day of the next one
 * @today: ISO 8601
 *
 * Returns: (transfer full) (nullable): what is wrong, in the user’s language
 */
char *
cap_commitment_check_review (const CapDossier *dossier,
                             const CapRecord  *commitment,
                             const char       *held,
                             const char       *next,
                             const char       *today)
{
  const char *last = find_last_held (dossier, commitment);

  if (!cap_date_is_valid (held))
    return g_strdup (_("Say which day the review was held"));
  if (is_before (today, held))
    return g_strdup (_("A review that was held is not in the future"));
  if (is_before (held, cap_record_get (commitment, CAP_COMMITMENT_SIGNED)))
    return g_strdup (_("The review would come before the signature"));
  if (is_before (cap_record_get (commitment, CAP_COMMITMENT_CLOSED), held))
    return g_strdup (_("The review would come after the end"));
  if (is_before (held, last))
    return g_strdup (_("The review would come before the last one that was held"));
  if (next != NULL && (!cap_date_is_valid (next) || !is_before (held, next)))
    return g_strdup (_("The next review comes after this one"));

  return NULL;
}

/**
 * cap_commitment_new_review_command:
 * @held: the day a mid-term review was held
 * @next: (nullable): the day of the next one; %NULL when there is none
 *
 * Returns: (transfer full): the gesture: the review is kept with the day it was due, and the next
 *   one takes its place
 */
CapCommand *
cap_commitment_new_review_command (const CapRecord *commitment,
                                   const char      *held,
                                   const char      *next)
{
  CapCommand *command = cap_command_new (CAP_GESTURE_RECORD, cap_record_get_code (commitment));
  g_autoptr(CapRecord) changed = cap_record_copy (commitment);
  g_autoptr(CapRecord) review = cap_record_new_part (CAP_REGISTER_COMMITMENT_REVIEW, NULL, commitment->id);

  cap_record_set (review, CAP_COMMITMENT_REVIEW_DUE, cap_record_get (commitment, CAP_COMMITMENT_REVIEW));
  cap_record_set (review, CAP_COMMITMENT_REVIEW_HELD, held);
  cap_record_set (changed, CAP_COMMITMENT_REVIEW, next);
  cap_command_put_record (command, changed);
  cap_command_put_record (command, review);

  return command;
}

/**
 * cap_commitment_check_end:
 * @closed: the day it ended
 * @today: ISO 8601
 *
 * Returns: (transfer full) (nullable): what is wrong, in the user’s language
 */
char *
cap_commitment_check_end (const CapRecord *commitment,
                          const char      *closed,
                          const char      *today)
{
  if (!cap_date_is_valid (closed))
    return g_strdup (_("Say which day it ended"));
  if (is_before (today, closed))
    return g_strdup (_("An end date cannot be in the future"));
  if (is_before (closed, cap_record_get (commitment, CAP_COMMITMENT_SIGNED)))
    return g_strdup (_("The end would come before the signature"));

  return NULL;
}

/**
 * cap_commitment_new_end_command:
 * @closed: the day it ended
 * @outcome: (nullable): the name of an outcome; %NULL while it is not known
 *
 * Returns: (transfer full): the gesture: it is over, and no review is due any more
 */
CapCommand *
cap_commitment_new_end_command (const CapRecord *commitment,
                                const char      *closed,
                                const char      *outcome)
{
  CapCommand *command = cap_command_new (CAP_GESTURE_RECORD, cap_record_get_code (commitment));
  g_autoptr(CapRecord) changed = cap_record_copy (commitment);

  cap_record_set (changed, CAP_COMMITMENT_CLOSED, closed);
  cap_record_set (changed, CAP_COMMITMENT_OUTCOME, outcome);
  cap_record_set (changed, CAP_COMMITMENT_REVIEW, NULL);
  cap_command_put_record (command, changed);

  return command;
}
