/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/cap-db.h"

G_BEGIN_DECLS

/* Rows, columns and values of the database, in the words of those who fill them. */

const char *cap_row_words_get_table (const char *table);
char       *cap_row_words_dup_column (const char *table,
                                      const char *column) G_GNUC_WARN_UNUSED_RESULT;
char       *cap_row_words_dup_what  (CapDb      *db,
                                     const char *table,
                                     const char *column,
                                     const char *key) G_GNUC_WARN_UNUSED_RESULT;
char       *cap_row_words_dup_value (const char *table,
                                     const char *column,
                                     const char *value) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
