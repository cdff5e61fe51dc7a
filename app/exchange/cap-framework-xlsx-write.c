/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/cap-framework-xlsx.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-text.h"
#include "exchange/cap-framework-json.h"
#include "exchange/cap-sheets-private.h"
#include "exchange/cap-xlsx-book-private.h"
#include "exchange/cap-xlsx-reader.h"

#define MAX_ESCAPED 32767      /* of office suites, for one cell */
#define SPARE_ROWS 300         /* that choose from lists too, below those that are filled */
#define CREATED 1767225600     /* 1 January 2026: the same framework makes the same bytes */
#define LINE_HEIGHT 15.0
#define MAX_HEIGHT 405.0
#define HELP_WIDTH 110
#define HELP_CHARACTERS 124    /* that fit in it */
#define VALUE_WIDTH 90
#define FILTER_WIDTH 2         /* of the button that filters a column */
#define WIDE 12                /* columns, beyond which a sheet is printed on several pages across */
#define WIDE_PAGES 3

/* What is written, and how it looks. */
typedef struct
{
  lxw_workbook *workbook;
  JsonObject   *root;
  GPtrArray    *rows[CAP_N_SHEETS]; /* see cap_sheet_list_rows() */
  lxw_format   *title;
  lxw_format   *header;
  lxw_format   *text;
  lxw_format   *code;
  lxw_format   *number;
} Writer;

/* The cell that comes next. */
typedef struct
{
  lxw_worksheet *sheet;
  lxw_row_t      row;
  lxw_col_t      place;
  lxw_format    *format;
  guint          width;
  guint          lines; /* of the fullest cell of the row so far */
} Spot;

static const char * const help[] = {
  "Ce classeur contient tout le référentiel : chaque onglet est une liste, "
  "chaque ligne un élément de cette liste.",
  "1. Gardez les noms des onglets et des colonnes : "
  "c’est par eux que Cap Cèdre retrouve ce que vous écrivez.",
  "2. Pour ajouter un critère, écrivez une ligne dans « Critères », avec le code de son objectif. "
  "L’ordre des lignes est l’ordre à l’écran.",
  "3. Pour retirer un critère, supprimez sa ligne, puis ses lignes dans « Actions » et dans « Traductions ».",
  "4. Un code est un seul mot, et ne sert qu’une fois. Gardez celui d’un critère que vous reformulez : "
  "les réponses déjà données le suivront.",
  "5. Dans une cellule, séparez plusieurs codes par un point-virgule ; "
  "écrivez les preuves une par ligne (Alt + Entrée).",
  "6. Les dates s’écrivent 2026-11-20. Une date vide veut dire « sans limite ».",
  "7. Les niveaux propres à un critère sont facultatifs, et vont ensemble : tous remplis, ou tous vides. "
  "Les réponses FALC aussi.",
  "8. Changez la version dans « Référentiel » ; "
  "dans « Correspondances », dites ce que deviennent les anciens critères.",
  "9. Enregistrez au format .xlsx, puis importez le fichier dans Cap Cèdre. "
  "S’il reste une erreur, son onglet et sa cellule vous sont donnés, et rien n’est changé.",
  "10. Cet onglet-ci n’est pas relu : vous pouvez y laisser vos notes. Bon travail !",
};

static void
set_cannot (GError     **error,
            const char  *sentence)
{
  g_set_error_literal (error, CAP_EXCHANGE_ERROR, CAP_EXCHANGE_ERROR_INPUT, sentence);
}

/* How many lines a text takes, more or less: not every office suite sees to the height of rows. */
static guint
count_lines (const char *text,
             guint       width)
{
  guint lines = 1;
  guint length = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gboolean is_full = length == width;

      lines += *at == '\n' || is_full;
      length = *at == '\n' ? 0 : is_full ? 1 : length + 1;
    }

  return lines;
}

static void
end_row (Spot *spot)
{
  if (spot->lines > 1)
    worksheet_set_row (spot->sheet, spot->row, MIN (spot->lines * LINE_HEIGHT, MAX_HEIGHT), NULL);
  spot->lines = 0;
  spot->row++;
}

static gboolean
write_text (Spot        *spot,
            const char  *text,
            GError     **error)
{
  g_autofree char *escaped = cap_xlsx_escape (text);

  if (*text == '\0')
    return TRUE;

  if (g_utf8_strlen (text, -1) > CAP_XLSX_MAX_TEXT || g_utf8_strlen (escaped, -1) > MAX_ESCAPED)
    {
      set_cannot (error, _("a text of this framework is too long for a cell"));
      return FALSE;
    }

  worksheet_write_string (spot->sheet, spot->row, spot->place, escaped, spot->format);
  spot->lines = MAX (spot->lines, count_lines (text, spot->width));

  return TRUE;
}

