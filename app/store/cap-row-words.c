/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/cap-row-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-date.h"
#include "base/cap-number.h"
#include "model/cap-action-field.h"
#include "model/cap-action.h"
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
  { "evidence", N_("Piece of evidence"), "SELECT title FROM evidence WHERE id = ?1" },
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
  { "seal", N_("Seal"), "SELECT label FROM seal WHERE id = ?1" },
  { "seal_key", N_("Key of the seals"), NULL },
  { "vote", N_("Vote"), "SELECT respondent FROM ballot WHERE id = ?1" },
};

static const struct
{
  const char *column;
  const char *label;
} columns[] = {
  { "adaptation", N_("adaptation of the framework") }, { "baseline", N_("starting value") },
  { "code", N_("code") }, { "college", N_("college") }, { "comment", N_("comment") }, { "date", N_("date") },
  { "definition", N_("definition") }, { "department", N_("department") },
  { "description", N_("description") }, { "direction", N_("direction") },
  { "discuss", N_("to be discussed") }, { "done", N_("done") }, { "due", N_("due date") },
  { "frequency", N_("frequency") }, { "fte_hundredths", N_("full-time equivalents") },
  { "kinds", N_("kinds") }, { "label", N_("label") }, { "level", N_("level") }, { "mode", N_("mode") },
  { "name", N_("name") }, { "note", N_("note") }, { "owner", N_("owner") }, { "path", N_("path") },
  { "participants", N_("people on the path") }, { "reason", N_("reason") },
  { "reference", N_("reference") }, { "region", N_("region") }, { "respondent", N_("code") },
  { "review", N_("to be looked at again") },
  { "sites", N_("sites") }, { "objective", N_("objective") }, { "source", N_("source") },
  { "staff", N_("staff") }, { "start", N_("start") },
  { "state", N_("state") }, { "target", N_("target") }, { "text", N_("text") }, { "title", N_("title") },
  { "tolerance", N_("tolerance") }, { "unit", N_("unit") }, { "value", N_("value") },
};

/* Choices that no register lists. */
static const struct
{
  const char *table;
  const char *column;
  const char *value;
  const char *label;
} choices[] = {
  { "answer", "state", "unanswered", N_("not answered") },
  { "answer", "state", "rated", N_("answered") },
  { "answer", "state", "not-applicable", N_("not applicable") },
  { "answer", "discuss", "0", N_("no") },
  { "answer", "discuss", "1", N_("yes") },
  { "answer", "review", "none", N_("no") },
  { "evaluation", "mode", "cap", N_("CAP self-evaluation") },
  { "evaluation", "mode", "certification", N_("certification") },
  { "evaluation", "path", "full", N_("full") },
  { "evaluation", "path", "express", N_("express") },
  { "action_step", "done", "0", N_("no") },
  { "action_step", "done", "1", N_("yes") },
};

/* In the database otherwise than in files: those of quantities. */
static const struct
{
  const char *table;
  const char *column;
  gint64      factor; /* to thousandths */
} quantities[] = {
  { "action", "days_hundredths", 10 }, { "member", "fte_hundredths", 10 }, { "indicator", "baseline", 1 },
  { "indicator", "target", 1 }, { "indicator", "tolerance", 1 }, { "indicator_value", "value", 1 },
};

static gboolean
find_action_field (const char     *table,
                   const char     *column,
                   CapActionField *field)
{
  const char *name = g_str_equal (column, "days_hundredths") ? "days" : column;

  return g_str_equal (table, "action") && cap_action_field_from_name (name, field);
}

static const char *
get_column_label (const char *table,
                  const char *column)
{
  const CapRegister *reg = cap_register_find (table);
  const CapField *field = reg != NULL ? cap_register_find_field (reg, column, NULL) : NULL;
  CapActionField action_field;

  if (field != NULL)
    return gettext (field->label);
  if (find_action_field (table, column, &action_field))
    return cap_action_field_get_label (action_field);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      if (g_str_equal (columns[i].column, column))
        return gettext (columns[i].label);
    }

  return column;
}

