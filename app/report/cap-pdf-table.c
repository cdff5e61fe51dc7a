/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-pdf-table.h"

#include <math.h>

#include "report/cap-pdf-draw.h"
#include "report/cap-pdf-flow.h"
#include "report/cap-pdf-private.h"

#define RULE_WIDTH      0.5
#define GROUP_DETAIL    0.36 /* part of the width of a group */
#define HEAD_RULE_WIDTH 1.0
#define GROUP_LEVEL     1 /* as a bookmark, unless it is said otherwise */

typedef struct
{
  CapPdfText     *text;
  CapPdfCellFunc  draw;   /* above the text; or NULL */
  double          height; /* of the drawing */
  int             value;
} Cell;

typedef struct
{
  GArray   *cells; /* (element-type Cell) */
  gboolean  is_group;
  double    height;
  char     *title;  /* of a group, as a bookmark */
  char     *anchor;
  char     *link;   /* the anchor it leads to; or NULL */
  char     *words;  /* of the link */
} Row;

struct _CapPdfTable
{
  CapPdf          *pdf;
  double           width;
  CapPdfColumn    *columns;
  guint            n_columns;
  CapPdfTableLook  look;
  guint            level; /* of the groups, as bookmarks */
  Row             *head; /* NULL when no column has a title */
  GPtrArray       *rows; /* (element-type Row) */
  Row             *row;  /* being filled */
};

static void
cell_clear (Cell *cell)
{
  cap_pdf_text_free (cell->text);
}

static Row *
row_new (void)
{
  Row *row = g_new0 (Row, 1);

  row->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  g_array_set_clear_func (row->cells, (GDestroyNotify) cell_clear);

  return row;
}

static void
row_free (Row *row)
{
  if (row == NULL)
    return;

  g_array_unref (row->cells);
  g_free (row->title);
  g_free (row->anchor);
  g_free (row->link);
  g_free (row->words);
  g_free (row);
}

static void
add_cell_to_row (CapPdfTable *self,
                 Row         *row,
                 Cell         cell)
{
  double height = cell.height + cap_pdf_text_get_height (cell.text);

  g_array_append_val (row->cells, cell);
  row->height = MAX (row->height, height + 2 * self->look.pad_y);
}

static double
get_inner_width (CapPdfTable *self,
                 guint        column)
{
  return MAX (self->columns[column].width - 2 * self->look.pad_x, 1.0);
}

static CapPdfText *
set_text (CapPdfTable       *self,
          const CapPdfStyle *style,
          guint              column,
          const char        *text)
{
  CapPdfStyle aligned = *style;

  aligned.align = self->columns[column].align;

  return cap_pdf_text_new (self->pdf, &aligned, get_inner_width (self, column), text);
}

/* Columns without a width share what the others leave. */
static void
share_width (CapPdfTable *self)
{
  double left = self->width;
  guint n_shares = 0;

  for (guint i = 0; i < self->n_columns; i++)
    {
      left -= self->columns[i].width;
      n_shares += self->columns[i].width <= 0;
    }
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].width <= 0)
      self->columns[i].width = MAX (left / n_shares, 1.0);
}

static void
make_head (CapPdfTable *self)
{
  gboolean has_title = FALSE;

  for (guint i = 0; i < self->n_columns; i++)
    has_title = has_title || self->columns[i].title != NULL;
  if (!has_title)
    return;

  self->head = row_new ();
  for (guint i = 0; i < self->n_columns; i++)
    {
      const char *title = self->columns[i].title != NULL ? self->columns[i].title : "";

      add_cell_to_row (self, self->head, (Cell) { .text = set_text (self, &self->look.head, i, title) });
    }
}

static Row *
get_row (CapPdfTable *self)
{
  if (self->row == NULL)
    self->row = row_new ();

  return self->row;
}

/* Lines of a text that hold in the inside of a row. */
static guint
count_fitting (const CapPdfText *text,
               double            height)
{
  return (guint) floor ((height + 0.001) / cap_pdf_text_get_leading (text));
}

