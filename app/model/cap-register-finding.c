/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/cap-register-private.h"

#include <glib/gi18n.h>

/* What an audit found, and what became of it. */

static const CapChoice state_choices[] = {
  { "open", N_("Opened") },
  { "analysed", N_("Analysed") },
  { "treated", N_("In treatment") },
  { "checked", N_("To be checked") },
  { "closed", N_("Settled") },
  { NULL, NULL },
};

static const CapChoice effective_choices[] = {
  { "yes", N_("It worked") },
  { "no", N_("It did not work") },
  { NULL, NULL },
};

static const CapChoice branch_choices[] = {
  { "why", N_("Why?") },
  { "people", N_("Workforce") },
  { "method", N_("Method") },
  { "means", N_("Means") },
  { "environment", N_("Environment") },
  { "material", N_("Material") },
  { "management", N_("Management") },
  { NULL, NULL },
};

static const CapField finding_fields[] = {
  [CAP_FINDING_CODE] = { "code", N_("Code"), NULL, CAP_VALUE_LINE, .required = TRUE },
  [CAP_FINDING_AUDIT] =
    { "audit", N_("Audit"), NULL, CAP_VALUE_CODES, .refers = CAP_REFERS_AUDIT, .single = TRUE },
  [CAP_FINDING_GRADE] =
    { "grade", N_("Grade"), NULL, CAP_VALUE_CODES, .required = TRUE, .refers = CAP_REFERS_GRADE,
      .single = TRUE },
  [CAP_FINDING_RAISED] = { "raised", N_("Raised on"), NULL, CAP_VALUE_DATE, .required = TRUE },
  [CAP_FINDING_FACT] =
    { "fact", N_("Facts"), N_("Three folders out of twelve have no signed safety sheet."), CAP_VALUE_TEXT,
      .required = TRUE },
  [CAP_FINDING_CONSEQUENCE] =
    { "consequence", N_("Consequences"), N_("A person may start without knowing the risks of the post."),
      CAP_VALUE_TEXT },
  [CAP_FINDING_EXPECTED] =
    { "expected", N_("What is required"), N_("The procedure has the sheet signed on the first day."),
      CAP_VALUE_TEXT },
  [CAP_FINDING_REQUIREMENTS] =
    { "requirements", N_("Clauses"), NULL, CAP_VALUE_CODES, .refers = CAP_REFERS_REQUIREMENT },
  [CAP_FINDING_CRITERIA] =
    { "criteria", N_("Criteria"), NULL, CAP_VALUE_CODES, .refers = CAP_REFERS_CRITERION },
  [CAP_FINDING_PROCESS] = { "process", N_("Process"), NULL, CAP_VALUE_CODES, .refers = CAP_REFERS_PROCESS },
  [CAP_FINDING_SITE] =
    { "site", N_("Site"), NULL, CAP_VALUE_CODES, .refers = CAP_REFERS_SITE, .single = TRUE },
  [CAP_FINDING_REFERENCE] =
    { "reference", N_("Reference given by the auditor"), "NC 2026-03", CAP_VALUE_LINE },
  [CAP_FINDING_SEEN] =
    { "seen", N_("What was seen"), N_("Folders 7, 9 and 12 of the list"), CAP_VALUE_TEXT },
  [CAP_FINDING_STATE] =
    { "state", N_("State"), NULL, CAP_VALUE_CHOICE, .required = TRUE, .choices = state_choices },
  [CAP_FINDING_OWNER] = { "owner", N_("Owner (function)"), N_("Quality officer"), CAP_VALUE_LINE },
  [CAP_FINDING_DUE] = { "due", N_("To be lifted by"), NULL, CAP_VALUE_DATE },
  [CAP_FINDING_CONTAINMENT] =
    { "containment", N_("What was done at once"), N_("The three sheets were signed the same day."),
      CAP_VALUE_TEXT },
  [CAP_FINDING_CORRECTION] =
    { "correction", N_("Correction"), N_("The twelve folders were gone through."), CAP_VALUE_TEXT },
  [CAP_FINDING_CORRECTED] = { "corrected", N_("Corrected on"), NULL, CAP_VALUE_DATE },
  [CAP_FINDING_CAUSE] =
    { "cause", N_("Root cause"), N_("Nobody looks at the folder at the end of the first day."),
      CAP_VALUE_TEXT },
  [CAP_FINDING_NO_ACTION] = { "no_action", N_("No corrective action, because"), NULL, CAP_VALUE_TEXT },
  [CAP_FINDING_SIMILAR] =
    { "similar", N_("Similar cases elsewhere"), N_("The other workshop has the same folder."),
      CAP_VALUE_TEXT },
  [CAP_FINDING_CHECK_DUE] = { "check_due", N_("Effectiveness to be checked on"), NULL, CAP_VALUE_DATE },
  [CAP_FINDING_CHECK_HOW] =
    { "check_how", N_("How it is checked"), N_("Ten folders drawn six months later"), CAP_VALUE_TEXT },
  [CAP_FINDING_CHECKER] = { "checker", N_("Checked by (function)"), N_("Direction"), CAP_VALUE_LINE },
  [CAP_FINDING_CHECKED] = { "checked", N_("Checked on"), NULL, CAP_VALUE_DATE },
  [CAP_FINDING_EFFECTIVE] =
    { "effective", N_("Effectiveness"), NULL, CAP_VALUE_CHOICE, .choices = effective_choices },
  [CAP_FINDING_CLOSED] = { "closed", N_("Settled on"), NULL, CAP_VALUE_DATE },
};

