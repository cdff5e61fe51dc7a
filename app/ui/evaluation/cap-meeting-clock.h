/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-record.h"

G_BEGIN_DECLS

/* The time that is left of the day of the meeting. */
char *cap_meeting_clock_dup_text (const CapRecord *day,
                                  const char      *today,
                                  guint            minute_of_day,
                                  guint            n_seconds,
                                  guint            n_objectives) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
