/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/cap-vault-io-private.h"

#include <string.h>

/* A page of SQLite is a block, and so is a frame of its log: each is written whole, alone. What is written in
 * parts, as a journal, is put together with what is there. */

#define MAX_CONTENT  CAP_VAULT_MAX_BLOCK
#define MAX_BLOCK    (MAX_CONTENT + CAP_CIPHER_OVERHEAD)
#define DB_HEADER    100 /* bytes: what SQLite reads of a file before it looks into the log */

static int
get_size_below (CapVaultFile *self,
                gint64       *size)
{
  sqlite3_int64 found = 0;
  const int status = self->below->pMethods->xFileSize (self->below, &found);

  *size = found;

  return status;
}

/* Bytes that are on the disk of a block. */
static int
get_stored (CapVaultFile       *self,
            const CapVaultPart *part,
            gint64             *stored)
{
  gint64 size = 0;
  const int status = self->has_head ? get_size_below (self, &size) : SQLITE_OK;

  *stored = CLAMP (size - cap_vault_layout_get_place (self->layout, part->index), 0,
                   part->size + CAP_CIPHER_OVERHEAD);

  return status;
}

/* A log whose end was being written when the power went ends before: what SQLite finds there is zeros. A page
 * that was being written is in the log. */
static gboolean
may_be_torn (CapVaultFile       *self,
             const CapVaultPart *part)
{
  if (self->is_log)
    return part->from == 0;

  return part->index == 0 && part->from + part->length <= DB_HEADER;
}

/* Not a file that was there when it was opened: it is whole. */
static gboolean
may_have_holes (CapVaultFile *self)
{
  return self->is_made || self->layout != &cap_vault_file_layout;
}

/* @size: (out): bytes of content that there are; 0 when there is no such block. The content is in
 * self->content. */
static int
read_block (CapVaultFile       *self,
            const CapVaultPart *part,
            gint64             *size)
{
  const gint64 place = cap_vault_layout_get_place (self->layout, part->index);
  gint64 stored = part->size + CAP_CIPHER_OVERHEAD;
  int status;

  *size = 0;
  memset (self->content, 0, MAX_CONTENT);
  if (!self->has_head)
    return SQLITE_OK;

  status = self->below->pMethods->xRead (self->below, self->block, (int) stored, place);
  if (status == SQLITE_IOERR_SHORT_READ)
    status = get_stored (self, part, &stored);
  if (status != SQLITE_OK || stored <= CAP_CIPHER_OVERHEAD)
    return status;

  *size = stored - CAP_CIPHER_OVERHEAD;
  if (cap_cipher_open (self->file_key, part->index, self->block, (gsize) stored, self->content))
    return SQLITE_OK;

  return may_have_holes (self) && cap_cipher_is_blank (self->block, (gsize) stored) ? SQLITE_OK
                                                                                    : SQLITE_CORRUPT;
}

/* @head: (out): as it is at the beginning of the file, and in its gap */
static int
make_head (CapVaultFile *self,
           guint8       *head)
{
  if (self->layout != &cap_vault_file_layout)
    cap_vault_log_head_write (self->salt, head);
  else if (!cap_vault_head_write (self->key, self->salt, head))
    return SQLITE_AUTH;

  return SQLITE_OK;
}

static int
write_head (CapVaultFile *self)
{
  const gsize size = (gsize) self->layout->start;
  g_autofree guint8 *head = g_malloc0 (size);
  int status = make_head (self, head);

  if (status == SQLITE_OK)
    status = self->below->pMethods->xTruncate (self->below, 0);
  if (status == SQLITE_OK)
    status = self->below->pMethods->xWrite (self->below, head, (int) size, 0);
  self->has_head = status == SQLITE_OK;
  self->has_second = FALSE;
  self->is_made = TRUE;

  return status;
}

static int
write_second_head (CapVaultFile *self)
{
  g_autofree guint8 *head = g_malloc0 ((gsize) self->layout->gap);
  int status = make_head (self, head);

  if (status == SQLITE_OK)
    status = self->below->pMethods->xWrite (self->below, head, (int) self->layout->gap,
                                            cap_vault_layout_get_gap (self->layout));
  self->has_second = status == SQLITE_OK;

  return status;
}