static void
draw_cell (CapPdfTable   *self,
           const Cell    *cell,
           const CapRect *area,
           guint          part)
{
  guint n_lines = cap_pdf_text_get_n_lines (cell->text);
  guint n_fit = MAX (count_fitting (cell->text, area->height), 1);
  double y = area->y;

  if (cell->draw != NULL && part == 0)
    {
      cell->draw (self->pdf, &(CapRect) { area->x, area->y, area->width, cell->height }, cell->value);
      y += cell->height;
    }
  if (part * n_fit < n_lines)
    cap_pdf_text_draw_lines (cell->text, area->x, y, part * n_fit, MIN (n_fit, n_lines - part * n_fit));
}

static void
fill_row (CapPdfTable   *self,
          const CapRect *area,
          guint32        color)
{
  CapPdfPen pen = { color, CAP_PDF_NO_COLOR, 0, 0 };

  if (color != CAP_PDF_NO_COLOR)
    cap_pdf_draw_rect (self->pdf, &pen, area, 0);
}

static void
rule_row (CapPdfTable   *self,
          const CapRect *area,
          guint32        color,
          double         width)
{
  CapPdfPen pen = { CAP_PDF_NO_COLOR, color, width, 0 };
  double y = area->y + area->height;

  if (color != CAP_PDF_NO_COLOR)
    cap_pdf_draw_line (self->pdf, &pen, (CapPoint) { area->x, y }, (CapPoint) { area->x + area->width, y });
}

static double
get_cell_width (CapPdfTable *self,
                const Row   *row,
                guint        index)
{
  if (!row->is_group)
    return self->columns[index].width;

  return self->width * (index == 0 ? 1 - GROUP_DETAIL : GROUP_DETAIL);
}

/* Draws a row, or a part of one that is higher than a page. */
static void
draw_row (CapPdfTable   *self,
          const Row     *row,
          CapPdfTag      tag,
          const CapRect *area,
          guint          part)
{
  double x = area->x;

  cap_pdf_begin_tag (self->pdf, CAP_PDF_TAG_ROW);
  for (guint i = 0; i < row->cells->len; i++)
    {
      double width = get_cell_width (self, row, i);
      CapRect inside = {
        x + self->look.pad_x, area->y + self->look.pad_y,
        width - 2 * self->look.pad_x, area->height - 2 * self->look.pad_y,
      };

      cap_pdf_begin_tag (self->pdf, tag);
      draw_cell (self, &g_array_index (row->cells, Cell, i), &inside, part);
      if (i == 0 && part == 0 && row->link != NULL)
        cap_pdf_add_link (self->pdf, area, row->link, row->words);
      cap_pdf_end_tag (self->pdf);
      x += width;
    }
  cap_pdf_end_tag (self->pdf);
}

static void
draw_head (CapPdfTable *self,
           double       x,
           double       y,
           gboolean     again)
{
  CapRect area = { x, y, self->width, self->head->height };

  rule_row (self, &area, self->look.head_rule, HEAD_RULE_WIDTH);
  if (again)
    cap_pdf_begin_decoration (self->pdf);
  draw_row (self, self->head, CAP_PDF_TAG_HEADER_CELL, &area, 0);
  if (again)
    cap_pdf_end_decoration (self->pdf);
}

static void
draw_body_row (CapPdfTable   *self,
               const Row     *row,
               const CapRect *area,
               guint          part,
               gboolean       banded)
{
  if (row->is_group)
    fill_row (self, area, self->look.group_band);
  else if (banded)
    fill_row (self, area, self->look.band);
  if (row->anchor != NULL && part == 0)
    cap_pdf_set_anchor (self->pdf, row->anchor, area->y);
  if (row->title != NULL)
    cap_pdf_add_bookmark (self->pdf, self->level, row->title, area->y);

  draw_row (self, row, row->is_group ? CAP_PDF_TAG_HEADER_CELL : CAP_PDF_TAG_CELL, area, part);
  rule_row (self, area, self->look.rule, RULE_WIDTH);
}

/* A row that no page can hold goes on over several ones. */
static void
draw_in_parts (CapPdfTable *self,
               CapPdfFlow  *flow,
               const Row   *row,
               double       head)
{
  const CapRect *frame = cap_pdf_flow_get_frame (flow);
  double inside = frame->height - head - 2 * self->look.pad_y;
  guint n_parts = 1;

  for (guint i = 0; i < row->cells->len; i++)
    {
      const Cell *cell = &g_array_index (row->cells, Cell, i);
      guint n_fit = MAX (count_fitting (cell->text, inside), 1);

      n_parts = MAX (n_parts, (cap_pdf_text_get_n_lines (cell->text) + n_fit - 1) / n_fit);
    }

  for (guint part = 0; part < n_parts; part++)
    {
      CapRect area = { frame->x, 0, self->width, inside + 2 * self->look.pad_y };

      cap_pdf_flow_break_page (flow);
      if (self->head != NULL)
        draw_head (self, frame->x, cap_pdf_flow_take (flow, head), TRUE);
      area.y = cap_pdf_flow_take (flow, area.height);
      draw_body_row (self, row, &area, part, FALSE);
    }
}

