/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plan/cap-board.h"

#include <glib/gi18n.h>

#include "plan/cap-action-rules.h"
#include "plan/cap-proposal.h"
#include "scoring/cap-comparison-text.h"
#include "scoring/cap-figures.h"
#include "scoring/cap-photograph-text.h"

/* One page holds so many of each. */
#define N_STRONG    3
#define N_CORE      4
#define N_WEAK      3
#define N_PROPOSALS 3

static char *
dup_score_line (const CapObjectiveResult *result,
                const CapComparison      *comparison)
{
  g_autofree char *figure = cap_photograph_text_figure (&result->score);
  g_autofree char *evolution = cap_comparison_dup_evolution (comparison, result->objective->code);

  if (evolution == NULL)
    /* Translators: the code of an objective, its label, its score */
    return g_strdup_printf (_("%1$s – %2$s: %3$s"), result->objective->code, result->objective->label,
                            figure);

  /* Translators: the code of an objective, its label, its score, “▲ 4 points more than in 2024” */
  return g_strdup_printf (_("%1$s – %2$s: %3$s, %4$s"), result->objective->code, result->objective->label,
                          figure, evolution);
}

static char *
dup_summary (const CapPhotograph *photograph,
             const CapComparison *comparison)
{
  const CapScore *score = &photograph->score;
  const CapBand *band = score->exact == NULL ? NULL
                        : cap_framework_find_band (photograph->framework, score->percent);
  g_autofree char *figure = cap_photograph_text_figure (score);
  g_autofree char *coverage = cap_photograph_text_coverage (score);
  g_autofree char *evolution = cap_comparison_dup_evolution (comparison, NULL);
  GString *text = g_string_new (NULL);

  /* Translators: the overall score, “91 of 91 criteria” */
  g_string_append_printf (text, _("The overall score is %1$s (%2$s)."), figure, coverage);
  if (band != NULL)
    /* Translators: what a score is called, such as “On the way” */
    g_string_append_printf (text, _(" That is called “%s”."), band->label);
  if (evolution != NULL)
    g_string_append_printf (text, " %s.", evolution);

  return g_string_free (text, FALSE);
}

/* Where the level that is aimed at stands on the scale of the scores. */
static int
get_target_percent (const CapPhotograph *photograph)
{
  const CapFramework *framework = photograph->framework;

  return 100 * (photograph->target - framework->min_level) / (framework->max_level - framework->min_level);
}

/* The best ones first, from half of the way to the target on: less is not strong. */
static GStrv
list_strong (const CapPhotograph *photograph,
             const GPtrArray     *objectives,
             const CapComparison *comparison)
{
  const int least = get_target_percent (photograph) / 2;
  g_autoptr(GStrvBuilder) lines = g_strv_builder_new ();
  guint count = 0;

  for (guint i = objectives->len; i-- > 0 && count < N_STRONG;)
    {
      const CapObjectiveResult *result = g_ptr_array_index (objectives, i);
      g_autofree char *line = NULL;

      if (result->score.exact == NULL || result->score.percent < least)
        continue;
      line = dup_score_line (result, comparison);
      g_strv_builder_add (lines, line);
      count++;
    }

  return g_strv_builder_end (lines);
}

static void
add_core (GStrvBuilder        *lines,
          const CapPhotograph *photograph)
{
  const guint n = photograph->core_below->len;

  for (guint i = 0; i < MIN (n, N_CORE); i++)
    {
      const CapCriterionResult *result = g_ptr_array_index (photograph->core_below, i);
      /* Translators: the code of a core criterion, its label, its level */
      g_autofree char *line = g_strdup_printf (_("%1$s – %2$s: a core criterion at level %3$d"),
                                               result->criterion->code, result->criterion->label,
                                               result->level);

      g_strv_builder_add (lines, line);
    }
  if (n > N_CORE)
    {
      /* Translators: how many more core criteria, which decides on the form */
      g_autofree char *more = g_strdup_printf (ngettext ("and %u other core criterion",
                                                         "and %u other core criteria", n - N_CORE),
                                               n - N_CORE);

      g_strv_builder_add (lines, more);
    }
}

