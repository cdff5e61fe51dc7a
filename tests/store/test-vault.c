/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "store/cap-db-private.h"
#include "store/cap-publication.h"
#include "store/cap-vault-file.h"
#include "store/cap-vault.h"
#include "store/store-fixture.h"

#define PASSPHRASE "quatre mots sans lien"
#define SECRET     "Ce que personne d’autre ne lit"
#define MAX_MODEL  (256 * 1024) /* past the second head */

static CapVaultKey *key; /* one for all: to make one takes its time */

static void
assert_step (CapDb      *db,
             const char *sql)
{
  g_autoptr(GError) error = NULL;

  cap_db_exec (db, sql, &error);
  g_assert_no_error (error);
}

/* An encrypted database to work in, at @path. */
static CapDb *
make_db (const char *path)
{
  g_autoptr(CapDb) empty = cap_db_open (":memory:", NULL);
  g_autoptr(GError) error = NULL;
  CapDb *db;

  assert_step (empty, "CREATE TABLE t (id INTEGER PRIMARY KEY, text TEXT)");
  cap_db_set_key (empty, key);
  db = cap_db_open_copy (empty, path, &error);
  g_assert_no_error (error);

  return db;
}

static GBytes *
read_all (const char *path)
{
  g_autoptr(GError) error = NULL;
  char *data;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (data, size);
}

static gboolean
holds (const char *path,
       const char *text)
{
  g_autoptr(GBytes) bytes = read_all (path);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return memmem (data, size, text, strlen (text)) != NULL;
}

/* Places and sizes agree: each byte of the content is in one block, and blocks follow each other, but for the
 * gap that the second head is in. */
static void
test_layouts (void)
{
  const CapVaultLayout *layouts[] = {
    &cap_vault_file_layout, &cap_vault_log_layout, &cap_vault_journal_layout,
  };

  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    {
      const CapVaultLayout *layout = layouts[i];
      gint64 at = 0;
      gint64 place = layout->start;

      g_assert_cmpint (cap_vault_layout_get_size (layout, 0), ==, 0);
      g_assert_cmpint (cap_vault_layout_get_size (layout, layout->start), ==, 0);
      for (gint64 index = 0; index < 70; index++)
        {
          CapVaultPart part = cap_vault_layout_find (layout, at, G_MAXINT32);

          g_assert_cmpint (cap_vault_layout_get_size (layout, place), ==, at);
          if (layout->gap_index > 0 && index == layout->gap_index)
            {
              g_assert_cmpint (cap_vault_layout_get_gap (layout), ==, place);
              g_assert_cmpint (cap_vault_layout_get_size (layout, place + 100), ==, at);
              place += layout->gap;
              g_assert_cmpint (cap_vault_layout_get_size (layout, place), ==, at);
            }
          g_assert_cmpint (part.index, ==, index);
          g_assert_cmpint (part.from, ==, 0);
          g_assert_cmpint (part.length, ==, part.size);
          g_assert_cmpint (cap_vault_layout_get_place (layout, index), ==, place);
          g_assert_cmpint (cap_vault_layout_get_size (layout, place + CAP_CIPHER_OVERHEAD + 7), ==, at + 7);

          part = cap_vault_layout_find (layout, at + part.size - 3, G_MAXINT32);
          g_assert_cmpint (part.index, ==, index);
          g_assert_cmpint (part.length, ==, 3);
          at += part.size;
          place += part.size + CAP_CIPHER_OVERHEAD;
        }
    }
}

