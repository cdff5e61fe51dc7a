/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "quality/cap-checks-private.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "quality/cap-exclusion-rules.h"
#include "quality/cap-risk-figures.h"

/* A party is heard again within so many months. */
#define HEARD_MONTHS 12

static const GPtrArray *
get_records (const CapCheckRun *run,
             CapRegisterKind    kind)
{
  return run->dossier->registers[kind];
}

static void
find_goal_without_indicator (CapCheckRun *run)
{
  for (guint i = 0; i < get_records (run, CAP_REGISTER_GOAL)->len; i++)
    {
      const CapRecord *goal = g_ptr_array_index (get_records (run, CAP_REGISTER_GOAL), i);
      g_autofree char *name = NULL;

      if (cap_record_get (goal, CAP_GOAL_INDICATORS) != NULL ||
          cap_record_is (goal, CAP_GOAL_STATE, "dropped"))
        continue;

      name = cap_check_dup_name (goal);
      /* Translators: an objective */
      cap_check_run_add_record (run, goal, g_strdup_printf (_("%s has no indicator: nothing measures it."),
                                                            name));
    }
}

static void
find_goal_past_due (CapCheckRun *run)
{
  for (guint i = 0; i < get_records (run, CAP_REGISTER_GOAL)->len; i++)
    {
      const CapRecord *goal = g_ptr_array_index (get_records (run, CAP_REGISTER_GOAL), i);
      const char *due = cap_record_get (goal, CAP_GOAL_DUE);
      g_autofree char *name = NULL;
      g_autofree char *day = NULL;

      if (!cap_record_is (goal, CAP_GOAL_STATE, "open") || !cap_check_is_past (due, run->today))
        continue;

      name = cap_check_dup_name (goal);
      day = cap_date_format_long (due);
      /* Translators: an objective, then a date */
      cap_check_run_add_record (run, goal,
                                g_strdup_printf (_("%1$s was due on %2$s and is still open: say whether it is"
                                                   " reached."), name, day));
    }
}

static void
find_goal_without_result (CapCheckRun *run)
{
  for (guint i = 0; i < get_records (run, CAP_REGISTER_GOAL)->len; i++)
    {
      const CapRecord *goal = g_ptr_array_index (get_records (run, CAP_REGISTER_GOAL), i);
      const gboolean closed = cap_record_is (goal, CAP_GOAL_STATE, "reached") ||
                              cap_record_is (goal, CAP_GOAL_STATE, "missed");
      g_autofree char *name = NULL;

      if (!closed || cap_record_get (goal, CAP_GOAL_RESULT) != NULL)
        continue;

      name = cap_check_dup_name (goal);
      /* Translators: an objective */
      cap_check_run_add_record (run, goal, g_strdup_printf (_("%s is closed without its result in figures."),
                                                            name));
    }
}

/* Returns: (nullable): the statement about @about that was written last */
static const CapRecord *
find_statement (const CapCheckRun *run,
                const char        *about)
{
  const CapRecord *found = NULL;

  for (guint i = 0; i < get_records (run, CAP_REGISTER_STATEMENT)->len; i++)
    {
      const CapRecord *statement = g_ptr_array_index (get_records (run, CAP_REGISTER_STATEMENT), i);

      if (cap_record_is (statement, CAP_STATEMENT_KIND, about) &&
          (found == NULL || g_strcmp0 (cap_record_get (statement, CAP_STATEMENT_DATE),
                                       cap_record_get (found, CAP_STATEMENT_DATE)) >= 0))
        found = statement;
    }

  return found;
}

static void
find_no_policy (CapCheckRun *run)
{
  if (run->certifies && find_statement (run, "policy") == NULL)
    cap_check_run_add_register (run, CAP_REGISTER_STATEMENT, "policy",
                                g_strdup (_("There is no policy yet: an audit begins with it.")));
}

static void
find_old_policy (CapCheckRun *run)
{
  const CapRecord *policy = find_statement (run, "policy");
  const char *review = policy != NULL ? cap_record_get (policy, CAP_STATEMENT_REVIEW) : NULL;
  g_autofree char *day = NULL;

  if (!cap_check_is_past (review, run->today))
    return;

  day = cap_date_format_long (review);
  /* Translators: a date */
  cap_check_run_add_record (run, policy, g_strdup_printf (_("The policy was to be looked at again on"
                                                            " %s."), day));
}

static void
find_no_scope (CapCheckRun *run)
{
  if (run->certifies && find_statement (run, "scope") == NULL)
    cap_check_run_add_register (run, CAP_REGISTER_STATEMENT, "scope",
                                g_strdup (_("The scope is not written: say which activities and which sites"
                                            " are certified.")));
}

