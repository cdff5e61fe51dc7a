/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/cap-sheet-import-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-text.h"

static gboolean
is_named (const char *name,
          const char *expected)
{
  g_autofree char *one = cap_text_fold (name);
  g_autofree char *other = cap_text_fold (expected);

  return g_str_equal (one, other);
}

static const CapXlsxSheet *
find_sheet (const CapXlsx *book,
            const char    *title)
{
  for (guint i = 0; i < book->sheets->len; i++)
    {
      const CapXlsxSheet *sheet = g_ptr_array_index (book->sheets, i);

      if (is_named (sheet->name, title))
        return sheet;
    }

  return NULL;
}

/* A sheet that would not be read is told, so that nobody thinks it was. */
static void
check_unknown (CapSheetImport     *self,
               const CapXlsxSheet *sheet)
{
  if (sheet->rows->len == 0 || is_named (sheet->name, CAP_SHEET_HELP))
    return;

  for (guint i = 0; i < CAP_N_SHEETS; i++)
    {
      if (self->tables[i].source == sheet)
        return;
    }

  cap_sheet_import_add_fault (self, sheet->name, 1, 0,
                              _("a framework has no sheet of this name: remove it, or correct its name"));
}

void
cap_sheet_import_find_sheets (CapSheetImport *self)
{
  for (guint i = 0; i < CAP_N_SHEETS; i++)
    {
      const CapSheet *spec = &cap_sheets[i];

      self->tables[i].id = (CapSheetId) i;
      self->tables[i].source = find_sheet (self->book, spec->title);
      if (spec->needed && self->tables[i].source == NULL)
        {
          cap_sheet_import_add_fault (self, spec->title, 1, 0, _("this sheet is missing"));
          self->incomplete = TRUE;
        }
    }

  for (guint i = 0; i < self->book->sheets->len; i++)
    check_unknown (self, g_ptr_array_index (self->book->sheets, i));
}

/* “Niveau 1 – Prévu” is the column “Niveau 1”, whatever became of the label; “Niveau 10” is not. */
static gboolean
is_header (const CapSheetColumn *column,
           const char           *folded)
{
  g_autofree char *title = cap_text_fold (column->title);

  if (column->label == NULL)
    return g_str_equal (title, folded);

  return g_str_has_prefix (folded, title) && !g_ascii_isdigit (folded[strlen (title)]);
}

static void
read_header (CapSheetImport    *self,
             CapSheetTable     *table,
             guint              row,
             const CapXlsxCell *cell)
{
  g_autofree char *folded = cap_text_fold (cell->text);
  g_autofree char *sentence = NULL;

  for (guint i = 0; i < table->columns->len; i++)
    {
      if (!is_header (g_ptr_array_index (table->columns, i), folded))
        continue;

      if (table->places[i] != CAP_SHEET_NONE)
        cap_sheet_import_add_fault (self, table->source->name, row, cell->column,
                                    _("two columns have the same name"));
      table->places[i] = (int) cell->column;
      return;
    }

  /* Translators: %s is what stands at the top of a column */
  sentence = g_strdup_printf (_("this sheet has no column of the name “%s”: remove it, or correct its name"),
                              cell->text);
  cap_sheet_import_add_fault (self, table->source->name, row, cell->column, sentence);
}

/**
 * cap_sheet_import_add_missing:
 * @sentence: with %s for @title
 *
 * Says that a sheet lacks a row or a column without which it cannot be read.
 */
void
cap_sheet_import_add_missing (CapSheetImport      *self,
                              const CapSheetTable *table,
                              const char          *sentence,
                              const char          *title)
{
  const GPtrArray *rows = table->source->rows;
  guint first = rows->len > 0 ? ((const CapXlsxRow *) g_ptr_array_index (rows, 0))->number : 1;
  g_auto(GStrv) parts = g_strsplit (sentence, "%s", 2);
  g_autofree char *whole = g_strjoinv (title, parts);

  cap_sheet_import_add_fault (self, table->source->name, first, 0, whole);
  self->incomplete = TRUE;
}

/* Whether another column of the same object is there: they go together. */
static gboolean
is_partly_there (const CapSheetTable  *table,
                 const CapSheetColumn *column)
{
  const char *slash = strchr (column->member, '/');

  for (guint i = 0; slash != NULL && i < table->columns->len; i++)
    {
      const CapSheetColumn *other = g_ptr_array_index (table->columns, i);

      if (table->places[i] != CAP_SHEET_NONE &&
          strncmp (other->member, column->member, (gsize) (slash - column->member + 1)) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Texts below no name at all would be lost. */
static void
check_nameless (CapSheetImport      *self,
                const CapSheetTable *table)
{
  const GPtrArray *rows = table->source->rows;
  const CapXlsxRow *header = g_ptr_array_index (rows, 0);
  gboolean told[CAP_XLSX_MAX_COLUMNS] = { FALSE };

  for (guint i = 1; i < rows->len; i++)
    {
      const CapXlsxRow *row = g_ptr_array_index (rows, i);

      for (guint j = 0; j < row->cells->len; j++)
        {
          const CapXlsxCell *cell = &g_array_index (row->cells, CapXlsxCell, j);

          if (told[cell->column] || cap_sheet_is_blank (cell->text) ||
              cap_xlsx_row_get_cell (header, cell->column) != NULL)
            continue;
          cap_sheet_import_add_fault (self, table->source->name, header->number, cell->column,
                                      _("this column has no name"));
          told[cell->column] = TRUE;
        }
    }
}

/**
 * cap_sheet_import_find_columns:
 * @table: a sheet of the workbook
 *
 * Reads the first row of a sheet. Its columns may be in any order.
 *
 * Returns: whether there are rows to read below
 */
gboolean
cap_sheet_import_find_columns (CapSheetImport *self,
                               CapSheetTable  *table)
{
  const GPtrArray *rows = table->source->rows;
  const CapXlsxRow *header = rows->len > 0 ? g_ptr_array_index (rows, 0) : NULL;

  table->columns = cap_sheet_list_columns (table->id, self->root);
  table->places = g_new (int, table->columns->len);
  for (guint i = 0; i < table->columns->len; i++)
    table->places[i] = CAP_SHEET_NONE;

  if (header == NULL && !cap_sheets[table->id].needed)
    return FALSE;

  for (guint i = 0; header != NULL && i < header->cells->len; i++)
    {
      const CapXlsxCell *cell = &g_array_index (header->cells, CapXlsxCell, i);

      if (!cap_sheet_is_blank (cell->text))
        read_header (self, table, header->number, cell);
    }

  for (guint i = 0; i < table->columns->len; i++)
    {
      const CapSheetColumn *column = g_ptr_array_index (table->columns, i);

      if (table->places[i] == CAP_SHEET_NONE &&
          (column->use == CAP_SHEET_NEEDED || is_partly_there (table, column)))
        /* Translators: %s is the name of a column, as it is in files */
        cap_sheet_import_add_missing (self, table, _("there is no column “%s”"), column->title);
    }

  if (header != NULL)
    check_nameless (self, table);

  return header != NULL;
}
