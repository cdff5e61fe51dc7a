/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-framework-file.h"
#include "fuzz/fuzz.h"

/* A framework in the format that FORMAT is the extension of. What is read is written, and reads again. */

int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  fuzz_start ();

  return 0;
}

static void
write_and_read (const CapFramework *framework)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) written = cap_framework_file_write ("framework" FORMAT, framework, &error);
  g_autoptr(CapFramework) again = NULL;
  g_autoptr(GPtrArray) faults = NULL;

  g_assert_cmpint (written == NULL, ==, error != NULL);
  if (written == NULL)
    return;

  faults = cap_framework_file_check ("framework" FORMAT, written, "fr", &again);
  for (guint i = 0; i < faults->len; i++)
    g_printerr ("%s\n", (const char *) g_ptr_array_index (faults, i));
  g_assert_nonnull (again);
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
    write_and_read (framework);

  return 0;
}
