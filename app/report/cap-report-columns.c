/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-report-private.h"

#define FIGURE_HEIGHT 12.0 /* above a column */
#define LABEL_HEIGHT  22.0 /* under it */
#define KEY_HEIGHT    14.0
#define COLUMN_SHARE  0.62 /* of its place */

static guint
count_column (const CapReportColumn *column,
              guint                  n_parts)
{
  guint total = 0;

  for (guint i = 0; i < n_parts; i++)
    total += column->counts[i];

  return total;
}

/* The chart in words: what each column counts, those that count nothing left out. */
static char *
describe (const CapReportPart   *parts,
          guint                  n_parts,
          const CapReportColumn *columns,
          guint                  n_columns)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree char *label = g_strdelimit (g_strdup (columns[i].label), "\n", ' ');

      if (count_column (&columns[i], n_parts) == 0)
        continue;

      g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", label);
      for (guint j = 0; j < n_parts; j++)
        if (columns[i].counts[j] > 0)
          g_string_append_printf (words, ", %s %u", parts[j].label, columns[i].counts[j]);
    }
  if (words->len == 0)
    g_string_append (words, "0");

  return g_string_free (words, FALSE);
}

static void
draw_part (CapReport           *self,
           const CapRect       *rect,
           const CapReportPart *part)
{
  const CapPdfPen pen = { part->fill, CAP_REPORT_ACCENT, 0.7, 0 };

  cap_pdf_draw_rect (self->pdf, &pen, rect, 0);
  if (part->hatched)
    cap_pdf_draw_hatching (self->pdf, &pen, rect, 3);
}

static void
draw_column (CapReport             *self,
             const CapRect         *place,
             const CapReportPart   *parts,
             guint                  n_parts,
             const CapReportColumn *column,
             guint                  most)
{
  CapPdfStyle style = *cap_report_style (CAP_REPORT_TYPE_NOTE);
  double foot = place->y + place->height - LABEL_HEIGHT;
  double unit = (place->height - LABEL_HEIGHT - FIGURE_HEIGHT) / MAX (most, 1);
  double width = place->width * COLUMN_SHARE;
  guint total = count_column (column, n_parts);
  g_autofree char *figure = g_strdup_printf ("%u", total);
  double y = foot;

  for (guint i = 0; i < n_parts; i++)
    if (column->counts[i] > 0)
      {
        double height = column->counts[i] * unit;

        y -= height;
        draw_part (self, &(CapRect) { place->x + (place->width - width) / 2, y, width, height }, &parts[i]);
      }

  style.align = CAP_PDF_ALIGN_CENTER;
  style.size = 6.8;
  style.leading = 9;
  style.hyphenate = FALSE;
  cap_pdf_draw_text (self->pdf, &style, &(CapRect) { place->x - 3, foot + 3, place->width + 6, 0 },
                     column->label);
  style.face = CAP_PDF_FACE_BOLD;
  style.color = CAP_REPORT_INK;
  style.size = 8;
  if (total > 0)
    cap_pdf_draw_text (self->pdf, &style, &(CapRect) { place->x, y - 11, place->width, 0 }, figure);
}

static void
draw_key (CapReport           *self,
          const CapRect       *area,
          const CapReportPart *parts,
          guint                n_parts)
{
  double width = area->width / n_parts;

  for (guint i = 0; i < n_parts; i++)
    {
      double x = area->x + i * width;

      draw_part (self, &(CapRect) { x, area->y + 2, 8, 8 }, &parts[i]);
      cap_pdf_draw_text (self->pdf, cap_report_style (CAP_REPORT_TYPE_NOTE),
                         &(CapRect) { x + 12, area->y, width - 14, 0 }, parts[i].label);
    }
}

/**
 * cap_report_draw_columns:
 * @self: a document
 * @area: where, key included
 * @parts: (array length=n_parts): what columns are made of, from the foot up
 * @n_parts: at most %CAP_REPORT_MAX_PARTS
 * @columns: (array length=n_columns): from left to right
 * @n_columns: how many
 *
 * Draws columns with their figures, told apart without colours.
 */
void
cap_report_draw_columns (CapReport             *self,
                         const CapRect         *area,
                         const CapReportPart   *parts,
                         guint                  n_parts,
                         const CapReportColumn *columns,
                         guint                  n_columns)
{
  const CapPdfPen base = { CAP_PDF_NO_COLOR, CAP_REPORT_GREY, 0.6, 0 };
  g_autofree char *words = describe (parts, n_parts, columns, n_columns);
  double height = area->height - KEY_HEIGHT;
  double width = area->width / n_columns;
  double foot = area->y + height - LABEL_HEIGHT;
  guint most = 0;

  for (guint i = 0; i < n_columns; i++)
    most = MAX (most, count_column (&columns[i], n_parts));

  cap_pdf_begin_figure (self->pdf, words);
  for (guint i = 0; i < n_columns; i++)
    draw_column (self, &(CapRect) { area->x + i * width, area->y, width, height }, parts, n_parts,
                 &columns[i], most);
  cap_pdf_draw_line (self->pdf, &base, (CapPoint) { area->x, foot },
                     (CapPoint) { area->x + area->width, foot });
  draw_key (self, &(CapRect) { area->x, area->y + height, area->width, KEY_HEIGHT }, parts, n_parts);
  cap_pdf_end_tag (self->pdf);
}
