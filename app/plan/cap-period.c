/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plan/cap-period.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-date.h"

/* What is measured whenever there is a value is looked at by the month. */
static guint
get_months (CapFrequency frequency)
{
  return frequency == CAP_FREQUENCY_FREE ? 1 : cap_frequency_get_months (frequency);
}

static char *
dup_label (CapFrequency  frequency,
           const char   *first,
           guint         year,
           guint         month)
{
  switch (frequency)
    {
    case CAP_FREQUENCY_QUARTERLY:
      /* Translators: a quarter: %1$u is 1 to 4, %2$u the year */
      return g_strdup_printf (C_("period", "Q%1$u %2$u"), (month + 2) / 3, year);

    case CAP_FREQUENCY_HALF_YEARLY:
      /* Translators: a half-year: %1$u is 1 or 2, %2$u the year */
      return g_strdup_printf (C_("period", "H%1$u %2$u"), (month + 5) / 6, year);

    case CAP_FREQUENCY_YEARLY:
      return g_strdup_printf ("%u", year);

    case CAP_FREQUENCY_FREE:
    case CAP_FREQUENCY_MONTHLY:
    default:
      return cap_date_format_month (first);
    }
}

/**
 * cap_period_new:
 * @frequency: its length; %CAP_FREQUENCY_FREE stands for months
 * @date: ISO 8601
 *
 * Returns: (transfer full) (nullable): the period that @date is in; %NULL when
 *   it is not a date
 */
CapPeriod *
cap_period_new (CapFrequency  frequency,
                const char   *date)
{
  const guint months = get_months (frequency);
  g_autofree char *following = NULL;
  CapPeriod *self;
  guint year;
  guint month;

  if (!cap_date_is_valid (date))
    return NULL;

  year = (guint) g_ascii_strtoull (date, NULL, 10);
  month = (guint) g_ascii_strtoull (date + 5, NULL, 10);
  month -= (month - 1) % months;

  self = g_new0 (CapPeriod, 1);
  self->first = g_strdup_printf ("%04u-%02u-01", year, month);
  following = cap_date_add_months (self->first, (int) months);
  /* The last year of the calendar has no following one. */
  self->last = following != NULL ? cap_date_add_days (following, -1) : g_strdup ("9999-12-31");
  self->label = dup_label (frequency, self->first, year, month);

  return self;
}

void
cap_period_free (CapPeriod *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->first);
  g_free (self->last);
  g_free (self->label);
  g_free (self);
}

/**
 * cap_period_next:
 * @periods_later: may be negative
 *
 * Returns: (transfer full) (nullable): another period of the same length
 */
CapPeriod *
cap_period_next (const CapPeriod *self,
                 CapFrequency     frequency,
                 int              periods_later)
{
  g_autofree char *first = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  first = cap_date_add_months (self->first, (int) get_months (frequency) * periods_later);

  return cap_period_new (frequency, first);
}

/**
 * cap_period_dup_day:
 * @today: ISO 8601
 *
 * Returns: (transfer full): the day of a value entered for this period: its
 *   last one, or @today while it is not over: no value is from the future
 */
char *
cap_period_dup_day (const CapPeriod *self,
                    const char      *today)
{
  g_return_val_if_fail (self != NULL && today != NULL, NULL);

  return g_strdup (strcmp (self->last, today) < 0 ? self->last : today);
}

/**
 * cap_periods_list:
 * @today: ISO 8601
 *
 * Returns: (transfer full) (element-type CapPeriod): the last @n_periods, the
 *   one in course included, oldest first
 */
GPtrArray *
cap_periods_list (CapFrequency  frequency,
                  const char   *today,
                  guint         n_periods)
{
  GPtrArray *periods = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_period_free);
  g_autoptr(CapPeriod) current = cap_period_new (frequency, today);

  g_return_val_if_fail (current != NULL, periods);

  for (guint i = 0; i < n_periods; i++)
    {
      CapPeriod *period = cap_period_next (current, frequency, (int) i + 1 - (int) n_periods);

      if (period != NULL)
        g_ptr_array_add (periods, period);
    }

  return periods;
}

/**
 * cap_period_find_value:
 *
 * Returns: (nullable): the newest value of this period
 */
const CapIndicatorValue *
cap_period_find_value (const CapPeriod    *self,
                       const CapIndicator *indicator)
{
  g_return_val_if_fail (self != NULL && indicator != NULL, NULL);

  for (guint i = indicator->values->len; i > 0; i--)
    {
      const CapIndicatorValue *value = g_ptr_array_index (indicator->values, i - 1);

      if (strcmp (value->date, self->first) < 0)
        return NULL;
      if (strcmp (value->date, self->last) <= 0)
        return value;
    }

  return NULL;
}
