/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/cap-cipher.h"
#include "base/cap-vault-key.h"

G_BEGIN_DECLS

/* Encrypted files. A file starts with a head, in clear: what it is, the envelope of its key, the salt of
 * the file; it is there once more, further on. Then come blocks, each sealed by itself with the key of the
 * file and its rank, so that a page can be read and written alone: SQLite works on an encrypted file as on
 * any other, with the same guarantees. Pure: bytes in, bytes out. */

#define CAP_VAULT_HEAD_SIZE      4096 /* bytes of the head of a file */
#define CAP_VAULT_HEADS_SIZE     (2 * CAP_VAULT_HEAD_SIZE) /* of both, one behind the other, as read */
#define CAP_VAULT_LOG_HEAD_SIZE    64 /* bytes of the head of what goes beside a file */
#define CAP_VAULT_BLOCK_SIZE     4096 /* bytes of content in a block: a page */
#define CAP_VAULT_MAX_BLOCK      4160 /* bytes of content in any block: that of a log is longer than a page */

/**
 * CapVaultLayout:
 * @start: where the blocks begin in the file
 * @first: bytes of content in the first block
 * @size: bytes of content in each of the others
 * @gap_index: the block that has a gap before it; 0: none has
 * @gap: how many bytes it has
 */
typedef struct
{
  gint64 start;
  gint64 first;
  gint64 size;
  gint64 gap_index;
  gint64 gap;
} CapVaultLayout;

/* A part of the content, in one block. */
typedef struct
{
  gint64 index;
  gint64 size;    /* of the content of that block, when it is full */
  gint64 from;    /* where the part begins in it */
  gint64 length;
} CapVaultPart;

extern const CapVaultLayout cap_vault_file_layout;
extern const CapVaultLayout cap_vault_log_layout;
extern const CapVaultLayout cap_vault_journal_layout;

CapVaultPart  cap_vault_layout_find      (const CapVaultLayout *self,
                                          gint64                offset,
                                          gint64                length);
gint64        cap_vault_layout_get_place (const CapVaultLayout *self,
                                          gint64                index);
gint64        cap_vault_layout_get_size  (const CapVaultLayout *self,
                                          gint64                file_size);

gint64        cap_vault_layout_get_gap   (const CapVaultLayout *self);

gboolean      cap_vault_head_is_ours     (const guint8         *data,
                                          gsize                 size);
gboolean      cap_vault_head_is_double   (const guint8         *heads);
gboolean      cap_vault_head_write       (CapVaultKey          *key,
                                          const guint8         *salt,
                                          guint8               *head);
gboolean      cap_vault_head_read        (const guint8         *data,
                                          gsize                 size,
                                          guint8               *envelope,
                                          guint8               *salt);
void          cap_vault_log_head_write   (const guint8         *salt,
                                          guint8               *head);
gboolean      cap_vault_log_head_read    (const guint8         *data,
                                          gsize                 size,
                                          guint8               *salt);

G_END_DECLS
