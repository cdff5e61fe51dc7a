/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/salvage-fixture.h"

#include <sqlite3.h>
#include <stdio.h>

#include "store/cap-publication.h"
#include "store/cap-salvage.h"
#include "store/cap-vault-file.h"
#include "store/cap-vault-vfs.h"
#include "store/cap-vault.h"
#include "store/random-command.h"

#define PAGE            4096
#define N_GESTURES      150
#define CONTENT_SIZE    60000

/* What the file says of itself, and its journal, may be new. */
static const char list_tables[] =
  "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('meta', 'gesture', 'journal')";

static char *
dup_row (sqlite3_stmt *stmt)
{
  g_autoptr(GString) row = g_string_new (NULL);

  for (int i = 0; i < sqlite3_column_count (stmt); i++)
    {
      const guint8 *data = sqlite3_column_blob (stmt, i);
      const gsize size = (gsize) sqlite3_column_bytes (stmt, i);
      g_autofree char *digest = g_compute_checksum_for_data (G_CHECKSUM_MD5, size > 0 ? data : (guint8 *) "",
                                                             size);

      g_string_append_printf (row, "%d:%s ", sqlite3_column_type (stmt, i), digest);
    }

  return g_string_free (g_steal_pointer (&row), FALSE);
}

static GHashTable *
read_table (sqlite3    *db,
            const char *table)
{
  GHashTable *rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\"", table);
  sqlite3_stmt *stmt = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    g_hash_table_add (rows, dup_row (stmt));
  g_assert_cmpint (sqlite3_finalize (stmt), ==, SQLITE_OK);

  return rows;
}

GHashTable *
patient_read_tables (const char *path)
{
  GHashTable *tables = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                              (GDestroyNotify) g_hash_table_unref);
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, cap_vault_vfs_get_name ()), ==,
                   SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, list_tables, -1, &stmt, NULL), ==, SQLITE_OK);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    {
      const char *table = (const char *) sqlite3_column_text (stmt, 0);

      g_hash_table_insert (tables, g_strdup (table), read_table (db, table));
    }
  g_assert_cmpint (sqlite3_finalize (stmt), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);

  return tables;
}

static void
add_piece (StoreFixture *fixture,
           guint         number)
{
  g_autoptr(CapCommand) command = cap_command_new (CAP_GESTURE_PIECE, "Pièce");
  g_autofree char *content = g_malloc (CONTENT_SIZE);
  g_autofree char *name = g_strdup_printf ("piece-%u.pdf", number);
  g_autofree char *sha256 = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(CapEvidence) evidence = cap_evidence_new (NULL, name, NULL, NULL);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < CONTENT_SIZE; i++)
    content[i] = (char) g_test_rand_int_range (0, 256);
  bytes = g_bytes_new (content, CONTENT_SIZE);
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  cap_evidence_add_file (evidence, sha256, CONTENT_SIZE, name, "application/pdf", "2026-11-20");
  cap_command_put_content (command, sha256, bytes);
  cap_command_put_evidence (command, evidence);
  g_assert_true (cap_dossier_file_run (fixture->file, command, &error));
  g_assert_no_error (error);
}

static void
work (StoreFixture *fixture)
{
  for (guint i = 0; i < N_GESTURES; i++)
    {
      g_autoptr(CapDossier) dossier = cap_dossier_file_load (fixture->file, NULL);
      g_autoptr(CapCommand) command = random_command_new (dossier);

      cap_dossier_file_run (fixture->file, command, NULL);
    }
  for (guint i = 0; i < 3; i++)
    add_piece (fixture, i);
}

/* Its file is encrypted as a publication does it. */
static void
encrypt (Patient *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CapDb) db = cap_db_open_read_only (self->fixture->path, &error);
  CapFileStamp stamp;

  g_assert_no_error (error);
  cap_db_set_key (db, self->key);
  cap_publication_write (db, self->fixture->path, CAP_PUBLICATION_OVER, &stamp, &error);
  g_assert_no_error (error);
}

void
patient_admit (Patient      *self,
               StoreFixture *fixture,
               CapVaultKey  *key)
{
  GHashTableIter iter;
  GHashTable *rows;

  self->fixture = fixture;
  store_fixture_create (fixture);
  work (fixture);
  store_fixture_close (fixture);
  self->key = key;
  self->page = key != NULL ? CAP_VAULT_BLOCK_SIZE + CAP_CIPHER_OVERHEAD : PAGE;
  if (key != NULL)
    encrypt (self);

  g_assert_true (g_file_get_contents (fixture->path, (char **) &self->bytes, &self->size, NULL));
  self->tables = patient_read_tables (fixture->path);
  g_hash_table_iter_init (&iter, self->tables);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &rows))
    self->n_rows += g_hash_table_size (rows);
  self->damaged = g_build_filename (fixture->folder, "damaged.capcedre", NULL);
  self->saved = g_build_filename (fixture->folder, "saved.capcedre", NULL);
}

void
patient_discharge (Patient *self)
{
  remove (self->damaged);
  remove (self->saved);
  g_free (self->bytes);
  g_free (self->damaged);
  g_free (self->saved);
  g_hash_table_unref (self->tables);
}

