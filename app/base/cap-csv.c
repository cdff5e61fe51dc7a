/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/cap-csv.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-text.h"

#define BOM "\xef\xbb\xbf"

G_DEFINE_QUARK (cap-csv-error-quark, cap_csv_error)

typedef struct
{
  const char *at; /* ends with a NUL, and holds no other */
  guint       line;
  char        separator;
} Reader;

static void
row_free (CapCsvRow *self)
{
  g_strfreev (self->fields);
  g_free (self);
}

static gboolean
check_text (const char  *text,
            gsize        length,
            GError     **error)
{
  const char *end;

  if (g_utf8_validate_len (text, length, &end))
    return TRUE;

  /* Translators: %u is the number of a line of a file */
  g_set_error (error, CAP_CSV_ERROR, CAP_CSV_ERROR_ENCODING,
               _("line %u: this is not text in UTF-8; in the spreadsheet, save as “CSV UTF-8”"),
               cap_text_count_lines (text, end));

  return FALSE;
}

/* The one that the header row uses most; a French spreadsheet writes semicolons. */
static char
find_separator (const char *text)
{
  static const char candidates[] = { ';', ',', '\t' };
  guint counts[G_N_ELEMENTS (candidates)] = { 0 };
  gboolean quoted = FALSE;
  guint best = 0;

  text += strspn (text, "\r\n");
  for (; *text != '\0' && (quoted || (*text != '\n' && *text != '\r')); text++)
    {
      quoted ^= *text == '"';
      for (guint i = 0; !quoted && i < G_N_ELEMENTS (candidates); i++)
        counts[i] += *text == candidates[i];
    }

  for (guint i = 1; i < G_N_ELEMENTS (candidates); i++)
    {
      if (counts[i] > counts[best])
        best = i;
    }

  return candidates[best];
}

static gboolean
is_end_of_line (char c)
{
  return c == '\n' || c == '\r' || c == '\0';
}

/* What a spreadsheet would run as a formula, however many apostrophes come before. */
static gboolean
is_formula (const char *field)
{
  field += strspn (field, "'");

  return *field != '\0' && strchr ("=+-@\t\r", *field) != NULL;
}

static gboolean
read_quoted (Reader   *self,
             GString  *field,
             GError  **error)
{
  guint first = self->line;

  for (self->at++; *self->at != '\0'; self->at++)
    {
      if (*self->at == '"' && self->at[1] != '"')
        break;

      self->at += *self->at == '"';
      self->line += *self->at == '\n';
      g_string_append_c (field, *self->at);
    }

  if (*self->at == '\0')
    {
      /* Translators: %u is the number of a line of a file */
      g_set_error (error, CAP_CSV_ERROR, CAP_CSV_ERROR_QUOTES,
                   _("line %u: a quotation mark opens here and never closes"), first);
      return FALSE;
    }

  self->at++;
  if (*self->at == self->separator || is_end_of_line (*self->at))
    return TRUE;

  /* Translators: %u is the number of a line of a file */
  g_set_error (error, CAP_CSV_ERROR, CAP_CSV_ERROR_QUOTES,
               _("line %u: text follows a closing quotation mark"), self->line);

  return FALSE;
}

/* Stands on the separator or on the end of the line afterwards. */
static char *
read_field (Reader  *self,
            GError **error)
{
  g_autoptr(GString) field = g_string_new (NULL);
  const char *start = self->at;

  if (*start == '"')
    {
      if (!read_quoted (self, field, error))
        return NULL;
    }
  else
    {
      while (*self->at != self->separator && !is_end_of_line (*self->at))
        self->at++;
      g_string_append_len (field, start, self->at - start);
    }

  if (field->str[0] == '\'' && is_formula (field->str))
    g_string_erase (field, 0, 1);

  return g_string_free (g_steal_pointer (&field), FALSE);
}

