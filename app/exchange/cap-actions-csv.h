/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/cap-csv.h"
#include "model/cap-action-field.h"
#include "model/cap-command.h"

G_BEGIN_DECLS

#define CAP_ACTIONS_NO_COLUMN (-1)

/**
 * CapActionsCsv:
 * @name: of the file, for the journal
 * @rows: (element-type CapCsvRow): the header first
 * @columns: by #CapActionField: the column that it was found in, or
 *   %CAP_ACTIONS_NO_COLUMN
 *
 * A list of actions that people keep in a spreadsheet. Which columns say what
 * is guessed from their names, in French or in English; people may say better.
 * Never changed once it is read: threads share it.
 */
typedef struct
{
  char      *name;
  GPtrArray *rows;
  int        columns[CAP_N_ACTION_FIELDS];
} CapActionsCsv;

/**
 * CapActionsPreview:
 * @actions: (element-type CapAction): the actions of the rows, in their order,
 *   as they would be
 * @faults: (element-type utf8): all of them, with their line, in the user’s language
 * @n_added: actions that would enter the plan
 * @n_changed: actions of the plan that would change
 * @n_same: actions of the plan that are so already
 * @command: (nullable): the gesture; %NULL when there is a fault: all rows, or none
 *
 * What an import would do.
 */
typedef struct
{
  GPtrArray  *actions;
  GPtrArray  *faults;
  guint       n_added;
  guint       n_changed;
  guint       n_same;
  CapCommand *command;
} CapActionsPreview;

CapActionsCsv     *cap_actions_csv_new           (GBytes              *source,
                                                  const char          *name,
                                                  GPtrArray          **faults) G_GNUC_WARN_UNUSED_RESULT;
CapActionsCsv     *cap_actions_csv_ref           (CapActionsCsv       *self);
void               cap_actions_csv_unref         (CapActionsCsv       *self);
const CapCsvRow   *cap_actions_csv_get_header    (const CapActionsCsv *self);
/* What files with the same columns share: to remember what people said of them. */
char              *cap_actions_csv_dup_signature (const CapActionsCsv *self) G_GNUC_WARN_UNUSED_RESULT;

/* What an import says about the day it had its last news is never read: it is the day of the import. */
gboolean           cap_actions_csv_reads         (CapActionField       field);
CapActionsPreview *cap_actions_csv_preview       (const CapActionsCsv *self,
                                                  const int           *columns,
                                                  const CapDossier    *dossier,
                                                  const char          *today) G_GNUC_WARN_UNUSED_RESULT;
void               cap_actions_preview_free      (CapActionsPreview   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapActionsCsv, cap_actions_csv_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapActionsPreview, cap_actions_preview_free)

G_END_DECLS
