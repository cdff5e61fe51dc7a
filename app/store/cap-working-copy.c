/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/cap-working-copy.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/cap-text.h"
#include "store/cap-store-error-private.h"
#include "store/cap-vault-file.h"

#define DATABASE     "work.db"
#define DAMAGED      ".damaged"
#define LOCKED       ".locked"
#define ORIGIN       "origin.ini"
#define ORIGIN_GROUP "origin"
#define OWNER        "owner"
#define MAX_COPIES   100
#define WIPE_CHUNK   (1 << 20)

struct _CapWorkingCopy
{
  char *folder;
  char *db_path;
  int   owner_fd; /* locked as long as this process lives; -1 when it is not ours */

  /* What origin.ini says. */
  char *path;
  char *dossier_id;
  char *base;
  gboolean settled;
};

static char *
get_state_folder (const char *name)
{
  return g_build_filename (g_get_user_state_dir (), "cap-cedre", name, NULL);
}

static gboolean
make_folder (const char  *folder,
             GError     **error)
{
  return g_mkdir_with_parents (folder, 0700) == 0 || cap_store_error_set_errno (error, errno);
}

/* The lock goes with the process, however it ends. Whoever removes a folder
 * holds it meanwhile: what was locked must still be what is there. */
static int
lock_owner_file (const char *folder,
                 int         flags)
{
  g_autofree char *path = g_build_filename (folder, OWNER, NULL);
  int fd = g_open (path, O_RDWR | O_CLOEXEC | flags, 0600);
  struct stat locked;
  struct stat there;

  if (fd < 0)
    return -1;

  if (flock (fd, LOCK_EX | LOCK_NB) == 0 &&
      fstat (fd, &locked) == 0 && stat (path, &there) == 0 &&
      locked.st_ino == there.st_ino && locked.st_dev == there.st_dev)
    return fd;

  close (fd);
  errno = EWOULDBLOCK;

  return -1;
}

static CapWorkingCopy *
look_at (const char *folder)
{
  CapWorkingCopy *self = g_new0 (CapWorkingCopy, 1);

  self->folder = g_strdup (folder);
  self->db_path = g_build_filename (folder, DATABASE, NULL);
  self->owner_fd = -1;

  return self;
}

static CapWorkingCopy *
claim (const char *folder,
       int         flags)
{
  int fd = lock_owner_file (folder, flags);
  CapWorkingCopy *self;

  if (fd < 0)
    return NULL;

  self = look_at (folder);
  self->owner_fd = fd;

  return self;
}

/**
 * cap_working_copy_new:
 * @path: the dossier, by its real name
 *
 * Makes an empty folder of our own. Its name comes from @path; a second one
 * gets a number, when another program works on the same dossier.
 *
 * Returns: (transfer full) (nullable): the working copy, without database yet
 */
CapWorkingCopy *
cap_working_copy_new (const char  *path,
                      GError     **error)
{
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, path, -1);
  g_autofree char *work = get_state_folder ("work");
  int number = EEXIST;

  if (!make_folder (work, error))
    return NULL;

  for (guint i = 1; number == EEXIST && i <= MAX_COPIES; i++)
    {
      g_autofree char *name = i == 1 ? g_strdup (digest) : g_strdup_printf ("%s-%u", digest, i);
      g_autofree char *folder = g_build_filename (work, name, NULL);
      CapWorkingCopy *self = NULL;

      number = g_mkdir (folder, 0700) == 0 ? 0 : errno;
      if (number == 0)
        self = claim (folder, O_CREAT);
      if (self != NULL)
        return self;
      if (number == 0)
        {
          /* Somebody who looks for abandoned folders was faster: it is removing it. */
          number = errno == ENOENT || errno == EWOULDBLOCK ? EEXIST : errno;
          g_rmdir (folder);
        }
    }

  cap_store_error_set_errno (error, number);

  return NULL;
}

static gboolean
load_origin (CapWorkingCopy *self)
{
  g_autofree char *ini = g_build_filename (self->folder, ORIGIN, NULL);
  g_autoptr(GKeyFile) file = g_key_file_new ();
  g_autofree char *uri = NULL;

  if (!g_key_file_load_from_file (file, ini, G_KEY_FILE_NONE, NULL))
    return FALSE;

  uri = g_key_file_get_string (file, ORIGIN_GROUP, "uri", NULL);
  self->path = uri != NULL ? g_filename_from_uri (uri, NULL, NULL) : NULL;
  self->dossier_id = g_key_file_get_string (file, ORIGIN_GROUP, "dossier", NULL);
  self->base = g_key_file_get_string (file, ORIGIN_GROUP, "base", NULL);
  self->settled = g_key_file_get_boolean (file, ORIGIN_GROUP, "settled", NULL);

  return self->path != NULL && self->dossier_id != NULL && self->base != NULL;
}

/* What is not wanted is not claimed, not even for a moment: its own dossier may be opening. */
static gboolean
is_unwanted (const char           *folder,
             CapWorkingCopyFilter  filter,
             gpointer              user_data)
{
  g_autoptr(CapWorkingCopy) copy = look_at (folder);

  return load_origin (copy) && !filter (copy, user_data);
}

