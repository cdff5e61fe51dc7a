/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/cap-register-private.h"

#include <glib/gi18n.h>

/* The certificate, the committee that gives its opinion, the sites of a group. */

static const CapChoice committee_role_choices[] = {
  { "chair", N_("Chair") },
  { "member", N_("Member") },
  { "auditor", N_("Auditor") },
  { "guest", N_("Guest") },
  { NULL, NULL },
};

static const CapChoice decision_choices[] = {
  { "agreed", N_("Agreement") },
  { "reservations", N_("Agreement with reservations") },
  { "adjourned", N_("Adjourned") },
  { "refused", N_("Refusal") },
  { NULL, NULL },
};

static const CapChoice event_choices[] = {
  { "surveillance", N_("Surveillance held") },
  { "renewed", N_("Renewed") },
  { "suspended", N_("Suspended") },
  { "resumed", N_("Suspension lifted") },
  { "withdrawn", N_("Withdrawn") },
  { "restored", N_("Restored") },
  { "scope", N_("Scope changed") },
  { NULL, NULL },
};

static const CapChoice site_role_choices[] = {
  { "central", N_("Central function") },
  { "delegation", N_("Delegation") },
  { "member", N_("Member structure") },
  { NULL, NULL },
};

static const CapChoice sampling_choices[] = {
  { "initial", N_("Initial audit") },
  { "surveillance", N_("Surveillance") },
  { "recertification", N_("Renewal") },
  { NULL, NULL },
};

static const CapChoice yes_no_choices[] = {
  { "yes", N_("Yes") },
  { "no", N_("No") },
  { NULL, NULL },
};

static const CapChoice how_choices[] = {
  { "random", N_("Drawn at random") },
  { "chosen", N_("Chosen") },
  { "added", N_("Added") },
  { NULL, NULL },
};

static const CapField committee_fields[] = {
  [CAP_COMMITTEE_CODE] = { "code", N_("Code"), NULL, CAP_VALUE_LINE, .required = TRUE },
  [CAP_COMMITTEE_DATE] = { "date", N_("Date"), NULL, CAP_VALUE_DATE, .required = TRUE },
  [CAP_COMMITTEE_PLACE] = { "place", N_("Place"), N_("By video"), CAP_VALUE_LINE },
  [CAP_COMMITTEE_MINUTES] = { "minutes", N_("Minutes"), NULL, CAP_VALUE_TEXT },
  [CAP_COMMITTEE_FINALISED] = { "finalised", N_("Minutes approved on"), NULL, CAP_VALUE_DATE },
};

static const CapField committee_member_fields[] = {
  [CAP_COMMITTEE_MEMBER_ROLE] =
    { "role", N_("Role"), NULL, CAP_VALUE_CHOICE, .required = TRUE, .choices = committee_role_choices },
  [CAP_COMMITTEE_MEMBER_WHO] =
    { "who", N_("Who (function and structure)"), N_("Director, a member of another region"),
      CAP_VALUE_LINE, .required = TRUE },
  [CAP_COMMITTEE_MEMBER_SITE] =
    { "site", N_("Site they come from"), NULL, CAP_VALUE_CODES, .refers = CAP_REFERS_SITE,
      .single = TRUE },
};

static const CapField committee_file_fields[] = {
  [CAP_COMMITTEE_FILE_SUBJECT] =
    { "subject", N_("What is asked"), N_("Entry into the group certificate"), CAP_VALUE_LINE,
      .required = TRUE },
  [CAP_COMMITTEE_FILE_SITE] =
    { "site", N_("Site"), NULL, CAP_VALUE_CODES, .refers = CAP_REFERS_SITE, .single = TRUE },
  [CAP_COMMITTEE_FILE_AUDIT] =
    { "audit", N_("Audit"), NULL, CAP_VALUE_CODES, .refers = CAP_REFERS_AUDIT, .single = TRUE },
  [CAP_COMMITTEE_FILE_CONFLICT] =
    { "conflict", N_("Who withdrew, and why"), N_("The director of the structure left the room"),
      CAP_VALUE_TEXT },
  [CAP_COMMITTEE_FILE_DECISION] =
    { "decision", N_("Decision"), NULL, CAP_VALUE_CHOICE, .choices = decision_choices },
  [CAP_COMMITTEE_FILE_REASON] =
    { "reason", N_("Because"), N_("Two minor nonconformities, both with a plan"), CAP_VALUE_TEXT },
  [CAP_COMMITTEE_FILE_CONDITIONS] =
    { "conditions", N_("Reservations"), N_("The safety sheets are shown within three months"),
      CAP_VALUE_TEXT },
  [CAP_COMMITTEE_FILE_DUE] = { "due", N_("To be lifted by"), NULL, CAP_VALUE_DATE },
};

