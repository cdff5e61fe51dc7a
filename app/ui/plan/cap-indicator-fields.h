/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "model/cap-framework.h"
#include "plan/cap-indicator-rules.h"

G_BEGIN_DECLS

#define CAP_TYPE_INDICATOR_FIELDS (cap_indicator_fields_get_type ())

G_DECLARE_FINAL_TYPE (CapIndicatorFields, cap_indicator_fields, CAP, INDICATOR_FIELDS, GObject)

/* Signals:
 *   "finished"  the person leaves a field, or chooses
 */
CapIndicatorFields *cap_indicator_fields_new           (AdwExpanderRow     *row,
                                                        CapFramework       *framework)
                                                        G_GNUC_WARN_UNUSED_RESULT;

void                cap_indicator_fields_show          (CapIndicatorFields *self,
                                                        const CapIndicator *indicator,
                                                        const CapIndicator *before);
void                cap_indicator_fields_fill          (CapIndicatorFields *self,
                                                        CapIndicator       *indicator);
void                cap_indicator_fields_set_read_only (CapIndicatorFields *self,
                                                        gboolean            read_only);
void                cap_indicator_fields_show_faults   (CapIndicatorFields *self,
                                                        const GPtrArray    *faults);

G_END_DECLS
