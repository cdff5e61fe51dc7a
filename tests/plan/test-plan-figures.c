/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "plan/cap-plan-figures.h"

#include "sample.h"

#define TODAY "2026-11-20"

typedef struct
{
  CapFramework *framework;
  GPtrArray    *actions;
} Fixture;

static void
fixture_set_up (Fixture       *self,
                gconstpointer  data)
{
  self->framework = sample_framework_new ();
  self->actions = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_action_free);
}

static void
fixture_tear_down (Fixture       *self,
                   gconstpointer  data)
{
  g_ptr_array_unref (self->actions);
  cap_framework_unref (self->framework);
}

static CapAction *
add (Fixture        *self,
     CapActionState  state,
     const char     *due)
{
  CapAction *action = cap_action_new (NULL, "Write it down");

  action->number = self->actions->len + 1;
  action->state = state;
  action->due = g_strdup (due);
  g_ptr_array_add (self->actions, action);

  return action;
}

static void
test_no_action (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(CapPlanFigures) figures = cap_plan_figures_new (self->actions, self->framework, TODAY);

  g_assert_cmpuint (figures->total, ==, 0);
  g_assert_cmpint (figures->on_time_percent, ==, -1);
  g_assert_cmpint (figures->delay, ==, -1);
  g_assert_cmpuint (figures->loads->len, ==, 0);
  g_assert_cmpuint (figures->themes->len, ==, 2);
}

static void
test_counts (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(CapPlanFigures) figures = NULL;

  add (self, CAP_ACTION_TODO, "2026-11-19");
  add (self, CAP_ACTION_STARTED, "2026-11-20");
  add (self, CAP_ACTION_DONE, "2026-01-01");
  add (self, CAP_ACTION_VERIFIED, NULL);
  add (self, CAP_ACTION_ABANDONED, NULL);
  figures = cap_plan_figures_new (self->actions, self->framework, TODAY);

  g_assert_cmpuint (figures->total, ==, 5);
  g_assert_cmpuint (figures->open, ==, 3);
  g_assert_cmpuint (figures->late, ==, 1);
  for (guint i = 0; i < CAP_N_ACTION_STATES; i++)
    g_assert_cmpuint (figures->by_state[i], ==, 1);
}

/* On the day is on time; what has no date, is abandoned or is not done is in neither number. */
static void
test_on_time (Fixture       *self,
              gconstpointer  data)
{
  static const struct
  {
    CapActionState state;
    const char    *due;
    const char    *done;
    guint          with_due;
    guint          on_time;
    guint          delayed;
    int            delay;
  } cases[] = {
    { CAP_ACTION_DONE, "2026-03-01", "2026-03-01", 1, 1, 0, 0 },
    { CAP_ACTION_VERIFIED, "2026-03-01", "2026-02-28", 1, 1, 0, 0 },
    { CAP_ACTION_DONE, "2026-02-28", "2026-03-01", 1, 0, 1, 1 },
    { CAP_ACTION_DONE, "2024-02-28", "2024-03-01", 1, 0, 1, 2 },   /* a leap day in between */
    { CAP_ACTION_VERIFIED, "2023-12-31", "2025-01-01", 1, 0, 1, 367 },
    { CAP_ACTION_DONE, NULL, "2026-03-01", 0, 0, 0, 0 },
    { CAP_ACTION_DONE, "2026-03-01", NULL, 0, 0, 0, 0 },
    { CAP_ACTION_ABANDONED, "2026-03-01", NULL, 0, 0, 0, 0 },
    { CAP_ACTION_TODO, "2026-11-20", NULL, 0, 0, 0, 0 },
    { CAP_ACTION_TODO, "2026-11-10", NULL, 0, 0, 1, 10 },          /* late today */
    { CAP_ACTION_TODO, NULL, NULL, 0, 0, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CapPlanFigures) figures = NULL;

      g_ptr_array_set_size (self->actions, 0);
      add (self, cases[i].state, cases[i].due)->done = g_strdup (cases[i].done);
      figures = cap_plan_figures_new (self->actions, self->framework, TODAY);

      g_test_message ("%u", i);
      g_assert_cmpuint (figures->with_due, ==, cases[i].with_due);
      g_assert_cmpuint (figures->on_time, ==, cases[i].on_time);
      g_assert_cmpuint (figures->delayed, ==, cases[i].delayed);
      g_assert_cmpint (figures->delay_total, ==, cases[i].delay);
    }
}

