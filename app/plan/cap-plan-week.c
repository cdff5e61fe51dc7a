/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plan/cap-plan-week.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-date.h"

/* By CapWeekList. */
static const struct
{
  const char *name;
  const char *label;
  const char *definition;
} words[CAP_N_WEEK_LISTS] = {
  [CAP_WEEK_LATE] = {
    "late", N_("Late"), N_("Still to be carried out, past their due date."),
  },
  [CAP_WEEK_DUE] = {
    "due", N_("Due within 14 days"), N_("Still to be carried out, due today or in the 14 days to come."),
  },
  [CAP_WEEK_CHECK] = {
    "to_check", N_("To be checked"),
    N_("Done, and the check of their effect is due within 14 days or planned for no day."),
  },
  [CAP_WEEK_WITHOUT_OWNER] = {
    "without_owner", N_("Without owner"), N_("Still to be carried out, and nobody looks after them."),
  },
  [CAP_WEEK_SILENT] = {
    "without_news", N_("Without news for 60 days"),
    N_("Still to be carried out, begun, and nothing was told or moved for 60 days."),
  },
};

/* The last day that something happened: an action that is yet to start is not silent. */
static const char *
get_last_news (const CapAction *action)
{
  if (action->news != NULL && action->start != NULL)
    return strcmp (action->news, action->start) > 0 ? action->news : action->start;
  if (action->news != NULL)
    return action->news;

  return action->start != NULL ? action->start : action->created;
}

static gboolean
is_within (const char *date,
           const char *from,
           const char *to)
{
  return date != NULL && strcmp (date, from) >= 0 && strcmp (date, to) <= 0;
}

/**
 * cap_week_list_has:
 * @today: ISO 8601
 * @soon: %CAP_WEEK_SOON_DAYS later: worked out once for many actions
 * @silence: %CAP_WEEK_SILENT_DAYS before
 *
 * Returns: whether @action is on the list
 */
gboolean
cap_week_list_has (CapWeekList      list,
                   const CapAction *action,
                   const char      *today,
                   const char      *soon,
                   const char      *silence)
{
  const char *news;

  g_return_val_if_fail (action != NULL && today != NULL && soon != NULL && silence != NULL, FALSE);

  switch (list)
    {
    case CAP_WEEK_LATE:
      return cap_action_is_late (action, today);

    case CAP_WEEK_DUE:
      return cap_action_is_pending (action) && is_within (action->due, today, soon);

    case CAP_WEEK_CHECK:
      return action->state == CAP_ACTION_DONE &&
             (action->check_due == NULL || strcmp (action->check_due, soon) <= 0);

    case CAP_WEEK_WITHOUT_OWNER:
      return cap_action_is_pending (action) && (action->owner == NULL || action->owner[0] == '\0');

    case CAP_WEEK_SILENT:
    default:
      news = get_last_news (action);

      return cap_action_is_pending (action) && news != NULL && strcmp (news, silence) <= 0;
    }
}

/* By date, those without one last; then by number. */
static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      user_data)
{
  const CapAction *left = *(const CapAction * const *) a;
  const CapAction *right = *(const CapAction * const *) b;
  CapWeekList list = GPOINTER_TO_UINT (user_data);
  const char *left_date = cap_plan_week_get_date (NULL, list, left);
  const char *right_date = cap_plan_week_get_date (NULL, list, right);
  int order;

  if ((left_date == NULL) != (right_date == NULL))
    return left_date == NULL ? 1 : -1;

  order = g_strcmp0 (left_date, right_date);

  return order != 0 ? order : (left->number > right->number) - (left->number < right->number);
}

/**
 * cap_plan_week_new:
 * @actions: (element-type CapAction): the plan; must outlive the week
 * @today: ISO 8601
 *
 * Returns: (transfer full): what deserves a look
 */
