/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/cap-share.h"
#include "model/cap-dossier.h"

G_BEGIN_DECLS

/* “Very satisfied” to “not satisfied”, in the order of the fields of a question. */
#define CAP_N_SURVEY_ANSWERS 4

/**
 * CapSurveyMarks:
 * @total: answers
 * @counts: of which “very”, “rather”, “little”, “not at all”
 * @satisfied: of which “very” and “rather”
 * @mean: from 4 for “very” to 1 for “not at all”, times 100, rounded half up; %CAP_RATE_NONE when
 *   there is no answer
 */
typedef struct
{
  guint total;
  guint counts[CAP_N_SURVEY_ANSWERS];
  guint satisfied;
  int   mean;
} CapSurveyMarks;

/**
 * CapSurveyQuestion:
 * @question: its record, of the dossier
 */
typedef struct
{
  const CapRecord *question;
  CapSurveyMarks   marks;
} CapSurveyQuestion;

/**
 * CapSurveyFigures:
 * @survey: its record, of the dossier
 * @sent: questionnaires given; %CAP_NUMBER_UNSET when nobody said
 * @returned: answers; the same
 * @questions: (element-type CapSurveyQuestion): in their order
 * @all: the answers to all its questions
 * @told: whether those who were asked were told the results
 *
 * The figures of a satisfaction survey. They live as long as the dossier.
 */
typedef struct
{
  const CapRecord *survey;
  int              sent;
  int              returned;
  GArray          *questions;
  CapSurveyMarks   all;
  gboolean         told;
} CapSurveyFigures;

CapSurveyFigures *cap_survey_figures_new          (const CapDossier       *dossier,
                                                   const CapRecord        *survey) G_GNUC_WARN_UNUSED_RESULT;
void              cap_survey_figures_free         (CapSurveyFigures       *self);
GPtrArray        *cap_survey_figures_list         (const CapDossier       *dossier,
                                                   const char             *from,
                                                   const char             *to) G_GNUC_WARN_UNUSED_RESULT;
CapShare          cap_survey_figures_get_response (const CapSurveyFigures *self);

CapShare          cap_survey_marks_get_satisfied  (const CapSurveyMarks   *self);
char             *cap_survey_marks_dup_mean       (const CapSurveyMarks   *self) G_GNUC_WARN_UNUSED_RESULT;
const char       *cap_survey_answer_get_label     (guint                   answer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapSurveyFigures, cap_survey_figures_free)

G_END_DECLS
