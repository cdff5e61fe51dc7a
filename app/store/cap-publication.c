/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/cap-publication.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/cap-file.h"
#include "store/cap-dossier-check.h"
#include "store/cap-dossier-header.h"
#include "store/cap-store-error-private.h"

#define MAX_FILE_NAME 255
#define MAX_NAMES     1000
#define TEMP_PREFIX   ".cap-cedre-"
#define TEMP_SUFFIX   ".tmp"
#define DIGEST_LENGTH 12

static void
stamp_from_stat (CapFileStamp      *stamp,
                 const struct stat *info)
{
  stamp->device = info->st_dev;
  stamp->inode = info->st_ino;
  stamp->size = info->st_size;
  stamp->modified_ns = info->st_mtim.tv_sec * G_GINT64_CONSTANT (1000000000) + info->st_mtim.tv_nsec;
}

/* Returns: whether there is a file */
gboolean
cap_file_stamp_take (const char   *path,
                     CapFileStamp *stamp)
{
  struct stat info;

  if (stat (path, &info) != 0)
    return FALSE;

  stamp_from_stat (stamp, &info);

  return TRUE;
}

gboolean
cap_file_stamp_equal (const CapFileStamp *self,
                      const CapFileStamp *other)
{
  return self->device == other->device && self->inode == other->inode &&
         self->size == other->size && self->modified_ns == other->modified_ns;
}

/* Hidden, short whatever the name of the dossier, and known as ours: see
 * cap_publication_clean_up(). */
static char *
get_temp_prefix (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *whose = g_strconcat (g_get_host_name (), "/", name, NULL);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, whose, -1);

  return g_strdup_printf (TEMP_PREFIX "%.*s-", DIGEST_LENGTH, digest);
}

/**
 * cap_publication_dup_temp_path:
 * @path: a dossier
 *
 * Returns: (transfer full): a name beside it that nobody has; what is left there
 *   by a killed program goes at the next opening
 */
char *
cap_publication_dup_temp_path (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *prefix = get_temp_prefix (path);
  g_autofree char *unique = g_uuid_string_random ();
  g_autofree char *name = g_strdup_printf ("%s%d-%.8s" TEMP_SUFFIX, prefix, getpid (), unique);

  return g_build_filename (folder, name, NULL);
}

static char *
make_temp (const char          *path,
           CapPublicationKind   kind,
           GError             **error)
{
  g_autofree char *temp = cap_publication_dup_temp_path (path);
  /* A new dossier follows the habits of the user; one that is replaced keeps its own, given at the end. */
  int fd = g_open (temp, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kind == CAP_PUBLICATION_NEW ? 0666 : 0600);

  if (fd < 0)
    {
      cap_store_error_set_errno (error, errno);
      return NULL;
    }
  close (fd);

  return g_steal_pointer (&temp);
}

/* Whose removal by SQLite may have failed. */
static void
remove_journal (const char *temp)
{
  g_autofree char *journal = g_strconcat (temp, "-journal", NULL);

  g_unlink (journal);
}

/* What was written is read again before it takes the place of anything. */
static gboolean
verify (const char  *temp,
        CapVaultKey *key,
        GError     **error)
{
  g_autoptr(CapDb) db = NULL;

  if (!cap_dossier_header_check (temp, error))
    return FALSE;

  db = cap_db_open_read_only (temp, error);
  if (db != NULL && cap_db_get_key (db) != key)
    {
      cap_store_error_set (error, CAP_STORE_ERROR_FAILED, "key");
      return FALSE;
    }

  return db != NULL && cap_dossier_check_is_sound (db, CAP_CHECK_THOROUGH, error);
}

/* A share may refuse the owner or the group: the content matters more. */
static void
copy_permissions (int         fd,
                  const char *path)
{
  struct stat info;
  int refused;

  if (stat (path, &info) != 0)
    return;

  refused = fchown (fd, info.st_uid, info.st_gid);
  if (refused != 0)
    refused = fchown (fd, (uid_t) -1, info.st_gid);

  /* Without its group, a file must not open itself to another one. */
  if (fchmod (fd, info.st_mode & (refused == 0 ? 07777 : 0707)) != 0)
    g_debug ("Cannot set the mode of %s: %s", path, g_strerror (errno));
}

static gboolean
settle (const char          *temp,
        const char          *path,
        CapPublicationKind   kind,
        CapFileStamp        *stamp,
        GError             **error)
{
  int fd = g_open (temp, O_RDWR | O_CLOEXEC, 0);
  struct stat info;
  int number = 0;

  if (fd < 0)
    return cap_store_error_set_errno (error, errno);

  if (kind == CAP_PUBLICATION_OVER)
    copy_permissions (fd, path);

  if (fsync (fd) != 0 || fstat (fd, &info) != 0)
    number = errno;
  else
    stamp_from_stat (stamp, &info);

  if (close (fd) != 0 && number == 0)
    number = errno;

  return number == 0 || cap_store_error_set_errno (error, number);
}

/* In one operation where the file system can; a stick formatted for Windows may not. */
static int
rename_without_replacing (const char *temp,
                          const char *path)
{
  if (renameat2 (AT_FDCWD, temp, AT_FDCWD, path, RENAME_NOREPLACE) == 0)
    return 0;

  if (errno != EINVAL && errno != ENOSYS)
    return errno;

  if (link (temp, path) == 0)
    return g_unlink (temp) == 0 ? 0 : errno;

  if (errno == EEXIST || g_file_test (path, G_FILE_TEST_EXISTS))
    return EEXIST;

  return g_rename (temp, path) == 0 ? 0 : errno;
}

