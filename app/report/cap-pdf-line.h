/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/cap-pdf-private.h"

G_BEGIN_DECLS

/* Breaking a paragraph into lines: the choice of the breaks, apart from what is between them. */

typedef enum
{
  CAP_PDF_END_NONE,   /* the next piece follows on the same line, whatever happens */
  CAP_PDF_END_SPACE,  /* a space, which vanishes at the end of a line */
  CAP_PDF_END_HYPHEN, /* nothing, or a hyphen at the end of a line */
  CAP_PDF_END_PLAIN,  /* nothing in both cases */
  CAP_PDF_END_FORCED, /* the line ends here */
} CapPdfEnd;

/**
 * CapPdfPiece:
 * @width: its own width
 * @gap: the space after it when the line goes on
 * @hyphen: the width of the hyphen if the line ends in it
 * @end: what follows
 *
 * A piece of a paragraph that is never cut.
 */
typedef struct
{
  double    width;
  double    gap;
  double    hyphen;
  CapPdfEnd end;
} CapPdfPiece;

/**
 * CapPdfLine:
 * @first: its first piece
 * @last: its last piece, included
 * @width: natural, hyphen included
 * @n_gaps: spaces that can be stretched
 */
typedef struct
{
  guint  first;
  guint  last;
  double width;
  guint  n_gaps;
} CapPdfLine;

GArray *cap_pdf_lines_break (const CapPdfPiece *pieces,
                             guint              n_pieces,
                             double             width,
                             gboolean           justify) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
