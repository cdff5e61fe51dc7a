/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "faults/fault-calls.h"
#include "faults/sweep.h"
#include "store/store-fixture.h"

/* Programs that are killed: at each call that changes a file, then whenever. */

typedef struct
{
  guint n_killed;
  guint n_recovered; /* had gestures to take up */
  guint n_lost;      /* acknowledged gestures that are not there */
  guint n_damaged;   /* files that are not sound, or hold something else */
  guint n_littered;  /* that left something which the next opening does not take away */
  guint n_clear;     /* that left something of an encrypted dossier in clear */
} Figures;

/* What a program says on its pipe, past the calls that are counted. */
static void
say (int  fd,
     gint32 word)
{
  syscall (SYS_write, (long) fd, &word, sizeof word);
}

static gboolean
hear (int     fd,
      gint32 *word)
{
  return read (fd, word, sizeof *word) == sizeof *word;
}

/* Does the scenario, saying each step that is done, as far as it gets. */
static void
do_scenario (Scenario             *scenario,
             const FaultCallsKind *kind,
             guint                 nth,
             int                   fd)
{
  fault_calls_arm (kind, nth);
  for (Step step = 0; step < N_STEPS; step++)
    {
      if (!scenario_do (scenario, step, NULL))
        _exit (2);
      say (fd, (gint32) step);
    }
  fault_calls_disarm ();
  _exit (0);
}

/* Returns: whether it was killed; in @n_done how many steps were said to be done */
static gboolean
run_and_kill (Scenario             *scenario,
              const FaultCallsKind *kind,
              guint                 nth,
              guint                *n_done)
{
  int ends[2];
  int status;
  gint32 step;
  pid_t pid;

  *n_done = 0;
  g_assert_cmpint (pipe (ends), ==, 0);
  pid = fork ();
  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    do_scenario (scenario, kind, nth, ends[1]);

  close (ends[1]);
  while (hear (ends[0], &step))
    *n_done = (guint) step + 1;
  close (ends[0]);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFSIGNALED (status) || WEXITSTATUS (status) == 0);

  return WIFSIGNALED (status);
}

static gboolean
is_either (const char         *dump,
           char       * const *states,
           guint               n_done)
{
  return g_str_equal (dump, states[n_done]) || g_str_equal (dump, states[MIN (n_done + 1, N_STEPS)]);
}

static void
check_clear (Scenario *scenario,
             Figures  *figures)
{
  g_autofree char *clear = scenario->key != NULL ? scenario_find_clear (scenario) : NULL;

  if (clear == NULL)
    return;

  figures->n_clear++;
  g_test_message ("%s is in clear", clear);
}

/* What was said to be done is there, and at most what was being done besides. */
static void
check_after_kill (Scenario *scenario,
                  guint     nth,
                  guint     n_done,
                  Figures  *figures)
{
  const char *during = n_done < N_STEPS ? scenario_get_name (n_done) : "the end";
  g_autofree char *fault = scenario_find_fault (scenario);
  g_autofree char *file = fault == NULL ? scenario_dump_file (scenario) : NULL;
  g_autofree char *work = NULL;
  g_autofree char *litter = NULL;
  g_autoptr(GError) error = NULL;

  check_clear (scenario, figures);
  if (fault != NULL || !is_either (file, scenario->published, n_done))
    {
      figures->n_damaged++;
      g_test_message ("killed at %u, %s: the file is damaged: %s", nth, during, fault);
    }

  if (scenario_do (scenario, STEP_OPEN, &error))
    {
      work = scenario_dump (scenario);
      figures->n_recovered += cap_dossier_file_was_recovered (scenario->file) ? 1 : 0;
      scenario_do (scenario, STEP_CLOSE, &error);
    }
  g_clear_pointer (&scenario->file, cap_dossier_file_free);

  if (error != NULL || !is_either (work, scenario->worked, n_done))
    {
      figures->n_lost++;
      g_test_message ("killed at %u, %s: lost: %s", nth, during, error != NULL ? error->message : "gestures");
    }

  litter = scenario_find_litter (scenario);
  if (litter != NULL)
    {
      figures->n_littered++;
      g_test_message ("killed at %u, %s: %s is left", nth, during, litter);
    }
}

