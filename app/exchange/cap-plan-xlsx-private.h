/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/cap-xlsx-book-private.h"
#include "model/cap-dossier.h"

G_BEGIN_DECLS

/**
 * CapPlanBook:
 * @day: a date
 * @late: a date that has passed
 *
 * What the sheets of the plan share: how they look.
 */
typedef struct
{
  lxw_workbook     *workbook;
  const CapDossier *dossier;
  const char       *today;
  lxw_format       *title;
  lxw_format       *header;
  lxw_format       *text;
  lxw_format       *choice;
  lxw_format       *number;
  lxw_format       *euros;
  lxw_format       *day;
  lxw_format       *late;
} CapPlanBook;

lxw_worksheet *cap_plan_book_add_sheet     (const CapPlanBook *self,
                                            const char        *title);
void           cap_plan_book_write_text    (lxw_worksheet     *sheet,
                                            lxw_row_t          row,
                                            lxw_col_t          column,
                                            const char        *text,
                                            lxw_format        *format);
void           cap_plan_book_write_date    (lxw_worksheet     *sheet,
                                            lxw_row_t          row,
                                            lxw_col_t          column,
                                            const char        *iso,
                                            lxw_format        *format);
void           cap_plan_book_write_figures (const CapPlanBook *self);

G_END_DECLS
