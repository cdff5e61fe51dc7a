/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-pdf-font-private.h"

#include <glib/gi18n.h>
#include <hb-ot.h>
#include <hb-subset.h>


/* veraPDF and older readers want no more in one block. */
#define MAX_BFCHAR 100

/* The rest of the descriptor is read from the font. */
static const struct
{
  const char *name;
  int         stem;
  int         slant;
} traits[N_FONTS] = {
  [CAP_PDF_FACE_REGULAR] = { "Lato-Regular", 80, 0 },
  [CAP_PDF_FACE_ITALIC] = { "Lato-Italic", 80, -7 },
  [CAP_PDF_FACE_BOLD] = { "Lato-Bold", 120, 0 },
  [CAP_PDF_FACE_LIGHT] = { "Lato-Light", 55, 0 },
  [CAP_PDF_FACE_BLACK] = { "Lato-Black", 160, 0 },
  [FONT_FALLBACK] = { "DejaVuSans", 80, 0 },
  [FONT_FALLBACK_BOLD] = { "DejaVuSans-Bold", 140, 0 },
};

/* Not needed to draw glyphs by their number. */
static const hb_tag_t dropped_tables[] = {
  HB_TAG ('c', 'm', 'a', 'p'), HB_TAG ('n', 'a', 'm', 'e'), HB_TAG ('p', 'o', 's', 't'),
  HB_TAG ('O', 'S', '/', '2'), HB_TAG ('G', 'S', 'U', 'B'), HB_TAG ('G', 'P', 'O', 'S'),
  HB_TAG ('G', 'D', 'E', 'F'), HB_TAG ('k', 'e', 'r', 'n'), HB_TAG ('D', 'S', 'I', 'G'),
  HB_TAG ('g', 'a', 's', 'p'), HB_TAG ('F', 'F', 'T', 'M'),
};

G_DEFINE_AUTOPTR_CLEANUP_FUNC (hb_subset_input_t, hb_subset_input_destroy)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (hb_subset_plan_t, hb_subset_plan_destroy)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (hb_face_t, hb_face_destroy)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (hb_blob_t, hb_blob_destroy)

static hb_subset_plan_t *
make_plan (const Font *font)
{
  g_autoptr(hb_subset_input_t) input = hb_subset_input_create_or_fail ();
  hb_set_t *glyphs;
  hb_set_t *dropped;

  if (input == NULL)
    return NULL;

  glyphs = hb_subset_input_glyph_set (input);
  for (guint cid = 1; cid < font->glyphs->len; cid++)
    hb_set_add (glyphs, g_array_index (font->glyphs, FontGlyph, cid).glyph);

  dropped = hb_subset_input_set (input, HB_SUBSET_SETS_DROP_TABLE_TAG);
  for (gsize i = 0; i < G_N_ELEMENTS (dropped_tables); i++)
    hb_set_add (dropped, dropped_tables[i]);
  hb_subset_input_set_flags (input, HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);

  return hb_subset_plan_create_or_fail (font->face, input);
}

static guint
write_file (CapPdf           *pdf,
            hb_subset_plan_t *plan)
{
  g_autoptr(hb_face_t) face = hb_subset_plan_execute_or_fail (plan);
  g_autoptr(hb_blob_t) blob = face != NULL ? hb_face_reference_blob (face) : NULL;
  unsigned length = 0;
  const char *data = blob != NULL ? hb_blob_get_data (blob, &length) : NULL;
  HPDF_Dict stream;

  if (length == 0)
    return 0;

  stream = cap_pdf_add_stream (pdf, data, length, TRUE);
  HPDF_Dict_AddNumber (stream, "Length1", (HPDF_INT32) length);

  return cap_pdf_object_get_number (stream);
}

static guint
write_glyph_map (CapPdf           *pdf,
                 const Font       *font,
                 hb_subset_plan_t *plan)
{
  const hb_map_t *map = hb_subset_plan_old_to_new_glyph_mapping (plan);
  g_autoptr(GByteArray) glyphs = g_byte_array_new ();

  for (guint cid = 0; cid < font->glyphs->len; cid++)
    {
      guint glyph = cid == 0 ? 0 : hb_map_get (map, g_array_index (font->glyphs, FontGlyph, cid).glyph);
      guint8 pair[2] = { (guint8) (glyph >> 8), (guint8) (glyph & 0xff) };

      g_byte_array_append (glyphs, pair, sizeof pair);
    }

  return cap_pdf_object_get_number (cap_pdf_add_stream (pdf, glyphs->data, glyphs->len, TRUE));
}

static guint
write_cid_set (CapPdf     *pdf,
               const Font *font)
{
  gsize size = font->glyphs->len / 8 + 1;
  g_autofree guint8 *bits = g_malloc0 (size);

  for (guint cid = 0; cid < font->glyphs->len; cid++)
    bits[cid / 8] |= (guint8) (0x80 >> cid % 8);

  return cap_pdf_object_get_number (cap_pdf_add_stream (pdf, bits, size, TRUE));
}

static void
put_utf16 (GString  *out,
           gunichar  c)
{
  if (c < 0x10000)
    g_string_append_printf (out, "%04X", c);
  else
    g_string_append_printf (out, "%04X%04X", 0xD800 + ((c - 0x10000) >> 10),
                            0xDC00 + ((c - 0x10000) & 0x3FF));
}

