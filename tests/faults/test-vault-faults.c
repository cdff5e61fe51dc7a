/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "faults/fault-calls.h"
#include "faults/fault-memory.h"
#include "faults/fault-vfs.h"
#include "faults/sweep.h"
#include "store/cap-backup-folder.h"
#include "store/cap-dossier-vault.h"
#include "store/cap-vault-file.h"
#include "store/store-fixture.h"

/* A dossier that is encrypted, decrypted, or gets another passphrase, while programs are killed and calls
 * fail. Whatever happens it opens with the passphrase of before or with the new one, and holds everything. */

#define FIRST  "quatre mots sans lien"
#define SECOND "une autre phrase, l’automne"
#define HOUR   3600

/* Of two hundred points of each kind, those that are tried in one run of the tests: an odd number, as every
 * other one is done again. */
#define STRIDE        (sweep_is_thorough () ? 1 : FAULT_STRIDE == 1 ? 15 : 45)
#define MEMORY_STRIDE 1009 /* of the requests for memory, besides */

typedef struct
{
  const char *name;
  const char *before; /* the passphrase; NULL: it is in clear */
  const char *after;
} Change;

static const Change changes[] = {
  { "encrypt", NULL, FIRST },
  { "change", FIRST, SECOND },
  { "decrypt", FIRST, NULL },
};

typedef struct
{
  Scenario     *scenario;
  const Change *change;
  char         *work;     /* what the dossier holds */
  char         *work_on;  /* the same with one gesture more */
} Patient;

typedef struct
{
  guint n_points;
  guint n_new;     /* where the change was done when the next program opened the dossier */
  guint n_waiting; /* that left something in clear, until that opening */
  guint n_left;    /* changes that left a backup as it was, and told it */
  guint n_told;    /* changes that failed, and told it */
  guint n_locked;  /* dossiers that open with neither passphrase; from here on, nothing is what must be */
  guint n_undone;  /* changes that were told to be done, and are not; or the reverse */
  guint n_lost;    /* dossiers that do not hold what they held */
  guint n_stuck;   /* dossiers that do not go on, or leave something */
  guint n_mistold;
  guint n_clear;   /* encrypted dossiers of which something is in clear for good */
} Figures;

static CapDossierFile *
open_with (Patient     *self,
           const char  *passphrase,
           GError     **error)
{
  const char *path = self->scenario->path;
  g_autoptr(CapVaultKey) key = NULL;

  if (passphrase != NULL)
    {
      key = cap_dossier_unlock (path, passphrase, error);
      if (key == NULL)
        return NULL;
    }

  return cap_dossier_file_open (path, CAP_FILE_WRITE, store_fixture_read_framework, error);
}

static CapVaultOutcome *
change (CapDossierFile  *file,
        const char      *before,
        const char      *after,
        GError         **error)
{
  const CapVaultChange wish = { before, after };

  return cap_dossier_file_set_passphrase (file, &wish, error);
}

static void
prepare (Patient *self)
{
  scenario_reset (self->scenario);
  g_unlink (self->scenario->other_path);
}

/* The dossier is open, has two backups, and holds something that is not published. */
static void
start (Patient *self)
{
  Scenario *scenario = self->scenario;
  g_autoptr(GError) error = NULL;

  scenario->file = open_with (self, self->change->before, &error);
  g_assert_no_error (error);
  g_assert_true (scenario_do (scenario, STEP_EVIDENCE, NULL));
  fault_calls_set_clock (-2 * HOUR);
  g_assert_true (scenario_do (scenario, STEP_PUBLISH, NULL));
  fault_calls_set_clock (0);
  g_assert_true (cap_dossier_file_back_up (scenario->file, NULL));
  g_assert_true (scenario_do (scenario, STEP_ANSWER, NULL));
}

/* The file is as it is before the change. */
static void
make_seed (Patient *self)
{
  Scenario *scenario = self->scenario;
  g_autoptr(GError) error = NULL;
  g_autoptr(CapVaultOutcome) outcome = NULL;
  char *data;
  gsize size;

  prepare (self);
  if (self->change->before == NULL)
    return;

  scenario->file = open_with (self, NULL, &error);
  outcome = change (scenario->file, NULL, self->change->before, &error);
  g_assert_no_error (error);
  g_assert_true (scenario_do (scenario, STEP_CLOSE, &error));
  g_assert_true (g_file_get_contents (scenario->path, &data, &size, NULL));
  g_bytes_unref (scenario->seed);
  scenario->seed = g_bytes_new_take (data, size);
}

