/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/cap-register-private.h"

#include <glib/gi18n.h>

/* The audits: their programme, their plan, what was looked at. */

static const CapChoice internal_kind_choices[] = {
  { "internal", N_("Internal audit") },
  { "crossed", N_("Crossed audit") },
  { NULL, NULL },
};

static const CapChoice audit_kind_choices[] = {
  { "internal", N_("Internal audit") },
  { "crossed", N_("Crossed audit") },
  { "stage-1", N_("Initial audit, stage 1") },
  { "stage-2", N_("Initial audit, stage 2") },
  { "surveillance", N_("Surveillance") },
  { "renewal", N_("Renewal") },
  { NULL, NULL },
};

static const CapChoice method_choices[] = {
  { "on-site", N_("On site") },
  { "remote", N_("Remotely") },
  { "mixed", N_("Partly remotely") },
  { NULL, NULL },
};

static const CapChoice team_role_choices[] = {
  { "lead", N_("Lead auditor") },
  { "auditor", N_("Auditor") },
  { "expert", N_("Technical expert") },
  { "trainee", N_("Auditor in training") },
  { "observer", N_("Observer") },
  { "guide", N_("Guide") },
  { NULL, NULL },
};

const CapChoice cap_half_hour_choices[] = {
  { "07:00", N_("07:00") },
  { "07:30", N_("07:30") },
  { "08:00", N_("08:00") },
  { "08:30", N_("08:30") },
  { "09:00", N_("09:00") },
  { "09:30", N_("09:30") },
  { "10:00", N_("10:00") },
  { "10:30", N_("10:30") },
  { "11:00", N_("11:00") },
  { "11:30", N_("11:30") },
  { "12:00", N_("12:00") },
  { "12:30", N_("12:30") },
  { "13:00", N_("13:00") },
  { "13:30", N_("13:30") },
  { "14:00", N_("14:00") },
  { "14:30", N_("14:30") },
  { "15:00", N_("15:00") },
  { "15:30", N_("15:30") },
  { "16:00", N_("16:00") },
  { "16:30", N_("16:30") },
  { "17:00", N_("17:00") },
  { "17:30", N_("17:30") },
  { "18:00", N_("18:00") },
  { "18:30", N_("18:30") },
  { "19:00", N_("19:00") },
  { "19:30", N_("19:30") },
  { NULL, NULL },
};

static const CapChoice minutes_choices[] = {
  { "30", N_("30 min") },
  { "60", N_("1 h") },
  { "90", N_("1 h 30") },
  { "120", N_("2 h") },
  { "150", N_("2 h 30") },
  { "180", N_("3 h") },
  { "210", N_("3 h 30") },
  { "240", N_("4 h") },
  { NULL, NULL },
};

static const CapChoice session_kind_choices[] = {
  { "opening", N_("Opening meeting") },
  { "interview", N_("Interview") },
  { "visit", N_("Visit") },
  { "documents", N_("Reading of documents") },
  { "break", N_("Break") },
  { "synthesis", N_("Synthesis of the auditors") },
  { "closing", N_("Closing meeting") },
  { NULL, NULL },
};

static const CapChoice subject_choices[] = {
  { "requirement", N_("Clause") },
  { "criterion", N_("Criterion") },
  { "finding", N_("Earlier finding") },
  { "process", N_("Process") },
  { NULL, NULL },
};

static const CapChoice verdict_choices[] = {
  { "conforming", N_("Conforming") },
  { "strong", N_("Strong point") },
  { "to-improve", N_("To be improved") },
  { "not-conforming", N_("Not conforming") },
  { "not-seen", N_("Not seen") },
  { "not-applicable", N_("Does not apply") },
  { NULL, NULL },
};

