/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "scoring/cap-figures.h"

#include <glib/gi18n.h>

#include "scoring/cap-figure-words-private.h"

/* Levels go from 0 to 10, whatever the framework; then what has none. */
#define MAX_LEVELS 11

typedef struct
{
  guint levels[MAX_LEVELS]; /* from the lowest level of the framework */
  guint unanswered;
  guint not_applicable;
} Tally;

static void
tally_criterion (Tally                    *tally,
                 const CapFramework       *framework,
                 const CapCriterionResult *result)
{
  switch (result->state)
    {
    case CAP_CRITERION_ANSWERED:
      tally->levels[result->level - framework->min_level]++;
      break;

    case CAP_CRITERION_NOT_APPLICABLE:
      tally->not_applicable++;
      break;

    case CAP_CRITERION_UNANSWERED:
      tally->unanswered++;
      break;

    case CAP_CRITERION_OUT_OF_SCOPE:
    default:
      break;
    }
}

static void
tally_theme (Tally                *tally,
             const CapFramework   *framework,
             const CapThemeResult *theme)
{
  for (guint i = 0; i < theme->objectives->len; i++)
    {
      const CapObjectiveResult *objective = g_ptr_array_index (theme->objectives, i);

      for (guint j = 0; j < objective->criteria->len; j++)
        tally_criterion (tally, framework, g_ptr_array_index (objective->criteria, j));
    }
}

static void
add_count (const CapFigure *figure,
           CapFigureRow    *row,
           guint            count,
           GString         *name)
{
  const char *column = cap_figure_get_column (figure, row->cells->len);
  g_autofree char *text = g_strdup_printf ("%u", count);

  cap_figure_row_add (row, count, text);
  if (count > 0)
    /* Translators: a level (“3 Mis en œuvre”), how many criteria are there */
    g_string_append_printf (name, _(" · %1$s: %2$u"), column, count);
}

static void
add_tally (CapFigure          *figure,
           const char         *code,
           const char         *label,
           const CapFramework *framework,
           const Tally        *tally)
{
  CapFigureRow *row = cap_figure_add_row (figure, code, label);
  g_autoptr(GString) name = g_string_new (label);

  row->flags = code == NULL ? CAP_FIGURE_WHOLE : CAP_FIGURE_PLAIN;
  for (guint i = 0; i < framework->levels->len; i++)
    add_count (figure, row, tally->levels[i], name);
  add_count (figure, row, tally->unanswered, name);
  add_count (figure, row, tally->not_applicable, name);
  row->name = g_strdup (name->str);
}

static char *
dup_level (const CapLevel *level)
{
  return g_strdup_printf ("%d\u00A0%s", level->number, level->label);
}

static void
add_scale (CapFigure          *figure,
           const CapFramework *framework)
{
  for (guint i = 0; i < framework->levels->len; i++)
    {
      g_autofree char *level = dup_level (g_ptr_array_index (framework->levels, i));

      cap_figure_add_step (figure, level);
    }
}

/* How many are held from the level that the core asks for, and which level is the most frequent. */
static void
read_levels (CapFigure          *figure,
             const CapFramework *framework,
             const Tally        *whole)
{
  const guint minimum = (guint) (framework->rules.core_minimum - framework->min_level);
  guint total = 0;
  guint high = 0;
  guint mode = 0;
  g_autofree char *level = NULL;
  g_autofree char *first = NULL;

  for (guint i = 0; i < framework->levels->len; i++)
    {
      total += whole->levels[i];
      high += i >= minimum ? whole->levels[i] : 0;
      if (whole->levels[i] > whole->levels[mode])
        mode = i;
    }
  if (total == 0)
    {
      figure->reading = g_strdup (_("No criterion has a level yet."));
      return;
    }

  level = dup_level (g_ptr_array_index (framework->levels, mode));
  /* Translators: how many criteria, which decides on the form, out of how many, a level */
  first = g_strdup_printf (ngettext ("%1$u criterion out of %2$u is at level %3$d or more.",
                                     "%1$u criteria out of %2$u are at level %3$d or more.", high),
                           high, total, framework->rules.core_minimum);
  /* Translators: the sentence before, a level and its name, how many criteria are there */
  figure->reading = g_strdup_printf (_("%1$s The most frequent level is %2$s (%3$u)."), first, level,
                                     whole->levels[mode]);
}

/**
 * cap_figures_new_levels:
 *
 * Returns: (transfer full): how many criteria are at each level, in all and in
 *   each theme of the network
 */
CapFigure *
cap_figures_new_levels (const CapPhotograph *photograph)
{
  const CapFramework *framework;
  CapFigure *figure;
  Tally whole = { 0 };

  g_return_val_if_fail (photograph != NULL, NULL);

  framework = photograph->framework;
  figure = cap_figure_new (CAP_FIGURE_LEVELS, _("The criteria at each level"),
                           photograph->score.coverage.applicable);
  for (guint i = 0; i < framework->levels->len; i++)
    {
      g_autofree char *level = dup_level (g_ptr_array_index (framework->levels, i));

      cap_figure_add_column (figure, level);
    }
  cap_figure_add_column (figure, _("Not answered"));
  cap_figure_add_column (figure, _("Not concerned"));

  for (guint i = 0; i < photograph->themes->len; i++)
    tally_theme (&whole, framework, g_ptr_array_index (photograph->themes, i));
  add_tally (figure, NULL, _("The whole"), framework, &whole);
  for (guint i = 0; i < photograph->themes->len; i++)
    {
      const CapThemeResult *theme = g_ptr_array_index (photograph->themes, i);
      Tally tally = { 0 };

      tally_theme (&tally, framework, theme);
      add_tally (figure, theme->theme->code, theme->theme->label, framework, &tally);
    }
  read_levels (figure, framework, &whole);

  return figure;
}

