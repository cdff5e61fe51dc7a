/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "audit/cap-finding-rules.h"

#include <string.h>

#include "base/cap-date.h"

CapFindingState
cap_finding_get_state (const CapRecord *finding)
{
  g_return_val_if_fail (finding != NULL && finding->kind == CAP_REGISTER_FINDING, CAP_FINDING_OPENED);

  return cap_finding_state_from_name (cap_record_get (finding, CAP_FINDING_STATE));
}

/* Returns: (transfer full) (element-type CapAction): the actions of the plan that come from it, borrowed */
GPtrArray *
cap_finding_list_actions (const CapRecord  *finding,
                          const CapDossier *dossier)
{
  GPtrArray *found = g_ptr_array_new ();
  const char *code;

  g_return_val_if_fail (finding != NULL && dossier != NULL, found);

  code = cap_record_get_code (finding);
  for (guint i = 0; i < dossier->actions->len; i++)
    {
      CapAction *action = g_ptr_array_index (dossier->actions, i);

      for (guint j = 0; j < action->origins->len; j++)
        {
          const CapActionOrigin *origin = g_ptr_array_index (action->origins, j);

          if (origin->kind == CAP_ORIGIN_FINDING && g_ascii_strcasecmp (origin->code, code) == 0)
            {
              g_ptr_array_add (found, action);
              break;
            }
        }
    }

  return found;
}

static gboolean
has (const CapRecord *finding,
     guint            field)
{
  return cap_record_get (finding, field) != NULL;
}

static gboolean
has_open (const GPtrArray *actions)
{
  for (guint i = 0; i < actions->len; i++)
    {
      if (cap_action_is_open (g_ptr_array_index (actions, i)))
        return TRUE;
    }

  return FALSE;
}

/* An abandoned action mends nothing. */
static gboolean
has_standing (const GPtrArray *actions)
{
  for (guint i = 0; i < actions->len; i++)
    {
      if (((const CapAction *) g_ptr_array_index (actions, i))->state != CAP_ACTION_ABANDONED)
        return TRUE;
    }

  return FALSE;
}

/* Returns: what its steps depend on */
CapFindingFacts
cap_finding_read_facts (const CapRecord    *finding,
                        const CapDossier   *dossier,
                        const CapCatalogue *catalogue)
{
  g_autoptr(GPtrArray) actions = cap_finding_list_actions (finding, dossier);
  const CapGrade *grade = cap_finding_find_grade (finding, dossier, catalogue);
  const CapFindingFacts facts = {
    .nonconformity = grade == NULL || grade->nonconformity,
    .strength = grade != NULL && grade->strength,
    .has_fact = has (finding, CAP_FINDING_FACT),
    .has_consequence = has (finding, CAP_FINDING_CONSEQUENCE),
    .has_expected = has (finding, CAP_FINDING_EXPECTED),
    .has_requirement = has (finding, CAP_FINDING_REQUIREMENTS) || has (finding, CAP_FINDING_CRITERIA),
    .has_cause = has (finding, CAP_FINDING_CAUSE),
    .has_action = has_standing (actions) || has (finding, CAP_FINDING_NO_ACTION),
    .has_open_action = has_open (actions),
    .is_corrected = has (finding, CAP_FINDING_CORRECTED),
    .has_check_plan = has (finding, CAP_FINDING_CHECK_DUE) && has (finding, CAP_FINDING_CHECK_HOW),
    .is_checked = has (finding, CAP_FINDING_CHECKED) && has (finding, CAP_FINDING_EFFECTIVE),
    .is_effective = cap_record_is (finding, CAP_FINDING_EFFECTIVE, "yes"),
    .has_similar = has (finding, CAP_FINDING_SIMILAR),
    .has_answer = has (finding, CAP_FINDING_CORRECTION) || has (finding, CAP_FINDING_NO_ACTION) ||
                  has_standing (actions),
  };

  return facts;
}

/* Whether it is graded as severely as can be: of a route with one grade of nonconformity, none is major. */
gboolean
cap_finding_is_major (const CapRecord    *finding,
                      const CapDossier   *dossier,
                      const CapCatalogue *catalogue)
{
  const CapRoute *route = cap_finding_find_route (finding, dossier, catalogue);
  const CapGrade *major = route != NULL ? cap_route_get_major (route) : NULL;

  return major != NULL && g_strcmp0 (major->code, cap_record_get (finding, CAP_FINDING_GRADE)) == 0;
}

/**
 * cap_finding_dup_due:
 *
 * Returns: (transfer full) (nullable): the day by which it is to be lifted: the one that was written, or
 *   so many days after it was raised as its grade says; %NULL when nothing is to be lifted
 */
char *
cap_finding_dup_due (const CapRecord    *finding,
                     const CapDossier   *dossier,
                     const CapCatalogue *catalogue)
{
  const CapGrade *grade = cap_finding_find_grade (finding, dossier, catalogue);
  const char *due = cap_record_get (finding, CAP_FINDING_DUE);
  const char *raised = cap_record_get (finding, CAP_FINDING_RAISED);

  if (due != NULL)
    return g_strdup (due);

  return grade != NULL && grade->days > 0 && raised != NULL ? cap_date_add_days (raised, (int) grade->days)
                                                            : NULL;
}

