/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "plan/cap-indicator-rules.h"
#include "plan/cap-indicator-text.h"
#include "plan/cap-period.h"

#define TODAY "2026-11-20"

static CapIndicator *
new_indicator (CapDirection direction,
               gint64       target,
               gint64       tolerance)
{
  CapIndicator *indicator = cap_indicator_new (NULL, "I-01", "Sorties dynamiques");

  indicator->unit = g_strdup ("%");
  indicator->direction = direction;
  indicator->target = target;
  indicator->tolerance = tolerance;

  return indicator;
}

static void
test_status (void)
{
  static const struct
  {
    CapDirection       direction;
    gint64             tolerance;
    gint64             value;
    CapIndicatorStatus status;
  } cases[] = {
    { CAP_DIRECTION_UP, 0, 60000, CAP_INDICATOR_REACHED },
    { CAP_DIRECTION_UP, 0, 90000, CAP_INDICATOR_REACHED },
    { CAP_DIRECTION_UP, 0, 59999, CAP_INDICATOR_OFF },
    { CAP_DIRECTION_UP, 5000, 55000, CAP_INDICATOR_WITHIN },
    { CAP_DIRECTION_UP, 5000, 54999, CAP_INDICATOR_OFF },
    { CAP_DIRECTION_DOWN, 0, 60000, CAP_INDICATOR_REACHED },
    { CAP_DIRECTION_DOWN, 0, -1, CAP_INDICATOR_REACHED },
    { CAP_DIRECTION_DOWN, 0, 60001, CAP_INDICATOR_OFF },
    { CAP_DIRECTION_DOWN, 5000, 65000, CAP_INDICATOR_WITHIN },
    { CAP_DIRECTION_DOWN, 5000, 65001, CAP_INDICATOR_OFF },
    { CAP_DIRECTION_STEADY, 0, 60000, CAP_INDICATOR_REACHED },
    { CAP_DIRECTION_STEADY, 0, 60001, CAP_INDICATOR_OFF },
    { CAP_DIRECTION_STEADY, 5000, 65000, CAP_INDICATOR_WITHIN },
    { CAP_DIRECTION_STEADY, 5000, 55000, CAP_INDICATOR_WITHIN },
    { CAP_DIRECTION_STEADY, 5000, 54999, CAP_INDICATOR_OFF },
    { CAP_DIRECTION_STEADY, 5000, 65001, CAP_INDICATOR_OFF },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CapIndicator) indicator = new_indicator (cases[i].direction, 60000, cases[i].tolerance);

      g_assert_cmpint (cap_indicator_get_status (indicator), ==, CAP_INDICATOR_NO_VALUE);
      cap_indicator_set_value (indicator, "2026-06-30", cases[i].value, NULL);
      g_assert_cmpint (cap_indicator_get_status (indicator), ==, cases[i].status);

      indicator->target = CAP_QUANTITY_UNSET;
      g_assert_cmpint (cap_indicator_get_status (indicator), ==, CAP_INDICATOR_NO_TARGET);
    }
}

static void
test_trend (void)
{
  static const struct
  {
    CapDirection direction;
    gint64       target;
    gint64       before;
    gint64       last;
    CapTrend     trend;
  } cases[] = {
    { CAP_DIRECTION_UP, CAP_QUANTITY_UNSET, 1000, 2000, CAP_TREND_BETTER },
    { CAP_DIRECTION_UP, CAP_QUANTITY_UNSET, 2000, 1000, CAP_TREND_WORSE },
    { CAP_DIRECTION_UP, 1500, 1000, 1000, CAP_TREND_STABLE },
    { CAP_DIRECTION_DOWN, CAP_QUANTITY_UNSET, 2000, 1000, CAP_TREND_BETTER },
    { CAP_DIRECTION_DOWN, CAP_QUANTITY_UNSET, 1000, 2000, CAP_TREND_WORSE },
    { CAP_DIRECTION_STEADY, 1500, 3000, 1000, CAP_TREND_BETTER },
    { CAP_DIRECTION_STEADY, 1500, 1500, 1501, CAP_TREND_WORSE },
    { CAP_DIRECTION_STEADY, 1500, 1000, 2000, CAP_TREND_STABLE },
    { CAP_DIRECTION_STEADY, CAP_QUANTITY_UNSET, 1000, 2000, CAP_TREND_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CapIndicator) indicator = new_indicator (cases[i].direction, cases[i].target, 0);

      g_assert_cmpint (cap_indicator_get_trend (indicator), ==, CAP_TREND_UNKNOWN);
      cap_indicator_set_value (indicator, "2026-03-31", cases[i].before, NULL);
      g_assert_cmpint (cap_indicator_get_trend (indicator), ==, CAP_TREND_UNKNOWN);
      cap_indicator_set_value (indicator, "2026-06-30", cases[i].last, NULL);
      g_assert_cmpint (cap_indicator_get_trend (indicator), ==, cases[i].trend);
    }
}

