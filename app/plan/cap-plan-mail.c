/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plan/cap-plan-mail.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "plan/cap-plan-progress.h"
#include "plan/cap-plan-week.h"

/* A mail that is longer is not read. */
#define MAX_LINES 20

/* The Monday of the week of a day, in full. */
static char *
dup_monday (const char *today)
{
  g_autofree char *monday = NULL;
  int day;

  if (!cap_date_to_days (today, &day))
    return g_strdup (today);

  monday = cap_date_from_days (day - (day - 1) % 7);

  return cap_date_format_long (monday != NULL ? monday : today);
}

static char *
dup_subject (const CapPlanWeek *week)
{
  g_autofree char *monday = dup_monday (week->today);
  guint n_late = week->lists[CAP_WEEK_LATE]->len;
  guint n_due = week->lists[CAP_WEEK_DUE]->len;

  if (n_late > 0)
    /* Translators: subject of a mail: %1$s is the Monday of a week, %2$u a number of late actions */
    return g_strdup_printf (ngettext ("Improvement plan, week of %1$s: %2$u action is late",
                                      "Improvement plan, week of %1$s: %2$u actions are late", n_late),
                            monday, n_late);
  if (n_due > 0)
    /* Translators: subject of a mail: %1$s is the Monday of a week, %2$u a number of actions due soon */
    return g_strdup_printf (ngettext ("Improvement plan, week of %1$s: %2$u action is due soon",
                                      "Improvement plan, week of %1$s: %2$u actions are due soon", n_due),
                            monday, n_due);

  /* Translators: subject of a mail: %s is the Monday of a week */
  return g_strdup_printf (_("Improvement plan, week of %s: all is on time"), monday);
}

static void
append_action (GString           *body,
               const CapPlanWeek *week,
               CapWeekList        list,
               const CapAction   *action)
{
  const char *date = cap_plan_week_get_date (week, list, action);
  g_autofree char *day = date != NULL ? cap_date_format_long (date) : NULL;
  g_autofree char *remark = cap_plan_week_dup_remark (week, list, action);
  gboolean owned = action->owner != NULL && action->owner[0] != '\0';

  /* Translators: %1$u is the number of an action, %2$s its title */
  g_string_append_printf (body, _("- No. %1$u – %2$s"), action->number, action->title);
  g_string_append_printf (body, " – %s", owned ? action->owner : _("owner to be found"));
  if (day != NULL)
    g_string_append_printf (body, " – %s", day);
  g_string_append_printf (body, " (%s)\n", remark);
}

static void
append_list (GString           *body,
             const CapPlanWeek *week,
             CapWeekList        list)
{
  const GPtrArray *actions = week->lists[list];

  if (actions->len == 0)
    return;

  g_string_append_printf (body, "%s (%u)\n", cap_week_list_get_label (list), actions->len);
  for (guint i = 0; i < MIN (actions->len, MAX_LINES); i++)
    append_action (body, week, list, g_ptr_array_index (actions, i));
  if (actions->len > MAX_LINES)
    {
      guint n_more = actions->len - MAX_LINES;

      g_string_append_printf (body, ngettext ("- and %u more, in the plan", "- and %u more, in the plan",
                                              n_more), n_more);
      g_string_append_c (body, '\n');
    }
  g_string_append_c (body, '\n');
}

static void
append_progress (GString          *body,
                 const CapDossier *dossier,
                 const char       *today)
{
  const CapPlanReview *review = cap_plan_progress_find_review (dossier->reviews, today);
  CapPlanProgress progress;
  g_autofree char *sentence = NULL;

  if (review == NULL)
    return;

  progress = cap_plan_progress_since (dossier->actions, review->date, today);
  sentence = cap_plan_progress_dup_sentence (&progress, review->date);
  g_string_append_printf (body, "%s\n\n", sentence);
}

static char *
dup_body (const CapDossier  *dossier,
          const CapPlanWeek *week)
{
  GString *body = g_string_new (NULL);

  g_string_append_printf (body, "%s\n\n", _("Hello,"));
  /* Translators: the name of a structure */
  g_string_append_printf (body, _("Here is what the improvement plan of %s asks of us this week."),
                          dossier->member->name);
  g_string_append (body, "\n\n");
  append_progress (body, dossier, week->today);
  if (cap_plan_week_is_quiet (week))
    g_string_append_printf (body, "%s\n\n", dossier->actions->len == 0
                            ? _("The plan holds no action yet: let us choose the first ones together.")
                            : _("Nothing is late, nothing is due within 14 days: well done, let us keep "
                                "on."));
  for (guint list = 0; list < CAP_N_WEEK_LISTS; list++)
    append_list (body, week, list);
  g_string_append_printf (body, "%s\n\n%s\n",
                          _("A word on what moves, or on what is stuck, is enough: it will be noted in the "
                            "plan."),
                          _("Have a good week, and thank you."));

  return g_string_free (body, FALSE);
}

/**
 * cap_plan_mail_new:
 * @today: ISO 8601
 *
 * Returns: (transfer full): the week of a plan, in the user’s language
 */
CapPlanMail *
cap_plan_mail_new (const CapDossier *dossier,
                   const char       *today)
{
  g_autoptr(CapPlanWeek) week = NULL;
  CapPlanMail *self;

  g_return_val_if_fail (dossier != NULL && cap_date_is_valid (today), NULL);

  week = cap_plan_week_new (dossier->actions, today);
  self = g_new0 (CapPlanMail, 1);
  self->subject = dup_subject (week);
  self->body = dup_body (dossier, week);

  return self;
}

void
cap_plan_mail_free (CapPlanMail *self)
{
  if (self == NULL)
    return;

  g_free (self->subject);
  g_free (self->body);
  g_free (self);
}

/* Both in one text, to copy or to print. */
char *
cap_plan_mail_dup_text (const CapPlanMail *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  /* Translators: %1$s is the subject of a mail, %2$s its body */
  return g_strdup_printf (_("Subject: %1$s\n\n%2$s"), self->subject, self->body);
}
