/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-ciso-read.h"

#include <string.h>

#include "exchange/cap-ciso-write.h"
#include "exchange/cap-framework-json.h"

/* What is refused and how it is said; what leaves comes back. */

static GPtrArray *
check_bytes (const char    *text,
             gsize          size,
             CapFramework **framework)
{
  g_autoptr(GBytes) source = g_bytes_new (text, size);
  GPtrArray *faults = cap_framework_ciso_read (source, "fr", framework);

  g_assert_true ((*framework == NULL) == (faults->len > 0));

  return faults;
}

static void
assert_fault (const char *text,
              const char *sentence)
{
  g_autoptr(CapFramework) framework = NULL;
  g_autoptr(GPtrArray) faults = check_bytes (text, strlen (text), &framework);

  for (guint i = 0; i < faults->len; i++)
    {
      if (g_str_equal (g_ptr_array_index (faults, i), sentence))
        return;
    }

  g_error ("not told: %s; the first of %u: %s", sentence, faults->len,
           faults->len > 0 ? (char *) g_ptr_array_index (faults, 0) : "-");
}

static const struct
{
  const char *objects;
  const char *holds;
} others[] = {
  { "risk_matrix: [{ref_id: m, grid: [[0, 1, 2], [1, 2, 2]]}]", "a risk matrix (2 × 3)" },
  { "risk_matrix: {ref_id: m}", "a risk matrix" },
  { "risk_matrix: [{}, {}]", "2 risk matrices" },
  { "threats: [{}, {}, {}]", "3 threats" },
  { "threats: [{}]", "1 threat" },
  { "reference_controls: [{}, {}]", "2 reference controls" },
  { "requirement_mapping_set: {source_framework_urn: a}", "1 mapping between two frameworks" },
  { "requirement_mapping_sets: [{}, {}]", "2 mappings between two frameworks" },
  { "preset: {profile: {}}", "1 preset of CISO Assistant" },
  { "metric_definitions: [{}, {}]", "2 indicators" },
  { "ttp_catalogs: [{}]\n  tactics: [{}, {}]\n  techniques: [{}]\n  reference_controls: [{}]",
    "1 catalogue of attacks, 2 attack tactics, 1 attack technique, 1 reference control" },
  { "recipes: [{}]\n  framework: null", "“recipes”, “framework”" },
};

static void
test_no_framework (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *text = g_strdup_printf ("urn: u\nobjects:\n  %s\n", others[i].objects);
      g_autofree char *sentence = g_strconcat ("this library holds ", others[i].holds,
                                               ", no framework: there is nothing to evaluate", NULL);

      assert_fault (text, sentence);
    }

  assert_fault ("objects: {}\n", "this library holds nothing, so there is nothing to evaluate");
}

/* The framework starts on line 4, its nodes on line 5. */
static const struct
{
  const char *framework;
  const char *fault;
} wrong[] = {
  { "requirement_nodes: []", "line 4: this framework has no requirement: “requirement_nodes”" },
  { "name: X", "line 4: this framework has no requirement: “requirement_nodes”" },
  { "requirement_nodes:\n    - {urn: a, assessable: false}",
    "line 4: none of its requirement nodes is assessable: there is nothing to evaluate" },
  { "requirement_nodes:\n    - {urn: a, assessable: perhaps}",
    "line 5: true or false is expected: “assessable”" },
  { "requirement_nodes:\n    - {assessable: true}",
    "line 5: a requirement node has a name for programs: “urn”" },
  { "requirement_nodes:\n    - text", "line 5: a requirement node is expected: names and values" },
  { "requirement_nodes:\n    - {urn: a, assessable: true}\n    - {urn: A, assessable: true}",
    "line 6: “A” is there already" },
  { "requirement_nodes:\n    - {urn: a, assessable: true,\n       parent_urn: b}",
    "line 6: nothing is called “b”: “parent_urn”" },
  { "requirement_nodes:\n    - {urn: a, assessable: true, parent_urn: a}",
    "line 5: this requirement node stands below itself: “parent_urn”" },
  { "requirement_nodes:\n    - {urn: a, assessable: true, parent_urn: c}\n"
    "    - {urn: b, assessable: false, parent_urn: a}\n    - {urn: c, assessable: false, parent_urn: b}",
    "line 6: this requirement node stands below itself: “parent_urn”" },
  { "min_score: 3\n    max_score: 3\n    requirement_nodes:\n    - {urn: a, assessable: true}",
    "line 4: the greatest score is not above the least one: “min_score”, “max_score”" },
  { "min_score: 0\n    max_score: many\n    requirement_nodes:\n    - {urn: a, assessable: true}",
    "line 5: a whole number is expected: “max_score”" },
  { "max_score: 10000000000000000000\n    requirement_nodes:\n    - {urn: a, assessable: true}",
    "line 4: a whole number is expected: “max_score”" },
  { "scores_definition: [{name: X}]\n    requirement_nodes:\n    - {urn: a, assessable: true}",
    "line 4: a score has a number: “score”" },
  { "scores_definition:\n    - {score: 1}\n    - {score: 1}\n"
    "    requirement_nodes:\n    - {urn: a, assessable: true}",
    "line 6: this score has a name already" },
};

