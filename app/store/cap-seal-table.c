/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/cap-seal-table.h"

#include <glib/gi18n.h>

enum {
  COL_ID, COL_DOSSIER, COL_STRUCTURE, COL_KIND, COL_LABEL, COL_MADE_AT, COL_AUTHOR, COL_CONTENT, COL_DOCUMENT,
  COL_PUBLIC_KEY, COL_SIGNATURE,
};
enum { COL_KEY_PUBLIC, COL_KEY_LOCKED };

gboolean
cap_seal_table_add (CapDb          *db,
                    const CapSeal  *seal,
                    GError        **error)
{
  g_autoptr(CapStmt) stmt = NULL;

  stmt = cap_db_prepare (db,
                         "INSERT INTO seal (id, dossier, structure, kind, label, made_at, author, content,"
                         " document, public_key, signature)"
                         " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)", error);
  if (stmt == NULL)
    return FALSE;

  cap_stmt_bind_text (stmt, 1, seal->id);
  cap_stmt_bind_text (stmt, 2, seal->dossier);
  cap_stmt_bind_text (stmt, 3, seal->structure);
  cap_stmt_bind_text (stmt, 4, seal->kind);
  cap_stmt_bind_text (stmt, 5, seal->label);
  cap_stmt_bind_text (stmt, 6, seal->made_at);
  cap_stmt_bind_text (stmt, 7, seal->author);
  cap_stmt_bind_text (stmt, 8, seal->content);
  cap_stmt_bind_text (stmt, 9, seal->document);
  cap_stmt_bind_blob (stmt, 10, seal->public_key);
  cap_stmt_bind_blob (stmt, 11, seal->signature);

  return cap_stmt_run (stmt, error);
}

static CapSeal *
seal_from_row (CapStmt *stmt)
{
  CapSeal *seal = cap_seal_new ();

  seal->id = cap_stmt_dup_text (stmt, COL_ID);
  seal->dossier = cap_stmt_dup_text (stmt, COL_DOSSIER);
  seal->structure = cap_stmt_dup_text (stmt, COL_STRUCTURE);
  seal->kind = cap_stmt_dup_text (stmt, COL_KIND);
  seal->label = cap_stmt_dup_text (stmt, COL_LABEL);
  seal->made_at = cap_stmt_dup_text (stmt, COL_MADE_AT);
  seal->author = cap_stmt_dup_text (stmt, COL_AUTHOR);
  seal->content = cap_stmt_dup_text (stmt, COL_CONTENT);
  seal->document = cap_stmt_dup_text (stmt, COL_DOCUMENT);
  seal->public_key = cap_stmt_dup_bytes (stmt, COL_PUBLIC_KEY);
  seal->signature = cap_stmt_dup_bytes (stmt, COL_SIGNATURE);

  return seal;
}

/**
 * cap_seal_table_list:
 *
 * Returns: (transfer full) (element-type CapSeal) (nullable): genuine or not, the newest first
 */
GPtrArray *
cap_seal_table_list (CapDb   *db,
                     GError **error)
{
  g_autoptr(GPtrArray) seals = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_seal_free);
  g_autoptr(CapStmt) stmt = NULL;
  CapStep step;

  stmt = cap_db_prepare (db,
                         "SELECT id, dossier, structure, kind, label, made_at, author, content, document,"
                         " public_key, signature FROM seal ORDER BY made_at DESC, id", error);
  if (stmt == NULL)
    return NULL;

  while ((step = cap_stmt_step (stmt, error)) == CAP_STEP_ROW)
    g_ptr_array_add (seals, seal_from_row (stmt));

  return step == CAP_STEP_DONE ? g_steal_pointer (&seals) : NULL;
}

/* Adds to @faults a sentence for each seal that was altered. */
gboolean
cap_seal_table_check (CapDb      *db,
                      GPtrArray  *faults,
                      GError    **error)
{
  g_autoptr(GPtrArray) seals = cap_seal_table_list (db, error);

  for (guint i = 0; seals != NULL && i < seals->len; i++)
    {
      const CapSeal *seal = g_ptr_array_index (seals, i);
      g_autofree char *date = cap_seal_dup_date (seal);

      if (!cap_seal_is_genuine (seal))
        /* Translators: what was sealed, a date */
        g_ptr_array_add (faults, g_strdup_printf (_("The seal “%1$s” of %2$s was altered"),
                                                  seal->label, date));
    }

  return seals != NULL;
}

/**
 * cap_seal_key_table_find:
 * @public_key: (out) (nullable): %NULL when the structure has no key
 * @locked: (out) (optional): see cap_seal_key_unlock()
 *
 * Returns: whether the table could be read
 */
gboolean
cap_seal_key_table_find (CapDb    *db,
                         GBytes  **public_key,
                         GBytes  **locked,
                         GError  **error)
{
  g_autoptr(CapStmt) stmt = cap_db_prepare (db, "SELECT public_key, locked FROM seal_key", error);
  CapStep step = stmt != NULL ? cap_stmt_step (stmt, error) : CAP_STEP_ERROR;

  *public_key = step == CAP_STEP_ROW ? cap_stmt_dup_bytes (stmt, COL_KEY_PUBLIC) : NULL;
  if (locked != NULL)
    *locked = step == CAP_STEP_ROW ? cap_stmt_dup_bytes (stmt, COL_KEY_LOCKED) : NULL;

  return step != CAP_STEP_ERROR;
}

/* Takes the place of the one before. */
gboolean
cap_seal_key_table_put (CapDb       *db,
                        GBytes      *public_key,
                        GBytes      *locked,
                        const char  *made_at,
                        GError     **error)
{
  g_autoptr(CapStmt) stmt = NULL;

  stmt = cap_db_prepare (db,
                         "INSERT INTO seal_key (id, public_key, locked, made_at) VALUES (1, ?1, ?2, ?3)"
                         " ON CONFLICT (id) DO UPDATE SET public_key = excluded.public_key,"
                         " locked = excluded.locked, made_at = excluded.made_at", error);
  if (stmt == NULL)
    return FALSE;

  cap_stmt_bind_blob (stmt, 1, public_key);
  cap_stmt_bind_blob (stmt, 2, locked);
  cap_stmt_bind_text (stmt, 3, made_at);

  return cap_stmt_run (stmt, error);
}

/* For a copy that is not of the structure. */
gboolean
cap_seal_key_table_forget (CapDb   *db,
                           GError **error)
{
  g_autoptr(CapStmt) stmt = cap_db_prepare (db, "DELETE FROM seal_key", error);

  return stmt != NULL && cap_stmt_run (stmt, error);
}