/* Only rows of the dossier come back, as they were. Returns: how many */
static guint
compare (Patient                *self,
         const CapSalvageReport *report,
         guint                   n_altered)
{
  g_autoptr(GHashTable) tables = patient_read_tables (self->saved);
  guint n = 0;
  guint n_strange = 0;
  GHashTableIter iter;
  const char *table;
  GHashTable *rows;

  g_hash_table_iter_init (&iter, tables);
  while (g_hash_table_iter_next (&iter, (gpointer *) &table, (gpointer *) &rows))
    {
      GHashTable *original = g_hash_table_lookup (self->tables, table);
      GHashTableIter row_iter;
      const char *row;

      g_hash_table_iter_init (&row_iter, rows);
      while (g_hash_table_iter_next (&row_iter, (gpointer *) &row, NULL))
        {
          if (g_hash_table_contains (original, row))
            n++;
          else
            n_strange++;
        }
    }

  /* What was made again is told by a note. */
  if (report->notes->len == 0)
    g_assert_cmpuint (n_strange, <=, n_altered);
  if (cap_salvage_report_is_whole (report) && n_altered == 0)
    g_assert_cmpuint (n, ==, self->n_rows);

  return n;
}

guint
patient_treat (Patient          *self,
               const guint8     *bytes,
               gsize             size,
               guint             n_altered,
               CapSalvageReport *report)
{
  g_autoptr(CapSalvageReport) own = report == NULL ? cap_salvage_report_new () : NULL;
  CapSalvageReport *told = report != NULL ? report : own;
  g_autofree char *after = NULL;
  g_autoptr(GPtrArray) faults = NULL;
  g_autoptr(GError) error = NULL;
  gsize size_after;
  gboolean done;

  remove (self->saved);
  g_assert_true (g_file_set_contents (self->damaged, (const char *) bytes, (gssize) size, NULL));
  done = cap_salvage_run (self->damaged, self->saved, store_fixture_read_framework, NULL, NULL, told, &error);

  g_assert_true (g_file_get_contents (self->damaged, &after, &size_after, NULL));
  g_assert_cmpmem (bytes, size, after, size_after);
  g_assert_cmpint (done, ==, g_file_test (self->saved, G_FILE_TEST_EXISTS));
  if (!done)
    {
      g_assert_cmpint (error->domain, ==, CAP_STORE_ERROR);
      return 0;
    }

  g_assert_no_error (error);
  if (self->key != NULL)
    g_assert_true (cap_vault_file_is_of (self->saved, self->key));
  faults = cap_dossier_file_check (self->saved, store_fixture_read_framework, &error);
  g_assert_no_error (error);
  if (faults->len > 0)
    g_error ("A saved file is not sound: %s", (const char *) g_ptr_array_index (faults, 0));

  return compare (self, told, n_altered);
}

static void
overwrite (guint8 *bytes,
           gsize   from,
           gsize   n)
{
  for (gsize i = from; i < from + n; i++)
    bytes[i] = (guint8) g_test_rand_int_range (0, 256);
}

guint
patient_count_pages (const Patient *self)
{
  gint64 size = (gint64) self->size;

  if (self->key != NULL)
    size = cap_vault_layout_get_size (&cap_vault_file_layout, size);

  return (guint) ((size + PAGE - 1) / PAGE);
}

gsize
patient_get_place (const Patient *self,
                   guint          page)
{
  return self->key != NULL ? (gsize) cap_vault_layout_get_place (&cap_vault_file_layout, page)
                           : page * self->page;
}

/* Any page of it. */
static guint8 *
pick_page (const Patient *self,
           guint8        *bytes)
{
  const guint n = patient_count_pages (self);

  return bytes + patient_get_place (self, (guint) g_test_rand_int_range (0, (gint32) n));
}

gsize
patient_damage (const Patient *self,
                guint          kind,
                guint8        *bytes,
                guint         *n_altered)
{
  const gsize size = self->size;
  gsize n;

  *n_altered = 0;
  switch (kind % SALVAGE_N_DAMAGES)
    {
    case 0:
      for (gint32 i = g_test_rand_int_range (1, 6); i > 0; i--)
        overwrite (pick_page (self, bytes), 0, self->page);
      return size;

    case 1:
      return (gsize) g_test_rand_int_range (1, (gint32) size);

    case 2:
      n = (gsize) g_test_rand_int_range (1, 20000);
      overwrite (bytes, (gsize) g_test_rand_int_range (0, (gint32) (size - n)), n);
      *n_altered = 2; /* a few bytes at its ends */
      return size;

    case 3:
      for (*n_altered = 0; *n_altered < 10; (*n_altered)++)
        bytes[g_test_rand_int_range (0, (gint32) size)] ^= (guint8) (1 << g_test_rand_int_range (0, 8));
      return size;

    case 4:
      memset (bytes + patient_get_place (self, 0), 0, self->page);
      memset (pick_page (self, bytes), 0, self->page);
      return size - self->page;

    default:
      for (guint i = 0; i < patient_count_pages (self); i++)
        {
          if (g_test_rand_int_range (0, 10) == 0)
            overwrite (bytes, patient_get_place (self, i), self->page);
        }
      return size;
    }
}

guint
patient_find_root (const Patient *self,
                   const char    *name)
{
  g_autofree char *sql = g_strdup_printf ("SELECT rootpage FROM sqlite_schema WHERE name = '%s'", name);
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = NULL;
  guint root;

  g_assert_cmpint (sqlite3_open_v2 (self->fixture->path, &db, SQLITE_OPEN_READONLY,
                                    cap_vault_vfs_get_name ()), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  root = (guint) sqlite3_column_int (stmt, 0);
  sqlite3_finalize (stmt);
  sqlite3_close (db);

  return root;
}
