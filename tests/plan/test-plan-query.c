/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "plan/cap-plan-query.h"

#include "plan/cap-action-text.h"
#include "sample.h"

#define TODAY "2026-11-20"

typedef struct
{
  CapDossier   *dossier;
  CapFramework *framework;
  GPtrArray    *texts;
  GArray       *entries;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->framework = sample_framework_new ();
  self->dossier = cap_dossier_new ("dossier", cap_member_new ("Les Érables"));
  g_ptr_array_add (self->dossier->evaluations,
                   cap_evaluation_new (NULL, 1, TODAY, CAP_MODE_CAP, self->framework));
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->entries = g_array_new (FALSE, TRUE, sizeof (CapPlanEntry));
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_array_unref (self->entries);
  g_ptr_array_unref (self->texts);
  cap_dossier_unref (self->dossier);
  cap_framework_unref (self->framework);
}

static CapAction *
add (Fixture        *self,
     const char     *title,
     CapActionState  state,
     const char     *owner,
     const char     *due)
{
  CapAction *action = cap_action_new (NULL, title);

  action->number = self->dossier->actions->len + 1;
  action->state = state;
  action->owner = g_strdup (owner);
  action->due = g_strdup (due);
  g_ptr_array_add (self->dossier->actions, action);

  return action;
}

/* The numbers that are shown, headings between brackets with their counts. */
static char *
run (Fixture            *self,
     const CapPlanQuery *query)
{
  g_autoptr(GPtrArray) lines = NULL;
  GString *text = g_string_new (NULL);

  g_array_set_size (self->entries, 0);
  for (guint i = 0; i < self->dossier->actions->len; i++)
    {
      const CapAction *action = g_ptr_array_index (self->dossier->actions, i);
      CapPlanEntry entry = { action, cap_action_dup_folded (action, self->dossier), NULL };

      g_ptr_array_add (self->texts, (gpointer) entry.folded);
      g_array_append_val (self->entries, entry);
    }

  lines = cap_plan_query_run (query, self->entries, self->framework, TODAY);
  for (guint i = 0; i < lines->len; i++)
    {
      const CapPlanLine *line = g_ptr_array_index (lines, i);

      if (line->entry == NULL)
        g_string_append_printf (text, "[%s %u]", line->heading, line->count);
      else
        g_string_append_printf (text, "%u ", line->entry->action->number);
    }

  return g_string_free (text, FALSE);
}

static void
assert_shown (Fixture            *self,
              const CapPlanQuery *query,
              const char         *expected)
{
  g_autofree char *shown = run (self, query);

  g_assert_cmpstr (shown, ==, expected);
}

static void
add_some (Fixture *self)
{
  CapAction *action;

  add (self, "Écrire le projet", CAP_ACTION_TODO, "Direction", "2026-11-19");
  add (self, "Former l’équipe", CAP_ACTION_STARTED, "Accueil", "2026-12-04");
  action = add (self, "Revoir l’accueil", CAP_ACTION_DONE, "direction adjointe", "2026-10-01");
  action->check_due = g_strdup ("2026-12-04");
  add (self, "Acheter", CAP_ACTION_VERIFIED, NULL, NULL);
  action = add (self, "Relire", CAP_ACTION_TODO, NULL, "2026-12-05");
  action->news = g_strdup ("2026-09-20");
  action->effort = 1;
  action->impact = 2;
}

static void
test_focus (Fixture       *self,
            gconstpointer  data)
{
  static const char * const shown[CAP_N_PLAN_FOCUSES] = {
    [CAP_PLAN_ALL] = "1 2 3 4 5 ",
    [CAP_PLAN_OPEN] = "1 2 3 5 ",
    [CAP_PLAN_LATE] = "1 ",
    [CAP_PLAN_SOON] = "2 ", /* the 14th day counts, the 15th does not */
    [CAP_PLAN_TO_CHECK] = "3 ",
    [CAP_PLAN_NO_OWNER] = "5 ",
    [CAP_PLAN_NO_NEWS] = "5 ",
    [CAP_PLAN_QUICK] = "5 ",
    [CAP_PLAN_CLOSED] = "4 ",
  };

  add_some (self);
  for (guint i = 0; i < CAP_N_PLAN_FOCUSES; i++)
    {
      CapPlanQuery query = { .focus = (CapPlanFocus) i };

      g_test_message ("%s", cap_plan_focus_get_label ((CapPlanFocus) i));
      assert_shown (self, &query, shown[i]);
    }
}

