/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "quality/cap-commitment-figures.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-date.h"
#include "quality/cap-commitment-rules.h"

#define WHOLE 1000 /* tenths of a percent */

static const CapField *
get_field (guint field)
{
  return &cap_register_get (CAP_REGISTER_COMMITMENT)->fields[field];
}

/* The place of what a field says among its choices; -1 when it says nothing, or something else. */
static int
find_choice (const CapRecord *record,
             guint            field,
             guint            n_choices)
{
  const char *name = cap_record_get (record, field);
  const CapChoice *choice = name != NULL ? cap_field_find_choice (get_field (field), name) : NULL;
  const gssize place = choice != NULL ? choice - get_field (field)->choices : -1;

  return place >= 0 && place < (gssize) n_choices ? (int) place : -1;
}

static int
get_outcome (const CapRecord *commitment)
{
  return find_choice (commitment, CAP_COMMITMENT_OUTCOME, CAP_N_OUTCOMES);
}

static gboolean
is_dynamic (int outcome)
{
  return outcome == CAP_OUTCOME_DURABLE || outcome == CAP_OUTCOME_TRANSITION ||
         outcome == CAP_OUTCOME_POSITIVE;
}

static void
count_signature (CapCommitmentFigures *self,
                 const CapRecord      *commitment,
                 const char           *from,
                 const char           *to)
{
  const char *day = cap_record_get (commitment, CAP_COMMITMENT_SIGNED);
  const int type = cap_commitment_get_type (commitment);

  if (day == NULL)
    {
      self->undated++;
    }
  else if (cap_date_is_within (day, from, to))
    {
      self->total++;
      if (type >= 0)
        self->by_type[type]++;
      else
        self->untyped++;
    }
}

static void
count_end (CapCommitmentFigures *self,
           const CapRecord      *commitment,
           const char           *from,
           const char           *to,
           const char           *today)
{
  const int outcome = get_outcome (commitment);

  if (!cap_commitment_has_ended (commitment, today) ||
      !cap_date_is_within (cap_record_get (commitment, CAP_COMMITMENT_CLOSED), from, to))
    return;

  self->ended++;
  self->dynamic += is_dynamic (outcome) ? 1 : 0;
  if (outcome >= 0)
    self->by_outcome[outcome]++;
  else
    self->unsaid++;
}

static void
count_state (CapCommitmentFigures *self,
             CapRecord            *commitment,
             const char           *today)
{
  const CapCommitmentState state = cap_commitment_get_state (commitment, today);

  self->in_course += state != CAP_COMMITMENT_ENDED ? 1 : 0;
  if (state == CAP_COMMITMENT_LATE)
    g_ptr_array_add (self->late, commitment);
  else if (state == CAP_COMMITMENT_DUE)
    g_ptr_array_add (self->due, commitment);
  else if (state == CAP_COMMITMENT_IN_COURSE && cap_record_get (commitment, CAP_COMMITMENT_REVIEW) == NULL)
    self->without_review++;
}

static void
count_reviews (CapCommitmentFigures *self,
               const GPtrArray      *reviews,
               const char           *from,
               const char           *to)
{
  g_autoptr(GArray) days = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < reviews->len; i++)
    {
      const CapRecord *review = g_ptr_array_index (reviews, i);
      const char *due = cap_record_get (review, CAP_COMMITMENT_REVIEW_DUE);
      const char *held = cap_record_get (review, CAP_COMMITMENT_REVIEW_HELD);

      if (!cap_date_is_within (held, from, to))
        continue;

      self->held++;
      self->held_dated += due != NULL ? 1 : 0;
      self->held_on_time += due != NULL && strcmp (held, due) <= 0 ? 1 : 0;
      cap_delays_add (days, due, held);
    }

  self->delays = cap_delays_measure (days);
}

static int
compare_reviews (gconstpointer a,
                 gconstpointer b)
{
  const CapRecord *one = *(const CapRecord * const *) a;
  const CapRecord *other = *(const CapRecord * const *) b;
  const int order = g_strcmp0 (cap_record_get (one, CAP_COMMITMENT_REVIEW),
                               cap_record_get (other, CAP_COMMITMENT_REVIEW));

  return order != 0 ? order : cap_record_compare (one, other);
}

/**
 * cap_commitment_figures_new:
 * @from: (nullable): the first day of the period; %NULL when it has none
 * @to: (nullable): the last one
 * @today: ISO 8601
 *
 * Returns: (transfer full): the figures
 */
