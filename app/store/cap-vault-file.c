/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/cap-vault-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "store/cap-store-error-private.h"
#include "store/cap-vault.h"

typedef struct
{
  guint8  data[CAP_VAULT_HEAD_SIZE];
  gsize   size;
  guint8  envelope[CAP_VAULT_ENVELOPE_SIZE];
  guint8  salt[CAP_VAULT_SALT_SIZE];
} Head;

static gboolean
read_head (int   fd,
           Head *head)
{
  gssize size;

  memset (head, 0, sizeof *head);
  size = pread (fd, head->data, sizeof head->data, 0);
  head->size = (gsize) MAX (size, 0);

  return size >= 0;
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
  if (!cap_vault_head_read (head->data, head->size, head->envelope, head->salt))
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

  return open_path (path, head, NULL) && cap_vault_head_is_ours (head->data, head->size) &&
         !find_key (head, &key, &error) &&
         g_error_matches (error, CAP_STORE_ERROR, CAP_STORE_ERROR_ENCRYPTED);
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

  if (!cap_vault_head_read (head->data, head->size, head->envelope, head->salt))
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

  size = pread (fd, block, CAP_VAULT_BLOCK_SIZE + CAP_CIPHER_OVERHEAD, CAP_VAULT_HEAD_SIZE);
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

  if (cap_vault_head_is_ours (head->data, head->size))
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
  if (!cap_vault_head_is_ours (data, *size))
    return TRUE;

  head->size = MIN (*size, sizeof head->data);
  memcpy (head->data, data, head->size);
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
