/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <sqlite3.h>

#include "store/cap-vault.h"

G_BEGIN_DECLS

/**
 * CapVaultFile:
 *
 * An encrypted file that SQLite has open; the one that it is in follows in memory. SQLite sees the content
 * alone.
 */
typedef struct
{
  sqlite3_file          base;
  sqlite3_file         *below;
  CapVaultKey          *key;
  guint8               *file_key;  /* secret memory */
  const CapVaultLayout *layout;
  guint8                salt[CAP_VAULT_SALT_SIZE];
  gboolean              is_log;
  gboolean              has_head;  /* there is one on the disk: otherwise there is no content either */
  gboolean              is_made;    /* since it was opened: there may be holes that will be filled */
  gboolean              has_second; /* and one in the gap, when the content reaches it */

  /* Part of a block that is not written yet: SQLite writes the two parts of a frame one after the other. */
  gint64                index;
  gsize                 from;
  gsize                 to;        /* 0: there is none */
  guint8               *content;   /* a block */
  guint8               *block;     /* a block as it is on the disk */
} CapVaultFile;

extern const sqlite3_io_methods cap_vault_io_methods;

/* Both heads of a file: CAP_VAULT_HEADS_SIZE bytes, zeros where it is shorter. Returns: a status of SQLite */
int cap_vault_io_read_heads (sqlite3_file *below,
                             guint8       *heads);
/* Those of @self that are given are there: below, which is open, key, layout, is_log. */
int cap_vault_file_start (CapVaultFile *self);

G_END_DECLS
