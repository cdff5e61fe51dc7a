/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "scoring/cap-figures.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "scoring/cap-comparison-text.h"
#include "scoring/cap-figure-words-private.h"
#include "scoring/cap-photograph-text.h"

/* The columns of scores: the one of now, then, when there is one before, its score and the change. */
enum
{
  COLUMN_NOW,
  COLUMN_BEFORE,
};

/* Where nothing can be compared there is nothing to show of then. */
static const CapComparison *
find_then (const CapComparison *comparison)
{
  return comparison != NULL && g_hash_table_size (comparison->only) > 0 ? comparison : NULL;
}

static double
get_value (const CapScore *score)
{
  return score == NULL || score->exact == NULL ? CAP_FIGURE_NONE : score->percent;
}

static void
add_columns (CapFigure           *figure,
             const CapComparison *comparison)
{
  g_autofree char *month = comparison != NULL ? cap_date_format_month (comparison->date) : NULL;

  cap_figure_add_column (figure, _("Score"));
  if (comparison != NULL)
    {
      cap_figure_add_column (figure, month);
      cap_figure_add_column (figure, _("Change, in points"));
    }
  cap_figure_add_column (figure, _("Criteria answered"));
}

static void
add_change (CapFigureRow        *row,
            const CapComparison *comparison)
{
  const CapScore *before = cap_photograph_find_score (comparison->before, row->code);
  g_autofree char *old = before != NULL ? cap_photograph_text_figure (before) : g_strdup ("—");
  g_autofree char *points = NULL;
  int change;

  /* A mark beside a score of other criteria would tell another way than the one that was made. */
  cap_figure_row_add (row, comparison->whole ? get_value (before) : CAP_FIGURE_NONE, old);
  points = cap_comparison_get_change (comparison, row->code, &change) ? cap_figure_words_dup_points (change)
                                                                     : g_strdup ("—");
  cap_figure_row_add (row, CAP_FIGURE_NONE, points);
}

/* Returns: (transfer full): @first and, behind it, what there is of the others */
static char *
join (const char *first,
      const char *second,
      const char *third)
{
  GString *text = g_string_new (first);

  if (second != NULL)
    g_string_append_printf (text, " · %s", second);
  if (third != NULL)
    g_string_append_printf (text, " · %s", third);

  return g_string_free (text, FALSE);
}

/* @acquired: (nullable): the level that the core criteria hold, in words */
static void
add_score (CapFigure           *figure,
           const char          *code,
           const char          *label,
           const CapScore      *score,
           const char          *acquired,
           const CapComparison *comparison)
{
  CapFigureRow *row = cap_figure_add_row (figure, code, label);
  g_autofree char *sentence = cap_photograph_text_name (label, score);
  g_autofree char *coverage = cap_photograph_text_coverage (score);
  g_autofree char *evolution = cap_comparison_dup_evolution (comparison, code);
  g_autofree char *percent = cap_photograph_text_figure (score);

  row->flags = score->provisional ? CAP_FIGURE_PROVISIONAL : CAP_FIGURE_PLAIN;
  row->detail = join (coverage, acquired, NULL);
  row->name = join (sentence, acquired, evolution);
  cap_figure_row_add (row, get_value (score), percent);
  if (comparison != NULL)
    add_change (row, comparison);
  cap_figure_row_add (row, CAP_FIGURE_NONE, coverage);
}

/* The second sentence: what moved, or what these figures are worth. */
static char *
dup_second (const CapFigure     *figure,
            const CapPhotograph *photograph,
            const CapComparison *comparison)
{
  const CapCoverage *coverage = &photograph->score.coverage;
  g_autofree char *month = comparison != NULL ? cap_date_format_month (comparison->date) : NULL;
  g_autofree char *change = comparison != NULL
                            ? cap_figure_words_dup_change (figure, comparison, COLUMN_NOW, COLUMN_BEFORE,
                                                           month)
                            : NULL;
  guint left = coverage->applicable - coverage->answered;

  if (change != NULL)
    return g_steal_pointer (&change);
  if (comparison != NULL)
    /* Translators: a month */
    return g_strdup_printf (_("Nothing can be compared with the evaluation before (%s)."), month);
  if (left > 0)
    /* Translators: how many criteria are still to answer, which decides on the form */
    return g_strdup_printf (ngettext ("%u criterion is still to answer: this may move.",
                                      "%u criteria are still to answer: this may move.", left), left);

  return g_strdup (_("This is the first measure: the next one will show the way made."));
}

/* What is seen beside the values: the time before, and what may move. */
static char *
dup_note (const CapFigure     *figure,
          const CapPhotograph *photograph,
          const CapComparison *comparison)
{
  const gboolean bars = figure->kind == CAP_FIGURE_BARS;
  g_autofree char *month = comparison != NULL ? cap_date_format_month (comparison->date) : NULL;
  g_autoptr(GString) note = g_string_new (NULL);

  if (month != NULL && comparison->whole && bars)
    /* Translators: a month */
    g_string_append_printf (note, _("The mark across a bar: %s."), month);
  else if (month != NULL && comparison->whole)
    /* Translators: a month */
    g_string_append_printf (note, _("Dashed: %s."), month);
  if (bars && photograph->score.provisional)
    g_string_append_printf (note, "%s%s", note->len > 0 ? " " : "",
                            _("A hatched bar is provisional: some of its criteria are still to answer."));

  return note->len > 0 ? g_strdup (note->str) : NULL;
}

