/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/cap-csv-columns-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-text.h"

#define MAX_SIZE (16 * 1024 * 1024)
#define MISSING -1

static gboolean
is_named (const CapCsvColumn *column,
          const char         *folded)
{
  g_auto(GStrv) others = g_strsplit (column->others, "|", -1);

  return g_str_equal (column->name, folded) || g_strv_contains ((const char * const *) others, folded);
}

/**
 * cap_csv_columns_add_fault:
 * @line: where it is, from 1
 * @sentence: what is wrong, in the user’s language
 */
void
cap_csv_columns_add_fault (GPtrArray  *faults,
                           guint       line,
                           const char *sentence)
{
  g_return_if_fail (faults != NULL && sentence != NULL);

  /* Translators: %1$u is the number of a line, %2$s a sentence */
  g_ptr_array_add (faults, g_strdup_printf (_("line %1$u: %2$s"), line, sentence));
}

static void
find_column (const CapCsvRow    *header,
             const CapCsvColumn *column,
             int                *index,
             GPtrArray          *faults)
{
  g_autofree char *sentence = NULL;

  *index = MISSING;
  for (guint i = 0; i < header->n_fields; i++)
    {
      g_autofree char *folded = cap_text_fold (header->fields[i]);

      if (!is_named (column, folded))
        continue;

      if (*index != MISSING)
        cap_csv_columns_add_fault (faults, header->line, _("two columns have the same name"));
      *index = (int) i;
    }

  if (*index == MISSING && column->required)
    {
      /* Translators: %s is the name of a column, as it is in files */
      sentence = g_strdup_printf (_("there is no column “%s”"), column->name);
      cap_csv_columns_add_fault (faults, header->line, sentence);
    }
}

/* A row that is longer than the header holds a separator that should be between quotes. */
static void
check_width (const CapCsvRow *row,
             const CapCsvRow *header,
             GPtrArray       *faults)
{
  for (guint i = header->n_fields; i < row->n_fields; i++)
    {
      if (row->fields[i][strspn (row->fields[i], " \t")] == '\0')
        continue;

      cap_csv_columns_add_fault (faults, row->line,
                                 _("there are more cells than columns: put the texts between quotes"));
      return;
    }
}

/**
 * cap_csv_columns_read:
 * @source: what should be a CSV file with a header row
 * @columns: (array length=n_columns): those that are understood; others are left alone
 * @indexes: (out caller-allocates): where each of them is, for cap_csv_columns_dup_cell()
 * @faults: (element-type utf8): where faults go
 *
 * Returns: (transfer full) (element-type CapCsvRow): the header first, then the
 *   rows; empty when nothing can be read
 */
GPtrArray *
cap_csv_columns_read (GBytes             *source,
                      const CapCsvColumn *columns,
                      guint               n_columns,
                      int                *indexes,
                      GPtrArray          *faults)
{
  gsize size;
  const char *text = g_bytes_get_data (source, &size);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) rows = NULL;

  if (size > MAX_SIZE)
    {
      g_ptr_array_add (faults, g_strdup (_("the file is far too big")));
      return g_ptr_array_new ();
    }

  rows = cap_csv_read (text, size, &error);
  if (rows == NULL)
    {
      g_ptr_array_add (faults, g_strdup (error->message));
      return g_ptr_array_new ();
    }

  if (rows->len < 2)
    cap_csv_columns_add_fault (faults, 1, _("there is nothing in this file below the names of the columns"));

  for (guint i = 0; i < n_columns && rows->len > 0; i++)
    find_column (g_ptr_array_index (rows, 0), &columns[i], &indexes[i], faults);
  for (guint i = 1; i < rows->len; i++)
    check_width (g_ptr_array_index (rows, i), g_ptr_array_index (rows, 0), faults);

  return g_steal_pointer (&rows);
}

/**
 * cap_csv_columns_dup_cell:
 * @index: from cap_csv_columns_read()
 *
 * Returns: (transfer full) (nullable): the text, without spaces around; %NULL
 *   when there is no such cell, or nothing in it
 */
char *
cap_csv_columns_dup_cell (const CapCsvRow *row,
                          int              index)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (row != NULL, NULL);

  if (index == MISSING || (guint) index >= row->n_fields)
    return NULL;

  text = g_strstrip (g_strdup (row->fields[index]));

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}
