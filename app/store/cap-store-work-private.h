/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/cap-store-personal.h"
#include "store/cap-store.h"

G_BEGIN_DECLS

/* The only state the worker thread sees. It outlives the CapStore. */
typedef struct
{
  CapFrameworkReader  reader;
  CapCommandGuard     guard;
  CapDossierFile     *file;
} CapWorker;

typedef struct _CapJob CapJob;

/* Does one piece of work on the worker’s file; fills the outcome. */
typedef gboolean (*CapWork) (CapWorker        *worker,
                             const CapJob     *job,
                             CapStoreOutcome  *outcome,
                             GError          **error);

/* What is to be done, and with what. */
struct _CapJob
{
  CapWork          work;
  gboolean         last;
  char            *path;
  CapFileAccess    access;
  CapCommand      *command;
  char            *action_id;
  char            *sha256;
  CapMergeChoice   choice;
  char           **exceptions;
  gboolean         dry_run;
  char            *seen;
  char            *search;
  char            *object;
  gboolean         points;
  char            *name;
  gint64           sequence;
  guint            limit;
  CapStoreFunction function;
  gpointer         data;
  GStrv            names;
  CapPersonalSwaps *swaps; /* borrowed */
  gboolean         drop_backups;
};

#define CAP_DECLARE_WORK(name)                     \
  gboolean cap_work_##name (CapWorker        *worker,  \
                            const CapJob     *job,     \
                            CapStoreOutcome  *outcome, \
                            GError          **error);

CAP_DECLARE_WORK (open_file)
CAP_DECLARE_WORK (create_file)
CAP_DECLARE_WORK (run_command)
CAP_DECLARE_WORK (undo)
CAP_DECLARE_WORK (redo)
CAP_DECLARE_WORK (list_changes)
CAP_DECLARE_WORK (read_content)
CAP_DECLARE_WORK (merge)
CAP_DECLARE_WORK (publish)
CAP_DECLARE_WORK (replace)
CAP_DECLARE_WORK (save_copy)
CAP_DECLARE_WORK (close_file)
CAP_DECLARE_WORK (call)
CAP_DECLARE_WORK (open_past)
CAP_DECLARE_WORK (read_journal)
CAP_DECLARE_WORK (mark)
CAP_DECLARE_WORK (return_to)
CAP_DECLARE_WORK (bring_back)
CAP_DECLARE_WORK (list_backups)
CAP_DECLARE_WORK (list_siblings)
CAP_DECLARE_WORK (back_up)
CAP_DECLARE_WORK (remove_backup)
CAP_DECLARE_WORK (find_personal)
CAP_DECLARE_WORK (redact)
CAP_DECLARE_WORK (anonymise)
CAP_DECLARE_WORK (retain)

#undef CAP_DECLARE_WORK

CapJob  *cap_job_new   (CapWork           work) G_GNUC_WARN_UNUSED_RESULT;
void     cap_job_free  (CapJob           *self);
gboolean cap_worker_do (CapWorker        *self,
                        const CapJob     *job,
                        CapStoreOutcome  *outcome,
                        GError          **error);

/* @job: (transfer full) */
void     cap_store_push (CapStore            *self,
                         CapJob              *job,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data,
                         gpointer             tag);

G_END_DECLS
