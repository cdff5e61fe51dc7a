/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-pdf-text.h"

#include <string.h>

#include "report/cap-pdf-line.h"
#include "report/cap-pdf-text-private.h"

static double
measure_glyphs (const CapPdfText *self,
                const CapPdfWord *word,
                guint             from,
                guint             to)
{
  int width = 0;

  for (guint i = from; i < to; i++)
    width += word->glyphs[i].advance;

  return width * self->style.size / 1000 + (to - from) * self->style.tracking;
}

static double
measure_gap (const CapPdfText *self,
             guint             span)
{
  const CapPdfGlyph *space = cap_pdf_fonts_get_space (self->pdf->fonts, self->spans[span].face);

  return space->advance * self->style.size / 1000 + self->style.tracking;
}

static double
measure_hyphen (const CapPdfText *self,
                guint             span)
{
  const CapPdfGlyph *hyphen = cap_pdf_fonts_get_hyphen (self->pdf->fonts, self->spans[span].face);

  return hyphen->advance * self->style.size / 1000 + self->style.tracking;
}

static void
add_piece (CapPdfText       *self,
           const CapPdfWord *word,
           guint             from,
           guint             to,
           guint             span,
           CapPdfEnd         end)
{
  CapPdfFragment fragment = { word, (guint16) from, (guint16) to, (guint16) span };
  CapPdfPiece piece = { .width = measure_glyphs (self, word, from, to), .end = end };

  if (end == CAP_PDF_END_SPACE)
    piece.gap = measure_gap (self, span);
  if (end == CAP_PDF_END_HYPHEN)
    piece.hyphen = measure_hyphen (self, span);

  g_array_append_val (self->pieces, piece);
  g_array_append_val (self->fragments, fragment);
}

/* Adds what stands between two cuts; what is wider than a line is cut anywhere. */
static void
add_chunk (CapPdfText       *self,
           const CapPdfWord *word,
           guint             from,
           guint             to,
           guint             span,
           CapPdfEnd         end)
{
  double room = self->width - (end == CAP_PDF_END_HYPHEN ? measure_hyphen (self, span) : 0);
  guint start = from;
  double width = 0;

  for (guint i = from; i < to; i++)
    {
      double advance = measure_glyphs (self, word, i, i + 1);

      if (i > start && width + advance > room)
        {
          add_piece (self, word, start, i, span, CAP_PDF_END_PLAIN);
          start = i;
          width = 0;
        }
      width += advance;
    }

  add_piece (self, word, start, to, span, end);
}

static void
add_word (CapPdfText       *self,
          const CapPdfWord *word,
          guint             span,
          CapPdfEnd         end,
          gboolean          cut)
{
  guint start = 0;
  guint n_glyphs = MIN (word->n_glyphs, G_MAXUINT16);

  for (guint i = 1; cut && i < n_glyphs; i++)
    {
      CapPdfBreak brk = word->glyphs[i].brk;

      if (brk == CAP_PDF_BREAK_PLAIN || (brk == CAP_PDF_BREAK_HYPHEN && self->style.hyphenate))
        {
          add_chunk (self, word, start, i, span,
                     brk == CAP_PDF_BREAK_PLAIN ? CAP_PDF_END_PLAIN : CAP_PDF_END_HYPHEN);
          start = i;
        }
    }

  if (cut)
    add_chunk (self, word, start, n_glyphs, span, end);
  else
    add_piece (self, word, start, n_glyphs, span, end);
}

/* Combining accents start with the bytes CC and CD in UTF-8: without them there is nothing to compose. */
static char *
normalize (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  if (strpbrk (valid, "\xCC\xCD") == NULL)
    return g_steal_pointer (&valid);

  return g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
}

static CapPdfEnd
skip_blanks (const char **text)
{
  const char *p = *text;
  CapPdfEnd end = CAP_PDF_END_NONE;

  while (*p == ' ' || *p == '\t' || *p == '\r' || *p == '\n')
    {
      if (*p == '\n')
        end = CAP_PDF_END_FORCED;
      else if (end == CAP_PDF_END_NONE)
        end = CAP_PDF_END_SPACE;
      p++;
    }
  *text = p;

  return end;
}

