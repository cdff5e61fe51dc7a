/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "scoring/cap-photograph-text.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-date.h"
#include "base/cap-number.h"

/* The figures of a photograph in words: what is shown, and what a screen reader
 * says. Every figure comes with what it covers. */

#define NO_FIGURE "—"

/**
 * cap_photograph_text_figure:
 *
 * Returns: (transfer full): “61 %”, or a dash when nothing is answered
 */
char *
cap_photograph_text_figure (const CapScore *score)
{
  return score->exact == NULL ? g_strdup (NO_FIGURE) : cap_number_format_percent (score->percent);
}

static char *
text_answered (const CapCoverage *coverage)
{
  /* Translators: number of criteria answered, which decides on the form, number of criteria */
  return g_strdup_printf (ngettext ("%u of %u criteria", "%u of %u criteria", coverage->answered),
                          coverage->answered, coverage->applicable);
}

/**
 * cap_photograph_text_coverage:
 *
 * Returns: (transfer full): “provisional, 34 of 92 criteria”
 */
char *
cap_photograph_text_coverage (const CapScore *score)
{
  g_autofree char *answered = text_answered (&score->coverage);

  if (!score->provisional)
    return g_steal_pointer (&answered);

  /* Translators: “34 of 92 criteria” */
  return g_strdup_printf (_("provisional, %s"), answered);
}

/**
 * cap_photograph_text_not_applicable:
 *
 * Returns: (transfer full) (nullable): how many of the criteria answered do not
 *   apply, %NULL when all of them do
 */
char *
cap_photograph_text_not_applicable (const CapScore *score)
{
  const guint n = score->coverage.not_applicable;

  if (n == 0)
    return NULL;

  /* Translators: number of criteria that do not apply */
  return g_strdup_printf (ngettext ("%u of them does not apply", "%u of them do not apply", n), n);
}

/**
 * cap_photograph_text_facts:
 *
 * Returns: (transfer full): how it was evaluated: the path, the day
 */
char *
cap_photograph_text_facts (const CapEvaluation *evaluation)
{
  g_autofree char *date = cap_date_format_long (evaluation->date);
  const char *path = evaluation->mode == CAP_MODE_CERTIFICATION ? _("Certification mode")
                     : evaluation->path == CAP_PATH_EXPRESS ? _("Express path") : _("Full path");

  /* Translators: “Full path”, a date */
  return g_strdup_printf (_("%1$s, %2$s"), path, date);
}

/**
 * cap_photograph_text_participants:
 *
 * Returns: (transfer full) (nullable): how many voted, and in which colleges;
 *   %NULL when nobody did
 */
char *
cap_photograph_text_participants (const CapEvaluation *evaluation)
{
  g_autoptr(GString) colleges = g_string_new (NULL);
  guint counts[CAP_N_COLLEGES] = { 0 };
  const guint n = evaluation->ballots->len;

  if (n == 0)
    return NULL;

  for (guint i = 0; i < n; i++)
    counts[((const CapBallot *) g_ptr_array_index (evaluation->ballots, i))->college]++;
  for (guint college = 0; college < CAP_N_COLLEGES; college++)
    {
      if (counts[college] > 0)
        g_string_append_printf (colleges, "%s%s\u00A0%u", colleges->len > 0 ? ", " : "",
                                cap_college_get_label ((CapCollege) college), counts[college]);
    }

  /* Translators: how many people, which decides on the form; colleges, with how many people of each */
  return g_strdup_printf (ngettext ("%1$u person voted (%2$s)", "%1$u people voted (%2$s)", n),
                          n, colleges->str);
}

/**
 * cap_photograph_text_exact:
 *
 * Returns: (transfer full): the exact score, and the one that it is rounded to
 */