/* The height of what must stay together with a row: the groups that announce it, and itself. */
static double
measure_together (CapPdfTable *self,
                  guint        index)
{
  double height = 0;

  for (guint i = index; i < self->rows->len; i++)
    {
      const Row *row = g_ptr_array_index (self->rows, i);

      height += row->height;
      if (!row->is_group)
        break;
    }

  return height;
}

/**
 * cap_pdf_flow_add_table:
 * @self: a flow
 * @table: a table, complete
 *
 * Adds a table, over several pages if it has to be. Its texts go as they are
 * drawn: a table is added once.
 */
void
cap_pdf_flow_add_table (CapPdfFlow  *self,
                        CapPdfTable *table)
{
  const CapRect *frame;
  double head;
  guint n_banded = 0;
  guint page = G_MAXUINT;

  g_return_if_fail (self != NULL && table != NULL);
  g_return_if_fail (table->row == NULL);

  frame = cap_pdf_flow_get_frame (self);
  head = table->head != NULL ? table->head->height : 0;

  cap_pdf_begin_tag (table->pdf, CAP_PDF_TAG_TABLE);
  for (guint i = 0; i < table->rows->len; i++)
    {
      Row *row = g_ptr_array_index (table->rows, i);
      double together = measure_together (table, i);
      gboolean again = page != G_MAXUINT;
      CapRect area = { frame->x, 0, table->width, row->height };

      if (row->height + head > frame->height)
        {
          draw_in_parts (table, self, row, head);
          page = cap_pdf_get_page (table->pdf);
          continue;
        }

      if (!again || cap_pdf_flow_get_remaining (self) < together)
        {
          if (again)
            cap_pdf_flow_break_page (self);
          area.y = cap_pdf_flow_take_together (self, head, together);
          if (table->head != NULL)
            draw_head (table, frame->x, area.y, again);
          page = cap_pdf_get_page (table->pdf);
        }
      area.y = cap_pdf_flow_take (self, row->height);
      n_banded = row->is_group ? 0 : n_banded + 1;
      draw_body_row (table, row, &area, 0, n_banded % 2 == 0 && !row->is_group);
      g_array_set_size (row->cells, 0);
    }
  cap_pdf_end_tag (table->pdf);
}

/**
 * cap_pdf_table_new:
 * @pdf: a document
 * @width: of the table
 * @columns: (array length=n_columns): from left to right
 * @n_columns: how many
 * @look: how it looks
 *
 * Returns: (transfer full): a table without rows
 */
CapPdfTable *
cap_pdf_table_new (CapPdf                *pdf,
                   double                 width,
                   const CapPdfColumn    *columns,
                   guint                  n_columns,
                   const CapPdfTableLook *look)
{
  CapPdfTable *self;

  g_return_val_if_fail (pdf != NULL && columns != NULL && look != NULL, NULL);
  g_return_val_if_fail (n_columns > 0, NULL);

  self = g_new0 (CapPdfTable, 1);
  self->pdf = pdf;
  self->width = width;
  self->columns = g_memdup2 (columns, n_columns * sizeof *columns);
  self->n_columns = n_columns;
  self->look = *look;
  self->level = GROUP_LEVEL;
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  share_width (self);
  make_head (self);

  return self;
}

void
cap_pdf_table_free (CapPdfTable *self)
{
  if (self == NULL)
    return;

  row_free (self->head);
  row_free (self->row);
  g_ptr_array_unref (self->rows);
  g_free (self->columns);
  g_free (self);
}

/* The level of its groups as bookmarks: below that of the heading that announces the table. */
void
cap_pdf_table_set_level (CapPdfTable *self,
                         guint        level)
{
  g_return_if_fail (self != NULL);

  self->level = level;
}

/**
 * cap_pdf_table_add_group:
 * @self: a table
 * @text: what the rows below have in common
 * @detail: (nullable): what is said of them on the right
 * @anchor: (nullable): a name for links that lead here; makes a bookmark too
 *
 * Adds a row over the whole width, which stays with the next one.
 */
