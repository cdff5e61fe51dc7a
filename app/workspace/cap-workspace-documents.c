/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/cap-workspace-documents-private.h"

#include <string.h>

#include "exchange/cap-document-text.h"
#include "workspace/cap-workspace-private.h"

/* What documents say is read one after the other, in a thread apart from that of the store: gestures do not
 * wait for it. It is remembered, in memory only, as long as the dossier is open: contents never change. */

#define MAX_REMEMBERED (64 * 1024 * 1024) /* bytes */

typedef struct
{
  GRefString *text; /* shared with the thread that looks into it; NULL: nothing that can be read */
  gboolean    whole;
} Reading;

typedef struct
{
  CapStore         *store; /* that of the dossier: another one may be open by now */
  GPtrArray        *documents;
  guint             next;
  CapProgress      *progress;
  CapDocumentTaken  taken;
  gpointer          taken_data;
} Job;

/* One document, while a thread has it. */
typedef struct
{
  const Job           *job;
  CapPersonalDocument *document;
  GBytes              *content; /* to be read; or NULL */
  Reading              known;   /* what it says, when it was read before */
} Step;

static void
free_step (Step *step)
{
  g_clear_pointer (&step->content, g_bytes_unref);
  g_clear_pointer (&step->known.text, g_ref_string_release);
  g_free (step);
}

static void
free_reading (Reading *reading)
{
  g_clear_pointer (&reading->text, g_ref_string_release);
  g_free (reading);
}

static void
free_job (Job *job)
{
  g_clear_object (&job->store);
  g_ptr_array_unref (job->documents);
  g_free (job);
}

static void read_next (GTask *task);

static void
remember (CapWorkspace  *self,
          const char    *sha256,
          const Reading *reading)
{
  const gsize size = reading->text != NULL ? strlen (reading->text) : 0;
  Reading *kept;

  if (self->document_texts == NULL || g_hash_table_contains (self->document_texts, sha256) ||
      self->n_remembered + size > MAX_REMEMBERED)
    return;

  kept = g_new0 (Reading, 1);
  kept->text = reading->text != NULL ? g_ref_string_acquire (reading->text) : NULL;
  kept->whole = reading->whole;
  self->n_remembered += size;
  g_hash_table_insert (self->document_texts, g_strdup (sha256), kept);
}

/* What is looked for in a long text takes time too. Nobody else looks at what @taken fills before the end. */
static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  const Step *step = data;
  Reading *reading = g_new0 (Reading, 1);
  g_autofree char *text = step->content != NULL
                          ? cap_document_text_read (step->content, &reading->whole, cancellable) : NULL;

  if (text != NULL)
    reading->text = g_ref_string_new (text);
  else if (step->content == NULL)
    *reading = (Reading) { g_ref_string_acquire (step->known.text), step->known.whole };
  if (reading->text != NULL && !g_cancellable_is_cancelled (cancellable))
    step->job->taken (step->document, reading->text, reading->whole, step->job->taken_data);
  g_task_return_pointer (task, reading, (GDestroyNotify) free_reading);
}

static void
go_on (GTask *task)
{
  Job *job = g_task_get_task_data (task);

  job->next++;
  if (!g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    cap_progress_step (job->progress); /* whoever looks may look at another search already */
  read_next (task);
}

/* One that could not be read stays unread, which is told. */
static void
text_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  GTask *task = user_data;
  CapWorkspace *self = CAP_WORKSPACE (source);
  Job *job = g_task_get_task_data (task);
  const CapPersonalDocument *document = g_ptr_array_index (job->documents, job->next);
  Reading *reading = g_task_propagate_pointer (G_TASK (result), NULL);

  if (reading != NULL && self->store == job->store)
    remember (self, document->sha256, reading);
  g_clear_pointer (&reading, free_reading);
  go_on (task);
}

/* @content: (transfer full) (nullable): %NULL when what it says is known */
static void
read_apart (GTask         *task,
            GBytes        *content,
            const Reading *known)
{
  Job *job = g_task_get_task_data (task);
  g_autoptr(GTask) reading = g_task_new (g_task_get_source_object (task), g_task_get_cancellable (task),
                                         text_read_cb, task);
  Step *step = g_new0 (Step, 1);

  step->job = job;
  step->document = g_ptr_array_index (job->documents, job->next);
  step->content = content;
  if (known != NULL)
    step->known = (Reading) { g_ref_string_acquire (known->text), known->whole };
  g_task_set_source_tag (reading, read_apart);
  g_task_set_task_data (reading, step, (GDestroyNotify) free_step);
  g_task_run_in_thread (reading, read_in_thread);
}

static void
content_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  GTask *task = user_data;
  GBytes *content = cap_workspace_read_content_finish (CAP_WORKSPACE (source), result, NULL);

  if (content != NULL)
    read_apart (task, content, NULL);
  else
    go_on (task);
}

/* The first that is unread and that may be read. */
static void
read_next (GTask *task)
{
  CapWorkspace *self = g_task_get_source_object (task);
  Job *job = g_task_get_task_data (task);

  if (g_task_return_error_if_cancelled (task))
    {
      g_object_unref (task);
      return;
    }

  for (; job->next < job->documents->len; job->next++)
    {
      const CapPersonalDocument *document = g_ptr_array_index (job->documents, job->next);
      const Reading *known = self->document_texts != NULL
                             ? g_hash_table_lookup (self->document_texts, document->sha256) : NULL;

      if (document->reading != CAP_PERSONAL_UNREAD || (known != NULL && known->text == NULL) ||
          self->store == NULL || self->store != job->store)
        {
          cap_progress_step (job->progress);
          continue;
        }

      if (known != NULL)
        read_apart (task, NULL, known);
      else
        cap_workspace_read_content_async (self, document->sha256, g_task_get_cancellable (task),
                                          content_read_cb, task);
      return;
    }

  g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

/**
 * cap_workspace_read_documents_async:
 * @documents: (element-type CapPersonalDocument): those that are unread are read
 * @progress: (nullable): how many are done; lives until @callback
 * @taken: called for each that could be read, in a thread, one after the other
 * @cancellable: (nullable): to give up
 *
 * Reads what the documents of the dossier say. One that cannot be read stays unread.
 */
void
cap_workspace_read_documents_async (CapWorkspace        *self,
                                    GPtrArray           *documents,
                                    CapProgress         *progress,
                                    CapDocumentTaken     taken,
                                    gpointer             taken_data,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  g_set_object (&job->store, self->store);
  job->documents = g_ptr_array_ref (documents);
  job->progress = progress;
  job->taken = taken;
  job->taken_data = taken_data;
  g_task_set_source_tag (task, cap_workspace_read_documents_async);
  g_task_set_task_data (task, job, (GDestroyNotify) free_job);
  if (self->document_texts == NULL)
    self->document_texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                  (GDestroyNotify) free_reading);
  cap_progress_begin (progress, documents->len);
  read_next (task);
}

/* Returns: %FALSE when it was given up */
gboolean
cap_workspace_read_documents_finish (CapWorkspace  *self,
                                     GAsyncResult  *result,
                                     GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