static void
add_heat (CapFigure                *figure,
          const CapFramework       *framework,
          const CapObjectiveResult *objective,
          const CapCriterionResult *result)
{
  g_autofree char *label = g_strdup_printf ("%s\u2002%s", result->criterion->code, result->criterion->label);
  g_autofree char *text = NULL;
  g_autofree char *brief = NULL;
  CapFigureRow *row;

  if (result->state == CAP_CRITERION_OUT_OF_SCOPE)
    return;

  row = cap_figure_add_row (figure, result->criterion->code, label);
  row->group = cap_figure_words_dup_objective (objective->objective);
  row->flags = result->core ? CAP_FIGURE_CORE : CAP_FIGURE_PLAIN;
  if (result->state == CAP_CRITERION_ANSWERED)
    {
      text = dup_level (cap_framework_get_level (framework, result->level));
      brief = g_strdup_printf ("%d", result->level);
      cap_figure_row_add_brief (row, result->level - framework->min_level, text, brief);
    }
  else
    {
      gboolean concerned = result->state != CAP_CRITERION_NOT_APPLICABLE;

      text = g_strdup (concerned ? _("Not answered") : _("Not concerned"));
      cap_figure_row_add_brief (row, CAP_FIGURE_NONE, text, concerned ? "?" : C_("level", "n/a"));
    }
  cap_figure_row_add (row, CAP_FIGURE_NONE, result->core ? _("core") : "");
  /* Translators: a criterion, its level */
  row->name = result->core ? g_strdup_printf (_("%1$s (core): %2$s"), label, text)
                           : g_strdup_printf (_("%1$s: %2$s"), label, text);
}

static guint
count_low (const CapObjectiveResult *objective,
           int                       minimum)
{
  guint count = 0;

  for (guint i = 0; i < objective->criteria->len; i++)
    {
      const CapCriterionResult *result = g_ptr_array_index (objective->criteria, i);

      count += result->state == CAP_CRITERION_ANSWERED && result->level < minimum;
    }

  return count;
}

/* Returns: (nullable): the objective with the most criteria under @minimum, the first one on ties */
static const CapObjectiveResult *
find_lowest (const CapPhotograph *photograph,
             int                  minimum,
             guint               *n_low)
{
  const CapObjectiveResult *lowest = NULL;

  *n_low = 0;
  for (guint i = 0; i < photograph->themes->len; i++)
    {
      const CapThemeResult *theme = g_ptr_array_index (photograph->themes, i);

      for (guint j = 0; j < theme->objectives->len; j++)
        {
          const guint count = count_low (g_ptr_array_index (theme->objectives, j), minimum);

          if (count <= *n_low)
            continue;
          lowest = g_ptr_array_index (theme->objectives, j);
          *n_low = count;
        }
    }

  return lowest;
}

static void
read_heat (CapFigure           *figure,
           const CapPhotograph *photograph)
{
  const int minimum = photograph->framework->rules.core_minimum;
  const guint n_core = photograph->core_below->len;
  guint n_low;
  const CapObjectiveResult *lowest = find_lowest (photograph, minimum, &n_low);
  g_autofree char *label = lowest != NULL ? cap_figure_words_dup_objective (lowest->objective) : NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (lowest != NULL)
    /* Translators: an objective, how many criteria, which decides on the form, a level */
    first = g_strdup_printf (ngettext ("The lowest levels are in %1$s: %2$u criterion below level %3$d.",
                                       "The lowest levels are in %1$s: %2$u criteria below level %3$d.",
                                       n_low),
                             label, n_low, minimum);
  else
    /* Translators: a level */
    first = g_strdup_printf (_("No criterion answered is below level %d."), minimum);

  if (n_core > 0)
    /* Translators: how many core criteria, which decides on the form, a level */
    second = g_strdup_printf (ngettext ("%1$u core criterion is below level %2$d: it comes first.",
                                        "%1$u core criteria are below level %2$d: they come first.", n_core),
                              n_core, minimum);
  else
    /* Translators: a level */
    second = g_strdup_printf (_("No core criterion answered is below level %d."), minimum);

  figure->reading = g_strdup_printf ("%s %s", first, second);
}

/**
 * cap_figures_new_heat:
 *
 * Returns: (transfer full): the level of each criterion of the network in
 *   scope, objective by objective
 */
CapFigure *
cap_figures_new_heat (const CapPhotograph *photograph)
{
  const CapFramework *framework;
  CapFigure *figure;

  g_return_val_if_fail (photograph != NULL, NULL);

  framework = photograph->framework;
  figure = cap_figure_new (CAP_FIGURE_HEAT, _("Each criterion and its level"),
                           framework->max_level - framework->min_level);
  add_scale (figure, framework);
  cap_figure_add_column (figure, _("Level"));
  cap_figure_add_column (figure, _("Core"));
  for (guint i = 0; i < photograph->themes->len; i++)
    {
      const CapThemeResult *theme = g_ptr_array_index (photograph->themes, i);

      for (guint j = 0; j < theme->objectives->len; j++)
        {
          const CapObjectiveResult *objective = g_ptr_array_index (theme->objectives, j);

          for (guint k = 0; k < objective->criteria->len; k++)
            add_heat (figure, framework, objective, g_ptr_array_index (objective->criteria, k));
        }
    }
  read_heat (figure, photograph);

  return figure;
}
