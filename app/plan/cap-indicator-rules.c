/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plan/cap-indicator-rules.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-date.h"
#include "base/cap-text.h"
#include "plan/cap-period.h"

static const char * const status_labels[CAP_N_INDICATOR_STATUSES] = {
  [CAP_INDICATOR_NO_VALUE] = NC_("indicator", "No value yet"),
  [CAP_INDICATOR_NO_TARGET] = NC_("indicator", "No target"),
  [CAP_INDICATOR_REACHED] = NC_("indicator", "Target reached"),
  [CAP_INDICATOR_WITHIN] = NC_("indicator", "Within tolerance"),
  [CAP_INDICATOR_OFF] = NC_("indicator", "Off target"),
};

static const char * const trend_labels[CAP_N_TRENDS] = {
  [CAP_TREND_UNKNOWN] = NC_("trend", "trend unknown"),
  [CAP_TREND_BETTER] = NC_("trend", "getting better"),
  [CAP_TREND_STABLE] = NC_("trend", "stable"),
  [CAP_TREND_WORSE] = NC_("trend", "getting worse"),
};

static void
free_fault (CapIndicatorFault *fault)
{
  g_free (fault->sentence);
  g_free (fault);
}

static void
take_fault (GPtrArray         *faults,
            CapIndicatorField  field,
            char              *sentence)
{
  CapIndicatorFault *fault = g_new0 (CapIndicatorFault, 1);

  fault->field = field;
  fault->sentence = sentence;
  g_ptr_array_add (faults, fault);
}

static gboolean
is_blank (const char *text)
{
  return text == NULL || text[strspn (text, " \t")] == '\0';
}

/* “i-01” and “I-01” are one code: people would not tell them apart. */
static void
check_code (const CapIndicator *indicator,
            const GPtrArray    *indicators,
            GPtrArray          *faults)
{
  g_autofree char *code = NULL;

  if (is_blank (indicator->code))
    {
      take_fault (faults, CAP_INDICATOR_FIELD_CODE, g_strdup (_("Give it a code of its own, such as I-03.")));
      return;
    }

  code = cap_text_fold (indicator->code);
  for (guint i = 0; i < indicators->len; i++)
    {
      const CapIndicator *other = g_ptr_array_index (indicators, i);
      g_autofree char *taken = cap_text_fold (other->code);

      if (g_str_equal (taken, code) && !g_str_equal (other->id, indicator->id))
        {
          /* Translators: the name of another indicator */
          take_fault (faults, CAP_INDICATOR_FIELD_CODE,
                      g_strdup_printf (_("This is already the code of “%s”: choose another one."),
                                       other->label));
          return;
        }
    }
}

static void
check_target (const CapIndicator *indicator,
              GPtrArray          *faults)
{
  if (indicator->direction == CAP_DIRECTION_STEADY && indicator->target == CAP_QUANTITY_UNSET)
    take_fault (faults, CAP_INDICATOR_FIELD_TARGET, g_strdup (_("Say at which target it is to be kept.")));

  if (indicator->tolerance < 0)
    take_fault (faults, CAP_INDICATOR_FIELD_TOLERANCE,
                g_strdup (_("A tolerance is a distance: it cannot be below zero.")));
}

static void
check_values (const CapIndicator *indicator,
              const char         *today,
              GPtrArray          *faults)
{
  for (guint i = 0; i < indicator->values->len; i++)
    {
      const CapIndicatorValue *value = g_ptr_array_index (indicator->values, i);

      if (!cap_date_is_valid (value->date))
        /* Translators: what should be a date */
        take_fault (faults, CAP_INDICATOR_FIELD_VALUES,
                    g_strdup_printf (_("%s is not in the calendar: write the day as 2027-03-12 or "
                                       "12/03/2027."), value->date));
      else if (strcmp (value->date, today) > 0)
        {
          g_autofree char *date = cap_date_format_long (value->date);

          /* Translators: a date */
          take_fault (faults, CAP_INDICATOR_FIELD_VALUES,
                      g_strdup_printf (_("%s is still to come: nothing could be measured yet."), date));
        }
    }
}

/**
 * cap_indicator_check:
 * @indicator: as it would be
 * @indicators: (element-type CapIndicator): those of the dossier
 * @today: ISO 8601
 *
 * Returns: (transfer full) (element-type CapIndicatorFault): what is in the way
 *   of saving it; empty when it is sound
 */
