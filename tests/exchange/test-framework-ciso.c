/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-ciso-read.h"

#include <string.h>

/* A garden, with one requirement unless @nodes says otherwise. */
#define ONE_NODE "    - {urn: u:n:1, assessable: true, ref_id: '1', name: Dig}\n"

static char *
make_library (const char *heading,
              const char *keys,
              const char *nodes)
{
  return g_strconcat ("urn: urn:invented:risk:library:garden\n"
                      "locale: en\n"
                      "name: The garden library\n",
                      heading,
                      "objects:\n"
                      "  framework:\n"
                      "    urn: urn:invented:risk:framework:garden\n"
                      "    ref_id: garden\n"
                      "    name: The garden\n",
                      keys,
                      "    requirement_nodes:\n", nodes, NULL);
}

static GPtrArray *
check_text (const char    *text,
            const char    *language,
            CapFramework **framework)
{
  g_autoptr(GBytes) source = g_bytes_new (text, strlen (text));
  GPtrArray *faults = cap_framework_ciso_read (source, language, framework);

  g_assert_true ((*framework == NULL) == (faults->len > 0));

  return faults;
}

static CapFramework *
read_text (const char *text,
           const char *language)
{
  CapFramework *framework;
  g_autoptr(GPtrArray) faults = check_text (text, language, &framework);

  if (framework == NULL)
    g_error ("%s\n%s", (char *) g_ptr_array_index (faults, 0), text);

  return framework;
}

static CapFramework *
read_parts (const char *heading,
            const char *keys,
            const char *nodes)
{
  g_autofree char *text = make_library (heading, keys, nodes);

  return read_text (text, "en");
}

/* Everything that stands at its place, as “theme/objective/criterion” and labels, line by line. */
static char *
outline (const CapFramework *framework)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < framework->criteria->len; i++)
    {
      const CapCriterion *criterion = g_ptr_array_index (framework->criteria, i);
      const CapObjective *objective = criterion->objective;

      g_string_append_printf (text, "%s %s | %s %s | %s %s\n",
                              objective->theme->code, objective->theme->label,
                              objective->code, objective->label, criterion->code, criterion->label);
    }

  return g_string_free (text, FALSE);
}

