/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "base/cap-number.h"
#include "cli/cap-cli-private.h"
#include "exchange/cap-adaptation-json.h"
#include "exchange/cap-summary-json.h"

#define LABEL_WIDTH 32
#define DATE_WIDTH 20

static void
append_fact (GString    *text,
             const char *label,
             const char *value)
{
  if (value == NULL || value[0] == '\0')
    return;

  g_string_append (text, "  ");
  cap_cli_append_padded (text, label, LABEL_WIDTH);
  g_string_append_printf (text, "%s\n", value);
}

static void
append_count (GString    *text,
              const char *label,
              int         count)
{
  g_autofree char *value = g_strdup_printf ("%d", count);

  append_fact (text, label, count != CAP_NUMBER_UNKNOWN ? value : NULL);
}

static void
append_member (GString         *text,
               const CapMember *member)
{
  g_autofree char *siret = member->siret != NULL ? cap_siret_format (member->siret) : NULL;
  g_autofree char *kinds = g_strjoinv (", ", member->kinds);
  g_autofree char *fte = member->fte_hundredths != CAP_NUMBER_UNKNOWN
                         ? cap_number_format_hundredths (member->fte_hundredths) : NULL;

  g_string_append_printf (text, "%s\n", member->name);
  append_fact (text, _("SIRET"), siret);
  append_fact (text, _("Kinds"), kinds);
  append_fact (text, _("Delegation"), cap_region_get_label (member->region));
  append_fact (text, _("Department"), member->department);
  append_count (text, _("Permanent staff"), member->staff);
  append_count (text, _("Employees in pathways"), member->participants);
  append_fact (text, _("Full-time equivalents"), fte);
  append_count (text, _("Sites"), member->sites);
}

/* A copy says so: what is written in it comes back to the structure only when it takes the copy. */
static void
append_copy (GString          *text,
             const CapDossier *dossier)
{
  const CapRecord *audit = cap_dossier_find_record (dossier, CAP_REGISTER_AUDIT, dossier->audited);

  if (audit != NULL)
    append_fact (text, _("Copy of the auditor"), cap_record_get_code (audit));
}

static void
append_evaluation (GString             *text,
                   const CapEvaluation *evaluation,
                   const CapMember     *member)
{
  g_autoptr(CapPhotograph) photograph = cap_photograph_new (evaluation, member);
  g_autofree char *date = cap_date_format_long (evaluation->date);
  g_autofree char *coverage = cap_cli_dup_coverage (&photograph->score);

  g_string_append_printf (text, "  %2u  ", evaluation->number);
  cap_cli_append_padded (text, date, DATE_WIDTH);
  cap_cli_append_bar (text, &photograph->score);
  g_string_append_printf (text, "%s\n", coverage);
}

static void
append_actions (GString         *text,
                const GPtrArray *actions)
{
  guint counts[CAP_N_ACTION_STATES] = { 0 };

  for (guint i = 0; i < actions->len; i++)
    counts[((const CapAction *) g_ptr_array_index (actions, i))->state]++;

  g_string_append_c (text, '\n');
  g_string_append_printf (text, ngettext ("Plan: %u action", "Plan: %u actions", actions->len), actions->len);
  g_string_append_c (text, '\n');

  for (guint state = 0; state < CAP_N_ACTION_STATES; state++)
    append_count (text, cap_action_state_get_label (state),
                  counts[state] > 0 ? (int) counts[state] : CAP_NUMBER_UNKNOWN);
}

static void
print_dossier (CapDossier *dossier)
{
  g_autoptr(GString) text = g_string_new (NULL);

  append_member (text, dossier->member);
  append_copy (text, dossier);
  g_string_append_printf (text, "\n%s\n", _("Evaluations"));
  for (guint i = 0; i < dossier->evaluations->len; i++)
    append_evaluation (text, g_ptr_array_index (dossier->evaluations, i), dossier->member);
  append_actions (text, dossier->actions);
  cap_cli_append_readiness (text, dossier);

  cap_cli_print (text);
}

static CapCliStatus
tell_dossier (const char *path,
              gboolean    as_json)
{
  CapCliStatus status = CAP_CLI_DONE;
  g_autoptr(CapDossier) dossier = cap_cli_load (path, &status);

  if (dossier == NULL)
    return status;

  if (as_json)
    {
      g_autofree char *json = cap_summary_json_write (dossier);

      cap_cli_print_json (json);
    }
  else
    {
      print_dossier (dossier);
    }

  return CAP_CLI_DONE;
}

CapCliStatus
cap_cli_show (const CapCliCommand *self,
              GStrv                arguments)
{
  gboolean as_json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("As JSON, for other programs"), NULL },
    { NULL },
  };
  CapCliStatus status;

  if (!cap_cli_parse (self, entries, 1, 1, &arguments, &status))
    return status;

  status = tell_dossier (arguments[0], as_json);
  g_strfreev (arguments);

  return status;
}

static CapCliStatus
check_dossier (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) faults = NULL;
  g_autoptr(GString) text = g_string_new (NULL);
  CapCliStatus status;

  if (!cap_cli_unlock (path, NULL, &status))
    return status;

  faults = cap_dossier_file_check (path, cap_adapted_framework_read, &error);
  if (faults == NULL)
    return cap_cli_fail (path, error);

  for (guint i = 0; i < faults->len; i++)
    cap_cli_complain (path, g_ptr_array_index (faults, i));
  if (faults->len > 0)
    return CAP_CLI_REFUSED;

  g_string_append_printf (text, "%s\n", _("This dossier is sound."));
  cap_cli_print (text);

  return CAP_CLI_DONE;
}

CapCliStatus
cap_cli_check (const CapCliCommand *self,
               GStrv                arguments)
{
  const GOptionEntry entries[] = { { NULL } };
  CapCliStatus status;

  if (!cap_cli_parse (self, entries, 1, 1, &arguments, &status))
    return status;

  status = check_dossier (arguments[0]);
  g_strfreev (arguments);

  return status;
}
