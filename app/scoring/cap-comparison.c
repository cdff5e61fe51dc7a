/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "scoring/cap-comparison.h"

#include "scoring/cap-carry.h"
#include "scoring/cap-scope.h"

static gboolean
is_same_version (const CapEvaluation *one,
                 const CapEvaluation *other)
{
  return g_strcmp0 (one->framework->id, other->framework->id) == 0 &&
         g_strcmp0 (one->framework->version, other->framework->version) == 0;
}

/* Whether the criterion says in both versions what the team answered to. */
static gboolean
corresponds (const CapFrameworkDiff *diff,
             const CapChange        *change)
{
  return diff->same_scale && change->after != NULL && change->before->len == 1 &&
         (change->flags & CAP_CHANGE_MEANING) == 0 &&
         (change->move == NULL || change->move->take == CAP_TAKE_CARRY);
}

/* Sorts a criterion that is in both: the two evaluations must have asked it. */
static void
sort_common (CapComparison      *self,
             const CapCriterion *criterion,
             gboolean            asked_now,
             gboolean            asked_before)
{
  if (asked_now && asked_before)
    g_hash_table_add (self->only, criterion->code);
  else if (asked_now || asked_before)
    g_ptr_array_add (self->other_scope, (gpointer) criterion);
}

static gboolean
is_asked (const GPtrArray     *criteria,
          const CapEvaluation *evaluation,
          const CapMember     *member)
{
  for (guint i = 0; i < criteria->len; i++)
    {
      if (cap_scope_includes (g_ptr_array_index (criteria, i), evaluation, member))
        return TRUE;
    }

  return FALSE;
}

static void
sort_changes (CapComparison       *self,
              const CapEvaluation *now,
              const CapEvaluation *before,
              const CapMember     *member)
{
  for (guint i = 0; i < self->diff->changes->len; i++)
    {
      const CapChange *change = g_ptr_array_index (self->diff->changes, i);
      gboolean asked_now = change->after != NULL && cap_scope_includes (change->after, now, member);
      gboolean asked_before = is_asked (change->before, before, member);

      if (corresponds (self->diff, change))
        sort_common (self, change->after, asked_now, asked_before);
      else if (asked_now || asked_before)
        g_ptr_array_add (self->apart, (gpointer) change);
    }
}

/* The same version, or what the structure added for itself: the same code is the same criterion. */
static void
sort_same (CapComparison       *self,
           const CapEvaluation *now,
           const CapEvaluation *before,
           const CapMember     *member,
           gboolean             own_only)
{
  const GPtrArray *criteria = now->framework->criteria;

  for (guint i = 0; i < criteria->len; i++)
    {
      const CapCriterion *criterion = g_ptr_array_index (criteria, i);
      const CapCriterion *same = cap_framework_find_criterion (before->framework, criterion->code);

      if (own_only && !cap_criterion_is_local (criterion))
        continue;

      sort_common (self, criterion, cap_scope_includes (criterion, now, member),
                   same != NULL && cap_scope_includes (same, before, member));
    }
}

/* What was answered then, as if it had been to the framework of now. */
static CapEvaluation *
translate (const CapEvaluation *before,
           const CapEvaluation *now,
           GHashTable          *only)
{
  g_autoptr(CapCarry) carry = cap_carry_new (before, now->framework, before->mode);
  CapEvaluation *evaluation = cap_evaluation_new (before->id, before->number, before->date, now->mode,
                                                  now->framework);

  evaluation->path = now->path;
  for (guint i = 0; i < carry->answers->len; i++)
    {
      const CapCarriedAnswer *carried = g_ptr_array_index (carry->answers, i);

      if (carried->answer != NULL && g_hash_table_contains (only, carried->after->code))
        cap_evaluation_take_answer (evaluation, cap_answer_copy (carried->answer));
    }

  return evaluation;
}

/**
 * cap_comparison_new:
 * @now: an evaluation
 * @before: one about the same framework, in whatever version
 * @member: whose they are
 *
 * Returns: (transfer full): both, side by side
 */
CapComparison *
cap_comparison_new (const CapEvaluation *now,
                    const CapEvaluation *before,
                    const CapMember     *member)
{
  CapComparison *self;
  gboolean same_version;

  g_return_val_if_fail (now != NULL && before != NULL && member != NULL, NULL);

  same_version = is_same_version (now, before);
  self = g_new0 (CapComparison, 1);
  self->number = before->number;
  self->date = g_strdup (before->date);
  self->apart = g_ptr_array_new ();
  self->other_scope = g_ptr_array_new ();
  self->only = g_hash_table_new (g_str_hash, g_str_equal);
  if (!same_version)
    {
      self->diff = cap_framework_diff_new (before->framework, now->framework);
      sort_changes (self, now, before, member);
    }
  sort_same (self, now, before, member, !same_version);
  if (!same_version)
    self->translated = translate (before, now, self->only);

  self->then = same_version ? before : self->translated;
  self->n_apart = self->apart->len + self->other_scope->len;
  self->whole = self->n_apart == 0;
  self->now = cap_photograph_new_of (now, member, self->only);
  self->before = cap_photograph_new_of (self->then, member, self->only);

  return self;
}

void
cap_comparison_free (CapComparison *self)
{
  if (self == NULL)
    return;

  g_free (self->date);
  cap_photograph_unref (self->now);
  cap_photograph_unref (self->before);
  g_ptr_array_unref (self->apart);
  g_ptr_array_unref (self->other_scope);
  g_hash_table_unref (self->only);
  g_clear_pointer (&self->translated, cap_evaluation_free);
  g_clear_pointer (&self->diff, cap_framework_diff_free);
  g_free (self);
}

/**
 * cap_comparison_get_change:
 * @code: (nullable): of a theme or of an objective; %NULL for the whole
 * @points: (out): what it gained since, in points; less than 0 for what it lost
 *
 * Returns: whether the two have scores that can be compared
 */
gboolean
cap_comparison_get_change (const CapComparison *self,
                           const char          *code,
                           int                 *points)
{
  const CapScore *now;
  const CapScore *before;

  g_return_val_if_fail (self != NULL && points != NULL, FALSE);

  now = cap_photograph_find_score (self->now, code);
  before = cap_photograph_find_score (self->before, code);
  if (now == NULL || before == NULL || now->exact == NULL || before->exact == NULL)
    return FALSE;

  *points = now->percent - before->percent;

  return TRUE;
}