static void
test_block (void)
{
  guint8 file_key[CAP_SECRET_KEY_SIZE] = { 1, 2, 3 };
  guint8 other_key[CAP_SECRET_KEY_SIZE] = { 1, 2, 4 };
  guint8 content[100];
  guint8 back[100];
  guint8 block[100 + CAP_CIPHER_OVERHEAD];
  guint8 second[100 + CAP_CIPHER_OVERHEAD];
  guint8 nothing[100 + CAP_CIPHER_OVERHEAD] = { 0 };

  memset (content, 'x', sizeof content);
  cap_cipher_seal (file_key, 7, content, sizeof content, block);
  cap_cipher_seal (file_key, 7, content, sizeof content, second);
  g_assert_cmpint (memcmp (block, second, sizeof block), !=, 0); /* the same content does not look the same */
  g_assert_true (cap_cipher_open (file_key, 7, block, sizeof block, back));
  g_assert_cmpmem (back, sizeof back, content, sizeof content);

  g_assert_false (cap_cipher_open (file_key, 8, block, sizeof block, back));
  g_assert_false (cap_cipher_open (other_key, 7, block, sizeof block, back));
  g_assert_false (cap_cipher_open (file_key, 7, block, sizeof block - 1, back));
  for (gsize i = 0; i < sizeof block; i++)
    {
      block[i] ^= 1;
      g_assert_false (cap_cipher_open (file_key, 7, block, sizeof block, back));
      g_assert_cmpint (back[0], ==, 0);
      block[i] ^= 1;
    }

  g_assert_false (cap_cipher_open (file_key, 7, nothing, sizeof nothing, back)); /* nobody erases a block */
  g_assert_true (cap_cipher_is_blank (nothing, sizeof nothing));
  g_assert_false (cap_cipher_is_blank (block, sizeof block));
}

/* One bit of the head: the second one is there. Both: it is not taken for another file. */
static void
test_head (void)
{
  guint8 salt[CAP_VAULT_SALT_SIZE] = { 9, 8, 7 };
  guint8 found_salt[CAP_VAULT_SALT_SIZE];
  guint8 envelope[CAP_VAULT_ENVELOPE_SIZE];
  g_autofree guint8 *heads = g_malloc0 (CAP_VAULT_HEADS_SIZE);

  g_assert_true (cap_vault_head_write (key, salt, heads));
  memcpy (heads + CAP_VAULT_HEAD_SIZE, heads, CAP_VAULT_HEAD_SIZE);
  g_assert_true (cap_vault_head_read (heads, CAP_VAULT_HEADS_SIZE, envelope, found_salt));
  g_assert_cmpmem (found_salt, sizeof found_salt, salt, sizeof salt);
  g_assert_true (cap_vault_key_take_envelope (key, envelope));
  g_assert_true (cap_vault_head_is_double (heads));

  for (gsize i = 0; i < CAP_VAULT_HEAD_SIZE; i++)
    {
      heads[i] ^= 4;
      g_assert_false (cap_vault_head_is_double (heads));
      g_assert_true (cap_vault_head_is_ours (heads, CAP_VAULT_HEADS_SIZE));
      g_assert_true (cap_vault_head_read (heads, CAP_VAULT_HEADS_SIZE, envelope, found_salt));
      g_assert_cmpmem (found_salt, sizeof found_salt, salt, sizeof salt);
      heads[i] ^= 4;
    }
  heads[20] ^= 4;
  heads[CAP_VAULT_HEAD_SIZE + 20] ^= 4;
  g_assert_true (cap_vault_head_is_ours (heads, CAP_VAULT_HEADS_SIZE));
  g_assert_false (cap_vault_head_read (heads, CAP_VAULT_HEADS_SIZE, envelope, found_salt));

  /* What a dossier in clear holds where the second head of another one would be is nothing but that. */
  heads[CAP_VAULT_HEAD_SIZE + 20] ^= 4;
  memcpy (heads, "SQLite format 3", 16);
  g_assert_false (cap_vault_head_is_ours (heads, CAP_VAULT_HEADS_SIZE));
}

