/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-action-field.h"
#include "model/cap-action.h"

G_BEGIN_DECLS

/**
 * CapActionFault:
 * @field: where it is to be said
 * @sentence: what is wrong and what to do, in the user’s language
 */
typedef struct
{
  CapActionField  field;
  char           *sentence;
} CapActionFault;

GPtrArray  *cap_action_check              (const CapAction *action,
                                           const GPtrArray *actions) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray  *cap_action_check_change       (const CapAction *action,
                                           const CapAction *before,
                                           const GPtrArray *actions) G_GNUC_WARN_UNUSED_RESULT;
const char *cap_action_faults_find        (const GPtrArray *faults,
                                           CapActionField   field);
void        cap_action_settle             (CapAction       *action,
                                           const CapAction *before,
                                           const char      *today);
gboolean    cap_action_waits              (const CapAction *action,
                                           const GPtrArray *actions);

G_END_DECLS
