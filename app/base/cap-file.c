/* SPDX-License-Identifier: GPL-3.0-or-later */

/* realpath(), fchmod(), fsync(), kill() */
#define _DEFAULT_SOURCE

#include "config.h"

#include "base/cap-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAX_TRIES 100

G_DEFINE_QUARK (cap-file-error-quark, cap_file_error)

static gboolean
set_error (GError **error,
           int      code)
{
  switch (code)
    {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      g_set_error_literal (error, CAP_FILE_ERROR, CAP_FILE_ERROR_NO_SPACE,
                           _("the disk is full: nothing was written"));
      break;

    case EACCES:
    case EPERM:
    case EROFS:
      g_set_error_literal (error, CAP_FILE_ERROR, CAP_FILE_ERROR_TARGET,
                           _("nothing may be written there: choose another folder"));
      break;

    case ENOENT:
    case ENOTDIR:
      g_set_error_literal (error, CAP_FILE_ERROR, CAP_FILE_ERROR_TARGET, _("this folder does not exist"));
      break;

    case EISDIR:
      g_set_error_literal (error, CAP_FILE_ERROR, CAP_FILE_ERROR_TARGET,
                           _("this is a folder: give the name of a file"));
      break;

    default:
      /* Translators: %s is what the system says */
      g_set_error (error, CAP_FILE_ERROR, CAP_FILE_ERROR_FAILED, _("nothing could be written: %s"),
                   g_strerror (code));
      break;
    }

  return FALSE;
}

static gboolean
write_all (int      fd,
           GBytes  *content,
           GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (content, &size);

  while (size > 0)
    {
      gssize written = write (fd, data, size);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return set_error (error, errno);

      data += written;
      size -= (gsize) written;
    }

  return TRUE;
}

/* A device or a pipe, as /dev/stdout: there is nothing to rename over, nor to read back. */
static gboolean
write_through (const char  *path,
               GBytes      *content,
               GError     **error)
{
  int fd = g_open (path, O_WRONLY | O_CLOEXEC, 0);
  gboolean done;

  if (fd < 0)
    return set_error (error, errno);

  done = write_all (fd, content, error);
  if (close (fd) != 0 && done)
    return set_error (error, errno);

  return done;
}

/**
 * cap_file_remove_abandoned:
 * @folder: where to look
 * @prefix: what the names of temporary files start with
 * @pid_offset: where in the names the number of their process is, in decimal
 *
 * Removes the temporary files of programs of this computer that are gone.
 */
void
cap_file_remove_abandoned (const char *folder,
                           const char *prefix,
                           gsize       pid_offset)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_return_if_fail (folder != NULL && prefix != NULL);

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      gint64 pid = g_str_has_prefix (name, prefix) && strlen (name) > pid_offset
                   ? g_ascii_strtoll (name + pid_offset, NULL, 10) : 0;

      if (pid > 0 && pid <= G_MAXINT && kill ((pid_t) pid, 0) != 0 && errno == ESRCH)
        {
          g_autofree char *path = g_build_filename (folder, name, NULL);

          g_unlink (path);
        }
    }
}

/* Opens a file that nobody else has, in the folder of the target; @temporary gets its path. Those that killed
 * programs left there go. */
static int
open_temporary (const char  *path,
                char       **temporary)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *prefix = g_strdup_printf (".cap-cedre-part-%08x-", g_str_hash (g_get_host_name ()));
  int fd = -1;

  cap_file_remove_abandoned (folder, prefix, strlen (prefix));

  for (guint i = 0; i < MAX_TRIES && fd < 0 && (i == 0 || errno == EEXIST); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s%d-%08x", prefix, getpid (), g_random_int ());

      g_free (*temporary);
      *temporary = g_build_filename (folder, name, NULL);
      fd = g_open (*temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    }

  return fd;
}

static gboolean
fill_temporary (int                fd,
                GBytes            *content,
                const struct stat *replaced,
                GError           **error)
{
  gboolean done = write_all (fd, content, error);

  if (done && replaced != NULL)
    (void) !fchmod (fd, replaced->st_mode & 0777); /* not allowed on some file systems: no harm */
  if (done && fsync (fd) != 0)
    done = set_error (error, errno);
  if (close (fd) != 0 && done)
    done = set_error (error, errno);

  return done;
}

static gboolean
read_back (const char         *path,
           GBytes             *content,
           CapFileVerifyFunc   verify,
           GError            **error)
{
  g_autoptr(GBytes) written = NULL;
  char *data;
  gsize size;

  if (!g_file_get_contents (path, &data, &size, NULL))
    {
      g_set_error_literal (error, CAP_FILE_ERROR, CAP_FILE_ERROR_DIFFERENT,
                           _("what was written cannot be read back: the disk may be failing"));
      return FALSE;
    }

  written = g_bytes_new_take (data, size);
  if (!g_bytes_equal (written, content))
    {
      g_set_error_literal (error, CAP_FILE_ERROR, CAP_FILE_ERROR_DIFFERENT,
                           _("what was written does not read back the same: the disk may be failing"));
      return FALSE;
    }

  return verify == NULL || verify (written, error);
}

