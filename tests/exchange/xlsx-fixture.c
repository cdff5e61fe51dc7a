/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/xlsx-fixture.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdlib.h>
#include <string.h>

#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/relationships"
#define START "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

static void
sheet_free (XlsxSheet *sheet)
{
  g_free (sheet->name);
  g_ptr_array_unref (sheet->rows);
  g_free (sheet);
}

GPtrArray *
xlsx_fixture_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) sheet_free);
}

XlsxSheet *
xlsx_fixture_add (GPtrArray  *book,
                  const char *name)
{
  XlsxSheet *sheet = g_new0 (XlsxSheet, 1);

  sheet->name = g_strdup (name);
  sheet->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_ptr_array_add (book, sheet);

  return sheet;
}

XlsxSheet *
xlsx_fixture_find (GPtrArray  *book,
                   const char *name)
{
  for (guint i = 0; i < book->len; i++)
    {
      XlsxSheet *sheet = g_ptr_array_index (book, i);

      if (g_str_equal (sheet->name, name))
        return sheet;
    }

  g_error ("no sheet %s", name);
}

static GPtrArray *
grow (GPtrArray *rows,
      guint      row,
      guint      column)
{
  GPtrArray *cells;

  while (rows->len <= row)
    g_ptr_array_add (rows, g_ptr_array_new_with_free_func (g_free));
  cells = g_ptr_array_index (rows, row);
  while (cells->len <= column)
    g_ptr_array_add (cells, NULL);

  return cells;
}

static void
put (XlsxSheet  *sheet,
     guint       row,
     guint       column,
     const char *text)
{
  GPtrArray *cells = grow (sheet->rows, row, column);

  g_free (cells->pdata[column]);
  cells->pdata[column] = g_strdup (text);
}

/* “Critères!C12” */
static XlsxSheet *
find_cell (GPtrArray  *book,
           const char *place,
           guint      *row,
           guint      *column)
{
  g_auto(GStrv) parts = g_strsplit (place, "!", 2);
  const char *at = parts[1];

  for (*column = 0; g_ascii_isupper (*at); at++)
    *column = *column * 26 + (guint) (*at - 'A') + 1;
  *column -= 1;
  *row = (guint) atoi (at) - 1;

  return xlsx_fixture_find (book, parts[0]);
}

void
xlsx_fixture_set (GPtrArray  *book,
                  const char *place,
                  const char *text)
{
  guint row;
  guint column;
  XlsxSheet *sheet = find_cell (book, place, &row, &column);

  put (sheet, row, column, text);
}

const char *
xlsx_fixture_get (GPtrArray  *book,
                  const char *place)
{
  guint row;
  guint column;
  XlsxSheet *sheet = find_cell (book, place, &row, &column);
  GPtrArray *cells = row < sheet->rows->len ? g_ptr_array_index (sheet->rows, row) : NULL;

  return cells != NULL && column < cells->len ? g_ptr_array_index (cells, column) : NULL;
}

GPtrArray *
xlsx_fixture_load (GBytes *source)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CapXlsx) book = cap_xlsx_read (source, &error);
  GPtrArray *copy = xlsx_fixture_new ();

  g_assert_no_error (error);
  for (guint i = 0; i < book->sheets->len; i++)
    {
      const CapXlsxSheet *sheet = g_ptr_array_index (book->sheets, i);
      XlsxSheet *mine = xlsx_fixture_add (copy, sheet->name);

      for (guint j = 0; j < sheet->rows->len; j++)
        {
          const CapXlsxRow *row = g_ptr_array_index (sheet->rows, j);

          for (guint k = 0; k < row->cells->len; k++)
            {
              const CapXlsxCell *cell = &g_array_index (row->cells, CapXlsxCell, k);

              put (mine, row->number - 1, cell->column, cell->text);
            }
        }
    }

  return copy;
}

static char *
escape (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if ((c < ' ' && c != '\n' && c != '\t') || (c == '_' && at[1] == 'x') || c == 0xffff)
        g_string_append_printf (plain, "_x%04x_", c);
      else if (strchr ("<>&\"", (int) c) != NULL && c < 128)
        g_string_append_printf (plain, "&#%u;", c);
      else
        g_string_append_unichar (plain, c);
    }

  return g_string_free (plain, FALSE);
}

/* As the several programs do: in the cell, or by its number in a list, sometimes in several runs. */
static void
append_cell (GString    *xml,
             GString    *shared,
             guint      *n_shared,
             const char *text)
{
  g_autofree char *plain = escape (text);

  if (shared == NULL)
    {
      g_string_append_printf (xml, "t=\"inlineStr\"><is><t xml:space=\"preserve\">%s</t></is></c>", plain);
      return;
    }

  g_string_append_printf (xml, "t=\"s\"><v>%u</v></c>", (*n_shared)++);
  if (*n_shared % 2 == 0)
    g_string_append_printf (shared, "<si><t xml:space=\"preserve\">%s</t></si>", plain);
  else
    g_string_append_printf (shared, "<si><r><rPr><b/></rPr><t xml:space=\"preserve\">%s</t></r><r><t/></r>"
                            "<rPh sb=\"0\" eb=\"1\"><t>reading</t></rPh></si>", plain);
}

