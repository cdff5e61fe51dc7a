/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/cap-merge-private.h"

#include <glib/gi18n.h>

#include "model/cap-register.h"

/* What rows and columns are called by those who fill them. @name: SQL that names the row of a key ?1. */
static const struct
{
  const char *table;
  const char *label;
  const char *name;
} own_tables[] = {
  { "member", N_("Structure"), "SELECT name FROM member WHERE id = ?1" },
  { "evaluation", N_("Evaluation"), "SELECT CAST (number AS TEXT) FROM evaluation WHERE id = ?1" },
  { "answer", N_("Answer"), NULL },
  { "answer_evidence", N_("Evidence of an answer"), NULL },
  { "evidence", N_("Evidence"), "SELECT title FROM evidence WHERE id = ?1" },
  { "evidence_file", N_("File of a piece of evidence"), "SELECT title FROM evidence WHERE id = ?1" },
  { "evidence_link", N_("What a piece of evidence supports"), "SELECT title FROM evidence WHERE id = ?1" },
  { "indicator", N_("Indicator"), "SELECT code FROM indicator WHERE id = ?1" },
  { "indicator_value", N_("Value of an indicator"), "SELECT code FROM indicator WHERE id = ?1" },
  { "action", N_("Action"), "SELECT number || ' ' || title FROM action WHERE id = ?1" },
  { "action_origin", N_("Origin of an action"), "SELECT number || ' ' || title FROM action WHERE id = ?1" },
  { "action_step", N_("Step of an action"), "SELECT number || ' ' || title FROM action WHERE id = ?1" },
  { "action_note", N_("Note of an action"), "SELECT number || ' ' || title FROM action WHERE id = ?1" },
  { "action_after", N_("What an action waits for"),
    "SELECT number || ' ' || title FROM action WHERE id = ?1" },
  { "set_aside", N_("Proposal set aside"), NULL },
  { "plan_review", N_("Review of the plan"), "SELECT date FROM plan_review WHERE id = ?1" },
  { "ballot", N_("Votes"), "SELECT respondent FROM ballot WHERE id = ?1" },
  { "vote", N_("Vote"), "SELECT respondent FROM ballot WHERE id = ?1" },
};

static const struct
{
  const char *column;
  const char *label;
} columns[] = {
  { "comment", N_("comment") }, { "description", N_("description") }, { "due", N_("due date") },
  { "level", N_("level") }, { "name", N_("name") }, { "owner", N_("owner") },
  { "reason", N_("reason") }, { "start", N_("start") }, { "state", N_("state") },
  { "title", N_("title") },
};

static const char *
get_column_label (const CapRegister *reg,
                  const char        *column)
{
  const CapField *field = reg != NULL ? cap_register_find_field (reg, column, NULL) : NULL;

  if (field != NULL)
    return gettext (field->label);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      if (g_str_equal (columns[i].column, column))
        return gettext (columns[i].label);
    }

  return column;
}

/* Returns: (transfer full) (nullable): what @sql says of the first part of @key */
static char *
look_up (CapDb      *db,
         const char *sql,
         const char *key)
{
  g_auto(GStrv) parts = g_strsplit (key, "\t", 2);
  g_autoptr(CapStmt) stmt = cap_db_prepare (db, sql, NULL);

  if (stmt == NULL)
    return NULL;

  cap_stmt_bind_text (stmt, 1, parts[0]);

  return cap_stmt_step (stmt, NULL) == CAP_STEP_ROW ? cap_stmt_dup_text (stmt, 0) : NULL;
}

/* Where a key is a UUID then something that people know, that is what names the row. */
static char *
dup_last_part (const char *key)
{
  const char *tab = strrchr (key, '\t');

  return g_strdup (tab != NULL ? tab + 1 : key);
}

static char *
dup_record_name (CapDb             *db,
                 const CapRegister *reg,
                 const char        *key)
{
  g_autofree char *sql = g_strdup_printf ("SELECT \"%s\" FROM \"%s\" WHERE id = ?1", reg->fields[0].name,
                                          reg->name);
  char *name = look_up (db, sql, key);

  return name != NULL ? name : dup_last_part (key);
}