CapCommitmentFigures *
cap_commitment_figures_new (const CapDossier *dossier,
                            const char       *from,
                            const char       *to,
                            const char       *today)
{
  CapCommitmentFigures *self = g_new0 (CapCommitmentFigures, 1);
  const GPtrArray *commitments;

  g_return_val_if_fail (dossier != NULL && today != NULL, self);

  self->late = g_ptr_array_new ();
  self->due = g_ptr_array_new ();
  commitments = dossier->registers[CAP_REGISTER_COMMITMENT];
  for (guint i = 0; i < commitments->len; i++)
    {
      CapRecord *commitment = g_ptr_array_index (commitments, i);

      count_signature (self, commitment, from, to);
      count_end (self, commitment, from, to, today);
      count_state (self, commitment, today);
    }
  count_reviews (self, dossier->registers[CAP_REGISTER_COMMITMENT_REVIEW], from, to);
  g_ptr_array_sort (self->late, compare_reviews);
  g_ptr_array_sort (self->due, compare_reviews);

  return self;
}

void
cap_commitment_figures_free (CapCommitmentFigures *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->late, g_ptr_array_unref);
  g_clear_pointer (&self->due, g_ptr_array_unref);
  g_free (self);
}

/* The part of a type among those signed in the period. */
CapShare
cap_commitment_figures_get_type_share (const CapCommitmentFigures *self,
                                       guint                       type)
{
  g_return_val_if_fail (self != NULL && type < CAP_N_COMMITMENT_TYPES, (CapShare) { 0 });

  return (CapShare) { self->by_type[type], self->total };
}

/* The part of those whose type is not known: a merge or an older file can bring some. */
CapShare
cap_commitment_figures_get_untyped_share (const CapCommitmentFigures *self)
{
  g_return_val_if_fail (self != NULL, (CapShare) { 0 });

  return (CapShare) { self->untyped, self->total };
}

/* The part of an outcome among those ended in the period. */
CapShare
cap_commitment_figures_get_outcome_share (const CapCommitmentFigures *self,
                                          CapOutcome                  outcome)
{
  g_return_val_if_fail (self != NULL && (guint) outcome < CAP_N_OUTCOMES, (CapShare) { 0 });

  return (CapShare) { self->by_outcome[outcome], self->ended };
}

CapShare
cap_commitment_figures_get_dynamic_share (const CapCommitmentFigures *self)
{
  g_return_val_if_fail (self != NULL, (CapShare) { 0 });

  return (CapShare) { self->dynamic, self->ended };
}

/**
 * cap_commitment_figures_get_rounded_sum:
 *
 * Each part is rounded by itself, and none is corrected so that they make a hundred.
 *
 * Returns: what the rounded parts of the types, and of those without one, add up to, in tenths of a
 *   percent: 998 in 2014
 */
int
cap_commitment_figures_get_rounded_sum (const CapCommitmentFigures *self)
{
  int sum;

  g_return_val_if_fail (self != NULL, 0);

  if (self->total == 0)
    return 0;

  sum = self->untyped > 0 ? cap_share_get_permille (cap_commitment_figures_get_untyped_share (self)) : 0;
  for (guint i = 0; i < CAP_N_COMMITMENT_TYPES; i++)
    sum += cap_share_get_permille (cap_commitment_figures_get_type_share (self, i));

  return sum;
}

/* Returns: (transfer full): “99.8%” in the user’s language, or a dash when there is nothing */
char *
cap_commitment_figures_dup_rounded_sum (const CapCommitmentFigures *self)
{
  const int sum = cap_commitment_figures_get_rounded_sum (self);

  return cap_share_dup_rate (sum > 0 ? (CapShare) { (guint) sum, WHOLE } : (CapShare) { 0 });
}

/* Returns: (nullable): the sentence to write under the parts; %NULL when they make a hundred */
const char *
cap_commitment_figures_get_note (const CapCommitmentFigures *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->total == 0 || cap_commitment_figures_get_rounded_sum (self) == WHOLE)
    return NULL;

  return cap_commitment_get_rounding_note ();
}

/* Returns: the type that most are of, the first one on ties; %CAP_N_COMMITMENT_TYPES when there is none */
guint
cap_commitment_figures_find_main_type (const CapCommitmentFigures *self)
{
  guint main_type = CAP_N_COMMITMENT_TYPES;

  g_return_val_if_fail (self != NULL, CAP_N_COMMITMENT_TYPES);

  for (guint i = 0; i < CAP_N_COMMITMENT_TYPES; i++)
    {
      if (self->by_type[i] > (main_type < CAP_N_COMMITMENT_TYPES ? self->by_type[main_type] : 0))
        main_type = i;
    }

  return main_type;
}

