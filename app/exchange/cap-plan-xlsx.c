/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/cap-plan-xlsx.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "base/cap-date.h"
#include "exchange/cap-plan-fields-private.h"
#include "exchange/cap-plan-xlsx-private.h"
#include "exchange/cap-xlsx-reader.h"

#define MAX_TEXT CAP_XLSX_MAX_TEXT
#define SPARE_ROWS 300  /* that choose from lists too, below those that are filled */
#define FIRST_YEAR 1900 /* that a spreadsheet has */
#define FROZEN 2        /* number and title */
#define PAGES_ACROSS 4
#define LATE_COLUMN CAP_N_ACTION_FIELDS

/* In characters, by CapActionField. */
static const guint8 widths[CAP_N_ACTION_FIELDS] = {
  [CAP_FIELD_NUMBER] = 6,
  [CAP_FIELD_TITLE] = 44,
  [CAP_FIELD_DESCRIPTION] = 40,
  [CAP_FIELD_EXPECTED] = 32,
  [CAP_FIELD_KIND] = 18,
  [CAP_FIELD_ORIGINS] = 18,
  [CAP_FIELD_OWNER] = 20,
  [CAP_FIELD_CONTRIBUTORS] = 20,
  [CAP_FIELD_SERVICE] = 12,
  [CAP_FIELD_DAYS] = 8,
  [CAP_FIELD_EUROS] = 11,
  [CAP_FIELD_START] = 12,
  [CAP_FIELD_DUE] = 12,
  [CAP_FIELD_STATE] = 13,
  [CAP_FIELD_IMPACT] = 9,
  [CAP_FIELD_EFFORT] = 9,
  [CAP_FIELD_LEVEL] = 9,
  [CAP_FIELD_TARGET] = 9,
  [CAP_FIELD_STEPS] = 34,
  [CAP_FIELD_NOTES] = 40,
  [CAP_FIELD_AFTER] = 10,
  [CAP_FIELD_INDICATOR] = 12,
  [CAP_FIELD_CREATED] = 12,
  [CAP_FIELD_NEWS] = 12,
  [CAP_FIELD_DONE] = 12,
  [CAP_FIELD_CLOSED] = 12,
  [CAP_FIELD_REASON] = 28,
  [CAP_FIELD_CHECK_DUE] = 13,
  [CAP_FIELD_CHECK_BY] = 20,
  [CAP_FIELD_CHECK_EVIDENCE] = 30,
  [CAP_FIELD_CHECKED] = 12,
  [CAP_FIELD_VERDICT] = 18,
};

lxw_worksheet *
cap_plan_book_add_sheet (const CapPlanBook *self,
                         const char        *title)
{
  lxw_worksheet *sheet = workbook_add_worksheet (self->workbook, title);

  worksheet_set_landscape (sheet);
  worksheet_set_paper (sheet, CAP_XLSX_A4);
  worksheet_fit_to_pages (sheet, 1, 0);
  worksheet_set_footer (sheet, "&L&A&RPage &P/&N");

  return sheet;
}

/* Always a text, whatever it begins with; an empty one leaves the cell empty. */
void
cap_plan_book_write_text (lxw_worksheet *sheet,
                          lxw_row_t      row,
                          lxw_col_t      column,
                          const char    *text,
                          lxw_format    *format)
{
  g_autofree char *escaped = NULL;

  if (text == NULL || text[0] == '\0')
    return;

  escaped = cap_xlsx_escape (text);
  if (strlen (escaped) > MAX_TEXT && g_utf8_strlen (escaped, -1) > MAX_TEXT)
    *g_utf8_offset_to_pointer (escaped, MAX_TEXT) = '\0';
  worksheet_write_string (sheet, row, column, escaped, format);
}

