/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plan/cap-plan-figures.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-date.h"
#include "base/cap-fraction.h"
#include "base/cap-text.h"

/* By CapPlanFigure. */
static const struct
{
  const char *name;
  const char *label;
  const char *definition;
} words[CAP_N_PLAN_FIGURES] = {
  [CAP_FIGURE_OPEN] = {
    "open", N_("Open actions"),
    N_("The actions that are neither verified nor abandoned: to do, started, or done and waiting for the "
       "check of their effect."),
  },
  [CAP_FIGURE_LATE] = {
    "late", N_("Late actions"),
    N_("The actions still to be carried out whose due date is over. On the day itself there is still time."),
  },
  [CAP_FIGURE_STATES] = {
    "states", N_("Where the actions stand"),
    N_("All the actions of the plan, each in its present state."),
  },
  [CAP_FIGURE_ON_TIME] = {
    "on_time", N_("Carried out on time"),
    N_("Among the actions carried out that had a due date, the part of those done on that day at the "
       "latest. An action that was put off counts with its last due date."),
  },
  [CAP_FIGURE_DELAY] = {
    "delay", N_("Mean delay"),
    N_("The actions done after their due date, and those late today: the days from that date to the day "
       "they were done, or to today, on average. Actions on time are not in it."),
  },
  [CAP_FIGURE_QUARTERS] = {
    "quarters", N_("Closed, quarter by quarter"),
    N_("The actions closed in each quarter: verified, with those whose check said that they had their "
       "effect, and abandoned. Beside them, those whose last check, in that quarter, said that they had no "
       "effect."),
  },
  [CAP_FIGURE_MONTHS] = {
    "months", N_("The months to come"),
    N_("The due dates of the actions still to be carried out, and the checks planned of the actions not "
       "closed, in this month and the five next ones."),
  },
  [CAP_FIGURE_OWNERS] = {
    "owners", N_("Load by owner"),
    N_("The open actions of each owner, those that are late among them, and the days planned for those still "
       "to be carried out. Contributors are not counted."),
  },
  [CAP_FIGURE_THEMES] = {
    "themes", N_("By theme"),
    N_("The actions by the theme of the criteria that they come from. One that comes from two themes "
       "counts in both."),
  },
};

static void
free_load (CapPlanLoad *load)
{
  g_free (load->owner);
  g_free (load);
}

static void
free_theme (CapPlanTheme *theme)
{
  g_free (theme->code);
  g_free (theme->label);
  g_free (theme);
}

/* 4 × year + quarter − 1, to compare and to subtract; -1 for what is no date. */
static int
get_quarter_rank (const char *iso)
{
  if (!cap_date_is_valid (iso))
    return -1;

  return (int) g_ascii_strtoll (iso, NULL, 10) * 4 + ((int) g_ascii_strtoll (iso + 5, NULL, 10) - 1) / 3;
}

static int
get_month_rank (const char *iso)
{
  if (!cap_date_is_valid (iso))
    return -1;

  return (int) g_ascii_strtoll (iso, NULL, 10) * 12 + (int) g_ascii_strtoll (iso + 5, NULL, 10) - 1;
}

static int
round_half_up (gint64 numerator,
               guint  denominator)
{
  g_autoptr(CapFraction) fraction = NULL;

  if (denominator == 0)
    return -1;

  fraction = cap_fraction_new (numerator, denominator);

  return cap_fraction_round (fraction);
}

static CapPlanQuarter *
find_quarter (CapPlanFigures *self,
              const char     *date)
{
  int rank = get_quarter_rank (date);
  int first = self->quarters[0].year * 4 + self->quarters[0].quarter - 1;

  return rank >= first && rank < first + CAP_N_PLAN_QUARTERS ? &self->quarters[rank - first] : NULL;
}

static void
count_quarters (CapPlanFigures  *self,
                const CapAction *action)
{
  CapPlanQuarter *closed = cap_action_is_open (action) ? NULL : find_quarter (self, action->closed);
  CapPlanQuarter *checked = find_quarter (self, action->checked);

  if (closed != NULL && action->state == CAP_ACTION_VERIFIED)
    {
      closed->verified++;
      closed->effective += action->verdict == CAP_VERDICT_EFFECTIVE;
    }
  else if (closed != NULL)
    {
      closed->abandoned++;
    }
  if (checked != NULL && action->verdict == CAP_VERDICT_INEFFECTIVE)
    checked->ineffective++;
}

static CapPlanMonth *
find_month (CapPlanFigures *self,
            const char     *date)
{
  int rank = get_month_rank (date);
  int first = get_month_rank (self->months[0].first);

  return rank >= first && rank < first + CAP_N_PLAN_MONTHS ? &self->months[rank - first] : NULL;
}

