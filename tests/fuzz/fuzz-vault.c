/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "fuzz/dossiers.h"
#include "store/cap-dossier-check.h"
#include "store/cap-vault-file.h"
#include "store/cap-vault.h"

/* What comes as an encrypted dossier, and what is beside one. Of whoever knows the passphrase, too: then the
 * cipher lets everything through, and the content is what says anything. */

#define PASSPHRASE "quatre mots sans lien"

/* What an input is. */
enum
{
  ANY_BYTES,      /* a file, whatever it is */
  ANY_BLOCKS,     /* the same behind a sound head */
  SPOILT,         /* a sound file, some of whose bytes were changed */
  SEALED,         /* changed before it was encrypted */
  SPOILT_LOG,     /* beside a sound file: the same two */
  SEALED_LOG,
  SPOILT_JOURNAL,
  SEALED_JOURNAL,
  N_KINDS
};

static CapVaultKey *key;
static GBytes *sound_log;     /* what a log says */
static const guint8 salt[CAP_VAULT_SALT_SIZE] = { 1, 2, 3 };

/* Returns: (transfer full): @content as an encrypted file holds it */
static GBytes *
seal (const CapVaultLayout *layout,
      GBytes               *content)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (content, &size);
  g_autoptr(GByteArray) file = g_byte_array_new ();
  guint8 *file_key = cap_secret_new (CAP_SECRET_KEY_SIZE, NULL);
  gint64 at = 0;

  g_byte_array_set_size (file, (guint) layout->start);
  if (layout == &cap_vault_file_layout)
    g_assert_true (cap_vault_head_write (key, salt, file->data));
  else
    cap_vault_log_head_write (salt, file->data);

  cap_vault_key_derive (key, salt, file_key);
  while (at < (gint64) size)
    {
      const CapVaultPart part = cap_vault_layout_find (layout, at, (gint64) size - at);
      const guint place = (guint) cap_vault_layout_get_place (layout, part.index);

      g_byte_array_set_size (file, place + (guint) part.length + CAP_CIPHER_OVERHEAD);
      if (layout->gap_index > 0 && part.index == layout->gap_index)
        memcpy (file->data + cap_vault_layout_get_gap (layout), file->data, CAP_VAULT_HEAD_SIZE);
      cap_cipher_seal (file_key, part.index, data + at, (gsize) part.length, file->data + place);
      at += part.length;
    }
  cap_secret_wipe (file_key);

  return g_byte_array_free_to_bytes (g_steal_pointer (&file));
}

static GBytes *
read_content (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CapVaultReader) reader = cap_vault_reader_open (path, &error);
  g_autoptr(GByteArray) content = g_byte_array_new ();
  guint8 piece[5000];
  gssize read = reader != NULL ? 1 : -1;

  while (read > 0)
    {
      read = cap_vault_reader_read (reader, piece, sizeof piece, &error);
      g_byte_array_append (content, piece, (guint) MAX (read, 0));
    }
  g_assert_cmpint (read < 0, ==, error != NULL);

  return read < 0 ? NULL : g_byte_array_free_to_bytes (g_steal_pointer (&content));
}

static char *
get_path (const char *suffix)
{
  return g_strdup_printf ("%s/vault.capcedre%s", fuzz_get_folder (), suffix);
}

/* What SQLite leaves beside a database that is being worked in. */
static GBytes *
make_log (void)
{
  g_autofree char *path = get_path ("");
  g_autofree char *log = get_path ("-wal");
  g_autoptr(CapDb) empty = cap_db_open (":memory:", NULL);
  g_autoptr(CapDb) db = NULL;
  GBytes *content;

  cap_db_set_key (empty, key);
  db = cap_db_open_copy (empty, path, NULL);
  g_assert_nonnull (db);
  g_assert_true (cap_db_exec (db, "CREATE TABLE t (text TEXT); INSERT INTO t VALUES ('x')", NULL));
  content = read_content (log);
  g_assert_nonnull (content);
  g_clear_pointer (&db, cap_db_close);
  g_unlink (path);
  g_unlink (log);

  return content;
}

int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  fuzz_dossiers_start ();
  key = cap_vault_key_new (PASSPHRASE, NULL, NULL);
  g_assert_nonnull (key);
  sound_log = make_log ();

  return 0;
}

static void
read_start (const char *path)
{
  const int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  g_autofree guint8 *start = g_malloc (CAP_VAULT_BLOCK_SIZE);
  gssize length = CAP_VAULT_BLOCK_SIZE;
  g_autoptr(GError) error = NULL;
  gint64 size = lseek (fd, 0, SEEK_END);
  const gboolean done = cap_vault_file_read_start (fd, &size, start, &length, &error);

  close (fd);
  g_assert_cmpint (done, ==, error == NULL);
  g_assert_true (!done || (length >= 0 && length <= CAP_VAULT_BLOCK_SIZE && size >= 0));
}

