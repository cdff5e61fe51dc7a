/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>

#include "ui/widgets/cap-member-text.h"

static const struct
{
  const char *text;
  gboolean    valid;
  int         hundredths;
  const char *shown;
} numbers[] = {
  { "", TRUE, CAP_NUMBER_UNKNOWN, "" },
  { "12", TRUE, 1200, "12" },
  { "31,5", TRUE, 3150, "31,5" },
  { "8.25", TRUE, 825, "8,25" },
  { "1 200", TRUE, 120000, "1200" },
  { "8,", TRUE, 800, "8" },
  { "8,255", FALSE, 0, NULL },
  { ",5", FALSE, 0, NULL },
  { "1,2,3", FALSE, 0, NULL },
  { "-3", FALSE, 0, NULL },
  { "douze", FALSE, 0, NULL },
};

static const struct
{
  const char *text;
  gboolean    valid;
} sirets[] = {
  { "", TRUE },
  { "73282932000074", TRUE },
  { "732 829 320 00074", TRUE },
  { "356 000 000 00048", TRUE },
  { "7328293200007", FALSE },
  { "732829320000745", FALSE },
  { "73282932000075", FALSE },
  { "SIRET", FALSE },
};

static void
test_hundredths (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      int read = 7;

      g_test_message ("“%s”", numbers[i].text);
      g_assert_cmpint (cap_member_text_parse_hundredths (numbers[i].text, &read), ==, numbers[i].valid);
      g_assert_cmpint (read, ==, numbers[i].valid ? numbers[i].hundredths : 7);

      if (numbers[i].valid)
        {
          g_autofree char *shown = cap_member_text_format_hundredths (read);

          g_assert_cmpstr (shown, ==, numbers[i].shown);
        }
    }
}

static void
test_count (void)
{
  int read = 7;

  g_assert_false (cap_member_text_parse_count ("1.5", &read));
  g_assert_false (cap_member_text_parse_count ("-3", &read));
  g_assert_cmpint (read, ==, 7);
  g_assert_true (cap_member_text_parse_count ("1\u202f200", &read));
  g_assert_cmpint (read, ==, 1200);
}

static void
test_siret (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sirets); i++)
    {
      g_autofree char *why = cap_member_text_check_siret (sirets[i].text);
      g_autofree char *siret = g_strdup ("before");

      g_test_message ("“%s”", sirets[i].text);
      g_assert_cmpint (why == NULL, ==, sirets[i].valid);
      g_assert_cmpint (cap_member_text_take_siret (sirets[i].text, &siret), ==, sirets[i].valid);
      if (!sirets[i].valid)
        g_assert_cmpstr (siret, ==, "before");
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/member-text/count", test_count);
  g_test_add_func ("/ui/member-text/hundredths", test_hundredths);
  g_test_add_func ("/ui/member-text/siret", test_siret);

  return g_test_run ();
}
