/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "quality/cap-readiness.h"

G_BEGIN_DECLS

/* What takes as long, from what takes longest. */
typedef enum
{
  CAP_WORK_EVALUATE,
  CAP_WORK_REVIEW,
  CAP_WORK_LISTEN,
  CAP_WORK_CONTEXT,
  CAP_WORK_DOCUMENT,
  CAP_WORK_EVIDENCE,
  CAP_WORK_COVER,
  CAP_WORK_VISA,
} CapWork;

#define CAP_N_WORKS (CAP_WORK_VISA + 1)

/**
 * CapReadinessContext:
 * @today: ISO 8601
 * @day: the day on which all must hold: that of the audit, or today when it is over or not known
 * @year_before: a year before @day: what is done once a year is done again after it
 */
typedef struct
{
  const CapDossier *dossier;
  const CapMatrix  *matrix;
  const char       *today;
  const char       *day;
  const char       *year_before;
} CapReadinessContext;

char             *cap_readiness_dup_criterion (const CapReadinessContext *context,
                                               const CapCriterion        *criterion)
                                               G_GNUC_WARN_UNUSED_RESULT;
CapReadinessItem *cap_readiness_item_new      (const char                *name,
                                               guint                      part,
                                               CapWork                    work,
                                               CapStanding                standing) G_GNUC_WARN_UNUSED_RESULT;
void              cap_readiness_add_checks    (const CapReadinessContext *context,
                                               GPtrArray                 *items);
void              cap_readiness_add_audits    (const CapReadinessContext *context,
                                               GPtrArray                 *items);
void              cap_readiness_add_clauses   (const CapReadinessContext *context,
                                               GPtrArray                 *items);

G_END_DECLS