static const struct
{
  const char *nodes;
  const char *outline;
} structures[] = {
  /* themes, objectives at two depths, a criterion right below a theme */
  { "    - {urn: u:1, assessable: false, depth: 1, ref_id: A, name: Soil}\n"
    "    - {urn: u:2, assessable: false, depth: 2, parent_urn: u:1, ref_id: A.1, name: Life}\n"
    "    - {urn: u:3, assessable: true, depth: 3, parent_urn: u:2, ref_id: A.1.1, name: Worms}\n"
    "    - {urn: u:4, assessable: false, depth: 3, parent_urn: u:2, ref_id: A.1.2, name: Roots}\n"
    "    - {urn: u:5, assessable: true, depth: 4, parent_urn: U:4, ref_id: A.1.2.1, name: Deep}\n"
    "    - {urn: u:6, assessable: true, depth: 2, parent_urn: u:1, ref_id: A.2, name: Water}\n"
    "    - {urn: u:7, assessable: true, depth: 3, parent_urn: u:2, ref_id: A.1.3, name: Fungi}\n",
    "A Soil | A.1 Life | A.1.1 Worms\n"
    "A Soil | A.1 Life | A.1.3 Fungi\n"
    "A Soil | A.1.2 Roots | A.1.2.1 Deep\n"
    "A Soil | A Soil | A.2 Water\n" },
  /* nothing above: all below the framework */
  { "    - {urn: u:1, assessable: true, ref_id: '1', name: Dig}\n"
    "    - {urn: u:2, assessable: true, ref_id: '2', name: Sow}\n",
    "garden The garden | garden The garden | 1 Dig\n"
    "garden The garden | garden The garden | 2 Sow\n" },
  /* criteria above and below others */
  { "    - {urn: u:1, assessable: false, ref_id: A, name: Soil}\n"
    "    - {urn: u:2, assessable: true, parent_urn: u:1, ref_id: A.1, name: Life}\n"
    "    - {urn: u:3, assessable: true, parent_urn: u:2, ref_id: A.1.a, name: Worms}\n"
    "    - {urn: u:4, assessable: false, parent_urn: u:2, ref_id: A.1.b, name: Roots}\n"
    "    - {urn: u:5, assessable: true, parent_urn: u:4, ref_id: A.1.b.i, name: Deep}\n",
    "A Soil | A Soil | A.1 Life\n"
    "A Soil | A Soil | A.1.a Worms\n"
    "A Soil | A.1.b Roots | A.1.b.i Deep\n" },
  /* objectives that would be called the same */
  { "    - {urn: u:1, assessable: false, ref_id: A, name: Soil}\n"
    "    - {urn: u:2, assessable: false, parent_urn: u:1, ref_id: A.1, name: General}\n"
    "    - {urn: u:3, assessable: true, parent_urn: u:2, ref_id: A.1.1, name: Worms}\n"
    "    - {urn: u:4, assessable: false, ref_id: B, name: Water}\n"
    "    - {urn: u:5, assessable: false, parent_urn: u:4, ref_id: B.1, name: Rain}\n"
    "    - {urn: u:6, assessable: false, parent_urn: u:5, ref_id: B.1.1, name: General}\n"
    "    - {urn: u:7, assessable: true, parent_urn: u:6, ref_id: B.1.1.1, name: Barrel}\n",
    "A Soil | A.1 Soil › General | A.1.1 Worms\n"
    "B Water | B.1.1 Rain › General | B.1.1.1 Barrel\n" },
  /* codes: one word, unique, else the end of the URN, else what follows from it */
  { "    - {urn: 'u:n:a', assessable: true, ref_id: 'SR 1.1 (2)', name: One}\n"
    "    - {urn: 'u:n:b', assessable: true, name: Two}\n"
    "    - {urn: 'u:n:c', assessable: true, ref_id: SR-1.1-(2), name: Three}\n"
    "    - {urn: 'u:m:c', assessable: true, ref_id: '  ', name: Four}\n"
    "    - {urn: 'u:n:an-end-that-is-much-too-long-to-be-a-code', assessable: true, name: Five}\n"
    "    - {urn: 'u:n:d', assessable: true, ref_id: 'a; b, c', name: Six}\n",
    "garden The garden | garden The garden | SR-1.1-(2) One\n"
    "garden The garden | garden The garden | b Two\n"
    "garden The garden | garden The garden | c Three\n"
    "garden The garden | garden The garden | c-359d83 Four\n"
    "garden The garden | garden The garden | an-end-that-is-much-too-d05fb8 Five\n"
    "garden The garden | garden The garden | a-b-c Six\n" },
  /* labels: the name on one line, a sentence of the description, a question, the reference */
  { "    - {urn: u:1, assessable: true, ref_id: '1', name: \" One \\n  line\\xa0! \"}\n"
    "    - {urn: u:2, assessable: true, ref_id: '2', description: \"Dig e.g. A hole of 1.5 m. Then wait.\"}\n"
    "    - {urn: u:3, assessable: true, ref_id: '3', description: \"Sow:\\n- beans\"}\n"
    "    - {urn: u:4, assessable: true, ref_id: '4', questions: {'u:4:q': {type: text, text: Is it wet?}}}\n"
    "    - {urn: u:5, assessable: true, ref_id: '5'}\n",
    "garden The garden | garden The garden | 1 One line\xc2\xa0!\n"
    "garden The garden | garden The garden | 2 Dig e.g. A hole of 1.5 m. Then wait.\n"
    "garden The garden | garden The garden | 3 Sow:\n"
    "garden The garden | garden The garden | 4 Is it wet?\n"
    "garden The garden | garden The garden | 5 5\n" },
};

static void
test_structure (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (structures); i++)
    {
      g_autoptr(CapFramework) framework = read_parts ("", "", structures[i].nodes);
      g_autofree char *found = outline (framework);

      g_assert_cmpstr (found, ==, structures[i].outline);
    }
}