/* NULL, with its error, when an entry of the list would read as two. */
static char *
join (JsonArray     *list,
      CapSheetKind   kind,
      GError       **error)
{
  g_autoptr(GString) joined = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      const char *item = json_array_get_string_element (list, i);
      gboolean is_code = kind == CAP_SHEET_CODES;

      if (strpbrk (item, is_code ? " \t;\r\n" : "\r\n") != NULL)
        {
          /* Translators: %s is an entry of a list */
          g_set_error (error, CAP_EXCHANGE_ERROR, CAP_EXCHANGE_ERROR_INPUT,
                       _("“%s” cannot stand in a list inside a cell: it has a separator in it"), item);
          return NULL;
        }
      g_string_append (joined, i == 0 ? "" : is_code ? " ; " : "\n");
      g_string_append (joined, item);
    }

  return g_string_free (g_steal_pointer (&joined), FALSE);
}

/* A value that has no word is written as it is, unless it would read as another one. */
static const char *
find_word (const CapSheetWord  *words,
           const char          *value,
           GError             **error)
{
  g_autofree char *folded = cap_text_fold (value);

  for (guint i = 0; words[i].value != NULL; i++)
    {
      if (g_str_equal (words[i].value, value))
        return words[i].word;
    }

  for (guint i = 0; words[i].value != NULL; i++)
    {
      g_autofree char *word = cap_text_fold (words[i].word);

      if (g_str_equal (word, folded))
        {
          /* Translators: %s is a word of the file, as “label” */
          g_set_error (error, CAP_EXCHANGE_ERROR, CAP_EXCHANGE_ERROR_INPUT,
                       _("“%s” would read as another word in a spreadsheet"), value);
          return NULL;
        }
    }

  return value;
}

static lxw_format *
find_format (const Writer         *self,
             const CapSheetColumn *column)
{
  switch (column->kind)
    {
    case CAP_SHEET_INT:
    case CAP_SHEET_YES:
    case CAP_SHEET_WORD:
    case CAP_SHEET_OPEN_WORD:
      return self->number;

    case CAP_SHEET_CODE:
    case CAP_SHEET_CODES:
    case CAP_SHEET_DATE:
      return self->code;

    case CAP_SHEET_TEXT:
    case CAP_SHEET_LINES:
    case CAP_SHEET_EACH_LEVEL:
    case CAP_SHEET_EACH_ANSWER:
    default:
      return self->text;
    }
}

static gboolean
write_cell (Spot                  *spot,
            const CapSheetColumn  *column,
            JsonObject            *entry,
            GError               **error)
{
  JsonNode *node = cap_sheet_find_value (entry, column->member);
  g_autofree char *list = NULL;
  const char *text;

  if (node == NULL)
    return TRUE;

  if (column->kind == CAP_SHEET_INT)
    {
      worksheet_write_number (spot->sheet, spot->row, spot->place, (double) json_node_get_int (node),
                              spot->format);
      return TRUE;
    }

  if (column->kind == CAP_SHEET_CODES || column->kind == CAP_SHEET_LINES)
    text = list = join (json_node_get_array (node), column->kind, error);
  else if (column->kind == CAP_SHEET_YES)
    text = find_word (column->words, json_node_get_boolean (node) ? "true" : "false", error);
  else if (column->kind == CAP_SHEET_WORD || column->kind == CAP_SHEET_OPEN_WORD)
    text = find_word (column->words, json_node_get_string (node), error);
  else
    text = json_node_get_string (node);

  return text != NULL && write_text (spot, text, error);
}

/* Where the codes of a sheet are, as a formula. */
static char *
dup_source (const Writer *self,
            CapSheetId    source)
{
  const CapSheet *spec = &cap_sheets[source];
  g_autofree char *last = NULL;
  guint column = 0;

  while (!g_str_equal (spec->columns[column].member, cap_sheet_get_key (source)))
    column++;
  last = cap_xlsx_name_cell (self->rows[source]->len + 1, column);

  return g_strdup_printf ("='%s'!$%c$2:$%c$%u", spec->title, last[0], last[0],
                          self->rows[source]->len + 1 + SPARE_ROWS);
}

