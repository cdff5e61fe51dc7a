/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/cap-demo-dossier.h"

#include "exchange/cap-adaptation-json.h"
#include "store/cap-dossier-file.h"

/**
 * cap_demo_dossier_write:
 * @path: where nothing is yet
 * @error: return location for a [error@Cap.StoreError]
 *
 * Writes a demonstration dossier, gesture by gesture as a person would have
 * made it. Slow enough to be called off the main loop.
 *
 * Returns: whether the file is there, whole
 */
gboolean
cap_demo_dossier_write (CapDemo      demo,
                        const char  *path,
                        GError     **error)
{
  g_autoptr(GPtrArray) commands = cap_demo_list_commands (demo);
  g_autoptr(CapDossierFile) file = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  file = cap_dossier_file_create (path, g_ptr_array_index (commands, 0), cap_adapted_framework_read, error);
  if (file == NULL)
    return FALSE;

  for (guint i = 1; i < commands->len; i++)
    {
      if (!cap_dossier_file_run (file, g_ptr_array_index (commands, i), error))
        return FALSE;
    }

  return cap_dossier_file_publish (file, error) && cap_dossier_file_close (file, error);
}
