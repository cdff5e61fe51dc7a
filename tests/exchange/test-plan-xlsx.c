/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-plan-xlsx.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "exchange/cap-xlsx-reader.h"
#include "exchange/exchange-fixture.h"
#include "model/cap-action-field.h"

#define TODAY "2026-11-20"

static GBytes *
write_book (const CapDossier *dossier)
{
  g_autoptr(GError) error = NULL;
  GBytes *book = cap_plan_xlsx_write (dossier, TODAY, &error);

  g_assert_no_error (error);

  return book;
}

static CapXlsx *
read_book (GBytes *book)
{
  g_autoptr(GError) error = NULL;
  CapXlsx *xlsx = cap_xlsx_read (book, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (xlsx->sheets->len, ==, 3);

  return xlsx;
}

static const char *
get_cell (const CapXlsx *book,
          guint          sheet,
          guint          row,
          guint          column)
{
  const CapXlsxSheet *self = g_ptr_array_index (book->sheets, sheet);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const CapXlsxRow *at = g_ptr_array_index (self->rows, i);
      const CapXlsxCell *cell = at->number == row ? cap_xlsx_row_get_cell (at, column) : NULL;

      if (cell != NULL)
        return cell->text;
    }

  return NULL;
}

/* The XML of a part of a workbook. */
static char *
dup_part (GBytes     *book,
          const char *name)
{
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;
  char *text = NULL;

  archive_read_support_format_zip (archive);
  archive_read_open_memory (archive, g_bytes_get_data (book, NULL), g_bytes_get_size (book));
  while (text == NULL && archive_read_next_header (archive, &entry) == ARCHIVE_OK)
    {
      gsize size = 1 << 20;

      if (!g_str_equal (archive_entry_pathname (entry), name))
        continue;

      text = g_malloc0 (size);
      g_assert_cmpint (archive_read_data (archive, text, size - 1), >, 0);
    }
  archive_read_free (archive);
  g_assert_nonnull (text);

  return text;
}

static CapDossier *
make_dossier (void)
{
  CapDossier *dossier = exchange_fixture_new_dossier ();
  CapAction *action = cap_action_new ("0f", "=HYPERLINK(\"http://x\")");
  CapIndicator *indicator = cap_indicator_new ("some-indicator", "I-01", "Sorties vers l’emploi");

  action->number = 7;
  action->due = g_strdup ("2026-11-10");
  action->days_hundredths = 150;
  action->euros = 1200;
  g_ptr_array_set_size (dossier->actions, 0);
  g_ptr_array_add (dossier->actions, action);

  indicator->target = 60000;
  cap_indicator_set_value (indicator, "2026-06-30", 52500, NULL);
  cap_indicator_set_value (indicator, "2026-09-30", -1250, "À relire");
  g_ptr_array_set_size (dossier->indicators, 0);
  g_ptr_array_add (dossier->indicators, indicator);

  return dossier;
}

static void
test_plan (void)
{
  g_autoptr(CapDossier) dossier = make_dossier ();
  g_autoptr(GBytes) bytes = write_book (dossier);
  g_autoptr(CapXlsx) book = read_book (bytes);

  for (guint i = 0; i < CAP_N_ACTION_FIELDS; i++)
    g_assert_cmpstr (get_cell (book, 0, 1, i), ==, cap_action_field_get_label ((CapActionField) i));
  g_assert_cmpstr (get_cell (book, 0, 2, CAP_FIELD_NUMBER), ==, "7");
  g_assert_cmpstr (get_cell (book, 0, 2, CAP_FIELD_TITLE), ==, "=HYPERLINK(\"http://x\")");
  g_assert_cmpstr (get_cell (book, 0, 2, CAP_FIELD_DUE), ==, "46336");
  g_assert_cmpstr (get_cell (book, 0, 2, CAP_FIELD_DAYS), ==, "1.5");
  g_assert_cmpstr (get_cell (book, 0, 2, CAP_FIELD_EUROS), ==, "1200");
  g_assert_cmpstr (get_cell (book, 0, 2, CAP_FIELD_STATE), ==, "To do");
  g_assert_cmpstr (get_cell (book, 0, 2, CAP_N_ACTION_FIELDS), ==, "10");
  g_assert_null (get_cell (book, 0, 2, CAP_FIELD_OWNER));
}