static void
find_no_climate (CapCheckRun *run)
{
  const CapRecord *climate = find_statement (run, "climate");

  if (climate == NULL && run->certifies)
    cap_check_run_add_register (run, CAP_REGISTER_STATEMENT, "climate",
                                g_strdup (_("Climate change is not examined: write whether it is a relevant"
                                            " issue, one way or the other.")));
  else if (climate != NULL && cap_record_get (climate, CAP_STATEMENT_OUTCOME) == NULL)
    cap_check_run_add_record (run, climate,
                              g_strdup (_("Climate change is examined without a conclusion: say whether it is"
                                          " a relevant issue.")));
}

static void
find_refused_exclusion (CapCheckRun *run)
{
  for (guint i = 0; run->standard != NULL && i < get_records (run, CAP_REGISTER_EXCLUSION)->len; i++)
    {
      const CapRecord *exclusion = g_ptr_array_index (get_records (run, CAP_REGISTER_EXCLUSION), i);
      g_autofree char *fault = cap_exclusion_dup_fault (exclusion, run->standard);

      if (fault != NULL)
        cap_check_run_add_record (run, exclusion, g_strconcat (fault, ".", NULL));
    }
}

/* Returns: (nullable): an open action about the clause, or about a part of it */
static const CapAction *
find_open_about (const CapCheckRun *run,
                 const char        *clause)
{
  GHashTableIter iter;
  gpointer code;
  gpointer actions;
  const CapAction *found = NULL;

  g_hash_table_iter_init (&iter, run->origins[CAP_ORIGIN_REQUIREMENT]);
  while (g_hash_table_iter_next (&iter, &code, &actions))
    {
      for (guint i = 0; cap_requirement_number_covers (clause, code) && i < ((GPtrArray *) actions)->len; i++)
        {
          const CapAction *action = g_ptr_array_index ((GPtrArray *) actions, i);

          if (cap_action_is_open (action) && (found == NULL || action->number < found->number))
            found = action;
        }
    }

  return found;
}

static void
find_exclusion_with_action (CapCheckRun *run)
{
  for (guint i = 0; i < get_records (run, CAP_REGISTER_EXCLUSION)->len; i++)
    {
      const CapRecord *exclusion = g_ptr_array_index (get_records (run, CAP_REGISTER_EXCLUSION), i);
      const char *number = cap_record_get_code (exclusion);
      const CapAction *action = find_open_about (run, number);

      if (action != NULL)
        /* Translators: the number of a clause, then that of an action */
        cap_check_run_add_record (run, exclusion,
                                  g_strdup_printf (_("Clause %1$s is excluded, but action %2$u is about it"
                                                     " and still open: it cannot be both."), number,
                                                   action->number));
    }
}

/* By an action, or by a measure that was written; what is abandoned treats nothing. */
static gboolean
is_treated (const CapRiskFigure *figure)
{
  if (cap_record_get (figure->risk, CAP_RISK_MEASURE) != NULL)
    return TRUE;

  for (guint i = 0; i < figure->actions->len; i++)
    {
      if (((const CapAction *) g_ptr_array_index (figure->actions, i))->state != CAP_ACTION_ABANDONED)
        return TRUE;
    }

  return FALSE;
}

static void
find_untreated_risk (CapCheckRun *run)
{
  g_autoptr(GPtrArray) figures = cap_risk_figures_list (run->dossier, run->today);

  for (guint i = 0; i < figures->len; i++)
    {
      const CapRiskFigure *figure = g_ptr_array_index (figures, i);
      const int rating = cap_risk_figure_get_current (figure);
      g_autofree char *name = NULL;

      if (!cap_record_is (figure->risk, CAP_RISK_NATURE, "risk") ||
          cap_risk_band_from_rating (rating) < CAP_RISK_BAND_HIGH || is_treated (figure))
        continue;

      name = cap_check_dup_name (figure->risk);
      /* Translators: a risk, then likelihood times severity */
      cap_check_run_add_record (run, figure->risk,
                                g_strdup_printf (_("%1$s is rated %2$d of 16, and neither an action nor a"
                                                   " measure treats it."), name, rating));
    }
}

/* Returns: (transfer full) (nullable): why a risk is to be rated, or rated again */
static char *
dup_rating_due (const CapRiskFigure *figure)
{
  const char *after = cap_record_get (figure->risk, CAP_RISK_RATED_AFTER);
  const char *rated = cap_record_get (figure->risk, CAP_RISK_RATED);
  g_autofree char *name = cap_check_dup_name (figure->risk);
  g_autofree char *day = NULL;

  switch (figure->due)
    {
    case CAP_RISK_DUE_RATE:
      /* Translators: a risk */
      return g_strdup_printf (_("%s is not rated yet: how likely, how severe?"), name);

    case CAP_RISK_DUE_ACTIONS:
      /* Translators: a risk */
      return g_strdup_printf (_("%s is to be rated again: the actions that treat it have been closed since."),
                              name);

    case CAP_RISK_DUE_OLD:
      day = cap_date_format_long (g_strcmp0 (after, rated) > 0 ? after : rated);
      /* Translators: a risk, then a date */
      return g_strdup_printf (_("%1$s is to be rated again: it was last rated on %2$s."), name, day);

    case CAP_RISK_DUE_NOT:
    default:
      return NULL;
    }
}