static void
count_months (CapPlanFigures  *self,
              const CapAction *action)
{
  CapPlanMonth *due = cap_action_is_pending (action) ? find_month (self, action->due) : NULL;
  CapPlanMonth *check = cap_action_is_open (action) ? find_month (self, action->check_due) : NULL;

  if (due != NULL)
    due->due++;
  if (check != NULL)
    check->checks++;
}

static void
count_punctuality (CapPlanFigures  *self,
                   const CapAction *action,
                   int              today)
{
  gboolean carried_out = action->state == CAP_ACTION_DONE || action->state == CAP_ACTION_VERIFIED;
  int due;
  int end = today;

  if (action->state == CAP_ACTION_ABANDONED || !cap_date_to_days (action->due, &due) ||
      (carried_out && !cap_date_to_days (action->done, &end)))
    return;

  self->with_due += carried_out;
  self->on_time += carried_out && end <= due;
  if (end > due)
    {
      self->delayed++;
      self->delay_total += end - due;
    }
}

/* The load of whoever owns the action: “Direction” and “direction” are one. */
static CapPlanLoad *
find_load (CapPlanFigures  *self,
           GHashTable      *by_owner,
           const CapAction *action)
{
  g_autofree char *folded = cap_text_fold (action->owner != NULL ? action->owner : "");
  CapPlanLoad *load = g_hash_table_lookup (by_owner, folded);

  if (load != NULL)
    return load;

  load = g_new0 (CapPlanLoad, 1);
  load->owner = folded[0] != '\0' ? g_strdup (action->owner) : NULL;
  g_ptr_array_add (self->loads, load);
  g_hash_table_insert (by_owner, g_steal_pointer (&folded), load);

  return load;
}

static void
count_load (CapPlanFigures  *self,
            GHashTable      *by_owner,
            const CapAction *action,
            gboolean         late)
{
  CapPlanLoad *load;

  if (!cap_action_is_open (action))
    return;

  load = find_load (self, by_owner, action);
  load->open++;
  load->late += late;
  if (cap_action_is_pending (action) && action->days_hundredths != CAP_AMOUNT_UNSET)
    load->days_hundredths += action->days_hundredths;
}

static int
compare_loads (gconstpointer a,
               gconstpointer b)
{
  const CapPlanLoad *left = *(const CapPlanLoad * const *) a;
  const CapPlanLoad *right = *(const CapPlanLoad * const *) b;
  g_autofree char *left_key = NULL;
  g_autofree char *right_key = NULL;

  if ((left->owner == NULL) != (right->owner == NULL))
    return left->owner == NULL ? 1 : -1;
  if (left->open != right->open)
    return left->open > right->open ? -1 : 1;
  if (left->late != right->late)
    return left->late > right->late ? -1 : 1;
  if (left->owner == NULL)
    return 0;

  left_key = cap_text_fold (left->owner);
  right_key = cap_text_fold (right->owner);

  return strcmp (left_key, right_key);
}

static gboolean
comes_from_theme (const CapAction    *action,
                  const CapFramework *framework,
                  const char         *theme)
{
  gboolean known = FALSE;

  for (guint i = 0; i < action->origins->len; i++)
    {
      const CapActionOrigin *origin = g_ptr_array_index (action->origins, i);
      const CapCriterion *criterion = origin->kind == CAP_ORIGIN_CRITERION
        ? cap_framework_find_criterion (framework, origin->code) : NULL;

      if (criterion != NULL && theme != NULL && g_str_equal (criterion->objective->theme->code, theme))
        return TRUE;
      known = known || criterion != NULL;
    }

  return theme == NULL && !known;
}

static void
count_themes (CapPlanFigures     *self,
              const CapFramework *framework,
              const CapAction    *action,
              gboolean            late)
{
  for (guint i = 0; i < self->themes->len; i++)
    {
      CapPlanTheme *theme = g_ptr_array_index (self->themes, i);

      if (!comes_from_theme (action, framework, theme->code))
        continue;

      theme->open += cap_action_is_open (action);
      theme->late += late;
      theme->closed += !cap_action_is_open (action);
    }
}

static void
add_theme (CapPlanFigures *self,
           const char     *code,
           const char     *label)
{
  CapPlanTheme *theme = g_new0 (CapPlanTheme, 1);

  theme->code = g_strdup (code);
  theme->label = g_strdup (label);
  g_ptr_array_add (self->themes, theme);
}

