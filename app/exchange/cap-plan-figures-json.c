/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-plan-figures-json.h"

#include <string.h>

#include "base/cap-number.h"
#include "exchange/cap-json-private.h"
#include "plan/cap-plan-figures.h"
#include "plan/cap-plan-mail.h"
#include "plan/cap-plan-progress.h"
#include "plan/cap-plan-week.h"

static void
begin_object (JsonBuilder *builder,
              const char  *member)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_object (builder);
}

static void
begin_list (JsonBuilder *builder,
            const char  *member)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
}

static void
add_count (JsonBuilder *builder,
           const char  *member,
           guint        count)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_int_value (builder, count);
}

static void
add_lists (JsonBuilder       *builder,
           const CapPlanWeek *week)
{
  for (guint list = 0; list < CAP_N_WEEK_LISTS; list++)
    {
      const GPtrArray *actions = week->lists[list];

      begin_list (builder, cap_week_list_to_name (list));
      for (guint i = 0; i < actions->len; i++)
        json_builder_add_int_value (builder, ((CapAction *) g_ptr_array_index (actions, i))->number);
      json_builder_end_array (builder);
    }

  begin_object (builder, "definitions");
  for (guint list = 0; list < CAP_N_WEEK_LISTS; list++)
    cap_json_add_text (builder, cap_week_list_to_name (list), cap_week_list_get_definition (list));
  json_builder_end_object (builder);
}

static void
add_progress (JsonBuilder      *builder,
              const CapDossier *dossier,
              const char       *today)
{
  const CapPlanReview *review = cap_plan_progress_find_review (dossier->reviews, today);
  CapPlanProgress progress;

  json_builder_set_member_name (builder, "progress");
  if (review == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }

  progress = cap_plan_progress_since (dossier->actions, review->date, today);
  json_builder_begin_object (builder);
  cap_json_add_text (builder, "since", review->date);
  add_count (builder, "entered", progress.entered);
  add_count (builder, "done", progress.done);
  add_count (builder, "verified", progress.verified);
  add_count (builder, "abandoned", progress.abandoned);
  add_count (builder, "notes", progress.notes);
  add_count (builder, "late_then", progress.late_then);
  add_count (builder, "late_now", progress.late_now);
  json_builder_end_object (builder);
}

static void
add_mail (JsonBuilder      *builder,
          const CapDossier *dossier,
          const char       *today)
{
  g_autoptr(CapPlanMail) mail = cap_plan_mail_new (dossier, today);

  begin_object (builder, "mail");
  cap_json_add_text (builder, "subject", mail->subject);
  cap_json_add_text (builder, "body", mail->body);
  json_builder_end_object (builder);
}

/**
 * cap_plan_week_json_write:
 * @today: ISO 8601
 *
 * Returns: (transfer full): the week of a plan as JSON
 */
char *
cap_plan_week_json_write (const CapDossier *dossier,
                          const char       *today)
{
  g_autoptr(JsonBuilder) builder = NULL;
  g_autoptr(CapPlanWeek) week = NULL;

  g_return_val_if_fail (dossier != NULL && today != NULL, NULL);

  week = cap_plan_week_new (dossier->actions, today);
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  cap_json_add_text (builder, "date", today);
  add_lists (builder, week);
  add_progress (builder, dossier, today);
  add_mail (builder, dossier, today);
  json_builder_end_object (builder);

  return cap_json_to_text (builder);
}

static void
add_counts (JsonBuilder          *builder,
            const CapPlanFigures *figures)
{
  add_count (builder, "total", figures->total);
  add_count (builder, "open", figures->open);
  add_count (builder, "late", figures->late);

  begin_object (builder, "states");
  for (guint state = 0; state < CAP_N_ACTION_STATES; state++)
    add_count (builder, cap_action_state_to_name (state), figures->by_state[state]);
  json_builder_end_object (builder);

  begin_object (builder, "on_time");
  add_count (builder, "on_time", figures->on_time);
  add_count (builder, "of", figures->with_due);
  cap_json_add_int (builder, "percent", figures->on_time_percent);
  json_builder_end_object (builder);

  begin_object (builder, "delay");
  add_count (builder, "actions", figures->delayed);
  json_builder_set_member_name (builder, "days");
  json_builder_add_int_value (builder, figures->delay_total);
  cap_json_add_int (builder, "mean", figures->delay);
  json_builder_end_object (builder);
}

static void
add_calendar (JsonBuilder          *builder,
              const CapPlanFigures *figures)
{
  begin_list (builder, "quarters");
  for (guint i = 0; i < CAP_N_PLAN_QUARTERS; i++)
    {
      const CapPlanQuarter *it = &figures->quarters[i];
      g_autofree char *quarter = g_strdup_printf ("%04d-Q%d", it->year, it->quarter);

      json_builder_begin_object (builder);
      cap_json_add_text (builder, "quarter", quarter);
      add_count (builder, "verified", it->verified);
      add_count (builder, "effective", it->effective);
      add_count (builder, "abandoned", it->abandoned);
      add_count (builder, "ineffective", it->ineffective);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);

  begin_list (builder, "months");
  for (guint i = 0; i < CAP_N_PLAN_MONTHS; i++)
    {
      g_autofree char *month = g_strndup (figures->months[i].first, strlen ("2026-11"));

      json_builder_begin_object (builder);
      cap_json_add_text (builder, "month", month);
      add_count (builder, "due", figures->months[i].due);
      add_count (builder, "checks", figures->months[i].checks);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_shares (JsonBuilder          *builder,
            const CapPlanFigures *figures)
{
  begin_list (builder, "owners");
  for (guint i = 0; i < figures->loads->len; i++)
    {
      const CapPlanLoad *it = g_ptr_array_index (figures->loads, i);
      g_autofree char *days = cap_number_write_thousandths (it->days_hundredths * 10);

      json_builder_begin_object (builder);
      cap_json_add_text (builder, "owner", it->owner);
      add_count (builder, "open", it->open);
      add_count (builder, "late", it->late);
      cap_json_add_text (builder, "days", days);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);

  begin_list (builder, "themes");
  for (guint i = 0; i < figures->themes->len; i++)
    {
      const CapPlanTheme *it = g_ptr_array_index (figures->themes, i);

      json_builder_begin_object (builder);
      cap_json_add_text (builder, "theme", it->code);
      add_count (builder, "open", it->open);
      add_count (builder, "late", it->late);
      add_count (builder, "closed", it->closed);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/**
 * cap_plan_figures_json_write:
 * @today: ISO 8601
 *
 * Returns: (transfer full): the figures of a plan as JSON
 */
char *
cap_plan_figures_json_write (const CapDossier *dossier,
                             const char       *today)
{
  g_autoptr(JsonBuilder) builder = NULL;
  g_autoptr(CapPlanFigures) figures = NULL;

  g_return_val_if_fail (dossier != NULL && today != NULL, NULL);

  figures = cap_plan_figures_new (dossier->actions, cap_dossier_get_current (dossier)->framework, today);
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  cap_json_add_text (builder, "date", today);
  add_counts (builder, figures);
  add_calendar (builder, figures);
  add_shares (builder, figures);
  begin_object (builder, "definitions");
  for (guint i = 0; i < CAP_N_PLAN_FIGURES; i++)
    cap_json_add_text (builder, cap_plan_figure_to_name (i), cap_plan_figure_get_definition (i));
  json_builder_end_object (builder);
  json_builder_end_object (builder);

  return cap_json_to_text (builder);
}