static const CapField certificate_fields[] = {
  [CAP_CERTIFICATE_CODE] = { "code", N_("Code"), NULL, CAP_VALUE_LINE, .required = TRUE },
  [CAP_CERTIFICATE_ROUTE] =
    { "route", N_("Route"), NULL, CAP_VALUE_CODES, .refers = CAP_REFERS_ROUTE, .single = TRUE },
  [CAP_CERTIFICATE_NUMBER] =
    { "number", N_("Number given by the certification body"), "FR 12345", CAP_VALUE_LINE },
  [CAP_CERTIFICATE_CERTIFIER] = { "certifier", N_("Certification body"), "SGS", CAP_VALUE_LINE },
  [CAP_CERTIFICATE_SCOPE] = { "scope", N_("Scope"), NULL, CAP_VALUE_TEXT },
  [CAP_CERTIFICATE_SITES] = { "sites", N_("Sites"), NULL, CAP_VALUE_CODES, .refers = CAP_REFERS_SITE },
  [CAP_CERTIFICATE_DECISION] =
    { "decision", N_("Decision of the certification body"), NULL, CAP_VALUE_DATE, .required = TRUE },
  [CAP_CERTIFICATE_EXPIRY] =
    { "expiry", N_("Expiry, when the certificate says another date"), NULL, CAP_VALUE_DATE },
  [CAP_CERTIFICATE_NOTE] = { "note", N_("Note"), NULL, CAP_VALUE_TEXT },
};

static const CapField certificate_event_fields[] = {
  [CAP_CERTIFICATE_EVENT_KIND] =
    { "kind", N_("What happened"), NULL, CAP_VALUE_CHOICE, .required = TRUE, .choices = event_choices },
  [CAP_CERTIFICATE_EVENT_DATE] = { "date", N_("Date"), NULL, CAP_VALUE_DATE, .required = TRUE },
  [CAP_CERTIFICATE_EVENT_AUDIT] =
    { "audit", N_("Audit"), NULL, CAP_VALUE_CODES, .refers = CAP_REFERS_AUDIT, .single = TRUE },
  [CAP_CERTIFICATE_EVENT_EXPIRY] = { "expiry", N_("New expiry"), NULL, CAP_VALUE_DATE },
  [CAP_CERTIFICATE_EVENT_NOTE] =
    { "note", N_("Note"), N_("Letter of the certification body"), CAP_VALUE_LINE },
};

static const CapField site_fields[] = {
  [CAP_SITE_CODE] = { "code", N_("Code"), NULL, CAP_VALUE_LINE, .required = TRUE },
  [CAP_SITE_NAME] = { "name", N_("Name"), "Atelier des Saules", CAP_VALUE_LINE, .required = TRUE },
  [CAP_SITE_ROLE] =
    { "role", N_("Role"), NULL, CAP_VALUE_CHOICE, .required = TRUE, .choices = site_role_choices },
  [CAP_SITE_CATEGORY] = { "category", N_("Category"), N_("Workshops"), CAP_VALUE_LINE },
  [CAP_SITE_DELEGATION] =
    { "delegation", N_("Delegation"), NULL, CAP_VALUE_CODES, .refers = CAP_REFERS_SITE, .single = TRUE },
  [CAP_SITE_PLACE] = { "place", N_("Town"), "Albi", CAP_VALUE_LINE },
  [CAP_SITE_STAFF] = { "staff", N_("Staff"), NULL, CAP_VALUE_NUMBER, .minimum = 0, .maximum = 1000000 },
  [CAP_SITE_ACTIVITIES] = { "activities", N_("Activities"), N_("Laundry, green spaces"), CAP_VALUE_LINE },
  [CAP_SITE_JOINED] = { "joined", N_("In the group since"), NULL, CAP_VALUE_DATE },
  [CAP_SITE_LEFT] = { "left", N_("Left on"), NULL, CAP_VALUE_DATE },
  [CAP_SITE_INTERNAL] =
    { "internal", N_("Last internal audit, before this register"), NULL, CAP_VALUE_DATE },
  [CAP_SITE_EXTERNAL] =
    { "external", N_("Last outside audit, before this register"), NULL, CAP_VALUE_DATE },
  [CAP_SITE_NOTE] = { "note", N_("Note"), NULL, CAP_VALUE_TEXT },
};

