/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/cap-store-error.h"

G_BEGIN_DECLS

/**
 * CapLock:
 *
 * The file `.~lock.NAME#` beside a dossier: tells others, on this machine or
 * on another, who has it open. Advisory: what protects the content is the
 * comparison made before each publication.
 */
typedef struct _CapLock CapLock;

CapLock *cap_lock_acquire (const char  *path,
                           gboolean     take_over,
                           GError     **error) G_GNUC_WARN_UNUSED_RESULT;
void     cap_lock_release (CapLock     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapLock, cap_lock_release)

G_END_DECLS
