/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "quality/cap-checks-private.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"

/* A supplier to be replaced is, within so many months. */
#define REPLACE_MONTHS 3

static const GPtrArray *
get_records (const CapCheckRun *run,
             CapRegisterKind    kind)
{
  return run->dossier->registers[kind];
}

static void
find_process_without_owner (CapCheckRun *run)
{
  for (guint i = 0; i < get_records (run, CAP_REGISTER_PROCESS)->len; i++)
    {
      const CapRecord *process = g_ptr_array_index (get_records (run, CAP_REGISTER_PROCESS), i);
      g_autofree char *name = NULL;

      if (cap_record_get (process, CAP_PROCESS_OWNER) != NULL)
        continue;

      name = cap_check_dup_name (process);
      /* Translators: a process */
      cap_check_run_add_record (run, process, g_strdup_printf (_("%s has no owner."), name));
    }
}

static void
find_process_without_indicator (CapCheckRun *run)
{
  for (guint i = 0; i < get_records (run, CAP_REGISTER_PROCESS)->len; i++)
    {
      const CapRecord *process = g_ptr_array_index (get_records (run, CAP_REGISTER_PROCESS), i);
      g_autofree char *name = NULL;

      if (cap_record_get (process, CAP_PROCESS_INDICATORS) != NULL)
        continue;

      name = cap_check_dup_name (process);
      /* Translators: a process */
      cap_check_run_add_record (run, process,
                                g_strdup_printf (_("%s has no indicator: nothing shows that it goes as"
                                                   " planned."),
                                                 name));
    }
}

/* Returns: (transfer full) (element-type utf8): the codes of the processes that another one feeds */
static GHashTable *
list_fed (const CapCheckRun *run)
{
  GHashTable *fed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < get_records (run, CAP_REGISTER_PROCESS)->len; i++)
    {
      g_autofree char **codes = cap_record_dup_codes (
        g_ptr_array_index (get_records (run, CAP_REGISTER_PROCESS), i), CAP_PROCESS_FEEDS);

      for (guint j = 0; codes[j] != NULL; j++)
        g_hash_table_add (fed, codes[j]);
    }

  return fed;
}

/* What comes from outside, or goes there, is said by the inputs and the outputs. */
static void
find_isolated_process (CapCheckRun *run)
{
  g_autoptr(GHashTable) fed = list_fed (run);

  for (guint i = 0; i < get_records (run, CAP_REGISTER_PROCESS)->len; i++)
    {
      const CapRecord *process = g_ptr_array_index (get_records (run, CAP_REGISTER_PROCESS), i);
      const gboolean starved = !g_hash_table_contains (fed, cap_record_get_code (process)) &&
                               cap_record_get (process, CAP_PROCESS_INPUTS) == NULL;
      const gboolean barren = cap_record_get (process, CAP_PROCESS_FEEDS) == NULL &&
                              cap_record_get (process, CAP_PROCESS_OUTPUTS) == NULL;
      g_autofree char *name = cap_check_dup_name (process);

      if (starved && barren)
        /* Translators: a process */
        cap_check_run_add_record (run, process,
                                  g_strdup_printf (_("Nothing feeds %s, and it feeds nothing."), name));
      else if (starved)
        /* Translators: a process */
        cap_check_run_add_record (run, process,
                                  g_strdup_printf (_("Nothing feeds %s: say what it needs, or which process"
                                                     " brings it."), name));
      else if (barren)
        /* Translators: a process */
        cap_check_run_add_record (run, process,
                                  g_strdup_printf (_("%s feeds nothing: say what it gives, or to which"
                                                     " process."),
                                                   name));
    }
}

static void
find_document_past_review (CapCheckRun *run)
{
  for (guint i = 0; i < get_records (run, CAP_REGISTER_DOCUMENT)->len; i++)
    {
      const CapRecord *document = g_ptr_array_index (get_records (run, CAP_REGISTER_DOCUMENT), i);
      const char *review = cap_record_get (document, CAP_DOCUMENT_REVIEW);
      g_autofree char *name = NULL;
      g_autofree char *day = NULL;

      if (cap_record_is (document, CAP_DOCUMENT_STATE, "withdrawn") ||
          !cap_check_is_past (review, run->today))
        continue;

      name = cap_check_dup_name (document);
      day = cap_date_format_long (review);
      /* Translators: a document, then a date */
      cap_check_run_add_record (run, document,
                                g_strdup_printf (_("%1$s was to be looked at again on %2$s."), name, day));
    }
}

static void
find_document_not_approved (CapCheckRun *run)
{
  for (guint i = 0; i < get_records (run, CAP_REGISTER_DOCUMENT)->len; i++)
    {
      const CapRecord *document = g_ptr_array_index (get_records (run, CAP_REGISTER_DOCUMENT), i);
      g_autofree char *name = NULL;

      /* Others approve what comes from outside; a record is a trace, not a rule. */
      if (!cap_record_is (document, CAP_DOCUMENT_STATE, "in-force") ||
          cap_record_is (document, CAP_DOCUMENT_KIND, "external") ||
          cap_record_is (document, CAP_DOCUMENT_KIND, "record") ||
          (cap_record_get (document, CAP_DOCUMENT_APPROVER) != NULL &&
           cap_record_get (document, CAP_DOCUMENT_APPROVED) != NULL))
        continue;

      name = cap_check_dup_name (document);
      /* Translators: a document */
      cap_check_run_add_record (run, document,
                                g_strdup_printf (_("%s is in force without approval: say by whom and when."),
                                                 name));
    }
}