static void
test_periods (void)
{
  static const struct
  {
    CapFrequency  frequency;
    const char   *date;
    const char   *first;
    const char   *last;
    const char   *label;
  } cases[] = {
    { CAP_FREQUENCY_MONTHLY, "2028-02-10", "2028-02-01", "2028-02-29", "February 2028" },
    { CAP_FREQUENCY_FREE, "2027-02-28", "2027-02-01", "2027-02-28", "February 2027" },
    { CAP_FREQUENCY_MONTHLY, "2026-12-31", "2026-12-01", "2026-12-31", "December 2026" },
    { CAP_FREQUENCY_QUARTERLY, "2026-01-01", "2026-01-01", "2026-03-31", "Q1 2026" },
    { CAP_FREQUENCY_QUARTERLY, "2026-12-31", "2026-10-01", "2026-12-31", "Q4 2026" },
    { CAP_FREQUENCY_HALF_YEARLY, "2026-06-30", "2026-01-01", "2026-06-30", "H1 2026" },
    { CAP_FREQUENCY_HALF_YEARLY, "2026-07-01", "2026-07-01", "2026-12-31", "H2 2026" },
    { CAP_FREQUENCY_YEARLY, "2026-07-01", "2026-01-01", "2026-12-31", "2026" },
    { CAP_FREQUENCY_YEARLY, "9999-07-01", "9999-01-01", "9999-12-31", "9999" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CapPeriod) period = cap_period_new (cases[i].frequency, cases[i].date);

      g_assert_cmpstr (period->first, ==, cases[i].first);
      g_assert_cmpstr (period->last, ==, cases[i].last);
      g_assert_cmpstr (period->label, ==, cases[i].label);
    }

  g_assert_null (cap_period_new (CAP_FREQUENCY_MONTHLY, "2026-02-30"));
  g_assert_null (cap_period_new (CAP_FREQUENCY_MONTHLY, NULL));
}

static void
test_last_periods (void)
{
  g_autoptr(GPtrArray) periods = cap_periods_list (CAP_FREQUENCY_QUARTERLY, TODAY, 6);
  g_autoptr(CapIndicator) indicator = new_indicator (CAP_DIRECTION_UP, 60000, 0);
  const CapPeriod *oldest = g_ptr_array_index (periods, 0);
  const CapPeriod *third = g_ptr_array_index (periods, 4);
  const CapPeriod *current = g_ptr_array_index (periods, 5);
  g_autofree char *past_day = cap_period_dup_day (third, TODAY);
  g_autofree char *current_day = cap_period_dup_day (current, TODAY);

  g_assert_cmpuint (periods->len, ==, 6);
  g_assert_cmpstr (oldest->label, ==, "Q3 2025");
  g_assert_cmpstr (current->label, ==, "Q4 2026");
  g_assert_cmpstr (past_day, ==, "2026-09-30");
  g_assert_cmpstr (current_day, ==, TODAY);

  g_assert_null (cap_period_find_value (third, indicator));
  cap_indicator_set_value (indicator, "2026-06-30", 1, NULL);
  cap_indicator_set_value (indicator, "2026-07-01", 2, NULL);
  cap_indicator_set_value (indicator, "2026-09-30", 3, NULL);
  cap_indicator_set_value (indicator, "2026-10-01", 4, NULL);
  g_assert_cmpint (cap_period_find_value (third, indicator)->thousandths, ==, 3);
  g_assert_cmpint (cap_period_find_value (current, indicator)->thousandths, ==, 4);
  g_assert_null (cap_period_find_value (oldest, indicator));
}

