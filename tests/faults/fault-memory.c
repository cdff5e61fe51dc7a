/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "faults/fault-memory.h"

#include <sqlite3.h>

/* SQLite’s own allocator, where a request can be refused. GLib’s would end the program: it is not asked. */

static sqlite3_mem_methods below;
static guint countdown; /* 0: not armed */
static gboolean lasts;
static gboolean reached;
static gboolean failing;

static gboolean
strike (void)
{
  if (failing)
    return TRUE;
  if (countdown == 0 || --countdown > 0)
    return FALSE;

  reached = TRUE;
  failing = lasts;

  return TRUE;
}

static void *
allocate (int size)
{
  return strike () ? NULL : below.xMalloc (size);
}

static void *
reallocate (void *block,
            int   size)
{
  return strike () ? NULL : below.xRealloc (block, size);
}

/* Before anything else asks SQLite for something. Without its own reserve, each request comes here. */
void
fault_memory_install (void)
{
  sqlite3_mem_methods wrapped;

  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_GETMALLOC, &below), ==, SQLITE_OK);
  wrapped = below;
  wrapped.xMalloc = allocate;
  wrapped.xRealloc = reallocate;
  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_MALLOC, &wrapped), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_LOOKASIDE, 0, 0), ==, SQLITE_OK);
}

/* The @nth request from now on is refused; and all that follow, when @lasting. */
void
fault_memory_arm (guint    nth,
                  gboolean lasting)
{
  countdown = nth;
  lasts = lasting;
  reached = FALSE;
  failing = FALSE;
}

/* Whether it failed. */
gboolean
fault_memory_is_reached (void)
{
  return reached;
}

void
fault_memory_disarm (void)
{
  countdown = 0;
  failing = FALSE;
}
