/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/cap-action.h"

#include <glib/gi18n.h>
#include <string.h>

/* Where the texts are that an action may lack: copied, compared and freed alike. */
static const gsize text_offsets[] = {
  G_STRUCT_OFFSET (CapAction, id),
  G_STRUCT_OFFSET (CapAction, title),
  G_STRUCT_OFFSET (CapAction, description),
  G_STRUCT_OFFSET (CapAction, expected),
  G_STRUCT_OFFSET (CapAction, owner),
  G_STRUCT_OFFSET (CapAction, contributors),
  G_STRUCT_OFFSET (CapAction, service),
  G_STRUCT_OFFSET (CapAction, start),
  G_STRUCT_OFFSET (CapAction, due),
  G_STRUCT_OFFSET (CapAction, indicator),
  G_STRUCT_OFFSET (CapAction, created),
  G_STRUCT_OFFSET (CapAction, news),
  G_STRUCT_OFFSET (CapAction, done),
  G_STRUCT_OFFSET (CapAction, closed),
  G_STRUCT_OFFSET (CapAction, reason),
  G_STRUCT_OFFSET (CapAction, check_due),
  G_STRUCT_OFFSET (CapAction, check_by),
  G_STRUCT_OFFSET (CapAction, check_evidence),
  G_STRUCT_OFFSET (CapAction, checked),
};

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

static const char * const kind_names[CAP_N_ACTION_KINDS] = {
  [CAP_ACTION_IMPROVEMENT] = "improvement",
  [CAP_ACTION_CORRECTION] = "correction",
  [CAP_ACTION_CORRECTIVE] = "corrective",
};

static const char * const kind_labels[CAP_N_ACTION_KINDS] = {
  [CAP_ACTION_IMPROVEMENT] = NC_("action kind", "Improvement"),
  [CAP_ACTION_CORRECTION] = NC_("action kind", "Correction"),
  [CAP_ACTION_CORRECTIVE] = NC_("action kind", "Corrective action"),
};

static const char * const verdict_names[CAP_N_VERDICTS] = {
  [CAP_VERDICT_NONE] = "none",
  [CAP_VERDICT_EFFECTIVE] = "effective",
  [CAP_VERDICT_INEFFECTIVE] = "ineffective",
};

static const char * const verdict_labels[CAP_N_VERDICTS] = {
  [CAP_VERDICT_NONE] = NC_("verdict", "Not checked yet"),
  [CAP_VERDICT_EFFECTIVE] = NC_("verdict", "Effective"),
  [CAP_VERDICT_INEFFECTIVE] = NC_("verdict", "Not effective"),
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
  self->origins = cap_action_origins_copy (NULL);
  self->steps = cap_action_steps_copy (NULL);
  self->notes = cap_action_notes_copy (NULL);
  self->after = g_new0 (char *, 1);
  self->days_hundredths = CAP_AMOUNT_UNSET;
  self->euros = CAP_AMOUNT_UNSET;
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
  for (guint i = 0; i < G_N_ELEMENTS (text_offsets); i++)
    {
      const char *text = G_STRUCT_MEMBER (char *, self, text_offsets[i]);

      G_STRUCT_MEMBER (char *, copy, text_offsets[i]) = g_strdup (text);
    }
  copy->origins = cap_action_origins_copy (self->origins);
  copy->steps = cap_action_steps_copy (self->steps);
  copy->notes = cap_action_notes_copy (self->notes);
  copy->after = g_strdupv (self->after);

  return copy;
}

void
cap_action_free (CapAction *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (text_offsets); i++)
    g_free (G_STRUCT_MEMBER (char *, self, text_offsets[i]));
  g_ptr_array_unref (self->origins);
  g_ptr_array_unref (self->steps);
  g_ptr_array_unref (self->notes);
  g_strfreev (self->after);
  g_free (self);
}

gboolean
cap_action_equal (const CapAction *self,
                  const CapAction *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (text_offsets); i++)
    {
      if (g_strcmp0 (G_STRUCT_MEMBER (char *, self, text_offsets[i]),
                     G_STRUCT_MEMBER (char *, other, text_offsets[i])) != 0)
        return FALSE;
    }

  return self->number == other->number &&
         self->kind == other->kind &&
         self->state == other->state &&
         self->verdict == other->verdict &&
         self->days_hundredths == other->days_hundredths &&
         self->euros == other->euros &&
         self->impact == other->impact &&
         self->effort == other->effort &&
         self->level == other->level &&
         self->target == other->target &&
         cap_action_origins_equal (self->origins, other->origins) &&
         cap_action_steps_equal (self->steps, other->steps) &&
         cap_action_notes_equal (self->notes, other->notes) &&
         g_strv_equal ((const char * const *) self->after, (const char * const *) other->after);
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

  for (guint i = 0; i < self->origins->len; i++)
    {
      const CapActionOrigin *origin = g_ptr_array_index (self->origins, i);

      if (origin->kind == CAP_ORIGIN_CRITERION && g_str_equal (origin->code, criterion))
        return TRUE;
    }

  return FALSE;
}