GPtrArray *
cap_indicator_check (const CapIndicator *indicator,
                     const GPtrArray    *indicators,
                     const char         *today)
{
  GPtrArray *faults;

  g_return_val_if_fail (indicator != NULL && indicators != NULL && today != NULL, NULL);

  faults = g_ptr_array_new_with_free_func ((GDestroyNotify) free_fault);
  check_code (indicator, indicators, faults);
  if (is_blank (indicator->label))
    take_fault (faults, CAP_INDICATOR_FIELD_LABEL, g_strdup (_("Say what is measured.")));
  check_target (indicator, faults);
  check_values (indicator, today, faults);

  return faults;
}

/* (nullable): the first fault of a field. */
const char *
cap_indicator_faults_find (const GPtrArray   *faults,
                           CapIndicatorField  field)
{
  g_return_val_if_fail (faults != NULL, NULL);

  for (guint i = 0; i < faults->len; i++)
    {
      const CapIndicatorFault *fault = g_ptr_array_index (faults, i);

      if (fault->field == field)
        return fault->sentence;
    }

  return NULL;
}

static void
take_values_back (CapIndicator       *indicator,
                  const CapIndicator *before)
{
  g_ptr_array_set_size (indicator->values, 0);
  for (guint i = 0; i < before->values->len; i++)
    {
      const CapIndicatorValue *value = g_ptr_array_index (before->values, i);

      cap_indicator_set_value (indicator, value->date, value->thousandths, value->comment);
    }
}

/**
 * cap_indicator_take_back:
 * @indicator: as somebody would have it
 * @before: as it was
 * @faults: (element-type CapIndicatorFault): of @indicator
 *
 * Leaves what is at fault as it was, so that one fault does not keep the rest
 * from being saved.
 */
void
cap_indicator_take_back (CapIndicator       *indicator,
                         const CapIndicator *before,
                         const GPtrArray    *faults)
{
  g_return_if_fail (indicator != NULL && before != NULL && faults != NULL);

  for (guint i = 0; i < faults->len; i++)
    {
      switch (((const CapIndicatorFault *) g_ptr_array_index (faults, i))->field)
        {
        case CAP_INDICATOR_FIELD_CODE:
          cap_set_string (&indicator->code, before->code);
          break;

        case CAP_INDICATOR_FIELD_LABEL:
          cap_set_string (&indicator->label, before->label);
          break;

        case CAP_INDICATOR_FIELD_TARGET:
          indicator->target = before->target;
          indicator->direction = before->direction;
          break;

        case CAP_INDICATOR_FIELD_TOLERANCE:
          indicator->tolerance = before->tolerance;
          break;

        case CAP_INDICATOR_FIELD_VALUES:
          take_values_back (indicator, before);
          break;

        default:
          g_assert_not_reached ();
        }
    }
}

/* How far from the target on the wrong side: 0 at the target or better. */
static gint64
get_gap (const CapIndicator *indicator,
         gint64              thousandths)
{
  const gint64 above = thousandths - indicator->target;

  switch (indicator->direction)
    {
    case CAP_DIRECTION_UP:
      return MAX (-above, 0);

    case CAP_DIRECTION_DOWN:
      return MAX (above, 0);

    case CAP_DIRECTION_STEADY:
    default:
      return ABS (above);
    }
}

/**
 * cap_indicator_rate_value:
 * @thousandths: a value times 1000
 *
 * Returns: what it is beside the target
 */
CapIndicatorStatus
cap_indicator_rate_value (const CapIndicator *indicator,
                          gint64              thousandths)
{
  gint64 gap;

  g_return_val_if_fail (indicator != NULL, CAP_INDICATOR_NO_TARGET);

  if (indicator->target == CAP_QUANTITY_UNSET)
    return CAP_INDICATOR_NO_TARGET;

  gap = get_gap (indicator, thousandths);
  if (gap == 0)
    return CAP_INDICATOR_REACHED;

  return gap <= indicator->tolerance ? CAP_INDICATOR_WITHIN : CAP_INDICATOR_OFF;
}