/* What stands in the texts of the first criterion. */
static const struct
{
  const char *node;
  const char *label;
  const char *question;
  const char *why;
} texts[] = {
  { "name: Dig, description: Dig a hole., annotation: Roots need room.",
    "Dig", "Dig a hole.", "Roots need room." },
  { "name: Dig a hole, description: \"Dig  a hole \\n\"", "Dig a hole", "", "" },
  { "description: Dig a hole today. Then plant the tree.",
    "Dig a hole today.", "Dig a hole today. Then plant the tree.", "" },
  { "description: Dig a hole.", "Dig a hole.", "", "" },
  { "name: Dig, annotation: Why., min_score: 0, max_score: 1", "Dig", "",
    "Why.\nScale of this requirement: 0 – 1" },
  { "name: Dig, scores_definition_ref: binary", "Dig", "", "Scale of this requirement: 0 No · 1 Yes" },
  { "name: Dig, scores_definition: [{score: 2, name: Much}]",
    "Dig", "", "Scale of this requirement: 2 Much" },
  { "name: Dig, threats: ['urn:invented:risk:threat:frost_bite', 'u:threat:snail']", "Dig", "",
    "Threats: frost bite, Snails" },
  { "questions: {q: {type: unique_choice, text: Is it wet?, choices: [{urn: c, value: Yes}, {value: No}]}}",
    "Is it wet?", "– Yes\n– No", "" },
  { "name: Dig, questions: [{text: Is it wet?}]", "Dig", "Is it wet?", "" },
};

static void
test_texts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *node = g_strdup_printf ("    - {urn: u:1, assessable: true, ref_id: '1', %s}\n"
                                               "  threats: [{urn: 'U:threat:snail', name: Snails}]\n",
                                               texts[i].node);
      g_autoptr(CapFramework) framework =
        read_parts ("", "    scores_definition: {scale: [{score: 0, name: Bare}, {score: 2, name: Full}],\n"
                        "      alternatives: {binary: [{score: 0, name: No}, {score: 1, name: Yes}]},\n"
                        "      aggregation: mean}\n", node);
      const CapCriterion *criterion = g_ptr_array_index (framework->criteria, 0);

      g_assert_cmpstr (criterion->label, ==, texts[i].label);
      g_assert_cmpstr (criterion->question, ==, texts[i].question);
      g_assert_cmpstr (criterion->why, ==, texts[i].why);
    }
}

/* Every kind of question, what an answer leads to, conditions. */
static void
test_questions (void)
{
  g_autoptr(CapFramework) framework = read_parts ("", "",
    "    - urn: u:1\n      assessable: true\n      ref_id: '1'\n      name: Dig\n"
    "      description: A hole.\n"
    "      questions:\n"
    "        ? u:1:q:1\n"
    "        : {type: unique_choice, text: Is it deep?, choices: [\n"
    "            {urn: 'u:1:q:1:c:1', value: 'Yes', compute_result: compliant, add_score: 10,\n"
    "             color: '#fff'},\n"
    "            {urn: 'u:1:q:1:c:2', value: Half, compute_result: partially_compliant, add_score: -1},\n"
    "            {urn: 'u:1:q:1:c:3', value: 'No', compute_result: 'false', description: Not a bit},\n"
    "            {urn: 'u:1:q:1:c:4', value: Rock, compute_result: not_applicable}]}\n"
    "        u:1:q:2:\n"
    "          type: multiple_choice\n          text: What is in it?\n"
    "          depends_on: {question: 'u:1:q:1', answers: ['u:1:q:1:c:1', 'u:1:q:1:c:2'], condition: any}\n"
    "          choices: [{urn: x, value: Sand}]\n"
    "        u:1:q:3: {type: date, text: When?, depends_on:\n"
    "          {question: 'u:9:q:other', answers: ['u:9:a', 'u:9:b'], condition: all}}\n"
    "        u:1:q:4: {type: text, text: Tell more.}\n"
    "        u:1:q:5: {type: number, text: How many?}\n"
    "        u:1:q:6: {type: boolean, text: Done?}\n");
  const CapCriterion *criterion = g_ptr_array_index (framework->criteria, 0);

  g_assert_cmpstr (criterion->question, ==,
                   "A hole.\n"
                   "1. Is it deep?\n"
                   "– Yes → compliant [+10]\n"
                   "– Half → partially compliant [-1]\n"
                   "– No (Not a bit) → not compliant\n"
                   "– Rock → not applicable\n"
                   "2. What is in it? (several answers possible) "
                   "(if the answer to “Is it deep?” is Yes or Half)\n"
                   "– Sand\n"
                   "3. When? (a date) (if the answer to “other” is a and b)\n"
                   "4. Tell more. (free answer)\n"
                   "5. How many? (a number)\n"
                   "6. Done? (yes or no)");
  g_assert_null (criterion->descriptors);
}

