/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "cli/cap-cli-private.h"
#include "workspace/cap-package-file.h"

static CapCliStatus
pack (const char *path,
      const char *output)
{
  CapCliStatus status = CAP_CLI_DONE;
  g_autoptr(CapDossier) dossier = NULL;
  g_autoptr(CapDossierFile) file = cap_cli_open_to_read (path, &dossier, &status);
  g_autofree char *today = cap_date_dup_today ();
  g_autoptr(GError) error = NULL;

  if (file == NULL || !cap_cli_is_output (output, path, &status))
    return status;

  return cap_package_file_write (output, file, dossier, today, NULL, &error) ? CAP_CLI_DONE
                                                                             : cap_cli_fail (output, error);
}

CapCliStatus
cap_cli_package (const CapCliCommand *self,
                 GStrv                arguments)
{
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("The zip to write"), N_("FILE") },
    { NULL },
  };
  CapCliStatus status;

  if (!cap_cli_parse (self, entries, 1, 1, &arguments, &status))
    return status;

  status = cap_cli_has_output (output) ? pack (arguments[0], output) : CAP_CLI_USAGE;
  g_strfreev (arguments);

  return status;
}
