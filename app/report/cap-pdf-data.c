/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-pdf-private.h"

#include <glib/gi18n.h>

#include "base/cap-place.h"

/**
 * cap_pdf_data_find:
 * @name: "fonts/Lato-Regular.ttf"
 * @error: return location for a [error@Cap.ReportError]
 *
 * Finds a file that is built or installed with the program, and never one of
 * somebody else’s fonts.
 *
 * Returns: (transfer full) (nullable): its path
 */
char *
cap_pdf_data_find (const char *name,
                   GError    **error)
{
  g_autofree char *path = cap_place_dup_data (name);

  if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return g_steal_pointer (&path);

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
