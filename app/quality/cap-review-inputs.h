/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-dossier.h"

G_BEGIN_DECLS

/**
 * CapReviewInput:
 *
 * What a management review looks at (9.3.2), in the order of the agenda.
 */
typedef enum
{
  CAP_REVIEW_INPUT_NONE = -1,
  CAP_INPUT_PREVIOUS_DECISIONS,
  CAP_INPUT_CONTEXT_CHANGES,
  CAP_INPUT_SATISFACTION,
  CAP_INPUT_COMPLAINTS,
  CAP_INPUT_OBJECTIVES,
  CAP_INPUT_PROCESS_PERFORMANCE,
  CAP_INPUT_NONCONFORMITIES,
  CAP_INPUT_MONITORING,
  CAP_INPUT_AUDITS,
  CAP_INPUT_SUPPLIERS,
  CAP_INPUT_RESOURCES,
  CAP_INPUT_RISKS,
  CAP_INPUT_OPPORTUNITIES,
  CAP_INPUT_IMPROVEMENT,
} CapReviewInput;

#define CAP_N_REVIEW_INPUTS (CAP_INPUT_IMPROVEMENT + 1)

/**
 * CapReviewReading:
 * @sentence: what the dossier says of an input, in the user’s language: two sentences at most
 * @addresses: (array zero-terminated=1): of what was read, or of what is to be filled in; see
 *   CapAddressKind
 * @silent: whether the dossier says nothing of it
 */
typedef struct
{
  char     *sentence;
  GStrv     addresses;
  gboolean  silent;
} CapReviewReading;

CapReviewReading *cap_review_input_read       (CapReviewInput      self,
                                               const CapDossier   *dossier,
                                               const char         *since,
                                               const char         *date) G_GNUC_WARN_UNUSED_RESULT;
void              cap_review_reading_free     (CapReviewReading   *self);

const char       *cap_review_input_get_key    (CapReviewInput      self);
CapReviewInput    cap_review_input_find       (const char         *key);
const char       *cap_review_input_get_title  (CapReviewInput      self);
const char       *cap_review_input_get_clause (CapReviewInput      self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapReviewReading, cap_review_reading_free)

G_END_DECLS
