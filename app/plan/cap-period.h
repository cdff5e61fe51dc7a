/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-indicator.h"

G_BEGIN_DECLS

/**
 * CapPeriod:
 * @first: its first day, ISO 8601
 * @last: its last day: the one that its value stands for
 * @label: how people call it, “Q3 2026”, in the user’s language
 *
 * A month, a quarter, a half-year or a year of the calendar.
 */
typedef struct
{
  char *first;
  char *last;
  char *label;
} CapPeriod;

CapPeriod *cap_period_new      (CapFrequency     frequency,
                                const char      *date) G_GNUC_WARN_UNUSED_RESULT;
void       cap_period_free     (CapPeriod       *self);
CapPeriod *cap_period_next     (const CapPeriod *self,
                                CapFrequency     frequency,
                                int              periods_later) G_GNUC_WARN_UNUSED_RESULT;
char      *cap_period_dup_day  (const CapPeriod *self,
                                const char      *today) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *cap_periods_list    (CapFrequency     frequency,
                                const char      *today,
                                guint            n_periods) G_GNUC_WARN_UNUSED_RESULT;
const CapIndicatorValue *cap_period_find_value (const CapPeriod    *self,
                                                const CapIndicator *indicator);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapPeriod, cap_period_free)

G_END_DECLS
