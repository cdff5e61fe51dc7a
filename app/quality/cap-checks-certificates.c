/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "quality/cap-checks-private.h"

#include <glib/gi18n.h>

#include "audit/cap-certificate-text.h"
#include "base/cap-date.h"

/* A date in one month is serious, in three it is to be looked at. */
#define SERIOUS_MONTHS 1
#define LOOK_MONTHS    3

static const GPtrArray *
get_certificates (const CapCheckRun *run)
{
  return run->dossier->registers[CAP_REGISTER_CERTIFICATE];
}

/* Returns: (transfer full) (nullable): where the certificate is; %NULL when no rule says its dates */
static CapCertificateCycle *
get_cycle (const CapCheckRun *run,
           const CapRecord   *certificate)
{
  return run->catalogue->cycle != NULL
           ? cap_certificate_cycle_find (run->dossier, certificate, run->catalogue->cycle, run->today) : NULL;
}

/* Whether both are of the same route and cover the same sites. */
static gboolean
are_alike (const CapRecord *one,
           const CapRecord *other)
{
  return g_strcmp0 (cap_record_get (one, CAP_CERTIFICATE_ROUTE),
                    cap_record_get (other, CAP_CERTIFICATE_ROUTE)) == 0 &&
         g_strcmp0 (cap_record_get (one, CAP_CERTIFICATE_SITES),
                    cap_record_get (other, CAP_CERTIFICATE_SITES)) == 0;
}

/* Whether another certificate like it, decided later, took its place. */
static gboolean
is_replaced (const CapCheckRun *run,
             const CapRecord   *certificate)
{
  const char *decision = cap_record_get (certificate, CAP_CERTIFICATE_DECISION);

  for (guint i = 0; i < get_certificates (run)->len; i++)
    {
      const CapRecord *other = g_ptr_array_index (get_certificates (run), i);
      const char *day = cap_record_get (other, CAP_CERTIFICATE_DECISION);

      if (other != certificate && cap_check_is_past (decision, day) &&
          !cap_check_is_past (run->today, day) && are_alike (certificate, other))
        return TRUE;
    }

  return FALSE;
}

/* Whether an audit of that kind is dated in the days of the milestone, and is of this route or of none. */
static gboolean
is_planned (const CapCheckRun  *run,
            const CapRecord    *certificate,
            const CapMilestone *milestone)
{
  const GPtrArray *audits = run->dossier->registers[CAP_REGISTER_AUDIT];
  const char *kind = milestone->surveillance != 0 ? "surveillance" : "renewal";
  const char *route = cap_record_get (certificate, CAP_CERTIFICATE_ROUTE);

  for (guint i = 0; i < audits->len; i++)
    {
      const CapRecord *audit = g_ptr_array_index (audits, i);
      const char *audited = cap_record_get (audit, CAP_AUDIT_ROUTE);

      if (cap_record_is (audit, CAP_AUDIT_KIND, kind) &&
          (route == NULL || audited == NULL || g_str_equal (route, audited)) &&
          cap_date_is_within (cap_record_get (audit, CAP_AUDIT_DATE), milestone->first, milestone->last))
        return TRUE;
    }

  return FALSE;
}

/* A reminder that was set aside comes back when the day is nearer, and for another day. */
static void
add_reminder (CapCheckRun     *run,
              const CapRecord *certificate,
              const char      *day,
              guint            months,
              char            *sentence)
{
  g_autofree char *subject = g_strdup_printf ("%s/%s/%u", certificate->id, day, months);
  CapAlert *alert = cap_check_run_add (run, subject, cap_record_get_code (certificate),
                                       cap_address_new_for_record (certificate), sentence);

  if (months <= SERIOUS_MONTHS)
    alert->severity = CAP_SEVERITY_SERIOUS;
  else if (months > LOOK_MONTHS)
    alert->severity = CAP_SEVERITY_ADVICE;
}

static void
add_for_day (CapCheckRun     *run,
             const CapRecord *certificate,
             const char      *day,
             char            *sentence)
{
  g_autofree char *subject = g_strdup_printf ("%s/%s", certificate->id, day);

  cap_check_run_add (run, subject, cap_record_get_code (certificate),
                     cap_address_new_for_record (certificate), sentence);
}

