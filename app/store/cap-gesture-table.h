/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-command.h"
#include "store/cap-db.h"

G_BEGIN_DECLS

/**
 * CapGestureState:
 * @CAP_GESTURE_STATE_DONE: in force
 * @CAP_GESTURE_STATE_UNDONE: may be done again
 * @CAP_GESTURE_STATE_DROPPED: undone, then something else was done: history
 */
typedef enum
{
  CAP_GESTURE_STATE_DONE,
  CAP_GESTURE_STATE_UNDONE,
  CAP_GESTURE_STATE_DROPPED,
} CapGestureState;

/* A row, without its changeset. No sequence (0): there is none. */
typedef struct
{
  gint64      sequence;
  CapGesture  kind;
  char       *detail;
} CapGestureRow;

gboolean  cap_gesture_table_append        (CapDb             *db,
                                           const CapCommand  *command,
                                           GBytes            *changeset,
                                           gint64            *sequence,
                                           GError           **error);
gboolean  cap_gesture_table_drop_undone   (CapDb             *db,
                                           GError           **error);
gboolean  cap_gesture_table_find_undoable (CapDb             *db,
                                           CapGestureRow     *row,
                                           GError           **error);
gboolean  cap_gesture_table_find_redoable (CapDb             *db,
                                           CapGestureRow     *row,
                                           GError           **error);
/* What the last line of the journal is of, if that passes over what is undone. */
gboolean  cap_gesture_table_find_passed   (CapDb             *db,
                                           CapGestureRow     *row,
                                           GError           **error);
GBytes   *cap_gesture_table_get_changeset (CapDb             *db,
                                           gint64             sequence,
                                           GError           **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  cap_gesture_table_set_state     (CapDb             *db,
                                           gint64             sequence,
                                           CapGestureState    state,
                                           GError           **error);

/* Whether a gesture changes nothing that is undone: a restore point, a seal. */
gboolean  cap_gesture_table_passes_over   (CapGesture         kind);

char     *cap_gesture_row_dup_label       (const CapGestureRow *self) G_GNUC_WARN_UNUSED_RESULT;
void      cap_gesture_row_clear           (CapGestureRow     *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CapGestureRow, cap_gesture_row_clear)

G_END_DECLS
