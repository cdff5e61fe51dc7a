/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-pdf-private.h"

#include <glib/gi18n.h>

#include "config.h"

/* From build/app or build/tests/… up to build/; from prefix/bin up to prefix/. */
#define MAX_LEVELS_UP 4

static const char * const folders[] = { "data", "share/" GETTEXT_PACKAGE };

/**
 * cap_pdf_data_find:
 * @name: "fonts/Lato-Regular.ttf"
 * @error: return location for a [error@Cap.ReportError]
 *
 * Finds a file that is installed with the program, starting from where the
 * program itself is: so that it runs from the build folder, from any prefix,
 * and never with somebody else’s fonts.
 *
 * Returns: (transfer full) (nullable): its path
 */
char *
cap_pdf_data_find (const char *name,
                   GError    **error)
{
  g_autofree char *folder = g_file_read_link ("/proc/self/exe", NULL);

  for (guint i = 0; folder != NULL && i < MAX_LEVELS_UP; i++)
    {
      char *parent = g_path_get_dirname (folder);

      g_free (folder);
      folder = parent;
      for (gsize j = 0; j < G_N_ELEMENTS (folders); j++)
        {
          g_autofree char *path = g_build_filename (folder, folders[j], name, NULL);

          if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
            return g_steal_pointer (&path);
        }
    }

  /* Translators: %s is the name of a file */
  g_set_error (error, CAP_REPORT_ERROR, CAP_REPORT_ERROR_DATA,
               _("The file “%s”, which documents need, is missing. Install Cap Cèdre again."), name);

  return NULL;
}

/**
 * cap_pdf_data_load:
 * @name: see cap_pdf_data_find()
 * @error: return location for a [error@Cap.ReportError]
 *
 * Returns: (transfer full) (nullable): the content of the file, mapped
 */
GBytes *
cap_pdf_data_load (const char *name,
                   GError    **error)
{
  g_autofree char *path = cap_pdf_data_find (name, error);
  g_autoptr(GMappedFile) file = NULL;

  if (path == NULL)
    return NULL;

  file = g_mapped_file_new (path, FALSE, error);

  return file != NULL ? g_mapped_file_get_bytes (file) : NULL;
}
