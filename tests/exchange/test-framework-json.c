/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-framework-json.h"

#include <string.h>

#include "exchange/exchange-fixture.h"

/* Keys that a framework may do without. */
static const char * const optional[] = {
  "descriptors", "min_staff", "flag", "kinds", "plain_scale", "glossary", "mappings", "help", "plain",
  "weeks", NULL
};

static CapFramework *
load_shipped (const char *id,
              const char *version)
{
  g_autoptr(GPtrArray) shipped = cap_framework_json_load_shipped ();

  for (guint i = 0; i < shipped->len; i++)
    {
      CapFramework *framework = g_ptr_array_index (shipped, i);

      if (g_str_equal (framework->id, id) && g_str_equal (framework->version, version))
        return cap_framework_ref (framework);
    }

  g_error ("%s %s does not come with the program", id, version);
}

/* Takes what comes after the first @n entries away. */
static void
shorten (JsonObject *object,
         const char *member,
         guint       n)
{
  JsonArray *array = json_object_get_array_member (object, member);

  while (json_array_get_length (array) > n)
    json_array_remove_element (array, n);
}

/* A few criteria of each theme are enough to spoil, and faster to read a thousand times. */
static void
shorten_framework (JsonObject *root)
{
  JsonArray *themes = json_object_get_array_member (root, "themes");
  JsonArray *services = json_object_get_array_member (root, "services");

  for (guint i = 0; i < json_array_get_length (services); i++)
    {
      JsonObject *service = json_array_get_object_element (services, i);
      JsonArray *triggers = json_array_new ();

      json_array_add_string_element (triggers, "A1");
      json_object_set_array_member (service, "triggers", triggers);
    }

  for (guint i = 0; i < json_array_get_length (themes); i++)
    {
      JsonObject *theme = json_array_get_object_element (themes, i);

      shorten (theme, "objectives", 2);
      for (guint j = 0; j < 2; j++)
        shorten (json_array_get_object_element (json_object_get_array_member (theme, "objectives"), j),
                 "criteria", 3);
    }
}

static char *
write_shortened (int format)
{
  g_autoptr(CapFramework) framework = format == 1 ? load_shipped ("cap", "2026.1")
                                                  : cap_framework_json_load_default ();
  gsize size;
  const char *text = g_bytes_get_data (framework->source, &size);
  g_autofree char *copy = g_strndup (text, size);
  g_autoptr(JsonNode) root = exchange_fixture_parse (copy);

  shorten_framework (json_node_get_object (root));

  return json_to_string (root, FALSE);
}

/* Of the first format, or of the second: what takes time is done once. */
static JsonNode *
load_source (int format)
{
  static char *sources[CAP_FRAMEWORK_FORMAT + 1];

  if (sources[format] == NULL)
    sources[format] = write_shortened (format);

  return exchange_fixture_parse (sources[format]);
}

static GPtrArray *
check_text (const char *text,
            gssize      size)
{
  g_autoptr(GBytes) source = g_bytes_new (text, size >= 0 ? (gsize) size : strlen (text));
  CapFramework *framework;
  GPtrArray *faults = cap_framework_json_check (source, &framework);

  g_assert_true ((framework == NULL) == (faults->len > 0));
  g_clear_pointer (&framework, cap_framework_unref);

  return faults;
}

static void
assert_fault (JsonNode   *root,
              const char *path)
{
  g_autofree char *text = json_to_string (root, FALSE);
  g_autofree char *start = g_strconcat (path, ": ", NULL);
  g_autoptr(GPtrArray) faults = check_text (text, -1);

  for (guint i = 0; i < faults->len; i++)
    {
      if (g_str_has_prefix (g_ptr_array_index (faults, i), start))
        return;
    }

  g_error ("no fault at %s; the first of %u: %s", path, faults->len,
           faults->len > 0 ? (char *) g_ptr_array_index (faults, 0) : "-");
}

static void
test_default (void)
{
  g_autoptr(CapFramework) framework = cap_framework_json_load_default ();
  const CapCriterion *criterion = cap_framework_find_criterion (framework, "A1.1");
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, framework->source);

  g_assert_cmpstr (framework->id, ==, "cap");
  g_assert_cmpstr (framework->language, ==, "fr");
  g_assert_cmpuint (framework->themes->len, ==, 4);
  g_assert_cmpuint (framework->criteria->len, >, 80);
  g_assert_cmpstr (framework->sha256, ==, sha256);
  g_assert_cmpstr (cap_framework_get_level (framework, 4)->step, ==, "Agir");
  g_assert_nonnull (criterion);
  g_assert_true (criterion->core);
  g_assert_cmpint (criterion->impact, ==, 3);
  g_assert_cmpstr (criterion->objective->theme->code, ==, "A");
  g_assert_nonnull (cap_framework_find_service (framework, criterion->objective->services[0]));
  g_assert_nonnull (cap_framework_find_term (framework->clauses, criterion->clauses[0]));
}

