/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-framework-file.h"
#include "fuzz/fuzz.h"

/* A framework in the format that FORMAT is the extension of. What is read is written in every format, and
 * reads again. */

int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  fuzz_start ();

  return 0;
}

static void
write_all (const CapFramework *framework)
{
  const char * const *extensions = cap_framework_file_get_extensions ();

  for (guint i = 0; extensions[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat ("framework", extensions[i], NULL);
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) written = cap_framework_file_write (path, framework, &error);

      g_assert_cmpint (written == NULL, ==, error != NULL);
      if (written != NULL && g_str_equal (extensions[i], FORMAT))
        {
          g_autoptr(CapFramework) again = NULL;
          g_autoptr(GPtrArray) faults = cap_framework_file_check (path, written, "fr", &again);

          for (guint j = 0; j < faults->len; j++)
            g_printerr ("%s\n", (const char *) g_ptr_array_index (faults, j));
          g_assert_nonnull (again);
        }
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  FuzzInput input = { data, data + size };
  g_autoptr(GBytes) source = fuzz_input_rest (&input);
  g_autoptr(CapFramework) framework = NULL;
  g_autoptr(GPtrArray) faults = cap_framework_file_check ("framework" FORMAT, source, "fr", &framework);

  g_assert_cmpint (framework == NULL, ==, faults->len > 0);
  for (guint i = 0; i < faults->len; i++)
    g_assert_true (g_utf8_validate (g_ptr_array_index (faults, i), -1, NULL));
  if (framework != NULL)
    write_all (framework);

  return 0;
}