static void
find_risk_to_rate (CapCheckRun *run)
{
  g_autoptr(GPtrArray) figures = cap_risk_figures_list (run->dossier, run->today);

  for (guint i = 0; i < figures->len; i++)
    {
      const CapRiskFigure *figure = g_ptr_array_index (figures, i);
      char *sentence = dup_rating_due (figure);

      if (sentence != NULL)
        cap_check_run_add_record (run, figure->risk, sentence);
    }
}

static void
find_worse_risk (CapCheckRun *run)
{
  for (guint i = 0; i < get_records (run, CAP_REGISTER_RISK)->len; i++)
    {
      const CapRecord *risk = g_ptr_array_index (get_records (run, CAP_REGISTER_RISK), i);
      const int before = cap_risk_get_rating (risk, FALSE);
      const int after = cap_risk_get_rating (risk, TRUE);
      g_autofree char *name = NULL;

      if (!cap_record_is (risk, CAP_RISK_NATURE, "risk") || before == CAP_RISK_UNRATED || after <= before)
        continue;

      name = cap_check_dup_name (risk);
      /* Translators: a risk, then two ratings */
      cap_check_run_add_record (run, risk,
                                g_strdup_printf (_("%1$s is higher after its treatment (%3$d) than before"
                                                   " (%2$d)."), name, before, after));
    }
}

static void
find_unheard_party (CapCheckRun *run)
{
  g_autofree char *limit = cap_date_add_months (run->today, -HEARD_MONTHS);

  for (guint i = 0; i < get_records (run, CAP_REGISTER_PARTY)->len; i++)
    {
      const CapRecord *party = g_ptr_array_index (get_records (run, CAP_REGISTER_PARTY), i);
      const char *heard = cap_record_get (party, CAP_PARTY_HEARD);
      g_autofree char *name = cap_check_dup_name (party);
      g_autofree char *day = heard != NULL ? cap_date_format_long (heard) : NULL;

      if (heard == NULL)
        /* Translators: an interested party */
        cap_check_run_add_record (run, party, g_strdup_printf (_("%s has never been heard."), name));
      else if (cap_check_is_past (heard, limit))
        /* Translators: an interested party, then a date */
        cap_check_run_add_record (run, party,
                                  g_strdup_printf (_("%1$s was last heard on %2$s, more than a year"
                                                     " ago."), name,
                                                   day));
    }
}

const CapCheck cap_checks_context[] = {
  { "policy-missing", CAP_CHECK_CONTEXT, CAP_SEVERITY_SERIOUS, N_("No policy"), find_no_policy },
  { "policy-past-review", CAP_CHECK_CONTEXT, CAP_SEVERITY_LOOK, N_("Policy past its review date"),
    find_old_policy },
  { "scope-missing", CAP_CHECK_CONTEXT, CAP_SEVERITY_SERIOUS, N_("No scope"), find_no_scope },
  { "climate-not-examined", CAP_CHECK_CONTEXT, CAP_SEVERITY_SERIOUS, N_("Climate change not examined"),
    find_no_climate },
  { "exclusion-refused", CAP_CHECK_CONTEXT, CAP_SEVERITY_SERIOUS,
    N_("Clause left out wrongly, or without a reason or a decision"), find_refused_exclusion },
  { "exclusion-with-action", CAP_CHECK_CONTEXT, CAP_SEVERITY_SERIOUS,
    N_("Excluded clause that an open action is about"), find_exclusion_with_action },
  { "risk-untreated", CAP_CHECK_CONTEXT, CAP_SEVERITY_SERIOUS,
    N_("High risk that nothing treats"), find_untreated_risk },
  { "risk-to-rate-again", CAP_CHECK_CONTEXT, CAP_SEVERITY_LOOK,
    N_("Risk or opportunity to be rated, or rated again"), find_risk_to_rate },
  { "risk-worse-after", CAP_CHECK_CONTEXT, CAP_SEVERITY_LOOK,
    N_("Risk higher after its treatment than before"), find_worse_risk },
  { "party-not-heard", CAP_CHECK_CONTEXT, CAP_SEVERITY_LOOK,
    N_("Interested party not heard for 12 months"), find_unheard_party },
  { "goal-without-indicator", CAP_CHECK_CONTEXT, CAP_SEVERITY_LOOK, N_("Objective without an indicator"),
    find_goal_without_indicator },
  { "goal-past-due", CAP_CHECK_CONTEXT, CAP_SEVERITY_LOOK, N_("Objective past its date, still open"),
    find_goal_past_due },
  { "goal-without-result", CAP_CHECK_CONTEXT, CAP_SEVERITY_LOOK,
    N_("Objective reached or missed, without a result"), find_goal_without_result },
};

const guint cap_n_checks_context = G_N_ELEMENTS (cap_checks_context);
