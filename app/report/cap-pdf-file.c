/* SPDX-License-Identifier: GPL-3.0-or-later */

/* realpath(), O_DIRECTORY */
#define _DEFAULT_SOURCE

#include "report/cap-pdf-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "report/cap-pdf-preview.h"

static gboolean
fail (const char  *path,
      int          code,
      GError     **error)
{
  g_autofree char *name = g_filename_display_name (path);

  if (code == ENOSPC || code == EDQUOT || code == EFBIG)
    /* Translators: %s is the name of a file */
    g_set_error (error, CAP_REPORT_ERROR, CAP_REPORT_ERROR_NO_SPACE,
                 _("%s: there is no room left on the disk. Make room, or choose another place."), name);
  else
    /* Translators: the first %s is the name of a file, the second one the reason given by the system */
    g_set_error (error, CAP_REPORT_ERROR, CAP_REPORT_ERROR_WRITE, _("%s: the file cannot be written (%s)."),
                 name, g_strerror (code));

  return FALSE;
}

static gboolean
write_all (int         fd,
           GBytes     *pdf)
{
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size);

  while (size > 0)
    {
      gssize written = write (fd, data, size);

      if (written < 0 && errno == EINTR)
        continue;
      if (written <= 0)
        return FALSE;
      data += written;
      size -= (gsize) written;
    }

  return TRUE;
}

/* Writes the whole file and waits for the disk. The close() is looked at too: a full network disk may
 * only say so there.
 */
static gboolean
write_file (int         fd,
            GBytes     *pdf,
            const char *path,
            GError    **error)
{
  gboolean written = write_all (fd, pdf) && fsync (fd) == 0;
  int code = errno;

  if (close (fd) != 0 && written)
    {
      written = FALSE;
      code = errno;
    }

  return written || fail (path, code, error);
}

/* What is on the disk is what was made, and a reader opens it with all its pages. */
static gboolean
check_file (const char  *temporary,
            GBytes      *pdf,
            const char  *path,
            GError     **error)
{
  g_autofree char *content = NULL;
  g_autoptr(GBytes) reread = NULL;
  g_autoptr(CapPdfPreview) made = NULL;
  g_autoptr(CapPdfPreview) opened = NULL;
  g_autofree char *name = g_filename_display_name (path);
  gsize length;

  if (!g_file_get_contents (temporary, &content, &length, error))
    return FALSE;

  reread = g_bytes_new_take (g_steal_pointer (&content), length);
  made = cap_pdf_preview_new (pdf, error);
  opened = made != NULL ? cap_pdf_preview_new (reread, error) : NULL;
  if (opened == NULL)
    return FALSE;
  if (g_bytes_equal (reread, pdf) &&
      cap_pdf_preview_get_n_pages (made) == cap_pdf_preview_get_n_pages (opened))
    return TRUE;

  /* Translators: %s is the name of a file */
  g_set_error (error, CAP_REPORT_ERROR, CAP_REPORT_ERROR_DIFFERENT,
               _("%s: what the disk kept is not what was written. Choose another place."), name);

  return FALSE;
}

/* A link stays a link: the file that it points to is replaced. */
static char *
resolve (const char *path)
{
  char *real = realpath (path, NULL);

  return real != NULL ? real : g_strdup (path);
}

static void
sync_folder (const char *folder)
{
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;

  fsync (fd);
  close (fd);
}

static gboolean
replace (const char  *temporary,
         const char  *target,
         const char  *path,
         GError     **error)
{
  struct stat status;

  if (g_stat (target, &status) == 0)
    {
      if (S_ISDIR (status.st_mode))
        return fail (path, EISDIR, error);
      g_chmod (temporary, (int) (status.st_mode & 0777));
    }

  return g_rename (temporary, target) == 0 || fail (path, errno, error);
}

/**
 * cap_pdf_file_publish:
 * @pdf: a document
 * @path: the file to make or to replace
 * @error: return location for a [error@Cap.ReportError]
 *
 * Writes @pdf beside @path, reads it back, opens it with another program’s
 * eyes, and only then gives it its name. When this fails, whatever was at @path
 * is still there, and nothing else is left.
 *
 * Returns: whether @path holds @pdf
 */
gboolean
cap_pdf_file_publish (GBytes      *pdf,
                      const char  *path,
                      GError     **error)
{
  g_autofree char *target = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *temporary = NULL;
  gboolean published;
  int fd;

  g_return_val_if_fail (pdf != NULL && path != NULL, FALSE);

  target = resolve (path);
  folder = g_path_get_dirname (target);
  temporary = g_build_filename (folder, ".cap-cedre-XXXXXX.pdf", NULL);
  fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0666);
  if (fd < 0)
    return fail (path, errno, error);

  published = write_file (fd, pdf, path, error) &&
              check_file (temporary, pdf, path, error) &&
              replace (temporary, target, path, error);

  if (published)
    sync_folder (folder);
  else
    g_unlink (temporary);

  return published;
}
