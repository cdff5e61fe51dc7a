/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/cap-place.h"

/* The program finds its own files from where it stands, so that it runs in its build tree, or from
 * any folder that it was installed or moved to, with no environment variable.
 */
static char *
dup_build_tree (const char *program)
{
  g_autofree char *folder = g_path_get_dirname (program);

  while (!g_str_equal (folder, "/"))
    {
      g_autofree char *ninja = g_build_filename (folder, "build.ninja", NULL);
      char *parent;

      if (g_file_test (ninja, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&folder);

      parent = g_path_get_dirname (folder);
      g_free (folder);
      folder = parent;
    }

  return NULL;
}

static char *
dup_dir (const char *built,
         const char *installed)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *tree = NULL;
  g_autofree char *bin = NULL;
  g_autofree char *prefix = NULL;

  if (program == NULL)
    return g_canonicalize_filename (installed, PREFIX);

  tree = dup_build_tree (program);

  if (tree != NULL)
    return g_canonicalize_filename (built, tree);

  bin = g_path_get_dirname (program);
  prefix = g_path_get_dirname (bin);

  return g_canonicalize_filename (installed, prefix);
}

/**
 * cap_place_dup_data:
 * @name: a file or a folder of this program's data, such as `fonts/Lato-Regular.ttf`
 *
 * Returns: where it belongs: in the build tree's `data`, or where it was installed
 */
char *
cap_place_dup_data (const char *name)
{
  g_autofree char *built = NULL;
  g_autofree char *installed = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  built = g_build_filename ("data", name, NULL);
  installed = g_build_filename (DATADIR, GETTEXT_PACKAGE, name, NULL);

  return dup_dir (built, installed);
}

/**
 * cap_place_dup_locale_dir:
 *
 * Returns: the folder of the translations, for bindtextdomain()
 */
char *
cap_place_dup_locale_dir (void)
{
  return dup_dir ("po", LOCALEDIR);
}

/**
 * cap_place_dup_schema_dir:
 *
 * Returns: the folder of the compiled settings schema, for
 *   g_settings_schema_source_new_from_directory()
 */
char *
cap_place_dup_schema_dir (void)
{
  return dup_dir ("data", DATADIR "/glib-2.0/schemas");
}