/* Halves go up, once: 1 of 8 is 13 %, 3 days over 2 are 2. */
static void
test_rounding (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr(CapPlanFigures) figures = NULL;

  for (guint i = 0; i < 8; i++)
    add (self, CAP_ACTION_DONE, "2026-03-10")->done = g_strdup (i == 0 ? "2026-03-10" : "2026-03-11");
  figures = cap_plan_figures_new (self->actions, self->framework, TODAY);
  g_assert_cmpint (figures->on_time_percent, ==, 13);
  g_assert_cmpint (figures->delay, ==, 1);
  g_clear_pointer (&figures, cap_plan_figures_free);

  g_ptr_array_set_size (self->actions, 0);
  add (self, CAP_ACTION_DONE, "2026-03-10")->done = g_strdup ("2026-03-11");
  add (self, CAP_ACTION_DONE, "2026-03-10")->done = g_strdup ("2026-03-12");
  figures = cap_plan_figures_new (self->actions, self->framework, TODAY);
  g_assert_cmpint (figures->delay, ==, 2);
  g_assert_cmpint (figures->on_time_percent, ==, 0);
}

static void
close (CapAction  *action,
       const char *day,
       CapVerdict  verdict)
{
  action->closed = g_strdup (day);
  action->verdict = verdict;
  action->checked = verdict != CAP_VERDICT_NONE ? g_strdup (day) : NULL;
}

static char *
describe_quarters (const CapPlanFigures *figures)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < CAP_N_PLAN_QUARTERS; i++)
    {
      const CapPlanQuarter *it = &figures->quarters[i];

      if (it->verified + it->abandoned + it->ineffective > 0)
        g_string_append_printf (out, "%d/%d:%u,%u,%u,%u ", it->quarter, it->year, it->verified, it->effective,
                                it->abandoned, it->ineffective);
    }

  return g_string_free (out, FALSE);
}

static void
test_quarters (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr(CapPlanFigures) figures = NULL;
  g_autofree char *found = NULL;

  close (add (self, CAP_ACTION_VERIFIED, NULL), "2024-12-31", CAP_VERDICT_EFFECTIVE); /* before the first */
  close (add (self, CAP_ACTION_VERIFIED, NULL), "2025-01-01", CAP_VERDICT_EFFECTIVE);
  close (add (self, CAP_ACTION_VERIFIED, NULL), "2025-03-31", CAP_VERDICT_NONE);
  close (add (self, CAP_ACTION_ABANDONED, NULL), "2025-04-01", CAP_VERDICT_NONE);
  close (add (self, CAP_ACTION_ABANDONED, NULL), "2026-12-31", CAP_VERDICT_INEFFECTIVE);
  close (add (self, CAP_ACTION_STARTED, NULL), "2026-10-01", CAP_VERDICT_INEFFECTIVE);
  close (add (self, CAP_ACTION_VERIFIED, NULL), "2027-01-01", CAP_VERDICT_EFFECTIVE); /* after the last */
  close (add (self, CAP_ACTION_VERIFIED, NULL), NULL, CAP_VERDICT_EFFECTIVE);
  figures = cap_plan_figures_new (self->actions, self->framework, TODAY);
  found = describe_quarters (figures);

  g_assert_cmpstr (found, ==, "1/2025:2,1,0,0 2/2025:0,0,1,0 4/2026:0,0,1,2 ");
  g_assert_cmpint (figures->quarters[0].year, ==, 2025);
  g_assert_cmpint (figures->quarters[0].quarter, ==, 1);
}

static void
test_quarters_of_a_new_year (Fixture       *self,
                             gconstpointer  data)
{
  g_autoptr(CapPlanFigures) figures = cap_plan_figures_new (self->actions, self->framework, "2027-01-01");

  g_assert_cmpint (figures->quarters[0].year * 10 + figures->quarters[0].quarter, ==, 20252);
  g_assert_cmpint (figures->quarters[7].year * 10 + figures->quarters[7].quarter, ==, 20271);
}

static void
test_months (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(CapPlanFigures) figures = NULL;

  add (self, CAP_ACTION_TODO, "2026-10-31");
  add (self, CAP_ACTION_TODO, "2026-11-01");
  add (self, CAP_ACTION_STARTED, "2027-02-28")->check_due = g_strdup ("2027-04-30");
  add (self, CAP_ACTION_DONE, "2027-02-28")->check_due = g_strdup ("2027-05-01");
  add (self, CAP_ACTION_VERIFIED, "2027-02-28")->check_due = g_strdup ("2027-04-30");
  figures = cap_plan_figures_new (self->actions, self->framework, "2026-11-30");

  g_assert_cmpstr (figures->months[0].first, ==, "2026-11-01");
  g_assert_cmpstr (figures->months[2].first, ==, "2027-01-01");
  g_assert_cmpuint (figures->months[0].due, ==, 1);
  g_assert_cmpuint (figures->months[3].due, ==, 1);
  g_assert_cmpuint (figures->months[5].due, ==, 0);
  g_assert_cmpuint (figures->months[5].checks, ==, 1);
}

