/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-yaml-private.h"

#include <string.h>

#include "exchange/cap-framework-json.h"

static CapYaml *
read_text (const char *text)
{
  g_autoptr(GBytes) source = g_bytes_new (text, strlen (text));
  g_autoptr(GError) error = NULL;
  CapYaml *root = cap_yaml_read (source, &error);

  g_assert_no_error (error);

  return root;
}

static void
assert_refused (const char *text,
                gsize       size,
                const char *sentence)
{
  g_autoptr(GBytes) source = g_bytes_new (text, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(CapYaml) root = cap_yaml_read (source, &error);

  g_assert_null (root);
  g_assert_error (error, CAP_EXCHANGE_ERROR, CAP_EXCHANGE_ERROR_INPUT);
  g_assert_cmpstr (error->message, ==, sentence);
}

/* A value in every way of writing it. */
static const struct
{
  const char *text;
  const char *value;
} styles[] = {
  { "a: one two", "one two" },
  { "a: one\n  two\n  three", "one two three" },
  { "a: 'it''s'", "it's" },
  { "a: \"caf\\xe9 \\u2026 \\\"x\\\"\"", "café … \"x\"" },
  { "a: \"one \\\n  two\"", "one two" },
  { "a: |\n  one\n   two\n", "one\n two\n" },
  { "a: |-\n  one\n  two\n", "one\ntwo" },
  { "a: >\n  one\n  two\n\n  three\n", "one two\nthree\n" },
  { "---\na: one\n", "one" },
  { "\xef\xbb\xbf" "a: one\n", "one" },
  { "a: one\r\nb: two\r\n", "one" },
  { "? a\n: one\n", "one" },
  { "a: one # not this\n", "one" },
  { "a: \"one\\Ltwo\\Pthree\\Nfour\"", "one\ntwo\nthree\nfour" },
  { "a: \"one\\etwo\\0three\\x07\"", "one two three " },
  { "a: 2026-11-20", "2026-11-20" },
  { "a: 0x1F", "0x1F" },
  { "a: !!str yes", "yes" },
  { "a: 'null'", "null" },
  { "a: null", NULL },
  { "a: ~", NULL },
  { "a:", NULL },
  { "a: ''", NULL },
  { "a: [1, 2]", NULL },
  { "b: one", NULL },
};

static void
test_styles (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      g_autoptr(CapYaml) root = read_text (styles[i].text);

      g_assert_cmpstr (cap_yaml_get_text (root, "a"), ==, styles[i].value);
    }
}

static void
test_tree (void)
{
  g_autoptr(CapYaml) root = read_text ("one: [a, b]\n"
                                       "? two words\n"
                                       ": - c\n"
                                       "  - d: e\n"
                                       "    f: null\n"
                                       "three: {g: h}\n");
  const CapYaml *list = cap_yaml_get (root, "two words");

  g_assert_cmpuint (cap_yaml_get_length (root), ==, 3);
  g_assert_cmpstr (cap_yaml_get_name (root, 1), ==, "two words");
  g_assert_cmpuint (cap_yaml_get_length (cap_yaml_get (root, "one")), ==, 2);
  g_assert_cmpstr (cap_yaml_as_text (cap_yaml_get_item (cap_yaml_get (root, "one"), 1)), ==, "b");
  g_assert_null (cap_yaml_get_item (list, 2));
  g_assert_cmpstr (cap_yaml_get_text (cap_yaml_get_item (list, 1), "d"), ==, "e");
  g_assert_null (cap_yaml_get (cap_yaml_get_item (list, 1), "f"));
  g_assert_cmpuint (cap_yaml_get_item (list, 1)->line, ==, 4);
  g_assert_cmpstr (cap_yaml_get_text (cap_yaml_get (root, "three"), "g"), ==, "h");
  g_assert_null (cap_yaml_get_name (list, 0));
  g_assert_null (cap_yaml_get (NULL, "a"));
  g_assert_cmpuint (cap_yaml_get_length (NULL), ==, 0);
}

