/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz/fuzz.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define MEMORY "/dev/shm" /* where writing costs nothing */

/* How bytes are spoilt. */
enum { SPOIL_REPLACE, SPOIL_INSERT, SPOIL_REMOVE, SPOIL_CUT, N_SPOILS };

static char *folder;

guint
fuzz_input_byte (FuzzInput *input)
{
  return input->at < input->end ? *input->at++ : 0;
}

/* As many bytes as @limit needs, so that what follows stays where it is. */
guint
fuzz_input_below (FuzzInput *input,
                  guint      limit)
{
  guint value = 0;

  for (guint rest = limit - 1; rest > 0; rest >>= 8)
    value = value << 8 | fuzz_input_byte (input);

  return value % limit;
}

/* A length of one byte, and as many bytes. */
GBytes *
fuzz_input_text (FuzzInput *input)
{
  const gsize length = fuzz_input_byte (input);
  const gsize size = MIN (length, (gsize) (input->end - input->at));
  const guint8 *data = input->at;

  input->at += size;

  return g_bytes_new (data, size);
}

GBytes *
fuzz_input_rest (FuzzInput *input)
{
  const guint8 *data = input->at;

  input->at = input->end;

  return g_bytes_new (data, (gsize) (input->end - data));
}

static void
spoil (GByteArray *bytes,
       guint       kind,
       guint       at,
       GBytes     *text)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (text, &size);
  const guint n = MIN ((guint) size, bytes->len - at);

  switch (kind)
    {
    case SPOIL_REPLACE:
      memcpy (bytes->data + at, data, n);
      break;

    case SPOIL_INSERT:
      g_byte_array_append (bytes, data, (guint) size);
      memmove (bytes->data + at + size, bytes->data + at, bytes->len - size - at);
      memcpy (bytes->data + at, data, size);
      break;

    case SPOIL_REMOVE:
      g_byte_array_remove_range (bytes, at, n);
      break;

    case SPOIL_CUT:
    default:
      g_byte_array_set_size (bytes, at);
      break;
    }
}

/* The rest of the input says where @sound is changed, and how: so an input is small, whatever the size of
 * what it spoils, and goes on making sense when that is made anew. */
GBytes *
fuzz_input_spoil (FuzzInput *input,
                  GBytes    *sound)
{
  GByteArray *bytes = g_byte_array_new ();
  gsize size;
  const guint8 *data = g_bytes_get_data (sound, &size);

  g_byte_array_append (bytes, data, (guint) size);
  while (input->at < input->end && bytes->len > 0)
    {
      const guint kind = fuzz_input_below (input, N_SPOILS);
      const guint at = fuzz_input_below (input, 1 << 24) % bytes->len;
      g_autoptr(GBytes) text = fuzz_input_text (input);

      if (g_bytes_get_size (text) > 0 || kind == SPOIL_CUT)
        spoil (bytes, kind, at, text);
    }

  return g_byte_array_free_to_bytes (bytes);
}

void
fuzz_remove_tree (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        fuzz_remove_tree (child);
      else
        g_unlink (child);
    }

  g_rmdir (path);
}

static void
remove_folder (void)
{
  fuzz_remove_tree (folder);
  g_clear_pointer (&folder, g_free);
}

/* A warning traps, which libFuzzer does not take for a crash. */
G_NORETURN static void
trapped_cb (int number)
{
  abort ();
}

/* A warning is a crash. Nothing of this machine is read, and all that is written goes. */
void
fuzz_start (void)
{
  static const char * const homes[] = {
    "HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "TMPDIR",
  };
  g_autofree char *template = g_build_filename (g_file_test (MEMORY, G_FILE_TEST_IS_DIR) ? MEMORY
                                                                                         : g_get_tmp_dir (),
                                                "cap-fuzz-XXXXXX", NULL);

  folder = g_strdup (g_mkdtemp (template));
  g_assert_nonnull (folder);
  atexit (remove_folder);
  for (guint i = 0; i < G_N_ELEMENTS (homes); i++)
    g_setenv (homes[i], folder, TRUE);
  signal (SIGTRAP, trapped_cb);
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
}

/* Where an input may be a file. */
const char *
fuzz_get_folder (void)
{
  return folder;
}

/* A file of the inputs that are kept. */
GBytes *
fuzz_get_kept (const char *name)
{
  g_autofree char *path = g_build_filename (CORPUS, name, NULL);
  g_autoptr(GError) error = NULL;
  char *content = NULL;
  gsize size = 0;

  g_file_get_contents (path, &content, &size, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (content, size);
}

/* Written as it is: a name that is kept costs less than a new one. */
void
fuzz_put_file (const char *path,
               GBytes     *content)
{
  const int fd = g_open (path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  gsize size;
  const guint8 *data = g_bytes_get_data (content, &size);

  g_assert_cmpint (fd, >=, 0);
  while (size > 0)
    {
      const gssize written = write (fd, data, size);

      g_assert_cmpint (written, >, 0);
      data += written;
      size -= (gsize) written;
    }
  close (fd);
}
