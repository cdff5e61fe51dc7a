/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/cap-sheets-private.h"
#include "exchange/cap-xlsx-reader.h"

G_BEGIN_DECLS

/**
 * CapSheetFault:
 * @order: rank of its sheet in the workbook
 * @sheet: name of its sheet, as in the workbook
 */
typedef struct
{
  guint       order;
  const char *sheet;
  guint       row;
  guint       column;
  char       *sentence;
} CapSheetFault;

/**
 * CapSheetTable:
 * @source: (nullable): the sheet of the workbook
 * @columns: (element-type CapSheetColumn): what can be in it
 * @places: where each of them is in @source, or %CAP_SHEET_NONE
 */
typedef struct
{
  CapSheetId          id;
  const CapXlsxSheet *source;
  GPtrArray          *columns;
  int                *places;
} CapSheetTable;

/**
 * CapSheetEntry:
 * @object: (nullable): what was made of a row; it belongs to the tree
 * @pointer: where it is in the framework file, a JSON pointer
 * @row: where it is in its sheet
 */
typedef struct
{
  JsonObject *object;
  char       *pointer;
  CapSheetId  sheet;
  guint       row;
} CapSheetEntry;

/**
 * CapSheetImport:
 * @root: the framework file that is made
 * @faults: (element-type CapSheetFault)
 * @places: (element-type utf8 CapSheetEntry): which row made what is at a JSON pointer
 * @entries: (element-type utf8 CapSheetEntry): those of a sheet, by their code
 * @incomplete: whether a sheet or a column is missing: @root says nothing of the
 *   framework
 *
 * A workbook on its way to a framework file. The file is checked as any other
 * one: what is noted here is where each of its entries comes from.
 */
typedef struct
{
  const CapXlsx *book;
  JsonObject    *root;
  GPtrArray     *faults;
  GHashTable    *places;
  GHashTable    *entries[CAP_N_SHEETS];
  CapSheetTable  tables[CAP_N_SHEETS];
  gboolean       incomplete;
} CapSheetImport;

void        cap_sheet_import_init         (CapSheetImport       *self,
                                           const CapXlsx        *book);
void        cap_sheet_import_clear        (CapSheetImport       *self);
CapSheetEntry *cap_sheet_import_remember  (CapSheetImport       *self,
                                           JsonObject           *object,
                                           const char           *pointer,
                                           CapSheetId            sheet,
                                           guint                 row);
void        cap_sheet_import_tell_fault   (CapSheetImport       *self,
                                           const char           *fault);
GPtrArray  *cap_sheet_import_list_faults  (CapSheetImport       *self) G_GNUC_WARN_UNUSED_RESULT;
void        cap_sheet_import_add_fault    (CapSheetImport       *self,
                                           const char           *sheet,
                                           guint                 row,
                                           guint                 column,
                                           const char           *sentence);

/* cap-sheet-cells.c: a cell as a value. */
gboolean    cap_sheet_is_blank            (const char           *text);
JsonNode   *cap_sheet_import_read_cell    (CapSheetImport       *self,
                                           const CapSheetTable  *table,
                                           const CapSheetColumn *column,
                                           const CapXlsxRow     *row,
                                           int                   place) G_GNUC_WARN_UNUSED_RESULT;
void        cap_sheet_put_value           (JsonObject           *entry,
                                           const char           *member,
                                           JsonNode             *value);

/* cap-sheet-columns.c: the sheets, and what their headers say. */
void        cap_sheet_import_find_sheets  (CapSheetImport       *self);
gboolean    cap_sheet_import_find_columns (CapSheetImport       *self,
                                           CapSheetTable        *table);
void        cap_sheet_import_add_missing  (CapSheetImport       *self,
                                           const CapSheetTable  *table,
                                           const char           *sentence,
                                           const char           *title);

G_END_DECLS