static gboolean
is_leaf (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) || JSON_NODE_HOLDS_NULL (node);
}

/* Takes each entry away, then gives it a wrong type. In a list, the first entry stands for all. */
static void
spoil_below (JsonNode   *root,
             const char *path)
{
  JsonNode *node = exchange_fixture_find (root, path);
  g_autoptr(GList) members = NULL;

  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);
      g_autofree char *first = g_strconcat (path, "/0", NULL);

      if (json_array_get_length (array) > 0 && !is_leaf (json_array_get_element (array, 0)))
        spoil_below (root, first);
      return;
    }

  members = json_object_get_members (json_node_get_object (node));
  for (const GList *l = members; l != NULL; l = l->next)
    {
      g_autofree char *member = g_strdup (l->data);
      g_autofree char *below = g_strconcat (path, "/", member, NULL);
      g_autoptr(JsonNode) kept = json_node_copy (exchange_fixture_find (root, below));

      if (!g_strv_contains (optional, member))
        {
          json_object_remove_member (json_node_get_object (node), member);
          assert_fault (root, below);
        }
      json_object_set_double_member (json_node_get_object (node), member, 1.5);
      assert_fault (root, below);
      json_object_set_member (json_node_get_object (node), member, g_steal_pointer (&kept));
      if (!is_leaf (exchange_fixture_find (root, below)))
        spoil_below (root, below);
    }
}

static void
test_types (void)
{
  for (int format = 1; format <= CAP_FRAMEWORK_FORMAT; format++)
    {
      g_autoptr(JsonNode) root = load_source (format);

      spoil_below (root, "");
    }
}