/* Returns: (transfer full): what a column of any row of @table is called: “Action, owner” */
char *
cap_row_words_dup_column (const char *table,
                          const char *column)
{
  /* Translators: a thing and one of its fields: “Answer A1.2, level” */
  return g_strdup_printf (_("%1$s, %2$s"), cap_row_words_get_table (table), get_column_label (table, column));
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
  const char *part = tab != NULL ? tab + 1 : key;

  return g_strdup (g_uuid_string_is_valid (part) ? "" : part);
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

/* Returns: what a row of @table is called, in the user’s language */
const char *
cap_row_words_get_table (const char *table)
{
  const CapRegister *reg = cap_register_find (table);

  if (reg != NULL)
    return gettext (reg->one);

  for (guint i = 0; i < G_N_ELEMENTS (own_tables); i++)
    {
      if (g_str_equal (own_tables[i].table, table))
        return gettext (own_tables[i].label);
    }

  return table;
}

static char *
dup_name (CapDb      *db,
          const char *table,
          const char *key)
{
  const CapRegister *reg = cap_register_find (table);
  char *name = NULL;

  if (reg != NULL)
    return dup_record_name (db, reg, key);

  for (guint i = 0; name == NULL && i < G_N_ELEMENTS (own_tables); i++)
    {
      if (g_str_equal (own_tables[i].table, table) && own_tables[i].name != NULL)
        name = look_up (db, own_tables[i].name, key);
    }

  return name != NULL ? name : dup_last_part (key);
}

/**
 * cap_row_words_dup_what:
 * @db: where the row is, or was
 * @column: (nullable): which column; %NULL for the row as a whole
 * @key: of the row, its parts joined by a tab
 *
 * Returns: (transfer full): what it is in words: “Answer A1.2, level”
 */
char *
cap_row_words_dup_what (CapDb      *db,
                        const char *table,
                        const char *column,
                        const char *key)
{
  const char *label = cap_row_words_get_table (table);
  g_autofree char *name = dup_name (db, table, key);
  g_autofree char *what = *name != '\0' ? g_strdup_printf ("%s %s", label, name) : g_strdup (label);

  if (column == NULL)
    return g_steal_pointer (&what);

  /* Translators: a thing and one of its fields: “Answer A1.2, level” */
  return g_strdup_printf (_("%1$s, %2$s"), what, get_column_label (table, column));
}

static const char *
find_action_choice (const char *column,
                    const char *value)
{
  CapActionState state;
  CapActionKind kind;
  CapVerdict verdict;

  if (g_str_equal (column, "state") && cap_action_state_from_name (value, &state))
    return cap_action_state_get_label (state);
  if (g_str_equal (column, "kind") && cap_action_kind_from_name (value, &kind))
    return cap_action_kind_get_label (kind);
  if (g_str_equal (column, "verdict") && cap_verdict_from_name (value, &verdict))
    return cap_verdict_get_label (verdict);

  return NULL;
}

/* (nullable): the label of a value that is one of a list. */
static const char *
find_choice (const char *table,
             const char *column,
             const char *value)
{
  const CapRegister *reg = cap_register_find (table);
  const CapField *field = reg != NULL ? cap_register_find_field (reg, column, NULL) : NULL;
  const CapChoice *choice = field != NULL && field->kind == CAP_VALUE_CHOICE
                            ? cap_field_find_choice (field, value) : NULL;

  if (choice != NULL)
    return gettext (choice->label);
  if (g_str_equal (table, "action"))
    return find_action_choice (column, value);

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      if (g_str_equal (choices[i].table, table) && g_str_equal (choices[i].column, column) &&
          g_str_equal (choices[i].value, value))
        return gettext (choices[i].label);
    }

  return NULL;
}

/* Returns: (transfer full) (nullable): a quantity, as people write it */
static char *
dup_quantity (const char *table,
              const char *column,
              const char *value)
{
  gint64 number;

  for (guint i = 0; i < G_N_ELEMENTS (quantities); i++)
    {
      if (g_str_equal (quantities[i].table, table) && g_str_equal (quantities[i].column, column) &&
          g_ascii_string_to_signed (value, 10, G_MININT64 / 10, G_MAXINT64 / 10, &number, NULL))
        return cap_number_format_thousandths (number * quantities[i].factor);
    }

  return NULL;
}

/**
 * cap_row_words_dup_value:
 * @value: (nullable): what the column holds, as text
 *
 * Returns: (transfer full) (nullable): what it says, in the user’s language; %NULL when it says nothing
 */
char *
cap_row_words_dup_value (const char *table,
                         const char *column,
                         const char *value)
{
  const char *label;
  char *quantity;

  if (value == NULL || *value == '\0')
    return NULL;

  label = find_choice (table, column, value);
  if (label != NULL)
    return g_strdup (label);
  if (cap_date_is_valid (value))
    return cap_date_format_short (value);

  quantity = dup_quantity (table, column, value);

  return quantity != NULL ? quantity : g_strdup (value);
}
