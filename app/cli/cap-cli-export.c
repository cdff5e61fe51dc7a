/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-file.h"
#include "cli/cap-cli-private.h"
#include "exchange/cap-dossier-json.h"
#include "exchange/cap-plan-csv.h"
#include "exchange/cap-verify.h"

typedef struct
{
  const char         *name;
  char             *(*write) (const CapDossier *dossier);
  CapFileVerifyFunc   verify;
} Kind;

static char *
write_plan (const CapDossier *dossier)
{
  return cap_plan_csv_write (dossier->actions);
}

static const Kind kinds[] = {
  { "json", cap_dossier_json_write, cap_verify_json },
  { "plan.csv", write_plan, cap_verify_csv },
};

/* They have their name already, in what other programs rely on. */
static const char * const later[] = { "csess", "plan.ics", "plan.xlsx", NULL };

static const Kind *
find_kind (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_str_equal (kinds[i].name, name))
        return &kinds[i];
    }

  cap_cli_complain (name, g_strv_contains (later, name)
                          ? _("this version does not write this yet; it writes: json, plan.csv")
                          : _("there is no such kind of export; there are: json, plan.csv"));

  return NULL;
}

static CapCliStatus
export (const Kind *kind,
        const char *path,
        const char *output)
{
  CapCliStatus status = CAP_CLI_DONE;
  g_autoptr(CapDossier) dossier = cap_cli_load (path, &status);
  g_autoptr(GBytes) content = NULL;
  g_autoptr(GError) error = NULL;
  char *text;

  if (dossier == NULL || !cap_cli_is_output (output, path, &status))
    return status;

  text = kind->write (dossier);
  content = g_bytes_new_take (text, strlen (text));

  return cap_file_write (output, content, kind->verify, &error) ? CAP_CLI_DONE
                                                                  : cap_cli_fail (output, error);
}

CapCliStatus
cap_cli_export (const CapCliCommand *self,
                GStrv                arguments)
{
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("The file to write"), N_("FILE") },
    { NULL },
  };
  CapCliStatus status;
  const Kind *kind;

  if (!cap_cli_parse (self, entries, 2, 2, &arguments, &status))
    return status;

  kind = find_kind (arguments[0]);
  status = CAP_CLI_USAGE;
  if (kind != NULL && cap_cli_has_output (output))
    status = export (kind, arguments[1], output);
  g_strfreev (arguments);

  return status;
}