static const CapField programme_fields[] = {
  [CAP_PROGRAMME_CODE] = { "code", N_("Code"), NULL, CAP_VALUE_LINE, .required = TRUE },
  [CAP_PROGRAMME_PLANNED] = { "planned", N_("Planned for"), NULL, CAP_VALUE_DATE, .required = TRUE },
  [CAP_PROGRAMME_KIND] =
    { "kind", N_("Kind"), NULL, CAP_VALUE_CHOICE, .required = TRUE, .choices = internal_kind_choices },
  [CAP_PROGRAMME_PROCESSES] =
    { "processes", N_("Processes"), NULL, CAP_VALUE_CODES, .refers = CAP_REFERS_PROCESS },
  [CAP_PROGRAMME_SITES] = { "sites", N_("Sites"), NULL, CAP_VALUE_CODES, .refers = CAP_REFERS_SITE },
  [CAP_PROGRAMME_REQUIREMENTS] =
    { "requirements", N_("Clauses"), NULL, CAP_VALUE_CODES, .refers = CAP_REFERS_REQUIREMENT },
  [CAP_PROGRAMME_AUDITOR] =
    { "auditor", N_("Auditor (function)"), N_("Quality officer of another member"), CAP_VALUE_LINE },
  [CAP_PROGRAMME_WORKS_IN] =
    { "works_in", N_("Processes that the auditor works in"), NULL, CAP_VALUE_CODES,
      .refers = CAP_REFERS_PROCESS },
  [CAP_PROGRAMME_AUDIT] =
    { "audit", N_("Audit that held it"), NULL, CAP_VALUE_CODES, .refers = CAP_REFERS_AUDIT,
      .single = TRUE },
  [CAP_PROGRAMME_NOTE] =
    { "note", N_("Why then, why there"), N_("After the move of the workshop"), CAP_VALUE_LINE },
};

static const CapField audit_fields[] = {
  [CAP_AUDIT_CODE] = { "code", N_("Code"), NULL, CAP_VALUE_LINE, .required = TRUE },
  [CAP_AUDIT_TITLE] =
    { "title", N_("Title"), N_("Internal audit of spring"), CAP_VALUE_LINE, .required = TRUE },
  [CAP_AUDIT_KIND] =
    { "kind", N_("Kind"), NULL, CAP_VALUE_CHOICE, .required = TRUE, .choices = audit_kind_choices },
  [CAP_AUDIT_ROUTE] =
    { "route", N_("Route"), NULL, CAP_VALUE_CODES, .refers = CAP_REFERS_ROUTE, .single = TRUE },
  [CAP_AUDIT_ORGANISATION] =
    { "organisation", N_("Who audits"), N_("Another member of the network"), CAP_VALUE_LINE },
  [CAP_AUDIT_CLIENT] = { "client", N_("Who asked for it"), N_("The direction"), CAP_VALUE_LINE },
  [CAP_AUDIT_DATE] = { "date", N_("First day"), NULL, CAP_VALUE_DATE, .required = TRUE },
  [CAP_AUDIT_LAST_DAY] = { "last_day", N_("Last day"), NULL, CAP_VALUE_DATE },
  [CAP_AUDIT_METHOD] = { "method", N_("How"), NULL, CAP_VALUE_CHOICE, .choices = method_choices },
  [CAP_AUDIT_OBJECTIVES] =
    { "objectives", N_("Objectives"), N_("See whether the welcome does what its procedure says"),
      CAP_VALUE_TEXT },
  [CAP_AUDIT_SCOPE] = { "scope", N_("Scope"), N_("All activities, both sites"), CAP_VALUE_TEXT },
  [CAP_AUDIT_CRITERIA] =
    { "criteria", N_("Criteria and reference documents"), N_("ISO 9001, the CAP criteria, our procedures"),
      CAP_VALUE_TEXT },
  [CAP_AUDIT_PROCESSES] =
    { "processes", N_("Processes"), NULL, CAP_VALUE_CODES, .refers = CAP_REFERS_PROCESS },
  [CAP_AUDIT_REQUIREMENTS] =
    { "requirements", N_("Clauses"), NULL, CAP_VALUE_CODES, .refers = CAP_REFERS_REQUIREMENT },
  [CAP_AUDIT_SITES] = { "sites", N_("Sites"), NULL, CAP_VALUE_CODES, .refers = CAP_REFERS_SITE },
  [CAP_AUDIT_LANGUAGE] = { "language", N_("Language"), N_("French"), CAP_VALUE_LINE },
  [CAP_AUDIT_RESOURCES] =
    { "resources", N_("Time given to the points at risk"), N_("Half a day on safety in the workshops"),
      CAP_VALUE_TEXT },
  [CAP_AUDIT_LOGISTICS] =
    { "logistics", N_("Logistics"), N_("A room, shoes for the workshop, a vehicle between sites"),
      CAP_VALUE_TEXT },
  [CAP_AUDIT_CONFIDENTIALITY] =
    { "confidentiality", N_("Confidentiality"),
      N_("What is seen stays between the team and the structure"), CAP_VALUE_TEXT },
  [CAP_AUDIT_FOLLOW_UP] = { "follow_up", N_("Follow-up of earlier audits"), NULL, CAP_VALUE_TEXT },
  [CAP_AUDIT_PARTICIPANTS] =
    { "participants", N_("Who was met (functions)"), N_("Direction, two supervisors, four participants"),
      CAP_VALUE_TEXT },
  [CAP_AUDIT_SYNTHESIS] = { "synthesis", N_("Synthesis"), NULL, CAP_VALUE_TEXT },
  [CAP_AUDIT_OBSTACLES] =
    { "obstacles", N_("What could not be seen, what is disagreed on"), NULL, CAP_VALUE_TEXT },
  [CAP_AUDIT_CONCLUSION] = { "conclusion", N_("Conclusion"), NULL, CAP_VALUE_TEXT },
  [CAP_AUDIT_DISTRIBUTION] =
    { "distribution", N_("Distribution"), N_("Direction, quality officer"), CAP_VALUE_TEXT },
  [CAP_AUDIT_REPORTED] = { "reported", N_("Report handed over on"), NULL, CAP_VALUE_DATE },
};