void
cap_pdf_table_add_group (CapPdfTable *self,
                         const char  *text,
                         const char  *detail,
                         const char  *anchor)
{
  CapPdfStyle style;
  Row *row;

  g_return_if_fail (self != NULL && text != NULL);
  g_return_if_fail (self->row == NULL);

  row = row_new ();
  row->is_group = TRUE;
  row->anchor = g_strdup (anchor);
  row->title = anchor != NULL ? g_strdup (text) : NULL;
  add_cell_to_row (self, row, (Cell) {
    .text = cap_pdf_text_new (self->pdf, &self->look.group,
                              get_cell_width (self, row, 0) - 2 * self->look.pad_x, text),
  });
  style = self->look.group;
  style.align = CAP_PDF_ALIGN_RIGHT;
  add_cell_to_row (self, row, (Cell) {
    .text = cap_pdf_text_new (self->pdf, &style, get_cell_width (self, row, 1) - 2 * self->look.pad_x,
                              detail != NULL ? detail : ""),
  });
  g_ptr_array_add (self->rows, row);
}

void
cap_pdf_table_add_cell (CapPdfTable *self,
                        const char  *text)
{
  CapPdfSpan span;

  g_return_if_fail (self != NULL && text != NULL);

  span = (CapPdfSpan) { text, self->look.cell.face, self->look.cell.color };
  cap_pdf_table_add_spans (self, &span, 1);
}

void
cap_pdf_table_add_spans (CapPdfTable      *self,
                         const CapPdfSpan *spans,
                         guint             n_spans)
{
  cap_pdf_table_add_drawing (self, 0, NULL, 0, spans, n_spans);
}

/**
 * cap_pdf_table_add_drawing:
 * @self: a table
 * @height: what @draw needs
 * @draw: (nullable): draws above the text
 * @value: for @draw
 * @spans: (array length=n_spans): the text, which says what the drawing shows
 * @n_spans: how many
 *
 * Adds a cell with more than text in it.
 */
void
cap_pdf_table_add_drawing (CapPdfTable      *self,
                           double            height,
                           CapPdfCellFunc    draw,
                           int               value,
                           const CapPdfSpan *spans,
                           guint             n_spans)
{
  CapPdfStyle style;
  Row *row;
  guint column;

  g_return_if_fail (self != NULL && spans != NULL);

  row = get_row (self);
  column = row->cells->len;
  g_return_if_fail (column < self->n_columns);

  style = self->look.cell;
  style.align = self->columns[column].align;
  add_cell_to_row (self, row, (Cell) {
    .text = cap_pdf_text_new_spans (self->pdf, &style, get_inner_width (self, column), spans, n_spans),
    .draw = draw, .height = height, .value = value,
  });
}

/* Names the row being filled, for links that lead there. */
void
cap_pdf_table_set_anchor (CapPdfTable *self,
                          const char  *anchor)
{
  g_return_if_fail (self != NULL && anchor != NULL);

  g_free (get_row (self)->anchor);
  get_row (self)->anchor = g_strdup (anchor);
}

/**
 * cap_pdf_table_set_link:
 * @self: a table
 * @anchor: where it leads
 * @description: what is there
 *
 * Makes a link of the row being filled.
 */
void
cap_pdf_table_set_link (CapPdfTable *self,
                        const char  *anchor,
                        const char  *description)
{
  Row *row;

  g_return_if_fail (self != NULL && anchor != NULL && description != NULL);

  row = get_row (self);
  g_free (row->link);
  g_free (row->words);
  row->link = g_strdup (anchor);
  row->words = g_strdup (description);
}

void
cap_pdf_table_end_row (CapPdfTable *self)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (self->row != NULL && self->row->cells->len == self->n_columns);

  g_ptr_array_add (self->rows, g_steal_pointer (&self->row));
}

/* Of all the rows, with one head: what it would take on one page. */
double
cap_pdf_table_get_height (CapPdfTable *self)
{
  double height;

  g_return_val_if_fail (self != NULL, 0);

  height = self->head != NULL ? self->head->height : 0;
  for (guint i = 0; i < self->rows->len; i++)
    height += ((const Row *) g_ptr_array_index (self->rows, i))->height;

  return height;
}
