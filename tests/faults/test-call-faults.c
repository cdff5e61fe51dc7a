/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <errno.h>

#include "faults/fault-calls.h"
#include "faults/sweep.h"
#include "store/store-fixture.h"

static const FaultCallsKind full = { FAULT_CALLS_FAIL, ENOSPC, false };
static const FaultCallsKind full_for_long = { FAULT_CALLS_FAIL_ON, ENOSPC, false };
static const FaultCallsKind broken = { FAULT_CALLS_FAIL, EIO, false };

static void
arm (gconstpointer data,
     guint         nth)
{
  FaultCallsKind kind = *(const FaultCallsKind *) data;

  kind.all = sweep_is_thorough ();
  fault_calls_arm (&kind, nth);
}

static gboolean
is_reached (void)
{
  return fault_calls_is_reached ();
}

/* When SQLite cannot make a file, it tries to read it, and tells why that fails. */
#define FULL   CAP_STORE_ERROR_NO_SPACE, CAP_STORE_ERROR_NOT_FOUND
#define FAILED CAP_STORE_ERROR_FAILED, CAP_STORE_ERROR_NOT_FOUND

static const Fault faults[] = {
  { "a call finds no room", arm, is_reached, fault_calls_disarm, &full, FULL },
  { "calls find no room", arm, is_reached, fault_calls_disarm, &full_for_long, FULL },
  { "a call fails", arm, is_reached, fault_calls_disarm, &broken, FAILED },
};

/* The same as with SQLite alone: locks, notes and folders are written too. */
static void
run_calls (const Fault  *fault,
           ScenarioKind  kind)
{
  g_autoptr(Scenario) scenario = scenario_new (kind);
  Sweep sweep = { 0 };

  sweep_run (scenario, fault, SWEEP_STRIDE (kind, FAULT_STRIDE), &sweep);
  sweep_assert_well (fault->name, &sweep);
}

static void
test_calls (gconstpointer data)
{
  run_calls (data, SCENARIO_CLEAR);
}

static void
test_encrypted (gconstpointer data)
{
  run_calls (data, SCENARIO_ENCRYPTED);
}

int
main (int   argc,
      char *argv[])
{
  scenario_init (&argc, &argv);

  g_test_add_data_func ("/faults/calls/full-once", &faults[0], test_calls);
  g_test_add_data_func ("/faults/calls/full", &faults[1], test_calls);
  g_test_add_data_func ("/faults/calls/broken-once", &faults[2], test_calls);
  g_test_add_data_func ("/faults/calls/encrypted/full-once", &faults[0], test_encrypted);
  g_test_add_data_func ("/faults/calls/encrypted/full", &faults[1], test_encrypted);
  g_test_add_data_func ("/faults/calls/encrypted/broken-once", &faults[2], test_encrypted);

  return g_test_run ();
}
