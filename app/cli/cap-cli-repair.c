/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "cli/cap-cli-private.h"
#include "model/cap-salvage-text.h"
#include "workspace/cap-repair.h"

/* What is saved on the output; each thing that is missing as a fault of the file. */
static CapCliStatus
tell (const char             *path,
      const CapSalvageReport *report)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *summary = cap_salvage_text_dup_summary (report);
  g_autoptr(GPtrArray) losses = cap_salvage_text_list_losses (report);

  for (guint i = 0; i < report->parts->len; i++)
    {
      g_autofree char *line = cap_salvage_text_dup_part (g_ptr_array_index (report->parts, i));

      g_string_append_printf (text, "%s\n", line);
    }
  g_string_append_printf (text, "%s\n", summary);
  cap_cli_print (text);

  for (guint i = 0; i < losses->len; i++)
    cap_cli_complain (path, g_ptr_array_index (losses, i));

  return losses->len == 0 ? CAP_CLI_DONE : CAP_CLI_REFUSED;
}

static gboolean
is_about_source (const GError *error)
{
  return g_error_matches (error, CAP_STORE_ERROR, CAP_STORE_ERROR_CORRUPT) ||
         g_error_matches (error, CAP_STORE_ERROR, CAP_STORE_ERROR_NOT_OURS) ||
         g_error_matches (error, CAP_STORE_ERROR, CAP_STORE_ERROR_TOO_NEW);
}

static CapCliStatus
repair (const char *path,
        const char *output)
{
  g_autoptr(CapSalvageReport) report = cap_salvage_report_new ();
  g_autoptr(GError) error = NULL;
  CapCliStatus status;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      cap_cli_complain (path, _("The file or its folder does not exist"));
      return CAP_CLI_REFUSED;
    }
  if (!cap_cli_unlock (path, NULL, &status))
    return status;

  if (cap_repair_salvage (path, output, NULL, report, &error))
    return tell (path, report);

  return is_about_source (error) ? cap_cli_fail (path, error) : cap_cli_fail_to_create (output, error);
}

CapCliStatus
cap_cli_repair (const CapCliCommand *self,
                GStrv                arguments)
{
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("The file to write; nothing may be there yet"),
      N_("NEW.capcedre") },
    { NULL },
  };
  CapCliStatus status;

  if (!cap_cli_parse (self, entries, 1, 1, &arguments, &status))
    return status;

  status = cap_cli_has_output (output) ? repair (arguments[0], output) : CAP_CLI_USAGE;
  g_strfreev (arguments);

  return status;
}
