/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/cap-report-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* A finished PDF, opened to be looked at: what is shown before printing is what will be printed.
 *
 * One thread at a time; the asynchronous function takes care of it.
 */
#define CAP_TYPE_PDF_PREVIEW (cap_pdf_preview_get_type ())

G_DECLARE_FINAL_TYPE (CapPdfPreview, cap_pdf_preview, CAP, PDF_PREVIEW, GObject)

/**
 * CapPdfImage:
 * @pixels: rows of native-endian 0xAARRGGBB words, opaque: what
 *   GDK_MEMORY_DEFAULT and CAIRO_FORMAT_ARGB32 call their own
 * @width: in pixels
 * @height: in pixels
 * @stride: bytes from a row to the next
 *
 * A page as a picture.
 */
typedef struct
{
  GBytes *pixels;
  guint   width;
  guint   height;
  gsize   stride;
} CapPdfImage;

CapPdfPreview *cap_pdf_preview_new           (GBytes               *pdf,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;

guint          cap_pdf_preview_get_n_pages   (CapPdfPreview        *self);
void           cap_pdf_preview_get_page_size (CapPdfPreview        *self,
                                              guint                 page,
                                              double               *width,
                                              double               *height);
CapPdfImage   *cap_pdf_preview_render        (CapPdfPreview        *self,
                                              guint                 page,
                                              double                scale) G_GNUC_WARN_UNUSED_RESULT;
void           cap_pdf_preview_render_async  (CapPdfPreview        *self,
                                              guint                 page,
                                              double                scale,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
CapPdfImage   *cap_pdf_preview_render_finish (CapPdfPreview        *self,
                                              GAsyncResult         *result,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;

void           cap_pdf_image_free            (CapPdfImage          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapPdfImage, cap_pdf_image_free)

G_END_DECLS
