/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plan/cap-plan-progress.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-date.h"

static gboolean
is_between (const char *date,
            const char *since,
            const char *today)
{
  return date != NULL && strcmp (date, since) > 0 && strcmp (date, today) <= 0;
}

static gboolean
is_by (const char *date,
       const char *day)
{
  return date != NULL && strcmp (date, day) <= 0;
}

/* Whether it was in the plan on that day, past its date, and not yet carried out. */
static gboolean
was_late (const CapAction *action,
          const char      *day)
{
  return action->due != NULL && strcmp (action->due, day) < 0 &&
         (action->created == NULL || is_by (action->created, day)) &&
         !is_by (action->done, day) && !is_by (action->closed, day) &&
         (action->done != NULL || action->closed != NULL || cap_action_is_pending (action));
}

static guint
count_notes (const CapAction *action,
             const char      *since,
             const char      *today)
{
  guint count = 0;

  for (guint i = 0; i < action->notes->len; i++)
    count += is_between (((const CapActionNote *) g_ptr_array_index (action->notes, i))->date, since, today);

  return count;
}

/**
 * cap_plan_progress_since:
 * @actions: (element-type CapAction): the plan
 * @since: ISO 8601: what happened that day is told before, not after
 * @today: ISO 8601: included
 *
 * Returns: what happened in between
 */
CapPlanProgress
cap_plan_progress_since (const GPtrArray *actions,
                         const char      *since,
                         const char      *today)
{
  CapPlanProgress self = { 0 };

  g_return_val_if_fail (actions != NULL && since != NULL && today != NULL, self);

  for (guint i = 0; i < actions->len; i++)
    {
      const CapAction *action = g_ptr_array_index (actions, i);
      gboolean closed = is_between (action->closed, since, today);

      self.entered += is_between (action->created, since, today);
      self.done += is_between (action->done, since, today);
      self.verified += closed && action->state == CAP_ACTION_VERIFIED;
      self.abandoned += closed && action->state == CAP_ACTION_ABANDONED;
      self.notes += count_notes (action, since, today);
      self.late_then += was_late (action, since);
      self.late_now += cap_action_is_late (action, today);
    }

  return self;
}

/**
 * cap_plan_progress_find_review:
 * @reviews: (element-type CapPlanReview): those of the plan
 * @today: ISO 8601
 *
 * Returns: (transfer none) (nullable): the last one before today, from which
 *   progress is told
 */
const CapPlanReview *
cap_plan_progress_find_review (const GPtrArray *reviews,
                               const char      *today)
{
  const CapPlanReview *last = NULL;

  g_return_val_if_fail (reviews != NULL && today != NULL, NULL);

  for (guint i = 0; i < reviews->len; i++)
    {
      const CapPlanReview *review = g_ptr_array_index (reviews, i);

      if (strcmp (review->date, today) < 0 && (last == NULL || strcmp (review->date, last->date) >= 0))
        last = review;
    }

  return last;
}

/* Takes @words, which are said when there is something to say. */
static void
take_count (GPtrArray *parts,
            guint      count,
            char      *words)
{
  if (count > 0)
    g_ptr_array_add (parts, words);
  else
    g_free (words);
}

static GPtrArray *
list_events (const CapPlanProgress *self)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);

  take_count (parts, self->entered,
              g_strdup_printf (ngettext ("%u action entered the plan", "%u actions entered the plan",
                                         self->entered), self->entered));
  take_count (parts, self->done,
              g_strdup_printf (ngettext ("%u was carried out", "%u were carried out", self->done),
                               self->done));
  take_count (parts, self->verified,
              g_strdup_printf (ngettext ("%u was verified", "%u were verified", self->verified),
                               self->verified));
  take_count (parts, self->abandoned,
              g_strdup_printf (ngettext ("%u was abandoned", "%u were abandoned", self->abandoned),
                               self->abandoned));
  take_count (parts, self->notes,
              g_strdup_printf (ngettext ("%u note was written", "%u notes were written", self->notes),
                               self->notes));
  if (parts->len == 0)
    g_ptr_array_add (parts, g_strdup (_("nothing moved in the plan")));
  g_ptr_array_add (parts, NULL);

  return parts;
}

/**
 * cap_plan_progress_dup_sentence:
 * @since: ISO 8601
 *
 * Returns: (transfer full): the progress in two sentences of the user’s language
 */
char *
cap_plan_progress_dup_sentence (const CapPlanProgress *self,
                                const char            *since)
{
  g_autoptr(GPtrArray) parts = NULL;
  g_autofree char *date = NULL;
  g_autofree char *list = NULL;

  g_return_val_if_fail (self != NULL && since != NULL, NULL);

  date = cap_date_format_long (since);
  parts = list_events (self);
  list = g_strjoinv (", ", (GStrv) parts->pdata);

  /* Translators: %1$s is the day of the last review, %2$s a list of what happened, %3$u and %4$u are
   * numbers of late actions */
  return g_strdup_printf (_("Since the review of %1$s: %2$s. Late actions: %3$u then, %4$u now."),
                          date, list, self->late_then, self->late_now);
}
