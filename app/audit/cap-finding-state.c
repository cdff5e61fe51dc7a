/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "audit/cap-finding-state.h"

static const char * const names[] = {
  [CAP_FINDING_OPENED] = "open",
  [CAP_FINDING_ANALYSED] = "analysed",
  [CAP_FINDING_TREATED] = "treated",
  [CAP_FINDING_TO_CHECK] = "checked",
  [CAP_FINDING_SETTLED] = "closed",
};

const char *
cap_finding_state_to_name (CapFindingState self)
{
  g_return_val_if_fail ((guint) self < CAP_N_FINDING_STATES, NULL);

  return names[self];
}

/* A name that is not known is of a finding to be looked at: it is open. */
CapFindingState
cap_finding_state_from_name (const char *name)
{
  for (guint i = 0; i < CAP_N_FINDING_STATES; i++)
    {
      if (g_strcmp0 (names[i], name) == 0)
        return (CapFindingState) i;
    }

  return CAP_FINDING_OPENED;
}

/**
 * cap_finding_state_get_next:
 * @self: not settled
 *
 * Returns: the step that comes after: for what is no nonconformity, it is settled as soon as it is
 *   answered, unless its treatment has begun
 */
CapFindingState
cap_finding_state_get_next (CapFindingState        self,
                            const CapFindingFacts *facts)
{
  g_return_val_if_fail (facts != NULL && self < CAP_FINDING_SETTLED, CAP_FINDING_SETTLED);

  if (!facts->nonconformity && self < CAP_FINDING_TREATED)
    return CAP_FINDING_SETTLED;

  return (CapFindingState) (self + 1);
}

/**
 * cap_finding_state_get_back:
 * @self: not open
 *
 * Returns: the step that it goes back to: from a check that fails, to the treatment; what was settled
 *   is opened again
 */
CapFindingState
cap_finding_state_get_back (CapFindingState self)
{
  g_return_val_if_fail (self > CAP_FINDING_OPENED && self <= CAP_FINDING_SETTLED, CAP_FINDING_OPENED);

  return self == CAP_FINDING_SETTLED ? CAP_FINDING_OPENED : (CapFindingState) (self - 1);
}

/* Whether there is such a step at all, whatever it waits for. Anything may be analysed and treated. */
gboolean
cap_finding_state_leads_to (CapFindingState        self,
                            CapFindingState        next,
                            const CapFindingFacts *facts)
{
  g_return_val_if_fail (facts != NULL, FALSE);

  if (self == next)
    return FALSE;
  if (next > self)
    return next == self + 1 || next == cap_finding_state_get_next (self, facts);

  return next == cap_finding_state_get_back (self);
}

static guint
missing (gboolean      is_there,
         CapFindingGap gap)
{
  return is_there ? 0 : 1u << gap;
}

/* The rule of the three sentences, and why it happened. */
static guint
get_gaps_of_analysis (const CapFindingFacts *facts)
{
  if (!facts->nonconformity)
    return missing (facts->has_fact, CAP_GAP_FACT);

  return missing (facts->has_fact, CAP_GAP_FACT) |
         missing (facts->has_consequence, CAP_GAP_CONSEQUENCE) |
         missing (facts->has_expected, CAP_GAP_EXPECTED) |
         missing (facts->has_requirement, CAP_GAP_REQUIREMENT) |
         missing (facts->has_cause, CAP_GAP_CAUSE);
}

static guint
get_gaps_of_check (const CapFindingFacts *facts)
{
  guint gaps = missing (facts->has_action, CAP_GAP_ACTION) |
               missing (!facts->has_open_action, CAP_GAP_OPEN_ACTION);

  if (facts->nonconformity)
    gaps |= missing (facts->is_corrected, CAP_GAP_CORRECTION) |
            missing (facts->has_check_plan, CAP_GAP_CHECK_PLAN);

  return gaps;
}

static guint
get_gaps_of_settling (const CapFindingFacts *facts)
{
  guint gaps = missing (!facts->has_open_action, CAP_GAP_OPEN_ACTION);

  if (!facts->nonconformity)
    return gaps | missing (facts->strength || facts->has_answer, CAP_GAP_ANSWER);

  gaps |= get_gaps_of_analysis (facts) | get_gaps_of_check (facts) |
          missing (facts->has_similar, CAP_GAP_SIMILAR) | missing (facts->is_checked, CAP_GAP_CHECK);
  if (facts->is_checked)
    gaps |= missing (facts->is_effective, CAP_GAP_NOT_EFFECTIVE);

  return gaps;
}

/**
 * cap_finding_state_get_gaps:
 * @next: a step that there is
 *
 * Going back waits for nothing: its reason is asked for where it is done.
 *
 * Returns: a mask of what is missing for that step; 0 when it can be made
 */
guint
cap_finding_state_get_gaps (CapFindingState        self,
                            CapFindingState        next,
                            const CapFindingFacts *facts)
{
  g_return_val_if_fail (cap_finding_state_leads_to (self, next, facts), 0);

  if (next < self)
    return 0;

  switch (next)
    {
    case CAP_FINDING_ANALYSED:
      return get_gaps_of_analysis (facts);

    case CAP_FINDING_TREATED:
      return get_gaps_of_analysis (facts) | missing (facts->has_action, CAP_GAP_ACTION);

    case CAP_FINDING_TO_CHECK:
      return get_gaps_of_analysis (facts) | get_gaps_of_check (facts);

    case CAP_FINDING_SETTLED:
      return get_gaps_of_settling (facts);

    case CAP_FINDING_OPENED:
    default:
      return 0;
    }
}