static void
tell (const char    *what,
      const Figures *figures)
{
  g_test_message ("%s: %u killed, %u with gestures to take up, %u lost, %u damaged, %u littered,"
                  " %u in clear", what, figures->n_killed, figures->n_recovered, figures->n_lost,
                  figures->n_damaged, figures->n_littered, figures->n_clear);
  g_assert_cmpuint (figures->n_killed, >, 0);
  g_assert_cmpuint (figures->n_recovered, >, 0);
  g_assert_cmpuint (figures->n_lost, ==, 0);
  g_assert_cmpuint (figures->n_damaged, ==, 0);
  g_assert_cmpuint (figures->n_littered, ==, 0);
  g_assert_cmpuint (figures->n_clear, ==, 0);
}

/* How programs are killed, and what they work in. */
typedef struct
{
  FaultCallsHow how;
  ScenarioKind  what;
} Plan;

static const Plan plans[] = {
  { FAULT_CALLS_KILL_BEFORE, SCENARIO_CLEAR },
  { FAULT_CALLS_KILL_AFTER, SCENARIO_CLEAR },
  { FAULT_CALLS_KILL_BEFORE, SCENARIO_ENCRYPTED },
  { FAULT_CALLS_KILL_AFTER, SCENARIO_ENCRYPTED },
};

static void
test_each_call (gconstpointer data)
{
  const Plan *plan = data;
  const FaultCallsKind kind = { plan->how, 0, g_test_slow () };
  g_autoptr(Scenario) scenario = scenario_new (plan->what);
  Figures figures = { 0 };
  guint nth = 1;
  guint n_done;

  for (scenario_reset (scenario); run_and_kill (scenario, &kind, nth, &n_done); scenario_reset (scenario))
    {
      figures.n_killed++;
      check_after_kill (scenario, nth, n_done, &figures);
      nth += SWEEP_STRIDE (plan->what, FAULT_STRIDE);
    }

  tell (kind.how == FAULT_CALLS_KILL_BEFORE ? "killed before each call" : "killed after each call", &figures);
}

/* The comment of one answer counts the gestures. */
static guint
get_count (CapDossierFile *file)
{
  g_autoptr(CapDossier) dossier = cap_dossier_file_load (file, NULL);
  const CapAnswer *answer;

  if (dossier == NULL)
    return 0;

  answer = cap_evaluation_get_answer (cap_dossier_get_current (dossier), "A1.1");

  return answer != NULL ? (guint) g_ascii_strtoull (answer->comment, NULL, 10) : 0;
}

static gboolean
do_gesture (CapDossierFile *file,
            guint           count)
{
  g_autoptr(CapDossier) dossier = cap_dossier_file_load (file, NULL);
  g_autoptr(CapCommand) command = cap_command_new (CAP_GESTURE_COMMENT, "A1.1");
  g_autoptr(CapAnswer) answer = cap_answer_new ("A1.1");
  g_autofree char *comment = g_strdup_printf ("%u", count);

  cap_answer_set_comment (answer, comment);
  cap_command_put_answer (command, cap_dossier_get_current (dossier)->id, answer);

  return cap_dossier_file_run (file, command, NULL);
}

/* Opens, says what is there and whether it was taken up, then counts for ever and publishes now and then. */
static void
work (const char *path,
      guint32     seed,
      int         fd)
{
  CapDossierFile *file;
  guint count;

  g_random_set_seed (seed); /* a fork of its parent has the same dice */
  file = cap_dossier_file_open (path, CAP_FILE_WRITE, store_fixture_read_framework, NULL);
  if (file == NULL)
    _exit (2);

  count = get_count (file);
  say (fd, (gint32) (count * 2 + (cap_dossier_file_was_recovered (file) ? 1 : 0)));
  while (do_gesture (file, ++count))
    {
      say (fd, (gint32) count);
      if (count % 4 == 0 && !cap_dossier_file_publish (file, NULL))
        _exit (3);
    }
  _exit (4);
}

