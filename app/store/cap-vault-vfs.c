/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/cap-vault-vfs.h"

#include <string.h>

#include "store/cap-vault-io-private.h"

#define NAME       "cap-vault"
#define PARAMETER  "key"

static sqlite3_vfs vfs;

static sqlite3_vfs *
get_below (sqlite3_vfs *self)
{
  return self->pAppData;
}

/* The key in the name of a new file. */
static CapVaultKey *
find_named_key (const char *name)
{
  const char *hex = sqlite3_uri_parameter (name, PARAMETER);
  guint8 id[CAP_VAULT_ID_SIZE];

  if (hex == NULL || strlen (hex) != 2 * sizeof id)
    return NULL;

  for (gsize i = 0; i < sizeof id; i++)
    {
      const int high = g_ascii_xdigit_value (hex[2 * i]);
      const int low = g_ascii_xdigit_value (hex[2 * i + 1]);

      if (high < 0 || low < 0)
        return NULL;
      id[i] = (guint8) (high << 4 | low);
    }

  return cap_vault_key_find (id);
}

/* The key of a file that is there: @key: (out) (transfer full): %NULL when it is not encrypted. */
static int
find_key_of_file (sqlite3_file  *below,
                  const char    *name,
                  CapVaultKey  **key)
{
  g_autofree guint8 *heads = g_malloc0 (CAP_VAULT_HEADS_SIZE);
  guint8 envelope[CAP_VAULT_ENVELOPE_SIZE];
  guint8 salt[CAP_VAULT_SALT_SIZE];
  g_autoptr(CapVaultKey) found = NULL;
  sqlite3_int64 size = 0;
  int status = below->pMethods->xFileSize (below, &size);

  *key = NULL;
  if (status == SQLITE_OK && size == 0)
    {
      *key = find_named_key (name);
      return *key == NULL && sqlite3_uri_parameter (name, PARAMETER) != NULL ? SQLITE_AUTH : SQLITE_OK;
    }

  if (status == SQLITE_OK)
    status = cap_vault_io_read_heads (below, heads);
  if (status != SQLITE_OK || !cap_vault_head_is_ours (heads, CAP_VAULT_HEADS_SIZE))
    return status;

  if (!cap_vault_head_read (heads, CAP_VAULT_HEADS_SIZE, envelope, salt))
    return SQLITE_CORRUPT;

  found = cap_vault_key_find (cap_vault_envelope_get_id (envelope));
  if (found == NULL)
    return SQLITE_AUTH;
  if (!cap_vault_key_take_envelope (found, envelope))
    return SQLITE_CORRUPT;

  *key = g_steal_pointer (&found);

  return SQLITE_OK;
}

/* That of the database that something is opened for. */
static CapVaultKey *
find_key_of_owner (const char *name,
                   int         flags)
{
  sqlite3_file *owner;

  if (name == NULL || (flags & (SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL)) == 0)
    return NULL;

  owner = sqlite3_database_file_object (name);

  return owner != NULL && owner->pMethods == &cap_vault_io_methods
         ? cap_vault_key_ref (((CapVaultFile *) owner)->key) : NULL;
}

static int
open_plain (sqlite3_vfs  *below,
            const char   *name,
            sqlite3_file *file,
            int           flags,
            int          *out_flags)
{
  memset (file, 0, (gsize) below->szOsFile);

  return below->xOpen (below, name, file, flags, out_flags);
}

/* Encrypted or not is known once it is open. One that is not is opened again, as if we were not there. */
static int
vault_open (sqlite3_vfs  *self,
            const char   *name,
            sqlite3_file *file,
            int           flags,
            int          *out_flags)
{
  sqlite3_vfs *below = get_below (self);
  CapVaultFile *vault = (CapVaultFile *) file;
  const gboolean is_main = (flags & SQLITE_OPEN_MAIN_DB) != 0 && name != NULL;
  g_autoptr(CapVaultKey) key = find_key_of_owner (name, flags);
  int status;

  file->pMethods = NULL;
  if (!is_main && key == NULL)
    return open_plain (below, name, file, flags, out_flags);

  memset (vault, 0, (gsize) self->szOsFile);
  vault->below = (sqlite3_file *) (vault + 1);
  status = below->xOpen (below, name, vault->below, flags, out_flags);
  if (status != SQLITE_OK)
    return status;

  if (is_main)
    status = find_key_of_file (vault->below, name, &key);
  if (status == SQLITE_OK && key != NULL)
    {
      vault->key = g_steal_pointer (&key);
      vault->is_log = (flags & SQLITE_OPEN_WAL) != 0;
      vault->layout = is_main ? &cap_vault_file_layout
                              : vault->is_log ? &cap_vault_log_layout : &cap_vault_journal_layout;
      status = cap_vault_file_start (vault);
      if (status == SQLITE_OK)
        return SQLITE_OK;
    }
  else if (status == SQLITE_OK)
    {
      vault->below->pMethods->xClose (vault->below);
      return open_plain (below, name, file, flags & ~SQLITE_OPEN_EXCLUSIVE, out_flags);
    }

  vault->below->pMethods->xClose (vault->below);

  return status;
}

