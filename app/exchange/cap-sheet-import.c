/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/cap-sheet-import-private.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_FAULTS 1000

static void
fault_free (CapSheetFault *fault)
{
  g_free (fault->sentence);
  g_free (fault);
}

static void
entry_free (CapSheetEntry *entry)
{
  g_free (entry->pointer);
  g_free (entry);
}

void
cap_sheet_import_init (CapSheetImport *self,
                       const CapXlsx  *book)
{
  self->book = book;
  self->root = json_object_new ();
  self->faults = g_ptr_array_new_with_free_func ((GDestroyNotify) fault_free);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) entry_free);
  for (guint i = 0; i < CAP_N_SHEETS; i++)
    self->entries[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

void
cap_sheet_import_clear (CapSheetImport *self)
{
  for (guint i = 0; i < CAP_N_SHEETS; i++)
    {
      g_hash_table_unref (self->entries[i]);
      g_clear_pointer (&self->tables[i].columns, g_ptr_array_unref);
      g_free (self->tables[i].places);
    }
  g_hash_table_unref (self->places);
  g_ptr_array_unref (self->faults);
  json_object_unref (self->root);
}

/**
 * cap_sheet_import_add_fault:
 * @sheet: its name; it lives as long as the workbook
 * @row: from 1
 * @column: from 0
 * @sentence: what is wrong, in the user’s language
 */
void
cap_sheet_import_add_fault (CapSheetImport *self,
                            const char     *sheet,
                            guint           row,
                            guint           column,
                            const char     *sentence)
{
  CapSheetFault *fault;

  if (self->faults->len >= MAX_FAULTS)
    return;

  fault = g_new0 (CapSheetFault, 1);
  fault->sheet = sheet;
  fault->row = row;
  fault->column = column;
  fault->sentence = g_strdup (sentence);
  while (fault->order < self->book->sheets->len &&
         ((const CapXlsxSheet *) g_ptr_array_index (self->book->sheets, fault->order))->name != sheet)
    fault->order++;
  g_ptr_array_add (self->faults, fault);
}

/* Notes which row made what is at @pointer. */
CapSheetEntry *
cap_sheet_import_remember (CapSheetImport *self,
                           JsonObject     *object,
                           const char     *pointer,
                           CapSheetId      sheet,
                           guint           row)
{
  CapSheetEntry *entry = g_new0 (CapSheetEntry, 1);

  entry->object = object;
  entry->pointer = g_strdup (pointer);
  entry->sheet = sheet;
  entry->row = row;
  g_hash_table_replace (self->places, entry->pointer, entry);

  return entry;
}

/* The longest pointer that a row made, at the beginning of a fault; what remains is left in @rest. */
static const CapSheetEntry *
find_origin (CapSheetImport  *self,
             const char      *fault,
             const char     **rest)
{
  const CapSheetEntry *origin = NULL;

  for (const char *at = fault; *at != '\0'; at++)
    {
      g_autofree char *pointer = NULL;
      const CapSheetEntry *entry;

      if (*at != '/' && *at != ':')
        continue;

      pointer = g_strndup (fault, (gsize) (at - fault));
      entry = g_hash_table_lookup (self->places, pointer);
      if (entry != NULL)
        {
          origin = entry;
          *rest = at;
        }
    }

  return origin;
}

/* The column that shows a member, one of its entries, or what it is part of. */
static guint
find_column (const CapSheetTable *table,
             const char          *member)
{
  gsize length = strlen (member);

  if (table->id == CAP_SHEET_FRAMEWORK)
    return CAP_SHEET_VALUE_PLACE;

  for (guint i = 0; i < table->columns->len && length > 0; i++)
    {
      const CapSheetColumn *column = g_ptr_array_index (table->columns, i);
      gsize own = strlen (column->member);

      if (table->places[i] != CAP_SHEET_NONE && strncmp (column->member, member, MIN (own, length)) == 0 &&
          (own == length || (own < length ? member[own] : column->member[length]) == '/'))
        return (guint) table->places[i];
    }

  return 0;
}

/* A fault of the framework file, as one of the workbook. */
void
cap_sheet_import_tell_fault (CapSheetImport *self,
                             const char     *fault)
{
  const char *rest = fault;
  const CapSheetEntry *origin = find_origin (self, fault, &rest);
  const char *end = strstr (rest, ": ");
  const CapSheetTable *table;
  g_autofree char *member = g_strndup (rest + (*rest == '/'), (gsize) (end - rest) - (*rest == '/'));
  g_autofree char *sentence = g_strdup (end + strlen (": "));

  g_return_if_fail (origin != NULL); /* the root at least */

  table = &self->tables[origin->sheet];
  for (guint i = 0; i < CAP_N_SHEETS; i++)
    {
      if (cap_sheets[i].parent != (int) origin->sheet || !g_str_equal (cap_sheets[i].list, member))
        continue;

      g_free (sentence);
      /* Translators: %s is the name of a sheet */
      sentence = g_strdup_printf (_("no row of the sheet “%s” belongs to this one"), cap_sheets[i].title);
    }

  cap_sheet_import_add_fault (self, table->source->name, origin->row, find_column (table, member), sentence);
}

static int
compare_faults (gconstpointer a,
                gconstpointer b)
{
  const CapSheetFault *one = *(CapSheetFault * const *) a;
  const CapSheetFault *other = *(CapSheetFault * const *) b;

  if (one->order != other->order)
    return one->order < other->order ? -1 : 1;
  if (one->row != other->row)
    return one->row < other->row ? -1 : 1;
  if (one->column != other->column)
    return one->column < other->column ? -1 : 1;

  return strcmp (one->sentence, other->sentence);
}

/* In the order of the workbook, each one once. */
GPtrArray *
cap_sheet_import_list_faults (CapSheetImport *self)
{
  GPtrArray *faults = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_sort (self->faults, compare_faults);
  for (guint i = 0; i < self->faults->len; i++)
    {
      const CapSheetFault *fault = g_ptr_array_index (self->faults, i);
      g_autofree char *cell = cap_xlsx_name_cell (fault->row, fault->column);

      if (i == 0 || compare_faults (&self->faults->pdata[i - 1], &self->faults->pdata[i]) != 0)
        g_ptr_array_add (faults, g_strconcat (fault->sheet, "!", cell, ": ", fault->sentence, NULL));
    }

  return faults;
}
