/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "quality/cap-checks-private.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "quality/cap-commitment-rules.h"
#include "quality/cap-complaint-figures.h"
#include "quality/cap-record-rules.h"

#define TOLD_MONTHS 3

static const GPtrArray *
get_records (const CapCheckRun *run,
             CapRegisterKind    kind)
{
  return run->dossier->registers[kind];
}

static void
find_commitment_review_late (CapCheckRun *run)
{
  for (guint i = 0; i < get_records (run, CAP_REGISTER_COMMITMENT)->len; i++)
    {
      const CapRecord *commitment = g_ptr_array_index (get_records (run, CAP_REGISTER_COMMITMENT), i);
      g_autofree char *day = NULL;

      if (cap_commitment_get_state (commitment, run->today) != CAP_COMMITMENT_LATE)
        continue;

      day = cap_date_format_long (cap_record_get (commitment, CAP_COMMITMENT_REVIEW));
      /* Translators: the code of a commitment, then a date */
      cap_check_run_add_record (run, commitment,
                                g_strdup_printf (_("The review of commitment %1$s was due on %2$s."),
                                                 cap_record_get_code (commitment), day));
    }
}

static void
find_commitment_without_outcome (CapCheckRun *run)
{
  for (guint i = 0; i < get_records (run, CAP_REGISTER_COMMITMENT)->len; i++)
    {
      const CapRecord *commitment = g_ptr_array_index (get_records (run, CAP_REGISTER_COMMITMENT), i);
      const char *closed = cap_record_get (commitment, CAP_COMMITMENT_CLOSED);

      if (closed != NULL && !cap_check_is_past (run->today, closed) &&
          cap_record_get (commitment, CAP_COMMITMENT_OUTCOME) == NULL)
        /* Translators: the code of a commitment */
        cap_check_run_add_record (run, commitment,
                                  g_strdup_printf (_("Commitment %s ended and its outcome is not said."),
                                                   cap_record_get_code (commitment)));
    }
}

/* The name itself is not said again. */
static void
find_commitment_name (CapCheckRun *run)
{
  for (guint i = 0; i < get_records (run, CAP_REGISTER_COMMITMENT)->len; i++)
    {
      const CapRecord *commitment = g_ptr_array_index (get_records (run, CAP_REGISTER_COMMITMENT), i);

      if (cap_code_looks_like_a_name (cap_record_get_code (commitment)))
        cap_check_run_add (run, commitment->id, _("a code"), cap_address_new_for_record (commitment),
                           g_strdup (_("The code of a commitment looks like a name: give it a code, such as"
                                       " 2026-014.")));
    }
}

static void
find_complaint_unanswered (CapCheckRun *run)
{
  for (guint i = 0; i < get_records (run, CAP_REGISTER_COMPLAINT)->len; i++)
    {
      const CapRecord *complaint = g_ptr_array_index (get_records (run, CAP_REGISTER_COMPLAINT), i);
      g_autofree char *name = NULL;
      g_autofree char *day = NULL;

      if (cap_complaint_get_state (complaint, run->today) != CAP_COMPLAINT_LATE)
        continue;

      name = cap_check_dup_name (complaint);
      day = cap_date_format_long (cap_record_get (complaint, CAP_COMPLAINT_RECEIVED));
      /* Translators: a complaint, then a date */
      cap_check_run_add_record (run, complaint,
                                g_strdup_printf (_("%1$s was received on %2$s and nobody has answered."),
                                                 name, day));
    }
}

static void
find_complaint_closed_bare (CapCheckRun *run)
{
  for (guint i = 0; i < get_records (run, CAP_REGISTER_COMPLAINT)->len; i++)
    {
      const CapRecord *complaint = g_ptr_array_index (get_records (run, CAP_REGISTER_COMPLAINT), i);
      const gboolean answered = cap_record_get (complaint, CAP_COMPLAINT_ANSWER) != NULL ||
                                cap_record_get (complaint, CAP_COMPLAINT_ANSWERED) != NULL;
      g_autofree char *name = NULL;

      if (cap_record_get (complaint, CAP_COMPLAINT_CLOSED) == NULL)
        continue;

      name = cap_check_dup_name (complaint);
      if (!answered)
        /* Translators: a complaint */
        cap_check_run_add_record (run, complaint,
                                  g_strdup_printf (_("%s is closed without an answer."), name));
      else if (cap_record_get (complaint, CAP_COMPLAINT_CAUSE) == NULL)
        /* Translators: a complaint */
        cap_check_run_add_record (run, complaint,
                                  g_strdup_printf (_("%s is closed and its cause is not said."), name));
    }
}

