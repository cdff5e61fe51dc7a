/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Prints what cap_locale_init() chose, for test-locale.c: the language, a translated
 * sentence, a number, and text that only UTF-8 can carry.
 */

#include "base/cap-locale.h"
#include "base/cap-place.h"

#include <glib/gi18n.h>

int
main (void)
{
  g_autofree char *fonts = cap_place_dup_data ("fonts");
  g_autofree char *schema = cap_place_dup_schema_dir ();

  cap_locale_init ();

  g_print ("%s\n", cap_locale_get_language ());
  g_print ("%s\n", _("Self-evaluate, plan progress and prepare audits"));
  g_print ("%.1f\n", 0.5);
  g_print ("Cèdre ≥ œ\n");
  g_print ("%s\n%s\n", fonts, schema);

  return 0;
}
