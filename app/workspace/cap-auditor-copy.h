/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/cap-auditor-return.h"
#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

/* The copy that an auditor works in: written from the dossier of the structure, and taken in again. */

/* In the calling thread: the command line. */
CapAuditorReturn *cap_auditor_copy_read                    (const char           *path,
                                                            const CapDossier     *dossier,
                                                            GError              **error)
                                                            G_GNUC_WARN_UNUSED_RESULT;

/* Publishes the open dossier, then writes the copy of the auditor of one audit where nothing is yet. */
void              cap_workspace_write_auditor_copy_async   (CapWorkspace         *self,
                                                            const char           *audit_id,
                                                            const char           *path,
                                                            GCancellable         *cancellable,
                                                            GAsyncReadyCallback   callback,
                                                            gpointer              user_data);
gboolean          cap_workspace_write_auditor_copy_finish  (CapWorkspace         *self,
                                                            GAsyncResult         *result,
                                                            GError              **error);
/* What would come in; to be given to cap_workspace_run_async(). */
void              cap_workspace_read_auditor_copy_async    (CapWorkspace         *self,
                                                            const char           *path,
                                                            GCancellable         *cancellable,
                                                            GAsyncReadyCallback   callback,
                                                            gpointer              user_data);
CapAuditorReturn *cap_workspace_read_auditor_copy_finish   (CapWorkspace         *self,
                                                            GAsyncResult         *result,
                                                            GError              **error)
                                                            G_GNUC_WARN_UNUSED_RESULT;
/* A name for it: “Les Érables - AU-03.capcedre”. */
char             *cap_workspace_dup_auditor_copy_name      (CapWorkspace         *self,
                                                            const char           *audit_id)
                                                            G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