static void
test_expected (void)
{
  static const struct
  {
    CapFrequency  frequency;
    const char   *created;
    const char   *last;
    const char   *expected;
    gboolean      late;
  } cases[] = {
    { CAP_FREQUENCY_FREE, "2020-01-01", NULL, NULL, FALSE },
    { CAP_FREQUENCY_FREE, "2020-01-01", "2020-01-01", NULL, FALSE },
    { CAP_FREQUENCY_MONTHLY, NULL, NULL, "2026-11-30", FALSE },
    { CAP_FREQUENCY_MONTHLY, "2026-10-31", NULL, "2026-10-31", TRUE },
    { CAP_FREQUENCY_MONTHLY, "2026-11-01", NULL, "2026-11-30", FALSE },
    { CAP_FREQUENCY_MONTHLY, NULL, "2026-10-31", "2026-11-30", FALSE },
    { CAP_FREQUENCY_MONTHLY, NULL, "2026-09-30", "2026-10-31", TRUE },
    { CAP_FREQUENCY_MONTHLY, NULL, "2028-01-31", "2028-02-29", FALSE },
    { CAP_FREQUENCY_MONTHLY, NULL, "2026-12-31", "2027-01-31", FALSE },
    { CAP_FREQUENCY_QUARTERLY, NULL, "2026-06-30", "2026-09-30", TRUE },
    { CAP_FREQUENCY_QUARTERLY, NULL, "2026-07-01", "2026-12-31", FALSE },
    { CAP_FREQUENCY_HALF_YEARLY, NULL, "2025-12-31", "2026-06-30", TRUE },
    { CAP_FREQUENCY_HALF_YEARLY, NULL, "2026-01-01", "2026-12-31", FALSE },
    { CAP_FREQUENCY_YEARLY, "2020-01-01", "2025-02-28", "2026-12-31", FALSE },
    { CAP_FREQUENCY_YEARLY, NULL, "2024-12-31", "2025-12-31", TRUE },
    { CAP_FREQUENCY_YEARLY, NULL, "9999-12-31", NULL, FALSE },
    { CAP_FREQUENCY_YEARLY, "not a date", NULL, NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CapIndicator) indicator = new_indicator (CAP_DIRECTION_UP, 60000, 0);
      g_autofree char *expected = NULL;

      indicator->frequency = cases[i].frequency;
      indicator->created = g_strdup (cases[i].created);
      if (cases[i].last != NULL)
        cap_indicator_set_value (indicator, cases[i].last, 1000, NULL);

      expected = cap_indicator_dup_expected (indicator, TODAY);
      g_assert_cmpstr (expected, ==, cases[i].expected);
      g_assert_cmpint (cap_indicator_is_late (indicator, TODAY), ==, cases[i].late);
    }
}

/* The last day of a period is not late yet. */
static void
test_late_the_day_after (void)
{
  g_autoptr(CapIndicator) indicator = new_indicator (CAP_DIRECTION_UP, 60000, 0);
  g_autofree char *late = NULL;

  indicator->frequency = CAP_FREQUENCY_QUARTERLY;
  cap_indicator_set_value (indicator, "2026-06-30", 1000, NULL);

  g_assert_false (cap_indicator_is_late (indicator, "2026-09-30"));
  g_assert_true (cap_indicator_is_late (indicator, "2026-10-01"));
  late = cap_indicator_format_late (indicator, "2026-10-01");
  g_assert_cmpstr (late, ==, "value expected since 30 September 2026");
}

static void
test_check (void)
{
  g_autoptr(GPtrArray) indicators = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_indicator_free);
  CapIndicator *first = new_indicator (CAP_DIRECTION_UP, 60000, 0);
  g_autoptr(CapIndicator) second = cap_indicator_new (NULL, "i-01", " ");
  g_autoptr(GPtrArray) sound = NULL;
  g_autoptr(GPtrArray) faults = NULL;

  g_ptr_array_add (indicators, first);
  sound = cap_indicator_check (first, indicators, TODAY);
  g_assert_cmpuint (sound->len, ==, 0);

  second->direction = CAP_DIRECTION_STEADY;
  second->tolerance = -1;
  cap_indicator_set_value (second, "2026-11-20", 1000, NULL);
  cap_indicator_set_value (second, "2026-11-21", 1000, NULL);
  faults = cap_indicator_check (second, indicators, TODAY);
  g_assert_cmpuint (faults->len, ==, 5);
  g_assert_cmpstr (cap_indicator_faults_find (faults, CAP_INDICATOR_FIELD_CODE), ==,
                   "This is already the code of “Sorties dynamiques”: choose another one.");
  g_assert_cmpstr (cap_indicator_faults_find (faults, CAP_INDICATOR_FIELD_LABEL), ==,
                   "Say what is measured.");
  g_assert_nonnull (cap_indicator_faults_find (faults, CAP_INDICATOR_FIELD_TARGET));
  g_assert_nonnull (cap_indicator_faults_find (faults, CAP_INDICATOR_FIELD_TOLERANCE));
  g_assert_cmpstr (cap_indicator_faults_find (faults, CAP_INDICATOR_FIELD_VALUES), ==,
                   "21 November 2026 is still to come: nothing could be measured yet.");
  g_assert_null (cap_indicator_faults_find (sound, CAP_INDICATOR_FIELD_CODE));
}

