/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "quality/cap-clause-record.h"

#include <string.h>

#define NO_FIELD -1
#define MAX_CLAUSES 4

/* The registers whose lines are about the same clauses, whoever writes them. */
static const struct
{
  CapRegisterKind  kind;
  int              field;
  const char      *choice;
  const char      *clauses[MAX_CLAUSES];
} subjects[] = {
  { CAP_REGISTER_ISSUE, NO_FIELD, NULL, { "4.1" } },
  { CAP_REGISTER_STATEMENT, CAP_STATEMENT_KIND, "climate", { "4.1" } },
  { CAP_REGISTER_STATEMENT, CAP_STATEMENT_KIND, "presentation", { "4.1" } },
  { CAP_REGISTER_PARTY, NO_FIELD, NULL, { "4.2" } },
  { CAP_REGISTER_PROCESS, NO_FIELD, NULL, { "4.4" } },
  { CAP_REGISTER_STATEMENT, CAP_STATEMENT_KIND, "scope", { "4.3" } },
  { CAP_REGISTER_STATEMENT, CAP_STATEMENT_KIND, "policy", { "5.2" } },
  { CAP_REGISTER_RISK, NO_FIELD, NULL, { "6.1" } },
  { CAP_REGISTER_GOAL, NO_FIELD, NULL, { "6.2" } },
  { CAP_REGISTER_SKILL, NO_FIELD, NULL, { "7.2" } },
  { CAP_REGISTER_SUPPLIER, NO_FIELD, NULL, { "8.4" } },
  { CAP_REGISTER_COMPLAINT, NO_FIELD, NULL, { "8.2.1", "9.1.2" } },
  { CAP_REGISTER_SURVEY, NO_FIELD, NULL, { "9.1.2" } },
  { CAP_REGISTER_MANAGEMENT_REVIEW, NO_FIELD, NULL, { "9.3" } },
};

/* Which of them are what a standard asks to keep; @needed: what they say then; @review: the day it is to be
 * looked at again. */
static const struct
{
  CapRegisterKind  kind;
  CapKeep          keep;
  int              needed[2];
  int              review;
} kept[] = {
  { CAP_REGISTER_STATEMENT, CAP_KEEP_MAINTAIN,
    { CAP_STATEMENT_TEXT, CAP_STATEMENT_DATE }, CAP_STATEMENT_REVIEW },
  { CAP_REGISTER_GOAL, CAP_KEEP_MAINTAIN, { CAP_GOAL_TARGET, CAP_GOAL_DUE }, NO_FIELD },
  { CAP_REGISTER_PROCESS, CAP_KEEP_MAINTAIN, { CAP_PROCESS_PURPOSE, CAP_PROCESS_OWNER }, NO_FIELD },
  { CAP_REGISTER_PROCESS, CAP_KEEP_RETAIN, { CAP_PROCESS_PERFORMANCE, CAP_PROCESS_REVIEWED }, NO_FIELD },
  { CAP_REGISTER_SKILL, CAP_KEEP_RETAIN, { CAP_SKILL_HELD, CAP_SKILL_ASSESSED }, CAP_SKILL_REVIEW },
  { CAP_REGISTER_SUPPLIER, CAP_KEEP_RETAIN,
    { CAP_SUPPLIER_RATING, CAP_SUPPLIER_ASSESSED }, CAP_SUPPLIER_REVIEW },
  { CAP_REGISTER_MANAGEMENT_REVIEW, CAP_KEEP_RETAIN,
    { CAP_MANAGEMENT_REVIEW_FINALISED, NO_FIELD }, NO_FIELD },
};

/**
 * cap_clause_record_dup_clauses:
 * @record: a line of any register
 *
 * Returns: (transfer full) (array zero-terminated=1): the clauses that it is
 *   about by nature, besides those that a document or a process says in a field
 */
GStrv
cap_clause_record_dup_clauses (const CapRecord *record)
{
  g_return_val_if_fail (record != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    {
      if (subjects[i].kind == record->kind &&
          (subjects[i].field == NO_FIELD ||
           cap_record_is (record, (guint) subjects[i].field, subjects[i].choice)))
        return g_strdupv ((char **) subjects[i].clauses);
    }

  return g_new0 (char *, 1);
}

/* Whether somebody began to write it: a title alone is not a document. */
static gboolean
is_written (const CapRecord *document)
{
  return cap_record_get (document, CAP_DOCUMENT_VERSION) != NULL ||
         cap_record_get (document, CAP_DOCUMENT_AUTHOR) != NULL ||
         cap_record_get (document, CAP_DOCUMENT_WRITTEN) != NULL ||
         cap_record_get (document, CAP_DOCUMENT_LOCATION) != NULL;
}

/* All that it must say, something of it, or nothing: that is as if it were not there. */
static CapStanding
judge_needed (const CapRecord *record,
              const int       *needed,
              guint            n_fields)
{
  guint n_needed = 0;
  guint n_said = 0;

  for (guint i = 0; i < n_fields && needed[i] != NO_FIELD; i++)
    {
      n_needed++;
      n_said += cap_record_get (record, (guint) needed[i]) != NULL;
    }
  if (n_said == n_needed)
    return CAP_STANDING_THERE;

  return n_said > 0 ? CAP_STANDING_WEAK : CAP_STANDING_MISSING;
}

static CapStanding
judge_document (const CapRecord *record,
                const char      *today)
{
  const char *review = cap_record_get (record, CAP_DOCUMENT_REVIEW);

  if (!cap_record_is (record, CAP_DOCUMENT_STATE, "in-force"))
    return is_written (record) ? CAP_STANDING_WEAK : CAP_STANDING_MISSING;

  return review != NULL && strcmp (review, today) < 0 ? CAP_STANDING_OUTDATED : CAP_STANDING_THERE;
}

/**
 * cap_clause_record_judge:
 * @today: ISO 8601
 * @standing: (out): how far it is what is asked
 *
 * Whether a line of a register is what a standard asks to keep for the clauses
 * that it is about: a document that was not withdrawn, or a line that holds the
 * same (the policy in the register of statements).
 */
gboolean
cap_clause_record_judge (const CapRecord *record,
                         CapKeep          keep,
                         const char      *today,
                         CapStanding     *standing)
{
  g_return_val_if_fail (record != NULL && today != NULL && standing != NULL, FALSE);

  if (record->kind == CAP_REGISTER_DOCUMENT)
    {
      *standing = judge_document (record, today);
      return !cap_record_is (record, CAP_DOCUMENT_STATE, "withdrawn") &&
             cap_record_is (record, CAP_DOCUMENT_KIND, "record") == (keep == CAP_KEEP_RETAIN);
    }

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      const char *review;

      if (kept[i].kind != record->kind || kept[i].keep != keep)
        continue;

      review = kept[i].review != NO_FIELD ? cap_record_get (record, (guint) kept[i].review) : NULL;
      *standing = judge_needed (record, kept[i].needed, G_N_ELEMENTS (kept[i].needed));
      if (*standing == CAP_STANDING_THERE && review != NULL && strcmp (review, today) < 0)
        *standing = CAP_STANDING_OUTDATED;
      return TRUE;
    }

  return FALSE;
}
