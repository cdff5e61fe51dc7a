/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/cap-pages.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "store/cap-store-error-private.h"
#include "store/cap-vault-file.h"

#define MAGIC                "SQLite format 3"
#define HEADER_SIZE          100
#define OFFSET_PAGE_SIZE     16
#define OFFSET_RESERVED      20
#define OFFSET_N_PAGES       28
#define OFFSET_FREE_TRUNK    32
#define OFFSET_USER_VERSION  60
#define MIN_PAGE_SIZE        512
#define MAX_PAGE_SIZE        65536
#define USUAL_PAGE_SIZE      4096 /* of the dossiers that we write */
#define MAX_RESERVED         64
#define MAX_PAYLOAD          (200 * 1000 * 1000)
#define MAX_COLUMNS          200
#define OFFSET_N_CELLS       3
#define OFFSET_RIGHT_CHILD   8

struct _CapPages
{
  guint8  *data;
  gsize    size; /* whole pages: the end of the last one may be zeros that we added */
  gsize    page_size;
  gsize    usable;
  guint32  n_pages;
  guint8  *used; /* by number */
  gboolean header_is_sound;
  CapVaultKey *key; /* (nullable): what the file is encrypted with */
};

static guint32
get_uint32 (const guint8 *at)
{
  return (guint32) at[0] << 24 | (guint32) at[1] << 16 | (guint32) at[2] << 8 | at[3];
}

static guint
get_uint16 (const guint8 *at)
{
  return (guint) at[0] << 8 | at[1];
}

static gboolean
is_page_size (gsize size)
{
  return size >= MIN_PAGE_SIZE && size <= MAX_PAGE_SIZE && (size & (size - 1)) == 0;
}

gboolean
cap_page_is_interior (const CapPage *self)
{
  return self->kind == CAP_PAGE_INDEX_INTERIOR || self->kind == CAP_PAGE_TABLE_INTERIOR;
}

static gsize
get_header_size (const CapPage *page)
{
  return cap_page_is_interior (page) ? 12 : 8;
}

/**
 * cap_pages_find:
 * @page: (out): what is there
 *
 * Returns: whether it looks like a page of a b-tree: a kind, and room for its cells
 */
gboolean
cap_pages_find (CapPages *self,
                guint32   number,
                CapPage  *page)
{
  const guint8 *header;

  *page = (CapPage) { .number = number };
  if (number == 0 || number > self->n_pages)
    return FALSE;

  page->data = self->data + (gsize) (number - 1) * self->page_size;
  page->header = number == 1 ? HEADER_SIZE : 0;
  header = page->data + page->header;
  if (header[0] != CAP_PAGE_INDEX_INTERIOR && header[0] != CAP_PAGE_TABLE_INTERIOR &&
      header[0] != CAP_PAGE_INDEX_LEAF && header[0] != CAP_PAGE_TABLE_LEAF)
    return FALSE;

  page->kind = (CapPageKind) header[0];
  page->n_cells = get_uint16 (header + OFFSET_N_CELLS);
  if (page->header + get_header_size (page) + 2 * page->n_cells <= self->usable)
    return TRUE;

  page->kind = CAP_PAGE_NONE;
  page->n_cells = 0;

  return FALSE;
}

/* How many bytes look like pages of that size. */
static gsize
measure (CapPages *self,
         gsize     page_size)
{
  CapPages trial = *self;
  gsize n = 0;

  trial.page_size = page_size;
  trial.usable = page_size;
  trial.n_pages = (guint32) (self->size / page_size);
  for (guint32 number = 2; number <= trial.n_pages; number++)
    {
      CapPage page;

      if (cap_pages_find (&trial, number, &page) && page.n_cells > 0)
        n++;
    }

  return n * page_size;
}

/* Without a header the pages tell their size themselves; that of our own dossiers when it will do. */
static gsize
guess_page_size (CapPages *self)
{
  gsize best = USUAL_PAGE_SIZE;
  gsize most = 2 * measure (self, best);

  for (gsize size = MIN_PAGE_SIZE; size <= MAX_PAGE_SIZE; size *= 2)
    {
      gsize found = measure (self, size);

      if (found > most)
        {
          best = size;
          most = found;
        }
    }

  return best;
}

