/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/cap-framework-xlsx.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-text.h"
#include "exchange/cap-framework-json.h"
#include "exchange/cap-sheet-import-private.h"

static guint
find_place (const CapSheetTable *table,
            const char          *member)
{
  for (guint i = 0; i < table->columns->len; i++)
    {
      if (g_str_equal (((const CapSheetColumn *) g_ptr_array_index (table->columns, i))->member, member))
        return (guint) MAX (table->places[i], 0);
    }

  return 0;
}

/* Returns: (nullable): the entry of another sheet that @member of @object names; %NULL, with its
 * fault, when there is none */
static CapSheetEntry *
find_entry (CapSheetImport      *self,
            const CapSheetTable *table,
            guint                row,
            JsonObject          *object,
            const char          *member,
            CapSheetId           sheet)
{
  g_autofree char *code = cap_sheet_dup_text (object, member);
  g_autofree char *sentence = NULL;
  CapSheetEntry *entry = g_hash_table_lookup (self->entries[sheet], code);

  if (entry != NULL)
    return entry;

  /* Translators: %1$s is a code, %2$s the name of a sheet */
  sentence = *code != '\0' ? g_strdup_printf (_("nothing is called “%1$s” in the sheet “%2$s”"), code,
                                              cap_sheets[sheet].title)
                           : g_strdup (_("this text is empty"));
  cap_sheet_import_add_fault (self, table->source->name, row, find_place (table, member), sentence);

  return NULL;
}

/* Where the entry goes. An objective or a criterion that belongs nowhere is put somewhere, so that its
 * own faults are told too; the framework is lost already.
 */
static const CapSheetEntry *
find_parent (CapSheetImport      *self,
             const CapSheetTable *table,
             guint                row,
             JsonObject          *object)
{
  const CapSheet *spec = &cap_sheets[table->id];
  const CapSheetEntry *parent;
  GHashTableIter iter;

  if (spec->parent == CAP_SHEET_NONE)
    return g_hash_table_lookup (self->places, "");

  parent = find_entry (self, table, row, object, spec->parent_column, (CapSheetId) spec->parent);
  json_object_remove_member (object, spec->parent_column);
  if (parent == NULL && table->id != CAP_SHEET_STEPS)
    {
      g_hash_table_iter_init (&iter, self->entries[spec->parent]);
      if (!g_hash_table_iter_next (&iter, NULL, (gpointer *) &parent))
        parent = NULL;
    }

  return parent;
}

/* Adds @object, a row, to a list of @parent. */
static CapSheetEntry *
append (CapSheetImport      *self,
        CapSheetId           sheet,
        const CapSheetEntry *parent,
        const char          *list,
        JsonObject          *object,
        guint                row)
{
  JsonArray *items = json_object_get_array_member (parent->object, list);
  guint index = json_array_get_length (items);
  g_autofree char *pointer = g_strdup_printf ("%s/%s/%u", parent->pointer, list, index);

  json_array_add_object_element (items, object);
  for (guint i = 0; i < CAP_N_SHEETS; i++)
    {
      if (cap_sheets[i].parent == (int) sheet)
        json_object_set_array_member (object, cap_sheets[i].list, json_array_new ());
    }

  return cap_sheet_import_remember (self, object, pointer, sheet, row);
}

/* The first of two entries of the same code is the one that others refer to. */
static void
index_entry (CapSheetImport *self,
             CapSheetEntry  *entry,
             const char     *member)
{
  g_autofree char *code = cap_sheet_dup_text (entry->object, member);

  if (*code != '\0' && !g_hash_table_contains (self->entries[entry->sheet], code))
    g_hash_table_insert (self->entries[entry->sheet], g_steal_pointer (&code), entry);
}

/* A row of the mappings is one move. Those of one version make one mapping. */
static void
add_move (CapSheetImport *self,
          guint           row,
          JsonObject     *move,
          gboolean        is_bare)
{
  const CapSheetEntry *root = g_hash_table_lookup (self->places, "");
  g_autofree char *version = cap_sheet_dup_text (move, "version");
  CapSheetEntry *mapping = g_hash_table_lookup (self->entries[CAP_SHEET_MAPPINGS], version);

  if (mapping == NULL)
    {
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "version", version);
      json_object_set_array_member (object, "moves", json_array_new ());
      mapping = append (self, CAP_SHEET_MAPPINGS, root, "mappings", object, row);
      index_entry (self, mapping, "version");
    }

  json_object_remove_member (move, "version");
  if (is_bare)
    json_object_unref (move);
  else
    append (self, CAP_SHEET_MAPPINGS, mapping, "moves", move, row);
}

