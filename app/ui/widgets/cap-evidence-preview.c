/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/widgets/cap-evidence-preview.h"

#include <glib/gi18n.h>

#include "base/cap-text.h"
#include "workspace/cap-document.h"

#define MAX_SIDE   1000             /* of what is shown, in pixels */
#define MAX_PIXELS (64 * 1000 * 1000) /* of what is decoded: a picture may unfold to far more than its file */
#define BLOCK      (64 * 1024)

struct _CapEvidencePreview
{
  GtkWidget     parent_instance;

  CapWorkspace *workspace;
  GCancellable *cancellable;  /* of the reading of another file */
  char         *sha256;       /* of what is shown, or NULL */
  char         *media_type;
  char         *name;

  GtkWidget    *picture;
};

G_DEFINE_FINAL_TYPE (CapEvidencePreview, cap_evidence_preview, GTK_TYPE_WIDGET)

/* What is decoded in a thread. */
typedef struct
{
  GBytes   *content;
  gboolean  is_pdf;
} Job;

static void
free_job (Job *job)
{
  g_bytes_unref (job->content);
  g_free (job);
}

/* Called before anything is decoded. */
static void
size_known_cb (GdkPixbufLoader *loader,
               int              width,
               int              height,
               gpointer         user_data)
{
  const int side = MAX (width, height);

  if (width <= 0 || height <= 0 || (gint64) width * height > MAX_PIXELS)
    gdk_pixbuf_loader_set_size (loader, 0, 0);
  else if (side > MAX_SIDE)
    gdk_pixbuf_loader_set_size (loader, MAX (1, (int) ((gint64) width * MAX_SIDE / side)),
                                MAX (1, (int) ((gint64) height * MAX_SIDE / side)));
}

static gboolean
feed (GdkPixbufLoader  *loader,
      GBytes           *content,
      GError          **error)
{
  gsize size;
  const guchar *data = g_bytes_get_data (content, &size);

  for (gsize at = 0; at < size; at += BLOCK)
    if (!gdk_pixbuf_loader_write (loader, data + at, MIN (BLOCK, size - at), error))
      {
        gdk_pixbuf_loader_close (loader, NULL);
        return FALSE;
      }

  return gdk_pixbuf_loader_close (loader, error);
}

static GdkTexture *
decode_picture (GBytes  *content,
                GError **error)
{
  g_autoptr(GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  g_autoptr(GdkPixbuf) upright = NULL;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_known_cb), NULL);
  if (!feed (loader, content, error))
    return NULL;

  if (gdk_pixbuf_loader_get_pixbuf (loader) != NULL)
    upright = gdk_pixbuf_apply_embedded_orientation (gdk_pixbuf_loader_get_pixbuf (loader));
  if (upright == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "no picture");
      return NULL;
    }

  return gdk_texture_new_for_pixbuf (upright);
}

static GdkTexture *
decode_pdf (GBytes  *content,
            GError **error)
{
  g_autoptr(CapPdfPreview) preview = cap_pdf_preview_new (content, error);
  g_autoptr(CapPdfImage) image = NULL;
  double width = 0;
  double height = 0;

  if (preview == NULL)
    return NULL;

  cap_pdf_preview_get_page_size (preview, 0, &width, &height);
  if (width > 0 && height > 0)
    image = cap_pdf_preview_render (preview, 0, MAX_SIDE / MAX (width, height));
  if (image == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "no page");
      return NULL;
    }

  return gdk_memory_texture_new ((int) image->width, (int) image->height, GDK_MEMORY_DEFAULT, image->pixels,
                                 image->stride);
}

static void
decode_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  const Job *job = data;
  GError *error = NULL;
  GdkTexture *texture = job->is_pdf ? decode_pdf (job->content, &error)
                                    : decode_picture (job->content, &error);

  if (texture != NULL)
    g_task_return_pointer (task, texture, g_object_unref);
  else
    g_task_return_error (task, error);
}

