/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/cap-sheet-import-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-date.h"
#include "base/cap-text.h"

/* What office suites make of a day that is typed: days since the end of 1899. */
#define SERIAL_2000 36526
#define SERIAL_2100 73051

static const char * const yes_words[] = { "oui", "vrai", "yes", "true", "x", "1", NULL };
static const char * const no_words[] = { "non", "faux", "no", "false", "0", "", NULL };

/* A cell that is read, and where its faults go. */
typedef struct
{
  CapSheetImport       *import;
  const CapSheetTable  *table;
  const CapSheetColumn *column;
  guint                 row;
  guint                 place;
  const char           *text; /* never NULL */
} Cell;

gboolean
cap_sheet_is_blank (const char *text)
{
  return text == NULL || text[strspn (text, " \t\r\n")] == '\0';
}

static void
add_fault (const Cell *cell,
           const char *sentence)
{
  cap_sheet_import_add_fault (cell->import, cell->table->source->name, cell->row, cell->place, sentence);
}

static JsonNode *
new_text (const char *text)
{
  return json_node_init_string (json_node_alloc (), text);
}

static JsonNode *
new_null (void)
{
  return json_node_new (JSON_NODE_NULL);
}

/* What is no number stays a text: the check of the framework knows which numbers are expected. */
static JsonNode *
read_int (const Cell *cell)
{
  g_autofree char *bare = g_strstrip (g_strdup (cell->text));
  gint64 value;

  if (*bare == '\0')
    return new_null ();

  if (!g_ascii_string_to_signed (bare, 10, G_MININT32, G_MAXINT32, &value, NULL))
    return new_text (bare);

  return json_node_init_int (json_node_alloc (), value);
}

static JsonNode *
read_yes (const Cell *cell)
{
  g_autofree char *word = cap_text_fold (cell->text);
  gboolean yes = g_strv_contains (yes_words, word);

  if (!yes && !g_strv_contains (no_words, word))
    add_fault (cell, _("“oui” or “non” is expected"));

  return json_node_init_boolean (json_node_alloc (), yes);
}

/* NULL when it is none. */
static char *
read_serial (const char *text)
{
  guint64 serial;
  g_autoptr(GDate) date = NULL;
  char iso[sizeof "2000-01-01"];

  if (!g_ascii_string_to_unsigned (text, 10, SERIAL_2000, SERIAL_2100 - 1, &serial, NULL))
    return NULL;

  date = g_date_new_dmy (1, G_DATE_JANUARY, 2000);
  g_date_add_days (date, (guint) serial - SERIAL_2000);
  g_date_strftime (iso, sizeof iso, "%Y-%m-%d", date);

  return g_strdup (iso);
}

static JsonNode *
read_date (const Cell *cell)
{
  g_autofree char *bare = g_strstrip (g_strdup (cell->text));
  g_autofree char *date = NULL;

  if (*bare == '\0')
    return new_null ();

  date = cap_date_parse (bare);
  if (date == NULL)
    date = read_serial (bare);
  if (date != NULL)
    return new_text (date);

  add_fault (cell, _("a day of the calendar is expected, as 2026-11-20, or nothing"));

  return new_null ();
}

static void
add_word_fault (const Cell *cell)
{
  g_autoptr(GString) words = g_string_new (NULL);
  g_autofree char *sentence = NULL;

  for (const CapSheetWord *word = cell->column->words; word->value != NULL; word++)
    g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", word->word);

  /* Translators: %s is a list of words */
  sentence = g_strdup_printf (_("one of these is expected: %s"), words->str);
  add_fault (cell, sentence);
}

/* The word of the file is known too. NULL for the word that stands for nothing. */
static JsonNode *
read_word (const Cell *cell)
{
  const CapSheetWord *words = cell->column->words;
  g_autofree char *folded = cap_text_fold (cell->text);
  g_autofree char *bare = g_strstrip (g_strdup (cell->text));

  for (guint i = 0; words[i].value != NULL; i++)
    {
      g_autofree char *word = cap_text_fold (words[i].word);

      if (g_str_equal (word, folded) || (*bare != '\0' && g_str_equal (words[i].value, bare)))
        return *words[i].value != '\0' ? new_text (words[i].value) : NULL;
    }

  if (cell->column->kind == CAP_SHEET_OPEN_WORD)
    return new_text (cell->text);

  add_word_fault (cell);

  return new_text (words[0].value);
}

