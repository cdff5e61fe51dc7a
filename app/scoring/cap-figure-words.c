/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "scoring/cap-figure-words-private.h"

#include <glib/gi18n.h>

char *
cap_figure_words_dup_objective (const CapObjective *objective)
{
  return g_strdup_printf ("%s\u00A0– %s", objective->code, objective->label);
}

/* Returns: (transfer full): “+4”, “−2”, “=” */
char *
cap_figure_words_dup_points (int points)
{
  return points == 0 ? g_strdup ("=") : g_strdup_printf ("%s%d", points > 0 ? "+" : "−", ABS (points));
}

/* Returns: (nullable): the row that the first column puts the highest, or the lowest; the first one
 * on ties */
static const CapFigureRow *
find_extreme (const CapFigure *figure,
              gboolean         highest)
{
  const CapFigureRow *found = NULL;

  for (guint i = 0; i < figure->rows->len; i++)
    {
      const CapFigureRow *row = cap_figure_get_row (figure, i);
      const double value = cap_figure_row_get (row, 0)->value;

      if (value < 0 || (row->flags & CAP_FIGURE_WHOLE) != 0)
        continue;
      if (found == NULL || (highest ? value > cap_figure_row_get (found, 0)->value
                                    : value < cap_figure_row_get (found, 0)->value))
        found = row;
    }

  return found;
}

/**
 * cap_figure_words_dup_extremes:
 * @figure: with a score in its first column
 *
 * Returns: (transfer full): a sentence on what is the strongest and the weakest
 */
char *
cap_figure_words_dup_extremes (const CapFigure *figure)
{
  const CapFigureRow *strongest = find_extreme (figure, TRUE);
  const CapFigureRow *weakest = find_extreme (figure, FALSE);
  const char *high;
  const char *low;

  if (strongest == NULL)
    return g_strdup (_("No criterion has a level yet."));

  high = cap_figure_row_get (strongest, 0)->text;
  low = cap_figure_row_get (weakest, 0)->text;
  if (strongest == weakest)
    /* Translators: a theme or an objective, its score */
    return g_strdup_printf (_("A single line has a score: %1$s (%2$s)."), strongest->label, high);
  if (cap_figure_row_get (strongest, 0)->value <= cap_figure_row_get (weakest, 0)->value)
    /* Translators: the score that all of them have */
    return g_strdup_printf (_("All of them stand at %s."), high);

  /* Translators: a theme or an objective, its score, another one, its score */
  return g_strdup_printf (_("Your strong point: %1$s (%2$s). Your weak point: %3$s (%4$s)."),
                          strongest->label, high, weakest->label, low);
}

/* How the rows changed from one column to another. */
typedef struct
{
  const CapFigureRow *best;
  const CapFigureRow *worst;
  int                 gained; /* by the best one, in points */
  int                 lost;   /* by the worst one: what it gained, which may be less than 0 */
} Changes;

/* The change that @comparison tells, on what is compared; without one, that of the values themselves. */
static gboolean
get_points (const CapFigureRow  *row,
            const CapComparison *comparison,
            guint                now,
            guint                before,
            int                 *points)
{
  const double value = cap_figure_row_get (row, now)->value;
  const double old = cap_figure_row_get (row, before)->value;

  if (comparison != NULL)
    return cap_comparison_get_change (comparison, row->code, points);

  *points = (int) (value - old);

  return value >= 0 && old >= 0;
}

static void
find_changes (Changes             *changes,
              const CapFigure     *figure,
              const CapComparison *comparison,
              guint                now,
              guint                before)
{
  *changes = (Changes) { NULL };
  for (guint i = 0; i < figure->rows->len; i++)
    {
      const CapFigureRow *row = cap_figure_get_row (figure, i);
      int points;

      if ((row->flags & CAP_FIGURE_WHOLE) != 0 || !get_points (row, comparison, now, before, &points))
        continue;
      if (changes->best == NULL || points > changes->gained)
        {
          changes->best = row;
          changes->gained = points;
        }
      if (changes->worst == NULL || points < changes->lost)
        {
          changes->worst = row;
          changes->lost = points;
        }
    }
}

/**
 * cap_figure_words_dup_change:
 * @figure: with scores in two columns
 * @comparison: (nullable): what tells the changes, where the scores are not of the same criteria
 * @now: the column of the later ones
 * @before: the column of the earlier ones
 * @since: when that was
 *
 * Returns: (transfer full) (nullable): a sentence on what moved the most; %NULL
 *   when nothing can be compared
 */
char *
cap_figure_words_dup_change (const CapFigure     *figure,
                             const CapComparison *comparison,
                             guint                now,
                             guint                before,
                             const char          *since)
{
  Changes changes;

  find_changes (&changes, figure, comparison, now, before);
  if (changes.best == NULL)
    return NULL;
  if (changes.gained == 0 && changes.lost == 0)
    /* Translators: a year */
    return g_strdup_printf (_("Nothing moved since %s."), since);
  if (changes.gained > 0 && changes.lost < 0)
    /* Translators: a year; what progressed the most, by how many points (“+12”); what lost the most, by how
     * many (“−3”) */
    return g_strdup_printf (_("Since %1$s, the best progress: %2$s (%3$+d); the largest drop: %4$s (−%5$d)."),
                            since, changes.best->label, changes.gained, changes.worst->label, -changes.lost);
  if (changes.lost > 0)
    /* Translators: a year; what progressed the most, by how many points, which decides on the form */
    return g_strdup_printf (ngettext ("Everything progresses since %1$s, %2$s the most: %3$d point.",
                                      "Everything progresses since %1$s, %2$s the most: %3$d points.",
                                      (gulong) changes.gained),
                            since, changes.best->label, changes.gained);
  if (changes.gained > 0)
    /* Translators: a year; what progressed the most, by how many points, which decides on the form */
    return g_strdup_printf (ngettext ("Nothing drops since %1$s, and %2$s progresses the most: %3$d point.",
                                      "Nothing drops since %1$s, and %2$s progresses the most: %3$d points.",
                                      (gulong) changes.gained),
                            since, changes.best->label, changes.gained);

  /* Translators: a year; what lost the most, how many points, which decides on the form */
  return g_strdup_printf (ngettext ("Nothing progresses since %1$s, and %2$s loses the most: %3$d point.",
                                    "Nothing progresses since %1$s, and %2$s loses the most: %3$d points.",
                                    (gulong) -changes.lost),
                          since, changes.worst->label, -changes.lost);
}
