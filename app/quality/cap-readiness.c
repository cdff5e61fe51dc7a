/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "quality/cap-readiness-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-date.h"
#include "quality/cap-address.h"
#include "quality/cap-target.h"
#include "scoring/cap-scope.h"

#define MONTHS_OF_A_YEAR 12

/* Back from the audit: days before the day on which the route wants all to be ready (30 days before the
 * audit, most often). What is signed last is counted from the audit. */
static const struct
{
  guint days;
  gboolean from_audit;
} leads[CAP_N_WORKS] = {
  [CAP_WORK_EVALUATE] = { 60, FALSE },
  [CAP_WORK_REVIEW] = { 30, FALSE },
  [CAP_WORK_LISTEN] = { 30, FALSE },
  [CAP_WORK_CONTEXT] = { 30, FALSE },
  [CAP_WORK_DOCUMENT] = { 15, FALSE },
  [CAP_WORK_EVIDENCE] = { 0, FALSE },
  [CAP_WORK_COVER] = { 0, FALSE },
  [CAP_WORK_VISA] = { 7, TRUE },
};

static const char * const part_titles[CAP_N_READINESS_PARTS] = {
  N_("Cover"),
  N_("Contents, abbreviations, versions"),
  N_("Presentation of the structure"),
  N_("Scope and requirements that do not apply"),
  N_("Context, interested parties, risks and opportunities"),
  N_("Policy, objectives, processes, indicators"),
  N_("Results of the CAP"),
  N_("Matrix of requirements and evidence"),
  N_("Reciprocal commitments"),
  N_("Internal audits and findings"),
  N_("Management review"),
  N_("Progress plan"),
  N_("Complaints and satisfaction"),
  N_("Documents and list of evidence"),
  N_("Visas"),
};

/* Returns: what a part of the dossier d’audit is about */
const char *
cap_readiness_part_get_title (guint part)
{
  g_return_val_if_fail (part >= 1 && part <= CAP_N_READINESS_PARTS, NULL);

  return gettext (part_titles[part - 1]);
}

CapReadinessItem *
cap_readiness_item_new (const char  *name,
                        guint        part,
                        CapWork      work,
                        CapStanding  standing)
{
  CapReadinessItem *item = g_new0 (CapReadinessItem, 1);

  item->name = g_strdup (name);
  item->part = part;
  item->work = work;
  item->standing = standing;

  return item;
}

/* Returns: (transfer full): where a criterion is answered: where an evaluation is started, when the one in
 * course does not look at it */
char *
cap_readiness_dup_criterion (const CapReadinessContext *context,
                             const CapCriterion        *criterion)
{
  return cap_scope_includes (criterion, cap_dossier_get_current (context->dossier), context->dossier->member)
         ? cap_address_new (CAP_ADDRESS_CRITERION, criterion->code)
         : cap_address_new (CAP_ADDRESS_PAGE, "evaluation");
}

static void
free_item (CapReadinessItem *item)
{
  g_free (item->name);
  g_free (item->title);
  g_free (item->sentence);
  g_free (item->address);
  g_free (item->due);
  g_free (item);
}

/* The same criteria whatever path was chosen: those that a certification looks at. */
static CapEvaluation *
copy_for_certification (const CapEvaluation *evaluation)
{
  CapEvaluation *copy = cap_evaluation_copy (evaluation);

  copy->mode = CAP_MODE_CERTIFICATION;
  copy->path = CAP_PATH_FULL;

  return copy;
}

static char *
dup_due (const CapReadiness *self,
         guint               work)
{
  const guint ready = self->matrix->route != NULL ? self->matrix->route->ready_days : 0;
  const guint before = leads[work].from_audit ? MIN (leads[work].days, ready) : ready + leads[work].days;

  return self->audit_day != NULL ? cap_date_add_days (self->audit_day, -(int) before) : NULL;
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const CapReadinessItem *one = *(const CapReadinessItem * const *) a;
  const CapReadinessItem *other = *(const CapReadinessItem * const *) b;
  const int order = g_strcmp0 (one->due, other->due);

  if (order != 0)
    return order;
  if (one->standing != other->standing)
    return one->standing < other->standing ? -1 : 1;
  if (one->part != other->part)
    return one->part < other->part ? -1 : 1;

  return one->rank < other->rank ? -1 : one->rank > other->rank;
}

static void
count_items (CapReadiness *self)
{
  const guint *n = self->n_by_standing;
  guint halves;

  for (guint i = 0; i < self->items->len; i++)
    {
      CapReadinessItem *item = g_ptr_array_index (self->items, i);

      item->rank = i;
      item->due = dup_due (self, item->work);
      self->n_by_standing[item->standing]++;
    }

  self->n_total = self->items->len - n[CAP_STANDING_NOT_APPLICABLE];
  halves = 2 * n[CAP_STANDING_THERE] + n[CAP_STANDING_WEAK] + n[CAP_STANDING_OUTDATED];
  self->percent = self->audit_day == NULL || self->n_total == 0 ? -1
                  : (int) (100 * halves / (2 * self->n_total));
  g_ptr_array_sort (self->items, compare_items);
}

