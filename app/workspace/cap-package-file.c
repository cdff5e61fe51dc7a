/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/cap-package-file.h"

#include "base/cap-date.h"
#include "exchange/cap-adaptation-json.h"
#include "exchange/cap-catalogue-json.h"
#include "exchange/cap-package.h"
#include "workspace/cap-document.h"

/* The documents that go with the evidence, and what they are called there. */
static const struct
{
  CapReportKind  kind;
  const char    *name;
} documents[] = {
  { CAP_REPORT_AUDIT_DOSSIER, "dossier-d-audit.pdf" },
  { CAP_REPORT_PHOTOGRAPH, "photographie.pdf" },
  { CAP_REPORT_PLAN, "plan-de-progres.pdf" },
};

static GBytes *
read_content (const char  *sha256,
              gpointer     user_data,
              GError     **error)
{
  return cap_dossier_file_read_content (user_data, sha256, error);
}

static gboolean
make_documents (CapPackageInput  *input,
                GError          **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      const CapDocumentChoice choice = { .kind = documents[i].kind };
      g_autoptr(CapDocument) document = cap_document_new (&choice, input->dossier, input->today, error);

      if (document == NULL)
        return FALSE;

      g_ptr_array_add (input->names, (gpointer) documents[i].name);
      g_ptr_array_add (input->documents, g_bytes_ref (cap_document_get_pdf (document)));
    }

  return TRUE;
}

gboolean
cap_package_file_write (const char        *path,
                        CapDossierFile    *file,
                        const CapDossier  *dossier,
                        const char        *today,
                        GCancellable      *cancellable,
                        GError           **error)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  g_autoptr(GPtrArray) contents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr(CapCatalogue) catalogue = cap_catalogue_json_load_default ();
  CapPackageInput input = {
    .dossier = dossier,
    .catalogue = catalogue,
    .names = names,
    .documents = contents,
    .reader = read_content,
    .reader_data = file,
    .today = today,
    .now = cap_date_get_now (),
  };

  g_return_val_if_fail (path != NULL && file != NULL && dossier != NULL && today != NULL, FALSE);

  return make_documents (&input, error) && cap_package_write (path, &input, cancellable, error);
}

/* What the thread needs. */
typedef struct
{
  char *path;     /* of the package */
  char *dossier;  /* of the file that it is made from */
  char *today;
} Job;

static void
free_job (Job *job)
{
  g_free (job->path);
  g_free (job->dossier);
  g_free (job->today);
  g_free (job);
}

static void
write_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  const Job *job = data;
  GError *error = NULL;
  g_autoptr(CapDossierFile) file = NULL;
  g_autoptr(CapDossier) dossier = NULL;

  file = cap_dossier_file_open (job->dossier, CAP_FILE_READ, cap_adapted_framework_read, &error);
  dossier = file != NULL ? cap_dossier_file_load (file, &error) : NULL;
  if (dossier != NULL && cap_package_file_write (job->path, file, dossier, job->today, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
published_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (cap_workspace_publish_finish (CAP_WORKSPACE (source), result, &error))
    g_task_run_in_thread (task, write_in_thread);
  else
    g_task_return_error (task, error);
}

void
cap_workspace_write_package_async (CapWorkspace        *self,
                                   const char          *path,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Job *job;

  g_return_if_fail (CAP_IS_WORKSPACE (self) && path != NULL);
  g_return_if_fail (cap_workspace_get_dossier (self) != NULL);

  job = g_new0 (Job, 1);
  job->path = g_strdup (path);
  job->dossier = g_strdup (cap_workspace_get_path (self));
  job->today = cap_workspace_dup_today (self);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cap_workspace_write_package_async);
  g_task_set_task_data (task, job, (GDestroyNotify) free_job);

  if (cap_workspace_get_read_only (self))
    g_task_run_in_thread (task, write_in_thread);
  else
    cap_workspace_publish_async (self, published_cb, g_steal_pointer (&task));
}

gboolean
cap_workspace_write_package_finish (CapWorkspace  *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

char *
cap_workspace_dup_package_name (CapWorkspace *self)
{
  g_autofree char *today = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (CAP_IS_WORKSPACE (self) && cap_workspace_get_dossier (self) != NULL, NULL);

  today = cap_workspace_dup_today (self);
  name = cap_package_dup_name (cap_workspace_get_dossier (self), today);

  return g_strconcat (name, ".zip", NULL);
}
