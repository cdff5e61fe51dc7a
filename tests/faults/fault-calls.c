/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Both names of each function are ours: that of files of 2 GB, and the other. */
#undef _FILE_OFFSET_BITS

#include "faults/fault-calls.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

/* The calls that change files, in place of those of the C library: one of them can be made to fail, or to be
 * the last thing that the program does. Part of a test program, or loaded into another one, which is then
 * told by its environment:
 *
 *   CAP_FAULT_HOW     count, kill, half, fail or fail-on
 *   CAP_FAULT_AT      which one, from 1 on
 *   CAP_FAULT_ERRNO   why it fails
 *   CAP_FAULT_COUNT   a file where the number of those that were counted goes at the end
 */

#define ROW_BEGINNING 3
#define ROW_STRIDE    16

#define OURS __attribute__ ((visibility ("default")))

/* What a call does to the disk. */
typedef enum { MAKES, WRITES, FLUSHES, GIVES_BACK } Effect;

static FaultCallsKind armed;
static unsigned countdown; /* 0: not armed */
static unsigned count;
static bool reached;
static bool failing;
static long clock_offset;

static Effect last_effect;
static int last_fd;
static unsigned row;

/* The pages of a file that is copied are a long row of the same call: its beginning counts, then a few. */
static bool
is_counted (Effect effect,
            int    fd)
{
  row = effect == last_effect && fd == last_fd ? row + 1 : 0;
  last_effect = effect;
  last_fd = fd;

  return armed.all || effect != WRITES || row < ROW_BEGINNING || row % ROW_STRIDE == 0;
}

static void
end_here (void)
{
  syscall (SYS_kill, (long) getpid (), (long) SIGKILL);
}

/* Whether this call fails; or its last moment. */
static bool
strike (Effect effect,
        int    fd)
{
  if ((countdown == 0 && !failing) || (armed.number != 0 && effect == GIVES_BACK))
    return false;

  if (!failing)
    {
      if (!is_counted (effect, fd))
        return false;
      count++;
      if (--countdown > 0)
        return false;
    }

  reached = true;
  failing = armed.how == FAULT_CALLS_FAIL_ON;
  if (armed.how == FAULT_CALLS_KILL_BEFORE)
    end_here ();
  errno = armed.number;

  return true;
}

static bool
is_last (bool struck)
{
  return struck && armed.how == FAULT_CALLS_KILL_AFTER;
}

/* What the call gave, unless it was the last one. */
static long
end_with (bool struck,
          long result)
{
  if (is_last (struck))
    end_here ();

  return result;
}

/* Standard output and error are not files of the program. */
OURS ssize_t
write (int         fd,
       const void *data,
       size_t      size)
{
  const bool struck = fd > 2 && strike (WRITES, fd);

  if (struck && !is_last (struck))
    return -1;

  return end_with (struck, syscall (SYS_write, (long) fd, data, struck ? size / 2 : size));
}

static ssize_t
write_at (int         fd,
          const void *data,
          size_t      size,
          off64_t     offset)
{
  const bool struck = strike (WRITES, fd);

  if (struck && !is_last (struck))
    return -1;

  return end_with (struck, syscall (SYS_pwrite64, (long) fd, data, struck ? size / 2 : size, offset));
}

OURS ssize_t
pwrite (int         fd,
        const void *data,
        size_t      size,
        off_t       offset)
{
  return write_at (fd, data, size, offset);
}

OURS ssize_t
pwrite64 (int         fd,
          const void *data,
          size_t      size,
          off64_t     offset)
{
  return write_at (fd, data, size, offset);
}

static int
call (Effect effect,
      int    fd,
      long   number,
      long   first,
      long   second,
      long   third,
      long   fourth,
      long   fifth)
{
  const bool struck = strike (effect, fd);

  if (struck && !is_last (struck))
    return -1;

  return (int) end_with (struck, syscall (number, first, second, third, fourth, fifth));
}

OURS int
ftruncate (int   fd,
           off_t size)
{
  return call (WRITES, fd, SYS_ftruncate, fd, size, 0, 0, 0);
}

OURS int
ftruncate64 (int     fd,
             off64_t size)
{
  return call (WRITES, fd, SYS_ftruncate, fd, size, 0, 0, 0);
}

OURS int
fsync (int fd)
{
  return call (FLUSHES, fd, SYS_fsync, fd, 0, 0, 0, 0);
}

OURS int
fdatasync (int fd)
{
  return call (FLUSHES, fd, SYS_fdatasync, fd, 0, 0, 0, 0);
}

OURS int
rename (const char *from,
        const char *to)
{
  return call (MAKES, -1, SYS_rename, (long) from, (long) to, 0, 0, 0);
}

