/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/cap-evidence-file.h"
#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

/* Files that become evidence. They are read in a thread; the gesture that takes them in is a command
 * for cap_workspace_run_async(), so that whoever shows an answer can put it in the same gesture. */

/* Reads @paths, all of them or none: the error names the file. @strip takes the place and the author
 * out of pictures. */
void        cap_workspace_read_evidence_async  (CapWorkspace         *self,
                                                const char * const   *paths,
                                                gboolean              strip,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
/* Returns: (transfer full) (element-type CapEvidenceContent): in the order of the paths */
GPtrArray  *cap_workspace_read_evidence_finish (CapWorkspace         *self,
                                                GAsyncResult         *result,
                                                GError              **error) G_GNUC_WARN_UNUSED_RESULT;
/* Whether one of them is a picture that says where it was taken, or by whom. */
gboolean    cap_evidence_contents_are_private  (const GPtrArray      *contents);

/* The pieces that files make. A file that the dossier has already is the piece that it is. Their
 * content is put by cap_evidence_put_contents (). */
GPtrArray  *cap_evidence_list_new              (const CapDossier     *dossier,
                                                const GPtrArray      *contents,
                                                const char           *today) G_GNUC_WARN_UNUSED_RESULT;
void        cap_evidence_put_contents          (CapCommand           *command,
                                                const GPtrArray      *contents);
/* The gesture that takes files in for one place; for none when @target is %NULL. */
CapCommand *cap_evidence_add_command           (const CapDossier     *dossier,
                                                const GPtrArray      *contents,
                                                const char           *today,
                                                CapPlace              place,
                                                const char           *target) G_GNUC_WARN_UNUSED_RESULT;
/* The gesture that makes a file the new version of a piece; %NULL when it holds that already. */
CapCommand *cap_evidence_renew_command         (const CapEvidence    *piece,
                                                CapEvidenceContent   *content,
                                                const char           *today) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
