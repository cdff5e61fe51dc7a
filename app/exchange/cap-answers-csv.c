/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/cap-answers-csv.h"

#include <glib/gi18n.h>

#include "exchange/cap-csv-columns-private.h"
#include "exchange/cap-csv-criterion-private.h"
#include "scoring/cap-scope.h"

enum { COL_CRITERION, COL_LEVEL, COL_COMMENT, COL_REASON, N_COLS };

static const CapCsvColumn columns[N_COLS] = {
  [COL_CRITERION] = { "criterion", "critere|code", TRUE },
  [COL_LEVEL] = { "level", "niveau", TRUE },
  [COL_COMMENT] = { "comment", "commentaire|commentaires", FALSE },
  [COL_REASON] = { "reason", "motif|raison", FALSE },
};

/* What the reading of the rows needs and fills. */
typedef struct
{
  const CapDossier    *dossier;
  const CapEvaluation *evaluation;
  CapCommand          *command;
  GPtrArray           *faults;
  GHashTable          *lines; /* criterion → line where it was answered */
  int                  indexes[N_COLS];
} Import;

/* The row over what was answered before: the evidence stays, and the comment when the row has none. */
static CapAnswer *
merge_answer (const Import    *import,
              const CapCsvRow *row,
              const CapAnswer *given)
{
  g_autofree char *comment = cap_csv_columns_dup_cell (row, import->indexes[COL_COMMENT]);
  g_autofree char *reason = cap_csv_columns_dup_cell (row, import->indexes[COL_REASON]);
  CapAnswer *answer = cap_evaluation_dup_answer (import->evaluation, given->criterion);

  switch (given->state)
    {
    case CAP_ANSWER_RATED:
      cap_answer_rate (answer, given->level);
      break;

    case CAP_ANSWER_NOT_APPLICABLE:
      cap_answer_set_not_applicable (answer, reason != NULL ? reason : "");
      break;

    case CAP_ANSWER_UNANSWERED:
    default:
      cap_answer_clear (answer);
      break;
    }

  if (comment != NULL)
    cap_answer_set_comment (answer, comment);

  return answer;
}

static gboolean
check_first (Import     *import,
             const char *code,
             guint       line)
{
  guint before = GPOINTER_TO_UINT (g_hash_table_lookup (import->lines, code));
  g_autofree char *sentence = NULL;

  if (before == 0)
    {
      g_hash_table_insert (import->lines, g_strdup (code), GUINT_TO_POINTER (line));
      return TRUE;
    }

  /* Translators: %1$s is the code of a criterion, %2$u the number of a line */
  sentence = g_strdup_printf (_("%1$s is already answered on line %2$u"), code, before);
  cap_csv_columns_add_fault (import->faults, line, sentence);

  return FALSE;
}

static void
import_row (Import          *import,
            const CapCsvRow *row)
{
  g_autofree char *code = cap_csv_dup_criterion (import->evaluation->framework, row,
                                                 import->indexes[COL_CRITERION]);
  g_autofree char *level = cap_csv_columns_dup_cell (row, import->indexes[COL_LEVEL]);
  g_autoptr(CapAnswer) given = NULL;
  g_autoptr(CapAnswer) answer = NULL;
  g_autoptr(GError) error = NULL;

  if (code == NULL)
    {
      cap_csv_columns_add_fault (import->faults, row->line, _("the code of the criterion is missing"));
      return;
    }

  if (!check_first (import, code, row->line))
    return;

  if (level == NULL)
    {
      cap_csv_columns_add_fault (import->faults, row->line,
                                 _("the level is missing: a number, na or none"));
      return;
    }

  given = cap_scope_parse_answer (import->evaluation->framework, code, level, &error);
  if (given != NULL)
    answer = merge_answer (import, row, given);

  if (answer == NULL || !cap_scope_check_answer (import->evaluation, import->dossier->member, answer, &error))
    cap_csv_columns_add_fault (import->faults, row->line, error->message);
  else
    cap_command_put_answer (import->command, import->evaluation->id, answer);
}

/**
 * cap_answers_csv_read:
 * @source: a CSV file: criterion, level, comment, reason
 * @name: its name, for the journal
 * @dossier: what the answers go into: its evaluation in course
 * @faults: (out) (transfer full) (element-type utf8): every fault, with its line,
 *   in the user’s language
 *
 * An answer keeps its evidence; its comment too, when the file gives none.
 *
 * Returns: (transfer full) (nullable): the gesture; %NULL when there is a fault:
 *   all rows, or none
 */
CapCommand *
cap_answers_csv_read (GBytes            *source,
                      const char        *name,
                      const CapDossier  *dossier,
                      GPtrArray        **faults)
{
  g_autoptr(CapCommand) command = cap_command_new (CAP_GESTURE_IMPORT, name);
  g_autoptr(GHashTable) lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GPtrArray) rows = NULL;
  Import import = { dossier, NULL, command, NULL, lines, { 0 } };
  gboolean whole;

  g_return_val_if_fail (source != NULL && name != NULL && dossier != NULL && faults != NULL, NULL);

  *faults = g_ptr_array_new_with_free_func (g_free);
  import.evaluation = cap_dossier_get_current (dossier);
  import.faults = *faults;
  rows = cap_csv_columns_read (source, columns, N_COLS, import.indexes, *faults);

  /* Without its columns a row says nothing. */
  whole = import.indexes[COL_CRITERION] >= 0 && import.indexes[COL_LEVEL] >= 0;
  for (guint i = 1; i < rows->len && whole; i++)
    import_row (&import, g_ptr_array_index (rows, i));

  return (*faults)->len == 0 ? g_steal_pointer (&command) : NULL;
}
