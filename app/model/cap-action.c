/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/cap-action.h"

#include <glib/gi18n.h>
#include <string.h>

static const char * const state_names[CAP_N_ACTION_STATES] = {
  [CAP_ACTION_TODO] = "todo",
  [CAP_ACTION_STARTED] = "started",
  [CAP_ACTION_DONE] = "done",
  [CAP_ACTION_VERIFIED] = "verified",
  [CAP_ACTION_ABANDONED] = "abandoned",
};

static const char * const state_labels[CAP_N_ACTION_STATES] = {
  [CAP_ACTION_TODO] = NC_("action state", "To do"),
  [CAP_ACTION_STARTED] = NC_("action state", "Started"),
  [CAP_ACTION_DONE] = NC_("action state", "Done"),
  [CAP_ACTION_VERIFIED] = NC_("action state", "Verified"),
  [CAP_ACTION_ABANDONED] = NC_("action state", "Abandoned"),
};

/**
 * cap_action_new:
 * @id: (nullable): its UUID; a new one when %NULL
 * @title: what is to be done
 *
 * Returns: (transfer full): an action to do, without number, owner or dates
 */
CapAction *
cap_action_new (const char *id,
                const char *title)
{
  CapAction *self = g_new0 (CapAction, 1);

  g_return_val_if_fail (title != NULL, NULL);

  self->id = id != NULL ? g_strdup (id) : g_uuid_string_random ();
  self->title = g_strdup (title);
  self->origins = g_new0 (char *, 1);
  self->level = CAP_LEVEL_UNSET;
  self->target = CAP_LEVEL_UNSET;

  return self;
}

CapAction *
cap_action_copy (const CapAction *self)
{
  CapAction *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->id = g_strdup (self->id);
  copy->title = g_strdup (self->title);
  copy->origins = g_strdupv (self->origins);
  copy->owner = g_strdup (self->owner);
  copy->start = g_strdup (self->start);
  copy->due = g_strdup (self->due);
  copy->service = g_strdup (self->service);

  return copy;
}

void
cap_action_free (CapAction *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_free (self->title);
  g_strfreev (self->origins);
  g_free (self->owner);
  g_free (self->start);
  g_free (self->due);
  g_free (self->service);
  g_free (self);
}

gboolean
cap_action_equal (const CapAction *self,
                  const CapAction *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  return g_strcmp0 (self->id, other->id) == 0 &&
         self->number == other->number &&
         g_strcmp0 (self->title, other->title) == 0 &&
         g_strv_equal ((const char * const *) self->origins, (const char * const *) other->origins) &&
         g_strcmp0 (self->owner, other->owner) == 0 &&
         g_strcmp0 (self->start, other->start) == 0 &&
         g_strcmp0 (self->due, other->due) == 0 &&
         self->state == other->state &&
         g_strcmp0 (self->service, other->service) == 0 &&
         self->level == other->level &&
         self->target == other->target;
}

/**
 * cap_action_is_open:
 *
 * Returns: whether something remains to be done, the check of its effect
 *   included
 */
gboolean
cap_action_is_open (const CapAction *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->state != CAP_ACTION_VERIFIED && self->state != CAP_ACTION_ABANDONED;
}

/**
 * cap_action_is_pending:
 *
 * Returns: whether it remains to be carried out; an action that only waits for
 *   its effect to be checked is no longer pending
 */
gboolean
cap_action_is_pending (const CapAction *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->state == CAP_ACTION_TODO || self->state == CAP_ACTION_STARTED;
}

/**
 * cap_action_is_late:
 * @today: ISO 8601
 *
 * Returns: whether its due date has passed without it being carried out; on
 *   the day itself there is still time
 */
gboolean
cap_action_is_late (const CapAction *self,
                    const char      *today)
{
  g_return_val_if_fail (self != NULL && today != NULL, FALSE);

  return cap_action_is_pending (self) && self->due != NULL && strcmp (self->due, today) < 0;
}

gboolean
cap_action_has_origin (const CapAction *self,
                       const char      *criterion)
{
  g_return_val_if_fail (self != NULL && criterion != NULL, FALSE);

  return g_strv_contains ((const char * const *) self->origins, criterion);
}

/* Names that are in files and on the command line: never translated. */
const char *
cap_action_state_to_name (CapActionState state)
{
  g_return_val_if_fail (state < CAP_N_ACTION_STATES, NULL);

  return state_names[state];
}

gboolean
cap_action_state_from_name (const char     *name,
                            CapActionState *state)
{
  g_return_val_if_fail (name != NULL && state != NULL, FALSE);

  for (guint i = 0; i < CAP_N_ACTION_STATES; i++)
    {
      if (g_str_equal (state_names[i], name))
        {
          *state = (CapActionState) i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * cap_action_state_get_label:
 *
 * Returns: the state in the user’s language
 */
const char *
cap_action_state_get_label (CapActionState state)
{
  g_return_val_if_fail (state < CAP_N_ACTION_STATES, NULL);

  return g_dpgettext2 (NULL, "action state", state_labels[state]);
}
