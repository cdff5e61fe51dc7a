/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "model/cap-framework.h"

G_BEGIN_DECLS

/**
 * CapActionState:
 * @CAP_ACTION_TODO: *À lancer* (P)
 * @CAP_ACTION_STARTED: *En cours* (D)
 * @CAP_ACTION_DONE: *Faite*, its effect not checked yet (C)
 * @CAP_ACTION_VERIFIED: *Vérifiée*: closed (A)
 * @CAP_ACTION_ABANDONED: *Abandonnée*: closed
 */
typedef enum
{
  CAP_ACTION_TODO,
  CAP_ACTION_STARTED,
  CAP_ACTION_DONE,
  CAP_ACTION_VERIFIED,
  CAP_ACTION_ABANDONED,
} CapActionState;

#define CAP_N_ACTION_STATES (CAP_ACTION_ABANDONED + 1)

/**
 * CapAction:
 * @id: UUID
 * @number: how people call it; 0 until the store gives it one
 * @title: what is to be done, never empty
 * @origins: (array zero-terminated=1): codes of the criteria it comes from
 * @owner: (nullable): a function, not a name
 * @start: (nullable): ISO 8601
 * @due: (nullable): ISO 8601
 * @service: (nullable): code of the service of the network that helps
 * @level: level of the first origin when it was accepted, or %CAP_LEVEL_UNSET
 * @target: level it aims at, or %CAP_LEVEL_UNSET
 *
 * An action of the plan de progrès.
 */
typedef struct
{
  char           *id;
  guint           number;
  char           *title;
  GStrv           origins;
  char           *owner;
  char           *start;
  char           *due;
  CapActionState  state;
  char           *service;
  int             level;
  int             target;
} CapAction;

CapAction  *cap_action_new             (const char       *id,
                                        const char       *title) G_GNUC_WARN_UNUSED_RESULT;
CapAction  *cap_action_copy            (const CapAction  *self) G_GNUC_WARN_UNUSED_RESULT;
void        cap_action_free            (CapAction        *self);
gboolean    cap_action_equal           (const CapAction  *self,
                                        const CapAction  *other);
gboolean    cap_action_is_open         (const CapAction  *self);
gboolean    cap_action_is_pending      (const CapAction  *self);
gboolean    cap_action_is_late         (const CapAction  *self,
                                        const char       *today);
gboolean    cap_action_has_origin      (const CapAction  *self,
                                        const char       *criterion);

const char *cap_action_state_to_name   (CapActionState    state);
gboolean    cap_action_state_from_name (const char       *name,
                                        CapActionState   *state);
const char *cap_action_state_get_label (CapActionState    state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapAction, cap_action_free)

G_END_DECLS
