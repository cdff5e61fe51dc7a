/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-xlsx-reader.h"

#include <string.h>

#include "exchange/cap-framework-json.h"
#include "exchange/xlsx-fixture.h"

#define MIB (1024 * 1024)

static CapXlsx *
read_sheet (const char *sheet,
            const char *shared)
{
  g_autoptr(GBytes) source = xlsx_fixture_wrap (sheet, -1, shared);
  g_autoptr(GError) error = NULL;
  CapXlsx *book = cap_xlsx_read (source, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (book->sheets->len, ==, 1);

  return book;
}

static const char *
get_text (const CapXlsx *book,
          guint          row,
          guint          column)
{
  const CapXlsxSheet *sheet = g_ptr_array_index (book->sheets, 0);

  for (guint i = 0; i < sheet->rows->len; i++)
    {
      const CapXlsxRow *candidate = g_ptr_array_index (sheet->rows, i);
      const CapXlsxCell *cell = cap_xlsx_row_get_cell (candidate, column);

      if (candidate->number == row)
        return cell != NULL ? cell->text : NULL;
    }

  return NULL;
}

/* A cell of the sheet, and what is read of it. */
static const struct
{
  const char *cell;
  const char *text;
} cells[] = {
  { "<c r=\"A1\"><v>1.0</v></c>", "1" },
  { "<c r=\"A1\"><v>4.0999999999999996</v></c>", "4.1" },
  { "<c r=\"A1\"><v>-12</v></c>", "-12" },
  { "<c r=\"A1\" t=\"n\"><v>1.5E3</v></c>", "1500" },
  { "<c r=\"A1\" t=\"b\"><v>1</v></c>", "1" },
  { "<c r=\"A1\" t=\"s\"><v>0</v></c>", "first" },
  { "<c r=\"A1\" t=\"s\"><v>1</v></c>", " one, two" },
  { "<c r=\"A1\" t=\"s\"><v>3</v></c>", "a\r_x0041_" },
  { "<c r=\"A1\" t=\"s\"><v>2</v></c>", NULL },
  { "<c r=\"A1\" t=\"str\"><f>A2</f><v>made</v></c>", "made" },
  { "<c r=\"A1\"><f>1+1</f><v>2</v></c>", "2" },
  { "<c r=\"A1\" t=\"e\"><v>#REF!</v></c>", "#REF!" },
  { "<c r=\"A1\" t=\"inlineStr\"><is><t>&lt;b&gt;</t></is></c>", "<b>" },
  { "<c r=\"A1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">  </t></is></c>", "  " },
  { "<c r=\"A1\" t=\"inlineStr\"><is><r><t>a</t></r><r><t>b</t></r></is></c>", "ab" },
  { "<c r=\"A1\" t=\"inlineStr\"><is><t><![CDATA[a<b]]></t></is></c>", "a<b" },
  { "<c r=\"A1\" t=\"inlineStr\"><is><t>_x_ _x00_ _xd800_</t></is></c>", "_x_ _x00_ _xd800_" },
  { "<c r=\"A1\" t=\"inlineStr\"><is><t>caf&#233;</t></is></c>", "café" },
  { "<c t=\"inlineStr\"><is><t>first</t></is></c>", "first" },
  { "<c r=\"A1\" s=\"3\"/>", NULL },
  { "<c r=\"A1\" t=\"inlineStr\"><is><t/></is></c>", NULL },
};

static void
test_cells (void)
{
  const char *shared = "<sst><si><t>first</t></si><si><r><t xml:space=\"preserve\"> one,</t></r>"
                       "<r><rPr/><t xml:space=\"preserve\"> two</t></r>"
                       "<rPh sb=\"0\"><t>reading</t></rPh></si>"
                       "<si/><si><t>a_x000D__x005F_x0041_</t></si></sst>";

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *sheet = g_strconcat ("<worksheet><sheetData><row>", cells[i].cell,
                                            "</row></sheetData></worksheet>", NULL);
      g_autoptr(CapXlsx) book = read_sheet (sheet, shared);

      g_assert_cmpstr (get_text (book, 1, 0), ==, cells[i].text);
    }
}

/* Rows and columns that are left out, prefixes, what surrounds the cells. */
static void
test_places (void)
{
  g_autoptr(CapXlsx) book =
    read_sheet ("<x:worksheet xmlns:x='urn:x'><x:cols><x:c><x:v>7</x:v></x:c></x:cols><x:sheetData>"
                "<x:row r='3'><x:c r='B3'><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c>"
                "<x:c r='AA3'><x:v>3</x:v></x:c><x:c r='GR3'><x:v>4</x:v></x:c></x:row>"
                "<x:row><x:c><x:v>5</x:v></x:c></x:row><x:row r='1048576'><x:c r='XFD1048576' s='1'/></x:row>"
                "</x:sheetData><x:mergeCells/></x:worksheet>", NULL);

  g_assert_cmpuint (((CapXlsxSheet *) g_ptr_array_index (book->sheets, 0))->rows->len, ==, 2);
  g_assert_cmpstr (get_text (book, 3, 1), ==, "1");
  g_assert_cmpstr (get_text (book, 3, 2), ==, "2");
  g_assert_cmpstr (get_text (book, 3, 26), ==, "3");
  g_assert_cmpstr (get_text (book, 3, 199), ==, "4");
  g_assert_cmpstr (get_text (book, 4, 0), ==, "5");
}

static void
test_errors (void)
{
  g_autoptr(CapXlsx) book =
    read_sheet ("<worksheet><sheetData><row><c t='e'><v>#REF!</v></c><c><f>A1</f></c><c><f>1</f><v>1</v></c>"
                "</row></sheetData></worksheet>", NULL);
  const CapXlsxRow *row = g_ptr_array_index (((CapXlsxSheet *) book->sheets->pdata[0])->rows, 0);

  g_assert_true (cap_xlsx_row_get_cell (row, 0)->is_error);
  g_assert_true (cap_xlsx_row_get_cell (row, 1)->is_error);
  g_assert_false (cap_xlsx_row_get_cell (row, 2)->is_error);
}

static void
test_names (void)
{
  static const struct { guint row, column; const char *name; } names[] = {
    { 1, 0, "A1" }, { 12, 2, "C12" }, { 1, 25, "Z1" }, { 1, 26, "AA1" }, { 3, 51, "AZ3" }, { 3, 52, "BA3" },
    { 9, 701, "ZZ9" }, { 1048576, 16383, "XFD1048576" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = cap_xlsx_name_cell (names[i].row, names[i].column);

      g_assert_cmpstr (name, ==, names[i].name);
    }
}

static void
assert_refused (GBytes     *source,
                const char *message)
{
  g_autoptr(GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  g_autoptr(CapXlsx) book = cap_xlsx_read (source, &error);

  g_assert_null (book);
  g_assert_error (error, CAP_EXCHANGE_ERROR, CAP_EXCHANGE_ERROR_INPUT);
  if (message != NULL && strstr (error->message, message) == NULL)
    g_error ("“%s” rather than “%s”", error->message, message);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
}

static void
assert_sheet_refused (const char *sheet,
                      const char *message)
{
  g_autoptr(GBytes) source = xlsx_fixture_wrap (sheet, -1, NULL);

  assert_refused (source, message);
}

static const struct
{
  const char *sheet;
  const char *message;
} bad_sheets[] = {
  { "", "damaged" },
  { "<worksheet>", "damaged" },
  { "<worksheet><sheetData><row><c><v>1</v></row></sheetData></worksheet>", "damaged" },
  { "<worksheet><sheetData><row r='0'/></sheetData></worksheet>", "damaged" },
  { "<worksheet><sheetData><row r='-1'/></sheetData></worksheet>", "damaged" },
  { "<worksheet><sheetData><row r='2'/><row r='2'/></sheetData></worksheet>", "damaged" },
  { "<worksheet><sheetData><row><c r='b1'/></row></sheetData></worksheet>", "damaged" },
  { "<worksheet><sheetData><row><c r='AAAA1'/></row></sheetData></worksheet>", "damaged" },
  { "<worksheet><sheetData><row><c r='B1'/><c r='A1'/></row></sheetData></worksheet>", "damaged" },
  { "<worksheet><sheetData><row><c t='s'><v>5</v></c></row></sheetData></worksheet>", "damaged" },
  { "<worksheet><sheetData><row><c t='s'><v>x</v></c></row></sheetData></worksheet>", "damaged" },
  { "<worksheet><sheetData><row><c><v>caf\xe9</v></c></row></sheetData></worksheet>", "damaged" },
  { "<worksheet><sheetData><row><c><v>\x01</v></c></row></sheetData></worksheet>", "damaged" },
  { "<worksheet><sheetData><row><c><v>&what;</v></c></row></sheetData></worksheet>", "damaged" },
  { "<!DOCTYPE x [<!ENTITY a 'b'>]><worksheet/>", "damaged" },
  { "<!DOCTYPE x SYSTEM 'file:///etc/passwd'><worksheet/>", "damaged" },
  { "<worksheet><sheetData><row><c r='GS1'><v>1</v></c></row></sheetData></worksheet>", "too big" },
  { "<worksheet><sheetData><row r='20001'><c><v>1</v></c></row></sheetData></worksheet>", "too big" },
};

static void
test_bad_sheets (void)
{
  g_autoptr(GString) deep = g_string_new (NULL);
  g_autofree char *text = g_strnfill (CAP_XLSX_MAX_TEXT + 1, 'x');
  g_autofree char *wordy = g_strconcat ("<worksheet><sheetData><row r='7'><c r='AB7' t='str'><v>", text,
                                        "</v></c></row></sheetData></worksheet>", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (bad_sheets); i++)
    assert_sheet_refused (bad_sheets[i].sheet, bad_sheets[i].message);

  for (guint i = 0; i < 100; i++)
    g_string_append (deep, "<a>");
  for (guint i = 0; i < 100; i++)
    g_string_append (deep, "</a>");
  assert_sheet_refused (deep->str, "damaged");
  assert_sheet_refused (wordy, "Un!AB7: ");
}

/* In UTF-16 a declaration is not seen at first sight. */
static void
test_utf16 (void)
{
  const char *text = "<?xml version='1.0' encoding='UTF-16'?><!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>";
  gsize size = 0;
  g_autofree char *wide = g_convert (text, -1, "UTF-16", "UTF-8", NULL, &size, NULL);
  g_autoptr(GBytes) source = xlsx_fixture_wrap (wide, (gssize) size, NULL);

  assert_refused (source, "damaged");
}

static const struct
{
  const char *data;
  gsize       size;
  const char *message;
} strangers[] = {
  { "", 0, "not a spreadsheet" },
  { "P", 1, "not a spreadsheet" },
  { "{\"format\": 2}", 13, "not a spreadsheet" },
  { "PK\x03\x04", 4, "damaged" },
  { "PK\x03\x04 and nothing that a zip has", 32, "damaged" },
  { "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8, ".xls" },
};

static void
test_strangers (void)
{
  const char *document[] = { "mimetype", "application/vnd.oasis.opendocument.spreadsheet",
                             "content.xml", "<x/>", NULL };
  const char *zip[] = { "hello.txt", "hello", NULL };
  const char *empty[] = { "xl/workbook.xml", "<workbook/>", "xl/_rels/workbook.xml.rels", "<R/>", NULL };
  const char *half[] = { "xl/workbook.xml", "<workbook/>", NULL };
  g_autoptr(GBytes) open_document = xlsx_fixture_zip (document, "");
  g_autoptr(GBytes) any_zip = xlsx_fixture_zip (zip, "");
  g_autoptr(GBytes) no_sheet = xlsx_fixture_zip (empty, "");
  g_autoptr(GBytes) no_relation = xlsx_fixture_zip (half, "");

  for (guint i = 0; i < G_N_ELEMENTS (strangers); i++)
    {
      g_autoptr(GBytes) source = g_bytes_new (strangers[i].data, strangers[i].size);

      assert_refused (source, strangers[i].message);
    }

  assert_refused (open_document, "OpenDocument");
  assert_refused (any_zip, "not a spreadsheet");
  assert_refused (no_sheet, "damaged");
  assert_refused (no_relation, "damaged");
}

static void
test_password (void)
{
  const char *parts[] = { "xl/workbook.xml", "<workbook/>", NULL };
  g_autoptr(GBytes) source = xlsx_fixture_zip (parts, "zip:encryption=traditional");

  assert_refused (source, "password");
}

/* A few hundred kilobytes that unpack into hundreds of megabytes. */
static void
test_bomb (void)
{
  g_autofree char *spaces = g_strnfill (80 * MIB, ' ');
  g_autoptr(GBytes) source = xlsx_fixture_wrap (spaces, -1, NULL);

  g_assert_cmpuint (g_bytes_get_size (source), <, MIB);
  assert_refused (source, "too big");
}

/* A long text that very many cells show. */
static void
test_amplified (void)
{
  g_autofree char *text = g_strnfill (CAP_XLSX_MAX_TEXT, 'x');
  g_autofree char *shared = g_strconcat ("<sst><si><t>", text, "</t></si></sst>", NULL);
  g_autoptr(GString) sheet = g_string_new ("<worksheet><sheetData>");
  g_autoptr(GBytes) source = NULL;

  for (guint i = 0; i < CAP_XLSX_MAX_ROWS; i++)
    g_string_append (sheet, "<row><c t='s'><v>0</v></c><c t='s'><v>0</v></c></row>");
  g_string_append (sheet, "</sheetData></worksheet>");
  source = xlsx_fixture_wrap (sheet->str, -1, shared);
  assert_refused (source, "too big");
}

/* Sixty-four tabs that are one and the same sheet, and one tab too many. */
static void
test_tabs (void)
{
  g_autoptr(GString) tabs = g_string_new ("<workbook xmlns:r='r'><sheets>");
  g_autofree char *many = NULL;
  const char *parts[] = {
    "xl/workbook.xml", NULL,
    "xl/_rels/workbook.xml.rels",
    "<Relationships><Relationship Id=\"a\" Type=\"/worksheet\" Target=\"one.xml\"/></Relationships>",
    "xl/one.xml", "<worksheet/>", NULL,
  };
  g_autoptr(GBytes) shared = NULL;
  g_autoptr(GBytes) crowded = NULL;

  for (guint i = 0; i < CAP_XLSX_MAX_SHEETS; i++)
    g_string_append_printf (tabs, "<sheet name='%u' r:id='a'/>", i);
  many = g_strconcat (tabs->str, "<sheet name='more' r:id='a'/></sheets></workbook>", NULL);
  g_string_append (tabs, "</sheets></workbook>");

  parts[1] = tabs->str;
  shared = xlsx_fixture_zip (parts, "");
  assert_refused (shared, "damaged");
  parts[1] = many;
  crowded = xlsx_fixture_zip (parts, "");
  assert_refused (crowded, "too big");
}

static GBytes *
write_default (void)
{
  g_autoptr(GPtrArray) book = xlsx_fixture_new ();

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("Sheet %u", i);

      xlsx_fixture_add (book, name);
      for (guint j = 1; j < 40; j++)
        {
          g_autofree char *place = g_strdup_printf ("%s!%c%u", name, (char) ('A' + j % 20), j);

          xlsx_fixture_set (book, place, "Un texte qui dit quelque chose");
        }
    }

  return xlsx_fixture_write (book, XLSX_SHARED);
}

/* Cut anywhere, it is refused; whatever bytes change, it is read or refused, and nothing breaks. */
static void
test_noise (void)
{
  g_autoptr(GBytes) source = write_default ();
  gsize size;
  const char *data = g_bytes_get_data (source, &size);

  for (gsize cut = 0; cut < size; cut += 41)
    {
      g_autoptr(GBytes) part = g_bytes_new_from_bytes (source, 0, cut);

      assert_refused (part, NULL);
    }

  for (guint i = 0; i < 600; i++)
    {
      g_autofree char *noisy = g_memdup2 (data, size);
      g_autoptr(GBytes) bytes = NULL;
      g_autoptr(CapXlsx) book = NULL;

      for (guint j = 0; j < 1 + i / 100; j++)
        noisy[g_test_rand_int_range (0, (gint32) size)] = (char) g_test_rand_int_range (0, 256);
      bytes = g_bytes_new (noisy, size);
      book = cap_xlsx_read (bytes, NULL);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/xlsx-reader/cells", test_cells);
  g_test_add_func ("/exchange/xlsx-reader/places", test_places);
  g_test_add_func ("/exchange/xlsx-reader/errors", test_errors);
  g_test_add_func ("/exchange/xlsx-reader/names", test_names);
  g_test_add_func ("/exchange/xlsx-reader/bad-sheets", test_bad_sheets);
  g_test_add_func ("/exchange/xlsx-reader/utf16", test_utf16);
  g_test_add_func ("/exchange/xlsx-reader/strangers", test_strangers);
  g_test_add_func ("/exchange/xlsx-reader/password", test_password);
  g_test_add_func ("/exchange/xlsx-reader/bomb", test_bomb);
  g_test_add_func ("/exchange/xlsx-reader/amplified", test_amplified);
  g_test_add_func ("/exchange/xlsx-reader/tabs", test_tabs);
  g_test_add_func ("/exchange/xlsx-reader/noise", test_noise);

  return g_test_run ();
}
