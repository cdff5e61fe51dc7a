/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "audit/cap-audit-time.h"

#define TENTHS_OF_A_HALF_DAY 5

void
cap_audit_time_init (CapAuditTime *self)
{
  g_return_if_fail (self != NULL);

  *self = (CapAuditTime) { .bounded = TRUE };
}

/* The time of an initial audit lies between those of the points on both sides: it grows with the staff.
 * Beyond the last point, it is at least as long as there. */
static gboolean
find_bounds (const GArray *points,
             guint         staff,
             guint        *least,
             guint        *most)
{
  for (guint i = 0; i < points->len; i++)
    {
      const CapAuditTimePoint *point = &g_array_index (points, CapAuditTimePoint, i);

      if (staff <= point->staff)
        {
          const gboolean at = i == 0 || staff == point->staff;

          *most = point->half_days;
          *least = at ? point->half_days : g_array_index (points, CapAuditTimePoint, i - 1).half_days;
          return TRUE;
        }
    }

  *least = g_array_index (points, CapAuditTimePoint, points->len - 1).half_days;

  return FALSE;
}

static CapRatio
get_ratio (const CapAuditTimeRules *rules,
           CapSamplingAudit         audit)
{
  switch (audit)
    {
    case CAP_SAMPLING_SURVEILLANCE:
      return rules->surveillance;

    case CAP_SAMPLING_RECERTIFICATION:
      return rules->recertification;

    case CAP_SAMPLING_INITIAL:
    default:
      return (CapRatio) { 1, 1 };
    }
}

/**
 * cap_audit_time_add:
 * @staff: of a site, or %CAP_NUMBER_UNSET
 * @sampled: whether the site stands for others: its time may be reduced
 *
 * Adds the time of a site. What cannot be told to the tenth is rounded away from the middle, so that the
 * truth stays between both bounds.
 */
void
cap_audit_time_add (CapAuditTime            *self,
                    const CapAuditTimeRules *rules,
                    CapSamplingAudit         audit,
                    int                      staff,
                    gboolean                 sampled)
{
  CapRatio ratio;
  guint64 least_of;
  guint64 whole;
  guint least = 0;
  guint most = 0;

  g_return_if_fail (self != NULL && rules != NULL && rules->points->len > 0);

  if (staff <= 0)
    {
      self->n_unknown++;
      return;
    }

  ratio = get_ratio (rules, audit);
  self->bounded = find_bounds (rules->points, (guint) staff, &least, &most) && self->bounded;
  least_of = (guint64) least * TENTHS_OF_A_HALF_DAY * ratio.numerator;
  whole = ratio.denominator;
  if (sampled)
    {
      least_of *= rules->sampled_site.numerator;
      whole *= rules->sampled_site.denominator;
    }
  self->least += least_of / whole;
  self->most += ((guint64) most * TENTHS_OF_A_HALF_DAY * ratio.numerator + ratio.denominator - 1) /
                ratio.denominator;
  self->n_counted++;
}

/**
 * cap_audit_time_of_sample:
 * @group: the one that @choice was made from
 *
 * The central function is audited in full besides the sites.
 */
void
cap_audit_time_of_sample (CapAuditTime            *self,
                          const CapAuditTimeRules *rules,
                          const CapSampleChoice   *choice,
                          const CapGroup          *group)
{
  g_return_if_fail (self != NULL && rules != NULL && choice != NULL && group != NULL);

  cap_audit_time_init (self);
  for (guint i = 0; i < group->sites->len; i++)
    {
      const CapGroupSite *site = g_ptr_array_index (group->sites, i);

      if (site->central)
        cap_audit_time_add (self, rules, choice->audit, site->staff, FALSE);
    }
  for (guint i = 0; i < choice->sites->len; i++)
    {
      const CapSampleSite *it = g_ptr_array_index (choice->sites, i);

      cap_audit_time_add (self, rules, choice->audit, it->site->staff, TRUE);
    }
}

static gboolean
find_audit (const CapRecord  *audit,
            CapSamplingAudit *kind)
{
  if (cap_record_is (audit, CAP_AUDIT_KIND, "stage-1") || cap_record_is (audit, CAP_AUDIT_KIND, "stage-2"))
    *kind = CAP_SAMPLING_INITIAL;
  else if (cap_record_is (audit, CAP_AUDIT_KIND, "surveillance"))
    *kind = CAP_SAMPLING_SURVEILLANCE;
  else if (cap_record_is (audit, CAP_AUDIT_KIND, "renewal"))
    *kind = CAP_SAMPLING_RECERTIFICATION;
  else
    return FALSE;

  return TRUE;
}

/**
 * cap_audit_time_of_audit:
 *
 * An audit that names sites takes their time; one that names none, that of the structure, by its
 * full-time equivalents. Both stages of an initial audit are counted together.
 *
 * Returns: whether anything can be said: no rule is about an internal audit
 */
gboolean
cap_audit_time_of_audit (CapAuditTime            *self,
                         const CapAuditTimeRules *rules,
                         const CapRecord         *audit,
                         const CapDossier        *dossier)
{
  CapSamplingAudit kind;
  g_auto(GStrv) codes = NULL;

  g_return_val_if_fail (self != NULL && rules != NULL && audit != NULL && dossier != NULL, FALSE);

  cap_audit_time_init (self);
  if (!find_audit (audit, &kind))
    return FALSE;

  codes = cap_record_dup_codes (audit, CAP_AUDIT_SITES);
  for (guint i = 0; codes[i] != NULL; i++)
    {
      const CapRecord *site = cap_dossier_find_record_by_code (dossier, CAP_REGISTER_SITE, codes[i]);

      if (site != NULL)
        cap_audit_time_add (self, rules, kind, cap_record_get_number (site, CAP_SITE_STAFF),
                            !cap_record_is (site, CAP_SITE_ROLE, "central"));
    }
  if (codes[0] == NULL && dossier->member->fte_hundredths > 0)
    cap_audit_time_add (self, rules, kind, (dossier->member->fte_hundredths + 99) / 100, FALSE);

  return self->n_counted > 0;
}