/**
 * cap_working_copy_list_abandoned:
 * @filter: says which ones are wanted
 *
 * Returns: (transfer full) (element-type CapWorkingCopy): what killed programs
 *   left, now ours. A folder that was not complete yet held nothing: it goes.
 */
GPtrArray *
cap_working_copy_list_abandoned (CapWorkingCopyFilter filter,
                                 gpointer             user_data)
{
  g_autofree char *work = get_state_folder ("work");
  g_autoptr(GDir) dir = g_dir_open (work, 0, NULL);
  GPtrArray *abandoned = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_working_copy_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (work, name, NULL);
      g_autoptr(CapWorkingCopy) copy = NULL;

      if (g_str_has_suffix (name, DAMAGED) || g_str_has_suffix (name, LOCKED) ||
          is_unwanted (folder, filter, user_data))
        continue;

      copy = claim (folder, 0);
      if (copy != NULL && load_origin (copy))
        g_ptr_array_add (abandoned, g_steal_pointer (&copy));
      else if (copy != NULL)
        cap_working_copy_discard (copy);
      else
        g_rmdir (folder); /* succeeds if it is empty */
    }

  return abandoned;
}

const char *
cap_working_copy_get_db_path (CapWorkingCopy *self)
{
  return self->db_path;
}

/* The dossier that it comes from. */
const char *
cap_working_copy_get_path (CapWorkingCopy *self)
{
  return self->path;
}

const char *
cap_working_copy_get_dossier_id (CapWorkingCopy *self)
{
  return self->dossier_id;
}

/* The head of that dossier when it was last read or written. */
const char *
cap_working_copy_get_base (CapWorkingCopy *self)
{
  return self->base;
}

static gboolean
write_origin (CapWorkingCopy  *self,
              const char      *path,
              const char      *dossier_id,
              const char      *base,
              gboolean         settled,
              GError         **error)
{
  g_autofree char *ini = g_build_filename (self->folder, ORIGIN, NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr(GKeyFile) file = g_key_file_new ();
  g_autofree char *data = NULL;
  g_autoptr(GError) problem = NULL;

  g_key_file_set_string (file, ORIGIN_GROUP, "uri", uri);
  g_key_file_set_string (file, ORIGIN_GROUP, "dossier", dossier_id);
  g_key_file_set_string (file, ORIGIN_GROUP, "base", base);
  if (settled)
    g_key_file_set_boolean (file, ORIGIN_GROUP, "settled", TRUE);
  data = g_key_file_to_data (file, NULL, NULL);

  if (g_file_set_contents_full (ini, data, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                0600, &problem))
    return TRUE;

  cap_store_error_set (error, problem->code == G_FILE_ERROR_NOSPC ? CAP_STORE_ERROR_NO_SPACE
                                                                  : CAP_STORE_ERROR_FAILED,
                       problem->message);

  return FALSE;
}

/**
 * cap_working_copy_set_origin:
 * @path: the dossier, by its real name
 * @dossier_id: its UUID
 * @base: its head
 *
 * Notes where the working copy comes from, for who would find it abandoned.
 * Until this is done the folder is worth nothing to anyone.
 *
 * Returns: whether it is on the disk
 */
gboolean
cap_working_copy_set_origin (CapWorkingCopy  *self,
                             const char      *path,
                             const char      *dossier_id,
                             const char      *base,
                             GError         **error)
{
  if (!write_origin (self, path, dossier_id, base, FALSE, error))
    return FALSE;

  cap_set_string (&self->path, path);
  cap_set_string (&self->dossier_id, dossier_id);
  cap_set_string (&self->base, base);
  self->settled = FALSE;

  return TRUE;
}

/**
 * cap_working_copy_set_settled:
 *
 * Notes that all that is in it is published, for who would find it abandoned and could not read it. A new
 * origin takes that back.
 *
 * Returns: whether it is on the disk
 */
gboolean
cap_working_copy_set_settled (CapWorkingCopy  *self,
                              GError         **error)
{
  self->settled = write_origin (self, self->path, self->dossier_id, self->base, TRUE, error);

  return self->settled;
}

gboolean
cap_working_copy_is_settled (CapWorkingCopy *self)
{
  return self->settled;
}

static void
remove_file (CapWorkingCopy *self,
             const char     *name)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  g_unlink (path);
}

/* Removes the folder: everything in it is published. Its database is closed. */
void
cap_working_copy_discard (CapWorkingCopy *self)
{
  g_autoptr(GDir) dir = NULL;
  const char *name;

  /* origin.ini first: without it, what remains after a kill is recognized as nothing. The owner last: what
   * remains can be claimed. Notes that were being written have other names. */
  remove_file (self, ORIGIN);
  dir = g_dir_open (self->folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (!g_str_equal (name, OWNER))
        remove_file (self, name);
    }
  remove_file (self, OWNER);
  g_rmdir (self->folder);
}

