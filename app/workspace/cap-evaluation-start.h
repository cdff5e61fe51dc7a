/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-adaptation.h"
#include "model/cap-command.h"
#include "model/cap-dossier.h"
#include "scoring/cap-carry.h"

G_BEGIN_DECLS

/**
 * CapEvaluationStart:
 * @framework: the version it will be bound to, as the structure adapted it
 * @mode: the mode
 * @path: the path
 * @carry: (nullable): what the last evaluation about the same framework gives;
 *   %NULL when there is none
 * @dropped: (element-type utf8): codes whose own label finds no place in this
 *   version
 *
 * A new evaluation before it starts: what it would be made of, for people to
 * see first.
 */
typedef struct
{
  CapFramework *framework;
  CapMode       mode;
  CapPath       path;
  CapCarry     *carry;
  GPtrArray    *dropped;
} CapEvaluationStart;

gboolean            cap_evaluation_check_closing (const CapDossier          *dossier,
                                                  GError                   **error);
CapEvaluationStart *cap_evaluation_start_new     (const CapDossier          *dossier,
                                                  CapFramework              *framework,
                                                  CapMode                    mode,
                                                  CapPath                    path,
                                                  GError                   **error)
                                                  G_GNUC_WARN_UNUSED_RESULT;
void                cap_evaluation_start_free    (CapEvaluationStart        *self);
CapCommand         *cap_evaluation_start_command (const CapEvaluationStart  *self,
                                                  guint                      number,
                                                  const char                *date,
                                                  gboolean                   carry)
                                                  G_GNUC_WARN_UNUSED_RESULT;
/* Takes an express evaluation on to the full path: its answers stay. */
CapCommand         *cap_evaluation_extend_command (const CapEvaluation *evaluation) G_GNUC_WARN_UNUSED_RESULT;
/* Binds an evaluation to what the structure changed; answers to what it took away are emptied. */
CapCommand         *cap_evaluation_adapt_command (const CapEvaluation       *evaluation,
                                                  const CapAdaptation       *adaptation,
                                                  GError                   **error)
                                                  G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapEvaluationStart, cap_evaluation_start_free)

G_END_DECLS
