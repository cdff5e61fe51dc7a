/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/cap-csv.h"

#include <string.h>

/* “1[a|b] 3[c|d]”: each row with its line. */
static char *
describe (const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) rows = cap_csv_read (text, strlen (text), &error);
  g_autoptr(GString) out = g_string_new (NULL);

  if (rows == NULL)
    return g_strdup (error->message);

  for (guint i = 0; i < rows->len; i++)
    {
      const CapCsvRow *row = g_ptr_array_index (rows, i);
      g_autofree char *fields = g_strjoinv ("|", row->fields);

      g_assert_cmpuint (g_strv_length (row->fields), ==, row->n_fields);
      g_string_append_printf (out, "%s%u[%s]", i > 0 ? " " : "", row->line, fields);
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
test_read (void)
{
  static const struct { const char *text; const char *rows; } cases[] = {
    { "", "" },
    { "\n\r\n\n", "" },
    { "a", "1[a]" },
    { "a;b\nc;d\n", "1[a|b] 2[c|d]" },
    { "a;b\r\nc;d", "1[a|b] 2[c|d]" },
    { "a;b\rc;d\r", "1[a|b] 2[c|d]" },
    { "a,b\nc,d\n", "1[a|b] 2[c|d]" },
    { "a\tb\nc\td\n", "1[a|b] 2[c|d]" },
    { "a;b,c\n1;2,5\n", "1[a|b,c] 2[1|2,5]" },
    { "a,b;c,d\n1,2\n", "1[a|b;c|d] 2[1|2]" },
    { "\"a;b\",c,d\n", "1[a;b|c|d]" },
    { "\xef\xbb\xbf" "critère;niveau\nA1.1;3\n", "1[critère|niveau] 2[A1.1|3]" },
    { "a;b\n\"x\ny\";z\n1;2\n", "1[a|b] 2[x\ny|z] 4[1|2]" },
    { "a;b\n\"x\r\ny\";z\r\n1;2\r\n", "1[a|b] 2[x\r\ny|z] 4[1|2]" },
    { "a;\"il dit \"\"oui\"\"\"\n", "1[a|il dit \"oui\"]" },
    { "a;x \"y\" z\n", "1[a|x \"y\" z]" },
    { "a;b\n;\n  ; \nc;d\n;;;\n", "1[a|b] 4[c|d]" },
    { "a;b;\n1;2;\n", "1[a|b|] 2[1|2|]" },
    { "a;\"\"\n", "1[a|]" },
    { "a;'=1+1\n", "1[a|=1+1]" },
    { "a;'bonjour'\n", "1[a|'bonjour']" },
    { "a;''-x\n", "1[a|'-x]" },
    { "a;b\nx;\"y\n", "line 2: a quotation mark opens here and never closes" },
    { "a;b\n\"x\n\n\"y;z\n", "line 4: text follows a closing quotation mark" },
    { "a;b\nc;\xe9t\xe9\n",
      "line 2: this is not text in UTF-8; in the spreadsheet, save as “CSV UTF-8”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *rows = describe (cases[i].text);

      g_assert_cmpstr (rows, ==, cases[i].rows);
    }
}

static void
test_nul_is_refused (void)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (cap_csv_read ("a;b\n\0;c\n", 8, &error));
  g_assert_error (error, CAP_CSV_ERROR, CAP_CSV_ERROR_ENCODING);
  g_assert_true (g_str_has_prefix (error->message, "line 2:"));
}

static void
test_nothing (void)
{
  g_autoptr(GPtrArray) rows = cap_csv_read (NULL, 0, NULL);

  g_assert_cmpuint (rows->len, ==, 0);
}

static void
test_write (void)
{
  g_autoptr(GString) csv = cap_csv_new ();

  cap_csv_append_row (csv, (const char *[]) { "titre", "échéance", "", NULL });
  cap_csv_append_row (csv, (const char *[]) { "un; deux", "il dit \"oui\"", "a\nb", NULL });
  cap_csv_append_row (csv, (const char *[]) { "=1+1", "-2", "@x", NULL });

  g_assert_cmpstr (csv->str, ==,
                   "\xef\xbb\xbf"
                   "titre;échéance;\r\n"
                   "\"un; deux\";\"il dit \"\"oui\"\"\";\"a\nb\"\r\n"
                   "'=1+1;'-2;'@x\r\n");
}

static char *
make_field (void)
{
  static const char alphabet[] = "ab ;,\t\"'\r\n=+-@";
  char *field = g_strnfill (g_test_rand_int_range (0, 9), 'x');

  for (char *c = field; *c != '\0'; c++)
    *c = alphabet[g_test_rand_int_range (0, sizeof alphabet - 1)];

  return field;
}

/* Whatever is written reads back as it was. */
static void
test_round_trip (void)
{
  for (guint turn = 0; turn < 2000; turn++)
    {
      g_autoptr(GString) csv = cap_csv_new ();
      g_autofree char *first = make_field ();
      g_autofree char *second = make_field ();
      g_autofree char *expected = g_strdup_printf ("1[é|è] 2[x|%s|%s]", first, second);
      g_autofree char *rows = NULL;

      cap_csv_append_row (csv, (const char *[]) { "é", "è", NULL });
      cap_csv_append_row (csv, (const char *[]) { "x", first, second, NULL });

      rows = describe (csv->str);
      g_assert_cmpstr (rows, ==, expected);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/csv/read", test_read);
  g_test_add_func ("/base/csv/nul-is-refused", test_nul_is_refused);
  g_test_add_func ("/base/csv/nothing", test_nothing);
  g_test_add_func ("/base/csv/write", test_write);
  g_test_add_func ("/base/csv/round-trip", test_round_trip);

  return g_test_run ();
}
