/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-findings-csv-private.h"

#include <string.h>

#include "audit/cap-finding-rules.h"
#include "base/cap-text.h"

/* “NC min.” and “nc  MIN” are one: without accents, points and double spaces. */
static char *
fold (const char *text)
{
  g_autofree char *folded = cap_text_fold (text);
  g_auto(GStrv) words = g_strsplit_set (folded, " .-_", -1);
  GString *bare = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] != '\0')
        g_string_append_printf (bare, "%s%s", bare->len > 0 ? " " : "", words[i]);
    }

  return g_string_free (bare, FALSE);
}

static gboolean
is_called (const char *name,
           const char *wanted)
{
  g_autofree char *folded = fold (name);

  return g_str_equal (folded, wanted);
}

/* “mineure”, “majeure”: the last word of a label. */
static gboolean
ends_with_word (const char *label,
                const char *wanted)
{
  g_autofree char *folded = fold (label);
  g_autofree char *end = g_strconcat (" ", wanted, NULL);

  return g_str_has_suffix (folded, end);
}

static gboolean
names_grade (const CapGrade *grade,
             const char     *wanted)
{
  g_autofree char *abridged = NULL;

  if (is_called (grade->code, wanted) || is_called (grade->label, wanted) ||
      is_called (cap_grade_get_code (grade), wanted) || is_called (cap_grade_get_label (grade), wanted))
    return TRUE;

  if (!grade->nonconformity)
    return FALSE;

  abridged = g_str_has_prefix (wanted, "nc ") ? g_strdup (wanted + strlen ("nc ")) : g_strdup (wanted);

  return ends_with_word (grade->label, abridged) || g_str_has_prefix (cap_grade_get_label (grade), abridged);
}

/**
 * cap_findings_csv_dup_grade:
 * @text: as people write it: a code, a label, “NC mineure”, “majeure”
 *
 * Returns: (transfer full) (nullable): the code of the grade, of the first route that has one of that name
 */
char *
cap_findings_csv_dup_grade (const char         *text,
                            const CapCatalogue *catalogue)
{
  g_autofree char *wanted = fold (text);

  for (guint i = 0; i < catalogue->routes->len; i++)
    {
      const CapRoute *route = g_ptr_array_index (catalogue->routes, i);

      for (guint j = 0; j < route->grades->len; j++)
        {
          const CapGrade *grade = g_ptr_array_index (route->grades, j);

          if (names_grade (grade, wanted))
            return g_strdup (grade->code);
        }
    }

  return NULL;
}

static gboolean
says_same (const CapRecord *one,
           const CapRecord *other,
           guint            field)
{
  return g_strcmp0 (cap_record_get (one, field), cap_record_get (other, field)) == 0;
}

/**
 * cap_findings_csv_find_same:
 *
 * Returns: (nullable): the finding of the dossier that has the same audit and the same facts: the same
 *   file taken in again changes nothing
 */
const CapRecord *
cap_findings_csv_find_same (const CapRecord  *finding,
                            const CapDossier *dossier)
{
  const GPtrArray *findings = dossier->registers[CAP_REGISTER_FINDING];

  for (guint i = 0; i < findings->len; i++)
    {
      const CapRecord *other = g_ptr_array_index (findings, i);

      if (says_same (other, finding, CAP_FINDING_AUDIT) && says_same (other, finding, CAP_FINDING_FACT))
        return other;
    }

  return NULL;
}

/* What a new finding does not say of itself: it is open, raised on the last day of its audit. */
void
cap_findings_csv_complete (CapRecord          *finding,
                           const CapDossier   *dossier,
                           const CapCatalogue *catalogue,
                           const char         *today)
{
  const CapRecord *audit = cap_finding_get_audit (finding, dossier);
  const char *raised = NULL;

  if (audit != NULL)
    raised = cap_record_get (audit, CAP_AUDIT_LAST_DAY) != NULL ? cap_record_get (audit, CAP_AUDIT_LAST_DAY)
                                                                : cap_record_get (audit, CAP_AUDIT_DATE);
  if (cap_record_get (finding, CAP_FINDING_STATE) == NULL)
    cap_record_set (finding, CAP_FINDING_STATE, cap_finding_state_to_name (CAP_FINDING_OPENED));
  if (cap_record_get (finding, CAP_FINDING_RAISED) == NULL)
    cap_record_set (finding, CAP_FINDING_RAISED, raised != NULL ? raised : today);
  if (cap_record_get (finding, CAP_FINDING_DUE) == NULL)
    {
      g_autofree char *due = cap_finding_dup_due (finding, dossier, catalogue);

      cap_record_set (finding, CAP_FINDING_DUE, due);
    }
}
