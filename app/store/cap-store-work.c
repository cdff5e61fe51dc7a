/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/cap-store-work-private.h"

#include "store/cap-dossier-vault.h"
#include "store/cap-store-error-private.h"
#include "store/cap-working-copy.h"

/* What runs on the worker thread of a CapStore. */

CapJob *
cap_job_new (CapWork work)
{
  CapJob *self = g_new0 (CapJob, 1);

  self->work = work;

  return self;
}

void
cap_job_free (CapJob *job)
{
  g_free (job->path);
  g_free (job->action_id);
  g_free (job->sha256);
  g_free (job->search);
  g_free (job->object);
  g_free (job->name);
  g_free (job->seen);
  g_strfreev (job->exceptions);
  g_strfreev (job->names);
  g_clear_pointer (&job->command, cap_command_free);
  g_free (job);
}

void
cap_store_outcome_free (CapStoreOutcome *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->dossier, cap_dossier_unref);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_pointer (&self->content, g_bytes_unref);
  g_clear_pointer (&self->merge, cap_merge_report_free);
  g_clear_pointer (&self->journal, g_ptr_array_unref);
  g_clear_pointer (&self->backups, g_ptr_array_unref);
  g_clear_pointer (&self->siblings, g_ptr_array_unref);
  g_clear_pointer (&self->personal, cap_personal_report_free);
  g_clear_pointer (&self->redaction, cap_redaction_outcome_free);
  g_free (self->text);
  g_free (self);
}

static gboolean
load (CapWorker        *worker,
      CapStoreOutcome  *outcome,
      GError          **error)
{
  outcome->dossier = cap_dossier_file_load (worker->file, error);

  return outcome->dossier != NULL;
}

/* The dossier is open only if it could be read: otherwise the one before stays. */
static gboolean
adopt (CapWorker        *worker,
       CapDossierFile   *file,
       CapStoreOutcome  *outcome,
       GError          **error)
{
  if (file == NULL)
    return FALSE;

  outcome->dossier = cap_dossier_file_load (file, error);
  if (outcome->dossier == NULL)
    {
      cap_dossier_file_free (file);
      return FALSE;
    }

  g_clear_pointer (&worker->file, cap_dossier_file_free);
  worker->file = file;
  cap_dossier_file_set_guard (file, worker->guard);
  outcome->recovered = cap_dossier_file_was_recovered (file);

  return TRUE;
}

gboolean
cap_work_open_file (CapWorker        *worker,
                    const CapJob     *job,
                    CapStoreOutcome  *outcome,
                    GError          **error)
{
  return adopt (worker, cap_dossier_file_open (job->path, job->access, worker->reader, error),
                outcome, error);
}

gboolean
cap_work_create_file (CapWorker        *worker,
                      const CapJob     *job,
                      CapStoreOutcome  *outcome,
                      GError          **error)
{
  return adopt (worker, cap_dossier_file_create (job->path, job->command, worker->reader, error),
                outcome, error);
}

gboolean
cap_work_run_command (CapWorker        *worker,
                      const CapJob     *job,
                      CapStoreOutcome  *outcome,
                      GError          **error)
{
  return cap_dossier_file_run (worker->file, job->command, error) &&
         load (worker, outcome, error);
}

gboolean
cap_work_undo (CapWorker        *worker,
               const CapJob     *job,
               CapStoreOutcome  *outcome,
               GError          **error)
{
  outcome->text = cap_dossier_file_undo (worker->file, error);

  return outcome->text != NULL && load (worker, outcome, error);
}

gboolean
cap_work_redo (CapWorker        *worker,
               const CapJob     *job,
               CapStoreOutcome  *outcome,
               GError          **error)
{
  outcome->text = cap_dossier_file_redo (worker->file, error);

  return outcome->text != NULL && load (worker, outcome, error);
}

gboolean
cap_work_list_changes (CapWorker        *worker,
                       const CapJob     *job,
                       CapStoreOutcome  *outcome,
                       GError          **error)
{
  outcome->changes = cap_dossier_file_list_changes (worker->file, job->action_id, error);

  return outcome->changes != NULL;
}

gboolean
cap_work_read_content (CapWorker        *worker,
                       const CapJob     *job,
                       CapStoreOutcome  *outcome,
                       GError          **error)
{
  outcome->content = cap_dossier_file_read_content (worker->file, job->sha256, error);

  return outcome->content != NULL;
}

gboolean
cap_work_merge (CapWorker        *worker,
                const CapJob     *job,
                CapStoreOutcome  *outcome,
                GError          **error)
{
  g_autoptr(CapDossierFile) other = cap_dossier_file_open (job->path, CAP_FILE_READ, worker->reader, error);
  g_autoptr(CapMergeReport) report = cap_merge_report_new ();

  if (other == NULL ||
      !cap_dossier_file_merge (worker->file, other, job->choice, (const char * const *) job->exceptions,
                               job->dry_run, job->seen, report, error))
    return FALSE;

  outcome->merge = g_steal_pointer (&report);

  return job->dry_run || load (worker, outcome, error);
}

gboolean
cap_work_call (CapWorker        *worker,
               const CapJob     *job,
               CapStoreOutcome  *outcome,
               GError          **error)
{
  return job->function (worker->file, job->data, error);
}