static const CapField sample_fields[] = {
  [CAP_SAMPLE_CODE] = { "code", N_("Code"), NULL, CAP_VALUE_LINE, .required = TRUE },
  [CAP_SAMPLE_DATE] = { "date", N_("Date"), NULL, CAP_VALUE_DATE, .required = TRUE },
  [CAP_SAMPLE_AUDIT] =
    { "audit", N_("Audit"), NULL, CAP_VALUE_CHOICE, .required = TRUE, .choices = sampling_choices },
  [CAP_SAMPLE_REDUCED] =
    { "reduced", N_("Reduced, the system having proved effective"), NULL, CAP_VALUE_CHOICE,
      .choices = yes_no_choices },
  [CAP_SAMPLE_BY_CATEGORY] =
    { "by_category", N_("Computed for each category apart"), NULL, CAP_VALUE_CHOICE,
      .choices = yes_no_choices },
  [CAP_SAMPLE_POPULATION] =
    { "population", N_("Sites at that date"), NULL, CAP_VALUE_NUMBER, .minimum = 0, .maximum = 1000000 },
  [CAP_SAMPLE_MINIMUM] =
    { "minimum", N_("Sites by the formula"), NULL, CAP_VALUE_NUMBER, .minimum = 0, .maximum = 1000000 },
  [CAP_SAMPLE_SEED] = { "seed", N_("Number of the draw"), "20261126", CAP_VALUE_LINE },
  [CAP_SAMPLE_NOTE] = { "note", N_("Note"), NULL, CAP_VALUE_TEXT },
};

static const CapField sample_site_fields[] = {
  [CAP_SAMPLE_SITE_SITE] =
    { "site", N_("Site"), NULL, CAP_VALUE_CODES, .required = TRUE, .refers = CAP_REFERS_SITE,
      .single = TRUE },
  [CAP_SAMPLE_SITE_HOW] =
    { "how", N_("How"), NULL, CAP_VALUE_CHOICE, .required = TRUE, .choices = how_choices },
  [CAP_SAMPLE_SITE_REASON] = { "reason", N_("Because"), N_("Not seen in this cycle"), CAP_VALUE_LINE },
};

const CapRegister cap_registers_group[] = {
  {
    .kind = CAP_REGISTER_COMMITTEE,
    .name = "committee",
    .label = N_("Committee"),
    .one = N_("Meeting of the committee"),
    .prefix = "CO",
    .empty = N_("The meetings of the committee: who sat, what was examined, what was decided and why."),
    .parent = CAP_REGISTER_NONE,
    .fields = committee_fields,
    .n_fields = CAP_N_COMMITTEE_FIELDS,
  },
  {
    .kind = CAP_REGISTER_COMMITTEE_MEMBER,
    .name = "committee_member",
    .label = N_("Members"),
    .one = N_("Member"),
    .empty = N_("Nobody yet."),
    .parent = CAP_REGISTER_COMMITTEE,
    .fields = committee_member_fields,
    .n_fields = CAP_N_COMMITTEE_MEMBER_FIELDS,
  },
  {
    .kind = CAP_REGISTER_COMMITTEE_FILE,
    .name = "committee_file",
    .label = N_("Files examined"),
    .one = N_("File examined"),
    .empty = N_("No file yet."),
    .parent = CAP_REGISTER_COMMITTEE,
    .fields = committee_file_fields,
    .n_fields = CAP_N_COMMITTEE_FILE_FIELDS,
  },
  {
    .kind = CAP_REGISTER_CERTIFICATE,
    .name = "certificate",
    .label = N_("Certificates"),
    .one = N_("Certificate"),
    .prefix = "CE",
    .empty = N_("The certificates that a certification body issued, and the dates that follow from them."),
    .parent = CAP_REGISTER_NONE,
    .fields = certificate_fields,
    .n_fields = CAP_N_CERTIFICATE_FIELDS,
  },
  {
    .kind = CAP_REGISTER_CERTIFICATE_EVENT,
    .name = "certificate_event",
    .label = N_("History"),
    .one = N_("Event"),
    .empty = N_("Nothing happened yet."),
    .parent = CAP_REGISTER_CERTIFICATE,
    .fields = certificate_event_fields,
    .n_fields = CAP_N_CERTIFICATE_EVENT_FIELDS,
  },
  {
    .kind = CAP_REGISTER_SITE,
    .name = "site",
    .label = N_("Sites"),
    .one = N_("Site"),
    .prefix = "SI",
    .empty = N_("The central function, the delegations and the members that a group certificate covers."),
    .parent = CAP_REGISTER_NONE,
    .fields = site_fields,
    .n_fields = CAP_N_SITE_FIELDS,
  },
  {
    .kind = CAP_REGISTER_SAMPLE,
    .name = "sample",
    .label = N_("Samples"),
    .one = N_("Sample"),
    .prefix = "EC",
    .empty = N_("Which sites a certifier would look at, as an indication: the certification body decides."),
    .parent = CAP_REGISTER_NONE,
    .fields = sample_fields,
    .n_fields = CAP_N_SAMPLE_FIELDS,
  },
  {
    .kind = CAP_REGISTER_SAMPLE_SITE,
    .name = "sample_site",
    .label = N_("Sites of the sample"),
    .one = N_("Site of the sample"),
    .empty = N_("No site yet."),
    .parent = CAP_REGISTER_SAMPLE,
    .fields = sample_site_fields,
    .n_fields = CAP_N_SAMPLE_SITE_FIELDS,
  },
};

const guint cap_n_registers_group = G_N_ELEMENTS (cap_registers_group);