static void
test_wrong (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *text = g_strdup_printf ("locale: en\nobjects:\n  framework:\n    %s\n",
                                               wrong[i].framework);

      assert_fault (text, wrong[i].fault);
    }

  assert_fault ("text", "line 1: this is not a CISO Assistant library: “objects”");
  assert_fault ("- a\n- b\n", "line 1: this is not a CISO Assistant library: “objects”");
  assert_fault ("\n\na: b\nobjects: c\n", "line 3: this is not a CISO Assistant library: “objects”");
  assert_fault ("a: [\n", "line 2: this is not YAML");
}

/* Faults are all told, each on its line. */
static void
test_every_fault (void)
{
  const char *text = "objects:\n  framework:\n    requirement_nodes:\n"
                     "    - {assessable: true}\n"
                     "    - {urn: a, assessable: true, parent_urn: z}\n"
                     "    - {urn: b, assessable: true, parent_urn: b}\n";

  assert_fault (text, "line 4: a requirement node has a name for programs: “urn”");
  assert_fault (text, "line 5: nothing is called “z”: “parent_urn”");
  assert_fault (text, "line 6: this requirement node stands below itself: “parent_urn”");
}

static GString *
begin_library (void)
{
  return g_string_new ("locale: en\nobjects:\n  framework:\n    requirement_nodes:\n");
}

static void
test_bounds (void)
{
  g_autoptr(GString) deep = begin_library ();
  g_autoptr(GString) many = begin_library ();
  g_autoptr(GString) groups = begin_library ();
  g_autoptr(GString) loop = begin_library ();

  g_string_append (deep, "    - {urn: n0, assessable: true}\n");
  for (guint i = 1; i < 40; i++)
    g_string_append_printf (deep, "    - {urn: n%u, assessable: true, parent_urn: n%u}\n", i, i - 1);
  assert_fault (deep->str, "line 37: too many requirement nodes inside one another");

  for (guint i = 0; i < 100; i++)
    g_string_append_printf (loop, "    - {urn: n%u, assessable: true, parent_urn: n%u}\n", i,
                            (i + 1) % 100);
  assert_fault (loop->str, "line 5: too many requirement nodes inside one another");

  for (guint i = 0; i <= 8000; i++)
    g_string_append_printf (many, "    - {urn: n%u, assessable: true}\n", i);
  assert_fault (many->str, "line 8005: there are too many criteria");

  for (guint i = 0; i <= 500; i++)
    g_string_append_printf (groups, "    - {urn: n%u, assessable: true, implementation_groups: [g%u]}\n",
                            i, i);
  assert_fault (groups->str, "line 4: there are too many groups");
}

/* Long texts are cut between characters, and that is said. */
static void
test_long (void)
{
  g_autoptr(GString) text = begin_library ();
  g_autoptr(CapFramework) framework = NULL;
  g_autoptr(GPtrArray) faults = NULL;
  const CapCriterion *criterion;

  g_string_append (text, "    - {urn: a, assessable: true, name: '");
  for (guint i = 0; i < 1000; i++)
    g_string_append (text, "é");
  g_string_append (text, "', description: 'x");
  for (guint i = 0; i < 30000; i++)
    g_string_append (text, "é");
  g_string_append (text, "'}\n");
  faults = check_bytes (text->str, text->len, &framework);

  g_assert_cmpuint (faults->len, ==, 0);
  criterion = g_ptr_array_index (framework->criteria, 0);
  g_assert_cmpint (g_utf8_strlen (criterion->label, -1), ==, 300);
  g_assert_true (g_str_has_suffix (criterion->label, "é…"));
  g_assert_true (g_str_has_prefix (criterion->question, "éé"));
  g_assert_true (g_str_has_suffix (criterion->question, "é…"));
  g_assert_true (g_utf8_validate (criterion->question, -1, NULL));
  g_assert_true (g_str_has_suffix (framework->notice, "Texts made shorter, as they were too long: 1."));
}

