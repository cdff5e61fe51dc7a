/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "scoring/cap-reading-text.h"

#include <glib/gi18n.h>

#include "base/cap-locale.h"
#include "base/cap-number.h"

/* A theme of the guide or a core subject, where the framework has no name for it that the user reads. */
typedef struct
{
  const char *code;
  const char *title;
} Title;

static const Title csess_titles[] = {
  { "1", N_("Democratic governance") },
  { "2", N_("Consultation when the strategy is drawn up") },
  { "3", N_("Roots of activity and jobs in the territory") },
  { "4", N_("Pay, social example, training, health and safety, quality of jobs") },
  { "5", N_("Link with users, beneficiaries and customers; needs that nobody meets") },
  { "6", N_("Diversity, action against discrimination, equality of women and men") },
  { "7", N_("Environmental dimension") },
  { "8", N_("Ethics and professional conduct") },
  { NULL },
};

static const Title subject_titles[] = {
  { "6.2", N_("Governance of the organisation") },
  { "6.3", N_("Human rights") },
  { "6.4", N_("Work relations and conditions") },
  { "6.5", N_("The environment") },
  { "6.6", N_("Fair practices") },
  { "6.7", N_("Consumer issues") },
  { "6.8", N_("Communities and local development") },
  { NULL },
};

/* By CapReadingKind. */
static const struct
{
  const char  *label;
  const char  *notice;
  const Title *titles;
} words[CAP_N_READING_KINDS] = {
  [CAP_READING_CSESS] = {
    N_("CSESS Reading"),
    N_("The same results, by the eight themes of the CSESS guide on good practices in the social economy: "
       "they are made to be presented to the employees and to the general meeting. The correspondence "
       "between objectives and themes is that of the framework’s authors; the CSESS did not check it. An "
       "objective counts as a whole in each theme that one of its criteria speaks to."),
    csess_titles,
  },
  [CAP_READING_ISO_26000] = {
    N_("ISO 26000 Reading"),
    N_("The same results, by the seven core subjects of ISO 26000. That standard gives guidance on social "
       "responsibility: it cannot be certified, and these figures are neither a certificate nor a proof of "
       "conformity. The correspondence between objectives and core subjects is that of the framework’s "
       "authors. An objective counts as a whole in each core subject that one of its criteria speaks to."),
    subject_titles,
  },
};

const char *
cap_reading_kind_get_label (CapReadingKind kind)
{
  g_return_val_if_fail (kind < CAP_N_READING_KINDS, NULL);

  return gettext (words[kind].label);
}

/* What the figures are, and what they are not. */
const char *
cap_reading_kind_get_notice (CapReadingKind kind)
{
  g_return_val_if_fail (kind < CAP_N_READING_KINDS, NULL);

  return gettext (words[kind].notice);
}

/**
 * cap_reading_line_get_title:
 * @line: a line
 * @framework: the one of its objectives
 *
 * Returns: (transfer none): the title that the framework gives it in the
 *   language of the user, or else the program’s own
 */
const char *
cap_reading_line_get_title (const CapReadingLine *line,
                            const CapFramework   *framework)
{
  const char *language = cap_locale_get_language ();
  const CapTerm *term;
  const char *title = NULL;
  const Title *own;

  g_return_val_if_fail (line != NULL && framework != NULL, NULL);

  term = cap_framework_find_term (line->kind == CAP_READING_CSESS ? framework->csess : framework->subjects,
                                  line->code);
  if (term != NULL)
    title = g_strcmp0 (framework->language, language) == 0
            ? term->label : cap_translations_get (term->translations, language, "label");

  own = words[line->kind].titles;
  while (title == NULL && !g_str_equal (own->code, line->code))
    own++;

  return title != NULL ? title : gettext (own->title);
}

static guint
count_scored (const CapReadingLine *line)
{
  guint count = 0;

  for (guint i = 0; i < line->objectives->len; i++)
    count += ((const CapObjectiveResult *) g_ptr_array_index (line->objectives, i))->score.exact != NULL;

  return count;
}

/* Why there is no score. */
static char *
dup_absence (const CapReadingLine *line)
{
  const CapCoverage *coverage = &line->score.coverage;

  if (coverage->applicable == 0 && coverage->out_of_scope == 0)
    return g_strdup (_("No objective of the framework speaks to it."));
  if (coverage->applicable == 0)
    return g_strdup (_("Nothing that speaks to it is asked in this evaluation."));
  if (!line->score.provisional)
    return g_strdup (_("No criterion that speaks to it concerns the structure."));

  return g_strdup (_("Without a score yet."));
}

static char *
dup_objective (const CapObjectiveResult *result)
{
  return g_strdup_printf ("%s\u00A0– %s", result->objective->code, result->objective->label);
}

/* What stands out among its objectives. */
static char *
dup_extremes (const CapReadingLine *line)
{
  g_autofree char *strongest = dup_objective (line->strongest);
  g_autofree char *weakest = dup_objective (line->weakest);
  g_autofree char *high = cap_number_format_percent (line->strongest->score.percent);
  g_autofree char *low = cap_number_format_percent (line->weakest->score.percent);
  guint n_scored = count_scored (line);

  if (n_scored == 1)
    /* Translators: an objective (“A2 – Faire vivre…”), its score */
    return g_strdup_printf (_("A single objective has a score: %1$s (%2$s)."), strongest, high);
  if (cap_fraction_compare (line->strongest->score.exact, line->weakest->score.exact) == 0)
    /* Translators: how many objectives, never only one; their score */
    return g_strdup_printf (ngettext ("The %1$u objective with a score stands at %2$s.",
                                      "The %1$u objectives with a score all stand at %2$s.",
                                      n_scored),
                            n_scored, high);

  /* Translators: an objective (“A2 – Faire vivre…”), its score, another one, its score */
  return g_strdup_printf (_("Strongest: %1$s (%2$s). Weakest: %3$s (%4$s)."), strongest, high, weakest, low);
}

/**
 * cap_reading_line_dup_text:
 * @line: a line
 *
 * Returns: (transfer full): what there is to read in it: a sentence on its
 *   objectives, and one that says what is provisional
 */
char *
cap_reading_line_dup_text (const CapReadingLine *line)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  guint left;

  g_return_val_if_fail (line != NULL, NULL);

  first = line->score.exact != NULL ? dup_extremes (line) : dup_absence (line);
  if (!line->score.provisional)
    return g_steal_pointer (&first);

  left = line->score.coverage.applicable - line->score.coverage.answered;
  /* Translators: how many criteria are still to answer, which decides on the form, out of how many */
  second = g_strdup_printf (ngettext ("Provisional: %1$u criterion out of %2$u is still to answer.",
                                      "Provisional: %1$u criteria out of %2$u are still to answer.", left),
                            left, line->score.coverage.applicable);

  return g_strdup_printf ("%s %s", first, second);
}
