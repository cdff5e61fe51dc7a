/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/cap-register-private.h"

#include <glib/gi18n.h>

/* What it works with: processes, documents, skills, suppliers. */

static const CapChoice process_kind_choices[] = {
  { "management", N_("Management") },
  { "realisation", N_("Realisation") },
  { "support", N_("Support") },
  { NULL, NULL },
};

static const CapChoice performance_choices[] = {
  { "on-track", N_("Under control") },
  { "watch", N_("To be watched") },
  { "off-track", N_("Out of control") },
  { NULL, NULL },
};

static const CapChoice document_kind_choices[] = {
  { "policy", N_("Policy") },
  { "procedure", N_("Procedure") },
  { "instruction", N_("Instruction") },
  { "form", N_("Form") },
  { "record", N_("Record") },
  { "external", N_("External document") },
  { "other", N_("Other") },
  { NULL, NULL },
};

static const CapChoice document_state_choices[] = {
  { "draft", N_("Draft") },
  { "in-force", N_("In force") },
  { "withdrawn", N_("Withdrawn") },
  { NULL, NULL },
};

static const CapChoice held_choices[] = {
  { "yes", N_("Held") },
  { "partly", N_("Partly held") },
  { "no", N_("Missing") },
  { NULL, NULL },
};

static const CapChoice rating_choices[] = {
  { "good", N_("Satisfactory") },
  { "watch", N_("To be watched") },
  { "replace", N_("To be replaced") },
  { NULL, NULL },
};

static const CapField process_fields[] = {
  [CAP_PROCESS_CODE] = { "code", N_("Code"), NULL, CAP_VALUE_LINE, .required = TRUE },
  [CAP_PROCESS_NAME] =
    { "name", N_("Process"), N_("Welcome and integrate"), CAP_VALUE_LINE, .required = TRUE },
  [CAP_PROCESS_KIND] =
    { "kind", N_("Kind"), NULL, CAP_VALUE_CHOICE, .required = TRUE, .choices = process_kind_choices },
  [CAP_PROCESS_PURPOSE] =
    { "purpose", N_("Purpose"), N_("Each person knows their rights and their post within a week"),
      CAP_VALUE_LINE },
  [CAP_PROCESS_OWNER] = { "owner", N_("Owner (function)"), N_("Support manager"), CAP_VALUE_LINE },
  [CAP_PROCESS_INPUTS] = { "inputs", N_("Inputs"), N_("Application, agreement"), CAP_VALUE_TEXT },
  [CAP_PROCESS_OUTPUTS] =
    { "outputs", N_("Outputs"), N_("Contract signed, person welcomed"), CAP_VALUE_TEXT },
  [CAP_PROCESS_FEEDS] =
    { "feeds", N_("Feeds the processes"), NULL, CAP_VALUE_CODES, .refers = CAP_REFERS_PROCESS },
  [CAP_PROCESS_INDICATORS] =
    { "indicators", N_("Indicators"), NULL, CAP_VALUE_CODES, .refers = CAP_REFERS_INDICATOR },
  [CAP_PROCESS_DOCUMENTS] =
    { "documents", N_("Documents"), NULL, CAP_VALUE_CODES, .refers = CAP_REFERS_DOCUMENT },
  [CAP_PROCESS_REQUIREMENTS] =
    { "requirements", N_("Clauses"), NULL, CAP_VALUE_CODES, .refers = CAP_REFERS_REQUIREMENT },
  [CAP_PROCESS_PERFORMANCE] =
    { "performance", N_("Performance"), NULL, CAP_VALUE_CHOICE, .choices = performance_choices },
  [CAP_PROCESS_REVIEWED] = { "reviewed", N_("Reviewed on"), NULL, CAP_VALUE_DATE },
  [CAP_PROCESS_NOTE] =
    { "note", N_("What the review says"), N_("Two welcomes out of forty without a tutor"), CAP_VALUE_LINE },
  [CAP_PROCESS_PLACE] =
    { "place", N_("Place on the map"), NULL, CAP_VALUE_NUMBER, .minimum = 0, .maximum = 999 },
};

static const CapField document_fields[] = {
  [CAP_DOCUMENT_CODE] = { "code", N_("Code"), N_("PRO-01"), CAP_VALUE_LINE, .required = TRUE },
  [CAP_DOCUMENT_TITLE] =
    { "title", N_("Title"), N_("Welcome procedure"), CAP_VALUE_LINE, .required = TRUE },
  [CAP_DOCUMENT_KIND] =
    { "kind", N_("Kind"), NULL, CAP_VALUE_CHOICE, .required = TRUE, .choices = document_kind_choices },
  [CAP_DOCUMENT_REQUIREMENTS] =
    { "requirements", N_("Clauses"), NULL, CAP_VALUE_CODES, .refers = CAP_REFERS_REQUIREMENT },
  [CAP_DOCUMENT_VERSION] = { "version", N_("Version"), "2", CAP_VALUE_LINE },
  [CAP_DOCUMENT_STATE] =
    { "state", N_("State"), NULL, CAP_VALUE_CHOICE, .required = TRUE, .choices = document_state_choices },
  [CAP_DOCUMENT_AUTHOR] = { "author", N_("Written by (function)"), NULL, CAP_VALUE_LINE },
  [CAP_DOCUMENT_APPROVER] = { "approver", N_("Approved by (function)"), NULL, CAP_VALUE_LINE },
  [CAP_DOCUMENT_WRITTEN] = { "written", N_("Written on"), NULL, CAP_VALUE_DATE },
  [CAP_DOCUMENT_APPROVED] = { "approved", N_("Approved on"), NULL, CAP_VALUE_DATE },
  [CAP_DOCUMENT_REVIEW] = { "review", N_("Review due"), NULL, CAP_VALUE_DATE },
  [CAP_DOCUMENT_LOCATION] = { "location", N_("Where it is"), N_("Quality binder, tab 2"), CAP_VALUE_LINE },
};

