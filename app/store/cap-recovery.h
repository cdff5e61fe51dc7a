/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/cap-db.h"
#include "store/cap-working-copy.h"

G_BEGIN_DECLS

gboolean cap_recovery_is_needed   (const char      *path);
CapWorkingCopy *
         cap_recovery_find_locked (const char      *path) G_GNUC_WARN_UNUSED_RESULT;
char    *cap_recovery_take_back   (const char      *path,
                                   CapVaultKey     *key,
                                   const char      *db_path,
                                   GError         **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean cap_recovery_take_up     (const char      *path,
                                   const char      *dossier_id,
                                   const char      *head,
                                   CapVaultKey     *key,
                                   CapWorkingCopy **copy,
                                   CapDb          **db,
                                   GError         **error);

G_END_DECLS
