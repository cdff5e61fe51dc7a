/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "cli/cap-cli-private.h"
#include "workspace/cap-document.h"

/* They have their name already, in what other programs rely on. */
static const char * const later[] = {
  "audit-plan", "audit-report", "finding", "audit-dossier", NULL,
};

static char *
list_kinds (void)
{
  GString *names = g_string_new (NULL);

  for (CapReportKind kind = 0; kind < CAP_N_REPORT_KINDS; kind++)
    g_string_append_printf (names, "%s%s", kind > 0 ? ", " : "", cap_report_kind_to_name (kind));

  return g_string_free (names, FALSE);
}

static gboolean
find_kind (const char    *name,
           CapReportKind *kind)
{
  g_autofree char *names = NULL;
  g_autofree char *sentence = NULL;

  if (cap_report_kind_from_name (name, kind))
    return TRUE;

  names = list_kinds ();
  /* Translators: both are followed by names of documents, as “plan, week” */
  sentence = g_strdup_printf (g_strv_contains (later, name)
                              ? _("this version does not print this yet; it prints: %s")
                              : _("there is no such document; there are: %s"), names);
  cap_cli_complain (name, sentence);

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

/* One management review of many may be asked for; of the other documents there is one. */
static gboolean
may_name_review (const char    *code,
                 CapReportKind  kind)
{
  if (code == NULL || kind == CAP_REPORT_MANAGEMENT_REVIEW)
    return TRUE;

  cap_cli_complain (code, _("--review goes with “management-review” only"));

  return FALSE;
}

static CapCliStatus
report (CapReportKind  kind,
        CapPlanLayout  layout,
        const char    *review,
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

  document = kind == CAP_REPORT_MANAGEMENT_REVIEW ? cap_document_new_review (review, dossier, today, &error)
                                                  : cap_document_new (kind, layout, dossier, today, &error);
  /* What is missing is missing in the dossier, not where it would be written. */
  if (g_error_matches (error, CAP_REPORT_ERROR, CAP_REPORT_ERROR_NOTHING))
    return cap_cli_fail (path, error);

  return document != NULL && cap_document_save (document, output, &error) ? CAP_CLI_DONE
                                                                          : cap_cli_fail (output, error);
}

CapCliStatus
cap_cli_report (const CapCliCommand *self,
                GStrv                arguments)
{
  g_autofree char *output = NULL;
  g_autofree char *layout_name = NULL;
  g_autofree char *review = NULL;
  const GOptionEntry entries[] = {
    { "layout", 0, 0, G_OPTION_ARG_STRING, &layout_name,
      N_("Of the plan: “sheets” (a summary and a sheet per action) or “table”"), N_("LAYOUT") },
    { "review", 0, 0, G_OPTION_ARG_STRING, &review,
      N_("The management review to print, by its code; the last one when it is not said"), N_("CODE") },
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
      may_name_review (review, kind) && cap_cli_has_output (output))
    status = report (kind, layout, review, arguments[1], output);
  g_strfreev (arguments);

  return status;
}
