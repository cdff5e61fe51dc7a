/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "audit/cap-certificate-cycle.h"

#include <string.h>

#include "base/cap-date.h"

/* After the last day of the calendar, nothing is counted. */
#define LAST_DAY "9999-12-31"

/* What may happen on one day, in the order that it then counts. */
static const char * const kinds[] = {
  "surveillance", "renewed", "suspended", "resumed", "withdrawn", "restored", NULL,
};

static const char *
get_date (const CapRecord *event)
{
  return cap_record_get (event, CAP_CERTIFICATE_EVENT_DATE);
}

static guint
get_rank (const CapRecord *event)
{
  guint rank = 0;

  while (kinds[rank] != NULL && !cap_record_is (event, CAP_CERTIFICATE_EVENT_KIND, kinds[rank]))
    rank++;

  return rank;
}

static int
compare_events (gconstpointer a,
                gconstpointer b)
{
  const CapRecord *one = *(const CapRecord * const *) a;
  const CapRecord *other = *(const CapRecord * const *) b;
  int order = strcmp (get_date (one), get_date (other));

  if (order == 0)
    order = (int) get_rank (one) - (int) get_rank (other);

  return order != 0 ? order : strcmp (one->id, other->id);
}

/* Returns: (transfer full): those that count today, in the order that they happened */
static GPtrArray *
sort_events (const GPtrArray *events,
             const char      *decision,
             const char      *today)
{
  GPtrArray *sorted = g_ptr_array_new ();

  for (guint i = 0; i < events->len; i++)
    {
      CapRecord *event = g_ptr_array_index (events, i);
      const char *date = get_date (event);

      if (date != NULL && cap_date_is_valid (date) && cap_date_is_within (date, decision, today))
        g_ptr_array_add (sorted, event);
    }
  g_ptr_array_sort (sorted, compare_events);

  return sorted;
}

static char *
or_last_day (char *day)
{
  return day != NULL ? day : g_strdup (LAST_DAY);
}

static const char *
earlier (const char *one,
         const char *other)
{
  return strcmp (one, other) <= 0 ? one : other;
}

static const char *
later (const char *one,
       const char *other)
{
  return strcmp (one, other) >= 0 ? one : other;
}

/* The eve of the anniversary: that of a 29 February is a 1 March, so that the years are whole. */
static char *
dup_expiry (const char *start,
            guint       years)
{
  g_autofree char *anniversary = cap_date_add_months (start, 12 * (int) years);

  if (anniversary == NULL)
    return g_strdup (LAST_DAY);

  return strcmp (anniversary + 5, start + 5) == 0 ? or_last_day (cap_date_add_days (anniversary, -1))
                                                  : g_steal_pointer (&anniversary);
}

/* The date that was given, when it is one and comes after @from. */
static const char *
get_given (const CapRecord *record,
           guint            field,
           const char      *from)
{
  const char *given = cap_record_get (record, field);

  return given != NULL && cap_date_is_valid (given) && strcmp (given, from) >= 0 ? given : NULL;
}

static void
begin (CapCertificateCycle *self,
       const CapCycleRules *rules,
       const char          *start,
       char                *expiry)
{
  self->number++;
  g_free (self->start);
  g_free (self->expiry);
  g_free (self->restorable);
  self->start = g_strdup (start);
  self->expiry = expiry;
  self->restorable = or_last_day (cap_date_add_months (expiry, (int) rules->restoration));
}

/* The new dates follow from the old ones, whenever the decision came. */
static void
begin_again (CapCertificateCycle *self,
             const CapCycleRules *rules,
             const CapRecord     *event)
{
  const char *given = get_given (event, CAP_CERTIFICATE_EVENT_EXPIRY, get_date (event));
  g_autofree char *next = cap_date_add_days (self->expiry, 1);

  begin (self, rules, get_date (event),
         given != NULL || next == NULL ? or_last_day (g_strdup (given)) : dup_expiry (next, rules->years));
}

/* Whether it starts a new cycle. Nothing restores a certificate once the time for it is over. */
static gboolean
starts_cycle (const CapCertificateCycle *self,
              const CapRecord           *event)
{
  const char *date = get_date (event);

  if (strcmp (date, self->restorable) > 0)
    return FALSE;

  return cap_record_is (event, CAP_CERTIFICATE_EVENT_KIND, "renewed") ||
         (cap_record_is (event, CAP_CERTIFICATE_EVENT_KIND, "restored") && strcmp (date, self->expiry) > 0);
}

