/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/cap-xlsx-reader.h"

#include <glib/gi18n.h>
#include <string.h>

#include "exchange/cap-framework-json.h"
#include "exchange/cap-xlsx-parts-private.h"
#include "exchange/cap-xlsx-xml-private.h"

/* What is known of the workbook while it is read. */
typedef struct
{
  CapXlsx    *book;
  GHashTable *parts;   /* path → GBytes; each is read once */
  GHashTable *targets; /* name of a relation → path */
  GPtrArray  *shared;  /* texts that cells refer to by number */
  GPtrArray  *paths;   /* of the sheets, in order */
  GString    *text;    /* of the element in course */
  guint       phonetic;
  gboolean    collecting;
  gsize       total;   /* bytes of all cells */
} Reading;

/* What is known of a sheet while it is read. */
typedef struct
{
  Reading      *reading;
  CapXlsxSheet *sheet;
  gboolean      inside;
  guint         row;    /* 0 before the first one */
  int           column; /* -1 before the first one */
  char         *type;
  gboolean      has_formula;
  gboolean      has_value;
} SheetReading;

static void
row_free (CapXlsxRow *row)
{
  g_array_unref (row->cells);
  g_free (row);
}

static void
sheet_free (CapXlsxSheet *sheet)
{
  g_free (sheet->name);
  g_ptr_array_unref (sheet->rows);
  g_free (sheet);
}

/* The character that “_x000D_” stands for; 0 when it is plain text. */
static gunichar
read_escape (const char *at)
{
  gunichar c = 0;

  if (at[0] != '_' || at[1] != 'x')
    return 0;

  for (guint i = 2; i < 6; i++)
    {
      if (!g_ascii_isxdigit (at[i]))
        return 0;
      c = c * 16 + (gunichar) g_ascii_xdigit_value (at[i]);
    }

  return at[6] == '_' && (c < 0xd800 || c > 0xdfff) ? c : 0;
}

/* Keeps a text, once its escapes are read. */
static const char *
keep_text (Reading    *self,
           const char *text)
{
  g_autoptr(GString) plain = NULL;

  if (strstr (text, "_x") == NULL)
    return g_string_chunk_insert_const (self->book->texts, text);

  plain = g_string_new (NULL);
  while (*text != '\0')
    {
      gunichar c = read_escape (text);

      if (c != 0)
        g_string_append_unichar (plain, c);
      else
        g_string_append_c (plain, *text);
      text += c != 0 ? strlen ("_x0000_") : 1;
    }

  return g_string_chunk_insert_const (self->book->texts, plain->str);
}

/* Collects the text of <t> and <v>, but not the pronunciation that goes with it. */
static void
collect (Reading         *self,
         CapXlsxXmlEvent  event,
         const char      *name,
         xmlTextReader   *xml)
{
  if (event == CAP_XLSX_XML_TEXT && self->collecting && self->phonetic == 0)
    g_string_append (self->text, (const char *) xmlTextReaderConstValue (xml));
  else if (event != CAP_XLSX_XML_TEXT && (g_str_equal (name, "t") || g_str_equal (name, "v")))
    self->collecting = event == CAP_XLSX_XML_START;
  else if (event != CAP_XLSX_XML_TEXT && g_str_equal (name, "rPh"))
    self->phonetic = event == CAP_XLSX_XML_START;
}

static gboolean
read_relation (CapXlsxXmlEvent   event,
               const char       *name,
               xmlTextReader    *xml,
               gpointer          user_data,
               GError          **error)
{
  Reading *self = user_data;
  g_autofree char *id = NULL;
  g_autofree char *type = NULL;
  g_autofree char *target = NULL;
  g_autofree char *path = NULL;

  if (event != CAP_XLSX_XML_START || !g_str_equal (name, "Relationship"))
    return TRUE;

  id = cap_xlsx_xml_dup_attribute (xml, "Id");
  type = cap_xlsx_xml_dup_attribute (xml, "Type");
  target = cap_xlsx_xml_dup_attribute (xml, "Target");
  if (id == NULL || type == NULL || target == NULL)
    return TRUE;

  path = *target == '/' ? g_ascii_strdown (target + 1, -1) : NULL;
  if (path == NULL)
    {
      g_autofree char *lower = g_ascii_strdown (target, -1);

      path = g_strconcat ("xl/", lower, NULL);
    }
  if (g_str_has_suffix (type, "/worksheet"))
    g_hash_table_replace (self->targets, g_steal_pointer (&id), g_steal_pointer (&path));
  else if (g_str_has_suffix (type, "/sharedStrings"))
    g_hash_table_replace (self->targets, g_strdup (""), g_steal_pointer (&path));

  return TRUE;
}

