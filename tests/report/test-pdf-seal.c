/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE /* memmem() */
#include <string.h>

#include "base/cap-locale.h"
#include "pdf-tools.h"
#include "report/cap-pdf-seal.h"
#include "sample.h"

#define CODE "7KQ4-9M2C-XT1B"

static CapSealKey *key;

static CapSeal *
new_seal (const char *digest)
{
  CapSeal *seal = cap_seal_new ();

  seal->id = g_strdup ("0c6f3a52-6f0e-4b51-9c0e-4c1f3a8b7d10");
  seal->dossier = g_strdup ("1c6f3a52-6f0e-4b51-9c0e-4c1f3a8b7d10");
  seal->structure = g_strdup ("Les Érables\nde l’Étang");
  seal->kind = g_strdup ("photograph");
  seal->label = g_strdup ("Photographie");
  seal->made_at = g_strdup ("2026-11-20T09:30:00Z");
  seal->author = g_strdup ("La direction");
  seal->content = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "content", -1);
  seal->document = g_strdup (digest);
  cap_seal_sign (seal, key);

  return seal;
}

/* A document of one page. */
static GBytes *
new_small (void)
{
  g_autoptr(CapPdf) pdf = test_pdf_new ();

  cap_pdf_add_page (pdf, CAP_PDF_PORTRAIT);
  cap_pdf_add_bookmark (pdf, 0, "Photographie", 0);

  return test_pdf_finish (pdf);
}

static GBytes *
seal_it (GBytes *pdf)
{
  g_autofree char *digest = cap_pdf_seal_dup_digest (pdf);
  g_autoptr(CapSeal) seal = new_seal (digest);
  GBytes *sealed = cap_pdf_seal_add (pdf, seal);

  g_assert_nonnull (sealed);

  return sealed;
}

static CapPdfSealState
read_state (gconstpointer data,
            gsize         size)
{
  g_autoptr(GBytes) pdf = g_bytes_new_static (data, size);
  g_autoptr(CapSeal) seal = NULL;

  return cap_pdf_seal_read (pdf, &seal);
}

/* Other programs read it as before; the pages bear the code. */
static void
test_sealed (void)
{
  g_autoptr(Sample) sample = sample_new_demo ();
  CapReportInput input = sample_get_input (sample);
  g_autoptr(GBytes) plain = cap_report_render (CAP_REPORT_PHOTOGRAPH, &input, NULL);
  g_autoptr(GBytes) pdf = NULL;
  g_autoptr(GBytes) sealed = NULL;
  g_autoptr(CapSeal) seal = NULL;
  g_autofree char *text = NULL;
  g_autofree char *plain_text = test_pdf_get_text (plain);

  input.code = CODE;
  pdf = cap_report_render (CAP_REPORT_PHOTOGRAPH, &input, NULL);
  sealed = seal_it (pdf);
  test_pdf_check (sealed);
  test_pdf_check_archive (sealed);
  text = test_pdf_get_text (sealed);
  g_assert_cmpuint (test_pdf_count (text, "Version scellée " CODE), ==, test_pdf_count (text, "\f"));
  g_assert_cmpuint (test_pdf_count (plain_text, "scellée"), ==, 0);
  g_assert_cmpint (cap_pdf_seal_read (sealed, &seal), ==, CAP_PDF_SEAL_INTACT);
  g_assert_cmpstr (seal->structure, ==, "Les Érables\nde l’Étang");
  g_assert_cmpint (read_state (g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf)), ==, CAP_PDF_SEAL_NONE);
}

/* Of the other engine; on the cover too. */
static void
test_code_in_dossier (void)
{
  g_autoptr(Sample) sample = sample_new_demo ();
  CapReportInput input = sample_get_input (sample);
  g_autoptr(GBytes) pdf = NULL;
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  input.code = CODE;
  input.parts = 1u << CAP_DOSSIER_COVER | 1u << CAP_DOSSIER_PLAN;
  pdf = cap_report_render (CAP_REPORT_AUDIT_DOSSIER, &input, &error);
  g_assert_no_error (error);
  text = test_pdf_get_text (pdf);
  g_assert_cmpuint (test_pdf_count (text, "Version scellée " CODE), ==, test_pdf_count (text, "\f"));
}

/* Whatever byte is changed, however: the seal’s own lines, the pages, the last line. */
static void
test_every_byte (void)
{
  static const guint8 changes[] = { 0x01, 0x20, 0x80 };
  g_autoptr(GBytes) pdf = new_small ();
  g_autoptr(GBytes) sealed = seal_it (pdf);
  gsize size;
  const guint8 *data = g_bytes_get_data (sealed, &size);
  g_autofree guint8 *copy = g_memdup2 (data, size);
  const gsize seal_at = (const guint8 *) memmem (data, size, "%CapSeal ", 9) - data;
  const gsize step = g_test_slow () ? 1 : 7;

  g_assert_cmpint (read_state (data, size), ==, CAP_PDF_SEAL_INTACT);
  for (gsize i = 0; i < size; i += i + step < seal_at ? step : 1)
    for (guint j = 0; j < G_N_ELEMENTS (changes); j++)
      {
        copy[i] = data[i] ^ changes[j];
        if (read_state (copy, size) != CAP_PDF_SEAL_BROKEN)
          g_error ("byte %" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT " counts for nothing", i, size);
        copy[i] = data[i];
      }
  g_assert_cmpint (read_state (copy, size), ==, CAP_PDF_SEAL_INTACT);
}