/* Offers the values that there are; another one is possible, after a warning. */
static void
add_choices (const Writer         *self,
             lxw_worksheet        *sheet,
             const CapSheetColumn *column,
             lxw_row_t             first_row,
             lxw_row_t             last_row,
             lxw_col_t             place)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new ();
  g_autofree char *formula = NULL;
  lxw_data_validation choices = {
    .error_type = LXW_VALIDATION_ERROR_TYPE_WARNING,
    .error_title = (char *) "Cap Cèdre",
    .error_message = (char *) "Cette valeur n’est pas dans la liste.",
  };

  if (column->words != NULL)
    {
      for (guint i = 0; column->words[i].word != NULL; i++)
        g_ptr_array_add (words, (gpointer) column->words[i].word);
      g_ptr_array_add (words, NULL);
      choices.validate = LXW_VALIDATION_TYPE_LIST;
      choices.value_list = (gpointer) words->pdata;
    }
  else if (column->source != CAP_SHEET_NONE)
    {
      formula = dup_source (self, (CapSheetId) column->source);
      choices.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
      choices.value_formula = formula;
    }
  else
    {
      return;
    }

  worksheet_data_validation_range (sheet, first_row, place, last_row, place, &choices);
}

static lxw_worksheet *
add_sheet (Writer     *self,
           const char *title)
{
  lxw_worksheet *sheet = workbook_add_worksheet (self->workbook, title);

  worksheet_set_landscape (sheet);
  worksheet_set_paper (sheet, CAP_XLSX_A4);
  worksheet_fit_to_pages (sheet, 1, 0);
  worksheet_set_footer (sheet, "&L&A&RPage &P/&N");

  return sheet;
}

static void
write_header (const Writer         *self,
              Spot                 *spot,
              const CapSheetColumn *column)
{
  g_autofree char *header = column->label != NULL && *column->label != '\0'
                            ? g_strconcat (column->title, " – ", column->label, NULL)
                            : g_strdup (column->title);
  g_autofree char *escaped = cap_xlsx_escape (header);

  worksheet_set_column (spot->sheet, spot->place, spot->place, column->width, find_format (self, column));
  worksheet_write_string (spot->sheet, spot->row, spot->place, escaped, self->header);
  spot->lines = MAX (spot->lines, count_lines (header, column->width - FILTER_WIDTH));
}

/* The framework itself: one member on each row. */
static gboolean
write_framework_sheet (Writer  *self,
                       GError **error)
{
  const CapSheet *spec = &cap_sheets[CAP_SHEET_FRAMEWORK];
  lxw_worksheet *sheet = add_sheet (self, spec->title);
  Spot spot = { .sheet = sheet, .row = 1, .place = CAP_SHEET_VALUE_PLACE, .width = VALUE_WIDTH };

  worksheet_set_column (sheet, 0, 0, 36, self->text);
  worksheet_set_column (sheet, spot.place, spot.place, VALUE_WIDTH, self->text);
  worksheet_write_string (sheet, 0, 0, CAP_SHEET_FIELD, self->header);
  worksheet_write_string (sheet, 0, spot.place, CAP_SHEET_VALUE, self->header);
  worksheet_freeze_panes (sheet, 1, (lxw_col_t) spec->frozen);

  for (guint i = 0; i < spec->n_columns; i++)
    {
      const CapSheetColumn *column = &spec->columns[i];

      spot.format = column->kind == CAP_SHEET_INT ? self->text : find_format (self, column);
      worksheet_write_string (sheet, spot.row, 0, column->title, self->header);
      worksheet_write_blank (sheet, spot.row, spot.place, spot.format);
      if (!write_cell (&spot, column, self->root, error))
        return FALSE;

      add_choices (self, sheet, column, spot.row, spot.row, spot.place);
      end_row (&spot);
    }

  return TRUE;
}

static gboolean
write_rows (const Writer     *self,
            const GPtrArray  *rows,
            const GPtrArray  *columns,
            Spot             *spot,
            GError          **error)
{
  for (guint i = 0; i < rows->len; i++)
    {
      for (guint j = 0; j < columns->len; j++)
        {
          const CapSheetColumn *column = g_ptr_array_index (columns, j);

          spot->place = (lxw_col_t) j;
          spot->format = find_format (self, column);
          spot->width = column->width;
          if (!write_cell (spot, column, g_ptr_array_index (rows, i), error))
            return FALSE;
        }
      end_row (spot);
    }

  return TRUE;
}

