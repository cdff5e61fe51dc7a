/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-pdf-text.h"

#include <math.h>

#include "report/cap-pdf-text-private.h"

/* Where the glyphs of one line go. */
typedef struct
{
  CapPdf  *pdf;
  GString *out;
  double   size;
  int      font;
  gboolean in_string;
} Pen;

static void
close_string (Pen *pen)
{
  if (pen->in_string)
    g_string_append_c (pen->out, ')');
  pen->in_string = FALSE;
}

static void
close_array (Pen *pen)
{
  close_string (pen);
  if (pen->font >= 0)
    g_string_append (pen->out, "] TJ\n");
}

static void
choose_font (Pen *pen,
             int  font)
{
  CapPdfState *state = &pen->pdf->state;

  if (pen->font == font)
    return;

  close_array (pen);
  pen->font = font;
  if (state->font != font || state->size < pen->size || state->size > pen->size)
    {
      g_string_append (pen->out, "/F");
      cap_pdf_put_integer (pen->out, (guint) font);
      g_string_append_c (pen->out, ' ');
      cap_pdf_put_number (pen->out, pen->size);
      g_string_append (pen->out, " Tf\n");
      state->font = font;
      state->size = pen->size;
    }
  g_string_append_c (pen->out, '[');
}

static void
put_byte (GString *out,
          char     byte)
{
  if (byte == '(' || byte == ')' || byte == '\\')
    g_string_append_c (out, '\\');

  if (byte == '\r')
    g_string_append (out, "\\r");
  else
    g_string_append_c (out, byte);
}

/* Draws a glyph, then moves by @extra more than the font says, in thousandths of the size. */
static void
put_glyph (Pen               *pen,
           const CapPdfGlyph *glyph,
           double             extra)
{
  double adjustment = glyph->width - glyph->advance - extra;

  choose_font (pen, glyph->font);
  if (!pen->in_string)
    g_string_append_c (pen->out, '(');
  pen->in_string = TRUE;
  put_byte (pen->out, (char) (glyph->cid >> 8));
  put_byte (pen->out, (char) (glyph->cid & 0xff));

  if (fabs (adjustment) < 0.05)
    return;

  close_string (pen);
  cap_pdf_put_number (pen->out, adjustment);
}

static void
choose_color (Pen     *pen,
              guint32  color)
{
  close_array (pen);
  pen->font = -1;
  cap_pdf_set_fill (pen->pdf, color);
}

static double
find_start (const CapPdfText *self,
            const CapPdfLine *line)
{
  if (self->style.align == CAP_PDF_ALIGN_RIGHT)
    return self->width - line->width;
  if (self->style.align == CAP_PDF_ALIGN_CENTER)
    return (self->width - line->width) / 2;

  return 0;
}

/* What each gap of a line gets more than its natural width, in points. */
static double
find_stretch (const CapPdfText *self,
              const CapPdfLine *line)
{
  CapPdfEnd end = g_array_index (self->pieces, CapPdfPiece, line->last).end;

  if (self->style.align != CAP_PDF_ALIGN_JUSTIFY || line->n_gaps == 0 ||
      line->last + 1 == self->pieces->len || end == CAP_PDF_END_FORCED)
    return 0;

  return (self->width - line->width) / line->n_gaps;
}

/* The space at the end of a line is drawn too: it parts two words for whoever listens or searches. */
static void
put_piece (const CapPdfText *self,
           const CapPdfLine *line,
           guint             index,
           double            stretch,
           Pen              *pen)
{
  const CapPdfPiece *piece = &g_array_index (self->pieces, CapPdfPiece, index);
  const CapPdfFragment *fragment = &g_array_index (self->fragments, CapPdfFragment, index);
  CapPdfFace face = self->spans[fragment->span].face;

  for (guint i = fragment->from; i < fragment->to; i++)
    put_glyph (pen, &fragment->word->glyphs[i], 0);

  if (index == line->last && piece->end == CAP_PDF_END_HYPHEN)
    put_glyph (pen, cap_pdf_fonts_get_hyphen (self->pdf->fonts, face), 0);
  else if (piece->gap > 0 && index + 1 < self->pieces->len)
    put_glyph (pen, cap_pdf_fonts_get_space (self->pdf->fonts, face), stretch * 1000 / self->style.size);
}

