/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/cap-xlsx-reader.h"

/* A workbook to spoil: names of sheets, and rows of texts (NULL: blank). */
typedef struct
{
  char       *name;
  GPtrArray  *rows;    /* (element-type GPtrArray) of texts */
  const char *formula; /* name of a cell that is a formula without a value, or NULL */
} XlsxSheet;

/* How cells are written. */
typedef enum
{
  XLSX_INLINE,
  XLSX_SHARED,
} XlsxStyle;

GPtrArray  *xlsx_fixture_new      (void) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray  *xlsx_fixture_load     (GBytes      *source) G_GNUC_WARN_UNUSED_RESULT;
XlsxSheet  *xlsx_fixture_find     (GPtrArray   *book,
                                   const char  *name);
XlsxSheet  *xlsx_fixture_add      (GPtrArray   *book,
                                   const char  *name);
void        xlsx_fixture_set      (GPtrArray   *book,
                                   const char  *place,
                                   const char  *text);
const char *xlsx_fixture_get      (GPtrArray   *book,
                                   const char  *place);
GBytes     *xlsx_fixture_write    (GPtrArray   *book,
                                   XlsxStyle    style) G_GNUC_WARN_UNUSED_RESULT;

/* A zip of what is given: name, text, name, text…, NULL. @options are those of libarchive. */
GBytes     *xlsx_fixture_zip      (const char * const  *parts,
                                   const char          *options) G_GNUC_WARN_UNUSED_RESULT;
/* A workbook of one sheet, whose XML is given. */
GBytes     *xlsx_fixture_wrap     (const char          *sheet,
                                   gssize               size,
                                   const char          *shared) G_GNUC_WARN_UNUSED_RESULT;