/* What one value becomes, and where the fault is told: in one format, or in both. */
static const struct
{
  int         format;
  const char *path;
  const char *value;
  const char *fault;
} mutants[] = {
  { 0, "/format", "3", NULL },
  { 0, "/id", "\"\"", NULL },
  { 0, "/id", "\"two words\"", NULL },
  { 0, "/title", "\"  \"", NULL },
  { 0, "/valid_from", "\"2026-02-30\"", NULL },
  { 0, "/valid_from", "\"20260101\"", NULL },
  { 0, "/valid_until", "\"2025-12-31\"", NULL },
  { 0, "/levels", "[]", NULL },
  { 0, "/levels/0/level", "1", "/levels/1/level" },
  { 0, "/levels/4/level", "3", NULL },
  { 0, "/levels/4", "7", NULL },
  { 0, "/bands", "[]", NULL },
  { 0, "/bands/0/from", "1", NULL },
  { 0, "/bands/1/from", "0", NULL },
  { 0, "/bands/3/from", "101", NULL },
  { 1, "/kinds", "[]", NULL },
  { 0, "/kinds/1/code", "\"AI\"", NULL },
  { 1, "/filters/0/kinds", "[]", NULL },
  { 0, "/filters/0/kinds/0", "\"NOBODY\"", NULL },
  { 0, "/filters/0/kinds/1", "\"AI\"", NULL },
  { 0, "/filters/1/min_staff", "0", NULL },
  { 0, "/filters/2/flag", "\"other\"", NULL },
  { 0, "/filters/1/code", "\"siae\"", NULL },
  { 0, "/filters/2", "{\"code\": \"none\", \"label\": \"None\"}", NULL },
  { 0, "/clauses/1/code", "\"4.1\"", NULL },
  { 0, "/subjects/0/code", "null", NULL },
  { 0, "/services/0/valid_until", "\"2014-12-31\"", NULL },
  { 0, "/services/0/triggers", "[]", NULL },
  { 0, "/services/0/triggers/0", "\"Z9\"", NULL },
  { 0, "/services/1/code", "\"CAP\"", NULL },
  { 0, "/themes", "[]", NULL },
  { 0, "/themes/1/code", "\"A\"", NULL },
  { 0, "/themes/0/weight", "0", NULL },
  { 0, "/themes/0/objectives", "[]", NULL },
  { 0, "/themes/0/objectives/0/weight", "101", NULL },
  { 0, "/themes/0/objectives/1/code", "\"A1\"", NULL },
  { 1, "/themes/0/objectives/0/subjects/0", "\"6.9\"", NULL },
  { 1, "/themes/0/objectives/0/csess/0", "\"9\"", NULL },
  { 0, "/themes/0/objectives/0/services/1", "\"CAP\"", NULL },
  { 0, "/themes/0/objectives/0/services/0", "\"NONE\"", NULL },
  { 0, "/themes/0/objectives/0/criteria", "[]", NULL },
  { 0, "/themes/0/objectives/0/criteria/1/code", "\"A1.1\"", NULL },
  { 0, "/themes/3/objectives/0/criteria/0/code", "\"A1.1\"", NULL },
  { 0, "/themes/0/objectives/0/criteria/0/weight", "-1", NULL },
  { 0, "/themes/0/objectives/0/criteria/0/weight", "18446744073709551617", NULL },
  { 0, "/themes/0/objectives/0/criteria/0/impact", "4", NULL },
  { 0, "/themes/0/objectives/0/criteria/0/effort", "0", NULL },
  { 0, "/themes/0/objectives/0/criteria/0/core", "1", NULL },
  { 0, "/themes/0/objectives/0/criteria/0/filter", "\"nobody\"", NULL },
  { 0, "/themes/0/objectives/0/criteria/0/clauses/0", "\"11.1\"", NULL },
  { 1, "/themes/0/objectives/0/criteria/0/evidence", "[]", NULL },
  { 0, "/themes/0/objectives/0/criteria/0/evidence/0", "3", NULL },
  { 0, "/themes/0/objectives/0/criteria/0/descriptors", "[\"a\", \"b\"]", NULL },
  { 0, "/themes/0/objectives/0/criteria/0/descriptors", "[\"a\", \"b\", \"c\", \"d\", \"e\", \"f\"]", NULL },
  { 1, "/themes/0/objectives/0/criteria/0/steps", "[]", NULL },
  { 0, "/themes/0/objectives/0/criteria/0/steps/0/to", "5", NULL },
  { 0, "/themes/0/objectives/0/criteria/0/steps/1/from", "3",
    "/themes/0/objectives/0/criteria/0/steps/1/to" },
  { 0, "/themes/0/objectives/0/criteria/0/steps/1/to", "1", NULL },
  { 2, "/themes/0/objectives/0/criteria/0/subjects/0", "\"6.9\"", NULL },
  { 2, "/themes/0/objectives/0/criteria/0/csess/0", "\"9\"", NULL },
  { 2, "/themes/0/objectives/0/criteria/0/help/service", "\"NONE\"", NULL },
  { 2, "/themes/0/objectives/0/criteria/0/plain/answers", "[\"a\", \"b\"]", NULL },
  { 2, "/themes/0/objectives/0/criteria/0/steps/0/weeks", "261", NULL },
  { 2, "/levels", "[]", NULL },
  { 2, "/rules/target", "5", NULL },
  { 2, "/plain_scale/2/level", "9", NULL },
  { 2, "/themes/0/local", "true", NULL },
  { 2, "/translations", "{\"en\": 3}", "/translations/en" },
  { 2, "/mappings",
    "[{\"version\": \"1\", \"moves\": [{\"from\": [\"X\"], \"to\": \"Z9\", \"take\": \"carry\"}]}]",
    "/mappings/0/moves/0/to" },
  { 2, "/mappings",
    "[{\"version\": \"1\", \"moves\": [{\"from\": [\"X\"], \"to\": null, \"take\": \"gone\"}]}]",
    "/mappings/0/moves/0/take" },
  { 2, "/mappings",
    "[{\"version\": \"1\", \"moves\": [{\"from\": [\"X\", \"X\"], \"to\": null, \"take\": \"carry\"}]}]",
    "/mappings/0/moves/0/from/1" },
};

static void
replace (JsonNode   *root,
         const char *path,
         const char *value)
{
  const char *key = strrchr (path, '/') + 1;
  g_autofree char *above = g_strndup (path, (gsize) (key - path - 1));
  JsonNode *parent = exchange_fixture_find (root, above);
  JsonNode *node = json_from_string (value, NULL);

  if (JSON_NODE_HOLDS_OBJECT (parent))
    json_object_set_member (json_node_get_object (parent), key, node);
  else
    {
      g_autoptr(JsonArray) changed = json_array_new ();

      for (guint i = 0; i < json_array_get_length (json_node_get_array (parent)); i++)
        json_array_add_element (changed, (int) i == atoi (key)
                                         ? json_node_ref (node)
                                         : json_array_dup_element (json_node_get_array (parent), i));
      json_node_set_array (parent, changed);
      json_node_unref (node);
    }
}

