/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/cap-register-private.h"

#include <glib/gi18n.h>

/* Those it works for, and what they say: commitments, complaints, surveys. */

static const CapChoice commitment_type_choices[] = {
  { "validation", N_("Professional validation") },
  { "decouverte", N_("Discovery") },
  { "coup-de-pouce", N_("A helping hand") },
  { "soutien-actif", N_("Active support") },
  { "mobilisation", N_("Mobilisation and preparation") },
  { NULL, NULL },
};

static const CapChoice outcome_choices[] = {
  { "durable", N_("Permanent job") },
  { "transition", N_("Transition job") },
  { "positive", N_("Positive exit") },
  { "other", N_("Other exit") },
  { NULL, NULL },
};

static const CapField commitment_fields[] = {
  [CAP_COMMITMENT_CODE] = { "code", N_("Code"), "2026-014", CAP_VALUE_LINE, .required = TRUE },
  [CAP_COMMITMENT_TYPE] =
    { "type", N_("Type"), NULL, CAP_VALUE_CHOICE, .required = TRUE, .choices = commitment_type_choices },
  [CAP_COMMITMENT_SIGNED] = { "signed", N_("Signed on"), NULL, CAP_VALUE_DATE },
  [CAP_COMMITMENT_REVIEW] = { "review", N_("Next review due"), NULL, CAP_VALUE_DATE },
  [CAP_COMMITMENT_CLOSED] = { "closed", N_("Ended on"), NULL, CAP_VALUE_DATE },
  [CAP_COMMITMENT_OUTCOME] =
    { "outcome", N_("Outcome"), NULL, CAP_VALUE_CHOICE, .choices = outcome_choices },
};

static const CapField commitment_review_fields[] = {
  [CAP_COMMITMENT_REVIEW_DUE] = { "due", N_("Was due on"), NULL, CAP_VALUE_DATE },
  [CAP_COMMITMENT_REVIEW_HELD] = { "held", N_("Held on"), NULL, CAP_VALUE_DATE, .required = TRUE },
};

static const CapField complaint_fields[] = {
  [CAP_COMPLAINT_CODE] = { "code", N_("Code"), NULL, CAP_VALUE_LINE, .required = TRUE },
  [CAP_COMPLAINT_SUBJECT] =
    { "subject", N_("Subject"), N_("The team came two hours late"), CAP_VALUE_LINE, .required = TRUE },
  [CAP_COMPLAINT_PUBLIC] = { "public", N_("From"), NULL, CAP_VALUE_CHOICE, .choices = cap_public_choices },
  [CAP_COMPLAINT_PROCESS] =
    { "process", N_("Process"), NULL, CAP_VALUE_CODES, .refers = CAP_REFERS_PROCESS },
  [CAP_COMPLAINT_RECEIVED] = { "received", N_("Received on"), NULL, CAP_VALUE_DATE, .required = TRUE },
  [CAP_COMPLAINT_FACTS] = { "facts", N_("Facts"), NULL, CAP_VALUE_TEXT },
  [CAP_COMPLAINT_ANSWERED] = { "answered", N_("Answered on"), NULL, CAP_VALUE_DATE },
  [CAP_COMPLAINT_ANSWER] = { "answer", N_("What was answered"), NULL, CAP_VALUE_TEXT },
  [CAP_COMPLAINT_CAUSE] = { "cause", N_("Cause"), NULL, CAP_VALUE_TEXT },
  [CAP_COMPLAINT_CLOSED] = { "closed", N_("Closed on"), NULL, CAP_VALUE_DATE },
};

