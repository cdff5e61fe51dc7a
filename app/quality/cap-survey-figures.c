/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "quality/cap-survey-figures.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "base/cap-fraction.h"
#include "base/cap-number.h"

static int
get_mean (const CapSurveyMarks *marks)
{
  g_autoptr(CapFraction) mean = NULL;
  gint64 sum = 0;

  if (marks->total == 0)
    return CAP_RATE_NONE;

  for (guint i = 0; i < CAP_N_SURVEY_ANSWERS; i++)
    sum += (gint64) marks->counts[i] * (CAP_N_SURVEY_ANSWERS - i);
  mean = cap_fraction_new (sum * 100, marks->total);

  return cap_fraction_round (mean);
}

static void
add_marks (CapSurveyMarks *self,
           const guint    *counts)
{
  for (guint i = 0; i < CAP_N_SURVEY_ANSWERS; i++)
    {
      self->counts[i] += counts[i];
      self->total += counts[i];
      self->satisfied += i < 2 ? counts[i] : 0;
    }
  self->mean = get_mean (self);
}

static void
read_counts (const CapRecord *question,
             guint           *counts)
{
  for (guint i = 0; i < CAP_N_SURVEY_ANSWERS; i++)
    counts[i] = (guint) MAX (0, cap_record_get_number (question, CAP_SURVEY_QUESTION_VERY + i));
}

/* @questions: (nullable): those of the survey */
static CapSurveyFigures *
make_figures (const CapRecord *survey,
              const GPtrArray *questions)
{
  CapSurveyFigures *self = g_new0 (CapSurveyFigures, 1);
  guint counts[CAP_N_SURVEY_ANSWERS];

  self->survey = survey;
  self->sent = cap_record_get_number (survey, CAP_SURVEY_SENT);
  self->returned = cap_record_get_number (survey, CAP_SURVEY_RETURNED);
  self->told = cap_record_get (survey, CAP_SURVEY_TOLD) != NULL;
  self->all.mean = CAP_RATE_NONE;
  self->questions = g_array_new (FALSE, FALSE, sizeof (CapSurveyQuestion));
  for (guint i = 0; questions != NULL && i < questions->len; i++)
    {
      CapSurveyQuestion question = { g_ptr_array_index (questions, i), { .mean = CAP_RATE_NONE } };

      read_counts (question.question, counts);
      add_marks (&question.marks, counts);
      add_marks (&self->all, counts);
      g_array_append_val (self->questions, question);
    }

  return self;
}

/**
 * cap_survey_figures_new:
 * @survey: a record of the dossier
 *
 * Returns: (transfer full): its figures
 */
CapSurveyFigures *
cap_survey_figures_new (const CapDossier *dossier,
                        const CapRecord  *survey)
{
  g_autoptr(GPtrArray) questions = cap_dossier_list_parts (dossier, CAP_REGISTER_SURVEY_QUESTION, survey->id);

  return make_figures (survey, questions);
}

void
cap_survey_figures_free (CapSurveyFigures *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->questions, g_array_unref);
  g_free (self);
}

static int
compare_surveys (gconstpointer a,
                 gconstpointer b)
{
  const CapSurveyFigures *one = *(const CapSurveyFigures * const *) a;
  const CapSurveyFigures *other = *(const CapSurveyFigures * const *) b;
  const int order = g_strcmp0 (cap_record_get (other->survey, CAP_SURVEY_DATE),
                               cap_record_get (one->survey, CAP_SURVEY_DATE));

  return order != 0 ? order : cap_record_compare (one->survey, other->survey);
}

/* Returns: the questions of each survey, by its id */
static GHashTable *
index_questions (const GPtrArray *questions)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                             (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < questions->len; i++)
    {
      CapRecord *question = g_ptr_array_index (questions, i);
      GPtrArray *list = question->parent != NULL ? g_hash_table_lookup (index, question->parent) : NULL;

      if (question->parent == NULL)
        continue;

      if (list == NULL)
        {
          list = g_ptr_array_new ();
          g_hash_table_insert (index, question->parent, list);
        }
      g_ptr_array_add (list, question);
    }

  return index;
}

/**
 * cap_survey_figures_list:
 * @from: (nullable): the first day of the period; %NULL when it has none
 * @to: (nullable): the last one
 *
 * Returns: (transfer full) (element-type CapSurveyFigures): the surveys of the period, newest first
 */
GPtrArray *
cap_survey_figures_list (const CapDossier *dossier,
                         const char       *from,
                         const char       *to)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_survey_figures_free);
  const GPtrArray *surveys = dossier->registers[CAP_REGISTER_SURVEY];
  g_autoptr(GHashTable) questions = index_questions (dossier->registers[CAP_REGISTER_SURVEY_QUESTION]);

  for (guint i = 0; i < surveys->len; i++)
    {
      const CapRecord *survey = g_ptr_array_index (surveys, i);

      if (cap_date_is_within (cap_record_get (survey, CAP_SURVEY_DATE), from, to))
        g_ptr_array_add (list, make_figures (survey, g_hash_table_lookup (questions, survey->id)));
    }
  g_ptr_array_sort (list, compare_surveys);

  return list;
}

/* Who answered, among those who were asked; of nobody when one of them is not said. */
CapShare
cap_survey_figures_get_response (const CapSurveyFigures *self)
{
  g_return_val_if_fail (self != NULL, (CapShare) { 0 });

  if (self->sent <= 0 || self->returned < 0)
    return (CapShare) { 0 };

  return (CapShare) { (guint) self->returned, (guint) self->sent };
}

CapShare
cap_survey_marks_get_satisfied (const CapSurveyMarks *self)
{
  g_return_val_if_fail (self != NULL, (CapShare) { 0 });

  return (CapShare) { self->satisfied, self->total };
}

/* Returns: (transfer full): “3.45 of 4” in the user’s language, or a dash */
char *
cap_survey_marks_dup_mean (const CapSurveyMarks *self)
{
  g_autofree char *mean = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->mean == CAP_RATE_NONE)
    return g_strdup ("–");

  mean = cap_number_format_hundredths (self->mean);

  /* Translators: %s is a mean mark, 4 the best one */
  return g_strdup_printf (_("%s of 4"), mean);
}

const char *
cap_survey_answer_get_label (guint answer)
{
  g_return_val_if_fail (answer < CAP_N_SURVEY_ANSWERS, "");

  return gettext (cap_register_get (CAP_REGISTER_SURVEY_QUESTION)
                  ->fields[CAP_SURVEY_QUESTION_VERY + answer].label);
}