/* Answers that each add the score of a level word the levels. */
static void
test_descriptors (void)
{
  g_autoptr(CapFramework) framework = read_parts ("", "    min_score: 1\n    max_score: 3\n",
    "    - urn: u:1\n      assessable: true\n      ref_id: '1'\n      questions:\n"
    "        q: {type: unique_choice, text: How deep?, choices: [{value: Far, add_score: 3},\n"
    "          {value: Not, add_score: 1}, {value: Half, add_score: 2}]}\n"
    "    - urn: u:2\n      assessable: true\n      ref_id: '2'\n      questions:\n"
    "        q: {type: unique_choice, text: How wide?, choices: [{value: Far, add_score: 3},\n"
    "          {value: Not, add_score: 1}, {value: Half, add_score: 1}]}\n");
  const CapCriterion *first = g_ptr_array_index (framework->criteria, 0);
  const CapCriterion *second = g_ptr_array_index (framework->criteria, 1);

  g_assert_cmpstr (first->descriptors[0], ==, "Not");
  g_assert_cmpstr (first->descriptors[2], ==, "Far");
  g_assert_cmpstr (first->question, ==, "");
  g_assert_null (second->descriptors);
  g_assert_cmpstr (second->question, ==, "– Far [+3]\n– Not [+1]\n– Half [+1]");
}

/* Nodes of text: below a criterion they are part of it, elsewhere they are counted. */
static void
test_asides (void)
{
  g_autoptr(CapFramework) framework = read_parts ("", "",
    "    - {urn: u:0, assessable: false, name: Read this, display_mode: splash}\n"
    "    - {urn: u:1, assessable: false, ref_id: A, name: Soil, description: What it is.}\n"
    "    - {urn: u:2, assessable: true, parent_urn: u:1, ref_id: A.1, name: Dig, description: A hole.}\n"
    "    - {urn: u:3, assessable: false, parent_urn: u:2, ref_id: (a), description: with a spade}\n"
    "    - {urn: u:4, assessable: false, parent_urn: u:3, name: or, description: by hand}\n"
    "    - {urn: u:5, assessable: false, parent_urn: u:1, name: Nothing below}\n");
  const CapCriterion *criterion = g_ptr_array_index (framework->criteria, 0);

  g_assert_cmpuint (framework->themes->len, ==, 1);
  g_assert_cmpstr (criterion->question, ==, "A hole.\n– (a)\nwith a spade\n– or\nby hand");
  g_assert_cmpstr (criterion->objective->theme->summary, ==, "What it is.");
  g_assert_cmpstr (criterion->objective->advice, ==, "");
  g_assert_true (g_str_has_suffix (framework->notice,
                                   "Passages of explanation that no requirement takes up, left aside: 2."));
}

