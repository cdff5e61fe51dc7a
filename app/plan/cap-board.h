/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-dossier.h"
#include "scoring/cap-comparison.h"

G_BEGIN_DECLS

/**
 * CapBoard:
 * @summary: the whole, in two or three sentences
 * @strong: (array zero-terminated=1): what is strong
 * @mend: (array zero-terminated=1): what to mend first
 * @asked: (array zero-terminated=1): what is asked of the board
 *
 * The photograph in one page of plain words, for the *conseil d’administration*:
 * the same figures as everywhere else.
 */
typedef struct
{
  char  *summary;
  GStrv  strong;
  GStrv  mend;
  GStrv  asked;
} CapBoard;

/**
 * cap_board_new:
 * @comparison: (nullable): with the evaluation before
 * @proposals: (element-type CapProposal): what could enter the plan, best first
 * @today: ISO 8601
 */
CapBoard *cap_board_new  (const CapDossier    *dossier,
                          const CapPhotograph *photograph,
                          const CapComparison *comparison,
                          const GPtrArray     *proposals,
                          const char          *today) G_GNUC_WARN_UNUSED_RESULT;
void      cap_board_free (CapBoard            *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapBoard, cap_board_free)

G_END_DECLS
