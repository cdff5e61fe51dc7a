/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/cap-dossier-file-private.h"

#include <string.h>

#include "store/cap-journal-table.h"
#include "store/cap-meta-table.h"
#include "store/cap-vault-file.h"

/* Copies of a dossier that were left beside it: by a synchronisation that met two versions, or by people. */

#define SUFFIX    ".capcedre"
#define MAX_FILES 20 /* that are opened at once */

/* Nextcloud: “NAME (conflicted copy 2027-03-12 140501)”; Dropbox: “NAME (Copie en conflit de Claire
 * 2027-03-12)”; OneDrive: “NAME-PC-ACCUEIL”; Syncthing: “NAME.sync-conflict-20270312-140501-ABCDEFG”; ours:
 * “NAME (…)”. What all of them do is to add something to the name; that it is the same dossier, its content
 * says. */
static gboolean
is_named_after (const char *name,
                const char *own_name)
{
  g_autofree char *stem = g_str_has_suffix (own_name, SUFFIX)
                          ? g_strndup (own_name, strlen (own_name) - strlen (SUFFIX)) : g_strdup (own_name);

  return g_str_has_prefix (name, stem) && g_str_has_suffix (name, SUFFIX) && !g_str_equal (name, own_name);
}

/* What was found in a file, as long as that is the same. */
typedef struct
{
  CapFileStamp  stamp;
  char         *hash; /* of the last line of its journal; NULL: it is no copy of ours */
} CapSibling;

static void
free_sibling (CapSibling *self)
{
  g_free (self->hash);
  g_free (self);
}

/* What the copy is, this dossier was once, or took in. */
static gboolean
is_known (CapDb      *db,
          const char *hash)
{
  gboolean known = TRUE;

  return !cap_journal_table_knows (db, hash, &known, NULL) || known;
}

/* (nullable): %NULL when it is no copy of this dossier. */
static char *
dup_hash_of (CapDossierFile *self,
             const char     *path,
             const char     *id)
{
  g_autoptr(CapDossierFile) other = cap_dossier_file_open (path, CAP_FILE_READ, self->reader, NULL);
  g_autofree char *other_id = other != NULL ? cap_meta_table_get (other->db, CAP_META_ID, NULL) : NULL;
  g_autofree char *audited = NULL;

  if (g_strcmp0 (other_id, id) != 0 || !cap_meta_table_find (other->db, CAP_META_AUDITED, &audited, NULL) ||
      audited != NULL)
    return NULL;

  return cap_journal_table_dup_last_hash (other->db, NULL);
}

/* A file is opened once for each state that it has: people come back to the window often. */
static const char *
look_into (CapDossierFile *self,
           const char     *path,
           const char     *id,
           guint          *n_opened)
{
  CapSibling *known;
  CapFileStamp now;

  if (self->siblings == NULL)
    self->siblings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) free_sibling);
  if (!cap_file_stamp_take (path, &now))
    return NULL;

  known = g_hash_table_lookup (self->siblings, path);
  if (known == NULL || !cap_file_stamp_equal (&known->stamp, &now))
    {
      if (*n_opened == MAX_FILES || cap_vault_file_is_locked (path))
        return NULL; /* the next time; or once its passphrase was given */
      (*n_opened)++;
      known = g_new0 (CapSibling, 1);
      known->stamp = now;
      known->hash = dup_hash_of (self, path, id);
      g_hash_table_replace (self->siblings, g_strdup (path), known);
    }

  return known->hash;
}

static gboolean
has_news (CapDossierFile *self,
          const char     *path,
          const char     *id,
          guint          *n_opened)
{
  const char *hash = look_into (self, path, id, n_opened);

  return hash != NULL && !is_known (self->db, hash);
}

static int
compare (gconstpointer one,
         gconstpointer other)
{
  return strcmp (*(const char * const *) one, *(const char * const *) other);
}

/**
 * cap_dossier_file_list_siblings:
 *
 * Looks for other copies of this dossier beside it, in which something was done that is not here: those that
 * Nextcloud, OneDrive, Dropbox and Syncthing leave, and our own. Copies of auditors are none.
 *
 * Returns: (transfer full) (element-type utf8): their paths, in the order of their names
 */
GPtrArray *
cap_dossier_file_list_siblings (CapDossierFile *self)
{
  GPtrArray *siblings = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *own_name = g_path_get_basename (self->path);
  g_autofree char *id = cap_meta_table_get (self->db, CAP_META_ID, NULL);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n_opened = 0;

  while (dir != NULL && id != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (is_named_after (name, own_name) && has_news (self, path, id, &n_opened))
        g_ptr_array_add (siblings, g_steal_pointer (&path));
    }
  g_ptr_array_sort (siblings, compare);

  return siblings;
}