/* A day that a spreadsheet does not know is a text. */
void
cap_plan_book_write_date (lxw_worksheet *sheet,
                          lxw_row_t      row,
                          lxw_col_t      column,
                          const char    *iso,
                          lxw_format    *format)
{
  lxw_datetime date = { 0 };

  if (!cap_date_is_valid (iso) || atoi (iso) < FIRST_YEAR)
    {
      cap_plan_book_write_text (sheet, row, column, iso, format);
      return;
    }

  date.year = atoi (iso);
  date.month = atoi (iso + 5);
  date.day = atoi (iso + 8);
  worksheet_write_datetime (sheet, row, column, &date, format);
}

static lxw_format *
find_format (const CapPlanBook *self,
             CapActionField     field)
{
  if (field == CAP_FIELD_EUROS)
    return self->euros;

  switch (cap_plan_fields_get_kind (field))
    {
    case CAP_FIELD_KIND_DATE:
      return self->day;

    case CAP_FIELD_KIND_NUMBER:
      return self->number;

    case CAP_FIELD_KIND_CHOICE:
      return self->choice;

    case CAP_FIELD_KIND_TEXT:
    default:
      return self->text;
    }
}

/* Offers the words that there are; another one is possible, after a warning. */
static void
add_choices (lxw_worksheet  *sheet,
             CapActionField  field,
             lxw_row_t       last_row)
{
  g_autofree const char **words = cap_plan_fields_list_choices (field);
  lxw_data_validation choices = {
    .validate = LXW_VALIDATION_TYPE_LIST,
    .value_list = (gpointer) words,
    .error_type = LXW_VALIDATION_ERROR_TYPE_WARNING,
    .error_title = (char *) "Cap Cèdre",
    .error_message = (char *) _("This word is not in the list."),
  };

  worksheet_data_validation_range (sheet, 1, (lxw_col_t) field, last_row, (lxw_col_t) field, &choices);
}

/* Cells of dates take days of the calendar only. */
static void
add_days (lxw_worksheet  *sheet,
          CapActionField  field,
          lxw_row_t       last_row)
{
  lxw_data_validation days = {
    .validate = LXW_VALIDATION_TYPE_DATE,
    .criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO,
    .value_datetime = { FIRST_YEAR, 1, 1, 0, 0, 0 },
    .error_type = LXW_VALIDATION_ERROR_TYPE_WARNING,
    .error_title = (char *) "Cap Cèdre",
    .error_message = (char *) _("This is not a day of the calendar."),
  };

  worksheet_data_validation_range (sheet, 1, (lxw_col_t) field, last_row, (lxw_col_t) field, &days);
}

static void
write_headers (const CapPlanBook *self,
               lxw_worksheet     *sheet,
               lxw_row_t          last_row)
{
  for (guint i = 0; i < CAP_N_ACTION_FIELDS; i++)
    {
      CapActionField field = (CapActionField) i;
      CapFieldKind kind = cap_plan_fields_get_kind (field);

      worksheet_set_column (sheet, (lxw_col_t) i, (lxw_col_t) i, widths[i], find_format (self, field));
      cap_plan_book_write_text (sheet, 0, (lxw_col_t) i, cap_action_field_get_label (field), self->header);
      if (kind == CAP_FIELD_KIND_CHOICE)
        add_choices (sheet, field, last_row + SPARE_ROWS);
      else if (kind == CAP_FIELD_KIND_DATE)
        add_days (sheet, field, last_row + SPARE_ROWS);
    }

  worksheet_set_column (sheet, LATE_COLUMN, LATE_COLUMN, 11, self->number);
  cap_plan_book_write_text (sheet, 0, LATE_COLUMN, C_("spreadsheet", "Days late"), self->header);
}

static void
write_cell (const CapPlanBook   *self,
            lxw_worksheet       *sheet,
            lxw_row_t            row,
            const CapPlanFields *fields,
            const CapAction     *action,
            CapActionField       field)
{
  lxw_format *format = find_format (self, field);
  CapFieldKind kind = cap_plan_fields_get_kind (field);
  g_autofree char *text = NULL;
  double number;

  if (kind == CAP_FIELD_KIND_NUMBER)
    {
      if (cap_plan_fields_get_number (action, field, &number))
        worksheet_write_number (sheet, row, (lxw_col_t) field, number, format);
      return;
    }

  text = cap_plan_fields_dup_text (fields, action, field);
  if (kind == CAP_FIELD_KIND_DATE && field == CAP_FIELD_DUE && cap_action_is_late (action, self->today))
    format = self->late;

  if (kind == CAP_FIELD_KIND_DATE)
    cap_plan_book_write_date (sheet, row, (lxw_col_t) field, text, format);
  else
    cap_plan_book_write_text (sheet, row, (lxw_col_t) field, text, format);
}