static const CapField audit_member_fields[] = {
  [CAP_AUDIT_MEMBER_ROLE] =
    { "role", N_("Role"), NULL, CAP_VALUE_CHOICE, .required = TRUE, .choices = team_role_choices },
  [CAP_AUDIT_MEMBER_WHO] =
    { "who", N_("Who (function and structure)"), N_("Quality officer, another member of the network"),
      CAP_VALUE_LINE, .required = TRUE },
  [CAP_AUDIT_MEMBER_WORKS_IN] =
    { "works_in", N_("Processes that they work in"), NULL, CAP_VALUE_CODES, .refers = CAP_REFERS_PROCESS },
};

static const CapField audit_session_fields[] = {
  [CAP_AUDIT_SESSION_DAY] = { "day", N_("Day"), NULL, CAP_VALUE_DATE, .required = TRUE },
  [CAP_AUDIT_SESSION_START] =
    { "start", N_("Begins at"), NULL, CAP_VALUE_CHOICE, .required = TRUE,
      .choices = cap_half_hour_choices },
  [CAP_AUDIT_SESSION_MINUTES] =
    { "minutes", N_("Length"), NULL, CAP_VALUE_CHOICE, .required = TRUE, .choices = minutes_choices },
  [CAP_AUDIT_SESSION_KIND] =
    { "kind", N_("Kind"), NULL, CAP_VALUE_CHOICE, .required = TRUE, .choices = session_kind_choices },
  [CAP_AUDIT_SESSION_TITLE] =
    { "title", N_("What is looked at"), N_("How people are welcomed"), CAP_VALUE_LINE },
  [CAP_AUDIT_SESSION_PROCESSES] =
    { "processes", N_("Processes"), NULL, CAP_VALUE_CODES, .refers = CAP_REFERS_PROCESS },
  [CAP_AUDIT_SESSION_REQUIREMENTS] =
    { "requirements", N_("Clauses"), NULL, CAP_VALUE_CODES, .refers = CAP_REFERS_REQUIREMENT },
  [CAP_AUDIT_SESSION_SITE] =
    { "site", N_("Site"), NULL, CAP_VALUE_CODES, .refers = CAP_REFERS_SITE, .single = TRUE },
  [CAP_AUDIT_SESSION_PEOPLE] =
    { "people", N_("Who is met (functions)"), N_("Supervisor, two participants"), CAP_VALUE_LINE },
  [CAP_AUDIT_SESSION_AUDITORS] = { "auditors", N_("Auditors"), N_("Lead auditor"), CAP_VALUE_LINE },
};