static void
test_mutants (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (mutants); i++)
    {
      for (int format = 1; format <= CAP_FRAMEWORK_FORMAT; format++)
        {
          g_autoptr(JsonNode) root = NULL;

          if (mutants[i].format != 0 && mutants[i].format != format)
            continue;

          root = load_source (format);
          replace (root, mutants[i].path, mutants[i].value);
          assert_fault (root, mutants[i].fault != NULL ? mutants[i].fault : mutants[i].path);
        }
    }
}

static void
test_every_fault (void)
{
  g_autoptr(JsonNode) root = load_source (2);

  replace (root, "/title", "\"\"");
  replace (root, "/themes/0/weight", "0");
  replace (root, "/clauses/1/code", "\"4.1\"");
  assert_fault (root, "/title");
  assert_fault (root, "/themes/0/weight");
  assert_fault (root, "/clauses/1/code");
}

static void
test_unknown_keys (void)
{
  g_autoptr(JsonNode) root = load_source (2);
  g_autoptr(GPtrArray) faults = NULL;
  g_autofree char *text = NULL;

  replace (root, "/x-note", "{\"by\": [1, null]}");
  replace (root, "/themes/0/x-colour", "\"red\"");
  text = json_to_string (root, TRUE);
  faults = check_text (text, -1);

  g_assert_cmpuint (faults->len, ==, 0);
}

static const struct
{
  const char *text;
  const char *fault;
} hostile[] = {
  { "", "/: the file is empty" },
  { "[]", "/: an object is expected: { … }" },
  { "null", "/: an object is expected: { … }" },
  { "\"text\"", "/: an object is expected: { … }" },
  { "{} {}", "/: line 1: this is not JSON" },
  { "{}{}", "/: line 1: this is not JSON" },
  { "{}\n1", "/: line 2: this is not JSON" },
  { "\"\"{}", "/: line 1: this is not JSON" },
  { "1\"\"", "/: line 1: this is not JSON" },
  { "true false", "/: line 1: this is not JSON" },
  { "{", NULL },
  { "{\"id\":", NULL },
  { "{\"id\": \"cap", "/: line 1: this is not JSON" },
  { "{\n\"id\": 'cap'}", "/: line 2: this is not JSON" },
  { "{\"id\": \"\\ud800\\ud800\"}", "/: line 1: this is not JSON" },
  { "{\"id\": \"\\udc00\"}", "/: line 1: this is not JSON" },
  { "{\"id\": \"\\u0000\"}", "/: line 1: this is not JSON" },
  { "{\"id\": \"\\x\"}", "/: line 1: this is not JSON" },
  { "{\"id\": \"\\", "/: line 1: this is not JSON" },
  { "{\"id\": \"\\u12", "/: line 1: this is not JSON" },
  { "{\n\"id\": \"cap\",\n\"version\" 1\n}", "/: line 3: this is not JSON" },
  { "{\"id\": 2", "/: line 1: this is not JSON" },
  { "// comment\n{}", "/: line 1: this is not JSON" },
  { "var x = {};", "/: line 1: this is not JSON" },
  { "{\"id\": \"caf\xe9\"}", "/: line 1: this is not UTF-8 text" },
  { "\xff\xfe{\0}", "/: line 1: this is not UTF-8 text" },
  { "\xef\xbb\xbf{\"format\": 1e999}", NULL },
  { "PK\x03\x04", "/: line 1: this is not JSON" },
};

static void
test_hostile (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autoptr(GPtrArray) faults = check_text (hostile[i].text, -1);

      g_assert_cmpuint (faults->len, >, 0);
      if (hostile[i].fault != NULL)
        g_assert_cmpstr (g_ptr_array_index (faults, 0), ==, hostile[i].fault);
    }
}

static void
test_deep (void)
{
  gsize size = 8 * 1024 * 1024;
  g_autofree char *text = g_malloc (size);
  g_autoptr(GPtrArray) faults = NULL;

  memset (text, '[', size);
  faults = check_text (text, (gssize) size);

  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (faults, 0), ==, "/: line 1: too many lists inside one another");
}

static void
test_huge (void)
{
  gsize size = 50 * 1024 * 1024;
  g_autofree char *text = g_malloc (size);
  g_autoptr(GPtrArray) faults = NULL;

  memset (text, ' ', size);
  faults = check_text (text, (gssize) size);

  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (faults, 0), ==, "/: the file is far too big");
}

/* Cut anywhere, a framework is refused and nothing breaks. */
static void
test_truncated (void)
{
  g_autoptr(CapFramework) framework = cap_framework_json_load_default ();
  gsize size;
  const char *text = g_bytes_get_data (framework->source, &size);

  for (gsize cut = 0; cut + 2 < size; cut += 977)
    {
      g_autoptr(GPtrArray) faults = check_text (text, (gssize) cut);

      g_assert_cmpuint (faults->len, >, 0);
    }
}

