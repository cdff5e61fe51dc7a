/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

#define CAP_TYPE_RECORD_FIELDS (cap_record_fields_get_type ())

G_DECLARE_FINAL_TYPE (CapRecordFields, cap_record_fields, CAP, RECORD_FIELDS, GObject)

/* Signal "finished": a field was left, or a choice made. */
CapRecordFields *cap_record_fields_new         (CapWorkspace     *workspace,
                                                CapRegisterKind   kind) G_GNUC_WARN_UNUSED_RESULT;
/* Returns: (transfer none): the row of a field, and the row of its fault below it */
GtkWidget       *cap_record_fields_get_row     (CapRecordFields  *self,
                                                guint             field);
GtkWidget       *cap_record_fields_get_fault   (CapRecordFields  *self,
                                                guint             field);
void             cap_record_fields_show        (CapRecordFields  *self,
                                                const CapRecord  *record,
                                                const CapRecord  *before);
void             cap_record_fields_fill        (CapRecordFields  *self,
                                                CapRecord        *record);
void             cap_record_fields_show_faults (CapRecordFields  *self,
                                                const GPtrArray  *faults);

G_END_DECLS
