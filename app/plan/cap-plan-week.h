/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-action.h"

G_BEGIN_DECLS

#define CAP_WEEK_SOON_DAYS   14
#define CAP_WEEK_SILENT_DAYS 60

/**
 * CapWeekList:
 * @CAP_WEEK_LATE: still to be carried out, past their date: the oldest first
 * @CAP_WEEK_DUE: due within %CAP_WEEK_SOON_DAYS days, today included
 * @CAP_WEEK_CHECK: done, whose check is due within that time, or planned for no
 *   day: these come last
 * @CAP_WEEK_WITHOUT_OWNER: still to be carried out, and nobody's
 * @CAP_WEEK_SILENT: still to be carried out, without news for
 *   %CAP_WEEK_SILENT_DAYS days: the longest silence first
 *
 * What deserves a look this week. An action may be in several lists.
 */
typedef enum
{
  CAP_WEEK_LATE,
  CAP_WEEK_DUE,
  CAP_WEEK_CHECK,
  CAP_WEEK_WITHOUT_OWNER,
  CAP_WEEK_SILENT,
} CapWeekList;

#define CAP_N_WEEK_LISTS (CAP_WEEK_SILENT + 1)

/**
 * CapPlanWeek:
 * @today: ISO 8601
 * @lists: (element-type CapAction): by #CapWeekList; borrowed from the plan
 */
typedef struct
{
  char      *today;
  GPtrArray *lists[CAP_N_WEEK_LISTS];
} CapPlanWeek;

CapPlanWeek *cap_plan_week_new            (const GPtrArray   *actions,
                                           const char        *today) G_GNUC_WARN_UNUSED_RESULT;
void         cap_plan_week_free           (CapPlanWeek       *self);
gboolean     cap_plan_week_is_quiet       (const CapPlanWeek *self);
const char  *cap_plan_week_get_date       (const CapPlanWeek *self,
                                           CapWeekList        list,
                                           const CapAction   *action);
char        *cap_plan_week_dup_remark     (const CapPlanWeek *self,
                                           CapWeekList        list,
                                           const CapAction   *action) G_GNUC_WARN_UNUSED_RESULT;

gboolean     cap_week_list_has            (CapWeekList        list,
                                           const CapAction   *action,
                                           const char        *today,
                                           const char        *soon,
                                           const char        *silence);
const char  *cap_week_list_to_name        (CapWeekList        list);
const char  *cap_week_list_get_label      (CapWeekList        list);
const char  *cap_week_list_get_definition (CapWeekList        list);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapPlanWeek, cap_plan_week_free)

G_END_DECLS
