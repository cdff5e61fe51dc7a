/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <sqlite3.h>

#include "fuzz/dossiers.h"
#include "store/cap-changeset.h"

/* What the journal says that gestures changed: SQLite trusts its form. All of the heap is guarded here. */

#define ANY_CHANGESET 0xc0

static CapDb *db;
static GPtrArray *changesets; /* of a sound journal */

static GPtrArray *
list_changesets (CapDb *dossier)
{
  g_autoptr(CapStmt) stmt = cap_db_prepare (dossier, "SELECT changeset FROM gesture"
                                            " WHERE length (changeset) > 0"
                                            " ORDER BY length (changeset)", NULL);
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  while (cap_stmt_step (stmt, NULL) == CAP_STEP_ROW)
    g_ptr_array_add (list, cap_stmt_dup_bytes (stmt, 0));
  g_assert_cmpuint (list->len, >, 0);

  return list;
}

int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  fuzz_start ();
  db = fuzz_dossiers_open (fuzz_dossiers_get_mine ());
  changesets = list_changesets (db);

  return 0;
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  FuzzInput input = { data, data + size };
  const guint which = fuzz_input_byte (&input);
  GBytes *sound = g_ptr_array_index (changesets, which % changesets->len);
  g_autoptr(GBytes) changeset = which < ANY_CHANGESET ? fuzz_input_spoil (&input, sound)
                                                      : fuzz_input_rest (&input);
  G_GNUC_UNUSED g_autoptr(CapTransaction) transaction = cap_transaction_begin (db, NULL);

  if (!cap_changeset_check (changeset, NULL))
    return 0;

  cap_changeset_count (changeset);
  cap_changeset_revert (db, changeset, NULL);
  cap_changeset_apply (db, changeset, NULL);

  return 0;
}