static int
vault_delete (sqlite3_vfs *self,
              const char  *name,
              int          sync_folder)
{
  return get_below (self)->xDelete (get_below (self), name, sync_folder);
}

static int
vault_access (sqlite3_vfs *self,
              const char  *name,
              int          flags,
              int         *result)
{
  return get_below (self)->xAccess (get_below (self), name, flags, result);
}

static int
vault_full_pathname (sqlite3_vfs *self,
                     const char  *name,
                     int          size,
                     char        *out)
{
  return get_below (self)->xFullPathname (get_below (self), name, size, out);
}

static int
vault_randomness (sqlite3_vfs *self,
                  int          size,
                  char        *out)
{
  return get_below (self)->xRandomness (get_below (self), size, out);
}

static int
vault_sleep (sqlite3_vfs *self,
             int          microseconds)
{
  return get_below (self)->xSleep (get_below (self), microseconds);
}

static int
vault_current_time (sqlite3_vfs *self,
                    double      *time)
{
  return get_below (self)->xCurrentTime (get_below (self), time);
}

static int
vault_get_last_error (sqlite3_vfs *self,
                      int          size,
                      char        *out)
{
  return get_below (self)->xGetLastError (get_below (self), size, out);
}

/* Over whatever the default one is when the first database opens. */
const char *
cap_vault_vfs_get_name (void)
{
  static gsize once;

  if (g_once_init_enter (&once))
    {
      sqlite3_vfs *below = sqlite3_vfs_find (NULL);

      vfs = (sqlite3_vfs) {
        .iVersion = 1,
        .szOsFile = (int) sizeof (CapVaultFile) + below->szOsFile,
        .mxPathname = below->mxPathname,
        .zName = NAME,
        .pAppData = below,
        .xOpen = vault_open,
        .xDelete = vault_delete,
        .xAccess = vault_access,
        .xFullPathname = vault_full_pathname,
        .xRandomness = vault_randomness,
        .xSleep = vault_sleep,
        .xCurrentTime = vault_current_time,
        .xGetLastError = vault_get_last_error,
      };
      sqlite3_vfs_register (&vfs, FALSE);
      g_once_init_leave (&once, 1);
    }

  return NAME;
}

/**
 * cap_vault_vfs_dup_name:
 * @path: an absolute path, or `:memory:`
 * @key: (nullable): what the file is encrypted with, if it is made; held as long as it is being opened
 *
 * Returns: (transfer full): the name of a database, for SQLITE_OPEN_URI
 */
char *
cap_vault_vfs_dup_name (const char  *path,
                        CapVaultKey *key)
{
  g_autofree char *uri = NULL;
  g_autoptr(GString) name = NULL;
  const guint8 *id;

  g_return_val_if_fail (path != NULL, NULL);

  if (key == NULL || !g_path_is_absolute (path))
    return g_strdup (path);

  uri = g_filename_to_uri (path, NULL, NULL);
  name = g_string_new (uri);
  id = cap_vault_key_get_id (key);
  g_string_append (name, "?" PARAMETER "=");
  for (gsize i = 0; i < CAP_VAULT_ID_SIZE; i++)
    g_string_append_printf (name, "%02x", id[i]);

  return g_strdup (name->str);
}

/* Returns: (transfer none) (nullable): what an open database is encrypted with */
CapVaultKey *
cap_vault_vfs_get_key (sqlite3_file *file)
{
  return file != NULL && file->pMethods == &cap_vault_io_methods ? ((CapVaultFile *) file)->key : NULL;
}
