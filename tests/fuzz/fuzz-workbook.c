/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "exchange/cap-framework-xlsx.h"
#include "exchange/cap-xlsx-reader.h"
#include "fuzz/parts.h"

/* A spreadsheet: its zip is sound and what is in it is anything, or the other way round. */

#define SPOILT     0x80
#define ANY_FILE   0xf0

static GBytes *workbook;

/* The framework that the readers of frameworks start from, as a spreadsheet. */
int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  fuzz_start ();
  workbook = fuzz_get_kept ("framework-xlsx/small.xlsx");

  return 0;
}

static GBytes *
make_file (FuzzInput *input)
{
  const guint kind = fuzz_input_byte (input);

  if (kind < SPOILT)
    return fuzz_parts_zip (input);

  return kind < ANY_FILE ? fuzz_input_spoil (input, workbook) : fuzz_input_rest (input);
}

static void
check (const CapXlsx *book)
{
  for (guint i = 0; i < book->sheets->len; i++)
    {
      const CapXlsxSheet *sheet = g_ptr_array_index (book->sheets, i);

      g_assert_true (g_utf8_validate (sheet->name, -1, NULL));
      g_assert_cmpuint (sheet->rows->len, <=, CAP_XLSX_MAX_ROWS);
      for (guint j = 0; j < sheet->rows->len; j++)
        {
          const CapXlsxRow *row = g_ptr_array_index (sheet->rows, j);

          for (guint k = 0; k < row->cells->len; k++)
            {
              const CapXlsxCell *cell = &g_array_index (row->cells, CapXlsxCell, k);

              g_assert_cmpuint (cell->column, <, CAP_XLSX_MAX_COLUMNS);
              g_assert_true (g_utf8_validate (cell->text, -1, NULL));
            }
        }
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  FuzzInput input = { data, data + size };
  g_autoptr(GBytes) file = make_file (&input);
  g_autoptr(GError) error = NULL;
  g_autoptr(CapXlsx) book = cap_xlsx_read (file, &error);
  g_autoptr(CapFramework) framework = NULL;
  g_autoptr(GPtrArray) faults = NULL;

  g_assert_cmpint (book == NULL, ==, error != NULL);
  if (book == NULL)
    return 0;

  check (book);
  faults = cap_framework_xlsx_read (file, &framework);
  g_assert_cmpint (framework == NULL, ==, faults->len > 0);

  return 0;
}
