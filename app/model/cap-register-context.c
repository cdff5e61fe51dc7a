/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/cap-register-private.h"

#include <glib/gi18n.h>

/* What the structure says of its context: issues, parties, risks, policy, objectives. */

static const CapChoice origin_choices[] = {
  { "internal", N_("Internal") },
  { "external", N_("External") },
  { NULL, NULL },
};

static const CapChoice domain_choices[] = {
  { "people", N_("People") },
  { "economy", N_("Economy") },
  { "law", N_("Law") },
  { "territory", N_("Territory") },
  { "technology", N_("Technology") },
  { "climate", N_("Climate") },
  { NULL, NULL },
};

static const CapChoice effect_choices[] = {
  { "favourable", N_("Favourable") },
  { "unfavourable", N_("Unfavourable") },
  { "both", N_("Both") },
  { NULL, NULL },
};

static const CapChoice statement_choices[] = {
  { "presentation", N_("Presentation") },
  { "scope", N_("Scope") },
  { "policy", N_("Policy") },
  { "climate", N_("Climate change") },
  { NULL, NULL },
};

static const CapChoice relevance_choices[] = {
  { "relevant", N_("A relevant issue") },
  { "not-relevant", N_("Not a relevant issue") },
  { NULL, NULL },
};

/* Whom the structure deals with: they expect something, complain, answer surveys. */
const CapChoice cap_public_choices[] = {
  { "participants", N_("Participants in pathways") },
  { "clients", N_("Clients") },
  { "prescribers", N_("Prescribers") },
  { "funders", N_("Funders") },
  { "staff", N_("Permanent staff") },
  { "members", N_("Members and volunteers") },
  { "partners", N_("Partners") },
  { "suppliers", N_("Suppliers") },
  { "neighbours", N_("Neighbourhood and territory") },
  { "network", N_("The network") },
  { "other", N_("Other") },
  { NULL, NULL },
};

static const CapChoice nature_choices[] = {
  { "risk", N_("Risk") },
  { "opportunity", N_("Opportunity") },
  { NULL, NULL },
};

static const CapChoice treatment_choices[] = {
  { "accept", N_("Accept") },
  { "reduce", N_("Reduce") },
  { "avoid", N_("Avoid") },
  { "share", N_("Share") },
  { "seize", N_("Seize") },
  { NULL, NULL },
};

static const CapChoice goal_state_choices[] = {
  { "open", N_("Under way") },
  { "reached", N_("Reached") },
  { "missed", N_("Missed") },
  { "dropped", N_("Dropped") },
  { NULL, NULL },
};

static const CapField issue_fields[] = {
  [CAP_ISSUE_CODE] = { "code", N_("Code"), NULL, CAP_VALUE_LINE, .required = TRUE },
  [CAP_ISSUE_TITLE] =
    { "title", N_("Issue"), N_("Rents rise around our sites"), CAP_VALUE_LINE, .required = TRUE },
  [CAP_ISSUE_ORIGIN] = { "origin", N_("Origin"), NULL, CAP_VALUE_CHOICE, .choices = origin_choices },
  [CAP_ISSUE_DOMAIN] = { "domain", N_("Domain"), NULL, CAP_VALUE_CHOICE, .choices = domain_choices },
  [CAP_ISSUE_EFFECT] = { "effect", N_("Effect"), NULL, CAP_VALUE_CHOICE, .choices = effect_choices },
  [CAP_ISSUE_CONSEQUENCE] =
    { "consequence", N_("What it changes for us"), N_("People live further from work"), CAP_VALUE_TEXT },
  [CAP_ISSUE_WATCH] = { "watch", N_("How we watch it"), N_("Each year, with the town"), CAP_VALUE_LINE },
  [CAP_ISSUE_SEEN] = { "seen", N_("Last looked at"), NULL, CAP_VALUE_DATE },
};

static const CapField statement_fields[] = {
  [CAP_STATEMENT_CODE] = { "code", N_("Code"), NULL, CAP_VALUE_LINE, .required = TRUE },
  [CAP_STATEMENT_KIND] =
    { "kind", N_("About"), NULL, CAP_VALUE_CHOICE, .required = TRUE, .choices = statement_choices },
  [CAP_STATEMENT_TEXT] = { "text", N_("Text"), NULL, CAP_VALUE_TEXT, .required = TRUE },
  [CAP_STATEMENT_OUTCOME] =
    { "outcome", N_("Conclusion"), NULL, CAP_VALUE_CHOICE, .choices = relevance_choices },
  [CAP_STATEMENT_ADOPTED_BY] = { "adopted_by", N_("Adopted by"), N_("The board"), CAP_VALUE_LINE },
  [CAP_STATEMENT_DATE] = { "date", N_("Adopted on"), NULL, CAP_VALUE_DATE },
  [CAP_STATEMENT_TOLD] =
    { "told", N_("How it was made known"), N_("Posted, welcome booklet"), CAP_VALUE_LINE },
  [CAP_STATEMENT_REVIEW] = { "review", N_("To be looked at again on"), NULL, CAP_VALUE_DATE },
};

