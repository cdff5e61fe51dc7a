/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/cap-vault-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/cap-store-error-private.h"
#include "store/cap-vault.h"

/* Both heads of a file, one behind the other; zeros where it is shorter. */
typedef struct
{
  guint8  data[CAP_VAULT_HEADS_SIZE];
  gsize   size; /* that there is of the first */
  guint8  envelope[CAP_VAULT_ENVELOPE_SIZE];
  guint8  salt[CAP_VAULT_SALT_SIZE];
} Head;

#define LOG_SUFFIX     "-wal"
#define JOURNAL_SUFFIX "-journal"

struct _CapVaultReader
{
  int                   fd;
  const CapVaultLayout *layout;   /* NULL: it is in clear */
  gint64                at;       /* what was read until here */
  gint64                size;     /* of the content */
  guint8               *file_key; /* secret memory */
  guint8               *block;    /* one of them, as it is on the disk, then what it holds */
  guint8               *content;
};

static gboolean
read_head (int   fd,
           Head *head)
{
  gssize size;

  memset (head, 0, sizeof *head);
  size = pread (fd, head->data, CAP_VAULT_HEAD_SIZE, 0);
  head->size = (gsize) MAX (size, 0);

  return size >= 0 && pread (fd, head->data + CAP_VAULT_HEAD_SIZE, CAP_VAULT_HEAD_SIZE,
                             cap_vault_layout_get_gap (&cap_vault_file_layout)) >= 0;
}

static gboolean
set_damaged (GError **error)
{
  g_set_error_literal (error, CAP_STORE_ERROR, CAP_STORE_ERROR_CORRUPT,
                       _("The beginning of the file, which holds its key, is damaged"));

  return FALSE;
}

/* @key: (out) (transfer full): of a file that is encrypted */
static gboolean
find_key (Head         *head,
          CapVaultKey **key,
          GError      **error)
{
  if (!cap_vault_head_read (head->data, sizeof head->data, head->envelope, head->salt))
    return set_damaged (error);

  *key = cap_vault_key_find (cap_vault_envelope_get_id (head->envelope));
  if (*key == NULL)
    cap_store_error_set (error, CAP_STORE_ERROR_ENCRYPTED, NULL);

  return *key != NULL;
}

static guint8 *
derive (CapVaultKey  *key,
        const Head   *head,
        GError      **error)
{
  guint8 *file_key = cap_secret_new (CAP_SECRET_KEY_SIZE, error);

  if (file_key != NULL)
    cap_vault_key_derive (key, head->salt, file_key);

  return file_key;
}

static gboolean
open_path (const char  *path,
           Head        *head,
           GError     **error)
{
  const int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  gboolean done;
  int number;

  if (fd < 0)
    return cap_store_error_set_errno (error, errno);

  done = read_head (fd, head);
  number = errno;
  close (fd);

  return done || cap_store_error_set_errno (error, number);
}

/**
 * cap_vault_file_is_locked:
 * @path: any file
 *
 * Returns: whether it is an encrypted dossier whose key nobody holds: a passphrase is needed
 */
gboolean
cap_vault_file_is_locked (const char *path)
{
  g_autofree Head *head = g_new (Head, 1);
  g_autoptr(CapVaultKey) key = NULL;
  g_autoptr(GError) error = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  return open_path (path, head, NULL) && cap_vault_head_is_ours (head->data, sizeof head->data) &&
         !find_key (head, &key, &error) &&
         g_error_matches (error, CAP_STORE_ERROR, CAP_STORE_ERROR_ENCRYPTED);
}

gboolean
cap_vault_file_is_clear (const char *path)
{
  g_autofree Head *head = g_new (Head, 1);

  g_return_val_if_fail (path != NULL, FALSE);

  return open_path (path, head, NULL) && !cap_vault_head_is_ours (head->data, sizeof head->data);
}

/* Whether it is in clear, or its head is there twice. */
gboolean
cap_vault_file_is_whole (const char *path)
{
  g_autofree Head *head = g_new (Head, 1);

  g_return_val_if_fail (path != NULL, FALSE);

  return open_path (path, head, NULL) &&
         (!cap_vault_head_is_ours (head->data, sizeof head->data) || cap_vault_head_is_double (head->data));
}

