/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/cap-db-private.h"

#include "store/cap-store-error-private.h"

struct _CapTransaction
{
  CapDb    *db;
  guint     depth;
  gboolean  committed;
};

/* An interrupted COMMIT may have committed, an interrupted BEGIN may have
 * begun: transaction control runs to its end.
 */
static gboolean
exec_control (CapDb       *self,
              const char  *sql,
              GError     **error)
{
  gboolean done;

  self->in_control = TRUE;
  done = cap_db_exec (self, sql, error);
  self->in_control = FALSE;

  return done;
}

/**
 * cap_transaction_begin:
 * @db: a database
 * @error: return location for a [error@Cap.StoreError]
 *
 * Opens a transaction, or a savepoint inside the one already open. Whatever
 * way the scope is left, nothing is kept unless it was committed.
 *
 * Returns: (transfer full) (nullable): the transaction
 */
CapTransaction *
cap_transaction_begin (CapDb   *db,
                       GError **error)
{
  g_autofree char *sql = NULL;
  CapTransaction *self;

  g_return_val_if_fail (db != NULL, NULL);

  /* IMMEDIATE: a busy file is found out now, not at the first write. */
  sql = db->depth == 0 ? g_strdup ("BEGIN IMMEDIATE") : g_strdup_printf ("SAVEPOINT s%u", db->depth);
  if (!exec_control (db, sql, error))
    return NULL;

  self = g_new0 (CapTransaction, 1);
  self->db = db;
  self->depth = db->depth++;

  return self;
}

gboolean
cap_transaction_commit (CapTransaction  *self,
                        GError         **error)
{
  g_autofree char *sql = NULL;

  g_return_val_if_fail (self != NULL && !self->committed, FALSE);
  g_return_val_if_fail (self->depth + 1 == self->db->depth, FALSE);

  if (self->db->spoilt)
    {
      cap_store_error_set (error, CAP_STORE_ERROR_FAILED, "savepoint");
      return FALSE;
    }

  sql = self->depth == 0 ? g_strdup ("COMMIT") : g_strdup_printf ("RELEASE s%u", self->depth);
  self->committed = exec_control (self->db, sql, error);

  return self->committed;
}

void
cap_transaction_end (CapTransaction *self)
{
  g_autofree char *sql = NULL;

  g_return_if_fail (self != NULL);

  /* SQLite may have rolled back by itself (disk full, interrupted write). */
  if (!self->committed && !sqlite3_get_autocommit (self->db->handle))
    {
      sql = self->depth == 0 ? g_strdup ("ROLLBACK")
                             : g_strdup_printf ("ROLLBACK TO s%u; RELEASE s%u", self->depth, self->depth);
      /* Without memory, even that may fail: the outer one must not be committed, the outermost waits. */
      if (!exec_control (self->db, sql, NULL))
        self->db->spoilt = TRUE;
    }

  self->db->depth = self->depth;
  if (self->depth == 0)
    self->db->spoilt = FALSE;
  g_free (self);
}
