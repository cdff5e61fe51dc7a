/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-report-risk-grid.h"

#include <glib/gi18n.h>

#include "chart/cap-risk-grid.h"
#include "report/cap-report-private.h"

/* Risks before and after treatment, side by side, and what the shades mean. */

#define TITLE  18.0
#define AXIS   12.0
#define LEFT   14.0
#define BOTTOM 27.0
#define BETWEEN 20.0
#define KEY    24.0
#define HATCH  3.2

typedef struct
{
  CapPdf          *pdf;
  const GPtrArray *figures;
  gboolean         after;
  CapRiskGrid      grid;
} Drawing;

/* Each darker than the one before, and two of them hatched: they are told apart in greyscale. */
static const struct
{
  guint32  fill;
  guint32  ink;
  gboolean hatched;
} shades[CAP_N_RISK_BANDS] = {
  [CAP_RISK_BAND_LOW] = { CAP_REPORT_PALE, CAP_REPORT_INK, FALSE },
  [CAP_RISK_BAND_MEDIUM] = { CAP_REPORT_TINT, CAP_REPORT_INK, FALSE },
  [CAP_RISK_BAND_HIGH] = { CAP_REPORT_MIDDLE, CAP_REPORT_INK, TRUE },
  [CAP_RISK_BAND_VERY_HIGH] = { CAP_REPORT_ACCENT, CAP_REPORT_WHITE, FALSE },
};

static double
get_grid_width (double width)
{
  return (width - BETWEEN) / 2;
}

static double
get_grid_height (double width)
{
  return 1.05 * (get_grid_width (width) - LEFT) + BOTTOM;
}

static void
draw_shade (CapPdf        *pdf,
            const CapRect *rect,
            CapRiskBand    band)
{
  const CapPdfPen pen = { shades[band].fill, CAP_REPORT_MIDDLE, 0.5, 0 };
  const CapPdfPen hatch = { CAP_PDF_NO_COLOR, CAP_REPORT_TINT, 0.7, 0 };

  cap_pdf_draw_rect (pdf, &pen, rect, 0);
  if (shades[band].hatched)
    cap_pdf_draw_hatching (pdf, &hatch, rect, HATCH);
}

static void
draw_small (CapPdf       *pdf,
            CapRect       area,
            CapPdfAlign   align,
            guint32       color,
            const char   *text)
{
  CapPdfStyle style = *cap_report_style (CAP_REPORT_TYPE_NOTE);

  style.align = align;
  style.color = color;
  style.hyphenate = FALSE;
  cap_pdf_draw_text (pdf, &style, &area, text);
}

static void
draw_chip (const Drawing *self,
           CapRect        rect,
           const char    *text)
{
  const CapPdfPen pen = { CAP_REPORT_WHITE, CAP_REPORT_ACCENT, 0.6, 0 };
  CapPdfStyle style = *cap_report_style (CAP_REPORT_TYPE_NOTE);

  style.size = 7;
  style.leading = 8.5;
  style.color = CAP_REPORT_INK;
  style.align = CAP_PDF_ALIGN_CENTER;
  style.hyphenate = FALSE;
  cap_pdf_draw_rect (self->pdf, &pen, &rect, 2.5);
  rect.y += (rect.height - style.leading) / 2;
  cap_pdf_draw_text (self->pdf, &style, &rect, text);
}

/* Returns: (transfer container) (element-type CapRiskFigure): those whose place is there */
static GPtrArray *
list_in_cell (const Drawing *self,
              int            likelihood,
              int            severity)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < self->figures->len; i++)
    {
      CapRiskFigure *figure = g_ptr_array_index (self->figures, i);
      int row;
      int column;

      if (cap_risk_figure_get_place (figure, self->after, &row, &column) && row == likelihood &&
          column == severity)
        g_ptr_array_add (list, figure);
    }

  return list;
}

static void
draw_cell (const Drawing *self,
           int            likelihood,
           int            severity)
{
  const CapRect cell = cap_risk_grid_get_cell (&self->grid, likelihood, severity);
  const CapRiskBand band = cap_risk_band_from_rating (likelihood * severity);
  g_autoptr(GPtrArray) figures = list_in_cell (self, likelihood, severity);
  const guint shown = cap_risk_grid_get_shown (&self->grid, figures->len);
  g_autofree char *rating = g_strdup_printf ("%d", likelihood * severity);

  draw_shade (self->pdf, &cell, band);
  if (shades[band].hatched)
    cap_pdf_draw_rect (self->pdf, &(CapPdfPen) { shades[band].fill, CAP_PDF_NO_COLOR, 0, 0 },
                       &(CapRect) { cell.x + 0.5, cell.y + 0.5, 12, 11 }, 0);
  draw_small (self->pdf, (CapRect) { cell.x + 3, cell.y + 1, cell.width - 6, 0 }, CAP_PDF_ALIGN_LEFT,
              shades[band].ink, rating);
  for (guint i = 0; i < shown; i++)
    draw_chip (self, cap_risk_grid_get_chip (&self->grid, likelihood, severity, i),
               cap_record_get_code (((const CapRiskFigure *) g_ptr_array_index (figures, i))->risk));
  if (shown < figures->len)
    {
      g_autofree char *more = g_strdup_printf ("+%u", figures->len - shown);

      draw_chip (self, cap_risk_grid_get_chip (&self->grid, likelihood, severity, shown), more);
    }
}

