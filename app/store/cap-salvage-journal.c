/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/cap-salvage-private.h"

#include "store/cap-changeset.h"
#include "store/cap-journal-table.h"
#include "store/cap-meta-table.h"

/* The journal is chained by hashes: when it is sound it proves itself, and all that gestures ever put in the
 * dossier is in it a second time. */

#define HASHED_SINCE 8

/* Since when a file is older than the hashes, only a journal without any hole is believed. */
static gboolean
is_intact (CapSalvage *self)
{
  const CapTree *tree = cap_salvage_layout_get (self->rows->trees, "gesture");
  gint64 n = 0;
  gint64 last = 0;

  return tree->root != 0 && tree->n_bad_pages == 0 && tree->n_bad_rows == 0 &&
         cap_db_get_int (self->db, "SELECT count (*) FROM gesture", &n, NULL) &&
         cap_db_get_int (self->db, "SELECT coalesce (max (sequence), 0) FROM gesture", &last, NULL) &&
         n == last;
}

/* Without its head, nothing says that the last lines are not missing. */
static gboolean
is_sound (CapSalvage *self,
          guint       version)
{
  g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *head = NULL;
  gint64 n = 0;

  if (version < HASHED_SINCE && !is_intact (self))
    return FALSE;

  return cap_meta_table_find (self->db, CAP_META_HEAD, &head, NULL) && head != NULL &&
         cap_db_get_int (self->db, "SELECT count (*) FROM journal", &n, NULL) && n > 0 &&
         cap_journal_table_check (self->db, faults, NULL) && faults->len == 0;
}

/* Whether rows of a table are missing, or may be. */
static gboolean
is_lacking (CapSalvage *self,
            const char *table)
{
  const CapTree *tree = cap_salvage_layout_get (self->rows->trees, table);

  /* One that is newer than the file has nothing in it. */
  return tree != NULL &&
         (cap_salvage_may_lack (self, tree) || tree->n_bad_rows > 0 ||
          g_hash_table_contains (self->dropped, table));
}

static gboolean
is_anything_lacking (CapSalvage *self)
{
  const char * const *tables = cap_changeset_list_tables ();

  for (guint i = 0; tables[i] != NULL; i++)
    {
      if (is_lacking (self, tables[i]))
        return TRUE;
    }

  return self->report->notes->len > 0;
}

/* Returns: (transfer full) (nullable): how many rows a table has and a digest of them, with the columns that
 * it had in the file */
static char *
dup_digest (CapSalvage *self,
            const char *table)
{
  const CapTree *tree = cap_salvage_layout_get (self->rows->trees, table);
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr(GString) sql = g_string_new ("SELECT ");
  g_autoptr(CapStmt) stmt = NULL;
  guint n = 0;
  CapStep step;

  for (guint i = 0; i < tree->columns->len; i++)
    g_string_append_printf (sql, "%squote (\"%s\")", i > 0 ? " || ',' || " : "",
                            ((CapTreeColumn *) g_ptr_array_index (tree->columns, i))->name);
  g_string_append_printf (sql, " FROM \"%s\"", table);

  stmt = cap_db_prepare (self->db, sql->str, NULL);
  if (stmt == NULL)
    return NULL;

  while ((step = cap_stmt_step (stmt, NULL)) == CAP_STEP_ROW)
    {
      g_checksum_update (checksum, (const guchar *) cap_stmt_get_text (stmt, 0), -1);
      g_checksum_update (checksum, (const guchar *) "\n", 1);
      n++;
    }

  return step == CAP_STEP_DONE ? g_strdup_printf ("%u %s", n, g_checksum_get_string (checksum)) : NULL;
}

/* Returns: (transfer full): table → digest */
static GHashTable *
list_digests (CapSalvage *self)
{
  GHashTable *digests = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  const char * const *tables = cap_changeset_list_tables ();

  for (guint i = 0; tables[i] != NULL; i++)
    {
      if (cap_salvage_layout_get (self->rows->trees, tables[i]) != NULL)
        g_hash_table_insert (digests, (char *) tables[i], dup_digest (self, tables[i]));
    }

  return digests;
}