/* All that reads files without SQLite agrees. */
static void
read_without_sqlite (const char *path,
                     GBytes     *file)
{
  gsize size;
  g_autofree guint8 *data = g_memdup2 (g_bytes_get_data (file, NULL), g_bytes_get_size (file));
  g_autoptr(CapVaultKey) found = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) content = read_content (path);
  gboolean done;

  size = g_bytes_get_size (file);
  done = cap_vault_file_decrypt (data, &size, &found, &error);
  g_assert_cmpint (done, ==, error == NULL);
  g_assert_true (done || content == NULL);
  if (content != NULL)
    g_assert_cmpmem (data, size, g_bytes_get_data (content, NULL), g_bytes_get_size (content));

  g_assert_false (cap_vault_file_is_of (path, key) && cap_vault_file_is_locked (path));
  read_start (path);
}

static void
use_file (GBytes *file,
          guint   use)
{
  g_autofree char *path = get_path ("");

  fuzz_put_file (path, file);
  read_without_sqlite (path, file);
  g_unlink (path);
  fuzz_dossiers_use (file, use);
}

static void
use_db (CapDb *db)
{
  g_autoptr(GError) error = NULL;
  gint64 n = 0;

  if (cap_db_get_int (db, "SELECT count(*) FROM sqlite_schema", &n, NULL) &&
      cap_dossier_check_is_sound (db, CAP_CHECK_QUICK, &error))
    cap_db_exec (db, "CREATE TABLE fuzz (text TEXT); INSERT INTO fuzz VALUES ('x')", NULL);
}

/* A working copy is opened so, with what a killed program left beside it. */
static void
use_beside (GBytes     *file,
            GBytes     *beside,
            const char *suffix)
{
  g_autofree char *path = get_path ("");
  g_autofree char *beside_path = get_path (suffix);
  g_autofree char *log_path = get_path ("-wal");
  g_autofree char *journal_path = get_path ("-journal");
  g_autoptr(GBytes) content = NULL;
  g_autoptr(CapDb) db = NULL;

  fuzz_put_file (path, file);
  fuzz_put_file (beside_path, beside);
  content = read_content (beside_path);
  db = cap_db_open_read_only (path, NULL);
  if (db != NULL)
    use_db (db);
  g_clear_pointer (&db, cap_db_close);

  db = cap_db_open (path, NULL);
  if (db != NULL)
    use_db (db);
  g_clear_pointer (&db, cap_db_close);
  g_unlink (path);
  g_unlink (log_path);
  g_unlink (journal_path);
}

static GBytes *
put_head (GBytes *rest)
{
  g_autoptr(GBytes) nothing = g_bytes_new (NULL, 0);
  g_autoptr(GBytes) head = seal (&cap_vault_file_layout, nothing);
  g_autoptr(GByteArray) file = g_byte_array_new ();

  g_byte_array_append (file, g_bytes_get_data (head, NULL), (guint) g_bytes_get_size (head));
  g_byte_array_append (file, g_bytes_get_data (rest, NULL), (guint) g_bytes_get_size (rest));

  return g_byte_array_free_to_bytes (g_steal_pointer (&file));
}

/* Changed before it is encrypted, or after. */
static GBytes *
seal_or_spoil (FuzzInput            *input,
               const CapVaultLayout *layout,
               GBytes               *content,
               gboolean              after)
{
  g_autoptr(GBytes) changed = after ? seal (layout, content) : fuzz_input_spoil (input, content);

  return after ? fuzz_input_spoil (input, changed) : seal (layout, changed);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  FuzzInput input = { data, data + size };
  const guint kind = fuzz_input_byte (&input) % N_KINDS;
  const guint use = fuzz_input_byte (&input);
  GBytes *sound = fuzz_dossiers_pick (&input);
  const gboolean after = kind == SPOILT || kind == SPOILT_LOG || kind == SPOILT_JOURNAL;
  g_autoptr(GBytes) file = NULL;
  g_autoptr(GBytes) beside = NULL;

  if (kind == ANY_BYTES || kind == ANY_BLOCKS)
    {
      g_autoptr(GBytes) rest = fuzz_input_rest (&input);

      file = kind == ANY_BYTES ? g_bytes_ref (rest) : put_head (rest);
      use_file (file, use);
    }
  else if (kind == SPOILT || kind == SEALED)
    {
      file = seal_or_spoil (&input, &cap_vault_file_layout, sound, after);
      use_file (file, use);
    }
  else
    {
      const gboolean is_log = kind == SPOILT_LOG || kind == SEALED_LOG;

      file = seal (&cap_vault_file_layout, sound);
      beside = seal_or_spoil (&input, is_log ? &cap_vault_log_layout : &cap_vault_journal_layout,
                              is_log ? sound_log : sound, after);
      use_beside (file, beside, is_log ? "-wal" : "-journal");
    }

  return 0;
}