/* Whatever is read, written and cut at whatever place is as in a file of plain bytes. */
static void
test_any_part (StoreFixture  *fixture,
               gconstpointer  data)
{
  g_autoptr(CapDb) db = make_db (fixture->path);
  g_autofree guint8 *model = g_malloc0 (MAX_MODEL);
  g_autofree guint8 *buffer = g_malloc0 (MAX_MODEL);
  sqlite3_file *file = NULL;
  sqlite3_int64 size = 0;
  gint64 model_size;

  sqlite3_file_control (cap_db_get_handle (db), "main", SQLITE_FCNTL_FILE_POINTER, &file);
  g_assert_cmpint (file->pMethods->xTruncate (file, 0), ==, SQLITE_OK);
  model_size = 0;

  for (guint i = 0; i < 4000; i++)
    {
      const int at = g_test_rand_int_range (0, MAX_MODEL - 1);
      const int wanted = g_test_rand_int_range (1, g_test_rand_bit () ? 64 : 12000);
      const int length = MIN (wanted, MAX_MODEL - at);

      switch (g_test_rand_int_range (0, 5))
        {
        case 0:
        case 1:
          for (int b = 0; b < length; b++)
            buffer[b] = (guint8) g_test_rand_int ();
          g_assert_cmpint (file->pMethods->xWrite (file, buffer, length, at), ==, SQLITE_OK);
          memcpy (model + at, buffer, (gsize) length);
          model_size = MAX (model_size, at + length);
          break;

        case 2:
        case 3:
          memset (buffer, 0xee, (gsize) length);
          g_assert_cmpint (file->pMethods->xRead (file, buffer, length, at), ==,
                           at + length <= model_size ? SQLITE_OK : SQLITE_IOERR_SHORT_READ);
          g_assert_cmpmem (buffer, (gsize) length, model + at, (gsize) length);
          break;

        default:
          if (at < model_size)
            {
              g_assert_cmpint (file->pMethods->xTruncate (file, at), ==, SQLITE_OK);
              memset (model + at, 0, (gsize) (model_size - at));
              model_size = at;
            }
          break;
        }

      g_assert_cmpint (file->pMethods->xFileSize (file, &size), ==, SQLITE_OK);
      g_assert_cmpint (size, ==, model_size);
    }
}

/* A block that was the last one and short, then another one behind it, whole: as the headers of a journal. */
static void
test_gap (StoreFixture  *fixture,
          gconstpointer  data)
{
  g_autoptr(CapDb) db = make_db (fixture->path);
  g_autofree guint8 *model = g_malloc0 (MAX_MODEL);
  g_autofree guint8 *buffer = g_malloc0 (MAX_MODEL);
  sqlite3_file *file = NULL;
  sqlite3_int64 size = 0;

  sqlite3_file_control (cap_db_get_handle (db), "main", SQLITE_FCNTL_FILE_POINTER, &file);
  g_assert_cmpint (file->pMethods->xTruncate (file, 0), ==, SQLITE_OK);
  for (int at = 0; at < MAX_MODEL; at += 4 * CAP_VAULT_BLOCK_SIZE)
    {
      const int behind = at + (at % 3 + 1) * CAP_VAULT_BLOCK_SIZE;

      memset (model + at, 'a', 100);
      memset (model + behind, 'b', CAP_VAULT_BLOCK_SIZE);
      g_assert_cmpint (file->pMethods->xWrite (file, model + at, 100, at), ==, SQLITE_OK);
      g_assert_cmpint (file->pMethods->xSync (file, SQLITE_SYNC_NORMAL), ==, SQLITE_OK);
      g_assert_cmpint (file->pMethods->xWrite (file, model + behind, CAP_VAULT_BLOCK_SIZE, behind), ==,
                       SQLITE_OK);
      g_assert_cmpint (file->pMethods->xFileSize (file, &size), ==, SQLITE_OK);
      g_assert_cmpint (size, ==, behind + CAP_VAULT_BLOCK_SIZE);
      g_assert_cmpint (file->pMethods->xRead (file, buffer, (int) size, 0), ==, SQLITE_OK);
      g_assert_cmpmem (buffer, (gsize) size, model, (gsize) size);
    }
}

/* SQLite in all its modes: what comes out is what comes out of a database in clear, and nothing of it is on
 * the disk meanwhile. */