static void
write_days_late (const CapPlanBook *self,
                 lxw_worksheet     *sheet,
                 lxw_row_t          row,
                 const CapAction   *action)
{
  int due;
  int today;

  if (cap_action_is_late (action, self->today) && cap_date_to_days (action->due, &due) &&
      cap_date_to_days (self->today, &today))
    worksheet_write_number (sheet, row, LATE_COLUMN, today - due, self->number);
}

static void
write_plan (const CapPlanBook *self)
{
  const GPtrArray *actions = self->dossier->actions;
  lxw_worksheet *sheet = cap_plan_book_add_sheet (self, C_("spreadsheet", "Plan"));
  g_auto(CapPlanFields) fields = { NULL };

  cap_plan_fields_init (&fields, self->dossier);
  write_headers (self, sheet, actions->len);
  worksheet_freeze_panes (sheet, 1, FROZEN);
  worksheet_repeat_rows (sheet, 0, 0);
  worksheet_repeat_columns (sheet, 0, FROZEN - 1);
  worksheet_fit_to_pages (sheet, PAGES_ACROSS, 0);
  worksheet_autofilter (sheet, 0, 0, MAX (actions->len, 1), LATE_COLUMN);

  for (guint i = 0; i < actions->len; i++)
    {
      const CapAction *action = g_ptr_array_index (actions, i);

      for (guint j = 0; j < CAP_N_ACTION_FIELDS; j++)
        write_cell (self, sheet, i + 1, &fields, action, (CapActionField) j);
      write_days_late (self, sheet, i + 1, action);
    }
}

static void
write_quantity (lxw_worksheet *sheet,
                lxw_row_t      row,
                lxw_col_t      column,
                gint64         thousandths,
                lxw_format    *format)
{
  if (thousandths != CAP_QUANTITY_UNSET)
    worksheet_write_number (sheet, row, column, (double) thousandths / 1000, format);
}

/* The columns that “import indicators” reads, then the others. */
static lxw_row_t
write_indicator (const CapPlanBook  *self,
                 lxw_worksheet      *sheet,
                 lxw_row_t           row,
                 const CapIndicator *indicator)
{
  guint n_rows = MAX (indicator->values->len, 1);

  for (guint i = 0; i < n_rows; i++, row++)
    {
      const CapIndicatorValue *value = i < indicator->values->len ? g_ptr_array_index (indicator->values, i)
                                                                  : NULL;

      cap_plan_book_write_text (sheet, row, 0, indicator->code, self->choice);
      cap_plan_book_write_text (sheet, row, 1, indicator->label, self->text);
      cap_plan_book_write_text (sheet, row, 2, indicator->unit, self->choice);
      write_quantity (sheet, row, 3, indicator->target, self->number);
      if (value != NULL)
        {
          cap_plan_book_write_date (sheet, row, 4, value->date, self->day);
          write_quantity (sheet, row, 5, value->thousandths, self->number);
          cap_plan_book_write_text (sheet, row, 6, value->comment, self->text);
        }
      cap_plan_book_write_text (sheet, row, 7, indicator->definition, self->text);
      cap_plan_book_write_text (sheet, row, 8, indicator->owner, self->text);
      cap_plan_book_write_text (sheet, row, 9, cap_frequency_get_label (indicator->frequency), self->choice);
    }

  return row;
}

