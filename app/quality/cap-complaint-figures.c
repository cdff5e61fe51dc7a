/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "quality/cap-complaint-figures.h"

#include <glib/gi18n.h>

#include "base/cap-date.h"
#include "base/cap-text.h"

static const char * const state_labels[CAP_N_COMPLAINT_STATES] = {
  [CAP_COMPLAINT_WAITING] = NC_("complaint", "To be answered"),
  [CAP_COMPLAINT_LATE] = NC_("complaint", "Answer late"),
  [CAP_COMPLAINT_TREATED] = NC_("complaint", "Answered, not closed"),
  [CAP_COMPLAINT_ENDED] = NC_("complaint", "Closed"),
};

static void
free_group (CapComplaintGroup *group)
{
  g_free (group->name);
  g_free (group);
}

static CapComplaintGroup *
find_group (GPtrArray  *groups,
            const char *name)
{
  CapComplaintGroup *group;

  for (guint i = 0; i < groups->len; i++)
    {
      group = g_ptr_array_index (groups, i);
      if (g_strcmp0 (group->name, name) == 0)
        return group;
    }

  group = g_new0 (CapComplaintGroup, 1);
  group->name = g_strdup (name);
  g_ptr_array_add (groups, group);

  return group;
}

static void
count_processes (CapComplaintFigures *self,
                 const CapRecord     *complaint)
{
  g_auto(GStrv) codes = cap_record_dup_codes (complaint, CAP_COMPLAINT_PROCESS);

  for (guint i = 0; codes[i] != NULL; i++)
    find_group (self->by_process, codes[i])->count++;
  if (codes[0] == NULL)
    find_group (self->by_process, NULL)->count++;
}

static gboolean
is_slow (const char *received,
         const char *end)
{
  int first;
  int last;

  return received != NULL && cap_date_to_days (received, &first) && cap_date_to_days (end, &last) &&
         last - first > CAP_COMPLAINT_ANSWER_DAYS;
}

static void
count_delays (CapComplaintFigures *self,
              const GPtrArray     *complaints)
{
  g_autoptr(GArray) to_answer = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr(GArray) to_close = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < complaints->len; i++)
    {
      const CapRecord *complaint = g_ptr_array_index (complaints, i);
      const char *received = cap_record_get (complaint, CAP_COMPLAINT_RECEIVED);

      cap_delays_add (to_answer, received, cap_record_get (complaint, CAP_COMPLAINT_ANSWERED));
      cap_delays_add (to_close, received, cap_record_get (complaint, CAP_COMPLAINT_CLOSED));
    }

  self->to_answer = cap_delays_measure (to_answer);
  self->to_close = cap_delays_measure (to_close);
}

static void
count (CapComplaintFigures *self,
       const CapDossier    *dossier,
       CapRecord           *complaint,
       const char          *today)
{
  const char *answered = cap_record_get (complaint, CAP_COMPLAINT_ANSWERED);
  const CapComplaintState state = cap_complaint_get_state (complaint, today);
  g_autoptr(GPtrArray) actions = cap_complaint_list_actions (complaint, dossier);

  self->received++;
  self->open += state != CAP_COMPLAINT_ENDED ? 1 : 0;
  self->answered += answered != NULL ? 1 : 0;
  if (answered != NULL && is_slow (cap_record_get (complaint, CAP_COMPLAINT_RECEIVED), answered))
    self->answered_late++;
  if (state == CAP_COMPLAINT_LATE)
    g_ptr_array_add (self->late, complaint);
  self->with_action += actions->len > 0 ? 1 : 0;
  find_group (self->by_public, cap_record_get (complaint, CAP_COMPLAINT_PUBLIC))->count++;
  count_processes (self, complaint);
}

static int
compare_received (gconstpointer a,
                  gconstpointer b)
{
  const CapRecord *one = *(const CapRecord * const *) a;
  const CapRecord *other = *(const CapRecord * const *) b;
  const int order = g_strcmp0 (cap_record_get (one, CAP_COMPLAINT_RECEIVED),
                               cap_record_get (other, CAP_COMPLAINT_RECEIVED));

  return order != 0 ? order : cap_record_compare (one, other);
}

static guint
get_rank (const CapComplaintGroup *group)
{
  const CapField *field = &cap_register_get (CAP_REGISTER_COMPLAINT)->fields[CAP_COMPLAINT_PUBLIC];
  const CapChoice *choice = group->name != NULL ? cap_field_find_choice (field, group->name) : NULL;

  return choice != NULL ? (guint) (choice - field->choices) : G_MAXUINT;
}

static int
compare_publics (gconstpointer a,
                 gconstpointer b)
{
  const guint one = get_rank (*(const CapComplaintGroup * const *) a);
  const guint other = get_rank (*(const CapComplaintGroup * const *) b);

  return (one > other) - (one < other);
}

