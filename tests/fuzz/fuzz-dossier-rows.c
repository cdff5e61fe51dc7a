/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz/dossiers.h"
#include "store/cap-change-log.h"
#include "store/cap-history.h"
#include "store/cap-snapshot.h"

/* A dossier whose pages and schema are sound, and whose rows say anything. */

#define OF_A_FILE 0xe0
#define MAX_STEPS 3

static CapDb *db;
static GHashTable *frameworks; /* those that were read already, as long as the dossier is open */

int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  fuzz_dossiers_start ();
  db = fuzz_dossiers_open (fuzz_dossiers_get_mine ());

  return 0;
}

static void
look_back (const CapDossier *dossier)
{
  for (guint i = 0; i < dossier->actions->len && i < MAX_STEPS; i++)
    {
      const CapAction *action = g_ptr_array_index (dossier->actions, i);
      G_GNUC_UNUSED g_autoptr(GPtrArray) changes = cap_change_log_read (db, action->id, NULL);
    }

  for (guint i = 0; i < MAX_STEPS; i++)
    g_free (cap_history_undo (db, NULL));
  g_free (cap_history_redo (db, NULL));
}

static void
change_and_read (FuzzInput *input)
{
  G_GNUC_UNUSED g_autoptr(CapTransaction) transaction = cap_transaction_begin (db, NULL);
  g_autoptr(CapDossier) dossier = NULL;
  g_autoptr(GError) error = NULL;

  if (!fuzz_dossiers_change_rows (db, input))
    return;

  dossier = cap_snapshot_read (db, frameworks, fuzz_dossiers_read_framework, &error);
  g_assert_cmpint (dossier == NULL, ==, error != NULL);
  if (dossier != NULL)
    look_back (dossier);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  FuzzInput input = { data, data + size };
  const guint use = fuzz_input_byte (&input);

  if (use >= OF_A_FILE)
    {
      GBytes *sound = fuzz_dossiers_pick (&input);
      g_autoptr(GBytes) file = fuzz_dossiers_change_file (sound, &input);

      fuzz_dossiers_use (file, use);
      return 0;
    }

  frameworks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) cap_framework_unref);
  change_and_read (&input);
  g_clear_pointer (&frameworks, g_hash_table_unref);

  return 0;
}