static void
test_check_days (void)
{
  g_autoptr(GPtrArray) indicators = g_ptr_array_new ();
  g_autoptr(CapIndicator) indicator = cap_indicator_new (NULL, "", "Absences");
  g_autoptr(GPtrArray) faults = NULL;

  cap_indicator_set_value (indicator, "2026-02-30", 1000, NULL);
  faults = cap_indicator_check (indicator, indicators, TODAY);
  g_assert_cmpuint (faults->len, ==, 2);
  g_assert_nonnull (cap_indicator_faults_find (faults, CAP_INDICATOR_FIELD_CODE));
  g_assert_cmpstr (cap_indicator_faults_find (faults, CAP_INDICATOR_FIELD_VALUES), ==,
                   "2026-02-30 is not in the calendar: write the day as 2027-03-12 or 12/03/2027.");
}

/* One fault does not keep the rest from being saved. */
static void
test_take_back (void)
{
  g_autoptr(GPtrArray) indicators = g_ptr_array_new ();
  g_autoptr(CapIndicator) before = new_indicator (CAP_DIRECTION_UP, CAP_QUANTITY_UNSET, 1000);
  g_autoptr(CapIndicator) indicator = NULL;
  g_autoptr(GPtrArray) faults = NULL;
  g_autoptr(GPtrArray) none = NULL;

  cap_indicator_set_value (before, "2026-06-30", 1000, "juin");
  indicator = cap_indicator_copy (before);
  g_free (indicator->code);
  indicator->code = g_strdup ("");
  g_free (indicator->label);
  indicator->label = g_strdup ("");
  indicator->direction = CAP_DIRECTION_STEADY;
  indicator->tolerance = -1;
  cap_indicator_set_value (indicator, "2027-06-30", 1000, NULL);
  faults = cap_indicator_check (indicator, indicators, TODAY);
  g_assert_cmpuint (faults->len, ==, 5);
  indicator->baseline = 2000;

  cap_indicator_take_back (indicator, before, faults);
  none = cap_indicator_check (indicator, indicators, TODAY);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpint (indicator->baseline, ==, 2000);
  indicator->baseline = before->baseline;
  g_assert_true (cap_indicator_equal (indicator, before));
}

static void
test_next_code (void)
{
  static const char * const codes[] = { "I-02", "Q7", "i-11", "I-x", "I-", NULL };
  g_autoptr(GPtrArray) indicators = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_indicator_free);
  g_autofree char *first = cap_indicator_dup_next_code (indicators);
  g_autofree char *next = NULL;

  for (guint i = 0; codes[i] != NULL; i++)
    g_ptr_array_add (indicators, cap_indicator_new (NULL, codes[i], "Absences"));
  next = cap_indicator_dup_next_code (indicators);

  g_assert_cmpstr (first, ==, "I-01");
  g_assert_cmpstr (next, ==, "I-12");
}

static void
test_words (void)
{
  g_autoptr(CapIndicator) indicator = new_indicator (CAP_DIRECTION_UP, 60000, 5000);
  g_autofree char *none = cap_indicator_format_reading (indicator);
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;
  g_autofree char *days = NULL;

  cap_indicator_set_value (indicator, "2025-12-31", 45500, NULL);
  one = cap_indicator_format_reading (indicator);
  cap_indicator_set_value (indicator, "2026-06-30", 57000, NULL);
  two = cap_indicator_format_reading (indicator);

  g_assert_cmpstr (none, ==, "There is no value yet: enter the first one.");
  g_assert_cmpstr (one, ==, "Off target: one value, 45.5% on 31 December 2025; target 60%, tolerance 5%.");
  g_assert_cmpstr (two, ==, "Within tolerance: 2 values, from 45.5% on 31 December 2025 to 57% on 30 June "
                            "2026, getting better; target 60%, tolerance 5%.");

  g_free (indicator->unit);
  indicator->unit = g_strdup ("days");
  days = cap_indicator_format_quantity (indicator, -1250500);
  g_assert_cmpstr (days, ==, "\u22121,250.5\u00a0days");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan/indicator/status", test_status);
  g_test_add_func ("/plan/indicator/trend", test_trend);
  g_test_add_func ("/plan/indicator/periods", test_periods);
  g_test_add_func ("/plan/indicator/last-periods", test_last_periods);
  g_test_add_func ("/plan/indicator/expected", test_expected);
  g_test_add_func ("/plan/indicator/late-the-day-after", test_late_the_day_after);
  g_test_add_func ("/plan/indicator/check", test_check);
  g_test_add_func ("/plan/indicator/check-days", test_check_days);
  g_test_add_func ("/plan/indicator/take-back", test_take_back);
  g_test_add_func ("/plan/indicator/next-code", test_next_code);
  g_test_add_func ("/plan/indicator/words", test_words);

  return g_test_run ();
}
