/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-action-field.h"
#include "plan/cap-plan-week.h"

G_BEGIN_DECLS

/**
 * CapPlanFocus:
 * @CAP_PLAN_ALL: every action
 * @CAP_PLAN_OPEN: not closed yet
 * @CAP_PLAN_LATE: as %CAP_WEEK_LATE
 * @CAP_PLAN_SOON: as %CAP_WEEK_DUE
 * @CAP_PLAN_TO_CHECK: as %CAP_WEEK_CHECK
 * @CAP_PLAN_NO_OWNER: as %CAP_WEEK_WITHOUT_OWNER
 * @CAP_PLAN_NO_NEWS: as %CAP_WEEK_SILENT
 * @CAP_PLAN_QUICK: open, low effort for a medium or high impact
 * @CAP_PLAN_CLOSED: verified or abandoned
 *
 * What people most often want to see of a plan.
 */
typedef enum
{
  CAP_PLAN_ALL,
  CAP_PLAN_OPEN,
  CAP_PLAN_LATE,
  CAP_PLAN_SOON,
  CAP_PLAN_TO_CHECK,
  CAP_PLAN_NO_OWNER,
  CAP_PLAN_NO_NEWS,
  CAP_PLAN_QUICK,
  CAP_PLAN_CLOSED,
} CapPlanFocus;

#define CAP_N_PLAN_FOCUSES (CAP_PLAN_CLOSED + 1)

typedef enum
{
  CAP_PLAN_UNGROUPED,
  CAP_PLAN_BY_THEME,
  CAP_PLAN_BY_OWNER,
  CAP_PLAN_BY_STATE,
  CAP_PLAN_BY_ORIGIN,
} CapPlanGrouping;

#define CAP_N_PLAN_GROUPINGS (CAP_PLAN_BY_ORIGIN + 1)

/**
 * CapPlanQuery:
 * @search: (nullable): words, all of which must be found; accents do not count
 * @owner: (nullable): only the actions of this function
 * @theme: (nullable): only those of this theme, by its code
 * @sort: the field they are in order of; then by number
 *
 * Which actions are shown, and how.
 */
typedef struct
{
  char            *search;
  CapPlanFocus     focus;
  char            *owner;
  char            *theme;
  CapActionField   sort;
  gboolean         descending;
  CapPlanGrouping  grouping;
} CapPlanQuery;

/**
 * CapPlanEntry:
 * @folded: its words, from cap_action_dup_folded(); used when there is a search
 * @data: of the caller
 */
typedef struct
{
  const CapAction *action;
  const char      *folded;
  gpointer         data;
} CapPlanEntry;

/**
 * CapPlanLine:
 * @entry: (nullable): an action; %NULL for the heading of a group
 * @heading: (nullable): of a group, in the user’s language
 * @count: of a heading: how many actions follow
 */
typedef struct
{
  const CapPlanEntry *entry;
  char               *heading;
  guint               count;
} CapPlanLine;

void        cap_plan_query_clear        (CapPlanQuery       *self);
GPtrArray  *cap_plan_query_run          (const CapPlanQuery *self,
                                         const GArray       *entries,
                                         const CapFramework *framework,
                                         const char         *today) G_GNUC_WARN_UNUSED_RESULT;
CapPlanFocus cap_plan_focus_from_week   (CapWeekList         list);
const char *cap_plan_focus_get_label    (CapPlanFocus        focus);
const char *cap_plan_grouping_get_label (CapPlanGrouping     grouping);

G_END_DECLS
