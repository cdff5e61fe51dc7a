/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/cap-register-csv.h"
#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

/* What the import of a file into a register of the open dossier would do; the command of the preview
 * does it. */
void                cap_workspace_preview_register_async  (CapWorkspace         *self,
                                                           CapRegisterKind       kind,
                                                           const char           *path,
                                                           GCancellable         *cancellable,
                                                           GAsyncReadyCallback   callback,
                                                           gpointer              user_data);
CapRegisterPreview *cap_workspace_preview_register_finish (CapWorkspace         *self,
                                                           GAsyncResult         *result,
                                                           GError              **error)
                                                           G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
