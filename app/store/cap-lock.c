/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/cap-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "store/cap-publication.h"
#include "store/cap-store-error-private.h"

#define GROUP         "lock"
#define MAX_FILE_NAME 255
#define MAX_ATTEMPTS  5
#define MAX_CONTENT   4096

struct _CapLock
{
  char *path;
  char *id;
};

/* What the lock of somebody says. Any part may be missing. */
typedef struct
{
  char *id;
  char *user;
  char *host;
  char *started;
  char *time;
  int   pid;
} Owner;

static void
clear_owner (Owner *owner)
{
  g_free (owner->id);
  g_free (owner->user);
  g_free (owner->host);
  g_free (owner->started);
  g_free (owner->time);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Owner, clear_owner)

static char *
get_lock_path (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  const gsize room = MAX_FILE_NAME - strlen (".~lock.#");
  g_autofree char *lock = NULL;

  lock = g_strdup_printf (".~lock.%.*s#", (int) MIN (strlen (name), room), name);

  return g_build_filename (folder, lock, NULL);
}

/* What the kernel says of a process, from its state on: what is before is its
 * number and its name, between parentheses. */
static GStrv
read_stat (int pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/stat", pid);
  g_autofree char *stat = NULL;
  const char *after;

  if (!g_file_get_contents (path, &stat, NULL, NULL))
    return NULL;

  after = strrchr (stat, ')');

  return after != NULL && strlen (after) > 2 ? g_strsplit (after + 2, " ", -1) : NULL;
}

/* When a process started, in ticks since the machine did: tells a process from
 * another one that got its number later. NULL for one that only waits to be
 * buried (Z, X): it holds nothing any more. */
static char *
get_start_time (int pid)
{
  const guint field = 22 - 3;
  g_auto(GStrv) fields = read_stat (pid);

  if (fields == NULL || g_strv_length (fields) <= field || strchr ("ZX", fields[0][0]) != NULL)
    return NULL;

  return g_strdup (fields[field]);
}

static char *
dup_user (void)
{
  const char *name = g_get_real_name ();

  return g_utf8_make_valid (*name != '\0' && !g_str_equal (name, "Unknown") ? name : g_get_user_name (), -1);
}

static char *
describe_self (const char *id)
{
  g_autoptr(GKeyFile) file = g_key_file_new ();
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *time = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  g_autofree char *started = get_start_time (getpid ());
  g_autofree char *user = dup_user ();

  g_key_file_set_string (file, GROUP, "id", id);
  g_key_file_set_string (file, GROUP, "user", user);
  g_key_file_set_string (file, GROUP, "host", g_get_host_name ());
  g_key_file_set_integer (file, GROUP, "pid", getpid ());
  g_key_file_set_string (file, GROUP, "started", started != NULL ? started : "");
  g_key_file_set_string (file, GROUP, "time", time);

  return g_key_file_to_data (file, NULL, NULL);
}

/* Anybody may have put anything there: a pipe is not waited for, and a large file is no lock. */
static gssize
read_start (const char *path,
            char       *content,
            gsize       size)
{
  int fd = g_open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC, 0);
  gssize n = -1;

  if (fd >= 0)
    {
      n = read (fd, content, size);
      close (fd);
    }

  return n;
}

/* A value that ends within an escape is none: GLib would warn of it, as of a fault of the program. */
static char *
read_value (GKeyFile   *file,
            const char *key)
{
  g_autofree char *raw = g_key_file_get_value (file, GROUP, key, NULL);
  gsize escapes = 0;

  for (gsize at = raw != NULL ? strlen (raw) : 0; at > 0 && raw[at - 1] == '\\'; at--)
    escapes++;

  return escapes % 2 == 0 ? g_key_file_get_string (file, GROUP, key, NULL) : NULL;
}

static gboolean
read_owner (const char *path,
            Owner      *owner)
{
  g_autoptr(GKeyFile) file = g_key_file_new ();
  char content[MAX_CONTENT];
  const gssize n = read_start (path, content, sizeof content);

  if (n <= 0 || !g_key_file_load_from_data (file, content, (gsize) n, G_KEY_FILE_NONE, NULL))
    return FALSE;

  owner->id = read_value (file, "id");
  owner->user = read_value (file, "user");
  owner->host = read_value (file, "host");
  owner->started = read_value (file, "started");
  owner->time = read_value (file, "time");
  owner->pid = g_key_file_get_integer (file, GROUP, "pid", NULL);

  return TRUE;
}

/* Certain only about the processes of this machine. */
static gboolean
is_dead (const Owner *owner)
{
  g_autofree char *started = NULL;

  if (owner->pid <= 0 || g_strcmp0 (owner->host, g_get_host_name ()) != 0)
    return FALSE;

  if (kill (owner->pid, 0) != 0)
    return errno == ESRCH; /* that of another user: alive, and what /proc says of it may be hidden */

  if (owner->started == NULL || *owner->started == '\0')
    return FALSE;

  started = get_start_time (owner->pid);

  return g_strcmp0 (started, owner->started) != 0;
}