/* Whether it is in clear, or encrypted with one of the keys before that one: not with what others chose. */
gboolean
cap_vault_file_is_before (const char  *path,
                          CapVaultKey *key)
{
  g_autofree Head *head = g_new (Head, 1);
  g_autoptr(GPtrArray) previous = NULL;

  g_return_val_if_fail (path != NULL && key != NULL, FALSE);

  if (!open_path (path, head, NULL))
    return FALSE;
  if (!cap_vault_head_is_ours (head->data, sizeof head->data))
    return TRUE;
  if (!cap_vault_head_read (head->data, sizeof head->data, head->envelope, head->salt))
    return FALSE;

  previous = cap_vault_key_list_previous (key);
  for (guint i = 0; i < previous->len; i++)
    {
      if (memcmp (cap_vault_key_get_id (g_ptr_array_index (previous, i)),
                  cap_vault_envelope_get_id (head->envelope), CAP_VAULT_ID_SIZE) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Whether its head says that it is encrypted with that key. */
gboolean
cap_vault_file_is_of (const char  *path,
                      CapVaultKey *key)
{
  g_autofree Head *head = g_new (Head, 1);

  g_return_val_if_fail (path != NULL && key != NULL, FALSE);

  return open_path (path, head, NULL) &&
         cap_vault_head_read (head->data, sizeof head->data, head->envelope, head->salt) &&
         memcmp (cap_vault_envelope_get_id (head->envelope), cap_vault_key_get_id (key),
                 CAP_VAULT_ID_SIZE) == 0;
}

/**
 * cap_vault_file_unlock:
 * @path: an encrypted dossier
 * @passphrase: what was typed
 * @error: return location for a [error@Cap.SecretError] or a [error@Cap.StoreError]
 *
 * Takes a good half second, on purpose.
 *
 * Returns: (transfer full) (nullable): its key; as long as it is held the dossier opens
 */
CapVaultKey *
cap_vault_file_unlock (const char  *path,
                       const char  *passphrase,
                       GError     **error)
{
  g_autofree Head *head = g_new (Head, 1);

  g_return_val_if_fail (path != NULL && passphrase != NULL, NULL);

  if (!open_path (path, head, error))
    return NULL;

  if (!cap_vault_head_read (head->data, sizeof head->data, head->envelope, head->salt))
    {
      set_damaged (error);
      return NULL;
    }

  return cap_vault_key_unlock (head->envelope, passphrase, error);
}

static gboolean
decrypt_start (int       fd,
               Head     *head,
               guint8   *start,
               gssize   *length,
               GError  **error)
{
  g_autofree guint8 *block = g_malloc0 (CAP_VAULT_BLOCK_SIZE + CAP_CIPHER_OVERHEAD);
  g_autofree guint8 *content = g_malloc0 (CAP_VAULT_BLOCK_SIZE);
  g_autoptr(CapVaultKey) key = NULL;
  guint8 *file_key = find_key (head, &key, error) ? derive (key, head, error) : NULL;
  gssize size;
  gboolean intact;

  if (file_key == NULL)
    return FALSE;

  size = pread (fd, block, CAP_VAULT_BLOCK_SIZE + CAP_CIPHER_OVERHEAD,
                cap_vault_layout_get_place (&cap_vault_file_layout, 0));
  intact = size >= CAP_CIPHER_OVERHEAD && cap_cipher_open (file_key, 0, block, (gsize) size, content);
  cap_secret_wipe (file_key);
  if (!intact)
    {
      cap_store_error_set (error, CAP_STORE_ERROR_CORRUPT, NULL);
      return FALSE;
    }

  *length = MIN (*length, size - CAP_CIPHER_OVERHEAD);
  memcpy (start, content, (gsize) *length);

  return TRUE;
}

/**
 * cap_vault_file_read_start:
 * @fd: a file
 * @size: (inout): of the file; then of its content
 * @start: (out caller-allocates): the first bytes of the content
 * @length: (inout): how many are wanted, a block at most; then how many there are
 * @error: return location for a [error@Cap.StoreError]
 *
 * Returns: whether they could be read; %FALSE for an encrypted file whose key nobody holds
 */
gboolean
cap_vault_file_read_start (int       fd,
                           gint64   *size,
                           guint8   *start,
                           gssize   *length,
                           GError  **error)
{
  g_autofree Head *head = g_new (Head, 1);

  if (!read_head (fd, head))
    return cap_store_error_set_errno (error, errno);

  if (cap_vault_head_is_ours (head->data, sizeof head->data))
    {
      *size = cap_vault_layout_get_size (&cap_vault_file_layout, *size);
      return decrypt_start (fd, head, start, length, error);
    }

  *length = MIN (*length, (gssize) head->size);
  memcpy (start, head->data, (gsize) *length);

  return TRUE;
}

/* Each block goes to where its content belongs, which is before it. */
static gsize
decrypt_blocks (const guint8 *file_key,
                guint8       *data,
                gsize         size)
{
  const gint64 content_size = cap_vault_layout_get_size (&cap_vault_file_layout, (gint64) size);
  g_autofree guint8 *content = g_malloc0 (CAP_VAULT_BLOCK_SIZE);
  gint64 at = 0;

  while (at < content_size)
    {
      const CapVaultPart part = cap_vault_layout_find (&cap_vault_file_layout, at, content_size - at);
      const guint8 *block = data + cap_vault_layout_get_place (&cap_vault_file_layout, part.index);

      cap_cipher_open (file_key, part.index, block, (gsize) part.length + CAP_CIPHER_OVERHEAD, content);
      memcpy (data + at, content, (gsize) part.length);
      at += part.length;
    }

  return (gsize) content_size;
}

static void
take_heads (Head         *head,
            const guint8 *data,
            gsize         size)
{
  const gsize gap = (gsize) cap_vault_layout_get_gap (&cap_vault_file_layout);

  head->size = MIN (size, CAP_VAULT_HEAD_SIZE);
  if (size > 0)
    memcpy (head->data, data, head->size);
  if (size > gap)
    memcpy (head->data + CAP_VAULT_HEAD_SIZE, data + gap, MIN (size - gap, CAP_VAULT_HEAD_SIZE));
}

/**
 * cap_vault_file_decrypt:
 * @data: (inout): all the bytes of a file; then its content
 * @size: (inout): how many
 * @key: (out) (transfer full) (nullable): what it is encrypted with; %NULL when it is not, and is left as
 *   it is
 * @error: return location for a [error@Cap.StoreError]
 *
 * What is damaged becomes zeros.
 *
 * Returns: whether it could be read; %FALSE for an encrypted file whose key nobody holds
 */
gboolean
cap_vault_file_decrypt (guint8        *data,
                        gsize         *size,
                        CapVaultKey  **key,
                        GError       **error)
{
  g_autofree Head *head = g_new0 (Head, 1);
  guint8 *file_key;

  *key = NULL;
  take_heads (head, data, *size);
  if (!cap_vault_head_is_ours (head->data, sizeof head->data))
    return TRUE;

  file_key = find_key (head, key, error) ? derive (*key, head, error) : NULL;
  if (file_key == NULL)
    {
      g_clear_pointer (key, cap_vault_key_unref);
      return FALSE;
    }

  *size = decrypt_blocks (file_key, data, *size);
  cap_secret_wipe (file_key);

  return TRUE;
}

/* What SQLite puts beside a file says by its name how it is laid out, and whose it is. */
static const CapVaultLayout *
find_layout (const char  *path,
             char       **owner)
{
  const gboolean is_log = g_str_has_suffix (path, LOG_SUFFIX);
  const char *suffix = is_log ? LOG_SUFFIX : JOURNAL_SUFFIX;

  *owner = g_str_has_suffix (path, suffix) ? g_strndup (path, strlen (path) - strlen (suffix)) : NULL;

  return is_log ? &cap_vault_log_layout : &cap_vault_journal_layout;
}

/* Of an encrypted file, or of what is beside one. */
static gboolean
find_file_key (CapVaultReader  *self,
               Head            *head,
               const char      *path,
               GError         **error)
{
  g_autoptr(CapVaultKey) key = NULL;
  g_autofree char *owner = NULL;
  g_autofree Head *owner_head = g_new0 (Head, 1);
  guint8 salt[CAP_VAULT_SALT_SIZE];

  if (cap_vault_head_is_ours (head->data, sizeof head->data))
    {
      self->layout = &cap_vault_file_layout;
      self->file_key = find_key (head, &key, error) ? derive (key, head, error) : NULL;
      return self->file_key != NULL;
    }

  if (!cap_vault_log_head_read (head->data, head->size, salt))
    return TRUE;

  self->layout = find_layout (path, &owner);
  if (owner == NULL || !open_path (owner, owner_head, NULL))
    return set_damaged (error);
  if (!find_key (owner_head, &key, error))
    return FALSE;

  memcpy (owner_head->salt, salt, sizeof salt);
  self->file_key = derive (key, owner_head, error);

  return self->file_key != NULL;
}

/**
 * cap_vault_reader_open:
 * @path: any file
 * @error: return location for a [error@Cap.StoreError]
 *
 * Returns: (transfer full) (nullable): %NULL when it cannot be read, as an encrypted file whose key nobody
 *   holds
 */
CapVaultReader *
cap_vault_reader_open (const char  *path,
                       GError     **error)
{
  g_autoptr(CapVaultReader) self = g_new0 (CapVaultReader, 1);
  g_autofree Head *head = g_new0 (Head, 1);
  struct stat info;

  g_return_val_if_fail (path != NULL, NULL);

  self->fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  if (self->fd < 0 || fstat (self->fd, &info) != 0 || !read_head (self->fd, head))
    {
      cap_store_error_set_errno (error, errno);
      return NULL;
    }

  if (!find_file_key (self, head, path, error))
    return NULL;

  self->size = info.st_size;
  if (self->layout != NULL)
    {
      self->size = cap_vault_layout_get_size (self->layout, info.st_size);
      self->block = g_malloc (CAP_VAULT_MAX_BLOCK + CAP_CIPHER_OVERHEAD);
      self->content = g_malloc (CAP_VAULT_MAX_BLOCK);
    }

  return g_steal_pointer (&self);
}

/* The end of a log that was being written when the power went holds nothing. Anywhere else what does not open
 * is damaged. */
static gssize
read_block (CapVaultReader  *self,
            guint8          *bytes,
            gsize            size,
            GError         **error)
{
  const CapVaultPart part = cap_vault_layout_find (self->layout, self->at,
                                                   MIN ((gint64) size, self->size - self->at));
  gssize stored = pread (self->fd, self->block, (gsize) part.size + CAP_CIPHER_OVERHEAD,
                         cap_vault_layout_get_place (self->layout, part.index));

  if (stored < 0)
    {
      cap_store_error_set_errno (error, errno);
      return -1;
    }

  memset (self->content, 0, CAP_VAULT_MAX_BLOCK);
  if (!cap_cipher_open (self->file_key, part.index, self->block, (gsize) stored, self->content) &&
      self->layout != &cap_vault_log_layout)
    {
      cap_store_error_set (error, CAP_STORE_ERROR_CORRUPT, NULL);
      return -1;
    }

  memcpy (bytes, self->content + part.from, (gsize) part.length);

  return (gssize) part.length;
}

/**
 * cap_vault_reader_read:
 * @bytes: (out caller-allocates): what follows
 * @size: how many bytes are wanted
 * @error: return location for a [error@Cap.StoreError]
 *
 * Returns: how many there are, less than @size at the end alone; -1 when they cannot be read
 */
gssize
cap_vault_reader_read (CapVaultReader  *self,
                       guint8          *bytes,
                       gsize            size,
                       GError         **error)
{
  gsize done = 0;

  g_return_val_if_fail (self != NULL && bytes != NULL, -1);

  while (done < size && (self->layout == NULL || self->at < self->size))
    {
      gssize read;

      if (self->layout != NULL)
        read = read_block (self, bytes + done, size - done, error);
      else if ((read = pread (self->fd, bytes + done, size - done, self->at)) < 0)
        cap_store_error_set_errno (error, errno);

      if (read < 0)
        return -1;
      if (read == 0)
        break;
      done += (gsize) read;
      self->at += read;
    }

  return (gssize) done;
}

void
cap_vault_reader_close (CapVaultReader *self)
{
  g_return_if_fail (self != NULL);

  if (self->fd >= 0)
    close (self->fd);
  if (self->file_key != NULL)
    cap_secret_wipe (self->file_key);
  if (self->content != NULL)
    cap_secret_clear (self->content, CAP_VAULT_MAX_BLOCK);
  g_free (self->content);
  g_free (self->block);
  g_free (self);
}
