/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/cap-dossier-file.h"
#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

/* The auditor’s package of a dossier: its documents, its evidence, their index, in a zip that can be
 * verified. */

/* In the calling thread: the command line. @file is open, @dossier was loaded from it. */
gboolean cap_package_file_write                (const char           *path,
                                                CapDossierFile       *file,
                                                const CapDossier     *dossier,
                                                const char           *today,
                                                GCancellable         *cancellable,
                                                GError              **error);

/* Publishes the open dossier, then packs what the file holds, in a thread: the desktop. */
void     cap_workspace_write_package_async     (CapWorkspace         *self,
                                                const char           *path,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
gboolean cap_workspace_write_package_finish    (CapWorkspace         *self,
                                                GAsyncResult         *result,
                                                GError              **error);
/* Reads a package of any dossier, in a thread. */
void     cap_workspace_verify_package_async    (CapWorkspace         *self,
                                                const char           *path,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
/* Returns: (transfer full) (nullable) (element-type utf8): a sentence for each file at fault; none when it
 * is intact; %NULL when it is no package */
GPtrArray *cap_workspace_verify_package_finish (CapWorkspace         *self,
                                                GAsyncResult         *result,
                                                guint                *n_files,
                                                GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/* A name for it: “dossier-audit_Les-Erables_2026-11-20.zip”. */
char    *cap_workspace_dup_package_name        (CapWorkspace         *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
