/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-dossier.h"
#include "quality/cap-delays.h"

G_BEGIN_DECLS

/* A complaint deserves an answer in this time. */
#define CAP_COMPLAINT_ANSWER_DAYS 15

/**
 * CapComplaintState:
 * @CAP_COMPLAINT_WAITING: nobody answered yet
 * @CAP_COMPLAINT_LATE: the same, for too long
 * @CAP_COMPLAINT_TREATED: answered, not closed
 * @CAP_COMPLAINT_ENDED: closed
 */
typedef enum
{
  CAP_COMPLAINT_WAITING,
  CAP_COMPLAINT_LATE,
  CAP_COMPLAINT_TREATED,
  CAP_COMPLAINT_ENDED,
} CapComplaintState;

#define CAP_N_COMPLAINT_STATES (CAP_COMPLAINT_ENDED + 1)

/**
 * CapComplaintGroup:
 * @name: (nullable): of a public, or the code of a process; %NULL when nobody said
 * @count: complaints of it
 */
typedef struct
{
  char  *name;
  guint  count;
} CapComplaintGroup;

/**
 * CapComplaintFigures:
 * @received: in the period; the others are of which
 * @open: not closed
 * @answered: answered
 * @answered_late: after %CAP_COMPLAINT_ANSWER_DAYS
 * @late: (element-type CapRecord): not answered, for longer than that; the oldest first
 * @to_answer: from the day they were received
 * @to_close: the same
 * @with_action: whose code is an origin of an action of the plan
 * @by_public: (element-type CapComplaintGroup): in the order of the choices, nobody said last
 * @by_process: (element-type CapComplaintGroup): most complaints first, nobody said last; one that is
 *   of two processes counts in both
 *
 * The figures of the complaints of a period. They live as long as the dossier.
 */
typedef struct
{
  guint      received;
  guint      open;
  guint      answered;
  guint      answered_late;
  GPtrArray *late;
  CapDelays  to_answer;
  CapDelays  to_close;
  guint      with_action;
  GPtrArray *by_public;
  GPtrArray *by_process;
} CapComplaintFigures;

CapComplaintFigures *cap_complaint_figures_new     (const CapDossier    *dossier,
                                                    const char          *from,
                                                    const char          *to,
                                                    const char          *today) G_GNUC_WARN_UNUSED_RESULT;
void                 cap_complaint_figures_free    (CapComplaintFigures *self);

CapComplaintState    cap_complaint_get_state       (const CapRecord     *complaint,
                                                    const char          *today);
const char          *cap_complaint_state_get_label (CapComplaintState    state);
GPtrArray           *cap_complaint_list_actions    (const CapRecord     *complaint,
                                                    const CapDossier    *dossier) G_GNUC_WARN_UNUSED_RESULT;
CapAction           *cap_complaint_new_action      (const CapRecord     *complaint) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapComplaintFigures, cap_complaint_figures_free)

G_END_DECLS
