/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/cap-locale.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#define ENGLISH "Self-evaluate, plan progress and prepare audits"
#define FRENCH  "S’auto-évaluer, planifier ses progrès et préparer ses audits"

enum { LINE_LANGUAGE, LINE_SENTENCE, LINE_NUMBER, LINE_TEXT, LINE_FONTS, LINE_SCHEMA, N_LINES };

/* Runs print-locale with these variables as its only locale and returns its lines. */
static char **
run (const char *program,
     const char *lc_all,
     const char *lang,
     const char *language)
{
  g_autoptr(GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr(GSubprocess) process = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *output = NULL;
  const char *names[] = { "LC_ALL", "LANG", "LANGUAGE" };
  const char *values[] = { lc_all, lang, language };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (values[i] != NULL)
      g_subprocess_launcher_setenv (launcher, names[i], values[i], TRUE);
    else
      g_subprocess_launcher_unsetenv (launcher, names[i]);

  g_subprocess_launcher_unsetenv (launcher, "LC_MESSAGES");

  process = g_subprocess_launcher_spawn (launcher, &error, program, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));

  return g_strsplit (output, "\n", -1);
}

static void
test_language (void)
{
  const struct
  {
    const char *lc_all;
    const char *lang;
    const char *language;
    const char *expected;
  } cases[] = {
    { NULL, NULL, NULL, "fr" },
    { "C", NULL, NULL, "fr" },
    { "POSIX", NULL, NULL, "fr" },
    { "C.UTF-8", NULL, NULL, "fr" },
    { "C", "en_US.UTF-8", NULL, "fr" },
    { NULL, "fr_FR.UTF-8", NULL, "fr" },
    { "fr_FR.UTF-8", NULL, NULL, "fr" },
    { NULL, "fr_BE", NULL, "fr" },
    { NULL, "en_US.UTF-8", NULL, "en" },
    { "en_GB", NULL, NULL, "en" },
    { NULL, "de_DE.UTF-8", NULL, "fr" },
    { "de_DE.UTF-8", NULL, "de:en", "en" },
    { "C.UTF-8", NULL, "en", "en" },
    { "C.UTF-8", NULL, "fr:en", "fr" },
    { "en_US.UTF-8", NULL, "it:fr:en", "fr" },
    { "xx_XX.UTF-8", NULL, "", "fr" },
  };
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "base", "print-locale", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto(GStrv) lines = run (program, cases[i].lc_all, cases[i].lang, cases[i].language);

      g_test_message ("LC_ALL=%s LANG=%s LANGUAGE=%s", cases[i].lc_all, cases[i].lang, cases[i].language);
      g_assert_cmpuint (g_strv_length (lines), >=, N_LINES);
      g_assert_cmpstr (lines[LINE_LANGUAGE], ==, cases[i].expected);
      g_assert_cmpstr (lines[LINE_SENTENCE], ==, g_str_equal (cases[i].expected, "fr") ? FRENCH : ENGLISH);
      g_assert_cmpstr (lines[LINE_NUMBER], ==, "0.5");
      g_assert_cmpstr (lines[LINE_TEXT], ==, "Cèdre ≥ œ");
    }
}

/* A copy of the program in ⟨prefix⟩/bin looks in ⟨prefix⟩/share, wherever that is. */
static void
test_moved (void)
{
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "base", "print-locale", NULL);
  g_autofree char *prefix = g_dir_make_tmp ("cap place XXXXXX", NULL);
  g_autofree char *bin = g_build_filename (prefix, "bin", NULL);
  g_autofree char *moved = g_build_filename (bin, "print-locale", NULL);
  g_autofree char *fonts = g_build_filename (prefix, "share/cap-cedre/fonts", NULL);
  g_autofree char *schemas = g_build_filename (prefix, "share/glib-2.0/schemas", NULL);
  g_autoptr(GFile) source = g_file_new_for_path (program);
  g_autoptr(GFile) target = g_file_new_for_path (moved);
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) lines = NULL;

  g_assert_cmpint (g_mkdir_with_parents (bin, 0755), ==, 0);
  g_file_copy (source, target, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  lines = run (moved, "C.UTF-8", NULL, NULL);
  g_assert_cmpuint (g_strv_length (lines), >=, N_LINES);
  g_assert_cmpstr (lines[LINE_SENTENCE], ==, ENGLISH); /* no translations were installed there */
  g_assert_cmpstr (lines[LINE_FONTS], ==, fonts);
  g_assert_cmpstr (lines[LINE_SCHEMA], ==, schemas);

  g_file_delete (target, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_rmdir (bin), ==, 0);
  g_assert_cmpint (g_rmdir (prefix), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/locale/language", test_language);
  g_test_add_func ("/base/locale/moved", test_moved);

  return g_test_run ();
}