static void
draw_axes (const Drawing *self,
           const CapRect *area)
{
  for (int i = 1; i <= CAP_RISK_DEGREES; i++)
    {
      const CapRect row = cap_risk_grid_get_cell (&self->grid, i, 1);
      const CapRect column = cap_risk_grid_get_cell (&self->grid, 1, i);
      const double y = column.y + column.height + 2;
      g_autofree char *degree = g_strdup_printf ("%d", i);

      draw_small (self->pdf, (CapRect) { area->x, row.y + row.height / 2 - 6, LEFT - 4, 0 },
                  CAP_PDF_ALIGN_RIGHT, CAP_REPORT_GREY, degree);
      draw_small (self->pdf, (CapRect) { column.x, y, column.width, 0 }, CAP_PDF_ALIGN_CENTER,
                  CAP_REPORT_GREY, degree);
    }
  draw_small (self->pdf, (CapRect) { area->x, area->y - AXIS, area->width, 0 }, CAP_PDF_ALIGN_LEFT,
              CAP_REPORT_GREY, _("↑ Likelihood"));
  draw_small (self->pdf, (CapRect) { area->x, area->y + area->height - AXIS, area->width, 0 },
              CAP_PDF_ALIGN_RIGHT, CAP_REPORT_GREY, _("Severity →"));
}

/* The codes of each cell, for those who do not see it. */
static char *
describe (const Drawing *self)
{
  GString *words = g_string_new (self->after ? _("Risks after treatment") : _("Risks before treatment"));

  for (guint i = 0; i < self->figures->len; i++)
    {
      const CapRiskFigure *figure = g_ptr_array_index (self->figures, i);
      int likelihood;
      int severity;

      if (!cap_risk_figure_get_place (figure, self->after, &likelihood, &severity))
        continue;

      g_string_append (words, " · ");
      /* Translators: code of a risk, likelihood from 1 to 4, severity from 1 to 4, product, degree */
      g_string_append_printf (words, _("%1$s: likelihood %2$d, severity %3$d, rating %4$d (%5$s)"),
                              cap_record_get_code (figure->risk), likelihood, severity,
                              likelihood * severity,
                              cap_risk_band_get_label (cap_risk_band_from_rating (likelihood * severity)));
    }

  return g_string_free (words, FALSE);
}

static void
draw_grid (CapPdf          *pdf,
           const GPtrArray *figures,
           gboolean         after,
           CapRect          area)
{
  Drawing self = { pdf, figures, after, { .gap = 0 } };
  const CapPdfStyle *strong = cap_report_style (CAP_REPORT_TYPE_STRONG);
  g_autofree char *words = NULL;

  self.grid = cap_risk_grid_fit (area, LEFT, BOTTOM, 1.5, 12, (CapPoint) { 21, 9.5 });
  words = describe (&self);
  cap_pdf_begin_figure (pdf, words);
  cap_pdf_draw_text (pdf, strong, &(CapRect) { area.x, area.y - AXIS - TITLE, area.width, 0 },
                     after ? _("After treatment") : _("Before treatment"));
  for (int i = 1; i <= CAP_RISK_DEGREES; i++)
    for (int j = 1; j <= CAP_RISK_DEGREES; j++)
      draw_cell (&self, i, j);
  draw_axes (&self, &area);
  cap_pdf_end_tag (pdf);
}

static void
draw_key (CapPdf  *pdf,
          CapPoint corner,
          double   width)
{
  static const char * const ranges[CAP_N_RISK_BANDS] = { "1–3", "4–6", "8–9", "12–16" };
  const double step = width / CAP_N_RISK_BANDS;

  cap_pdf_begin_tag (pdf, CAP_PDF_TAG_LIST);
  for (CapRiskBand band = 0; band < (int) CAP_N_RISK_BANDS; band++)
    {
      const double x = corner.x + step * band;
      g_autofree char *text = g_strdup_printf ("%s\u2002%s", ranges[band], cap_risk_band_get_label (band));

      cap_pdf_begin_tag (pdf, CAP_PDF_TAG_LIST_ITEM);
      draw_shade (pdf, &(CapRect) { x, corner.y + 1, 14, 9 }, band);
      draw_small (pdf, (CapRect) { x + 19, corner.y, step - 20, 0 }, CAP_PDF_ALIGN_LEFT, CAP_REPORT_INK,
                  text);
      cap_pdf_end_tag (pdf);
    }
  cap_pdf_end_tag (pdf);
}

/* How high both grids are together, with what stands around them. */
double
cap_report_get_risk_grids_height (double width)
{
  return TITLE + AXIS + get_grid_height (width) + KEY;
}

/**
 * cap_report_draw_risk_grids:
 * @figures: (element-type CapRiskFigure): from cap_risk_figures_list()
 * @corner: the top left corner, on the present page
 * @width: of both
 *
 * Draws the risks in the grid of likelihood and severity, before and after treatment, as two figures
 * with a text for those who do not see them. A risk that was not rated again stays where it was.
 */
void
cap_report_draw_risk_grids (CapPdf          *pdf,
                            const GPtrArray *figures,
                            CapPoint         corner,
                            double           width)
{
  CapRect area = { corner.x, corner.y + TITLE + AXIS, get_grid_width (width), get_grid_height (width) };

  g_return_if_fail (pdf != NULL && figures != NULL);

  draw_grid (pdf, figures, FALSE, area);
  area.x += area.width + BETWEEN;
  draw_grid (pdf, figures, TRUE, area);
  draw_key (pdf, (CapPoint) { corner.x, area.y + area.height + KEY - 13 }, width);
}
