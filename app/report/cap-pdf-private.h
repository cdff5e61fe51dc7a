/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>

#include "report/cap-pdf-text.h"
#include "report/cap-pdf.h"
#include "report/cap-report-error.h"

G_BEGIN_DECLS

/* What the files of the engine share. libharu keeps the objects, the pages, the compression and
 * the cross-reference table; the bodies of fonts, tags, links and metadata are written by us,
 * because what it writes there is not PDF/A (see app/README.md).
 */
typedef struct _CapPdfFonts CapPdfFonts;
typedef struct _CapPdfTags  CapPdfTags;

typedef struct
{
  guint  page;
  double y;
} CapPdfPlace;

typedef struct
{
  HPDF_STATUS status; /* the first failure; the following ones are its echoes */
  HPDF_STATUS detail;
} CapPdfFailure;

/* What the page was last told: saying it again would only make the file longer. */
typedef struct
{
  int     font; /* -1 for none yet */
  double  size;
  double  tracking;
  guint32 fill;
  guint32 stroke;
  double  width;
  double  dash;
} CapPdfState;

struct _CapPdf
{
  HPDF_Doc       doc;
  CapPdfFailure  failure;
  CapPdfFonts   *fonts;
  CapPdfTags    *tags;
  GPtrArray     *pages;     /* (element-type HPDF_Page) */
  GArray        *orientations; /* (element-type CapPdfOrientation): of each page */
  guint          page;      /* where we draw */
  GString       *content;   /* operators not yet handed to the page */
  CapPdfState    state;     /* after them */
  GChecksum     *digest;    /* of all that was drawn: makes the /ID */
  GPtrArray     *bookmarks; /* (element-type Bookmark), see cap-pdf-links.c */
  GHashTable    *anchors;   /* (element-type utf8 CapPdfPlace) */
  GPtrArray     *links;     /* (element-type Link), see cap-pdf-links.c */
  GBytes        *profile;   /* ICC */
  char          *title;
  char          *author;
  char          *subject;
  char          *language;
  char          *date;
};

/* cap-pdf.c */
guint        cap_pdf_object_get_number (HPDF_Dict      object);
HPDF_Dict    cap_pdf_add_object        (CapPdf        *self);
HPDF_Dict    cap_pdf_add_body          (CapPdf        *self,
                                        char          *body);
HPDF_Dict    cap_pdf_add_stream        (CapPdf        *self,
                                        gconstpointer  data,
                                        gsize          size,
                                        gboolean       compress);
guint        cap_pdf_get_page_number   (CapPdf        *self,
                                        guint          page);
double       cap_pdf_get_page_height   (CapPdf        *self,
                                        guint          page);

/* cap-pdf-syntax.c */
void         cap_pdf_put_number        (GString       *out,
                                        double         value);
void         cap_pdf_put_integer       (GString       *out,
                                        guint          value);
void         cap_pdf_set_fill          (CapPdf        *self,
                                        guint32        color);
void         cap_pdf_set_stroke        (CapPdf        *self,
                                        guint32        color,
                                        double         width,
                                        double         dash);
void         cap_pdf_reset_state       (CapPdf        *self);
void         cap_pdf_put_string        (GString       *out,
                                        const char    *text);

/* cap-pdf-data.c */
GBytes      *cap_pdf_data_load         (const char    *name,
                                        GError       **error) G_GNUC_WARN_UNUSED_RESULT;
char        *cap_pdf_data_find         (const char    *name,
                                        GError       **error) G_GNUC_WARN_UNUSED_RESULT;

/* cap-pdf-tags.c */
CapPdfTags  *cap_pdf_tags_new          (void) G_GNUC_WARN_UNUSED_RESULT;
void         cap_pdf_tags_free         (CapPdfTags    *self);
void         cap_pdf_tags_mark         (CapPdf        *pdf,
                                        gboolean       decoration);
void         cap_pdf_tags_close_mark   (CapPdf        *pdf);
guint        cap_pdf_tags_add_link     (CapPdf        *pdf,
                                        HPDF_Dict      annotation);
void         cap_pdf_tags_write        (CapPdf        *pdf);

/* cap-pdf-links.c */
void         cap_pdf_links_init        (CapPdf        *self);
void         cap_pdf_links_clear       (CapPdf        *self);
void         cap_pdf_links_write       (CapPdf        *self);

/* cap-pdf-metadata.c */
void         cap_pdf_metadata_write    (CapPdf        *self);

/* cap-pdf-font.c */

/* One character as it is drawn. Widths are thousandths of the size. */
typedef struct
{
  guint16 cid;     /* in its font */
  gint16  advance; /* kerned */
  gint16  width;   /* as the font says */
  guint8  font;
  guint8  brk;     /* a CapPdfBreak: may a line end before it? */
} CapPdfGlyph;

typedef enum
{
  CAP_PDF_BREAK_NONE,
  CAP_PDF_BREAK_HYPHEN, /* yes, with a hyphen */
  CAP_PDF_BREAK_PLAIN,  /* yes, as it is: after a dash or a slash */
} CapPdfBreak;

/* What stands between two spaces, shaped once per document and face. */
typedef struct
{
  guint       n_glyphs;
  int         width;
  CapPdfGlyph glyphs[];
} CapPdfWord;

CapPdfFonts      *cap_pdf_fonts_new         (const char   *language,
                                             GError      **error) G_GNUC_WARN_UNUSED_RESULT;
void              cap_pdf_fonts_free        (CapPdfFonts  *self);
const CapPdfWord *cap_pdf_fonts_get_word    (CapPdfFonts  *self,
                                             CapPdfFace    face,
                                             const char   *text,
                                             gsize         length);
const CapPdfGlyph *cap_pdf_fonts_get_hyphen (CapPdfFonts  *self,
                                             CapPdfFace    face);
const CapPdfGlyph *cap_pdf_fonts_get_space  (CapPdfFonts  *self,
                                             CapPdfFace    face);
double            cap_pdf_fonts_get_ascent  (CapPdfFonts  *self,
                                             CapPdfFace    face);
double            cap_pdf_fonts_get_descent (CapPdfFonts  *self,
                                             CapPdfFace    face);
gunichar          cap_pdf_fonts_get_char    (CapPdfFonts  *self,
                                             const CapPdfGlyph *glyph);
gboolean          cap_pdf_fonts_write       (CapPdf       *pdf,
                                             GString      *resources,
                                             GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapPdfFonts, cap_pdf_fonts_free)

G_END_DECLS
