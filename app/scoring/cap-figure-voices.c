/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "scoring/cap-figures.h"

#include <glib/gi18n.h>

#include "base/cap-number.h"
#include "scoring/cap-figure-words-private.h"

/* A mean of votes, while it is made. */
typedef struct
{
  guint sum;
  guint n_votes;
} Voice;

static int
get_hundredths (const Voice *voice)
{
  return (int) ((voice->sum * 100 + voice->n_votes / 2) / voice->n_votes);
}

static void
add_group (Voice                *voice,
           const CapSpreadGroup *group)
{
  for (guint level = 0; level < CAP_VOTES_LEVELS; level++)
    voice->sum += level * group->counts[level];
  voice->n_votes += group->n_votes;
}

/* What each college votes on the criteria of an objective where it may be told apart. */
static void
listen (const CapObjectiveResult *objective,
        const CapVotes           *votes,
        Voice                     voices[CAP_N_COLLEGES],
        Voice                    *whole)
{
  for (guint i = 0; i < objective->criteria->len; i++)
    {
      const CapCriterionResult *result = g_ptr_array_index (objective->criteria, i);
      const CapSpread *spread = cap_votes_get (votes, result->criterion->code);

      if (result->state == CAP_CRITERION_OUT_OF_SCOPE)
        continue;

      if (spread->whole.n_votes >= CAP_VOTES_MIN_SHOWN)
        add_group (whole, &spread->whole);
      for (guint college = 0; college < CAP_N_COLLEGES; college++)
        {
          if (!spread->hidden[college])
            add_group (&voices[college], &spread->colleges[college]);
        }
    }
}

static void
add_voice (CapFigureRow *row,
           const Voice  *voice,
           const char   *label,
           int           minimum,
           GString      *name)
{
  g_autofree char *text = NULL;

  if (voice->n_votes == 0)
    {
      cap_figure_row_add (row, CAP_FIGURE_NONE, "—");
      return;
    }

  text = cap_number_format_hundredths (get_hundredths (voice));
  cap_figure_row_add (row, get_hundredths (voice) / 100.0 - minimum, text);
  /* Translators: a college, the mean of its votes */
  g_string_append_printf (name, _(" · %1$s: %2$s"), label, text);
}

/* The distance between the two colleges that stand the furthest apart. */
typedef struct
{
  const CapFigureRow *row;
  guint               low;  /* column of the college that votes the lowest */
  guint               high; /* … the highest */
  double              width;
} Gap;

/* Returns: whether two colleges at least are told apart */
static gboolean
measure_gap (const CapFigureRow *row,
             Gap                *gap)
{
  guint n_told = 0;

  *gap = (Gap) { row, 0, 0, 0 };
  for (guint i = 1; i < row->cells->len; i++)
    {
      const double value = cap_figure_row_get (row, i)->value;

      if (value < 0)
        continue;
      if (n_told == 0 || value < cap_figure_row_get (row, gap->low)->value)
        gap->low = i;
      if (n_told == 0 || value > cap_figure_row_get (row, gap->high)->value)
        gap->high = i;
      n_told++;
    }
  if (n_told < 2)
    return FALSE;

  gap->width = cap_figure_row_get (row, gap->high)->value - cap_figure_row_get (row, gap->low)->value;

  return TRUE;
}

static void
read_voices (CapFigure *figure)
{
  Gap widest = { NULL };
  Gap closest = { NULL };
  g_autofree char *first = NULL;

  for (guint i = 0; i < figure->rows->len; i++)
    {
      Gap gap;

      if (!measure_gap (cap_figure_get_row (figure, i), &gap))
        continue;
      if (widest.row == NULL || gap.width > widest.width)
        widest = gap;
      if (closest.row == NULL || gap.width < closest.width)
        closest = gap;
    }
  if (widest.row == NULL)
    {
      figure->reading = g_strdup (_("No two colleges voted in numbers that let them be told apart. Only the "
                                    "whole is shown, so that nobody is recognised."));
      return;
    }

  /* Translators: an objective; a college, the mean of its votes; another one, the mean of its votes */
  first = g_strdup_printf (_("The views differ the most on %1$s: %2$s gives %3$s, %4$s %5$s."),
                           widest.row->label, cap_figure_get_column (figure, widest.low),
                           cap_figure_row_get (widest.row, widest.low)->text,
                           cap_figure_get_column (figure, widest.high),
                           cap_figure_row_get (widest.row, widest.high)->text);
  /* Translators: the sentence before; an objective */
  figure->reading = closest.row == widest.row
                    ? g_steal_pointer (&first)
                    : g_strdup_printf (_("%1$s They are the closest on %2$s."), first, closest.row->label);
}

