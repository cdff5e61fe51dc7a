/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-report-private.h"

#include <string.h>

#include "chart/cap-figure-drawing.h"

#define EM         8.2
#define SMALLEST   7.0  /* letters of a figure that would otherwise go over a page */
#define LEADING    1.25 /* of the size of the letters */
#define HATCH_STEP 3.5
#define LINE       0.6  /* a line of the screen, on paper */
#define HEAD     120.0  /* a title and what there is to read */
#define NOTE      26.0  /* under the figure */
#define CROWDED    0.75 /* of their size, for words that have too little room */

static const guint32 inks[CAP_N_INKS] = {
  [CAP_INK_NONE] = CAP_PDF_NO_COLOR,
  [CAP_INK_TEXT] = CAP_REPORT_INK,
  [CAP_INK_QUIET] = CAP_REPORT_GREY,
  [CAP_INK_RULE] = CAP_REPORT_RULE,
  [CAP_INK_TRACK] = CAP_REPORT_PALE,
  [CAP_INK_ACCENT] = CAP_REPORT_ACCENT,
  [CAP_INK_GROUND] = CAP_REPORT_WHITE,
  [CAP_INK_STEP_0] = CAP_REPORT_WHITE,
  [CAP_INK_STEP_1] = CAP_REPORT_PALE,
  [CAP_INK_STEP_2] = CAP_REPORT_TINT,
  [CAP_INK_STEP_3] = CAP_REPORT_MIDDLE,
  [CAP_INK_STEP_4] = CAP_REPORT_ACCENT,
};

static CapRect
move (const CapRect *rect,
      const CapRect *area)
{
  return (CapRect) { rect->x + area->x, rect->y + area->y, rect->width, rect->height };
}

/* Returns: (transfer full): the words, smaller and then shorter as long as they go over their room */
static CapPdfText *
fit_text (CapReport      *self,
          CapPdfStyle    *style,
          const CapShape *shape,
          const CapRect  *room)
{
  const double size = style->size;
  const double height = MAX (room->height, style->leading) + 1;
  g_autoptr(GString) words = g_string_new (shape->text);
  CapPdfText *text = cap_pdf_text_new (self->pdf, style, MAX (room->width, size), words->str);

  while (cap_pdf_text_get_height (text) > height && words->len > 1)
    {
      if (style->size > size * CROWDED)
        style->size *= 0.95;
      else
        {
          const char *last = g_utf8_find_prev_char (words->str, words->str + words->len - strlen ("…"));

          g_string_truncate (words, last != NULL ? (gsize) (last - words->str) : 0);
          g_string_append (words, "…");
        }
      style->leading = style->size * LEADING;
      cap_pdf_text_free (text);
      text = cap_pdf_text_new (self->pdf, style, MAX (room->width, size), words->str);
    }

  return text;
}

/* The words stand in the middle of their room. */
static void
draw_text (CapReport      *self,
           const CapShape *shape,
           const CapRect  *room,
           double          em)
{
  static const CapPdfAlign alignments[] = {
    [CAP_ALIGN_START] = CAP_PDF_ALIGN_LEFT,
    [CAP_ALIGN_CENTER] = CAP_PDF_ALIGN_CENTER,
    [CAP_ALIGN_END] = CAP_PDF_ALIGN_RIGHT,
  };
  CapPdfStyle style = {
    shape->strong ? CAP_PDF_FACE_BOLD : CAP_PDF_FACE_REGULAR, em, em * LEADING, 0, inks[shape->fill],
    alignments[shape->align], FALSE,
  };
  g_autoptr(CapPdfText) text = fit_text (self, &style, shape, room);

  cap_pdf_text_draw (text, room->x, room->y + (room->height - cap_pdf_text_get_height (text)) / 2);
}

