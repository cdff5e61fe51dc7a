/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-pdf-private.h"

#include <glib/gi18n.h>
#include <hb-ot.h>
#include <hb.h>

#include "report/cap-pdf-font-private.h"
#include "report/cap-pdf-hyphen.h"

/* Where a face looks for a character, in this order. */
static const struct
{
  const char *file;
  guint8      fallback;
} sources[N_FONTS] = {
  [CAP_PDF_FACE_REGULAR] = { "fonts/Lato-Regular.ttf", FONT_FALLBACK },
  [CAP_PDF_FACE_ITALIC] = { "fonts/Lato-Italic.ttf", FONT_FALLBACK },
  [CAP_PDF_FACE_BOLD] = { "fonts/Lato-Bold.ttf", FONT_FALLBACK_BOLD },
  [CAP_PDF_FACE_LIGHT] = { "fonts/Lato-Light.ttf", FONT_FALLBACK },
  [CAP_PDF_FACE_BLACK] = { "fonts/Lato-Black.ttf", FONT_FALLBACK_BOLD },
  [FONT_FALLBACK] = { "fonts/DejaVuSans.ttf", FONT_FALLBACK },
  [FONT_FALLBACK_BOLD] = { "fonts/DejaVuSans-Bold.ttf", FONT_FALLBACK_BOLD },
};

/* Drawn by another character when the font lacks it; the text keeps the first one. */
static const gunichar substitutes[][2] = {
  { 0x00A0, ' ' }, { 0x2007, ' ' }, { 0x2009, ' ' }, { 0x202F, ' ' }, { 0x2002, ' ' }, { 0x2003, ' ' },
  { 0x2010, '-' }, { 0x2011, '-' }, { 0x2212, 0x2013 }, { 0x02BC, 0x2019 },
};

