/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workspace/cap-library-async.h"

#include <glib/gi18n.h>

#include "base/cap-locale.h"

#define MAX_SOURCE (64 * 1024 * 1024)

/* What crosses to the thread. What an operation does not need is empty. */
typedef struct
{
  CapFramework         *framework;
  CapFramework         *before;
  char                 *path;
  GStrv                 dossiers;
  CapStudyProgressFunc  progress;
  gpointer              progress_data;
} Job;

typedef struct
{
  GTask *task;
  guint  done;
} Step;

static void
free_job (Job *job)
{
  g_clear_pointer (&job->framework, cap_framework_unref);
  g_clear_pointer (&job->before, cap_framework_unref);
  g_free (job->path);
  g_strfreev (job->dossiers);
  g_free (job);
}

static Job *
job_new (CapFramework *framework,
         const char   *path)
{
  Job *job = g_new0 (Job, 1);

  job->framework = framework != NULL ? cap_framework_ref (framework) : NULL;
  job->path = g_strdup (path);

  return job;
}

static void
run (gpointer             source_tag,
     Job                 *job,
     GTaskThreadFunc      func,
     GCancellable        *cancellable,
     GAsyncReadyCallback  callback,
     gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, source_tag);
  g_task_set_task_data (task, job, (GDestroyNotify) free_job);
  g_task_run_in_thread (task, func);
}

static void
return_boolean (GTask    *task,
                gboolean  done,
                GError   *error)
{
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
list_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  g_task_return_pointer (task, cap_library_list (), (GDestroyNotify) g_ptr_array_unref);
}

/* Unless it is so big that it cannot be what it should be. */
static GBytes *
read_source (const char    *path,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GFileInfo) info = NULL;
  g_autoptr(GBytes) source = NULL;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                            G_FILE_QUERY_INFO_NONE, cancellable, NULL);
  if (info != NULL && g_file_info_get_size (info) > MAX_SOURCE)
    {
      g_set_error_literal (error, CAP_FILE_ERROR, CAP_FILE_ERROR_FAILED,
                           _("This file is too big to be a framework."));
      return NULL;
    }

  if (info != NULL && g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR)
    source = g_file_load_bytes (file, cancellable, NULL, NULL);
  if (source == NULL)
    g_set_error_literal (error, CAP_FILE_ERROR, CAP_FILE_ERROR_FAILED,
                         _("This file cannot be read. Check that it is still there, "
                           "and that you may read it."));

  return g_steal_pointer (&source);
}

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  const Job *job = data;
  g_autoptr(CapLibraryReading) reading = g_new0 (CapLibraryReading, 1);
  g_autoptr(GBytes) content = NULL;
  GError *error = NULL;

  reading->path = g_strdup (job->path);
  if (cap_framework_file_is_known (job->path))
    {
      content = read_source (job->path, cancellable, &error);
      if (content == NULL)
        {
          g_task_return_error (task, error);
          return;
        }
    }

  /* The refusal of an unknown format is its own fault: no need to read the file. */
  if (content == NULL)
    content = g_bytes_new_static ("", 0);
  reading->faults = cap_framework_file_check (job->path, content, cap_locale_get_language (),
                                              &reading->framework);
  g_task_return_pointer (task, g_steal_pointer (&reading), (GDestroyNotify) cap_library_reading_free);
}

static void
install_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      data,
                   GCancellable *cancellable)
{
  const Job *job = data;
  GError *error = NULL;
  gboolean done = cap_library_install (job->framework, &error);

  return_boolean (task, done, error);
}

static void
remove_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  const Job *job = data;
  CapLibraryEntry entry = { NULL, job->path, NULL };
  GError *error = NULL;
  gboolean done = cap_library_remove (&entry, &error);

  return_boolean (task, done, error);
}

static void
export_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  const Job *job = data;
  GError *error = NULL;
  g_autoptr(GBytes) content = cap_framework_file_write (job->path, job->framework, &error);
  gboolean done = content != NULL && cap_file_write (job->path, content,
                                                     cap_framework_file_get_verify (job->path), &error);

  return_boolean (task, done, error);
}

static void
compare_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      data,
                   GCancellable *cancellable)
{
  const Job *job = data;

  g_task_return_pointer (task, cap_framework_diff_new (job->before, job->framework),
                         (GDestroyNotify) cap_framework_diff_free);
}

static void
free_step (gpointer data)
{
  Step *step = data;

  g_object_unref (step->task);
  g_free (step);
}

