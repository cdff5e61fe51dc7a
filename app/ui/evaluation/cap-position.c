/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/evaluation/cap-position.h"

/* Where each dossier was left: `criterion` in the group of its UUID. A comfort
 * and nothing more: what cannot be read or written is forgotten. */

#define KEY "criterion"

typedef struct
{
  char *dossier_id;
  char *code;
} Job;

static GMutex lock;

static void
free_job (Job *job)
{
  g_free (job->dossier_id);
  g_free (job->code);
  g_free (job);
}

static char *
dup_path (void)
{
  return g_build_filename (g_get_user_state_dir (), GETTEXT_PACKAGE, "positions.ini", NULL);
}

static Job *
new_job (const char *dossier_id,
         const char *code)
{
  Job *job = g_new0 (Job, 1);

  job->dossier_id = g_strdup (dossier_id);
  job->code = g_strdup (code);

  return job;
}

static void
load_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Job *job = task_data;
  g_autofree char *path = dup_path ();
  g_autoptr(GKeyFile) file = g_key_file_new ();
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&lock);
  GError *error = NULL;
  char *code = NULL;

  if (g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, &error))
    code = g_key_file_get_string (file, job->dossier_id, KEY, &error);

  if (code != NULL)
    g_task_return_pointer (task, code, g_free);
  else
    g_task_return_error (task, error);
}

static void
save_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Job *job = task_data;
  g_autofree char *path = dup_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr(GKeyFile) file = g_key_file_new ();
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&lock);
  GError *error = NULL;

  g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL);
  g_key_file_set_string (file, job->dossier_id, KEY, job->code);
  g_mkdir_with_parents (folder, 0700);

  if (g_key_file_save_to_file (file, path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * cap_position_load_async:
 * @dossier_id: UUID of a dossier
 *
 * Looks up where a dossier was left, in a thread.
 */
void
cap_position_load_async (const char          *dossier_id,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_return_if_fail (dossier_id != NULL);

  g_task_set_source_tag (task, cap_position_load_async);
  g_task_set_task_data (task, new_job (dossier_id, NULL), (GDestroyNotify) free_job);
  g_task_run_in_thread (task, load_in_thread);
}

/**
 * cap_position_load_finish:
 *
 * Returns: (transfer full) (nullable): the code of a criterion
 */
char *
cap_position_load_finish (GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * cap_position_save_async:
 * @dossier_id: UUID of a dossier
 * @code: code of the criterion on display
 *
 * Remembers where a dossier is left, in a thread; nobody waits for it.
 */
void
cap_position_save_async (const char *dossier_id,
                         const char *code)
{
  g_autoptr(GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_return_if_fail (dossier_id != NULL && code != NULL);

  g_task_set_source_tag (task, cap_position_save_async);
  g_task_set_task_data (task, new_job (dossier_id, code), (GDestroyNotify) free_job);
  g_task_run_in_thread (task, save_in_thread);
}