static void
end_line (Reader *self)
{
  if (*self->at == '\r' && self->at[1] == '\n')
    self->at++;
  if (*self->at != '\0')
    self->at++;
  self->line++;
}

static CapCsvRow *
read_row (Reader  *self,
          GError **error)
{
  g_autoptr(GPtrArray) fields = g_ptr_array_new_with_free_func (g_free);
  CapCsvRow *row;
  guint line = self->line;

  for (;;)
    {
      char *field = read_field (self, error);

      if (field == NULL)
        return NULL;

      g_ptr_array_add (fields, field);
      if (*self->at != self->separator)
        break;
      self->at++;
    }
  end_line (self);

  row = g_new (CapCsvRow, 1);
  row->line = line;
  row->n_fields = fields->len;
  g_ptr_array_add (fields, NULL);
  row->fields = (GStrv) g_ptr_array_steal (fields, NULL);

  return row;
}

/* What a spreadsheet leaves under a table: lines of nothing but separators. */
static gboolean
is_blank (const CapCsvRow *row)
{
  for (guint i = 0; i < row->n_fields; i++)
    {
      if (row->fields[i][strspn (row->fields[i], " \t")] != '\0')
        return FALSE;
    }

  return TRUE;
}

/**
 * cap_csv_read:
 * @text: the content of a file, which need not end with a NUL
 * @error: return location for a [error@Cap.CsvError]
 *
 * Reads UTF-8 with or without a byte order mark, rows that end as they like,
 * separated by what the first row uses most of `;` `,` and tabs. Blank rows are
 * left out. The apostrophe that cap_csv_append_row() puts before a formula is
 * taken off.
 *
 * Returns: (transfer full) (element-type CapCsvRow) (nullable): the rows
 */
GPtrArray *
cap_csv_read (const char  *text,
              gsize        length,
              GError     **error)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  g_autofree char *copy = NULL;
  Reader reader;

  g_return_val_if_fail (text != NULL || length == 0, NULL);

  if (length > 0 && !check_text (text, length, error))
    return NULL;

  copy = g_strndup (length > 0 ? text : "", length);
  reader.at = g_str_has_prefix (copy, BOM) ? copy + strlen (BOM) : copy;
  reader.line = 1;
  reader.separator = find_separator (reader.at);

  while (*reader.at != '\0')
    {
      CapCsvRow *row = read_row (&reader, error);

      if (row == NULL)
        return NULL;

      if (is_blank (row))
        row_free (row);
      else
        g_ptr_array_add (rows, row);
    }

  return g_steal_pointer (&rows);
}

/**
 * cap_csv_new:
 *
 * Returns: (transfer full): a file to fill with cap_csv_append_row(): UTF-8, with
 *   the mark without which spreadsheets lose the accents
 */
GString *
cap_csv_new (void)
{
  return g_string_new (BOM);
}

/**
 * cap_csv_append_row:
 * @csv: from cap_csv_new()
 * @fields: (array zero-terminated=1): the fields of a row
 *
 * Separates with semicolons, as French spreadsheets do. A field that a
 * spreadsheet would run as a formula gets an apostrophe in front.
 */
void
cap_csv_append_row (GString            *csv,
                    const char * const *fields)
{
  g_return_if_fail (csv != NULL && fields != NULL);

  for (guint i = 0; fields[i] != NULL; i++)
    {
      gboolean quoted = strpbrk (fields[i], ";,\t\"\r\n") != NULL || fields[i][0] == ' ';

      g_string_append (csv, i > 0 ? ";" : "");
      g_string_append (csv, quoted ? "\"" : "");
      g_string_append (csv, is_formula (fields[i]) ? "'" : "");
      for (const char *c = fields[i]; *c != '\0'; c++)
        g_string_append (csv, *c == '"' ? "\"\"" : (char[]) { *c, '\0' });
      g_string_append (csv, quoted ? "\"" : "");
    }

  g_string_append (csv, "\r\n");
}
