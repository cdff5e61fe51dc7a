/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "quality/cap-checks-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "audit/cap-finding-text.h"
#include "base/cap-date.h"
#include "quality/cap-address.h"

/* A sentence names so many findings at most. */
#define MAX_NAMED 6

/* From so many open minor nonconformities on one clause, they may be a major one together. */
#define MANY_ON_A_CLAUSE 2

/* What comes before the name of a person, and the capital of that name. */
#define TITLE "\\b(M\\.|MM\\.|Mr|Mme|Mlle|Mmes|Monsieur|Madame|Mrs|Ms)\\s+\\p{Lu}"

static const GPtrArray *
get_findings (const CapCheckRun *run)
{
  return run->dossier->registers[CAP_REGISTER_FINDING];
}

static char *
dup_sentence (const CapCheckRun *run,
              const CapRecord   *finding,
              CapFindingUrgency  urgency)
{
  g_autofree char *name = cap_check_dup_name (finding);
  g_autofree char *due = NULL;
  g_autofree char *what = NULL;

  if (urgency == CAP_URGENCY_CHECK_DUE)
    due = g_strdup (cap_record_get (finding, CAP_FINDING_CHECK_DUE));
  else
    due = cap_finding_dup_due (finding, run->dossier, run->catalogue);
  what = cap_finding_dup_urgency (urgency, due, run->today);

  return g_strdup_printf ("%s. %s", name, what);
}

static void
find_urgent (CapCheckRun       *run,
             CapFindingUrgency  wanted)
{
  for (guint i = 0; i < get_findings (run)->len; i++)
    {
      const CapRecord *finding = g_ptr_array_index (get_findings (run), i);
      const CapFindingUrgency urgency = cap_finding_get_urgency (finding, run->dossier, run->catalogue,
                                                                 run->today);

      if (urgency == wanted)
        cap_check_run_add_record (run, finding, dup_sentence (run, finding, urgency));
    }
}

static void
find_becoming_major (CapCheckRun *run)
{
  find_urgent (run, CAP_URGENCY_BECOMES_MAJOR);
}

static void
find_late (CapCheckRun *run)
{
  find_urgent (run, CAP_URGENCY_LATE);
}

static void
find_check_due (CapCheckRun *run)
{
  find_urgent (run, CAP_URGENCY_CHECK_DUE);
}

static void
find_after_stage_two (CapCheckRun *run)
{
  for (guint i = 0; i < get_findings (run)->len; i++)
    {
      const CapRecord *finding = g_ptr_array_index (get_findings (run), i);
      g_autofree char *limit = cap_finding_dup_stage_two_limit (finding, run->dossier, run->catalogue);
      g_autofree char *name = limit != NULL ? cap_check_dup_name (finding) : NULL;
      g_autofree char *what = limit != NULL ? cap_finding_dup_stage_two (limit, run->today) : NULL;

      if (limit != NULL)
        cap_check_run_add_record (run, finding, g_strdup_printf ("%s. %s", name, what));
    }
}

static gboolean
is_open_minor (const CapCheckRun *run,
               const CapRecord   *finding)
{
  return cap_finding_get_state (finding) != CAP_FINDING_SETTLED &&
         cap_finding_is_nonconformity (finding, run->dossier, run->catalogue) &&
         !cap_finding_is_major (finding, run->dossier, run->catalogue);
}

/* By the number of the clause: the codes of the open minor nonconformities that name it. */
static GHashTable *
list_by_clause (const CapCheckRun *run)
{
  GHashTable *by_clause = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                 (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < get_findings (run)->len; i++)
    {
      const CapRecord *finding = g_ptr_array_index (get_findings (run), i);
      g_auto(GStrv) clauses = cap_record_dup_codes (finding, CAP_FINDING_REQUIREMENTS);

      for (guint j = 0; is_open_minor (run, finding) && clauses[j] != NULL; j++)
        {
          GPtrArray *codes = g_hash_table_lookup (by_clause, clauses[j]);

          if (codes == NULL)
            {
              codes = g_ptr_array_new ();
              g_hash_table_insert (by_clause, g_strdup (clauses[j]), codes);
            }
          g_ptr_array_add (codes, (char *) cap_record_get_code (finding));
        }
    }

  return by_clause;
}

