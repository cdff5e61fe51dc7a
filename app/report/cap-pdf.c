/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-pdf-private.h"

#include <glib/gi18n.h>


/* Kids of one node of the page tree: readers of PDF 1.4 stop at 8191, and search them one by one. */
#define PAGES_PER_NODE 100

/* libharu takes its memory in blocks of this size and gives them back together. */
#define POOL_SIZE (64 * 1024)

G_DEFINE_QUARK (cap-report-error-quark, cap_report_error)

/* libharu calls back instead of returning a reason. No longjmp(): it would jump over every
 * g_autoptr of the callers.
 */
static void
note_failure_cb (HPDF_STATUS  status,
                 HPDF_STATUS  detail,
                 void        *user_data)
{
  CapPdfFailure *failure = user_data;

  if (failure->status == HPDF_OK)
    *failure = (CapPdfFailure) { status, detail };
}

static void *
allocate_cb (HPDF_UINT size)
{
  return g_malloc (size);
}

static HPDF_STATUS
write_body_cb (HPDF_Dict   object,
               HPDF_Stream stream)
{
  return object->attr != NULL ? HPDF_Stream_WriteStr (stream, object->attr) : HPDF_OK;
}

static void
free_body_cb (HPDF_Dict object)
{
  g_free (object->attr);
}

/* Hands the operators to the page that they belong to. */
static void
flush_content (CapPdf *self)
{
  HPDF_PageAttr attr;

  if (self->pages->len == 0)
    return;

  cap_pdf_tags_close_mark (self);
  attr = ((HPDF_Page) g_ptr_array_index (self->pages, self->page))->attr;
  g_checksum_update (self->digest, (guchar *) self->content->str, (gssize) self->content->len);
  HPDF_Stream_Write (attr->stream, (HPDF_BYTE *) self->content->str, (HPDF_UINT) self->content->len);
  g_string_truncate (self->content, 0);
  cap_pdf_reset_state (self);
}

/* All the pages share one dictionary of resources, complete only now. */
static gboolean
write_resources (CapPdf  *self,
                 GError **error)
{
  g_autoptr(GString) body = g_string_new ("/ProcSet [/PDF /Text]\n/Font <<\n");
  HPDF_Dict resources;

  if (!cap_pdf_fonts_write (self, body, error))
    return FALSE;

  g_string_append (body, ">>");
  resources = cap_pdf_add_body (self, g_strdup (body->str));
  for (guint i = 0; i < self->pages->len; i++)
    HPDF_Dict_Add (g_ptr_array_index (self->pages, i), "Resources", resources);

  return TRUE;
}

static GBytes *
save (CapPdf *self)
{
  HPDF_UINT32 size;
  g_autofree HPDF_BYTE *data = NULL;

  if (HPDF_SaveToStream (self->doc) != HPDF_OK)
    return NULL;

  size = HPDF_GetStreamSize (self->doc);
  data = g_malloc (size);
  HPDF_ResetStream (self->doc);
  HPDF_ReadFromStream (self->doc, data, &size);

  return g_bytes_new_take (g_steal_pointer (&data), size);
}

guint
cap_pdf_object_get_number (HPDF_Dict object)
{
  return object->header.obj_id & 0x00FFFFFF;
}

/**
 * cap_pdf_add_object:
 * @self: a document
 *
 * Reserves an object. Its body, an owned string, goes to its field attr before
 * the document is finished.
 *
 * Returns: (transfer none): the object
 */
HPDF_Dict
cap_pdf_add_object (CapPdf *self)
{
  HPDF_Dict object = HPDF_Dict_New (self->doc->mmgr);

  HPDF_Xref_Add (self->doc->xref, object);
  object->write_fn = write_body_cb;
  object->free_fn = free_body_cb;

  return object;
}

/**
 * cap_pdf_add_body:
 * @self: a document
 * @body: (transfer full): what stands between << and >>
 *
 * Returns: (transfer none): a new dictionary
 */
HPDF_Dict
cap_pdf_add_body (CapPdf *self,
                  char   *body)
{
  HPDF_Dict object = cap_pdf_add_object (self);

  object->attr = body;

  return object;
}

HPDF_Dict
cap_pdf_add_stream (CapPdf        *self,
                    gconstpointer  data,
                    gsize          size,
                    gboolean       compress)
{
  HPDF_Dict object = HPDF_DictStream_New (self->doc->mmgr, self->doc->xref);

  if (compress)
    object->filter = HPDF_STREAM_FILTER_FLATE_DECODE;
  HPDF_Stream_Write (object->stream, data, (HPDF_UINT) size);

  return object;
}

guint
cap_pdf_get_page_number (CapPdf *self,
                         guint   page)
{
  return cap_pdf_object_get_number (g_ptr_array_index (self->pages, page));
}

static gboolean
is_landscape (CapPdf *self,
              guint   page)
{
  return g_array_index (self->orientations, CapPdfOrientation, page) == CAP_PDF_LANDSCAPE;
}

/* What y is counted from, in a format whose own origin is the bottom left corner. */
double
cap_pdf_get_page_height (CapPdf *self,
                         guint   page)
{
  return is_landscape (self, page) ? CAP_PDF_A4_WIDTH : CAP_PDF_A4_HEIGHT;
}

/**
 * cap_pdf_new:
 * @info: what the document says about itself
 * @error: return location for a [error@Cap.ReportError]
 *
 * Returns: (transfer full) (nullable): a document without a page
 */
