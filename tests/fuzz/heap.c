/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz/dossiers.h"

#include <sqlite3.h>

/* SQLite asks for memory so often that, when each piece of it is guarded, nothing else gets done. The library
 * is not instrumented, so little is lost; and the inputs that are kept are read with a guarded heap too, by
 * the tests of the units under the sanitizers. */

#define HEADER 16 /* holds the size; keeps the alignment */

/* The allocator of the C library, under the one of AddressSanitizer. */
void *__libc_malloc  (size_t size);
void *__libc_realloc (void  *memory,
                      size_t size);
void  __libc_free    (void  *memory);

static void *
note_size (char *memory,
           int   size)
{
  if (memory == NULL)
    return NULL;

  *(int *) (void *) memory = size;

  return memory + HEADER;
}

static void *
get_memory (int size)
{
  return note_size (__libc_malloc ((size_t) size + HEADER), size);
}

static void
free_memory (void *memory)
{
  if (memory != NULL)
    __libc_free ((char *) memory - HEADER);
}

static void *
resize_memory (void *memory,
               int   size)
{
  return note_size (__libc_realloc ((char *) memory - HEADER, (size_t) size + HEADER), size);
}

static int
get_size (void *memory)
{
  return memory != NULL ? *(int *) (void *) ((char *) memory - HEADER) : 0;
}

static int
round_up (int size)
{
  return (size + 7) & ~7;
}

static int
start (void *data)
{
  return SQLITE_OK;
}

static void
stop (void *data)
{
}

void
fuzz_dossiers_use_fast_heap (void)
{
  static const sqlite3_mem_methods methods = {
    get_memory, free_memory, resize_memory, get_size, round_up, start, stop, NULL
  };

  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_MALLOC, &methods), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0), ==, SQLITE_OK);
}