/* What the last value is beside the target. */
CapIndicatorStatus
cap_indicator_get_status (const CapIndicator *indicator)
{
  const CapIndicatorValue *last;

  g_return_val_if_fail (indicator != NULL, CAP_INDICATOR_NO_VALUE);

  last = cap_indicator_get_last (indicator);

  return last != NULL ? cap_indicator_rate_value (indicator, last->thousandths) : CAP_INDICATOR_NO_VALUE;
}

const char *
cap_indicator_status_get_label (CapIndicatorStatus status)
{
  g_return_val_if_fail (status < CAP_N_INDICATOR_STATUSES, NULL);

  return g_dpgettext2 (NULL, "indicator", status_labels[status]);
}

/* What the last value is beside the one before it. */
CapTrend
cap_indicator_get_trend (const CapIndicator *indicator)
{
  const CapIndicatorValue *before;
  const CapIndicatorValue *last;
  gint64 gain;

  g_return_val_if_fail (indicator != NULL, CAP_TREND_UNKNOWN);

  if (indicator->values->len < 2)
    return CAP_TREND_UNKNOWN;

  before = g_ptr_array_index (indicator->values, indicator->values->len - 2);
  last = g_ptr_array_index (indicator->values, indicator->values->len - 1);

  if (before->thousandths == last->thousandths)
    return CAP_TREND_STABLE;

  if (indicator->direction == CAP_DIRECTION_UP)
    gain = last->thousandths - before->thousandths;
  else if (indicator->direction == CAP_DIRECTION_DOWN)
    gain = before->thousandths - last->thousandths;
  else if (indicator->target != CAP_QUANTITY_UNSET)
    gain = get_gap (indicator, before->thousandths) - get_gap (indicator, last->thousandths);
  else
    return CAP_TREND_UNKNOWN;

  if (gain == 0)
    return CAP_TREND_STABLE;

  return gain > 0 ? CAP_TREND_BETTER : CAP_TREND_WORSE;
}

const char *
cap_trend_get_label (CapTrend trend)
{
  g_return_val_if_fail (trend < CAP_N_TRENDS, NULL);

  return g_dpgettext2 (NULL, "trend", trend_labels[trend]);
}

/**
 * cap_indicator_dup_expected:
 * @today: ISO 8601
 *
 * The next value is that of the period after the one of the last value, or of
 * the period when the indicator was created; it is expected on its last day.
 *
 * Returns: (transfer full) (nullable): the day, ISO 8601; %NULL when there is
 *   no fixed date
 */
char *
cap_indicator_dup_expected (const CapIndicator *indicator,
                            const char         *today)
{
  const CapIndicatorValue *last;
  const char *from;
  g_autoptr(CapPeriod) known = NULL;
  g_autoptr(CapPeriod) expected = NULL;

  g_return_val_if_fail (indicator != NULL && today != NULL, NULL);

  if (indicator->frequency == CAP_FREQUENCY_FREE)
    return NULL;

  last = cap_indicator_get_last (indicator);
  from = last != NULL ? last->date : indicator->created;
  known = cap_period_new (indicator->frequency, from != NULL ? from : today);
  if (known == NULL)
    return NULL;

  expected = cap_period_next (known, indicator->frequency, last != NULL ? 1 : 0);

  return expected != NULL ? g_strdup (expected->last) : NULL;
}

/* Whether the day when a value was expected is past. */
gboolean
cap_indicator_is_late (const CapIndicator *indicator,
                       const char         *today)
{
  g_autofree char *expected = cap_indicator_dup_expected (indicator, today);

  return expected != NULL && strcmp (expected, today) < 0;
}

/**
 * cap_indicator_dup_next_code:
 * @indicators: (element-type CapIndicator): those of the dossier
 *
 * Returns: (transfer full): “I-01”, or what follows the highest one of that shape
 */
char *
cap_indicator_dup_next_code (const GPtrArray *indicators)
{
  guint64 highest = 0;

  g_return_val_if_fail (indicators != NULL, NULL);

  for (guint i = 0; i < indicators->len; i++)
    {
      const char *code = ((const CapIndicator *) g_ptr_array_index (indicators, i))->code;
      guint64 number;

      if ((g_str_has_prefix (code, "I-") || g_str_has_prefix (code, "i-")) &&
          g_ascii_string_to_unsigned (code + 2, 10, 0, G_MAXINT32, &number, NULL))
        highest = MAX (highest, number);
    }

  return g_strdup_printf ("I-%02" G_GUINT64_FORMAT, highest + 1);
}
