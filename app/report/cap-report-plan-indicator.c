/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-report-private.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "base/cap-number.h"

/* The indicator of an action: what it should reach, its last values, and their course. */

#define CHART_HEIGHT 62.0
#define CHART_LEFT   88.0
#define CHART_WIDTH  300.0
#define MAX_VALUES   4
#define MIN_POINTS   2

static char *
dup_quantity (const CapIndicator *indicator,
              gint64              thousandths)
{
  g_autofree char *number = NULL;

  if (thousandths == CAP_QUANTITY_UNSET)
    return g_strdup ("–");

  number = cap_number_format_thousandths (thousandths);

  return indicator->unit != NULL ? g_strdup_printf ("%s\u00A0%s", number, indicator->unit)
                                 : g_steal_pointer (&number);
}

static const CapIndicatorValue *
get_value (const CapIndicator *indicator,
           guint               index)
{
  return g_ptr_array_index (indicator->values, index);
}

/* The last values, the latest first. */
static char *
dup_values (const CapIndicator *indicator)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (indicator->values->len, MAX_VALUES); i++)
    {
      const CapIndicatorValue *value = get_value (indicator, indicator->values->len - 1 - i);
      g_autofree char *day = cap_report_dup_day (value->date);
      g_autofree char *quantity = dup_quantity (indicator, value->thousandths);

      /* Translators: a value of an indicator: the day, the value */
      g_string_append_printf (text, i > 0 ? _(" · %1$s: %2$s") : _("%1$s: %2$s"), day, quantity);
    }

  return g_string_free (text, FALSE);
}

static gboolean
has_target (const CapIndicator *indicator)
{
  return indicator->target != CAP_QUANTITY_UNSET;
}

static void
find_range (const CapIndicator *indicator,
            double             *low,
            double             *high)
{
  *low = *high = (double) get_value (indicator, 0)->thousandths;
  for (guint i = 0; i < indicator->values->len; i++)
    {
      *low = MIN (*low, (double) get_value (indicator, i)->thousandths);
      *high = MAX (*high, (double) get_value (indicator, i)->thousandths);
    }
  if (has_target (indicator))
    {
      *low = MIN (*low, (double) indicator->target);
      *high = MAX (*high, (double) indicator->target);
    }
  if (*high <= *low)
    *high = *low + 1;
}

static int
get_day (const char *date)
{
  int day = 0;

  return cap_date_to_days (date, &day) ? day : 0;
}

static double
place_value (const CapRect *frame,
             double         value,
             double         low,
             double         high)
{
  return frame->y + frame->height * (high - value) / (high - low);
}

static void
draw_course (CapReport          *report,
             const CapRect      *frame,
             const CapIndicator *indicator)
{
  const CapPdfPen line = { CAP_PDF_NO_COLOR, CAP_REPORT_ACCENT, 1.2, 0 };
  const CapPdfPen dot = { CAP_REPORT_ACCENT, CAP_PDF_NO_COLOR, 0, 0 };
  int first = get_day (get_value (indicator, 0)->date);
  int length = MAX (get_day (get_value (indicator, indicator->values->len - 1)->date) - first, 1);
  CapPoint before = { 0 };
  double low;
  double high;

  find_range (indicator, &low, &high);
  for (guint i = 0; i < indicator->values->len; i++)
    {
      const CapIndicatorValue *value = get_value (indicator, i);
      CapPoint point = {
        frame->x + frame->width * (get_day (value->date) - first) / length,
        place_value (frame, (double) value->thousandths, low, high),
      };

      if (i > 0)
        cap_pdf_draw_line (report->pdf, &line, before, point);
      cap_pdf_draw_circle (report->pdf, &dot, point, 2);
      before = point;
    }
}

static void
draw_target (CapReport          *report,
             const CapRect      *frame,
             const CapIndicator *indicator)
{
  const CapPdfPen dashes = { CAP_PDF_NO_COLOR, CAP_REPORT_INK, 0.8, 3 };
  g_autofree char *quantity = dup_quantity (indicator, indicator->target);
  /* Translators: what an indicator should reach */
  g_autofree char *text = g_strdup_printf (_("target %s"), quantity);
  double low;
  double high;
  double y;

  find_range (indicator, &low, &high);
  y = place_value (frame, (double) indicator->target, low, high);
  cap_pdf_draw_line (report->pdf, &dashes, (CapPoint) { frame->x, y },
                     (CapPoint) { frame->x + frame->width, y });
  cap_pdf_draw_text (report->pdf, cap_report_style (CAP_REPORT_TYPE_NOTE),
                     &(CapRect) { frame->x + frame->width + 6, y - 6, 76, 0 }, text);
}

static void
draw_chart (CapReport     *report,
            const CapRect *area,
            gconstpointer  data)
{
  const CapIndicator *indicator = data;
  const CapPdfPen base = { CAP_PDF_NO_COLOR, CAP_REPORT_RULE, 0.6, 0 };
  const CapRect frame = { area->x + CHART_LEFT + 4, area->y + 8, CHART_WIDTH, CHART_HEIGHT - 18 };
  double foot = frame.y + frame.height + 4;
  g_autofree char *values = dup_values (indicator);
  g_autofree char *words = g_strdup_printf ("%s – %s", indicator->label, values);

  cap_pdf_begin_figure (report->pdf, words);
  cap_pdf_draw_line (report->pdf, &base, (CapPoint) { frame.x, foot },
                     (CapPoint) { frame.x + frame.width, foot });
  if (has_target (indicator))
    draw_target (report, &frame, indicator);
  draw_course (report, &frame, indicator);
  cap_pdf_end_tag (report->pdf);
}

/**
 * cap_report_sheet_add_indicator:
 * @self: the sheet of an action
 * @indicator: which must outlive it
 *
 * Adds what shows the effect of an action.
 */
void
cap_report_sheet_add_indicator (CapReportSheet     *self,
                                const CapIndicator *indicator)
{
  g_autofree char *label = g_strdup_printf ("%s – %s", indicator->code, indicator->label);
  g_autofree char *baseline = dup_quantity (indicator, indicator->baseline);
  g_autofree char *target = dup_quantity (indicator, indicator->target);
  g_autofree char *values = dup_values (indicator);

  cap_report_sheet_add_row (self, _("Indicator"), label);
  cap_report_sheet_add_fact (self, _("Baseline"), baseline);
  cap_report_sheet_add_fact (self, _("Target"), target);
  cap_report_sheet_add_row (self, _("Last values"), values);
  if (indicator->values->len >= MIN_POINTS)
    cap_report_sheet_add_piece (self, CHART_HEIGHT, draw_chart, indicator);
}