static void
fill_with_zeros (const char *path)
{
  const int fd = g_open (path, O_WRONLY | O_CLOEXEC, 0);
  g_autofree char *zeros = g_malloc0 (WIPE_CHUNK);
  struct stat info;

  if (fd < 0)
    return;

  for (goffset left = fstat (fd, &info) == 0 ? info.st_size : 0; left > 0; left -= WIPE_CHUNK)
    {
      if (write (fd, zeros, (gsize) MIN (left, WIPE_CHUNK)) < 0)
        break;
    }
  if (fsync (fd) != 0)
    g_debug ("Cannot sync %s: %s", path, g_strerror (errno));
  close (fd);
}

/* Removes the folder, and leaves nothing of its database where it was on the disk, as far as a program can.
 * */
void
cap_working_copy_wipe (CapWorkingCopy *self)
{
  g_autofree char *log = g_strconcat (self->db_path, "-wal", NULL);

  fill_with_zeros (log);
  fill_with_zeros (self->db_path);
  cap_working_copy_discard (self);
}

static gboolean
move_aside (CapWorkingCopy *self,
            const char     *suffix)
{
  g_autofree char *unique = g_uuid_string_random ();
  g_autofree char *aside = g_strdup_printf ("%s-%.8s%s", self->folder, unique, suffix);

  return g_rename (self->folder, aside) == 0;
}

/* Keeps what cannot be read, out of the way. */
void
cap_working_copy_set_aside (CapWorkingCopy *self)
{
  move_aside (self, DAMAGED);
}

/**
 * cap_working_copy_set_aside_locked:
 * @self: ours, under a passphrase that nobody here has
 *
 * Keeps it as it is, out of the way of its dossier, until somebody gives its passphrase: see
 * cap_working_copy_claim_locked().
 *
 * Returns: whether it is out of the way
 */
gboolean
cap_working_copy_set_aside_locked (CapWorkingCopy  *self,
                                   GError         **error)
{
  return move_aside (self, LOCKED) || cap_store_error_set_errno (error, errno);
}

/**
 * cap_working_copy_list_locked:
 * @dossier_id: UUID of a dossier
 *
 * Returns: (transfer full) (element-type CapWorkingCopy): those of it that were set aside still encrypted, to
 *   be looked at: they are not ours
 */
GPtrArray *
cap_working_copy_list_locked (const char *dossier_id)
{
  GPtrArray *locked = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_working_copy_free);
  g_autofree char *work = get_state_folder ("work");
  g_autoptr(GDir) dir = g_dir_open (work, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (work, name, NULL);
      g_autoptr(CapWorkingCopy) copy = NULL;

      if (!g_str_has_suffix (name, LOCKED))
        continue;

      copy = look_at (folder);
      if (load_origin (copy) && g_str_equal (copy->dossier_id, dossier_id))
        g_ptr_array_add (locked, g_steal_pointer (&copy));
    }

  return locked;
}

/**
 * cap_working_copy_claim_locked:
 * @db_path: the database of one that was set aside still encrypted
 *
 * Returns: (transfer full) (nullable): that one, ours now; %NULL when it is gone, or somebody else has it
 */
CapWorkingCopy *
cap_working_copy_claim_locked (const char  *db_path,
                               GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (db_path);
  g_autoptr(CapWorkingCopy) copy = g_str_has_suffix (folder, LOCKED) ? claim (folder, 0) : NULL;

  if (copy != NULL && load_origin (copy))
    return g_steal_pointer (&copy);

  cap_store_error_set (error, CAP_STORE_ERROR_NOT_FOUND, NULL);

  return NULL;
}

/* When something was last done in it, in seconds since 1970. */
gint64
cap_working_copy_get_time (CapWorkingCopy *self)
{
  g_autofree char *log = g_strconcat (self->db_path, "-wal", NULL);
  struct stat info;
  gint64 time = stat (self->db_path, &info) == 0 ? info.st_mtime : 0;

  return stat (log, &info) == 0 ? MAX (time, info.st_mtime) : time;
}

static gboolean
is_in_clear (const char *folder)
{
  g_autofree char *db = g_build_filename (folder, DATABASE, NULL);

  return cap_vault_file_is_clear (db);
}

/**
 * cap_working_copy_count_set_aside:
 * @path: a dossier, by its real name
 *
 * Returns: how many of its working copies are kept that could not be read, and are in clear
 */
guint
cap_working_copy_count_set_aside (const char *path)
{
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, path, -1);
  g_autofree char *work = get_state_folder ("work");
  g_autoptr(GDir) dir = g_dir_open (work, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (work, name, NULL);

      if (g_str_has_prefix (name, digest) && g_str_has_suffix (name, DAMAGED) && is_in_clear (folder))
        n++;
    }

  return n;
}

void
cap_working_copy_free (CapWorkingCopy *self)
{
  g_return_if_fail (self != NULL);

  if (self->owner_fd >= 0)
    close (self->owner_fd);
  g_free (self->folder);
  g_free (self->db_path);
  g_free (self->path);
  g_free (self->dossier_id);
  g_free (self->base);
  g_free (self);
}
