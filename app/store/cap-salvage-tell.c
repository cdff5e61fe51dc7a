/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/cap-salvage-private.h"

#include <glib/gi18n.h>

#include "store/cap-row-words.h"

/* What became of each table, in words. */

static const char *
get_label (const char *table)
{
  if (g_str_equal (table, "framework"))
    return _("Text of a framework");
  if (g_str_equal (table, "content"))
    return _("Content of a file");

  return cap_row_words_get_table (table);
}

/* Whether pages of a tree are lost, or are among those that are; indexes apart. */
gboolean
cap_salvage_may_lack (CapSalvage    *self,
                      const CapTree *tree)
{
  return tree->n_bad_pages > 0 || (tree->root == 0 && cap_pages_count_lost (self->rows->pages) > 0);
}

static gboolean
is_told (const char *table)
{
  return !g_str_equal (table, "meta") && !g_str_equal (table, "gesture") && !g_str_equal (table, "journal");
}

static gint64
count_rows (CapSalvage *self,
            const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM \"%s\"", table);
  gint64 n = 0;

  return cap_db_get_int (self->db, sql, &n, NULL) ? n : 0;
}

/* Whether a row of an index is in its table. @by_key: only looks for the key of the row */
static gboolean
is_there (CapSalvage          *self,
          const CapIndexEntry *entry)
{
  g_autoptr(GString) sql = g_string_new (NULL);
  g_autoptr(CapStmt) stmt = NULL;

  g_string_append_printf (sql, "SELECT 1 FROM \"%s\" WHERE TRUE", entry->tree->table);
  for (guint i = 0; i < entry->cell.values->len; i++)
    {
      const CapTreeColumn *column = g_ptr_array_index (entry->tree->columns, i);

      if (column->name != NULL)
        g_string_append_printf (sql, " AND \"%s\" IS ?%u", column->name, i + 1);
    }

  stmt = cap_db_prepare (self->db, sql->str, NULL);
  for (guint i = 0; stmt != NULL && i < entry->cell.values->len; i++)
    {
      const CapTreeColumn *column = g_ptr_array_index (entry->tree->columns, i);

      if (column->name != NULL)
        cap_salvage_bind (stmt, (int) i + 1, &g_array_index (entry->cell.values, CapCellValue, i));
    }

  return stmt == NULL || cap_stmt_step (stmt, NULL) == CAP_STEP_ROW;
}

/* What people know a row by, when its index begins with that: a code, a number. */
static char *
dup_name (const CapIndexEntry *entry)
{
  const CapCellValue *value = &g_array_index (entry->cell.values, CapCellValue, 0);
  const CapTreeColumn *column = g_ptr_array_index (entry->tree->columns, 0);
  g_autofree char *text = cap_cell_dup_text (value);

  if (text == NULL || (g_strcmp0 (column->name, "code") != 0 && g_strcmp0 (column->name, "number") != 0))
    return NULL;

  return g_strdup_printf ("%s %s", get_label (entry->tree->table), text);
}

/* How many rows an index knows that are not there; told by their names when they have one. */
static guint
count_missing_of_index (CapSalvage    *self,
                        const CapTree *index)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->entries->len; i++)
    {
      const CapIndexEntry *entry = g_ptr_array_index (self->rows->entries, i);
      g_autofree char *name = NULL;

      if (entry->tree != index || is_there (self, entry))
        continue;

      n++;
      name = dup_name (entry);
      if (name != NULL)
        cap_salvage_report_add_missing (self->report, name);
    }

  return n;
}

/* @certain: (out): whether an index that is whole knows all the rows */
static guint
count_missing (CapSalvage *self,
               const char *table,
               gboolean   *certain)
{
  guint most = 0;

  *certain = FALSE;
  for (guint i = 0; i < self->rows->trees->len; i++)
    {
      const CapTree *tree = g_ptr_array_index (self->rows->trees, i);

      if (g_strcmp0 (tree->table, table) != 0)
        continue;

      most = MAX (most, count_missing_of_index (self, tree));
      *certain = *certain || (tree->root != 0 && tree->n_bad_pages == 0 && tree->n_bad_rows == 0);
    }

  return most;
}

static void
tell_table (CapSalvage    *self,
            const CapTree *tree)
{
  const guint n_saved = (guint) count_rows (self, tree->name);
  guint n_dropped = GPOINTER_TO_UINT (g_hash_table_lookup (self->dropped, tree->name));
  gboolean certain = tree->whole;
  guint n_missing = tree->whole ? 0 : count_missing (self, tree->name, &certain);
  gboolean more = !certain && cap_salvage_may_lack (self, tree);

  n_missing = MAX (n_missing, n_dropped + tree->n_bad_rows);
  self->report->uncertain = self->report->uncertain || more;
  if (n_saved > 0 || n_missing > 0 || (more && tree->root != 0))
    cap_salvage_report_add_part (self->report, get_label (tree->name), n_saved, n_missing, more);
}

/**
 * cap_salvage_tell:
 *
 * Fills the parts of the report, once all is done.
 */
void
cap_salvage_tell (CapSalvage *self)
{
  self->report->n_bad_pages = cap_pages_count_lost (self->rows->pages);
  self->report->n_unplaced = self->report->rebuilt ? 0 : self->rows->n_unplaced;
  for (guint i = 0; i < self->rows->trees->len; i++)
    {
      const CapTree *tree = g_ptr_array_index (self->rows->trees, i);

      if (tree->table == NULL && is_told (tree->name))
        tell_table (self, tree);
    }
}