char *
cap_photograph_text_exact (const CapScore *score)
{
  g_autofree char *exact = NULL;
  g_autofree char *figure = NULL;

  if (score->exact == NULL)
    return g_strdup (_("No criterion has a level yet."));

  exact = cap_fraction_to_string (score->exact);
  figure = cap_photograph_text_figure (score);

  /* Translators: an exact fraction (“245/4”), a rounded percentage */
  return g_strdup_printf (_("Exact score: %s out of 100, rounded to %s."), exact, figure);
}

/**
 * cap_photograph_text_name:
 *
 * Returns: (transfer full): a score in one sentence, for a screen reader
 */
char *
cap_photograph_text_name (const char     *label,
                          const CapScore *score)
{
  g_autofree char *figure = NULL;
  g_autofree char *coverage = cap_photograph_text_coverage (score);

  if (score->exact == NULL)
    /* Translators: the name of a theme or objective, “provisional, 0 of 4 criteria” */
    return g_strdup_printf (_("%s: no score yet, %s"), label, coverage);

  figure = cap_photograph_text_figure (score);

  /* Translators: the name of a theme or objective, its score, “4 of 4 criteria” */
  return g_strdup_printf (_("%s: %s, %s"), label, figure, coverage);
}

/**
 * cap_photograph_text_evolution:
 * @before: (nullable): the same score, the time before
 * @date: the day of the evaluation before, ISO 8601
 *
 * Returns: (transfer full) (nullable): “4 points more than in 2024”, %NULL when
 *   there is nothing to compare
 */
char *
cap_photograph_text_evolution (const CapScore *score,
                               const CapScore *before,
                               const char     *date)
{
  g_autofree char *year = NULL;
  int change;

  if (before == NULL || before->exact == NULL || score->exact == NULL)
    return NULL;

  year = g_strndup (date, 4);
  change = score->percent - before->percent;

  if (change == 0)
    /* Translators: a year */
    return g_strdup_printf (_("= as in %s"), year);

  if (change > 0)
    /* Translators: number of points, a year */
    return g_strdup_printf (ngettext ("▲ %d point more than in %s", "▲ %d points more than in %s",
                                      (gulong) change), change, year);

  /* Translators: number of points, a year */
  return g_strdup_printf (ngettext ("▼ %d point less than in %s", "▼ %d points less than in %s",
                                    (gulong) -change), -change, year);
}

/**
 * cap_photograph_text_acquired:
 *
 * Returns: (transfer full) (nullable): the level that the core criteria hold
 */
char *
cap_photograph_text_acquired (const CapObjectiveResult *result)
{
  if (result->acquired_level == CAP_LEVEL_UNSET)
    return NULL;

  /* Translators: the lowest level of the core criteria of an objective */
  return g_strdup_printf (_("level acquired: %d"), result->acquired_level);
}

static void
append_term (GString    *text,
             const char *term,
             int         weight)
{
  if (text->len > 0)
    g_string_append (text, " + ");
  g_string_append (text, term);
  if (weight != 1)
    g_string_append_printf (text, " × %d", weight);
}

/* Returns: (transfer full): “245/4 ≈ 61 %”, or “50 %” when it is whole */
static char *
text_result (const CapScore *score)
{
  g_autofree char *exact = cap_fraction_to_string (score->exact);
  g_autofree char *figure = cap_photograph_text_figure (score);

  return strchr (exact, '/') == NULL ? g_steal_pointer (&figure)
                                     : g_strdup_printf ("%s ≈ %s", exact, figure);
}

/**
 * cap_photograph_text_explain_objective:
 *
 * Returns: (transfer full): the formula with the levels in it
 */
char *
cap_photograph_text_explain_objective (const CapObjectiveResult *result,
                                       const CapFramework       *framework)
{
  g_autoptr(GString) sum = g_string_new (NULL);
  g_autofree char *end = NULL;
  int weight = 0;

  if (result->score.exact == NULL)
    return g_strdup (_("No criterion has a level yet."));

  for (guint i = 0; i < result->criteria->len; i++)
    {
      const CapCriterionResult *criterion = g_ptr_array_index (result->criteria, i);
      g_autofree char *level = NULL;

      if (criterion->level == CAP_LEVEL_UNSET)
        continue;

      level = g_strdup_printf ("%d", criterion->level - framework->min_level);
      append_term (sum, level, criterion->criterion->weight);
      weight += criterion->criterion->weight;
    }

  end = text_result (&result->score);

  return g_strdup_printf ("100 × (%s) ÷ (%d × %d) = %s", sum->str,
                          framework->max_level - framework->min_level, weight, end);
}