static void
find_expired (CapCheckRun *run)
{
  for (guint i = 0; i < get_certificates (run)->len; i++)
    {
      const CapRecord *certificate = g_ptr_array_index (get_certificates (run), i);
      g_autoptr(CapCertificateCycle) cycle = get_cycle (run, certificate);
      g_autofree char *name = cap_certificate_dup_name (certificate);
      g_autofree char *validity = NULL;

      if (cycle == NULL || (cycle->state != CAP_CYCLE_RESTORABLE && cycle->state != CAP_CYCLE_LAPSED) ||
          is_replaced (run, certificate))
        continue;

      validity = cap_certificate_cycle_dup_validity (cycle);
      /* Translators: “Certificate FR 12345”, then a sentence such as “Expired on 14 June 2027; …” */
      add_for_day (run, certificate, cycle->state == CAP_CYCLE_LAPSED ? cycle->restorable : cycle->expiry,
                   g_strdup_printf (_("%1$s. %2$s"), name, validity));
    }
}

static void
find_expiring (CapCheckRun *run)
{
  for (guint i = 0; i < get_certificates (run)->len; i++)
    {
      const CapRecord *certificate = g_ptr_array_index (get_certificates (run), i);
      g_autoptr(CapCertificateCycle) cycle = get_cycle (run, certificate);
      const guint months = cycle != NULL && cap_certificate_cycle_runs (cycle)
                             ? cap_cycle_get_alert (run->catalogue->cycle, cycle->expiry, run->today) : 0;
      g_autofree char *name = NULL;
      g_autofree char *day = NULL;

      if (months == 0 || is_replaced (run, certificate))
        continue;

      name = cap_certificate_dup_name (certificate);
      day = cap_date_format_long (cycle->expiry);
      /* Translators: “Certificate FR 12345”, a day, a number of months */
      add_reminder (run, certificate, cycle->expiry, months,
                    g_strdup_printf (ngettext ("%1$s expires on %2$s, within %3$u month.",
                                               "%1$s expires on %2$s, within %3$u months.", months),
                                     name, day, months));
    }
}

static void
look_late (CapCheckRun        *run,
           const CapRecord    *certificate,
           const CapMilestone *milestone)
{
  g_autofree char *name = NULL;
  g_autofree char *day = NULL;

  if (milestone->standing != CAP_MILESTONE_LATE)
    return;

  name = cap_certificate_dup_name (certificate);
  day = cap_date_format_long (milestone->last);
  /* Translators: “Certificate FR 12345”, 1 or 2, a day */
  add_for_day (run, certificate, milestone->last,
               g_strdup_printf (_("%1$s: surveillance %2$u was to be held by %3$s, and no day is noted for"
                                  " it."),
                                name, milestone->surveillance, day));
}

static void
look_due (CapCheckRun        *run,
          const CapRecord    *certificate,
          const CapMilestone *milestone)
{
  const guint months = cap_cycle_get_alert (run->catalogue->cycle, milestone->last, run->today);
  g_autofree char *name = NULL;
  g_autofree char *day = NULL;

  if (months == 0 || milestone->standing != CAP_MILESTONE_OPEN || is_planned (run, certificate, milestone))
    return;

  name = cap_certificate_dup_name (certificate);
  day = cap_date_format_long (milestone->last);
  /* Translators: “Certificate FR 12345”, 1 or 2, a day */
  add_reminder (run, certificate, milestone->last, months,
                g_strdup_printf (_("%1$s: surveillance %2$u is to be held by %3$s, and no surveillance audit"
                                   " is planned."),
                                 name, milestone->surveillance, day));
}

/* The surveillances of the certificates that run. */
static void
for_each_surveillance (CapCheckRun *run,
                       void       (*look) (CapCheckRun        *run,
                                           const CapRecord    *certificate,
                                           const CapMilestone *milestone))
{
  for (guint i = 0; i < get_certificates (run)->len; i++)
    {
      const CapRecord *certificate = g_ptr_array_index (get_certificates (run), i);
      g_autoptr(CapCertificateCycle) cycle = get_cycle (run, certificate);

      if (cycle == NULL || !cap_certificate_cycle_runs (cycle) || is_replaced (run, certificate))
        continue;

      for (guint j = 0; j < cycle->milestones->len; j++)
        {
          const CapMilestone *milestone = g_ptr_array_index (cycle->milestones, j);

          if (milestone->surveillance != 0)
            look (run, certificate, milestone);
        }
    }
}

