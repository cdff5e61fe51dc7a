/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/cap-locale.h"

#include <libintl.h>
#include <locale.h>

#include "base/cap-place.h"

#define FALLBACK "C.UTF-8" /* in glibc itself: nothing to generate */

/* gettext() translates nothing in the locale called "C", whatever LANGUAGE says. */
static void
leave_c (int category)
{
  const char *name = setlocale (category, NULL);

  if (g_str_equal (name, "C") || g_str_equal (name, "POSIX"))
    setlocale (category, FALLBACK);
}

/**
 * cap_locale_init:
 *
 * Chooses the language of the program and finds its translations; to be called
 * first of all in main(). A locale that this machine has not generated still
 * gives its language. Numbers keep the C format in printf() and strtod(): what
 * people read is formatted by this layer.
 *
 * GTK would undo this: call gtk_disable_setlocale() before it starts.
 */
void
cap_locale_init (void)
{
  g_autofree char *folder = cap_place_dup_locale_dir ();

  if (setlocale (LC_ALL, "") == NULL)
    setlocale (LC_ALL, FALLBACK);

  leave_c (LC_CTYPE);
  leave_c (LC_MESSAGES);
  setlocale (LC_NUMERIC, "C");

  /* One language everywhere: GTK's own words must not be in another one than ours. */
  g_setenv ("LANGUAGE", cap_locale_get_language (), TRUE);

  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/**
 * cap_locale_get_language:
 *
 * Returns: `fr` or `en`: the first of them that the user reads; French when neither is
 */
const char *
cap_locale_get_language (void)
{
  const char * const *names = g_get_language_names ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      if (g_str_equal (names[i], "en"))
        return "en";

      if (g_str_equal (names[i], "fr"))
        return "fr";
    }

  return "fr";
}
