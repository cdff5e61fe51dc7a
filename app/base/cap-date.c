/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/cap-date.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

/* GLib's own month names depend on locales that a machine may lack. */
static const char * const months[] = {
  N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"),
  N_("July"), N_("August"), N_("September"), N_("October"), N_("November"), N_("December"),
};

static const char * const weekdays[] = {
  N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday"),
};

static const char * const short_weekdays[] = {
  NC_("weekday", "Mon"), NC_("weekday", "Tue"), NC_("weekday", "Wed"), NC_("weekday", "Thu"),
  NC_("weekday", "Fri"), NC_("weekday", "Sat"), NC_("weekday", "Sun"),
};

static gboolean
read_fields (const char *iso,
             int        *year,
             int        *month,
             int        *day)
{
  static const char * const pattern = "dddd-dd-dd";

  if (iso == NULL || strlen (iso) != strlen (pattern))
    return FALSE;

  for (gsize i = 0; pattern[i] != '\0'; i++)
    {
      if (pattern[i] == 'd' ? !g_ascii_isdigit (iso[i]) : iso[i] != pattern[i])
        return FALSE;
    }

  return sscanf (iso, "%d-%d-%d", year, month, day) == 3;
}

/**
 * cap_date_is_valid:
 * @iso: (nullable): what should be a date, `2026-11-20`
 *
 * Returns: whether it is a day of the calendar
 */
gboolean
cap_date_is_valid (const char *iso)
{
  int year;
  int month;
  int day;

  return read_fields (iso, &year, &month, &day) && year > 0 && month >= 1 &&
         g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

/**
 * cap_date_parse:
 * @text: a date as people write it: `2027-03-12`, `12/03/2027`, `12.3.2027`
 *
 * Returns: (transfer full) (nullable): the date, ISO 8601
 */
char *
cap_date_parse (const char *text)
{
  g_autofree char *bare = NULL;
  g_autofree char *iso = NULL;
  int day;
  int month;
  int year;
  int end = 0;

  g_return_val_if_fail (text != NULL, NULL);

  bare = g_strstrip (g_strdup (text));
  if (cap_date_is_valid (bare))
    return g_steal_pointer (&bare);

  g_strdelimit (bare, "./- ", '/');
  if (sscanf (bare, "%2d/%2d/%4d%n", &day, &month, &year, &end) != 3 || bare[end] != '\0' ||
      day < 1 || month < 1 || year < 1000)
    return NULL;

  iso = g_strdup_printf ("%04d-%02d-%02d", year, month, day);

  return cap_date_is_valid (iso) ? g_steal_pointer (&iso) : NULL;
}

/**
 * cap_date_format_long:
 * @iso: a date, ISO 8601
 *
 * Returns: (transfer full): the date in full, in the user’s language; @iso
 *   itself when it is not a date
 */
char *
cap_date_format_long (const char *iso)
{
  int year;
  int month;
  int day;

  g_return_val_if_fail (iso != NULL, NULL);

  if (!cap_date_is_valid (iso) || !read_fields (iso, &year, &month, &day))
    return g_strdup (iso);

  if (day == 1)
    /* Translators: the first day of a month; %1$s is the month, %2$d the year */
    return g_strdup_printf (_("1 %1$s %2$d"), gettext (months[month - 1]), year);

  /* Translators: %1$d is the day, %2$s the month, %3$d the year */
  return g_strdup_printf (_("%1$d %2$s %3$d"), day, gettext (months[month - 1]), year);
}

/**
 * cap_date_format_made:
 * @made_at: a moment, ISO 8601 in UTC
 * @author: who did something then
 *
 * The file keeps the time of Greenwich, people live in theirs.
 *
 * Returns: (transfer full): the day, the time here and who, in the user’s language; @author alone when
 *   @made_at is no moment
 */
char *
cap_date_format_made (const char *made_at,
                      const char *author)
{
  g_autoptr(GDateTime) made = NULL;
  g_autoptr(GDateTime) here = NULL;
  g_autofree char *iso = NULL;
  g_autofree char *day = NULL;
  g_autofree char *hour = NULL;

  g_return_val_if_fail (made_at != NULL && author != NULL, NULL);

  made = g_date_time_new_from_iso8601 (made_at, NULL);
  here = made != NULL ? g_date_time_to_local (made) : NULL;
  if (here == NULL)
    return g_strdup (author);

  iso = g_date_time_format (here, "%Y-%m-%d");
  day = cap_date_format_long (iso);
  /* Translators: hours and minutes */
  hour = g_strdup_printf (C_("time", "%1$02d:%2$02d"), g_date_time_get_hour (here),
                          g_date_time_get_minute (here));

  /* Translators: a day, a time, and who did it */
  return g_strdup_printf (_("%1$s at %2$s, %3$s"), day, hour, author);
}

/**
 * cap_date_format_short:
 * @iso: a date, ISO 8601
 *
 * Returns: (transfer full): the date in figures, in the user’s language; @iso
 *   itself when it is not a date
 */
char *
cap_date_format_short (const char *iso)
{
  int year;
  int month;
  int day;

  g_return_val_if_fail (iso != NULL, NULL);

  if (!cap_date_is_valid (iso) || !read_fields (iso, &year, &month, &day))
    return g_strdup (iso);

  /* Translators: a date in figures: %1$02d is the day, %2$02d the month, %3$d the year */
  return g_strdup_printf (C_("date", "%3$d-%2$02d-%1$02d"), day, month, year);
}

/**
 * cap_date_format_month:
 * @iso: a date, ISO 8601
 *
 * Returns: (transfer full): “November 2026” in the user’s language
 */
char *
cap_date_format_month (const char *iso)
{
  int year;
  int month;
  int day;

  g_return_val_if_fail (iso != NULL, NULL);

  if (!cap_date_is_valid (iso) || !read_fields (iso, &year, &month, &day))
    return g_strdup (iso);

  /* Translators: %1$s is a month, %2$d a year */
  return g_strdup_printf (C_("month", "%1$s %2$d"), gettext (months[month - 1]), year);
}

/**
 * cap_date_format_day:
 * @iso: a date, ISO 8601
 *
 * Returns: (transfer full): “Tuesday 24 November” in the user’s language, for
 *   where the year is known
 */
char *
cap_date_format_day (const char *iso)
{
  int rank;
  int year;
  int month;
  int day;
  const char *weekday;

  g_return_val_if_fail (iso != NULL, NULL);

  if (!cap_date_to_days (iso, &rank) || !read_fields (iso, &year, &month, &day))
    return g_strdup (iso);

  weekday = gettext (weekdays[(rank - 1) % 7]);
  if (day == 1)
    /* Translators: the first day of a month; %1$s is the weekday, %2$s the month */
    return g_strdup_printf (_("%1$s 1 %2$s"), weekday, gettext (months[month - 1]));

  /* Translators: %1$s is the weekday, %2$d the day, %3$s the month */
  return g_strdup_printf (_("%1$s %2$d %3$s"), weekday, day, gettext (months[month - 1]));
}

/**
 * cap_date_get_weekday:
 * @weekday: 0 is Monday
 *
 * Returns: its short name in the user’s language, for the head of a column
 */
const char *
cap_date_get_weekday (guint weekday)
{
  g_return_val_if_fail (weekday < G_N_ELEMENTS (short_weekdays), NULL);

  return g_dpgettext2 (NULL, "weekday", short_weekdays[weekday]);
}

/**
 * cap_date_to_days:
 * @days: (out): its rank among days: differences count days; day 1 is a Monday
 *
 * Returns: whether @iso is a day of the calendar
 */
gboolean
cap_date_to_days (const char *iso,
                  int        *days)
{
  GDate date;
  int year;
  int month;
  int day;

  g_return_val_if_fail (days != NULL, FALSE);

  if (!cap_date_is_valid (iso) || !read_fields (iso, &year, &month, &day))
    return FALSE;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  *days = (int) g_date_get_julian (&date);

  return TRUE;
}

static char *
format_iso (const GDate *date)
{
  return g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (date), (guint) g_date_get_month (date),
                          g_date_get_day (date));
}

