/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "scoring/cap-reading.h"

#include "sample.h"
#include "scoring/cap-reading-text.h"
#include "scoring/cap-scope.h"

typedef struct
{
  CapEvaluation *evaluation;
  CapPhotograph *photograph;
} Fixture;

static void
refer (CapFramework *framework,
       const char   *code,
       const char   *csess,
       const char   *subjects)
{
  CapObjective *objective = (CapObjective *) cap_framework_find_objective (framework, code);

  g_strfreev (objective->csess);
  g_strfreev (objective->subjects);
  objective->csess = g_strsplit (csess, ",", -1);
  objective->subjects = g_strsplit (subjects, ",", -1);
}

/* “A1.1:2 A1.2:na …” of the framework of sample.h, whose objectives speak to more than one theme. */
static void
set_up (Fixture    *self,
        const char *answers)
{
  g_autoptr(CapFramework) framework = sample_framework_new ();
  g_autoptr(CapMember) member = cap_member_new ("Les Érables");
  g_auto(GStrv) items = g_strsplit (answers, " ", -1);

  refer (framework, "A1", "1,4,7", "6.2");
  refer (framework, "A2", "4,7", "6.4");
  refer (framework, "B1", "7,8", "6.2,6.5");
  self->evaluation = cap_evaluation_new (NULL, 1, "2026-11-20", CAP_MODE_CAP, framework);
  for (guint i = 0; items[i] != NULL && items[i][0] != '\0'; i++)
    {
      g_auto(GStrv) parts = g_strsplit (items[i], ":", 2);

      cap_evaluation_take_answer (self->evaluation, cap_scope_parse_answer (framework, parts[0], parts[1],
                                                                           NULL));
    }
  member->secondment = TRUE;
  self->photograph = cap_photograph_new (self->evaluation, member);
}

static void
tear_down (Fixture *self)
{
  cap_photograph_unref (self->photograph);
  cap_evaluation_free (self->evaluation);
}

static const char *
get_code (const CapObjectiveResult *result)
{
  return result != NULL ? result->objective->code : "-";
}

/* Every line that is about something:
 * “number=exact(percent)~answered/applicable[objectives]strongest>weakest”. */
static char *
describe (const CapReading *reading)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < reading->lines->len; i++)
    {
      const CapReadingLine *line = g_ptr_array_index (reading->lines, i);
      const CapScore *score = &line->score;
      g_autofree char *exact = score->exact != NULL ? cap_fraction_to_string (score->exact) : g_strdup ("-");

      if (line->objectives->len == 0)
        continue;

      g_string_append_printf (out, "%s%s=%s(%d)%s%u/%u[", out->len > 0 ? " " : "", line->code, exact,
                              score->percent, score->provisional ? "~" : "", score->coverage.answered,
                              score->coverage.applicable);
      for (guint j = 0; j < line->objectives->len; j++)
        g_string_append (out, get_code (g_ptr_array_index (line->objectives, j)));
      g_string_append_printf (out, "]%s>%s", get_code (line->strongest), get_code (line->weakest));
    }

  return g_string_free (out, FALSE);
}

