/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/cap-personal-fields.h"

#include <glib/gi18n.h>

#include "model/cap-register.h"

typedef struct
{
  const char     *table;
  const char     *column;
  CapPersonalUse  use;
} Column;

/* What is not in a register. */
static const Column own_columns[] = {
  { "member", "name", CAP_PERSONAL_USE_TEXT },
  { "member", "region", CAP_PERSONAL_USE_TEXT },
  { "member", "department", CAP_PERSONAL_USE_TEXT },
  { "evaluation", "adaptation", CAP_PERSONAL_USE_TEXT },
  { "answer", "comment", CAP_PERSONAL_USE_TEXT },
  { "answer", "reason", CAP_PERSONAL_USE_TEXT },
  { "evidence", "title", CAP_PERSONAL_USE_TEXT },
  { "evidence", "reference", CAP_PERSONAL_USE_TEXT },
  { "evidence", "reason", CAP_PERSONAL_USE_TEXT },
  { "evidence_file", "name", CAP_PERSONAL_USE_FILE },
  { "indicator", "code", CAP_PERSONAL_USE_CODE },
  { "indicator", "label", CAP_PERSONAL_USE_TEXT },
  { "indicator", "definition", CAP_PERSONAL_USE_TEXT },
  { "indicator", "source", CAP_PERSONAL_USE_TEXT },
  { "indicator", "unit", CAP_PERSONAL_USE_TEXT },
  { "indicator", "owner", CAP_PERSONAL_USE_PEOPLE },
  { "indicator", "objective", CAP_PERSONAL_USE_TEXT },
  { "indicator_value", "comment", CAP_PERSONAL_USE_TEXT },
  { "action", "title", CAP_PERSONAL_USE_TEXT },
  { "action", "owner", CAP_PERSONAL_USE_PEOPLE },
  { "action", "contributors", CAP_PERSONAL_USE_PEOPLE },
  { "action", "service", CAP_PERSONAL_USE_TEXT },
  { "action", "description", CAP_PERSONAL_USE_TEXT },
  { "action", "expected", CAP_PERSONAL_USE_TEXT },
  { "action", "reason", CAP_PERSONAL_USE_TEXT },
  { "action", "check_by", CAP_PERSONAL_USE_PEOPLE },
  { "action", "check_evidence", CAP_PERSONAL_USE_TEXT },
  { "action_origin", "code", CAP_PERSONAL_USE_TEXT },
  { "action_step", "title", CAP_PERSONAL_USE_TEXT },
  { "action_note", "text", CAP_PERSONAL_USE_TEXT },
  { "set_aside", "reason", CAP_PERSONAL_USE_TEXT },
  { "plan_review", "note", CAP_PERSONAL_USE_TEXT },
  { "ballot", "respondent", CAP_PERSONAL_USE_CODE },
};

/* Fields of registers that say who. */
static const Column people[] = {
  { "statement", "adopted_by" }, { "exclusion", "decided_by" }, { "risk", "owner" },
  { "goal", "owner" }, { "process", "owner" }, { "document", "author" }, { "document", "approver" },
  { "document_version", "author" }, { "document_version", "approver" }, { "management_review", "chair" },
  { "management_review", "attendants" }, { "review_output", "owner" }, { "target", "distribution" },
  { "target", "written_by" }, { "target", "checked_by" }, { "target", "approved_by" },
  { "programme", "auditor" }, { "audit", "participants" }, { "audit", "distribution" },
  { "audit_member", "who" }, { "audit_session", "people" }, { "audit_session", "auditors" },
  { "finding", "owner" }, { "finding", "checker" }, { "committee_member", "who" },
  { "campaign", "facilitator" }, { "campaign_parking", "owner" },
};

static gboolean
says_who (const char *table,
          const char *column)
{
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      if (g_str_equal (people[i].table, table) && g_str_equal (people[i].column, column))
        return TRUE;
    }

  return FALSE;
}

static CapPersonalUse
get_use_in_register (const CapRegister *reg,
                     const char        *column)
{
  guint index = 0;
  const CapField *field = cap_register_find_field (reg, column, &index);

  if (field == NULL || (field->kind != CAP_VALUE_LINE && field->kind != CAP_VALUE_TEXT &&
                        field->kind != CAP_VALUE_CODES))
    return CAP_PERSONAL_USE_NONE;
  if (index == 0 && cap_register_has_code (reg))
    return CAP_PERSONAL_USE_CODE;

  return says_who (reg->name, column) ? CAP_PERSONAL_USE_PEOPLE : CAP_PERSONAL_USE_TEXT;
}

CapPersonalUse
cap_personal_use_of (const char *table,
                     const char *column)
{
  const CapRegister *reg = cap_register_find (table);

  if (reg != NULL)
    return get_use_in_register (reg, column);

  for (guint i = 0; i < G_N_ELEMENTS (own_columns); i++)
    {
      if (g_str_equal (own_columns[i].table, table) && g_str_equal (own_columns[i].column, column))
        return own_columns[i].use;
    }

  return CAP_PERSONAL_USE_NONE;
}

const char *
cap_personal_use_get_advice (CapPersonalUse self)
{
  switch (self)
    {
    case CAP_PERSONAL_USE_PEOPLE:
      return _("A function rather than a name: it stays right when people change");

    case CAP_PERSONAL_USE_CODE:
      return _("A code that says nothing of the person, as 2026-014");

    case CAP_PERSONAL_USE_FILE:
      return _("A name that says what the document is, not whom it is about");

    case CAP_PERSONAL_USE_TEXT:
      return _("Facts and functions; no name, no phone number, no health");

    case CAP_PERSONAL_USE_NONE:
    default:
      return NULL;
    }
}