static const struct
{
  const char *text;
  const char *sentence;
} refused[] = {
  { "", "line 1: the file is empty" },
  { "\n# nothing\n", "line 1: the file is empty" },
  { "a: b\nc: caf\xe9\n", "line 2: this is not UTF-8 text" },
  { "a: b\nc: \xed\xa0\x80\n", "line 2: this is not UTF-8 text" },
  { "a: b\nc: \x01\n", "line 2: this is not YAML" },
  { "a: b\n\tc: d\n", "line 2: this is not YAML" },
  { "a: b\n c: d\n", "line 2: this is not YAML" },
  { "a: [b\n", "line 2: this is not YAML" },
  { "a: \"b\n", "line 2: this is not YAML" },
  { "a: \"\\ud800\"\n", "line 1: this is not YAML" },
  { "a: b\na: c\n", "line 2: “a” stands twice in the same entry" },
  { "a:\n- b: c\n  d: e\n  b: f\n", "line 4: “b” stands twice in the same entry" },
  { "a: &x b\nc: d\n", "line 1: references (& and *) are not read: write the text in full" },
  { "a: b\nc: *x\n", "line 2: references (& and *) are not read: write the text in full" },
  { "a: &x\n- b\n", "line 1: references (& and *) are not read: write the text in full" },
  { "? [a, b]\n: c\n", "line 1: the name of an entry is a text" },
  { "? {a: b}\n: c\n", "line 1: the name of an entry is a text" },
  { "a: b\n---\nc: d\n", "line 2: the file holds several documents: one is expected" },
  { "PK\x03\x04", "line 1: this is not YAML" },
};

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    assert_refused (refused[i].text, strlen (refused[i].text), refused[i].sentence);
}

/* Nine lines that stand for a billion texts. */
static void
test_bomb (void)
{
  g_autoptr(GString) text = g_string_new ("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");

  for (guint i = 1; i < 9; i++)
    {
      g_string_append_printf (text, "a%u: &a%u [", i, i);
      for (guint j = 0; j < 10; j++)
        g_string_append_printf (text, "%s*a%u", j > 0 ? ", " : "", i - 1);
      g_string_append (text, "]\n");
    }

  assert_refused (text->str, text->len,
                  "line 1: references (& and *) are not read: write the text in full");
}

static void
test_depth (void)
{
  g_autoptr(GString) lists = g_string_new (NULL);
  g_autoptr(GString) maps = g_string_new (NULL);
  g_autoptr(CapYaml) root = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (lists, '[');
  assert_refused (lists->str, lists->len, "line 1: too many lists inside one another");

  for (guint i = 0; i < 40; i++)
    g_string_append_printf (maps, "%*sa:\n", (int) i, "");
  assert_refused (maps->str, maps->len, "line 33: too many lists inside one another");

  g_string_truncate (lists, 32);
  for (guint i = 0; i < 32; i++)
    g_string_append_c (lists, ']');
  root = read_text (lists->str);
  g_assert_nonnull (root);
}

static void
test_long_text (void)
{
  g_autofree char *most = g_strnfill (100000, 'x');
  g_autofree char *fits = g_strconcat ("a: ", most, NULL);
  g_autofree char *more = g_strconcat ("b: 1\na: ", most, "x\n", NULL);
  g_autoptr(CapYaml) root = read_text (fits);

  g_assert_cmpuint (strlen (cap_yaml_get_text (root, "a")), ==, 100000);
  assert_refused (more, strlen (more), "line 2: this text is far too long");
}

static void
test_size (void)
{
  g_autoptr(GString) text = g_string_sized_new (17 * 1024 * 1024);

  for (guint i = 0; i <= 1000000; i++)
    g_string_append (text, "- x\n");
  assert_refused (text->str, text->len, "line 1000001: the file is far too big");

  while (text->len <= 16 * 1024 * 1024)
    g_string_append (text, "- xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n");
  assert_refused (text->str, text->len, "line 1: the file is far too big");
}

