/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdlib.h>

#include "store/cap-dossier-vault.h"
#include "store/store-fixture.h"

/* What encryption costs: to open a dossier, to do a gesture, to publish, against the same in clear. What is
 * slow on purpose, from the passphrase to the key, is once for each opening, and told apart. */

#define PASSPHRASE     "quatre mots sans lien"
#define N_BEFORE       1000 /* gestures, when it is measured */
#define N_GESTURES     300
#define N_ROUNDS       15
#define N_PIECES       4
#define PIECE_SIZE     (1 << 20)

typedef struct
{
  double opening;
  double gesture;
  double publication;
} Costs;

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const double x = *(const double *) a;
  const double y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
get_median (double *milliseconds,
            gsize   n)
{
  qsort (milliseconds, n, sizeof *milliseconds, compare);

  return milliseconds[n / 2];
}

static double
get_ms_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000.0;
}

static void
add_piece (StoreFixture *fixture,
           guint         number)
{
  g_autoptr(CapCommand) command = cap_command_new (CAP_GESTURE_PIECE, "Pièce");
  g_autofree char *name = g_strdup_printf ("piece-%u.pdf", number);
  g_autoptr(CapEvidence) evidence = cap_evidence_new (NULL, name, NULL, NULL);
  g_autofree char *sha256 = NULL;
  g_autoptr(GBytes) bytes = NULL;
  char *content = g_malloc (PIECE_SIZE);

  for (gsize i = 0; i < PIECE_SIZE; i++)
    content[i] = (char) g_random_int ();
  bytes = g_bytes_new_take (content, PIECE_SIZE);
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  cap_evidence_add_file (evidence, sha256, PIECE_SIZE, name, "application/pdf", "2026-11-20");
  cap_command_put_content (command, sha256, bytes);
  cap_command_put_evidence (command, evidence);
  g_assert_true (cap_dossier_file_run (fixture->file, command, NULL));
}

/* A dossier that was worked in for a while. */
static void
make_dossier (StoreFixture *fixture)
{
  store_fixture_create (fixture);
  for (guint i = 0; i < N_BEFORE; i++)
    store_fixture_answer (fixture, i % STORE_FIXTURE_N_CRITERIA, (int) (i / STORE_FIXTURE_N_CRITERIA) % 5);
  for (guint i = 0; i < N_PIECES; i++)
    add_piece (fixture, i);
  g_assert_true (cap_dossier_file_publish (fixture->file, NULL));
}

static double
measure_gesture (StoreFixture *fixture,
                 guint         round)
{
  double gestures[N_GESTURES];

  for (guint i = 0; i < N_GESTURES; i++)
    {
      g_autoptr(CapDossier) dossier = cap_dossier_file_load (fixture->file, NULL);
      g_autoptr(CapCommand) command = store_fixture_new_answer (dossier, i % STORE_FIXTURE_N_CRITERIA,
                                                                (int) (round + i) % 5);
      const gint64 start = g_get_monotonic_time ();

      g_assert_true (cap_dossier_file_run (fixture->file, command, NULL));
      gestures[i] = get_ms_since (start);
    }

  return get_median (gestures, N_GESTURES);
}

/* The fixture's dossier is open before and after; its key is held meanwhile, as by a window. */
static Costs
measure (StoreFixture *fixture)
{
  double openings[N_ROUNDS];
  double publications[N_ROUNDS];
  Costs costs = { 0 };

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      gint64 start;

      store_fixture_answer (fixture, 0, (int) i % 5);
      store_fixture_answer (fixture, 0, (int) (i + 1) % 5);
      start = g_get_monotonic_time ();
      g_assert_true (cap_dossier_file_publish (fixture->file, NULL));
      publications[i] = get_ms_since (start);

      store_fixture_close (fixture);
      start = g_get_monotonic_time ();
      store_fixture_open (fixture, CAP_FILE_WRITE);
      openings[i] = get_ms_since (start);
    }
  costs.gesture = measure_gesture (fixture, 1);
  costs.opening = get_median (openings, N_ROUNDS);
  costs.publication = get_median (publications, N_ROUNDS);

  return costs;
}

static void
bench (StoreFixture  *fixture,
       gconstpointer  data)
{
  const CapVaultChange wish = { NULL, PASSPHRASE };
  g_autoptr(CapVaultOutcome) outcome = NULL;
  g_autoptr(CapVaultKey) key = NULL;
  g_autoptr(GError) error = NULL;
  Costs clear;
  Costs encrypted;
  double change;
  gint64 start;

  make_dossier (fixture);
  clear = measure (fixture);
  g_assert_true (cap_dossier_file_publish (fixture->file, NULL));

  start = g_get_monotonic_time ();
  outcome = cap_dossier_file_set_passphrase (fixture->file, &wish, &error);
  g_assert_no_error (error);
  change = get_ms_since (start);
  start = g_get_monotonic_time ();
  key = cap_dossier_unlock (fixture->path, PASSPHRASE, &error);
  g_assert_no_error (error);
  g_print ("# unlocking %.0f ms, once; encrypting the dossier and %u backups %.0f ms\n", get_ms_since (start),
           outcome->n_backups, change);

  encrypted = measure (fixture);
  g_print ("# in clear: opening %.1f ms, gesture %.3f ms, publication %.1f ms\n", clear.opening,
           clear.gesture, clear.publication);
  g_print ("# encrypted: opening %.1f ms, gesture %.3f ms, publication %.1f ms\n", encrypted.opening,
           encrypted.gesture, encrypted.publication);
  g_print ("# encrypted / in clear: opening %.2f, gesture %.2f, publication %.2f\n",
           encrypted.opening / clear.opening, encrypted.gesture / clear.gesture,
           encrypted.publication / clear.publication);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  store_fixture_add ("/bench/vault", bench);

  return g_test_run ();
}