CapPdf *
cap_pdf_new (const CapPdfInfo *info,
             GError          **error)
{
  g_autoptr(CapPdf) self = NULL;

  g_return_val_if_fail (info != NULL && info->title != NULL, NULL);
  g_return_val_if_fail (info->language != NULL && info->date != NULL, NULL);

  self = g_new0 (CapPdf, 1);
  self->title = g_utf8_make_valid (info->title, -1);
  self->author = info->author != NULL ? g_utf8_make_valid (info->author, -1) : NULL;
  self->subject = info->subject != NULL ? g_utf8_make_valid (info->subject, -1) : NULL;
  self->language = g_strdup (info->language);
  self->date = g_strdup (info->date);
  self->content = g_string_sized_new (16 * 1024);
  self->digest = g_checksum_new (G_CHECKSUM_MD5);
  self->pages = g_ptr_array_new ();
  self->orientations = g_array_new (FALSE, FALSE, sizeof (CapPdfOrientation));
  self->tags = cap_pdf_tags_new ();
  cap_pdf_links_init (self);
  cap_pdf_reset_state (self);

  self->doc = HPDF_NewEx (note_failure_cb, allocate_cb, g_free, POOL_SIZE, &self->failure);
  HPDF_SetCompressionMode (self->doc, HPDF_COMP_ALL);
  HPDF_SetPagesConfiguration (self->doc, PAGES_PER_NODE);

  self->profile = cap_pdf_data_load ("print/sRGB.icc", error);
  if (self->profile == NULL)
    return NULL;
  self->fonts = cap_pdf_fonts_new (info->language, error);
  if (self->fonts == NULL)
    return NULL;

  return g_steal_pointer (&self);
}

void
cap_pdf_free (CapPdf *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->doc, HPDF_Free);
  g_clear_pointer (&self->fonts, cap_pdf_fonts_free);
  g_clear_pointer (&self->tags, cap_pdf_tags_free);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->orientations, g_array_unref);
  g_clear_pointer (&self->digest, g_checksum_free);
  g_clear_pointer (&self->profile, g_bytes_unref);
  cap_pdf_links_clear (self);
  g_string_free (self->content, TRUE);
  g_free (self->title);
  g_free (self->author);
  g_free (self->subject);
  g_free (self->language);
  g_free (self->date);
  g_free (self);
}

/**
 * cap_pdf_add_page:
 * @self: a document
 * @orientation: how it lies
 *
 * Adds an A4 page after the last one, and goes there.
 *
 * Returns: its number, from 0
 */
guint
cap_pdf_add_page (CapPdf            *self,
                  CapPdfOrientation  orientation)
{
  HPDF_Page page;

  g_return_val_if_fail (self != NULL, 0);

  flush_content (self);
  page = HPDF_AddPage (self->doc);
  HPDF_Dict_AddNumber (page, "StructParents", (HPDF_INT32) self->pages->len);
  HPDF_Dict_AddName (page, "Tabs", "S");
  g_ptr_array_add (self->pages, page);
  g_array_append_val (self->orientations, orientation);
  self->page = self->pages->len - 1;
  HPDF_Page_SetWidth (page, (HPDF_REAL) cap_pdf_get_width (self));
  HPDF_Page_SetHeight (page, (HPDF_REAL) cap_pdf_get_height (self));

  return self->page;
}

/**
 * cap_pdf_set_page:
 * @self: a document
 * @page: a page that was added, from 0
 *
 * Goes to a page, to draw more on it: what is only known at the end, for instance.
 */
void
cap_pdf_set_page (CapPdf *self,
                  guint   page)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (page < self->pages->len);

  if (page == self->page)
    return;

  flush_content (self);
  self->page = page;
}

guint
cap_pdf_get_page (CapPdf *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->page;
}

guint
cap_pdf_get_n_pages (CapPdf *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->pages->len;
}

/* Of the page where we draw. */
double
cap_pdf_get_width (CapPdf *self)
{
  g_return_val_if_fail (self != NULL && self->page < self->pages->len, 0);

  return is_landscape (self, self->page) ? CAP_PDF_A4_HEIGHT : CAP_PDF_A4_WIDTH;
}

double
cap_pdf_get_height (CapPdf *self)
{
  g_return_val_if_fail (self != NULL && self->page < self->pages->len, 0);

  return cap_pdf_get_page_height (self, self->page);
}

/**
 * cap_pdf_finish:
 * @self: a document with at least one page, all tags closed
 * @error: return location for a [error@Cap.ReportError]
 *
 * Makes the file, in memory. Nothing can be added afterwards.
 *
 * Returns: (transfer full) (nullable): the PDF
 */
GBytes *
cap_pdf_finish (CapPdf  *self,
                GError **error)
{
  g_autoptr(GBytes) bytes = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (self->pages->len > 0, NULL);

  flush_content (self);
  if (!write_resources (self, error))
    return NULL;

  cap_pdf_tags_write (self);
  cap_pdf_links_write (self);
  cap_pdf_metadata_write (self);
  bytes = save (self);

  if (self->failure.status != HPDF_OK || bytes == NULL)
    {
      /* Translators: the two numbers are for whoever repairs the program */
      g_set_error (error, CAP_REPORT_ERROR, CAP_REPORT_ERROR_FAILED,
                   _("The document cannot be made (%lX, %lu)."), self->failure.status, self->failure.detail);
      return NULL;
    }

  return g_steal_pointer (&bytes);
}