/* What cannot be shown is not: the file opens in its own application. */
static void
decoded_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  CapEvidencePreview *self = CAP_EVIDENCE_PREVIEW (source);
  g_autoptr(GdkTexture) texture = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autofree char *name = NULL;

  if (texture == NULL)
    return;

  /* Translators: the name of a file */
  name = g_strdup_printf (_("Preview of %s"), self->name);
  gtk_picture_set_paintable (GTK_PICTURE (self->picture), GDK_PAINTABLE (texture));
  gtk_picture_set_alternative_text (GTK_PICTURE (self->picture), name);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
content_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(CapEvidencePreview) self = CAP_EVIDENCE_PREVIEW (user_data);
  g_autoptr(GError) error = NULL;
  GBytes *content = cap_workspace_read_content_finish (CAP_WORKSPACE (source), result, &error);
  g_autoptr(GTask) task = NULL;
  Job *job;

  if (content == NULL)
    return;

  job = g_new0 (Job, 1);
  job->content = content;
  job->is_pdf = g_strcmp0 (self->media_type, "application/pdf") == 0;
  task = g_task_new (self, self->cancellable, decoded_cb, NULL);
  g_task_set_source_tag (task, cap_evidence_preview_set_file);
  g_task_set_task_data (task, job, (GDestroyNotify) free_job);
  g_task_run_in_thread (task, decode_in_thread);
}

static void
cap_evidence_preview_dispose (GObject *object)
{
  CapEvidencePreview *self = CAP_EVIDENCE_PREVIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->picture, gtk_widget_unparent);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (cap_evidence_preview_parent_class)->dispose (object);
}

static void
cap_evidence_preview_finalize (GObject *object)
{
  CapEvidencePreview *self = CAP_EVIDENCE_PREVIEW (object);

  g_object_unref (self->cancellable);
  g_free (self->sha256);
  g_free (self->media_type);
  g_free (self->name);

  G_OBJECT_CLASS (cap_evidence_preview_parent_class)->finalize (object);
}

static void
cap_evidence_preview_class_init (CapEvidencePreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cap_evidence_preview_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_evidence_preview_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
cap_evidence_preview_init (CapEvidencePreview *self)
{
  self->cancellable = g_cancellable_new ();
  self->picture = gtk_picture_new ();
  gtk_widget_set_size_request (self->picture, -1, 360);
  gtk_widget_set_halign (self->picture, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->picture, "card");
  gtk_widget_set_parent (self->picture, GTK_WIDGET (self));
}

GtkWidget *
cap_evidence_preview_new (CapWorkspace *workspace)
{
  CapEvidencePreview *self;

  g_return_val_if_fail (CAP_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (CAP_TYPE_EVIDENCE_PREVIEW, "visible", FALSE, NULL);
  self->workspace = g_object_ref (workspace);

  return GTK_WIDGET (self);
}

static gboolean
is_shown (const CapEvidenceFile *file)
{
  if (file == NULL || file->media_type == NULL || cap_evidence_is_content_removed (file->sha256))
    return FALSE;

  return g_str_equal (file->media_type, "application/pdf") || g_str_has_prefix (file->media_type, "image/");
}

void
cap_evidence_preview_set_file (CapEvidencePreview    *self,
                               const CapEvidenceFile *file)
{
  g_return_if_fail (CAP_IS_EVIDENCE_PREVIEW (self));

  if (!cap_set_string (&self->sha256, file != NULL ? file->sha256 : NULL))
    return;

  cap_set_string (&self->media_type, file != NULL ? file->media_type : NULL);
  cap_set_string (&self->name, file != NULL ? file->name : NULL);
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_picture_set_paintable (GTK_PICTURE (self->picture), NULL);

  if (is_shown (file))
    cap_workspace_read_content_async (self->workspace, file->sha256, self->cancellable, content_read_cb,
                                      g_object_ref (self));
}