static void
test_figures (void)
{
  g_autoptr(CapDossier) dossier = make_dossier ();
  CapAction *done = cap_action_new ("10", "Faite à temps");
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(CapXlsx) book = NULL;

  done->due = g_strdup ("2026-11-10");
  done->done = g_strdup ("2026-11-10");
  done->state = CAP_ACTION_DONE;
  g_ptr_array_add (dossier->actions, done);
  bytes = write_book (dossier);
  book = read_book (bytes);

  g_assert_cmpstr (get_cell (book, 1, 4, 0), ==, "Open actions");
  g_assert_cmpstr (get_cell (book, 1, 4, 1), ==, "2");
  g_assert_cmpstr (get_cell (book, 1, 5, 1), ==, "1");
  g_assert_cmpstr (get_cell (book, 1, 6, 1), ==, "100");
  g_assert_cmpstr (get_cell (book, 1, 7, 1), ==, "10");
  g_assert_cmpstr (get_cell (book, 1, 10, 0), ==, "To do");
  g_assert_cmpstr (get_cell (book, 1, 10, 1), ==, "1");
  g_assert_cmpstr (get_cell (book, 1, 12, 1), ==, "1");
}

static void
test_indicators (void)
{
  g_autoptr(CapDossier) dossier = make_dossier ();
  g_autoptr(GBytes) bytes = write_book (dossier);
  g_autoptr(CapXlsx) book = read_book (bytes);

  g_assert_cmpstr (get_cell (book, 2, 2, 0), ==, "I-01");
  g_assert_cmpstr (get_cell (book, 2, 2, 3), ==, "60");
  g_assert_cmpstr (get_cell (book, 2, 2, 4), ==, "46203");
  g_assert_cmpstr (get_cell (book, 2, 2, 5), ==, "52.5");
  g_assert_cmpstr (get_cell (book, 2, 3, 5), ==, "-1.25");
  g_assert_cmpstr (get_cell (book, 2, 3, 6), ==, "À relire");
}

/* Frozen header, filters, lists of words; no formula anywhere. */
static void
test_look (void)
{
  g_autoptr(CapDossier) dossier = make_dossier ();
  g_autoptr(GBytes) bytes = write_book (dossier);
  g_autofree char *sheet = dup_part (bytes, "xl/worksheets/sheet1.xml");

  g_assert_nonnull (strstr (sheet, "state=\"frozen\""));
  g_assert_nonnull (strstr (sheet, "<autoFilter ref=\"A1:AG2\"/>"));
  g_assert_nonnull (strstr (sheet, "To do,Started,Done,Verified,Abandoned"));
  g_assert_null (strstr (sheet, "<f>"));
}

/* Control characters, texts that no cell can hold, days before 1900. */
static void
test_difficult (void)
{
  g_autoptr(CapDossier) dossier = make_dossier ();
  CapAction *action = g_ptr_array_index (dossier->actions, 0);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(CapXlsx) book = NULL;

  action->description = g_strnfill (50000, 'a');
  action->owner = g_strdup ("\001_x0041_");
  g_free (action->due);
  action->due = g_strdup ("1789-07-14");
  bytes = write_book (dossier);
  book = read_book (bytes);

  g_assert_cmpuint (strlen (get_cell (book, 0, 2, CAP_FIELD_DESCRIPTION)), ==, CAP_XLSX_MAX_TEXT);
  g_assert_cmpstr (get_cell (book, 0, 2, CAP_FIELD_OWNER), ==, "\001_x0041_");
  g_assert_cmpstr (get_cell (book, 0, 2, CAP_FIELD_DUE), ==, "1789-07-14");
}

static void
test_same_bytes (void)
{
  g_autoptr(CapDossier) dossier = exchange_fixture_new_dossier ();
  g_autoptr(GBytes) first = write_book (dossier);
  g_autoptr(GBytes) second = NULL;

  g_usleep (G_USEC_PER_SEC + 1);
  second = write_book (dossier);
  g_assert_true (g_bytes_equal (first, second));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/plan-xlsx/plan", test_plan);
  g_test_add_func ("/exchange/plan-xlsx/figures", test_figures);
  g_test_add_func ("/exchange/plan-xlsx/indicators", test_indicators);
  g_test_add_func ("/exchange/plan-xlsx/look", test_look);
  g_test_add_func ("/exchange/plan-xlsx/difficult", test_difficult);
  g_test_add_func ("/exchange/plan-xlsx/same-bytes", test_same_bytes);

  return g_test_run ();
}
