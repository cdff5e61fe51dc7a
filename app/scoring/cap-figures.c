/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "scoring/cap-figures.h"

static void
add (GPtrArray *figures,
     CapFigure *figure)
{
  if (figure != NULL)
    g_ptr_array_add (figures, figure);
}

/**
 * cap_figures_list:
 * @dossier: a dossier
 * @evaluation: one of its evaluations
 * @photograph: its results
 * @comparison: (nullable): with the evaluation before
 *
 * Returns: (transfer full) (element-type CapFigure): what there is to show, in
 *   the order in which it is shown
 */
GPtrArray *
cap_figures_list (const CapDossier    *dossier,
                  const CapEvaluation *evaluation,
                  const CapPhotograph *photograph,
                  const CapComparison *comparison)
{
  g_autoptr(CapVotes) votes = NULL;
  GPtrArray *figures;

  g_return_val_if_fail (dossier != NULL && evaluation != NULL && photograph != NULL, NULL);

  votes = cap_votes_new (evaluation);
  figures = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_figure_unref);
  g_ptr_array_add (figures, cap_figures_new_emblem (photograph, comparison));
  g_ptr_array_add (figures, cap_figures_new_bars (photograph, comparison));
  g_ptr_array_add (figures, cap_figures_new_levels (photograph));
  add (figures, cap_figures_new_course (dossier, evaluation));
  g_ptr_array_add (figures, cap_figures_new_heat (photograph));
  add (figures, cap_figures_new_voices (photograph, votes));
  add (figures, cap_figures_new_own (photograph, comparison));

  return figures;
}
