/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "workspace/cap-evidence-import.h"

G_BEGIN_DECLS

/* Takes files in from a person: has them chosen, reads them, and asks what becomes of a picture that says
 * where it was taken. %G_IO_ERROR_CANCELLED when the person goes no further. */

void       cap_evidence_intake_choose_async (CapWorkspace         *workspace,
                                             GtkWindow            *parent,
                                             gboolean              several,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
/* @files: (element-type GFile): those that were dropped */
void       cap_evidence_intake_take_async   (CapWorkspace         *workspace,
                                             GtkWindow            *parent,
                                             GSList               *files,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
/* Returns: (transfer full) (element-type CapEvidenceContent): at least one */
GPtrArray *cap_evidence_intake_finish       (GAsyncResult         *result,
                                             GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