static const CapField finding_cause_fields[] = {
  [CAP_FINDING_CAUSE_BRANCH] =
    { "branch", N_("Where it comes from"), NULL, CAP_VALUE_CHOICE, .required = TRUE,
      .choices = branch_choices },
  [CAP_FINDING_CAUSE_TEXT] =
    { "text", N_("Because"), N_("The list of the first day does not name the sheet"), CAP_VALUE_LINE,
      .required = TRUE },
};

static const CapField finding_step_fields[] = {
  [CAP_FINDING_STEP_DATE] = { "date", N_("Date"), NULL, CAP_VALUE_DATE, .required = TRUE },
  [CAP_FINDING_STEP_STATE] =
    { "state", N_("State"), NULL, CAP_VALUE_CHOICE, .required = TRUE, .choices = state_choices },
  [CAP_FINDING_STEP_NOTE] =
    { "note", N_("Why"), N_("The check failed: two folders out of ten"), CAP_VALUE_LINE },
};

const CapRegister cap_registers_finding[] = {
  {
    .kind = CAP_REGISTER_FINDING,
    .name = "finding",
    .label = N_("Findings"),
    .one = N_("Finding"),
    .prefix = "E",
    .empty = N_("What audits found, from the strong point to the nonconformity, and what became of each."),
    .parent = CAP_REGISTER_NONE,
    .fields = finding_fields,
    .n_fields = CAP_N_FINDING_FIELDS,
  },
  {
    .kind = CAP_REGISTER_FINDING_CAUSE,
    .name = "finding_cause",
    .label = N_("Causes"),
    .one = N_("Cause"),
    .empty = N_("No cause yet."),
    .parent = CAP_REGISTER_FINDING,
    .fields = finding_cause_fields,
    .n_fields = CAP_N_FINDING_CAUSE_FIELDS,
  },
  {
    .kind = CAP_REGISTER_FINDING_STEP,
    .name = "finding_step",
    .label = N_("Steps"),
    .one = N_("Step"),
    .empty = N_("No step yet."),
    .parent = CAP_REGISTER_FINDING,
    .fields = finding_step_fields,
    .n_fields = CAP_N_FINDING_STEP_FIELDS,
  },
};

const guint cap_n_registers_finding = G_N_ELEMENTS (cap_registers_finding);