/* A space at the head of a span belongs to the word before it. */
static void
change_last_end (CapPdfText *self,
                 CapPdfEnd   end)
{
  const CapPdfFragment *fragment;
  CapPdfPiece *piece;

  if (self->pieces->len == 0 || end == CAP_PDF_END_NONE)
    return;

  piece = &g_array_index (self->pieces, CapPdfPiece, self->pieces->len - 1);
  fragment = &g_array_index (self->fragments, CapPdfFragment, self->pieces->len - 1);
  if (piece->end != CAP_PDF_END_FORCED)
    piece->end = end;
  if (end == CAP_PDF_END_SPACE)
    piece->gap = measure_gap (self, fragment->span);
}

static void
add_span (CapPdfText *self,
          guint       span,
          const char *text,
          gboolean    cut)
{
  const char *p = text;

  change_last_end (self, skip_blanks (&p));
  while (*p != '\0')
    {
      gsize length = strcspn (p, " \t\r\n");
      const CapPdfWord *word = cap_pdf_fonts_get_word (self->pdf->fonts, self->spans[span].face,
                                                       p, length);

      p += length;
      add_word (self, word, span, skip_blanks (&p), cut);
    }
}

static void
add_spans (CapPdfText *self,
           char      **texts,
           guint       n_spans,
           gboolean    cut)
{
  g_array_set_size (self->pieces, 0);
  g_array_set_size (self->fragments, 0);
  for (guint i = 0; i < n_spans; i++)
    add_span (self, i, texts[i], cut);
}

/* Most texts of a table hold in one line: those need neither hyphenation nor choice. */
static gboolean
fits_in_one_line (CapPdfText *self)
{
  CapPdfLine line = { .last = self->pieces->len - 1 };

  if (self->pieces->len == 0)
    return TRUE;

  for (guint i = 0; i < self->pieces->len; i++)
    {
      CapPdfPiece *piece = &g_array_index (self->pieces, CapPdfPiece, i);
      gboolean is_last = i + 1 == self->pieces->len;

      if (piece->end == CAP_PDF_END_FORCED && !is_last)
        return FALSE;
      line.width += piece->width + (is_last ? 0 : piece->gap);
      line.n_gaps += !is_last && piece->gap > 0;
    }
  if (line.width > self->width)
    return FALSE;

  g_array_append_val (self->lines, line);

  return TRUE;
}

static void
layout (CapPdfText *self,
        char      **texts,
        guint       n_spans)
{
  add_spans (self, texts, n_spans, FALSE);
  if (fits_in_one_line (self))
    return;

  add_spans (self, texts, n_spans, TRUE);
  g_array_unref (self->lines);
  self->lines = cap_pdf_lines_break ((const CapPdfPiece *) (gpointer) self->pieces->data, self->pieces->len,
                                     self->width, self->style.align == CAP_PDF_ALIGN_JUSTIFY);
}

/* What a link says is what it is for whoever does not see it. */
static void
keep_links (CapPdfText *self,
            char      **texts)
{
  for (guint i = 0; i < self->n_spans; i++)
    {
      if (self->spans[i].link == NULL)
        continue;

      if (self->links == NULL)
        self->links = g_new0 (char *, self->n_spans);
      self->links[i] = g_strdup (texts[i]);
    }
}

/**
 * cap_pdf_text_new:
 * @pdf: a document
 * @style: how to set the text
 * @width: of the lines
 * @text: UTF-8; "\n" ends a line; no-break spaces are respected
 *
 * Returns: (transfer full): a paragraph, ready to be measured and drawn
 */
CapPdfText *
cap_pdf_text_new (CapPdf            *pdf,
                  const CapPdfStyle *style,
                  double             width,
                  const char        *text)
{
  CapPdfSpan span = { text, style->face, style->color, NULL };

  return cap_pdf_text_new_spans (pdf, style, width, &span, 1);
}

/**
 * cap_pdf_text_new_spans:
 * @pdf: a document
 * @style: how to set the text
 * @width: of the lines
 * @spans: (array length=n_spans): pieces with a face and a colour of their own
 * @n_spans: how many, 65 535 at most
 *
 * Returns: (transfer full): a paragraph, ready to be measured and drawn
 */
