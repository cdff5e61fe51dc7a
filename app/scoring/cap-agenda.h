/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-member.h"
#include "scoring/cap-votes.h"

G_BEGIN_DECLS

/* A decision that lies so many halves of a level from the median goes against it. */
#define CAP_AGENDA_AGAINST 2

/**
 * CapAgendaOrder:
 * @CAP_AGENDA_BY_OBJECTIVE: as the framework goes
 * @CAP_AGENDA_MOST_DISCUSSED: those whose votes lie the furthest apart first
 */
typedef enum
{
  CAP_AGENDA_BY_OBJECTIVE,
  CAP_AGENDA_MOST_DISCUSSED,
} CapAgendaOrder;

/**
 * CapAgendaEnd:
 * @unanswered: (element-type CapCriterion): what nothing is decided of
 * @against: (element-type CapCriterion): what was decided away from the median
 */
typedef struct
{
  GPtrArray *unanswered;
  GPtrArray *against;
} CapAgendaEnd;

GPtrArray *cap_agenda_list             (const CapEvaluation *evaluation,
                                        const CapMember     *member,
                                        const CapVotes      *votes,
                                        CapAgendaOrder       order) G_GNUC_WARN_UNUSED_RESULT;
guint      cap_agenda_count_objectives (const GPtrArray     *criteria,
                                        guint                from);
void       cap_agenda_sum_up           (CapAgendaEnd        *end,
                                        const CapEvaluation *evaluation,
                                        const GPtrArray     *criteria,
                                        const CapVotes      *votes);
void       cap_agenda_end_clear        (CapAgendaEnd        *end);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CapAgendaEnd, cap_agenda_end_clear)

G_END_DECLS