static CapSheetEntry *
find_translated (CapSheetImport      *self,
                 const CapSheetTable *table,
                 guint                row,
                 JsonObject          *object)
{
  g_autofree char *element = cap_sheet_dup_text (object, "element");

  for (guint i = CAP_SHEET_LEVELS; i < CAP_N_SHEETS; i++)
    {
      if (g_strcmp0 (cap_sheet_get_element ((CapSheetId) i), element) == 0)
        return find_entry (self, table, row, object, "code", (CapSheetId) i);
    }

  return g_hash_table_lookup (self->places, "");
}

static gboolean
check_filled (CapSheetImport      *self,
              const CapSheetTable *table,
              guint                row,
              JsonObject          *object,
              const char          *member)
{
  g_autofree char *text = cap_sheet_dup_text (object, member);

  if (!cap_sheet_is_blank (text))
    return TRUE;

  cap_sheet_import_add_fault (self, table->source->name, row, find_place (table, member),
                              _("this text is empty"));

  return FALSE;
}

static void
add_translation (CapSheetImport      *self,
                 const CapSheetTable *table,
                 guint                row,
                 JsonObject          *object)
{
  CapSheetEntry *entry = find_translated (self, table, row, object);
  gboolean named = check_filled (self, table, row, object, "language") &&
                   check_filled (self, table, row, object, "field");
  const char *language = json_object_get_string_member (object, "language");
  const char *field = json_object_get_string_member (object, "field");
  g_autofree char *pointer = NULL;
  JsonObject *texts;

  if (entry == NULL || !named)
    return;

  if (!json_object_has_member (entry->object, "translations"))
    json_object_set_object_member (entry->object, "translations", json_object_new ());
  texts = json_object_get_object_member (entry->object, "translations");
  if (!json_object_has_member (texts, language))
    json_object_set_object_member (texts, language, json_object_new ());
  texts = json_object_get_object_member (texts, language);

  if (json_object_has_member (texts, field))
    cap_sheet_import_add_fault (self, table->source->name, row, find_place (table, "field"),
                                _("this text is already translated in a row above"));
  json_object_set_string_member (texts, field, json_object_get_string_member (object, "text"));
  pointer = g_strdup_printf ("%s/translations/%s/%s", entry->pointer, language, field);
  cap_sheet_import_remember (self, NULL, pointer, table->id, row);
}

static const char *
get_text (const CapXlsxRow *row,
          int               place)
{
  const CapXlsxCell *cell = place != CAP_SHEET_NONE ? cap_xlsx_row_get_cell (row, (guint) place) : NULL;

  return cell != NULL && !cell->is_error ? cell->text : NULL;
}

/* Whether the columns that go together with one of them are all blank. */
static gboolean
is_group_blank (const CapSheetTable  *table,
                const CapSheetColumn *column,
                const CapXlsxRow     *row)
{
  const char *slash = strchr (column->member, '/');
  gsize length = slash != NULL ? (gsize) (slash - column->member + 1) : strlen (column->member) + 1;

  for (guint i = 0; i < table->columns->len; i++)
    {
      const CapSheetColumn *other = g_ptr_array_index (table->columns, i);

      if (strncmp (other->member, column->member, length) == 0 &&
          !cap_sheet_is_blank (get_text (row, table->places[i])))
        return FALSE;
    }

  return TRUE;
}

static JsonObject *
read_row (CapSheetImport      *self,
          const CapSheetTable *table,
          const CapXlsxRow    *row)
{
  JsonObject *object = json_object_new ();

  for (guint i = 0; i < table->columns->len; i++)
    {
      const CapSheetColumn *column = g_ptr_array_index (table->columns, i);
      JsonNode *value;

      if (column->use == CAP_SHEET_ABSENT && is_group_blank (table, column, row))
        continue;

      value = cap_sheet_import_read_cell (self, table, column, row, table->places[i]);
      if (value != NULL)
        cap_sheet_put_value (object, column->member, value);
    }

  return object;
}