static void
test_modes (StoreFixture  *fixture,
            gconstpointer  data)
{
  const char * const modes[] = { "DELETE", "TRUNCATE", "PERSIST", "MEMORY", "WAL" };
  g_autoptr(CapDb) db = make_db (fixture->path);
  g_autoptr(CapDb) plain = cap_db_open (":memory:", NULL);

  assert_step (plain, "CREATE TABLE t (id INTEGER PRIMARY KEY, text TEXT)");
  assert_step (db, "PRAGMA cache_size = 5"); /* pages are written before the end of transactions */
  for (guint i = 0; i < 100; i++)
    {
      const gboolean keep = g_test_rand_int_range (0, 3) > 0;
      const int n = g_test_rand_int_range (1, 60);
      g_autoptr(GString) sql = g_string_new ("BEGIN;");
      const char *mode_name = modes[g_test_rand_int_range (0, G_N_ELEMENTS (modes))];
      g_autofree char *mode = g_strdup_printf ("PRAGMA journal_mode = %s", mode_name);
      gint64 here = 0;
      gint64 there = 0;

      assert_step (db, mode);
      for (int row = 0; row < n; row++)
        g_string_append_printf (sql, "REPLACE INTO t VALUES (%d, '" SECRET " %d %s');",
                                g_test_rand_int_range (0, 300), g_test_rand_int (),
                                row % 7 == 0 ? "…………………………………………………………………………………………………………………………………………" : "");
      g_string_append (sql, keep ? "COMMIT;" : "ROLLBACK;");
      assert_step (db, sql->str);
      assert_step (plain, sql->str);

      g_assert_true (cap_db_get_int (db, "SELECT sum (id * length (text) + unicode (substr (text, 40, 1)))"
                                         " FROM t", &here, NULL));
      g_assert_true (cap_db_get_int (plain, "SELECT sum (id * length (text) + unicode (substr (text, 40, 1)))"
                                            " FROM t", &there, NULL));
      g_assert_cmpint (here, ==, there);
      g_assert_false (holds (fixture->path, "Ce que"));
    }
}

/* Nobody reads it without the key: neither the file nor what is beside. */
static void
test_nothing_in_clear (StoreFixture  *fixture,
                       gconstpointer  data)
{
  g_autoptr(CapDb) db = make_db (fixture->path);
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *copy = g_build_filename (fixture->folder, "copie.capcedre", NULL);

  assert_step (db, "INSERT INTO t VALUES (1, '" SECRET "')");
  g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));
  g_assert_false (holds (log, "Ce que"));
  g_assert_false (holds (log, "\x37\x7f\x06")); /* the magic of a log */
  g_assert_false (holds (fixture->path, "Ce que"));
  g_assert_false (holds (fixture->path, "SQLite"));

  g_assert_true (cap_db_backup (db, copy, NULL));
  g_assert_false (holds (copy, "Ce que"));
  g_assert_false (holds (copy, "SQLite"));
}

/* Where the log was being written when the power went, it ends; what was written before is there. */
static void
test_torn_log (StoreFixture  *fixture,
               gconstpointer  data)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *saved = g_build_filename (fixture->folder, "file", NULL);
  g_autofree char *saved_log = g_build_filename (fixture->folder, "file-wal", NULL);
  g_autoptr(GBytes) file_bytes = NULL;
  g_autoptr(GBytes) first = NULL;
  g_autoptr(GBytes) second = NULL;
  CapDb *db = make_db (fixture->path);
  gsize first_size;
  gsize size;
  const char *bytes;

  assert_step (db, "INSERT INTO t VALUES (1, 'un')");
  first = read_all (log);
  first_size = g_bytes_get_size (first);
  assert_step (db, "INSERT INTO t VALUES (2, 'deux')");
  second = read_all (log);
  bytes = g_bytes_get_data (second, &size);
  file_bytes = read_all (fixture->path);
  g_assert_cmpuint (size, >, first_size);

  for (gsize cut = first_size; cut <= size; cut += MIN (97, MAX (size - cut, 1)))
    {
      g_autoptr(CapDb) again = NULL;
      g_autoptr(GError) error = NULL;
      gint64 n = 0;

      g_file_set_contents (saved, g_bytes_get_data (file_bytes, NULL),
                           (gssize) g_bytes_get_size (file_bytes), NULL);
      g_file_set_contents (saved_log, bytes, (gssize) cut, NULL);
      again = cap_db_open (saved, &error);
      g_assert_no_error (error);
      g_assert_true (cap_db_get_int (again, "SELECT count(*) FROM t", &n, &error));
      g_assert_cmpint (n, ==, cut < size ? 1 : 2);
    }
  cap_db_close (db);
}

