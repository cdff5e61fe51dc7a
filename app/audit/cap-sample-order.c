/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "audit/cap-sample-order-private.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"

static int
compare_numbers (guint64 one,
                 guint64 other)
{
  return (one > other) - (one < other);
}

/* Negative when @one goes first. */
static int
compare_by (const CapSampleCandidate *one,
            const CapSampleCandidate *other,
            CapSampleCriterion        criterion)
{
  const CapGroupSite *a = one->site;
  const CapGroupSite *b = other->site;

  switch (criterion)
    {
    case CAP_ORDER_BY_CYCLE:
      return compare_numbers (a->n_external > 0, b->n_external > 0);
    case CAP_ORDER_BY_DAY:
      return g_strcmp0 (a->external, b->external); /* never comes first */
    case CAP_ORDER_BY_CATEGORY:
      return compare_numbers ((guint64) one->share->n_sampled * other->share->n_sites,
                              (guint64) other->share->n_sampled * one->share->n_sites);
    case CAP_ORDER_BY_NONCONFORMITIES:
      return compare_numbers (b->n_open, a->n_open);
    case CAP_ORDER_BY_STAFF:
      return compare_numbers ((guint64) MAX (b->staff, 0), (guint64) MAX (a->staff, 0));
    case CAP_ORDER_BY_CODE:
    default:
      return cap_record_compare (a->record, b->record);
    }
}

/**
 * cap_sample_candidate_compare:
 * @criterion: (out) (optional): what decides
 *
 * Returns: a negative number when @one is chosen before @other
 */
int
cap_sample_candidate_compare (const CapSampleCandidate *one,
                              const CapSampleCandidate *other,
                              CapSampleCriterion       *criterion)
{
  for (guint i = CAP_ORDER_BY_CYCLE; i <= CAP_ORDER_BY_CODE; i++)
    {
      const int order = compare_by (one, other, (CapSampleCriterion) i);

      if (criterion != NULL)
        *criterion = (CapSampleCriterion) i;
      if (order != 0)
        return order;
    }

  return 0;
}

static char *
dup_standing (const CapGroupSite *site,
              gboolean            by_day)
{
  g_autofree char *day = site->external != NULL ? cap_date_format_long (site->external) : NULL;

  if (day == NULL)
    return g_strdup (_("Never seen by an outside audit."));
  if (site->n_external == 0)
    /* Translators: %s is a day */
    return g_strdup_printf (by_day ? _("Not seen in this cycle, and seen the longest ago, on %s.")
                                   : _("Not seen in this cycle: the last outside audit was on %s."), day);

  /* Translators: %s is a day */
  return g_strdup_printf (by_day ? _("Of those already seen in this cycle, seen the longest ago, on %s.")
                                 : _("Already seen in this cycle, on %s, like those that are left."), day);
}

/* Returns: (transfer full) (nullable): what told it from sites that stand alike */
static char *
dup_difference (const CapSampleCandidate *self,
                CapSampleCriterion        criterion)
{
  const guint n_open = self->site->n_open;

  switch (criterion)
    {
    case CAP_ORDER_BY_CATEGORY:
      if (self->share->label == NULL)
        return g_strdup (_("The sites without a category are the least represented so far."));
      /* Translators: %s is a category of sites, such as “Workshops” */
      return g_strdup_printf (_("The category “%s” is the least represented so far."), self->share->label);
    case CAP_ORDER_BY_NONCONFORMITIES:
      /* Translators: %u is their number */
      return g_strdup_printf (_("Among those alike, the one with the most open nonconformities: %u."),
                              n_open);
    case CAP_ORDER_BY_STAFF:
      return g_strdup_printf (ngettext ("Among those alike, the largest: %d person.",
                                        "Among those alike, the largest: %d people.",
                                        (gulong) self->site->staff), self->site->staff);
    case CAP_ORDER_BY_CODE:
      return g_strdup (_("Among those alike, the first by its code."));
    case CAP_ORDER_BY_CYCLE:
    case CAP_ORDER_BY_DAY:
    default:
      return NULL;
    }
}

/**
 * cap_sample_candidate_dup_reason:
 * @next: (nullable): the one that would have been chosen in its place
 *
 * Returns: (transfer full): why it is chosen: what decided between them
 */
char *
cap_sample_candidate_dup_reason (const CapSampleCandidate *self,
                                 const CapSampleCandidate *next)
{
  CapSampleCriterion criterion = CAP_ORDER_BY_CYCLE;
  g_autofree char *standing = NULL;
  g_autofree char *difference = NULL;

  if (next == NULL)
    return g_strdup (_("It is the last one left."));

  cap_sample_candidate_compare (self, next, &criterion);
  standing = dup_standing (self->site, criterion == CAP_ORDER_BY_DAY);
  difference = dup_difference (self, criterion);

  return difference != NULL ? g_strjoin (" ", standing, difference, NULL) : g_steal_pointer (&standing);
}