/**
 * cap_date_from_days:
 * @days: from cap_date_to_days(), or some days after or before
 *
 * Returns: (transfer full) (nullable): the date, ISO 8601; %NULL outside the
 *   years 1 to 9999
 */
char *
cap_date_from_days (int days)
{
  GDate date;

  if (days < 1 || !g_date_valid_julian ((guint) days))
    return NULL;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint) days);

  return g_date_get_year (&date) <= 9999 ? format_iso (&date) : NULL;
}

/**
 * cap_date_add_days:
 *
 * Returns: (transfer full) (nullable): the day that is @days later; %NULL when
 *   @iso is not a date
 */
char *
cap_date_add_days (const char *iso,
                   int         days)
{
  int rank;

  return cap_date_to_days (iso, &rank) ? cap_date_from_days (rank + days) : NULL;
}

/**
 * cap_date_add_months:
 * @months_later: may be negative
 *
 * Returns: (transfer full) (nullable): the same day of another month, the last
 *   one of a month that is shorter; %NULL when @iso is not a date
 */
char *
cap_date_add_months (const char *iso,
                     int         months_later)
{
  GDate date;
  int year;
  int month;
  int day;

  if (!cap_date_is_valid (iso) || !read_fields (iso, &year, &month, &day))
    return NULL;

  month += months_later - 1;
  year += month >= 0 ? month / 12 : -((11 - month) / 12);
  month = ((month % 12) + 12) % 12 + 1;
  if (year < 1 || year > 9999)
    return NULL;

  day = MIN (day, g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year));
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);

  return format_iso (&date);
}

/**
 * cap_date_is_within:
 * @iso: (nullable): a date, ISO 8601
 * @from: (nullable): the first day; %NULL when there is none
 * @to: (nullable): the last day; %NULL when there is none
 *
 * Returns: whether there is a date, and it is in the period
 */
gboolean
cap_date_is_within (const char *iso,
                    const char *from,
                    const char *to)
{
  return iso != NULL && (from == NULL || strcmp (iso, from) >= 0) && (to == NULL || strcmp (iso, to) <= 0);
}

/* Whether the clock is stopped, and when. */
static gboolean
find_epoch (gint64 *seconds)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");

  return epoch != NULL && g_ascii_string_to_signed (epoch, 10, 0, G_MAXINT32, seconds, NULL);
}

/**
 * cap_date_get_now:
 *
 * As cap_date_dup_today(), for files that say the second they were written.
 *
 * Returns: the time, in seconds since 1970
 */
gint64
cap_date_get_now (void)
{
  gint64 seconds;

  return find_epoch (&seconds) ? seconds : g_get_real_time () / G_USEC_PER_SEC;
}

/**
 * cap_date_dup_today:
 *
 * The only look at the calendar: for the command line and the workspace, which
 * hand the date to the layers below. `SOURCE_DATE_EPOCH` stops the clock, so
 * that the same dossier gives the same document.
 *
 * Returns: (transfer full): today, ISO 8601, in local time
 */
char *
cap_date_dup_today (void)
{
  g_autoptr(GDateTime) now = NULL;
  gint64 seconds;

  if (find_epoch (&seconds))
    now = g_date_time_new_from_unix_utc (seconds);
  else
    now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}
