/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/cap-store-personal.h"

#include "store/cap-dossier-personal.h"
#include "store/cap-store-work-private.h"

gboolean
cap_work_find_personal (CapWorker        *worker,
                        const CapJob     *job,
                        CapStoreOutcome  *outcome,
                        GError          **error)
{
  outcome->personal = cap_dossier_file_find_personal (worker->file, (const char * const *) job->names, error);

  return outcome->personal != NULL;
}

gboolean
cap_work_redact (CapWorker        *worker,
                 const CapJob     *job,
                 CapStoreOutcome  *outcome,
                 GError          **error)
{
  outcome->redaction = cap_dossier_file_redact (worker->file, job->swaps, job->drop_backups, error);
  if (outcome->redaction == NULL)
    return FALSE;

  outcome->dossier = cap_dossier_file_load (worker->file, error);

  return outcome->dossier != NULL;
}

gboolean
cap_work_anonymise (CapWorker        *worker,
                    const CapJob     *job,
                    CapStoreOutcome  *outcome,
                    GError          **error)
{
  return cap_dossier_file_anonymise (worker->file, job->path, (const char * const *) job->names, error);
}

gboolean
cap_work_retain (CapWorker        *worker,
                 const CapJob     *job,
                 CapStoreOutcome  *outcome,
                 GError          **error)
{
  if (!cap_dossier_file_retain (worker->file, job->name, error))
    return FALSE;

  outcome->dossier = cap_dossier_file_load (worker->file, error);

  return outcome->dossier != NULL;
}

/* @names: (nullable): to look for */
void
cap_store_find_personal_async (CapStore            *self,
                               const char * const  *names,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  CapJob *job = cap_job_new (cap_work_find_personal);

  job->names = g_strdupv ((char **) names);
  cap_store_push (self, job, cancellable, callback, user_data, cap_store_find_personal_async);
}

/* @swaps: lives until @callback */
void
cap_store_redact_async (CapStore            *self,
                        CapPersonalSwaps    *swaps,
                        gboolean             drop_backups,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  CapJob *job = cap_job_new (cap_work_redact);

  job->swaps = swaps;
  job->drop_backups = drop_backups;
  cap_store_push (self, job, NULL, callback, user_data, cap_store_redact_async);
}

/* @names: (nullable): to look for */
void
cap_store_anonymise_async (CapStore            *self,
                           const char          *path,
                           const char * const  *names,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  CapJob *job = cap_job_new (cap_work_anonymise);

  job->path = g_strdup (path);
  job->names = g_strdupv ((char **) names);
  cap_store_push (self, job, NULL, callback, user_data, cap_store_anonymise_async);
}

/* @date: (nullable): until when the dossier is kept */
void
cap_store_retain_async (CapStore            *self,
                        const char          *date,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  CapJob *job = cap_job_new (cap_work_retain);

  job->name = g_strdup (date);
  cap_store_push (self, job, NULL, callback, user_data, cap_store_retain_async);
}
