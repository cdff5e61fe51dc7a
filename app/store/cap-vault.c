/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/cap-vault.h"

#include <string.h>

/* The head of a file: what it is and the version of its form, the envelope, the salt, and a digest, by which
 * one that is damaged is told from one that is not: there is another one further on. */
#define MAGIC        "Cap Cedre vault\1"
#define MAGIC_SIZE   16
#define CLEAR_MAGIC  "SQLite format 3" /* with its NUL, as long */
#define ENVELOPE_AT  MAGIC_SIZE
#define SALT_AT      (ENVELOPE_AT + CAP_VAULT_ENVELOPE_SIZE)
#define USED_SIZE    (SALT_AT + CAP_VAULT_SALT_SIZE)
#define DIGEST_SIZE  16
#define DIGEST_AT    (CAP_VAULT_HEAD_SIZE - DIGEST_SIZE) /* of all that is before: zeros, but what is used */

/* What spoils the beginning of a file does not reach that far; a dossier does. */
#define SECOND_BEFORE  32 /* the block that it is before */

/* That of a log: its salt alone, the envelope is in its file. */
#define LOG_MAGIC      "Cap Cedre v-log\1"
#define LOG_DIGEST_AT  (MAGIC_SIZE + CAP_VAULT_SALT_SIZE)

/* https://www.sqlite.org/fileformat2.html#the_write_ahead_log */
#define LOG_START       32
#define FRAME_HEADER    24

G_STATIC_ASSERT (USED_SIZE <= DIGEST_AT);
G_STATIC_ASSERT (LOG_DIGEST_AT + DIGEST_SIZE == CAP_VAULT_LOG_HEAD_SIZE);

const CapVaultLayout cap_vault_file_layout = {
  CAP_VAULT_HEAD_SIZE, CAP_VAULT_BLOCK_SIZE, CAP_VAULT_BLOCK_SIZE, SECOND_BEFORE, CAP_VAULT_HEAD_SIZE,
};

/* A block is a frame, so that to add one touches none of those before, which hold what was told to be
 * saved. */
const CapVaultLayout cap_vault_log_layout = {
  CAP_VAULT_LOG_HEAD_SIZE, LOG_START, FRAME_HEADER + CAP_VAULT_BLOCK_SIZE, 0, 0,
};

/* Of databases that are being made: nothing depends on it yet. */
const CapVaultLayout cap_vault_journal_layout = {
  CAP_VAULT_LOG_HEAD_SIZE, CAP_VAULT_BLOCK_SIZE, CAP_VAULT_BLOCK_SIZE, 0, 0,
};

/* Returns: what of @length bytes of content from @offset is in the block where they begin */
CapVaultPart
cap_vault_layout_find (const CapVaultLayout *self,
                       gint64                offset,
                       gint64                length)
{
  CapVaultPart part = { .size = self->first, .from = offset };

  if (offset >= self->first)
    {
      part.index = 1 + (offset - self->first) / self->size;
      part.from = (offset - self->first) % self->size;
      part.size = self->size;
    }
  part.length = MIN (length, part.size - part.from);

  return part;
}

static gint64
get_place_without_gap (const CapVaultLayout *self,
                       gint64                index)
{
  if (index == 0)
    return self->start;

  return self->start + self->first + CAP_CIPHER_OVERHEAD + (index - 1) * (self->size + CAP_CIPHER_OVERHEAD);
}

/* Returns: where the gap begins in the file; 0 when there is none */
gint64
cap_vault_layout_get_gap (const CapVaultLayout *self)
{
  return self->gap_index > 0 ? get_place_without_gap (self, self->gap_index) : 0;
}

/* Returns: where a block begins in the file */
gint64
cap_vault_layout_get_place (const CapVaultLayout *self,
                            gint64                index)
{
  const gboolean is_behind = self->gap_index > 0 && index >= self->gap_index;

  return get_place_without_gap (self, index) + (is_behind ? self->gap : 0);
}

/* Returns: how much content a file of @file_size bytes holds; one block that was not written to its end
 * counts for what is there */
gint64
cap_vault_layout_get_size (const CapVaultLayout *self,
                           gint64                file_size)
{
  const gint64 gap = cap_vault_layout_get_gap (self);
  const gint64 skipped = gap > 0 ? CLAMP (file_size - gap, 0, self->gap) : 0;
  const gint64 left = file_size - skipped - self->start;
  const gint64 first_block = self->first + CAP_CIPHER_OVERHEAD;
  const gint64 block = self->size + CAP_CIPHER_OVERHEAD;

  if (left <= first_block)
    return MAX (left - CAP_CIPHER_OVERHEAD, 0);

  return self->first + (left - first_block) / block * self->size +
         MAX ((left - first_block) % block - CAP_CIPHER_OVERHEAD, 0);
}

