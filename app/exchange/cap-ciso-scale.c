/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/cap-ciso-private.h"

#include <glib/gi18n.h>

#define MAX_LEVELS (CAP_LEVEL_LIMIT + 1)
#define FEW_LEVELS 5 /* what a long scale is brought to */
#define MAX_SCORES 1000
#define DEFAULT_MIN 0 /* what the community takes when only one end is said */
#define DEFAULT_MAX 100

/* A score that the library names. */
typedef struct
{
  int            score;
  const CapYaml *entry;
} Score;

/* Returns: (nullable): the list of scores of @entry, or one of its alternatives. */
const CapYaml *
cap_ciso_list_scores (const CapYaml *entry,
                      const char    *alternative)
{
  const CapYaml *scores = cap_yaml_get (entry, "scores_definition");

  if (alternative != NULL)
    return cap_yaml_get (cap_yaml_get (scores, "alternatives"), alternative);

  return scores != NULL && scores->kind == CAP_YAML_MAP ? cap_yaml_get (scores, "scale") : scores;
}

static int
compare_scores (gconstpointer a,
                gconstpointer b)
{
  return ((const Score *) a)->score - ((const Score *) b)->score;
}

/* Returns: (transfer full) (element-type Score): the scores that have a name, the lowest first */
static GArray *
read_scores (CapCiso *self)
{
  const CapYaml *list = cap_ciso_list_scores (self->framework, NULL);
  GArray *scores = g_array_new (FALSE, FALSE, sizeof (Score));

  for (guint i = 0; i < MIN (cap_yaml_get_length (list), MAX_SCORES); i++)
    {
      Score score = { 0, cap_yaml_get_item (list, i) };
      gboolean twice = FALSE;

      if (cap_yaml_get (score.entry, "score") == NULL)
        cap_ciso_add_fault (self, score.entry->line, _("a score has a number: “score”"));
      if (!cap_ciso_read_int (self, score.entry, "score", &score.score))
        continue;
      for (guint j = 0; j < scores->len; j++)
        twice = twice || g_array_index (scores, Score, j).score == score.score;
      if (!twice)
        g_array_append_val (scores, score);
      if (twice)
        cap_ciso_add_fault (self, score.entry->line, _("this score has a name already"));
    }
  g_array_sort (scores, compare_scores);

  return scores;
}

static const CapYaml *
find_score (const GArray *scores,
            int           score)
{
  for (guint i = 0; i < scores->len; i++)
    {
      if (g_array_index (scores, Score, i).score == score)
        return g_array_index (scores, Score, i).entry;
    }

  return NULL;
}

static void
translate_level (CapCiso       *self,
                 const CapYaml *entry,
                 CapLevel      *level)
{
  g_autoptr(GPtrArray) languages = cap_ciso_list_languages (self, entry);

  for (guint i = 0; i < languages->len; i++)
    {
      const char *language = g_ptr_array_index (languages, i);
      const char *name = cap_ciso_find_text (self, entry, "name", language);
      g_autofree char *label = name != NULL ? cap_ciso_dup_line (name) : NULL;
      g_autofree char *descriptor =
        cap_ciso_dup_text (self, cap_ciso_find_text (self, entry, "description", language));
      g_autofree char *evidence =
        cap_ciso_dup_text (self, cap_ciso_find_text (self, entry, "description_doc", language));

      cap_ciso_translate (&level->translations, language, "label", label, level->label);
      cap_ciso_translate (&level->translations, language, "descriptor", descriptor, level->descriptor);
      cap_ciso_translate (&level->translations, language, "evidence", evidence, level->evidence);
    }
}

/* @score: what the level stands for; @entry: (nullable): where the library names it */
static void
add_level (CapCiso       *self,
           int            number,
           int            score,
           const CapYaml *entry)
{
  CapLevel *level = cap_level_new (number);
  const char *name = cap_ciso_find_text (self, entry, "name", NULL);
  const char *description = cap_ciso_find_text (self, entry, "description", NULL);
  g_autofree char *digits = g_strdup_printf ("%d", number);
  g_autofree char *about = g_strdup_printf ("%d", score);
  g_autofree char *least = g_strdup_printf ("%d", self->score_min);
  g_autofree char *greatest = g_strdup_printf ("%d", self->score_max);

  cap_ciso_note_line (self, entry, "/levels/%u", self->result->levels->len);
  g_ptr_array_add (self->result->levels, level);
  level->label = name != NULL ? cap_ciso_dup_line (name) : cap_ciso_fill (self->words->level, digits, NULL);
  level->step = g_strdup ("");
  level->evidence = cap_ciso_dup_text (self, cap_ciso_find_text (self, entry, "description_doc", NULL));
  if (description != NULL)
    level->descriptor = cap_ciso_dup_text (self, description);
  else if (entry == NULL && self->scaled)
    level->descriptor = cap_ciso_fill (self->words->level_of, about, least, greatest, NULL);
  else
    level->descriptor = g_strdup (level->label);
  if (entry != NULL)
    translate_level (self, entry, level);
}

