/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "faults/sweep.h"

#include <string.h>

#include "store/store-fixture.h"

/* What is done once a step has failed: it is done again, or the program ends there and starts again. */
typedef enum { GO_ON, START_AGAIN } Sequel;

/* One run through the scenario. */
typedef struct
{
  Scenario    *scenario;
  const Fault *fault;
  Sweep       *sweep;
  guint        nth;
  Sequel       sequel;
  Step         step;
} Run;

G_GNUC_PRINTF (3, 4)
static void
complain (Run        *run,
          guint      *count,
          const char *format,
          ...)
{
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);

  (*count)++;
  g_test_message ("%s %u, %s, %s: %s", run->fault->name, run->nth, scenario_get_name (run->step),
                  run->sequel == GO_ON ? "going on" : "starting again", what);
}

/* Which of the states that the dossier goes through this is, for who reads the complaint. */
static char *
describe (Run        *run,
          const char *dump)
{
  for (guint i = 0; i <= N_STEPS; i++)
    {
      if (g_str_equal (dump, run->scenario->worked[i]))
        return g_strdup_printf ("the state after “%s”", i > 0 ? scenario_get_name (i - 1) : "nothing");
    }

  return g_strdup (strlen (dump) < 200 ? dump : "another state");
}

/* The file is what it was before the step, or what the step makes of it. */
static void
check_file (Run        *run,
            const char *old,
            const char *new)
{
  g_autofree char *fault = NULL;
  g_autofree char *dump = NULL;

  if (scenario_is_as_seeded (run->scenario) && g_str_equal (run->scenario->published[0], old))
    return;

  fault = scenario_find_fault (run->scenario);
  if (fault != NULL)
    {
      complain (run, &run->sweep->n_damaged, "%s", fault);
      return;
    }

  dump = scenario_dump_file (run->scenario);
  if (!g_str_equal (dump, old) && !g_str_equal (dump, new))
    {
      g_autofree char *found = describe (run, dump);

      complain (run, &run->sweep->n_damaged, "the file holds %s", found);
    }
}

static void
check_work (Run        *run,
            const char *expected)
{
  g_autofree char *dump = scenario_dump (run->scenario);
  g_autofree char *found = NULL;

  if (g_str_equal (dump, expected))
    return;

  found = describe (run, dump);
  complain (run, &run->sweep->n_lost, "the dossier holds %s", found);
}

/* Gestures that cannot be taken up now must not be left behind: the dossier would go on without them. */
static void
check_recovered (Run *run)
{
  if (!run->fault->is_reached ())
    return;

  run->fault->disarm ();
  check_work (run, run->scenario->worked[run->step + 1]);
}

static void
check_error (Run          *run,
             const GError *error)
{
  if (error == NULL)
    complain (run, &run->sweep->n_mistold, "no error");
  else if (!g_error_matches (error, CAP_STORE_ERROR, run->fault->code) &&
           !g_error_matches (error, CAP_STORE_ERROR, run->fault->also))
    complain (run, &run->sweep->n_mistold, "%s", error->message);
}

/* The program ends there, as if it were killed; what was acknowledged is there at the next opening. */
static void
start_again (Run *run)
{
  Scenario *scenario = run->scenario;
  g_autoptr(GError) error = NULL;

  g_clear_pointer (&scenario->file, cap_dossier_file_free);
  check_file (run, scenario->published[run->step], scenario->published[run->step + 1]);
  if (!scenario_do (scenario, STEP_OPEN, &error))
    {
      complain (run, &run->sweep->n_stuck, "%s", error->message);
      return;
    }

  check_work (run, scenario->worked[run->step]);
  if (!scenario_do (scenario, STEP_CLOSE, &error))
    complain (run, &run->sweep->n_stuck, "%s", error->message);
}

