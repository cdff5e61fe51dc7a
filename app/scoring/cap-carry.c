/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "scoring/cap-carry.h"

#include <glib/gi18n.h>

static gboolean
says_something (const CapAnswer *answer)
{
  return answer != NULL && !cap_answer_is_empty (answer);
}

static CapCarriedAnswer *
carried_new (const GPtrArray    *before,
             const CapCriterion *after)
{
  CapCarriedAnswer *self = g_new0 (CapCarriedAnswer, 1);

  self->before = g_ptr_array_copy ((GPtrArray *) before, NULL, NULL);
  self->after = after;

  return self;
}

static void
carried_free (CapCarriedAnswer *self)
{
  g_ptr_array_unref (self->before);
  g_clear_pointer (&self->answer, cap_answer_free);
  g_free (self);
}

static gboolean
is_same_evidence (gconstpointer one,
                  gconstpointer other)
{
  return g_str_equal (((const CapEvidence *) one)->id, ((const CapEvidence *) other)->id);
}

/* A second answer that becomes part of the first one: what it says and what proves it are kept. */
static void
join (CapAnswer       *answer,
      const CapAnswer *other)
{
  if (*other->comment != '\0')
    {
      g_autofree char *comment = g_strjoin (*answer->comment != '\0' ? "\n" : "", answer->comment,
                                            other->comment, NULL);

      cap_answer_set_comment (answer, comment);
    }

  for (guint i = 0; i < other->evidence->len; i++)
    {
      const CapEvidence *evidence = g_ptr_array_index (other->evidence, i);

      if (!g_ptr_array_find_with_equal_func (answer->evidence, evidence, is_same_evidence, NULL))
        g_ptr_array_add (answer->evidence, cap_evidence_copy (evidence));
    }

  answer->discuss = answer->discuss || other->discuss;
}

/* Whether @other, met after @answer, is the one that decides. */
static gboolean
outweighs (const CapAnswer *other,
           const CapAnswer *answer,
           CapTake          take)
{
  if (other->state != CAP_ANSWER_RATED)
    return FALSE;

  if (answer->state != CAP_ANSWER_RATED)
    return TRUE;

  return take == CAP_TAKE_HIGHEST ? other->level > answer->level : other->level < answer->level;
}

static gboolean
agree (const CapAnswer *one,
       const CapAnswer *other)
{
  return one->state == other->state && one->level == other->level;
}

/* The answers to several criteria as one. Of criteria that were not answered, or were answered
 * otherwise, the one that the mapping chooses decides: somebody looks at it again. */
static CapAnswer *
merge (const CapChange     *change,
       const CapEvaluation *evaluation,
       CapTake              take,
       gboolean            *unanimous)
{
  CapAnswer *merged = NULL;

  *unanimous = TRUE;
  for (guint i = 0; i < change->before->len; i++)
    {
      const CapCriterion *criterion = g_ptr_array_index (change->before, i);
      const CapAnswer *answer = cap_evaluation_get_answer (evaluation, criterion->code);

      if (!says_something (answer))
        {
          *unanimous = FALSE;
          continue;
        }

      if (merged == NULL)
        {
          g_autoptr(CapAnswer) copy = cap_answer_copy (answer);

          g_free (copy->criterion);
          copy->criterion = g_strdup (change->after->code);
          merged = g_steal_pointer (&copy);
          continue;
        }

      *unanimous = *unanimous && agree (merged, answer);
      if (outweighs (answer, merged, take))
        cap_answer_rate (merged, answer->level);
      join (merged, answer);
    }

  return merged;
}

static CapReview
find_review (const CapChange *change,
             const CapAnswer *answer,
             gboolean         unanimous)
{
  CapTake take = change->move != NULL ? change->move->take : CAP_TAKE_CARRY;

  if (answer->state == CAP_ANSWER_UNANSWERED)
    return CAP_REVIEW_NONE;
  if (change->before->len > 1)
    return take == CAP_TAKE_CARRY && unanimous ? CAP_REVIEW_NONE : CAP_REVIEW_MERGED;
  if (change->move != NULL)
    return take == CAP_TAKE_CARRY ? CAP_REVIEW_NONE : CAP_REVIEW_MOVED;

  return (change->flags & CAP_CHANGE_MEANING) != 0 ? CAP_REVIEW_REWORDED : answer->review;
}

static CapCarryFate
find_fate (const CapCarry  *self,
           const CapAnswer *answer,
           const CapChange *change,
           CapMode          mode)
{
  if (answer->state == CAP_ANSWER_RATED && !self->diff->same_scale)
    return CAP_CARRY_LEFT_SCALE;
  if (answer->state == CAP_ANSWER_NOT_APPLICABLE && cap_criterion_is_core (change->after, mode))
    return CAP_CARRY_LEFT_CORE;

  return answer->review == CAP_REVIEW_NONE ? CAP_CARRY_KEPT : CAP_CARRY_REVIEW;
}

static void
count (CapCarry         *self,
       CapCarriedAnswer *carried)
{
  g_ptr_array_add (self->answers, carried);
  if (carried->fate == CAP_CARRY_KEPT)
    self->n_kept++;
  else if (carried->fate == CAP_CARRY_REVIEW)
    self->n_review++;
  else
    self->n_left++;
}

