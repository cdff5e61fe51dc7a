/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-dossier.h"
#include "model/cap-figure.h"
#include "scoring/cap-comparison.h"
#include "scoring/cap-votes.h"

G_BEGIN_DECLS

/* The figures of a photograph, each with its title, its numbers and two sentences written from them. */

CapFigure *cap_figures_new_emblem    (const CapPhotograph *photograph,
                                      const CapComparison *comparison) G_GNUC_WARN_UNUSED_RESULT;
CapFigure *cap_figures_new_bars      (const CapPhotograph *photograph,
                                      const CapComparison *comparison) G_GNUC_WARN_UNUSED_RESULT;
CapFigure *cap_figures_new_own       (const CapPhotograph *photograph,
                                      const CapComparison *comparison) G_GNUC_WARN_UNUSED_RESULT;
CapFigure *cap_figures_new_levels    (const CapPhotograph *photograph) G_GNUC_WARN_UNUSED_RESULT;
CapFigure *cap_figures_new_heat      (const CapPhotograph *photograph) G_GNUC_WARN_UNUSED_RESULT;
CapFigure *cap_figures_new_voices    (const CapPhotograph *photograph,
                                      const CapVotes      *votes) G_GNUC_WARN_UNUSED_RESULT;
CapFigure *cap_figures_new_course    (const CapDossier    *dossier,
                                      const CapEvaluation *evaluation) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray *cap_figures_list_objectives (const CapPhotograph *photograph) G_GNUC_WARN_UNUSED_RESULT;

/* All of them that have something to show. Returns: (transfer full) (element-type CapFigure) */
GPtrArray *cap_figures_list          (const CapDossier    *dossier,
                                      const CapEvaluation *evaluation,
                                      const CapPhotograph *photograph,
                                      const CapComparison *comparison) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
