/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "quality/cap-address.h"
#include "quality/cap-review-inputs.h"

G_BEGIN_DECLS

/**
 * CapReviewReader:
 * @since: ISO 8601: the period is what comes after it…
 * @date: ISO 8601: …up to this day, included
 *
 * Reads the dossier for one input and writes what it finds: sentences made of counts.
 */
typedef struct
{
  const CapDossier *dossier;
  const char       *since;
  const char       *date;

  /*< private >*/
  GString          *text;
  gboolean          started;
  GPtrArray        *addresses;
} CapReviewReader;

void     cap_review_reader_take        (CapReviewReader  *self,
                                        char             *words);
void     cap_review_reader_take_count  (CapReviewReader  *self,
                                        guint             count,
                                        char             *words);
void     cap_review_reader_end         (CapReviewReader  *self);
void     cap_review_reader_point       (CapReviewReader  *self,
                                        CapAddressKind    kind,
                                        const char       *target);
void     cap_review_reader_point_list  (CapReviewReader  *self,
                                        CapRegisterKind   kind);

gboolean cap_review_reader_in_period   (CapReviewReader  *self,
                                        const char       *date);
gboolean cap_review_reader_by_date     (CapReviewReader  *self,
                                        const char       *date);
gboolean cap_review_reader_is_past     (CapReviewReader  *self,
                                        const char       *date);
guint    cap_review_reader_count       (CapReviewReader  *self,
                                        CapRegisterKind   kind,
                                        guint             field);
guint    cap_review_reader_count_is    (CapReviewReader  *self,
                                        CapRegisterKind   kind,
                                        guint             field,
                                        const char       *choice);
guint    cap_review_reader_count_past  (CapReviewReader  *self,
                                        CapRegisterKind   kind,
                                        guint             field);

/* cap-review-registers.c */
void     cap_review_read_decisions     (CapReviewReader  *self);
void     cap_review_read_context       (CapReviewReader  *self);
void     cap_review_read_processes     (CapReviewReader  *self);
void     cap_review_read_suppliers     (CapReviewReader  *self);
void     cap_review_read_resources     (CapReviewReader  *self);
void     cap_review_read_risks         (CapReviewReader  *self);
void     cap_review_read_opportunities (CapReviewReader  *self);

/* cap-review-results.c */
void     cap_review_read_satisfaction  (CapReviewReader  *self);
void     cap_review_read_complaints    (CapReviewReader  *self);
void     cap_review_read_objectives    (CapReviewReader  *self);
void     cap_review_read_faults        (CapReviewReader  *self);
void     cap_review_read_monitoring    (CapReviewReader  *self);
void     cap_review_read_audits        (CapReviewReader  *self);
void     cap_review_read_improvement   (CapReviewReader  *self);

G_END_DECLS
