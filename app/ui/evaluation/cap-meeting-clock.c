/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/evaluation/cap-meeting-clock.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#define MINUTES 60

/* Returns: how many minutes of the day are left; 0 when it is not today, or is over, or has no end */
static guint
count_left (const CapRecord *day,
            const char      *today,
            guint            minute_of_day)
{
  const char *finish = day != NULL ? cap_record_get (day, CAP_CAMPAIGN_FINISH) : NULL;
  guint end;

  if (finish == NULL || !cap_record_is (day, CAP_CAMPAIGN_DATE, today))
    return 0;

  end = (guint) atoi (finish) * MINUTES + (guint) atoi (finish + 3);

  return end > minute_of_day ? end - minute_of_day : 0;
}

static char *
dup_minutes (guint minutes)
{
  if (minutes < MINUTES)
    /* Translators: a number of minutes, short */
    return g_strdup_printf (_("%u min"), minutes);

  /* Translators: hours, then minutes with two digits, short */
  return g_strdup_printf (_("%1$u h %2$02u"), minutes / MINUTES, minutes % MINUTES);
}

/**
 * cap_meeting_clock_dup_text:
 * @day: (nullable): the CAP day
 * @today: ISO 8601
 * @minute_of_day: since midnight
 * @n_seconds: how long this objective is talked about already
 * @n_objectives: how many are left, this one included
 *
 * Returns: (transfer full): how long this objective takes, and what is left of the day for each one when it
 *   is today and has an end
 */
char *
cap_meeting_clock_dup_text (const CapRecord *day,
                            const char      *today,
                            guint            minute_of_day,
                            guint            n_seconds,
                            guint            n_objectives)
{
  const guint n_left = count_left (day, today, minute_of_day);
  g_autofree char *spent = dup_minutes (n_seconds / 60);
  g_autofree char *left = NULL;
  g_autofree char *share = NULL;

  g_return_val_if_fail (today != NULL, NULL);

  if (n_left == 0 || n_objectives == 0)
    /* Translators: a time, such as “6 min” */
    return g_strdup_printf (_("This objective: %s"), spent);

  left = dup_minutes (n_left);
  share = dup_minutes (n_left / n_objectives);

  /* Translators: three times, and how many objectives are left */
  return g_strdup_printf (ngettext ("This objective: %1$s · left: %2$s, or %3$s for %4$u objective",
                                    "This objective: %1$s · left: %2$s, or %3$s for each of %4$u objectives",
                                    n_objectives), spent, left, share, n_objectives);
}