/* The core first: no mean hides it. Then the weakest objectives, with what to do about them. */
static GStrv
list_mend (const CapPhotograph *photograph,
           const GPtrArray     *objectives,
           const CapComparison *comparison)
{
  const int enough = get_target_percent (photograph);
  const guint n_weak = MIN (N_WEAK, objectives->len > N_STRONG ? objectives->len - N_STRONG : 1);
  g_autoptr(GStrvBuilder) lines = g_strv_builder_new ();

  add_core (lines, photograph);
  for (guint i = 0; i < MIN (objectives->len, n_weak); i++)
    {
      const CapObjectiveResult *result = g_ptr_array_index (objectives, i);
      g_autofree char *score = NULL;
      g_autofree char *line = NULL;

      if (result->score.exact == NULL || result->score.percent >= enough)
        break;
      score = dup_score_line (result, comparison);
      line = *result->objective->advice != '\0' ? g_strdup_printf ("%s. %s", score, result->objective->advice)
                                                : g_steal_pointer (&score);
      g_strv_builder_add (lines, line);
    }

  return g_strv_builder_end (lines);
}

static void
ask_about_plan (GStrvBuilder     *lines,
                const CapDossier *dossier,
                const char       *today)
{
  guint n_open = 0;
  guint n_late = 0;
  g_autofree char *line = NULL;

  for (guint i = 0; i < dossier->actions->len; i++)
    {
      const CapAction *action = g_ptr_array_index (dossier->actions, i);

      n_open += cap_action_is_open (action);
      n_late += cap_action_is_late (action, today);
    }
  if (n_open == 0)
    return;

  if (n_late > 0)
    /* Translators: how many actions are open, which decides on the form, how many of them are late */
    line = g_strdup_printf (ngettext ("Look at the plan: %1$u action in progress, %2$u late.",
                                      "Look at the plan: %1$u actions in progress, %2$u late.", n_open),
                            n_open, n_late);
  else
    /* Translators: how many actions are open, which decides on the form */
    line = g_strdup_printf (ngettext ("Look at the plan: %u action in progress, none late.",
                                      "Look at the plan: %u actions in progress, none late.", n_open),
                            n_open);
  g_strv_builder_add (lines, line);
}

/* What only a board can give: a decision, means, an appointment. */
static GStrv
list_asked (const CapDossier    *dossier,
            const CapPhotograph *photograph,
            const GPtrArray     *proposals,
            const char          *today)
{
  g_autoptr(GStrvBuilder) lines = g_strv_builder_new ();

  if (photograph->core_below->len > 0)
    g_strv_builder_add (lines,
                        _("Decide that the core criteria come first, and give them a person and a date."));
  for (guint i = 0; i < MIN (proposals->len, N_PROPOSALS); i++)
    {
      const CapProposal *proposal = g_ptr_array_index (proposals, i);
      /* Translators: the title of an action, the code of a criterion */
      g_autofree char *line = g_strdup_printf (_("Say yes or no to this action: %1$s (%2$s)."),
                                               cap_proposal_get_title (proposal), proposal->criterion->code);

      g_strv_builder_add (lines, line);
    }
  ask_about_plan (lines, dossier, today);
  g_strv_builder_add (lines, _("Fix the day of the next photograph, a year from now at the latest."));

  return g_strv_builder_end (lines);
}

CapBoard *
cap_board_new (const CapDossier    *dossier,
               const CapPhotograph *photograph,
               const CapComparison *comparison,
               const GPtrArray     *proposals,
               const char          *today)
{
  g_autoptr(GPtrArray) objectives = NULL;
  CapBoard *self;

  g_return_val_if_fail (dossier != NULL && photograph != NULL && proposals != NULL && today != NULL, NULL);

  objectives = cap_figures_list_objectives (photograph);
  self = g_new0 (CapBoard, 1);
  self->summary = dup_summary (photograph, comparison);
  self->strong = list_strong (photograph, objectives, comparison);
  self->mend = list_mend (photograph, objectives, comparison);
  self->asked = list_asked (dossier, photograph, proposals, today);

  return self;
}

void
cap_board_free (CapBoard *self)
{
  if (self == NULL)
    return;

  g_free (self->summary);
  g_strfreev (self->strong);
  g_strfreev (self->mend);
  g_strfreev (self->asked);
  g_free (self);
}
