/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "base/cap-number.h"
#include "cli/cap-cli-private.h"
#include "exchange/cap-plan-figures-json.h"
#include "plan/cap-plan-figures.h"
#include "plan/cap-plan-mail.h"

#define LABEL_WIDTH 34

/**
 * cap_cli_tell_week:
 * @path: a dossier
 * @as_json: for another program
 *
 * Prints the week of the plan, as an e-mail ready to be sent.
 */
CapCliStatus
cap_cli_tell_week (const char *path,
                   gboolean    as_json)
{
  CapCliStatus status = CAP_CLI_DONE;
  g_autoptr(CapDossier) dossier = cap_cli_load (path, &status);
  g_autofree char *today = cap_date_dup_today ();
  g_autofree char *json = NULL;
  g_autoptr(CapPlanMail) mail = NULL;
  g_autofree char *words = NULL;
  g_autoptr(GString) text = NULL;

  if (dossier == NULL)
    return status;

  if (as_json)
    {
      json = cap_plan_week_json_write (dossier, today);
      cap_cli_print_json (json);
      return CAP_CLI_DONE;
    }

  mail = cap_plan_mail_new (dossier, today);
  words = cap_plan_mail_dup_text (mail);
  text = g_string_new (words);
  cap_cli_print (text);

  return CAP_CLI_DONE;
}

static void
append_head (GString       *text,
             CapPlanFigure  figure)
{
  g_string_append_printf (text, "%s%s\n  (%s)\n", text->len > 0 ? "\n" : "",
                          cap_plan_figure_get_label (figure), cap_plan_figure_get_definition (figure));
}

static void
append_count (GString    *text,
              const char *label,
              guint       count)
{
  g_string_append (text, "  ");
  cap_cli_append_padded (text, label, LABEL_WIDTH);
  g_string_append_printf (text, "%5u\n", count);
}

static void
append_punctuality (GString              *text,
                    const CapPlanFigures *figures)
{
  g_autofree char *percent = figures->on_time_percent >= 0
    ? cap_number_format_percent (figures->on_time_percent) : g_strdup ("–");

  append_head (text, CAP_FIGURE_ON_TIME);
  /* Translators: a part in percent, then a number of actions out of another */
  g_string_append_printf (text, _("  %1$s (%2$u of %3$u)"), percent, figures->on_time, figures->with_due);
  g_string_append_c (text, '\n');

  append_head (text, CAP_FIGURE_DELAY);
  if (figures->delay < 0)
    g_string_append_printf (text, "  %s\n", _("No action was late."));
  else
    {
      g_string_append (text, "  ");
      /* Translators: %1$d is a mean number of days, %2$u a number of actions */
      g_string_append_printf (text, ngettext ("%1$d day (%2$u late)", "%1$d days (%2$u late)",
                                              (gulong) figures->delay),
                              figures->delay, figures->delayed);
      g_string_append_c (text, '\n');
    }
}

static void
append_calendar (GString              *text,
                 const CapPlanFigures *figures)
{
  append_head (text, CAP_FIGURE_QUARTERS);
  for (guint i = 0; i < CAP_N_PLAN_QUARTERS; i++)
    {
      const CapPlanQuarter *it = &figures->quarters[i];
      g_autofree char *label = cap_plan_quarter_dup_label (it);

      /* Translators: a quarter, then four numbers of actions */
      g_string_append_printf (text, _("  %1$s: %2$u verified (%3$u effective), %4$u abandoned, %5$u "
                                       "ineffective"),
                              label, it->verified, it->effective, it->abandoned, it->ineffective);
      g_string_append_c (text, '\n');
    }

  append_head (text, CAP_FIGURE_MONTHS);
  for (guint i = 0; i < CAP_N_PLAN_MONTHS; i++)
    {
      g_autofree char *label = cap_date_format_month (figures->months[i].first);

      /* Translators: a month, then two numbers of actions */
      g_string_append_printf (text, _("  %1$s: %2$u due, %3$u to check"), label, figures->months[i].due,
                              figures->months[i].checks);
      g_string_append_c (text, '\n');
    }
}

static void
append_shares (GString              *text,
               const CapPlanFigures *figures)
{
  append_head (text, CAP_FIGURE_OWNERS);
  for (guint i = 0; i < figures->loads->len; i++)
    {
      const CapPlanLoad *it = g_ptr_array_index (figures->loads, i);
      g_autofree char *days = cap_number_format_thousandths (it->days_hundredths * 10);

      /* Translators: an owner, two numbers of actions, a number of days */
      g_string_append_printf (text, _("  %1$s: %2$u open, %3$u late, %4$s days"),
                              cap_plan_load_get_label (it), it->open, it->late, days);
      g_string_append_c (text, '\n');
    }

  append_head (text, CAP_FIGURE_THEMES);
  for (guint i = 0; i < figures->themes->len; i++)
    {
      const CapPlanTheme *it = g_ptr_array_index (figures->themes, i);

      /* Translators: a theme, then three numbers of actions */
      g_string_append_printf (text, _("  %1$s: %2$u open, %3$u late, %4$u closed"),
                              cap_plan_theme_get_label (it), it->open, it->late, it->closed);
      g_string_append_c (text, '\n');
    }
}

/**
 * cap_cli_tell_figures:
 * @path: a dossier
 * @as_json: for another program
 *
 * Prints the figures of the plan, each with its definition.
 */
CapCliStatus
cap_cli_tell_figures (const char *path,
                      gboolean    as_json)
{
  CapCliStatus status = CAP_CLI_DONE;
  g_autoptr(CapDossier) dossier = cap_cli_load (path, &status);
  g_autofree char *today = cap_date_dup_today ();
  g_autofree char *json = NULL;
  g_autoptr(CapPlanFigures) figures = NULL;
  g_autoptr(GString) text = g_string_new (NULL);

  if (dossier == NULL)
    return status;

  if (as_json)
    {
      json = cap_plan_figures_json_write (dossier, today);
      cap_cli_print_json (json);
      return CAP_CLI_DONE;
    }

  figures = cap_plan_figures_new (dossier->actions, cap_dossier_get_current (dossier)->framework, today);
  append_head (text, CAP_FIGURE_STATES);
  for (guint state = 0; state < CAP_N_ACTION_STATES; state++)
    append_count (text, cap_action_state_get_label (state), figures->by_state[state]);
  append_count (text, cap_plan_figure_get_label (CAP_FIGURE_OPEN), figures->open);
  append_count (text, cap_plan_figure_get_label (CAP_FIGURE_LATE), figures->late);
  append_punctuality (text, figures);
  append_calendar (text, figures);
  append_shares (text, figures);
  cap_cli_print (text);

  return CAP_CLI_DONE;
}
