/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "scoring/cap-figures.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "scoring/cap-figure-words-private.h"
#include "scoring/cap-photograph-text.h"

/* Keeps in @only what @other has too. */
static void
intersect (GHashTable *only,
           GHashTable *other)
{
  GHashTableIter iter;
  gpointer code;

  g_hash_table_iter_init (&iter, only);
  while (g_hash_table_iter_next (&iter, &code, NULL))
    {
      if (!g_hash_table_contains (other, code))
        g_hash_table_iter_remove (&iter);
    }
}

/* Those about the same framework before @evaluation, oldest first, beside it. */
static GPtrArray *
list_comparisons (const CapDossier    *dossier,
                  const CapEvaluation *evaluation)
{
  GPtrArray *comparisons = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_comparison_free);

  for (guint i = 0; i < dossier->evaluations->len; i++)
    {
      const CapEvaluation *other = g_ptr_array_index (dossier->evaluations, i);

      if (other == evaluation)
        break;
      if (g_strcmp0 (other->framework->id, evaluation->framework->id) == 0)
        g_ptr_array_add (comparisons, cap_comparison_new (evaluation, other, dossier->member));
    }

  return comparisons;
}

static void
add_row (CapFigure  *figure,
         GPtrArray  *photographs,
         const char *code,
         const char *label)
{
  CapFigureRow *row = cap_figure_add_row (figure, code, label);
  g_autoptr(GString) name = g_string_new (label);

  row->flags = code == NULL ? CAP_FIGURE_WHOLE : CAP_FIGURE_PLAIN;
  for (guint i = 0; i < photographs->len; i++)
    {
      const CapScore *score = cap_photograph_find_score (g_ptr_array_index (photographs, i), code);
      g_autofree char *text = cap_photograph_text_figure (score);

      cap_figure_row_add (row, score->exact == NULL ? CAP_FIGURE_NONE : score->percent, text);
      /* Translators: a month (“June 2024”), the score at that time */
      g_string_append_printf (name, _(" · %1$s: %2$s"), cap_figure_get_column (figure, i), text);
    }
  row->name = g_strdup (name->str);
}

static void
read_course (CapFigure *figure,
             gboolean   whole)
{
  const guint last = figure->columns->len - 1;
  const CapFigureRow *all = cap_figure_get_row (figure, 0);
  const char *since = cap_figure_get_column (figure, 0);
  g_autofree char *change = cap_figure_words_dup_change (figure, NULL, last, 0, since);
  g_autofree char *first = NULL;

  if (change == NULL)
    return;

  /* Translators: a month, the overall score at that time, another month, the overall score at that time */
  first = g_strdup_printf (whole ? _("From %1$s to %3$s, the whole goes from %2$s to %4$s.")
                           : _("On the criteria that all of them share, the whole goes from %2$s (%1$s) to"
                               " %4$s (%3$s)."),
                           cap_figure_get_column (figure, 0), cap_figure_row_get (all, 0)->text,
                           cap_figure_get_column (figure, last), cap_figure_row_get (all, last)->text);
  figure->reading = g_strdup_printf ("%s %s", first, change);
}

/* The photographs of the criteria that all of them share, the one of @evaluation last. */
static GPtrArray *
list_photographs (const CapDossier    *dossier,
                  const CapEvaluation *evaluation,
                  const GPtrArray     *comparisons)
{
  GPtrArray *photographs = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_photograph_unref);
  GHashTable *only = ((const CapComparison *) g_ptr_array_index (comparisons, 0))->only;

  for (guint i = 1; i < comparisons->len; i++)
    intersect (only, ((const CapComparison *) g_ptr_array_index (comparisons, i))->only);
  for (guint i = 0; i < comparisons->len; i++)
    {
      const CapComparison *comparison = g_ptr_array_index (comparisons, i);

      g_ptr_array_add (photographs, cap_photograph_new_of (comparison->then, dossier->member, only));
    }
  g_ptr_array_add (photographs, cap_photograph_new_of (evaluation, dossier->member, only));

  return photographs;
}

/**
 * cap_figures_new_course:
 * @dossier: a dossier
 * @evaluation: one of its evaluations
 *
 * Returns: (transfer full) (nullable): the scores of the whole and of the themes
 *   from the first evaluation about the same framework to @evaluation, on the
 *   criteria that all of them share; %NULL when there is none before, or nothing
 *   to compare
 */
CapFigure *
cap_figures_new_course (const CapDossier    *dossier,
                        const CapEvaluation *evaluation)
{
  g_autoptr(GPtrArray) comparisons = NULL;
  g_autoptr(GPtrArray) photographs = NULL;
  g_autofree char *month = NULL;
  const CapPhotograph *now;
  g_autoptr(CapFigure) figure = NULL;
  gboolean whole = TRUE;

  g_return_val_if_fail (dossier != NULL && evaluation != NULL, NULL);

  comparisons = list_comparisons (dossier, evaluation);
  if (comparisons->len == 0)
    return NULL;

  figure = cap_figure_new (CAP_FIGURE_COURSE, _("From one evaluation to the next"), 100);
  for (guint i = 0; i < comparisons->len; i++)
    {
      const CapComparison *comparison = g_ptr_array_index (comparisons, i);
      g_autofree char *then = cap_date_format_month (comparison->date);

      whole = whole && comparison->whole;
      cap_figure_add_column (figure, then);
    }
  month = cap_date_format_month (evaluation->date);
  cap_figure_add_column (figure, month);

  photographs = list_photographs (dossier, evaluation, comparisons);
  now = g_ptr_array_index (photographs, photographs->len - 1);
  add_row (figure, photographs, NULL, _("The whole"));
  for (guint i = 0; i < now->themes->len; i++)
    {
      const CapTheme *theme = ((const CapThemeResult *) g_ptr_array_index (now->themes, i))->theme;

      add_row (figure, photographs, theme->code, theme->label);
    }
  read_course (figure, whole);
  if (figure->reading == NULL)
    return NULL;

  return g_steal_pointer (&figure);
}