static void
assert_broken (const GString *pdf)
{
  g_assert_cmpint (read_state (pdf->str, pdf->len), ==, CAP_PDF_SEAL_BROKEN);
}

static GString *
copy_of (GBytes *pdf)
{
  return g_string_new_len (g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf));
}

/* Bytes more or less; a new version appended as PDF allows; the seal elsewhere, twice, or of another file. */
static void
test_rearranged (void)
{
  g_autoptr(GBytes) pdf = new_small ();
  g_autoptr(GBytes) sealed = seal_it (pdf);
  const char *data = g_bytes_get_data (sealed, NULL);
  const gsize size = g_bytes_get_size (sealed);
  const char *block = memmem (data, size, "%CapSeal ", 9);
  const char *end = memmem (block, size - (gsize) (block - data), "startxref", 9);
  const gsize length = (gsize) (end - block);
  g_autoptr(GString) longer = copy_of (sealed);
  g_autoptr(GString) shorter = copy_of (sealed);
  g_autoptr(GString) updated = copy_of (sealed);
  g_autoptr(GString) moved = copy_of (pdf);
  g_autoptr(GString) twice = copy_of (sealed);
  g_autoptr(GString) other = NULL;
  g_autoptr(GString) lone = g_string_new_len (block, (gssize) length);
  g_autoptr(GBytes) wide = g_bytes_new_static ("%PDF-1.4\nanother one\nstartxref\n9\n%%EOF\n", 39);

  assert_broken (g_string_append_c (longer, '\n'));
  assert_broken (g_string_truncate (shorter, size - 1));
  assert_broken (g_string_append (updated, "1 0 obj\n<<>>\nendobj\nstartxref\n10\n%%EOF\n"));
  assert_broken (g_string_insert_len (moved, 9, block, (gssize) length));
  assert_broken (g_string_insert_len (twice, end - data, block, (gssize) length));
  other = copy_of (wide);
  assert_broken (g_string_insert_len (other, 21, block, (gssize) length));
  assert_broken (lone);
  assert_broken (g_string_append (lone, "startxref\n"));
}

/* What is made with another key says so: it is intact, and by somebody else. */
static void
test_other_key (void)
{
  g_autoptr(GBytes) pdf = new_small ();
  g_autoptr(GBytes) ours = seal_it (pdf);
  g_autoptr(CapSealKey) kept = g_steal_pointer (&key);
  g_autoptr(GBytes) theirs = NULL;
  g_autoptr(CapSeal) seal = NULL;
  g_autoptr(GBytes) public_key = cap_seal_key_dup_public (kept);

  key = cap_seal_key_new (NULL);
  theirs = seal_it (pdf);
  cap_seal_key_free (key);
  key = g_steal_pointer (&kept);
  g_assert_cmpint (cap_pdf_seal_read (theirs, &seal), ==, CAP_PDF_SEAL_INTACT);
  g_assert_false (g_bytes_equal (seal->public_key, public_key));
}

/* Nothing that is not a PDF can be sealed, nor is taken for one that is. */
static void
test_not_a_pdf (void)
{
  g_autoptr(CapSeal) seal = new_seal (NULL);
  static const char * const texts[] = { "", "startxref", "%PDF-1.4 startxref" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));

      g_assert_null (cap_pdf_seal_add (bytes, seal));
      g_assert_cmpint (read_state (texts[i], strlen (texts[i])), ==, CAP_PDF_SEAL_NONE);
    }
  g_assert_cmpint (read_state ("%CapSeal ", 9), ==, CAP_PDF_SEAL_BROKEN);
  g_assert_cmpint (read_state ("%CapSeal startxref", 18), ==, CAP_PDF_SEAL_BROKEN);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  cap_locale_init ();
  g_test_init (&argc, &argv, NULL);
  key = cap_seal_key_new (NULL);

  g_test_add_func ("/pdf-seal/sealed", test_sealed);
  g_test_add_func ("/pdf-seal/code-in-dossier", test_code_in_dossier);
  g_test_add_func ("/pdf-seal/every-byte", test_every_byte);
  g_test_add_func ("/pdf-seal/rearranged", test_rearranged);
  g_test_add_func ("/pdf-seal/other-key", test_other_key);
  g_test_add_func ("/pdf-seal/not-a-pdf", test_not_a_pdf);

  status = g_test_run ();
  cap_seal_key_free (key);

  return status;
}
