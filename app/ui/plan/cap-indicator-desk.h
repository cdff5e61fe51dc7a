/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/cap-workspace.h"

G_BEGIN_DECLS

#define CAP_TYPE_INDICATOR_DESK (cap_indicator_desk_get_type ())

G_DECLARE_FINAL_TYPE (CapIndicatorDesk, cap_indicator_desk, CAP, INDICATOR_DESK, GObject)

/* Signals:
 *   "saved"                     a gesture was kept
 *   "removed" (string sentence) something went; it can be undone
 *   "failed" (string sentence)  a gesture was not kept
 */
CapIndicatorDesk *cap_indicator_desk_new          (CapWorkspace       *workspace) G_GNUC_WARN_UNUSED_RESULT;

CapIndicator     *cap_indicator_desk_dup          (CapIndicatorDesk   *self,
                                                   const char         *id) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray        *cap_indicator_desk_put          (CapIndicatorDesk   *self,
                                                   const CapIndicator *indicator) G_GNUC_WARN_UNUSED_RESULT;
void              cap_indicator_desk_enter_value  (CapIndicatorDesk   *self,
                                                   const char         *id,
                                                   const char         *date,
                                                   gint64              thousandths,
                                                   const char         *comment);
void              cap_indicator_desk_remove_value (CapIndicatorDesk   *self,
                                                   const char         *id,
                                                   const char         *date);
char             *cap_indicator_desk_add          (CapIndicatorDesk   *self,
                                                   const char         *label) G_GNUC_WARN_UNUSED_RESULT;
void              cap_indicator_desk_remove       (CapIndicatorDesk   *self,
                                                   const char         *id);

G_END_DECLS