static void
admit (Patient      *self,
       const Change *wish)
{
  self->scenario = scenario_new (SCENARIO_CLEAR);
  self->change = wish;
  make_seed (self);

  prepare (self);
  start (self);
  self->work = scenario_dump (self->scenario);
  g_assert_true (scenario_do (self->scenario, STEP_ANSWER_LAST, NULL));
  self->work_on = scenario_dump (self->scenario);
}

static void
discharge (Patient *self)
{
  scenario_free (self->scenario);
  g_free (self->work);
  g_free (self->work_on);
}

/* Whether it is done, as the dossier says: @known: (out): whether it says anything. */
static gboolean
is_done (Patient  *self,
         gboolean *known)
{
  const gboolean locked = cap_dossier_is_locked (self->scenario->path);
  g_autoptr(CapVaultKey) before = NULL;
  g_autoptr(CapVaultKey) after = NULL;

  if (locked && self->change->after != NULL)
    after = cap_dossier_unlock (self->scenario->path, self->change->after, NULL);
  if (locked && self->change->before != NULL)
    before = cap_dossier_unlock (self->scenario->path, self->change->before, NULL);
  *known = !locked || (before != NULL) != (after != NULL);

  return locked ? after != NULL : self->change->after == NULL;
}

static void
check_sound (Patient *self,
             guint    nth,
             Figures *figures)
{
  g_autofree char *fault = scenario_find_fault (self->scenario);

  if (fault == NULL)
    return;

  figures->n_lost++;
  g_test_message ("%u: %s", nth, fault);
}

/* The next program: it finds everything, and leaves nothing. */
static void
check_opening (Patient    *self,
               guint       nth,
               gboolean    done,
               const char *expected,
               Figures    *figures)
{
  Scenario *scenario = self->scenario;
  const char *passphrase = done ? self->change->after : self->change->before;
  g_autofree char *found = NULL;
  g_autofree char *litter = NULL;
  g_autofree char *clear = NULL;
  g_autoptr(GError) error = NULL;

  scenario->file = open_with (self, passphrase, &error);
  if (scenario->file != NULL)
    {
      found = scenario_dump (scenario);
      check_sound (self, nth, figures);
      scenario_do (scenario, STEP_CLOSE, &error);
    }
  g_clear_pointer (&scenario->file, cap_dossier_file_free);

  litter = scenario_find_litter (scenario);
  if (error != NULL || litter != NULL)
    {
      figures->n_stuck++;
      g_test_message ("%u: %s", nth, error != NULL ? error->message : litter);
    }
  if (g_strcmp0 (found, expected) != 0)
    {
      figures->n_lost++;
      g_test_message ("%u: it does not hold what it held", nth);
    }

  clear = passphrase != NULL ? scenario_find_clear (scenario) : NULL;
  if (clear != NULL)
    {
      figures->n_clear++;
      g_test_message ("%u, %s: %s is in clear", nth, done ? "done" : "not done", clear);
    }
}

/* @must: whether it must be done; -1: either way is right */
static void
check_after (Patient    *self,
             guint       nth,
             int         must,
             const char *expected,
             Figures    *figures)
{
  gboolean known;
  const gboolean done = is_done (self, &known);
  const char *passphrase = done ? self->change->after : self->change->before;
  g_autofree char *clear = passphrase != NULL ? scenario_find_clear (self->scenario) : NULL;

  figures->n_new += done ? 1 : 0;
  figures->n_waiting += clear != NULL ? 1 : 0;
  if (!known)
    {
      figures->n_locked++;
      g_test_message ("%u: it opens with neither passphrase, or with both", nth);
    }
  if (must >= 0 && must != done)
    {
      figures->n_undone++;
      g_test_message ("%u: %s", nth, must ? "it was told to be done" : "it was told to have failed");
    }

  check_opening (self, nth, done, expected, figures);
}

