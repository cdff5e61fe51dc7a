/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "exchange/cap-package.h"
#include "fuzz/parts.h"

/* A package for an auditor: files of any name in a sound zip; or a zip that is not. */

#define ANY_PARTS 0x80
#define ANY_FILE  0xf0

static const char sound[] =
  "\n== bag/bagit.txt\nBagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
  "\n== bag/manifest-sha256.txt\n"
  "\n== bag/data/a.txt\nx";

int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  fuzz_start ();

  return 0;
}

static GBytes *
make_file (FuzzInput *input)
{
  const guint kind = fuzz_input_byte (input);
  FuzzInput parts = { (const guint8 *) sound, (const guint8 *) sound + sizeof sound - 1 };
  g_autoptr(GBytes) zip = NULL;

  if (kind >= ANY_FILE)
    return fuzz_input_rest (input);
  if (kind >= ANY_PARTS)
    return fuzz_parts_zip (input);

  zip = fuzz_parts_zip (&parts);

  return fuzz_input_spoil (input, zip);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  FuzzInput input = { data, data + size };
  g_autoptr(GBytes) file = make_file (&input);
  g_autofree char *path = g_build_filename (fuzz_get_folder (), "package.zip", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) faults = NULL;
  guint n_files = 0;

  fuzz_put_file (path, file);
  faults = cap_package_verify (path, &n_files, &error);
  g_assert_cmpint (faults == NULL, ==, error != NULL);
  for (guint i = 0; faults != NULL && i < faults->len; i++)
    g_assert_true (g_utf8_validate (g_ptr_array_index (faults, i), -1, NULL));

  return 0;
}