static void
own (CapAction  *action,
     const char *owner,
     int         days_hundredths)
{
  action->owner = g_strdup (owner);
  action->days_hundredths = days_hundredths;
}

/* The heaviest first; ties by name; one spelling; closed actions weigh nothing; nobody's last. */
static void
test_loads (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(CapPlanFigures) figures = NULL;
  g_autoptr(GString) out = g_string_new (NULL);

  own (add (self, CAP_ACTION_TODO, NULL), NULL, 100);
  own (add (self, CAP_ACTION_TODO, NULL), "", CAP_AMOUNT_UNSET);
  own (add (self, CAP_ACTION_TODO, NULL), NULL, CAP_AMOUNT_UNSET);
  own (add (self, CAP_ACTION_TODO, "2026-11-01"), "Référente qualité", 50);
  own (add (self, CAP_ACTION_DONE, NULL), "REFERENTE  qualité", 400);
  own (add (self, CAP_ACTION_TODO, NULL), "Zoé", 25);
  own (add (self, CAP_ACTION_TODO, NULL), "Élise", 25);
  own (add (self, CAP_ACTION_VERIFIED, NULL), "Direction", 25);
  figures = cap_plan_figures_new (self->actions, self->framework, TODAY);

  for (guint i = 0; i < figures->loads->len; i++)
    {
      const CapPlanLoad *load = g_ptr_array_index (figures->loads, i);

      g_string_append_printf (out, "%s:%u,%u,%d ", cap_plan_load_get_label (load), load->open, load->late,
                              (int) load->days_hundredths);
    }
  g_assert_cmpstr (out->str, ==, "Référente qualité:2,1,50 Élise:1,0,25 Zoé:1,0,25 "
                                  "Without owner:3,0,100 ");
}

static CapAction *
from (CapAction  *action,
      const char *first,
      const char *second)
{
  cap_action_add_origin (action, CAP_ORIGIN_CRITERION, first);
  if (second != NULL)
    cap_action_add_origin (action, CAP_ORIGIN_CRITERION, second);

  return action;
}

static void
test_themes (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(CapPlanFigures) figures = NULL;
  g_autoptr(GString) out = g_string_new (NULL);

  from (add (self, CAP_ACTION_TODO, "2026-11-01"), "A1.1", "A2.1");
  from (add (self, CAP_ACTION_VERIFIED, NULL), "A1.1", "B1.2");
  from (add (self, CAP_ACTION_DONE, NULL), "Z9.9", NULL);
  cap_action_add_origin (add (self, CAP_ACTION_ABANDONED, NULL), CAP_ORIGIN_FINDING, "A1.1");
  figures = cap_plan_figures_new (self->actions, self->framework, TODAY);

  for (guint i = 0; i < figures->themes->len; i++)
    {
      const CapPlanTheme *theme = g_ptr_array_index (figures->themes, i);

      g_string_append_printf (out, "%s:%u,%u,%u ", cap_plan_theme_get_label (theme), theme->open, theme->late,
                              theme->closed);
    }
  g_assert_cmpstr (out->str, ==, "A:1,1,1 B:0,0,1 From no criterion:1,0,1 ");
}

static void
test_definitions (void)
{
  for (guint i = 0; i < CAP_N_PLAN_FIGURES; i++)
    {
      g_assert_true (cap_plan_figure_get_label (i)[0] != '\0');
      g_assert_true (g_str_has_suffix (cap_plan_figure_get_definition (i), "."));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("LANGUAGE", "en", TRUE);
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/plan/figures/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("no-action", test_no_action);
  ADD ("counts", test_counts);
  ADD ("on-time", test_on_time);
  ADD ("rounding", test_rounding);
  ADD ("quarters", test_quarters);
  ADD ("quarters-of-a-new-year", test_quarters_of_a_new_year);
  ADD ("months", test_months);
  ADD ("loads", test_loads);
  ADD ("themes", test_themes);
#undef ADD
  g_test_add_func ("/plan/figures/definitions", test_definitions);

  return g_test_run ();
}
