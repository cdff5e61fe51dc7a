/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _XOPEN_SOURCE 700 /* waitid() */

#include "store/cap-lock.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("cap-lock-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "Les Érables.capcedre", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

/* A process that takes the lock, says so through a pipe, then waits to be killed. */
static pid_t
start_holder (Fixture *fixture)
{
  int ends[2];
  char byte;
  pid_t pid;

  g_assert_cmpint (pipe (ends), ==, 0);
  pid = fork ();
  if (pid == 0)
    {
      CapLock *lock = cap_lock_acquire (fixture->path, FALSE, NULL);

      if (lock == NULL || write (ends[1], "x", 1) != 1)
        _exit (1);
      for (;;)
        pause ();
    }

  g_assert_cmpint (read (ends[0], &byte, 1), ==, 1);
  close (ends[0]);
  close (ends[1]);

  return pid;
}

static void
test_held (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(CapLock) ours = cap_lock_acquire (fixture->path, FALSE, NULL);
  g_autoptr(CapLock) theirs = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_nonnull (ours);
  theirs = cap_lock_acquire (fixture->path, FALSE, &error);
  g_assert_null (theirs);
  g_assert_error (error, CAP_STORE_ERROR, CAP_STORE_ERROR_LOCKED);
}

static void
test_taken_over (Fixture       *fixture,
                 gconstpointer  data)
{
  pid_t pid = start_holder (fixture);
  g_autoptr(CapLock) refused = cap_lock_acquire (fixture->path, FALSE, NULL);
  g_autoptr(CapLock) ours = cap_lock_acquire (fixture->path, TRUE, NULL);

  g_assert_null (refused);
  g_assert_nonnull (ours);
  kill (pid, SIGKILL);
  g_assert_cmpint (waitpid (pid, NULL, 0), ==, pid);
}

/* Nobody has waited for the killed program yet: it has a number, but no dossier. */
static void
test_zombie (Fixture       *fixture,
             gconstpointer  data)
{
  pid_t pid = start_holder (fixture);
  g_autoptr(CapLock) ours = NULL;
  g_autoptr(GError) error = NULL;
  siginfo_t info;

  kill (pid, SIGKILL);
  g_assert_cmpint (waitid (P_PID, (id_t) pid, &info, WEXITED | WNOWAIT), ==, 0);

  ours = cap_lock_acquire (fixture->path, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (waitpid (pid, NULL, 0), ==, pid);
}

static void
assert_locked_then_taken (Fixture    *fixture,
                          const char *lock_path)
{
  g_autoptr(CapLock) refused = NULL;
  g_autoptr(CapLock) ours = NULL;
  g_autoptr(GError) error = NULL;

  refused = cap_lock_acquire (fixture->path, FALSE, &error);
  g_assert_null (refused);
  g_assert_error (error, CAP_STORE_ERROR, CAP_STORE_ERROR_LOCKED);
  ours = cap_lock_acquire (fixture->path, TRUE, NULL);
  g_assert_nonnull (ours);
  g_assert_true (g_file_test (lock_path, G_FILE_TEST_IS_REGULAR));
}

/* Something else has the name of the lock: a pipe that nobody writes to, a device without end. */
static void
test_no_file (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *lock_path = g_build_filename (fixture->folder, ".~lock.Les Érables.capcedre#", NULL);

  g_assert_cmpint (mkfifo (lock_path, 0600), ==, 0);
  assert_locked_then_taken (fixture, lock_path);
  g_assert_cmpint (symlink ("/dev/zero", lock_path), ==, 0);
  assert_locked_then_taken (fixture, lock_path);
  g_assert_cmpint (symlink ("absent", lock_path), ==, 0);
  assert_locked_then_taken (fixture, lock_path);
}

#define ADD(name, func) \
  g_test_add ("/store/lock/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("held", test_held);
  ADD ("taken-over", test_taken_over);
  ADD ("zombie", test_zombie);
  ADD ("no-file", test_no_file);

  return g_test_run ();
}