/* A byte that changed anywhere is found: never is something else read. */
static void
test_altered (StoreFixture  *fixture,
              gconstpointer  data)
{
  g_autoptr(CapDb) memory = cap_db_open (":memory:", NULL);
  g_autofree char *altered_path = g_build_filename (fixture->folder, "altered", NULL);
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *copy = NULL;
  gsize size;
  guint n_found = 0;

  CapFileStamp stamp;

  assert_step (memory, "PRAGMA application_id = " G_STRINGIFY (CAP_DB_APPLICATION_ID));
  assert_step (memory, "CREATE TABLE t (id INTEGER PRIMARY KEY, text TEXT)");
  for (guint i = 0; i < 50; i++)
    assert_step (memory, "INSERT INTO t (text) VALUES ('" SECRET "' || hex (randomblob (200)))");
  cap_db_set_key (memory, key);
  g_assert_true (cap_db_backup (memory, fixture->path, NULL));
  g_assert_true (cap_file_stamp_take (fixture->path, &stamp));

  bytes = read_all (fixture->path);
  size = g_bytes_get_size (bytes);
  copy = g_memdup2 (g_bytes_get_data (bytes, NULL), size);
  for (gsize at = CAP_VAULT_HEAD_SIZE; at < size; at += 101)
    {
      g_autoptr(CapDb) db = NULL;
      gint64 n = 0;

      copy[at] ^= 0x20;
      g_assert_true (g_file_set_contents (altered_path, copy, (gssize) size, NULL));
      copy[at] ^= 0x20;
      db = cap_db_open_read_only (altered_path, NULL);
      if (db == NULL || !cap_db_get_int (db, "SELECT sum (length (text)) FROM t", &n, NULL))
        n_found++;
      g_assert_true (n == 0 || n > 0);
    }
  g_assert_cmpuint (n_found, ==, (size - CAP_VAULT_HEAD_SIZE + 100) / 101);
}

/* The blocks of one file do not fit into another, even under one key, nor at another place. */
static void
test_exchanged (StoreFixture  *fixture,
                gconstpointer  data)
{
  g_autoptr(CapDb) memory = cap_db_open (":memory:", NULL);
  g_autofree char *other = g_build_filename (fixture->folder, "other", NULL);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GBytes) other_bytes = NULL;
  g_autofree char *mixed = NULL;
  g_autoptr(CapDb) db = NULL;
  g_autoptr(GError) error = NULL;
  const gsize block = CAP_VAULT_BLOCK_SIZE + CAP_CIPHER_OVERHEAD;
  const gsize at = CAP_VAULT_HEAD_SIZE + block;
  gsize size;
  gint64 n = 0;

  assert_step (memory, "PRAGMA application_id = " G_STRINGIFY (CAP_DB_APPLICATION_ID));
  assert_step (memory, "CREATE TABLE t (id INTEGER PRIMARY KEY, text TEXT)");
  assert_step (memory, "INSERT INTO t (text) VALUES ('" SECRET "')");
  cap_db_set_key (memory, key);
  g_assert_true (cap_db_backup (memory, fixture->path, NULL));
  g_assert_true (cap_db_backup (memory, other, NULL));

  bytes = read_all (fixture->path);
  other_bytes = read_all (other);
  size = g_bytes_get_size (bytes);
  mixed = g_memdup2 (g_bytes_get_data (bytes, NULL), size);
  g_assert_cmpuint (size, >=, at + block);
  memcpy (mixed + at, (const char *) g_bytes_get_data (other_bytes, NULL) + at, block);
  g_assert_true (g_file_set_contents (other, mixed, (gssize) size, NULL));

  db = cap_db_open_read_only (other, NULL);
  g_assert_true (db == NULL || !cap_db_get_int (db, "SELECT count(*) FROM t WHERE text <> ''", &n, &error));
  g_assert_error (error, CAP_STORE_ERROR, CAP_STORE_ERROR_CORRUPT);
}

