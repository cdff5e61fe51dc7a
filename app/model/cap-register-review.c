/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/cap-register-private.h"

#include <glib/gi18n.h>

/* What the direction looks at, and the audit to be ready for. */

static const CapChoice output_choices[] = {
  { "improvement", N_("Improvement") },
  { "change", N_("Change of the system") },
  { "resources", N_("Resources") },
  { NULL, NULL },
};

static const CapChoice audit_kind_choices[] = {
  { "internal", N_("Internal audit") },
  { "stage-1", N_("Initial audit, stage 1") },
  { "stage-2", N_("Initial audit, stage 2") },
  { "surveillance", N_("Surveillance") },
  { "renewal", N_("Renewal") },
  { NULL, NULL },
};

static const CapField management_review_fields[] = {
  [CAP_MANAGEMENT_REVIEW_CODE] = { "code", N_("Code"), NULL, CAP_VALUE_LINE, .required = TRUE },
  [CAP_MANAGEMENT_REVIEW_DATE] = { "date", N_("Date"), NULL, CAP_VALUE_DATE, .required = TRUE },
  [CAP_MANAGEMENT_REVIEW_SINCE] = { "since", N_("Covers the period since"), NULL, CAP_VALUE_DATE },
  [CAP_MANAGEMENT_REVIEW_CHAIR] =
    { "chair", N_("Chaired by (function)"), N_("The direction"), CAP_VALUE_LINE },
  [CAP_MANAGEMENT_REVIEW_ATTENDANTS] =
    { "attendants", N_("Who took part (functions)"), N_("Direction, quality officer, two supervisors"),
      CAP_VALUE_TEXT },
  [CAP_MANAGEMENT_REVIEW_CONCLUSION] = { "conclusion", N_("Conclusion"), NULL, CAP_VALUE_TEXT },
  [CAP_MANAGEMENT_REVIEW_FINALISED] = { "finalised", N_("Finalised on"), NULL, CAP_VALUE_DATE },
};

static const CapField review_input_fields[] = {
  [CAP_REVIEW_INPUT_INPUT] = { "input", N_("Input"), NULL, CAP_VALUE_LINE, .required = TRUE },
  [CAP_REVIEW_INPUT_READING] = { "reading", N_("Reading"), NULL, CAP_VALUE_TEXT },
  [CAP_REVIEW_INPUT_DECISION] =
    { "decision", N_("Decision"), N_("Ask for a second supervisor"), CAP_VALUE_TEXT },
  [CAP_REVIEW_INPUT_IRRELEVANT] = { "irrelevant", N_("Not applicable, because"), NULL, CAP_VALUE_TEXT },
};

static const CapField review_output_fields[] = {
  [CAP_REVIEW_OUTPUT_KIND] =
    { "kind", N_("Kind"), NULL, CAP_VALUE_CHOICE, .required = TRUE, .choices = output_choices },
  [CAP_REVIEW_OUTPUT_TEXT] = { "text", N_("Decision"), NULL, CAP_VALUE_LINE, .required = TRUE },
  [CAP_REVIEW_OUTPUT_OWNER] = { "owner", N_("Owner (function)"), NULL, CAP_VALUE_LINE },
  [CAP_REVIEW_OUTPUT_DUE] = { "due", N_("Due"), NULL, CAP_VALUE_DATE },
  [CAP_REVIEW_OUTPUT_ACTION] =
    { "action", N_("Action"), NULL, CAP_VALUE_NUMBER, .minimum = 1, .maximum = 2000000000 },
};