/* The days of the surveillances of the current cycle are left in @held. */
static void
follow (CapCertificateCycle *self,
        const CapCycleRules *rules,
        const CapRecord     *event,
        GPtrArray           *held)
{
  const char *date = get_date (event);
  const gboolean running = strcmp (date, self->expiry) <= 0;

  if (starts_cycle (self, event))
    {
      begin_again (self, rules, event);
      g_ptr_array_set_size (held, 0);
    }
  if (cap_record_is (event, CAP_CERTIFICATE_EVENT_KIND, "surveillance") && running)
    {
      g_ptr_array_add (held, (gpointer) date);
    }
  else if (cap_record_is (event, CAP_CERTIFICATE_EVENT_KIND, "suspended") && running)
    {
      g_free (self->since);
      self->since = g_strdup (date);
    }
  else if (cap_record_is (event, CAP_CERTIFICATE_EVENT_KIND, "resumed") ||
           cap_record_is (event, CAP_CERTIFICATE_EVENT_KIND, "restored"))
    {
      g_clear_pointer (&self->since, g_free);
    }
}

static void
withdraw (CapCertificateCycle *self,
          const char          *date)
{
  self->state = CAP_CYCLE_WITHDRAWN;
  g_free (self->since);
  self->since = g_strdup (date);
}

/* Where it is, after all that happened. */
static void
conclude (CapCertificateCycle *self,
          const char          *today)
{
  if (self->state == CAP_CYCLE_WITHDRAWN || strcmp (today, self->start) < 0)
    return;

  if (strcmp (today, self->restorable) > 0)
    self->state = CAP_CYCLE_LAPSED;
  else if (strcmp (today, self->expiry) > 0)
    self->state = CAP_CYCLE_RESTORABLE;
  else
    self->state = self->since != NULL ? CAP_CYCLE_SUSPENDED : CAP_CYCLE_VALID;
  if (self->state != CAP_CYCLE_SUSPENDED)
    g_clear_pointer (&self->since, g_free);
}

static CapMilestoneStanding
get_standing (const CapMilestone *milestone,
              const char         *today)
{
  if (milestone->held != NULL)
    return CAP_MILESTONE_HELD;
  if (strcmp (today, milestone->last) > 0)
    return CAP_MILESTONE_LATE;

  return strcmp (today, milestone->first) >= 0 ? CAP_MILESTONE_OPEN : CAP_MILESTONE_AHEAD;
}

/* Days beyond the cycle are brought back into it. */
static const CapMilestone *
add_milestone (CapCertificateCycle *self,
               guint                surveillance,
               const char          *first,
               const char          *best,
               const char          *last,
               const char          *held,
               const char          *today)
{
  CapMilestone *milestone;

  /* What was not held before a withdrawal is not asked for any more. */
  if (self->state == CAP_CYCLE_WITHDRAWN && held == NULL)
    return NULL;

  milestone = g_new0 (CapMilestone, 1);
  milestone->surveillance = surveillance;
  milestone->first = g_strdup (later (first, self->start));
  milestone->last = g_strdup (earlier (last, self->expiry));
  milestone->best = g_strdup (later (earlier (best, milestone->last), milestone->first));
  milestone->held = g_strdup (held);
  milestone->standing = get_standing (milestone, today);
  g_ptr_array_add (self->milestones, milestone);

  return milestone;
}

/* The first one goes by the decision, those after it by the calendar year of the one before. */
static void
add_surveillances (CapCertificateCycle *self,
                   const CapCycleRules *rules,
                   const GPtrArray     *held,
                   const char          *today)
{
  g_autofree char *first = g_strdup (self->start);
  g_autofree char *last = or_last_day (cap_date_add_months (self->start, (int) rules->first_surveillance));

  for (guint i = 0; i < rules->surveillances && strcmp (first, self->expiry) <= 0; i++)
    {
      const char *day = i < held->len ? g_ptr_array_index (held, i) : NULL;
      int year;

      add_milestone (self, i + 1, first, last, last, day, today);
      year = (int) g_ascii_strtoll (day != NULL ? day : last, NULL, 10) + 1;
      if (year > 9999)
        return;

      g_free (first);
      g_free (last);
      first = g_strdup_printf ("%04d-01-01", year);
      last = g_strdup_printf ("%04d-12-31", year);
    }
}

static void
add_renewal (CapCertificateCycle *self,
             const CapCycleRules *rules,
             const char          *today)
{
  g_autofree char *first = cap_date_add_months (self->expiry, -(int) rules->renewal_from);
  g_autofree char *best = cap_date_add_months (self->expiry, -(int) rules->renewal_to);

  add_milestone (self, 0, first != NULL ? first : self->start, best != NULL ? best : self->start,
                 self->expiry, NULL, today);
}

static void
free_milestone (CapMilestone *self)
{
  g_free (self->first);
  g_free (self->best);
  g_free (self->last);
  g_free (self->held);
  g_free (self);
}

