/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "fuzz/fuzz.h"
#include "store/cap-lock.h"

/* What says who has a dossier open, beside it: in a shared folder, anybody writes it. */

int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  fuzz_start ();

  return 0;
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  FuzzInput input = { data, data + size };
  const gboolean take_over = fuzz_input_byte (&input) % 2 == 0;
  g_autoptr(GBytes) content = fuzz_input_rest (&input);
  g_autofree char *path = g_build_filename (fuzz_get_folder (), "d.capcedre", NULL);
  g_autofree char *lock_path = g_build_filename (fuzz_get_folder (), ".~lock.d.capcedre#", NULL);
  g_autoptr(GError) error = NULL;
  CapLock *lock;

  fuzz_put_file (lock_path, content);
  lock = cap_lock_acquire (path, take_over, &error);
  g_assert_cmpint (lock == NULL, ==, error != NULL);
  g_assert_true (lock != NULL || g_utf8_validate (error->message, -1, NULL));
  g_clear_pointer (&lock, cap_lock_release);
  g_unlink (lock_path);

  return 0;
}
