/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "plan/cap-indicator-rules.h"

G_BEGIN_DECLS

/* An indicator in words, for screens, documents and screen readers. */
char *cap_indicator_format_quantity (const CapIndicator      *indicator,
                                     gint64                   thousandths) G_GNUC_WARN_UNUSED_RESULT;
char *cap_indicator_format_target   (const CapIndicator      *indicator) G_GNUC_WARN_UNUSED_RESULT;
char *cap_indicator_format_value    (const CapIndicator      *indicator,
                                     const CapIndicatorValue *value) G_GNUC_WARN_UNUSED_RESULT;
char *cap_indicator_format_last     (const CapIndicator      *indicator) G_GNUC_WARN_UNUSED_RESULT;
char *cap_indicator_format_late     (const CapIndicator      *indicator,
                                     const char              *today) G_GNUC_WARN_UNUSED_RESULT;
char *cap_indicator_format_reading  (const CapIndicator      *indicator) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