static gint64
count_of (const char *digest)
{
  return g_ascii_strtoll (digest, NULL, 10);
}

/* Compares what was read with what the journal leads to, which its hashes prove. @same: (out): whether both
 * are the same. Returns: whether the journal is to be believed: not when rows are there that it does not tell
 * of; and an old migration gave pieces of evidence numbers */
static gboolean
compare (CapSalvage *self,
         GHashTable *digests,
         gboolean   *same)
{
  gboolean believed = TRUE;
  GHashTableIter iter;
  const char *table;
  const char *before;

  *same = TRUE;
  g_hash_table_iter_init (&iter, digests);
  while (g_hash_table_iter_next (&iter, (gpointer *) &table, (gpointer *) &before))
    {
      g_autofree char *after = dup_digest (self, table);

      if (g_strcmp0 (before, after) == 0)
        continue;
      *same = FALSE;
      believed = believed && before != NULL && after != NULL && count_of (after) >= count_of (before) &&
                 (!g_str_equal (table, "evidence") || is_lacking (self, table));
    }

  return believed;
}

/* Returns: whether all was done again, from the creation of the dossier on */
static gboolean
play_all (CapSalvage *self)
{
  const char * const *tables = cap_changeset_list_tables ();
  g_autoptr(GPtrArray) lines = cap_journal_table_list (self->db, NULL);

  /* A dossier that was saved once has a journal that begins later. */
  if (lines == NULL || lines->len == 0 ||
      ((CapJournalLine *) g_ptr_array_index (lines, 0))->kind != CAP_GESTURE_CREATE ||
      !cap_db_exec (self->db, "PRAGMA defer_foreign_keys = ON", NULL))
    return FALSE;

  for (guint i = 0; tables[i] != NULL; i++)
    {
      g_autofree char *sql = g_strdup_printf ("DELETE FROM \"%s\"", tables[i]);

      if (!cap_db_exec (self->db, sql, NULL))
        return FALSE;
    }

  return cap_journal_play (self->db, lines, 0, TRUE, NULL);
}

static void
note_whole (CapSalvage *self,
            const char *table)
{
  g_hash_table_remove (self->dropped, table);
  for (guint i = 0; i < self->rows->trees->len; i++)
    {
      CapTree *tree = g_ptr_array_index (self->rows->trees, i);

      if (!g_str_equal (tree->name, table))
        continue;
      tree->n_bad_rows = 0;
      tree->whole = TRUE;
    }
}

/* Puts all the rows back from the journal, from its first line to its last. */
static gboolean
rebuild (CapSalvage *self)
{
  g_autoptr(GHashTable) digests = list_digests (self);
  g_autoptr(CapTransaction) transaction = cap_transaction_begin (self->db, NULL);
  const char * const *tables = cap_changeset_list_tables ();
  gboolean same = FALSE;

  if (transaction == NULL || !play_all (self) || !compare (self, digests, &same))
    return FALSE;
  if (!same && !cap_transaction_commit (transaction, NULL))
    return FALSE;

  self->report->rebuilt = !same;
  for (guint i = 0; tables[i] != NULL; i++)
    note_whole (self, tables[i]);
  g_ptr_array_set_size (self->report->notes, 0);

  return TRUE;
}

/**
 * cap_salvage_settle_journal:
 * @version: of the schema of the file
 *
 * Keeps the journal when it is sound and leads to what is there, taking what is missing from it; otherwise
 * there is none any more.
 */
gboolean
cap_salvage_settle_journal (CapSalvage  *self,
                            guint        version,
                            GError     **error)
{
  gboolean kept = is_sound (self, version);

  if (kept && !(version >= HASHED_SINCE && rebuild (self)))
    kept = !is_anything_lacking (self);

  self->report->journal_kept = kept;

  return kept ||
         (cap_db_exec (self->db, "DELETE FROM journal", error) &&
          cap_db_exec (self->db, "DELETE FROM gesture", error));
}
