/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "scoring/cap-photograph.h"

G_BEGIN_DECLS

char *cap_photograph_text_figure            (const CapScore           *score) G_GNUC_WARN_UNUSED_RESULT;
char *cap_photograph_text_coverage          (const CapScore           *score) G_GNUC_WARN_UNUSED_RESULT;
char *cap_photograph_text_not_applicable    (const CapScore           *score) G_GNUC_WARN_UNUSED_RESULT;
char *cap_photograph_text_facts             (const CapEvaluation      *evaluation) G_GNUC_WARN_UNUSED_RESULT;
char *cap_photograph_text_participants      (const CapEvaluation      *evaluation) G_GNUC_WARN_UNUSED_RESULT;
char *cap_photograph_text_exact             (const CapScore           *score) G_GNUC_WARN_UNUSED_RESULT;
char *cap_photograph_text_name              (const char               *label,
                                             const CapScore           *score) G_GNUC_WARN_UNUSED_RESULT;
char *cap_photograph_text_evolution         (const CapScore           *score,
                                             const CapScore           *before,
                                             const char               *date) G_GNUC_WARN_UNUSED_RESULT;
char *cap_photograph_text_acquired          (const CapObjectiveResult *result) G_GNUC_WARN_UNUSED_RESULT;

char *cap_photograph_text_explain_objective (const CapObjectiveResult *result,
                                             const CapFramework       *framework) G_GNUC_WARN_UNUSED_RESULT;
char *cap_photograph_text_explain_answers   (const CapObjectiveResult *result) G_GNUC_WARN_UNUSED_RESULT;
char *cap_photograph_text_explain_theme     (const CapThemeResult     *result) G_GNUC_WARN_UNUSED_RESULT;
char *cap_photograph_text_explain_whole     (const CapPhotograph      *photograph) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