/* Names that stand twice are found at once in a large map too. */
static void
test_many_names (void)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(CapYaml) root = NULL;

  for (guint i = 0; i < 50000; i++)
    g_string_append_printf (text, "n%u: v\n", i);
  root = read_text (text->str);
  g_assert_cmpuint (cap_yaml_get_length (root), ==, 50000);

  g_string_append (text, "n7: v\n");
  assert_refused (text->str, text->len, "line 50001: “n7” stands twice in the same entry");
}

/* Whatever a text holds, it is read as it was written; what others would take for something else than a
 * text is in quotes. */
static const struct
{
  const char *value;
  const char *written;
} texts[] = {
  { "one two", "a: one two\n" },
  { "l’été : « oui »", "a: 'l’été : « oui »'\n" },
  { "1.1", "a: '1.1'\n" },
  { "yes", "a: 'yes'\n" },
  { "Null", "a: 'Null'\n" },
  { "~", "a: '~'\n" },
  { "2026-11-20", "a: '2026-11-20'\n" },
  { "- one", "a: '- one'\n" },
  { "a: b # c", "a: 'a: b # c'\n" },
  { "it's", "a: it's\n" },
  { "one\ntwo", "a: |-\n  one\n  two\n" },
  { "one\n  two\n\nthree", "a: |-\n  one\n    two\n\n  three\n" },
  { "one \ntwo", "a: \"one \\ntwo\"\n" },
  { " one\ntwo\n", "a: \" one\\ntwo\\n\"\n" },
  { "tab\there", NULL },
  { "\xc2\xa0no-break\xe2\x80\xaf!", NULL },
  { "\xf0\x9f\x8c\xb2", NULL },
  { "\"quoted\" \\ 'all'", NULL },
  { "%one", NULL },
  { "{one: two}", NULL },
  { "trailing ", NULL },
};

static void
test_writer (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(CapYamlWriter) writer = cap_yaml_writer_new ();
      g_autoptr(GBytes) bytes = NULL;
      g_autofree char *written = NULL;
      g_autoptr(CapYaml) root = NULL;

      cap_yaml_writer_add_text (writer, "a", texts[i].value);
      cap_yaml_writer_add_some (writer, "none", "");
      bytes = cap_yaml_writer_end (writer);
      g_assert_nonnull (bytes);
      written = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      if (texts[i].written != NULL)
        g_assert_cmpstr (written, ==, texts[i].written);
      root = read_text (written);
      g_assert_cmpstr (cap_yaml_get_text (root, "a"), ==, texts[i].value);
      g_assert_cmpuint (cap_yaml_get_length (root), ==, 1);
    }
}

static void
test_writer_fails (void)
{
  g_autoptr(CapYamlWriter) writer = cap_yaml_writer_new ();
  g_autoptr(GBytes) bytes = NULL;

  cap_yaml_writer_begin_list (writer, "a");
  cap_yaml_writer_add_text (writer, NULL, "caf\xe9");
  cap_yaml_writer_end_list (writer);
  bytes = cap_yaml_writer_end (writer);

  g_assert_null (bytes);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/yaml/styles", test_styles);
  g_test_add_func ("/exchange/yaml/tree", test_tree);
  g_test_add_func ("/exchange/yaml/refused", test_refused);
  g_test_add_func ("/exchange/yaml/bomb", test_bomb);
  g_test_add_func ("/exchange/yaml/depth", test_depth);
  g_test_add_func ("/exchange/yaml/long-text", test_long_text);
  g_test_add_func ("/exchange/yaml/size", test_size);
  g_test_add_func ("/exchange/yaml/many-names", test_many_names);
  g_test_add_func ("/exchange/yaml/writer", test_writer);
  g_test_add_func ("/exchange/yaml/writer-fails", test_writer_fails);

  return g_test_run ();
}
