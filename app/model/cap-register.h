/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-register-fields.h"

G_BEGIN_DECLS

/**
 * CapRegisterKind:
 *
 * The registers of a dossier: lists of records of the same fields. Some belong
 * to a record of another one: the versions of a document, the questions of a survey.
 */
typedef enum
{
  CAP_REGISTER_NONE = -1,
  CAP_REGISTER_ISSUE,
  CAP_REGISTER_STATEMENT,
  CAP_REGISTER_EXCLUSION,
  CAP_REGISTER_PARTY,
  CAP_REGISTER_RISK,
  CAP_REGISTER_GOAL,
  CAP_REGISTER_PROCESS,
  CAP_REGISTER_DOCUMENT,
  CAP_REGISTER_DOCUMENT_VERSION,
  CAP_REGISTER_SKILL,
  CAP_REGISTER_SUPPLIER,
  CAP_REGISTER_COMMITMENT,
  CAP_REGISTER_COMMITMENT_REVIEW,
  CAP_REGISTER_COMPLAINT,
  CAP_REGISTER_SURVEY,
  CAP_REGISTER_SURVEY_QUESTION,
  CAP_REGISTER_MANAGEMENT_REVIEW,
  CAP_REGISTER_REVIEW_INPUT,
  CAP_REGISTER_REVIEW_OUTPUT,
  CAP_REGISTER_TARGET,
  CAP_REGISTER_SILENCE,
  CAP_REGISTER_PROGRAMME,
  CAP_REGISTER_AUDIT,
  CAP_REGISTER_AUDIT_MEMBER,
  CAP_REGISTER_AUDIT_SESSION,
  CAP_REGISTER_AUDIT_CHECK,
  CAP_REGISTER_FINDING,
  CAP_REGISTER_FINDING_CAUSE,
  CAP_REGISTER_FINDING_STEP,
  CAP_REGISTER_COMMITTEE,
  CAP_REGISTER_COMMITTEE_MEMBER,
  CAP_REGISTER_COMMITTEE_FILE,
  CAP_REGISTER_CERTIFICATE,
  CAP_REGISTER_CERTIFICATE_EVENT,
  CAP_REGISTER_SITE,
  CAP_REGISTER_SAMPLE,
  CAP_REGISTER_SAMPLE_SITE,
  CAP_REGISTER_CAMPAIGN,
  CAP_REGISTER_CAMPAIGN_COLLEGE,
  CAP_REGISTER_CAMPAIGN_PARKING,
} CapRegisterKind;

#define CAP_N_REGISTERS (CAP_REGISTER_CAMPAIGN_PARKING + 1)

/**
 * CapValueKind:
 * @CAP_VALUE_LINE: a text of one line
 * @CAP_VALUE_TEXT: a text of several lines
 * @CAP_VALUE_DATE: ISO 8601
 * @CAP_VALUE_CHOICE: the name of one of the choices
 * @CAP_VALUE_NUMBER: a whole number, in decimal
 * @CAP_VALUE_CODES: codes of what @refers says, joined by “, ”
 *
 * What a value may be. Values are texts: a record is read and written as one.
 */
typedef enum
{
  CAP_VALUE_LINE,
  CAP_VALUE_TEXT,
  CAP_VALUE_DATE,
  CAP_VALUE_CHOICE,
  CAP_VALUE_NUMBER,
  CAP_VALUE_CODES,
} CapValueKind;

/**
 * CapRefers:
 *
 * What the codes of a field are codes of.
 */
typedef enum
{
  CAP_REFERS_NOTHING,
  CAP_REFERS_PROCESS,
  CAP_REFERS_DOCUMENT,
  CAP_REFERS_INDICATOR,
  CAP_REFERS_REQUIREMENT,
  CAP_REFERS_ROUTE,
  CAP_REFERS_GRADE,
  CAP_REFERS_CRITERION,
  CAP_REFERS_AUDIT,
  CAP_REFERS_FINDING,
  CAP_REFERS_SITE,
} CapRefers;

/**
 * CapChoice:
 * @name: in files, never translated; %NULL ends a list
 * @label: to be translated
 */
typedef struct
{
  const char *name;
  const char *label;
} CapChoice;

/**
 * CapField:
 * @name: in files and in the database, never translated
 * @label: to be translated
 * @hint: (nullable): an example, to be translated; a code is as it is
 * @required: whether a record needs it
 * @choices: (nullable): of a choice
 * @minimum: of a number
 * @maximum: of a number
 * @refers: of codes
 * @single: whether there is one code at most
 */
typedef struct
{
  const char      *name;
  const char      *label;
  const char      *hint;
  CapValueKind     kind;
  gboolean         required;
  const CapChoice *choices;
  int              minimum;
  int              maximum;
  CapRefers        refers;
  gboolean         single;
} CapField;

/**
 * CapRegister:
 * @name: in files and in the database, never translated
 * @label: of the list, to be translated
 * @one: of one of its records, to be translated
 * @prefix: (nullable): of the codes that the program gives; %NULL when people give them
 * @empty: what belongs here, to be translated
 * @parent: the register that its records belong to, or %CAP_REGISTER_NONE
 * @fields: (array length=n_fields): a register that has no parent begins with the code
 */
typedef struct
{
  CapRegisterKind  kind;
  const char      *name;
  const char      *label;
  const char      *one;
  const char      *prefix;
  const char      *empty;
  CapRegisterKind  parent;
  const CapField  *fields;
  guint            n_fields;
} CapRegister;

const CapRegister *cap_register_get             (CapRegisterKind    kind);
const CapRegister *cap_register_find            (const char        *name);
gboolean           cap_register_has_code        (const CapRegister *self);
const CapField    *cap_register_find_field      (const CapRegister *self,
                                                 const char        *name,
                                                 guint             *index);

const CapChoice   *cap_field_find_choice        (const CapField    *self,
                                                 const char        *name);
CapRegisterKind    cap_refers_get_register      (CapRefers          self);

G_END_DECLS