static guint
count_filled (const CapSheetTable *table,
              const CapXlsxRow    *row)
{
  guint n = 0;

  for (guint i = 0; i < table->columns->len; i++)
    n += !cap_sheet_is_blank (get_text (row, table->places[i]));

  return n;
}

/* A version alone says that nothing moved. */
static void
take_move (CapSheetImport      *self,
           const CapSheetTable *table,
           const CapXlsxRow    *row)
{
  const char *version = get_text (row, table->places[0]);
  JsonObject *move;

  if (count_filled (table, row) > 1 || cap_sheet_is_blank (version))
    {
      add_move (self, row->number, read_row (self, table, row), FALSE);
      return;
    }

  move = json_object_new ();
  json_object_set_string_member (move, "version", version);
  add_move (self, row->number, move, TRUE);
}

/* What nobody has translated yet is left out. */
static void
take_translation (CapSheetImport      *self,
                  const CapSheetTable *table,
                  const CapXlsxRow    *row)
{
  JsonObject *translation;

  if (cap_sheet_is_blank (get_text (row, table->places[table->columns->len - 1])))
    return;

  translation = read_row (self, table, row);
  add_translation (self, table, row->number, translation);
  json_object_unref (translation);
}

static void
take_entry (CapSheetImport      *self,
            const CapSheetTable *table,
            const CapXlsxRow    *row)
{
  JsonObject *object = read_row (self, table, row);
  const CapSheetEntry *parent = find_parent (self, table, row->number, object);
  CapSheetEntry *entry;

  if (parent == NULL)
    {
      json_object_unref (object);
      return;
    }

  entry = append (self, table->id, parent, cap_sheets[table->id].list, object, row->number);
  index_entry (self, entry, cap_sheet_get_key (table->id));
}

static void
take_row (CapSheetImport      *self,
          const CapSheetTable *table,
          const CapXlsxRow    *row)
{
  if (count_filled (table, row) == 0)
    return;

  if (table->id == CAP_SHEET_TRANSLATIONS)
    take_translation (self, table, row);
  else if (table->id == CAP_SHEET_MAPPINGS)
    take_move (self, table, row);
  else
    take_entry (self, table, row);
}

static void
take_sheet (CapSheetImport *self,
            CapSheetTable  *table)
{
  const CapSheet *spec = &cap_sheets[table->id];
  g_autofree char *pointer = g_strconcat ("/", spec->list, NULL);
  const CapXlsxRow *header;
  const GPtrArray *rows;

  if (spec->parent == CAP_SHEET_NONE && table->id != CAP_SHEET_TRANSLATIONS)
    json_object_set_array_member (self->root, spec->list, json_array_new ());
  if (table->source == NULL || !cap_sheet_import_find_columns (self, table))
    return;

  rows = table->source->rows;
  header = g_ptr_array_index (rows, 0);
  if (spec->parent == CAP_SHEET_NONE)
    cap_sheet_import_remember (self, NULL, pointer, table->id, header->number);
  for (guint i = 1; i < rows->len; i++)
    take_row (self, table, g_ptr_array_index (rows, i));
}

static int
find_field (const CapSheet *spec,
            const char     *text)
{
  g_autofree char *folded = cap_text_fold (text);

  for (guint i = 0; i < spec->n_columns; i++)
    {
      g_autofree char *title = cap_text_fold (spec->columns[i].title);

      if (g_str_equal (title, folded))
        return (int) i;
    }

  return CAP_SHEET_NONE;
}

static void
take_field (CapSheetImport      *self,
            const CapSheetTable *table,
            const CapXlsxRow    *row)
{
  const CapSheet *spec = &cap_sheets[CAP_SHEET_FRAMEWORK];
  const char *text = get_text (row, 0);
  int index = text != NULL ? find_field (spec, text) : CAP_SHEET_NONE;
  g_autofree char *pointer = NULL;
  JsonNode *value;

  if (index == CAP_SHEET_NONE)
    {
      cap_sheet_import_add_fault (self, table->source->name, row->number, 0,
                                  _("this row has no name that the program knows"));
      return;
    }

  pointer = g_strconcat ("/", spec->columns[index].member, NULL);
  if (g_hash_table_contains (self->places, pointer))
    {
      cap_sheet_import_add_fault (self, table->source->name, row->number, 0,
                                  _("two rows have the same name"));
      return;
    }

  value = cap_sheet_import_read_cell (self, table, &spec->columns[index], row, CAP_SHEET_VALUE_PLACE);
  cap_sheet_put_value (self->root, spec->columns[index].member, value);
  cap_sheet_import_remember (self, NULL, pointer, CAP_SHEET_FRAMEWORK, row->number);
}

