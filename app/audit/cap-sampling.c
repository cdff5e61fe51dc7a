/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "audit/cap-sampling.h"

#include "base/cap-root.h"

static const char * const names[] = {
  [CAP_SAMPLING_INITIAL] = "initial",
  [CAP_SAMPLING_SURVEILLANCE] = "surveillance",
  [CAP_SAMPLING_RECERTIFICATION] = "recertification",
};

const char *
cap_sampling_audit_to_name (CapSamplingAudit self)
{
  g_return_val_if_fail ((guint) self < CAP_N_SAMPLING_AUDITS, NULL);

  return names[self];
}

/* Returns: whether @name is one; @audit is set then */
gboolean
cap_sampling_audit_from_name (const char       *name,
                              CapSamplingAudit *audit)
{
  g_return_val_if_fail (name != NULL && audit != NULL, FALSE);

  for (guint i = 0; i < CAP_N_SAMPLING_AUDITS; i++)
    {
      if (g_str_equal (names[i], name))
        {
          *audit = (CapSamplingAudit) i;
          return TRUE;
        }
    }

  return FALSE;
}

static CapRatio
get_ratio (const CapSamplingRules *rules,
           CapSamplingAudit        audit,
           gboolean                reduced)
{
  switch (audit)
    {
    case CAP_SAMPLING_INITIAL:
      return rules->initial;
    case CAP_SAMPLING_SURVEILLANCE:
      return rules->surveillance;
    case CAP_SAMPLING_RECERTIFICATION:
    default:
      return reduced ? rules->recertification_reduced : rules->recertification;
    }
}

/**
 * cap_sampling_get_minimum:
 * @reduced: whether the system proved effective over the cycle; for a recertification only
 * @n_sites: how many sites there are besides the central function
 *
 * Source: IAF MD 1, 6.1.3, and the answers of EA to the questions 42.6 and 46.5 on it. Exact.
 *
 * Returns: the fewest sites that are audited, the central function apart: the root of @n_sites times
 *   the coefficient of @audit, rounded up
 */
guint64
cap_sampling_get_minimum (const CapSamplingRules *rules,
                          CapSamplingAudit        audit,
                          gboolean                reduced,
                          guint64                 n_sites)
{
  CapRatio ratio;

  g_return_val_if_fail (rules != NULL && (guint) audit < CAP_N_SAMPLING_AUDITS, 0);

  ratio = get_ratio (rules, audit, reduced);

  return cap_root_round_up (n_sites, ratio.numerator, ratio.denominator);
}

/* Returns: how many sites of a sample of @minimum are drawn at random: a part of it, rounded up */
guint64
cap_sampling_get_random (const CapSamplingRules *rules,
                         guint64                 minimum)
{
  g_return_val_if_fail (rules != NULL, 0);

  return cap_product_round_up (minimum, rules->random.numerator, rules->random.denominator);
}

/**
 * cap_sampling_get_without_sampling:
 *
 * Where sites differ too much to stand for one another. Source: IAF MD 1, 6.2.
 *
 * Returns: how many sites are audited then: all of them, or at a surveillance a part of them, rounded up
 */
guint64
cap_sampling_get_without_sampling (const CapSamplingRules *rules,
                                   CapSamplingAudit        audit,
                                   guint64                 n_sites)
{
  g_return_val_if_fail (rules != NULL, 0);

  return audit == CAP_SAMPLING_SURVEILLANCE
         ? cap_product_round_up (n_sites, rules->without_sampling.numerator,
                                 rules->without_sampling.denominator)
         : n_sites;
}
