/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-record.h"
#include "quality/cap-standing.h"

G_BEGIN_DECLS

/**
 * CapKeep:
 * @CAP_KEEP_MAINTAIN: a document to be kept up to date
 * @CAP_KEEP_RETAIN: a record to be kept as a proof
 *
 * What a standard asks to keep.
 */
typedef enum
{
  CAP_KEEP_MAINTAIN,
  CAP_KEEP_RETAIN,
} CapKeep;

#define CAP_N_KEEPS (CAP_KEEP_RETAIN + 1)

GStrv       cap_clause_record_dup_clauses (const CapRecord *record) G_GNUC_WARN_UNUSED_RESULT;
gboolean    cap_clause_record_judge       (const CapRecord *record,
                                           CapKeep          keep,
                                           const char      *today,
                                           CapStanding     *standing);

G_END_DECLS