/* Whatever bytes change, it is read or refused. */
static void
test_noise (void)
{
  g_autoptr(CapFramework) framework = cap_framework_json_load_default ();
  gsize size;
  const char *text = g_bytes_get_data (framework->source, &size);

  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *noisy = g_memdup2 (text, size);
      g_autoptr(GPtrArray) faults = NULL;

      for (guint j = 0; j < 1 + i / 10; j++)
        noisy[g_test_rand_int_range (0, (gint32) size)] = (char) g_test_rand_int_range (i % 2 ? 32 : 0, 127);
      faults = check_text (noisy, (gssize) size);
      for (guint j = 0; j < faults->len; j++)
        g_assert_true (g_str_has_prefix (g_ptr_array_index (faults, j), "/"));
    }
}

/* What is written reads the same, and is written the same again. */
static void
test_write (void)
{
  g_autoptr(GPtrArray) shipped = cap_framework_json_load_shipped ();

  for (guint i = 0; i < shipped->len; i++)
    {
      CapFramework *framework = g_ptr_array_index (shipped, i);
      g_autoptr(GBytes) source = cap_framework_json_write (framework);
      g_autoptr(GError) error = NULL;
      g_autoptr(CapFramework) again = cap_framework_json_read (source, &error);
      g_autoptr(GBytes) written = NULL;

      g_assert_no_error (error);
      written = cap_framework_json_write (again);
      g_assert_true (g_bytes_equal (source, written));
      g_assert_cmpuint (again->criteria->len, ==, framework->criteria->len);
    }
}

/* What is optional is kept too: another scale, own labels, a local theme, other languages. */
static void
test_write_optional (void)
{
  static const char * const kept[] = {
    "\"local\" : true", "\"network_label\" : \"Before\"", "\"de\" : {", "\"label\" : \"Hallo\"",
    "\"take\" : \"lowest\"",
  };
  g_autoptr(JsonNode) root = load_source (2);
  g_autoptr(CapFramework) framework = NULL;
  g_autoptr(GBytes) source = NULL;
  g_autofree char *text = NULL;
  g_autofree char *changed = NULL;

  replace (root, "/themes/3/local", "true");
  replace (root, "/themes/0/network_label", "\"Before\"");
  replace (root, "/themes/0/objectives/0/criteria/0/translations", "{\"de\": {\"label\": \"Hallo\"}}");
  replace (root, "/mappings", "[{\"version\": \"1\", \"moves\": [{\"from\": [\"X\", \"Y\"], \"to\": \"A1.1\","
           " \"take\": \"lowest\"}]}]");
  changed = json_to_string (root, FALSE);
  source = g_bytes_new (changed, strlen (changed));
  framework = cap_framework_json_read (source, NULL);
  g_assert_nonnull (framework);
  g_assert_true (((CapTheme *) g_ptr_array_index (framework->themes, 3))->local);

  g_clear_pointer (&source, g_bytes_unref);
  source = cap_framework_json_write (framework);
  text = g_strndup (g_bytes_get_data (source, NULL), g_bytes_get_size (source));
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    g_assert_nonnull (strstr (text, kept[i]));
}

static void
test_read (void)
{
  g_autoptr(GBytes) source = g_bytes_new_static ("{}", 2);
  g_autoptr(GError) error = NULL;
  g_autoptr(CapFramework) framework = cap_framework_json_read (source, &error);

  g_assert_null (framework);
  g_assert_error (error, CAP_EXCHANGE_ERROR, CAP_EXCHANGE_ERROR_INPUT);
  g_assert_cmpstr (error->message, ==, "/format: this entry is missing");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/framework-json/default", test_default);
  g_test_add_func ("/exchange/framework-json/types", test_types);
  g_test_add_func ("/exchange/framework-json/mutants", test_mutants);
  g_test_add_func ("/exchange/framework-json/every-fault", test_every_fault);
  g_test_add_func ("/exchange/framework-json/unknown-keys", test_unknown_keys);
  g_test_add_func ("/exchange/framework-json/hostile", test_hostile);
  g_test_add_func ("/exchange/framework-json/deep", test_deep);
  g_test_add_func ("/exchange/framework-json/huge", test_huge);
  g_test_add_func ("/exchange/framework-json/truncated", test_truncated);
  g_test_add_func ("/exchange/framework-json/noise", test_noise);
  g_test_add_func ("/exchange/framework-json/write", test_write);
  g_test_add_func ("/exchange/framework-json/write-optional", test_write_optional);
  g_test_add_func ("/exchange/framework-json/read", test_read);

  return g_test_run ();
}
