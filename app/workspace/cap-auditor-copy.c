/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workspace/cap-auditor-copy.h"

#include <glib/gi18n.h>

#include "exchange/cap-adaptation-json.h"
#include "store/cap-dossier-file.h"

static GBytes *
read_content (const char  *sha256,
              gpointer     user_data,
              GError     **error)
{
  return cap_dossier_file_read_content (user_data, sha256, error);
}

/**
 * cap_auditor_copy_read:
 * @path: what the auditor hands back; only read
 * @dossier: of the structure
 *
 * Returns: (transfer full) (nullable): what would come in
 */
CapAuditorReturn *
cap_auditor_copy_read (const char        *path,
                       const CapDossier  *dossier,
                       GError           **error)
{
  g_autoptr(CapDossierFile) file = NULL;
  g_autoptr(CapDossier) copy = NULL;
  g_autoptr(CapDossier) origin = NULL;
  g_autofree char *name = NULL;
  CapAuditorReturnInput input = { .dossier = dossier, .reader = read_content };

  g_return_val_if_fail (path != NULL && dossier != NULL, NULL);

  file = cap_dossier_file_open (path, CAP_FILE_READ, cap_adapted_framework_read, error);
  copy = file != NULL ? cap_dossier_file_load (file, error) : NULL;
  if (copy == NULL)
    return NULL;

  /* Of any other dossier, there is nothing to wind back. */
  origin = copy->audited != NULL ? cap_dossier_file_load_origin (file, error) : cap_dossier_ref (copy);
  if (origin == NULL)
    return NULL;

  name = g_path_get_basename (path);
  input.copy = copy;
  input.origin = origin;
  input.name = name;
  input.reader_data = file;

  return cap_auditor_return_new (&input, error);
}

/* What the threads need. */
typedef struct
{
  char       *path;     /* of the copy */
  char       *source;   /* of the file that it is made from */
  char       *audit_id;
  CapDossier *dossier;
} Job;

static void
free_job (Job *job)
{
  g_free (job->path);
  g_free (job->source);
  g_free (job->audit_id);
  cap_dossier_unref (job->dossier);
  g_free (job);
}

static GTask *
new_task (CapWorkspace        *self,
          const char          *path,
          const char          *audit_id,
          GCancellable        *cancellable,
          GAsyncReadyCallback  callback,
          gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->path = g_strdup (path);
  job->source = g_strdup (cap_workspace_get_path (self));
  job->audit_id = g_strdup (audit_id);
  job->dossier = cap_dossier_ref (cap_workspace_get_dossier (self));
  g_task_set_task_data (task, job, (GDestroyNotify) free_job);

  return task;
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

  file = cap_dossier_file_open (job->source, CAP_FILE_READ, cap_adapted_framework_read, &error);
  if (file != NULL && cap_dossier_file_hand_over (file, job->audit_id, job->path, &error))
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

/**
 * cap_workspace_write_auditor_copy_async:
 * @self: with the dossier of the structure open
 * @audit_id: UUID of an audit of it
 * @path: where nothing is yet
 */
void
cap_workspace_write_auditor_copy_async (CapWorkspace        *self,
                                        const char          *audit_id,
                                        const char          *path,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CAP_IS_WORKSPACE (self) && audit_id != NULL && path != NULL);
  g_return_if_fail (cap_workspace_get_dossier (self) != NULL);

  task = new_task (self, path, audit_id, cancellable, callback, user_data);
  g_task_set_source_tag (task, cap_workspace_write_auditor_copy_async);
  if (cap_workspace_get_read_only (self))
    g_task_run_in_thread (task, write_in_thread);
  else
    cap_workspace_publish_async (self, published_cb, g_steal_pointer (&task));
}

gboolean
cap_workspace_write_auditor_copy_finish (CapWorkspace  *self,
                                         GAsyncResult  *result,
                                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  const Job *job = data;
  GError *error = NULL;
  CapAuditorReturn *found = cap_auditor_copy_read (job->path, job->dossier, &error);

  if (found != NULL)
    g_task_return_pointer (task, found, (GDestroyNotify) cap_auditor_return_free);
  else
    g_task_return_error (task, error);
}

/**
 * cap_workspace_read_auditor_copy_async:
 * @self: with the dossier of the structure open
 * @path: what the auditor hands back
 */
void
cap_workspace_read_auditor_copy_async (CapWorkspace        *self,
                                       const char          *path,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CAP_IS_WORKSPACE (self) && path != NULL && cap_workspace_get_dossier (self) != NULL);

  task = new_task (self, path, NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, cap_workspace_read_auditor_copy_async);
  g_task_run_in_thread (task, read_in_thread);
}

CapAuditorReturn *
cap_workspace_read_auditor_copy_finish (CapWorkspace  *self,
                                        GAsyncResult  *result,
                                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

char *
cap_workspace_dup_auditor_copy_name (CapWorkspace *self,
                                     const char   *audit_id)
{
  const CapDossier *dossier;
  const CapRecord *audit;
  char *name;

  g_return_val_if_fail (CAP_IS_WORKSPACE (self) && audit_id != NULL, NULL);

  dossier = cap_workspace_get_dossier (self);
  audit = dossier != NULL ? cap_dossier_find_record (dossier, CAP_REGISTER_AUDIT, audit_id) : NULL;
  g_return_val_if_fail (audit != NULL, NULL);

  /* Translators: the name of a file: the name of the structure, then the code of an audit */
  name = g_strdup_printf (_("%1$s - audit %2$s.capcedre"), dossier->member->name,
                          cap_record_get_code (audit));

  return g_strdelimit (name, "/", '-');
}
