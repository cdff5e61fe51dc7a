/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define CAP_CSV_ERROR (cap_csv_error_quark ())

/**
 * CapCsvError:
 * @CAP_CSV_ERROR_ENCODING: not text in UTF-8
 * @CAP_CSV_ERROR_QUOTES: quotes that do not match
 *
 * Messages are sentences for the user; they say the line.
 */
typedef enum
{
  CAP_CSV_ERROR_ENCODING,
  CAP_CSV_ERROR_QUOTES,
} CapCsvError;

/**
 * CapCsvRow:
 * @line: line of the file where it begins, from 1
 * @fields: (array length=n_fields zero-terminated=1): at least one
 */
typedef struct
{
  guint  line;
  guint  n_fields;
  GStrv  fields;
} CapCsvRow;

GQuark     cap_csv_error_quark (void);

GPtrArray *cap_csv_read        (const char          *text,
                                gsize                length,
                                GError             **error) G_GNUC_WARN_UNUSED_RESULT;

GString   *cap_csv_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void       cap_csv_append_row  (GString             *csv,
                                const char * const  *fields);

G_END_DECLS