/* So that the new name survives a power cut too. Not every file system knows how. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;

  if (fsync (fd) != 0)
    g_debug ("Cannot sync %s: %s", folder, g_strerror (errno));
  close (fd);
}

static gboolean
put_in_place (const char          *temp,
              const char          *path,
              CapPublicationKind   kind,
              GError             **error)
{
  int number;

  if (kind == CAP_PUBLICATION_NEW)
    number = rename_without_replacing (temp, path);
  else
    number = g_rename (temp, path) == 0 ? 0 : errno;

  if (number != 0)
    return cap_store_error_set_errno (error, number);

  sync_folder (path);

  return TRUE;
}

/**
 * cap_publication_write:
 * @db: a working copy, outside any transaction
 * @path: the dossier, by its real name
 * @kind: whether a file may be there
 * @stamp: (out): of the file written
 * @error: return location for a [error@Cap.StoreError]
 *
 * Writes a complete new file beside @path, checks it, syncs it and renames it
 * to @path. A failure leaves what was there as it was, and nothing beside.
 *
 * Returns: whether the file is published
 */
gboolean
cap_publication_write (CapDb               *db,
                       const char          *path,
                       CapPublicationKind   kind,
                       CapFileStamp        *stamp,
                       GError             **error)
{
  g_autofree char *temp = NULL;
  gboolean done;

  g_return_val_if_fail (db != NULL && path != NULL && stamp != NULL, FALSE);

  temp = make_temp (path, kind, error);
  if (temp == NULL)
    return FALSE;

  done = cap_db_vacuum_into (db, temp, error) &&
         verify (temp, cap_db_get_key (db), error) &&
         settle (temp, path, kind, stamp, error) &&
         put_in_place (temp, path, kind, error);
  if (!done)
    g_unlink (temp);
  remove_journal (temp);

  return done;
}

/* “NAME (what when).EXT”, with a number from the second one on; the name is cut
 * where the file system would refuse it. */
static char *
get_name_beside (const char    *path,
                 CapCopyReason  reason,
                 guint          number)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *stem = g_path_get_basename (path);
  const char *dot = strrchr (stem, '.');
  g_autofree char *extension = g_strdup (dot != NULL && dot != stem ? dot : "");
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  /* Translators: a date and a time in the name of a file, in the codes of strftime(); no colon */
  g_autofree char *date = g_date_time_format (now, C_("file name", "%Y-%m-%d %H.%M"));
  g_autofree char *label = NULL;
  g_autofree char *rank = number > 1 ? g_strdup_printf (" %u", number) : g_strdup ("");
  g_autofree char *name = NULL;
  gsize room;
  const char *end;

  if (reason == CAP_COPY_CONFLICT)
    /* Translators: end of the name of a file; %s is a date and a time */
    label = g_strdup_printf (C_("file name", "(copy %s)"), date);
  else
    /* Translators: end of the name of a file; %s is a date and a time */
    label = g_strdup_printf (C_("file name", "(recovered %s)"), date);

  stem[strlen (stem) - strlen (extension)] = '\0';
  room = MAX_FILE_NAME - MIN (MAX_FILE_NAME, strlen (label) + strlen (rank) + strlen (extension) + 1);
  if (strlen (stem) > room)
    stem[room] = '\0';
  if (!g_utf8_validate (stem, -1, &end) && strlen (end) < 4)
    stem[end - stem] = '\0';

  name = g_strdup_printf ("%s %s%s%s", stem, label, rank, extension);

  return g_build_filename (folder, name, NULL);
}

/**
 * cap_publication_write_beside:
 * @path: a dossier
 * @reason: what the name of the new file says
 * @stamp: (out): of the file written
 *
 * Writes a complete new file beside @path, under a name that nobody has.
 *
 * Returns: (transfer full) (nullable): the path of the new file
 */
char *
cap_publication_write_beside (CapDb          *db,
                              const char     *path,
                              CapCopyReason   reason,
                              CapFileStamp   *stamp,
                              GError        **error)
{
  for (guint number = 1; number <= MAX_NAMES; number++)
    {
      g_autofree char *beside = get_name_beside (path, reason, number);
      g_autoptr(GError) problem = NULL;

      if (cap_publication_write (db, beside, CAP_PUBLICATION_NEW, stamp, &problem))
        return g_steal_pointer (&beside);

      if (!g_error_matches (problem, CAP_STORE_ERROR, CAP_STORE_ERROR_EXISTS))
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return NULL;
        }
    }

  cap_store_error_set (error, CAP_STORE_ERROR_EXISTS, NULL);

  return NULL;
}

/**
 * cap_publication_clean_up:
 * @path: a dossier
 *
 * Removes what publications and locks of this dossier left when their program was killed.
 */
void
cap_publication_clean_up (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *prefix = get_temp_prefix (path);

  cap_file_remove_abandoned (folder, prefix, strlen (prefix));
}

/* The same of all dossiers, in a folder that no other computer writes to. */
void
cap_publication_clean_up_folder (const char *folder)
{
  cap_file_remove_abandoned (folder, TEMP_PREFIX, strlen (TEMP_PREFIX) + DIGEST_LENGTH + strlen ("-"));
}
