/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What SQLite asks of the system. */
typedef enum
{
  FAULT_OPEN = 1 << 0,
  FAULT_READ = 1 << 1,
  FAULT_WRITE = 1 << 2,
  FAULT_SYNC = 1 << 3,
  FAULT_TRUNCATE = 1 << 4,
  FAULT_DELETE = 1 << 5,
  FAULT_CONTROL = 1 << 6,
} FaultOperation;

/* Those that take room, and all of them. */
#define FAULT_ROOM (FAULT_OPEN | FAULT_WRITE | FAULT_SYNC | FAULT_TRUNCATE | FAULT_CONTROL)
#define FAULT_ALL  (FAULT_ROOM | FAULT_READ | FAULT_DELETE)

/**
 * FaultVfsKind:
 * @operations: which ones can fail
 * @number: why, as errno
 * @half: whether a write that fails has written half
 * @lasting: whether all that follow fail too
 * @all: whether each one counts; if not, some only of a row of the same ones do
 */
typedef struct
{
  guint    operations;
  int      number;
  gboolean half;
  gboolean lasting;
  gboolean all;
} FaultVfsKind;

void     fault_vfs_install    (void);
void     fault_vfs_arm        (const FaultVfsKind *kind,
                               guint               nth);
gboolean fault_vfs_is_reached (void);
void     fault_vfs_disarm     (void);

G_END_DECLS
