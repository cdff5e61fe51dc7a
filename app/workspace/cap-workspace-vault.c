/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workspace/cap-workspace-vault.h"

#include <glib/gi18n.h>

#include "store/cap-dossier-vault.h"
#include "workspace/cap-evidence-export.h"
#include "workspace/cap-workspace-private.h"

/* What crosses to another thread, and back. */
typedef struct
{
  char            *path;
  char            *passphrase;
  char            *chosen;
  CapProgress     *progress; /* borrowed */
  CapVaultKey     *key;

  CapVaultOutcome *outcome;
  char            *written;
} Job;

static void
free_job (Job *job)
{
  g_free (job->path);
  cap_secret_free (job->passphrase);
  cap_secret_free (job->chosen);
  g_clear_pointer (&job->key, cap_vault_key_unref);
  g_clear_pointer (&job->outcome, cap_vault_outcome_free);
  g_free (job->written);
  g_free (job);
}

gboolean
cap_workspace_error_is_encrypted (const GError *error)
{
  return g_error_matches (error, CAP_STORE_ERROR, CAP_STORE_ERROR_ENCRYPTED);
}

static void
unlock_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  const Job *job = data;
  GError *error = NULL;
  CapVaultKey *key = cap_dossier_unlock (job->path, job->passphrase, &error);

  if (key != NULL)
    g_task_return_pointer (task, key, (GDestroyNotify) cap_vault_key_unref);
  else
    g_task_return_error (task, error);
}

void
cap_unlock_async (const char          *path,
                  const char          *passphrase,
                  GCancellable        *cancellable,
                  GAsyncReadyCallback  callback,
                  gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Job *job;

  g_return_if_fail (path != NULL && passphrase != NULL);

  job = g_new0 (Job, 1);
  job->path = g_strdup (path);
  job->passphrase = g_strdup (passphrase);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, cap_unlock_async);
  g_task_set_task_data (task, job, (GDestroyNotify) free_job);
  g_task_run_in_thread (task, unlock_in_thread);
}

CapVaultKey *
cap_unlock_finish (GAsyncResult  *result,
                   GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
find_left_over_in_thread (GTask        *task,
                          gpointer      source,
                          gpointer      data,
                          GCancellable *cancellable)
{
  gint64 time = 0;
  const gboolean is_left = cap_dossier_needs_left_over (data, &time);

  g_task_return_pointer (task, is_left ? g_date_time_new_from_unix_local (time) : NULL,
                         (GDestroyNotify) g_date_time_unref);
}

void
cap_left_over_find_async (const char          *path,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (path != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, cap_left_over_find_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, find_left_over_in_thread);
}

GDateTime *
cap_left_over_find_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}

static void
set_aside_in_thread (GTask        *task,
                     gpointer      source,
                     gpointer      data,
                     GCancellable *cancellable)
{
  GError *error = NULL;

  if (cap_dossier_set_left_over_aside (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
cap_left_over_set_aside_async (const char          *path,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (path != NULL);

  task = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_source_tag (task, cap_left_over_set_aside_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, set_aside_in_thread);
}

gboolean
cap_left_over_set_aside_finish (GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static gboolean
take_back (CapDossierFile  *file,
           gpointer         data,
           GError         **error)
{
  Job *job = data;

  job->written = cap_dossier_file_take_back (file, job->path, error);

  return job->written != NULL;
}

static void
taken_back_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(CapStoreOutcome) outcome = cap_store_finish (CAP_STORE (source), result, &error);

  if (outcome != NULL)
    g_task_return_pointer (task, g_steal_pointer (&job->written), g_free);
  else
    g_task_return_error (task, error);
}

void
cap_workspace_take_back_async (CapWorkspace        *self,
                               const char          *path,
                               CapVaultKey         *key,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  GTask *task;
  Job *job;

  g_return_if_fail (CAP_IS_WORKSPACE (self) && self->store != NULL && path != NULL && key != NULL);

  job = g_new0 (Job, 1);
  job->path = g_strdup (path);
  job->key = cap_vault_key_ref (key);
  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, cap_workspace_take_back_async);
  g_task_set_task_data (task, job, (GDestroyNotify) free_job);
  cap_store_call_async (self->store, take_back, job, NULL, taken_back_cb, task);
}

char *
cap_workspace_take_back_finish (CapWorkspace  *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
cap_workspace_is_encrypted (CapWorkspace *self)
{
  g_return_val_if_fail (CAP_IS_WORKSPACE (self), FALSE);

  return self->encrypted;
}

gboolean
cap_workspace_can_encrypt (CapWorkspace *self)
{
  g_return_val_if_fail (CAP_IS_WORKSPACE (self), FALSE);

  return self->store != NULL && !self->read_only && self->moment == NULL;
}

static gboolean
set_passphrase (CapDossierFile  *file,
                gpointer         data,
                GError         **error)
{
  Job *job = data;
  const CapVaultChange change = { job->passphrase, job->chosen, job->progress };

  job->outcome = cap_dossier_file_set_passphrase (file, &change, error);

  return job->outcome != NULL;
}

static char *
dup_sentences (const CapVaultOutcome *outcome)
{
  g_autofree char *done = cap_vault_outcome_dup_done (outcome);
  g_autofree char *left = cap_vault_outcome_dup_left (outcome);

  if (left == NULL)
    return g_steal_pointer (&done);

  return g_strdup_printf ("%s%s%s.", done, *done != '\0' ? "\n" : "", left);
}

static void
set_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  CapWorkspace *self = g_task_get_source_object (task);
  const Job *job = g_task_get_task_data (task);
  g_autoptr(CapStoreOutcome) outcome = cap_workspace_finish (task, source, result);

  if (outcome == NULL)
    return;

  cap_workspace_take_outcome (self, outcome);
  if (self->encrypted)
    cap_evidence_forget_exports (); /* those of before are on the disk */
  g_task_return_pointer (task, dup_sentences (job->outcome), g_free);
}

void
cap_workspace_set_passphrase_async (CapWorkspace        *self,
                                    const char          *passphrase,
                                    const char          *chosen,
                                    CapProgress         *progress,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  GTask *task;
  Job *job;

  g_return_if_fail (CAP_IS_WORKSPACE (self) && self->store != NULL);

  job = g_new0 (Job, 1);
  job->passphrase = g_strdup (passphrase);
  job->chosen = g_strdup (chosen);
  job->progress = progress;
  task = cap_workspace_begin (self, NULL, callback, user_data, cap_workspace_set_passphrase_async);
  g_task_set_task_data (task, job, (GDestroyNotify) free_job);
  cap_store_call_async (self->store, set_passphrase, job, NULL, set_cb, task);
}

char *
cap_workspace_set_passphrase_finish (CapWorkspace  *self,
                                     GAsyncResult  *result,
                                     GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
