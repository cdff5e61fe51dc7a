/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/cap-number.h"

static void
test_format (void)
{
  static const struct { int hundredths; const char *text; } cases[] = {
    { 0, "0" }, { 5, "0.05" }, { 50, "0.5" }, { 3100, "31" }, { 3150, "31.5" }, { 3125, "31.25" },
  };
  g_autofree char *percent = cap_number_format_percent (61);

  g_assert_cmpstr (percent, ==, "61%");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = cap_number_format_hundredths (cases[i].hundredths);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_parse (void)
{
  static const struct { const char *text; int hundredths; } cases[] = {
    { "31", 3100 }, { "31,5", 3150 }, { " 31.25 ", 3125 }, { "0", 0 }, { "0,05", 5 },
    { "9999999,99", 999999999 }, { "1 250,5", 125050 }, { "1\u202f250", 125000 }, { "\u00a012\t", 1200 },
    { "", -1 }, { "-1", -1 }, { "31,", -1 }, { ",5", -1 }, { "31,255", -1 }, { "31 salariés", -1 },
    { "31,5x", -1 }, { "1e3", -1 }, { "99999999", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int hundredths = -1;
      gboolean read = cap_number_parse_hundredths (cases[i].text, &hundredths);

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (read, ==, cases[i].hundredths >= 0);
      g_assert_cmpint (hundredths, ==, cases[i].hundredths);
    }
}

static void
test_thousandths (void)
{
  static const struct { gint64 value; const char *shown; const char *written; } cases[] = {
    { 0, "0", "0" }, { 1, "0.001", "0.001" }, { 500, "0.5", "0.5" }, { 61500, "61.5", "61.5" },
    { -3250, "\u22123.25", "-3.25" }, { 1250000, "1,250", "1250" }, { 12500250, "12,500.25", "12500.25" },
    { 999999999999, "999,999,999.999", "999999999.999" }, { -1000000, "\u22121,000", "-1000" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = cap_number_format_thousandths (cases[i].value);
      g_autofree char *written = cap_number_write_thousandths (cases[i].value);
      gint64 read = 1;

      g_assert_cmpstr (shown, ==, cases[i].shown);
      g_assert_cmpstr (written, ==, cases[i].written);
      g_assert_true (cap_number_parse_thousandths (written, &read));
      g_assert_cmpint (read, ==, cases[i].value);
    }
}

static void
test_parse_thousandths (void)
{
  static const struct { const char *text; gint64 value; } good[] = {
    { "61,5", 61500 }, { "−3,5", -3500 }, { "-3", -3000 }, { "1\u202f250,125", 1250125 }, { " 12 ", 12000 },
  };
  static const char * const bad[] = {
    "", "-", "12,", ",5", "1,2345", "12 %", "douze", "1234567890", "--1", "1-", "1e3",
  };
  gint64 value = 7;

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_assert_true (cap_number_parse_thousandths (good[i].text, &value));
      g_assert_cmpint (value, ==, good[i].value);
    }
  value = 7;
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("“%s”", bad[i]);
      g_assert_false (cap_number_parse_thousandths (bad[i], &value));
      g_assert_cmpint (value, ==, 7);
    }
}

/* One is one; 1.5 is more than one in English, less than two in French. */
static void
test_plural (void)
{
  static const struct { gint64 hundredths; gulong plural; } cases[] = {
    { 0, 0 }, { 50, 0 }, { 100, 1 }, { 150, 0 }, { 199, 0 }, { 200, 2 }, { 1250, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (cap_number_get_plural (cases[i].hundredths), ==, cases[i].plural);
}

/* A decimal, and the unit changes before it would say a thousand. */
static void
test_bytes (void)
{
  static const struct { gint64 bytes; const char *text; } cases[] = {
    { 0, "0 bytes" }, { 1, "1 byte" }, { 999, "999 bytes" }, { 1000, "1 kB" }, { 1250, "1.3 kB" },
    { 999949, "999.9 kB" }, { 999950, "1 MB" }, { 50000000, "50 MB" }, { 52428800, "52.4 MB" },
    { G_GINT64_CONSTANT (12000000000), "12000 MB" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = cap_number_format_bytes (cases[i].bytes);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/number/format", test_format);
  g_test_add_func ("/base/number/parse", test_parse);
  g_test_add_func ("/base/number/thousandths", test_thousandths);
  g_test_add_func ("/base/number/parse-thousandths", test_parse_thousandths);
  g_test_add_func ("/base/number/plural", test_plural);
  g_test_add_func ("/base/number/bytes", test_bytes);

  return g_test_run ();
}