CapPlanWeek *
cap_plan_week_new (const GPtrArray *actions,
                   const char      *today)
{
  CapPlanWeek *self;
  g_autofree char *soon = NULL;
  g_autofree char *silence = NULL;

  g_return_val_if_fail (actions != NULL && cap_date_is_valid (today), NULL);

  soon = cap_date_add_days (today, CAP_WEEK_SOON_DAYS);
  silence = cap_date_add_days (today, -CAP_WEEK_SILENT_DAYS);
  self = g_new0 (CapPlanWeek, 1);
  self->today = g_strdup (today);

  for (guint list = 0; list < CAP_N_WEEK_LISTS; list++)
    {
      self->lists[list] = g_ptr_array_new ();
      for (guint i = 0; i < actions->len; i++)
        if (cap_week_list_has (list, g_ptr_array_index (actions, i), today, soon, silence))
          g_ptr_array_add (self->lists[list], g_ptr_array_index (actions, i));
      g_ptr_array_sort_with_data (self->lists[list], compare, GUINT_TO_POINTER (list));
    }

  return self;
}

void
cap_plan_week_free (CapPlanWeek *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < CAP_N_WEEK_LISTS; i++)
    g_ptr_array_unref (self->lists[i]);
  g_free (self->today);
  g_free (self);
}

/* Whether all the lists are empty. */
gboolean
cap_plan_week_is_quiet (const CapPlanWeek *self)
{
  guint count = 0;

  g_return_val_if_fail (self != NULL, TRUE);

  for (guint i = 0; i < CAP_N_WEEK_LISTS; i++)
    count += self->lists[i]->len;

  return count == 0;
}

/**
 * cap_plan_week_get_date:
 * @self: (nullable): a week
 *
 * Returns: (transfer none) (nullable): the date of an action that matters in a
 *   list, ISO 8601: its check, its last news, or when it is due
 */
const char *
cap_plan_week_get_date (const CapPlanWeek *self,
                        CapWeekList        list,
                        const CapAction   *action)
{
  g_return_val_if_fail (action != NULL, NULL);

  if (list == CAP_WEEK_CHECK)
    return action->check_due;

  return list == CAP_WEEK_SILENT ? get_last_news (action) : action->due;
}

/* The days from @from to @to; 0 when one is no date. */
static int
count_days (const char *from,
            const char *to)
{
  int first;
  int last;

  return cap_date_to_days (from, &first) && cap_date_to_days (to, &last) ? last - first : 0;
}

static char *
dup_wait (int days)
{
  if (days == 0)
    return g_strdup (_("today"));
  if (days == 1)
    return g_strdup (_("tomorrow"));

  /* Translators: how long until a date */
  return g_strdup_printf (ngettext ("in %d day", "in %d days", (gulong) days), days);
}

static char *
dup_lateness (int days)
{
  /* Translators: how long a date is over */
  return g_strdup_printf (ngettext ("%d day late", "%d days late", (gulong) days), days);
}

/**
 * cap_plan_week_dup_remark:
 *
 * Returns: (transfer full): how far its date is, in a few words of the user’s
 *   language: “12 days late”, “in 3 days”, “not planned”
 */
char *
cap_plan_week_dup_remark (const CapPlanWeek *self,
                          CapWeekList        list,
                          const CapAction   *action)
{
  const char *date;
  int days;

  g_return_val_if_fail (self != NULL && action != NULL, NULL);

  date = cap_plan_week_get_date (self, list, action);
  if (date == NULL)
    return g_strdup (list == CAP_WEEK_CHECK ? _("not planned") : _("without date"));

  days = count_days (self->today, date);
  if (list == CAP_WEEK_SILENT)
    /* Translators: nothing was heard of an action for that long */
    return g_strdup_printf (ngettext ("silent for %d day", "silent for %d days", (gulong) -days), -days);

  return days < 0 ? dup_lateness (-days) : dup_wait (days);
}

const char *
cap_week_list_to_name (CapWeekList list)
{
  g_return_val_if_fail (list < CAP_N_WEEK_LISTS, NULL);

  return words[list].name;
}

/* In the user’s language. */
const char *
cap_week_list_get_label (CapWeekList list)
{
  g_return_val_if_fail (list < CAP_N_WEEK_LISTS, NULL);

  return gettext (words[list].label);
}

const char *
cap_week_list_get_definition (CapWeekList list)
{
  g_return_val_if_fail (list < CAP_N_WEEK_LISTS, NULL);

  return gettext (words[list].definition);
}
