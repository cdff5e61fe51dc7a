/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "scoring/cap-reading.h"

#include "scoring/cap-mean-private.h"

#define MAX_LINES 8

/* By CapReadingKind. The numbers are those of the guide and of the standard, whatever a framework
 * speaks to. */
static const struct
{
  const char *name;
  goffset     references;
  const char *codes[MAX_LINES + 1];
} readings[CAP_N_READING_KINDS] = {
  [CAP_READING_CSESS] = {
    "csess", G_STRUCT_OFFSET (CapObjective, csess),
    { "1", "2", "3", "4", "5", "6", "7", "8", NULL },
  },
  [CAP_READING_ISO_26000] = {
    "iso26000", G_STRUCT_OFFSET (CapObjective, subjects),
    { "6.2", "6.3", "6.4", "6.5", "6.6", "6.7", "6.8", NULL },
  },
};

static gboolean
speaks_to (const CapObjective *objective,
           CapReadingKind      kind,
           const char         *code)
{
  GStrv references = G_STRUCT_MEMBER (GStrv, objective, readings[kind].references);

  return references != NULL && g_strv_contains ((const char * const *) references, code);
}

static void
note_extremes (CapReadingLine           *line,
               const CapObjectiveResult *result)
{
  if (line->weakest == NULL || cap_fraction_compare (result->score.exact, line->weakest->score.exact) < 0)
    line->weakest = result;
  if (line->strongest == NULL || cap_fraction_compare (result->score.exact, line->strongest->score.exact) > 0)
    line->strongest = result;
}

static void
add_objective (CapReadingLine     *line,
               CapMean            *mean,
               CapObjectiveResult *result)
{
  if (!speaks_to (result->objective, line->kind, line->code))
    return;

  cap_coverage_add (&line->score.coverage, &result->score.coverage);
  if (result->score.coverage.applicable > 0)
    g_ptr_array_add (line->objectives, result);
  if (result->score.exact == NULL)
    return;

  cap_mean_add (mean, result->score.exact, result->objective->weight);
  note_extremes (line, result);
}

static CapReadingLine *
judge_line (const CapPhotograph *photograph,
            CapReadingKind       kind,
            const char          *code)
{
  CapReadingLine *line = g_new0 (CapReadingLine, 1);
  CapMean mean;

  line->kind = kind;
  line->code = code;
  line->objectives = g_ptr_array_new ();
  cap_mean_init (&mean);

  for (guint i = 0; i < photograph->themes->len; i++)
    {
      const CapThemeResult *theme = g_ptr_array_index (photograph->themes, i);

      for (guint j = 0; j < theme->objectives->len; j++)
        add_objective (line, &mean, g_ptr_array_index (theme->objectives, j));
    }
  cap_score_set (&line->score, cap_mean_finish (&mean));

  return line;
}

static void
free_line (CapReadingLine *self)
{
  g_clear_pointer (&self->score.exact, cap_fraction_free);
  g_ptr_array_unref (self->objectives);
  g_free (self);
}

/**
 * cap_reading_new:
 * @photograph: the results of an evaluation
 * @kind: by what
 *
 * Regroups the objectives of the network. What the structure added for itself
 * is in none of the lines.
 *
 * Returns: (transfer full): eight lines or seven, or none at all; @photograph
 *   must outlive it
 */
CapReading *
cap_reading_new (const CapPhotograph *photograph,
                 CapReadingKind       kind)
{
  CapReading *self;

  g_return_val_if_fail (photograph != NULL && kind < CAP_N_READING_KINDS, NULL);

  self = g_new0 (CapReading, 1);
  self->kind = kind;
  self->photograph = photograph;
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) free_line);

  if (!cap_reading_is_there (photograph->framework, kind))
    return self;

  for (const char * const *code = readings[kind].codes; *code != NULL; code++)
    g_ptr_array_add (self->lines, judge_line (photograph, kind, *code));

  return self;
}

void
cap_reading_free (CapReading *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->lines);
  g_free (self);
}

gboolean
cap_reading_is_there (const CapFramework *framework,
                      CapReadingKind      kind)
{
  g_return_val_if_fail (framework != NULL && kind < CAP_N_READING_KINDS, FALSE);

  for (guint i = 0; i < framework->themes->len; i++)
    {
      const CapTheme *theme = g_ptr_array_index (framework->themes, i);

      for (guint j = 0; j < theme->objectives->len && !theme->local; j++)
        {
          GStrv references = G_STRUCT_MEMBER (GStrv, g_ptr_array_index (theme->objectives, j),
                                              readings[kind].references);

          if (references != NULL && references[0] != NULL)
            return TRUE;
        }
    }

  return FALSE;
}

const char *
cap_reading_kind_to_name (CapReadingKind kind)
{
  g_return_val_if_fail (kind < CAP_N_READING_KINDS, NULL);

  return readings[kind].name;
}
