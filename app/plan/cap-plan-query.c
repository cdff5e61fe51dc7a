/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plan/cap-plan-query.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-date.h"
#include "base/cap-text.h"

/* An entry with what it is ordered by, worked out once. */
typedef struct
{
  const CapPlanEntry *entry;
  int                 group_rank;
  const char         *group_key;   /* orders groups of the same rank */
  const char         *group_label;
  int                 number;      /* orders first */
  const char         *text;        /* then; NULL comes last */
} Ranked;

/* What one run of a query needs. */
typedef struct
{
  const CapPlanQuery *query;
  const CapFramework *framework;
  const char         *today;
  char               *soon;
  char               *silence;
  GStrv               words;
  GHashTable         *folds;       /* text → its folded form */
} Run;

void
cap_plan_query_clear (CapPlanQuery *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->search, g_free);
  g_clear_pointer (&self->owner, g_free);
  g_clear_pointer (&self->theme, g_free);
}

static gboolean
is_quick (const CapAction    *action,
          const CapFramework *framework)
{
  return cap_action_is_open (action) && cap_action_get_effort (action, framework) == 1 &&
         cap_action_get_impact (action, framework) >= 2;
}

/* The lists of the week are focuses too. */
static const CapPlanFocus week_focuses[CAP_N_WEEK_LISTS] = {
  [CAP_WEEK_LATE] = CAP_PLAN_LATE,
  [CAP_WEEK_DUE] = CAP_PLAN_SOON,
  [CAP_WEEK_CHECK] = CAP_PLAN_TO_CHECK,
  [CAP_WEEK_WITHOUT_OWNER] = CAP_PLAN_NO_OWNER,
  [CAP_WEEK_SILENT] = CAP_PLAN_NO_NEWS,
};

CapPlanFocus
cap_plan_focus_from_week (CapWeekList list)
{
  g_return_val_if_fail (list < CAP_N_WEEK_LISTS, CAP_PLAN_ALL);

  return week_focuses[list];
}