/* The keys of a scale and the levels that it makes: number, label and rules (minimum, target, evidence). */
static const struct
{
  const char *keys;
  const char *levels;
} scales[] = {
  { "", "0 Non compliant, 1 Partially compliant, 2 Compliant: 1 2 2" },
  { "    min_score: 0\n    max_score: 3\n", "0 Level 0, 1 Level 1, 2 Level 2, 3 Level 3: 1 2 3" },
  { "    min_score: 1\n    max_score: 3\n    scores_definition:\n    - {score: 1, name: Bare}\n"
    "    - {score: 3, name: Full}\n", "1 Bare, 2 Level 2, 3 Full: 2 2 3" },
  { "    min_score: 0\n    max_score: 1\n", "0 Level 0, 1 Level 1: 1 1 1" },
  { "    scores_definition:\n    - {score: 0, name: Bare}\n    - {score: 1, name: Full}\n",
    "0 Bare, 1 Full: 1 1 1" },
  { "    min_score: 1\n    max_score: 2\n    scores_definition:\n    - {score: 0, name: Bare}\n",
    "0 Bare, 1 Level 1, 2 Level 2: 1 1 2" },
  { "    min_score: 2\n    max_score: 4\n", "0 Level 0, 1 Level 1, 2 Level 2: 1 1 2" },
  { "    min_score: -1\n    max_score: 1\n", "0 Level 0, 1 Level 1, 2 Level 2: 1 1 2" },
  { "    min_score: 0\n    max_score: 100\n",
    "0 Level 0, 1 Level 1, 2 Level 2, 3 Level 3, 4 Level 4: 1 3 4" },
  { "    max_score: 661\n", "0 Level 0, 1 Level 1, 2 Level 2, 3 Level 3, 4 Level 4: 1 3 4" },
  { "    min_score: 0\n    max_score: 100\n    scores_definition:\n    - {score: 100, name: Full}\n"
    "    - {score: 0, name: Bare}\n    - {score: 50, name: Half}\n", "0 Bare, 1 Half, 2 Full: 1 1 2" },
  { "    scores_definition: {scale: [{score: 1, name: Bare}, {score: 2, name: Full}], aggregation: sum}\n",
    "1 Bare, 2 Full: 2 2 2" },
};

static char *
list_levels (const CapFramework *framework)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < framework->levels->len; i++)
    {
      const CapLevel *level = g_ptr_array_index (framework->levels, i);

      g_string_append_printf (text, "%s%d %s", i > 0 ? ", " : "", level->number, level->label);
    }
  g_string_append_printf (text, ": %d %d %d", framework->rules.core_minimum, framework->rules.target,
                          framework->rules.evidence_from);
  g_assert_cmpint (framework->rules.express_target, ==, framework->rules.target);

  return g_string_free (text, FALSE);
}

static void
test_scales (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_autoptr(CapFramework) framework = read_parts ("", scales[i].keys, ONE_NODE);
      g_autofree char *levels = list_levels (framework);

      g_assert_cmpstr (levels, ==, scales[i].levels);
    }
}

static void
test_long_scale (void)
{
  g_autoptr(CapFramework) framework = read_parts ("", "    min_score: 0\n    max_score: 100\n", ONE_NODE);
  g_autoptr(CapFramework) named = read_parts ("",
    "    scores_definition:\n"
    "    - {score: 0, name: Bare, description: Nothing grows., description_doc: No paper.}\n"
    "    - {score: 1, name: Full}\n", ONE_NODE);
  const CapLevel *level = cap_framework_get_level (named, 0);

  g_assert_cmpstr (cap_framework_get_level (framework, 3)->descriptor, ==,
                   "About 75 on the scale of the library, from 0 to 100.");
  g_assert_true (g_str_has_suffix (framework->notice, "Its scale, from 0 to 100, is brought to 5 levels."));
  g_assert_cmpstr (level->descriptor, ==, "Nothing grows.");
  g_assert_cmpstr (level->evidence, ==, "No paper.");
  g_assert_cmpstr (cap_framework_get_level (named, 1)->descriptor, ==, "Full");
}

