/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "scoring/cap-agenda.h"

G_BEGIN_DECLS

/**
 * CapMeetingEnd:
 *
 * The end of a meeting: what nothing is decided of, what was decided away from the median. A line goes back
 * to its criterion by the action “meeting.show”.
 */
#define CAP_TYPE_MEETING_END (cap_meeting_end_get_type ())

G_DECLARE_FINAL_TYPE (CapMeetingEnd, cap_meeting_end, CAP, MEETING_END, GtkWidget)

void cap_meeting_end_show (CapMeetingEnd       *self,
                           const CapEvaluation *evaluation,
                           const GPtrArray     *criteria,
                           const CapVotes      *votes);

G_END_DECLS
