/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workspace/cap-workspace-seal.h"

#include <glib/gi18n.h>

#include "report/cap-pdf-seal.h"
#include "store/cap-dossier-seal.h"
#include "workspace/cap-sealed-document.h"
#include "workspace/cap-workspace-private.h"

/* What crosses to the thread that owns the file, and back. */
typedef struct
{
  CapSealedDocument  document; /* its texts are owned */
  char              *label;
  char              *passphrase;
  char              *chosen; /* another passphrase from now on */
  gboolean           new_key;

  CapSeal           *seal;
  CapSealBook       *book;
} Job;

static void
free_job (Job *job)
{
  g_free ((char *) job->document.choice.record);
  g_free ((char *) job->document.choice.from);
  g_free ((char *) job->document.choice.to);
  g_free ((char *) job->document.today);
  g_free ((char *) job->document.path);
  g_free (job->label);
  cap_secret_free (job->passphrase);
  cap_secret_free (job->chosen);
  cap_seal_free (job->seal);
  cap_seal_book_free (job->book);
  g_free (job);
}

static gboolean
read_seals (CapDossierFile  *file,
            gpointer         data,
            GError         **error)
{
  Job *job = data;

  job->book = cap_dossier_file_read_seals (file, error);

  return job->book != NULL;
}

static gboolean
seal (CapDossierFile  *file,
      gpointer         data,
      GError         **error)
{
  Job *job = data;
  const CapSealWish wish = {
    cap_report_kind_to_name (job->document.choice.kind), job->label, job->passphrase, job->new_key,
  };

  job->seal = cap_dossier_file_seal (file, &wish, cap_sealed_document_write, &job->document, error);

  return job->seal != NULL;
}

static gboolean
change_passphrase (CapDossierFile  *file,
                   gpointer         data,
                   GError         **error)
{
  const Job *job = data;

  return cap_dossier_file_change_passphrase (file, job->passphrase, job->chosen, error);
}

/* The file on the disk follows at once: what is done here is not undone. */
static void
called_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  CapWorkspace *self = g_task_get_source_object (task);
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(CapStoreOutcome) outcome = cap_store_finish (CAP_STORE (source), result, &error);

  cap_workspace_set_busy (self, FALSE);
  if (outcome == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  if (job->book != NULL)
    {
      g_task_return_pointer (task, g_steal_pointer (&job->book), (GDestroyNotify) cap_seal_book_free);
      return;
    }

  cap_workspace_publish_async (self, NULL, NULL);
  if (job->seal != NULL)
    g_task_return_pointer (task, g_steal_pointer (&job->seal), (GDestroyNotify) cap_seal_free);
  else
    g_task_return_boolean (task, TRUE);
}

static void
call (CapWorkspace     *self,
      CapStoreFunction  function,
      GTask            *task,
      Job              *job)
{
  g_task_set_task_data (task, job, (GDestroyNotify) free_job);
  cap_workspace_set_busy (self, TRUE);
  cap_store_call_async (self->store, function, job, g_task_get_cancellable (task), called_cb, task);
}

void
cap_workspace_read_seals_async (CapWorkspace        *self,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (CAP_IS_WORKSPACE (self) && self->store != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cap_workspace_read_seals_async);
  call (self, read_seals, task, g_new0 (Job, 1));
}

CapSealBook *
cap_workspace_read_seals_finish (CapWorkspace  *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
cap_workspace_seal_async (CapWorkspace            *self,
                          const CapDocumentChoice *choice,
                          const char              *path,
                          const char              *passphrase,
                          gboolean                 new_key,
                          GAsyncReadyCallback      callback,
                          gpointer                 user_data)
{
  GTask *task;
  Job *job;

  g_return_if_fail (CAP_IS_WORKSPACE (self) && self->store != NULL);
  g_return_if_fail (choice != NULL && path != NULL && passphrase != NULL);

  job = g_new0 (Job, 1);
  job->document.choice = *choice;
  job->document.choice.record = g_strdup (choice->record);
  job->document.choice.from = g_strdup (choice->from);
  job->document.choice.to = g_strdup (choice->to);
  job->document.today = cap_workspace_dup_today (self);
  job->document.path = g_strdup (path);
  job->label = cap_sealed_document_dup_label (choice, self->dossier, job->document.today);
  job->passphrase = g_strdup (passphrase);
  job->new_key = new_key;

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, cap_workspace_seal_async);
  call (self, seal, task, job);
}

