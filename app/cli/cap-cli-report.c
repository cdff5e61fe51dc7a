/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "cli/cap-cli-private.h"
#include "workspace/cap-document.h"

/* They have their name already, in what other programs rely on. */
static const char * const later[] = {
  "management-review", "audit-plan", "audit-report", "finding", "audit-dossier", NULL,
};

static gboolean
find_kind (const char    *name,
           CapReportKind *kind)
{
  if (cap_report_kind_from_name (name, kind))
    return TRUE;

  cap_cli_complain (name,
                    g_strv_contains (later, name)
                    ? _("this version does not print this yet; it prints: questionnaire, photograph, plan, "
                        "week, commitments")
                    : _("there is no such document; there are: questionnaire, photograph, plan, week, "
                        "commitments"));

  return FALSE;
}

/* Only the plan is printed in two ways: to ask for one elsewhere is a mistake. */
static gboolean
find_layout (const char    *name,
             CapReportKind  kind,
             CapPlanLayout *layout)
{
  *layout = CAP_PLAN_SHEETS;
  if (name == NULL)
    return TRUE;

  if (kind == CAP_REPORT_PLAN && cap_plan_layout_from_name (name, layout))
    return TRUE;

  cap_cli_complain (name, kind == CAP_REPORT_PLAN ? _("there is no such layout; there are: sheets, table")
                                                  : _("--layout goes with “plan” only"));

  return FALSE;
}

static CapCliStatus
report (CapReportKind  kind,
        CapPlanLayout  layout,
        const char    *path,
        const char    *output)
{
  CapCliStatus status = CAP_CLI_DONE;
  g_autoptr(CapDossier) dossier = cap_cli_load (path, &status);
  g_autofree char *today = cap_date_dup_today ();
  g_autoptr(CapDocument) document = NULL;
  g_autoptr(GError) error = NULL;

  if (dossier == NULL || !cap_cli_is_output (output, path, &status))
    return status;

  document = cap_document_new (kind, layout, dossier, today, &error);

  return document != NULL && cap_document_save (document, output, &error) ? CAP_CLI_DONE
                                                                          : cap_cli_fail (output, error);
}

CapCliStatus
cap_cli_report (const CapCliCommand *self,
                GStrv                arguments)
{
  g_autofree char *output = NULL;
  g_autofree char *layout_name = NULL;
  const GOptionEntry entries[] = {
    { "layout", 0, 0, G_OPTION_ARG_STRING, &layout_name,
      N_("Of the plan: “sheets” (a summary and a sheet per action) or “table”"), N_("LAYOUT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("The PDF to write"), N_("FILE") },
    { NULL },
  };
  CapCliStatus status;
  CapReportKind kind;
  CapPlanLayout layout;

  if (!cap_cli_parse (self, entries, 2, 2, &arguments, &status))
    return status;

  status = CAP_CLI_USAGE;
  if (find_kind (arguments[0], &kind) && find_layout (layout_name, kind, &layout) &&
      cap_cli_has_output (output))
    status = report (kind, layout, arguments[1], output);
  g_strfreev (arguments);

  return status;
}
