/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz/dossiers.h"

/* Another copy of a dossier, of which anybody may have changed the rows: told first, then taken in. */

static CapDb *mine;
static CapDb *theirs;

int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  fuzz_dossiers_start ();
  mine = fuzz_dossiers_open (fuzz_dossiers_get_mine ());
  theirs = fuzz_dossiers_open (fuzz_dossiers_get_theirs ());

  return 0;
}

/* What is taken in is taken back as its transaction ends: the next input finds the same dossiers. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  FuzzInput input = { data, data + size };
  const guint choice = fuzz_input_byte (&input);
  G_GNUC_UNUSED g_autoptr(CapTransaction) here = cap_transaction_begin (mine, NULL);
  G_GNUC_UNUSED g_autoptr(CapTransaction) there = cap_transaction_begin (theirs, NULL);
  g_autoptr(CapMergeReport) report = cap_merge_report_new ();
  g_autoptr(GError) error = NULL;
  gboolean done;

  if (!fuzz_dossiers_change_rows (theirs, &input))
    return 0;

  done = cap_merge_run (mine, theirs, choice % 3, NULL, choice % 2 == 0, NULL, "other.capcedre", report,
                        &error);
  g_assert_cmpint (done, ==, error == NULL);

  return 0;
}
