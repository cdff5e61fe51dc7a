/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/cap-votes-csv.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-text.h"
#include "exchange/cap-csv-columns-private.h"
#include "exchange/cap-csv-criterion-private.h"
#include "scoring/cap-ballot-rules.h"
#include "scoring/cap-scope.h"

enum { COL_RESPONDENT, COL_COLLEGE, COL_CRITERION, COL_LEVEL, N_COLS };

static const CapCsvColumn columns[N_COLS] = {
  [COL_RESPONDENT] = { "respondent", "repondant|repondante|repondant·e|code repondant", TRUE },
  [COL_COLLEGE] = { "college", "college de vote|groupe", TRUE },
  [COL_CRITERION] = { "criterion", "critere|code", TRUE },
  [COL_LEVEL] = { "level", "niveau|vote", TRUE },
};

/* By CapCollege: what people write, besides its name and its label, in lower case without accents. */
static const char * const other_names[CAP_N_COLLEGES] = {
  [CAP_COLLEGE_DIRECTION] = "directeur|directrice|encadrement|management",
  [CAP_COLLEGE_PERMANENTS] = "permanent|permanente|permanent·es|equipe|equipe permanente",
  [CAP_COLLEGE_PARCOURS] = "salaries en parcours|salarie·es en parcours|salaries|participants|pathway",
  [CAP_COLLEGE_BENEVOLES] = "benevole|administrateurs|administration|ca|benevoles et administrateurs|"
                            "volunteers|board",
  [CAP_COLLEGE_PARTENAIRES] = "partenaire|partners|clients|prescripteurs",
};

/* What the reading of the rows needs and fills. */
typedef struct
{
  const CapDossier    *dossier;
  const CapEvaluation *evaluation;
  GPtrArray           *faults;
  GPtrArray           *ballots;       /* in the order of the file */
  GHashTable          *by_respondent; /* code, in any case, to CapBallot */
  GHashTable          *lines;         /* respondent and criterion to the line of the vote */
  GHashTable          *colleges;      /* what was written to CapCollege: the same few words on all lines */
  int                  indexes[N_COLS];
} Import;

static void
add_fault (Import          *import,
           const CapCsvRow *row,
           const char      *sentence)
{
  cap_csv_columns_add_fault (import->faults, row->line, sentence);
}

static gboolean
is_called (const char *folded,
           CapCollege  college)
{
  g_autofree char *label = cap_text_fold (cap_college_get_label (college));
  g_auto(GStrv) others = g_strsplit (other_names[college], "|", -1);

  for (guint i = 0; others[i] != NULL; i++)
    {
      g_autofree char *other = cap_text_fold (others[i]);

      if (g_str_equal (folded, other))
        return TRUE;
    }

  return g_str_equal (folded, cap_college_to_name (college)) || g_str_equal (folded, label);
}

