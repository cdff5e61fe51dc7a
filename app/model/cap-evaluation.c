/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/cap-evaluation.h"

static const char * const mode_names[] = {
  [CAP_MODE_CAP] = "cap",
  [CAP_MODE_CERTIFICATION] = "certification",
};

static const char * const path_names[] = {
  [CAP_PATH_FULL] = "full",
  [CAP_PATH_EXPRESS] = "express",
};

static const char * const review_names[] = {
  [CAP_REVIEW_NONE] = "none",
  [CAP_REVIEW_REWORDED] = "reworded",
  [CAP_REVIEW_MOVED] = "moved",
  [CAP_REVIEW_MERGED] = "merged",
};

CapAnswer *
cap_answer_new (const char *criterion)
{
  CapAnswer *self = g_new0 (CapAnswer, 1);

  g_return_val_if_fail (criterion != NULL, NULL);

  self->criterion = g_strdup (criterion);
  self->level = CAP_LEVEL_UNSET;
  self->comment = g_strdup ("");
  self->reason = g_strdup ("");
  self->evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_evidence_free);

  return self;
}

CapAnswer *
cap_answer_new_rated (const char *criterion,
                      int         level)
{
  CapAnswer *self = cap_answer_new (criterion);

  cap_answer_rate (self, level);

  return self;
}

CapAnswer *
cap_answer_copy (const CapAnswer *self)
{
  CapAnswer *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->criterion = g_strdup (self->criterion);
  copy->comment = g_strdup (self->comment);
  copy->reason = g_strdup (self->reason);
  copy->evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_evidence_free);
  for (guint i = 0; i < self->evidence->len; i++)
    g_ptr_array_add (copy->evidence, cap_evidence_copy (g_ptr_array_index (self->evidence, i)));

  return copy;
}

void
cap_answer_free (CapAnswer *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->criterion);
  g_free (self->comment);
  g_free (self->reason);
  g_ptr_array_unref (self->evidence);
  g_free (self);
}

/* Who answers has looked at it again. */
static void
set_state (CapAnswer      *self,
           CapAnswerState  state,
           int             level,
           const char     *reason)
{
  char *copy = g_strdup (reason);

  g_free (self->reason);
  self->reason = copy;
  self->state = state;
  self->level = level;
  self->review = CAP_REVIEW_NONE;
}

/* Whether it says nothing: neither a level nor a comment nor a proof. */
gboolean
cap_answer_is_empty (const CapAnswer *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->state == CAP_ANSWER_UNANSWERED && *self->comment == '\0' && self->evidence->len == 0;
}

void
cap_answer_rate (CapAnswer *self,
                 int        level)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (level >= 0 && level <= CAP_LEVEL_LIMIT);

  set_state (self, CAP_ANSWER_RATED, level, "");
}

void
cap_answer_set_not_applicable (CapAnswer  *self,
                               const char *reason)
{
  g_return_if_fail (self != NULL && reason != NULL);

  set_state (self, CAP_ANSWER_NOT_APPLICABLE, CAP_LEVEL_UNSET, reason);
}

/* The comment and the evidence stay: they were not wrong. */
void
cap_answer_clear (CapAnswer *self)
{
  g_return_if_fail (self != NULL);

  set_state (self, CAP_ANSWER_UNANSWERED, CAP_LEVEL_UNSET, "");
}

void
cap_answer_set_comment (CapAnswer  *self,
                        const char *comment)
{
  char *copy;

  g_return_if_fail (self != NULL && comment != NULL);

  copy = g_strdup (comment);
  g_free (self->comment);
  self->comment = copy;
}

/**
 * cap_evaluation_new:
 * @id: (nullable): its UUID; a new one when %NULL
 *
 * Returns: (transfer full): an evaluation without answers
 */
CapEvaluation *
cap_evaluation_new (const char   *id,
                    guint         number,
                    const char   *date,
                    CapMode       mode,
                    CapFramework *framework)
{
  CapEvaluation *self = g_new0 (CapEvaluation, 1);

  g_return_val_if_fail (date != NULL && framework != NULL, NULL);

  self->id = id != NULL ? g_strdup (id) : g_uuid_string_random ();
  self->number = number;
  self->date = g_strdup (date);
  self->mode = mode;
  self->framework = cap_framework_ref (framework);
  self->ballots = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_ballot_free);
  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) cap_answer_free);

  return self;
}

/**
 * cap_evaluation_copy_header:
 *
 * Returns: (transfer full): the same evaluation without its answers: put into
 *   a dossier, it changes what it says of itself and no answer
 */