static void
test_groups (void)
{
  g_autoptr(CapFramework) framework = read_parts ("",
    "    implementation_groups_definition:\n"
    "    - {ref_id: basic, name: Basic, description: For all, default_selected: true,\n"
    "       translations: {fr: {name: Simple}}}\n"
    "    - {ref_id: Top Secret - MUST}\n",
    "    - {urn: u:1, assessable: true, ref_id: '1', implementation_groups: [basic]}\n"
    "    - {urn: u:2, assessable: true, ref_id: '2', implementation_groups: [Basic, top secret - must]}\n"
    "    - {urn: u:3, assessable: true, ref_id: '3', implementation_groups: []}\n"
    "    - {urn: u:4, assessable: true, ref_id: '4', implementation_groups: [basic, rare, '']}\n"
    "    - {urn: u:5, assessable: true, ref_id: '5', implementation_groups: [rare; basic]}\n"
    "    - {urn: u:6, assessable: true, ref_id: '6',\n"
    "       implementation_groups: [rare, basic, Top Secret - MUST]}\n");
  const CapTerm *basic = g_ptr_array_index (framework->kinds, 0);
  const char *expected[] = { "basic", "basic+Top-Secret-MUST", NULL, "basic+rare", "basic+rare", NULL };

  g_assert_cmpuint (framework->kinds->len, ==, 3);
  g_assert_cmpstr (basic->label, ==, "Basic");
  g_assert_cmpstr (cap_translations_get (basic->translations, "fr", "label"), ==, "Simple");
  g_assert_nonnull (cap_framework_find_term (framework->kinds, "Top-Secret-MUST"));
  g_assert_nonnull (cap_framework_find_term (framework->kinds, "rare"));
  g_assert_cmpuint (framework->filters->len, ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const CapCriterion *criterion = g_ptr_array_index (framework->criteria, i);

      g_assert_cmpstr (criterion->filter != NULL ? criterion->filter->code : NULL, ==, expected[i]);
    }
  g_assert_cmpstr (cap_framework_find_filter (framework, "basic+rare")->label, ==, "Basic, rare");
}

static void
test_controls (void)
{
  g_autoptr(CapFramework) framework = read_parts ("", "    min_score: 0\n    max_score: 4\n",
    "    - {urn: u:1, assessable: true, ref_id: '1', weight: 2.6, typical_evidence: \"- A\\n\\n• B\\n\",\n"
    "       reference_controls: ['u:function:spade', 'urn:other:risk:function:doc:buy_a-rake'],\n"
    "       importance: mandatory}\n"
    "    - {urn: u:2, assessable: true, ref_id: '2', weight: 1000, importance: nice_to_have}\n"
    "    - {urn: u:3, assessable: true, ref_id: '3', weight: 0, importance: recommended}\n"
    "  reference_controls:\n"
    "  - {urn: u:function:SPADE, ref_id: S, name: Buy a spade, category: process}\n");
  const CapCriterion *first = g_ptr_array_index (framework->criteria, 0);
  const CapCriterion *second = g_ptr_array_index (framework->criteria, 1);
  const CapCriterion *third = g_ptr_array_index (framework->criteria, 2);
  const CapNextStep *step = g_ptr_array_index (first->steps, 1);

  g_assert_cmpuint (first->steps->len, ==, 2);
  g_assert_cmpstr (((const CapNextStep *) g_ptr_array_index (first->steps, 0))->title, ==, "Buy a spade");
  g_assert_cmpstr (step->title, ==, "buy a rake");
  g_assert_cmpint (step->from, ==, 0);
  g_assert_cmpint (step->to, ==, 3);
  g_assert_cmpint (step->effort, ==, 2);
  g_assert_cmpuint (g_strv_length (first->evidence), ==, 2);
  g_assert_cmpstr (first->evidence[1], ==, "B");
  g_assert_cmpint (first->weight, ==, 3);
  g_assert_cmpint (second->weight, ==, 100);
  g_assert_cmpint (third->weight, ==, 1);
  g_assert_true (first->core && !second->core && !third->core);
  g_assert_cmpint (first->impact, ==, 3);
  g_assert_cmpint (second->impact, ==, 1);
  g_assert_cmpint (third->impact, ==, 2);
}