CapPdfText *
cap_pdf_text_new_spans (CapPdf            *pdf,
                        const CapPdfStyle *style,
                        double             width,
                        const CapPdfSpan  *spans,
                        guint              n_spans)
{
  CapPdfText *self;
  g_auto(GStrv) texts = NULL;

  g_return_val_if_fail (pdf != NULL && style != NULL, NULL);
  g_return_val_if_fail (style->size > 0, NULL);
  g_return_val_if_fail (n_spans <= G_MAXUINT16, NULL);

  self = g_new0 (CapPdfText, 1);
  self->pdf = pdf;
  self->style = *style;
  self->width = width;
  self->spans = g_memdup2 (spans, n_spans * sizeof *spans);
  self->n_spans = n_spans;
  self->pieces = g_array_new (FALSE, FALSE, sizeof (CapPdfPiece));
  self->fragments = g_array_new (FALSE, FALSE, sizeof (CapPdfFragment));
  self->lines = g_array_new (FALSE, FALSE, sizeof (CapPdfLine));

  texts = g_new0 (char *, n_spans + 1);
  for (guint i = 0; i < n_spans; i++)
    {
      texts[i] = normalize (spans[i].text);
      self->spans[i].text = NULL;
    }
  keep_links (self, texts);
  layout (self, texts, n_spans);

  return self;
}

void
cap_pdf_text_free (CapPdfText *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->pieces);
  g_array_unref (self->fragments);
  g_array_unref (self->lines);
  for (guint i = 0; self->links != NULL && i < self->n_spans; i++)
    g_free (self->links[i]);
  g_free (self->links);
  g_free (self->spans);
  g_free (self);
}

guint
cap_pdf_text_get_n_lines (const CapPdfText *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->lines->len;
}

double
cap_pdf_text_get_height (const CapPdfText *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->lines->len * self->style.leading;
}

/* Of the widest line. */
double
cap_pdf_text_get_width (const CapPdfText *self)
{
  double width = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->lines->len; i++)
    width = MAX (width, g_array_index (self->lines, CapPdfLine, i).width);

  return width;
}

double
cap_pdf_text_get_leading (const CapPdfText *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->style.leading;
}

/**
 * cap_pdf_text_dup_line:
 * @self: a paragraph
 * @line: which line
 *
 * Returns: (transfer full): what a line says, with a soft hyphen where a word is cut
 */
char *
cap_pdf_text_dup_line (const CapPdfText *self,
                       guint             line)
{
  GString *text = g_string_new (NULL);
  const CapPdfLine *it;

  g_return_val_if_fail (self != NULL && line < self->lines->len, NULL);

  it = &g_array_index (self->lines, CapPdfLine, line);
  for (guint i = it->first; i <= it->last; i++)
    {
      const CapPdfFragment *fragment = &g_array_index (self->fragments, CapPdfFragment, i);
      const CapPdfPiece *piece = &g_array_index (self->pieces, CapPdfPiece, i);

      for (guint j = fragment->from; j < fragment->to; j++)
        g_string_append_unichar (text, cap_pdf_fonts_get_char (self->pdf->fonts, &fragment->word->glyphs[j]));
      if (i != it->last && piece->gap > 0)
        g_string_append_c (text, ' ');
      if (i == it->last && piece->end == CAP_PDF_END_HYPHEN)
        g_string_append_unichar (text, 0x00AD);
    }

  return g_string_free (text, FALSE);
}

/**
 * cap_pdf_draw_text:
 * @pdf: a document
 * @style: how to set the text
 * @area: where; its height does not count
 * @text: UTF-8
 *
 * Sets and draws a text at once.
 *
 * Returns: the height that it takes
 */
double
cap_pdf_draw_text (CapPdf            *pdf,
                   const CapPdfStyle *style,
                   const CapRect     *area,
                   const char        *text)
{
  g_autoptr(CapPdfText) paragraph = cap_pdf_text_new (pdf, style, area->width, text);

  cap_pdf_text_draw (paragraph, area->x, area->y);

  return cap_pdf_text_get_height (paragraph);
}
