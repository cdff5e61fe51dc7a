/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "scoring/cap-framework-diff.h"

#include "base/cap-text.h"

/* As the network wrote it. */
static const char *
get_label (const CapCriterion *criterion)
{
  return criterion->network_label != NULL ? criterion->network_label : criterion->label;
}

static gboolean
same_texts (GStrv one,
            GStrv other)
{
  guint i = 0;

  if (one == NULL || other == NULL)
    return one == other || (one != NULL ? one[0] : other[0]) == NULL;

  for (; one[i] != NULL && other[i] != NULL; i++)
    {
      if (!cap_text_reads_same (one[i], other[i]))
        return FALSE;
    }

  return one[i] == other[i];
}

static gboolean
same_descriptors (const CapCriterion *one,
                  const CapFramework *one_framework,
                  const CapCriterion *other,
                  const CapFramework *other_framework)
{
  for (int level = one_framework->min_level; level <= one_framework->max_level; level++)
    {
      if (!cap_framework_has_level (other_framework, level) ||
          !cap_text_reads_same (cap_criterion_get_descriptor (one, one_framework, level),
                                cap_criterion_get_descriptor (other, other_framework, level)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
same_rules (const CapCriterion *one,
            const CapCriterion *other)
{
  const char *one_filter = one->filter != NULL ? one->filter->code : NULL;
  const char *other_filter = other->filter != NULL ? other->filter->code : NULL;

  return one->weight == other->weight && one->impact == other->impact && one->core == other->core &&
         one->core_in_certification == other->core_in_certification &&
         one->certification_only == other->certification_only && one->express == other->express &&
         g_strcmp0 (one_filter, other_filter) == 0;
}

static gboolean
same_steps (const GPtrArray *one,
            const GPtrArray *other)
{
  if (one->len != other->len)
    return FALSE;

  for (guint i = 0; i < one->len; i++)
    {
      const CapNextStep *left = g_ptr_array_index (one, i);
      const CapNextStep *right = g_ptr_array_index (other, i);

      if (left->from != right->from || left->to != right->to || left->effort != right->effort ||
          left->weeks != right->weeks || !cap_text_reads_same (left->title, right->title))
        return FALSE;
    }

  return TRUE;
}

static gboolean
same_guidance (const CapCriterion *one,
               const CapCriterion *other)
{
  return cap_text_reads_same (one->why, other->why) && one->effort == other->effort &&
         same_texts (one->evidence, other->evidence) && same_texts (one->clauses, other->clauses) &&
         same_texts (one->subjects, other->subjects) && same_texts (one->csess, other->csess) &&
         g_strcmp0 (one->service, other->service) == 0 &&
         cap_text_reads_same (one->service_when, other->service_when) &&
         cap_text_reads_same (one->plain_question, other->plain_question) &&
         same_texts (one->plain_answers, other->plain_answers) &&
         same_steps (one->steps, other->steps);
}

static CapChangeFlags
compare (const CapCriterion     *one,
         const CapCriterion     *other,
         const CapFrameworkDiff *diff)
{
  CapChangeFlags flags = CAP_CHANGE_NONE;

  if (!g_str_equal (one->code, other->code))
    flags |= CAP_CHANGE_MOVED;
  if (!cap_text_reads_same (get_label (one), get_label (other)) ||
      !cap_text_reads_same (one->question, other->question))
    flags |= CAP_CHANGE_REWORDED;
  if (!same_descriptors (one, diff->before, other, diff->after))
    flags |= CAP_CHANGE_LEVELS;
  if (!same_rules (one, other))
    flags |= CAP_CHANGE_RULES;
  if (!same_guidance (one, other))
    flags |= CAP_CHANGE_GUIDANCE;

  return flags;
}

static CapChange *
change_new (void)
{
  CapChange *self = g_new0 (CapChange, 1);

  self->before = g_ptr_array_new ();

  return self;
}

static void
change_free (CapChange *self)
{
  g_ptr_array_unref (self->before);
  g_free (self);
}

static const CapMapping *
find_mapping (const CapFramework *after,
              const char         *version)
{
  for (guint i = 0; i < after->mappings->len; i++)
    {
      const CapMapping *mapping = g_ptr_array_index (after->mappings, i);

      if (g_strcmp0 (mapping->version, version) == 0)
        return mapping;
    }

  return NULL;
}

/* Which moves criteria take: by the code that they had, and by the code that they got. */
typedef struct
{
  GHashTable *by_from;
  GHashTable *by_to;
} Moves;

static void
moves_init (Moves            *self,
            const CapMapping *mapping)
{
  self->by_from = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_to = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; mapping != NULL && i < mapping->moves->len; i++)
    {
      CapMove *move = g_ptr_array_index (mapping->moves, i);

      for (guint j = 0; move->from[j] != NULL; j++)
        g_hash_table_insert (self->by_from, move->from[j], move);
      if (move->to != NULL)
        g_hash_table_insert (self->by_to, move->to, move);
    }
}

static void
moves_clear (Moves *self)
{
  g_clear_pointer (&self->by_from, g_hash_table_unref);
  g_clear_pointer (&self->by_to, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Moves, moves_clear)

/* What @after was: as the mapping says, or the criterion of the same code that went nowhere else. */
static void
find_before (CapChange          *change,
             const CapFramework *before,
             const Moves        *moves)
{
  const char *code = change->after->code;
  const CapCriterion *same = cap_framework_find_criterion (before, code);

  change->move = g_hash_table_lookup (moves->by_to, code);

  for (guint i = 0; change->move != NULL && change->move->from[i] != NULL; i++)
    {
      const CapCriterion *criterion = cap_framework_find_criterion (before, change->move->from[i]);

      if (criterion != NULL && !cap_criterion_is_local (criterion))
        g_ptr_array_add (change->before, (gpointer) criterion);
    }

  if (change->move == NULL && same != NULL && !cap_criterion_is_local (same) &&
      !g_hash_table_contains (moves->by_from, code))
    g_ptr_array_add (change->before, (gpointer) same);
}

static void
judge (CapFrameworkDiff *self,
       CapChange        *change)
{
  if (change->before->len == 0)
    change->flags = CAP_CHANGE_ADDED;
  else if (change->before->len == 1)
    change->flags = compare (g_ptr_array_index (change->before, 0), change->after, self);
  else
    change->flags = CAP_CHANGE_MOVED | CAP_CHANGE_REWORDED;

  self->n_changed += change->flags != CAP_CHANGE_NONE;
  g_ptr_array_add (self->changes, change);
}

static void
list_kept (CapFrameworkDiff *self,
           const Moves      *moves,
           GHashTable       *taken)
{
  for (guint i = 0; i < self->after->criteria->len; i++)
    {
      const CapCriterion *criterion = g_ptr_array_index (self->after->criteria, i);
      CapChange *change;

      if (cap_criterion_is_local (criterion))
        continue;

      change = change_new ();
      change->after = criterion;
      find_before (change, self->before, moves);
      for (guint j = 0; j < change->before->len; j++)
        g_hash_table_add (taken, g_ptr_array_index (change->before, j));
      judge (self, change);
    }
}

static void
list_gone (CapFrameworkDiff *self,
           const Moves      *moves,
           GHashTable       *taken)
{
  for (guint i = 0; i < self->before->criteria->len; i++)
    {
      const CapCriterion *criterion = g_ptr_array_index (self->before->criteria, i);
      CapChange *change;

      if (cap_criterion_is_local (criterion) || g_hash_table_contains (taken, criterion))
        continue;

      change = change_new ();
      change->flags = CAP_CHANGE_REMOVED;
      change->move = g_hash_table_lookup (moves->by_from, criterion->code);
      g_ptr_array_add (change->before, (gpointer) criterion);
      self->n_changed++;
      g_ptr_array_add (self->changes, change);
    }
}

static gboolean
have_same_rules (const CapFramework *one,
                 const CapFramework *other)
{
  if (one->levels->len != other->levels->len || one->rules.core_minimum != other->rules.core_minimum ||
      one->rules.target != other->rules.target || one->rules.express_target != other->rules.express_target ||
      one->rules.evidence_from != other->rules.evidence_from)
    return FALSE;

  for (guint i = 0; i < one->levels->len; i++)
    {
      const CapLevel *left = g_ptr_array_index (one->levels, i);
      const CapLevel *right = g_ptr_array_index (other->levels, i);

      if (!cap_text_reads_same (left->label, right->label))
        return FALSE;
    }

  return TRUE;
}

/**
 * cap_framework_diff_new:
 * @before: the older version
 * @after: the newer one; its mapping for the version of @before is followed
 *
 * Returns: (transfer full): what changed
 */
CapFrameworkDiff *
cap_framework_diff_new (CapFramework *before,
                        CapFramework *after)
{
  CapFrameworkDiff *self;
  g_autoptr(GHashTable) taken = g_hash_table_new (NULL, NULL);
  g_auto(Moves) moves = { NULL };

  g_return_val_if_fail (before != NULL && after != NULL, NULL);

  self = g_new0 (CapFrameworkDiff, 1);
  self->before = cap_framework_ref (before);
  self->after = cap_framework_ref (after);
  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) change_free);
  self->same_scale = before->min_level == after->min_level && before->max_level == after->max_level;
  self->same_rules = self->same_scale && have_same_rules (before, after);

  moves_init (&moves, find_mapping (after, before->version));
  list_kept (self, &moves, taken);
  list_gone (self, &moves, taken);

  return self;
}

void
cap_framework_diff_free (CapFrameworkDiff *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->changes);
  cap_framework_unref (self->before);
  cap_framework_unref (self->after);
  g_free (self);
}

/* How many criteria have one of @flags. */
guint
cap_framework_diff_count (const CapFrameworkDiff *self,
                          CapChangeFlags          flags)
{
  guint count = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->changes->len; i++)
    count += (((const CapChange *) g_ptr_array_index (self->changes, i))->flags & flags) != 0;

  return count;
}
