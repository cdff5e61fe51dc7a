/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/cap-salvage-private.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "store/cap-framework-table.h"
#include "store/cap-row-words.h"
#include "store/cap-store-error-private.h"

/* Rows that were read well may not stand together: what has lost what it belongs to goes. */

/* @note: taken */
void
cap_salvage_note (CapSalvage *self,
                  char       *note)
{
  g_ptr_array_add (self->report->notes, note);
}

void
cap_salvage_note_dropped (CapSalvage *self,
                          const char *table,
                          guint       n)
{
  const guint before = GPOINTER_TO_UINT (g_hash_table_lookup (self->dropped, table));

  g_hash_table_insert (self->dropped, g_strdup (table), GUINT_TO_POINTER (before + n));
}

static gboolean
run_with_text (CapDb       *db,
               const char  *sql,
               const char  *text,
               GError     **error)
{
  g_autoptr(CapStmt) stmt = cap_db_prepare (db, sql, error);

  if (stmt == NULL)
    return FALSE;

  cap_stmt_bind_text (stmt, 1, text);

  return cap_stmt_run (stmt, error);
}

/* Frameworks */

/* Returns: (transfer full) (nullable): the framework, when its text is the one that its hash says */
static CapFramework *
read_proved (CapSalvage *self,
             GBytes     *source,
             const char *sha256)
{
  g_autofree char *found = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, source);

  return g_str_equal (found, sha256) ? self->reader (source, NULL, NULL) : NULL;
}

static gboolean
drop_altered_frameworks (CapSalvage  *self,
                         GError     **error)
{
  g_autoptr(GPtrArray) digests = cap_framework_table_list (self->db, error);

  for (guint i = 0; digests != NULL && i < digests->len; i++)
    {
      const char *sha256 = g_ptr_array_index (digests, i);
      g_autoptr(GBytes) source = cap_framework_table_get_source (self->db, sha256, error);
      g_autoptr(CapFramework) framework = source != NULL ? read_proved (self, source, sha256) : NULL;

      if (source == NULL)
        return FALSE;
      if (framework != NULL)
        continue;

      cap_salvage_note_dropped (self, "framework", 1);
      if (!run_with_text (self->db, "DELETE FROM framework WHERE sha256 = ?1", sha256, error))
        return FALSE;
    }

  return digests != NULL;
}

/* Returns: (transfer full) (nullable): a framework that is known elsewhere, exactly */
static CapFramework *
find_elsewhere (CapSalvage *self,
                const char *sha256)
{
  g_autoptr(GBytes) source = self->finder != NULL ? self->finder (sha256) : NULL;

  return source != NULL ? read_proved (self, source, sha256) : NULL;
}

