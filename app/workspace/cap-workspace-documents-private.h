/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/cap-progress.h"
#include "model/cap-personal-report.h"
#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

/* @text: what a document says; @whole: whether that is all that it says. */
typedef void (*CapDocumentTaken) (CapPersonalDocument *document,
                                  const char          *text,
                                  gboolean             whole,
                                  gpointer             user_data);

void     cap_workspace_read_documents_async  (CapWorkspace         *self,
                                              GPtrArray            *documents,
                                              CapProgress          *progress,
                                              CapDocumentTaken      taken,
                                              gpointer              taken_data,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gboolean cap_workspace_read_documents_finish (CapWorkspace         *self,
                                              GAsyncResult         *result,
                                              GError              **error);

G_END_DECLS