static char *
write_text (const CapFramework *framework)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = cap_framework_ciso_write (framework, &error);

  g_assert_no_error (error);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static CapFramework *
read_again (const CapFramework *framework)
{
  g_autofree char *text = write_text (framework);
  g_autofree char *same = write_text (framework);
  CapFramework *again;
  g_autoptr(GPtrArray) faults = check_bytes (text, strlen (text), &again);

  g_assert_cmpstr (text, ==, same);
  if (again == NULL)
    g_error ("%s", (char *) g_ptr_array_index (faults, 0));

  return again;
}

static void
assert_same_translations (const GPtrArray *one,
                          const GPtrArray *other)
{
  g_assert_cmpuint (one != NULL ? one->len : 0, ==, other != NULL ? other->len : 0);
  for (guint i = 0; one != NULL && i < one->len; i++)
    {
      const CapTranslation *translation = g_ptr_array_index (one, i);

      g_assert_cmpstr (cap_translations_get (other, translation->language, translation->field), ==,
                       translation->text);
    }
}

static void
assert_same_criterion (const CapCriterion *one,
                       const CapCriterion *other)
{
  g_assert_cmpstr (one->objective->theme->code, ==, other->objective->theme->code);
  g_assert_cmpstr (one->objective->theme->label, ==, other->objective->theme->label);
  g_assert_cmpstr (one->objective->theme->summary, ==, other->objective->theme->summary);
  g_assert_cmpint (one->objective->theme->weight, ==, other->objective->theme->weight);
  g_assert_cmpstr (one->objective->code, ==, other->objective->code);
  g_assert_cmpstr (one->objective->label, ==, other->objective->label);
  g_assert_cmpstr (one->objective->advice, ==, other->objective->advice);
  g_assert_cmpint (one->objective->weight, ==, other->objective->weight);
  g_assert_cmpstr (one->code, ==, other->code);
  g_assert_cmpstr (one->label, ==, other->label);
  g_assert_cmpstr (one->question, ==, other->question);
  g_assert_true (g_str_has_prefix (other->why, one->why));
  g_assert_cmpint (one->weight, ==, other->weight);
  g_assert_cmpint (one->core, ==, other->core);
  g_assert_true (g_strv_equal ((const char * const *) one->evidence, (const char * const *) other->evidence));
  g_assert_cmpuint (one->steps->len, ==, other->steps->len);
  for (guint i = 0; i < one->steps->len; i++)
    g_assert_cmpstr (((const CapNextStep *) g_ptr_array_index (one->steps, i))->title, ==,
                     ((const CapNextStep *) g_ptr_array_index (other->steps, i))->title);
  assert_same_translations (one->translations, other->translations);
}

static void
assert_same (const CapFramework *one,
             const CapFramework *other)
{
  g_assert_cmpstr (one->id, ==, other->id);
  g_assert_cmpstr (one->version, ==, other->version);
  g_assert_cmpstr (one->valid_from, ==, other->valid_from);
  g_assert_cmpstr (one->title, ==, other->title);
  g_assert_cmpuint (one->levels->len, ==, other->levels->len);
  g_assert_cmpuint (one->kinds->len, ==, other->kinds->len);
  g_assert_cmpuint (one->criteria->len, ==, other->criteria->len);
  for (guint i = 0; i < one->levels->len; i++)
    {
      const CapLevel *a = g_ptr_array_index (one->levels, i);
      const CapLevel *b = g_ptr_array_index (other->levels, i);

      g_assert_cmpint (a->number, ==, b->number);
      g_assert_cmpstr (a->label, ==, b->label);
      g_assert_cmpstr (a->descriptor, ==, b->descriptor);
      g_assert_cmpstr (a->evidence, ==, b->evidence);
      assert_same_translations (a->translations, b->translations);
    }
  for (guint i = 0; i < one->kinds->len; i++)
    {
      const CapTerm *kind = g_ptr_array_index (one->kinds, i);

      g_assert_cmpstr (cap_framework_find_term (other->kinds, kind->code)->label, ==, kind->label);
    }
  for (guint i = 0; i < one->criteria->len; i++)
    assert_same_criterion (g_ptr_array_index (one->criteria, i), g_ptr_array_index (other->criteria, i));
}

