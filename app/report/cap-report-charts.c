/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-report-private.h"

#include <glib/gi18n.h>

#include "chart/cap-bars.h"
#include "chart/cap-radar.h"

#define RADAR_MARGIN 26.0
#define MAX_AXES     12
#define TILE_GAP     10.0

static const CapBarsLayout theme_bars = {
  .width = CAP_REPORT_WIDTH, .row_height = 24, .bar_height = 11,
  .label_width = 150, .value_width = 112, .gap = 10,
};

static const CapBarsLayout objective_bars = {
  .width = CAP_REPORT_WIDTH, .row_height = 23.5, .bar_height = 9,
  .label_width = 224, .value_width = 92, .gap = 10,
};

/* One bar with the words that go with it. */
typedef struct
{
  const char     *code;
  const char     *label;
  const CapScore *score;
  const CapScore *before;
} BarText;

static const CapThemeResult *
get_theme (const CapReport *self,
           guint            index)
{
  return g_ptr_array_index (self->input->photograph->themes, index);
}

static CapPoint
move (CapPoint       point,
      const CapRect *area)
{
  return (CapPoint) { point.x + area->x, point.y + area->y };
}

static void
draw_outline (CapReport       *self,
              const CapRect   *area,
              CapPoint        *points,
              guint            n_points,
              const CapPdfPen *pen)
{
  for (guint i = 0; i < n_points; i++)
    points[i] = move (points[i], area);

  cap_pdf_draw_polygon (self->pdf, pen, points, n_points);
}

static void
draw_radar_grid (CapReport      *self,
                 const CapRect  *area,
                 const CapRadar *radar)
{
  const CapPdfPen grid = { CAP_PDF_NO_COLOR, CAP_REPORT_RULE, 0.6, 0 };
  const CapPdfPen ground = { CAP_REPORT_PALE, CAP_REPORT_RULE, 0.6, 0 };
  CapPoint points[MAX_AXES];

  for (int value = 100; value > 0; value -= 25)
    {
      cap_radar_get_ring (radar, value, points);
      draw_outline (self, area, points, radar->n_axes, value == 100 ? &ground : &grid);
    }
  for (guint i = 0; i < radar->n_axes; i++)
    cap_pdf_draw_line (self->pdf, &grid, move (radar->center, area),
                       move (cap_radar_get_vertex (radar, i, 100), area));
}

/* The name of an axis, beyond its end. */
static void
draw_radar_label (CapReport      *self,
                  const CapRect  *area,
                  const CapRadar *radar,
                  guint           axis)
{
  CapPdfStyle style = *cap_report_style (CAP_REPORT_TYPE_STRONG);
  CapPoint end = move (cap_radar_get_vertex (radar, axis, 100 * (radar->radius + 13) / radar->radius), area);

  style.color = CAP_REPORT_ACCENT;
  style.align = CAP_PDF_ALIGN_CENTER;
  cap_pdf_draw_text (self->pdf, &style, &(CapRect) { end.x - 20, end.y - style.leading / 2, 40, 0 },
                     get_theme (self, axis)->theme->code);
}

static char *
describe_radar (CapReport *self)
{
  GString *words = g_string_new (_("Scores of the themes:"));

  for (guint i = 0; i < self->input->photograph->themes->len; i++)
    {
      const CapThemeResult *theme = get_theme (self, i);
      g_autofree char *percent = cap_report_dup_percent (&theme->score);

      g_string_append_printf (words, "%s %s %s, %s", i > 0 ? " ·" : "", theme->theme->code,
                              theme->theme->label,
                              percent);
    }

  return g_string_free (words, FALSE);
}

/**
 * cap_report_draw_radar:
 * @self: a document
 * @area: where
 *
 * Draws the emblem of the evaluation: its themes on as many axes, and the ones
 * of the previous evaluation as a dashed line. The figures are in the bars,
 * which are all there is when so many themes make no shape.
 */