/* The framework itself is one entry, with a member on each row. */
static void
take_framework (CapSheetImport *self)
{
  const CapSheetTable *table = &self->tables[CAP_SHEET_FRAMEWORK];
  const CapSheet *spec = &cap_sheets[CAP_SHEET_FRAMEWORK];

  cap_sheet_import_remember (self, self->root, "", CAP_SHEET_FRAMEWORK, 1);
  json_object_set_int_member (self->root, "format", CAP_FRAMEWORK_FORMAT);
  if (table->source == NULL)
    return;

  for (guint i = 0; i < table->source->rows->len; i++)
    {
      const CapXlsxRow *row = g_ptr_array_index (table->source->rows, i);
      const char *text = get_text (row, 0);
      g_autofree char *folded = cap_text_fold (text != NULL ? text : "");

      if (i > 0 || g_ascii_strcasecmp (folded, CAP_SHEET_FIELD) != 0)
        take_field (self, table, row);
    }

  for (guint i = 0; i < spec->n_columns; i++)
    {
      g_autofree char *pointer = g_strconcat ("/", spec->columns[i].member, NULL);

      if (g_hash_table_contains (self->places, pointer))
        continue;

      if (spec->columns[i].use == CAP_SHEET_NULL)
        json_object_set_null_member (self->root, spec->columns[i].member);
      else
        /* Translators: %s is the name of a row, as it is in files */
        cap_sheet_import_add_missing (self, table, _("there is no row “%s”"), spec->columns[i].title);
    }
}

/* Returns: (transfer full) (nullable): the framework; %NULL, with its faults, when there is none */
static CapFramework *
check (CapSheetImport *self)
{
  g_autoptr(JsonNode) root = json_node_init_object (json_node_alloc (), self->root);
  char *text = cap_json_node_to_text (root);
  g_autoptr(GBytes) made = g_bytes_new_take (text, strlen (text));
  g_autoptr(GBytes) source = NULL;
  g_autoptr(CapFramework) framework = NULL;
  g_autoptr(GPtrArray) faults = cap_framework_json_check (made, &framework);

  for (guint i = 0; i < faults->len; i++)
    cap_sheet_import_tell_fault (self, g_ptr_array_index (faults, i));
  if (self->faults->len > 0)
    return NULL;

  /* The text that evaluations keep is the same as if the framework came from its own file. */
  source = cap_framework_json_write (framework);

  return cap_framework_json_read (source, NULL);
}

/**
 * cap_framework_xlsx_read:
 * @source: what should be a workbook as cap_framework_xlsx_write() makes them
 * @framework: (out) (optional) (nullable): the framework, sealed, when there is
 *   no fault
 *
 * The order of rows is the order of the framework.
 *
 * Returns: (transfer full) (element-type utf8): every fault, as
 *   “Critères!C12: sentence”, in the user’s language
 */
GPtrArray *
cap_framework_xlsx_read (GBytes        *source,
                         CapFramework **framework)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CapXlsx) book = NULL;
  g_autoptr(CapFramework) read = NULL;
  CapSheetImport self = { NULL };
  GPtrArray *faults;

  g_return_val_if_fail (source != NULL, NULL);

  if (framework != NULL)
    *framework = NULL;

  book = cap_xlsx_read (source, &error);
  if (book == NULL)
    {
      faults = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (faults, g_strdup (error->message));
      return faults;
    }

  cap_sheet_import_init (&self, book);
  cap_sheet_import_find_sheets (&self);
  take_framework (&self);
  for (guint i = CAP_SHEET_LEVELS; i < CAP_N_SHEETS; i++)
    take_sheet (&self, &self.tables[i]);
  if (json_array_get_length (json_object_get_array_member (self.root, "plain_scale")) == 0)
    json_object_remove_member (self.root, "plain_scale");
  if (!self.incomplete)
    read = check (&self);
  faults = cap_sheet_import_list_faults (&self);
  cap_sheet_import_clear (&self);

  if (framework != NULL)
    *framework = g_steal_pointer (&read);

  return faults;
}