static gboolean
find_week_list (CapPlanFocus  focus,
                CapWeekList  *list)
{
  for (guint i = 0; i < CAP_N_WEEK_LISTS; i++)
    {
      if (week_focuses[i] == focus)
        {
          *list = (CapWeekList) i;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
matches_focus (const Run       *run,
               const CapAction *action)
{
  CapWeekList list;

  if (find_week_list (run->query->focus, &list))
    return cap_week_list_has (list, action, run->today, run->soon, run->silence);

  switch ((int) run->query->focus)
    {
    case CAP_PLAN_OPEN:
      return cap_action_is_open (action);

    case CAP_PLAN_QUICK:
      return is_quick (action, run->framework);

    case CAP_PLAN_CLOSED:
      return !cap_action_is_open (action);

    case CAP_PLAN_ALL:
    default:
      return TRUE;
    }
}

static const CapCriterion *
find_criterion (const Run       *run,
                const CapAction *action)
{
  const char *code = cap_action_get_criterion (action);

  return code != NULL ? cap_framework_find_criterion (run->framework, code) : NULL;
}

static gboolean
has_theme (const Run       *run,
           const CapAction *action,
           const char      *theme)
{
  for (guint i = 0; i < action->origins->len; i++)
    {
      const CapActionOrigin *origin = g_ptr_array_index (action->origins, i);
      const CapCriterion *criterion = origin->kind == CAP_ORIGIN_CRITERION
        ? cap_framework_find_criterion (run->framework, origin->code) : NULL;

      if (criterion != NULL && g_str_equal (criterion->objective->theme->code, theme))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_words (const Run    *run,
           const char   *folded)
{
  for (guint i = 0; run->words[i] != NULL; i++)
    {
      if (strstr (folded, run->words[i]) == NULL)
        return FALSE;
    }

  return TRUE;
}

static gboolean
matches (const Run          *run,
         const CapPlanEntry *entry)
{
  const CapPlanQuery *query = run->query;
  const CapAction *action = entry->action;

  return matches_focus (run, action) &&
         (query->owner == NULL || g_strcmp0 (action->owner, query->owner) == 0) &&
         (query->theme == NULL || has_theme (run, action, query->theme)) &&
         (run->words[0] == NULL || has_words (run, entry->folded));
}

/* Plans name the same few functions again and again. */
static const char *
fold (Run        *run,
      const char *text)
{
  char *folded;

  if (text == NULL)
    return NULL;

  folded = g_hash_table_lookup (run->folds, text);
  if (folded == NULL)
    {
      folded = cap_text_fold (text);
      g_hash_table_insert (run->folds, g_strdup (text), folded);
    }

  return folded;
}

static const char *
get_sorted_text (Run                *run,
                 const CapPlanEntry *entry)
{
  const CapAction *action = entry->action;
  const CapActionOrigin *origin = action->origins->len > 0 ? g_ptr_array_index (action->origins, 0) : NULL;

  switch ((int) run->query->sort)
    {
    case CAP_FIELD_TITLE:
      return fold (run, action->title);
    case CAP_FIELD_OWNER:
      return fold (run, action->owner);
    case CAP_FIELD_SERVICE:
      return action->service;
    case CAP_FIELD_ORIGINS:
      return origin != NULL ? origin->code : NULL;
    case CAP_FIELD_START:
      return action->start;
    case CAP_FIELD_DUE:
      return action->due;
    case CAP_FIELD_CREATED:
      return action->created;
    case CAP_FIELD_NEWS:
      return action->news;
    case CAP_FIELD_DONE:
      return action->done;
    case CAP_FIELD_CLOSED:
      return action->closed;
    case CAP_FIELD_CHECK_DUE:
      return action->check_due;
    default:
      return NULL;
    }
}

static int
get_sorted_number (const Run       *run,
                   const CapAction *action)
{
  switch ((int) run->query->sort)
    {
    case CAP_FIELD_STATE:
      return (int) action->state;
    case CAP_FIELD_KIND:
      return (int) action->kind;
    case CAP_FIELD_DAYS:
      return action->days_hundredths;
    case CAP_FIELD_EUROS:
      return action->euros;
    case CAP_FIELD_IMPACT:
      return cap_action_get_impact (action, run->framework);
    case CAP_FIELD_EFFORT:
      return cap_action_get_effort (action, run->framework);
    case CAP_FIELD_VERDICT:
      return (int) action->verdict;
    default:
      return 0;
    }
}

static void
rank_by_theme (const Run *run,
               Ranked    *ranked)
{
  const CapCriterion *criterion = find_criterion (run, ranked->entry->action);
  const CapTheme *theme = criterion != NULL ? criterion->objective->theme : NULL;

  ranked->group_rank = G_MAXINT;
  for (guint i = 0; theme != NULL && i < run->framework->themes->len; i++)
    if (g_ptr_array_index (run->framework->themes, i) == theme)
      ranked->group_rank = (int) i;
  ranked->group_label = theme != NULL ? theme->label : _("Without a criterion");
}

static void
rank_by_origin (Run    *run,
                Ranked *ranked)
{
  const CapAction *action = ranked->entry->action;
  const CapActionOrigin *origin = action->origins->len > 0 ? g_ptr_array_index (action->origins, 0) : NULL;
  const CapCriterion *criterion = find_criterion (run, action);

  if (origin == NULL)
    {
      ranked->group_rank = G_MAXINT;
      ranked->group_label = _("Added by hand");
      return;
    }

  ranked->group_label = origin->code;
  if (criterion != NULL && origin->kind == CAP_ORIGIN_CRITERION)
    {
      ranked->group_rank = (int) criterion->position;
      return;
    }

  ranked->group_rank = G_MAXINT - CAP_N_ORIGIN_KINDS + (int) origin->kind;
  ranked->group_key = origin->code;
}

static void
rank_group (Run    *run,
            Ranked *ranked)
{
  const CapAction *action = ranked->entry->action;

  switch (run->query->grouping)
    {
    case CAP_PLAN_BY_THEME:
      rank_by_theme (run, ranked);
      break;

    case CAP_PLAN_BY_OWNER:
      ranked->group_rank = action->owner == NULL;
      ranked->group_key = fold (run, action->owner);
      ranked->group_label = action->owner != NULL ? action->owner : _("Nobody in charge yet");
      break;

    case CAP_PLAN_BY_STATE:
      ranked->group_rank = (int) action->state;
      ranked->group_label = cap_action_state_get_label (action->state);
      break;

    case CAP_PLAN_BY_ORIGIN:
      rank_by_origin (run, ranked);
      break;

    case CAP_PLAN_UNGROUPED:
    default:
      break;
    }
}

static int
compare_groups (const Ranked *one,
                const Ranked *other)
{
  if (one->group_rank != other->group_rank)
    return one->group_rank < other->group_rank ? -1 : 1;

  return g_strcmp0 (one->group_key, other->group_key);
}

/* What says nothing comes last, in both directions. */
static int
compare_texts (const char *one,
               const char *other,
               int         direction)
{
  if (one == NULL || other == NULL)
    return (one == NULL) - (other == NULL);

  return direction * strcmp (one, other);
}

static int
compare_ranked (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  const Run *run = user_data;
  const Ranked *one = a;
  const Ranked *other = b;
  const int direction = run->query->descending ? -1 : 1;
  int order = compare_groups (one, other);

  if (order == 0)
    order = direction * ((one->number > other->number) - (one->number < other->number));
  if (order == 0)
    order = compare_texts (one->text, other->text, direction);
  if (order == 0)
    order = (one->entry->action->number > other->entry->action->number) -
            (one->entry->action->number < other->entry->action->number);

  return run->query->sort == CAP_FIELD_NUMBER && compare_groups (one, other) == 0 ? direction * order : order;
}

static void
free_line (CapPlanLine *line)
{
  g_free (line->heading);
  g_free (line);
}

static CapPlanLine *
add_line (GPtrArray          *lines,
          const CapPlanEntry *entry,
          const char         *heading)
{
  CapPlanLine *line = g_new0 (CapPlanLine, 1);

  line->entry = entry;
  line->heading = g_strdup (heading);
  g_ptr_array_add (lines, line);

  return line;
}

static GPtrArray *
make_lines (const Run    *run,
            const GArray *ranked)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) free_line);
  CapPlanLine *heading = NULL;

  for (guint i = 0; i < ranked->len; i++)
    {
      const Ranked *one = &g_array_index (ranked, Ranked, i);

      if (run->query->grouping != CAP_PLAN_UNGROUPED &&
          (i == 0 || compare_groups (one - 1, one) != 0))
        heading = add_line (lines, NULL, one->group_label);

      add_line (lines, one->entry, NULL);
      if (heading != NULL)
        heading->count++;
    }

  return lines;
}

static GStrv
split_words (const char *search)
{
  g_autofree char *folded = cap_text_fold (search != NULL ? search : "");

  return folded[0] != '\0' ? g_strsplit (folded, " ", -1) : g_new0 (char *, 1);
}

/**
 * cap_plan_query_run:
 * @entries: (element-type CapPlanEntry): the plan; must outlive the lines
 * @today: ISO 8601
 *
 * Returns: (transfer full) (element-type CapPlanLine): what is to be shown, in
 *   order, with the headings of the groups
 */
GPtrArray *
cap_plan_query_run (const CapPlanQuery *self,
                    const GArray       *entries,
                    const CapFramework *framework,
                    const char         *today)
{
  g_autofree char *soon = cap_date_add_days (today, CAP_WEEK_SOON_DAYS);
  g_autofree char *silence = cap_date_add_days (today, -CAP_WEEK_SILENT_DAYS);
  g_auto(GStrv) words = NULL;
  g_autoptr(GHashTable) folds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GArray) ranked = g_array_new (FALSE, TRUE, sizeof (Ranked));
  Run run = { self, framework, today, soon, silence, NULL, folds };

  g_return_val_if_fail (self != NULL && entries != NULL && framework != NULL, NULL);
  g_return_val_if_fail (soon != NULL && silence != NULL, NULL);

  run.words = words = split_words (self->search);
  for (guint i = 0; i < entries->len; i++)
    {
      const CapPlanEntry *entry = &g_array_index (entries, CapPlanEntry, i);
      Ranked one = { .entry = entry };

      if (!matches (&run, entry))
        continue;

      rank_group (&run, &one);
      one.number = get_sorted_number (&run, entry->action);
      one.text = get_sorted_text (&run, entry);
      g_array_append_val (ranked, one);
    }

  g_array_sort_with_data (ranked, compare_ranked, &run);

  return make_lines (&run, ranked);
}

/**
 * cap_plan_focus_get_label:
 *
 * Returns: the focus in the user’s language
 */
const char *
cap_plan_focus_get_label (CapPlanFocus focus)
{
  static const char * const labels[CAP_N_PLAN_FOCUSES] = {
    [CAP_PLAN_ALL] = NC_("actions", "All actions"),
    [CAP_PLAN_OPEN] = NC_("actions", "Open"),
    [CAP_PLAN_QUICK] = NC_("actions", "Quick wins"),
    [CAP_PLAN_CLOSED] = NC_("actions", "Closed"),
  };

  CapWeekList list;

  g_return_val_if_fail (focus < CAP_N_PLAN_FOCUSES, NULL);

  if (find_week_list (focus, &list))
    return cap_week_list_get_label (list);

  return g_dpgettext2 (NULL, "actions", labels[focus]);
}

const char *
cap_plan_grouping_get_label (CapPlanGrouping grouping)
{
  static const char * const labels[CAP_N_PLAN_GROUPINGS] = {
    [CAP_PLAN_UNGROUPED] = NC_("grouping", "No groups"),
    [CAP_PLAN_BY_THEME] = NC_("grouping", "By theme"),
    [CAP_PLAN_BY_OWNER] = NC_("grouping", "By person in charge"),
    [CAP_PLAN_BY_STATE] = NC_("grouping", "By state"),
    [CAP_PLAN_BY_ORIGIN] = NC_("grouping", "By origin"),
  };

  g_return_val_if_fail (grouping < CAP_N_PLAN_GROUPINGS, NULL);

  return g_dpgettext2 (NULL, "grouping", labels[grouping]);
}
