/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "faults/fault-vfs.h"

#include <errno.h>
#include <sqlite3.h>
#include <string.h>

/* The system’s own VFS, where one operation can be made to fail. */

/* What SQLite asks for is of the size of the one below, and that is behind. */
typedef struct
{
  sqlite3_file  base;
  sqlite3_file *real;
  int           number; /* why something of it failed last, as errno; 0 */
} File;

static sqlite3_vfs *below;
static sqlite3_vfs shim;

/* A row of operations that are all alike: the pages of a file that is copied. */
#define ROW_BEGINNING 3
#define ROW_STRIDE    40

static FaultVfsKind armed;
static guint countdown;   /* 0: not armed */
static gboolean reached;
static gboolean failing;  /* a lasting one was reached */

static FaultOperation last_operation;
static const void *last_subject;
static guint row;

/* Of a long row, the beginning counts, then a few. */
static gboolean
is_counted (FaultOperation operation,
            const void    *subject)
{
  row = operation == last_operation && subject == last_subject ? row + 1 : 0;
  last_operation = operation;
  last_subject = subject;

  return armed.all || row < ROW_BEGINNING || row % ROW_STRIDE == 0;
}

/* Whether this operation fails. */
static gboolean
strike (FaultOperation  operation,
        const void     *subject)
{
  if ((armed.operations & operation) == 0 || (countdown == 0 && !failing))
    return FALSE;

  if (!failing && (!is_counted (operation, subject) || --countdown > 0))
    return FALSE;

  reached = TRUE;
  failing = armed.lasting;
  errno = armed.number;

  return TRUE;
}

static gboolean
strike_file (FaultOperation  operation,
             sqlite3_file   *file)
{
  if (!strike (operation, file))
    return FALSE;

  ((File *) file)->number = armed.number;

  return TRUE;
}

static sqlite3_file *
get_real (sqlite3_file *file)
{
  return ((File *) file)->real;
}

static int
shim_close (sqlite3_file *file)
{
  return get_real (file)->pMethods->xClose (get_real (file));
}

static int
shim_read (sqlite3_file  *file,
           void          *data,
           int            size,
           sqlite3_int64  offset)
{
  return strike_file (FAULT_READ, file) ? SQLITE_IOERR_READ
                             : get_real (file)->pMethods->xRead (get_real (file), data, size, offset);
}

static int
shim_write (sqlite3_file  *file,
            const void    *data,
            int            size,
            sqlite3_int64  offset)
{
  if (!strike_file (FAULT_WRITE, file))
    return get_real (file)->pMethods->xWrite (get_real (file), data, size, offset);

  if (armed.half)
    get_real (file)->pMethods->xWrite (get_real (file), data, size / 2, offset);

  return armed.number == ENOSPC ? SQLITE_FULL : SQLITE_IOERR_WRITE;
}

static int
shim_truncate (sqlite3_file  *file,
               sqlite3_int64  size)
{
  return strike_file (FAULT_TRUNCATE, file) ? SQLITE_IOERR_TRUNCATE
                                 : get_real (file)->pMethods->xTruncate (get_real (file), size);
}

static int
shim_sync (sqlite3_file *file,
           int           flags)
{
  return strike_file (FAULT_SYNC, file) ? SQLITE_IOERR_FSYNC
                                        : get_real (file)->pMethods->xSync (get_real (file), flags);
}

static int
shim_file_size (sqlite3_file  *file,
                sqlite3_int64 *size)
{
  return get_real (file)->pMethods->xFileSize (get_real (file), size);
}

static int
shim_lock (sqlite3_file *file,
           int           level)
{
  return get_real (file)->pMethods->xLock (get_real (file), level);
}

static int
shim_unlock (sqlite3_file *file,
             int           level)
{
  return get_real (file)->pMethods->xUnlock (get_real (file), level);
}

static int
shim_check_reserved_lock (sqlite3_file *file,
                          int          *result)
{
  return get_real (file)->pMethods->xCheckReservedLock (get_real (file), result);
}

/* Only those that do something to the file. */
static int
shim_file_control (sqlite3_file *file,
                   int           operation,
                   void         *argument)
{
  File *self = (File *) file;

  if ((operation == SQLITE_FCNTL_SIZE_HINT || operation == SQLITE_FCNTL_SYNC) &&
      strike_file (FAULT_CONTROL, file))
    return armed.number == ENOSPC ? SQLITE_FULL : SQLITE_IOERR_WRITE;

  if (operation == SQLITE_FCNTL_LAST_ERRNO && self->number != 0)
    {
      *(int *) argument = self->number;
      return SQLITE_OK;
    }

  return get_real (file)->pMethods->xFileControl (get_real (file), operation, argument);
}

static int
shim_sector_size (sqlite3_file *file)
{
  return get_real (file)->pMethods->xSectorSize (get_real (file));
}

static int
shim_device_characteristics (sqlite3_file *file)
{
  return get_real (file)->pMethods->xDeviceCharacteristics (get_real (file));
}

/* Version 1: no shared memory and no mapping, which the program does without. */
static const sqlite3_io_methods methods = {
  .iVersion = 1,
  .xClose = shim_close,
  .xRead = shim_read,
  .xWrite = shim_write,
  .xTruncate = shim_truncate,
  .xSync = shim_sync,
  .xFileSize = shim_file_size,
  .xLock = shim_lock,
  .xUnlock = shim_unlock,
  .xCheckReservedLock = shim_check_reserved_lock,
  .xFileControl = shim_file_control,
  .xSectorSize = shim_sector_size,
  .xDeviceCharacteristics = shim_device_characteristics,
};

static int
shim_open (sqlite3_vfs  *vfs,
           const char   *name,
           sqlite3_file *file,
           int           flags,
           int          *out_flags)
{
  File *self = (File *) file;
  int status;

  self->base.pMethods = NULL;
  self->real = (sqlite3_file *) (void *) (self + 1);
  self->number = 0;
  if (strike (FAULT_OPEN, NULL))
    return SQLITE_CANTOPEN;

  status = below->xOpen (below, name, self->real, flags, out_flags);
  if (status == SQLITE_OK)
    self->base.pMethods = &methods;

  return status;
}

static int
shim_delete (sqlite3_vfs *vfs,
             const char  *name,
             int          sync)
{
  return strike (FAULT_DELETE, NULL) ? SQLITE_IOERR_DELETE : below->xDelete (below, name, sync);
}

/* Every database is opened through the shim from now on. */
void
fault_vfs_install (void)
{
  below = sqlite3_vfs_find (NULL);
  g_assert_nonnull (below);

  shim = *below;
  shim.szOsFile = (int) sizeof (File) + below->szOsFile;
  shim.zName = "faults";
  shim.xOpen = shim_open;
  shim.xDelete = shim_delete;
  g_assert_cmpint (sqlite3_vfs_register (&shim, 1), ==, SQLITE_OK);
}

/* The @nth operation of @kind from now on fails. */
void
fault_vfs_arm (const FaultVfsKind *kind,
               guint               nth)
{
  armed = *kind;
  countdown = nth;
  reached = FALSE;
  failing = FALSE;
  row = 0;
}

/* Whether it failed. */
gboolean
fault_vfs_is_reached (void)
{
  return reached;
}

void
fault_vfs_disarm (void)
{
  countdown = 0;
  failing = FALSE;
}