static void
read_scores (CapFigure           *figure,
             const CapPhotograph *photograph,
             const CapComparison *comparison)
{
  g_autofree char *first = cap_figure_words_dup_extremes (figure);
  g_autofree char *second = dup_second (figure, photograph, comparison);

  figure->reading = g_strdup_printf ("%s %s", first, second);
  figure->note = dup_note (figure, photograph, comparison);
}

/**
 * cap_figures_new_emblem:
 * @comparison: (nullable): with the evaluation before
 *
 * Returns: (transfer full): the scores of the themes, in the order of the framework
 */
CapFigure *
cap_figures_new_emblem (const CapPhotograph *photograph,
                        const CapComparison *comparison)
{
  const CapComparison *then;
  CapFigure *figure;

  g_return_val_if_fail (photograph != NULL, NULL);

  then = find_then (comparison);
  figure = cap_figure_new (CAP_FIGURE_EMBLEM, _("The themes"), 100);
  add_columns (figure, then);
  for (guint i = 0; i < photograph->themes->len; i++)
    {
      const CapThemeResult *result = g_ptr_array_index (photograph->themes, i);

      add_score (figure, result->theme->code, result->theme->label, &result->score, NULL, then);
    }
  read_scores (figure, photograph, comparison);

  return figure;
}

/* Weakest first; what has no score comes last. */
static int
compare_objectives_cb (gconstpointer a,
                       gconstpointer b)
{
  const CapObjectiveResult *first = *(const CapObjectiveResult * const *) a;
  const CapObjectiveResult *second = *(const CapObjectiveResult * const *) b;

  if (first->score.exact == NULL || second->score.exact == NULL)
    return (first->score.exact == NULL) - (second->score.exact == NULL);

  return cap_fraction_compare (first->score.exact, second->score.exact);
}

static void
list_theme (const CapThemeResult *theme,
            GPtrArray            *objectives)
{
  for (guint i = 0; i < theme->objectives->len; i++)
    {
      CapObjectiveResult *objective = g_ptr_array_index (theme->objectives, i);

      if (objective->score.coverage.applicable > 0)
        g_ptr_array_add (objectives, objective);
    }
}

/**
 * cap_figures_list_objectives:
 *
 * Returns: (transfer container) (element-type CapObjectiveResult): those of the
 *   network that ask something, the weakest first
 */
GPtrArray *
cap_figures_list_objectives (const CapPhotograph *photograph)
{
  GPtrArray *objectives;

  g_return_val_if_fail (photograph != NULL, NULL);

  objectives = g_ptr_array_new ();
  for (guint i = 0; i < photograph->themes->len; i++)
    list_theme (g_ptr_array_index (photograph->themes, i), objectives);
  g_ptr_array_sort (objectives, compare_objectives_cb);

  return objectives;
}

static void
add_objectives (CapFigure           *figure,
                const GPtrArray     *objectives,
                const CapComparison *comparison)
{
  for (guint i = 0; i < objectives->len; i++)
    {
      const CapObjectiveResult *result = g_ptr_array_index (objectives, i);
      g_autofree char *label = cap_figure_words_dup_objective (result->objective);
      g_autofree char *acquired = cap_photograph_text_acquired (result);

      add_score (figure, result->objective->code, label, &result->score, acquired, comparison);
    }
}

/**
 * cap_figures_new_bars:
 * @comparison: (nullable): with the evaluation before
 *
 * Returns: (transfer full): the scores of the objectives, the weakest first
 */
CapFigure *
cap_figures_new_bars (const CapPhotograph *photograph,
                      const CapComparison *comparison)
{
  g_autoptr(GPtrArray) objectives = NULL;
  const CapComparison *then;
  CapFigure *figure;

  g_return_val_if_fail (photograph != NULL, NULL);

  then = find_then (comparison);
  objectives = cap_figures_list_objectives (photograph);
  figure = cap_figure_new (CAP_FIGURE_BARS, _("The objectives, from the weakest"), 100);
  add_columns (figure, then);
  add_objectives (figure, objectives, then);
  read_scores (figure, photograph, comparison);

  return figure;
}

/**
 * cap_figures_new_own:
 * @comparison: (nullable): with the evaluation before
 *
 * Returns: (transfer full) (nullable): the scores of what the structure added
 *   for itself; %NULL when it added nothing
 */
CapFigure *
cap_figures_new_own (const CapPhotograph *photograph,
                     const CapComparison *comparison)
{
  g_autoptr(GPtrArray) objectives = g_ptr_array_new ();
  const CapComparison *then;
  CapFigure *figure;

  g_return_val_if_fail (photograph != NULL, NULL);

  then = find_then (comparison);
  if (photograph->local != NULL)
    list_theme (photograph->local, objectives);
  if (objectives->len == 0)
    return NULL;

  g_ptr_array_sort (objectives, compare_objectives_cb);
  figure = cap_figure_new (CAP_FIGURE_BARS, _("Our own criteria"), 100);
  figure->reading = g_strdup (_("What your structure added for itself: counted apart, in none of the scores "
                                "above."));
  add_columns (figure, then);
  add_objectives (figure, objectives, then);

  return figure;
}
