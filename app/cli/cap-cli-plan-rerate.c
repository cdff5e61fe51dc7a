/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "cli/cap-cli-private.h"
#include "exchange/cap-rerating-json.h"

static void
append_rerating (GString             *text,
                 const CapRerating   *rerating,
                 const CapEvaluation *evaluation)
{
  g_autofree char *reason = cap_rerating_dup_reason (rerating);

  cap_cli_append_padded (text, rerating->criterion->code, 6);
  /* Translators: the level of a criterion, and the one that is proposed */
  g_string_append_printf (text, _("level %d → %d"), rerating->from, rerating->to);
  g_string_append_printf (text, "  %s\n      %s\n", rerating->criterion->label, reason);
  if (cap_rerating_lacks_evidence (rerating, evaluation))
    {
      g_string_append (text, "      ");
      /* Translators: a level */
      g_string_append_printf (text, _("From level %d on, evidence is expected: there is none yet."),
                              evaluation->framework->rules.evidence_from);
      g_string_append_c (text, '\n');
    }
}

static void
append_differences (GString         *text,
                    const GPtrArray *differences)
{
  for (guint i = 0; i < differences->len; i++)
    {
      const CapDifference *difference = g_ptr_array_index (differences, i);
      g_autofree char *name = cap_difference_dup_name (difference);
      g_autofree char *values = cap_difference_dup_values (difference);

      if (difference->kind != CAP_DIFFERENCE_CRITERION)
        g_string_append_printf (text, "  %s  %s\n", name, values);
    }
}

static void
print_reratings (const GPtrArray        *reratings,
                 const CapReratingTrial *trial,
                 const CapEvaluation    *evaluation,
                 gboolean                applied)
{
  g_autoptr(GString) text = g_string_new (NULL);

  if (reratings->len == 0)
    g_string_append_printf (text, "%s\n", _("There is nothing to rate again."));
  for (guint i = 0; i < reratings->len; i++)
    append_rerating (text, g_ptr_array_index (reratings, i), evaluation);
  if (reratings->len > 0)
    g_string_append_printf (text, "%s\n",
                            applied ? _("What changed:") : _("What would change with --apply:"));
  append_differences (text, trial->differences);

  cap_cli_print (text);
}

static CapCliStatus
tell (const CapDossier *dossier,
      gboolean          as_json,
      CapDossierFile   *file,
      const char       *path)
{
  const CapEvaluation *evaluation = cap_dossier_get_current (dossier);
  g_autoptr(CapPhotograph) photograph = cap_photograph_new (evaluation, dossier->member);
  g_autoptr(GPtrArray) reratings = cap_reratings_list (dossier, photograph);
  g_autoptr(CapReratingTrial) trial = cap_reratings_try (reratings, dossier, photograph);
  CapCliStatus status = CAP_CLI_DONE;

  if (file != NULL && reratings->len > 0)
    {
      g_autoptr(CapCommand) command = cap_reratings_to_command (reratings, evaluation);

      status = cap_cli_commit (file, path, command);
    }
  if (status != CAP_CLI_DONE)
    return status;

  if (as_json)
    {
      g_autofree char *json = cap_rerating_json_write (reratings, trial, evaluation);

      cap_cli_print_json (json);
    }
  else
    {
      print_reratings (reratings, trial, evaluation, file != NULL);
    }

  return status;
}

/**
 * cap_cli_rerate:
 * @apply: whether the criteria get their new levels; otherwise nothing changes
 *
 * Tells which levels effective actions brought, and what would change.
 */
CapCliStatus
cap_cli_rerate (const char *path,
                gboolean    apply,
                gboolean    as_json)
{
  CapCliStatus status = CAP_CLI_DONE;
  g_autoptr(CapDossier) dossier = NULL;
  g_autoptr(CapDossierFile) file = NULL;

  if (apply)
    file = cap_cli_open (path, &dossier, &status);
  else
    dossier = cap_cli_load (path, &status);

  return dossier != NULL && status == CAP_CLI_DONE ? tell (dossier, as_json, file, path) : status;
}
