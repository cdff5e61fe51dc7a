/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-doc-odt-private.h"

#include <cairo.h>

#include "report/cap-pdf-preview.h"
#include "report/cap-report-private.h"

/* A figure is drawn on a page of its own, by the same code as in the PDF, and looked at. */
#define MARGIN 12.0
#define SCALE  (200.0 / 72.0) /* 200 dots per inch */

static cairo_status_t
take_png (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
crop (const CapPdfImage *image,
      double             left,
      double             top,
      double             width,
      double             height)
{
  GByteArray *png = g_byte_array_new ();
  int x = (int) (left * SCALE);
  int y = (int) (top * SCALE);
  int w = MIN ((int) (width * SCALE), (int) image->width - x);
  int h = MIN ((int) (height * SCALE), (int) image->height - y);
  const guchar *pixels = g_bytes_get_data (image->pixels, NULL);
  g_autofree guchar *copy = g_memdup2 (pixels + (gsize) y * image->stride + (gsize) x * 4,
                                       (gsize) (h - 1) * image->stride + (gsize) w * 4);
  cairo_surface_t *surface = cairo_image_surface_create_for_data (copy, CAIRO_FORMAT_RGB24, w, h,
                                                                  (int) image->stride);

  cairo_surface_write_to_png_stream (surface, take_png, png);
  cairo_surface_destroy (surface);

  return g_byte_array_free_to_bytes (png);
}

/* The figure alone, on one page; its links lead nowhere. */
static GBytes *
draw_alone (CapOdt              *self,
            const CapDocFigure  *figure,
            double              *height,
            GError             **error)
{
  const CapRect frame = { CAP_REPORT_LEFT, MARGIN, CAP_REPORT_WIDTH, CAP_PDF_A4_HEIGHT - 2 * MARGIN };
  g_autoptr(GPtrArray) anchors = cap_doc_list_anchors (self->doc);
  g_autoptr(CapPdf) pdf = cap_pdf_new (self->info, error);
  g_autoptr(CapPdfFlow) flow = NULL;

  if (pdf == NULL)
    return NULL;

  flow = cap_pdf_flow_new (pdf, &frame);
  cap_pdf_flow_break_page (flow);
  for (guint i = 0; i < anchors->len; i++)
    cap_pdf_set_anchor (pdf, g_ptr_array_index (anchors, i), 0);
  figure->draw (flow, figure->data);
  *height = cap_pdf_get_n_pages (pdf) > 1 ? frame.height : frame.height - cap_pdf_flow_get_remaining (flow);
  cap_pdf_flow_finish (flow, NULL, NULL);

  return cap_pdf_finish (pdf, error);
}

/**
 * cap_odt_dup_picture:
 * @self: a document
 * @figure: one of its figures
 * @width: (out): in points
 * @height: (out): in points
 * @error: return location for a [error@Cap.ReportError]
 *
 * Returns: (transfer full) (nullable): the figure, as PNG
 */
GBytes *
cap_odt_dup_picture (CapOdt              *self,
                     const CapDocFigure  *figure,
                     double              *width,
                     double              *height,
                     GError             **error)
{
  g_autoptr(GBytes) bytes = draw_alone (self, figure, height, error);
  g_autoptr(CapPdfPreview) preview = bytes != NULL ? cap_pdf_preview_new (bytes, error) : NULL;
  g_autoptr(CapPdfImage) image = NULL;

  if (preview == NULL)
    return NULL;

  image = cap_pdf_preview_render (preview, 0, SCALE);
  *width = CAP_REPORT_WIDTH;
  *height += MARGIN;

  return crop (image, CAP_REPORT_LEFT, MARGIN - 8, *width, *height);
}
