/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "quality/cap-review-rules.h"
#include "ui/records/cap-record-desk.h"

G_BEGIN_DECLS

#define CAP_TYPE_REVIEW_INPUT_BOX (cap_review_input_box_get_type ())

G_DECLARE_FINAL_TYPE (CapReviewInputBox, cap_review_input_box, CAP, REVIEW_INPUT_BOX, GtkBox)

GtkWidget *cap_review_input_box_new   (CapRecordDesk       *desk) G_GNUC_WARN_UNUSED_RESULT;
/* @before, which may be %NULL, is what the previous review wrote of the same input. */
void       cap_review_input_box_show  (CapReviewInputBox   *self,
                                       const CapRecord     *review,
                                       const CapReviewItem *item,
                                       const CapReviewItem *before);
void       cap_review_input_box_focus (CapReviewInputBox   *self);

G_END_DECLS