/**
 * cap_certificate_cycle_new:
 * @certificate: a line of the register of certificates
 * @events: (element-type CapRecord): what happened to it, in any order
 * @rules: the dates of a certificate
 * @today: ISO 8601; what happened after it does not count yet
 *
 * The dates that a certification body gave come before those that the rules give.
 *
 * Returns: (transfer full): where the certificate is
 */
CapCertificateCycle *
cap_certificate_cycle_new (const CapRecord     *certificate,
                           const GPtrArray     *events,
                           const CapCycleRules *rules,
                           const char          *today)
{
  CapCertificateCycle *self;
  const char *decision;
  const char *given;
  g_autoptr(GPtrArray) sorted = NULL;
  g_autoptr(GPtrArray) held = g_ptr_array_new ();

  g_return_val_if_fail (certificate != NULL && certificate->kind == CAP_REGISTER_CERTIFICATE, NULL);
  g_return_val_if_fail (events != NULL && rules != NULL && today != NULL, NULL);

  self = g_new0 (CapCertificateCycle, 1);
  self->milestones = g_ptr_array_new_with_free_func ((GDestroyNotify) free_milestone);
  decision = cap_record_get (certificate, CAP_CERTIFICATE_DECISION);
  if (decision == NULL || !cap_date_is_valid (decision))
    return self;

  given = get_given (certificate, CAP_CERTIFICATE_EXPIRY, decision);
  begin (self, rules, decision, given != NULL ? g_strdup (given) : dup_expiry (decision, rules->years));
  sorted = sort_events (events, decision, today);
  for (guint i = 0; i < sorted->len && self->state != CAP_CYCLE_WITHDRAWN; i++)
    {
      const CapRecord *event = g_ptr_array_index (sorted, i);

      if (cap_record_is (event, CAP_CERTIFICATE_EVENT_KIND, "withdrawn"))
        withdraw (self, get_date (event));
      else
        follow (self, rules, event, held);
    }
  conclude (self, today);
  add_surveillances (self, rules, held, today);
  add_renewal (self, rules, today);

  return self;
}

/* Returns: (transfer full): where a certificate of the dossier is */
CapCertificateCycle *
cap_certificate_cycle_find (const CapDossier    *dossier,
                            const CapRecord     *certificate,
                            const CapCycleRules *rules,
                            const char          *today)
{
  g_autoptr(GPtrArray) events = NULL;

  g_return_val_if_fail (dossier != NULL && certificate != NULL, NULL);

  events = cap_dossier_list_parts (dossier, CAP_REGISTER_CERTIFICATE_EVENT, certificate->id);

  return cap_certificate_cycle_new (certificate, events, rules, today);
}

void
cap_certificate_cycle_free (CapCertificateCycle *self)
{
  if (self == NULL)
    return;

  g_free (self->start);
  g_free (self->expiry);
  g_free (self->restorable);
  g_free (self->since);
  g_ptr_array_unref (self->milestones);
  g_free (self);
}

/* Whether its dates are to be kept: not when it is over, nor before it is decided. */
gboolean
cap_certificate_cycle_runs (const CapCertificateCycle *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->state == CAP_CYCLE_VALID || self->state == CAP_CYCLE_SUSPENDED;
}

/* Returns: (nullable): the first milestone that was not held, while the certificate runs */
const CapMilestone *
cap_certificate_cycle_get_next (const CapCertificateCycle *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; cap_certificate_cycle_runs (self) && i < self->milestones->len; i++)
    {
      const CapMilestone *milestone = g_ptr_array_index (self->milestones, i);

      if (milestone->standing != CAP_MILESTONE_HELD)
        return milestone;
    }

  return NULL;
}

/**
 * cap_cycle_get_alert:
 * @day: the last day for something, ISO 8601
 * @today: ISO 8601
 *
 * Returns: within how many months @day comes, the fewest of those that one is reminded at; 0 when it is
 *   further, and when it is past: it is late then
 */
guint
cap_cycle_get_alert (const CapCycleRules *rules,
                     const char          *day,
                     const char          *today)
{
  guint alert = 0;

  g_return_val_if_fail (rules != NULL && day != NULL && today != NULL, 0);

  if (strcmp (day, today) < 0)
    return 0;

  for (guint i = 0; rules->alerts != NULL && rules->alerts[i] != 0; i++)
    {
      g_autofree char *from = cap_date_add_months (day, -(int) rules->alerts[i]);

      if ((from == NULL || strcmp (today, from) >= 0) && (alert == 0 || rules->alerts[i] < alert))
        alert = rules->alerts[i];
    }

  return alert;
}
