/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workspace/cap-library.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/cap-file.h"
#include "exchange/cap-framework-json.h"

#define FIRST_ID "cap"
#define SUFFIX ".json"
#define MAX_SIZE (64 * 1024 * 1024)

G_DEFINE_QUARK (cap-library-error-quark, cap_library_error)

/* What this person installed: files of the format that everybody can read. */
static char *
dup_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), GETTEXT_PACKAGE, "frameworks", NULL);
}

static void
entry_free (CapLibraryEntry *self)
{
  g_clear_pointer (&self->framework, cap_framework_unref);
  g_free (self->path);
  g_free (self->fault);
  g_free (self);
}

static void
add_shipped (GPtrArray *entries)
{
  g_autoptr(GPtrArray) shipped = cap_framework_json_load_shipped ();

  for (guint i = 0; i < shipped->len; i++)
    {
      CapLibraryEntry *entry = g_new0 (CapLibraryEntry, 1);

      entry->framework = cap_framework_ref (g_ptr_array_index (shipped, i));
      g_ptr_array_add (entries, entry);
    }
}

/* A file that is there for another reason, or was damaged, is listed with its fault. */
static CapLibraryEntry *
read_entry (const char *path)
{
  CapLibraryEntry *entry = g_new0 (CapLibraryEntry, 1);
  g_autoptr(GError) error = NULL;
  g_autoptr(GMappedFile) file = g_mapped_file_new (path, FALSE, &error);
  g_autoptr(GBytes) source = NULL;

  entry->path = g_strdup (path);
  if (file != NULL)
    {
      /* A mapping would follow what others do to the file. */
      source = g_bytes_new (g_mapped_file_get_contents (file),
                            MIN (g_mapped_file_get_length (file), MAX_SIZE + 1));
      entry->framework = cap_framework_json_read (source, &error);
    }
  if (entry->framework == NULL)
    entry->fault = g_strdup (error->message);

  return entry;
}

static void
add_installed (GPtrArray *entries)
{
  g_autofree char *folder = dup_folder ();
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_str_has_suffix (name, SUFFIX) && name[0] != '.')
        g_ptr_array_add (entries, read_entry (path));
    }
}

static int
compare_ids (const char *one,
             const char *other)
{
  gboolean first = g_str_equal (one, FIRST_ID);

  if (first != g_str_equal (other, FIRST_ID))
    return first ? -1 : 1;

  return strcmp (one, other);
}

/* By framework, the newest version first; what cannot be read comes last. */
static int
compare_entries (gconstpointer one,
                 gconstpointer other)
{
  const CapLibraryEntry *left = *(const CapLibraryEntry * const *) one;
  const CapLibraryEntry *right = *(const CapLibraryEntry * const *) other;
  int order;

  if (left->framework == NULL || right->framework == NULL)
    return left->framework != NULL ? -1 : right->framework != NULL ? 1 : strcmp (left->path, right->path);

  order = compare_ids (left->framework->id, right->framework->id);

  return order != 0 ? order : cap_framework_compare_versions (right->framework->version,
                                                              left->framework->version);
}

GPtrArray *
cap_library_list (void)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);

  add_shipped (entries);
  add_installed (entries);
  g_ptr_array_sort (entries, compare_entries);

  return entries;
}

/**
 * cap_library_find:
 * @version: (nullable): %NULL for the newest one, valid or not
 *
 * Returns: (nullable): the entry
 */
CapLibraryEntry *
cap_library_find (const GPtrArray *entries,
                  const char      *id,
                  const char      *version)
{
  g_return_val_if_fail (entries != NULL && id != NULL, NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      CapLibraryEntry *entry = g_ptr_array_index (entries, i);

      if (entry->framework != NULL && g_str_equal (entry->framework->id, id) &&
          (version == NULL || g_str_equal (entry->framework->version, version)))
        return entry;
    }

  return NULL;
}

/**
 * cap_library_find_newest:
 * @id: of a framework
 * @date: ISO 8601: the day an evaluation starts
 * @error: return location for a [error@Cap.LibraryError]
 *
 * Returns: (transfer none) (nullable): the newest version that is valid on
 *   @date; when none is (a clock may be wrong), the newest one
 */
