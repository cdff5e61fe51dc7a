/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/documents/cap-document-print.h"

#define PRINT_DPI 300.0
#define POINTS    72.0

/* Printing a document: each page is drawn by the thread of its preview at the
 * resolution of an office printer, then put on the paper. */

typedef struct
{
  GTask             *task;      /* told once, when all is over */
  CapPdfPreview     *preview;
  GtkPrintOperation *operation;
  GtkPrintContext   *context;   /* while a page is being drawn */
} Job;

static void
free_job (Job *job)
{
  g_clear_object (&job->task);
  g_clear_object (&job->preview);
  g_clear_object (&job->operation);
  g_clear_object (&job->context);
  g_free (job);
}

/* The image is as large as the page: it is put to scale on the paper. */
static void
paint (GtkPrintContext   *context,
       const CapPdfImage *image)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  gsize size;
  guchar *pixels = (guchar *) g_bytes_get_data (image->pixels, &size);
  cairo_surface_t *surface = cairo_image_surface_create_for_data (pixels, CAIRO_FORMAT_ARGB32,
                                                                  (int) image->width,
                                                                  (int) image->height, (int) image->stride);
  double across = gtk_print_context_get_width (context) / image->width;
  double down = gtk_print_context_get_height (context) / image->height;

  cairo_save (cr);
  cairo_scale (cr, MIN (across, down), MIN (across, down));
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
  cairo_surface_destroy (surface);
}

static void
rendered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Job *job = user_data;
  g_autoptr(CapPdfImage) image = cap_pdf_preview_render_finish (CAP_PDF_PREVIEW (source), result, NULL);
  g_autoptr(GtkPrintContext) context = g_steal_pointer (&job->context);
  g_autoptr(GtkPrintOperation) operation = g_object_ref (job->operation);

  if (image != NULL)
    paint (context, image);
  else
    gtk_print_operation_cancel (operation);

  gtk_print_operation_draw_page_finish (operation);
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              Job               *job)
{
  gtk_print_operation_set_defer_drawing (operation);
  job->context = g_object_ref (context);
  cap_pdf_preview_render_async (job->preview, (guint) page, PRINT_DPI / POINTS, NULL, rendered_cb, job);
}

/* Each page on paper that lies or stands as it does. */
static void
page_setup_asked_cb (GtkPrintOperation *operation,
                     GtkPrintContext   *context,
                     int                page,
                     GtkPageSetup      *setup,
                     Job               *job)
{
  double width;
  double height;

  cap_pdf_preview_get_page_size (job->preview, (guint) page, &width, &height);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                        : GTK_PAGE_ORIENTATION_PORTRAIT);
}

static void
done_cb (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         Job                     *job)
{
  GError *error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    gtk_print_operation_get_error (operation, &error);

  if (error != NULL)
    g_task_return_error (job->task, error);
  else
    g_task_return_boolean (job->task, result == GTK_PRINT_OPERATION_RESULT_APPLY);

  free_job (job);
}

static GtkPrintOperation *
new_operation (CapDocument *document)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr(GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr(GtkPaperSize) paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size (setup, paper);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_n_pages (operation,
                                   (int) cap_pdf_preview_get_n_pages (cap_document_get_preview (document)));
  gtk_print_operation_set_job_name (operation, cap_document_get_file_name (document));
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_allow_async (operation, TRUE);

  return operation;
}

/**
 * cap_document_print_async:
 * @action: a dialog, or an export
 * @export_path: (nullable): the file of an export
 *
 * Prints a document without blocking.
 */
void
cap_document_print_async (CapDocument             *document,
                          GtkPrintOperationAction  action,
                          const char              *export_path,
                          GtkWindow               *parent,
                          GAsyncReadyCallback      callback,
                          gpointer                 user_data)
{
  g_autoptr(GtkPrintOperation) operation = NULL;
  Job *job;

  g_return_if_fail (CAP_IS_DOCUMENT (document));

  operation = new_operation (document);
  if (export_path != NULL)
    gtk_print_operation_set_export_filename (operation, export_path);

  job = g_new0 (Job, 1);
  job->task = g_task_new (document, NULL, callback, user_data);
  job->preview = g_object_ref (cap_document_get_preview (document));
  job->operation = g_object_ref (operation);

  g_signal_connect (operation, "request-page-setup", G_CALLBACK (page_setup_asked_cb), job);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), job);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), job);
  gtk_print_operation_run (operation, action, parent, NULL);
}

/**
 * cap_document_print_finish:
 *
 * Returns: whether it was printed; %FALSE without an error when the person
 *   cancelled
 */
gboolean
cap_document_print_finish (GAsyncResult  *result,
                           GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
