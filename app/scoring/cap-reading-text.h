/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "scoring/cap-reading.h"

G_BEGIN_DECLS

/* In the user’s language. */
const char *cap_reading_kind_get_label  (CapReadingKind        kind);
const char *cap_reading_kind_get_notice (CapReadingKind        kind);
const char *cap_reading_line_get_title  (const CapReadingLine *line,
                                         const CapFramework   *framework);
char       *cap_reading_line_dup_text   (const CapReadingLine *line) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
