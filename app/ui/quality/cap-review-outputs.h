/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ui/records/cap-record-desk.h"

G_BEGIN_DECLS

#define CAP_TYPE_REVIEW_OUTPUTS (cap_review_outputs_get_type ())

G_DECLARE_FINAL_TYPE (CapReviewOutputs, cap_review_outputs, CAP, REVIEW_OUTPUTS, AdwBin)

GtkWidget *cap_review_outputs_new                  (CapRecordDesk    *desk) G_GNUC_WARN_UNUSED_RESULT;
void       cap_review_outputs_show                 (CapReviewOutputs *self,
                                                    const CapRecord  *review);
guint      cap_review_outputs_count_without_action (CapReviewOutputs *self);

G_END_DECLS