/* No scale: is it met, partly, not at all. */
static void
add_compliance (CapCiso *self)
{
  for (int i = 0; i < (int) G_N_ELEMENTS (self->words->compliance); i++)
    {
      CapLevel *level = cap_level_new (i);

      level->label = g_strdup (self->words->compliance[i]);
      level->step = g_strdup ("");
      level->descriptor = g_strdup (self->words->compliance_of[i]);
      level->evidence = g_strdup ("");
      g_ptr_array_add (self->result->levels, level);
    }
  self->score_min = 0;
  self->score_max = (int) G_N_ELEMENTS (self->words->compliance) - 1;
}

/* One level for each score when they are few, for each score that has a name otherwise; failing
 * that, five levels. */
static void
add_levels (CapCiso      *self,
            const GArray *scores)
{
  int n = self->score_max - self->score_min + 1;
  int first = self->score_min == 1 && self->score_max <= CAP_LEVEL_LIMIT ? 1 : 0;

  self->scaled = n > MAX_LEVELS;
  if (!self->scaled)
    {
      for (int i = 0; i < n; i++)
        add_level (self, first + i, self->score_min + i, find_score (scores, self->score_min + i));
    }
  else if (scores->len > 1 && scores->len <= MAX_LEVELS)
    {
      for (guint i = 0; i < scores->len; i++)
        {
          const Score *score = &g_array_index (scores, Score, i);

          add_level (self, (int) i, score->score, score->entry);
        }
    }
  else
    {
      for (int i = 0; i < FEW_LEVELS; i++)
        add_level (self, i, self->score_min + (n - 1) * i / (FEW_LEVELS - 1), NULL);
    }
}

/* The ends of the scale, and the scores that have a name beyond them: somebody meant these too. */
static gboolean
read_ends (CapCiso      *self,
           const GArray *scores)
{
  gboolean has_min = cap_yaml_get (self->framework, "min_score") != NULL;
  gboolean has_max = cap_yaml_get (self->framework, "max_score") != NULL;

  if (!has_min && !has_max && scores->len == 0)
    return FALSE;

  self->score_min = scores->len > 0 && !has_min ? g_array_index (scores, Score, 0).score : DEFAULT_MIN;
  self->score_max = scores->len > 0 && !has_max ? g_array_index (scores, Score, scores->len - 1).score
                                                : DEFAULT_MAX;
  cap_ciso_read_int (self, self->framework, "min_score", &self->score_min);
  cap_ciso_read_int (self, self->framework, "max_score", &self->score_max);
  if (scores->len > 0)
    {
      self->score_min = MIN (self->score_min, g_array_index (scores, Score, 0).score);
      self->score_max = MAX (self->score_max, g_array_index (scores, Score, scores->len - 1).score);
    }

  return TRUE;
}

/* The target is the level below the highest one, the highest one where levels only say whether a
 * requirement is met. */
static void
set_rules (CapCiso  *self,
           gboolean  compliance)
{
  int n = (int) self->result->levels->len;
  int lowest = ((const CapLevel *) g_ptr_array_index (self->result->levels, 0))->number;
  int highest = lowest + n - 1;
  int target = compliance ? highest : MAX (highest - 1, lowest + 1);

  self->result->rules = (CapRules) { lowest + 1, target, target, highest };
}

/* The levels, and the rules that follow from them. */
void
cap_ciso_read_scale (CapCiso *self)
{
  guint faults = self->faults->len;
  g_autoptr(GArray) scores = read_scores (self);
  gboolean has_scale = read_ends (self, scores);

  if (self->faults->len > faults)
    return;

  if (has_scale && self->score_max <= self->score_min)
    {
      cap_ciso_add_fault (self, self->framework->line,
                          _("the greatest score is not above the least one: “min_score”, “max_score”"));
      return;
    }

  if (has_scale)
    add_levels (self, scores);
  else
    add_compliance (self);
  set_rules (self, !has_scale);
}