static const CapField document_version_fields[] = {
  [CAP_DOCUMENT_VERSION_VERSION] = { "version", N_("Version"), "2", CAP_VALUE_LINE, .required = TRUE },
  [CAP_DOCUMENT_VERSION_DATE] = { "date", N_("Date"), NULL, CAP_VALUE_DATE },
  [CAP_DOCUMENT_VERSION_CHANGE] =
    { "change", N_("What changed"), N_("The booklet is given on day one"), CAP_VALUE_LINE },
  [CAP_DOCUMENT_VERSION_AUTHOR] = { "author", N_("Written by (function)"), NULL, CAP_VALUE_LINE },
  [CAP_DOCUMENT_VERSION_APPROVER] = { "approver", N_("Approved by (function)"), NULL, CAP_VALUE_LINE },
};

static const CapField skill_fields[] = {
  [CAP_SKILL_CODE] = { "code", N_("Code"), NULL, CAP_VALUE_LINE, .required = TRUE },
  [CAP_SKILL_TITLE] =
    { "title", N_("What is needed"), N_("Lead an interview without judging"),
      CAP_VALUE_LINE, .required = TRUE },
  [CAP_SKILL_ROLE] = { "role", N_("For which function"), N_("Social worker"), CAP_VALUE_LINE },
  [CAP_SKILL_HELD] = { "held", N_("Where it stands"), NULL, CAP_VALUE_CHOICE, .choices = held_choices },
  [CAP_SKILL_PLAN] = { "plan", N_("How it is acquired"), N_("Training in March"), CAP_VALUE_LINE },
  [CAP_SKILL_ASSESSED] = { "assessed", N_("Assessed on"), NULL, CAP_VALUE_DATE },
  [CAP_SKILL_REVIEW] = { "review", N_("To be assessed again on"), NULL, CAP_VALUE_DATE },
};

static const CapField supplier_fields[] = {
  [CAP_SUPPLIER_CODE] = { "code", N_("Code"), NULL, CAP_VALUE_LINE, .required = TRUE },
  [CAP_SUPPLIER_NAME] =
    { "name", N_("Supplier"), N_("Training centre of the district"), CAP_VALUE_LINE, .required = TRUE },
  [CAP_SUPPLIER_PROVIDES] =
    { "provides", N_("What it provides"), N_("Training in safety"), CAP_VALUE_LINE },
  [CAP_SUPPLIER_CRITERIA] =
    { "criteria", N_("What is expected"), N_("Groups of eight, plain words"), CAP_VALUE_LINE },
  [CAP_SUPPLIER_RATING] = { "rating", N_("Rating"), NULL, CAP_VALUE_CHOICE, .choices = rating_choices },
  [CAP_SUPPLIER_ASSESSED] = { "assessed", N_("Assessed on"), NULL, CAP_VALUE_DATE },
  [CAP_SUPPLIER_REVIEW] = { "review", N_("To be assessed again on"), NULL, CAP_VALUE_DATE },
  [CAP_SUPPLIER_NOTE] = { "note", N_("Why"), N_("Answers within two days"), CAP_VALUE_LINE },
};

const CapRegister cap_registers_system[] = {
  {
    .kind = CAP_REGISTER_PROCESS,
    .name = "process",
    .label = N_("Processes"),
    .one = N_("Process"),
    .prefix = "PR",
    .empty = N_("What the structure does, from a need to an answer, and who is in charge of it."),
    .parent = CAP_REGISTER_NONE,
    .fields = process_fields,
    .n_fields = CAP_N_PROCESS_FIELDS,
  },
  {
    .kind = CAP_REGISTER_DOCUMENT,
    .name = "document",
    .label = N_("Documents"),
    .one = N_("Document"),
    .prefix = "DOC",
    .empty = N_("The documents and the records that the structure relies on, and when each is looked at"
                " again."),
    .parent = CAP_REGISTER_NONE,
    .fields = document_fields,
    .n_fields = CAP_N_DOCUMENT_FIELDS,
  },
  {
    .kind = CAP_REGISTER_DOCUMENT_VERSION,
    .name = "document_version",
    .label = N_("Versions"),
    .one = N_("Version"),
    .empty = N_("No earlier version."),
    .parent = CAP_REGISTER_DOCUMENT,
    .fields = document_version_fields,
    .n_fields = CAP_N_DOCUMENT_VERSION_FIELDS,
  },
  {
    .kind = CAP_REGISTER_SKILL,
    .name = "skill",
    .label = N_("Skills"),
    .one = N_("Skill"),
    .prefix = "C",
    .empty = N_("What each function must know how to do, and what is missing."),
    .parent = CAP_REGISTER_NONE,
    .fields = skill_fields,
    .n_fields = CAP_N_SKILL_FIELDS,
  },
  {
    .kind = CAP_REGISTER_SUPPLIER,
    .name = "supplier",
    .label = N_("Suppliers"),
    .one = N_("Supplier"),
    .prefix = "F",
    .empty = N_("Those who work for the structure, and whether it can count on them."),
    .parent = CAP_REGISTER_NONE,
    .fields = supplier_fields,
    .n_fields = CAP_N_SUPPLIER_FIELDS,
  },
};

const guint cap_n_registers_system = G_N_ELEMENTS (cap_registers_system);