CapSeal *
cap_workspace_seal_finish (CapWorkspace  *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
cap_workspace_change_seal_passphrase_async (CapWorkspace        *self,
                                            const char          *passphrase,
                                            const char          *chosen,
                                            GAsyncReadyCallback  callback,
                                            gpointer             user_data)
{
  GTask *task;
  Job *job;

  g_return_if_fail (CAP_IS_WORKSPACE (self) && self->store != NULL);
  g_return_if_fail (passphrase != NULL && chosen != NULL);

  job = g_new0 (Job, 1);
  job->passphrase = g_strdup (passphrase);
  job->chosen = g_strdup (chosen);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, cap_workspace_change_seal_passphrase_async);
  call (self, change_passphrase, task, job);
}

gboolean
cap_workspace_change_seal_passphrase_finish (CapWorkspace  *self,
                                             GAsyncResult  *result,
                                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* A verification: what is verified, then what was found. */
typedef struct
{
  char     *path;
  gboolean  changed;
} Verification;

static void
free_verification (Verification *verification)
{
  g_free (verification->path);
  g_free (verification);
}

static char *
dup_changed (const CapSeal *found)
{
  g_autofree char *date = NULL;

  if (found == NULL)
    return g_strdup (_("This document was changed since it was sealed."));

  date = cap_seal_dup_date (found);

  /* Translators: the name of a structure, a date */
  return g_strdup_printf (_("This document was changed since “%1$s” sealed it on %2$s."), found->structure,
                          date);
}

static void
verify_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  Verification *verification = data;
  g_autoptr(GBytes) pdf = NULL;
  g_autoptr(CapSeal) found = NULL;
  GError *error = NULL;
  char *content;
  gsize size;
  CapPdfSealState state;

  if (!g_file_get_contents (verification->path, &content, &size, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  pdf = g_bytes_new_take (content, size);
  state = cap_pdf_seal_read (pdf, &found);
  verification->changed = state == CAP_PDF_SEAL_BROKEN;
  if (state == CAP_PDF_SEAL_INTACT)
    g_task_return_pointer (task, cap_seal_dup_verdict (found, CAP_SEAL_DOCUMENT_INTACT), g_free);
  else if (state == CAP_PDF_SEAL_BROKEN)
    g_task_return_pointer (task, dup_changed (found), g_free);
  else
    g_task_return_pointer (task, g_strdup (_("This document bears no seal: nothing says whether it was"
                                             " changed.")), g_free);
}

void
cap_workspace_verify_pdf_async (CapWorkspace        *self,
                                const char          *path,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Verification *verification;

  g_return_if_fail (CAP_IS_WORKSPACE (self) && path != NULL);

  verification = g_new0 (Verification, 1);
  verification->path = g_strdup (path);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cap_workspace_verify_pdf_async);
  g_task_set_task_data (task, verification, (GDestroyNotify) free_verification);
  g_task_run_in_thread (task, verify_in_thread);
}

char *
cap_workspace_verify_pdf_finish (CapWorkspace  *self,
                                 GAsyncResult  *result,
                                 gboolean      *changed,
                                 GError       **error)
{
  const Verification *verification;

  g_return_val_if_fail (g_task_is_valid (result, self) && changed != NULL, NULL);

  verification = g_task_get_task_data (G_TASK (result));
  *changed = verification->changed;

  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
cap_workspace_can_seal (CapWorkspace *self)
{
  g_return_val_if_fail (CAP_IS_WORKSPACE (self), FALSE);

  return self->store != NULL && !self->read_only && cap_workspace_get_audited (self) == NULL;
}