static void
find_layout (CapPages *self,
             gsize     file_size)
{
  gsize stored = file_size >= HEADER_SIZE ? get_uint16 (self->data + OFFSET_PAGE_SIZE) : 0;
  gsize reserved = 0;

  stored = stored == 1 ? MAX_PAGE_SIZE : stored;
  self->header_is_sound = file_size >= HEADER_SIZE && memcmp (self->data, MAGIC, sizeof MAGIC) == 0 &&
                          is_page_size (stored);
  if (self->header_is_sound)
    {
      reserved = self->data[OFFSET_RESERVED] <= MAX_RESERVED ? self->data[OFFSET_RESERVED] : 0;
      self->page_size = stored;
    }
  else
    {
      self->page_size = guess_page_size (self);
    }

  self->usable = self->page_size - reserved;
  self->n_pages = (guint32) MIN ((file_size + self->page_size - 1) / self->page_size, G_MAXINT32);
  self->used = g_malloc0 ((gsize) self->n_pages + 1);
}

static gboolean
read_file (const char  *path,
           char       **content,
           gsize       *size,
           GError     **error)
{
  g_autoptr(GError) problem = NULL;
  GStatBuf info;

  if (g_stat (path, &info) != 0)
    return cap_store_error_set_errno (error, errno);

  /* A pipe would be waited for. */
  if (!S_ISREG (info.st_mode))
    {
      cap_store_error_set (error, CAP_STORE_ERROR_NOT_OURS, NULL);
      return FALSE;
    }

  if (!g_file_get_contents (path, content, size, &problem))
    cap_store_error_set (error, CAP_STORE_ERROR_FAILED, problem->message);

  return problem == NULL;
}

/**
 * cap_pages_read:
 * @path: any file; it is only read
 *
 * Returns: (transfer full) (nullable): its pages
 */
CapPages *
cap_pages_read (const char  *path,
                GError     **error)
{
  g_autoptr(CapPages) self = g_new0 (CapPages, 1);
  g_autofree char *content = NULL;
  gsize size = 0;

  if (!read_file (path, &content, &size, error) ||
      !cap_vault_file_decrypt ((guint8 *) content, &size, &self->key, error))
    return NULL;

  /* Room for a last page that was cut, whatever the size of pages. */
  self->size = (size + MAX_PAGE_SIZE) / MAX_PAGE_SIZE * MAX_PAGE_SIZE;
  self->data = g_try_realloc (content, self->size);
  if (self->data == NULL)
    {
      cap_store_error_set (error, CAP_STORE_ERROR_FAILED, NULL);
      return NULL;
    }

  g_steal_pointer (&content);
  memset (self->data + size, 0, self->size - size);
  find_layout (self, size);

  return g_steal_pointer (&self);
}

void
cap_pages_free (CapPages *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->key, cap_vault_key_unref);
  g_free (self->data);
  g_free (self->used);
  g_free (self);
}

/* Returns: (transfer none) (nullable): what the file is encrypted with */
CapVaultKey *
cap_pages_get_key (CapPages *self)
{
  return self->key;
}

guint32
cap_pages_get_n (CapPages *self)
{
  return self->n_pages;
}

/* What the header says of the schema; 0 when there is no header. */
gint64
cap_pages_get_version (CapPages *self)
{
  return self->header_is_sound ? (gint64) get_uint32 (self->data + OFFSET_USER_VERSION) : 0;
}

void
cap_pages_mark_used (CapPages *self,
                     guint32   number)
{
  if (number > 0 && number <= self->n_pages)
    self->used[number] = TRUE;
}

void
cap_pages_forget_used (CapPages *self)
{
  memset (self->used, 0, (gsize) self->n_pages + 1);
}

/* A page that is not there is nobody’s to use. */
gboolean
cap_pages_is_used (CapPages *self,
                   guint32   number)
{
  return number == 0 || number > self->n_pages || self->used[number];
}

/* What was deleted is not to come back: the pages of the free list are used. */
void
cap_pages_mark_free_list (CapPages *self)
{
  guint32 trunk = self->header_is_sound ? get_uint32 (self->data + OFFSET_FREE_TRUNK) : 0;

  while (!cap_pages_is_used (self, trunk))
    {
      const guint8 *data = self->data + (gsize) (trunk - 1) * self->page_size;
      guint32 n_leaves = get_uint32 (data + 4);

      cap_pages_mark_used (self, trunk);
      for (guint32 i = 0; i < n_leaves && 8 + 4 * ((gsize) i + 1) <= self->usable; i++)
        cap_pages_mark_used (self, get_uint32 (data + 8 + 4 * i));
      trunk = get_uint32 (data);
    }
}