void
cap_report_draw_radar (CapReport     *self,
                       const CapRect *area)
{
  const CapPdfPen shape = { CAP_REPORT_MIDDLE, CAP_REPORT_ACCENT, 1.6, 0 };
  const CapPdfPen before = { CAP_PDF_NO_COLOR, CAP_REPORT_INK, 0.9, 2.5 };
  const CapPdfPen dot = { CAP_REPORT_ACCENT, CAP_PDF_NO_COLOR, 0, 0 };
  guint n_axes = self->input->photograph->themes->len;
  CapRadar radar = cap_radar_fit (area->width, area->height, RADAR_MARGIN, n_axes);
  g_autofree char *words = describe_radar (self);
  double values[MAX_AXES];
  double previous[MAX_AXES];
  CapPoint points[MAX_AXES];

  if (!cap_radar_suits (n_axes))
    return;

  g_assert (n_axes <= MAX_AXES);
  for (guint i = 0; i < n_axes; i++)
    {
      const CapScore *old = cap_report_find_previous (self, get_theme (self, i)->theme->code);

      values[i] = get_theme (self, i)->score.percent;
      previous[i] = old != NULL ? old->percent : -1;
    }

  cap_pdf_begin_figure (self->pdf, words);
  draw_radar_grid (self, area, &radar);
  cap_radar_get_polygon (&radar, values, points);
  draw_outline (self, area, points, n_axes, &shape);
  for (guint i = 0; i < n_axes; i++)
    cap_pdf_draw_circle (self->pdf, &dot, points[i], 2.6);
  if (self->input->comparison != NULL && self->input->comparison->whole)
    {
      cap_radar_get_polygon (&radar, previous, points);
      draw_outline (self, area, points, n_axes, &before);
    }
  for (guint i = 0; i < n_axes; i++)
    draw_radar_label (self, area, &radar, i);
  cap_pdf_end_tag (self->pdf);
}

/* The bar, on its track; a tick where it was before; hatched while it is provisional. */
static void
draw_bar (CapReport     *self,
          const CapBar  *bar,
          double         top,
          const BarText *text)
{
  const CapPdfPen track = { CAP_REPORT_PALE, CAP_PDF_NO_COLOR, 0, 0 };
  const CapPdfPen full = { CAP_REPORT_ACCENT, CAP_PDF_NO_COLOR, 0, 0 };
  const CapPdfPen hatch = { CAP_PDF_NO_COLOR, CAP_REPORT_WHITE, 0.7, 0 };
  const CapPdfPen gap = { CAP_PDF_NO_COLOR, CAP_REPORT_WHITE, 3.2, 0 };
  const CapPdfPen tick = { CAP_PDF_NO_COLOR, CAP_REPORT_INK, 1.2, 0 };
  CapRect rect = bar->track;

  rect.x += CAP_REPORT_LEFT;
  rect.y += top;
  cap_pdf_draw_rect (self->pdf, &track, &rect, 0);
  rect.width = bar->bar.width;
  if (rect.width > 0)
    cap_pdf_draw_rect (self->pdf, &full, &rect, 0);
  if (rect.width > 0 && text->score->provisional)
    cap_pdf_draw_hatching (self->pdf, &hatch, &rect, 3.5);
  if (text->before != NULL && text->before->percent >= 0)
    {
      double x = rect.x + bar->track.width * text->before->percent / 100;
      CapPoint top_end = { x, rect.y - 2.5 };
      CapPoint bottom_end = { x, rect.y + rect.height + 2.5 };

      cap_pdf_draw_line (self->pdf, &gap, top_end, bottom_end);
      cap_pdf_draw_line (self->pdf, &tick, top_end, bottom_end);
    }
}

static void
draw_bar_label (CapReport     *self,
                const CapBar  *bar,
                double         top,
                const BarText *text)
{
  const CapPdfStyle *style = cap_report_style (CAP_REPORT_TYPE_SMALL);
  const CapPdfSpan spans[] = {
    { text->code, CAP_PDF_FACE_BOLD, CAP_REPORT_ACCENT },
    { "\u2002", style->face, style->color },
    { text->label, style->face, style->color },
  };
  g_autoptr(CapPdfText) label = cap_pdf_text_new_spans (self->pdf, style, bar->label.width, spans,
                                                        G_N_ELEMENTS (spans));
  double height = cap_pdf_text_get_height (label);

  cap_pdf_text_draw (label, CAP_REPORT_LEFT, top + bar->label.y + (bar->label.height - height) / 2);
}

/* The figure, what it rests on, and its evolution. */
static void
draw_bar_figure (CapReport     *self,
                 const CapBar  *bar,
                 double         top,
                 const BarText *text)
{
  CapPdfStyle style = *cap_report_style (CAP_REPORT_TYPE_STRONG);
  const CapPdfStyle *note = cap_report_style (CAP_REPORT_TYPE_NOTE);
  g_autofree char *percent = cap_report_dup_percent (text->score);
  g_autofree char *evolution = cap_report_dup_evolution (self, text->code);
  g_autofree char *answered = g_strdup_printf ("%u/%u", text->score->coverage.answered,
                                               text->score->coverage.applicable);
  double x = CAP_REPORT_LEFT + bar->figure.x;
  double y = top + bar->figure.y + bar->figure.height / 2;

  style.align = CAP_PDF_ALIGN_RIGHT;
  cap_pdf_draw_text (self->pdf, &style, &(CapRect) { x, y - style.leading / 2, 34, 0 }, percent);
  cap_pdf_draw_text (self->pdf, note, &(CapRect) { x + 40, y - note->leading / 2, 32, 0 }, answered);
  if (evolution != NULL)
    cap_pdf_draw_text (self->pdf, &style, &(CapRect) { x + bar->figure.width - 24, y - style.leading / 2, 24,
                                                       0 },
                       evolution);
}