/* A kind that a filter lets through still is let through, and no other. */
static void
assert_same_kinds (const CapFramework *one,
                   const CapFramework *other)
{
  for (guint i = 0; i < one->criteria->len; i++)
    {
      const CapFilter *a = ((const CapCriterion *) g_ptr_array_index (one->criteria, i))->filter;
      const CapFilter *b = ((const CapCriterion *) g_ptr_array_index (other->criteria, i))->filter;
      GStrv kinds = a != NULL ? a->kinds : NULL;

      if (kinds != NULL && g_strv_length (kinds) == one->kinds->len)
        kinds = NULL;
      g_assert_true ((kinds == NULL) == (b == NULL));
      if (b != NULL)
        g_assert_true (g_strv_equal ((const char * const *) kinds, (const char * const *) b->kinds));
    }
}

static void
test_round_trip (void)
{
  g_autoptr(CapFramework) framework = cap_framework_json_load_default ();
  g_autoptr(CapFramework) again = read_again (framework);

  assert_same (framework, again);
  assert_same_kinds (framework, again);
}

static void
test_round_trip_translated (void)
{
  const char *text =
    "locale: en\nversion: 3\npublication_date: 2024-05-02\nname: Beds\n"
    "objects:\n  framework:\n    ref_id: beds\n    name: Beds\n    translations: {fr: {name: Planches}}\n"
    "    scores_definition:\n"
    "    - {score: 1, name: 'Yes', description: '1', translations: {fr: {name: Oui, description: Vide.}}}\n"
    "    - {score: 2, name: Full, description_doc: Paper, translations: {nl: {description_doc: Papier}}}\n"
    "    implementation_groups_definition: [{ref_id: g, name: G, translations: {fr: {name: Gé}}}]\n"
    "    requirement_nodes:\n"
    "    - {urn: u:1, assessable: false, ref_id: A, name: Soil, description: 'No', weight: 4,\n"
    "       translations: {fr: {name: Sol, description: Non}}}\n"
    "    - {urn: u:2, assessable: true, parent_urn: u:1, ref_id: é/1, name: Dig,\n"
    "       description: \"A\\n hole.\", annotation: '~', typical_evidence: '1.0', weight: 7,\n"
    "       importance: mandatory, translations: {\n"
    "       fr: {name: Creuser, description: Un trou., annotation: Racines., typical_evidence: Pelle},\n"
    "       nl: {name: Graven}}}\n"
    "    - {urn: u:3, assessable: true, parent_urn: u:1, ref_id: è/1, name: 'a: b # c',\n"
    "       description: \"-\\t!\"}\n";
  g_autoptr(CapFramework) framework = NULL;
  g_autoptr(CapFramework) again = NULL;
  g_autoptr(GPtrArray) faults = check_bytes (text, strlen (text), &framework);

  g_assert_cmpuint (faults->len, ==, 0);
  again = read_again (framework);
  assert_same (framework, again);
  assert_same_kinds (framework, again);
}

/* Cut anywhere or with any byte changed, a library is read or refused on a line. */
static void
test_noise (void)
{
  g_autoptr(CapFramework) framework = cap_framework_json_load_default ();
  g_autofree char *text = write_text (framework);
  gsize size = strlen (text);

  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *noisy = g_memdup2 (text, size);
      gsize cut = i % 3 == 0 ? (gsize) g_test_rand_int_range (0, (gint32) size) : size;
      CapFramework *read = NULL;
      g_autoptr(GPtrArray) faults = NULL;

      for (guint j = 0; j < i / 3; j++)
        noisy[g_test_rand_int_range (0, (gint32) size)] = (char) g_test_rand_int_range (i % 2 ? 32 : 0, 127);
      faults = check_bytes (noisy, cut, &read);
      for (guint j = 0; j < faults->len; j++)
        g_assert_true (g_str_has_prefix (g_ptr_array_index (faults, j), "line ") ||
                       g_str_has_prefix (g_ptr_array_index (faults, j), "this library holds "));
      g_clear_pointer (&read, cap_framework_unref);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/ciso-faults/no-framework", test_no_framework);
  g_test_add_func ("/exchange/ciso-faults/wrong", test_wrong);
  g_test_add_func ("/exchange/ciso-faults/every-fault", test_every_fault);
  g_test_add_func ("/exchange/ciso-faults/bounds", test_bounds);
  g_test_add_func ("/exchange/ciso-faults/long", test_long);
  g_test_add_func ("/exchange/ciso-faults/round-trip", test_round_trip);
  g_test_add_func ("/exchange/ciso-faults/round-trip-translated", test_round_trip_translated);
  g_test_add_func ("/exchange/ciso-faults/noise", test_noise);

  return g_test_run ();
}