/**
 * cap_action_get_criterion:
 *
 * Returns: (nullable): code of the first criterion it comes from
 */
const char *
cap_action_get_criterion (const CapAction *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->origins->len; i++)
    {
      const CapActionOrigin *origin = g_ptr_array_index (self->origins, i);

      if (origin->kind == CAP_ORIGIN_CRITERION)
        return origin->code;
    }

  return NULL;
}

void
cap_action_add_origin (CapAction     *self,
                       CapOriginKind  kind,
                       const char    *code)
{
  g_return_if_fail (self != NULL && code != NULL);

  g_ptr_array_add (self->origins, cap_action_origin_new (kind, code));
}

/**
 * cap_action_dup_origins:
 *
 * Returns: (transfer full): their codes in a line, “A1.2, EC-03”; empty when it
 *   was added by hand
 */
char *
cap_action_dup_origins (const CapAction *self)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, g_string_free (text, FALSE));

  for (guint i = 0; i < self->origins->len; i++)
    {
      const CapActionOrigin *origin = g_ptr_array_index (self->origins, i);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", origin->code);
    }

  return g_string_free (text, FALSE);
}

static const CapCriterion *
find_criterion (const CapAction    *self,
                const CapFramework *framework)
{
  const char *code = cap_action_get_criterion (self);

  return code != NULL ? cap_framework_find_criterion (framework, code) : NULL;
}

/**
 * cap_action_get_impact:
 *
 * Returns: 1 to 3: its own impact, or that of its first criterion; 0: nobody
 *   has said
 */
int
cap_action_get_impact (const CapAction    *self,
                       const CapFramework *framework)
{
  const CapCriterion *criterion;

  g_return_val_if_fail (self != NULL && framework != NULL, 0);

  criterion = find_criterion (self, framework);

  return self->impact != 0 ? self->impact : criterion != NULL ? criterion->impact : 0;
}

/* The same for its effort. */
int
cap_action_get_effort (const CapAction    *self,
                       const CapFramework *framework)
{
  const CapCriterion *criterion;

  g_return_val_if_fail (self != NULL && framework != NULL, 0);

  criterion = find_criterion (self, framework);

  return self->effort != 0 ? self->effort : criterion != NULL ? criterion->effort : 0;
}

static gboolean
find_name (const char * const *names,
           guint               n_names,
           const char         *name,
           guint              *index)
{
  for (*index = 0; *index < n_names; (*index)++)
    {
      if (g_str_equal (names[*index], name))
        return TRUE;
    }

  return FALSE;
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
  guint index;

  g_return_val_if_fail (name != NULL && state != NULL, FALSE);

  if (!find_name (state_names, CAP_N_ACTION_STATES, name, &index))
    return FALSE;

  *state = (CapActionState) index;

  return TRUE;
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

/* The letter of the wheel, plan-do-check-act, that it stands for; a dash when it left it. */
const char *
cap_action_state_get_phase (CapActionState state)
{
  static const char * const letters[CAP_N_ACTION_STATES] = { "P", "D", "C", "A", "–" };

  g_return_val_if_fail (state < CAP_N_ACTION_STATES, NULL);

  return letters[state];
}

const char *
cap_action_kind_to_name (CapActionKind kind)
{
  g_return_val_if_fail (kind < CAP_N_ACTION_KINDS, NULL);

  return kind_names[kind];
}

gboolean
cap_action_kind_from_name (const char    *name,
                           CapActionKind *kind)
{
  guint index;

  g_return_val_if_fail (name != NULL && kind != NULL, FALSE);

  if (!find_name (kind_names, CAP_N_ACTION_KINDS, name, &index))
    return FALSE;

  *kind = (CapActionKind) index;

  return TRUE;
}

const char *
cap_action_kind_get_label (CapActionKind kind)
{
  g_return_val_if_fail (kind < CAP_N_ACTION_KINDS, NULL);

  return g_dpgettext2 (NULL, "action kind", kind_labels[kind]);
}

const char *
cap_verdict_to_name (CapVerdict verdict)
{
  g_return_val_if_fail (verdict < CAP_N_VERDICTS, NULL);

  return verdict_names[verdict];
}

gboolean
cap_verdict_from_name (const char *name,
                       CapVerdict *verdict)
{
  guint index;

  g_return_val_if_fail (name != NULL && verdict != NULL, FALSE);

  if (!find_name (verdict_names, CAP_N_VERDICTS, name, &index))
    return FALSE;

  *verdict = (CapVerdict) index;

  return TRUE;
}

const char *
cap_verdict_get_label (CapVerdict verdict)
{
  g_return_val_if_fail (verdict < CAP_N_VERDICTS, NULL);

  return g_dpgettext2 (NULL, "verdict", verdict_labels[verdict]);
}
