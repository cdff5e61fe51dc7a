/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ui/campaign/cap-vote-draft.h"

G_BEGIN_DECLS

/**
 * CapVoteCourse:
 *
 * The questions of a ballot, one at a time: an answer is chosen, and the next question comes. Signal
 * "finished": the last one is over.
 */
#define CAP_TYPE_VOTE_COURSE (cap_vote_course_get_type ())

G_DECLARE_FINAL_TYPE (CapVoteCourse, cap_vote_course, CAP, VOTE_COURSE, GtkWidget)

void     cap_vote_course_start     (CapVoteCourse *self,
                                    CapVoteDraft  *draft);
void     cap_vote_course_clear     (CapVoteCourse *self);
gboolean cap_vote_course_press_key (CapVoteCourse *self,
                                    guint          keyval);

G_END_DECLS