static void
test_table (void)
{
  static const struct { CapReadingKind kind; const char *answers; const char *lines; } cases[] = {
    /* A1 = (25·1 + 100·2) / 3 = 75, A2 = 50, B1 = 25; 4 = (75·1 + 50·3) / 4, 7 = (75·1 + 50·3 + 25·1) / 5 */
    { CAP_READING_CSESS, "A1.1:1 A1.2:4 A2.1:2 A2.2:2 B1.1:0 B1.2:2",
      "1=75(75)2/2[A1]A1>A1 4=225/4(56)4/4[A1A2]A1>A2 7=50(50)6/6[A1A2B1]A1>B1 8=25(25)2/2[B1]B1>B1" },
    { CAP_READING_ISO_26000, "A1.1:1 A1.2:4 A2.1:2 A2.2:2 B1.1:0 B1.2:2",
      "6.2=50(50)4/4[A1B1]A1>B1 6.4=50(50)2/2[A2]A2>A2 6.5=25(25)2/2[B1]B1>B1" },
    /* Without A2, 7 = (75 + 75/2) / 2; half a point rounds up. */
    { CAP_READING_CSESS, "A1.1:1 A1.2:4 B1.1:0 B1.2:3",
      "1=75(75)2/2[A1]A1>A1 4=75(75)~2/4[A1A2]A1>A1 7=225/4(56)~4/6[A1A2B1]A1>B1 "
      "8=75/2(38)2/2[B1]B1>B1" },
    /* The first one on ties. What is not applicable is covered and weighs nothing. */
    { CAP_READING_CSESS, "A1.1:2 A1.2:2 A2.1:na A2.2:2 B1.1:na B1.2:na",
      "1=50(50)2/2[A1]A1>A1 4=50(50)4/4[A1A2]A1>A1 7=50(50)6/6[A1A2B1]A1>A1 8=-(-1)2/2[B1]->-" },
    { CAP_READING_CSESS, "",
      "1=-(-1)~0/2[A1]->- 4=-(-1)~0/4[A1A2]->- 7=-(-1)~0/6[A1A2B1]->- 8=-(-1)~0/2[B1]->-" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Fixture fixture;
      g_autoptr(CapReading) reading = NULL;
      g_autofree char *lines = NULL;

      set_up (&fixture, cases[i].answers);
      reading = cap_reading_new (fixture.photograph, cases[i].kind);
      lines = describe (reading);
      g_assert_cmpstr (lines, ==, cases[i].lines);
      tear_down (&fixture);
    }
}

/* A theme that no objective is about is a line as well. */
static void
test_all_lines (void)
{
  static const char * const codes[CAP_N_READING_KINDS] = {
    "1 2 3 4 5 6 7 8 ", "6.2 6.3 6.4 6.5 6.6 6.7 6.8 ",
  };
  Fixture fixture;

  set_up (&fixture, "A1.1:1");
  for (guint kind = 0; kind < CAP_N_READING_KINDS; kind++)
    {
      g_autoptr(CapReading) reading = cap_reading_new (fixture.photograph, (CapReadingKind) kind);
      g_autoptr(GString) found = g_string_new (NULL);

      for (guint i = 0; i < reading->lines->len; i++)
        {
          const CapReadingLine *line = g_ptr_array_index (reading->lines, i);

          g_string_append_printf (found, "%s ", line->code);
          g_assert_cmpint (line->score.exact == NULL, ==, line->score.percent == -1);
          if (line->objectives->len > 0)
            continue;
          g_assert_null (line->score.exact);
          g_assert_false (line->score.provisional);
          g_assert_cmpuint (line->score.coverage.applicable, ==, 0);
        }
      g_assert_cmpstr (found->str, ==, codes[kind]);
    }
  tear_down (&fixture);
}

/* A framework that refers to nothing has no reading. */
static void
test_no_reference (void)
{
  Fixture fixture;
  CapFramework *framework;

  set_up (&fixture, "A1.1:1");
  framework = fixture.photograph->framework;
  refer (framework, "A1", "", "6.2");
  refer (framework, "A2", "", "");
  refer (framework, "B1", "", "");
  g_assert_false (cap_reading_is_there (framework, CAP_READING_CSESS));
  g_assert_true (cap_reading_is_there (framework, CAP_READING_ISO_26000));
  for (guint kind = 0; kind < CAP_N_READING_KINDS; kind++)
    {
      g_autoptr(CapReading) reading = cap_reading_new (fixture.photograph, (CapReadingKind) kind);

      g_assert_cmpuint (reading->lines->len, ==, kind == CAP_READING_CSESS ? 0 : 7);
    }
  tear_down (&fixture);
}

static void
test_texts (void)
{
  static const struct { const char *answers; guint line; const char *text; } cases[] = {
    { "A1.1:1 A1.2:4 A2.1:2 A2.2:2", 4, "Strongest: A1\u00A0– A1 (75%). Weakest: A2\u00A0– A2 (50%)." },
    { "A1.1:1 A1.2:4 A2.1:2 A2.2:2", 7,
      "Strongest: A1\u00A0– A1 (75%). Weakest: A2\u00A0– A2 (50%). "
      "Provisional: 2 criteria out of 6 are still to answer." },
    { "A1.1:2", 1, "A single objective has a score: A1\u00A0– A1 (50%). "
                   "Provisional: 1 criterion out of 2 is still to answer." },
    { "A1.1:2 A1.2:2 A2.1:2 A2.2:2", 4, "The 2 objectives with a score all stand at 50%." },
    { "", 8, "Without a score yet. Provisional: 2 criteria out of 2 are still to answer." },
    { "B1.1:na B1.2:na", 8, "No criterion that speaks to it concerns the structure." },
    { "A1.1:2", 3, "No objective of the framework speaks to it." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Fixture fixture;
      g_autoptr(CapReading) reading = NULL;
      g_autofree char *text = NULL;

      set_up (&fixture, cases[i].answers);
      reading = cap_reading_new (fixture.photograph, CAP_READING_CSESS);
      text = cap_reading_line_dup_text (g_ptr_array_index (reading->lines, cases[i].line - 1));
      g_assert_cmpstr (text, ==, cases[i].text);
      tear_down (&fixture);
    }
}

/* What nothing asks is told apart from what nothing speaks to. */
static void
test_out_of_scope (void)
{
  g_autoptr(CapReading) reading = NULL;
  g_autofree char *text = NULL;
  CapReadingLine *line;
  Fixture fixture;

  set_up (&fixture, "");
  reading = cap_reading_new (fixture.photograph, CAP_READING_CSESS);
  line = g_ptr_array_index (reading->lines, 1);
  line->score.coverage.out_of_scope = 2;
  text = cap_reading_line_dup_text (line);
  g_assert_cmpstr (text, ==, "Nothing that speaks to it is asked in this evaluation.");
  tear_down (&fixture);
}

/* The framework names the themes in its language; for another one the program has its own names. */
static void
test_titles (void)
{
  g_autoptr(CapReading) reading = NULL;
  CapFramework *framework;
  CapReadingLine *line;
  CapTerm *term = cap_term_new ("1", "Gouvernance démocratique");
  Fixture fixture;

  set_up (&fixture, "");
  framework = fixture.photograph->framework;
  g_ptr_array_add (framework->csess, term);
  reading = cap_reading_new (fixture.photograph, CAP_READING_CSESS);
  line = g_ptr_array_index (reading->lines, 0);

  framework->language = g_strdup ("fr");
  g_assert_cmpstr (cap_reading_line_get_title (line, framework), ==, "Democratic governance");
  cap_translations_add (&term->translations, "en", "label", "Democracy");
  g_assert_cmpstr (cap_reading_line_get_title (line, framework), ==, "Democracy");
  g_free (framework->language);
  framework->language = g_strdup ("en");
  g_assert_cmpstr (cap_reading_line_get_title (line, framework), ==, "Gouvernance démocratique");
  line = g_ptr_array_index (reading->lines, 7);
  g_assert_cmpstr (cap_reading_line_get_title (line, framework), ==, "Ethics and professional conduct");
  tear_down (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("LANGUAGE", "en", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scoring/reading/table", test_table);
  g_test_add_func ("/scoring/reading/all-lines", test_all_lines);
  g_test_add_func ("/scoring/reading/no-reference", test_no_reference);
  g_test_add_func ("/scoring/reading/texts", test_texts);
  g_test_add_func ("/scoring/reading/out-of-scope", test_out_of_scope);
  g_test_add_func ("/scoring/reading/titles", test_titles);

  return g_test_run ();
}