/* On the 59th day news is still fresh; what starts later than its news is not silent. */
static void
test_silence (Fixture       *self,
              gconstpointer  data)
{
  CapPlanQuery query = { .focus = CAP_PLAN_NO_NEWS };
  CapAction *action = add (self, "Relire", CAP_ACTION_STARTED, NULL, NULL);

  assert_shown (self, &query, ""); /* nobody knows since when */
  action->start = g_strdup ("2026-09-22");
  assert_shown (self, &query, "");
  action->news = g_strdup ("2026-09-20");
  assert_shown (self, &query, "");
  g_free (action->start);
  action->start = g_strdup ("2026-09-01");
  g_free (action->news);
  action->news = g_strdup ("2026-09-21");
  assert_shown (self, &query, "1 ");
}

static void
test_search (Fixture       *self,
             gconstpointer  data)
{
  static const struct { const char *search; const char *shown; } cases[] = {
    { "ecrire", "1 " }, { "ÉCRIRE", "1 " }, { "accueil", "2 3 " }, { "equipe former", "2 " }, { "xyz", "" },
    { "  ", "1 2 3 4 5 " }, { "budget", "4 " }, { "courrier", "5 " }, { "B1.2", "2 " },
  };

  add_some (self);
  cap_action_add_origin (g_ptr_array_index (self->dossier->actions, 1), CAP_ORIGIN_CRITERION, "B1.2");
  g_ptr_array_add (((CapAction *) g_ptr_array_index (self->dossier->actions, 3))->notes,
                   cap_action_note_new (NULL, TODAY, "Budget voté"));
  g_ptr_array_add (((CapAction *) g_ptr_array_index (self->dossier->actions, 4))->steps,
                   cap_action_step_new (NULL, "Courrier aux partenaires", FALSE));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CapPlanQuery query = { .search = (char *) cases[i].search };

      g_test_message ("“%s”", cases[i].search);
      assert_shown (self, &query, cases[i].shown);
    }
}

/* What says nothing comes last, in both directions. */
static void
test_sort (Fixture       *self,
           gconstpointer  data)
{
  static const struct { CapActionField field; const char *up; const char *down; } cases[] = {
    { CAP_FIELD_NUMBER, "1 2 3 4 5 ", "5 4 3 2 1 " },
    { CAP_FIELD_TITLE, "4 1 2 5 3 ", "3 5 2 1 4 " },
    { CAP_FIELD_DUE, "3 1 2 5 4 ", "5 2 1 3 4 " },
    { CAP_FIELD_OWNER, "2 1 3 4 5 ", "3 1 2 4 5 " },
    { CAP_FIELD_STATE, "1 5 2 3 4 ", "4 3 2 1 5 " },
  };

  add_some (self);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CapPlanQuery query = { .sort = cases[i].field };

      assert_shown (self, &query, cases[i].up);
      query.descending = TRUE;
      assert_shown (self, &query, cases[i].down);
    }
}

static void
test_groups (Fixture       *self,
             gconstpointer  data)
{
  const CapTheme *first = g_ptr_array_index (self->framework->themes, 0);
  const CapTheme *second = g_ptr_array_index (self->framework->themes, 1);
  g_autofree char *by_theme = NULL;
  CapPlanQuery query = { .grouping = CAP_PLAN_BY_STATE };

  add_some (self);
  cap_action_add_origin (g_ptr_array_index (self->dossier->actions, 0), CAP_ORIGIN_CRITERION, "B1.2");
  cap_action_add_origin (g_ptr_array_index (self->dossier->actions, 2), CAP_ORIGIN_FINDING, "EC-1");
  cap_action_add_origin (g_ptr_array_index (self->dossier->actions, 2), CAP_ORIGIN_CRITERION, "A1.1");

  assert_shown (self, &query, "[To do 2]1 5 [Started 1]2 [Done 1]3 [Verified 1]4 ");
  query.grouping = CAP_PLAN_BY_OWNER;
  assert_shown (self, &query,
                "[Accueil 1]2 [Direction 1]1 [direction adjointe 1]3 [Nobody in charge yet 2]4 5 ");
  query.grouping = CAP_PLAN_BY_ORIGIN;
  assert_shown (self, &query, "[B1.2 1]1 [EC-1 1]3 [Added by hand 3]2 4 5 ");
  query.grouping = CAP_PLAN_BY_THEME;
  by_theme = g_strdup_printf ("[%s 1]3 [%s 1]1 [Without a criterion 3]2 4 5 ", first->label, second->label);
  assert_shown (self, &query, by_theme);

  query.theme = second->code;
  query.grouping = CAP_PLAN_UNGROUPED;
  assert_shown (self, &query, "1 ");
  query.theme = NULL;
  query.owner = (char *) "Accueil";
  assert_shown (self, &query, "2 ");
}

static void
add_test (const char  *path,
          void        (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/plan/query/focus", test_focus);
  add_test ("/plan/query/silence", test_silence);
  add_test ("/plan/query/search", test_search);
  add_test ("/plan/query/sort", test_sort);
  add_test ("/plan/query/groups", test_groups);

  return g_test_run ();
}