/**
 * cap_finding_dup_stage_two_limit:
 *
 * A major nonconformity of stage 2 is lifted, and this verified, within so many months of its last day
 * (ISO/IEC 17021-1:2015, 9.5.3.2; how many is in the catalogue); otherwise stage 2 is held again.
 *
 * Returns: (transfer full) (nullable): that day; %NULL of any other finding, and once it is settled
 */
char *
cap_finding_dup_stage_two_limit (const CapRecord    *finding,
                                 const CapDossier   *dossier,
                                 const CapCatalogue *catalogue)
{
  const CapRecord *audit = cap_finding_get_audit (finding, dossier);
  const char *last;

  if (audit == NULL || catalogue->cycle == NULL || !cap_record_is (audit, CAP_AUDIT_KIND, "stage-2") ||
      cap_finding_get_state (finding) == CAP_FINDING_SETTLED ||
      !cap_finding_is_major (finding, dossier, catalogue))
    return NULL;

  last = cap_record_get (audit, CAP_AUDIT_LAST_DAY);
  if (last == NULL)
    last = cap_record_get (audit, CAP_AUDIT_DATE);

  return cap_date_is_valid (last) ? cap_date_add_months (last, (int) catalogue->cycle->major) : NULL;
}

/**
 * cap_finding_get_urgency:
 * @today: ISO 8601
 *
 * What is to be checked is lifted already in the eyes of the structure: only its check can be due.
 */
CapFindingUrgency
cap_finding_get_urgency (const CapRecord    *finding,
                         const CapDossier   *dossier,
                         const CapCatalogue *catalogue,
                         const char         *today)
{
  const CapFindingState state = cap_finding_get_state (finding);
  const char *check = cap_record_get (finding, CAP_FINDING_CHECK_DUE);
  g_autofree char *due = NULL;

  g_return_val_if_fail (today != NULL, CAP_URGENCY_NONE);

  if (state == CAP_FINDING_SETTLED)
    return CAP_URGENCY_NONE;
  if (state == CAP_FINDING_TO_CHECK)
    return check != NULL && strcmp (check, today) <= 0 ? CAP_URGENCY_CHECK_DUE : CAP_URGENCY_NONE;

  due = cap_finding_dup_due (finding, dossier, catalogue);
  if (due == NULL || strcmp (due, today) >= 0)
    return CAP_URGENCY_NONE;

  return cap_finding_is_nonconformity (finding, dossier, catalogue) &&
         !cap_finding_is_major (finding, dossier, catalogue) ? CAP_URGENCY_BECOMES_MAJOR : CAP_URGENCY_LATE;
}

static void
put_step (CapCommand      *command,
          const CapRecord *finding,
          CapFindingState  state,
          const char      *date,
          const char      *note)
{
  g_autoptr(CapRecord) step = cap_record_new_part (CAP_REGISTER_FINDING_STEP, NULL, finding->id);

  cap_record_set (step, CAP_FINDING_STEP_DATE, date);
  cap_record_set (step, CAP_FINDING_STEP_STATE, cap_finding_state_to_name (state));
  cap_record_set (step, CAP_FINDING_STEP_NOTE, note);
  cap_command_put_record (command, step);
}

/**
 * cap_finding_put_new:
 *
 * Puts a finding that enters, with the first step of its history.
 */
void
cap_finding_put_new (CapCommand      *command,
                     const CapRecord *finding)
{
  g_return_if_fail (command != NULL && finding != NULL);

  cap_command_put_record (command, finding);
  put_step (command, finding, cap_finding_get_state (finding), cap_record_get (finding, CAP_FINDING_RAISED),
            NULL);
}

/**
 * cap_finding_move:
 * @next: a step that can be made: cap_finding_state_get_gaps() says so
 * @today: ISO 8601
 * @note: (nullable): why; wanted for a step back
 *
 * Settled, it takes the day of it; opened again, it loses that day and what the check said: the
 * history keeps them.
 *
 * Returns: (transfer full): the gesture
 */
CapCommand *
cap_finding_move (const CapRecord *finding,
                  CapFindingState  next,
                  const char      *today,
                  const char      *note)
{
  g_autoptr(CapRecord) moved = NULL;
  CapCommand *command;

  g_return_val_if_fail (finding != NULL && today != NULL, NULL);

  moved = cap_record_copy (finding);
  command = cap_command_new (CAP_GESTURE_FINDING, cap_record_get_code (finding));
  cap_record_set (moved, CAP_FINDING_STATE, cap_finding_state_to_name (next));
  cap_record_set (moved, CAP_FINDING_CLOSED, next == CAP_FINDING_SETTLED ? today : NULL);
  if (next < cap_finding_get_state (finding))
    {
      cap_record_set (moved, CAP_FINDING_CHECKED, NULL);
      cap_record_set (moved, CAP_FINDING_EFFECTIVE, NULL);
      cap_record_set (moved, CAP_FINDING_CHECK_DUE, NULL);
    }
  cap_command_put_record (command, moved);
  put_step (command, moved, next, today, note);

  return command;
}

/**
 * cap_finding_check_failed:
 * @note: what was seen
 *
 * The action did not work: the finding goes back to its treatment by itself, and a new look at it is
 * to be planned.
 *
 * Returns: (transfer full): the gesture
 */
CapCommand *
cap_finding_check_failed (const CapRecord *finding,
                          const char      *today,
                          const char      *note)
{
  g_return_val_if_fail (finding != NULL && cap_finding_get_state (finding) == CAP_FINDING_TO_CHECK, NULL);

  return cap_finding_move (finding, CAP_FINDING_TREATED, today, note);
}