static gboolean
write_sheet (Writer      *self,
             CapSheetId   id,
             GError     **error)
{
  g_autoptr(GPtrArray) columns = cap_sheet_list_columns (id, self->root);
  guint n_rows = self->rows[id]->len;
  lxw_worksheet *sheet = add_sheet (self, cap_sheets[id].title);
  Spot spot = { .sheet = sheet };

  if (n_rows >= CAP_XLSX_MAX_ROWS || columns->len > CAP_XLSX_MAX_COLUMNS)
    {
      set_cannot (error, _("this framework is too big for a spreadsheet"));
      return FALSE;
    }

  for (guint i = 0; i < columns->len; i++)
    {
      spot.place = (lxw_col_t) i;
      write_header (self, &spot, g_ptr_array_index (columns, i));
      add_choices (self, sheet, g_ptr_array_index (columns, i), 1, n_rows + SPARE_ROWS, spot.place);
    }
  end_row (&spot);
  worksheet_freeze_panes (sheet, 1, (lxw_col_t) cap_sheets[id].frozen);
  worksheet_repeat_rows (sheet, 0, 0);
  worksheet_autofilter (sheet, 0, 0, MAX (n_rows, 1), (lxw_col_t) (columns->len - 1));
  if (columns->len > WIDE)
    {
      worksheet_fit_to_pages (sheet, WIDE_PAGES, 0);
      worksheet_repeat_columns (sheet, 0, (lxw_col_t) cap_sheets[id].frozen - 1);
    }

  return write_rows (self, self->rows[id], columns, &spot, error);
}

static void
write_help (Writer *self)
{
  lxw_worksheet *sheet = add_sheet (self, CAP_SHEET_HELP);

  worksheet_set_column (sheet, 0, 0, HELP_WIDTH, self->text);
  worksheet_gridlines (sheet, LXW_HIDE_ALL_GRIDLINES);
  worksheet_write_string (sheet, 0, 0, CAP_SHEET_HELP, self->title);
  for (guint i = 0; i < G_N_ELEMENTS (help); i++)
    {
      worksheet_write_string (sheet, i + 2, 0, help[i], self->text);
      worksheet_set_row (sheet, i + 2, (count_lines (help[i], HELP_CHARACTERS) + 0.4) * LINE_HEIGHT, NULL);
    }
}

static void
add_formats (Writer *self)
{
  self->text = cap_xlsx_add_format (self->workbook, LXW_ALIGN_LEFT);
  self->number = cap_xlsx_add_format (self->workbook, LXW_ALIGN_CENTER);
  /* What is typed stays as it is typed: 7.10 is no number, 2026-11-20 no serial number. */
  self->code = cap_xlsx_add_format (self->workbook, LXW_ALIGN_LEFT);
  format_set_num_format (self->code, "@");

  self->header = cap_xlsx_add_header (self->workbook);
  self->title = cap_xlsx_add_title (self->workbook);
}

static gboolean
write_sheets (lxw_workbook  *workbook,
              gpointer       data,
              GError       **error)
{
  Writer *self = data;
  lxw_doc_properties properties = {
    .title = (char *) json_object_get_string_member_with_default (self->root, "title", ""),
    .author = (char *) "Cap Cèdre",
    .created = CREATED,
  };

  self->workbook = workbook;
  workbook_set_properties (self->workbook, &properties);
  add_formats (self);
  write_help (self);
  if (!write_framework_sheet (self, error))
    return FALSE;

  for (guint sheet = CAP_SHEET_LEVELS; sheet < CAP_N_SHEETS; sheet++)
    {
      if (!write_sheet (self, (CapSheetId) sheet, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * cap_framework_xlsx_write:
 * @framework: a framework, sealed or still being built
 * @error: return location for a [error@Cap.ExchangeError], when the framework
 *   has what no cell can hold, or a #GFileError
 *
 * Writes all of a framework as a workbook that people can edit, with its manual
 * on the first tab; what they import back is the same framework. The same
 * framework makes the same bytes.
 *
 * Returns: (transfer full) (nullable): an XLSX file
 */
GBytes *
cap_framework_xlsx_write (const CapFramework  *framework,
                          GError             **error)
{
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GBytes) json = NULL;
  Writer self = { NULL };
  GBytes *bytes;

  g_return_val_if_fail (framework != NULL, NULL);

  json = cap_framework_json_write (framework);
  json_parser_load_from_data (parser, g_bytes_get_data (json, NULL), (gssize) g_bytes_get_size (json), NULL);
  self.root = json_node_get_object (json_parser_get_root (parser));
  cap_sheet_list_rows (self.root, self.rows);

  bytes = cap_xlsx_write_book (write_sheets, &self, error);
  for (guint sheet = 0; sheet < CAP_N_SHEETS; sheet++)
    g_ptr_array_unref (self.rows[sheet]);

  return bytes;
}
