/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "audit/cap-certificate-text.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-date.h"

static const char * const states[CAP_N_CYCLE_STATES] = {
  [CAP_CYCLE_TO_COME] = NC_("certificate", "Not decided yet"),
  [CAP_CYCLE_VALID] = NC_("certificate", "Valid"),
  [CAP_CYCLE_SUSPENDED] = NC_("certificate", "Suspended"),
  [CAP_CYCLE_RESTORABLE] = NC_("certificate", "Expired, may be restored"),
  [CAP_CYCLE_LAPSED] = NC_("certificate", "Expired"),
  [CAP_CYCLE_WITHDRAWN] = NC_("certificate", "Withdrawn"),
};

static const char * const standings[CAP_N_MILESTONE_STANDINGS] = {
  [CAP_MILESTONE_HELD] = NC_("milestone", "Was held"),
  [CAP_MILESTONE_LATE] = NC_("milestone", "Late"),
  [CAP_MILESTONE_OPEN] = NC_("milestone", "Open now"),
  [CAP_MILESTONE_AHEAD] = NC_("milestone", "To come"),
};

const char *
cap_cycle_state_get_label (CapCycleState state)
{
  g_return_val_if_fail (state < CAP_N_CYCLE_STATES, NULL);

  return g_dpgettext2 (NULL, "certificate", states[state]);
}

const char *
cap_milestone_standing_get_label (CapMilestoneStanding standing)
{
  g_return_val_if_fail (standing < CAP_N_MILESTONE_STANDINGS, NULL);

  return g_dpgettext2 (NULL, "milestone", standings[standing]);
}

/* Returns: (transfer full): the number that the certification body gave, or the code of the line */
char *
cap_certificate_dup_name (const CapRecord *certificate)
{
  const char *number;

  g_return_val_if_fail (certificate != NULL, NULL);

  number = cap_record_get (certificate, CAP_CERTIFICATE_NUMBER);

  /* Translators: the number of a certificate, or its code when there is no number */
  return g_strdup_printf (_("Certificate %s"), number != NULL ? number : cap_record_get_code (certificate));
}

/* Returns: (transfer full): until when it holds, or why it does not, in a sentence */
char *
cap_certificate_cycle_dup_validity (const CapCertificateCycle *self)
{
  g_autofree char *expiry = NULL;
  g_autofree char *day = NULL;
  g_autofree char *restorable = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->start == NULL)
    return g_strdup (_("The day of the decision is not said yet."));

  expiry = cap_date_format_long (self->expiry);
  day = cap_date_format_long (self->since != NULL ? self->since : self->start);
  restorable = cap_date_format_long (self->restorable);
  switch (self->state)
    {
    case CAP_CYCLE_TO_COME:
      /* Translators: two days */
      return g_strdup_printf (_("Decided for %1$s, then valid until %2$s."), day, expiry);

    case CAP_CYCLE_SUSPENDED:
      /* Translators: two days */
      return g_strdup_printf (_("Suspended since %1$s; its term stays %2$s."), day, expiry);

    case CAP_CYCLE_RESTORABLE:
      /* Translators: two days */
      return g_strdup_printf (_("Expired on %1$s; it may be restored until %2$s."), expiry, restorable);

    case CAP_CYCLE_LAPSED:
      /* Translators: a day */
      return g_strdup_printf (_("Expired on %s; it takes a new certificate."), expiry);

    case CAP_CYCLE_WITHDRAWN:
      /* Translators: a day */
      return g_strdup_printf (_("Withdrawn on %s; it takes a new certificate."), day);

    case CAP_CYCLE_VALID:
    default:
      /* Translators: a day */
      return g_strdup_printf (_("Valid until %s."), expiry);
    }
}

/* Returns: (transfer full): “Surveillance 2” */
char *
cap_milestone_dup_label (const CapMilestone *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  /* Translators: 1 or 2 */
  return self->surveillance == 0 ? g_strdup (_("Renewal"))
                                 : g_strdup_printf (_("Surveillance %u"), self->surveillance);
}

/* Returns: (transfer full): when it was held, or when it can be */
char *
cap_milestone_dup_days (const CapMilestone *self)
{
  g_autofree char *first = NULL;
  g_autofree char *best = NULL;
  g_autofree char *last = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  last = cap_date_format_long (self->last);
  if (self->held != NULL)
    {
      g_autofree char *held = cap_date_format_long (self->held);

      return strcmp (self->held, self->last) <= 0
               /* Translators: a day */
               ? g_strdup_printf (_("Held on %s"), held)
               /* Translators: two days */
               : g_strdup_printf (_("Held on %1$s, when the last day was %2$s"), held, last);
    }

  first = cap_date_format_long (self->first);
  best = cap_date_format_long (self->best);

  return self->surveillance != 0
           /* Translators: two days */
           ? g_strdup_printf (_("From %1$s to %2$s"), first, last)
           /* Translators: three days */
           : g_strdup_printf (_("Best from %1$s to %2$s, decided by %3$s"), first, best, last);
}

static char *
dup_surveillance_next (const CapMilestone *next)
{
  g_autofree char *first = cap_date_format_long (next->first);
  g_autofree char *last = cap_date_format_long (next->last);

  switch (next->standing)
    {
    case CAP_MILESTONE_LATE:
      /* Translators: 1 or 2, then a day */
      return g_strdup_printf (_("Surveillance %1$u was due by %2$s and no day is noted for it."),
                              next->surveillance, last);

    case CAP_MILESTONE_AHEAD:
      /* Translators: 1 or 2, then two days */
      return g_strdup_printf (_("Next comes surveillance %1$u, between %2$s and %3$s."), next->surveillance,
                              first, last);

    case CAP_MILESTONE_HELD:
    case CAP_MILESTONE_OPEN:
    default:
      /* Translators: 1 or 2, then a day */
      return g_strdup_printf (_("Next comes surveillance %1$u, by %2$s."), next->surveillance, last);
    }
}

/* Returns: (transfer full) (nullable): what comes next, in a sentence; %NULL once the certificate is over */
char *
cap_certificate_cycle_dup_next (const CapCertificateCycle *self)
{
  const CapMilestone *next;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  next = cap_certificate_cycle_get_next (self);
  if (next == NULL)
    return NULL;
  if (next->surveillance != 0)
    return dup_surveillance_next (next);

  first = cap_date_format_long (next->first);
  last = cap_date_format_long (next->last);
  if (next->standing == CAP_MILESTONE_OPEN)
    /* Translators: a day */
    return g_strdup_printf (_("It is time for the renewal: it must be decided by %s."), last);

  /* Translators: two days */
  return g_strdup_printf (_("Next comes the renewal: best begun from %1$s, decided by %2$s."), first, last);
}
