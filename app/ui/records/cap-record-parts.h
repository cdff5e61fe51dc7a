/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ui/records/cap-record-desk.h"

G_BEGIN_DECLS

#define CAP_TYPE_RECORD_PARTS (cap_record_parts_get_type ())

G_DECLARE_FINAL_TYPE (CapRecordParts, cap_record_parts, CAP, RECORD_PARTS, AdwBin)

GtkWidget *cap_record_parts_new  (CapRecordDesk   *desk,
                                  CapRegisterKind  kind) G_GNUC_WARN_UNUSED_RESULT;
void       cap_record_parts_show (CapRecordParts  *self,
                                  const char      *parent);

G_END_DECLS
