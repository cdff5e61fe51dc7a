/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "cli/cap-cli-private.h"
#include "exchange/cap-score-json.h"

#define CODE_WIDTH 6
#define COVERAGE_WIDTH 9
#define LEVEL_WIDTH 12

/* “  A1    75 %  ███████████████░░░░░  4/4      acquired 2  Label” */
static void
append_line (GString        *text,
             const char     *code,
             const CapScore *score,
             const char     *note,
             const char     *label)
{
  g_autofree char *coverage = g_strdup_printf ("%u/%u%s", score->coverage.answered,
                                               score->coverage.applicable, score->provisional ? " …" : "");

  cap_cli_append_padded (text, code, CODE_WIDTH);
  cap_cli_append_bar (text, score);
  cap_cli_append_padded (text, coverage, COVERAGE_WIDTH);
  cap_cli_append_padded (text, note, LEVEL_WIDTH);
  g_string_append_printf (text, "%s\n", label);
}

static void
append_objective (GString                  *text,
                  const CapObjectiveResult *result)
{
  g_autofree char *code = g_strdup_printf ("  %s", result->objective->code);
  g_autofree char *note = NULL;

  if (result->acquired_level == CAP_LEVEL_UNSET)
    note = g_strdup ("");
  else
    /* Translators: the acquired level of an objective, 0 to 4; twelve characters at most */
    note = g_strdup_printf (_("acquired %d"), result->acquired_level);

  append_line (text, code, &result->score, note, result->objective->label);
}

static void
append_theme (GString              *text,
              const CapThemeResult *result)
{
  g_string_append_c (text, '\n');
  append_line (text, result->theme->code, &result->score, "", result->theme->label);
  for (guint i = 0; i < result->objectives->len; i++)
    {
      const CapObjectiveResult *objective = g_ptr_array_index (result->objectives, i);

      if (objective->score.coverage.applicable > 0)
        append_objective (text, objective);
    }
}

static void
append_core_below (GString         *text,
                   const GPtrArray *results)
{
  if (results->len == 0)
    return;

  g_string_append_printf (text, "\n%s\n", _("Core criteria below 2, which no average makes up for:"));
  for (guint i = 0; i < results->len; i++)
    {
      const CapCriterionResult *result = g_ptr_array_index (results, i);

      g_string_append (text, "  ");
      cap_cli_append_padded (text, result->criterion->code, CODE_WIDTH);
      g_string_append_printf (text, "%d  %s\n", result->level, result->criterion->label);
    }
}

static void
append_head (GString             *text,
             const CapDossier    *dossier,
             const CapEvaluation *evaluation)
{
  g_autofree char *date = cap_date_format_long (evaluation->date);

  g_string_append_printf (text, "%s\n", dossier->member->name);
  /* Translators: number of the evaluation, its date, title of the framework, its version */
  g_string_append_printf (text, _("Photograph of evaluation %u, %s (%s, version %s)"), evaluation->number,
                          date, evaluation->framework->title, evaluation->framework->version);
  g_string_append (text, "\n\n");
}

static void
append_whole (GString             *text,
              const CapPhotograph *photograph)
{
  g_autofree char *coverage = cap_cli_dup_coverage (&photograph->score);

  /* Translators: five characters at most */
  cap_cli_append_padded (text, C_("the whole score", "All"), CODE_WIDTH);
  cap_cli_append_bar (text, &photograph->score);
  g_string_append_printf (text, "%s\n", coverage);
}

static void
print_score (const CapDossier    *dossier,
             const CapEvaluation *evaluation,
             const CapPhotograph *photograph)
{
  g_autoptr(GString) text = g_string_new (NULL);
  const CapObjectiveResult *weakest = photograph->weakest_objective;

  append_head (text, dossier, evaluation);
  append_whole (text, photograph);
  for (guint i = 0; i < photograph->themes->len; i++)
    append_theme (text, g_ptr_array_index (photograph->themes, i));

  if (weakest != NULL)
    {
      g_string_append_c (text, '\n');
      /* Translators: code and title of an objective */
      g_string_append_printf (text, _("The weakest objective: %s, %s"), weakest->objective->code,
                              weakest->objective->label);
      g_string_append_c (text, '\n');
    }
  append_core_below (text, photograph->core_below);

  cap_cli_print (text);
}

static CapCliStatus
tell_score (const char *path,
            const char *number,
            gboolean    as_json)
{
  CapCliStatus status = CAP_CLI_DONE;
  g_autoptr(CapDossier) dossier = cap_cli_load (path, &status);
  const CapEvaluation *evaluation = dossier != NULL ? cap_cli_find_evaluation (dossier, number, &status)
                                                    : NULL;
  g_autoptr(CapPhotograph) photograph = NULL;

  if (evaluation == NULL)
    return status;

  photograph = cap_photograph_new (evaluation, dossier->member);
  if (as_json)
    {
      g_autofree char *json = cap_score_json_write (evaluation, photograph);

      cap_cli_print_json (json);
    }
  else
    {
      print_score (dossier, evaluation, photograph);
    }

  return CAP_CLI_DONE;
}

CapCliStatus
cap_cli_score (const CapCliCommand *self,
               GStrv                arguments)
{
  gboolean as_json = FALSE;
  g_autofree char *number = NULL;
  const GOptionEntry entries[] = {
    { "evaluation", 0, 0, G_OPTION_ARG_STRING, &number, N_("Of this evaluation rather than the last one"),
      N_("N") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("As JSON, for other programs"), NULL },
    { NULL },
  };
  CapCliStatus status;

  if (!cap_cli_parse (self, entries, 1, 1, &arguments, &status))
    return status;

  status = tell_score (arguments[0], number, as_json);
  g_strfreev (arguments);

  return status;
}