static int
compare_processes (gconstpointer a,
                   gconstpointer b)
{
  const CapComplaintGroup *one = *(const CapComplaintGroup * const *) a;
  const CapComplaintGroup *other = *(const CapComplaintGroup * const *) b;

  if ((one->name == NULL) != (other->name == NULL))
    return one->name == NULL ? 1 : -1;
  if (one->count != other->count)
    return one->count > other->count ? -1 : 1;

  return g_strcmp0 (one->name, other->name);
}

/**
 * cap_complaint_figures_new:
 * @from: (nullable): the first day of the period; %NULL when it has none
 * @to: (nullable): the last one
 * @today: ISO 8601
 *
 * Returns: (transfer full): the figures of those received in the period
 */
CapComplaintFigures *
cap_complaint_figures_new (const CapDossier *dossier,
                           const char       *from,
                           const char       *to,
                           const char       *today)
{
  CapComplaintFigures *self = g_new0 (CapComplaintFigures, 1);
  g_autoptr(GPtrArray) complaints = g_ptr_array_new ();
  const GPtrArray *all = dossier->registers[CAP_REGISTER_COMPLAINT];

  self->late = g_ptr_array_new ();
  self->by_public = g_ptr_array_new_with_free_func ((GDestroyNotify) free_group);
  self->by_process = g_ptr_array_new_with_free_func ((GDestroyNotify) free_group);
  for (guint i = 0; i < all->len; i++)
    {
      CapRecord *complaint = g_ptr_array_index (all, i);

      if (!cap_date_is_within (cap_record_get (complaint, CAP_COMPLAINT_RECEIVED), from, to))
        continue;

      count (self, dossier, complaint, today);
      g_ptr_array_add (complaints, complaint);
    }
  count_delays (self, complaints);
  g_ptr_array_sort (self->late, compare_received);
  g_ptr_array_sort (self->by_public, compare_publics);
  g_ptr_array_sort (self->by_process, compare_processes);

  return self;
}

void
cap_complaint_figures_free (CapComplaintFigures *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->late, g_ptr_array_unref);
  g_clear_pointer (&self->by_public, g_ptr_array_unref);
  g_clear_pointer (&self->by_process, g_ptr_array_unref);
  g_free (self);
}

/**
 * cap_complaint_get_state:
 * @today: ISO 8601
 */
CapComplaintState
cap_complaint_get_state (const CapRecord *complaint,
                         const char      *today)
{
  if (cap_record_get (complaint, CAP_COMPLAINT_CLOSED) != NULL)
    return CAP_COMPLAINT_ENDED;
  if (cap_record_get (complaint, CAP_COMPLAINT_ANSWERED) != NULL)
    return CAP_COMPLAINT_TREATED;

  return is_slow (cap_record_get (complaint, CAP_COMPLAINT_RECEIVED), today) ? CAP_COMPLAINT_LATE
                                                                            : CAP_COMPLAINT_WAITING;
}

const char *
cap_complaint_state_get_label (CapComplaintState state)
{
  g_return_val_if_fail ((guint) state < CAP_N_COMPLAINT_STATES, "");

  return g_dpgettext2 (NULL, "complaint", state_labels[state]);
}

/* Returns: (transfer container) (element-type CapAction): the actions that come from it */
GPtrArray *
cap_complaint_list_actions (const CapRecord  *complaint,
                            const CapDossier *dossier)
{
  GPtrArray *actions = g_ptr_array_new ();

  for (guint i = 0; i < dossier->actions->len; i++)
    {
      CapAction *action = g_ptr_array_index (dossier->actions, i);

      for (guint j = 0; j < action->origins->len; j++)
        {
          const CapActionOrigin *origin = g_ptr_array_index (action->origins, j);

          if (origin->kind != CAP_ORIGIN_COMPLAINT ||
              g_ascii_strcasecmp (origin->code, cap_record_get_code (complaint)) != 0)
            continue;

          g_ptr_array_add (actions, action);
          break;
        }
    }

  return actions;
}

/* Returns: (transfer full): an action that would mend what it is about, to be looked at */
CapAction *
cap_complaint_new_action (const CapRecord *complaint)
{
  const char *subject = cap_record_get (complaint, CAP_COMPLAINT_SUBJECT);
  CapAction *action = cap_action_new (NULL, subject != NULL ? subject : "");

  cap_set_string (&action->description, cap_record_get (complaint, CAP_COMPLAINT_CAUSE));
  action->kind = CAP_ACTION_CORRECTIVE;
  cap_action_add_origin (action, CAP_ORIGIN_COMPLAINT, cap_record_get_code (complaint));

  return action;
}