/* “2”, “2 × 3” where it counts three times, or why it does not count */
static char *
dup_answer (const CapCriterionResult *result)
{
  if (result->state == CAP_CRITERION_NOT_APPLICABLE)
    return g_strdup (_("not concerned"));
  if (result->state == CAP_CRITERION_UNANSWERED)
    return g_strdup (_("not answered"));

  if (result->criterion->weight == 1)
    return g_strdup_printf ("%d", result->level);

  return g_strdup_printf ("%d × %d", result->level, result->criterion->weight);
}

/**
 * cap_photograph_text_explain_answers:
 *
 * Returns: (transfer full): the answers that the score of an objective is made
 *   of, “A1.1: 2 · A1.2: not answered”
 */
char *
cap_photograph_text_explain_answers (const CapObjectiveResult *result)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < result->criteria->len; i++)
    {
      const CapCriterionResult *criterion = g_ptr_array_index (result->criteria, i);
      g_autofree char *answer = NULL;

      if (criterion->state == CAP_CRITERION_OUT_OF_SCOPE)
        continue;

      answer = dup_answer (criterion);
      if (text->len > 0)
        g_string_append (text, " · ");
      /* Translators: the code of a criterion, what was answered */
      g_string_append_printf (text, _("%1$s: %2$s"), criterion->criterion->code, answer);
    }

  return g_strdup (text->str);
}

/* The mean of what has a score, as a formula. */
typedef struct
{
  GString *sum;
  int      weight;
} Mean;

static void
add_to_mean (Mean           *mean,
             const char     *code,
             const CapScore *score,
             int             weight)
{
  g_autofree char *exact = NULL;
  g_autofree char *term = NULL;

  if (score->exact == NULL)
    return;

  exact = cap_fraction_to_string (score->exact);
  term = g_strdup_printf ("%s %s", code, exact);
  append_term (mean->sum, term, weight);
  mean->weight += weight;
}

static char *
finish_mean (Mean           *mean,
             const CapScore *score)
{
  g_autofree char *end = score->exact == NULL ? NULL : text_result (score);
  g_autofree char *sum = g_string_free (mean->sum, FALSE);

  if (end == NULL)
    return g_strdup (_("No criterion has a level yet."));

  return g_strdup_printf ("(%s) ÷ %d = %s", sum, mean->weight, end);
}

/**
 * cap_photograph_text_explain_theme:
 *
 * Returns: (transfer full): the mean of its objectives, with their scores
 */
char *
cap_photograph_text_explain_theme (const CapThemeResult *result)
{
  Mean mean = { g_string_new (NULL), 0 };

  for (guint i = 0; i < result->objectives->len; i++)
    {
      const CapObjectiveResult *objective = g_ptr_array_index (result->objectives, i);

      add_to_mean (&mean, objective->objective->code, &objective->score, objective->objective->weight);
    }

  return finish_mean (&mean, &result->score);
}

/**
 * cap_photograph_text_explain_whole:
 *
 * Returns: (transfer full): the mean of the themes, with their scores
 */
char *
cap_photograph_text_explain_whole (const CapPhotograph *photograph)
{
  Mean mean = { g_string_new (NULL), 0 };

  for (guint i = 0; i < photograph->themes->len; i++)
    {
      const CapThemeResult *theme = g_ptr_array_index (photograph->themes, i);

      add_to_mean (&mean, theme->theme->code, &theme->score, theme->theme->weight);
    }

  return finish_mean (&mean, &photograph->score);
}