/* Once all is read: the pages that nothing could be made of, and those that the end of the file lacks. */
guint32
cap_pages_count_lost (CapPages *self)
{
  guint32 stored = self->header_is_sound ? get_uint32 (self->data + OFFSET_N_PAGES) : 0;
  guint32 n = stored > self->n_pages ? stored - self->n_pages : 0;

  for (guint32 number = 1; number <= self->n_pages; number++)
    {
      CapPage page;

      if (!self->used[number] && (!cap_pages_find (self, number, &page) || page.n_cells > 0))
        n++;
    }

  return n;
}

/* Where a cell begins; 0 when it cannot be there. */
static gsize
get_cell_offset (CapPages      *pages,
                 const CapPage *page,
                 guint          index)
{
  gsize first = page->header + get_header_size (page);
  gsize offset = get_uint16 (page->data + first + 2 * index);

  return offset >= first + 2 * page->n_cells && offset + 4 <= pages->usable ? offset : 0;
}

guint32
cap_page_get_child (CapPages      *pages,
                    const CapPage *self,
                    guint          index)
{
  gsize offset;

  g_return_val_if_fail (cap_page_is_interior (self) && index <= self->n_cells, 0);

  if (index == self->n_cells)
    return get_uint32 (self->data + self->header + OFFSET_RIGHT_CHILD);

  offset = get_cell_offset (pages, self, index);

  return offset != 0 ? get_uint32 (self->data + offset) : 0;
}

/* The numbers of the format: seven bits at a time, the highest first, nine bytes at most. */
static gboolean
read_number (const guint8 **at,
             const guint8  *end,
             guint64       *value)
{
  *value = 0;
  for (guint i = 0; i < 9 && *at < end; i++)
    {
      guint8 byte = *(*at)++;

      *value = i < 8 ? *value << 7 | (byte & 0x7f) : *value << 8 | byte;
      if (i == 8 || (byte & 0x80) == 0)
        return TRUE;
    }

  return FALSE;
}

/* How much of a payload is in the page of its cell. */
static gsize
get_local_size (CapPages    *pages,
                CapPageKind  kind,
                gsize        size)
{
  const gsize usable = pages->usable;
  const gsize most = kind == CAP_PAGE_TABLE_LEAF ? usable - 35 : (usable - 12) * 64 / 255 - 23;
  const gsize least = (usable - 12) * 32 / 255 - 23;
  gsize kept;

  if (size <= most)
    return size;

  kept = least + (size - least) % (usable - 4);

  return kept <= most ? kept : least;
}

static gboolean
follow_overflow (CapPages *pages,
                 guint32   next,
                 guint8   *to,
                 gsize     left)
{
  while (left > 0)
    {
      const gsize part = MIN (left, pages->usable - 4);
      const guint8 *data;

      if (cap_pages_is_used (pages, next))
        return FALSE;

      data = pages->data + (gsize) (next - 1) * pages->page_size;
      cap_pages_mark_used (pages, next);
      memcpy (to, data + 4, part);
      to += part;
      left -= part;
      next = get_uint32 (data);
    }

  return next == 0;
}

static gint64
read_integer (const guint8 *at,
              gsize         size)
{
  guint64 value = (at[0] & 0x80) != 0 ? G_MAXUINT64 : 0;

  for (gsize i = 0; i < size; i++)
    value = value << 8 | at[i];

  return (gint64) value;
}

