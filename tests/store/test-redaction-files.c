/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "model/cap-evidence.h"
#include "store/cap-dossier-personal.h"
#include "store/redaction-fixture.h"

/* What files of a dossier hold, once something is taken out of it. */

/* The texts of files as Windows writes them, too; a PDF is not touched, and a person is told. */
static void
test_contents (StoreFixture  *fixture,
               gconstpointer  data)
{
  static const char latin[] = "Pr\xE9nom;Nom\r\nHel\xE8ne;P\xC9RON\r\n";
  static const char wide[] = "\xFF\xFEP\0\xE9\0r\0o\0n\0!\0";
  static const char pdf[] = "%PDF-1.4 (P\xC3\xA9ron)";
  g_autoptr(CapRedactionOutcome) outcome = NULL;
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;
  g_autofree char *three = NULL;
  gsize size;

  store_fixture_create (fixture);
  redaction_fixture_put_file (fixture, "liste.csv", latin, sizeof latin - 1);
  redaction_fixture_put_file (fixture, "note.txt", wide, sizeof wide - 1);
  redaction_fixture_put_file (fixture, "avis.pdf", pdf, sizeof pdf - 1);
  outcome = redaction_fixture_redact (fixture, "Péron", "X", FALSE);
  g_assert_cmpuint (outcome->n_contents, ==, 2);
  one = redaction_fixture_read_file (fixture, "liste.csv", &size);
  g_assert_cmpstr (one, ==, "Pr\xE9nom;Nom\r\nHel\xE8ne;X\r\n");
  two = redaction_fixture_read_file (fixture, "note.txt", &size);
  g_assert_cmpmem ("\xFF\xFEX\0!\0", 6, two, size);
  three = redaction_fixture_read_file (fixture, "avis.pdf", &size);
  g_assert_cmpmem (pdf, sizeof pdf - 1, three, size);
  g_assert_cmpstr (redaction_fixture_get_unread (outcome->documents), ==, "avis.pdf");
  g_assert_cmpuint (outcome->left->len, ==, 1);
  g_assert_cmpuint (cap_redaction_outcome_get_found (outcome), >, 0);
  store_fixture_close (fixture);
  redaction_fixture_check (fixture->path);
}

/* Bytes that no compression makes the same. */
static char *
dup_noise (gsize size)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (7);
  char *noise = g_malloc (size + 1);

  memcpy (noise, "%PDF-1.7\n", 9);
  for (gsize i = 9; i < size; i++)
    noise[i] = (char) g_rand_int_range (random, 1, 256);
  noise[size] = '\0';

  return noise;
}

static gsize
count_noise (const char *path,
             const char *noise,
             gsize       size)
{
  g_autofree char *bytes = NULL;
  gsize length = 0;
  gsize n = 0;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  for (gsize at = 1000; at + 32 < size; at += 1000)
    n += memmem (bytes, length, noise + at, 32) != NULL;

  return n;
}

/* What a file held is gone as a whole, of the past too; its line stays, and so does all that is undone. */
static void
test_document (StoreFixture  *fixture,
               gconstpointer  data)
{
  const gsize size = 20000;
  g_autofree char *noise = dup_noise (size);
  g_autofree char *sha256 = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) noise, size);
  g_autoptr(CapPersonalSwaps) swaps = cap_personal_swaps_new ();
  g_autoptr(CapRedactionOutcome) outcome = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *now = NULL;
  g_autofree char *kept = NULL;
  gsize length;

  store_fixture_create (fixture);
  redaction_fixture_put_file (fixture, "visite.pdf", noise, size);
  redaction_fixture_put_file (fixture, "liste.csv", "Nom;Ville", 9);
  g_assert_true (cap_dossier_file_publish (fixture->file, NULL));
  g_assert_cmpuint (count_noise (fixture->path, noise, size), >, 10);

  cap_personal_swaps_add_document (swaps, sha256);
  outcome = cap_dossier_file_redact (fixture->file, swaps, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (outcome->n_documents, ==, 1);
  g_assert_cmpuint (outcome->n_contents, ==, 0);
  g_assert_cmpuint (count_noise (fixture->path, noise, size), ==, 0);
  now = redaction_fixture_read_file (fixture, "visite.pdf", &length);
  g_assert_cmpstr (now, ==, CAP_EVIDENCE_REMOVED_TEXT);
  kept = redaction_fixture_read_file (fixture, "liste.csv", &length);
  g_assert_cmpstr (kept, ==, "Nom;Ville");
  g_assert_cmpuint (outcome->documents->len, ==, 0);
  redaction_fixture_undo_and_redo (fixture);

  /* The backup that was made before still has it, and the search of bytes says so. */
  g_assert_cmpuint (outcome->n_kept, >, 0);
  g_assert_cmpuint (cap_redaction_outcome_get_found (outcome), >, 0);
  store_fixture_close (fixture);
  redaction_fixture_check (fixture->path);
}