/* A tab that is no sheet of cells (a chart) has no target here. */
static gboolean
read_tab (CapXlsxXmlEvent   event,
          const char       *name,
          xmlTextReader    *xml,
          gpointer          user_data,
          GError          **error)
{
  Reading *self = user_data;
  g_autofree char *id = NULL;
  g_autofree char *title = NULL;
  const char *path;
  CapXlsxSheet *sheet;

  if (event != CAP_XLSX_XML_START || !g_str_equal (name, "sheet"))
    return TRUE;

  title = cap_xlsx_xml_dup_attribute (xml, "name");
  id = cap_xlsx_xml_dup_attribute (xml, "id");
  path = id != NULL ? g_hash_table_lookup (self->targets, id) : NULL;
  if (title == NULL || path == NULL)
    return TRUE;

  if (self->book->sheets->len == CAP_XLSX_MAX_SHEETS)
    {
      cap_xlsx_set_too_big (error);
      return FALSE;
    }

  sheet = g_new0 (CapXlsxSheet, 1);
  sheet->name = g_steal_pointer (&title);
  sheet->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  g_ptr_array_add (self->book->sheets, sheet);
  g_ptr_array_add (self->paths, g_strdup (path));

  return TRUE;
}

static gboolean
read_shared (CapXlsxXmlEvent   event,
             const char       *name,
             xmlTextReader    *xml,
             gpointer          user_data,
             GError          **error)
{
  Reading *self = user_data;

  collect (self, event, name, xml);
  if (event == CAP_XLSX_XML_TEXT || !g_str_equal (name, "si"))
    return TRUE;

  if (event == CAP_XLSX_XML_END)
    g_ptr_array_add (self->shared, (gpointer) keep_text (self, self->text->str));
  g_string_truncate (self->text, 0);

  return TRUE;
}

/* Where a cell says that it is: “AB12”. Without a word, it follows the one before it. */
static gboolean
read_column (const char *place,
             int        *column)
{
  int number = 0;
  guint n = 0;

  for (n = 0; n < 3 && g_ascii_isupper (place[n]); n++)
    number = number * 26 + (place[n] - 'A') + 1;

  *column = number - 1;

  return n > 0 && g_ascii_isdigit (place[n]);
}

static gboolean
start_row (SheetReading   *self,
           xmlTextReader  *xml,
           GError        **error)
{
  g_autofree char *number = cap_xlsx_xml_dup_attribute (xml, "r");
  guint64 value = self->row + 1;

  if (number != NULL && !g_ascii_string_to_unsigned (number, 10, value, G_MAXINT32, &value, NULL))
    {
      cap_xlsx_set_damaged (error);
      return FALSE;
    }

  self->row = (guint) value;
  self->column = -1;

  return TRUE;
}

static gboolean
start_cell (SheetReading   *self,
            xmlTextReader  *xml,
            GError        **error)
{
  g_autofree char *place = cap_xlsx_xml_dup_attribute (xml, "r");
  int column = self->column + 1;

  if (place != NULL && (!read_column (place, &column) || column <= self->column))
    {
      cap_xlsx_set_damaged (error);
      return FALSE;
    }

  self->column = column;
  g_free (self->type);
  self->type = cap_xlsx_xml_dup_attribute (xml, "t");
  self->has_formula = FALSE;
  self->has_value = FALSE;
  g_string_truncate (self->reading->text, 0);

  return TRUE;
}

