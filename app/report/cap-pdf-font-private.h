/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <hb.h>

#include "report/cap-pdf-hyphen.h"
#include "report/cap-pdf-private.h"

G_BEGIN_DECLS

/* Shared by the two halves of the fonts: cap-pdf-font.c chooses and shapes glyphs while pages are
 * drawn, cap-pdf-font-file.c embeds the ones that were used.
 */
enum
{
  FONT_FALLBACK = CAP_PDF_FACE_BLACK + 1,
  FONT_FALLBACK_BOLD,
  N_FONTS,
};

typedef struct
{
  gunichar text; /* what it stands for */
  guint16  glyph;
  gint16   width;
} FontGlyph;

typedef struct
{
  hb_face_t         *face;
  hb_font_t         *font; /* scaled to 1000 */
  hb_font_extents_t  extents;
  GHashTable        *cids;   /* (element-type guint guint): text and glyph → CID */
  GArray            *glyphs; /* (element-type FontGlyph): by CID */
} Font;

struct _CapPdfFonts
{
  Font          fonts[N_FONTS];
  CapPdfGlyph   hyphens[N_FONTS];
  CapPdfHyphen *hyphen;
  hb_buffer_t  *buffer;
  GHashTable   *words;   /* (element-type utf8 CapPdfWord): by face and text */
  GString      *key;     /* of the word that is looked for */
  GArray       *letters; /* of the word that is shaped */
};

G_END_DECLS
