/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "quality/cap-review-reader-private.h"

#include <glib/gi18n.h>

/* What surveys and complaints say of the inputs of a management review. */

void
cap_review_read_satisfaction (CapReviewReader *self)
{
  guint total = cap_review_reader_count (self, CAP_REGISTER_SURVEY, CAP_SURVEY_DATE);

  if (total == 0)
    return;

  cap_review_reader_take (self, g_strdup_printf (ngettext ("%u survey", "%u surveys", total), total));
}

void
cap_review_read_complaints (CapReviewReader *self)
{
  guint total = cap_review_reader_count (self, CAP_REGISTER_COMPLAINT, CAP_COMPLAINT_RECEIVED);

  if (total == 0)
    return;

  cap_review_reader_take (self, g_strdup_printf (ngettext ("%u complaint", "%u complaints", total), total));
}
