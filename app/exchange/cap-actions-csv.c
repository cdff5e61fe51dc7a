/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/cap-actions-csv.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-text.h"
#include "exchange/cap-action-cells-private.h"
#include "exchange/cap-action-words-private.h"
#include "exchange/cap-csv-columns-private.h"
#include "exchange/cap-plan-fields-private.h"
#include "plan/cap-action-rules.h"

#define MAX_NUMBER 9999999
#define MAX_TITLE_ROWS 10 /* that people put above the names of the columns */

/* What is read of a row. */
typedef struct
{
  guint            line;
  CapAction       *action;
  const CapAction *before; /* NULL when it is new */
  char            *after;  /* the cell, or NULL */
} Entry;

/* What the reading of the rows needs and fills. */
typedef struct
{
  CapActionCells  cells;
  const int      *columns;
  CapPlanFields   fields;
  GHashTable     *numbers; /* of the plan: number → CapAction */
  GHashTable     *rows;    /* of the file: number → Entry */
  GPtrArray      *entries; /* (element-type Entry) */
  GPtrArray      *plan;    /* (element-type CapAction): as it would be */
} Import;

static void
entry_free (Entry *self)
{
  cap_action_free (self->action);
  g_free (self->after);
  g_free (self);
}

static gboolean
is_field (const CapCsvRow *row,
          CapActionField   field)
{
  for (guint i = 0; i < row->n_fields; i++)
    {
      g_autofree char *folded = cap_text_fold (row->fields[i]);

      if (cap_action_words_match_field (field, folded) == 2)
        return TRUE;
    }

  return FALSE;
}

/* People write a title above their table: what names the actions and something else is the header. */
static void
drop_title_rows (GPtrArray *rows)
{
  for (guint i = 1; i < rows->len && i <= MAX_TITLE_ROWS; i++)
    {
      const CapCsvRow *row = g_ptr_array_index (rows, i);
      gboolean is_header = is_field (row, CAP_FIELD_TITLE) &&
                           (is_field (row, CAP_FIELD_DUE) || is_field (row, CAP_FIELD_OWNER) ||
                            is_field (row, CAP_FIELD_STATE));

      if (is_field (g_ptr_array_index (rows, 0), CAP_FIELD_TITLE))
        return;

      if (is_header)
        {
          g_ptr_array_remove_range (rows, 0, i);
          return;
        }
    }
}

static void
guess_columns (CapActionsCsv *self)
{
  const CapCsvRow *header = cap_actions_csv_get_header (self);
  g_autofree gboolean *taken = g_new0 (gboolean, header->n_fields);

  for (guint i = 0; i < CAP_N_ACTION_FIELDS; i++)
    self->columns[i] = CAP_ACTIONS_NO_COLUMN;

  for (guint quality = 2; quality > 0; quality--)
    {
      for (guint i = 0; i < CAP_N_ACTION_FIELDS; i++)
        {
          for (guint j = 0; j < header->n_fields && self->columns[i] == CAP_ACTIONS_NO_COLUMN; j++)
            {
              g_autofree char *folded = cap_text_fold (header->fields[j]);

              if (taken[j] || !cap_actions_csv_reads ((CapActionField) i) ||
                  cap_action_words_match_field ((CapActionField) i, folded) != quality)
                continue;

              self->columns[i] = (int) j;
              taken[j] = TRUE;
            }
        }
    }
}

/**
 * cap_actions_csv_new:
 * @source: a CSV file
 * @name: its name, for the journal
 * @faults: (out) (transfer full) (element-type utf8): what is wrong with it as a
 *   file, in the user’s language
 *
 * Returns: (transfer full) (nullable): what it holds; %NULL when there is a fault
 */
CapActionsCsv *
cap_actions_csv_new (GBytes      *source,
                     const char  *name,
                     GPtrArray  **faults)
{
  g_autoptr(GPtrArray) rows = NULL;
  CapActionsCsv *self;

  g_return_val_if_fail (source != NULL && name != NULL && faults != NULL, NULL);

  *faults = g_ptr_array_new_with_free_func (g_free);
  rows = cap_csv_columns_read (source, NULL, 0, NULL, *faults);
  if ((*faults)->len > 0)
    return NULL;

  drop_title_rows (rows);
  self = g_atomic_rc_box_new0 (CapActionsCsv);
  self->name = g_strdup (name);
  self->rows = g_steal_pointer (&rows);
  guess_columns (self);

  return self;
}

