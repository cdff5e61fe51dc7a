/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-adaptation-json.h"
#include "fuzz/fuzz.h"

/* What a dossier says that its structure changed of the framework. What is read is written and reads the
 * same; the framework is adapted so, or that is refused. */

static GBytes *source;

int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  fuzz_start ();
  source = fuzz_get_kept ("framework-json/small.json");

  return 0;
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(CapAdaptation) read = cap_adaptation_json_read (text, &error);
  g_autoptr(CapAdaptation) again = NULL;
  g_autoptr(CapFramework) framework = NULL;
  g_autofree char *written = NULL;

  g_assert_cmpint (read == NULL, ==, error != NULL);
  if (read == NULL || cap_adaptation_is_empty (read))
    return 0;

  written = cap_adaptation_json_write (read);
  again = cap_adaptation_json_read (written, &error);
  g_assert_no_error (error);
  g_assert_true (cap_adaptation_equal (read, again));

  framework = cap_adapted_framework_read (source, text, &error);
  g_assert_cmpint (framework == NULL, ==, error != NULL);

  return 0;
}
