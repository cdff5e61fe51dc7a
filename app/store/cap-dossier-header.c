/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/cap-dossier-header.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/cap-db-private.h"
#include "store/cap-migrations.h"
#include "store/cap-store-error-private.h"
#include "store/cap-vault-file.h"

/* https://www.sqlite.org/fileformat2.html#the_database_header */
#define HEADER_SIZE            100
#define MAGIC                  "SQLite format 3"
#define OFFSET_PAGE_SIZE       16
#define OFFSET_N_PAGES         28
#define OFFSET_ENCODING        56
#define OFFSET_USER_VERSION    60
#define OFFSET_APPLICATION_ID  68
#define ENCODING_UTF8          1

static guint32
get_uint32 (const guint8 *header,
            gsize         offset)
{
  guint32 value;

  memcpy (&value, header + offset, sizeof value);

  return GUINT32_FROM_BE (value);
}

/* 1 stands for 65536, which does not fit. */
static gint64
get_page_size (const guint8 *header)
{
  int value = header[OFFSET_PAGE_SIZE] << 8 | header[OFFSET_PAGE_SIZE + 1];

  return value == 1 ? 65536 : value;
}

static gboolean
refuse (GError        **error,
        CapStoreError   code,
        const char     *sentence)
{
  g_set_error_literal (error, CAP_STORE_ERROR, (int) code, sentence);

  return FALSE;
}

static gboolean
check_header (const guint8  *header,
              gint64         size,
              GError       **error)
{
  if (memcmp (header, MAGIC, sizeof MAGIC) != 0)
    return refuse (error, CAP_STORE_ERROR_CORRUPT, _("This file is not a dossier, or it is damaged"));

  if (get_uint32 (header, OFFSET_APPLICATION_ID) != CAP_DB_APPLICATION_ID)
    {
      cap_store_error_set (error, CAP_STORE_ERROR_NOT_OURS, NULL);
      return FALSE;
    }

  if (get_uint32 (header, OFFSET_USER_VERSION) > cap_migrations_get_latest ())
    {
      cap_store_error_set (error, CAP_STORE_ERROR_TOO_NEW, NULL);
      return FALSE;
    }

  if (size < get_page_size (header) * get_uint32 (header, OFFSET_N_PAGES))
    return refuse (error, CAP_STORE_ERROR_CORRUPT, _("The file is cut short: its end is missing"));

  if (get_uint32 (header, OFFSET_USER_VERSION) == 0 || get_uint32 (header, OFFSET_ENCODING) != ENCODING_UTF8)
    {
      cap_store_error_set (error, CAP_STORE_ERROR_CORRUPT, "header");
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_descriptor (int      fd,
                  GError **error)
{
  guint8 header[HEADER_SIZE];
  struct stat info;
  gssize length = HEADER_SIZE;
  gint64 size;

  if (fstat (fd, &info) != 0)
    return cap_store_error_set_errno (error, errno);

  if (!S_ISREG (info.st_mode))
    {
      cap_store_error_set (error, CAP_STORE_ERROR_NOT_OURS, NULL);
      return FALSE;
    }

  if (info.st_size == 0)
    return refuse (error, CAP_STORE_ERROR_CORRUPT, _("The file is empty"));

  size = info.st_size;
  if (!cap_vault_file_read_start (fd, &size, header, &length, error))
    return FALSE;

  if (length < HEADER_SIZE)
    return refuse (error, CAP_STORE_ERROR_CORRUPT, _("This file is not a dossier, or it is damaged"));

  return check_header (header, size, error);
}

/**
 * cap_dossier_header_check:
 * @path: any file
 * @error: return location for a [error@Cap.StoreError]
 *
 * Looks at the first hundred bytes of a file before SQLite does: a foreign, a
 * newer or an incomplete file is told apart without touching it.
 *
 * Returns: whether the file looks like a dossier that this program can read
 */
gboolean
cap_dossier_header_check (const char  *path,
                          GError     **error)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  int number = errno;
  gboolean sound;

  if (fd < 0 && (number == EACCES || number == EPERM))
    return refuse (error, CAP_STORE_ERROR_FAILED, _("You are not allowed to read this file"));

  if (fd < 0)
    return cap_store_error_set_errno (error, number);

  sound = check_descriptor (fd, error);
  close (fd);

  return sound;
}
