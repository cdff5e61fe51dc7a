/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-action.h"

G_BEGIN_DECLS

/**
 * CapPlanFigure:
 * @CAP_FIGURE_OPEN: open actions
 * @CAP_FIGURE_LATE: late actions
 * @CAP_FIGURE_STATES: how many are in each state
 * @CAP_FIGURE_ON_TIME: part carried out on time
 * @CAP_FIGURE_DELAY: mean delay
 * @CAP_FIGURE_QUARTERS: closed and effective, quarter by quarter
 * @CAP_FIGURE_MONTHS: what the next months bring
 * @CAP_FIGURE_OWNERS: load of each owner
 * @CAP_FIGURE_THEMES: actions of each theme
 *
 * What is counted of a plan. Each has a definition, which is shown with it.
 */
typedef enum
{
  CAP_FIGURE_OPEN,
  CAP_FIGURE_LATE,
  CAP_FIGURE_STATES,
  CAP_FIGURE_ON_TIME,
  CAP_FIGURE_DELAY,
  CAP_FIGURE_QUARTERS,
  CAP_FIGURE_MONTHS,
  CAP_FIGURE_OWNERS,
  CAP_FIGURE_THEMES,
} CapPlanFigure;

#define CAP_N_PLAN_FIGURES (CAP_FIGURE_THEMES + 1)

#define CAP_N_PLAN_QUARTERS 8
#define CAP_N_PLAN_MONTHS   6

/**
 * CapPlanQuarter:
 * @year: of the calendar
 * @quarter: 1 to 4
 * @verified: closed after their check
 * @effective: those of @verified whose verdict is that they had their effect
 * @abandoned: closed without being carried out
 * @ineffective: whose last verdict, of this quarter, is that they had no effect
 */
typedef struct
{
  int   year;
  int   quarter;
  guint verified;
  guint effective;
  guint abandoned;
  guint ineffective;
} CapPlanQuarter;

/**
 * CapPlanMonth:
 * @first: its first day, ISO 8601
 * @due: actions to be carried out, due in it
 * @checks: checks of effect planned in it, of actions not closed
 */
typedef struct
{
  char  *first;
  guint  due;
  guint  checks;
} CapPlanMonth;

/**
 * CapPlanLoad:
 * @owner: (nullable): as first written in the plan; %NULL for what nobody owns
 * @open: actions not closed
 * @late: of which late
 * @days_hundredths: days planned for those still to be carried out, times 100
 */
typedef struct
{
  char   *owner;
  guint   open;
  guint   late;
  gint64  days_hundredths;
} CapPlanLoad;

/**
 * CapPlanTheme:
 * @code: (nullable): of a theme; %NULL for actions that come from no criterion
 * @label: (nullable): its name
 */
typedef struct
{
  char  *code;
  char  *label;
  guint  open;
  guint  late;
  guint  closed;
} CapPlanTheme;

/**
 * CapPlanFigures:
 * @total: actions of the plan
 * @by_state: by #CapActionState
 * @with_due: carried out, among those that had a due date
 * @on_time: of which on that day at the latest
 * @on_time_percent: @on_time of @with_due, rounded half up; -1 when there is none
 * @delayed: carried out after their date, or late today
 * @delay_total: the days between their due date and the day they were carried
 *   out, or today, added up
 * @delay: the mean of them, rounded half up; -1 when there is none
 * @quarters: the last ones, the present one at the end
 * @months: the present one and the next
 * @loads: (element-type CapPlanLoad): the heaviest first, nobody's last
 * @themes: (element-type CapPlanTheme): in the order of the framework
 *
 * The figures of a plan on one day.
 */
typedef struct
{
  guint           total;
  guint           open;
  guint           late;
  guint           by_state[CAP_N_ACTION_STATES];
  guint           with_due;
  guint           on_time;
  int             on_time_percent;
  guint           delayed;
  gint64          delay_total;
  int             delay;
  CapPlanQuarter  quarters[CAP_N_PLAN_QUARTERS];
  CapPlanMonth    months[CAP_N_PLAN_MONTHS];
  GPtrArray      *loads;
  GPtrArray      *themes;
} CapPlanFigures;

CapPlanFigures *cap_plan_figures_new           (const GPtrArray      *actions,
                                                const CapFramework   *framework,
                                                const char           *today) G_GNUC_WARN_UNUSED_RESULT;
void            cap_plan_figures_free          (CapPlanFigures       *self);

const char     *cap_plan_figure_to_name        (CapPlanFigure         figure);
const char     *cap_plan_figure_get_label      (CapPlanFigure         figure);
const char     *cap_plan_figure_get_definition (CapPlanFigure         figure);

char           *cap_plan_quarter_dup_label     (const CapPlanQuarter *self) G_GNUC_WARN_UNUSED_RESULT;
const char     *cap_plan_load_get_label        (const CapPlanLoad    *self);
const char     *cap_plan_theme_get_label       (const CapPlanTheme   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapPlanFigures, cap_plan_figures_free)

G_END_DECLS