static const CapField survey_fields[] = {
  [CAP_SURVEY_CODE] = { "code", N_("Code"), NULL, CAP_VALUE_LINE, .required = TRUE },
  [CAP_SURVEY_TITLE] =
    { "title", N_("Survey"), N_("Six months after the welcome"), CAP_VALUE_LINE, .required = TRUE },
  [CAP_SURVEY_PUBLIC] =
    { "public", N_("Who was asked"), NULL, CAP_VALUE_CHOICE, .choices = cap_public_choices },
  [CAP_SURVEY_DATE] = { "date", N_("Date"), NULL, CAP_VALUE_DATE, .required = TRUE },
  [CAP_SURVEY_SENT] =
    { "sent", N_("Questionnaires given"), NULL, CAP_VALUE_NUMBER, .minimum = 0, .maximum = 1000000 },
  [CAP_SURVEY_RETURNED] =
    { "returned", N_("Answers"), NULL, CAP_VALUE_NUMBER, .minimum = 0, .maximum = 1000000 },
  [CAP_SURVEY_LESSON] = { "lesson", N_("What it teaches"), NULL, CAP_VALUE_TEXT },
  [CAP_SURVEY_TOLD] = { "told", N_("Results shared on"), NULL, CAP_VALUE_DATE },
  [CAP_SURVEY_HOW] =
    { "how", N_("How the results were shared"), N_("Meeting of the participants"), CAP_VALUE_LINE },
};

static const CapField survey_question_fields[] = {
  [CAP_SURVEY_QUESTION_TEXT] =
    { "text", N_("Question"), N_("Do you feel listened to?"), CAP_VALUE_LINE, .required = TRUE },
  [CAP_SURVEY_QUESTION_VERY] =
    { "very", N_("Very satisfied"), NULL, CAP_VALUE_NUMBER, .minimum = 0, .maximum = 1000000 },
  [CAP_SURVEY_QUESTION_RATHER] =
    { "rather", N_("Rather satisfied"), NULL, CAP_VALUE_NUMBER, .minimum = 0, .maximum = 1000000 },
  [CAP_SURVEY_QUESTION_LITTLE] =
    { "little", N_("Slightly satisfied"), NULL, CAP_VALUE_NUMBER, .minimum = 0, .maximum = 1000000 },
  [CAP_SURVEY_QUESTION_NOT_AT_ALL] =
    { "not_at_all", N_("Dissatisfied"), NULL, CAP_VALUE_NUMBER, .minimum = 0, .maximum = 1000000 },
};

const CapRegister cap_registers_people[] = {
  {
    .kind = CAP_REGISTER_COMMITMENT,
    .name = "commitment",
    .label = N_("Reciprocal commitments"),
    .one = N_("Reciprocal commitment"),
    .empty = N_("By code only: no name, ever. Each has its type, its signature, its reviews, its end."),
    .parent = CAP_REGISTER_NONE,
    .fields = commitment_fields,
    .n_fields = CAP_N_COMMITMENT_FIELDS,
  },
  {
    .kind = CAP_REGISTER_COMMITMENT_REVIEW,
    .name = "commitment_review",
    .label = N_("Reviews"),
    .one = N_("Review"),
    .empty = N_("No review yet."),
    .parent = CAP_REGISTER_COMMITMENT,
    .fields = commitment_review_fields,
    .n_fields = CAP_N_COMMITMENT_REVIEW_FIELDS,
  },
  {
    .kind = CAP_REGISTER_COMPLAINT,
    .name = "complaint",
    .label = N_("Complaints"),
    .one = N_("Complaint"),
    .prefix = "RC",
    .empty = N_("What people complained about, what was answered, and what was mended."),
    .parent = CAP_REGISTER_NONE,
    .fields = complaint_fields,
    .n_fields = CAP_N_COMPLAINT_FIELDS,
  },
  {
    .kind = CAP_REGISTER_SURVEY,
    .name = "survey",
    .label = N_("Satisfaction surveys"),
    .one = N_("Survey"),
    .prefix = "S",
    .empty = N_("Who was asked, how many answered, what they said, and whether they were told."),
    .parent = CAP_REGISTER_NONE,
    .fields = survey_fields,
    .n_fields = CAP_N_SURVEY_FIELDS,
  },
  {
    .kind = CAP_REGISTER_SURVEY_QUESTION,
    .name = "survey_question",
    .label = N_("Questions"),
    .one = N_("Question"),
    .empty = N_("No question yet."),
    .parent = CAP_REGISTER_SURVEY,
    .fields = survey_question_fields,
    .n_fields = CAP_N_SURVEY_QUESTION_FIELDS,
  },
};

const guint cap_n_registers_people = G_N_ELEMENTS (cap_registers_people);
