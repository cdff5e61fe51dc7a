/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <xlsxwriter.h>

G_BEGIN_DECLS

/* Of paper, for worksheet_set_paper(). */
#define CAP_XLSX_A4 9

/* The colours of the house, for headers. */
#define CAP_XLSX_INK   0x1F4E3D
#define CAP_XLSX_PAPER 0xDDEBE3

/* Puts the sheets into a new workbook. Returns: whether it is whole */
typedef gboolean (*CapXlsxFillFunc) (lxw_workbook  *workbook,
                                     gpointer       data,
                                     GError       **error);

GBytes     *cap_xlsx_write_book   (CapXlsxFillFunc   fill,
                                   gpointer          data,
                                   GError          **error) G_GNUC_WARN_UNUSED_RESULT;
char       *cap_xlsx_escape       (const char       *text) G_GNUC_WARN_UNUSED_RESULT;
lxw_format *cap_xlsx_add_format   (lxw_workbook     *workbook,
                                   uint8_t           alignment);
lxw_format *cap_xlsx_add_header   (lxw_workbook     *workbook);
lxw_format *cap_xlsx_add_title    (lxw_workbook     *workbook);

G_END_DECLS