static void
tell (Patient       *self,
      const char    *what,
      const Figures *figures)
{
  g_test_message ("%s, %s: %u points, %u told, %u done at the next opening, %u with something in clear until"
                  " then, %u with backups left as they were; %u locked, %u undone, %u lost, %u stuck, %u"
                  " mistold, %u in clear", self->change->name, what, figures->n_points, figures->n_told,
                  figures->n_new, figures->n_waiting, figures->n_left, figures->n_locked, figures->n_undone,
                  figures->n_lost, figures->n_stuck, figures->n_mistold, figures->n_clear);
  g_assert_cmpuint (figures->n_points, >, 0);
  g_assert_cmpuint (figures->n_new, >, 0);
  g_assert_cmpuint (figures->n_locked, ==, 0);
  g_assert_cmpuint (figures->n_undone, ==, 0);
  g_assert_cmpuint (figures->n_lost, ==, 0);
  g_assert_cmpuint (figures->n_stuck, ==, 0);
  g_assert_cmpuint (figures->n_mistold, ==, 0);
  g_assert_cmpuint (figures->n_clear, ==, 0);
}

/* Says on its pipe, past the calls that are counted, when the change is done. */
static void
do_change (Patient              *self,
           const FaultCallsKind *kind,
           guint                 nth,
           int                   fd)
{
  g_autoptr(CapVaultOutcome) outcome = NULL;

  start (self);
  fault_calls_arm (kind, nth);
  outcome = change (self->scenario->file, self->change->before, self->change->after, NULL);
  if (outcome == NULL || outcome->n_left > 0)
    _exit (2);
  syscall (SYS_write, (long) fd, "", 1L);
  if (!scenario_do (self->scenario, STEP_CLOSE, NULL))
    _exit (3);
  fault_calls_disarm ();
  _exit (0);
}

/* Returns: whether it was killed; @said: (out): after it said that the change was done */
static gboolean
run_and_kill (Patient              *self,
              const FaultCallsKind *kind,
              guint                 nth,
              gboolean             *said)
{
  int ends[2];
  int status;
  char word;
  pid_t pid;

  g_assert_cmpint (pipe (ends), ==, 0);
  pid = fork ();
  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    do_change (self, kind, nth, ends[1]);

  close (ends[1]);
  *said = read (ends[0], &word, 1) == 1;
  close (ends[0]);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFSIGNALED (status) || WEXITSTATUS (status) == 0);

  return WIFSIGNALED (status);
}

static void
kill_each (Patient       *self,
           FaultCallsHow  how,
           const char    *what)
{
  const FaultCallsKind kind = { how, 0, g_test_slow () };
  Figures figures = { 0 };
  guint nth = how == FAULT_CALLS_KILL_BEFORE ? 1 : 1 + STRIDE / 2;
  gboolean said;

  for (prepare (self); run_and_kill (self, &kind, nth, &said); prepare (self))
    {
      figures.n_points++;
      check_after (self, nth, said ? TRUE : -1, self->work, &figures);
      nth += STRIDE;
    }

  tell (self, what, &figures);
}

static void
test_kills (gconstpointer data)
{
  Patient patient = { 0 };

  admit (&patient, data);
  g_clear_pointer (&patient.scenario->file, cap_dossier_file_free);
  kill_each (&patient, FAULT_CALLS_KILL_BEFORE, "killed before each call");
  kill_each (&patient, FAULT_CALLS_KILL_AFTER, "killed after each call");
  discharge (&patient);
}

static void
arm_calls (gconstpointer data,
           guint         nth)
{
  FaultCallsKind kind = *(const FaultCallsKind *) data;

  kind.all = sweep_is_thorough ();
  fault_calls_arm (&kind, nth);
}

static gboolean
are_calls_reached (void)
{
  return fault_calls_is_reached ();
}

static void
arm_vfs (gconstpointer data,
         guint         nth)
{
  FaultVfsKind kind = *(const FaultVfsKind *) data;

  kind.all = sweep_is_thorough ();
  fault_vfs_arm (&kind, nth);
}

static void
arm_memory (gconstpointer data,
            guint         nth)
{
  fault_memory_arm (1 + (nth - 1) * MEMORY_STRIDE, data != NULL);
}

static const FaultCallsKind full = { FAULT_CALLS_FAIL, ENOSPC, false };
static const FaultCallsKind full_for_long = { FAULT_CALLS_FAIL_ON, ENOSPC, false };
static const FaultVfsKind broken = { FAULT_ALL, EIO, FALSE, FALSE, FALSE };
static const FaultVfsKind broken_for_long = { FAULT_ALL, EIO, FALSE, TRUE, FALSE };

#define CALLS  arm_calls, are_calls_reached, fault_calls_disarm
#define MEMORY arm_memory, fault_memory_is_reached, fault_memory_disarm
#define VFS    arm_vfs, fault_vfs_is_reached, fault_vfs_disarm

