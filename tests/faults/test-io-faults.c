/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <errno.h>

#include "faults/fault-vfs.h"
#include "faults/sweep.h"
#include "store/store-fixture.h"

static const FaultVfsKind full = { FAULT_ROOM, ENOSPC, FALSE, FALSE, FALSE };
static const FaultVfsKind full_for_long = { FAULT_ROOM, ENOSPC, FALSE, TRUE, FALSE };
static const FaultVfsKind cut = { FAULT_WRITE, ENOSPC, TRUE, FALSE, FALSE };
static const FaultVfsKind broken = { FAULT_ALL, EIO, FALSE, FALSE, FALSE };
static const FaultVfsKind broken_for_long = { FAULT_ALL, EIO, FALSE, TRUE, FALSE };

static void
arm (gconstpointer data,
     guint         nth)
{
  FaultVfsKind kind = *(const FaultVfsKind *) data;

  kind.all = sweep_is_thorough ();
  fault_vfs_arm (&kind, nth);
}

#define ARM arm, fault_vfs_is_reached, fault_vfs_disarm

#define FULL   CAP_STORE_ERROR_NO_SPACE, CAP_STORE_ERROR_NO_SPACE
#define FAILED CAP_STORE_ERROR_FAILED, CAP_STORE_ERROR_FAILED

static const Fault faults[] = {
  { "the disk is full once", ARM, &full, FULL },
  { "the disk is full", ARM, &full_for_long, FULL },
  { "a write is cut short", ARM, &cut, FULL },
  { "the disk fails once", ARM, &broken, FAILED },
  { "the disk fails", ARM, &broken_for_long, FAILED },
};

/* Whatever SQLite asks of the disk fails once: nothing that was acknowledged is lost, no file is damaged, and
 * the dossier goes on. */
static void
run_io (const Fault  *fault,
        ScenarioKind  kind)
{
  g_autoptr(Scenario) scenario = scenario_new (kind);
  Sweep sweep = { 0 };

  sweep_run (scenario, fault, SWEEP_STRIDE (kind, FAULT_STRIDE), &sweep);
  sweep_assert_well (fault->name, &sweep);
}

static void
test_io (gconstpointer data)
{
  run_io (data, SCENARIO_CLEAR);
}

/* What is encrypted reaches the disk through more code, and is cut in other pieces. */
static void
test_encrypted (gconstpointer data)
{
  run_io (data, SCENARIO_ENCRYPTED);
}

int
main (int   argc,
      char *argv[])
{
  scenario_init (&argc, &argv);
  fault_vfs_install ();

  g_test_add_data_func ("/faults/io/full-once", &faults[0], test_io);
  g_test_add_data_func ("/faults/io/full", &faults[1], test_io);
  g_test_add_data_func ("/faults/io/cut", &faults[2], test_io);
  g_test_add_data_func ("/faults/io/broken-once", &faults[3], test_io);
  g_test_add_data_func ("/faults/io/broken", &faults[4], test_io);
  g_test_add_data_func ("/faults/io/encrypted/full-once", &faults[0], test_encrypted);
  g_test_add_data_func ("/faults/io/encrypted/full", &faults[1], test_encrypted);
  g_test_add_data_func ("/faults/io/encrypted/cut", &faults[2], test_encrypted);
  g_test_add_data_func ("/faults/io/encrypted/broken-once", &faults[3], test_encrypted);
  g_test_add_data_func ("/faults/io/encrypted/broken", &faults[4], test_encrypted);

  return g_test_run ();
}
