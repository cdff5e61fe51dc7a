/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/cap-redaction-seals.h"

static gboolean
drop_seal (CapDb       *db,
           const char  *id,
           GError     **error)
{
  g_autoptr(CapStmt) stmt = cap_db_prepare (db, "DELETE FROM seal WHERE id = ?1", error);

  if (stmt == NULL)
    return FALSE;

  cap_stmt_bind_text (stmt, 1, id);

  return cap_stmt_run (stmt, error);
}

/**
 * cap_redaction_drop_seals:
 * @db: a working copy, in a transaction
 * @text: what each text becomes
 * @n: raised by how many places there were
 *
 * What is signed cannot be rewritten: a seal that names somebody goes. The documents that it is in, which are
 * not ours any more, still verify.
 *
 * Returns: whether none is left
 */
gboolean
cap_redaction_drop_seals (CapDb                   *db,
                          const CapRedactionText  *text,
                          guint                   *n,
                          GError                 **error)
{
  static const char sql[] = "SELECT id, author || char (10) || structure || char (10) || label FROM seal";
  g_autoptr(CapStmt) stmt = cap_db_prepare (db, sql, error);
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  CapStep step = stmt != NULL ? CAP_STEP_ROW : CAP_STEP_ERROR;

  while (step == CAP_STEP_ROW && (step = cap_stmt_step (stmt, error)) == CAP_STEP_ROW)
    {
      g_autofree char *now = cap_redaction_text_apply (text, cap_stmt_get_text (stmt, 1), n);

      if (now != NULL)
        g_ptr_array_add (ids, cap_stmt_dup_text (stmt, 0));
    }
  for (guint i = 0; step == CAP_STEP_DONE && i < ids->len; i++)
    {
      if (!drop_seal (db, g_ptr_array_index (ids, i), error))
        return FALSE;
    }

  return step == CAP_STEP_DONE;
}