CapFramework *
cap_library_find_newest (const GPtrArray  *entries,
                         const char       *id,
                         const char       *date,
                         GError          **error)
{
  const CapLibraryEntry *newest;

  g_return_val_if_fail (entries != NULL && id != NULL && date != NULL, NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const CapLibraryEntry *entry = g_ptr_array_index (entries, i);

      if (entry->framework != NULL && g_str_equal (entry->framework->id, id) &&
          cap_framework_is_valid_on (entry->framework, date))
        return entry->framework;
    }

  newest = cap_library_find (entries, id, NULL);
  if (newest == NULL)
    g_set_error (error, CAP_LIBRARY_ERROR, CAP_LIBRARY_ERROR_NONE,
                 /* Translators: %s is the id of a framework, as “cap” */
                 _("No framework called “%s” is installed."), id);

  return newest != NULL ? newest->framework : NULL;
}

GPtrArray *
cap_library_list_ids (const GPtrArray *entries)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (entries != NULL, ids);

  for (guint i = 0; i < entries->len; i++)
    {
      const CapLibraryEntry *entry = g_ptr_array_index (entries, i);
      const char *last = ids->len > 0 ? g_ptr_array_index (ids, ids->len - 1) : "";

      if (entry->framework != NULL && !g_str_equal (entry->framework->id, last))
        g_ptr_array_add (ids, g_strdup (entry->framework->id));
    }

  return ids;
}

/* A name that every disk takes; the digest keeps apart what differs only by what was replaced. */
static char *
dup_path (const CapFramework *framework)
{
  g_autofree char *folder = dup_folder ();
  g_autofree char *name = g_strdup_printf ("%s-%s", framework->id, framework->version);
  g_autofree char *safe = g_strcanon (g_steal_pointer (&name), G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS ".-",
                                      '_');
  g_autofree char *file = g_strdup_printf ("%.80s-%.8s%s", safe, framework->sha256, SUFFIX);

  return g_build_filename (folder, file, NULL);
}

static gboolean
check_free (const GPtrArray    *entries,
            const CapFramework *framework,
            GError            **error)
{
  const CapLibraryEntry *same = cap_library_find (entries, framework->id, framework->version);

  if (same == NULL || g_str_equal (same->framework->sha256, framework->sha256))
    return TRUE;

  g_set_error (error, CAP_LIBRARY_ERROR, CAP_LIBRARY_ERROR_RELEASED,
               /* Translators: the title of a framework, its version */
               _("%s, version %s is installed already, with another text. "
                 "A version that people used never changes: give this one another number."),
               framework->title, framework->version);

  return FALSE;
}

static gboolean
verify (GBytes  *written,
        GError **error)
{
  g_autoptr(CapFramework) framework = cap_framework_json_read (written, error);

  return framework != NULL;
}

/* Says where: people never chose that folder. */
static gboolean
keep_copy (const CapFramework  *framework,
           GError             **error)
{
  g_autofree char *folder = dup_folder ();
  g_autofree char *path = dup_path (framework);
  g_autoptr(GError) fault = NULL;

  if (cap_file_make_folder (folder, &fault) && cap_file_write (path, framework->source, verify, &fault))
    return TRUE;

  /* Translators: a folder, and why nothing could be written there */
  g_set_error (error, fault->domain, fault->code, _("Installed versions are kept in “%s”: %s."), folder,
               fault->message);

  return FALSE;
}

/**
 * cap_library_install:
 * @framework: a framework that was read without a fault
 * @error: return location for a [error@Cap.LibraryError] or [error@Cap.FileError]
 *
 * Keeps a copy of its text, for new evaluations to use. Installing the same
 * text again does nothing.
 *
 * Returns: whether it is installed
 */
gboolean
cap_library_install (CapFramework  *framework,
                     GError       **error)
{
  g_autoptr(GPtrArray) entries = cap_library_list ();

  g_return_val_if_fail (framework != NULL, FALSE);

  if (!check_free (entries, framework, error))
    return FALSE;
  if (cap_library_find (entries, framework->id, framework->version) != NULL)
    return TRUE;

  return keep_copy (framework, error);
}

/**
 * cap_library_remove:
 * @entry: an entry of the library
 *
 * Takes an installed version away. The evaluations that were made with it keep
 * their text.
 */
gboolean
cap_library_remove (CapLibraryEntry  *entry,
                    GError          **error)
{
  g_return_val_if_fail (entry != NULL, FALSE);

  if (entry->path == NULL)
    {
      g_set_error_literal (error, CAP_LIBRARY_ERROR, CAP_LIBRARY_ERROR_SHIPPED,
                           _("This version comes with the program: it stays."));
      return FALSE;
    }

  if (g_unlink (entry->path) == 0 || errno == ENOENT)
    return TRUE;

  /* Translators: %s is what the system says */
  g_set_error (error, CAP_FILE_ERROR, CAP_FILE_ERROR_FAILED, _("This version cannot be removed: %s."),
               g_strerror (errno));

  return FALSE;
}