static gboolean
is_intact (const guint8 *data,
           gsize         size,
           const char   *magic,
           gsize         digest_at)
{
  guint8 digest[DIGEST_SIZE];

  if (size < digest_at + DIGEST_SIZE || memcmp (data, magic, MAGIC_SIZE) != 0)
    return FALSE;

  cap_cipher_digest (data, digest_at, digest, sizeof digest);

  return memcmp (digest, data + digest_at, DIGEST_SIZE) == 0;
}

static gboolean
is_second_intact (const guint8 *heads,
                  gsize         size)
{
  return size > CAP_VAULT_HEAD_SIZE &&
         is_intact (heads + CAP_VAULT_HEAD_SIZE, size - CAP_VAULT_HEAD_SIZE, MAGIC, DIGEST_AT);
}

/**
 * cap_vault_head_is_ours:
 * @heads: of a file, one behind the other: CAP_VAULT_HEADS_SIZE bytes, zeros where it is shorter
 *
 * Returns: whether it is an encrypted dossier, intact or not; one in clear is none, whatever it holds
 */
gboolean
cap_vault_head_is_ours (const guint8 *heads,
                        gsize         size)
{
  if (size < MAGIC_SIZE || memcmp (heads, CLEAR_MAGIC, MAGIC_SIZE) == 0)
    return FALSE;

  return memcmp (heads, MAGIC, MAGIC_SIZE) == 0 || is_second_intact (heads, size);
}

/* Whether both are there and say the same; @heads: CAP_VAULT_HEADS_SIZE bytes */
gboolean
cap_vault_head_is_double (const guint8 *heads)
{
  return is_intact (heads, CAP_VAULT_HEAD_SIZE, MAGIC, DIGEST_AT) &&
         memcmp (heads, heads + CAP_VAULT_HEAD_SIZE, CAP_VAULT_HEAD_SIZE) == 0;
}

/**
 * cap_vault_head_write:
 * @salt: of the file
 * @head: (out caller-allocates): CAP_VAULT_HEAD_SIZE bytes, for the beginning of the file and for its gap
 *
 * Returns: whether it could: the envelope of the key is known
 */
gboolean
cap_vault_head_write (CapVaultKey  *key,
                      const guint8 *salt,
                      guint8       *head)
{
  memset (head, 0, CAP_VAULT_HEAD_SIZE);
  memcpy (head, MAGIC, MAGIC_SIZE);
  if (!cap_vault_key_copy_envelope (key, head + ENVELOPE_AT))
    return FALSE;

  memcpy (head + SALT_AT, salt, CAP_VAULT_SALT_SIZE);
  cap_cipher_digest (head, DIGEST_AT, head + DIGEST_AT, DIGEST_SIZE);

  return TRUE;
}

/**
 * cap_vault_head_read:
 * @heads: of a file, one behind the other
 * @envelope: (out caller-allocates)
 * @salt: (out caller-allocates)
 *
 * Returns: whether one of the two is intact
 */
gboolean
cap_vault_head_read (const guint8 *heads,
                     gsize         size,
                     guint8       *envelope,
                     guint8       *salt)
{
  const guint8 *head = NULL;

  if (is_intact (heads, size, MAGIC, DIGEST_AT))
    head = heads;
  else if (is_second_intact (heads, size))
    head = heads + CAP_VAULT_HEAD_SIZE;
  if (head == NULL)
    return FALSE;

  memcpy (envelope, head + ENVELOPE_AT, CAP_VAULT_ENVELOPE_SIZE);
  memcpy (salt, head + SALT_AT, CAP_VAULT_SALT_SIZE);

  return TRUE;
}

/* @head: (out caller-allocates): CAP_VAULT_LOG_HEAD_SIZE bytes */
void
cap_vault_log_head_write (const guint8 *salt,
                          guint8       *head)
{
  memcpy (head, LOG_MAGIC, MAGIC_SIZE);
  memcpy (head + MAGIC_SIZE, salt, CAP_VAULT_SALT_SIZE);
  cap_cipher_digest (head, LOG_DIGEST_AT, head + LOG_DIGEST_AT, DIGEST_SIZE);
}

gboolean
cap_vault_log_head_read (const guint8 *data,
                         gsize         size,
                         guint8       *salt)
{
  if (!is_intact (data, size, LOG_MAGIC, LOG_DIGEST_AT))
    return FALSE;

  memcpy (salt, data + MAGIC_SIZE, CAP_VAULT_SALT_SIZE);

  return TRUE;
}
