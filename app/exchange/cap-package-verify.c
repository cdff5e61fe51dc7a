/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/cap-package.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "exchange/cap-framework-json.h"

#define MAX_FILES 100000
#define MAX_TAG   (32 * 1024 * 1024)        /* of a manifest */
#define MAX_GROWTH 250                      /* how many times larger than the zip its files may be… */
#define MAX_SMALL (64 * 1024 * 1024)        /* … beyond this */
#define BLOCK     (64 * 1024)

typedef struct archive Archive;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, archive_read_free)

/* What the reading of a package has found so far. */
typedef struct
{
  char       *base;       /* its only folder, with “/” */
  GHashTable *sums;       /* path in the bag → SHA-256 */
  GHashTable *tags;       /* path in the bag → GBytes, of the manifests and the declaration */
  guint64     n_bytes;    /* once unpacked */
  guint64     max_bytes;
  guint       n_entries;
} Bag;

static void
bag_clear (Bag *self)
{
  g_free (self->base);
  g_hash_table_unref (self->sums);
  g_hash_table_unref (self->tags);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Bag, bag_clear)

static gboolean
refuse (GError     **error,
        const char  *sentence)
{
  g_set_error_literal (error, CAP_EXCHANGE_ERROR, CAP_EXCHANGE_ERROR_INPUT, sentence);

  return FALSE;
}

static gboolean
refuse_damaged (GError **error)
{
  return refuse (error, _("this package is damaged: ask for it again"));
}

/* A name that leads out of the folder, or that shows as another one. */
static gboolean
is_safe (const char *path)
{
  g_auto(GStrv) steps = NULL;

  if (path == NULL || path[0] == '/' || !g_utf8_validate (path, -1, NULL) || strchr (path, '\\') != NULL)
    return FALSE;

  for (const char *at = path; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_iscntrl (g_utf8_get_char (at)))
      return FALSE;

  steps = g_strsplit (path, "/", -1);
  for (guint i = 0; steps[i] != NULL; i++)
    if (g_str_equal (steps[i], "..") || g_str_equal (steps[i], ".") ||
        (steps[i][0] == '\0' && steps[i + 1] != NULL))
      return FALSE;

  return TRUE;
}

/* Returns: (nullable): the path in the bag; NULL when it is not in its only folder */
static const char *
find_in_base (Bag        *self,
              const char *path)
{
  const char *slash = strchr (path, '/');

  if (slash == NULL)
    return NULL;

  if (self->base == NULL)
    self->base = g_strndup (path, (gsize) (slash + 1 - path));

  return g_str_has_prefix (path, self->base) ? path + strlen (self->base) : NULL;
}

static gboolean
is_tag (const char *path)
{
  return strchr (path, '/') == NULL;
}

/* What the entry says of its size is not believed. A file whose bytes do not go together any more is one that
 * was changed: it is named with the others. */
static gboolean
read_data (Bag         *self,
           Archive     *archive,
           GChecksum   *sum,
           GByteArray  *kept,
           GError     **error)
{
  g_autofree guint8 *block = g_malloc (BLOCK);
  la_ssize_t n;

  while ((n = archive_read_data (archive, block, BLOCK)) > 0)
    {
      self->n_bytes += (guint64) n;
      if (self->n_bytes > self->max_bytes || (kept != NULL && kept->len + (gsize) n > MAX_TAG))
        return refuse (error, _("this package unfolds to far more than it is: it is not safe"));

      g_checksum_update (sum, block, n);
      if (kept != NULL)
        g_byte_array_append (kept, block, (guint) n);
    }

  if (n == ARCHIVE_FATAL)
    return refuse_damaged (error);
  if (n < 0)
    g_checksum_update (sum, (const guchar *) "?", 1);

  return TRUE;
}