static void
list_themes (CapPlanFigures     *self,
             const CapFramework *framework)
{
  for (guint i = 0; i < framework->themes->len; i++)
    {
      const CapTheme *theme = g_ptr_array_index (framework->themes, i);

      add_theme (self, theme->code, theme->label);
    }
  add_theme (self, NULL, NULL);
}

/* The present quarter stands last, the present month first. */
static void
set_calendar (CapPlanFigures *self,
              const char     *today)
{
  g_autofree char *first = g_strdup_printf ("%.8s01", today);
  int rank = get_quarter_rank (today) - CAP_N_PLAN_QUARTERS + 1;

  for (int i = 0; i < CAP_N_PLAN_QUARTERS; i++)
    {
      self->quarters[i].year = (rank + i) / 4;
      self->quarters[i].quarter = (rank + i) % 4 + 1;
    }
  for (int i = 0; i < CAP_N_PLAN_MONTHS; i++)
    self->months[i].first = cap_date_add_months (first, i);
}

/* What comes from no criterion is told only when there is some. */
static void
drop_empty_other (CapPlanFigures *self)
{
  const CapPlanTheme *other = g_ptr_array_index (self->themes, self->themes->len - 1);

  if (other->open + other->closed == 0)
    g_ptr_array_set_size (self->themes, (int) self->themes->len - 1);
}

/**
 * cap_plan_figures_new:
 * @actions: (element-type CapAction): the plan
 * @framework: what their criteria belong to
 * @today: ISO 8601
 *
 * Returns: (transfer full): the figures of the plan on that day
 */
CapPlanFigures *
cap_plan_figures_new (const GPtrArray    *actions,
                      const CapFramework *framework,
                      const char         *today)
{
  g_autoptr(CapPlanFigures) self = NULL;
  g_autoptr(GHashTable) by_owner = NULL;
  int day;

  g_return_val_if_fail (actions != NULL && framework != NULL, NULL);
  g_return_val_if_fail (cap_date_to_days (today, &day), NULL);

  self = g_new0 (CapPlanFigures, 1);
  self->loads = g_ptr_array_new_with_free_func ((GDestroyNotify) free_load);
  self->themes = g_ptr_array_new_with_free_func ((GDestroyNotify) free_theme);
  by_owner = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  set_calendar (self, today);
  list_themes (self, framework);

  for (guint i = 0; i < actions->len; i++)
    {
      const CapAction *action = g_ptr_array_index (actions, i);
      gboolean late = cap_action_is_late (action, today);

      self->total++;
      self->by_state[action->state]++;
      self->open += cap_action_is_open (action);
      self->late += late;
      count_punctuality (self, action, day);
      count_quarters (self, action);
      count_months (self, action);
      count_load (self, by_owner, action, late);
      count_themes (self, framework, action, late);
    }

  self->on_time_percent = round_half_up ((gint64) self->on_time * 100, self->with_due);
  self->delay = round_half_up (self->delay_total, self->delayed);
  g_ptr_array_sort (self->loads, compare_loads);
  drop_empty_other (self);

  return g_steal_pointer (&self);
}

void
cap_plan_figures_free (CapPlanFigures *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < CAP_N_PLAN_MONTHS; i++)
    g_free (self->months[i].first);
  g_ptr_array_unref (self->loads);
  g_ptr_array_unref (self->themes);
  g_free (self);
}

/* As other programs call it. */
const char *
cap_plan_figure_to_name (CapPlanFigure figure)
{
  g_return_val_if_fail (figure < CAP_N_PLAN_FIGURES, NULL);

  return words[figure].name;
}

/* In the user’s language. */
const char *
cap_plan_figure_get_label (CapPlanFigure figure)
{
  g_return_val_if_fail (figure < CAP_N_PLAN_FIGURES, NULL);

  return gettext (words[figure].label);
}

/* How it is counted: a sentence or two, in the user’s language. */
const char *
cap_plan_figure_get_definition (CapPlanFigure figure)
{
  g_return_val_if_fail (figure < CAP_N_PLAN_FIGURES, NULL);

  return gettext (words[figure].definition);
}

char *
cap_plan_quarter_dup_label (const CapPlanQuarter *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  /* Translators: a quarter of a year: %1$d is 1 to 4, %2$d the year */
  return g_strdup_printf (_("Q%1$d %2$d"), self->quarter, self->year);
}

const char *
cap_plan_load_get_label (const CapPlanLoad *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->owner != NULL ? self->owner : _("Without owner");
}

const char *
cap_plan_theme_get_label (const CapPlanTheme *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->label != NULL ? self->label : _("From no criterion");
}
