/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "base/cap-number.h"
#include "cli/cap-cli-private.h"
#include "exchange/cap-votes-json.h"
#include "scoring/cap-scope.h"
#include "scoring/cap-votes.h"

#define CODE_WIDTH   7
#define COUNT_WIDTH  4
#define MEDIAN_WIDTH 16

static void
append_respondents (GString        *text,
                    const CapVotes *votes)
{
  for (CapCollege college = 0; college < CAP_N_COLLEGES; college++)
    {
      const guint n_respondents = cap_votes_count_respondents (votes, college);

      if (n_respondents > 0)
        g_string_append_printf (text, "  %3u  %s\n", n_respondents, cap_college_get_label (college));
    }
}

/* “A1.1     0   2   5   4   1   median 2.5      decided 3   to discuss” */
static void
append_criterion (GString             *text,
                  const CapEvaluation *evaluation,
                  const CapCriterion  *criterion,
                  const CapSpread     *spread)
{
  const GPtrArray *levels = evaluation->framework->levels;
  const CapAnswer *answer = cap_evaluation_get_answer (evaluation, criterion->code);
  g_autofree char *median = cap_number_format_hundredths (spread->whole.median_halves * 50);
  /* Translators: the middle vote; sixteen characters at most */
  g_autofree char *middle = g_strdup_printf (_("median %s"), median);

  cap_cli_append_padded (text, criterion->code, CODE_WIDTH);
  for (guint i = 0; i < levels->len; i++)
    g_string_append_printf (text, "%*u", COUNT_WIDTH,
                            spread->whole.counts[((const CapLevel *) g_ptr_array_index (levels, i))->number]);
  g_string_append (text, "   ");
  cap_cli_append_padded (text, middle, MEDIAN_WIDTH);
  if (answer != NULL && answer->state == CAP_ANSWER_RATED)
    /* Translators: the level that the group decided */
    g_string_append_printf (text, _("decided %d"), answer->level);
  else
    g_string_append (text, _("not decided"));
  if (spread->discuss)
    g_string_append_printf (text, "   %s", _("to discuss"));
  g_string_append_c (text, '\n');
}

static void
print_votes (const CapDossier    *dossier,
             const CapEvaluation *evaluation)
{
  g_autoptr(CapVotes) votes = cap_votes_new (evaluation);
  g_autoptr(GString) text = g_string_new (NULL);
  const GPtrArray *criteria = evaluation->framework->criteria;

  if (evaluation->ballots->len == 0)
    {
      g_string_append_printf (text, "%s\n", _("Nobody has voted yet."));
      cap_cli_print (text);
      return;
    }

  g_string_append_printf (text, ngettext ("%u respondent", "%u respondents", evaluation->ballots->len),
                          evaluation->ballots->len);
  g_string_append_c (text, '\n');
  append_respondents (text, votes);
  g_string_append_c (text, '\n');
  for (guint i = 0; i < criteria->len; i++)
    {
      const CapCriterion *criterion = g_ptr_array_index (criteria, i);
      const CapSpread *spread = cap_votes_get (votes, criterion->code);

      if (spread->whole.n_votes > 0 && cap_scope_includes (criterion, evaluation, dossier->member))
        append_criterion (text, evaluation, criterion, spread);
    }

  cap_cli_print (text);
}

CapCliStatus
cap_cli_votes (const CapCliCommand *self,
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
  CapCliStatus status = CAP_CLI_DONE;
  g_autoptr(CapDossier) dossier = NULL;
  const CapEvaluation *evaluation;
  g_autofree char *json = NULL;

  if (!cap_cli_parse (self, entries, 1, 1, &arguments, &status))
    return status;

  dossier = cap_cli_load (arguments[0], &status);
  g_strfreev (arguments);
  evaluation = dossier != NULL ? cap_cli_find_evaluation (dossier, number, &status) : NULL;
  if (evaluation == NULL)
    return status;

  if (as_json)
    {
      json = cap_votes_json_write (dossier, evaluation);
      cap_cli_print_json (json);
    }
  else
    {
      print_votes (dossier, evaluation);
    }

  return CAP_CLI_DONE;
}