static void
carry_change (CapCarry            *self,
              const CapChange     *change,
              const CapEvaluation *evaluation,
              CapMode              mode)
{
  CapTake take = change->move != NULL ? change->move->take : CAP_TAKE_CARRY;
  gboolean unanimous;
  g_autoptr(CapAnswer) answer = merge (change, evaluation, take, &unanimous);
  CapCarriedAnswer *carried;

  if (answer == NULL)
    return;

  answer->review = find_review (change, answer, unanimous);
  carried = carried_new (change->before, change->after);
  carried->fate = find_fate (self, answer, change, mode);
  if (carried->fate == CAP_CARRY_KEPT || carried->fate == CAP_CARRY_REVIEW)
    carried->answer = g_steal_pointer (&answer);
  count (self, carried);
}

static void
leave_change (CapCarry            *self,
              const CapChange     *change,
              const CapEvaluation *evaluation)
{
  const CapCriterion *criterion = g_ptr_array_index (change->before, 0);
  CapCarriedAnswer *carried;

  if (!says_something (cap_evaluation_get_answer (evaluation, criterion->code)))
    return;

  carried = carried_new (change->before, NULL);
  carried->fate = CAP_CARRY_LEFT_REMOVED;
  count (self, carried);
}

/* What the structure added for itself is hers: the same code is the same criterion. */
static void
carry_local (CapCarry            *self,
             const CapEvaluation *evaluation)
{
  const CapFramework *after = self->diff->after;

  for (guint i = 0; i < evaluation->framework->criteria->len; i++)
    {
      const CapCriterion *criterion = g_ptr_array_index (evaluation->framework->criteria, i);
      const CapCriterion *same = cap_framework_find_criterion (after, criterion->code);
      const CapAnswer *answer = cap_evaluation_get_answer (evaluation, criterion->code);
      g_autoptr(GPtrArray) before = g_ptr_array_new ();
      CapCarriedAnswer *carried;

      if (!cap_criterion_is_local (criterion) || !says_something (answer))
        continue;

      g_ptr_array_add (before, (gpointer) criterion);
      carried = carried_new (before, same);
      carried->fate = same == NULL ? CAP_CARRY_LEFT_REMOVED
                                   : self->diff->same_scale ? CAP_CARRY_KEPT : CAP_CARRY_LEFT_SCALE;
      if (carried->fate == CAP_CARRY_KEPT)
        carried->answer = cap_answer_copy (answer);
      count (self, carried);
    }
}

/**
 * cap_carry_new:
 * @before: an evaluation
 * @after: the version that the next evaluation is bound to
 * @mode: the mode of the next evaluation
 *
 * Finds what becomes of each answer. The same criterion is carried; reworded,
 * it is carried and marked *à revoir*; what the mapping of @after moves or
 * merges goes as it says; the rest is left, and listed. The evaluation itself
 * does not change.
 *
 * Returns: (transfer full): what is carried and what is left
 */
CapCarry *
cap_carry_new (const CapEvaluation *before,
               CapFramework        *after,
               CapMode              mode)
{
  CapCarry *self;

  g_return_val_if_fail (before != NULL && after != NULL, NULL);

  self = g_new0 (CapCarry, 1);
  self->diff = cap_framework_diff_new (before->framework, after);
  self->answers = g_ptr_array_new_with_free_func ((GDestroyNotify) carried_free);

  for (guint i = 0; i < self->diff->changes->len; i++)
    {
      const CapChange *change = g_ptr_array_index (self->diff->changes, i);

      if (change->after != NULL)
        carry_change (self, change, before, mode);
    }
  carry_local (self, before);
  for (guint i = 0; i < self->diff->changes->len; i++)
    {
      const CapChange *change = g_ptr_array_index (self->diff->changes, i);

      if (change->after == NULL)
        leave_change (self, change, before);
    }

  return self;
}

void
cap_carry_free (CapCarry *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->answers);
  cap_framework_diff_free (self->diff);
  g_free (self);
}

/* Puts what is carried into @evaluation, which is bound to the newer version. */
void
cap_carry_apply (const CapCarry *self,
                 CapEvaluation  *evaluation)
{
  g_return_if_fail (self != NULL && evaluation != NULL);

  for (guint i = 0; i < self->answers->len; i++)
    {
      const CapCarriedAnswer *carried = g_ptr_array_index (self->answers, i);

      if (carried->answer != NULL)
        cap_evaluation_take_answer (evaluation, cap_answer_copy (carried->answer));
    }
}

/**
 * cap_carry_fate_to_text:
 *
 * Returns: what became of an answer, in the user’s language
 */
const char *
cap_carry_fate_to_text (CapCarryFate fate)
{
  static const char * const texts[] = {
    [CAP_CARRY_KEPT] = N_("carried over"),
    [CAP_CARRY_REVIEW] = N_("carried over, to be looked at again"),
    [CAP_CARRY_LEFT_REMOVED] = N_("left: this version no longer asks"),
    [CAP_CARRY_LEFT_SCALE] = N_("left: the levels are not the same"),
    [CAP_CARRY_LEFT_CORE] = N_("left: it is now a core criterion, it always gets a level"),
  };

  g_return_val_if_fail (fate < G_N_ELEMENTS (texts), NULL);

  return gettext (texts[fate]);
}
