/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/cap-salvage-private.h"

#include <glib/gi18n.h>

#include "store/cap-dossier-file-private.h"
#include "store/cap-meta-table.h"
#include "store/cap-migrations.h"
#include "store/cap-store-error-private.h"

/* Counters only grow: what is there is the least that they can be. */
static gboolean
put_counter (CapDb       *db,
             const char  *key,
             const char  *least_sql,
             GError     **error)
{
  g_autofree char *stored = NULL;
  g_autofree char *text = NULL;
  gint64 least = 0;
  gint64 value = 0;

  if (!cap_db_get_int (db, least_sql, &least, error) || !cap_meta_table_find (db, key, &stored, error))
    return FALSE;
  if (stored != NULL && !g_ascii_string_to_signed (stored, 10, 0, G_MAXINT32, &value, NULL))
    value = 0;

  text = g_strdup_printf ("%" G_GINT64_FORMAT, MAX (value, least));

  return cap_meta_table_put (db, key, text, error);
}

static gboolean
put_if_missing (CapDb       *db,
                const char  *key,
                const char  *value,
                GError     **error)
{
  g_autofree char *stored = NULL;

  return cap_meta_table_find (db, key, &stored, error) &&
         (stored != NULL || cap_meta_table_put (db, key, value, error));
}

/**
 * cap_salvage_mend_meta:
 *
 * What the file says of itself: its identity is kept when it can be read.
 */
gboolean
cap_salvage_mend_meta (CapSalvage  *self,
                       GError     **error)
{
  g_autofree char *id = NULL;
  g_autofree char *new_id = g_uuid_string_random ();

  if (!cap_meta_table_find (self->db, CAP_META_ID, &id, error))
    return FALSE;

  if (id == NULL || !g_uuid_string_is_valid (id))
    {
      cap_salvage_note (self, g_strdup (_("The dossier has a new identity: its older copies cannot be merged"
                                          " with it")));
      if (!cap_meta_table_put (self->db, CAP_META_ID, new_id, error))
        return FALSE;
    }

  return put_if_missing (self->db, CAP_META_CREATED_BY, PACKAGE_VERSION, error) &&
         put_counter (self->db, CAP_META_LAST_ACTION_NUMBER,
                      "SELECT coalesce (max (number), 0) FROM action", error) &&
         put_counter (self->db, CAP_META_LAST_EVIDENCE_NUMBER,
                      "SELECT coalesce (max (number), 0) FROM evidence", error) &&
         put_counter (self->db, CAP_META_REVISION,
                      "SELECT coalesce (max (sequence), 0) FROM gesture", error);
}

/* What is saved, at the version of the file, then at the latest. */
static gboolean
take_rows (CapSalvage  *self,
           guint        version,
           GError     **error)
{
  if (!cap_migrations_run (self->db, version, error) ||
      !cap_db_exec (self->db, "PRAGMA foreign_keys = OFF", error))
    return FALSE;

  {
    g_autoptr(CapTransaction) transaction = cap_transaction_begin (self->db, error);

    /* A migration puts rows of its own in this table: those of the file take their place. */
    if (transaction == NULL || !cap_db_exec (self->db, "DELETE FROM meta", error) ||
        !cap_salvage_rows_take (self->rows, error) ||
        !cap_salvage_rows_take_strays (self->rows, error) ||
        !cap_salvage_mend_frameworks (self, error) ||
        !cap_salvage_mend_evaluations (self, error) ||
        !cap_salvage_mend_references (self, error) ||
        !cap_transaction_commit (transaction, error))
      return FALSE;
  }

  return cap_migrations_run (self->db, cap_migrations_get_latest (), error);
}

static gboolean
check_use (CapSalvage  *self,
           GError     **error)
{
  gint64 n = 0;

  if (!cap_db_get_int (self->db, "SELECT count (*) FROM evaluation", &n, error))
    return FALSE;

  if (n == 0)
    g_set_error_literal (error, CAP_STORE_ERROR, CAP_STORE_ERROR_CORRUPT,
                         _("Nothing in this file can be saved: it has no evaluation that can be read"));

  return n > 0;
}

static gboolean
save (CapSalvage  *self,
      CapPages    *pages,
      GError     **error)
{
  guint version = 0;
  g_autoptr(GPtrArray) trees = cap_salvage_layout_find (pages, &version, error);
  g_autoptr(CapSalvageRows) rows = NULL;
  gboolean done;

  if (trees == NULL)
    return FALSE;

  rows = cap_salvage_rows_new (pages, trees, self->db, self->cancellable);
  self->rows = rows;
  done = take_rows (self, version, error) &&
         cap_salvage_settle_journal (self, version, error) &&
         cap_salvage_mend_meta (self, error) &&
         check_use (self, error) &&
         cap_salvage_mend_whole (self, error);
  if (done)
    cap_salvage_tell (self);
  self->rows = NULL;

  return done;
}

/* A newer program knows what is in it. */
static gboolean
check_version (CapPages  *pages,
               GError   **error)
{
  const gint64 version = cap_pages_get_version (pages);

  /* A version that no program will have for long is damage. */
  if (version > (gint64) cap_migrations_get_latest () && version < 100)
    {
      cap_store_error_set (error, CAP_STORE_ERROR_TOO_NEW, NULL);
      return FALSE;
    }

  return TRUE;
}

/**
 * cap_salvage_run:
 * @path: a damaged dossier: it is only read
 * @new_path: where nothing is yet
 * @reader: reads the frameworks that dossiers hold
 * @finder: (nullable): knows frameworks
 * @cancellable: (nullable): to give it up
 * @report: tells what is saved and what is missing
 * @error: return location for a [error@Cap.StoreError]
 *
 * Saves what can be saved of a damaged dossier into a new file, row by row: each that can be read, follows
 * the rules of its table and has what it belongs to. What the journal proves comes back too. The new file is
 * sound, or there is none.
 *
 * Returns: whether there is a new file
 */
gboolean
cap_salvage_run (const char          *path,
                 const char          *new_path,
                 CapFrameworkReader   reader,
                 CapFrameworkFinder   finder,
                 GCancellable        *cancellable,
                 CapSalvageReport    *report,
                 GError             **error)
{
  CapSalvage self = { .path = path, .reader = reader, .finder = finder, .cancellable = cancellable,
                      .report = report };
  g_autofree char *real = NULL;
  g_autoptr(CapPages) pages = NULL;
  g_autoptr(CapDb) db = NULL;
  g_autoptr(GHashTable) dropped = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  CapFileStamp stamp;

  g_return_val_if_fail (path != NULL && new_path != NULL && reader != NULL && report != NULL, FALSE);

  real = cap_dossier_file_dup_real_path_of_new (new_path, error);
  pages = real != NULL ? cap_pages_read (path, error) : NULL;
  if (pages == NULL || !check_version (pages, error))
    return FALSE;

  db = cap_db_open (":memory:", error);
  if (db != NULL)
    cap_db_set_key (db, cap_pages_get_key (pages));
  self.db = db;
  self.dropped = dropped;

  return db != NULL && save (&self, pages, error) &&
         cap_publication_write (db, real, CAP_PUBLICATION_NEW, &stamp, error);
}