/* When neither a framework nor an evaluation is left, the index of the frameworks may be. */
static gboolean
put_framework_of_index (CapSalvage  *self,
                        GError     **error)
{
  for (guint i = 0; i < self->rows->entries->len; i++)
    {
      const CapIndexEntry *entry = g_ptr_array_index (self->rows->entries, i);
      const CapCellValue *first = &g_array_index (entry->cell.values, CapCellValue, 0);
      g_autofree char *sha256 = NULL;
      g_autoptr(CapFramework) framework = NULL;

      if (!g_str_equal (entry->tree->table, "framework"))
        continue;

      sha256 = cap_cell_dup_text (first);
      framework = sha256 != NULL ? find_elsewhere (self, sha256) : NULL;
      if (framework != NULL && !cap_framework_table_put (self->db, framework, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * cap_salvage_mend_frameworks:
 *
 * Only texts whose hash proves them are kept. Those that evaluations were made with and that are not there
 * are asked for: the program has them, as a rule.
 */
gboolean
cap_salvage_mend_frameworks (CapSalvage  *self,
                             GError     **error)
{
  g_autoptr(GPtrArray) wanted = NULL;

  if (!drop_altered_frameworks (self, error))
    return FALSE;

  wanted = cap_db_list_texts (self->db,
                       "SELECT DISTINCT framework_sha256 FROM evaluation"
                       " WHERE framework_sha256 NOT IN (SELECT sha256 FROM framework)", error);
  for (guint i = 0; wanted != NULL && i < wanted->len; i++)
    {
      const char *sha256 = g_ptr_array_index (wanted, i);
      g_autoptr(CapFramework) framework = find_elsewhere (self, sha256);

      if (framework == NULL)
        continue;

      if (!cap_framework_table_put (self->db, framework, error))
        return FALSE;
      g_hash_table_remove (self->dropped, "framework");
      cap_salvage_layout_get (self->rows->trees, "framework")->n_bad_rows = 0;
      cap_salvage_layout_get (self->rows->trees, "framework")->n_bad_pages = 0;
    }

  return wanted != NULL;
}

/* Evaluations */

/* The number that an index gives an evaluation; or the next one. */
static gint64
find_number (CapSalvage *self,
             const char *id)
{
  gint64 number = 1;

  for (guint i = 0; i < self->rows->entries->len; i++)
    {
      const CapIndexEntry *entry = g_ptr_array_index (self->rows->entries, i);
      const CapCellValue *values = (const CapCellValue *) (gpointer) entry->cell.values->data;

      if (g_str_equal (entry->tree->table, "evaluation") && entry->cell.values->len == 2 &&
          values[0].type == CAP_CELL_INTEGER && cap_cell_text_equal (&values[1], id))
        return values[0].number;
    }

  cap_db_get_int (self->db, "SELECT coalesce (max (number), 0) + 1 FROM evaluation", &number, NULL);

  return number;
}

static gboolean
put_evaluation (CapSalvage  *self,
                const char  *id,
                gint64       number,
                const char  *sha256,
                GError     **error)
{
  g_autofree char *today = cap_date_dup_today ();
  g_autoptr(CapStmt) stmt = NULL;

  stmt = cap_db_prepare (self->db, "INSERT INTO evaluation (id, number, date, mode, framework_sha256)"
                                   " VALUES (?1, ?2, ?3, 'cap', ?4) ON CONFLICT DO NOTHING", error);
  if (stmt == NULL)
    return FALSE;

  cap_stmt_bind_text (stmt, 1, id);
  cap_stmt_bind_int (stmt, 2, number);
  cap_stmt_bind_text (stmt, 3, today);
  cap_stmt_bind_text (stmt, 4, sha256);

  return cap_stmt_run (stmt, error);
}

/**
 * cap_salvage_mend_evaluations:
 *
 * Answers whose evaluation is lost are a year of work: when it is certain which framework they follow, the
 * evaluation is made again, and what nothing tells of it is said.
 */
gboolean
cap_salvage_mend_evaluations (CapSalvage  *self,
                              GError     **error)
{
  g_autoptr(GPtrArray) frameworks = cap_framework_table_list (self->db, error);
  g_autoptr(GPtrArray) lost = NULL;

  if (frameworks != NULL && frameworks->len == 0 && put_framework_of_index (self, error))
    {
      g_ptr_array_unref (frameworks);
      frameworks = cap_framework_table_list (self->db, error);
    }
  if (frameworks == NULL)
    return FALSE;
  if (frameworks->len != 1)
    return TRUE;

  lost = cap_db_list_texts (self->db,
                     "SELECT evaluation_id FROM answer WHERE evaluation_id NOT IN (SELECT id FROM evaluation)"
                     " GROUP BY evaluation_id ORDER BY count (*) DESC", error);
  for (guint i = 0; lost != NULL && i < lost->len; i++)
    {
      const char *id = g_ptr_array_index (lost, i);
      const gint64 number = find_number (self, id);

      if (!g_uuid_string_is_valid (id))
        continue;
      if (!put_evaluation (self, id, number, g_ptr_array_index (frameworks, 0), error))
        return FALSE;
      cap_salvage_note (self, g_strdup_printf (_("Evaluation %u was made again for its answers: its date and"
                                                 " its kind are to be looked at"), (guint) number));
    }

  return lost != NULL;
}

/* References */

/**
 * Reference:
 * @columns: of the child, joined by commas
 * @joined: SQL: the row of @parent is the one of the child
 * @optional: whether the child can stand without
 */
typedef struct
{
  char     *child;
  char     *parent;
  GString  *columns;
  GString  *empty;
  GString  *joined;
  gboolean  optional;
} Reference;

static void
free_reference (Reference *self)
{
  g_free (self->child);
  g_free (self->parent);
  g_string_free (self->columns, TRUE);
  g_string_free (self->empty, TRUE);
  g_string_free (self->joined, TRUE);
  g_free (self);
}

#define SELECT_REFERENCES \
  "SELECT list.seq, child.name, list.\"table\", list.\"from\", list.\"to\"," \
  "       (SELECT \"notnull\" FROM pragma_table_info (child.name) WHERE name = list.\"from\")" \
  " FROM sqlite_schema AS child JOIN pragma_foreign_key_list (child.name) AS list" \
  " WHERE child.type = 'table' ORDER BY child.name, list.id, list.seq"

enum { COL_SEQ, COL_CHILD, COL_PARENT, COL_FROM, COL_TO, COL_NOT_NULL };

static Reference *
add_reference (GPtrArray *references,
               CapStmt   *stmt)
{
  Reference *reference;

  if (cap_stmt_get_int (stmt, COL_SEQ) > 0)
    return g_ptr_array_index (references, references->len - 1);

  reference = g_new0 (Reference, 1);
  reference->child = cap_stmt_dup_text (stmt, COL_CHILD);
  reference->parent = cap_stmt_dup_text (stmt, COL_PARENT);
  reference->columns = g_string_new (NULL);
  reference->empty = g_string_new (NULL);
  reference->joined = g_string_new (NULL);
  reference->optional = TRUE;
  g_ptr_array_add (references, reference);

  return reference;
}

static GPtrArray *
list_references (CapDb   *db,
                 GError **error)
{
  g_autoptr(GPtrArray) references = g_ptr_array_new_with_free_func ((GDestroyNotify) free_reference);
  g_autoptr(CapStmt) stmt = cap_db_prepare (db, SELECT_REFERENCES, error);
  CapStep step;

  if (stmt == NULL)
    return NULL;

  while ((step = cap_stmt_step (stmt, error)) == CAP_STEP_ROW)
    {
      Reference *reference = add_reference (references, stmt);
      const char *from = cap_stmt_get_text (stmt, COL_FROM);
      const gboolean first = reference->columns->len == 0;

      g_string_append_printf (reference->columns, "%s\"%s\" IS NOT NULL", first ? "" : " AND ", from);
      g_string_append_printf (reference->empty, "%s\"%s\" = NULL", first ? "" : ", ", from);
      g_string_append_printf (reference->joined, "%sparent.\"%s\" = \"%s\".\"%s\"", first ? "" : " AND ",
                              cap_stmt_get_text (stmt, COL_TO), reference->child, from);
      reference->optional = reference->optional && cap_stmt_get_int (stmt, COL_NOT_NULL) == 0;
    }

  return step == CAP_STEP_DONE ? g_steal_pointer (&references) : NULL;
}

/* Returns: how many rows; -1 on failure */
static gint64
mend_reference (CapSalvage       *self,
                const Reference  *reference,
                GError          **error)
{
  g_autofree char *lost = NULL;
  g_autofree char *sql = NULL;
  gint64 n = 0;

  lost = g_strdup_printf ("WHERE %s AND NOT EXISTS (SELECT 1 FROM \"%s\" AS parent WHERE %s)",
                          reference->columns->str, reference->parent, reference->joined->str);
  if (reference->optional)
    sql = g_strdup_printf ("UPDATE \"%s\" SET %s %s", reference->child, reference->empty->str, lost);
  else
    sql = g_strdup_printf ("DELETE FROM \"%s\" %s", reference->child, lost);

  if (!cap_db_exec (self->db, sql, error) || !cap_db_get_int (self->db, "SELECT changes ()", &n, error))
    return -1;

  if (n > 0 && reference->optional)
    cap_salvage_note (self, g_strdup_printf (
      /* Translators: both are what rows are called: “Action”, “Indicator” */
      _("%1$s: the link to what is lost (%2$s) is taken out"),
      cap_row_words_get_table (reference->child), cap_row_words_get_table (reference->parent)));
  else if (n > 0)
    cap_salvage_note_dropped (self, reference->child, (guint) n);

  return n;
}

/**
 * cap_salvage_mend_references:
 *
 * What has lost what it belongs to cannot stand. To be called with foreign keys off.
 */
gboolean
cap_salvage_mend_references (CapSalvage  *self,
                             GError     **error)
{
  g_autoptr(GPtrArray) references = list_references (self->db, error);
  gboolean again = references != NULL;

  while (again)
    {
      again = FALSE;
      for (guint i = 0; i < references->len; i++)
        {
          gint64 n = mend_reference (self, g_ptr_array_index (references, i), error);

          if (n < 0)
            return FALSE;
          again = again || n > 0;
        }
    }

  return references != NULL;
}