static gboolean
progressed_cb (gpointer user_data)
{
  const Step *step = user_data;
  const Job *job = g_task_get_task_data (step->task);

  if (!g_cancellable_is_cancelled (g_task_get_cancellable (step->task)))
    job->progress (step->done, g_strv_length (job->dossiers), job->progress_data);

  return G_SOURCE_REMOVE;
}

/* The end of a task is a source of the same priority, attached later: it comes after. */
static void
tell_progress (GTask     *task,
               const Job *job,
               guint      done)
{
  g_autoptr(GSource) source = NULL;
  Step *step;

  if (job->progress == NULL)
    return;

  step = g_new0 (Step, 1);
  step->task = g_object_ref (task);
  step->done = done;
  source = g_idle_source_new ();
  g_source_set_priority (source, g_task_get_priority (task));
  g_source_set_callback (source, progressed_cb, step, free_step);
  g_source_attach (source, g_task_get_context (task));
}

static void
study_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  const Job *job = data;
  g_autoptr(GPtrArray) studies = NULL;

  studies = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_dossier_study_free);
  for (guint i = 0; job->dossiers[i] != NULL; i++)
    {
      if (g_task_return_error_if_cancelled (task))
        return;

      tell_progress (task, job, i);
      g_ptr_array_add (studies, cap_dossier_study_new (job->dossiers[i], job->framework));
    }

  g_task_return_pointer (task, g_steal_pointer (&studies), (GDestroyNotify) g_ptr_array_unref);
}

void
cap_library_list_async (GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  run (cap_library_list_async, job_new (NULL, NULL), list_in_thread, cancellable, callback, user_data);
}

GPtrArray *
cap_library_list_finish (GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * cap_library_read_async:
 * @path: a file that somebody gave
 *
 * Reads a framework in whatever format the name of the file tells. Nothing is
 * installed.
 */
void
cap_library_read_async (const char          *path,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_return_if_fail (path != NULL);

  run (cap_library_read_async, job_new (NULL, path), read_in_thread, cancellable, callback, user_data);
}

CapLibraryReading *
cap_library_read_finish (GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
cap_library_reading_free (CapLibraryReading *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->framework, cap_framework_unref);
  g_clear_pointer (&self->faults, g_ptr_array_unref);
  g_free (self->path);
  g_free (self);
}

void
cap_library_install_async (CapFramework        *framework,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_return_if_fail (framework != NULL);

  run (cap_library_install_async, job_new (framework, NULL), install_in_thread, cancellable, callback,
       user_data);
}

gboolean
cap_library_install_finish (GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
cap_library_remove_async (const CapLibraryEntry *entry,
                          GCancellable          *cancellable,
                          GAsyncReadyCallback    callback,
                          gpointer               user_data)
{
  g_return_if_fail (entry != NULL);

  run (cap_library_remove_async, job_new (NULL, entry->path), remove_in_thread, cancellable, callback,
       user_data);
}

gboolean
cap_library_remove_finish (GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
cap_library_export_async (CapFramework        *framework,
                          const char          *path,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_return_if_fail (framework != NULL && path != NULL);

  run (cap_library_export_async, job_new (framework, path), export_in_thread, cancellable, callback,
       user_data);
}

gboolean
cap_library_export_finish (GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
cap_library_compare_async (CapFramework        *before,
                           CapFramework        *after,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  Job *job;

  g_return_if_fail (before != NULL && after != NULL);

  job = job_new (after, NULL);
  job->before = cap_framework_ref (before);
  run (cap_library_compare_async, job, compare_in_thread, cancellable, callback, user_data);
}

CapFrameworkDiff *
cap_library_compare_finish (GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * cap_library_study_async:
 * @framework: a version, installed or not
 * @dossiers: (array zero-terminated=1): paths
 * @progress: (nullable): told before each of them
 * @progress_data: lives until @callback
 *
 * Finds what a version would mean for dossiers, which are only read.
 */
void
cap_library_study_async (CapFramework         *framework,
                         const char * const   *dossiers,
                         GCancellable         *cancellable,
                         CapStudyProgressFunc  progress,
                         gpointer              progress_data,
                         GAsyncReadyCallback   callback,
                         gpointer              user_data)
{
  Job *job;

  g_return_if_fail (framework != NULL && dossiers != NULL);

  job = job_new (framework, NULL);
  job->dossiers = g_strdupv ((GStrv) dossiers);
  job->progress = progress;
  job->progress_data = progress_data;
  run (cap_library_study_async, job, study_in_thread, cancellable, callback, user_data);
}

GPtrArray *
cap_library_study_finish (GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
