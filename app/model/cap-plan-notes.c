/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/cap-plan-notes.h"

CapSetAside *
cap_set_aside_new (CapSetAsideKind  kind,
                   const char      *criterion,
                   int              level,
                   const char      *reason,
                   const char      *date)
{
  CapSetAside *self = g_new0 (CapSetAside, 1);

  self->kind = kind;
  self->criterion = g_strdup (criterion);
  self->level = level;
  self->reason = g_strdup (reason);
  self->date = g_strdup (date);

  return self;
}

CapSetAside *
cap_set_aside_copy (const CapSetAside *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return cap_set_aside_new (self->kind, self->criterion, self->level, self->reason, self->date);
}

void
cap_set_aside_free (CapSetAside *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->criterion);
  g_free (self->reason);
  g_free (self->date);
  g_free (self);
}

/* In files: never translated. */
const char *
cap_set_aside_kind_to_name (CapSetAsideKind kind)
{
  return kind == CAP_SET_ASIDE_RATING ? "rating" : "proposal";
}

/**
 * cap_plan_review_new:
 * @id: (nullable): its UUID; a new one when %NULL
 */
CapPlanReview *
cap_plan_review_new (const char *id,
                     const char *date,
                     const char *note)
{
  CapPlanReview *self = g_new0 (CapPlanReview, 1);

  self->id = id != NULL ? g_strdup (id) : g_uuid_string_random ();
  self->date = g_strdup (date);
  self->note = g_strdup (note);

  return self;
}

CapPlanReview *
cap_plan_review_copy (const CapPlanReview *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return cap_plan_review_new (self->id, self->date, self->note);
}

void
cap_plan_review_free (CapPlanReview *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_free (self->date);
  g_free (self->note);
  g_free (self);
}
