/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-verify.h"

#include <string.h>

typedef gboolean (*Verify) (GBytes  *written,
                            GError **error);

static void
test_reads_again (void)
{
  static const struct { Verify verify; const char *text; gboolean sound; } cases[] = {
    { cap_verify_json, "{\"a\": 1}", TRUE },
    { cap_verify_json, "{\"a\": ", FALSE },
    { cap_verify_json, "", FALSE },
    { cap_verify_csv, "a;b\r\n1;\"2 ; 3\"\r\n", TRUE },
    { cap_verify_csv, "a;\"b", FALSE },
    { cap_verify_csv, "a;\xff", FALSE },
    { cap_verify_ics, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n", TRUE },
    { cap_verify_ics, "BEGIN:VCALENDAR\r\nX-A;B:\r\nDTSTART:never\r\nEND:VCALENDAR\r\n", FALSE },
    { cap_verify_ics, "Bonjour\r\n", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GBytes) written = g_bytes_new_static (cases[i].text, strlen (cases[i].text));
      g_autoptr(GError) error = NULL;

      g_assert_cmpint (cases[i].verify (written, &error), ==, cases[i].sound);
      g_assert_cmpint (error == NULL, ==, cases[i].sound);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/verify/reads-again", test_reads_again);

  return g_test_run ();
}
