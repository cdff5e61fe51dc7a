/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdio.h>
#include <string.h>

#include "store/cap-salvage.h"
#include "store/cap-vault.h"
#include "store/salvage-fixture.h"

/* Damaged dossiers that are encrypted: a block that is damaged is a page that is lost, no more; what is saved
 * is encrypted with the same key, and nothing that was changed looks right. */

#define PASSPHRASE   "quatre mots sans lien"
#define N_DAMAGES    36
#define STEP         12 /* which blocks are lost, one by one */
#define HEAD_USED    481 /* bytes of each of the two heads */

static CapVaultKey *key; /* one for all: to make one takes its time */

static double
get_percentage (const Patient *patient,
                guint64        n_saved,
                guint          n_files)
{
  return 100.0 * (double) n_saved / ((double) patient->n_rows * n_files);
}

static void
test_undamaged (StoreFixture  *fixture,
                gconstpointer  data)
{
  Patient patient = { 0 };
  g_autoptr(CapSalvageReport) report = cap_salvage_report_new ();

  patient_admit (&patient, fixture, key);
  g_assert_cmpuint (patient_treat (&patient, patient.bytes, patient.size, 0, report), ==, patient.n_rows);
  g_assert_true (cap_salvage_report_is_whole (report));
  g_assert_true (report->journal_kept);
  patient_discharge (&patient);
}

/* Either of the two heads is enough, and neither the header of the database nor its first page is needed. */
static void
test_heads (StoreFixture  *fixture,
            gconstpointer  data)
{
  const gsize places[] = {
    0, 16, HEAD_USED - 1, (gsize) cap_vault_layout_get_gap (&cap_vault_file_layout),
  };
  Patient patient = { 0 };

  patient_admit (&patient, fixture, key);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree guint8 *bytes = g_memdup2 (patient.bytes, patient.size);

      memset (bytes + places[i], 0x5a, i == 0 ? CAP_VAULT_HEAD_SIZE : 1);
      g_assert_cmpuint (patient_treat (&patient, bytes, patient.size, 0, NULL), ==, patient.n_rows);
      memset (bytes + patient_get_place (&patient, 0), 0, patient.page);
      g_assert_cmpuint (patient_treat (&patient, bytes, patient.size, 0, NULL), ==, patient.n_rows);
    }
  patient_discharge (&patient);
}

/* Without a head there is no key: that is told, and nothing is made. */
static void
test_no_head (StoreFixture  *fixture,
              gconstpointer  data)
{
  const gsize gap = (gsize) cap_vault_layout_get_gap (&cap_vault_file_layout);
  Patient patient = { 0 };

  patient_admit (&patient, fixture, key);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree guint8 *bytes = g_memdup2 (patient.bytes, patient.size);
      g_autoptr(CapSalvageReport) report = cap_salvage_report_new ();
      g_autoptr(GError) error = NULL;

      bytes[HEAD_USED - 1] ^= 1;
      bytes[gap + HEAD_USED - 1] ^= 1;
      if (i == 1)
        memset (bytes, 0, CAP_VAULT_HEAD_SIZE);
      g_assert_true (g_file_set_contents (patient.damaged, (const char *) bytes, (gssize) patient.size,
                                          NULL));
      g_assert_false (cap_salvage_run (patient.damaged, patient.saved, store_fixture_read_framework, NULL,
                                       NULL, report, &error));
      g_assert_error (error, CAP_STORE_ERROR, CAP_STORE_ERROR_CORRUPT);
      g_assert_false (g_file_test (patient.saved, G_FILE_TEST_EXISTS));
    }
  patient_discharge (&patient);
}

/* Each block in turn is lost, wholly or by one bit. */
static void
test_each_block (StoreFixture  *fixture,
                 gconstpointer  data)
{
  Patient patient = { 0 };
  guint n_whole = 0;
  guint n_files = 0;
  guint64 n_saved = 0;

  patient_admit (&patient, fixture, key);
  for (guint block = 0; block < patient_count_pages (&patient); block += STEP)
    {
      g_autofree guint8 *bytes = g_memdup2 (patient.bytes, patient.size);
      g_autoptr(CapSalvageReport) report = cap_salvage_report_new ();
      guint8 *at = bytes + patient_get_place (&patient, block);
      guint n;

      if (block % 3 == 0)
        memset (at, block % 2 == 0 ? 0 : 0xa5, MIN (patient.page, patient.size - (gsize) (at - bytes)));
      else
        *at ^= 1;
      n = patient_treat (&patient, bytes, patient.size, 0, report);
      n_saved += n;
      n_whole += n == patient.n_rows;
      n_files++;
      if (report->journal_kept)
        g_assert_cmpuint (n + report->n_missing, >=, patient.n_rows);
    }

  g_test_message ("%u encrypted files without a block: %.1f %% of rows saved, %u whole", n_files,
                  get_percentage (&patient, n_saved, n_files), n_whole);
  g_assert_cmpfloat (get_percentage (&patient, n_saved, n_files), >, 90);
  patient_discharge (&patient);
}

static void
test_anywhere (StoreFixture  *fixture,
               gconstpointer  data)
{
  Patient patient = { 0 };
  guint64 n_saved[SALVAGE_N_DAMAGES] = { 0 };
  guint64 all = 0;

  patient_admit (&patient, fixture, key);
  for (guint i = 0; i < N_DAMAGES; i++)
    {
      g_autofree guint8 *bytes = g_memdup2 (patient.bytes, patient.size);
      guint n_altered;
      const gsize left = patient_damage (&patient, i, bytes, &n_altered);

      n_saved[i % SALVAGE_N_DAMAGES] += patient_treat (&patient, bytes, left, 0, NULL);
    }

  for (guint i = 0; i < SALVAGE_N_DAMAGES; i++)
    {
      g_test_message ("encrypted, damage %u: %.1f %% of rows saved", i,
                      get_percentage (&patient, n_saved[i], N_DAMAGES / SALVAGE_N_DAMAGES));
      all += n_saved[i];
    }
  g_test_message ("%u damaged encrypted files: %.1f %% of rows saved, 0 altered, 0 crashes", N_DAMAGES,
                  get_percentage (&patient, all, N_DAMAGES));
  g_assert_cmpfloat (get_percentage (&patient, n_saved[0] + n_saved[2] + n_saved[3], N_DAMAGES / 2), >, 60);
  patient_discharge (&patient);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(CapVaultKey) made = NULL;
  g_autoptr(GError) error = NULL;

  store_fixture_init (&argc, &argv);
  made = cap_vault_key_new (PASSPHRASE, NULL, &error);
  g_assert_no_error (error);
  key = made;

  store_fixture_add ("/store/salvage-vault/undamaged", test_undamaged);
  store_fixture_add ("/store/salvage-vault/heads", test_heads);
  store_fixture_add ("/store/salvage-vault/no-head", test_no_head);
  store_fixture_add ("/store/salvage-vault/each-block", test_each_block);
  store_fixture_add ("/store/salvage-vault/anywhere", test_anywhere);

  return g_test_run ();
}
