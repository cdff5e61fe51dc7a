/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "cli/cap-cli-private.h"
#include "exchange/cap-answers-csv.h"

/* They have their name already, in what other programs rely on. */
static const char * const later[] = {
  "votes", "actions", "indicators", "commitments", "findings", "documents", NULL,
};

static gboolean
is_kind (const char *name)
{
  if (g_str_equal (name, "answers"))
    return TRUE;

  cap_cli_complain (name, g_strv_contains (later, name)
                          ? _("this version does not import this yet; it imports: answers")
                          : _("there is no such kind of import; there is: answers"));

  return FALSE;
}

static CapCliStatus
complain_of_faults (const char      *source,
                    const GPtrArray *faults)
{
  for (guint i = 0; i < faults->len; i++)
    cap_cli_complain (source, g_ptr_array_index (faults, i));

  return CAP_CLI_REFUSED;
}

/* All the rows become one gesture, or none does. */
static CapCliStatus
import_answers (const char *path,
                const char *source)
{
  g_autoptr(CapDossier) dossier = NULL;
  CapCliStatus status = CAP_CLI_DONE;
  g_autoptr(CapDossierFile) file = cap_cli_open (path, &dossier, &status);
  g_autofree char *name = g_path_get_basename (source);
  g_autoptr(GBytes) content = NULL;
  g_autoptr(CapCommand) command = NULL;
  g_autoptr(GPtrArray) faults = NULL;
  g_autoptr(GString) told = g_string_new (NULL);
  g_autoptr(GError) error = NULL;

  if (file == NULL)
    return status;

  content = cap_cli_read_file (source, &error);
  if (content == NULL)
    return cap_cli_fail (source, error);

  command = cap_answers_csv_read (content, name, dossier, &faults);
  if (command == NULL)
    return complain_of_faults (source, faults);

  status = cap_cli_commit (file, path, command);
  if (status != CAP_CLI_DONE)
    return status;

  /* Translators: number of answers imported */
  g_string_append_printf (told, ngettext ("%u answer imported", "%u answers imported", command->edits->len),
                          command->edits->len);
  g_string_append_c (told, '\n');
  cap_cli_print (told);

  return CAP_CLI_DONE;
}

CapCliStatus
cap_cli_import (const CapCliCommand *self,
                GStrv                arguments)
{
  const GOptionEntry entries[] = { { NULL } };
  CapCliStatus status;

  if (!cap_cli_parse (self, entries, 3, 3, &arguments, &status))
    return status;

  status = is_kind (arguments[0]) ? import_answers (arguments[1], arguments[2]) : CAP_CLI_USAGE;
  g_strfreev (arguments);

  return status;
}