static void
write_indicators (const CapPlanBook *self)
{
  const struct { const char *label; double width; lxw_format *format; } columns[] = {
    { C_("indicator", "Code"), 10, self->choice },
    { C_("indicator", "Indicator"), 40, self->text },
    { C_("indicator", "Unit"), 12, self->choice },
    { C_("indicator", "Target"), 10, self->number },
    { C_("indicator", "Date"), 12, self->day },
    { C_("indicator", "Value"), 10, self->number },
    { C_("indicator", "Comment"), 32, self->text },
    { C_("indicator", "Definition"), 40, self->text },
    { C_("indicator", "Entered by"), 20, self->text },
    { C_("indicator", "How often"), 20, self->choice },
  };
  lxw_worksheet *sheet = cap_plan_book_add_sheet (self, C_("spreadsheet", "Indicators"));
  lxw_row_t row = 1;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      worksheet_set_column (sheet, (lxw_col_t) i, (lxw_col_t) i, columns[i].width, columns[i].format);
      cap_plan_book_write_text (sheet, 0, (lxw_col_t) i, columns[i].label, self->header);
    }
  for (guint i = 0; i < self->dossier->indicators->len; i++)
    row = write_indicator (self, sheet, row, g_ptr_array_index (self->dossier->indicators, i));

  worksheet_freeze_panes (sheet, 1, FROZEN);
  worksheet_repeat_rows (sheet, 0, 0);
  worksheet_autofilter (sheet, 0, 0, MAX (row - 1, 1), G_N_ELEMENTS (columns) - 1);
}

static void
add_formats (CapPlanBook *self)
{
  self->title = cap_xlsx_add_title (self->workbook);
  self->header = cap_xlsx_add_header (self->workbook);
  self->text = cap_xlsx_add_format (self->workbook, LXW_ALIGN_LEFT);
  self->choice = cap_xlsx_add_format (self->workbook, LXW_ALIGN_LEFT);
  self->number = cap_xlsx_add_format (self->workbook, LXW_ALIGN_RIGHT);
  self->euros = cap_xlsx_add_format (self->workbook, LXW_ALIGN_RIGHT);
  format_set_num_format (self->euros, "#,##0 \"€\"");
  self->day = cap_xlsx_add_format (self->workbook, LXW_ALIGN_CENTER);
  format_set_num_format (self->day, "dd/mm/yyyy");
  self->late = cap_xlsx_add_format (self->workbook, LXW_ALIGN_CENTER);
  format_set_num_format (self->late, "dd/mm/yyyy");
  format_set_bold (self->late);
  format_set_font_color (self->late, 0x8A1C14);
  format_set_bg_color (self->late, 0xFBE3E0);
}

static time_t
find_time (const char *today)
{
  g_autofree char *text = g_strconcat (today, "T00:00:00Z", NULL);
  g_autoptr(GDateTime) midnight = g_date_time_new_from_iso8601 (text, NULL);

  return midnight != NULL ? (time_t) g_date_time_to_unix (midnight) : 0;
}

static gboolean
write_sheets (lxw_workbook  *workbook,
              gpointer       data,
              GError       **error)
{
  CapPlanBook *self = data;
  g_autofree char *name = cap_xlsx_escape (self->dossier->member->name);
  lxw_doc_properties properties = {
    .title = (char *) _("Progress plan"),
    .company = name,
    .author = (char *) "Cap Cèdre",
    .created = find_time (self->today),
  };

  self->workbook = workbook;
  workbook_set_properties (workbook, &properties);
  add_formats (self);
  write_plan (self);
  cap_plan_book_write_figures (self);
  write_indicators (self);

  return TRUE;
}

/**
 * cap_plan_xlsx_write:
 * @today: ISO 8601, to tell what is late
 * @error: return location for a #GFileError
 *
 * The same dossier and @today make the same bytes.
 *
 * Returns: (transfer full) (nullable): an XLSX file
 */
GBytes *
cap_plan_xlsx_write (const CapDossier  *dossier,
                     const char        *today,
                     GError           **error)
{
  CapPlanBook self = { .dossier = dossier, .today = today };

  g_return_val_if_fail (dossier != NULL && today != NULL, NULL);

  return cap_xlsx_write_book (write_sheets, &self, error);
}