/**
 * cap_merge_dup_what:
 * @db: where the row is
 * @column: (nullable): which column; %NULL for the row as a whole
 * @key: of the row, its parts joined by a tab
 *
 * Returns: (transfer full): what it is in words: “Answer A1.2, level”
 */
char *
cap_merge_dup_what (CapDb      *db,
                    const char *table,
                    const char *column,
                    const char *key)
{
  const CapRegister *reg = cap_register_find (table);
  const char *label = reg != NULL ? gettext (reg->one) : table;
  g_autofree char *name = NULL;

  if (reg != NULL)
    name = dup_record_name (db, reg, key);
  for (guint i = 0; i < G_N_ELEMENTS (own_tables); i++)
    {
      if (!g_str_equal (own_tables[i].table, table))
        continue;
      label = gettext (own_tables[i].label);
      name = own_tables[i].name != NULL ? look_up (db, own_tables[i].name, key) : dup_last_part (key);
    }
  if (name == NULL)
    name = dup_last_part (key);

  if (column == NULL)
    return g_strdup_printf ("%s %s", label, name);

  /* Translators: a kind of thing, its name, one of its fields: “Answer A1.2, level” */
  return g_strdup_printf (_("%1$s %2$s, %3$s"), label, name, get_column_label (reg, column));
}

/**
 * cap_merge_drop_orphans:
 * @table: what has rows that belong to nothing
 * @parent: the table that they should belong to
 * @key: which of the foreign keys of @table
 * @report: where each of them is told
 *
 * Takes out what was added to something that is gone; what only refers to it stays, and no longer does.
 *
 * Returns: whether it is done
 */
gboolean
cap_merge_drop_orphans (CapDb           *db,
                        const char      *table,
                        const char      *parent,
                        gint64           key,
                        CapMergeReport  *report,
                        GError         **error)
{
  g_autofree char *list =
    g_strdup_printf ("SELECT key.\"from\", key.\"to\", info.\"notnull\" OR info.pk"
                     " FROM pragma_foreign_key_list ('%s') AS key"
                     " JOIN pragma_table_info ('%s') AS info ON info.name = key.\"from\""
                     " WHERE key.id = %" G_GINT64_FORMAT, table, table, key);
  g_autoptr(CapStmt) stmt = cap_db_prepare (db, list, error);
  g_autoptr(GString) where = g_string_new (NULL);
  g_autoptr(GString) told = g_string_new (NULL);
  g_autoptr(GString) freed = g_string_new (NULL);
  gboolean needed = FALSE;
  g_autofree char *sql = NULL;
  CapMergeConflict *conflict;
  CapStep step;

  if (stmt == NULL)
    return FALSE;
  while ((step = cap_stmt_step (stmt, error)) == CAP_STEP_ROW)
    {
      g_string_append_printf (where, "%s parent.\"%s\" = \"%s\".\"%s\"", where->len > 0 ? " AND" : "",
                              cap_stmt_get_text (stmt, 1), table, cap_stmt_get_text (stmt, 0));
      g_string_append_printf (told, "\"%s\" IS NOT NULL AND ", cap_stmt_get_text (stmt, 0));
      g_string_append_printf (freed, "%s \"%s\" = NULL", freed->len > 0 ? "," : "",
                              cap_stmt_get_text (stmt, 0));
      needed = needed || cap_stmt_get_int (stmt, 2) != 0;
    }
  if (step == CAP_STEP_ERROR)
    return FALSE;

  conflict = g_new0 (CapMergeConflict, 1);
  conflict->what = g_strdup (table);
  for (guint i = 0; i < G_N_ELEMENTS (own_tables); i++)
    {
      if (g_str_equal (own_tables[i].table, table))
        {
          g_free (conflict->what);
          conflict->what = g_strdup (gettext (own_tables[i].label));
        }
    }
  conflict->mine = g_strdup (_("what it belongs to is taken out"));
  conflict->theirs = g_strdup (_("added"));
  g_ptr_array_add (report->conflicts, conflict);
  sql = g_strdup_printf ("%s \"%s\"%s%s WHERE %sNOT EXISTS (SELECT 1 FROM \"%s\" AS parent WHERE %s)",
                         needed ? "DELETE FROM" : "UPDATE", table, needed ? "" : " SET",
                         needed ? "" : freed->str, told->str, parent, where->str);

  return cap_db_exec (db, sql, error);
}
