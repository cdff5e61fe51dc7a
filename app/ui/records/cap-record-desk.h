/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

#define CAP_TYPE_RECORD_DESK (cap_record_desk_get_type ())

G_DECLARE_FINAL_TYPE (CapRecordDesk, cap_record_desk, CAP, RECORD_DESK, GObject)

/* Signals: "removed" (sentence), "failed" (sentence). */
CapRecordDesk *cap_record_desk_new    (CapWorkspace     *workspace) G_GNUC_WARN_UNUSED_RESULT;
CapWorkspace  *cap_record_desk_get_workspace (CapRecordDesk *self);
gboolean       cap_record_desk_can_change (CapRecordDesk *self);
CapRecord     *cap_record_desk_dup    (CapRecordDesk    *self,
                                       CapRegisterKind   kind,
                                       const char       *id) G_GNUC_WARN_UNUSED_RESULT;
/* Returns: (transfer full) (element-type CapRecordFault): what could not be kept */
GPtrArray     *cap_record_desk_put    (CapRecordDesk    *self,
                                       const CapRecord  *record) G_GNUC_WARN_UNUSED_RESULT;
CapRecord     *cap_record_desk_draft  (CapRecordDesk    *self,
                                       CapRegisterKind   kind,
                                       const char       *parent) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray     *cap_record_desk_add    (CapRecordDesk    *self,
                                       const CapRecord  *record) G_GNUC_WARN_UNUSED_RESULT;
void           cap_record_desk_remove (CapRecordDesk    *self,
                                       CapRegisterKind   kind,
                                       const char       *id);

G_END_DECLS
