/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plan/cap-indicator-text.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "base/cap-number.h"

/**
 * cap_indicator_format_quantity:
 * @thousandths: a quantity times 1000
 *
 * Returns: (transfer full): “61.5 days”, with the unit of the indicator
 */
char *
cap_indicator_format_quantity (const CapIndicator *indicator,
                               gint64              thousandths)
{
  g_autofree char *number = NULL;

  g_return_val_if_fail (indicator != NULL, NULL);

  number = cap_number_format_thousandths (thousandths);

  if (indicator->unit == NULL)
    return g_steal_pointer (&number);

  if (g_str_equal (indicator->unit, "%"))
    /* Translators: a percentage that may have decimals */
    return g_strdup_printf (_("%s%%"), number);

  return g_strconcat (number, "\u00a0", indicator->unit, NULL);
}

/* (nullable): “target 60 %, tolerance 5 %”; %NULL without target. */
char *
cap_indicator_format_target (const CapIndicator *indicator)
{
  g_autofree char *target = NULL;
  g_autofree char *tolerance = NULL;

  g_return_val_if_fail (indicator != NULL, NULL);

  if (indicator->target == CAP_QUANTITY_UNSET)
    return NULL;

  target = cap_indicator_format_quantity (indicator, indicator->target);
  if (indicator->tolerance <= 0)
    /* Translators: a quantity */
    return g_strdup_printf (_("target %s"), target);

  tolerance = cap_indicator_format_quantity (indicator, indicator->tolerance);

  /* Translators: two quantities: the target, and how far from it is still fine */
  return g_strdup_printf (_("target %1$s, tolerance %2$s"), target, tolerance);
}

/* “62 % on 30 June 2026”. */
char *
cap_indicator_format_value (const CapIndicator      *indicator,
                            const CapIndicatorValue *value)
{
  g_autofree char *quantity = NULL;
  g_autofree char *date = NULL;

  g_return_val_if_fail (indicator != NULL && value != NULL, NULL);

  quantity = cap_indicator_format_quantity (indicator, value->thousandths);
  date = cap_date_format_long (value->date);

  /* Translators: %1$s is a quantity, %2$s a date */
  return g_strdup_printf (_("%1$s on %2$s"), quantity, date);
}

/* The last value, or that there is none. */
char *
cap_indicator_format_last (const CapIndicator *indicator)
{
  const CapIndicatorValue *last = cap_indicator_get_last (indicator);

  return last != NULL ? cap_indicator_format_value (indicator, last) : g_strdup (_("no value yet"));
}

/* (nullable): since when a value is missing; %NULL when none is. */
char *
cap_indicator_format_late (const CapIndicator *indicator,
                           const char         *today)
{
  g_autofree char *expected = NULL;
  g_autofree char *date = NULL;

  if (!cap_indicator_is_late (indicator, today))
    return NULL;

  expected = cap_indicator_dup_expected (indicator, today);
  date = cap_date_format_long (expected);

  /* Translators: a date */
  return g_strdup_printf (_("value expected since %s"), date);
}

/**
 * cap_indicator_format_reading:
 *
 * Returns: (transfer full): its chart in one sentence
 */
char *
cap_indicator_format_reading (const CapIndicator *indicator)
{
  const CapIndicatorValue *last = cap_indicator_get_last (indicator);
  const CapIndicatorValue *first;
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  g_autofree char *target = NULL;
  g_autofree char *course = NULL;
  const char *status;

  if (last == NULL)
    return g_strdup (_("There is no value yet: enter the first one."));

  first = g_ptr_array_index (indicator->values, 0);
  end = cap_indicator_format_value (indicator, last);
  start = cap_indicator_format_value (indicator, first);
  target = cap_indicator_format_target (indicator);
  status = cap_indicator_status_get_label (cap_indicator_get_status (indicator));

  if (first == last)
    /* Translators: “62 % on 30 June 2026” */
    course = g_strdup_printf (_("one value, %s"), end);
  else
    /* Translators: number of values, the first one and the last one (“62 % on 30 June 2026”), the trend */
    course = g_strdup_printf (ngettext ("%1$u value, from %2$s to %3$s, %4$s",
                                        "%1$u values, from %2$s to %3$s, %4$s", indicator->values->len),
                              indicator->values->len, start, end,
                              cap_trend_get_label (cap_indicator_get_trend (indicator)));

  if (target == NULL)
    /* Translators: “No target”, then the course of the values */
    return g_strdup_printf (_("%1$s: %2$s."), status, course);

  /* Translators: what the last value is beside the target, the course of the values, the target */
  return g_strdup_printf (_("%1$s: %2$s; %3$s."), status, course, target);
}
