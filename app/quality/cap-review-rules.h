/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-command.h"
#include "quality/cap-review-inputs.h"

G_BEGIN_DECLS

/**
 * CapReviewItem:
 * @input: or %CAP_REVIEW_INPUT_NONE for one that this version does not know
 * @record: (nullable): what was written of it; %NULL when nothing was
 * @reading: what the dossier said when the review was finalised; until then, what it says on the day
 *   of the review, or today while that day is to come
 * @remark: (nullable): what people wrote beside it, until it becomes a part of the reading
 *
 * One line of the agenda of a review.
 */
typedef struct
{
  CapReviewInput    input;
  const CapRecord  *record;
  CapReviewReading *reading;
  const char       *remark;
} CapReviewItem;

/**
 * CapReviewGap:
 * @input: what nothing was decided of
 * @sentence: what is to be done, in the user’s language
 */
typedef struct
{
  CapReviewInput  input;
  char           *sentence;
} CapReviewGap;

/* Which review. */
const CapRecord *cap_review_find_previous  (const CapDossier    *dossier,
                                            const char          *date);
const CapRecord *cap_review_find_last      (const CapDossier    *dossier);

/* What it holds. */
char            *cap_review_dup_since      (const CapDossier    *dossier,
                                            const CapRecord     *review) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray       *cap_review_list_items     (const CapDossier    *dossier,
                                            const CapRecord     *review,
                                            const char          *today) G_GNUC_WARN_UNUSED_RESULT;
const char      *cap_review_item_get_title (const CapReviewItem *self);
char            *cap_review_item_dup_reading (const CapReviewItem *self) G_GNUC_WARN_UNUSED_RESULT;
CapRecord       *cap_review_dup_input      (const CapDossier    *dossier,
                                            const CapRecord     *review,
                                            CapReviewInput       input) G_GNUC_WARN_UNUSED_RESULT;
gboolean         cap_review_is_decided     (const CapRecord     *input);
guint            cap_review_count_decided  (const CapDossier    *dossier,
                                            const CapRecord     *review);
gboolean         cap_review_is_frozen      (const CapDossier    *dossier,
                                            const CapRecord     *record);

/* What is done with it. */
CapCommand      *cap_review_start          (const CapDossier    *dossier,
                                            const char          *date,
                                            char               **id) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray       *cap_review_check_final    (const CapDossier    *dossier,
                                            const CapRecord     *review) G_GNUC_WARN_UNUSED_RESULT;
CapCommand      *cap_review_finalise       (const CapDossier    *dossier,
                                            const CapRecord     *review,
                                            const char          *today) G_GNUC_WARN_UNUSED_RESULT;
CapCommand      *cap_review_put_action     (const CapDossier    *dossier,
                                            const CapRecord     *output,
                                            const char          *today) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