/* Programs are killed after this at most; to open an encrypted dossier under the sanitizers takes longer. */
#define MAX_LIFE_US (FAULT_STRIDE == 1 ? 40000 : 200000)

/* Kills a program that works at any moment from its start on; @count is the last gesture that was said,
 * before then after. */
static void
kill_at_random (Scenario *scenario,
                guint    *count,
                Figures  *figures)
{
  int ends[2];
  int status;
  gint32 word;
  pid_t pid;

  g_assert_cmpint (pipe (ends), ==, 0);
  pid = fork ();
  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    work (scenario->path, figures->n_killed + 1, ends[1]);

  close (ends[1]);
  g_usleep ((gulong) g_test_rand_int_range (0, MAX_LIFE_US));
  kill (pid, SIGKILL);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFSIGNALED (status));
  figures->n_killed++;

  if (hear (ends[0], &word))
    {
      const guint found = (guint) word / 2;

      figures->n_recovered += (guint) word % 2;
      if (found != *count && found != *count + 1)
        {
          figures->n_lost++;
          g_test_message ("%u gestures were said, %u are there", *count, found);
        }
      *count = found;
    }
  while (hear (ends[0], &word))
    *count = (guint) word;
  close (ends[0]);
}

static void
check_file (Scenario *scenario,
            Figures  *figures)
{
  g_autofree char *fault = scenario_find_fault (scenario);

  if (fault == NULL)
    return;

  figures->n_damaged++;
  g_test_message ("%s", fault);
}

/* Programs that are killed whenever, one after the other: each finds all that the one before said. */
static void
test_whenever (gconstpointer data)
{
  const ScenarioKind what = GPOINTER_TO_INT (data);
  const guint n_kills = 500 / SWEEP_STRIDE (what, FAULT_STRIDE);
  g_autoptr(Scenario) scenario = scenario_new (what);
  g_autofree char *litter = NULL;
  g_autoptr(GError) error = NULL;
  Figures figures = { 0 };
  guint count = 0;

  scenario_reset (scenario);
  while (figures.n_killed < n_kills)
    {
      kill_at_random (scenario, &count, &figures);
      check_file (scenario, &figures);
      check_clear (scenario, &figures);
    }

  scenario_do (scenario, STEP_OPEN, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (get_count (scenario->file), >=, count);
  g_assert_cmpuint (get_count (scenario->file), <=, count + 1);
  scenario_do (scenario, STEP_CLOSE, &error);
  g_assert_no_error (error);
  litter = scenario_find_litter (scenario);
  g_assert_cmpstr (litter, ==, NULL);

  g_test_message ("%u gestures were said to be done", count);
  tell ("killed whenever", &figures);
}

int
main (int   argc,
      char *argv[])
{
  scenario_init (&argc, &argv);

  g_test_add_data_func ("/faults/kills/before-each", &plans[0], test_each_call);
  g_test_add_data_func ("/faults/kills/after-each", &plans[1], test_each_call);
  g_test_add_data_func ("/faults/kills/whenever", GINT_TO_POINTER (SCENARIO_CLEAR), test_whenever);
  g_test_add_data_func ("/faults/kills/encrypted/before-each", &plans[2], test_each_call);
  g_test_add_data_func ("/faults/kills/encrypted/after-each", &plans[3], test_each_call);
  g_test_add_data_func ("/faults/kills/encrypted/whenever", GINT_TO_POINTER (SCENARIO_ENCRYPTED),
                        test_whenever);

  return g_test_run ();
}
