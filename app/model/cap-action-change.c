/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/cap-action-change.h"

CapActionChange *
cap_action_change_new (CapActionField  field,
                       const char     *before,
                       const char     *after)
{
  CapActionChange *self;

  g_return_val_if_fail (field < CAP_N_ACTION_FIELDS, NULL);

  self = g_new0 (CapActionChange, 1);
  self->field = field;
  self->before = g_strdup (before);
  self->after = g_strdup (after);

  return self;
}

void
cap_action_change_free (CapActionChange *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->made_at);
  g_free (self->author);
  g_free (self->detail);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}
