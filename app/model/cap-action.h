/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-action-parts.h"
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
 * CapActionKind:
 * @CAP_ACTION_IMPROVEMENT: makes something better
 * @CAP_ACTION_CORRECTION: mends one case
 * @CAP_ACTION_CORRECTIVE: takes away the cause, so that it does not happen again
 */
typedef enum
{
  CAP_ACTION_IMPROVEMENT,
  CAP_ACTION_CORRECTION,
  CAP_ACTION_CORRECTIVE,
} CapActionKind;

#define CAP_N_ACTION_KINDS (CAP_ACTION_CORRECTIVE + 1)

/**
 * CapVerdict:
 * @CAP_VERDICT_NONE: the effect has not been checked
 * @CAP_VERDICT_EFFECTIVE: the action had its effect
 * @CAP_VERDICT_INEFFECTIVE: it had not: something else is to be done
 */
typedef enum
{
  CAP_VERDICT_NONE,
  CAP_VERDICT_EFFECTIVE,
  CAP_VERDICT_INEFFECTIVE,
} CapVerdict;

#define CAP_N_VERDICTS (CAP_VERDICT_INEFFECTIVE + 1)

#define CAP_AMOUNT_UNSET (-1)

/**
 * CapAction:
 * @id: UUID
 * @number: how people call it; 0 until the store gives it one
 * @title: what is to be done, never empty
 * @description: (nullable): how
 * @expected: (nullable): the result that is expected
 * @origins: (element-type CapActionOrigin): what it comes from; any number of them
 * @owner: (nullable): a function, not a name
 * @contributors: (nullable): functions too, a line each
 * @service: (nullable): code of the service of the network that helps
 * @days_hundredths: working days it takes, times 100, or %CAP_AMOUNT_UNSET
 * @euros: what it costs, or %CAP_AMOUNT_UNSET
 * @start: (nullable): ISO 8601
 * @due: (nullable): ISO 8601
 * @impact: 1 to 3; 0: as its criterion says
 * @effort: 1 to 3; 0: as its criterion says
 * @level: level of the first origin when it was accepted, or %CAP_LEVEL_UNSET
 * @target: level it aims at, or %CAP_LEVEL_UNSET
 * @steps: (element-type CapActionStep): its parts, in order
 * @notes: (element-type CapActionNote): its diary, in the order written
 * @after: (array zero-terminated=1): UUIDs of the actions that must be done before
 * @indicator: (nullable): UUID of the indicator that shows its effect
 * @created: (nullable): the day it entered the plan
 * @news: (nullable): the last day something was told or moved
 * @done: (nullable): the day it was carried out
 * @closed: (nullable): the day it was verified or abandoned
 * @reason: (nullable): why it was abandoned
 * @check_due: (nullable): when its effect is to be checked
 * @check_by: (nullable): a function: who checks
 * @check_evidence: (nullable): what the verdict stands on
 * @checked: (nullable): the day it was checked
 * @verdict: of the last check
 *
 * An action of the plan de progrès.
 */
typedef struct
{
  char           *id;
  guint           number;
  char           *title;
  char           *description;
  char           *expected;
  CapActionKind   kind;
  GPtrArray      *origins;
  char           *owner;
  char           *contributors;
  char           *service;
  int             days_hundredths;
  int             euros;
  char           *start;
  char           *due;
  CapActionState  state;
  int             impact;
  int             effort;
  int             level;
  int             target;
  GPtrArray      *steps;
  GPtrArray      *notes;
  GStrv           after;
  char           *indicator;
  char           *created;
  char           *news;
  char           *done;
  char           *closed;
  char           *reason;
  char           *check_due;
  char           *check_by;
  char           *check_evidence;
  char           *checked;
  CapVerdict      verdict;
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
const char *cap_action_get_criterion   (const CapAction  *self);
void        cap_action_add_origin      (CapAction        *self,
                                        CapOriginKind     kind,
                                        const char       *code);
char       *cap_action_dup_origins     (const CapAction  *self) G_GNUC_WARN_UNUSED_RESULT;
int         cap_action_get_impact      (const CapAction    *self,
                                        const CapFramework *framework);
int         cap_action_get_effort      (const CapAction    *self,
                                        const CapFramework *framework);

const char *cap_action_state_to_name   (CapActionState    state);
gboolean    cap_action_state_from_name (const char       *name,
                                        CapActionState   *state);
const char *cap_action_state_get_label (CapActionState    state);
const char *cap_action_state_get_phase (CapActionState    state);

const char *cap_action_kind_to_name    (CapActionKind     kind);
gboolean    cap_action_kind_from_name  (const char       *name,
                                        CapActionKind    *kind);
const char *cap_action_kind_get_label  (CapActionKind     kind);

const char *cap_verdict_to_name        (CapVerdict        verdict);
gboolean    cap_verdict_from_name      (const char       *name,
                                        CapVerdict       *verdict);
const char *cap_verdict_get_label      (CapVerdict        verdict);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapAction, cap_action_free)

G_END_DECLS