gboolean
cap_work_publish (CapWorker        *worker,
                  const CapJob     *job,
                  CapStoreOutcome  *outcome,
                  GError          **error)
{
  return cap_dossier_file_publish (worker->file, error);
}

gboolean
cap_work_replace (CapWorker        *worker,
                  const CapJob     *job,
                  CapStoreOutcome  *outcome,
                  GError          **error)
{
  return cap_dossier_file_replace (worker->file, error);
}

gboolean
cap_work_save_copy (CapWorker        *worker,
                    const CapJob     *job,
                    CapStoreOutcome  *outcome,
                    GError          **error)
{
  outcome->text = cap_dossier_file_save_copy (worker->file, error);

  return outcome->text != NULL;
}

gboolean
cap_work_close_file (CapWorker        *worker,
                     const CapJob     *job,
                     CapStoreOutcome  *outcome,
                     GError          **error)
{
  gboolean closed = worker->file == NULL || cap_dossier_file_close (worker->file, error);

  g_clear_pointer (&worker->file, cap_dossier_file_free);

  return closed;
}

gboolean
cap_work_open_past (CapWorker        *worker,
                    const CapJob     *job,
                    CapStoreOutcome  *outcome,
                    GError          **error)
{
  return adopt (worker, cap_dossier_file_open_past (job->path, job->sequence, worker->reader, error),
                outcome, error);
}

gboolean
cap_work_read_journal (CapWorker        *worker,
                       const CapJob     *job,
                       CapStoreOutcome  *outcome,
                       GError          **error)
{
  const CapJournalQuery query = {
    .search = job->search,
    .object = job->object,
    .points = job->points,
    .before = job->sequence,
    .limit = job->limit,
  };

  outcome->journal = cap_dossier_file_read_journal (worker->file, &query, error);

  return outcome->journal != NULL;
}

gboolean
cap_work_mark (CapWorker        *worker,
               const CapJob     *job,
               CapStoreOutcome  *outcome,
               GError          **error)
{
  return cap_dossier_file_mark (worker->file, job->name, error);
}

/* Whether there is something to undo is told by a text; always goes on. */
static gboolean
tell_change (CapStoreOutcome *outcome,
             gboolean         changed)
{
  outcome->text = changed ? g_strdup ("changed") : NULL;

  return TRUE;
}

gboolean
cap_work_return_to (CapWorker        *worker,
                    const CapJob     *job,
                    CapStoreOutcome  *outcome,
                    GError          **error)
{
  gboolean changed = FALSE;

  return cap_dossier_file_return (worker->file, job->sequence, job->name, &changed, error) &&
         tell_change (outcome, changed) && load (worker, outcome, error);
}

gboolean
cap_work_list_siblings (CapWorker        *worker,
                        const CapJob     *job,
                        CapStoreOutcome  *outcome,
                        GError          **error)
{
  outcome->siblings = cap_dossier_file_list_siblings (worker->file);

  return TRUE;
}

gboolean
cap_work_bring_back (CapWorker        *worker,
                     const CapJob     *job,
                     CapStoreOutcome  *outcome,
                     GError          **error)
{
  gboolean changed = FALSE;

  return cap_dossier_file_bring_back (worker->file, job->sequence, job->object, job->name, &changed,
                                      error) &&
         tell_change (outcome, changed) && load (worker, outcome, error);
}

gboolean
cap_work_list_backups (CapWorker        *worker,
                       const CapJob     *job,
                       CapStoreOutcome  *outcome,
                       GError          **error)
{
  outcome->backups = cap_dossier_file_list_backups (worker->file, &outcome->text, error);

  return outcome->backups != NULL;
}

gboolean
cap_work_back_up (CapWorker        *worker,
                  const CapJob     *job,
                  CapStoreOutcome  *outcome,
                  GError          **error)
{
  return cap_dossier_file_back_up (worker->file, error);
}

gboolean
cap_work_remove_backup (CapWorker        *worker,
                        const CapJob     *job,
                        CapStoreOutcome  *outcome,
                        GError          **error)
{
  g_autoptr(CapWorkingCopy) aside = cap_working_copy_claim_locked (job->path, NULL);
  g_autoptr(GFile) file = g_file_new_for_path (job->path);

  if (aside == NULL)
    return g_file_delete (file, NULL, error);

  cap_working_copy_wipe (aside);

  return TRUE;
}

gboolean
cap_worker_do (CapWorker        *worker,
               const CapJob     *job,
               CapStoreOutcome  *outcome,
               GError          **error)
{
  const gboolean needs_file = job->work != cap_work_open_file && job->work != cap_work_create_file &&
                              job->work != cap_work_open_past && job->work != cap_work_close_file;
  gboolean done;

  if (worker->file == NULL && needs_file)
    {
      cap_store_error_set (error, CAP_STORE_ERROR_NOT_FOUND, NULL);
      return FALSE;
    }

  done = job->work (worker, job, outcome, error);
  if (worker->file != NULL)
    {
      outcome->needs_publish = cap_dossier_file_needs_publish (worker->file);
      outcome->read_only = cap_dossier_file_is_read_only (worker->file);
      outcome->encrypted = cap_dossier_file_is_encrypted (worker->file);
    }

  return done;
}

