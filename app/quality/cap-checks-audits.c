/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "quality/cap-checks-private.h"

#include <glib/gi18n.h>

#include "audit/cap-committee-rules.h"
#include "audit/cap-programme-text.h"
#include "base/cap-date.h"

/* A sentence names so many clauses at most. */
#define MAX_NAMED 5

static CapProgramme *
new_programme (const CapCheckRun *run)
{
  return cap_programme_new (run->dossier, run->standard, run->today);
}

/* What a programme leaves out is told once there is one. */
static gboolean
has_programme (const CapCheckRun *run)
{
  return run->dossier->registers[CAP_REGISTER_PROGRAMME]->len > 0;
}

static void
find_programme_missing (CapCheckRun *run)
{
  if (run->certifies && !has_programme (run))
    cap_check_run_add_register (run, CAP_REGISTER_PROGRAMME, "programme",
                                g_strdup (_("No audit programme says which processes, sites and clauses are"
                                            " audited when.")));
}

/* An alert that was set aside comes back when another day is planned. */
static void
find_audit_late (CapCheckRun *run)
{
  g_autoptr(CapProgramme) programme = new_programme (run);

  for (guint i = 0; i < programme->entries->len; i++)
    {
      const CapProgrammeEntry *entry = g_ptr_array_index (programme->entries, i);
      g_autofree char *subject = NULL;
      g_autofree char *day = NULL;

      if (entry->state != CAP_PROGRAMME_LATE)
        continue;

      subject = g_strdup_printf ("%s/%s", entry->line->id, entry->day);
      day = cap_date_format_long (entry->day);
      /* Translators: the code of a planned audit, a day */
      cap_check_run_add (run, subject, cap_record_get_code (entry->line),
                         cap_address_new_for_record (entry->line),
                         g_strdup_printf (_("%1$s was planned for %2$s, and no audit is recorded for it."),
                                          cap_record_get_code (entry->line), day));
    }
}

/* It is said anew for the next three years. */
static void
add_unseen (CapCheckRun        *run,
            const CapProgramme *programme,
            const char         *id,
            const char         *name,
            char               *sentence)
{
  g_autofree char *subject = g_strdup_printf ("%s/%d", id, programme->first_year);

  cap_check_run_add (run, subject, name, cap_address_new (CAP_ADDRESS_SECTION, "programme"), sentence);
}

static void
find_process_unseen (CapCheckRun *run)
{
  g_autoptr(CapProgramme) programme = new_programme (run);
  g_autofree char *years = cap_programme_dup_years (programme);

  for (guint i = 0; has_programme (run) && i < programme->processes.unseen->len; i++)
    {
      const CapRecord *process = g_ptr_array_index (programme->processes.unseen, i);
      g_autofree char *name = cap_check_dup_name (process);

      /* Translators: a process, then three years: “2027–2029” */
      add_unseen (run, programme, process->id, cap_record_get_code (process),
                  g_strdup_printf (_("The audit programme of %2$s leaves out the process %1$s."), name,
                                   years));
    }
}

/* Returns: (transfer full): the first of them, by the name that @get gives each */
static char *
dup_first (const GPtrArray *unseen,
           const char    *(*get) (gconstpointer))
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (unseen->len, MAX_NAMED); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", get (g_ptr_array_index (unseen, i)));
  if (unseen->len > MAX_NAMED)
    g_string_append (text, "…");

  return g_string_free (text, FALSE);
}

static const char *
get_number (gconstpointer requirement)
{
  return ((const CapRequirement *) requirement)->number;
}

static const char *
get_code (gconstpointer record)
{
  return cap_record_get_code (record);
}

/* One alert for all: a group has many sites. */
static void
find_sites_unseen (CapCheckRun *run)
{
  g_autoptr(CapProgramme) programme = new_programme (run);
  const GPtrArray *sites = programme->sites.unseen;
  g_autofree char *years = cap_programme_dup_years (programme);
  g_autofree char *codes = dup_first (sites, get_code);

  if (!has_programme (run) || sites->len == 0)
    return;

  /* Translators: a number of sites, three years such as “2027–2029”, the codes of some sites */
  add_unseen (run, programme, "sites", gettext (cap_register_get (CAP_REGISTER_SITE)->label),
              g_strdup_printf (ngettext ("The audit programme of %2$s leaves out %1$u site (%3$s).",
                                         "The audit programme of %2$s leaves out %1$u sites (%3$s).",
                                         sites->len), sites->len, years, codes));
}

static void
find_clauses_unseen (CapCheckRun *run)
{
  g_autoptr(CapProgramme) programme = new_programme (run);
  const GPtrArray *clauses = programme->requirements.unseen;
  g_autofree char *years = cap_programme_dup_years (programme);
  g_autofree char *numbers = dup_first (clauses, get_number);

  if (!has_programme (run) || clauses->len == 0)
    return;

  /* Translators: a number of clauses, three years such as “2027–2029”, the numbers of some clauses */
  add_unseen (run, programme, "clauses", run->standard->title,
              g_strdup_printf (ngettext ("The audit programme of %2$s leaves out %1$u clause that applies"
                                         " (%3$s).",
                                         "The audit programme of %2$s leaves out %1$u clauses that apply"
                                         " (%3$s).", clauses->len), clauses->len, years, numbers));
}