static void
find_surveillance_late (CapCheckRun *run)
{
  for_each_surveillance (run, look_late);
}

static void
find_surveillance_due (CapCheckRun *run)
{
  for_each_surveillance (run, look_due);
}

/* Returns: (nullable): the renewal, while it can be held */
static const CapMilestone *
find_open_renewal (const CapCertificateCycle *cycle)
{
  const CapMilestone *renewal = cycle->milestones->len > 0
    ? g_ptr_array_index (cycle->milestones, cycle->milestones->len - 1) : NULL;

  return renewal != NULL && renewal->surveillance == 0 && renewal->standing == CAP_MILESTONE_OPEN ? renewal
                                                                                                  : NULL;
}

static void
find_renewal_not_planned (CapCheckRun *run)
{
  for (guint i = 0; i < get_certificates (run)->len; i++)
    {
      const CapRecord *certificate = g_ptr_array_index (get_certificates (run), i);
      g_autoptr(CapCertificateCycle) cycle = get_cycle (run, certificate);
      const CapMilestone *renewal = cycle != NULL ? find_open_renewal (cycle) : NULL;
      g_autofree char *name = NULL;
      g_autofree char *day = NULL;

      if (renewal == NULL || !cap_certificate_cycle_runs (cycle) || is_planned (run, certificate, renewal) ||
          is_replaced (run, certificate))
        continue;

      name = cap_certificate_dup_name (certificate);
      day = cap_date_format_long (renewal->best);
      /* Translators: “Certificate FR 12345”, a day */
      add_for_day (run, certificate, renewal->last,
                   g_strdup_printf (_("%1$s: its renewal is best over by %2$s, and no renewal audit is"
                                      " planned."),
                                    name, day));
    }
}

static void
find_suspended (CapCheckRun *run)
{
  for (guint i = 0; i < get_certificates (run)->len; i++)
    {
      const CapRecord *certificate = g_ptr_array_index (get_certificates (run), i);
      g_autoptr(CapCertificateCycle) cycle = get_cycle (run, certificate);
      g_autofree char *name = NULL;
      g_autofree char *day = NULL;

      if (cycle == NULL || cycle->state != CAP_CYCLE_SUSPENDED || is_replaced (run, certificate))
        continue;

      name = cap_certificate_dup_name (certificate);
      day = cap_date_format_long (cycle->since);
      /* Translators: “Certificate FR 12345”, a day */
      add_for_day (run, certificate, cycle->since,
                   g_strdup_printf (_("%1$s is suspended since %2$s: nothing may refer to it until this is"
                                      " lifted."),
                                    name, day));
    }
}

const CapCheck cap_checks_certificates[] = {
  { "certificate-expired", CAP_CHECK_CERTIFICATES, CAP_SEVERITY_SERIOUS, N_("Certificate expired"),
    find_expired },
  { "certificate-expiring", CAP_CHECK_CERTIFICATES, CAP_SEVERITY_LOOK, N_("Certificate about to expire"),
    find_expiring },
  { "certificate-suspended", CAP_CHECK_CERTIFICATES, CAP_SEVERITY_SERIOUS, N_("Certificate suspended"),
    find_suspended },
  { "surveillance-late", CAP_CHECK_CERTIFICATES, CAP_SEVERITY_SERIOUS, N_("Surveillance late"),
    find_surveillance_late },
  { "surveillance-due", CAP_CHECK_CERTIFICATES, CAP_SEVERITY_LOOK,
    N_("Surveillance soon due and not planned"), find_surveillance_due },
  { "renewal-not-planned", CAP_CHECK_CERTIFICATES, CAP_SEVERITY_LOOK,
    N_("Time for the renewal, and none is planned"), find_renewal_not_planned },
};

const guint cap_n_checks_certificates = G_N_ELEMENTS (cap_checks_certificates);
