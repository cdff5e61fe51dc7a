/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/cap-progress.h"
#include "base/cap-vault-key.h"
#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

/* Whether @error, of opening or reading a dossier, says that its passphrase is needed. */
gboolean     cap_workspace_error_is_encrypted     (const GError         *error);

/* Opens the envelope of a dossier with a passphrase. As long as somebody holds the key, the dossier and its
 * copies open without: whoever opens it next. Fails with a CapSecretError. */
void         cap_unlock_async                     (const char           *path,
                                                   const char           *passphrase,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
CapVaultKey *cap_unlock_finish                    (GAsyncResult         *result,
                                                   GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether it is not a dossier that needs a passphrase, but what a killed program left of it, under another
 * one. */
void         cap_left_over_find_async             (const char           *path,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
/* Returns: (transfer full) (nullable): when something was last done in what is left over; NULL: nothing is */
GDateTime   *cap_left_over_find_finish            (GAsyncResult         *result) G_GNUC_WARN_UNUSED_RESULT;

/* For who does not have that passphrase: keeps what is left over as it is, out of the way. It is listed among
 * the backups, as set aside. */
void         cap_left_over_set_aside_async        (const char           *path,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
gboolean     cap_left_over_set_aside_finish       (GAsyncResult         *result,
                                                   GError              **error);

/* Writes beside the open dossier what was set aside of it: @path as it was listed, @key what opens it. */
void         cap_workspace_take_back_async        (CapWorkspace         *self,
                                                   const char           *path,
                                                   CapVaultKey          *key,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
/* Returns: (transfer full) (nullable): the path of the new file; it is a copy that can be merged */
char        *cap_workspace_take_back_finish       (CapWorkspace         *self,
                                                   GAsyncResult         *result,
                                                   GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether the open dossier is encrypted; "encrypted" is a property of the workspace. */
gboolean     cap_workspace_is_encrypted           (CapWorkspace         *self);
/* Whether it may be encrypted here, or decrypted: it may be written. */
gboolean     cap_workspace_can_encrypt            (CapWorkspace         *self);

/* Encrypts it (@passphrase is %NULL), changes its passphrase, or decrypts it (@chosen is %NULL). Fails with a
 * CapSecretError when @passphrase is wrong or @chosen is not strong enough, and nothing is changed.
 * @progress, which may be %NULL, counts the backups that follow; it must live until the end. */
void         cap_workspace_set_passphrase_async   (CapWorkspace         *self,
                                                   const char           *passphrase,
                                                   const char           *chosen,
                                                   CapProgress          *progress,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);
/* Returns: (transfer full): what became of the backups, in sentences; may be empty */
char        *cap_workspace_set_passphrase_finish  (CapWorkspace         *self,
                                                   GAsyncResult         *result,
                                                   GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
