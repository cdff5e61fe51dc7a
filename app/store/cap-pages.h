/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "base/cap-vault-key.h"

G_BEGIN_DECLS

/**
 * CapPages:
 *
 * The pages of a database file that may be damaged anywhere, read one by one without SQLite: what one of them
 * says is believed only as far as it holds together. A private copy in memory: the file is only read, once.
 * One that is encrypted must be unlocked; what cannot be decrypted any more is zeros. See
 * https://www.sqlite.org/fileformat2.html.
 */
typedef struct _CapPages CapPages;

/**
 * CapPageKind:
 *
 * The kinds of pages of a b-tree, as they are in files. Tables WITHOUT ROWID are indexes.
 */
typedef enum
{
  CAP_PAGE_NONE = 0,
  CAP_PAGE_INDEX_INTERIOR = 0x02,
  CAP_PAGE_TABLE_INTERIOR = 0x05,
  CAP_PAGE_INDEX_LEAF = 0x0a,
  CAP_PAGE_TABLE_LEAF = 0x0d,
} CapPageKind;

/**
 * CapPage:
 * @n_cells: 0 unless it is a page of a b-tree
 */
typedef struct
{
  guint32       number;
  CapPageKind   kind;
  guint         n_cells;
  const guint8 *data;
  gsize         header; /* where that of the page begins */
} CapPage;

typedef enum
{
  CAP_CELL_NULL,
  CAP_CELL_INTEGER,
  CAP_CELL_TEXT,
  CAP_CELL_BLOB,
} CapCellType;

/* @data: in the cell that it comes from, or in the pages */
typedef struct
{
  CapCellType   type;
  gint64        number;
  const guint8 *data;
  gsize         size;
} CapCellValue;

/* A row, as it is stored. */
typedef struct
{
  gint64   rowid;
  GArray  *values;  /* CapCellValue */
  guint8  *payload; /* (nullable): put together when it overflows its page */
} CapCell;

CapPages *cap_pages_read          (const char      *path,
                                   GError         **error) G_GNUC_WARN_UNUSED_RESULT;
void      cap_pages_free          (CapPages        *self);
CapVaultKey *cap_pages_get_key    (CapPages        *self);
guint32   cap_pages_get_n         (CapPages        *self);
gint64    cap_pages_get_version   (CapPages        *self);
gboolean  cap_pages_find          (CapPages        *self,
                                   guint32          number,
                                   CapPage         *page);
void      cap_pages_mark_used     (CapPages        *self,
                                   guint32          number);
gboolean  cap_pages_is_used       (CapPages        *self,
                                   guint32          number);
void      cap_pages_forget_used   (CapPages        *self);
void      cap_pages_mark_free_list (CapPages       *self);

guint32   cap_pages_count_lost    (CapPages        *self);

gboolean  cap_page_is_interior    (const CapPage   *self);
/* For an interior page; @index may be n_cells: the last child */
guint32   cap_page_get_child      (CapPages        *pages,
                                   const CapPage   *self,
                                   guint            index);
/* The pages that the cell goes on in are marked as used. */
gboolean  cap_page_read_cell      (CapPages        *pages,
                                   const CapPage   *self,
                                   guint            index,
                                   CapCell         *cell);
void      cap_cell_clear          (CapCell         *self);
gboolean  cap_cell_text_equal     (const CapCellValue *value,
                                   const char      *text);
char     *cap_cell_dup_text       (const CapCellValue *value) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapPages, cap_pages_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CapCell, cap_cell_clear)

G_END_DECLS