CapEvaluation *
cap_evaluation_copy_header (const CapEvaluation *self)
{
  CapEvaluation *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = cap_evaluation_new (self->id, self->number, self->date, self->mode, self->framework);
  copy->path = self->path;

  return copy;
}

void
cap_evaluation_set_framework (CapEvaluation *self,
                              CapFramework  *framework)
{
  g_return_if_fail (self != NULL && framework != NULL);

  cap_framework_ref (framework);
  cap_framework_unref (self->framework);
  self->framework = framework;
}

CapEvaluation *
cap_evaluation_copy (const CapEvaluation *self)
{
  CapEvaluation *copy;
  GHashTableIter iter;
  CapAnswer *answer;

  g_return_val_if_fail (self != NULL, NULL);

  copy = cap_evaluation_copy_header (self);
  g_hash_table_iter_init (&iter, self->answers);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &answer))
    cap_evaluation_take_answer (copy, cap_answer_copy (answer));

  return copy;
}

void
cap_evaluation_free (CapEvaluation *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_free (self->date);
  g_hash_table_unref (self->answers);
  g_ptr_array_unref (self->ballots);
  cap_framework_unref (self->framework);
  g_free (self);
}

/* Returns: (nullable): the ballot of the respondent of that code, in any case */
const CapBallot *
cap_evaluation_find_ballot (const CapEvaluation *self,
                            const char          *respondent)
{
  g_return_val_if_fail (self != NULL && respondent != NULL, NULL);

  for (guint i = 0; i < self->ballots->len; i++)
    {
      const CapBallot *ballot = g_ptr_array_index (self->ballots, i);

      if (g_ascii_strcasecmp (ballot->respondent, respondent) == 0)
        return ballot;
    }

  return NULL;
}

/**
 * cap_evaluation_take_answer:
 * @answer: (transfer full): an answer; replaces the one to the same criterion
 */
void
cap_evaluation_take_answer (CapEvaluation *self,
                            CapAnswer     *answer)
{
  g_return_if_fail (self != NULL && answer != NULL);

  g_hash_table_replace (self->answers, answer->criterion, answer);
}

/**
 * cap_evaluation_get_answer:
 *
 * Returns: (nullable): the answer, %NULL when nothing was said
 */
const CapAnswer *
cap_evaluation_get_answer (const CapEvaluation *self,
                           const char          *criterion)
{
  g_return_val_if_fail (self != NULL && criterion != NULL, NULL);

  return g_hash_table_lookup (self->answers, criterion);
}

/**
 * cap_evaluation_dup_answer:
 *
 * Returns: (transfer full): the answer to change: a copy, or a new one
 */
CapAnswer *
cap_evaluation_dup_answer (const CapEvaluation *self,
                           const char          *criterion)
{
  const CapAnswer *answer = cap_evaluation_get_answer (self, criterion);

  return answer != NULL ? cap_answer_copy (answer) : cap_answer_new (criterion);
}

/* Names that are in files and on the command line: never translated. */
static int
find_name (const char * const *names,
           gsize               n_names,
           const char         *name)
{
  for (gsize i = 0; i < n_names; i++)
    {
      if (g_str_equal (names[i], name))
        return (int) i;
    }

  return -1;
}

const char *
cap_mode_to_name (CapMode mode)
{
  g_return_val_if_fail (mode < G_N_ELEMENTS (mode_names), NULL);

  return mode_names[mode];
}

gboolean
cap_mode_from_name (const char *name,
                    CapMode    *mode)
{
  int found;

  g_return_val_if_fail (name != NULL && mode != NULL, FALSE);

  found = find_name (mode_names, G_N_ELEMENTS (mode_names), name);
  if (found >= 0)
    *mode = (CapMode) found;

  return found >= 0;
}

const char *
cap_path_to_name (CapPath path)
{
  g_return_val_if_fail (path < G_N_ELEMENTS (path_names), NULL);

  return path_names[path];
}

gboolean
cap_path_from_name (const char *name,
                    CapPath   *path)
{
  int found;

  g_return_val_if_fail (name != NULL && path != NULL, FALSE);

  found = find_name (path_names, G_N_ELEMENTS (path_names), name);
  if (found >= 0)
    *path = (CapPath) found;

  return found >= 0;
}

const char *
cap_review_to_name (CapReview review)
{
  g_return_val_if_fail (review < G_N_ELEMENTS (review_names), NULL);

  return review_names[review];
}

gboolean
cap_review_from_name (const char *name,
                      CapReview *review)
{
  int found;

  g_return_val_if_fail (name != NULL && review != NULL, FALSE);

  found = find_name (review_names, G_N_ELEMENTS (review_names), name);
  if (found >= 0)
    *review = (CapReview) found;

  return found >= 0;
}