static guint
write_to_unicode (CapPdf     *pdf,
                  const Font *font)
{
  g_autoptr(GString) map = g_string_new (
    "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
    "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
    "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");

  for (guint first = 1; first < font->glyphs->len; first += MAX_BFCHAR)
    {
      guint last = MIN (first + MAX_BFCHAR, font->glyphs->len);

      g_string_append_printf (map, "%u beginbfchar\n", last - first);
      for (guint cid = first; cid < last; cid++)
        {
          g_string_append_printf (map, "<%04X> <", cid);
          put_utf16 (map, g_array_index (font->glyphs, FontGlyph, cid).text);
          g_string_append (map, ">\n");
        }
      g_string_append (map, "endbfchar\n");
    }
  g_string_append (map, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");

  return cap_pdf_object_get_number (cap_pdf_add_stream (pdf, map->str, map->len, TRUE));
}

static void
put_bounding_box (GString   *out,
                  hb_face_t *face)
{
  g_autoptr(hb_blob_t) head = hb_face_reference_table (face, HB_TAG ('h', 'e', 'a', 'd'));
  unsigned length = 0;
  const guint8 *data = (const guint8 *) hb_blob_get_data (head, &length);
  int units = (int) hb_face_get_upem (face);

  g_string_append (out, "/FontBBox [");
  for (guint i = 0; i < 4 && length >= 44; i++)
    g_string_append_printf (out, "%d ", (gint16) (data[36 + 2 * i] << 8 | data[37 + 2 * i]) * 1000 / units);
  g_string_append (out, "]\n");
}

/* Six letters that tell this subset from another one of the same font. */
static char *
make_name (const Font *font,
           guint       index)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_MD5);
  guint8 digest[16];
  gsize size = sizeof digest;
  char tag[7] = { 0 };

  g_checksum_update (checksum, (const guchar *) font->glyphs->data,
                     (gssize) (font->glyphs->len * sizeof (FontGlyph)));
  g_checksum_get_digest (checksum, digest, &size);
  for (guint i = 0; i < 6; i++)
    tag[i] = (char) ('A' + digest[i] % 26);

  return g_strconcat (tag, "+", traits[index].name, NULL);
}

static guint
write_descriptor (CapPdf     *pdf,
                  const Font *font,
                  guint       index,
                  const char *name,
                  guint       file)
{
  GString *body = g_string_new (NULL);
  hb_position_t cap_height = 700;

  hb_ot_metrics_get_position_with_fallback (font->font, HB_OT_METRICS_TAG_CAP_HEIGHT, &cap_height);
  g_string_append_printf (body, "/Type /FontDescriptor /FontName /%s /Flags 4\n", name);
  put_bounding_box (body, font->face);
  g_string_append_printf (body, "/ItalicAngle %d /Ascent %d /Descent %d /CapHeight %d /StemV %d\n",
                          traits[index].slant, font->extents.ascender, font->extents.descender, cap_height,
                          traits[index].stem);
  g_string_append_printf (body, "/FontFile2 %u 0 R /CIDSet %u 0 R", file, write_cid_set (pdf, font));

  return cap_pdf_object_get_number (cap_pdf_add_body (pdf, g_string_free (body, FALSE)));
}

static guint
write_cid_font (CapPdf           *pdf,
                const Font       *font,
                const char       *name,
                guint             descriptor,
                hb_subset_plan_t *plan)
{
  GString *body = g_string_new (NULL);

  g_string_append_printf (body, "/Type /Font /Subtype /CIDFontType2 /BaseFont /%s\n"
                          "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>\n"
                          "/FontDescriptor %u 0 R /CIDToGIDMap %u 0 R\n/W [1 [",
                          name, descriptor, write_glyph_map (pdf, font, plan));
  for (guint cid = 1; cid < font->glyphs->len; cid++)
    g_string_append_printf (body, "%d ", g_array_index (font->glyphs, FontGlyph, cid).width);
  g_string_append (body, "]]");

  return cap_pdf_object_get_number (cap_pdf_add_body (pdf, g_string_free (body, FALSE)));
}

static gboolean
write_font (CapPdf   *pdf,
            guint     index,
            GString  *resources,
            GError  **error)
{
  const Font *font = &pdf->fonts->fonts[index];
  g_autoptr(hb_subset_plan_t) plan = make_plan (font);
  g_autofree char *name = make_name (font, index);
  guint file = plan != NULL ? write_file (pdf, plan) : 0;
  guint descriptor;
  guint cid_font;
  HPDF_Dict object;

  if (file == 0)
    {
      /* Translators: %s is the name of a font */
      g_set_error (error, CAP_REPORT_ERROR, CAP_REPORT_ERROR_DATA,
                   _("The font “%s” is damaged. Install Cap Cèdre again."), traits[index].name);
      return FALSE;
    }

  descriptor = write_descriptor (pdf, font, index, name, file);
  cid_font = write_cid_font (pdf, font, name, descriptor, plan);
  object = cap_pdf_add_body (pdf, g_strdup_printf (
    "/Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H\n"
    "/DescendantFonts [%u 0 R] /ToUnicode %u 0 R", name, cid_font, write_to_unicode (pdf, font)));
  g_string_append_printf (resources, "/F%u %u 0 R\n", index, cap_pdf_object_get_number (object));

  return TRUE;
}

/**
 * cap_pdf_fonts_write:
 * @pdf: a document whose pages are all drawn
 * @resources: gets the names that the pages use
 * @error: return location for a [error@Cap.ReportError]
 *
 * Embeds the glyphs that were used, and nothing else.
 *
 * Returns: whether the fonts are in the document
 */
gboolean
cap_pdf_fonts_write (CapPdf   *pdf,
                     GString  *resources,
                     GError  **error)
{
  for (guint i = 0; i < N_FONTS; i++)
    if (pdf->fonts->fonts[i].glyphs->len > 1 && !write_font (pdf, i, resources, error))
      return FALSE;

  return TRUE;
}
