/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "sample.h"

static CapFilter *
add_filter (CapFramework *self,
            const char   *code)
{
  CapFilter *filter = cap_filter_new ();

  filter->code = g_strdup (code);
  filter->label = g_strdup (code);
  g_ptr_array_add (self->filters, filter);

  return filter;
}

static void
add_step (CapCriterion *criterion,
          int           from,
          int           to)
{
  CapNextStep *step = cap_next_step_new ();

  step->from = from;
  step->to = to;
  step->effort = criterion->effort;
  step->title = g_strdup_printf ("%s to %d", criterion->code, to);
  g_ptr_array_add (criterion->steps, step);
}

static CapCriterion *
add_criterion (CapObjective *objective,
               int           weight)
{
  CapCriterion *criterion = cap_criterion_new ();

  criterion->code = g_strdup_printf ("%s.%u", objective->code, objective->criteria->len + 1);
  criterion->label = g_strdup (criterion->code);
  criterion->weight = weight;
  criterion->impact = 2;
  criterion->effort = 2;
  add_step (criterion, 0, 2);
  add_step (criterion, 2, 3);
  g_ptr_array_add (objective->criteria, criterion);

  return criterion;
}

static CapObjective *
add_objective (CapTheme *theme,
               int       weight)
{
  CapObjective *objective = cap_objective_new ();

  objective->code = g_strdup_printf ("%s%u", theme->code, theme->objectives->len + 1);
  objective->label = g_strdup (objective->code);
  objective->weight = weight;
  objective->services = g_strsplit ("OLD,NEW", ",", -1);
  g_ptr_array_add (theme->objectives, objective);

  return objective;
}

static CapTheme *
add_theme (CapFramework *self,
           int           weight)
{
  CapTheme *theme = cap_theme_new ();

  theme->code = g_strdup_printf ("%c", (char) ('A' + self->themes->len));
  theme->label = g_strdup (theme->code);
  theme->weight = weight;
  g_ptr_array_add (self->themes, theme);

  return theme;
}

static void
add_service (CapFramework *self,
             const char   *code,
             const char   *from,
             const char   *until)
{
  CapService *service = cap_service_new ();

  service->code = g_strdup (code);
  service->label = g_strdup (code);
  service->valid_from = g_strdup (from);
  service->valid_until = g_strdup (until);
  g_ptr_array_add (self->services, service);
}

static void
add_level (CapFramework *self,
           guint         number)
{
  CapLevel *level = cap_level_new ((int) number);

  level->label = g_strdup_printf ("Level %u", number);
  g_ptr_array_add (self->levels, level);
}

/* Everything but the themes. */
static CapFramework *
begin (void)
{
  static const char * const kinds[] = { "AI", "ACI", "EI", "ETTI" };
  CapFramework *self = cap_framework_new ();

  self->id = g_strdup ("sample");
  self->version = g_strdup ("2026.1");
  self->rules = (CapRules) { 2, 3, 2, 3 };
  for (guint i = 0; i < 5; i++)
    add_level (self, i);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_ptr_array_add (self->kinds, cap_term_new (kinds[i], kinds[i]));
  add_filter (self, "ai")->kinds = g_strsplit ("AI", ",", -1);
  add_filter (self, "staff")->min_staff = 11;
  add_filter (self, "secondment")->secondment = TRUE;
  add_service (self, "OLD", NULL, "2025-12-31");
  add_service (self, "NEW", "2026-01-01", NULL);

  return self;
}

static CapFramework *
finish (CapFramework *self)
{
  g_autoptr(GBytes) source = g_bytes_new_static ("{}", 2);

  cap_framework_seal (self, source);

  return self;
}

CapFramework *
sample_framework_new (void)
{
  CapFramework *self = begin ();
  CapTheme *a = add_theme (self, 1);
  CapTheme *b = add_theme (self, 2);
  CapObjective *a1 = add_objective (a, 1);
  CapObjective *a2 = add_objective (a, 3);
  CapObjective *b1 = add_objective (b, 1);
  CapCriterion *last;

  add_criterion (a1, 1)->core = TRUE;
  add_criterion (a1, 2);
  add_criterion (a1, 1)->certification_only = TRUE;
  add_criterion (a2, 1)->filter = g_ptr_array_index (self->filters, 0);
  add_criterion (a2, 1)->filter = g_ptr_array_index (self->filters, 1);
  last = add_criterion (b1, 1);
  last->core_in_certification = TRUE;
  last->filter = g_ptr_array_index (self->filters, 2);
  add_criterion (b1, 1);

  return finish (self);
}