/* All that @path says, by pieces of any size. */
static GBytes *
read_content (const char  *path,
              GError     **error)
{
  g_autoptr(CapVaultReader) reader = cap_vault_reader_open (path, error);
  g_autoptr(GByteArray) content = g_byte_array_new ();
  guint8 piece[10000];
  gssize read = 0;
  gssize wanted = 0;

  while (reader != NULL && read == wanted)
    {
      wanted = g_test_rand_int_range (1, sizeof piece);
      read = cap_vault_reader_read (reader, piece, (gsize) wanted, error);
      g_byte_array_append (content, piece, (guint) MAX (read, 0));
    }

  return reader != NULL && read >= 0 ? g_byte_array_free_to_bytes (g_steal_pointer (&content)) : NULL;
}

/* Without SQLite, the content is what SQLite sees of the file; of one in clear, its bytes. A block that was
 * changed is not passed over. */
static void
test_reader (StoreFixture  *fixture,
             gconstpointer  data)
{
  g_autofree char *plain_path = g_build_filename (fixture->folder, "plain", NULL);
  g_autoptr(CapDb) db = make_db (fixture->path);
  g_autoptr(GBytes) content = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GBytes) plain = NULL;
  g_autofree guint8 *decrypted = NULL;
  g_autoptr(CapVaultKey) found = NULL;
  g_autoptr(GError) error = NULL;
  gsize size;

  assert_step (db, "INSERT INTO t VALUES (1, '" SECRET "' || hex (randomblob (20000)))");
  assert_step (db, "PRAGMA wal_checkpoint (TRUNCATE)");
  content = read_content (fixture->path, &error);
  g_assert_no_error (error);
  bytes = read_all (fixture->path);
  size = g_bytes_get_size (bytes);
  decrypted = g_memdup2 (g_bytes_get_data (bytes, NULL), size);
  g_assert_true (cap_vault_file_decrypt (decrypted, &size, &found, &error));
  g_assert_cmpmem (decrypted, size, g_bytes_get_data (content, NULL), g_bytes_get_size (content));
  g_assert_nonnull (memmem (decrypted, size, SECRET, strlen (SECRET)));

  g_assert_true (g_file_set_contents (plain_path, (const char *) decrypted, (gssize) size, NULL));
  plain = read_content (plain_path, &error);
  g_assert_true (g_bytes_equal (plain, content));

  g_free (decrypted);
  decrypted = g_memdup2 (g_bytes_get_data (bytes, &size), g_bytes_get_size (bytes));
  decrypted[size - 1] ^= 1;
  g_assert_true (g_file_set_contents (plain_path, (const char *) decrypted, (gssize) size, NULL));
  g_assert_null (read_content (plain_path, &error));
  g_assert_error (error, CAP_STORE_ERROR, CAP_STORE_ERROR_CORRUPT);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  store_fixture_init (&argc, &argv);
  key = cap_vault_key_new (PASSPHRASE, NULL, NULL);

  g_test_add_func ("/store/vault/layouts", test_layouts);
  g_test_add_func ("/store/vault/block", test_block);
  g_test_add_func ("/store/vault/head", test_head);
  store_fixture_add ("/store/vault/any-part", test_any_part);
  store_fixture_add ("/store/vault/gap", test_gap);
  store_fixture_add ("/store/vault/modes", test_modes);
  store_fixture_add ("/store/vault/nothing-in-clear", test_nothing_in_clear);
  store_fixture_add ("/store/vault/torn-log", test_torn_log);
  store_fixture_add ("/store/vault/altered", test_altered);
  store_fixture_add ("/store/vault/exchanged", test_exchanged);
  store_fixture_add ("/store/vault/reader", test_reader);

  status = g_test_run ();
  cap_vault_key_unref (key);

  return status;
}
