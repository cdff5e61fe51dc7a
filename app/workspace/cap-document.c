/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workspace/cap-document.h"

#include <glib/gi18n.h>
#include <string.h>

#include "audit/cap-finding-rules.h"
#include "base/cap-file.h"
#include "exchange/cap-catalogue-json.h"
#include "quality/cap-review-rules.h"
#include "report/cap-doc-odt.h"

/* What a document is made of, for the thread that makes it. */
typedef struct
{
  CapDocumentChoice  choice; /* its text is owned */
  CapDossier        *dossier;
  char              *today;
} Job;

struct _CapDocument
{
  GObject        parent_instance;

  GBytes        *pdf;
  CapPdfPreview *preview;
  char          *file_name;
  Job           *job;
};

G_DEFINE_FINAL_TYPE (CapDocument, cap_document, G_TYPE_OBJECT)

/* What is read of a dossier before anything is written. */
typedef struct
{
  CapPhotograph  *photograph;
  CapComparison  *comparison;
  GPtrArray      *proposals;
  CapCatalogue   *catalogue;
  CapReportInput  input; /* borrows them */
} Material;

static Job *
job_new (const CapDocumentChoice *choice,
         const CapDossier        *dossier,
         const char              *today)
{
  Job *job = g_new0 (Job, 1);

  job->choice = *choice;
  job->choice.record = g_strdup (choice->record);
  job->choice.code = g_strdup (choice->code);
  job->choice.from = g_strdup (choice->from);
  job->choice.to = g_strdup (choice->to);
  job->dossier = cap_dossier_ref ((CapDossier *) dossier);
  job->today = g_strdup (today);

  return job;
}

static void
free_job (Job *job)
{
  g_free ((char *) job->choice.record);
  g_free ((char *) job->choice.code);
  g_free ((char *) job->choice.from);
  g_free ((char *) job->choice.to);
  cap_dossier_unref (job->dossier);
  g_free (job->today);
  g_free (job);
}

/* The audit to come that is nearest, for its plan; the last one that began, for its report. */
static const CapRecord *
find_audit (const CapDossier *dossier,
            gboolean          to_come,
            const char       *today)
{
  const GPtrArray *audits = dossier->registers[CAP_REGISTER_AUDIT];
  const CapRecord *next = NULL;
  const CapRecord *last = NULL;

  for (guint i = 0; i < audits->len; i++)
    {
      const CapRecord *audit = g_ptr_array_index (audits, i);
      const char *date = cap_record_get (audit, CAP_AUDIT_DATE);

      if (strcmp (date, today) >= 0)
        next = next == NULL || strcmp (date, cap_record_get (next, CAP_AUDIT_DATE)) < 0 ? audit : next;
      else
        last = last == NULL || strcmp (date, cap_record_get (last, CAP_AUDIT_DATE)) >= 0 ? audit : last;
    }

  if (to_come)
    return next != NULL ? next : last;

  return last != NULL ? last : next;
}

/* The first one that is not settled. */
static const CapRecord *
find_finding (const CapDossier *dossier)
{
  const GPtrArray *findings = dossier->registers[CAP_REGISTER_FINDING];

  for (guint i = 0; i < findings->len; i++)
    {
      if (cap_finding_get_state (g_ptr_array_index (findings, i)) != CAP_FINDING_SETTLED)
        return g_ptr_array_index (findings, i);
    }

  return findings->len > 0 ? g_ptr_array_index (findings, 0) : NULL;
}

/**
 * cap_document_find_record:
 * @code: (nullable): of the line
 * @today: ISO 8601
 *
 * Returns: (nullable): the line of that code; without a code, the last management review, the next audit for
 *   its plan, the last one for its report, the first finding that is not settled
 */
const CapRecord *
cap_document_find_record (CapReportKind     kind,
                          const CapDossier *dossier,
                          const char       *code,
                          const char       *today)
{
  const CapRegisterKind reg = cap_report_kind_get_register (kind);

  if (reg == CAP_REGISTER_NONE)
    return NULL;
  if (code != NULL)
    return cap_dossier_find_record_by_code (dossier, reg, code);
  if (reg == CAP_REGISTER_MANAGEMENT_REVIEW)
    return cap_review_find_last (dossier);
  if (reg == CAP_REGISTER_AUDIT)
    return find_audit (dossier, kind == CAP_REPORT_AUDIT_PLAN, today);

  return find_finding (dossier);
}

static gboolean
find_record (const CapDocumentChoice  *choice,
             const CapDossier         *dossier,
             const char               *today,
             const CapRecord         **record,
             GError                  **error)
{
  *record = cap_document_find_record (choice->kind, dossier, choice->record, today);
  if (*record != NULL || choice->record == NULL)
    return TRUE;

  g_set_error (error, CAP_REPORT_ERROR, CAP_REPORT_ERROR_NOTHING,
               /* Translators: a code that nothing has, the name of a register: “Audits” */
               _("There is no “%1$s” in the register “%2$s” of this dossier."), choice->record,
               gettext (cap_register_get (cap_report_kind_get_register (choice->kind))->label));

  return FALSE;
}

