/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-indicator.h"

G_BEGIN_DECLS

typedef enum
{
  CAP_INDICATOR_FIELD_CODE,
  CAP_INDICATOR_FIELD_LABEL,
  CAP_INDICATOR_FIELD_TARGET,
  CAP_INDICATOR_FIELD_TOLERANCE,
  CAP_INDICATOR_FIELD_VALUES,
} CapIndicatorField;

/**
 * CapIndicatorFault:
 * @field: where it is to be said
 * @sentence: what is wrong and what to do, in the user’s language
 */
typedef struct
{
  CapIndicatorField  field;
  char              *sentence;
} CapIndicatorFault;

/**
 * CapIndicatorStatus:
 * @CAP_INDICATOR_NO_VALUE: nothing was measured yet
 * @CAP_INDICATOR_NO_TARGET: nobody said where it should be
 * @CAP_INDICATOR_REACHED: the last value is at the target or better
 * @CAP_INDICATOR_WITHIN: it is not, but no further than the tolerance
 * @CAP_INDICATOR_OFF: it is further
 */
typedef enum
{
  CAP_INDICATOR_NO_VALUE,
  CAP_INDICATOR_NO_TARGET,
  CAP_INDICATOR_REACHED,
  CAP_INDICATOR_WITHIN,
  CAP_INDICATOR_OFF,
} CapIndicatorStatus;

#define CAP_N_INDICATOR_STATUSES (CAP_INDICATOR_OFF + 1)

/**
 * CapTrend:
 * @CAP_TREND_UNKNOWN: there are not two values, or nobody said what is better
 *
 * What the last value is beside the one before.
 */
typedef enum
{
  CAP_TREND_UNKNOWN,
  CAP_TREND_BETTER,
  CAP_TREND_STABLE,
  CAP_TREND_WORSE,
} CapTrend;

#define CAP_N_TRENDS (CAP_TREND_WORSE + 1)

GPtrArray          *cap_indicator_check            (const CapIndicator *indicator,
                                                    const GPtrArray    *indicators,
                                                    const char         *today) G_GNUC_WARN_UNUSED_RESULT;
const char         *cap_indicator_faults_find      (const GPtrArray    *faults,
                                                    CapIndicatorField   field);

void                cap_indicator_take_back        (CapIndicator       *indicator,
                                                    const CapIndicator *before,
                                                    const GPtrArray    *faults);

CapIndicatorStatus  cap_indicator_get_status       (const CapIndicator *indicator);
CapIndicatorStatus  cap_indicator_rate_value       (const CapIndicator *indicator,
                                                    gint64              thousandths);
const char         *cap_indicator_status_get_label (CapIndicatorStatus  status);
CapTrend            cap_indicator_get_trend        (const CapIndicator *indicator);
const char         *cap_trend_get_label            (CapTrend            trend);

char               *cap_indicator_dup_expected     (const CapIndicator *indicator,
                                                    const char         *today) G_GNUC_WARN_UNUSED_RESULT;
gboolean            cap_indicator_is_late          (const CapIndicator *indicator,
                                                    const char         *today);
char               *cap_indicator_dup_next_code    (const GPtrArray    *indicators) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
