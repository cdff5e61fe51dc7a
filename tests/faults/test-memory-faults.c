/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "faults/fault-memory.h"
#include "faults/sweep.h"
#include "store/store-fixture.h"

/* Of two hundred thousand requests, those that are refused in one run of the tests. */
#define STRIDE_ONCE (sweep_is_thorough () ? 37 : FAULT_STRIDE * 1201)
#define STRIDE_LONG (sweep_is_thorough () ? 53 : FAULT_STRIDE * 1607)

static void
arm_once (gconstpointer data,
          guint         nth)
{
  fault_memory_arm (nth, FALSE);
}

static void
arm_for_long (gconstpointer data,
              guint         nth)
{
  fault_memory_arm (nth, TRUE);
}

/* SQLite gets no more memory: the same as with the disk. */
static void
test_memory_once (gconstpointer data)
{
  const ScenarioKind kind = GPOINTER_TO_INT (data);
  const Fault fault = { "no memory once", arm_once, fault_memory_is_reached, fault_memory_disarm, NULL,
                        CAP_STORE_ERROR_FAILED, CAP_STORE_ERROR_FAILED };
  g_autoptr(Scenario) scenario = scenario_new (kind);
  Sweep sweep = { 0 };

  sweep_run (scenario, &fault, SWEEP_STRIDE (kind, STRIDE_ONCE), &sweep);
  sweep_assert_well (fault.name, &sweep);
}

static void
test_memory (gconstpointer data)
{
  const ScenarioKind kind = GPOINTER_TO_INT (data);
  const Fault fault = { "no memory", arm_for_long, fault_memory_is_reached, fault_memory_disarm, NULL,
                        CAP_STORE_ERROR_FAILED, CAP_STORE_ERROR_FAILED };
  g_autoptr(Scenario) scenario = scenario_new (kind);
  Sweep sweep = { 0 };

  sweep_run (scenario, &fault, SWEEP_STRIDE (kind, STRIDE_LONG), &sweep);
  sweep_assert_well (fault.name, &sweep);
}

int
main (int   argc,
      char *argv[])
{
  fault_memory_install ();
  scenario_init (&argc, &argv);

  g_test_add_data_func ("/faults/memory/once", GINT_TO_POINTER (SCENARIO_CLEAR), test_memory_once);
  g_test_add_data_func ("/faults/memory/lasting", GINT_TO_POINTER (SCENARIO_CLEAR), test_memory);
  g_test_add_data_func ("/faults/memory/encrypted/once", GINT_TO_POINTER (SCENARIO_ENCRYPTED),
                        test_memory_once);
  g_test_add_data_func ("/faults/memory/encrypted/lasting", GINT_TO_POINTER (SCENARIO_ENCRYPTED),
                        test_memory);

  return g_test_run ();
}
