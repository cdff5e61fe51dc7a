/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-action-field.h"
#include "model/cap-dossier.h"

G_BEGIN_DECLS

/* What is wrong with a row. */
typedef struct
{
  guint  line;
  char  *sentence;
} CapActionCellFault;

/**
 * CapActionCells:
 * @today: ISO 8601
 * @faults: (element-type CapActionCellFault): where faults go
 * @line: of the row that is read
 *
 * What the reading of cells needs.
 */
typedef struct
{
  const CapDossier *dossier;
  const char       *today;
  GPtrArray        *faults;
  guint             line;
} CapActionCells;

void cap_action_cells_read      (const CapActionCells *self,
                                 CapAction            *action,
                                 CapActionField        field,
                                 const char           *text);
void cap_action_cells_add_fault (const CapActionCells *self,
                                 CapActionField        field,
                                 const char           *sentence);
void cap_action_cell_fault_free (CapActionCellFault   *self);

G_END_DECLS
