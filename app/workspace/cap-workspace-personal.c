/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/cap-workspace-personal.h"

#include "store/cap-store-personal.h"
#include "workspace/cap-evidence-export.h"
#include "workspace/cap-workspace-documents-private.h"
#include "workspace/cap-workspace-private.h"

typedef struct
{
  CapPersonalFinder *finder;
  CapPersonalReport *report;
  CapProgress       *progress;
} Search;

static void
free_search (Search *search)
{
  cap_personal_finder_free (search->finder);
  g_clear_pointer (&search->report, cap_personal_report_free);
  g_free (search);
}

static void
document_found (CapPersonalDocument *document,
                const char          *text,
                gboolean             whole,
                gpointer             user_data)
{
  const Search *search = user_data;

  cap_personal_report_take_text (search->report, document, search->finder, text, whole);
}

static void
documents_searched_cb (GObject      *source,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Search *search = g_task_get_task_data (task);
  GError *error = NULL;

  if (!cap_workspace_read_documents_finish (CAP_WORKSPACE (source), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  cap_personal_report_sort (search->report);
  g_task_return_pointer (task, g_steal_pointer (&search->report), (GDestroyNotify) cap_personal_report_free);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  GTask *task = user_data;
  Search *search = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(CapStoreOutcome) outcome = cap_store_finish (CAP_STORE (source), result, &error);

  if (outcome == NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }

  search->report = g_steal_pointer (&outcome->personal);
  cap_workspace_read_documents_async (g_task_get_source_object (task), search->report->documents,
                                      search->progress, document_found, search,
                                      g_task_get_cancellable (task), documents_searched_cb, task);
}

void
cap_workspace_find_personal_async (CapWorkspace        *self,
                                   const char * const  *names,
                                   CapProgress         *progress,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  GTask *task;
  Search *search;

  g_return_if_fail (CAP_IS_WORKSPACE (self) && self->store != NULL);

  search = g_new0 (Search, 1);
  search->finder = cap_personal_finder_new (names);
  search->progress = progress;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cap_workspace_find_personal_async);
  g_task_set_task_data (task, search, (GDestroyNotify) free_search);
  cap_store_find_personal_async (self->store, names, cancellable, found_cb, task);
}

CapPersonalReport *
cap_workspace_find_personal_finish (CapWorkspace  *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct
{
  CapPersonalSwaps    *swaps;
  CapRedactionOutcome *outcome;
  CapProgress         *progress;
} Redaction;

static void
free_redaction (Redaction *redaction)
{
  cap_personal_swaps_free (redaction->swaps);
  g_clear_pointer (&redaction->outcome, cap_redaction_outcome_free);
  g_free (redaction);
}

static void
document_left (CapPersonalDocument *document,
               const char          *text,
               gboolean             whole,
               gpointer             user_data)
{
  const Redaction *redaction = user_data;

  cap_redaction_outcome_take_text (redaction->outcome, document, redaction->swaps, text, whole);
}

static void
documents_proven_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Redaction *redaction = g_task_get_task_data (task);

  /* It is done, whatever could be read. */
  (void) cap_workspace_read_documents_finish (CAP_WORKSPACE (source), result, NULL);
  g_task_return_pointer (task, g_steal_pointer (&redaction->outcome),
                         (GDestroyNotify) cap_redaction_outcome_free);
}

static void
redacted_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  GTask *task = user_data;
  CapWorkspace *self = g_task_get_source_object (task);
  Redaction *redaction = g_task_get_task_data (task);
  g_autoptr(CapStoreOutcome) outcome = cap_workspace_finish (task, source, result);

  if (outcome == NULL)
    {
      g_object_unref (task);
      return;
    }

  cap_workspace_take_outcome (self, outcome);
  cap_evidence_forget_exports (); /* what was opened may have it too */
  g_clear_pointer (&self->document_texts, g_hash_table_unref);
  self->n_remembered = 0;
  redaction->outcome = g_steal_pointer (&outcome->redaction);
  cap_workspace_read_documents_async (self, redaction->outcome->documents, redaction->progress, document_left,
                                      redaction, NULL, documents_proven_cb, task);
}

void
cap_workspace_redact_async (CapWorkspace        *self,
                            CapPersonalSwaps    *swaps,
                            gboolean             drop_backups,
                            CapProgress         *progress,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  GTask *task;
  Redaction *redaction;

  g_return_if_fail (CAP_IS_WORKSPACE (self) && swaps != NULL && self->store != NULL);

  redaction = g_new0 (Redaction, 1);
  redaction->swaps = swaps;
  redaction->progress = progress;
  task = cap_workspace_begin (self, NULL, callback, user_data, cap_workspace_redact_async);
  g_task_set_task_data (task, redaction, (GDestroyNotify) free_redaction);
  cap_store_redact_async (self->store, swaps, drop_backups, redacted_cb, task);
}

CapRedactionOutcome *
cap_workspace_redact_finish (CapWorkspace  *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
anonymised_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  g_autoptr(CapStoreOutcome) outcome = cap_store_finish (CAP_STORE (source), result, &error);

  if (outcome != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
cap_workspace_anonymise_async (CapWorkspace        *self,
                               const char          *path,
                               const char * const  *names,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (CAP_IS_WORKSPACE (self) && path != NULL && self->store != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, cap_workspace_anonymise_async);
  cap_store_anonymise_async (self->store, path, names, anonymised_cb, task);
}

gboolean
cap_workspace_anonymise_finish (CapWorkspace  *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
cap_workspace_retain_async (CapWorkspace        *self,
                            const char          *date,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_return_if_fail (CAP_IS_WORKSPACE (self) && self->store != NULL);

  cap_store_retain_async (self->store, date, cap_workspace_ran_cb,
                          cap_workspace_begin (self, NULL, callback, user_data, cap_workspace_run_async));
}
