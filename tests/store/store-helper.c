/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store/store-fixture.h"

/* A program for the tests to kill, or to run as somebody else:
 *
 *   store-helper work PATH       answers for ever; a line for each gesture that is done
 *   store-helper publish PATH    the same, publishing each one
 *   store-helper try PATH        opens to work as nobody; says what it got
 *   store-helper read PATH       opens to read as nobody; the same
 */

#define NOBODY 65534

/* The comment of one answer counts the gestures. */
static gboolean
do_gesture (CapDossierFile *file,
            guint           count)
{
  g_autoptr(CapDossier) dossier = cap_dossier_file_load (file, NULL);
  g_autoptr(CapCommand) command = cap_command_new (CAP_GESTURE_COMMENT, "A1.1");
  g_autoptr(CapAnswer) answer = cap_answer_new ("A1.1");
  g_autofree char *comment = g_strdup_printf ("%u", count);

  cap_answer_set_comment (answer, comment);
  cap_command_put_answer (command, cap_dossier_get_current (dossier)->id, answer);

  return cap_dossier_file_run (file, command, NULL);
}

static int
work (const char *path,
      gboolean    publish)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CapDossierFile) file = NULL;

  file = cap_dossier_file_open (path, CAP_FILE_WRITE, store_fixture_read_framework, &error);
  if (file == NULL)
    {
      g_printerr ("%s\n", error->message);
      return EXIT_FAILURE;
    }

  for (guint count = 1; do_gesture (file, count); count++)
    {
      g_autofree char *line = g_strdup_printf ("%u\n", count);

      if (publish && !cap_dossier_file_publish (file, NULL))
        return EXIT_FAILURE;
      if (write (STDOUT_FILENO, line, strlen (line)) < 0)
        return EXIT_FAILURE;
    }

  return EXIT_FAILURE;
}

static int
open_as_nobody (const char    *path,
                CapFileAccess  access)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CapDossierFile) file = NULL;
  g_autoptr(CapDossier) dossier = NULL;

  if (getuid () == 0 && (setgid (NOBODY) != 0 || setuid (NOBODY) != 0))
    return EXIT_FAILURE;

  file = cap_dossier_file_open (path, access, store_fixture_read_framework, &error);
  dossier = file != NULL ? cap_dossier_file_load (file, &error) : NULL;
  if (dossier == NULL)
    g_print ("error %d\n", error->code);
  else
    g_print ("%s %s\n", cap_dossier_file_is_read_only (file) ? "read-only" : "writable",
             dossier->member->name);

  return EXIT_SUCCESS;
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 3 && strcmp (argv[1], "work") == 0)
    return work (argv[2], FALSE);
  if (argc == 3 && strcmp (argv[1], "publish") == 0)
    return work (argv[2], TRUE);
  if (argc == 3 && strcmp (argv[1], "try") == 0)
    return open_as_nobody (argv[2], CAP_FILE_WRITE);
  if (argc == 3 && strcmp (argv[1], "read") == 0)
    return open_as_nobody (argv[2], CAP_FILE_READ);

  return EXIT_FAILURE;
}