/* The glyphs of a word depend on one another only through kerning. */
static const hb_feature_t features[] = {
  { HB_TAG ('l', 'i', 'g', 'a'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END },
  { HB_TAG ('c', 'l', 'i', 'g'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END },
  { HB_TAG ('c', 'a', 'l', 't'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END },
  { HB_TAG ('c', 'c', 'm', 'p'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END },
};

typedef struct
{
  gunichar text;  /* what was written */
  gunichar drawn; /* what is drawn for it */
  guint8   font;
  guint8   brk;
} Letter;

static gboolean
open_font (Font       *self,
           const char *name,
           GError    **error)
{
  g_autoptr(GBytes) bytes = cap_pdf_data_load (name, error);
  hb_blob_t *blob;

  if (bytes == NULL)
    return FALSE;

  blob = hb_blob_create (g_bytes_get_data (bytes, NULL), (unsigned) g_bytes_get_size (bytes),
                         HB_MEMORY_MODE_READONLY, g_bytes_ref (bytes), (hb_destroy_func_t) g_bytes_unref);
  self->face = hb_face_create (blob, 0);
  hb_blob_destroy (blob);
  self->font = hb_font_create (self->face);
  hb_font_set_scale (self->font, 1000, 1000);
  hb_font_get_h_extents (self->font, &self->extents);
  self->cids = g_hash_table_new (NULL, NULL);
  self->glyphs = g_array_new (FALSE, TRUE, sizeof (FontGlyph));
  g_array_set_size (self->glyphs, 1); /* CID 0 is for what is missing: nothing is */

  if (hb_face_get_glyph_count (self->face) > 0)
    return TRUE;

  /* Translators: %s is the name of a file */
  g_set_error (error, CAP_REPORT_ERROR, CAP_REPORT_ERROR_DATA,
               _("The font “%s” is damaged. Install Cap Cèdre again."), name);

  return FALSE;
}

static void
close_font (Font *self)
{
  g_clear_pointer (&self->font, hb_font_destroy);
  g_clear_pointer (&self->face, hb_face_destroy);
  g_clear_pointer (&self->cids, g_hash_table_unref);
  g_clear_pointer (&self->glyphs, g_array_unref);
}

static gboolean
has_char (Font     *font,
          gunichar  c)
{
  hb_codepoint_t glyph;

  return hb_font_get_nominal_glyph (font->font, c, &glyph);
}

static gunichar
find_substitute (gunichar c)
{
  for (gsize i = 0; i < G_N_ELEMENTS (substitutes); i++)
    if (substitutes[i][0] == c)
      return substitutes[i][1];

  return 0;
}

/* Characters that direct a screen and leave nothing on paper. */
static gboolean
is_invisible (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT || (c >= 0xFE00 && c <= 0xFE0F);
}

static void
choose_glyph (CapPdfFonts *self,
              CapPdfFace   face,
              Letter      *letter)
{
  gunichar substitute = find_substitute (letter->text);

  letter->drawn = letter->text;
  letter->font = (guint8) face;
  if (has_char (&self->fonts[face], letter->text))
    return;

  if (substitute != 0 && has_char (&self->fonts[face], substitute))
    {
      letter->drawn = substitute;
      return;
    }

  letter->font = sources[face].fallback;
  if (!has_char (&self->fonts[letter->font], letter->text))
    letter->drawn = 0xFFFD;
}

/* The number of a glyph in the PDF: by order of first use, one per glyph and per character that it
 * stands for, so that the text can be read back.
 */
static guint16
get_cid (Font           *font,
         hb_codepoint_t  glyph,
         gunichar        text)
{
  gpointer key = GSIZE_TO_POINTER ((gsize) text << 16 | glyph);
  guint16 cid = (guint16) GPOINTER_TO_UINT (g_hash_table_lookup (font->cids, key));
  FontGlyph entry = { .text = text, .glyph = (guint16) glyph };

  if (cid != 0)
    return cid;

  entry.width = (gint16) hb_font_get_glyph_h_advance (font->font, glyph);
  cid = (guint16) font->glyphs->len;
  g_array_append_val (font->glyphs, entry);
  g_hash_table_insert (font->cids, key, GUINT_TO_POINTER ((guint) cid));

  return cid;
}

/* Shapes letters that are in the same font. */
static void
shape_run (CapPdfFonts *self,
           const Letter *letters,
           guint         n_letters,
           GArray       *glyphs)
{
  Font *font = &self->fonts[letters[0].font];
  const hb_glyph_info_t *infos;
  const hb_glyph_position_t *positions;
  guint n_infos;

  hb_buffer_clear_contents (self->buffer);
  for (guint i = 0; i < n_letters; i++)
    hb_buffer_add (self->buffer, letters[i].drawn, i);
  hb_buffer_set_content_type (self->buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
  hb_buffer_set_direction (self->buffer, HB_DIRECTION_LTR);
  hb_buffer_set_script (self->buffer, HB_SCRIPT_LATIN);
  hb_shape (font->font, self->buffer, features, G_N_ELEMENTS (features));

  infos = hb_buffer_get_glyph_infos (self->buffer, &n_infos);
  positions = hb_buffer_get_glyph_positions (self->buffer, NULL);
  for (guint i = 0; i < n_infos; i++)
    {
      const Letter *letter = &letters[infos[i].cluster];
      CapPdfGlyph glyph = { .font = letter->font, .brk = letter->brk };

      glyph.cid = get_cid (font, infos[i].codepoint, letter->text);
      glyph.width = g_array_index (font->glyphs, FontGlyph, glyph.cid).width;
      glyph.advance = (gint16) positions[i].x_advance;
      g_array_append_val (glyphs, glyph);
    }
}

/* A dash, a slash: the line may end after it, if something stands on both sides. */
static gboolean
breaks_after (gunichar before,
              gunichar c,
              gunichar after)
{
  if (c == '-' || c == 0x2010)
    return g_unichar_isalpha (before) && g_unichar_isalpha (after);

  return (c == '/' || c == 0x2013 || c == 0x2014) && before != 0 && g_unichar_isalnum (after);
}

/* One letter per character that is drawn, with the places where the word may be cut. */
static void
read_letters (CapPdfFonts *self,
              CapPdfFace   face,
              const char  *text,
              gsize        length,
              GArray      *letters)
{
  const char *end = text + length;
  const guint8 *cuts = cap_pdf_hyphen_find (self->hyphen, text, length);
  gunichar before = 0;
  guint8 brk = CAP_PDF_BREAK_NONE;

  g_array_set_size (letters, 0);
  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      const char *next = g_utf8_next_char (p);
      Letter letter = { .text = c, .brk = brk };

      if (cuts[p - text] && letter.brk == CAP_PDF_BREAK_NONE)
        letter.brk = CAP_PDF_BREAK_HYPHEN;
      if (is_invisible (c))
        {
          if (c == 0x00AD)
            brk = CAP_PDF_BREAK_HYPHEN;
          else if (c == 0x200B)
            brk = CAP_PDF_BREAK_PLAIN;
          continue;
        }

      choose_glyph (self, face, &letter);
      g_array_append_val (letters, letter);
      brk = breaks_after (before, c, next < end ? g_utf8_get_char (next) : 0)
        ? CAP_PDF_BREAK_PLAIN : CAP_PDF_BREAK_NONE;
      before = c;
    }
}

static CapPdfWord *
shape_word (CapPdfFonts *self,
            CapPdfFace   face,
            const char  *text,
            gsize        length)
{
  g_autoptr(GArray) glyphs = g_array_new (FALSE, FALSE, sizeof (CapPdfGlyph));
  CapPdfWord *word;
  const Letter *letters;
  guint start = 0;

  read_letters (self, face, text, length, self->letters);
  letters = (const Letter *) (gpointer) self->letters->data;
  for (guint i = 1; i <= self->letters->len; i++)
    if (i == self->letters->len || letters[i].font != letters[start].font)
      {
        shape_run (self, letters + start, i - start, glyphs);
        start = i;
      }

  word = g_malloc (sizeof *word + glyphs->len * sizeof (CapPdfGlyph));
  word->n_glyphs = glyphs->len;
  word->width = 0;
  for (guint i = 0; i < glyphs->len; i++)
    {
      word->glyphs[i] = g_array_index (glyphs, CapPdfGlyph, i);
      word->width += word->glyphs[i].advance;
    }

  return word;
}

/**
 * cap_pdf_fonts_new:
 * @language: of the text, for hyphenation
 * @error: return location for a [error@Cap.ReportError]
 *
 * Returns: (transfer full) (nullable): the fonts of one document
 */
CapPdfFonts *
cap_pdf_fonts_new (const char *language,
                   GError    **error)
{
  g_autoptr(CapPdfFonts) self = g_new0 (CapPdfFonts, 1);

  self->buffer = hb_buffer_create ();
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->key = g_string_new (NULL);
  self->letters = g_array_new (FALSE, FALSE, sizeof (Letter));
  self->hyphen = cap_pdf_hyphen_new (language, error);
  if (self->hyphen == NULL)
    return NULL;

  for (guint i = 0; i < N_FONTS; i++)
    if (!open_font (&self->fonts[i], sources[i].file, error))
      return NULL;

  return g_steal_pointer (&self);
}

void
cap_pdf_fonts_free (CapPdfFonts *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < N_FONTS; i++)
    close_font (&self->fonts[i]);
  hb_buffer_destroy (self->buffer);
  g_hash_table_unref (self->words);
  g_string_free (self->key, TRUE);
  g_array_unref (self->letters);
  g_clear_pointer (&self->hyphen, cap_pdf_hyphen_free);
  g_free (self);
}

/**
 * cap_pdf_fonts_get_word:
 * @self: the fonts of a document
 * @face: how it is written
 * @text: UTF-8 in normal form C, with nothing that separates words
 * @length: in bytes
 *
 * A document says the same words again and again: each is shaped once.
 *
 * Returns: (transfer none): the glyphs of a word, valid as long as @self
 */
const CapPdfWord *
cap_pdf_fonts_get_word (CapPdfFonts *self,
                        CapPdfFace   face,
                        const char  *text,
                        gsize        length)
{
  CapPdfWord *word;

  g_string_truncate (self->key, 0);
  g_string_append_c (self->key, (char) ('0' + face));
  g_string_append_len (self->key, text, (gssize) length);
  word = g_hash_table_lookup (self->words, self->key->str);
  if (word != NULL)
    return word;

  word = shape_word (self, face, text, length);
  g_hash_table_insert (self->words, g_strdup (self->key->str), word);

  return word;
}

/* What ends a line in the middle of a word: drawn as a hyphen, read back as a soft one. */
const CapPdfGlyph *
cap_pdf_fonts_get_hyphen (CapPdfFonts *self,
                          CapPdfFace   face)
{
  CapPdfGlyph *hyphen = &self->hyphens[face];
  hb_codepoint_t glyph = 0;

  if (hyphen->cid != 0)
    return hyphen;

  hb_font_get_nominal_glyph (self->fonts[face].font, '-', &glyph);
  hyphen->font = (guint8) face;
  hyphen->cid = get_cid (&self->fonts[face], glyph, 0x00AD);
  hyphen->width = g_array_index (self->fonts[face].glyphs, FontGlyph, hyphen->cid).width;
  hyphen->advance = hyphen->width;

  return hyphen;
}

const CapPdfGlyph *
cap_pdf_fonts_get_space (CapPdfFonts *self,
                         CapPdfFace   face)
{
  return cap_pdf_fonts_get_word (self, face, " ", 1)->glyphs;
}

double
cap_pdf_fonts_get_ascent (CapPdfFonts *self,
                          CapPdfFace   face)
{
  return self->fonts[face].extents.ascender / 1000.0;
}

double
cap_pdf_fonts_get_descent (CapPdfFonts *self,
                           CapPdfFace   face)
{
  return -self->fonts[face].extents.descender / 1000.0;
}

gunichar
cap_pdf_fonts_get_char (CapPdfFonts       *self,
                        const CapPdfGlyph *glyph)
{
  return g_array_index (self->fonts[glyph->font].glyphs, FontGlyph, glyph->cid).text;
}