static void
draw_line (const CapPdfText *self,
           const CapPdfLine *line,
           double            x,
           double            baseline)
{
  GString *out = self->pdf->content;
  CapPdfState *state = &self->pdf->state;
  Pen pen = { .pdf = self->pdf, .out = out, .size = self->style.size, .font = -1 };
  double stretch = find_stretch (self, line);
  guint span = G_MAXUINT;

  g_string_append (out, "BT ");
  cap_pdf_put_number (out, x + find_start (self, line));
  g_string_append_c (out, ' ');
  cap_pdf_put_number (out, cap_pdf_get_page_height (self->pdf, self->pdf->page) - baseline);
  g_string_append (out, " Td\n");
  if (state->tracking < self->style.tracking || state->tracking > self->style.tracking)
    {
      cap_pdf_put_number (out, self->style.tracking);
      g_string_append (out, " Tc\n");
      state->tracking = self->style.tracking;
    }

  for (guint i = line->first; i <= line->last; i++)
    {
      const CapPdfFragment *fragment = &g_array_index (self->fragments, CapPdfFragment, i);

      if (fragment->span != span &&
          (span == G_MAXUINT || self->spans[span].color != self->spans[fragment->span].color))
        choose_color (&pen, self->spans[fragment->span].color);
      span = fragment->span;
      put_piece (self, line, i, stretch, &pen);
    }

  close_array (&pen);
  g_string_append (out, "ET\n");
}

static double
get_advance (const CapPdfText *self,
             const CapPdfLine *line,
             guint             index,
             double            stretch)
{
  const CapPdfPiece *piece = &g_array_index (self->pieces, CapPdfPiece, index);
  double gap = piece->gap > 0 ? piece->gap + stretch : 0;

  return piece->width + (index < line->last ? gap : 0);
}

/* The words of a line that lead to the same place make one link. */
static void
add_links (const CapPdfText *self,
           const CapPdfLine *line,
           double            x,
           double            y)
{
  double stretch = find_stretch (self, line);
  double start = x + find_start (self, line);
  double end = start;
  guint span = G_MAXUINT;

  for (guint i = line->first; i <= line->last + 1; i++)
    {
      guint next = i <= line->last ? g_array_index (self->fragments, CapPdfFragment, i).span : G_MAXUINT;

      if (next != span)
        {
          if (span != G_MAXUINT && self->links[span] != NULL)
            cap_pdf_add_link (self->pdf, &(CapRect) { start, y, end - start, self->style.leading },
                              self->spans[span].link, self->links[span]);
          span = next;
          start = end;
        }
      if (i <= line->last)
        end += get_advance (self, line, i, stretch);
    }
}

static double
find_baseline (const CapPdfText *self)
{
  double ascent = cap_pdf_fonts_get_ascent (self->pdf->fonts, self->style.face) * self->style.size;
  double descent = cap_pdf_fonts_get_descent (self->pdf->fonts, self->style.face) * self->style.size;

  return (self->style.leading - ascent - descent) / 2 + ascent;
}

void
cap_pdf_text_draw (const CapPdfText *self,
                   double            x,
                   double            y)
{
  g_return_if_fail (self != NULL);

  cap_pdf_text_draw_lines (self, x, y, 0, self->lines->len);
}

/**
 * cap_pdf_text_draw_lines:
 * @self: a paragraph
 * @x: its left edge
 * @y: the top of the first line that is drawn
 * @first: which line
 * @n_lines: how many lines
 *
 * Draws some lines on the present page, on behalf of the present tag.
 */
void
cap_pdf_text_draw_lines (const CapPdfText *self,
                         double            x,
                         double            y,
                         guint             first,
                         guint             n_lines)
{
  double baseline;

  g_return_if_fail (self != NULL);
  g_return_if_fail (first + n_lines <= self->lines->len);

  if (n_lines == 0)
    return;

  baseline = find_baseline (self);
  cap_pdf_tags_mark (self->pdf, FALSE);
  for (guint i = 0; i < n_lines; i++)
    draw_line (self, &g_array_index (self->lines, CapPdfLine, first + i), x,
               y + i * self->style.leading + baseline);
  for (guint i = 0; self->links != NULL && i < n_lines; i++)
    add_links (self, &g_array_index (self->lines, CapPdfLine, first + i), x, y + i * self->style.leading);
}