/* Returns 0, or the errno. */
static int
write_content (const char *path,
               const char *content)
{
  const gssize size = (gssize) strlen (content);
  int fd = g_open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
  int number = 0;

  if (fd < 0)
    return errno;

  errno = 0;
  if (write (fd, content, (gsize) size) != size)
    number = errno != 0 ? errno : ENOSPC;
  if (close (fd) != 0 && number == 0)
    number = errno;
  if (number != 0)
    g_unlink (path);

  return number;
}

/* A lock appears with its content: one without, that a killed program left, would tell nothing of who has it.
 * Where the file system cannot do that, it is written in place. Returns 0, or the errno. */
static int
create (const char *dossier,
        const char *path,
        const char *content)
{
  g_autofree char *temp = cap_publication_dup_temp_path (dossier);
  int number = write_content (temp, content);

  if (number != 0)
    return number;

  number = renameat2 (AT_FDCWD, temp, AT_FDCWD, path, RENAME_NOREPLACE) == 0 ||
           link (temp, path) == 0 ? 0 : errno;
  g_unlink (temp);

  return number == 0 || number == EEXIST ? number : write_content (path, content);
}

/* Two programs may find the same stale lock: each moves away what it finds, and
 * gives back what is not the lock that it has read. */
static void
remove_lock (const char *dossier,
             const char *path,
             const char *id)
{
  g_autofree char *away = cap_publication_dup_temp_path (dossier);
  g_auto(Owner) owner = { 0 };

  if (g_rename (path, away) != 0)
    return;

  if (read_owner (away, &owner) && g_strcmp0 (owner.id, id) != 0 && link (away, path) != 0)
    g_debug ("%s was locked again meanwhile: %s", path, g_strerror (errno));

  g_unlink (away);
}

static char *
format_time (const char *text)
{
  g_autoptr(GDateTime) time = text != NULL ? g_date_time_new_from_iso8601 (text, NULL) : NULL;
  g_autoptr(GDateTime) local = time != NULL ? g_date_time_to_local (time) : NULL;

  /* Translators: a date and a time, in the codes of strftime() */
  return local != NULL ? g_date_time_format (local, _("%Y-%m-%d %H:%M")) : NULL;
}

static void
set_locked (GError      **error,
            const Owner  *owner)
{
  g_autofree char *since = format_time (owner->time);
  g_autofree char *user = dup_user ();

  if (since == NULL || owner->user == NULL || owner->host == NULL)
    cap_store_error_set (error, CAP_STORE_ERROR_LOCKED, NULL);
  else if (g_str_equal (owner->user, user) && g_str_equal (owner->host, g_get_host_name ()))
    /* Translators: %s is a date and a time */
    g_set_error (error, CAP_STORE_ERROR, CAP_STORE_ERROR_LOCKED,
                 _("You already have this dossier open on this computer, since %s"), since);
  else
    /* Translators: a person, the name of a computer, a date and a time */
    g_set_error (error, CAP_STORE_ERROR, CAP_STORE_ERROR_LOCKED,
                 _("%s has had this dossier open on “%s” since %s"), owner->user, owner->host, since);
}

/**
 * cap_lock_acquire:
 * @path: a dossier, by its real name
 * @take_over: whether to take the lock from whoever has it
 * @error: return location for a [error@Cap.StoreError]
 *
 * Takes the lock of a dossier. The lock of a program of this machine that died
 * is replaced. Fails with %CAP_STORE_ERROR_LOCKED and a sentence that says who
 * and since when, or %CAP_STORE_ERROR_READ_ONLY when the folder refuses it.
 *
 * Returns: (transfer full) (nullable): the lock
 */
CapLock *
cap_lock_acquire (const char  *path,
                  gboolean     take_over,
                  GError     **error)
{
  g_autofree char *lock_path = get_lock_path (path);
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *content = describe_self (id);
  int number = EEXIST;
  CapLock *self;

  for (guint attempt = 0; number == EEXIST && attempt < MAX_ATTEMPTS; attempt++)
    {
      g_auto(Owner) owner = { 0 };

      number = create (path, lock_path, content);
      if (number != EEXIST)
        break;

      read_owner (lock_path, &owner);
      if (!take_over && !is_dead (&owner))
        {
          set_locked (error, &owner);
          return NULL;
        }
      remove_lock (path, lock_path, owner.id);
    }

  if (number != 0)
    {
      cap_store_error_set_errno (error, number);
      return NULL;
    }

  self = g_new0 (CapLock, 1);
  self->path = g_steal_pointer (&lock_path);
  self->id = g_steal_pointer (&id);

  return self;
}

/* The lock of who took over stays. */
void
cap_lock_release (CapLock *self)
{
  g_auto(Owner) owner = { 0 };

  g_return_if_fail (self != NULL);

  if (read_owner (self->path, &owner) && g_strcmp0 (owner.id, self->id) == 0)
    g_unlink (self->path);

  g_free (self->path);
  g_free (self->id);
  g_free (self);
}
