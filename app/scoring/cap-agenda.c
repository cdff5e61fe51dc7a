/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "scoring/cap-agenda.h"

#include "scoring/cap-scope.h"

/* What is sorted: a criterion, its votes, and where the framework has it. */
typedef struct
{
  CapCriterion    *criterion;
  const CapSpread *spread;
  guint            rank;
} Item;

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const Item *one = a;
  const Item *other = b;
  const int order = cap_spread_compare (one->spread, other->spread);

  return order != 0 ? order : (one->rank > other->rank) - (one->rank < other->rank);
}

/**
 * cap_agenda_list:
 *
 * Returns: (transfer container) (element-type CapCriterion): the criteria that concern the member, in the
 *   order in which a meeting goes through them; borrowed from the framework
 */
GPtrArray *
cap_agenda_list (const CapEvaluation *evaluation,
                 const CapMember     *member,
                 const CapVotes      *votes,
                 CapAgendaOrder       order)
{
  GPtrArray *criteria = g_ptr_array_new ();
  g_autoptr(GArray) items = g_array_new (FALSE, FALSE, sizeof (Item));

  g_return_val_if_fail (evaluation != NULL && member != NULL && votes != NULL, criteria);

  for (guint i = 0; i < evaluation->framework->criteria->len; i++)
    {
      Item item = { g_ptr_array_index (evaluation->framework->criteria, i), NULL, i };

      item.spread = cap_votes_get (votes, item.criterion->code);
      if (cap_scope_includes (item.criterion, evaluation, member))
        g_array_append_val (items, item);
    }
  if (order == CAP_AGENDA_MOST_DISCUSSED)
    g_array_sort (items, compare_items);
  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (criteria, g_array_index (items, Item, i).criterion);

  return criteria;
}

/**
 * cap_agenda_count_objectives:
 * @criteria: (element-type CapCriterion): an agenda
 * @from: the index of a criterion of it
 *
 * Returns: how many objectives are gone through from there on, the one in course included
 */
guint
cap_agenda_count_objectives (const GPtrArray *criteria,
                             guint            from)
{
  g_autoptr(GHashTable) objectives = g_hash_table_new (NULL, NULL);

  g_return_val_if_fail (criteria != NULL, 0);

  for (guint i = from; i < criteria->len; i++)
    g_hash_table_add (objectives, (gpointer) ((CapCriterion *) g_ptr_array_index (criteria, i))->objective);

  return g_hash_table_size (objectives);
}

/**
 * cap_agenda_sum_up:
 * @end: (out): what is left at the end of the meeting
 * @criteria: (element-type CapCriterion): an agenda
 *
 * What does not concern the structure is decided too, and lies away from no median.
 */
void
cap_agenda_sum_up (CapAgendaEnd        *end,
                   const CapEvaluation *evaluation,
                   const GPtrArray     *criteria,
                   const CapVotes      *votes)
{
  g_return_if_fail (end != NULL && evaluation != NULL && criteria != NULL && votes != NULL);

  end->unanswered = g_ptr_array_new ();
  end->against = g_ptr_array_new ();
  for (guint i = 0; i < criteria->len; i++)
    {
      CapCriterion *criterion = g_ptr_array_index (criteria, i);
      const CapAnswer *answer = cap_evaluation_get_answer (evaluation, criterion->code);
      const CapSpread *spread = cap_votes_get (votes, criterion->code);

      if (answer == NULL || answer->state == CAP_ANSWER_UNANSWERED)
        g_ptr_array_add (end->unanswered, criterion);
      else if (answer->state == CAP_ANSWER_RATED &&
               cap_spread_get_distance (spread, answer->level) >= CAP_AGENDA_AGAINST)
        g_ptr_array_add (end->against, criterion);
    }
}

void
cap_agenda_end_clear (CapAgendaEnd *end)
{
  g_clear_pointer (&end->unanswered, g_ptr_array_unref);
  g_clear_pointer (&end->against, g_ptr_array_unref);
}
