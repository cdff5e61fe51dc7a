/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-action-field.h"
#include "model/cap-command.h"

G_BEGIN_DECLS

/**
 * CapActionChange:
 * @sequence: rank of the gesture that made it, among those of the dossier
 * @made_at: when, ISO 8601 in UTC: `2027-03-12T14:05:00Z`
 * @author: who
 * @gesture: what was done, with @detail
 * @field: what changed; %CAP_FIELD_NUMBER when the action entered the plan
 *   (@before is %NULL) or left it (@after is %NULL)
 * @before: (nullable): the value in the file before; %NULL when there was none
 * @after: (nullable): the value in the file after; %NULL when there is none
 *
 * One change of one action, as the history of its dossier has it. Of what an
 * action has several of, a change tells one line: an origin is `KIND CODE`, a
 * step `[ ] TITLE` or, when it is done, `[x] TITLE`, a note `DATE TEXT`, an
 * action that it waits for the UUID of that one.
 */
typedef struct
{
  gint64          sequence;
  char           *made_at;
  char           *author;
  CapGesture      gesture;
  char           *detail;
  CapActionField  field;
  char           *before;
  char           *after;
} CapActionChange;

CapActionChange *cap_action_change_new  (CapActionField   field,
                                         const char      *before,
                                         const char      *after) G_GNUC_WARN_UNUSED_RESULT;
void             cap_action_change_free (CapActionChange *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapActionChange, cap_action_change_free)

G_END_DECLS