CapFramework *
sample_framework_random (void)
{
  CapFramework *self = begin ();

  for (int themes = g_test_rand_int_range (1, 5); themes > 0; themes--)
    {
      CapTheme *theme = add_theme (self, g_test_rand_int_range (1, 101));

      for (int objectives = g_test_rand_int_range (1, 5); objectives > 0; objectives--)
        {
          CapObjective *objective = add_objective (theme, g_test_rand_int_range (1, 101));

          for (int criteria = g_test_rand_int_range (1, 6); criteria > 0; criteria--)
            {
              CapCriterion *criterion = add_criterion (objective, g_test_rand_int_range (1, 101));
              guint filter = (guint) g_test_rand_int_range (0, 6);

              criterion->core = g_test_rand_int_range (0, 4) == 0;
              criterion->core_in_certification = g_test_rand_int_range (0, 4) == 0;
              criterion->certification_only = g_test_rand_int_range (0, 8) == 0;
              if (filter < self->filters->len)
                criterion->filter = g_ptr_array_index (self->filters, filter);
            }
        }
    }

  return finish (self);
}

CapMember *
sample_member_random (void)
{
  static const char * const lists[] = { "", "AI", "ACI", "ACI,AI" };
  CapMember *member = cap_member_new ("Les Érables");

  g_strfreev (member->kinds);
  member->kinds = g_strsplit (lists[g_test_rand_int_range (0, G_N_ELEMENTS (lists))], ",", -1);
  member->staff = g_test_rand_int_range (CAP_NUMBER_UNKNOWN, 25);
  member->secondment = g_test_rand_bit ();

  return member;
}

CapAnswer *
sample_answer_random (const CapCriterion *criterion)
{
  CapAnswer *answer = cap_answer_new (criterion->code);
  int choice = g_test_rand_int_range (-2, 5);

  if (choice >= 0)
    cap_answer_rate (answer, choice);
  else if (choice == -1)
    cap_answer_set_not_applicable (answer, "because");

  return answer;
}

/* Answers outside the scope too: they must not count. */
void
sample_answer_some (CapEvaluation *evaluation)
{
  const GPtrArray *criteria = evaluation->framework->criteria;

  for (guint i = 0; i < criteria->len; i++)
    {
      if (g_test_rand_int_range (0, 5) > 0)
        cap_evaluation_take_answer (evaluation, sample_answer_random (g_ptr_array_index (criteria, i)));
    }
}

static void
describe_score (GString        *out,
                const char     *code,
                const CapScore *score)
{
  g_autofree char *exact = score->exact != NULL ? cap_fraction_to_string (score->exact) : g_strdup ("-");

  g_string_append_printf (out, "%s=%s(%d)%s%u/%u-%u+%u ", code, exact, score->percent,
                          score->provisional ? "~" : "", score->coverage.answered,
                          score->coverage.applicable, score->coverage.not_applicable,
                          score->coverage.out_of_scope);
}

/* Every figure on one line: “code=exact(percent)~answered/applicable-not applicable+out of scope”. */
char *
sample_describe (const CapPhotograph *photograph)
{
  g_autoptr(GString) out = g_string_new (NULL);

  describe_score (out, "*", &photograph->score);
  for (guint i = 0; i < photograph->themes->len; i++)
    {
      const CapThemeResult *theme = g_ptr_array_index (photograph->themes, i);

      describe_score (out, theme->theme->code, &theme->score);
      for (guint j = 0; j < theme->objectives->len; j++)
        {
          const CapObjectiveResult *objective = g_ptr_array_index (theme->objectives, j);

          describe_score (out, objective->objective->code, &objective->score);
          g_string_append_printf (out, "[%d] ", objective->acquired_level);
        }
    }

  g_string_append_printf (out, "weakest=%s below=", photograph->weakest_objective != NULL ?
                          photograph->weakest_objective->objective->code : "-");
  for (guint i = 0; i < photograph->core_below->len; i++)
    g_string_append_printf (out, "%s,", ((CapCriterionResult *)
                                         g_ptr_array_index (photograph->core_below, i))->criterion->code);

  return g_string_free (g_steal_pointer (&out), FALSE);
}
