/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workspace/cap-document.h"

#include <glib/gi18n.h>

#include "base/cap-file.h"
#include "quality/cap-review-rules.h"

struct _CapDocument
{
  GObject        parent_instance;

  GBytes        *pdf;
  CapPdfPreview *preview;
  char          *file_name;
};

G_DEFINE_FINAL_TYPE (CapDocument, cap_document, G_TYPE_OBJECT)

/* What a document is made of, for the thread that makes it. */
typedef struct
{
  CapReportKind  kind;
  CapPlanLayout  layout;
  CapDossier    *dossier;
  char          *today;
} Job;

static void
free_job (Job *job)
{
  cap_dossier_unref (job->dossier);
  g_free (job->today);
  g_free (job);
}

static CapDocument *
make_document (CapReportKind          kind,
               const CapReportInput  *input,
               GError               **error)
{
  g_autoptr(CapDocument) self = NULL;
  g_autoptr(GBytes) pdf = cap_report_render (kind, input, error);

  if (pdf == NULL)
    return NULL;

  self = g_object_new (CAP_TYPE_DOCUMENT, NULL);
  self->pdf = g_steal_pointer (&pdf);
  self->file_name = cap_report_kind_dup_file_name (kind, input);
  self->preview = cap_pdf_preview_new (self->pdf, error);

  return self->preview != NULL ? g_steal_pointer (&self) : NULL;
}

static void
make_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  const Job *job = data;
  GError *error = NULL;
  CapDocument *document = cap_document_new (job->kind, job->layout, job->dossier, job->today, &error);

  if (document != NULL)
    g_task_return_pointer (task, document, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
save_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  GError *error = NULL;

  if (cap_document_save (CAP_DOCUMENT (source), data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
cap_document_dispose (GObject *object)
{
  g_clear_object (&CAP_DOCUMENT (object)->preview);

  G_OBJECT_CLASS (cap_document_parent_class)->dispose (object);
}

static void
cap_document_finalize (GObject *object)
{
  CapDocument *self = CAP_DOCUMENT (object);

  g_clear_pointer (&self->pdf, g_bytes_unref);
  g_free (self->file_name);

  G_OBJECT_CLASS (cap_document_parent_class)->finalize (object);
}

static void
cap_document_class_init (CapDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cap_document_dispose;
  G_OBJECT_CLASS (klass)->finalize = cap_document_finalize;
}

static void
cap_document_init (CapDocument *self)
{
}

static CapDocument *
make_of_dossier (CapReportKind      kind,
                 CapPlanLayout      layout,
                 const CapRecord   *review,
                 const CapDossier  *dossier,
                 const char        *today,
                 GError           **error)
{
  const CapEvaluation *current = cap_dossier_get_current (dossier);
  const CapEvaluation *previous = cap_dossier_get_previous (dossier);
  g_autoptr(CapPhotograph) photograph = cap_photograph_new (current, dossier->member);
  g_autoptr(CapPhotograph) before = NULL;
  g_autoptr(GPtrArray) proposals = NULL;

  if (previous != NULL)
    before = cap_photograph_new (previous, dossier->member);
  proposals = cap_proposals_list (photograph, dossier->actions, dossier->set_asides, today);

  return make_document (kind,
                        &(CapReportInput) {
                          .dossier = dossier,
                          .evaluation = current,
                          .photograph = photograph,
                          .previous_evaluation = previous,
                          .previous = before,
                          .proposals = proposals,
                          .layout = layout,
                          .review = review,
                          .date = today,
                        }, error);
}

/**
 * cap_document_new:
 * @kind: which document
 * @layout: of the plan; the other documents have one
 * @dossier: whose; the evaluation in course, beside the one before, and the last management review
 * @today: ISO 8601: the date that it bears
 * @error: return location for a [error@Cap.ReportError]
 *
 * Returns: (transfer full) (nullable): the document
 */
CapDocument *
cap_document_new (CapReportKind      kind,
                  CapPlanLayout      layout,
                  const CapDossier  *dossier,
                  const char        *today,
                  GError           **error)
{
  g_return_val_if_fail (dossier != NULL && today != NULL, NULL);

  return make_of_dossier (kind, layout, cap_review_find_last (dossier), dossier, today, error);
}

/**
 * cap_document_new_review:
 * @code: (nullable): of a management review; the last one when %NULL
 *
 * Returns: (transfer full) (nullable): the document of a management review
 */
CapDocument *
cap_document_new_review (const char        *code,
                         const CapDossier  *dossier,
                         const char        *today,
                         GError           **error)
{
  const CapRecord *review;

  g_return_val_if_fail (dossier != NULL && today != NULL, NULL);

  review = code != NULL ? cap_dossier_find_record_by_code (dossier, CAP_REGISTER_MANAGEMENT_REVIEW, code)
                        : cap_review_find_last (dossier);
  if (review == NULL && code != NULL)
    {
      g_set_error (error, CAP_REPORT_ERROR, CAP_REPORT_ERROR_NOTHING,
                   /* Translators: a code that nothing has */
                   _("There is no management review “%s” in this dossier."), code);
      return NULL;
    }

  return make_of_dossier (CAP_REPORT_MANAGEMENT_REVIEW, CAP_PLAN_SHEETS, review, dossier, today, error);
}

/**
 * cap_document_new_async:
 * @workspace: with a dossier open; the document is of its state at this moment
 */
void
cap_document_new_async (CapReportKind        kind,
                        CapPlanLayout        layout,
                        CapWorkspace        *workspace,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Job *job;

  g_return_if_fail (CAP_IS_WORKSPACE (workspace));
  g_return_if_fail (cap_workspace_get_dossier (workspace) != NULL);

  job = g_new0 (Job, 1);
  job->kind = kind;
  job->layout = layout;
  job->dossier = cap_dossier_ref (cap_workspace_get_dossier (workspace));
  job->today = cap_workspace_dup_today (workspace);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, cap_document_new_async);
  g_task_set_task_data (task, job, (GDestroyNotify) free_job);
  g_task_run_in_thread (task, make_in_thread);
}

CapDocument *
cap_document_new_finish (GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

const char *
cap_document_get_file_name (CapDocument *self)
{
  g_return_val_if_fail (CAP_IS_DOCUMENT (self), NULL);

  return self->file_name;
}

GBytes *
cap_document_get_pdf (CapDocument *self)
{
  g_return_val_if_fail (CAP_IS_DOCUMENT (self), NULL);

  return self->pdf;
}

CapPdfPreview *
cap_document_get_preview (CapDocument *self)
{
  g_return_val_if_fail (CAP_IS_DOCUMENT (self), NULL);

  return self->preview;
}

/* Another program’s eyes: what is on the disk opens, and has its pages. */
static gboolean
verify_pdf (GBytes  *written,
            GError **error)
{
  g_autoptr(CapPdfPreview) preview = cap_pdf_preview_new (written, error);

  return preview != NULL;
}

gboolean
cap_document_save (CapDocument  *self,
                   const char   *path,
                   GError      **error)
{
  g_return_val_if_fail (CAP_IS_DOCUMENT (self) && path != NULL, FALSE);

  return cap_file_write (path, self->pdf, verify_pdf, error);
}

void
cap_document_save_async (CapDocument         *self,
                         const char          *path,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CAP_IS_DOCUMENT (self) && path != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cap_document_save_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, save_in_thread);
}

gboolean
cap_document_save_finish (CapDocument   *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
