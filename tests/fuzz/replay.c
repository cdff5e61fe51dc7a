/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdio.h>
#include <stdlib.h>

#include "fuzz/fuzz.h"

/* Where there is no libFuzzer: each input that is kept goes through the target once. */

static guint
replay (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  guint n_inputs = 0;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      g_autoptr(GError) error = NULL;
      char *content;
      gsize size;

      g_file_get_contents (file, &content, &size, &error);
      g_assert_no_error (error);
      g_printerr ("%s\n", name); /* the one that fails is the last */
      LLVMFuzzerTestOneInput ((const guint8 *) content, size);
      g_free (content);
      n_inputs++;
    }

  return n_inputs;
}

int
main (int   argc,
      char *argv[])
{
  guint n_inputs = 0;

  LLVMFuzzerInitialize (&argc, &argv);
  LLVMFuzzerTestOneInput ((const guint8 *) "", 0);
  for (int i = 1; i < argc; i++)
    n_inputs += replay (argv[i]);
  g_print ("%u inputs\n", n_inputs);

  return n_inputs > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
