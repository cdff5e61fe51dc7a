/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "quality/cap-checks-private.h"

#include <glib/gi18n.h>

#include "plan/cap-indicator-rules.h"
#include "plan/cap-period.h"

#define MISSING_PERIODS 2

/* The last day of the second period that has no value. */
static char *
dup_limit (const CapIndicator *indicator,
           const char         *today)
{
  g_autofree char *expected = cap_indicator_dup_expected (indicator, today);
  g_autoptr(CapPeriod) first = cap_period_new (indicator->frequency, expected);
  g_autoptr(CapPeriod) last = NULL;

  if (first != NULL)
    last = cap_period_next (first, indicator->frequency, MISSING_PERIODS - 1);

  return last != NULL ? g_strdup (last->last) : NULL;
}

static void
find_without_value (CapCheckRun *run)
{
  for (guint i = 0; i < run->dossier->indicators->len; i++)
    {
      const CapIndicator *indicator = g_ptr_array_index (run->dossier->indicators, i);
      g_autofree char *limit = indicator->frequency != CAP_FREQUENCY_FREE ? dup_limit (indicator, run->today)
                                                                          : NULL;

      if (cap_check_is_past (limit, run->today))
        /* Translators: the code of an indicator, then its name */
        cap_check_run_add_indicator (run, indicator,
                                     g_strdup_printf (_("%1$s “%2$s” has had no value for two periods."),
                                                      indicator->code, indicator->label));
    }
}

/* Returns: (transfer full) (element-type utf8): the indicators that an open action works on */
static GHashTable *
list_worked_on (const CapCheckRun *run)
{
  GHashTable *worked_on = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < run->dossier->actions->len; i++)
    {
      const CapAction *action = g_ptr_array_index (run->dossier->actions, i);

      if (action->indicator != NULL && cap_action_is_open (action))
        g_hash_table_add (worked_on, action->indicator);
    }

  return worked_on;
}

static void
find_off_target (CapCheckRun *run)
{
  g_autoptr(GHashTable) worked_on = list_worked_on (run);

  for (guint i = 0; i < run->dossier->indicators->len; i++)
    {
      const CapIndicator *indicator = g_ptr_array_index (run->dossier->indicators, i);

      if (cap_indicator_get_status (indicator) == CAP_INDICATOR_OFF &&
          !g_hash_table_contains (worked_on, indicator->id))
        /* Translators: the code of an indicator, then its name */
        cap_check_run_add_indicator (run, indicator,
                                     g_strdup_printf (_("%1$s “%2$s” is off target and no open action"
                                                        " works on it."), indicator->code, indicator->label));
    }
}

static void
find_without_target (CapCheckRun *run)
{
  for (guint i = 0; i < run->dossier->indicators->len; i++)
    {
      const CapIndicator *indicator = g_ptr_array_index (run->dossier->indicators, i);

      if (indicator->target == CAP_QUANTITY_UNSET)
        /* Translators: the code of an indicator, then its name */
        cap_check_run_add_indicator (run, indicator,
                                     g_strdup_printf (_("%1$s “%2$s” has no target: nobody can tell"
                                                        " whether it"
                                                        " goes well."), indicator->code, indicator->label));
    }
}

const CapCheck cap_checks_indicators[] = {
  { "indicator-without-value", CAP_CHECK_INDICATORS, CAP_SEVERITY_LOOK,
    N_("Indicator without a value for two periods"), find_without_value },
  { "indicator-off-target", CAP_CHECK_INDICATORS, CAP_SEVERITY_LOOK,
    N_("Indicator off target, without an action"), find_off_target },
  { "indicator-without-target", CAP_CHECK_INDICATORS, CAP_SEVERITY_ADVICE,
    N_("Indicator without a target"), find_without_target },
};

const guint cap_n_checks_indicators = G_N_ELEMENTS (cap_checks_indicators);
