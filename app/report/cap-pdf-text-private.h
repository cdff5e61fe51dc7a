/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/cap-pdf-line.h"
#include "report/cap-pdf-private.h"

G_BEGIN_DECLS

/* What a CapPdfPiece is made of. */
typedef struct
{
  const CapPdfWord *word;
  guint16           from; /* first glyph */
  guint16           to;   /* after the last one */
  guint16           span;
} CapPdfFragment;

/* Shared by the two halves of a text: cap-pdf-text.c sets it, cap-pdf-text-draw.c draws it. */
struct _CapPdfText
{
  CapPdf      *pdf;
  CapPdfStyle  style;
  double       width;
  CapPdfSpan  *spans;  /* their texts are gone */
  char       **links;  /* what the spans that lead somewhere say, by span; or NULL */
  guint        n_spans;
  GArray      *pieces; /* (element-type CapPdfPiece) */
  GArray      *fragments; /* (element-type CapPdfFragment): same indices */
  GArray      *lines;  /* (element-type CapPdfLine) */
};

G_END_DECLS
