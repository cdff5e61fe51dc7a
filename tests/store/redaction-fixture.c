/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/redaction-fixture.h"

#include "store/cap-dossier-personal.h"

void
redaction_fixture_check (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) faults = cap_dossier_file_check (path, store_fixture_read_framework, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (faults, i));
  g_assert_cmpuint (faults->len, ==, 0);
}

/* Back to the beginning and forth again, by undoing. */
void
redaction_fixture_undo_and_redo (StoreFixture *fixture)
{
  guint n = 0;
  char *label;

  while ((label = cap_dossier_file_undo (fixture->file, NULL)) != NULL)
    {
      g_free (label);
      n++;
    }
  for (; n > 0; n--)
    {
      label = cap_dossier_file_redo (fixture->file, NULL);
      g_assert_nonnull (label);
      g_free (label);
    }
}

/* One gesture of one row, signed. */
void
redaction_fixture_run (StoreFixture *fixture,
                       CapCommand   *command)
{
  g_autoptr(GError) error = NULL;

  cap_dossier_file_run (fixture->file, command, &error);
  g_assert_no_error (error);
  cap_command_free (command);
}

void
redaction_fixture_put_file (StoreFixture *fixture,
                            const char   *name,
                            const char   *content,
                            gsize         size)
{
  CapCommand *command = cap_command_new (CAP_GESTURE_PIECE, name);
  g_autoptr(GBytes) bytes = g_bytes_new (content, size);
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autoptr(CapEvidence) piece = cap_evidence_new (NULL, name, NULL, NULL);

  cap_evidence_add_file (piece, sha256, (gint64) size, name, "text/csv", "2026-11-20");
  cap_command_put_content (command, sha256, bytes);
  cap_command_put_evidence (command, piece);
  redaction_fixture_run (fixture, command);
}

char *
redaction_fixture_read_file (StoreFixture *fixture,
                             const char   *name,
                             gsize        *size)
{
  g_autoptr(CapDossier) dossier = cap_dossier_file_load (fixture->file, NULL);

  for (guint i = 0; i < dossier->evidence->len; i++)
    {
      const CapEvidence *piece = g_ptr_array_index (dossier->evidence, i);
      const CapEvidenceFile *file = g_ptr_array_index (piece->files, 0);
      g_autoptr(GByteArray) copy = g_byte_array_new ();
      g_autoptr(GBytes) bytes = NULL;

      if (!g_str_equal (file->name, name))
        continue;
      bytes = cap_dossier_file_read_content (fixture->file, file->sha256, NULL);
      g_assert_nonnull (bytes);
      g_assert_cmpint (file->size, ==, (gint64) g_bytes_get_size (bytes));
      *size = g_bytes_get_size (bytes);

      g_byte_array_append (copy, g_bytes_get_data (bytes, NULL), (guint) *size);
      g_byte_array_append (copy, (const guint8 *) "", 1);

      return (char *) g_byte_array_free (g_steal_pointer (&copy), FALSE);
    }

  g_assert_not_reached ();
}

/* The name of the only file that a person has to open. */
const char *
redaction_fixture_get_unread (const GPtrArray *documents)
{
  g_autoptr(GPtrArray) names = cap_personal_list_unread (documents);
  const char *name = NULL;

  g_assert_cmpuint (names->len, ==, 1);
  name = g_intern_string (g_ptr_array_index (names, 0));

  return name;
}

CapRedactionOutcome *
redaction_fixture_redact (StoreFixture *fixture,
                          const char   *text,
                          const char   *replacement,
                          gboolean      drop_backups)
{
  g_autoptr(CapPersonalSwaps) swaps = cap_personal_swaps_new ();
  g_autoptr(GError) error = NULL;
  CapRedactionOutcome *outcome;

  g_assert_true (cap_personal_swaps_add (swaps, text, replacement, NULL));
  outcome = cap_dossier_file_redact (fixture->file, swaps, drop_backups, &error);
  g_assert_no_error (error);

  return outcome;
}