/* The step that a day is in; %NULL when it is before the first or after the last. */
static CapCommitmentSpan *
find_span (const GPtrArray *spans,
           const char      *day)
{
  for (guint i = 0; day != NULL && i < spans->len; i++)
    {
      CapCommitmentSpan *span = g_ptr_array_index (spans, i);

      if (cap_date_is_within (day, span->period->first, span->period->last))
        return span;
    }

  return NULL;
}

static void
count_in_spans (const GPtrArray *spans,
                const CapRecord *commitment,
                const char      *today)
{
  const char *closed = cap_commitment_has_ended (commitment, today)
    ? cap_record_get (commitment, CAP_COMMITMENT_CLOSED) : NULL;
  CapCommitmentSpan *signed_in = find_span (spans, cap_record_get (commitment, CAP_COMMITMENT_SIGNED));
  CapCommitmentSpan *ended_in = find_span (spans, closed);
  const int type = cap_commitment_get_type (commitment);

  if (signed_in != NULL)
    {
      signed_in->total++;
      if (type >= 0)
        signed_in->by_type[type]++;
    }
  if (ended_in != NULL)
    {
      ended_in->ended++;
      ended_in->dynamic += is_dynamic (get_outcome (commitment)) ? 1 : 0;
    }
}

/**
 * cap_commitment_evolution_new:
 * @frequency: %CAP_FREQUENCY_QUARTERLY or %CAP_FREQUENCY_YEARLY
 * @last_day: ISO 8601: a day of the last step
 * @today: ISO 8601: what is to end later has not ended
 *
 * Returns: (transfer full) (element-type CapCommitmentSpan): the last @n_spans, oldest first
 */
GPtrArray *
cap_commitment_evolution_new (const CapDossier *dossier,
                              CapFrequency      frequency,
                              const char       *last_day,
                              guint             n_spans,
                              const char       *today)
{
  GPtrArray *spans = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_commitment_span_free);
  g_autoptr(GPtrArray) periods = NULL;
  const GPtrArray *commitments;

  g_return_val_if_fail (dossier != NULL && last_day != NULL && today != NULL, spans);

  periods = cap_periods_list (frequency, last_day, n_spans);
  g_ptr_array_set_free_func (periods, NULL); /* the steps take them */
  for (guint i = 0; i < periods->len; i++)
    {
      CapCommitmentSpan *span = g_new0 (CapCommitmentSpan, 1);

      span->period = g_ptr_array_index (periods, i);
      g_ptr_array_add (spans, span);
    }

  commitments = dossier->registers[CAP_REGISTER_COMMITMENT];
  for (guint i = 0; i < commitments->len; i++)
    count_in_spans (spans, g_ptr_array_index (commitments, i), today);

  return spans;
}

static const char *
get_later (const char *one,
           const char *other,
           const char *today)
{
  return cap_date_is_within (other, one, today) ? other : one;
}

/**
 * cap_commitment_find_year:
 * @today: ISO 8601
 *
 * Returns: (transfer full): the year that one looks at first: the last one in which something was
 *   signed or ended, or the one in course when nothing ever was
 */
CapPeriod *
cap_commitment_find_year (const CapDossier *dossier,
                          const char       *today)
{
  const GPtrArray *commitments;
  const char *last = NULL;

  g_return_val_if_fail (dossier != NULL && today != NULL, NULL);

  commitments = dossier->registers[CAP_REGISTER_COMMITMENT];
  for (guint i = 0; i < commitments->len; i++)
    {
      const CapRecord *commitment = g_ptr_array_index (commitments, i);

      last = get_later (last, cap_record_get (commitment, CAP_COMMITMENT_SIGNED), today);
      last = get_later (last, cap_record_get (commitment, CAP_COMMITMENT_CLOSED), today);
    }

  return cap_period_new (CAP_FREQUENCY_YEARLY, last != NULL ? last : today);
}

void
cap_commitment_span_free (CapCommitmentSpan *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->period, cap_period_free);
  g_free (self);
}

/* Returns: its place among the types; -1 when it has none */
int
cap_commitment_get_type (const CapRecord *commitment)
{
  return find_choice (commitment, CAP_COMMITMENT_TYPE, CAP_N_COMMITMENT_TYPES);
}

const char *
cap_commitment_type_get_label (guint type)
{
  g_return_val_if_fail (type < CAP_N_COMMITMENT_TYPES, "");

  return gettext (get_field (CAP_COMMITMENT_TYPE)->choices[type].label);
}

const char *
cap_outcome_get_label (CapOutcome outcome)
{
  g_return_val_if_fail ((guint) outcome < CAP_N_OUTCOMES, "");

  return gettext (get_field (CAP_COMMITMENT_OUTCOME)->choices[outcome].label);
}

const char *
cap_commitment_get_rounding_note (void)
{
  return _("The total may differ from 100% because of rounding.");
}