static int
write_block (CapVaultFile *self,
             gint64        index,
             const guint8 *content,
             gint64        size)
{
  int status = self->has_head ? SQLITE_OK : write_head (self);

  if (status == SQLITE_OK && !self->has_second && self->layout->gap > 0 && index >= self->layout->gap_index)
    status = write_second_head (self);
  if (status != SQLITE_OK)
    return status;

  cap_cipher_seal (self->file_key, index, content, (gsize) size, self->block);

  return self->below->pMethods->xWrite (self->below, self->block, (int) (size + CAP_CIPHER_OVERHEAD),
                                        cap_vault_layout_get_place (self->layout, index));
}

/* Puts a part of a block into it; what is there of it stays around. */
static int
merge_block (CapVaultFile       *self,
             const CapVaultPart *part,
             const guint8       *bytes)
{
  gint64 size = 0;
  int status = read_block (self, part, &size);

  /* The end of a log that was being written: it holds nothing. */
  if (status == SQLITE_CORRUPT && self->is_log)
    status = SQLITE_OK;
  if (status != SQLITE_OK)
    return status;

  memcpy (self->content + part->from, bytes, (gsize) part->length);

  return write_block (self, part->index, self->content, MAX (size, part->from + part->length));
}

/* Writes what waits. When that fails it is gone: SQLite is told, and goes back to before. */
static int
flush (CapVaultFile *self)
{
  const gint64 first = self->index == 0 ? self->layout->first : self->layout->size;
  const CapVaultPart part = {
    .index = self->index, .size = first,
    .from = (gint64) self->from, .length = (gint64) (self->to - self->from),
  };
  g_autofree guint8 *waiting = NULL;

  if (self->to == 0)
    return SQLITE_OK;

  self->to = 0;
  waiting = g_memdup2 (self->content + self->from, (gsize) part.length);

  return merge_block (self, &part, waiting);
}

/* Blocks are full but the last: one that no longer is the last is filled with zeros. */
static int
fill_last (CapVaultFile *self,
           gint64        index)
{
  gint64 size_below = 0;
  gint64 size;
  gint64 held = 0;
  CapVaultPart last;
  int status;

  if (!self->has_head)
    return SQLITE_OK;

  status = get_size_below (self, &size_below);
  size = cap_vault_layout_get_size (self->layout, size_below);
  if (status != SQLITE_OK || size == 0)
    return status;

  last = cap_vault_layout_find (self->layout, size - 1, 1);
  if (last.index >= index || last.from + 1 == last.size)
    return SQLITE_OK;

  status = read_block (self, &last, &held);
  if (status == SQLITE_CORRUPT && self->is_log)
    status = SQLITE_OK; /* it holds nothing */

  return status == SQLITE_OK ? write_block (self, last.index, self->content, last.size) : status;
}

static int
write_part (CapVaultFile       *self,
            const CapVaultPart *part,
            const guint8       *bytes)
{
  const gboolean goes_on = self->to != 0 && self->index == part->index && (gint64) self->to == part->from;
  int status = SQLITE_OK;

  if (part->length == part->size)
    {
      if (self->to != 0 && self->index != part->index)
        status = flush (self);
      self->to = 0;
      if (status == SQLITE_OK)
        status = fill_last (self, part->index);
      return status == SQLITE_OK ? write_block (self, part->index, bytes, part->size) : status;
    }

  if (!goes_on)
    {
      status = flush (self);
      if (status == SQLITE_OK)
        status = fill_last (self, part->index);
      if (status != SQLITE_OK)
        return status;
      self->index = part->index;
      self->from = (gsize) part->from;
    }

  memcpy (self->content + part->from, bytes, (gsize) part->length);
  self->to = (gsize) (part->from + part->length);
  if (self->from > 0 || (gint64) self->to < part->size)
    return SQLITE_OK;

  self->to = 0;

  return write_block (self, part->index, self->content, part->size);
}

static int
vault_write (sqlite3_file  *file,
             const void    *bytes,
             int            length,
             sqlite3_int64  offset)
{
  CapVaultFile *self = (CapVaultFile *) file;
  const guint8 *from = bytes;
  gint64 left = length;
  gint64 at = offset;

  while (left > 0)
    {
      const CapVaultPart part = cap_vault_layout_find (self->layout, at, left);
      const int status = write_part (self, &part, from);

      if (status != SQLITE_OK)
        return status;
      from += part.length;
      at += part.length;
      left -= part.length;
    }

  return SQLITE_OK;
}