static void
find_document_clauses (CapCheckRun *run)
{
  for (guint i = 0; run->standard != NULL && i < get_records (run, CAP_REGISTER_DOCUMENT)->len; i++)
    {
      const CapRecord *document = g_ptr_array_index (get_records (run, CAP_REGISTER_DOCUMENT), i);
      g_autofree char *unknown = cap_check_run_dup_unknown (run, document, CAP_DOCUMENT_REQUIREMENTS);
      g_autofree char *name = NULL;

      if (unknown == NULL)
        continue;

      name = cap_check_dup_name (document);
      /* Translators: a document, numbers of clauses, the title of a standard */
      cap_check_run_add_record (run, document,
                                g_strdup_printf (_("%1$s cites clauses that are not in %3$s: %2$s."), name,
                                                 unknown, run->standard->title));
    }
}

static void
find_missing_skill (CapCheckRun *run)
{
  for (guint i = 0; i < get_records (run, CAP_REGISTER_SKILL)->len; i++)
    {
      const CapRecord *skill = g_ptr_array_index (get_records (run, CAP_REGISTER_SKILL), i);
      const gboolean missing = cap_record_is (skill, CAP_SKILL_HELD, "no") ||
                               cap_record_is (skill, CAP_SKILL_HELD, "partly");
      g_autofree char *name = NULL;

      if (!missing || cap_record_get (skill, CAP_SKILL_PLAN) != NULL)
        continue;

      name = cap_check_dup_name (skill);
      /* Translators: a skill */
      cap_check_run_add_record (run, skill,
                                g_strdup_printf (_("%s is missing and nothing says how it is to be"
                                                   " acquired."),
                                                 name));
    }
}

static void
add_overdue (CapCheckRun     *run,
             const CapRecord *record,
             guint            field)
{
  const char *review = cap_record_get (record, field);
  g_autofree char *name = NULL;
  g_autofree char *day = NULL;

  if (!cap_check_is_past (review, run->today))
    return;

  name = cap_check_dup_name (record);
  day = cap_date_format_long (review);
  /* Translators: a skill or a supplier, then a date */
  cap_check_run_add_record (run, record,
                            g_strdup_printf (_("%1$s was to be assessed again on %2$s."), name, day));
}

static void
find_skill_overdue (CapCheckRun *run)
{
  for (guint i = 0; i < get_records (run, CAP_REGISTER_SKILL)->len; i++)
    add_overdue (run, g_ptr_array_index (get_records (run, CAP_REGISTER_SKILL), i), CAP_SKILL_REVIEW);
}

static void
find_supplier_overdue (CapCheckRun *run)
{
  for (guint i = 0; i < get_records (run, CAP_REGISTER_SUPPLIER)->len; i++)
    add_overdue (run, g_ptr_array_index (get_records (run, CAP_REGISTER_SUPPLIER), i), CAP_SUPPLIER_REVIEW);
}

static void
find_supplier_to_replace (CapCheckRun *run)
{
  g_autofree char *limit = cap_date_add_months (run->today, -REPLACE_MONTHS);

  for (guint i = 0; i < get_records (run, CAP_REGISTER_SUPPLIER)->len; i++)
    {
      const CapRecord *supplier = g_ptr_array_index (get_records (run, CAP_REGISTER_SUPPLIER), i);
      const char *assessed = cap_record_get (supplier, CAP_SUPPLIER_ASSESSED);
      g_autofree char *name = NULL;

      if (!cap_record_is (supplier, CAP_SUPPLIER_RATING, "replace") ||
          (assessed != NULL && !cap_check_is_past (assessed, limit)))
        continue;

      name = cap_check_dup_name (supplier);
      /* Translators: a supplier */
      cap_check_run_add_record (run, supplier,
                                g_strdup_printf (_("%s is to be replaced and still works for the structure."),
                                                 name));
    }
}

const CapCheck cap_checks_system[] = {
  { "process-without-owner", CAP_CHECK_SYSTEM, CAP_SEVERITY_LOOK, N_("Process without an owner"),
    find_process_without_owner },
  { "process-without-indicator", CAP_CHECK_SYSTEM, CAP_SEVERITY_ADVICE, N_("Process without an indicator"),
    find_process_without_indicator },
  { "process-isolated", CAP_CHECK_SYSTEM, CAP_SEVERITY_ADVICE,
    N_("Process that nothing feeds, or that feeds nothing"), find_isolated_process },
  { "document-past-review", CAP_CHECK_SYSTEM, CAP_SEVERITY_LOOK, N_("Document past its review date"),
    find_document_past_review },
  { "document-not-approved", CAP_CHECK_SYSTEM, CAP_SEVERITY_LOOK, N_("Document in force without approval"),
    find_document_not_approved },
  { "document-clause-unknown", CAP_CHECK_SYSTEM, CAP_SEVERITY_LOOK,
    N_("Document that cites an unknown clause"), find_document_clauses },
  { "skill-without-plan", CAP_CHECK_SYSTEM, CAP_SEVERITY_LOOK,
    N_("Missing skill, without a way to acquire it"), find_missing_skill },
  { "skill-overdue", CAP_CHECK_SYSTEM, CAP_SEVERITY_LOOK, N_("Skill to be assessed again"),
    find_skill_overdue },
  { "supplier-overdue", CAP_CHECK_SYSTEM, CAP_SEVERITY_LOOK, N_("Supplier to be assessed again"),
    find_supplier_overdue },
  { "supplier-to-replace", CAP_CHECK_SYSTEM, CAP_SEVERITY_LOOK,
    N_("Supplier to be replaced, still there after three months"), find_supplier_to_replace },
};

const guint cap_n_checks_system = G_N_ELEMENTS (cap_checks_system);