static const CapField exclusion_fields[] = {
  [CAP_EXCLUSION_CODE] = { "code", N_("Clause"), "7.1.5", CAP_VALUE_LINE, .required = TRUE },
  [CAP_EXCLUSION_REASON] =
    { "reason", N_("Why it does not apply"), N_("No service depends on an instrument of measure"),
      CAP_VALUE_TEXT, .required = TRUE },
  [CAP_EXCLUSION_DECIDED_BY] = { "decided_by", N_("Decided by"), N_("The board"), CAP_VALUE_LINE },
  [CAP_EXCLUSION_DATE] = { "date", N_("Decided on"), NULL, CAP_VALUE_DATE },
};

static const CapField party_fields[] = {
  [CAP_PARTY_CODE] = { "code", N_("Code"), NULL, CAP_VALUE_LINE, .required = TRUE },
  [CAP_PARTY_NAME] =
    { "name", N_("Who"), N_("Employment agency of the district"), CAP_VALUE_LINE, .required = TRUE },
  [CAP_PARTY_CATEGORY] =
    { "category", N_("Category"), NULL, CAP_VALUE_CHOICE, .choices = cap_public_choices },
  [CAP_PARTY_EXPECTATIONS] =
    { "expectations", N_("What they expect"), N_("Quick answers about who was taken on"), CAP_VALUE_TEXT },
  [CAP_PARTY_ANSWER] =
    { "answer", N_("What we do about it"), N_("A meeting each quarter"), CAP_VALUE_TEXT },
  [CAP_PARTY_LISTENING] =
    { "listening", N_("How they are heard"), N_("Yearly questionnaire"), CAP_VALUE_LINE },
  [CAP_PARTY_HEARD] = { "heard", N_("Last heard on"), NULL, CAP_VALUE_DATE },
};

static const CapField risk_fields[] = {
  [CAP_RISK_CODE] = { "code", N_("Code"), NULL, CAP_VALUE_LINE, .required = TRUE },
  [CAP_RISK_TITLE] =
    { "title", N_("Risk or opportunity"), N_("Nobody replaces the supervisor"),
      CAP_VALUE_LINE, .required = TRUE },
  [CAP_RISK_NATURE] =
    { "nature", N_("Nature"), NULL, CAP_VALUE_CHOICE, .required = TRUE, .choices = nature_choices },
  [CAP_RISK_CAUSE] = { "cause", N_("Cause"), N_("A single person knows the site"), CAP_VALUE_TEXT },
  [CAP_RISK_CONSEQUENCE] = { "consequence", N_("Consequence"), N_("The site stops"), CAP_VALUE_TEXT },
  [CAP_RISK_PROCESS] = { "process", N_("Process"), NULL, CAP_VALUE_CODES, .refers = CAP_REFERS_PROCESS },
  [CAP_RISK_LIKELIHOOD] =
    { "likelihood", N_("Likelihood (1 to 4)"), NULL, CAP_VALUE_NUMBER, .minimum = 1, .maximum = 4 },
  [CAP_RISK_SEVERITY] =
    { "severity", N_("Severity (1 to 4)"), NULL, CAP_VALUE_NUMBER, .minimum = 1, .maximum = 4 },
  [CAP_RISK_RATED] = { "rated", N_("Rated on"), NULL, CAP_VALUE_DATE },
  [CAP_RISK_TREATMENT] =
    { "treatment", N_("Treatment"), NULL, CAP_VALUE_CHOICE, .choices = treatment_choices },
  [CAP_RISK_MEASURE] = { "measure", N_("What is done"), N_("Work in pairs on each site"), CAP_VALUE_TEXT },
  [CAP_RISK_OWNER] = { "owner", N_("Owner (function)"), N_("Technical manager"), CAP_VALUE_LINE },
  [CAP_RISK_LIKELIHOOD_AFTER] =
    { "likelihood_after", N_("Likelihood after (1 to 4)"), NULL,
      CAP_VALUE_NUMBER, .minimum = 1, .maximum = 4 },
  [CAP_RISK_SEVERITY_AFTER] =
    { "severity_after", N_("Severity after (1 to 4)"), NULL, CAP_VALUE_NUMBER, .minimum = 1, .maximum = 4 },
  [CAP_RISK_RATED_AFTER] = { "rated_after", N_("Rated again on"), NULL, CAP_VALUE_DATE },
};

