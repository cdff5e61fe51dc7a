/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-catalogue.h"
#include "model/cap-dossier.h"
#include "quality/cap-target.h"
#include "scoring/cap-photograph.h"

G_BEGIN_DECLS

/**
 * CapMatrixFlags:
 * @CAP_MATRIX_NO_EVIDENCE: no piece of evidence holds today
 * @CAP_MATRIX_NO_DOCUMENT: something that the standard asks to keep, without
 *   condition, is not there
 * @CAP_MATRIX_OPEN_FINDING: an audit found something about it that is not settled
 * @CAP_MATRIX_CORE_BELOW: a core criterion of it is below the minimum
 * @CAP_MATRIX_EXPIRED: a piece of evidence is past its date
 * @CAP_MATRIX_EXCLUDED: left out, as it may be, with a reason and a decision: nothing else is expected
 * @CAP_MATRIX_WRONGLY_EXCLUDED: said to be left out, and it may not be, or nobody says why or decided
 *   it: all is expected
 */
typedef enum
{
  CAP_MATRIX_NO_EVIDENCE = 1 << 0,
  CAP_MATRIX_NO_DOCUMENT = 1 << 1,
  CAP_MATRIX_OPEN_FINDING = 1 << 2,
  CAP_MATRIX_CORE_BELOW = 1 << 3,
  CAP_MATRIX_EXPIRED = 1 << 4,
  CAP_MATRIX_EXCLUDED = 1 << 5,
  CAP_MATRIX_WRONGLY_EXCLUDED = 1 << 6,
} CapMatrixFlags;

#define CAP_N_MATRIX_FLAGS 7

/**
 * CapMatrixRow:
 * @requirement: the sub-clause; it has no part
 * @chapter: the clause 4 to 10 that it belongs to
 * @criteria: (element-type CapCriterionResult): in scope, that speak to it, in the order of the framework
 * @subjects: (element-type utf8): codes of the ISO 26000 subjects of @criteria, in order
 * @evidence: (element-type CapEvidence): linked to it, to the answers to its
 *   criteria or to its records, by number; not those that were taken out
 * @n_expired: how many of them are past their date
 * @documents: (element-type CapRecord): of the register of documents, but those withdrawn
 * @processes: (element-type CapRecord): that say so
 * @records: (element-type CapRecord): of the registers that are about it by nature: risks for 6.1
 * @findings: (element-type CapRecord): of audits, not settled; strong points apart
 * @actions: (element-type CapAction): open, for the clause itself or for one of @findings
 * @exclusion: (nullable): what leaves it out, rightly or not
 *
 * A line of the matrix: one sub-clause of the standard. All is borrowed from
 * the matrix and from what it was made from.
 */
typedef struct
{
  const CapRequirement *requirement;
  const CapRequirement *chapter;
  CapMatrixFlags        flags;
  GPtrArray            *criteria;
  GPtrArray            *subjects;
  GPtrArray            *evidence;
  guint                 n_expired;
  GPtrArray            *documents;
  GPtrArray            *processes;
  GPtrArray            *records;
  GPtrArray            *findings;
  GPtrArray            *actions;
  const CapRecord      *exclusion;
} CapMatrixRow;

/**
 * CapMatrixCriterion:
 * @rows: (element-type CapMatrixRow): the sub-clauses that it speaks to, in order
 * @evidence: (element-type CapEvidence): of its answer, by number; not those that were taken out
 * @n_expired: how many of them are past their date
 * @below: whether it is a core criterion below the minimum
 *
 * The same matrix read the other way: one criterion in scope.
 */
typedef struct
{
  const CapCriterionResult *result;
  GPtrArray                *rows;
  GPtrArray                *evidence;
  guint                     n_expired;
  gboolean                  below;
} CapMatrixCriterion;

/**
 * CapMatrix:
 * @target: (nullable): the audit aimed at: see cap_target_find()
 * @route: (nullable): its route: see cap_target_find_route()
 * @standard: (nullable): of @route; %NULL when it looks at criteria only
 * @today: ISO 8601
 * @rows: (element-type CapMatrixRow): from 4.1 to 10.3
 * @criteria: (element-type CapMatrixCriterion): those in scope, in the order of the framework
 *
 * Criterion ↔ clause ↔ ISO 26000 subject ↔ evidence ↔ document, made once from
 * a dossier. What it says does not change, and it keeps what it points into.
 * Answers are kept with it: one thread at a time may ask, be it by a const pointer.
 */
typedef struct
{
  const CapRecord   *target;
  const CapRoute    *route;
  const CapStandard *standard;
  char              *today;
  CapPhotograph     *photograph;
  GPtrArray         *rows;
  GPtrArray         *criteria;

  /*< private >*/
  CapDossier        *dossier;
  CapCatalogue      *catalogue;
  GHashTable        *rows_by_number;
  GHashTable        *folded;
} CapMatrix;

CapMatrix          *cap_matrix_new            (CapDossier          *dossier,
                                               CapCatalogue        *catalogue,
                                               const CapEvaluation *evaluation,
                                               const char          *today) G_GNUC_WARN_UNUSED_RESULT;
void                cap_matrix_free           (CapMatrix           *self);
const CapMatrixRow *cap_matrix_find_row       (const CapMatrix     *self,
                                               const char          *number);
const GPtrArray    *cap_matrix_get_rows_about (const CapMatrix     *self,
                                               const char          *number);
guint               cap_matrix_count          (const CapMatrix     *self,
                                               CapMatrixFlags       flag);
GPtrArray          *cap_matrix_filter         (const CapMatrix     *self,
                                               CapMatrixFlags       flags,
                                               const char          *query) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray          *cap_matrix_filter_criteria (const CapMatrix    *self,
                                                CapMatrixFlags      flags,
                                                const char         *query) G_GNUC_WARN_UNUSED_RESULT;
CapMatrixFlags      cap_matrix_criterion_get_flags (const CapMatrixCriterion *criterion);

const char         *cap_matrix_flag_to_name   (CapMatrixFlags       flag);
const char         *cap_matrix_flag_get_label (CapMatrixFlags       flag);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapMatrix, cap_matrix_free)

G_END_DECLS