static gboolean
read_file (Bag         *self,
           Archive     *archive,
           const char  *path,
           GError     **error)
{
  g_autoptr(GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr(GByteArray) kept = is_tag (path) ? g_byte_array_new () : NULL;

  if (g_hash_table_contains (self->sums, path))
    return refuse (error, _("this package has the same file twice: it is not safe"));

  if (!read_data (self, archive, sum, kept, error))
    return FALSE;

  g_hash_table_insert (self->sums, g_strdup (path), g_strdup (g_checksum_get_string (sum)));
  if (kept != NULL)
    g_hash_table_insert (self->tags, g_strdup (path), g_byte_array_free_to_bytes (g_steal_pointer (&kept)));

  return TRUE;
}

static gboolean
read_entry (Bag                   *self,
            Archive               *archive,
            struct archive_entry  *entry,
            GError               **error)
{
  const char *name = archive_entry_pathname_utf8 (entry);
  const char *path;
  const gboolean is_folder = archive_entry_filetype (entry) == AE_IFDIR;

  if (++self->n_entries > MAX_FILES)
    return refuse (error, _("this package unfolds to far more than it is: it is not safe"));

  if (name == NULL)
    name = archive_entry_pathname (entry);
  if (!is_safe (name) || (!is_folder && archive_entry_filetype (entry) != AE_IFREG) ||
      archive_entry_is_encrypted (entry))
    return refuse (error, _("this package has a file that leads out of it, or that hides: it is not safe"));

  path = find_in_base (self, name);
  if (path == NULL)
    return refuse (error, _("this is not an auditor’s package: everything in it must be in one folder"));

  return is_folder || read_file (self, archive, path, error);
}

static gboolean
read_entries (Bag      *self,
              Archive  *archive,
              GError  **error)
{
  struct archive_entry *entry;
  int status;

  while ((status = archive_read_next_header (archive, &entry)) == ARCHIVE_OK || status == ARCHIVE_WARN)
    if (!read_entry (self, archive, entry, error))
      return FALSE;

  return status == ARCHIVE_EOF || refuse_damaged (error);
}

/* RFC 8493 § 2.1.3: only these three are escaped. */
static char *
dup_unescaped (const char *path)
{
  GString *text = g_string_new (path);

  g_string_replace (text, "%0A", "\n", 0);
  g_string_replace (text, "%0D", "\r", 0);
  g_string_replace (text, "%25", "%", 0);

  return g_string_free (text, FALSE);
}

static void
add_fault (GPtrArray  *faults,
           const char *path,
           const char *what)
{
  /* Translators: the path of a file; what is wrong with it */
  g_ptr_array_add (faults, g_strdup_printf (_("%s: %s"), path, what));
}

/* Compares the files that a manifest lists; takes note of them in @listed. */
static gboolean
check_line (Bag        *self,
            const char *line,
            GHashTable *listed,
            GPtrArray  *faults)
{
  const gsize n = strspn (line, "0123456789abcdefABCDEF");
  const char *path = line + n;
  g_autofree char *real = NULL;
  const char *sum;

  if (n != 64 || (*path != ' ' && *path != '\t'))
    return FALSE;

  while (*path == ' ' || *path == '\t' || *path == '*')
    path++;
  real = dup_unescaped (g_str_has_prefix (path, "./") ? path + 2 : path);
  if (!is_safe (real)) /* no file of the package is called so, and people are told of it */
    return FALSE;

  sum = g_hash_table_lookup (self->sums, real);
  if (sum == NULL)
    add_fault (faults, real, _("this file is missing"));
  else if (g_ascii_strncasecmp (sum, line, 64) != 0)
    add_fault (faults, real, _("this file was changed"));
  g_hash_table_add (listed, g_steal_pointer (&real));

  return TRUE;
}

static gboolean
check_manifest (Bag         *self,
                const char  *name,
                GHashTable  *listed,
                GPtrArray   *faults,
                GError     **error)
{
  GBytes *manifest = g_hash_table_lookup (self->tags, name);
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;
  gsize size;
  const char *data;

  if (manifest == NULL)
    return refuse (error, _("this is not an auditor’s package: it has no list of its files"));

  data = g_bytes_get_data (manifest, &size);
  text = g_strndup (data != NULL ? data : "", size); /* an empty file has no bytes at all */
  lines = g_strsplit_set (text, "\r\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '\0' && !check_line (self, lines[i], listed, faults))
      return refuse (error, _("the list of the files of this package cannot be read"));

  return TRUE;
}

static int
compare_texts (gconstpointer one,
               gconstpointer other)
{
  return strcmp (*(const char * const *) one, *(const char * const *) other);
}

/* Nothing may have been slipped in. */
static void
check_unlisted (Bag        *self,
                GHashTable *listed,
                GPtrArray  *faults)
{
  GHashTableIter iter;
  gpointer path;

  g_hash_table_iter_init (&iter, self->sums);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    if (!g_hash_table_contains (listed, path) && !g_str_equal (path, "tagmanifest-sha256.txt"))
      add_fault (faults, path, _("this file is not in the list of the package"));
}

static gboolean
check_declaration (Bag     *self,
                   GError **error)
{
  GBytes *declaration = g_hash_table_lookup (self->tags, "bagit.txt");
  gsize size = 0;
  const char *text = declaration != NULL ? g_bytes_get_data (declaration, &size) : NULL;

  return (text != NULL && size >= 15 && strncmp (text, "BagIt-Version: ", 15) == 0) ||
         refuse (error, _("this is not an auditor’s package: it has no bagit.txt"));
}

static GPtrArray *
check_bag (Bag      *self,
           GError  **error)
{
  g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GHashTable) listed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (!check_declaration (self, error) ||
      !check_manifest (self, "manifest-sha256.txt", listed, faults, error) ||
      !check_manifest (self, "tagmanifest-sha256.txt", listed, faults, error))
    return NULL;

  check_unlisted (self, listed, faults);
  g_ptr_array_sort (faults, compare_texts);

  return g_steal_pointer (&faults);
}

GPtrArray *
cap_package_verify (const char  *path,
                    guint       *n_files,
                    GError     **error)
{
  g_auto(Bag) bag = { 0 };
  g_autoptr(Archive) archive = archive_read_new ();
  GStatBuf info;

  bag.sums = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  bag.tags = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  g_return_val_if_fail (path != NULL && n_files != NULL, NULL);

  if (g_stat (path, &info) != 0 || !S_ISREG (info.st_mode))
    {
      refuse (error, _("this file cannot be read"));
      return NULL;
    }

  bag.max_bytes = MAX_SMALL + MAX_GROWTH * (guint64) info.st_size;
  if (archive_read_support_format_zip_seekable (archive) != ARCHIVE_OK ||
      archive_read_open_filename (archive, path, BLOCK) != ARCHIVE_OK)
    {
      refuse_damaged (error);
      return NULL;
    }

  if (!read_entries (&bag, archive, error))
    return NULL;

  *n_files = g_hash_table_size (bag.sums);

  return check_bag (&bag, error);
}
