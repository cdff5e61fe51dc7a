/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-date.h"
#include "base/cap-file.h"
#include "cli/cap-cli-private.h"
#include "exchange/cap-dossier-json.h"
#include "exchange/cap-framework-json.h"
#include "exchange/cap-plan-csv.h"
#include "exchange/cap-plan-ics.h"
#include "exchange/cap-plan-xlsx.h"
#include "exchange/cap-verify.h"
#include "workspace/cap-readings-export.h"

/* What is asked besides the kind. */
typedef struct
{
  gboolean with_todos;
} Wanted;

/* What it makes is verified and written here, or else by its own function. */
typedef struct
{
  const char         *name;
  GBytes           *(*write) (const CapDossier  *dossier,
                              const Wanted      *wanted,
                              GError           **error);
  CapFileVerifyFunc   verify;
  gboolean          (*export) (const CapDossier  *dossier,
                               const char        *output,
                               GError           **error);
} Kind;

static GBytes *
take_text (char *text)
{
  return g_bytes_new_take (text, strlen (text));
}

static GBytes *
write_json (const CapDossier  *dossier,
            const Wanted      *wanted,
            GError           **error)
{
  return take_text (cap_dossier_json_write (dossier));
}

static GBytes *
write_csv (const CapDossier  *dossier,
           const Wanted      *wanted,
           GError           **error)
{
  return take_text (cap_plan_csv_write (dossier));
}

static GBytes *
write_ics (const CapDossier  *dossier,
           const Wanted      *wanted,
           GError           **error)
{
  return take_text (cap_plan_ics_write (dossier, cap_date_get_now (), wanted->with_todos));
}

static GBytes *
write_xlsx (const CapDossier  *dossier,
            const Wanted      *wanted,
            GError           **error)
{
  g_autofree char *today = cap_date_dup_today ();

  return cap_plan_xlsx_write (dossier, today, error);
}

static const Kind kinds[] = {
  { "csess", .export = cap_readings_export },
  { "json", write_json, cap_verify_json },
  { "plan.csv", write_csv, cap_verify_csv },
  { "plan.ics", write_ics, cap_verify_ics },
  { "plan.xlsx", write_xlsx, NULL },
};

static const Kind *
find_kind (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_str_equal (kinds[i].name, name))
        return &kinds[i];
    }

  cap_cli_complain (name, _("there is no such kind of export; there are: csess, json, plan.csv, plan.ics, "
                            "plan.xlsx"));

  return NULL;
}

static gboolean
suits (const Kind   *kind,
       const Wanted *wanted)
{
  if (!wanted->with_todos || g_str_equal (kind->name, "plan.ics"))
    return TRUE;

  cap_cli_complain ("--todo", _("this goes with plan.ics only"));

  return FALSE;
}

static gboolean
write_to (const Kind        *kind,
          const CapDossier  *dossier,
          const Wanted      *wanted,
          const char        *output,
          GError           **error)
{
  g_autoptr(GBytes) content = NULL;

  if (kind->export != NULL)
    return kind->export (dossier, output, error);

  content = kind->write (dossier, wanted, error);

  return content != NULL && cap_file_write (output, content, kind->verify, error);
}

static CapCliStatus
export (const Kind   *kind,
        const Wanted *wanted,
        const char   *path,
        const char   *output)
{
  CapCliStatus status = CAP_CLI_DONE;
  g_autoptr(CapDossier) dossier = cap_cli_load (path, &status);
  g_autoptr(GError) error = NULL;

  if (dossier == NULL || !cap_cli_is_output (output, path, &status) ||
      write_to (kind, dossier, wanted, output, &error))
    return status;

  return cap_cli_fail (g_error_matches (error, CAP_EXCHANGE_ERROR, CAP_EXCHANGE_ERROR_INPUT) ? path : output,
                       error);
}

CapCliStatus
cap_cli_export (const CapCliCommand *self,
                GStrv                arguments)
{
  g_autofree char *output = NULL;
  Wanted wanted = { FALSE };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("The file to write"), N_("FILE") },
    { "todo", 0, 0, G_OPTION_ARG_NONE, &wanted.with_todos,
      N_("plan.ics: as tasks too, for the calendars that know them"), NULL },
    { NULL },
  };
  CapCliStatus status;
  const Kind *kind;

  if (!cap_cli_parse (self, entries, 2, 2, &arguments, &status))
    return status;

  kind = find_kind (arguments[0]);
  status = CAP_CLI_USAGE;
  if (kind != NULL && suits (kind, &wanted) && cap_cli_has_output (output))
    status = export (kind, &wanted, arguments[1], output);
  g_strfreev (arguments);

  return status;
}