static const CapField target_fields[] = {
  [CAP_TARGET_CODE] = { "code", N_("Code"), NULL, CAP_VALUE_LINE, .required = TRUE },
  [CAP_TARGET_ROUTE] =
    { "route", N_("Route"), NULL, CAP_VALUE_CODES, .required = TRUE, .refers = CAP_REFERS_ROUTE,
      .single = TRUE },
  [CAP_TARGET_KIND] =
    { "kind", N_("Kind of audit"), NULL,
      CAP_VALUE_CHOICE, .required = TRUE, .choices = audit_kind_choices },
  [CAP_TARGET_DATE] = { "date", N_("First day"), NULL, CAP_VALUE_DATE, .required = TRUE },
  [CAP_TARGET_LAST_DAY] = { "last_day", N_("Last day"), NULL, CAP_VALUE_DATE },
  [CAP_TARGET_CERTIFIER] = { "certifier", N_("Certifier"), NULL, CAP_VALUE_LINE },
  [CAP_TARGET_REFERENCE] = { "reference", N_("File number"), NULL, CAP_VALUE_LINE },
  [CAP_TARGET_VERSION] = { "version", N_("Version of the file"), "1", CAP_VALUE_LINE },
  [CAP_TARGET_DISTRIBUTION] = { "distribution", N_("Given to"), N_("Direction, auditor"), CAP_VALUE_LINE },
  [CAP_TARGET_WRITTEN_BY] = { "written_by", N_("Written by (function)"), NULL, CAP_VALUE_LINE },
  [CAP_TARGET_CHECKED_BY] = { "checked_by", N_("Checked by (function)"), NULL, CAP_VALUE_LINE },
  [CAP_TARGET_APPROVED_BY] = { "approved_by", N_("Approved by (function)"), NULL, CAP_VALUE_LINE },
};

static const CapField silence_fields[] = {
  [CAP_SILENCE_WARNING] = { "warning", N_("Warning"), NULL, CAP_VALUE_LINE, .required = TRUE },
  [CAP_SILENCE_SUBJECT] = { "subject", N_("About"), NULL, CAP_VALUE_LINE, .required = TRUE },
  [CAP_SILENCE_REASON] = { "reason", N_("Reason"), NULL, CAP_VALUE_TEXT, .required = TRUE },
  [CAP_SILENCE_DATE] = { "date", N_("Date"), NULL, CAP_VALUE_DATE },
};

const CapRegister cap_registers_review[] = {
  {
    .kind = CAP_REGISTER_MANAGEMENT_REVIEW,
    .name = "management_review",
    .label = N_("Management reviews"),
    .one = N_("Management review"),
    .prefix = "RD",
    .empty = N_("Once a year, the direction looks at all of it and decides."),
    .parent = CAP_REGISTER_NONE,
    .fields = management_review_fields,
    .n_fields = CAP_N_MANAGEMENT_REVIEW_FIELDS,
  },
  {
    .kind = CAP_REGISTER_REVIEW_INPUT,
    .name = "review_input",
    .label = N_("Inputs"),
    .one = N_("Input"),
    .empty = N_("No input yet."),
    .parent = CAP_REGISTER_MANAGEMENT_REVIEW,
    .fields = review_input_fields,
    .n_fields = CAP_N_REVIEW_INPUT_FIELDS,
  },
  {
    .kind = CAP_REGISTER_REVIEW_OUTPUT,
    .name = "review_output",
    .label = N_("Decisions"),
    .one = N_("Decision"),
    .empty = N_("No decision yet."),
    .parent = CAP_REGISTER_MANAGEMENT_REVIEW,
    .fields = review_output_fields,
    .n_fields = CAP_N_REVIEW_OUTPUT_FIELDS,
  },
  {
    .kind = CAP_REGISTER_TARGET,
    .name = "target",
    .label = N_("Audits to prepare for"),
    .one = N_("Audit to prepare for"),
    .prefix = "AV",
    .empty = N_("The audit to be ready for: when, by whom, on what."),
    .parent = CAP_REGISTER_NONE,
    .fields = target_fields,
    .n_fields = CAP_N_TARGET_FIELDS,
  },
  {
    .kind = CAP_REGISTER_SILENCE,
    .name = "silence",
    .label = N_("Warnings set aside"),
    .one = N_("Warning set aside"),
    .empty = N_("No warning is set aside."),
    .parent = CAP_REGISTER_NONE,
    .fields = silence_fields,
    .n_fields = CAP_N_SILENCE_FIELDS,
  },
};

const guint cap_n_registers_review = G_N_ELEMENTS (cap_registers_review);