static void
draw_bar_row (CapReport           *self,
              const CapBarsLayout *layout,
              double               top,
              const BarText       *text)
{
  CapBar bar = cap_bars_get_bar (layout, 0, text->score->percent);

  cap_pdf_begin_tag (self->pdf, CAP_PDF_TAG_LIST_ITEM);
  draw_bar_label (self, &bar, top, text);
  draw_bar (self, &bar, top, text);
  draw_bar_figure (self, &bar, top, text);
  cap_pdf_add_link (self->pdf, &(CapRect) { CAP_REPORT_LEFT, top, layout->width, layout->row_height },
                    text->code,
                    text->label);
  cap_pdf_end_tag (self->pdf);
}

/* Adds the themes, in the order of the framework. */
void
cap_report_add_theme_bars (CapReport *self)
{
  cap_pdf_begin_tag (self->pdf, CAP_PDF_TAG_LIST);
  for (guint i = 0; i < self->input->photograph->themes->len; i++)
    {
      const CapThemeResult *it = get_theme (self, i);
      BarText text = {
        it->theme->code, it->theme->label, &it->score, cap_report_find_previous (self, it->theme->code),
      };

      draw_bar_row (self, &theme_bars, cap_pdf_flow_take (self->flow, theme_bars.row_height), &text);
    }
  cap_pdf_end_tag (self->pdf);
}

static GPtrArray *
list_objectives (CapReport *self)
{
  GPtrArray *objectives = g_ptr_array_new ();

  for (guint i = 0; i < self->input->photograph->themes->len; i++)
    {
      GPtrArray *of_theme = get_theme (self, i)->objectives;

      for (guint j = 0; j < of_theme->len; j++)
        if (cap_report_count_in_scope (g_ptr_array_index (of_theme, j)) > 0)
          g_ptr_array_add (objectives, g_ptr_array_index (of_theme, j));
    }

  return objectives;
}

/* Adds all the objectives, best first. */
void
cap_report_add_objective_bars (CapReport *self)
{
  g_autoptr(GPtrArray) objectives = list_objectives (self);
  g_autofree double *values = g_new (double, objectives->len + 1);
  g_autofree guint *order = g_new (guint, objectives->len + 1);

  for (guint i = 0; i < objectives->len; i++)
    values[i] = ((const CapObjectiveResult *) g_ptr_array_index (objectives, i))->score.percent;
  cap_bars_sort (values, objectives->len, order);

  cap_pdf_begin_tag (self->pdf, CAP_PDF_TAG_LIST);
  for (guint i = 0; i < objectives->len; i++)
    {
      const CapObjectiveResult *it = g_ptr_array_index (objectives, order[i]);
      BarText text = {
        it->objective->code, it->objective->label, &it->score,
        cap_report_find_previous (self, it->objective->code),
      };

      draw_bar_row (self, &objective_bars, cap_pdf_flow_take (self->flow, objective_bars.row_height), &text);
    }
  cap_pdf_end_tag (self->pdf);
}

static void
draw_share (CapReport            *self,
            const CapRect        *rect,
            const CapReportShare *share)
{
  const CapPdfPen pen = { share->fill, CAP_REPORT_ACCENT, 0.8, 0 };

  cap_pdf_draw_rect (self->pdf, &pen, rect, 0);
  if (share->hatched)
    cap_pdf_draw_hatching (self->pdf, &pen, rect, 3.5);
}

/* What is counted, with its figure and the same box in small. */
static void
draw_share_key (CapReport            *self,
                double                x,
                double                y,
                double                width,
                const CapReportShare *share)
{
  g_autofree char *text = g_strdup_printf ("%u\u2002%s", share->count, share->label);

  draw_share (self, &(CapRect) { x, y + 2, 8, 8 }, share);
  cap_report_draw (self, CAP_REPORT_TYPE_SMALL, CAP_PDF_TAG_LIST_ITEM,
                   &(CapRect) { x + 13, y, width - 17, 0 },
                   text);
}

/**
 * cap_report_add_band:
 * @self: a document
 * @shares: (array length=n_shares): the parts
 * @n_shares: how many
 *
 * Adds a band cut in parts, and under it what each part counts.
 */