static void
draw_points (CapReport       *self,
             const CapShape  *shape,
             const CapRect   *area,
             const CapPdfPen *pen)
{
  g_autofree CapPoint *points = g_new (CapPoint, shape->points->len);

  for (guint i = 0; i < shape->points->len; i++)
    {
      const CapPoint *point = &g_array_index (shape->points, CapPoint, i);

      points[i] = (CapPoint) { point->x + area->x, point->y + area->y };
    }
  if (shape->kind == CAP_SHAPE_POLYGON)
    cap_pdf_draw_polygon (self->pdf, pen, points, shape->points->len);
  else
    cap_pdf_draw_polyline (self->pdf, pen, points, shape->points->len);
}

static void
draw_shape (CapReport      *self,
            const CapShape *shape,
            const CapRect  *area,
            double          em)
{
  const CapPdfPen pen = { inks[shape->fill], inks[shape->stroke], shape->width * LINE,
                          shape->dash * LINE * 2 };
  const CapRect rect = move (&shape->area, area);

  switch (shape->kind)
    {
    case CAP_SHAPE_RECT:
      cap_pdf_draw_rect (self->pdf, &pen, &rect, 0);
      break;

    case CAP_SHAPE_HATCHING:
      cap_pdf_draw_hatching (self->pdf, &pen, &rect, HATCH_STEP);
      break;

    case CAP_SHAPE_CIRCLE:
      cap_pdf_draw_circle (self->pdf, &pen, (CapPoint) { rect.x + rect.width / 2, rect.y + rect.height / 2 },
                           rect.width / 2);
      break;

    case CAP_SHAPE_POLYGON:
    case CAP_SHAPE_LINE:
      draw_points (self, shape, area, &pen);
      break;

    case CAP_SHAPE_TEXT:
      draw_text (self, shape, &rect, em);
      break;

    default:
      g_assert_not_reached ();
    }
}

/* All that the drawing shows, in words. */
static char *
describe (const CapFigure *figure)
{
  g_autoptr(GString) words = g_string_new (figure->title);

  g_string_append_printf (words, ". %s", figure->reading);
  for (guint i = 0; i < figure->rows->len; i++)
    g_string_append_printf (words, " %s.", cap_figure_get_row (figure, i)->name);

  return g_strdup (words->str);
}

/* Whether what the marks lead to is in the document too. */
static gboolean
has_places (const CapReport *self)
{
  return self->kind == CAP_REPORT_PHOTOGRAPH &&
         self->input->layout != CAP_LAYOUT_BOARD && self->input->layout != CAP_LAYOUT_SLIDES;
}

/* What asks nothing has no place of its own. */
static gboolean
is_told (const CapReport *self,
         const char      *code)
{
  const CapScore *score = cap_photograph_find_score (self->input->photograph, code);

  return score == NULL || score->coverage.applicable > 0;
}

static void
add_links (CapReport        *self,
           const CapDrawing *drawing,
           const CapRect    *area)
{
  for (guint i = 0; i < drawing->marks->len; i++)
    {
      const CapMark *mark = g_ptr_array_index (drawing->marks, i);
      const CapRect place = move (&mark->area, area);

      if (mark->target != NULL && is_told (self, mark->target))
        cap_pdf_add_link (self->pdf, &place, mark->target, mark->name);
    }
}

/**
 * cap_report_draw_figure:
 * @self: a document
 * @figure: what is drawn
 * @area: where; its height does not matter
 * @em: the size of the letters
 *
 * Draws @figure without its words, as one picture that is described.
 *
 * Returns: the height that it took
 */
double
cap_report_draw_figure (CapReport       *self,
                        const CapFigure *figure,
                        const CapRect   *area,
                        double           em)
{
  g_autoptr(CapDrawing) drawing = cap_figure_draw (figure, area->width, em);
  g_autofree char *words = describe (figure);

  cap_pdf_begin_figure (self->pdf, words);
  for (guint i = 0; i < drawing->shapes->len; i++)
    draw_shape (self, g_ptr_array_index (drawing->shapes, i), area, em);
  if (has_places (self))
    add_links (self, drawing, area);
  cap_pdf_end_tag (self->pdf);

  return drawing->height;
}