CapActionsCsv *
cap_actions_csv_ref (CapActionsCsv *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  CapActionsCsv *self = data;

  g_free (self->name);
  g_ptr_array_unref (self->rows);
}

void
cap_actions_csv_unref (CapActionsCsv *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

const CapCsvRow *
cap_actions_csv_get_header (const CapActionsCsv *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_ptr_array_index (self->rows, 0);
}

char *
cap_actions_csv_dup_signature (const CapActionsCsv *self)
{
  g_autofree char *joined = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  joined = g_strjoinv ("\n", cap_actions_csv_get_header (self)->fields);

  return cap_text_fold (joined);
}

gboolean
cap_actions_csv_reads (CapActionField field)
{
  return field != CAP_FIELD_NEWS;
}

static char *
dup_cell (const Import    *import,
          const CapCsvRow *row,
          CapActionField   field)
{
  g_autofree char *cell = cap_csv_columns_dup_cell (row, import->columns[field]);
  g_autoptr(GString) text = cell != NULL ? g_string_new (cell) : NULL;

  if (text == NULL)
    return NULL;

  g_string_replace (text, "\r\n", "\n", 0);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Whether the cell is what plan.csv says of the action already. */
static gboolean
says_the_same (const Import    *import,
               const CapAction *before,
               CapActionField   field,
               const char      *text)
{
  g_autofree char *own = before != NULL ? cap_plan_fields_dup_text (&import->fields, before, field) : NULL;

  return own != NULL && g_str_equal (g_strstrip (own), text != NULL ? text : "");
}

/* Whether the row has a number that may be its own; 0 when it has none. */
static gboolean
read_number (Import          *import,
             const CapCsvRow *row,
             guint           *number)
{
  g_autofree char *text = dup_cell (import, row, CAP_FIELD_NUMBER);
  g_autofree char *sentence = NULL;
  const Entry *other;
  guint64 value = 0;

  if (text != NULL && !g_ascii_string_to_unsigned (text, 10, 1, MAX_NUMBER, &value, NULL))
    {
      /* Translators: %s is what was written */
      sentence = g_strdup_printf (_("“%s” is not a number"), text);
      cap_action_cells_add_fault (&import->cells, CAP_FIELD_NUMBER, sentence);
      return FALSE;
    }

  *number = (guint) value;
  other = g_hash_table_lookup (import->rows, GUINT_TO_POINTER (*number));
  if (*number == 0 || other == NULL)
    return TRUE;

  /* Translators: %1$u is the number of an action, %2$u the number of a line */
  sentence = g_strdup_printf (_("action %1$u is already on line %2$u"), *number, other->line);
  cap_action_cells_add_fault (&import->cells, CAP_FIELD_NUMBER, sentence);

  return FALSE;
}

/* What nobody checked is done, not verified: its effect is still to be seen. Abandoned without a reason:
 * that it came so is the reason. */
static void
settle_closing (CapAction *action)
{
  gboolean has_evidence = action->check_evidence != NULL;

  if (action->state == CAP_ACTION_VERIFIED && action->verdict != CAP_VERDICT_INEFFECTIVE &&
      (action->verdict == CAP_VERDICT_NONE || !has_evidence))
    action->state = CAP_ACTION_DONE;

  if (action->state == CAP_ACTION_ABANDONED && action->reason == NULL)
    action->reason = g_strdup (_("Abandoned before the import"));
}

static void
read_row (Import          *import,
          const CapCsvRow *row)
{
  Entry *entry;
  guint number;

  import->cells.line = row->line;
  if (!read_number (import, row, &number))
    return;

  entry = g_new0 (Entry, 1);
  entry->line = row->line;
  entry->before = g_hash_table_lookup (import->numbers, GUINT_TO_POINTER (number));
  entry->action = entry->before != NULL ? cap_action_copy (entry->before) : cap_action_new (NULL, "");
  entry->action->number = number;
  g_ptr_array_add (import->entries, entry);
  if (number != 0)
    g_hash_table_insert (import->rows, GUINT_TO_POINTER (number), entry);

  for (guint i = 0; i < CAP_N_ACTION_FIELDS; i++)
    {
      CapActionField field = (CapActionField) i;
      g_autofree char *text = NULL;

      if (import->columns[field] == CAP_ACTIONS_NO_COLUMN || field == CAP_FIELD_NUMBER ||
          !cap_actions_csv_reads (field))
        continue;

      text = dup_cell (import, row, field);
      if (says_the_same (import, entry->before, field, text))
        continue;

      if (field == CAP_FIELD_AFTER)
        entry->after = g_strdup (text != NULL ? text : "");
      else
        cap_action_cells_read (&import->cells, entry->action, field, text);
    }
}

static const CapAction *
find_numbered (const Import *import,
               const char   *word)
{
  const Entry *entry;
  guint64 number;

  if (!g_ascii_string_to_unsigned (word, 10, 1, MAX_NUMBER, &number, NULL))
    return NULL;

  entry = g_hash_table_lookup (import->rows, GUINT_TO_POINTER ((guint) number));

  if (entry != NULL)
    return entry->action;

  return g_hash_table_lookup (import->numbers, GUINT_TO_POINTER ((guint) number));
}

/* Once all the rows are there: an action may wait for one that comes later, and they may wait in a circle. */
static void
read_after (Import *import,
            Entry  *entry)
{
  g_auto(GStrv) words = g_strsplit_set (entry->after, " \t\n,;/", -1);
  g_autoptr(GStrvBuilder) after = g_strv_builder_new ();

  import->cells.line = entry->line;
  for (guint i = 0; words[i] != NULL; i++)
    {
      const CapAction *other = words[i][0] != '\0' ? find_numbered (import, words[i]) : NULL;
      g_autofree char *sentence = NULL;

      if (other != NULL)
        {
          g_strv_builder_add (after, other->id);
        }
      else if (words[i][0] != '\0')
        {
          /* Translators: %s is what was given as the number of an action */
          sentence = g_strdup_printf (_("there is no action “%s”"), words[i]);
          cap_action_cells_add_fault (&import->cells, CAP_FIELD_AFTER, sentence);
        }
    }

  g_strfreev (entry->action->after);
  entry->action->after = g_strv_builder_end (after);
}

static void
make_plan (Import *import)
{
  GHashTableIter iter;
  gpointer number;
  gpointer action;

  g_hash_table_iter_init (&iter, import->numbers);
  while (g_hash_table_iter_next (&iter, &number, &action))
    {
      if (g_hash_table_lookup (import->rows, number) == NULL)
        g_ptr_array_add (import->plan, action);
    }
  for (guint i = 0; i < import->entries->len; i++)
    g_ptr_array_add (import->plan, ((const Entry *) g_ptr_array_index (import->entries, i))->action);
}

static gboolean
is_same (const Entry *entry)
{
  return entry->before != NULL && cap_action_equal (entry->before, entry->action);
}

static void
check_entry (Import *import,
             Entry  *entry)
{
  g_autoptr(GPtrArray) faults = NULL;

  import->cells.line = entry->line;
  if (is_same (entry))
    return;

  settle_closing (entry->action);
  cap_action_settle (entry->action, entry->before, import->cells.today);
  faults = cap_action_check (entry->action, import->plan);
  for (guint i = 0; i < faults->len; i++)
    {
      const CapActionFault *fault = g_ptr_array_index (faults, i);

      cap_action_cells_add_fault (&import->cells, fault->field, fault->sentence);
    }
}

/* By line; the sort is stable. */
static int
compare_faults (gconstpointer a,
                gconstpointer b)
{
  const CapActionCellFault *one = *(const CapActionCellFault * const *) a;
  const CapActionCellFault *other = *(const CapActionCellFault * const *) b;

  return one->line < other->line ? -1 : one->line > other->line;
}

static void
tell_faults (GPtrArray *told,
             GPtrArray *faults)
{
  g_ptr_array_sort (faults, compare_faults);
  for (guint i = 0; i < faults->len; i++)
    {
      const CapActionCellFault *fault = g_ptr_array_index (faults, i);

      cap_csv_columns_add_fault (told, fault->line, fault->sentence);
    }
}

/* Those that have a number come first: the store numbers the others after the highest. */
static CapCommand *
make_command (const Import *import,
              const char   *name)
{
  CapCommand *command = cap_command_new (CAP_GESTURE_IMPORT, name);

  for (guint numbered = 2; numbered > 0; numbered--)
    {
      for (guint i = 0; i < import->entries->len; i++)
        {
          const Entry *entry = g_ptr_array_index (import->entries, i);

          if ((entry->action->number != 0) == (numbered == 2) && !is_same (entry))
            cap_command_put_action (command, entry->action);
        }
    }

  return command;
}

static void
fill_preview (CapActionsPreview *preview,
              const Import      *import,
              const char        *name)
{
  for (guint i = 0; i < import->entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (import->entries, i);

      g_ptr_array_add (preview->actions, cap_action_copy (entry->action));
      preview->n_added += entry->before == NULL ? 1 : 0;
      preview->n_same += is_same (entry) ? 1 : 0;
    }
  preview->n_changed = import->entries->len - preview->n_added - preview->n_same;

  if (preview->faults->len == 0)
    preview->command = make_command (import, name);
}

/* Each row must say what is to be done, or which action of the plan it is. */
static gboolean
check_columns (const int *columns,
               GPtrArray *faults,
               guint      line)
{
  g_autofree char *sentence = NULL;

  if (columns[CAP_FIELD_TITLE] != CAP_ACTIONS_NO_COLUMN || columns[CAP_FIELD_NUMBER] != CAP_ACTIONS_NO_COLUMN)
    return TRUE;

  /* Translators: %s is the name of a column, as it is in files */
  sentence = g_strdup_printf (_("there is no column “%s”"), cap_action_field_to_name (CAP_FIELD_TITLE));
  cap_csv_columns_add_fault (faults, line, sentence);

  return FALSE;
}

static void
read_rows (const CapActionsCsv *self,
           Import              *import)
{
  const GPtrArray *actions = import->cells.dossier->actions;

  for (guint i = 0; i < actions->len; i++)
    {
      CapAction *action = g_ptr_array_index (actions, i);

      g_hash_table_insert (import->numbers, GUINT_TO_POINTER (action->number), action);
    }
  for (guint i = 1; i < self->rows->len; i++)
    read_row (import, g_ptr_array_index (self->rows, i));

  make_plan (import);
  for (guint i = 0; i < import->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (import->entries, i);

      if (entry->after != NULL)
        read_after (import, entry);
    }
  for (guint i = 0; i < import->entries->len; i++)
    check_entry (import, g_ptr_array_index (import->entries, i));
}

/**
 * cap_actions_csv_preview:
 * @columns: (nullable) (array fixed-size=32): by #CapActionField, the column that
 *   says it; %NULL: those that were guessed
 * @dossier: what the actions go into
 * @today: ISO 8601
 *
 * A row with the number of an action of the plan changes it; the others are new
 * actions, and keep the number that they have. `verified` without a verdict and
 * what it stands on is read as `done`: the effect remains to be checked.
 * `abandoned` without a reason gets one that says that it came so.
 *
 * Returns: (transfer full): what importing would do
 */
CapActionsPreview *
cap_actions_csv_preview (const CapActionsCsv *self,
                         const int           *columns,
                         const CapDossier    *dossier,
                         const char          *today)
{
  CapActionsPreview *preview = g_new0 (CapActionsPreview, 1);
  g_autoptr(GHashTable) numbers = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) rows = g_hash_table_new (NULL, NULL);
  g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  g_autoptr(GPtrArray) plan = g_ptr_array_new ();
  g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_action_cell_fault_free);
  Import import = { { dossier, today, faults, 1 }, columns, { NULL }, numbers, rows, entries, plan };

  g_return_val_if_fail (self != NULL && dossier != NULL && today != NULL, preview);

  preview->actions = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_action_free);
  preview->faults = g_ptr_array_new_with_free_func (g_free);
  import.columns = columns != NULL ? columns : self->columns;
  cap_plan_fields_init (&import.fields, dossier);

  if (check_columns (import.columns, preview->faults, cap_actions_csv_get_header (self)->line))
    read_rows (self, &import);
  tell_faults (preview->faults, faults);
  fill_preview (preview, &import, self->name);
  cap_plan_fields_clear (&import.fields);

  return preview;
}

void
cap_actions_preview_free (CapActionsPreview *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->actions, g_ptr_array_unref);
  g_clear_pointer (&self->faults, g_ptr_array_unref);
  g_clear_pointer (&self->command, cap_command_free);
  g_free (self);
}