static void
tell_clause (CapCheckRun *run,
             const char  *clause,
             GPtrArray   *codes)
{
  const gboolean more = codes->len > MAX_NAMED;
  g_autofree char *named = NULL;
  g_autofree char *list = NULL;
  g_autofree char *name = NULL;

  g_ptr_array_set_size (codes, MIN (codes->len, MAX_NAMED));
  g_ptr_array_add (codes, NULL);
  named = g_strjoinv (", ", (char **) codes->pdata);
  list = g_strconcat (named, more ? "…" : "", NULL);
  /* Translators: %s is the number of a clause */
  name = g_strdup_printf (_("clause %s"), clause);
  cap_check_run_add (run, clause, name, cap_address_new (CAP_ADDRESS_REQUIREMENT, clause),
                     /* Translators: the number of a clause, codes of findings */
                     g_strdup_printf (_("Clause %1$s has several minor nonconformities (%2$s): are they a"
                                        " major one together?"), clause, list));
}

static void
find_many_on_a_clause (CapCheckRun *run)
{
  g_autoptr(GHashTable) by_clause = list_by_clause (run);
  g_autoptr(GList) clauses = g_list_sort (g_hash_table_get_keys (by_clause), (GCompareFunc) strcmp);

  for (const GList *l = clauses; l != NULL; l = l->next)
    {
      GPtrArray *codes = g_hash_table_lookup (by_clause, l->data);

      if (codes->len >= MANY_ON_A_CLAUSE)
        tell_clause (run, l->data, codes);
    }
}

static gboolean
names_somebody (const CapRecord *finding,
                const GRegex    *title)
{
  static const guint fields[] = {
    CAP_FINDING_FACT, CAP_FINDING_CONSEQUENCE, CAP_FINDING_SEEN, CAP_FINDING_CONTAINMENT,
    CAP_FINDING_CORRECTION, CAP_FINDING_CAUSE, CAP_FINDING_OWNER,
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *text = cap_record_get (finding, fields[i]);

      if (text != NULL && g_regex_match (title, text, 0, NULL))
        return TRUE;
    }

  return FALSE;
}

static void
find_names (CapCheckRun *run)
{
  g_autoptr(GRegex) title = g_regex_new (TITLE, G_REGEX_OPTIMIZE, 0, NULL);

  for (guint i = 0; i < get_findings (run)->len; i++)
    {
      const CapRecord *finding = g_ptr_array_index (get_findings (run), i);

      if (names_somebody (finding, title))
        cap_check_run_add_record (run, finding,
                                  /* Translators: %s is the code of a finding */
                                  g_strdup_printf (_("%s seems to name a person: write a function or a"
                                                     " code."), cap_record_get_code (finding)));
    }
}

const CapCheck cap_checks_findings[] = {
  { "finding-becoming-major", CAP_CHECK_FINDINGS, CAP_SEVERITY_SERIOUS,
    N_("Minor nonconformity not lifted in time"), find_becoming_major },
  { "finding-late", CAP_CHECK_FINDINGS, CAP_SEVERITY_SERIOUS, N_("Finding late"), find_late },
  { "major-of-stage-two", CAP_CHECK_FINDINGS, CAP_SEVERITY_SERIOUS,
    N_("Major nonconformity to be lifted after stage 2"), find_after_stage_two },
  { "finding-check-due", CAP_CHECK_FINDINGS, CAP_SEVERITY_LOOK, N_("Effectiveness to be checked"),
    find_check_due },
  { "minors-on-a-clause", CAP_CHECK_FINDINGS, CAP_SEVERITY_LOOK,
    N_("Several minor nonconformities on one clause"), find_many_on_a_clause },
  { "finding-names-a-person", CAP_CHECK_FINDINGS, CAP_SEVERITY_LOOK, N_("Finding that names a person"),
    find_names },
};

const guint cap_n_checks_findings = G_N_ELEMENTS (cap_checks_findings);