/* NULL when the cell refers to nothing. */
static const char *
read_value (SheetReading *self)
{
  const char *text = self->reading->text->str;
  const char *type = self->type != NULL ? self->type : "n";
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  guint64 index;
  char *end;
  double value;

  if (*text == '\0')
    return "";

  if (g_str_equal (type, "s"))
    {
      if (!g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT32, &index, NULL) ||
          index >= self->reading->shared->len)
        return NULL;
      return g_ptr_array_index (self->reading->shared, index);
    }

  if (g_str_equal (type, "n"))
    {
      value = g_ascii_strtod (text, &end);
      if (end != text && *end == '\0')
        return keep_text (self->reading, g_ascii_formatd (number, sizeof number, "%.15g", value));
    }

  return keep_text (self->reading, text);
}

static void
add_cell (SheetReading *self,
          const char   *text,
          gboolean      is_error)
{
  GPtrArray *rows = self->sheet->rows;
  CapXlsxRow *row = rows->len > 0 ? g_ptr_array_index (rows, rows->len - 1) : NULL;
  CapXlsxCell cell = { (guint) self->column, is_error, text };

  if (row == NULL || row->number != self->row)
    {
      row = g_new0 (CapXlsxRow, 1);
      row->number = self->row;
      row->cells = g_array_new (FALSE, FALSE, sizeof (CapXlsxCell));
      g_ptr_array_add (rows, row);
    }
  g_array_append_val (row->cells, cell);
}

static gboolean
check_text_size (SheetReading  *self,
                 const char    *text,
                 GError       **error)
{
  g_autofree char *place = NULL;

  if (strlen (text) <= CAP_XLSX_MAX_TEXT || g_utf8_strlen (text, -1) <= CAP_XLSX_MAX_TEXT)
    return TRUE;

  place = cap_xlsx_name_cell (self->row, (guint) self->column);
  g_set_error (error, CAP_EXCHANGE_ERROR, CAP_EXCHANGE_ERROR_INPUT, "%s!%s: %s", self->sheet->name, place,
               _("this text is far too long"));

  return FALSE;
}

static gboolean
end_cell (SheetReading  *self,
          GError       **error)
{
  const char *text = read_value (self);
  gboolean is_error = g_strcmp0 (self->type, "e") == 0 || (self->has_formula && !self->has_value);

  if (text == NULL)
    {
      cap_xlsx_set_damaged (error);
      return FALSE;
    }

  if (*text == '\0' && !is_error)
    return TRUE;

  self->reading->total += strlen (text);
  if (self->row > CAP_XLSX_MAX_ROWS || self->column >= CAP_XLSX_MAX_COLUMNS ||
      self->reading->total > CAP_XLSX_MAX_SIZE)
    {
      cap_xlsx_set_too_big (error);
      return FALSE;
    }

  if (!check_text_size (self, text, error))
    return FALSE;

  add_cell (self, text, is_error);

  return TRUE;
}

static gboolean
read_cells (CapXlsxXmlEvent   event,
            const char       *name,
            xmlTextReader    *xml,
            gpointer          user_data,
            GError          **error)
{
  SheetReading *self = user_data;

  if (event != CAP_XLSX_XML_TEXT && g_str_equal (name, "sheetData"))
    self->inside = event == CAP_XLSX_XML_START;
  if (!self->inside)
    return TRUE;

  collect (self->reading, event, name, xml);
  if (event == CAP_XLSX_XML_START && g_str_equal (name, "row"))
    return start_row (self, xml, error);
  if (event == CAP_XLSX_XML_START && g_str_equal (name, "c"))
    return start_cell (self, xml, error);
  if (event == CAP_XLSX_XML_END && g_str_equal (name, "c"))
    return end_cell (self, error);

  self->has_formula = self->has_formula || (event == CAP_XLSX_XML_START && g_str_equal (name, "f"));
  self->has_value = self->has_value || (event == CAP_XLSX_XML_START && g_str_equal (name, "v"));

  return TRUE;
}

