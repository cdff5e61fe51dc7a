/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/cap-db.h"

G_BEGIN_DECLS

/**
 * CapRecording:
 *
 * What is changed in a database, from when it starts.
 */
typedef struct _CapRecording CapRecording;

CapRecording       *cap_recording_start       (CapDb         *db,
                                               GError       **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes             *cap_recording_finish      (CapRecording  *self,
                                               GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void                cap_recording_free        (CapRecording  *self);

const char * const *cap_changeset_list_tables (void);
guint               cap_changeset_count       (GBytes  *changeset);
gboolean            cap_changeset_check       (GBytes  *changeset,
                                               GError **error);
gboolean            cap_changeset_apply       (CapDb   *db,
                                               GBytes  *changeset,
                                               GError **error);
gboolean            cap_changeset_revert      (CapDb   *db,
                                               GBytes  *changeset,
                                               GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapRecording, cap_recording_free)

G_END_DECLS