/* A rename is on the disk once its folder is. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;

  (void) !fsync (fd);
  close (fd);
}

static gboolean
replace (const char         *path,
         GBytes             *content,
         const struct stat  *replaced,
         CapFileVerifyFunc   verify,
         GError            **error)
{
  g_autofree char *temporary = NULL;
  int fd = open_temporary (path, &temporary);
  gboolean done;

  if (fd < 0)
    return set_error (error, errno);

  done = fill_temporary (fd, content, replaced, error) && read_back (temporary, content, verify, error);
  if (done && g_rename (temporary, path) != 0)
    done = set_error (error, errno);

  if (done)
    sync_folder (path);
  else
    g_unlink (temporary);

  return done;
}

/**
 * cap_file_write:
 * @path: the file to make or to replace; a symbolic link is followed
 * @content: all of it
 * @verify: (nullable): reads it again from the disk, as the program that receives it would
 * @error: return location for a [error@Cap.FileError]
 *
 * Writes a complete file beside the target, synced and read back, then renames
 * it over: when this fails, what was there before still is, and nothing else.
 *
 * Returns: whether the file is there
 */
gboolean
cap_file_write (const char         *path,
                GBytes             *content,
                CapFileVerifyFunc   verify,
                GError            **error)
{
  g_autofree char *target = NULL;
  char *real;
  struct stat status;

  g_return_val_if_fail (path != NULL && content != NULL, FALSE);

  if (stat (path, &status) != 0)
    return errno == ENOENT && *path != '\0' && !g_str_has_suffix (path, "/")
           ? replace (path, content, NULL, verify, error)
           : set_error (error, errno);

  if (S_ISDIR (status.st_mode))
    return set_error (error, EISDIR);
  if (!S_ISREG (status.st_mode))
    return write_through (path, content, error);
  if (access (path, W_OK) != 0)
    return set_error (error, errno);

  real = realpath (path, NULL);
  target = g_strdup (real != NULL ? real : path);
  free (real);

  return replace (target, content, &status, verify, error);
}

static gboolean
run_fill (int               fd,
          CapFileFillFunc   fill,
          gpointer          user_data,
          GError          **error)
{
  int code = 0;

  if (fill (fd, user_data, &code, error))
    return TRUE;

  return error == NULL || *error != NULL ? FALSE : set_error (error, code);
}

/* Into a device or a pipe, or into a file beside that is then renamed over. */
static gboolean
fill_and_replace (const char       *path,
                  CapFileFillFunc   fill,
                  gpointer          user_data,
                  GError          **error)
{
  g_autofree char *temporary = NULL;
  int fd = open_temporary (path, &temporary);
  gboolean done;

  if (fd < 0)
    return set_error (error, errno);

  done = run_fill (fd, fill, user_data, error);
  if (done && fsync (fd) != 0)
    done = set_error (error, errno);
  if (close (fd) != 0 && done)
    done = set_error (error, errno);
  if (done && g_rename (temporary, path) != 0)
    done = set_error (error, errno);

  if (done)
    sync_folder (path);
  else
    g_unlink (temporary);

  return done;
}

gboolean
cap_file_fill (const char       *path,
               CapFileFillFunc   fill,
               gpointer          user_data,
               GError          **error)
{
  struct stat status;
  gboolean done;
  int fd;

  g_return_val_if_fail (path != NULL && fill != NULL, FALSE);

  if (stat (path, &status) != 0)
    return errno == ENOENT && *path != '\0' && !g_str_has_suffix (path, "/")
           ? fill_and_replace (path, fill, user_data, error)
           : set_error (error, errno);

  if (S_ISDIR (status.st_mode))
    return set_error (error, EISDIR);
  if (S_ISREG (status.st_mode))
    return access (path, W_OK) != 0 ? set_error (error, errno)
                                    : fill_and_replace (path, fill, user_data, error);

  fd = g_open (path, O_WRONLY | O_CLOEXEC, 0);
  if (fd < 0)
    return set_error (error, errno);
  done = run_fill (fd, fill, user_data, error);
  close (fd);

  return done;
}

gboolean
cap_file_make_folder (const char  *path,
                      GError     **error)
{
  g_return_val_if_fail (path != NULL, FALSE);

  return g_mkdir_with_parents (path, 0700) == 0 || set_error (error, errno);
}
