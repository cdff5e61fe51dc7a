/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/cap-demo.h"

#include <glib/gstdio.h>

#include "exchange/cap-dossier-json.h"
#include "exchange/cap-adaptation-json.h"
#include "exchange/exchange-fixture.h"
#include "store/cap-dossier-file.h"

static char *
dump (CapDossier *dossier)
{
  g_free (dossier->id);
  dossier->id = g_strdup ("the same for both");

  return cap_dossier_json_write (dossier);
}

static guint
count_contents (CapDossierFile   *file,
                const CapDossier *dossier)
{
  guint count = 0;

  for (guint i = 0; i < dossier->evidence->len; i++)
    {
      const CapEvidence *piece = g_ptr_array_index (dossier->evidence, i);

      for (guint j = 0; j < piece->files->len; j++, count++)
        {
          const CapEvidenceFile *version = g_ptr_array_index (piece->files, j);
          g_autoptr(GError) error = NULL;
          g_autoptr(GBytes) content = cap_dossier_file_read_content (file, version->sha256, &error);

          g_assert_no_error (error);
          g_assert_cmpint (version->size, ==, (gint64) g_bytes_get_size (content));
        }
    }

  return count;
}

/* What the file gives back is what was put into it, to the letter. */
static void
test_round_trip (void)
{
  g_autofree char *folder = g_dir_make_tmp ("cap-demo-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "Démonstration.capcedre", NULL);
  g_autoptr(GPtrArray) commands = cap_demo_list_commands (CAP_DEMO_STRUCTURE);
  g_autoptr(GError) error = NULL;
  g_autoptr(CapDossierFile) file = cap_dossier_file_create (path, g_ptr_array_index (commands, 0),
                                                            cap_adapted_framework_read, &error);
  g_autoptr(CapDossier) expected = exchange_fixture_new_dossier ();
  g_autoptr(CapDossier) loaded = NULL;
  g_autoptr(GPtrArray) faults = NULL;
  g_autofree char *before = dump (expected);
  g_autofree char *after = NULL;

  g_assert_no_error (error);
  for (guint i = 1; i < commands->len; i++)
    g_assert_true (cap_dossier_file_run (file, g_ptr_array_index (commands, i), NULL));
  loaded = cap_dossier_file_load (file, &error);
  g_assert_no_error (error);
  after = dump (loaded);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (count_contents (file, loaded), >, 10);

  g_assert_true (cap_dossier_file_publish (file, NULL) && cap_dossier_file_close (file, NULL));
  faults = cap_dossier_file_check (path, cap_adapted_framework_read, NULL);
  g_assert_cmpuint (faults->len, ==, 0);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/exchange/demo-file/round-trip", test_round_trip);

  return g_test_run ();
}