static Material *
material_new (const CapDocumentChoice  *choice,
              const CapDossier         *dossier,
              const char               *today,
              GError                  **error)
{
  const CapEvaluation *current = cap_dossier_get_current (dossier);
  const CapEvaluation *previous = cap_dossier_get_previous (dossier);
  const CapRecord *record;
  Material *self;

  if (!find_record (choice, dossier, today, &record, error))
    return NULL;

  self = g_new0 (Material, 1);
  self->photograph = cap_photograph_new (current, dossier->member);
  if (previous != NULL)
    self->comparison = cap_comparison_new (current, previous, dossier->member);
  self->proposals = cap_proposals_list (self->photograph, dossier->actions, dossier->set_asides, today);
  self->catalogue = cap_catalogue_json_load_default ();
  self->input = (CapReportInput) {
    .dossier = dossier,
    .evaluation = current,
    .photograph = self->photograph,
    .previous_evaluation = previous,
    .comparison = self->comparison,
    .proposals = self->proposals,
    .layout = cap_report_kind_get_layout (choice->kind, choice->layout),
    .catalogue = self->catalogue,
    .parts = choice->parts,
    .copies = choice->copies,
    .college = choice->college,
    .record = record,
    .code = choice->code,
    .from = choice->from,
    .to = choice->to,
    .date = today,
  };

  return self;
}

static void
material_free (Material *self)
{
  g_clear_pointer (&self->photograph, cap_photograph_unref);
  g_clear_pointer (&self->comparison, cap_comparison_free);
  g_clear_pointer (&self->proposals, g_ptr_array_unref);
  g_clear_pointer (&self->catalogue, cap_catalogue_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Material, material_free)

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
  CapDocument *document = cap_document_new (&job->choice, job->dossier, job->today, &error);

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
  g_clear_pointer (&self->job, free_job);
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

/**
 * cap_document_new:
 * @choice: which document
 * @dossier: whose; the evaluation in course, beside the one before
 * @today: ISO 8601: the date that it bears
 * @error: return location for a [error@Cap.ReportError]
 *
 * Returns: (transfer full) (nullable): the document
 */
CapDocument *
cap_document_new (const CapDocumentChoice  *choice,
                  const CapDossier         *dossier,
                  const char               *today,
                  GError                  **error)
{
  g_autoptr(Material) material = NULL;
  CapDocument *self;

  g_return_val_if_fail (choice != NULL && dossier != NULL && today != NULL, NULL);

  material = material_new (choice, dossier, today, error);
  if (material == NULL)
    return NULL;

  self = make_document (choice->kind, &material->input, error);
  if (self != NULL)
    self->job = job_new (choice, dossier, today);

  return self;
}

/**
 * cap_document_new_async:
 * @workspace: with a dossier open; the document is of its state at this moment
 */
void
cap_document_new_async (const CapDocumentChoice *choice,
                        CapWorkspace            *workspace,
                        GCancellable            *cancellable,
                        GAsyncReadyCallback      callback,
                        gpointer                 user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autofree char *today = NULL;

  g_return_if_fail (choice != NULL && CAP_IS_WORKSPACE (workspace));
  g_return_if_fail (cap_workspace_get_dossier (workspace) != NULL);

  today = cap_workspace_dup_today (workspace);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, cap_document_new_async);
  g_task_set_task_data (task, job_new (choice, cap_workspace_get_dossier (workspace), today),
                        (GDestroyNotify) free_job);
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

const CapDocumentChoice *
cap_document_get_choice (CapDocument *self)
{
  g_return_val_if_fail (CAP_IS_DOCUMENT (self), NULL);

  return &self->job->choice;
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

  if (g_str_has_suffix (path, CAP_DOCUMENT_ODT_SUFFIX) && cap_report_kind_has_odt (self->job->choice.kind))
    return cap_document_write_odt (&self->job->choice, self->job->dossier, self->job->today, path, error);

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

gboolean
cap_document_write_odt (const CapDocumentChoice  *choice,
                        const CapDossier         *dossier,
                        const char               *today,
                        const char               *path,
                        GError                  **error)
{
  g_autoptr(Material) material = NULL;
  g_autoptr(GBytes) text = NULL;

  g_return_val_if_fail (choice != NULL && dossier != NULL && today != NULL && path != NULL, FALSE);

  material = material_new (choice, dossier, today, error);
  if (material != NULL)
    text = cap_report_render_odt (choice->kind, &material->input, error);

  return text != NULL && cap_file_write (path, text, cap_doc_verify_odt, error);
}

/* The name of the PDF, with the suffix of a flat OpenDocument text. */
char *
cap_document_dup_odt_name (CapDocument *self)
{
  g_return_val_if_fail (CAP_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (g_str_has_suffix (self->file_name, ".pdf"), NULL);

  return g_strdup_printf ("%.*s" CAP_DOCUMENT_ODT_SUFFIX, (int) (strlen (self->file_name) - strlen (".pdf")),
                          self->file_name);
}