static int
vault_read (sqlite3_file  *file,
            void          *bytes,
            int            length,
            sqlite3_int64  offset)
{
  CapVaultFile *self = (CapVaultFile *) file;
  guint8 *to = bytes;
  gint64 left = length;
  gint64 at = offset;
  int status = flush (self);
  gboolean complete = TRUE;

  while (left > 0 && status == SQLITE_OK)
    {
      const CapVaultPart part = cap_vault_layout_find (self->layout, at, left);
      gint64 size = 0;

      status = read_block (self, &part, &size);
      if (status == SQLITE_CORRUPT && may_be_torn (self, &part))
        status = SQLITE_OK;
      memcpy (to, self->content + part.from, (gsize) part.length);
      complete = complete && part.from + part.length <= size;
      to += part.length;
      at += part.length;
      left -= part.length;
    }

  if (status != SQLITE_OK)
    return status;

  return complete ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

static int
vault_truncate (sqlite3_file  *file,
                sqlite3_int64  size)
{
  CapVaultFile *self = (CapVaultFile *) file;
  const CapVaultPart part = cap_vault_layout_find (self->layout, size, 1);
  const gint64 place = cap_vault_layout_get_place (self->layout, part.index);
  gint64 held = 0;
  int status = flush (self);

  if (status != SQLITE_OK || !self->has_head)
    return status;

  if (size == 0)
    {
      self->has_head = FALSE;
      cap_cipher_draw (self->salt, sizeof self->salt);
      cap_vault_key_derive (self->key, self->salt, self->file_key);
      return self->below->pMethods->xTruncate (self->below, 0);
    }

  if (part.from > 0)
    status = read_block (self, &part, &held);
  if (status == SQLITE_OK)
    status = self->below->pMethods->xTruncate (self->below, place);
  self->has_second = self->has_second && part.index > self->layout->gap_index;
  if (status == SQLITE_OK && part.from > 0)
    status = write_block (self, part.index, self->content, part.from);

  return status;
}

static int
vault_sync (sqlite3_file *file,
            int           flags)
{
  CapVaultFile *self = (CapVaultFile *) file;
  const int status = flush (self);

  return status == SQLITE_OK ? self->below->pMethods->xSync (self->below, flags) : status;
}

static int
vault_file_size (sqlite3_file  *file,
                 sqlite3_int64 *size)
{
  CapVaultFile *self = (CapVaultFile *) file;
  gint64 size_below = 0;
  int status = flush (self);

  if (status == SQLITE_OK && self->has_head)
    status = get_size_below (self, &size_below);
  *size = cap_vault_layout_get_size (self->layout, size_below);

  return status;
}

static void
clear (CapVaultFile *self)
{
  if (self->file_key != NULL)
    cap_secret_wipe (self->file_key);
  if (self->content != NULL)
    cap_secret_clear (self->content, MAX_CONTENT);
  g_free (self->content);
  g_free (self->block);
  g_clear_pointer (&self->key, cap_vault_key_unref);
}

static int
vault_close (sqlite3_file *file)
{
  CapVaultFile *self = (CapVaultFile *) file;
  const int status = flush (self);
  const int closed = self->below->pMethods->xClose (self->below);

  clear (self);

  return status != SQLITE_OK ? status : closed;
}

static int
vault_lock (sqlite3_file *file,
            int           level)
{
  CapVaultFile *self = (CapVaultFile *) file;

  return self->below->pMethods->xLock (self->below, level);
}

static int
vault_unlock (sqlite3_file *file,
              int           level)
{
  CapVaultFile *self = (CapVaultFile *) file;

  return self->below->pMethods->xUnlock (self->below, level);
}

static int
vault_check_reserved_lock (sqlite3_file *file,
                           int          *locked)
{
  CapVaultFile *self = (CapVaultFile *) file;

  return self->below->pMethods->xCheckReservedLock (self->below, locked);
}

/* Sizes are of the content: the file below does not want to hear of them. */
static int
vault_file_control (sqlite3_file *file,
                    int           operation,
                    void         *argument)
{
  CapVaultFile *self = (CapVaultFile *) file;

  if (operation == SQLITE_FCNTL_SIZE_HINT || operation == SQLITE_FCNTL_CHUNK_SIZE)
    return SQLITE_OK;

  return self->below->pMethods->xFileControl (self->below, operation, argument);
}

static int
vault_sector_size (sqlite3_file *file)
{
  CapVaultFile *self = (CapVaultFile *) file;

  return self->below->pMethods->xSectorSize (self->below);
}

/* To write a block changes no other one: that much is kept of what the file below promises. */
static int
vault_device_characteristics (sqlite3_file *file)
{
  CapVaultFile *self = (CapVaultFile *) file;

  return self->below->pMethods->xDeviceCharacteristics (self->below) &
         (SQLITE_IOCAP_POWERSAFE_OVERWRITE | SQLITE_IOCAP_UNDELETABLE_WHEN_OPEN | SQLITE_IOCAP_IMMUTABLE);
}

/* Version 1: no memory is shared, no file is mapped. */
const sqlite3_io_methods cap_vault_io_methods = {
  .iVersion = 1,
  .xClose = vault_close,
  .xRead = vault_read,
  .xWrite = vault_write,
  .xTruncate = vault_truncate,
  .xSync = vault_sync,
  .xFileSize = vault_file_size,
  .xLock = vault_lock,
  .xUnlock = vault_unlock,
  .xCheckReservedLock = vault_check_reserved_lock,
  .xFileControl = vault_file_control,
  .xSectorSize = vault_sector_size,
  .xDeviceCharacteristics = vault_device_characteristics,
};

static int
read_whole (sqlite3_file *below,
            guint8       *bytes,
            gsize         size,
            gint64        place)
{
  const int status = below->pMethods->xRead (below, bytes, (int) size, place);

  return status == SQLITE_IOERR_SHORT_READ ? SQLITE_OK : status;
}

int
cap_vault_io_read_heads (sqlite3_file *below,
                         guint8       *heads)
{
  const int status = read_whole (below, heads, CAP_VAULT_HEAD_SIZE, 0);

  return status != SQLITE_OK ? status
                             : read_whole (below, heads + CAP_VAULT_HEAD_SIZE, CAP_VAULT_HEAD_SIZE,
                                           cap_vault_layout_get_gap (&cap_vault_file_layout));
}

/* Finds the salt that is there, or draws one. A second head that is there is left alone. */
static int
find_salt (CapVaultFile *self)
{
  g_autofree guint8 *heads = g_malloc0 (CAP_VAULT_HEADS_SIZE);
  guint8 envelope[CAP_VAULT_ENVELOPE_SIZE];
  gint64 size_below = 0;
  int status = get_size_below (self, &size_below);
  const gboolean is_file = self->layout == &cap_vault_file_layout;

  if (status == SQLITE_OK && size_below > 0)
    status = is_file ? cap_vault_io_read_heads (self->below, heads)
                     : read_whole (self->below, heads, (gsize) self->layout->start, 0);
  if (status != SQLITE_OK)
    return status;

  self->has_head = is_file ? cap_vault_head_read (heads, CAP_VAULT_HEADS_SIZE, envelope, self->salt)
                           : cap_vault_log_head_read (heads, CAP_VAULT_HEADS_SIZE, self->salt);
  self->has_second = self->has_head && size_below > cap_vault_layout_get_gap (self->layout);
  if (!self->has_head)
    cap_cipher_draw (self->salt, sizeof self->salt);

  return SQLITE_OK;
}

int
cap_vault_file_start (CapVaultFile *self)
{
  int status;

  self->content = g_malloc0 (MAX_CONTENT);
  self->block = g_malloc0 (MAX_BLOCK);
  self->file_key = cap_secret_new (CAP_SECRET_KEY_SIZE, NULL);
  status = self->file_key != NULL ? find_salt (self) : SQLITE_NOMEM;
  if (status != SQLITE_OK)
    {
      clear (self);
      return status;
    }

  cap_vault_key_derive (self->key, self->salt, self->file_key);
  self->base.pMethods = &cap_vault_io_methods;

  return SQLITE_OK;
}