static gboolean
find_college (const char *cell,
              CapCollege *college)
{
  g_autofree char *folded = cap_text_fold (cell);

  for (CapCollege it = 0; it < CAP_N_COLLEGES; it++)
    {
      if (is_called (folded, it))
        {
          *college = it;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
parse_college (Import     *import,
               const char *cell,
               CapCollege *college)
{
  gpointer known;

  if (g_hash_table_lookup_extended (import->colleges, cell, NULL, &known))
    {
      *college = (CapCollege) GPOINTER_TO_INT (known);
      return TRUE;
    }
  if (!find_college (cell, college))
    return FALSE;

  g_hash_table_insert (import->colleges, g_strdup (cell), GINT_TO_POINTER (*college));

  return TRUE;
}

static char *
dup_college_names (void)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) names = NULL;

  for (CapCollege it = 0; it < CAP_N_COLLEGES; it++)
    g_strv_builder_add (builder, cap_college_to_name (it));
  names = g_strv_builder_end (builder);

  return g_strjoinv (", ", names);
}

/* Returns: (nullable): the ballot that was given before, to be gone on with, or a new one */
static CapBallot *
find_ballot (Import     *import,
             const char *respondent,
             CapCollege  college)
{
  g_autofree char *key = g_ascii_strup (respondent, -1);
  CapBallot *ballot = g_hash_table_lookup (import->by_respondent, key);
  const CapBallot *given;

  if (ballot != NULL)
    return ballot;

  given = cap_evaluation_find_ballot (import->evaluation, respondent);
  ballot = given != NULL ? cap_ballot_copy (given) : cap_ballot_new (NULL, respondent, college);
  g_ptr_array_add (import->ballots, ballot);
  g_hash_table_insert (import->by_respondent, g_steal_pointer (&key), ballot);

  return ballot;
}

/* A code of the program’s own is known however it is typed (“S-7” for “S-07”); another one stays as it is. */
static void
settle_respondent (const Import  *import,
                   char         **respondent,
                   CapCollege     college)
{
  CapCollege own;
  g_autofree char *code = NULL;

  if (strchr (*respondent, '-') != NULL &&
      cap_evaluation_find_ballot (import->evaluation, *respondent) == NULL)
    code = cap_college_read_code (*respondent, &own);
  if (code != NULL && own == college)
    cap_set_string (respondent, code);
}

/* Returns: (nullable): whose vote the row is; %NULL when it cannot be told */
static CapBallot *
read_ballot (Import          *import,
             const CapCsvRow *row)
{
  g_autofree char *respondent = cap_csv_columns_dup_cell (row, import->indexes[COL_RESPONDENT]);
  g_autofree char *college_cell = cap_csv_columns_dup_cell (row, import->indexes[COL_COLLEGE]);
  g_autoptr(GError) error = NULL;
  g_autofree char *sentence = NULL;
  CapCollege college;
  CapBallot *ballot;

  if (!cap_ballot_check_respondent (respondent, &error))
    {
      add_fault (import, row, error->message);
      return NULL;
    }

  if (college_cell == NULL || !parse_college (import, college_cell, &college))
    {
      g_autofree char *names = dup_college_names ();

      /* Translators: what was written, then the names of the colleges */
      sentence = g_strdup_printf (_("“%1$s” is no college; there are: %2$s"),
                                  college_cell != NULL ? college_cell : "", names);
      add_fault (import, row, sentence);
      return NULL;
    }

  settle_respondent (import, &respondent, college);
  ballot = find_ballot (import, respondent, college);
  if (ballot->college == college)
    return ballot;

  /* Translators: the code of a respondent, then a college */
  sentence = g_strdup_printf (_("%1$s votes in the college “%2$s” already: a code is of one person"),
                              respondent, cap_college_get_label (ballot->college));
  add_fault (import, row, sentence);

  return NULL;
}

static gboolean
check_first (Import          *import,
             const CapCsvRow *row,
             const CapBallot *ballot,
             const char      *criterion)
{
  g_autofree char *key = g_strconcat (ballot->id, "\n", criterion, NULL);
  const guint before = GPOINTER_TO_UINT (g_hash_table_lookup (import->lines, key));
  g_autofree char *sentence = NULL;

  if (before == 0)
    {
      g_hash_table_insert (import->lines, g_steal_pointer (&key), GUINT_TO_POINTER (row->line));
      return TRUE;
    }

  /* Translators: the code of a respondent, that of a criterion, the number of a line */
  sentence = g_strdup_printf (_("%1$s has voted on %2$s on line %3$u already"), ballot->respondent, criterion,
                              before);
  add_fault (import, row, sentence);

  return FALSE;
}

static void
import_row (Import          *import,
            const CapCsvRow *row)
{
  CapBallot *ballot = read_ballot (import, row);
  const CapFramework *framework = import->evaluation->framework;
  g_autofree char *criterion = cap_csv_dup_criterion (framework, row, import->indexes[COL_CRITERION]);
  g_autofree char *cell = cap_csv_columns_dup_cell (row, import->indexes[COL_LEVEL]);
  g_autoptr(GError) error = NULL;
  int level;

  if (ballot == NULL)
    return;

  if (criterion == NULL)
    add_fault (import, row, _("the code of the criterion is missing"));
  else if (cell == NULL)
    add_fault (import, row, _("the level is missing: a number, or none"));
  else if (!cap_ballot_parse_vote (import->evaluation, import->dossier->member, criterion, cell, &level,
                                   &error))
    add_fault (import, row, error->message);
  else if (check_first (import, row, ballot, criterion))
    cap_ballot_set_level (ballot, criterion, level);
}

static CapCommand *
make_command (const Import *import,
              const char   *name)
{
  CapCommand *command = cap_command_new (CAP_GESTURE_IMPORT, name);

  for (guint i = 0; i < import->ballots->len; i++)
    cap_command_put_ballot (command, import->evaluation->id, g_ptr_array_index (import->ballots, i));

  return command;
}

/**
 * cap_votes_csv_read:
 * @source: a CSV file: respondent, college, criterion, level
 * @name: its name, for the journal
 * @dossier: what the votes go into: its evaluation in course
 * @faults: (out) (transfer full) (element-type utf8): every fault, with its line, in the user’s language
 *
 * A respondent who voted already goes on: what the file does not speak of stays. “none” takes a vote back.
 *
 * Returns: (transfer full) (nullable): the gesture; %NULL when there is a fault: all rows, or none
 */
CapCommand *
cap_votes_csv_read (GBytes            *source,
                    const char        *name,
                    const CapDossier  *dossier,
                    GPtrArray        **faults)
{
  g_autoptr(GPtrArray) ballots = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_ballot_free);
  g_autoptr(GHashTable) by_respondent = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) colleges = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GPtrArray) rows = NULL;
  Import import = { dossier, NULL, NULL, ballots, by_respondent, lines, colleges, { 0 } };
  gboolean whole = TRUE;

  g_return_val_if_fail (source != NULL && name != NULL && dossier != NULL && faults != NULL, NULL);

  *faults = g_ptr_array_new_with_free_func (g_free);
  import.evaluation = cap_dossier_get_current (dossier);
  import.faults = *faults;
  rows = cap_csv_columns_read (source, columns, N_COLS, import.indexes, *faults);

  /* Without its columns a row says nothing. */
  for (guint i = 0; i < N_COLS; i++)
    whole = whole && import.indexes[i] >= 0;
  for (guint i = 1; i < rows->len && whole; i++)
    import_row (&import, g_ptr_array_index (rows, i));

  return (*faults)->len == 0 ? make_command (&import, name) : NULL;
}
