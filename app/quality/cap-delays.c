/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "quality/cap-delays.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "base/cap-fraction.h"
#include "base/cap-number.h"

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  const int one = *(const int *) a;
  const int other = *(const int *) b;

  return (one > other) - (one < other);
}

static int
divide (gint64 numerator,
        guint  denominator)
{
  g_autoptr(CapFraction) fraction = cap_fraction_new (numerator, denominator);

  return cap_fraction_round (fraction);
}

/**
 * cap_delays_measure:
 * @days: (element-type int): sorted by this
 *
 * Returns: their median and their mean
 */
CapDelays
cap_delays_measure (GArray *days)
{
  CapDelays delays = { 0 };
  gint64 sum = 0;
  int middle;

  g_return_val_if_fail (days != NULL, delays);

  delays.n = days->len;
  if (days->len == 0)
    return delays;

  g_array_sort (days, compare_days);
  for (guint i = 0; i < days->len; i++)
    sum += g_array_index (days, int, i);

  delays.mean = divide (sum * 10, days->len);
  middle = g_array_index (days, int, (days->len - 1) / 2) + g_array_index (days, int, days->len / 2);
  delays.median = 5 * middle;

  return delays;
}

/* Adds the days between two dates, when both are there. */
void
cap_delays_add (GArray     *days,
                const char *from,
                const char *to)
{
  int first;
  int last;
  int delay;

  if (from == NULL || to == NULL || !cap_date_to_days (from, &first) || !cap_date_to_days (to, &last))
    return;

  delay = last - first;
  g_array_append_val (days, delay);
}

/**
 * cap_delays_dup_days:
 * @tenths: a number of days times 10
 *
 * Returns: (transfer full): “12.5 days” in the user’s language
 */
char *
cap_delays_dup_days (int tenths)
{
  g_autofree char *number = cap_number_format_thousandths ((gint64) tenths * 100);

  /* Translators: %s is a number, perhaps with a decimal or a minus sign */
  return g_strdup_printf (ngettext ("%s day", "%s days", cap_number_get_plural (ABS ((gint64) tenths) * 10)),
                          number);
}

/**
 * cap_delays_dup_late:
 * @tenths: a number of days times 10: how late something was; early when negative
 *
 * Returns: (transfer full): “12.5 days late”, “1 day early”, “on the day” in the user’s language
 */
char *
cap_delays_dup_late (int tenths)
{
  const gint64 magnitude = ABS ((gint64) tenths);
  const gulong plural = cap_number_get_plural (magnitude * 10);
  g_autofree char *number = cap_number_format_thousandths (magnitude * 100);

  if (tenths == 0)
    return g_strdup (_("on the day"));

  /* Translators: %s is a number, perhaps with a decimal */
  return g_strdup_printf (tenths > 0 ? ngettext ("%s day late", "%s days late", plural)
                                     : ngettext ("%s day early", "%s days early", plural), number);
}
