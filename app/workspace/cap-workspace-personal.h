/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/cap-progress.h"
#include "model/cap-redaction-outcome.h"
#include "model/cap-personal-swaps.h"
#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

/* What the open dossier says of people, and how it is taken out of it. */

/* What documents say is read too, in a thread apart.
 * @names: (nullable): of people to look for
 * @progress: (nullable): how many documents are read; lives until @callback. */
void                 cap_workspace_find_personal_async  (CapWorkspace         *self,
                                                         const char * const   *names,
                                                         CapProgress          *progress,
                                                         GCancellable         *cancellable,
                                                         GAsyncReadyCallback   callback,
                                                         gpointer              user_data);
CapPersonalReport   *cap_workspace_find_personal_finish (CapWorkspace         *self,
                                                         GAsyncResult         *result,
                                                         GError              **error)
                                                         G_GNUC_WARN_UNUSED_RESULT;

/* Takes it out of all that was ever done, publishes, and searches for what is left: it is not undone.
 * @swaps: (transfer full): what, and what stands there instead
 * @drop_backups: whether the backups go
 * @progress: (nullable): how many documents are read afterwards; lives until @callback. */
void                 cap_workspace_redact_async         (CapWorkspace         *self,
                                                         CapPersonalSwaps     *swaps,
                                                         gboolean              drop_backups,
                                                         CapProgress          *progress,
                                                         GAsyncReadyCallback   callback,
                                                         gpointer              user_data);
CapRedactionOutcome *cap_workspace_redact_finish        (CapWorkspace         *self,
                                                         GAsyncResult         *result,
                                                         GError              **error)
                                                         G_GNUC_WARN_UNUSED_RESULT;

/* Writes a new dossier in which nobody is named.
 * @path: where nothing is yet
 * @names: (nullable): of people that texts may have. */
void                 cap_workspace_anonymise_async      (CapWorkspace         *self,
                                                         const char           *path,
                                                         const char * const   *names,
                                                         GAsyncReadyCallback   callback,
                                                         gpointer              user_data);
gboolean             cap_workspace_anonymise_finish     (CapWorkspace         *self,
                                                         GAsyncResult         *result,
                                                         GError              **error);

/* Says until when the dossier is kept. Finished by cap_workspace_run_finish().
 * @date: (nullable): ISO 8601. */
void                 cap_workspace_retain_async         (CapWorkspace         *self,
                                                         const char           *date,
                                                         GAsyncReadyCallback   callback,
                                                         gpointer              user_data);

G_END_DECLS
