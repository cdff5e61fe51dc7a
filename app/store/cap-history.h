/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-command.h"
#include "store/cap-db.h"

G_BEGIN_DECLS

gboolean  cap_history_run       (CapDb             *db,
                                 const CapCommand  *command,
                                 GError           **error);
gboolean  cap_history_note      (CapDb             *db,
                                 const CapCommand  *command,
                                 GBytes            *changeset,
                                 const char        *merged,
                                 GError           **error);
char     *cap_history_undo      (CapDb             *db,
                                 GError           **error) G_GNUC_WARN_UNUSED_RESULT;
char     *cap_history_redo      (CapDb             *db,
                                 GError           **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  cap_history_hand_over (CapDb             *db,
                                 const char        *audit_id,
                                 const char        *code,
                                 GError           **error);
gboolean  cap_history_note_known (CapDb            *db,
                                 const char        *detail,
                                 const char        *merged,
                                 GError           **error);
gboolean  cap_history_mark      (CapDb             *db,
                                 CapGesture         gesture,
                                 const char        *detail,
                                 GError           **error);
gboolean  cap_history_go_back   (CapDb             *db,
                                 gint64             sequence,
                                 GError           **error);
gboolean  cap_history_return    (CapDb             *db,
                                 gint64             sequence,
                                 const char        *name,
                                 GError           **error);

G_END_DECLS