OURS int
renameat2 (int           from_folder,
           const char   *from,
           int           to_folder,
           const char   *to,
           unsigned int  flags)
{
  return call (MAKES, -1, SYS_renameat2, from_folder, (long) from, to_folder, (long) to, (long) flags);
}

OURS int
link (const char *from,
      const char *to)
{
  return call (MAKES, -1, SYS_link, (long) from, (long) to, 0, 0, 0);
}

OURS int
mkdir (const char *path,
       mode_t      mode)
{
  return call (MAKES, -1, SYS_mkdir, (long) path, (long) mode, 0, 0, 0);
}

OURS int
unlink (const char *path)
{
  return call (GIVES_BACK, -1, SYS_unlink, (long) path, 0, 0, 0, 0);
}

OURS int
rmdir (const char *path)
{
  return call (GIVES_BACK, -1, SYS_rmdir, (long) path, 0, 0, 0, 0);
}

/* Only what makes a file or empties one. */
static int
open_at (int         folder,
         const char *path,
         int         flags,
         mode_t      mode)
{
  const bool makes = (flags & O_CREAT) != 0 && syscall (SYS_faccessat, (long) folder, path, (long) F_OK) != 0;

  if (!makes && (flags & O_TRUNC) == 0)
    return (int) syscall (SYS_openat, (long) folder, path, (long) flags, (long) mode);

  return call (MAKES, -1, SYS_openat, folder, (long) path, flags, (long) mode, 0);
}

static mode_t
get_mode (int     flags,
          va_list args)
{
  return (flags & (O_CREAT | __O_TMPFILE)) != 0 ? va_arg (args, mode_t) : 0;
}

#define OPEN(name, folder_argument, folder) \
  OURS int \
  name (folder_argument const char *path, int flags, ...) \
  { \
    va_list args; \
    mode_t mode; \
\
    va_start (args, flags); \
    mode = get_mode (flags, args); \
    va_end (args); \
\
    return open_at (folder, path, flags, mode); \
  }

#define FOLDER_ARGUMENT int at,
#define NO_ARGUMENT

OPEN (open, NO_ARGUMENT, AT_FDCWD)
OPEN (open64, NO_ARGUMENT, AT_FDCWD)
OPEN (openat, FOLDER_ARGUMENT, at)
OPEN (openat64, FOLDER_ARGUMENT, at)

OURS int
clock_gettime (clockid_t        clock,
               struct timespec *now)
{
  const int result = (int) syscall (SYS_clock_gettime, (long) clock, now);

  if (result == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE))
    now->tv_sec += clock_offset;

  return result;
}

OURS int
gettimeofday (struct timeval *now,
              void           *zone)
{
  const int result = (int) syscall (SYS_gettimeofday, now, zone);

  if (result == 0)
    now->tv_sec += clock_offset;

  return result;
}

OURS time_t
time (time_t *now)
{
  struct timespec current = { 0 };

  clock_gettime (CLOCK_REALTIME, &current);
  if (now != NULL)
    *now = current.tv_sec;

  return current.tv_sec;
}

/* The @nth call from now on. */
void
fault_calls_arm (const FaultCallsKind *kind,
                 unsigned              nth)
{
  armed = *kind;
  countdown = nth;
  count = 0;
  reached = false;
  failing = false;
  row = 0;
}

bool
fault_calls_is_reached (void)
{
  return reached;
}

void
fault_calls_disarm (void)
{
  countdown = 0;
  failing = false;
}

/* The clock is so many seconds ahead of what it is, or behind. */
void
fault_calls_set_clock (long seconds)
{
  clock_offset = seconds;
}

static long
get_number (const char *name)
{
  const char *value = getenv (name);

  return value != NULL ? strtol (value, NULL, 10) : 0;
}

__attribute__ ((constructor))
static void
arm_by_environment (void)
{
  static const char * const hows[] = { "count", "kill", "half", "fail", "fail-on" };
  const char *how = getenv ("CAP_FAULT_HOW");
  FaultCallsKind kind = { FAULT_CALLS_NOTHING, (int) get_number ("CAP_FAULT_ERRNO"), false };

  for (unsigned i = 0; how != NULL && i < sizeof hows / sizeof hows[0]; i++)
    {
      if (strcmp (how, hows[i]) == 0)
        kind.how = (FaultCallsHow) i;
    }

  if (how != NULL)
    fault_calls_arm (&kind, kind.how == FAULT_CALLS_NOTHING ? ~0u : (unsigned) get_number ("CAP_FAULT_AT"));
}

__attribute__ ((destructor))
static void
tell_count (void)
{
  const char *path = getenv ("CAP_FAULT_COUNT");
  FILE *file;

  fault_calls_disarm ();
  file = path != NULL ? fopen (path, "w") : NULL;
  if (file == NULL)
    return;

  fprintf (file, "%u\n", count);
  fclose (file);
}
