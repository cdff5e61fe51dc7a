/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "quality/cap-matrix.h"
#include "quality/cap-standing.h"

G_BEGIN_DECLS

/* The parts of the dossier d’audit, from 1. */
#define CAP_N_READINESS_PARTS 15

/**
 * CapReadinessItem:
 * @name: what is expected, in files: “clause/7.2”, “retain/7.2”, “parties”; never translated
 * @part: of the dossier d’audit, from 1
 * @requirement: (nullable): the clause that expects it
 * @title: what is expected, in the user’s language
 * @sentence: where it stands and what to do
 * @address: where it is to be looked at: see CapAddressKind
 * @due: (nullable): the day by which it must be ready, ISO 8601; %NULL without an audit to aim at
 */
typedef struct
{
  char                 *name;
  guint                 part;
  const CapRequirement *requirement;
  CapStanding           standing;
  char                 *title;
  char                 *sentence;
  char                 *address;
  char                 *due;

  /*< private >*/
  guint                 work;
  guint                 rank;
} CapReadinessItem;

/**
 * CapReadiness:
 * @matrix: on the day of the audit, for a certification, whatever path the evaluation took
 * @audit_day: (nullable): its first day, ISO 8601
 * @days_left: until then; negative when it is over; 0 when there is none
 * @n_by_standing: how many items stand so
 * @n_total: how many are expected: all but those that do not apply
 * @percent: of @n_total, what is weak or out of date for a half, rounded down;
 *   -1 without an audit to aim at, or when nothing is expected
 * @n_answered: of the criteria of the last evaluation
 * @n_criteria: to be answered
 * @items: (element-type CapReadinessItem): by date, the worst first
 *
 * Whether a dossier is ready for the audit that it aims at. What is expected
 * does not depend on what is there: it comes from the route, from the profile
 * and from the clauses that are left out rightly. So nothing that is taken away
 * makes the percentage better.
 */
typedef struct
{
  CapMatrix *matrix;
  char      *today;
  char      *audit_day;
  int        days_left;
  guint      n_by_standing[CAP_N_STANDINGS];
  guint      n_total;
  int        percent;
  guint      n_answered;
  guint      n_criteria;
  GPtrArray *items;
} CapReadiness;

CapReadiness *cap_readiness_new            (CapDossier              *dossier,
                                            CapCatalogue            *catalogue,
                                            const char              *today) G_GNUC_WARN_UNUSED_RESULT;
void          cap_readiness_free           (CapReadiness            *self);
gboolean      cap_readiness_item_is_done   (const CapReadinessItem  *item);
gboolean      cap_readiness_item_is_late   (const CapReadinessItem  *item,
                                            const char              *today);

/* In the user’s language. */
char         *cap_readiness_dup_summary    (const CapReadiness      *self) G_GNUC_WARN_UNUSED_RESULT;
char         *cap_readiness_dup_delay      (const CapReadiness      *self) G_GNUC_WARN_UNUSED_RESULT;
char         *cap_readiness_dup_evaluation (const CapReadiness      *self) G_GNUC_WARN_UNUSED_RESULT;
const char   *cap_readiness_part_get_title (guint                    part);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapReadiness, cap_readiness_free)

G_END_DECLS
