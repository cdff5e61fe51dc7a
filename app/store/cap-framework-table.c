/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/cap-framework-table.h"

#include "store/cap-store-error-private.h"

/* A text that is there already is the same one: its digest names it. */
gboolean
cap_framework_table_put (CapDb               *db,
                         const CapFramework  *framework,
                         GError             **error)
{
  g_autoptr(CapStmt) stmt = NULL;

  stmt = cap_db_prepare (db,
                         "INSERT INTO framework (sha256, id, version, source) VALUES (?1, ?2, ?3, ?4)"
                         " ON CONFLICT (sha256) DO NOTHING", error);
  if (stmt == NULL)
    return FALSE;

  cap_stmt_bind_text (stmt, 1, framework->sha256);
  cap_stmt_bind_text (stmt, 2, framework->id != NULL ? framework->id : "");
  cap_stmt_bind_text (stmt, 3, framework->version != NULL ? framework->version : "");
  cap_stmt_bind_source (stmt, 4, framework->source);

  return cap_stmt_run (stmt, error);
}

/**
 * cap_framework_table_list:
 *
 * Returns: (transfer full) (element-type utf8) (nullable): the digests
 */
GPtrArray *
cap_framework_table_list (CapDb   *db,
                          GError **error)
{
  g_autoptr(GPtrArray) digests = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(CapStmt) stmt = cap_db_prepare (db, "SELECT sha256 FROM framework ORDER BY sha256", error);
  CapStep step;

  if (stmt == NULL)
    return NULL;

  while ((step = cap_stmt_step (stmt, error)) == CAP_STEP_ROW)
    g_ptr_array_add (digests, cap_stmt_dup_text (stmt, 0));

  return step == CAP_STEP_DONE ? g_steal_pointer (&digests) : NULL;
}

/**
 * cap_framework_table_get_source:
 * @sha256: which text
 *
 * Returns: (transfer full) (nullable): the text; its absence is an error
 */
GBytes *
cap_framework_table_get_source (CapDb       *db,
                                const char  *sha256,
                                GError     **error)
{
  g_autoptr(CapStmt) stmt = cap_db_prepare (db, "SELECT source FROM framework WHERE sha256 = ?1", error);

  if (stmt == NULL)
    return NULL;

  cap_stmt_bind_text (stmt, 1, sha256);

  switch (cap_stmt_step (stmt, error))
    {
    case CAP_STEP_ROW:
      return cap_stmt_dup_bytes (stmt, 0);

    case CAP_STEP_DONE:
      cap_store_error_set (error, CAP_STORE_ERROR_CORRUPT, sha256);
      return NULL;

    case CAP_STEP_ERROR:
    default:
      return NULL;
    }
}