static void
set_audit_day (CapReadiness *self,
               CapDossier   *dossier)
{
  const CapRecord *target = cap_target_find (dossier, self->today);
  const char *date = target != NULL ? cap_record_get (target, CAP_TARGET_DATE) : NULL;
  int audit;
  int now;

  if (!cap_date_to_days (date, &audit) || !cap_date_to_days (self->today, &now))
    return;

  self->audit_day = g_strdup (date);
  self->days_left = audit - now;
}

static void
count_criteria (CapReadiness *self)
{
  for (guint i = 0; i < self->matrix->criteria->len; i++)
    {
      const CapMatrixCriterion *criterion = g_ptr_array_index (self->matrix->criteria, i);

      if (cap_criterion_is_local (criterion->result->criterion))
        continue;

      self->n_criteria++;
      self->n_answered += criterion->result->state != CAP_CRITERION_UNANSWERED;
    }
}

/**
 * cap_readiness_new:
 * @dossier: what there is
 * @catalogue: the routes
 * @today: ISO 8601
 *
 * Looks at all that an audit expects, as it will be on its day.
 *
 * Returns: (transfer full): the list
 */
CapReadiness *
cap_readiness_new (CapDossier   *dossier,
                   CapCatalogue *catalogue,
                   const char   *today)
{
  CapReadiness *self;
  g_autoptr(CapEvaluation) evaluation = NULL;
  g_autofree char *year_before = NULL;
  CapReadinessContext context;

  g_return_val_if_fail (dossier != NULL && catalogue != NULL && cap_date_is_valid (today), NULL);

  self = g_new0 (CapReadiness, 1);
  self->today = g_strdup (today);
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) free_item);
  set_audit_day (self, dossier);

  context.day = self->audit_day != NULL && self->days_left > 0 ? self->audit_day : self->today;
  year_before = cap_date_add_months (context.day, -MONTHS_OF_A_YEAR);
  evaluation = copy_for_certification (cap_dossier_get_current (dossier));
  self->matrix = cap_matrix_new (dossier, catalogue, evaluation, context.day);
  count_criteria (self);

  context.dossier = dossier;
  context.matrix = self->matrix;
  context.today = self->today;
  context.year_before = year_before;
  cap_readiness_add_checks (&context, self->items);
  cap_readiness_add_audits (&context, self->items);
  cap_readiness_add_clauses (&context, self->items);
  count_items (self);

  return self;
}

void
cap_readiness_free (CapReadiness *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->items);
  cap_matrix_free (self->matrix);
  g_free (self->audit_day);
  g_free (self->today);
  g_free (self);
}

gboolean
cap_readiness_item_is_done (const CapReadinessItem *item)
{
  return item->standing >= CAP_STANDING_THERE;
}

/* On the day itself there is still time. */
gboolean
cap_readiness_item_is_late (const CapReadinessItem *item,
                            const char             *today)
{
  return !cap_readiness_item_is_done (item) && item->due != NULL && strcmp (item->due, today) < 0;
}

/* Returns: (transfer full): “81 of 118 are in place; 20 are weak or out of date and count for a half” */
char *
cap_readiness_dup_summary (const CapReadiness *self)
{
  g_autofree char *there = NULL;
  g_autofree char *half = NULL;
  guint n_half;

  g_return_val_if_fail (self != NULL, NULL);

  n_half = self->n_by_standing[CAP_STANDING_WEAK] + self->n_by_standing[CAP_STANDING_OUTDATED];
  /* Translators: two numbers of things that an audit expects */
  there = g_strdup_printf (ngettext ("%1$u of %2$u expected is in place",
                                     "%1$u of %2$u expected are in place",
                                     self->n_by_standing[CAP_STANDING_THERE]),
                           self->n_by_standing[CAP_STANDING_THERE], self->n_total);
  if (n_half == 0)
    return g_steal_pointer (&there);

  half = g_strdup_printf (ngettext ("%u weak or out of date counts for a half",
                                    "%u weak or out of date count for a half", n_half), n_half);

  /* Translators: two parts of one sentence */
  return g_strdup_printf (_("%1$s; %2$s"), there, half);
}

/* Returns: (transfer full): how long until the audit */
char *
cap_readiness_dup_delay (const CapReadiness *self)
{
  g_autofree char *day = NULL;
  guint days;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->audit_day == NULL)
    return g_strdup (_("Say which audit you are getting ready for: dates follow from it."));

  day = cap_date_format_long (self->audit_day);
  days = (guint) ABS (self->days_left);
  if (self->days_left == 0)
    /* Translators: a date */
    return g_strdup_printf (_("The audit is today, %s."), day);
  if (self->days_left < 0)
    return g_strdup_printf (_("The audit was on %s: write the next one."), day);

  /* Translators: a number of days, then a date */
  return g_strdup_printf (ngettext ("%1$u day left until the audit, on %2$s.",
                                    "%1$u days left until the audit, on %2$s.", days), days, day);
}

/* Returns: (transfer full) (nullable): that the evaluation is not complete, when it is not */
char *
cap_readiness_dup_evaluation (const CapReadiness *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->n_answered == self->n_criteria)
    return NULL;

  /* Translators: two numbers of criteria */
  return g_strdup_printf (ngettext ("For a certification, the evaluation is not complete: %1$u criterion of"
                                    " %2$u is answered.",
                                    "For a certification, the evaluation is not complete: %1$u criteria of"
                                    " %2$u are answered.",
                                    self->n_answered),
                          self->n_answered, self->n_criteria);
}