/* What failed was not done at all, and can be done now; then all of it is put in the file. */
static void
do_again (Run *run)
{
  Scenario *scenario = run->scenario;
  g_autoptr(GError) error = NULL;

  check_file (run, scenario->published[run->step], scenario->published[run->step + 1]);
  if (scenario->file != NULL)
    check_work (run, scenario->worked[run->step]);

  if (!scenario_do (scenario, run->step, &error) ||
      (scenario->file != NULL && !scenario_do (scenario, STEP_CLOSE, &error)))
    complain (run, &run->sweep->n_stuck, "%s", error->message);
  else
    check_file (run, scenario->worked[run->step + 1], scenario->worked[run->step + 1]);
}

static void
check_clear (Run *run)
{
  g_autofree char *clear = run->scenario->key != NULL ? scenario_find_clear (run->scenario) : NULL;

  if (clear != NULL)
    complain (run, &run->sweep->n_clear, "%s is in clear", clear);
}

static void
check_litter (Run *run)
{
  g_autofree char *litter = scenario_find_litter (run->scenario);

  if (litter != NULL)
    complain (run, &run->sweep->n_stuck, "%s is left", litter);
  check_clear (run);
}

/* Returns: whether the step is done at once */
static gboolean
run_step (Run *run)
{
  g_autoptr(GError) error = NULL;

  if (scenario_do (run->scenario, run->step, &error))
    {
      if (error != NULL)
        complain (run, &run->sweep->n_mistold, "done, and an error: %s", error->message);
      if (run->step == STEP_RECOVER)
        check_recovered (run);
      return TRUE;
    }

  run->fault->disarm ();
  run->sweep->n_told++;
  check_clear (run);
  check_error (run, error);
  if (run->sequel == GO_ON)
    do_again (run);
  else
    start_again (run);

  return FALSE;
}

/* Returns: whether the fault was reached */
static gboolean
run_once (Run *run)
{
  Scenario *scenario = run->scenario;
  gboolean reached;
  gboolean done = TRUE;

  scenario_reset (scenario);
  run->fault->arm (run->fault->data, run->nth);
  for (run->step = 0; done && run->step < N_STEPS; run->step++)
    done = run_step (run);
  run->step--;
  reached = run->fault->is_reached ();
  run->fault->disarm ();

  if (done)
    check_file (run, scenario->published[N_STEPS], scenario->published[N_STEPS]);
  g_clear_pointer (&scenario->file, cap_dossier_file_free);
  if (reached)
    check_litter (run);

  return reached;
}

/* One operation after the other fails, or one of @stride, until none that is counted is reached. One after
 * the other too, the program goes on after that or starts again; it does both, when all is tried. */
void
sweep_run (Scenario    *scenario,
           const Fault *fault,
           guint        stride,
           Sweep       *sweep)
{
  Run run = { scenario, fault, sweep, 1, GO_ON, 0 };

  while (run_once (&run))
    {
      run.sequel = run.sequel == GO_ON ? START_AGAIN : GO_ON;
      if (sweep_is_thorough () && run.sequel == START_AGAIN)
        continue;

      sweep->n_points++;
      run.nth += stride;
    }
}

/* Prints the figures, then fails if one of them is not what it must be. */
void
sweep_assert_well (const char  *what,
                   const Sweep *sweep)
{
  g_test_message ("%s: %u points, %u told, %u lost, %u damaged, %u stuck, %u mistold, %u in clear", what,
                  sweep->n_points, sweep->n_told, sweep->n_lost, sweep->n_damaged, sweep->n_stuck,
                  sweep->n_mistold, sweep->n_clear);

  g_assert_cmpuint (sweep->n_points, >, 0);
  g_assert_cmpuint (sweep->n_told, >, 0);
  g_assert_cmpuint (sweep->n_lost, ==, 0);
  g_assert_cmpuint (sweep->n_damaged, ==, 0);
  g_assert_cmpuint (sweep->n_stuck, ==, 0);
  g_assert_cmpuint (sweep->n_mistold, ==, 0);
  g_assert_cmpuint (sweep->n_clear, ==, 0);
}