static void
find_auditor_own_work (CapCheckRun *run)
{
  g_autoptr(CapProgramme) programme = new_programme (run);

  for (guint i = 0; i < programme->conflicts->len; i++)
    {
      const CapProgrammeConflict *conflict = g_ptr_array_index (programme->conflicts, i);
      g_autofree char *subject = g_strdup_printf ("%s/%s", conflict->source->id,
                                                  conflict->who != NULL ? conflict->who : "");

      cap_check_run_add (run, subject, cap_record_get_code (conflict->source),
                         cap_address_new_for_record (conflict->source),
                         cap_programme_conflict_dup_text (conflict));
    }
}

/* What is to be mended is on the page of the meeting. */
static void
add_gap (CapCheckRun           *run,
         const CapRecord       *meeting,
         const CapCommitteeGap *gap)
{
  const char *code = cap_record_get_code (meeting);
  const char *file = gap->file != NULL ? gap->file->id : "";
  const char *member = gap->member != NULL ? gap->member->id : "";
  g_autofree char *subject = g_strdup_printf ("%s/%u/%s/%s", meeting->id, gap->kind, file, member);
  g_autofree char *sentence = cap_committee_gap_dup_text (gap);

  cap_check_run_add (run, subject, code, cap_address_new_for_record (meeting),
                     /* Translators: the code of a meeting of the committee, then a sentence */
                     g_strdup_printf (_("%1$s: %2$s"), code, sentence));
}

/* The gaps from one kind to another, of the meetings that were held. */
static void
find_gaps (CapCheckRun         *run,
           CapCommitteeGapKind  from,
           CapCommitteeGapKind  to)
{
  const GPtrArray *meetings = run->dossier->registers[CAP_REGISTER_COMMITTEE];

  for (guint i = 0; i < meetings->len; i++)
    {
      const CapRecord *meeting = g_ptr_array_index (meetings, i);
      const char *date = cap_record_get (meeting, CAP_COMMITTEE_DATE);
      g_autoptr(GPtrArray) gaps = cap_committee_list_gaps (run->dossier, meeting);

      for (guint j = 0; date != NULL && !cap_check_is_past (run->today, date) && j < gaps->len; j++)
        {
          const CapCommitteeGap *gap = g_ptr_array_index (gaps, j);

          if (gap->kind >= from && gap->kind <= to)
            add_gap (run, meeting, gap);
        }
    }
}

static void
find_committee_incomplete (CapCheckRun *run)
{
  find_gaps (run, CAP_COMMITTEE_FEW, CAP_COMMITTEE_NO_AUDITOR);
}

static void
find_decision_without_reason (CapCheckRun *run)
{
  find_gaps (run, CAP_COMMITTEE_NO_REASON, CAP_COMMITTEE_NO_REASON);
}

static void
find_not_withdrawn (CapCheckRun *run)
{
  find_gaps (run, CAP_COMMITTEE_NOT_WITHDRAWN, CAP_COMMITTEE_NOT_WITHDRAWN);
}

const CapCheck cap_checks_audits[] = {
  { "programme-missing", CAP_CHECK_AUDITS, CAP_SEVERITY_SERIOUS, N_("No audit programme"),
    find_programme_missing },
  { "audit-late", CAP_CHECK_AUDITS, CAP_SEVERITY_LOOK, N_("Planned audit that is late"), find_audit_late },
  { "auditor-own-work", CAP_CHECK_AUDITS, CAP_SEVERITY_SERIOUS,
    N_("Auditor who audits a process that they work in"), find_auditor_own_work },
  { "process-not-audited", CAP_CHECK_AUDITS, CAP_SEVERITY_LOOK,
    N_("Process that no audit sees in three years"), find_process_unseen },
  { "site-not-audited", CAP_CHECK_AUDITS, CAP_SEVERITY_LOOK, N_("Sites that no audit sees in three years"),
    find_sites_unseen },
  { "clauses-not-audited", CAP_CHECK_AUDITS, CAP_SEVERITY_LOOK,
    N_("Clauses that no audit looks at in three years"), find_clauses_unseen },
  { "committee-incomplete", CAP_CHECK_AUDITS, CAP_SEVERITY_LOOK,
    N_("Committee without three members and an auditor"), find_committee_incomplete },
  { "committee-decision-without-reason", CAP_CHECK_AUDITS, CAP_SEVERITY_LOOK,
    N_("Decision of the committee without a reason"), find_decision_without_reason },
  { "committee-not-withdrawn", CAP_CHECK_AUDITS, CAP_SEVERITY_SERIOUS,
    N_("Member of the committee who decides of their own site"), find_not_withdrawn },
};

const guint cap_n_checks_audits = G_N_ELEMENTS (cap_checks_audits);