/* Mandatory says nothing when everything is. */
static void
test_all_mandatory (void)
{
  g_autoptr(CapFramework) framework = read_parts ("", "",
    "    - {urn: u:1, assessable: true, ref_id: '1', importance: mandatory}\n");

  g_assert_false (((const CapCriterion *) g_ptr_array_index (framework->criteria, 0))->core);
}

static const struct
{
  const char *heading;
  const char *version;
  const char *valid_from;
} headings[] = {
  { "version: 3\npublication_date: 2024-05-02\n", "2024.3", "2024-05-02" },
  { "version: '3'\npublication_date: '2024-05-02 10:00:00'\n", "2024.3", "2024-05-02" },
  { "version: 3\n", "3", NULL },
  { "version: 3\npublication_date: soon\n", "3", NULL },
  { "version: 1.0 beta\npublication_date: 2024-05-02\n", "1.0-beta", "2024-05-02" },
  { "version: 202612\npublication_date: 2026-01-01\n", "2026.12", "2026-01-01" },
  { "version: 202601\n", "2026.1", NULL },
  { "", "1", NULL },
};

static void
test_heading (void)
{
  g_autoptr(CapFramework) framework =
    read_parts ("provider: Invented\ncopyright: © Nobody\ndescription: A few beds.\n", "", ONE_NODE);

  g_assert_cmpstr (framework->id, ==, "garden");
  g_assert_cmpstr (framework->title, ==, "The garden");
  g_assert_cmpstr (framework->language, ==, "en");
  g_assert_cmpstr (framework->notice, ==,
                   "A few beds.\nProvider: Invented.\nCopyright: © Nobody\n"
                   "Imported from a CISO Assistant library; its texts keep their own copyright.");
  g_assert_cmpuint (framework->bands->len, ==, 4);

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      g_autoptr(CapFramework) other = read_parts (headings[i].heading, "", ONE_NODE);

      g_assert_cmpstr (other->version, ==, headings[i].version);
      g_assert_cmpstr (other->valid_from, ==, headings[i].valid_from);
    }
}

static void
test_several_frameworks (void)
{
  g_autoptr(CapFramework) framework = read_text (
    "locale: en\nref_id: x\nobjects:\n  frameworks:\n"
    "  - {ref_id: 3 Little Pigs!, requirement_nodes: [{urn: u:1, assessable: true, name: Straw}]}\n"
    "  - {ref_id: other, requirement_nodes: []}\n", "en");

  g_assert_cmpstr (framework->id, ==, "f-3-little-pigs");
  g_assert_cmpstr (framework->title, ==, "f-3-little-pigs");
  g_assert_true (g_str_has_suffix (framework->notice,
                                   "The library holds 2 frameworks: only the first one is taken in."));
}

#define TRANSLATED \
  "locale: en\nname: Beds\ntranslations: {fr: {description: Des planches.}}\n" \
  "objects:\n  framework:\n    ref_id: beds\n    name: Beds\n    translations: {fr: {name: Planches}}\n" \
  "    scores_definition:\n" \
  "    - {score: 0, name: Bare, description: Empty., translations: {fr: {name: Nu, description: Vide.}}}\n" \
  "    - {score: 1, name: Full}\n" \
  "    requirement_nodes:\n" \
  "    - {urn: u:1, assessable: false, ref_id: A, name: Soil, translations: {fr: {name: Sol}}}\n" \
  "    - {urn: u:2, assessable: true, parent_urn: u:1, ref_id: A.1, name: Dig, description: A hole.,\n" \
  "       annotation: Roots., typical_evidence: Spade, translations: {\n" \
  "       fr: {name: Creuser, description: Un trou., annotation: Racines., typical_evidence: Pelle},\n" \
  "       nl: {name: Graven}}}\n" \
  "    - {urn: u:3, assessable: true, parent_urn: u:1, ref_id: A.2, description: Sow.}\n"