/* The colleges of which nothing is told apart. */
static char *
dup_note (const CapFigure *figure)
{
  g_autoptr(GString) list = g_string_new (NULL);

  for (guint i = 1; i < figure->columns->len; i++)
    {
      gboolean told = FALSE;

      for (guint j = 0; j < figure->rows->len; j++)
        told = told || cap_figure_row_get (cap_figure_get_row (figure, j), i)->value >= 0;
      if (!told)
        g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", cap_figure_get_column (figure, i));
    }
  if (list->len == 0)
    return NULL;

  /* Translators: names of colleges */
  return g_strdup_printf (_("Only within the whole, so that nobody is recognised: %s."), list->str);
}

static void
add_objective (CapFigure                *figure,
               const CapObjectiveResult *objective,
               const CapVotes           *votes,
               int                       minimum)
{
  g_autofree char *label = cap_figure_words_dup_objective (objective->objective);
  g_autoptr(GString) name = g_string_new (label);
  Voice voices[CAP_N_COLLEGES] = { { 0 } };
  Voice whole = { 0 };
  CapFigureRow *row;

  listen (objective, votes, voices, &whole);
  if (whole.n_votes == 0)
    return;

  row = cap_figure_add_row (figure, objective->objective->code, label);
  add_voice (row, &whole, _("everybody"), minimum, name);
  for (guint college = 0; college < CAP_N_COLLEGES; college++)
    {
      if (cap_votes_count_respondents (votes, (CapCollege) college) > 0)
        add_voice (row, &voices[college], cap_college_get_label ((CapCollege) college), minimum, name);
    }
  row->name = g_strdup (name->str);
}

/**
 * cap_figures_new_voices:
 *
 * Returns: (transfer full) (nullable): the mean of the votes on each objective:
 *   of everybody, then of each college, on the criteria where it may be told
 *   apart; %NULL when nobody voted
 */
CapFigure *
cap_figures_new_voices (const CapPhotograph *photograph,
                        const CapVotes      *votes)
{
  g_autoptr(CapFigure) figure = NULL;
  const CapFramework *framework;

  g_return_val_if_fail (photograph != NULL && votes != NULL, NULL);

  framework = photograph->framework;
  figure = cap_figure_new (CAP_FIGURE_VOICES, _("What each college says"),
                           framework->max_level - framework->min_level);
  for (int level = framework->min_level; level <= framework->max_level; level++)
    {
      g_autofree char *number = g_strdup_printf ("%d", level);

      cap_figure_add_step (figure, number);
    }
  cap_figure_add_column (figure, _("Everybody"));
  for (guint college = 0; college < CAP_N_COLLEGES; college++)
    {
      if (cap_votes_count_respondents (votes, (CapCollege) college) > 0)
        cap_figure_add_column (figure, cap_college_get_label ((CapCollege) college));
    }

  for (guint i = 0; i < photograph->themes->len; i++)
    {
      const CapThemeResult *theme = g_ptr_array_index (photograph->themes, i);

      for (guint j = 0; j < theme->objectives->len; j++)
        add_objective (figure, g_ptr_array_index (theme->objectives, j), votes, framework->min_level);
    }
  if (figure->rows->len == 0)
    return NULL;

  read_voices (figure);
  figure->note = dup_note (figure);

  return g_steal_pointer (&figure);
}
