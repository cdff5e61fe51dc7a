/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-seal-book.h"
#include "workspace/cap-document.h"

G_BEGIN_DECLS

/* The seals of the open dossier, its key, and the hash of what it holds now. */
void         cap_workspace_read_seals_async  (CapWorkspace            *self,
                                              GCancellable            *cancellable,
                                              GAsyncReadyCallback      callback,
                                              gpointer                 user_data);
CapSealBook *cap_workspace_read_seals_finish (CapWorkspace            *self,
                                              GAsyncResult            *result,
                                              GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

/* Seals what the dossier holds now: prints the document with its code and writes it, sealed, at @path. With
 * @new_key, @passphrase is chosen for a key that is made first. Fails with a CapSecretError when it is not
 * the passphrase, and nothing is changed. */
void         cap_workspace_seal_async        (CapWorkspace            *self,
                                              const CapDocumentChoice *choice,
                                              const char              *path,
                                              const char              *passphrase,
                                              gboolean                 new_key,
                                              GAsyncReadyCallback      callback,
                                              gpointer                 user_data);
CapSeal     *cap_workspace_seal_finish       (CapWorkspace            *self,
                                              GAsyncResult            *result,
                                              GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

/* The key stays the same. Fails with a CapSecretError when @passphrase is not that of now, or @chosen is too
 * short, and nothing is changed. It is not undone. */
void         cap_workspace_change_seal_passphrase_async  (CapWorkspace         *self,
                                                          const char           *passphrase,
                                                          const char           *chosen,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
gboolean     cap_workspace_change_seal_passphrase_finish (CapWorkspace         *self,
                                                          GAsyncResult         *result,
                                                          GError              **error);

/* Whether a PDF is as it was sealed, in one sentence, whatever dossier it is of. */
void         cap_workspace_verify_pdf_async  (CapWorkspace            *self,
                                              const char              *path,
                                              GCancellable            *cancellable,
                                              GAsyncReadyCallback      callback,
                                              gpointer                 user_data);
/* @changed: whether it bears a seal, and is not what was sealed */
char        *cap_workspace_verify_pdf_finish (CapWorkspace            *self,
                                              GAsyncResult            *result,
                                              gboolean                *changed,
                                              GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether versions of the open dossier are sealed here: it is the structure’s, and may be written. */
gboolean     cap_workspace_can_seal          (CapWorkspace            *self);

G_END_DECLS