static const CapField audit_check_fields[] = {
  [CAP_AUDIT_CHECK_KIND] =
    { "kind", N_("Kind"), NULL, CAP_VALUE_CHOICE, .required = TRUE, .choices = subject_choices },
  [CAP_AUDIT_CHECK_SUBJECT] =
    { "subject", N_("Number or code"), "8.4.1", CAP_VALUE_LINE, .required = TRUE },
  [CAP_AUDIT_CHECK_QUESTION] =
    { "question", N_("What to look at"), N_("How are the training centres chosen?"), CAP_VALUE_TEXT },
  [CAP_AUDIT_CHECK_NOTES] = { "notes", N_("Notes"), NULL, CAP_VALUE_TEXT },
  [CAP_AUDIT_CHECK_SAMPLE] =
    { "sample", N_("Sample seen"), N_("Three folders out of twelve, drawn in the list"), CAP_VALUE_TEXT },
  [CAP_AUDIT_CHECK_VERDICT] =
    { "verdict", N_("Verdict"), NULL, CAP_VALUE_CHOICE, .choices = verdict_choices },
};

const CapRegister cap_registers_audit[] = {
  {
    .kind = CAP_REGISTER_PROGRAMME,
    .name = "programme",
    .label = N_("Audit programme"),
    .one = N_("Planned audit"),
    .prefix = "PA",
    .empty = N_("Which processes, sites and clauses are audited when, and by whom, over three years."),
    .parent = CAP_REGISTER_NONE,
    .fields = programme_fields,
    .n_fields = CAP_N_PROGRAMME_FIELDS,
  },
  {
    .kind = CAP_REGISTER_AUDIT,
    .name = "audit",
    .label = N_("Audits"),
    .one = N_("Audit"),
    .prefix = "AU",
    .empty = N_("The audits, from inside and from outside: their plan, what was seen, what was concluded."),
    .parent = CAP_REGISTER_NONE,
    .fields = audit_fields,
    .n_fields = CAP_N_AUDIT_FIELDS,
  },
  {
    .kind = CAP_REGISTER_AUDIT_MEMBER,
    .name = "audit_member",
    .label = N_("Team"),
    .one = N_("Member of the team"),
    .empty = N_("No auditor yet."),
    .parent = CAP_REGISTER_AUDIT,
    .fields = audit_member_fields,
    .n_fields = CAP_N_AUDIT_MEMBER_FIELDS,
  },
  {
    .kind = CAP_REGISTER_AUDIT_SESSION,
    .name = "audit_session",
    .label = N_("Audit plan"),
    .one = N_("Part of the plan"),
    .empty = N_("No plan yet."),
    .parent = CAP_REGISTER_AUDIT,
    .fields = audit_session_fields,
    .n_fields = CAP_N_AUDIT_SESSION_FIELDS,
  },
  {
    .kind = CAP_REGISTER_AUDIT_CHECK,
    .name = "audit_check",
    .label = N_("Checklist"),
    .one = N_("Point to look at"),
    .empty = N_("Nothing to look at yet."),
    .parent = CAP_REGISTER_AUDIT,
    .fields = audit_check_fields,
    .n_fields = CAP_N_AUDIT_CHECK_FIELDS,
  },
};

const guint cap_n_registers_audit = G_N_ELEMENTS (cap_registers_audit);