/* With the backups, nothing is left; a second time, there is no such file any more. */
static void
test_document_everywhere (StoreFixture  *fixture,
                          gconstpointer  data)
{
  const gsize size = 20000;
  g_autofree char *noise = dup_noise (size);
  g_autofree char *sha256 = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) noise, size);
  g_autoptr(CapPersonalSwaps) swaps = cap_personal_swaps_new ();
  g_autoptr(CapRedactionOutcome) outcome = NULL;
  g_autoptr(CapRedactionOutcome) again = NULL;
  g_autoptr(GError) error = NULL;

  store_fixture_create (fixture);
  redaction_fixture_put_file (fixture, "visite.pdf", noise, size);
  g_assert_true (cap_dossier_file_publish (fixture->file, NULL));
  cap_personal_swaps_add_document (swaps, sha256);
  outcome = cap_dossier_file_redact (fixture->file, swaps, TRUE, &error);
  g_assert_no_error (error);
  g_assert_true (cap_redaction_outcome_is_clean (outcome));

  again = cap_dossier_file_redact (fixture->file, swaps, TRUE, &error);
  g_assert_null (again);
  g_assert_error (error, CAP_PERSONAL_ERROR, CAP_PERSONAL_ERROR_NO_FILE);
  store_fixture_close (fixture);
  redaction_fixture_check (fixture->path);
}

/* What is too small to be told from other bytes is not said to be nowhere: backups that are kept still have
 * it. */
static void
test_small (StoreFixture  *fixture,
            gconstpointer  data)
{
  static const char text[] = "Nom;Ville";
  g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  g_autoptr(CapPersonalSwaps) swaps = cap_personal_swaps_new ();
  g_autoptr(CapRedactionOutcome) kept = NULL;

  store_fixture_create (fixture);
  redaction_fixture_put_file (fixture, "liste.csv", text, strlen (text));
  cap_personal_swaps_add_document (swaps, sha256);
  kept = cap_dossier_file_redact (fixture->file, swaps, FALSE, NULL);
  g_assert_nonnull (kept);
  g_assert_cmpuint (cap_redaction_outcome_get_found (kept), ==, 0);
  g_assert_cmpuint (kept->left->len, ==, 1);
  g_assert_false (cap_redaction_outcome_is_clean (kept));
  store_fixture_close (fixture);
}

/* One content under two names is one; what RTF or HTML says is more than what its bytes spell. */
static void
test_documents (StoreFixture  *fixture,
                gconstpointer  data)
{
  static const char rtf[] = "{\\rtf1\\ansi H\\'e9l\\'e8ne P\\'e9ron}";
  g_autoptr(CapPersonalReport) report = NULL;
  const CapPersonalDocument *document;

  store_fixture_create (fixture);
  redaction_fixture_put_file (fixture, "a.csv", "Nom;h@asso.fr", 13);
  redaction_fixture_put_file (fixture, "b.csv", "Nom;h@asso.fr", 13);
  redaction_fixture_put_file (fixture, "c.rtf", rtf, strlen (rtf));
  report = cap_dossier_file_find_personal (fixture->file, NULL, NULL);
  g_assert_nonnull (report);
  g_assert_cmpuint (report->documents->len, ==, 2);
  document = g_ptr_array_index (report->documents, 0);
  g_assert_cmpstr (document->name, ==, "a.csv");
  g_assert_cmpuint (document->n_found, ==, 1);
  document = g_ptr_array_index (report->documents, 1);
  g_assert_cmpint (document->reading, ==, CAP_PERSONAL_READ_PARTLY);
  store_fixture_close (fixture);
}

int
main (int   argc,
      char *argv[])
{
  store_fixture_init (&argc, &argv);

  store_fixture_add ("/redaction/contents", test_contents);
  store_fixture_add ("/redaction/document", test_document);
  store_fixture_add ("/redaction/document-everywhere", test_document_everywhere);
  store_fixture_add ("/redaction/small", test_small);
  store_fixture_add ("/redaction/documents", test_documents);

  return g_test_run ();
}