/* Each part serves once: sixty-four tabs cannot share one that is huge. */
static gboolean
read_part (Reading         *self,
           const char      *path,
           CapXlsxXmlFunc   func,
           gpointer         user_data,
           GError         **error)
{
  g_autoptr(GBytes) part = NULL;
  g_autofree char *key = NULL;

  if (path == NULL || !g_hash_table_steal_extended (self->parts, path, (gpointer *) &key, (gpointer *) &part))
    {
      cap_xlsx_set_damaged (error);
      return FALSE;
    }

  self->collecting = FALSE;
  self->phonetic = 0;
  g_string_truncate (self->text, 0);

  return cap_xlsx_xml_walk (part, func, user_data, error);
}

static gboolean
read_sheets (Reading  *self,
             GError  **error)
{
  for (guint i = 0; i < self->paths->len; i++)
    {
      SheetReading sheet = { self, g_ptr_array_index (self->book->sheets, i) };
      gboolean done = read_part (self, g_ptr_array_index (self->paths, i), read_cells, &sheet, error);

      g_free (sheet.type);
      if (!done)
        return FALSE;
    }

  if (self->paths->len == 0)
    cap_xlsx_set_damaged (error);

  return self->paths->len > 0;
}

/**
 * cap_xlsx_read:
 * @source: what should be a workbook in the XLSX format
 * @error: return location for a [error@Cap.ExchangeError]
 *
 * Reads what the cells of a workbook show. Whatever @source holds, it takes a
 * bounded time and a bounded memory.
 *
 * Returns: (transfer full) (nullable): the workbook
 */
CapXlsx *
cap_xlsx_read (GBytes  *source,
               GError **error)
{
  g_autoptr(CapXlsx) book = NULL;
  g_autoptr(GHashTable) parts = NULL;
  g_autoptr(GHashTable) targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GPtrArray) shared = g_ptr_array_new ();
  g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GString) text = g_string_new (NULL);
  Reading self = { .targets = targets, .shared = shared, .paths = paths, .text = text };
  const char *strings;

  g_return_val_if_fail (source != NULL, NULL);

  parts = cap_xlsx_parts_read (source, error);
  if (parts == NULL)
    return NULL;

  book = g_new0 (CapXlsx, 1);
  book->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) sheet_free);
  book->texts = g_string_chunk_new (64 * 1024);
  self.book = book;
  self.parts = parts;

  if (!read_part (&self, "xl/_rels/workbook.xml.rels", read_relation, &self, error) ||
      !read_part (&self, "xl/workbook.xml", read_tab, &self, error))
    return NULL;

  strings = g_hash_table_lookup (targets, "");
  if (strings != NULL && !read_part (&self, strings, read_shared, &self, error))
    return NULL;

  return read_sheets (&self, error) ? g_steal_pointer (&book) : NULL;
}

void
cap_xlsx_free (CapXlsx *self)
{
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  g_string_chunk_free (self->texts);
  g_free (self);
}

static int
compare_cells (gconstpointer a,
               gconstpointer b)
{
  const CapXlsxCell *one = a;
  const CapXlsxCell *other = b;

  return (int) one->column - (int) other->column;
}

/* NULL when it is blank. */
const CapXlsxCell *
cap_xlsx_row_get_cell (const CapXlsxRow *self,
                       guint             column)
{
  const CapXlsxCell wanted = { .column = column };
  guint index;

  g_return_val_if_fail (self != NULL, NULL);

  if (!g_array_binary_search (self->cells, &wanted, compare_cells, &index))
    return NULL;

  return &g_array_index (self->cells, CapXlsxCell, index);
}

char *
cap_xlsx_name_cell (guint row,
                    guint column)
{
  char letters[8] = "";
  guint at = sizeof letters - 1;

  for (guint n = column + 1; n > 0; n = (n - 1) / 26)
    letters[--at] = (char) ('A' + (n - 1) % 26);

  return g_strdup_printf ("%s%u", letters + at, row);
}
