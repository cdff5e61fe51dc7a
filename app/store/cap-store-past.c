/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/cap-store-work-private.h"

/* The asynchronous face of what a dossier was, and is elsewhere: journal, restore points, backups, copies. */

void
cap_store_open_past_async (CapStore            *self,
                           const char          *path,
                           gint64               sequence,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  CapJob *job = cap_job_new (cap_work_open_past);

  job->path = g_strdup (path);
  job->sequence = sequence;
  cap_store_push (self, job, cancellable, callback, user_data, cap_store_open_past_async);
}

void
cap_store_read_journal_async (CapStore              *self,
                              const CapJournalQuery *query,
                              GCancellable          *cancellable,
                              GAsyncReadyCallback    callback,
                              gpointer               user_data)
{
  CapJob *job = cap_job_new (cap_work_read_journal);

  job->search = g_strdup (query->search);
  job->object = g_strdup (query->object);
  job->points = query->points;
  job->sequence = query->before;
  job->limit = query->limit;
  cap_store_push (self, job, cancellable, callback, user_data, cap_store_read_journal_async);
}

void
cap_store_mark_async (CapStore            *self,
                      const char          *name,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  CapJob *job = cap_job_new (cap_work_mark);

  job->name = g_strdup (name);
  cap_store_push (self, job, NULL, callback, user_data, cap_store_mark_async);
}

void
cap_store_return_async (CapStore            *self,
                        gint64               sequence,
                        const char          *name,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  CapJob *job = cap_job_new (cap_work_return_to);

  job->sequence = sequence;
  job->name = g_strdup (name);
  cap_store_push (self, job, NULL, callback, user_data, cap_store_return_async);
}

void
cap_store_bring_back_async (CapStore            *self,
                            gint64               sequence,
                            const char          *object,
                            const char          *name,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  CapJob *job = cap_job_new (cap_work_bring_back);

  job->sequence = sequence;
  job->object = g_strdup (object);
  job->name = g_strdup (name);
  cap_store_push (self, job, NULL, callback, user_data, cap_store_bring_back_async);
}

void
cap_store_list_backups_async (CapStore            *self,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  cap_store_push (self, cap_job_new (cap_work_list_backups), cancellable, callback, user_data,
                  cap_store_list_backups_async);
}

void
cap_store_back_up_async (CapStore            *self,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  cap_store_push (self, cap_job_new (cap_work_back_up), NULL, callback, user_data, cap_store_back_up_async);
}

/* @path: of a backup that was listed */
void
cap_store_remove_backup_async (CapStore            *self,
                               const char          *path,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  CapJob *job = cap_job_new (cap_work_remove_backup);

  job->path = g_strdup (path);
  cap_store_push (self, job, NULL, callback, user_data, cap_store_remove_backup_async);
}

void
cap_store_list_siblings_async (CapStore            *self,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  cap_store_push (self, cap_job_new (cap_work_list_siblings), cancellable, callback, user_data,
                  cap_store_list_siblings_async);
}
