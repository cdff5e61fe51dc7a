/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

/* The readings by theme of the CSESS guide and by core subject of ISO 26000 of the evaluation in course,
 * written beside and renamed: as JSON when the name of the file says so, as CSV otherwise. */

/* In the calling thread: the command line. */
gboolean cap_readings_export                  (const CapDossier     *dossier,
                                               const char           *path,
                                               GError              **error);
/* Of the open dossier, in a thread of its own: the desktop. */
void     cap_workspace_export_readings_async  (CapWorkspace         *self,
                                               const char           *path,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
gboolean cap_workspace_export_readings_finish (CapWorkspace         *self,
                                               GAsyncResult         *result,
                                               GError              **error);

/* Whether there is something to write: a framework may refer to neither. */
gboolean cap_readings_are_there               (const CapFramework   *framework);
/* A name for the file: “Les Érables – Lecture CSESS 2026-11-20.csv”. */
char    *cap_workspace_dup_readings_name      (CapWorkspace         *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