static void
test_translations (void)
{
  g_autoptr(CapFramework) english = read_text (TRANSLATED, "en");
  const CapCriterion *criterion = cap_framework_find_criterion (english, "A.1");
  const CapLevel *level = cap_framework_get_level (english, 0);

  g_assert_cmpstr (english->language, ==, "en");
  g_assert_cmpstr (english->title, ==, "Beds");
  g_assert_cmpstr (cap_translations_get (english->translations, "fr", "title"), ==, "Planches");
  g_assert_true (g_str_has_prefix (cap_translations_get (english->translations, "fr", "notice"),
                                   "Des planches.\nImporté"));
  g_assert_cmpstr (criterion->label, ==, "Dig");
  g_assert_cmpstr (cap_translations_get (criterion->translations, "fr", "label"), ==, "Creuser");
  g_assert_cmpstr (cap_translations_get (criterion->translations, "fr", "question"), ==, "Un trou.");
  g_assert_cmpstr (cap_translations_get (criterion->translations, "fr", "why"), ==, "Racines.");
  g_assert_cmpstr (cap_translations_get (criterion->translations, "fr", "evidence"), ==, "Pelle");
  g_assert_cmpstr (cap_translations_get (criterion->translations, "nl", "label"), ==, "Graven");
  g_assert_cmpstr (cap_translations_get (criterion->objective->theme->translations, "fr", "label"), ==,
                   "Sol");
  g_assert_cmpstr (cap_translations_get (level->translations, "fr", "descriptor"), ==, "Vide.");
}

/* The user’s language comes first where half of the requirements have it. */
static void
test_main_language (void)
{
  g_autoptr(CapFramework) french = read_text (TRANSLATED, "fr");
  g_autoptr(CapFramework) dutch =
    read_text (TRANSLATED "    - {urn: u:4, assessable: true, name: Wait}\n", "nl");
  const CapCriterion *criterion = cap_framework_find_criterion (french, "A.1");

  g_assert_cmpstr (french->language, ==, "fr");
  g_assert_cmpstr (french->title, ==, "Planches");
  g_assert_cmpstr (criterion->label, ==, "Creuser");
  g_assert_cmpstr (criterion->evidence[0], ==, "Pelle");
  g_assert_cmpstr (cap_translations_get (criterion->translations, "en", "label"), ==, "Dig");
  g_assert_cmpstr (cap_translations_get (criterion->translations, "en", "evidence"), ==, "Spade");
  g_assert_cmpstr (cap_translations_get (criterion->translations, "nl", "label"), ==, "Graven");
  g_assert_null (cap_translations_get (criterion->translations, "fr", "label"));
  g_assert_cmpstr (cap_framework_find_criterion (french, "A.2")->label, ==, "Sow.");
  g_assert_cmpstr (cap_framework_get_level (french, 0)->label, ==, "Nu");
  g_assert_cmpstr (((const CapBand *) g_ptr_array_index (french->bands, 3))->label, ==, "75\u202f% et plus");
  g_assert_cmpstr (dutch->language, ==, "en");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/framework-ciso/structure", test_structure);
  g_test_add_func ("/exchange/framework-ciso/texts", test_texts);
  g_test_add_func ("/exchange/framework-ciso/questions", test_questions);
  g_test_add_func ("/exchange/framework-ciso/descriptors", test_descriptors);
  g_test_add_func ("/exchange/framework-ciso/asides", test_asides);
  g_test_add_func ("/exchange/framework-ciso/scales", test_scales);
  g_test_add_func ("/exchange/framework-ciso/long-scale", test_long_scale);
  g_test_add_func ("/exchange/framework-ciso/groups", test_groups);
  g_test_add_func ("/exchange/framework-ciso/controls", test_controls);
  g_test_add_func ("/exchange/framework-ciso/all-mandatory", test_all_mandatory);
  g_test_add_func ("/exchange/framework-ciso/heading", test_heading);
  g_test_add_func ("/exchange/framework-ciso/several-frameworks", test_several_frameworks);
  g_test_add_func ("/exchange/framework-ciso/translations", test_translations);
  g_test_add_func ("/exchange/framework-ciso/main-language", test_main_language);

  return g_test_run ();
}
