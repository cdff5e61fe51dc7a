/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

/* Writes a version of a piece into a private folder, to be opened in its own application. */
void  cap_workspace_export_evidence_async  (CapWorkspace           *self,
                                            const CapEvidenceFile  *file,
                                            GCancellable           *cancellable,
                                            GAsyncReadyCallback     callback,
                                            gpointer                user_data);
/* Returns: (transfer full): its path */
char *cap_workspace_export_evidence_finish (CapWorkspace           *self,
                                            GAsyncResult           *result,
                                            GError                **error) G_GNUC_WARN_UNUSED_RESULT;

/* Takes away what was written so, in a thread: to be called when the program starts. */
void  cap_evidence_forget_exports          (void);

G_END_DECLS