static const CapField goal_fields[] = {
  [CAP_GOAL_CODE] = { "code", N_("Code"), NULL, CAP_VALUE_LINE, .required = TRUE },
  [CAP_GOAL_TITLE] =
    { "title", N_("Objective"), N_("Three people out of four find a job or a training"),
      CAP_VALUE_LINE, .required = TRUE },
  [CAP_GOAL_AXIS] =
    { "axis", N_("Commitment of the policy it serves"), N_("Support people to a job"), CAP_VALUE_LINE },
  [CAP_GOAL_INDICATORS] =
    { "indicators", N_("Indicators"), NULL, CAP_VALUE_CODES, .refers = CAP_REFERS_INDICATOR },
  [CAP_GOAL_TARGET] =
    { "target", N_("Target"), /* xgettext:no-c-format */ N_("75 % in 2027"), CAP_VALUE_LINE },
  [CAP_GOAL_MEANS] = { "means", N_("Means"), N_("Half a day a week"), CAP_VALUE_LINE },
  [CAP_GOAL_OWNER] = { "owner", N_("Owner (function)"), NULL, CAP_VALUE_LINE },
  [CAP_GOAL_DUE] = { "due", N_("Due"), NULL, CAP_VALUE_DATE },
  [CAP_GOAL_STATE] =
    { "state", N_("State"), NULL, CAP_VALUE_CHOICE, .required = TRUE, .choices = goal_state_choices },
  [CAP_GOAL_ASSESSED] = { "assessed", N_("Assessed on"), NULL, CAP_VALUE_DATE },
  [CAP_GOAL_RESULT] = { "result", N_("Result"), N_("71 % at the end of June"), CAP_VALUE_LINE },
};

const CapRegister cap_registers_context[] = {
  {
    .kind = CAP_REGISTER_ISSUE,
    .name = "issue",
    .label = N_("Issues"),
    .one = N_("Issue"),
    .prefix = "E",
    .empty = N_("What, inside or around the structure, helps or hinders what it wants to do."),
    .parent = CAP_REGISTER_NONE,
    .fields = issue_fields,
    .n_fields = CAP_N_ISSUE_FIELDS,
  },
  {
    .kind = CAP_REGISTER_STATEMENT,
    .name = "statement",
    .label = N_("Statements"),
    .one = N_("Statement"),
    .prefix = "D",
    .empty = N_("What the structure says of itself: its presentation, its scope, its policy."),
    .parent = CAP_REGISTER_NONE,
    .fields = statement_fields,
    .n_fields = CAP_N_STATEMENT_FIELDS,
  },
  {
    .kind = CAP_REGISTER_EXCLUSION,
    .name = "exclusion",
    .label = N_("Requirements that do not apply"),
    .one = N_("Requirement that does not apply"),
    .empty = N_("Everything applies. Say here which clause does not, and why."),
    .parent = CAP_REGISTER_NONE,
    .fields = exclusion_fields,
    .n_fields = CAP_N_EXCLUSION_FIELDS,
  },
  {
    .kind = CAP_REGISTER_PARTY,
    .name = "party",
    .label = N_("Interested parties"),
    .one = N_("Interested party"),
    .prefix = "PI",
    .empty = N_("Those who expect something of the structure, and how it hears them."),
    .parent = CAP_REGISTER_NONE,
    .fields = party_fields,
    .n_fields = CAP_N_PARTY_FIELDS,
  },
  {
    .kind = CAP_REGISTER_RISK,
    .name = "risk",
    .label = N_("Risks and opportunities"),
    .one = N_("Risk or opportunity"),
    .prefix = "R",
    .empty = N_("What could go wrong, what could go better, and what is done about it."),
    .parent = CAP_REGISTER_NONE,
    .fields = risk_fields,
    .n_fields = CAP_N_RISK_FIELDS,
  },
  {
    .kind = CAP_REGISTER_GOAL,
    .name = "goal",
    .label = N_("Objectives"),
    .one = N_("Objective"),
    .prefix = "O",
    .empty = N_("What the policy promises, in figures, with a date."),
    .parent = CAP_REGISTER_NONE,
    .fields = goal_fields,
    .n_fields = CAP_N_GOAL_FIELDS,
  },
};

const guint cap_n_registers_context = G_N_ELEMENTS (cap_registers_context);
