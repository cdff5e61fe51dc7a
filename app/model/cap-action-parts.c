/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/cap-action-parts.h"

#include <glib/gi18n.h>

static const char * const kind_names[CAP_N_ORIGIN_KINDS] = {
  [CAP_ORIGIN_CRITERION] = "criterion",
  [CAP_ORIGIN_FINDING] = "finding",
  [CAP_ORIGIN_COMPLAINT] = "complaint",
  [CAP_ORIGIN_REVIEW] = "review",
  [CAP_ORIGIN_RISK] = "risk",
  [CAP_ORIGIN_COMMITMENT] = "commitment",
  [CAP_ORIGIN_REQUIREMENT] = "requirement",
  [CAP_ORIGIN_GOAL] = "goal",
  [CAP_ORIGIN_OTHER] = "other",
};

static const char * const kind_labels[CAP_N_ORIGIN_KINDS] = {
  [CAP_ORIGIN_CRITERION] = NC_("origin", "Criterion"),
  [CAP_ORIGIN_FINDING] = NC_("origin", "Finding"),
  [CAP_ORIGIN_COMPLAINT] = NC_("origin", "Complaint"),
  [CAP_ORIGIN_REVIEW] = NC_("origin", "Decision of a review"),
  [CAP_ORIGIN_RISK] = NC_("origin", "Risk or opportunity"),
  [CAP_ORIGIN_COMMITMENT] = NC_("origin", "Reciprocal commitment"),
  [CAP_ORIGIN_REQUIREMENT] = NC_("origin", "Requirement"),
  [CAP_ORIGIN_GOAL] = NC_("origin", "Objective of the policy"),
  [CAP_ORIGIN_OTHER] = NC_("origin", "Other"),
};

CapActionOrigin *
cap_action_origin_new (CapOriginKind  kind,
                       const char    *code)
{
  CapActionOrigin *self = g_new0 (CapActionOrigin, 1);

  g_return_val_if_fail (kind < CAP_N_ORIGIN_KINDS && code != NULL, self);

  self->kind = kind;
  self->code = g_strdup (code);

  return self;
}

void
cap_action_origin_free (CapActionOrigin *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->code);
  g_free (self);
}

/**
 * cap_action_step_new:
 * @id: (nullable): its UUID; a new one when %NULL
 *
 * Returns: (transfer full): a part of an action
 */
CapActionStep *
cap_action_step_new (const char *id,
                     const char *title,
                     gboolean    done)
{
  CapActionStep *self = g_new0 (CapActionStep, 1);

  self->id = id != NULL ? g_strdup (id) : g_uuid_string_random ();
  self->title = g_strdup (title);
  self->done = done;

  return self;
}

void
cap_action_step_free (CapActionStep *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_free (self->title);
  g_free (self);
}

/**
 * cap_action_note_new:
 * @id: (nullable): its UUID; a new one when %NULL
 *
 * Returns: (transfer full): a line of the diary
 */
CapActionNote *
cap_action_note_new (const char *id,
                     const char *date,
                     const char *text)
{
  CapActionNote *self = g_new0 (CapActionNote, 1);

  self->id = id != NULL ? g_strdup (id) : g_uuid_string_random ();
  self->date = g_strdup (date);
  self->text = g_strdup (text);

  return self;
}

void
cap_action_note_free (CapActionNote *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_free (self->date);
  g_free (self->text);
  g_free (self);
}

/* Names that are in files and on the command line: never translated. */
const char *
cap_origin_kind_to_name (CapOriginKind kind)
{
  g_return_val_if_fail (kind < CAP_N_ORIGIN_KINDS, NULL);

  return kind_names[kind];
}

gboolean
cap_origin_kind_from_name (const char    *name,
                           CapOriginKind *kind)
{
  g_return_val_if_fail (name != NULL && kind != NULL, FALSE);

  for (guint i = 0; i < CAP_N_ORIGIN_KINDS; i++)
    {
      if (g_str_equal (kind_names[i], name))
        {
          *kind = (CapOriginKind) i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * cap_origin_kind_get_label:
 *
 * Returns: the kind in the user’s language
 */
const char *
cap_origin_kind_get_label (CapOriginKind kind)
{
  g_return_val_if_fail (kind < CAP_N_ORIGIN_KINDS, NULL);

  return g_dpgettext2 (NULL, "origin", kind_labels[kind]);
}

static gboolean
are_equal (const GPtrArray *self,
           const GPtrArray *other,
           GEqualFunc       equal)
{
  if (self->len != other->len)
    return FALSE;

  for (guint i = 0; i < self->len; i++)
    {
      if (!equal (g_ptr_array_index (self, i), g_ptr_array_index (other, i)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_same_origin (gconstpointer a,
                gconstpointer b)
{
  const CapActionOrigin *one = a;
  const CapActionOrigin *other = b;

  return one->kind == other->kind && g_str_equal (one->code, other->code);
}

static gboolean
is_same_step (gconstpointer a,
              gconstpointer b)
{
  const CapActionStep *one = a;
  const CapActionStep *other = b;

  return g_str_equal (one->id, other->id) && g_str_equal (one->title, other->title) &&
         one->done == other->done;
}

static gboolean
is_same_note (gconstpointer a,
              gconstpointer b)
{
  const CapActionNote *one = a;
  const CapActionNote *other = b;

  return g_str_equal (one->id, other->id) && g_str_equal (one->date, other->date) &&
         g_str_equal (one->text, other->text);
}

GPtrArray *
cap_action_origins_copy (const GPtrArray *self)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_action_origin_free);

  for (guint i = 0; self != NULL && i < self->len; i++)
    {
      const CapActionOrigin *origin = g_ptr_array_index (self, i);

      g_ptr_array_add (copy, cap_action_origin_new (origin->kind, origin->code));
    }

  return copy;
}

gboolean
cap_action_origins_equal (const GPtrArray *self,
                          const GPtrArray *other)
{
  return are_equal (self, other, is_same_origin);
}

GPtrArray *
cap_action_steps_copy (const GPtrArray *self)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_action_step_free);

  for (guint i = 0; self != NULL && i < self->len; i++)
    {
      const CapActionStep *step = g_ptr_array_index (self, i);

      g_ptr_array_add (copy, cap_action_step_new (step->id, step->title, step->done));
    }

  return copy;
}

gboolean
cap_action_steps_equal (const GPtrArray *self,
                        const GPtrArray *other)
{
  return are_equal (self, other, is_same_step);
}

GPtrArray *
cap_action_notes_copy (const GPtrArray *self)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_action_note_free);

  for (guint i = 0; self != NULL && i < self->len; i++)
    {
      const CapActionNote *note = g_ptr_array_index (self, i);

      g_ptr_array_add (copy, cap_action_note_new (note->id, note->date, note->text));
    }

  return copy;
}

gboolean
cap_action_notes_equal (const GPtrArray *self,
                        const GPtrArray *other)
{
  return are_equal (self, other, is_same_note);
}