/* @serial: the type of a value, as records say it. Returns: whether there is one that a dossier has */
static gboolean
read_value (guint64        serial,
            const guint8  *at,
            gsize          left,
            CapCellValue  *value)
{
  static const guint8 integer_sizes[] = { 0, 1, 2, 3, 4, 6, 8 };

  *value = (CapCellValue) { .type = CAP_CELL_NULL };
  if (serial == 0)
    return TRUE;

  if (serial < G_N_ELEMENTS (integer_sizes))
    {
      value->type = CAP_CELL_INTEGER;
      value->size = integer_sizes[serial];
      if (value->size <= left)
        value->number = read_integer (at, value->size);
    }
  else if (serial == 8 || serial == 9)
    {
      value->type = CAP_CELL_INTEGER;
      value->number = serial == 9;
    }
  else if (serial >= 12)
    {
      value->type = serial % 2 == 0 ? CAP_CELL_BLOB : CAP_CELL_TEXT;
      value->size = (gsize) MIN ((serial - 12) / 2, G_MAXUINT32);
      value->data = at;
    }
  else
    {
      return FALSE; /* a dossier has no other number */
    }

  return value->size <= left;
}

/* A record is the list of the types of its values, then these, and nothing after. */
static gboolean
read_record (const guint8 *payload,
             gsize         size,
             GArray       *values)
{
  const guint8 *end = payload + size;
  const guint8 *at = payload;
  const guint8 *body;
  guint64 header_size = 0;

  if (!read_number (&at, end, &header_size) || header_size < 2 || header_size > size)
    return FALSE;

  body = payload + header_size;
  while (at < payload + header_size)
    {
      CapCellValue value;
      guint64 serial;

      if (!read_number (&at, payload + header_size, &serial) || values->len == MAX_COLUMNS ||
          !read_value (serial, body, (gsize) (end - body), &value))
        return FALSE;
      body += value.size;
      g_array_append_val (values, value);
    }

  return body == end;
}

static gboolean
read_payload (CapPages      *pages,
              const CapPage *page,
              const guint8  *at,
              gsize          size,
              CapCell       *cell)
{
  const guint8 *end = page->data + pages->usable;
  const gsize local = get_local_size (pages, page->kind, size);

  if (size == 0 || size > MAX_PAYLOAD || size > pages->size ||
      (gsize) (end - at) < local + (local < size ? 4 : 0))
    return FALSE;

  if (local == size)
    return read_record (at, size, cell->values);

  cell->payload = g_malloc (size);
  memcpy (cell->payload, at, local);

  return follow_overflow (pages, get_uint32 (at + local), cell->payload + local, size - local) &&
         read_record (cell->payload, size, cell->values);
}

/**
 * cap_page_read_cell:
 * @self: a page with rows: any but that of an interior page of a table
 * @cell: (out): the row, to be cleared in any case
 *
 * Returns: whether the row is whole
 */
gboolean
cap_page_read_cell (CapPages      *pages,
                    const CapPage *self,
                    guint          index,
                    CapCell       *cell)
{
  const guint8 *end = self->data + pages->usable;
  const guint8 *at;
  gsize offset;
  guint64 size = 0;
  guint64 rowid = 0;

  *cell = (CapCell) { .values = g_array_new (FALSE, FALSE, sizeof (CapCellValue)) };
  g_return_val_if_fail (self->kind != CAP_PAGE_TABLE_INTERIOR && index < self->n_cells, FALSE);

  offset = get_cell_offset (pages, self, index);
  if (offset == 0)
    return FALSE;

  at = self->data + offset + (cap_page_is_interior (self) ? 4 : 0);
  if (!read_number (&at, end, &size) ||
      (self->kind == CAP_PAGE_TABLE_LEAF && !read_number (&at, end, &rowid)))
    return FALSE;

  cell->rowid = (gint64) rowid;

  return read_payload (pages, self, at, (gsize) MIN (size, G_MAXUINT32), cell);
}

void
cap_cell_clear (CapCell *self)
{
  g_clear_pointer (&self->values, g_array_unref);
  g_clear_pointer (&self->payload, g_free);
}

gboolean
cap_cell_text_equal (const CapCellValue *value,
                     const char         *text)
{
  return value->type == CAP_CELL_TEXT && value->size == strlen (text) &&
         (value->size == 0 || memcmp (value->data, text, value->size) == 0);
}

/* Returns: (transfer full) (nullable): a text or a number; %NULL for what is neither, or no valid text */
char *
cap_cell_dup_text (const CapCellValue *value)
{
  if (value->type == CAP_CELL_INTEGER)
    return g_strdup_printf ("%" G_GINT64_FORMAT, value->number);

  return value->type == CAP_CELL_TEXT && g_utf8_validate_len ((const char *) value->data, value->size, NULL)
         ? g_strndup ((const char *) value->data, value->size) : NULL;
}
