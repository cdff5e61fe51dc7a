/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/cap-register-private.h"

#include <glib/gi18n.h>

/* The CAP day: who is expected, and what is kept for another time. */

/* By CapCollege: their names and labels are those of cap-college.c. */
static const CapChoice college_choices[] = {
  { "direction", N_("Directors") },
  { "permanents", N_("Permanent staff") },
  { "parcours", N_("Employees in a pathway") },
  { "benevoles", N_("Volunteers and board members") },
  { "partenaires", N_("Partners") },
  { NULL, NULL },
};

static const CapField campaign_fields[] = {
  [CAP_CAMPAIGN_CODE] = { "code", N_("Code"), NULL, CAP_VALUE_LINE, .required = TRUE },
  [CAP_CAMPAIGN_EVALUATION] =
    { "evaluation", N_("Number of the evaluation"), NULL, CAP_VALUE_NUMBER, .required = TRUE, .minimum = 1,
      .maximum = 1000000 },
  [CAP_CAMPAIGN_DATE] = { "date", N_("Date"), NULL, CAP_VALUE_DATE, .required = TRUE },
  [CAP_CAMPAIGN_PLACE] = { "place", N_("Place"), N_("The big room"), CAP_VALUE_LINE },
  [CAP_CAMPAIGN_FACILITATOR] =
    { "facilitator", N_("Who facilitates (function)"), N_("Delegation of the network"), CAP_VALUE_LINE },
  [CAP_CAMPAIGN_START] =
    { "start", N_("Begins at"), NULL, CAP_VALUE_CHOICE, .choices = cap_half_hour_choices },
  [CAP_CAMPAIGN_FINISH] =
    { "finish", N_("Ends at"), NULL, CAP_VALUE_CHOICE, .choices = cap_half_hour_choices },
  [CAP_CAMPAIGN_PAUSE] =
    { "pause", N_("Breaks and lunch, in minutes"), "90", CAP_VALUE_NUMBER, .minimum = 0, .maximum = 480 },
  [CAP_CAMPAIGN_INVITATION] = { "invitation", N_("Invitation"), NULL, CAP_VALUE_TEXT },
  [CAP_CAMPAIGN_NOTE] = { "note", N_("Note"), NULL, CAP_VALUE_TEXT },
};

static const CapField campaign_college_fields[] = {
  [CAP_CAMPAIGN_COLLEGE_COLLEGE] =
    { "college", N_("College"), NULL, CAP_VALUE_CHOICE, .required = TRUE, .choices = college_choices },
  [CAP_CAMPAIGN_COLLEGE_EXPECTED] =
    { "expected", N_("How many are expected"), "4", CAP_VALUE_NUMBER, .minimum = 0, .maximum = 500 },
};

static const CapField campaign_parking_fields[] = {
  [CAP_CAMPAIGN_PARKING_SUBJECT] =
    { "subject", N_("What is kept for another time"), N_("Who signs for the vehicles?"), CAP_VALUE_LINE,
      .required = TRUE },
  [CAP_CAMPAIGN_PARKING_CRITERION] =
    { "criterion", N_("Criterion"), NULL, CAP_VALUE_CODES, .refers = CAP_REFERS_CRITERION, .single = TRUE },
  [CAP_CAMPAIGN_PARKING_OWNER] = { "owner", N_("Who takes it up"), N_("Direction"), CAP_VALUE_LINE },
  [CAP_CAMPAIGN_PARKING_OUTCOME] = { "outcome", N_("What came of it"), NULL, CAP_VALUE_TEXT },
};

const CapRegister cap_registers_campaign[] = {
  {
    .kind = CAP_REGISTER_CAMPAIGN,
    .name = "campaign",
    .label = N_("CAP days"),
    .one = N_("CAP day"),
    .prefix = "JC",
    .empty = N_("The day of the group: when, where, who facilitates, how many are expected of each college."),
    .parent = CAP_REGISTER_NONE,
    .fields = campaign_fields,
    .n_fields = CAP_N_CAMPAIGN_FIELDS,
  },
  {
    .kind = CAP_REGISTER_CAMPAIGN_COLLEGE,
    .name = "campaign_college",
    .label = N_("Colleges"),
    .one = N_("College"),
    .empty = N_("Nobody is expected yet."),
    .parent = CAP_REGISTER_CAMPAIGN,
    .fields = campaign_college_fields,
    .n_fields = CAP_N_CAMPAIGN_COLLEGE_FIELDS,
  },
  {
    .kind = CAP_REGISTER_CAMPAIGN_PARKING,
    .name = "campaign_parking",
    .label = N_("Kept for another time"),
    .one = N_("Subject kept for another time"),
    .empty = N_("Nothing yet."),
    .parent = CAP_REGISTER_CAMPAIGN,
    .fields = campaign_parking_fields,
    .n_fields = CAP_N_CAMPAIGN_PARKING_FIELDS,
  },
};

const guint cap_n_registers_campaign = G_N_ELEMENTS (cap_registers_campaign);
