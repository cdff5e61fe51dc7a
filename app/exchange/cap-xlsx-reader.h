/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Beyond these, a file is refused: nobody types so much by hand. */
#define CAP_XLSX_MAX_SIZE    (64 * 1024 * 1024)
#define CAP_XLSX_MAX_SHEETS  64
#define CAP_XLSX_MAX_ROWS    20000
#define CAP_XLSX_MAX_COLUMNS 200
#define CAP_XLSX_MAX_TEXT    20000

/**
 * CapXlsxCell:
 * @column: from 0
 * @is_error: whether it holds a formula that has no value
 * @text: what it holds; a number as 1 or 4.5, whatever its format; true is 1,
 *   false is 0; empty only when @is_error
 */
typedef struct
{
  guint       column;
  gboolean    is_error;
  const char *text;
} CapXlsxCell;

/**
 * CapXlsxRow:
 * @number: as people see it, from 1
 * @cells: (element-type CapXlsxCell): those with something in them, one at least
 */
typedef struct
{
  guint   number;
  GArray *cells;
} CapXlsxRow;

/**
 * CapXlsxSheet:
 * @name: as on its tab
 * @rows: (element-type CapXlsxRow): those with something in them
 */
typedef struct
{
  char      *name;
  GPtrArray *rows;
} CapXlsxSheet;

/**
 * CapXlsx:
 * @sheets: (element-type CapXlsxSheet): in the order of the tabs
 *
 * The text of a workbook, as any office suite saves it. It owns the texts of its
 * cells.
 */
typedef struct
{
  GPtrArray    *sheets;

  /*< private >*/
  GStringChunk *texts;
} CapXlsx;

CapXlsx           *cap_xlsx_read         (GBytes           *source,
                                          GError          **error) G_GNUC_WARN_UNUSED_RESULT;
void               cap_xlsx_free         (CapXlsx          *self);

const CapXlsxCell *cap_xlsx_row_get_cell (const CapXlsxRow *self,
                                          guint             column);
/* “C12”. @row counts from 1, @column from 0. */
char              *cap_xlsx_name_cell    (guint             row,
                                          guint             column) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapXlsx, cap_xlsx_free)

G_END_DECLS