/* When SQLite cannot make a file, it tries to read it, and tells why that fails. */
static const Fault faults[] = {
  { "a call finds no room", CALLS, &full, CAP_STORE_ERROR_NO_SPACE, CAP_STORE_ERROR_NOT_FOUND },
  { "calls find no room", CALLS, &full_for_long, CAP_STORE_ERROR_NO_SPACE, CAP_STORE_ERROR_NOT_FOUND },
  { "the disk fails once", VFS, &broken, CAP_STORE_ERROR_FAILED, CAP_STORE_ERROR_FAILED },
  { "the disk fails", VFS, &broken_for_long, CAP_STORE_ERROR_FAILED, CAP_STORE_ERROR_FAILED },
  { "no memory once", MEMORY, NULL, CAP_STORE_ERROR_FAILED, CAP_STORE_ERROR_FAILED },
  { "no memory", MEMORY, &broken_for_long, CAP_STORE_ERROR_FAILED, CAP_STORE_ERROR_FAILED },
};

/* It was not changed: one goes on, and may do it now. */
static void
go_on (Patient *self,
       guint    nth,
       gboolean again,
       Figures *figures)
{
  Scenario *scenario = self->scenario;
  g_autofree char *found = scenario_dump (scenario);
  g_autoptr(CapVaultOutcome) outcome = NULL;
  g_autoptr(GError) error = NULL;

  if (!g_str_equal (found, self->work))
    {
      figures->n_lost++;
      g_test_message ("%u: it does not hold what it held", nth);
    }
  if (cap_dossier_file_is_encrypted (scenario->file) != (self->change->before != NULL))
    figures->n_undone++;
  if (scenario_do (scenario, STEP_ANSWER_LAST, &error) && again)
    outcome = change (scenario->file, self->change->before, self->change->after, &error);
  if (error != NULL)
    {
      figures->n_stuck++;
      g_test_message ("%u: %s", nth, error->message);
    }
}

static void
check_error (guint         nth,
             const Fault  *fault,
             const GError *error,
             Figures      *figures)
{
  if (g_error_matches (error, CAP_STORE_ERROR, fault->code) ||
      g_error_matches (error, CAP_STORE_ERROR, fault->also))
    return;

  figures->n_mistold++;
  g_test_message ("%u: %s", nth, error != NULL ? error->message : "no error");
}

/* Returns: whether the fault was reached */
static gboolean
fail_once (Patient     *self,
           const Fault *fault,
           guint        nth,
           gboolean     again,
           Figures     *figures)
{
  g_autoptr(CapVaultOutcome) outcome = NULL;
  g_autoptr(GError) error = NULL;
  gboolean reached;
  gboolean done;

  prepare (self);
  start (self);
  fault->arm (fault->data, nth);
  outcome = change (self->scenario->file, self->change->before, self->change->after, &error);
  reached = fault->is_reached ();
  fault->disarm ();
  done = outcome != NULL;

  if (done)
    {
      figures->n_left += outcome->n_left > 0 ? 1 : 0;
      figures->n_mistold += (outcome->n_left > 0) != (outcome->problem != NULL) ? 1 : 0;
    }
  else
    {
      figures->n_told++;
      check_error (nth, fault, error, figures);
      go_on (self, nth, again, figures);
    }
  if (!scenario_do (self->scenario, STEP_CLOSE, NULL))
    figures->n_stuck++;
  g_clear_pointer (&self->scenario->file, cap_dossier_file_free);
  check_after (self, nth, done || again, done ? self->work : self->work_on, figures);

  return reached;
}

static void
test_faults (gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      Patient patient = { 0 };
      Figures figures = { 0 };

      admit (&patient, data);
      for (guint nth = 1; fail_once (&patient, &faults[i], nth, nth % 2 == 0, &figures); nth += STRIDE)
        figures.n_points++;
      tell (&patient, faults[i].name, &figures);
      g_assert_cmpuint (figures.n_told, >, 0);
      discharge (&patient);
    }
}

int
main (int   argc,
      char *argv[])
{
  fault_memory_install ();
  scenario_init (&argc, &argv);
  fault_vfs_install ();

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *kills = g_strdup_printf ("/faults/vault/%s/kills", changes[i].name);
      g_autofree char *failures = g_strdup_printf ("/faults/vault/%s/faults", changes[i].name);

      g_test_add_data_func (kills, &changes[i], test_kills);
      g_test_add_data_func (failures, &changes[i], test_faults);
    }

  return g_test_run ();
}