static void
find_survey_not_told (CapCheckRun *run)
{
  g_autofree char *limit = cap_date_add_months (run->today, -TOLD_MONTHS);

  for (guint i = 0; i < get_records (run, CAP_REGISTER_SURVEY)->len; i++)
    {
      const CapRecord *survey = g_ptr_array_index (get_records (run, CAP_REGISTER_SURVEY), i);
      const char *date = cap_record_get (survey, CAP_SURVEY_DATE);
      g_autofree char *name = NULL;
      g_autofree char *day = NULL;

      if (cap_record_get (survey, CAP_SURVEY_TOLD) != NULL || !cap_check_is_past (date, limit))
        continue;

      name = cap_check_dup_name (survey);
      day = cap_date_format_long (date);
      /* Translators: a survey, then a date */
      cap_check_run_add_record (run, survey,
                                g_strdup_printf (_("%1$s was made on %2$s, and those who answered have not"
                                                   " been told the results."), name, day));
    }
}

static gint64
count_answers (const CapRecord *question)
{
  gint64 count = 0;

  for (guint field = CAP_SURVEY_QUESTION_VERY; field <= CAP_SURVEY_QUESTION_NOT_AT_ALL; field++)
    count += MAX (cap_record_get_number (question, field), 0);

  return count;
}

/* Returns: (transfer full) (element-type utf8 gint64): the most answers to one question, by survey */
static GHashTable *
count_all_answers (const CapCheckRun *run)
{
  GHashTable *most = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < get_records (run, CAP_REGISTER_SURVEY_QUESTION)->len; i++)
    {
      const CapRecord *question = g_ptr_array_index (get_records (run, CAP_REGISTER_SURVEY_QUESTION), i);
      const gint64 count = count_answers (question);
      const gint64 *before = question->parent != NULL ? g_hash_table_lookup (most, question->parent) : NULL;

      if (question->parent != NULL && (before == NULL || *before < count))
        g_hash_table_insert (most, question->parent, g_memdup2 (&count, sizeof count));
    }

  return most;
}

static void
find_survey_too_many (CapCheckRun *run)
{
  g_autoptr(GHashTable) most = count_all_answers (run);

  for (guint i = 0; i < get_records (run, CAP_REGISTER_SURVEY)->len; i++)
    {
      const CapRecord *survey = g_ptr_array_index (get_records (run, CAP_REGISTER_SURVEY), i);
      const int sent = cap_record_get_number (survey, CAP_SURVEY_SENT);
      const int returned = cap_record_get_number (survey, CAP_SURVEY_RETURNED);
      const gint64 *answers = g_hash_table_lookup (most, survey->id);
      g_autofree char *name = cap_check_dup_name (survey);

      if (sent != CAP_NUMBER_UNSET && returned > sent)
        /* Translators: a survey, then two numbers */
        cap_check_run_add_record (run, survey,
                                  g_strdup_printf (_("%1$s has %2$d answers for %3$d questionnaires."),
                                                   name, returned, sent));
      else if (returned != CAP_NUMBER_UNSET && answers != NULL && *answers > returned)
        /* Translators: a survey, then two numbers */
        cap_check_run_add_record (run, survey,
                                  g_strdup_printf (_("%1$s has a question with %2$d answers, for %3$d"
                                                     " people who"
                                                     " answered."), name, (int) *answers, returned));
    }
}

const CapCheck cap_checks_people[] = {
  { "commitment-looks-like-name", CAP_CHECK_PEOPLE, CAP_SEVERITY_SERIOUS,
    N_("Commitment whose code looks like a name"), find_commitment_name },
  { "commitment-review-late", CAP_CHECK_PEOPLE, CAP_SEVERITY_LOOK, N_("Review of a commitment late"),
    find_commitment_review_late },
  { "commitment-without-outcome", CAP_CHECK_PEOPLE, CAP_SEVERITY_LOOK,
    N_("Commitment ended without an outcome"), find_commitment_without_outcome },
  { "complaint-unanswered", CAP_CHECK_PEOPLE, CAP_SEVERITY_SERIOUS,
    N_("Complaint without an answer after 15 days"), find_complaint_unanswered },
  { "complaint-closed-bare", CAP_CHECK_PEOPLE, CAP_SEVERITY_LOOK,
    N_("Complaint closed without its cause or an answer"), find_complaint_closed_bare },
  { "survey-not-told", CAP_CHECK_PEOPLE, CAP_SEVERITY_LOOK,
    N_("Survey whose results are not told after three months"), find_survey_not_told },
  { "survey-too-many-answers", CAP_CHECK_PEOPLE, CAP_SEVERITY_LOOK,
    N_("Survey with more answers than questionnaires"), find_survey_too_many },
};

const guint cap_n_checks_people = G_N_ELEMENTS (cap_checks_people);