static double
measure (const CapFigure *figure,
         double           em)
{
  g_autoptr(CapDrawing) drawing = cap_figure_draw (figure, CAP_REPORT_WIDTH, em);

  return drawing->height;
}

/* The size of the letters that lets @figure stand in @room, if there is one that can be read. */
static double
find_em (const CapFigure *figure,
         double           room)
{
  double em = EM;

  while (em > SMALLEST && measure (figure, em) > room)
    em -= 0.1;

  return measure (figure, em) > room ? EM : em;
}

/* As many of the rows from @first on as the room holds, and at least one. */
static CapFigure *
slice (const CapFigure *figure,
       guint            first,
       double           room,
       double           em)
{
  guint n_rows = figure->rows->len - first;
  CapFigure *part = cap_figure_slice (figure, first, n_rows);

  while (n_rows > 1 && measure (part, em) > room)
    {
      n_rows = MAX (MIN (n_rows - 1, (guint) (n_rows * room / measure (part, em))), 1);
      cap_figure_unref (part);
      part = cap_figure_slice (figure, first, n_rows);
    }

  return part;
}

/* What is higher than a page goes on on the next one. */
static void
flow_drawing (CapReport       *self,
              const CapFigure *figure)
{
  const double note = figure->note != NULL ? NOTE : 0;
  const double frame = cap_pdf_flow_get_frame (self->flow)->height - note;
  double room = cap_pdf_flow_get_remaining (self->flow) - note;
  const double em = find_em (figure, room);
  guint first = 0;

  while (first < figure->rows->len)
    {
      g_autoptr(CapFigure) part = slice (figure, first, room, em);
      const double height = measure (part, em);
      const double y = cap_pdf_flow_take (self->flow, MIN (height, frame));

      cap_report_draw_figure (self, part, &(CapRect) { CAP_REPORT_LEFT, y, CAP_REPORT_WIDTH, height }, em);
      first += part->rows->len;
      room = frame;
    }
}

/* Adds @figure under its title, with what there is to read in it; on a page of its own when it does not
 * stand under what is there. */
void
cap_report_add_figure (CapReport       *self,
                       const CapFigure *figure)
{
  const double remaining = cap_pdf_flow_get_remaining (self->flow);

  if (measure (figure, SMALLEST) + HEAD > remaining &&
      remaining < cap_pdf_flow_get_frame (self->flow)->height)
    cap_pdf_flow_break_page (self->flow);

  cap_report_add_section (self, figure->title, NULL);
  cap_pdf_flow_add_paragraph (self->flow, cap_report_style (CAP_REPORT_TYPE_BODY), figure->reading);
  cap_pdf_flow_skip (self->flow, 10);
  flow_drawing (self, figure);
  if (figure->note != NULL)
    cap_report_add_note (self, figure->note);
}

/* Adds the numbers of @figure as a table. */
void
cap_report_add_figure_table (CapReport       *self,
                             const CapFigure *figure)
{
  g_autofree CapPdfColumn *columns = g_new0 (CapPdfColumn, figure->columns->len + 1);
  g_autoptr(CapPdfTable) table = NULL;
  const guint n = figure->columns->len;

  columns[0] = (CapPdfColumn) { figure->title, n > 4 ? 150 : 220, CAP_PDF_ALIGN_LEFT };
  for (guint i = 0; i < n; i++)
    columns[i + 1] = (CapPdfColumn) { cap_figure_get_column (figure, i), 0, CAP_PDF_ALIGN_RIGHT };
  table = cap_pdf_table_new (self->pdf, CAP_REPORT_WIDTH, columns, n + 1, cap_report_table_look ());
  for (guint i = 0; i < figure->rows->len; i++)
    {
      const CapFigureRow *row = cap_figure_get_row (figure, i);

      cap_pdf_table_add_cell (table, row->label);
      for (guint j = 0; j < n; j++)
        cap_pdf_table_add_cell (table, cap_figure_row_get (row, j)->text);
      cap_pdf_table_end_row (table);
    }
  cap_pdf_flow_skip (self->flow, 12);
  cap_pdf_flow_add_table (self->flow, table);
}
