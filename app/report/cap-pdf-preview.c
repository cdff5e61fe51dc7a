/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-pdf-preview.h"

#include <cairo.h>
#include <math.h>
#include <poppler.h>

/* A page is at most this large, whatever the zoom: 400 MB would be no preview. */
#define MAX_PIXELS 8192

struct _CapPdfPreview
{
  GObject          parent_instance;
  PopplerDocument *document;
  GMutex           mutex; /* Poppler wants one thread at a time */
};

G_DEFINE_FINAL_TYPE (CapPdfPreview, cap_pdf_preview, G_TYPE_OBJECT)

typedef struct
{
  guint  page;
  double scale;
} RenderJob;

static void
render_thread_cb (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  const RenderJob *job = data;

  if (g_task_return_error_if_cancelled (task))
    return;

  g_task_return_pointer (task, cap_pdf_preview_render (source, job->page, job->scale),
                         (GDestroyNotify) cap_pdf_image_free);
}

static void
cap_pdf_preview_finalize (GObject *object)
{
  CapPdfPreview *self = CAP_PDF_PREVIEW (object);

  g_clear_object (&self->document);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (cap_pdf_preview_parent_class)->finalize (object);
}

static void
cap_pdf_preview_class_init (CapPdfPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cap_pdf_preview_finalize;
}

static void
cap_pdf_preview_init (CapPdfPreview *self)
{
  g_mutex_init (&self->mutex);
}

/**
 * cap_pdf_preview_new:
 * @pdf: a document
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a reader of @pdf
 */
CapPdfPreview *
cap_pdf_preview_new (GBytes  *pdf,
                     GError **error)
{
  g_autoptr(CapPdfPreview) self = NULL;

  g_return_val_if_fail (pdf != NULL, NULL);

  self = g_object_new (CAP_TYPE_PDF_PREVIEW, NULL);
  self->document = poppler_document_new_from_bytes (pdf, NULL, error);

  return self->document != NULL ? g_steal_pointer (&self) : NULL;
}

guint
cap_pdf_preview_get_n_pages (CapPdfPreview *self)
{
  g_return_val_if_fail (CAP_IS_PDF_PREVIEW (self), 0);

  return (guint) poppler_document_get_n_pages (self->document);
}

/* In points. */
void
cap_pdf_preview_get_page_size (CapPdfPreview *self,
                               guint          page,
                               double        *width,
                               double        *height)
{
  PopplerPage *it;

  g_return_if_fail (CAP_IS_PDF_PREVIEW (self));
  g_return_if_fail (width != NULL && height != NULL);

  g_mutex_lock (&self->mutex);
  it = poppler_document_get_page (self->document, (int) page);
  if (it != NULL)
    poppler_page_get_size (it, width, height);
  g_clear_object (&it);
  g_mutex_unlock (&self->mutex);
}

static cairo_surface_t *
draw_page (PopplerPage *page,
           double       scale)
{
  double width, height;
  cairo_surface_t *surface;
  cairo_t *cr;

  poppler_page_get_size (page, &width, &height);
  scale = MIN (scale, MAX_PIXELS / MAX (width, height));
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil (width * scale),
                                        (int) ceil (height * scale));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  poppler_page_render (page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

/**
 * cap_pdf_preview_render:
 * @self: a preview
 * @page: which page, from 0
 * @scale: pixels per point
 *
 * Renders a page; some 20 ms at the size of a screen, so not in the main thread.
 *
 * Returns: (transfer full): the page as a picture
 */
CapPdfImage *
cap_pdf_preview_render (CapPdfPreview *self,
                        guint          page,
                        double         scale)
{
  PopplerPage *it;
  cairo_surface_t *surface;
  CapPdfImage *image;

  g_return_val_if_fail (CAP_IS_PDF_PREVIEW (self), NULL);
  g_return_val_if_fail (page < cap_pdf_preview_get_n_pages (self), NULL);
  g_return_val_if_fail (scale > 0, NULL);

  g_mutex_lock (&self->mutex);
  it = poppler_document_get_page (self->document, (int) page);
  surface = draw_page (it, scale);
  g_clear_object (&it);
  g_mutex_unlock (&self->mutex);

  image = g_new0 (CapPdfImage, 1);
  image->width = (guint) cairo_image_surface_get_width (surface);
  image->height = (guint) cairo_image_surface_get_height (surface);
  image->stride = (gsize) cairo_image_surface_get_stride (surface);
  image->pixels = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                              image->stride * image->height,
                                              (GDestroyNotify) cairo_surface_destroy, surface);

  return image;
}

/**
 * cap_pdf_preview_render_async:
 * @self: a preview
 * @page: which page, from 0
 * @scale: pixels per point
 * @cancellable: (nullable): to give up
 * @callback: what to do then
 * @user_data: for @callback
 *
 * Renders a page in a thread of its own.
 */
void
cap_pdf_preview_render_async (CapPdfPreview       *self,
                              guint                page,
                              double               scale,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  RenderJob job = { page, scale };

  g_return_if_fail (CAP_IS_PDF_PREVIEW (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cap_pdf_preview_render_async);
  g_task_set_task_data (task, g_memdup2 (&job, sizeof job), g_free);
  g_task_run_in_thread (task, render_thread_cb);
}

CapPdfImage *
cap_pdf_preview_render_finish (CapPdfPreview  *self,
                               GAsyncResult   *result,
                               GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
cap_pdf_image_free (CapPdfImage *self)
{
  if (self == NULL)
    return;

  g_bytes_unref (self->pixels);
  g_free (self);
}