static char *
write_sheet (XlsxSheet *sheet,
             GString   *shared,
             guint     *n_shared)
{
  GString *xml = g_string_new (START "<worksheet xmlns=\"" MAIN "\"><sheetData>");

  for (guint i = 0; i < sheet->rows->len; i++)
    {
      GPtrArray *cells = g_ptr_array_index (sheet->rows, i);

      g_string_append_printf (xml, "<row r=\"%u\">", i + 1);
      for (guint j = 0; j < cells->len; j++)
        {
          g_autofree char *name = cap_xlsx_name_cell (i + 1, j);

          g_string_append_printf (xml, "<c r=\"%s\" ", name);
          if (g_strcmp0 (name, sheet->formula) == 0)
            g_string_append (xml, "><f>A1</f></c>");
          else if (cells->pdata[j] != NULL)
            append_cell (xml, shared, n_shared, cells->pdata[j]);
          else
            g_string_append (xml, "s=\"1\"/>");
        }
      g_string_append (xml, "</row>");
    }
  g_string_append (xml, "</sheetData></worksheet>");

  return g_string_free (xml, FALSE);
}

static void
add_part (GPtrArray  *parts,
          const char *name,
          const char *text)
{
  g_ptr_array_add (parts, g_strdup (name));
  g_ptr_array_add (parts, g_strdup (text));
}

GBytes *
xlsx_fixture_write (GPtrArray *book,
                    XlsxStyle  style)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GString) tabs = g_string_new (START "<workbook xmlns=\"" MAIN "\" "
                                          "xmlns:r=\"" RELATIONS "\"><sheets>");
  g_autoptr(GString) relations = g_string_new (START "<Relationships xmlns=\"" PACKAGE "\">");
  g_autoptr(GString) shared = g_string_new (START "<sst xmlns=\"" MAIN "\">");
  guint n_shared = 0;

  for (guint i = 0; i < book->len; i++)
    {
      XlsxSheet *sheet = g_ptr_array_index (book, i);
      g_autofree char *name = escape (sheet->name);
      g_autofree char *path = g_strdup_printf ("xl/worksheets/sheet%u.xml", i + 1);
      g_autofree char *xml = write_sheet (sheet, style == XLSX_SHARED ? shared : NULL, &n_shared);

      g_string_append_printf (tabs, "<sheet name=\"%s\" sheetId=\"%u\" r:id=\"t%u\"/>", name, i + 1, i);
      g_string_append_printf (relations, "<Relationship Id=\"t%u\" Type=\"" RELATIONS "/worksheet\" "
                              "Target=\"%s%s\"/>", i, style == XLSX_SHARED ? "/" : "",
                              style == XLSX_SHARED ? path : path + strlen ("xl/"));
      add_part (parts, path, xml);
    }
  g_string_append (tabs, "</sheets></workbook>");
  if (style == XLSX_SHARED)
    g_string_append (relations, "<Relationship Id=\"s\" Type=\"" RELATIONS "/sharedStrings\" "
                     "Target=\"sharedStrings.xml\"/>");
  g_string_append (relations, "</Relationships>");
  g_string_append (shared, "</sst>");
  add_part (parts, "xl/workbook.xml", tabs->str);
  add_part (parts, "xl/_rels/workbook.xml.rels", relations->str);
  if (style == XLSX_SHARED)
    add_part (parts, "xl/sharedStrings.xml", shared->str);
  g_ptr_array_add (parts, NULL);

  return xlsx_fixture_zip ((const char * const *) parts->pdata, "");
}

static la_ssize_t
zip_written_cb (struct archive *zip,
                void           *user_data,
                const void     *data,
                size_t          size)
{
  g_byte_array_append (user_data, data, (guint) size);

  return (la_ssize_t) size;
}

static void
add_entry (struct archive *zip,
           const char     *name,
           const char     *data,
           gsize           size)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, (la_int64_t) size);
  g_assert_cmpint (archive_write_header (zip, entry), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_data (zip, data, size), ==, (la_ssize_t) size);
  archive_entry_free (entry);
}

static struct archive *
open_zip (GByteArray *bytes,
          const char *options)
{
  struct archive *zip = archive_write_new ();

  archive_write_set_format_zip (zip);
  archive_write_set_bytes_in_last_block (zip, 1);
  g_assert_cmpint (archive_write_set_options (zip, options), ==, ARCHIVE_OK);
  archive_write_set_passphrase (zip, "secret");
  archive_write_open (zip, bytes, NULL, zip_written_cb, NULL);

  return zip;
}

GBytes *
xlsx_fixture_zip (const char * const *parts,
                  const char         *options)
{
  GByteArray *bytes = g_byte_array_new ();
  struct archive *zip = open_zip (bytes, options);

  for (guint i = 0; parts[i] != NULL; i += 2)
    add_entry (zip, parts[i], parts[i + 1], strlen (parts[i + 1]));
  archive_write_close (zip);
  archive_write_free (zip);

  return g_byte_array_free_to_bytes (bytes);
}

GBytes *
xlsx_fixture_wrap (const char *sheet,
                   gssize      size,
                   const char *shared)
{
  GByteArray *bytes = g_byte_array_new ();
  struct archive *zip = open_zip (bytes, "");
  const char *parts[] = {
    "xl/workbook.xml",
    "<workbook xmlns:r=\"" RELATIONS "\"><sheets><sheet name=\"Un\" sheetId=\"1\" r:id=\"a\"/>"
    "</sheets></workbook>",
    "xl/_rels/workbook.xml.rels",
    "<Relationships><Relationship Id=\"a\" Type=\"/worksheet\" Target=\"worksheets/One.xml\"/>"
    "<Relationship Id=\"b\" Type=\"/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>",
    "xl/SharedStrings.xml",
    shared != NULL ? shared : "<sst/>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i += 2)
    add_entry (zip, parts[i], parts[i + 1], strlen (parts[i + 1]));
  add_entry (zip, "xl/worksheets/one.xml", sheet, size >= 0 ? (gsize) size : strlen (sheet));
  archive_write_close (zip);
  archive_write_free (zip);

  return g_byte_array_free_to_bytes (bytes);
}
