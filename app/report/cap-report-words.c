/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/cap-report-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-locale.h"
#include "scoring/cap-photograph-text.h"

#define NO_BREAK_SPACE        "\u00A0"
#define NARROW_NO_BREAK_SPACE "\u202F"

/* What stands for a plain space before a sign of French punctuation. */
static const char *
find_space_before (const char *next)
{
  if (*next == ';' || *next == '!' || *next == '?' || *next == '%' || g_str_has_prefix (next, "»"))
    return NARROW_NO_BREAK_SPACE;
  if (*next == ':')
    return NO_BREAK_SPACE;

  return NULL;
}

/**
 * cap_report_dup_typography:
 * @text: what a person typed
 *
 * Gives French text the apostrophes and the spaces that a typist has no key
 * for. Only spaces that are there change, so doing it twice changes nothing.
 *
 * Returns: (transfer full): @text, ready to be printed
 */
char *
cap_report_dup_typography (const char *text)
{
  GString *out = g_string_sized_new (strlen (text) + 16);
  gboolean french = g_str_equal (cap_locale_get_language (), "fr");

  for (const char *p = text; *p != '\0'; p++)
    {
      const char *space = french && *p == ' ' ? find_space_before (p + 1) : NULL;

      if (space != NULL)
        g_string_append (out, space);
      else if (french && *p == ' ' && g_str_has_suffix (out->str, "«"))
        g_string_append (out, NARROW_NO_BREAK_SPACE);
      else if (*p == '\'')
        g_string_append (out, "’");
      else
        g_string_append_c (out, *p);
    }

  return g_string_free (out, FALSE);
}

char *
cap_report_dup_kinds (const CapFramework *framework,
                      const CapMember    *member)
{
  GString *labels = g_string_new (NULL);

  for (guint i = 0; member->kinds != NULL && member->kinds[i] != NULL; i++)
    {
      const CapTerm *term = cap_framework_find_term (framework->kinds, member->kinds[i]);

      g_string_append_printf (labels, "%s%s", i > 0 ? " · " : "", member->kinds[i]);
      if (term != NULL && g_strcmp0 (term->label, term->code) != 0)
        g_string_append_printf (labels, " – %s", term->label);
    }

  return g_string_free (labels, FALSE);
}

/* A score never goes without what it rests on. */
char *
cap_report_dup_coverage (const CapScore *score)
{
  return cap_photograph_text_coverage (score);
}

char *
cap_report_dup_percent (const CapScore *score)
{
  return cap_photograph_text_figure (score);
}

/* The points that a theme, an objective or (NULL) the whole gained or lost since the time before; NULL when
 * they cannot be compared. */
char *
cap_report_dup_evolution (const CapReport *self,
                          const char      *code)
{
  const CapComparison *comparison = self->input->comparison;
  int points;

  if (comparison == NULL || !cap_comparison_get_change (comparison, code, &points))
    return NULL;

  return points == 0 ? g_strdup ("=") : g_strdup_printf ("%s%d", points > 0 ? "+" : "−", ABS (points));
}

/* What is said of a criterion in one character or two. */
char *
cap_report_dup_mark (const CapCriterionResult *result)
{
  if (result->state == CAP_CRITERION_ANSWERED)
    return g_strdup_printf ("%d", result->level);

  return g_strdup (result->state == CAP_CRITERION_NOT_APPLICABLE ? C_("level", "n/a") : "–");
}

char *
cap_report_dup_level (const CapFramework       *framework,
                      const CapCriterionResult *result)
{
  if (result->state == CAP_CRITERION_ANSWERED)
    return g_strdup (cap_framework_get_level (framework, result->level)->label);

  return g_strdup (result->state == CAP_CRITERION_NOT_APPLICABLE ? _("Not concerned") : _("Not answered"));
}

/* 20/11/2026: short, for tables. */
char *
cap_report_dup_day (const char *iso)
{
  if (iso == NULL || strlen (iso) != strlen ("2026-11-20"))
    return g_strdup ("–");

  /* Translators: a short date: %1$.4s is the year, %2$.2s the month, %3$.2s the day */
  return g_strdup_printf (_("%1$.4s-%2$.2s-%3$.2s"), iso, iso + 5, iso + 8);
}

/* The score that a theme, an objective or (NULL) the whole had the time before; NULL where it was of other
 * criteria, and cannot stand beside the one of now. */
const CapScore *
cap_report_find_previous (const CapReport *self,
                          const char      *code)
{
  const CapComparison *comparison = self->input->comparison;

  return comparison != NULL && comparison->whole ? cap_photograph_find_score (comparison->before, code)
                                                 : NULL;
}

gboolean
cap_report_is_in_scope (const CapCriterionResult *result)
{
  return result->state != CAP_CRITERION_OUT_OF_SCOPE;
}

guint
cap_report_count_in_scope (const CapObjectiveResult *objective)
{
  return objective->score.coverage.applicable;
}