static JsonNode *
read_list (const Cell *cell)
{
  gboolean is_code = cell->column->kind == CAP_SHEET_CODES;
  g_auto(GStrv) parts = g_strsplit_set (cell->text, is_code ? ";\n" : "\n", -1);
  JsonArray *list = json_array_new ();
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (is_code)
        g_strstrip (parts[i]);
      if (g_str_has_suffix (parts[i], "\r"))
        parts[i][strlen (parts[i]) - 1] = '\0';
      if (!cap_sheet_is_blank (parts[i]))
        json_array_add_string_element (list, parts[i]);
    }
  json_node_take_array (node, list);

  return node;
}

static JsonNode *
read_code (const Cell *cell)
{
  g_autofree char *bare = g_strstrip (g_strdup (cell->text));

  return new_text (bare);
}

static JsonNode *
read_kind (const Cell *cell)
{
  switch (cell->column->kind)
    {
    case CAP_SHEET_CODE:
      return read_code (cell);

    case CAP_SHEET_DATE:
      return read_date (cell);

    case CAP_SHEET_INT:
      return read_int (cell);

    case CAP_SHEET_YES:
      return read_yes (cell);

    case CAP_SHEET_WORD:
    case CAP_SHEET_OPEN_WORD:
      return read_word (cell);

    case CAP_SHEET_CODES:
    case CAP_SHEET_LINES:
      return read_list (cell);

    case CAP_SHEET_TEXT:
    case CAP_SHEET_EACH_LEVEL:
    case CAP_SHEET_EACH_ANSWER:
    default:
      return new_text (cell->text);
    }
}

static gboolean
is_list_member (const char *member)
{
  return g_ascii_isdigit (member[strlen (member) - 1]);
}

/**
 * cap_sheet_import_read_cell:
 * @place: where it is in @row, or %CAP_SHEET_NONE
 *
 * Notes as faults what the check of a framework file would not tell as well.
 *
 * Returns: (transfer full) (nullable): its value; %NULL when the file has
 *   nothing for it
 */
JsonNode *
cap_sheet_import_read_cell (CapSheetImport       *self,
                            const CapSheetTable  *table,
                            const CapSheetColumn *column,
                            const CapXlsxRow     *row,
                            int                   place)
{
  const CapXlsxCell *source = place != CAP_SHEET_NONE ? cap_xlsx_row_get_cell (row, (guint) place) : NULL;
  Cell cell = { self, table, column, row->number, (guint) MAX (place, 0), "" };

  if (source != NULL && source->is_error)
    {
      add_fault (&cell, _("the formula of this cell has no value"));
    }
  else if (source != NULL)
    {
      cell.text = source->text;
    }

  if (column->use == CAP_SHEET_NULL && cap_sheet_is_blank (cell.text))
    return new_null ();

  /* One of those that go together, such as the levels: the check would only say that it is no text. */
  if (column->use == CAP_SHEET_ABSENT && cap_sheet_is_blank (cell.text) && is_list_member (column->member))
    {
      add_fault (&cell, _("this text is empty"));
      cell.text = "…";
    }

  return read_kind (&cell);
}

/**
 * cap_sheet_put_value:
 * @member: “weight”, “help/service”, “descriptors/2”: what is above it is made
 *   when needed
 * @value: (transfer full)
 */
void
cap_sheet_put_value (JsonObject *entry,
                     const char *member,
                     JsonNode   *value)
{
  g_auto(GStrv) steps = g_strsplit (member, "/", -1);

  for (guint i = 0; steps[i + 1] != NULL; i++)
    {
      gboolean is_list = g_ascii_isdigit (*steps[i + 1]);

      if (is_list && !json_object_has_member (entry, steps[i]))
        json_object_set_array_member (entry, steps[i], json_array_new ());
      else if (!is_list && !json_object_has_member (entry, steps[i]))
        json_object_set_object_member (entry, steps[i], json_object_new ());

      if (is_list)
        {
          json_array_add_element (json_object_get_array_member (entry, steps[i]), value);
          return;
        }
      entry = json_object_get_object_member (entry, steps[i]);
    }

  json_object_set_member (entry, steps[g_strv_length (steps) - 1], value);
}