void
cap_report_add_band (CapReport            *self,
                     const CapReportShare *shares,
                     guint                 n_shares)
{
  double y = cap_pdf_flow_take (self->flow, 52);
  double x = CAP_REPORT_LEFT;
  double width = CAP_REPORT_WIDTH / n_shares;
  guint total = 0;

  for (guint i = 0; i < n_shares; i++)
    total += shares[i].count;
  for (guint i = 0; i < n_shares; i++)
    {
      CapRect part = { x, y, CAP_REPORT_WIDTH * shares[i].count / MAX (total, 1), 18 };

      if (shares[i].count > 0)
        draw_share (self, &part, &shares[i]);
      x += part.width;
    }

  cap_pdf_begin_tag (self->pdf, CAP_PDF_TAG_LIST);
  for (guint i = 0; i < n_shares; i++)
    draw_share_key (self, CAP_REPORT_LEFT + i * width, y + 27, width, &shares[i]);
  cap_pdf_end_tag (self->pdf);
}

/* Draws a figure in a frame, with what it counts: one of @n_tiles side by side. */
void
cap_report_draw_tile (CapReport  *self,
                      double      y,
                      guint       index,
                      guint       n_tiles,
                      const char *value,
                      const char *label)
{
  const CapPdfPen ground = { CAP_REPORT_PALE, CAP_PDF_NO_COLOR, 0, 0 };
  const CapPdfPen edge = { CAP_REPORT_ACCENT, CAP_PDF_NO_COLOR, 0, 0 };
  double width = (CAP_REPORT_WIDTH - (n_tiles - 1) * TILE_GAP) / n_tiles;
  CapRect tile = { CAP_REPORT_LEFT + index * (width + TILE_GAP), y, width, CAP_REPORT_TILE };
  CapPdfStyle figure = *cap_report_style (CAP_REPORT_TYPE_FIGURE);

  figure.size = 30;
  figure.leading = 36;
  figure.tracking = -0.5;
  cap_pdf_draw_rect (self->pdf, &ground, &tile, 0);
  cap_pdf_draw_rect (self->pdf, &edge, &(CapRect) { tile.x, tile.y, tile.width, 2 }, 0);
  cap_pdf_begin_tag (self->pdf, CAP_PDF_TAG_PARAGRAPH);
  cap_pdf_draw_text (self->pdf, &figure, &(CapRect) { tile.x + 12, y + 9, width - 14, 0 }, value);
  cap_pdf_draw_text (self->pdf, cap_report_style (CAP_REPORT_TYPE_SMALL),
                     &(CapRect) { tile.x + 12, y + 48, width - 18, 0 }, label);
  cap_pdf_end_tag (self->pdf);
}

/* How many criteria are at each level: what a mean does not tell. */
void
cap_report_add_levels_band (CapReport *self)
{
  static const guint32 fills[] = {
    CAP_REPORT_WHITE, CAP_REPORT_PALE, CAP_REPORT_TINT, CAP_REPORT_MIDDLE, CAP_REPORT_ACCENT,
  };
  const GPtrArray *levels = self->framework->levels;
  CapReportShare shares[CAP_LEVEL_LIMIT + 2] = { 0 };

  /* From white to full, whatever the number of levels. */
  for (guint i = 0; i < levels->len; i++)
    shares[i] = (CapReportShare) { ((const CapLevel *) g_ptr_array_index (levels, i))->label, 0,
                                   fills[i * (G_N_ELEMENTS (fills) - 1) / (levels->len - 1)], FALSE };
  shares[levels->len] = (CapReportShare) { _("Not answered"), 0, CAP_REPORT_WHITE, TRUE };

  for (guint i = 0; i < self->framework->criteria->len; i++)
    {
      const CapCriterion *criterion = g_ptr_array_index (self->framework->criteria, i);
      const CapCriterionResult *result = cap_photograph_find_criterion (self->input->photograph,
                                                                        criterion->code);

      if (result->state == CAP_CRITERION_ANSWERED)
        shares[result->level - self->framework->min_level].count++;
      else if (result->state == CAP_CRITERION_UNANSWERED)
        shares[levels->len].count++;
    }

  cap_report_add_band (self, shares, levels->len + 1);
}

/**
 * cap_report_draw_gauge:
 * @pdf: a document
 * @corner: its top left corner
 * @width: of the whole
 * @full: how many steps are full; less than 0 for none
 * @total: how many steps there are
 *
 * Draws the steps from the lowest level to the highest.
 */
void
cap_report_draw_gauge (CapPdf   *pdf,
                       CapPoint  corner,
                       double    width,
                       int       full,
                       int       total)
{
  const CapPdfPen reached = { CAP_REPORT_ACCENT, CAP_PDF_NO_COLOR, 0, 0 };
  const CapPdfPen empty = { CAP_REPORT_TINT, CAP_PDF_NO_COLOR, 0, 0 };
  double step = (width + 1.5) / total;

  for (int i = 0; i < total; i++)
    cap_pdf_draw_rect (pdf, i < full ? &reached : &empty,
                       &(CapRect) { corner.x + i * step, corner.y, step - 1.5, 4 }, 0);
}
