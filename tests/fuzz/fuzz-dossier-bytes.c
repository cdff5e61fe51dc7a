/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz/dossiers.h"

#define ANY_FILE 0xf0

/* A dossier that a bad disk, or somebody, changed byte by byte; or any file. */

int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  fuzz_dossiers_start ();

  return 0;
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  FuzzInput input = { data, data + size };
  const guint use = fuzz_input_byte (&input);
  GBytes *sound = fuzz_dossiers_pick (&input);
  g_autoptr(GBytes) file = use < ANY_FILE ? fuzz_input_spoil (&input, sound) : fuzz_input_rest (&input);
  fuzz_dossiers_use (file, use);

  return 0;
}
