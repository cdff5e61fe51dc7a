/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>

#include "base/cap-signature.h"
#include "base/cap-text.h"
#include "store/cap-dossier-personal.h"
#include "store/random-command.h"
#include "store/store-fixture.h"

#define N_DOSSIERS 3
#define N_COMMANDS 25

/* How people write the same two people, and what is not to be taken for them. */
static const char * const said[] = {
  "Marie Durand", "DURAND Marie", "durand", "Vu avec Durand, le 12", "Le Goff Yann", "yann le goff",
  "marie.durand@asso.fr", "06 12 34 56 78", "Directrice", "La durandière", "CIP",
    "M. DURAND ; Y. LE GOFF Yann",
};

static const char *
say (void)
{
  return said[g_test_rand_int_range (0, G_N_ELEMENTS (said))];
}

static CapPersonalSwaps *
new_swaps (void)
{
  CapPersonalSwaps *swaps = cap_personal_swaps_new ();

  g_assert_true (cap_personal_swaps_add (swaps, "Marie Durand", "Personne 1", NULL));
  g_assert_true (cap_personal_swaps_add (swaps, "Yann Le Goff", NULL, NULL));
  g_assert_true (cap_personal_swaps_add (swaps, "Durand", "P1", NULL));
  g_assert_true (cap_personal_swaps_add (swaps, "marie.durand@asso.fr", "[courriel]", NULL));
  g_assert_true (cap_personal_swaps_add (swaps, "+33 6 12 34 56 78", "[tél.]", NULL));
  g_assert_true (cap_personal_swaps_check (swaps, NULL));

  return swaps;
}

/* What may not be in any file afterwards, small letters; “durand” itself is in “durandière”. */
static const char * const gone[] = {
  "marie durand", "durand marie", "le goff", "yann", "@asso.fr", "12 34 56 78", "m. durand", "durand, le",
};

static void
name_action (CapAction *action)
{
  cap_set_string (&action->owner, say ());
  cap_set_string (&action->title, say ());
  cap_set_string (&action->contributors, say ());
  if (action->notes->len > 0)
    cap_set_string (&((CapActionNote *) g_ptr_array_index (action->notes, 0))->text, say ());
}

static void
name_record (CapRecord *record)
{
  const CapRegister *reg = cap_register_get (record->kind);

  for (guint i = 0; i < reg->n_fields; i++)
    {
      const int rank = g_test_rand_int_range (0, 6);
      g_autofree char *code = g_strdup_printf ("%s-%d", rank < 3 ? "Durand" : "DURAND", rank);

      if (reg->fields[i].kind == CAP_VALUE_LINE || reg->fields[i].kind == CAP_VALUE_TEXT)
        cap_record_set (record, i, i == 0 && cap_register_has_code (reg) ? code : say ());
      else if (reg->fields[i].kind == CAP_VALUE_CODES)
        cap_record_set (record, i, code);
    }
}

/* Names in all that a gesture of the random ones writes. */
static void
name_edit (CapEdit *edit)
{
  if (edit->kind == CAP_EDIT_PUT_ACTION)
    name_action (edit->value);
  else if (edit->kind == CAP_EDIT_PUT_RECORD)
    name_record (edit->value);
  else if (edit->kind == CAP_EDIT_PUT_ANSWER)
    cap_answer_set_comment (edit->value, say ());
  else if (edit->kind == CAP_EDIT_PUT_INDICATOR)
    {
      cap_set_string (&((CapIndicator *) edit->value)->owner, say ());
      cap_set_string (&((CapIndicator *) edit->value)->label, say ());
    }
  else if (edit->kind == CAP_EDIT_PUT_EVIDENCE)
    cap_set_string (&((CapEvidence *) edit->value)->title, say ());
}

/* A file of a few lines, whose text names people, with a piece that has it. */
static void
put_file (CapCommand *command,
          CapDossier *dossier)
{
  g_autofree char *text = g_strdup_printf ("Compte rendu %d\n%s\n%s\n", g_test_rand_int_range (0, 3), say (),
                                           say ());
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autofree char *name = g_strdup_printf ("%s.txt", say ());
  g_autoptr(CapEvidence) piece = NULL;

  piece = dossier->evidence->len > 0 && g_test_rand_bit ()
    ? cap_evidence_copy (g_ptr_array_index (dossier->evidence, 0))
      : cap_evidence_new (NULL, say (), NULL, NULL);
  if (piece->files->len > 0 && g_test_rand_bit ())
    g_ptr_array_set_size (piece->files, 0);
  cap_evidence_add_file (piece, sha256, (gint64) strlen (text), name, "text/plain", "2026-11-20");
  cap_command_put_content (command, sha256, bytes);
  cap_command_put_evidence (command, piece);
}

static void
put_ballot (CapCommand *command,
            CapDossier *dossier)
{
  g_autofree char *code = g_strdup_printf ("%s %d", g_test_rand_bit () ? "Durand" : "DURAND Marie",
                                           g_test_rand_int_range (0, 4));
  g_autoptr(CapBallot) ballot = cap_ballot_new (NULL, code, CAP_COLLEGE_PARCOURS);

  cap_command_put_ballot (command, cap_dossier_get_current (dossier)->id, ballot);
}

/* Some gestures, some of them taken back, some of those done again: as people work. */
static void
work (StoreFixture *fixture)
{
  for (guint i = 0; i < N_COMMANDS; i++)
    {
      g_autoptr(CapDossier) dossier = cap_dossier_file_load (fixture->file, NULL);
      g_autoptr(CapCommand) command = random_command_new (dossier);
      g_autofree char *detail = g_strdup (say ());

      cap_set_string (&command->detail, detail);
      for (guint j = 0; j < command->edits->len; j++)
        name_edit (g_ptr_array_index (command->edits, j));
      if (g_test_rand_int_range (0, 3) == 0)
        put_file (command, dossier);
      if (g_test_rand_int_range (0, 4) == 0)
        put_ballot (command, dossier);

      cap_signature_set (g_test_rand_bit () ? "Marie DURAND" : "Qualité");
      cap_dossier_file_run (fixture->file, command, NULL);
      if (g_test_rand_int_range (0, 4) == 0)
        g_free (cap_dossier_file_undo (fixture->file, NULL));
      if (g_test_rand_int_range (0, 6) == 0)
        g_free (cap_dossier_file_redo (fixture->file, NULL));
      if (g_test_rand_int_range (0, 9) == 0)
        cap_dossier_file_mark (fixture->file, say (), NULL);
    }
}

/* Lines of a dump that differ, few of them. */
static void
assert_same (const char *one,
             const char *other)
{
  g_auto(GStrv) here = g_strsplit (one, "\n", -1);
  g_auto(GStrv) there = g_strsplit (other, "\n", -1);

  g_assert_cmpuint (g_strv_length (here), ==, g_strv_length (there));
  for (guint i = 0; here[i] != NULL; i++)
    g_assert_cmpstr (here[i], ==, there[i]);
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* All that a dossier holds, its lines in order, without what a new text makes of digests and sizes; with
 * names swapped, if @swaps are given. Codes and titles have a say in the order of rows: not here. */
static char *
dump (CapDossier             *dossier,
      const CapPersonalSwaps *swaps)
{
  g_autofree char *text = store_fixture_dump (dossier);
  g_autoptr(GRegex) digests = g_regex_new ("file [0-9a-f]{64} [0-9]+", 0, 0, NULL);
  g_autofree char *plain = g_regex_replace_literal (digests, text, -1, 0, "file", 0, NULL);
  guint n = 0;
  g_autofree char *swapped = swaps != NULL ? cap_personal_swaps_apply (swaps, plain, &n) : NULL;
  g_auto(GStrv) lines = g_strsplit (swapped != NULL ? swapped : plain, "\n", -1);

  qsort (lines, g_strv_length (lines), sizeof *lines, compare_lines);

  return g_strjoinv ("\n", lines);
}

/* Returns: what the dossier was after each line of its journal */
static GPtrArray *
dump_past (const char             *path,
           guint                   n_lines,
           const CapPersonalSwaps *swaps)
{
  GPtrArray *states = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 1; i <= n_lines; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(CapDossierFile) file = cap_dossier_file_open_past (path, i, store_fixture_read_framework,
                                                                   &error);
      g_autoptr(CapDossier) dossier = NULL;

      g_assert_no_error (error);
      dossier = cap_dossier_file_load (file, &error);
      g_assert_no_error (error);
      g_ptr_array_add (states, dump (dossier, swaps));
    }

  return states;
}

static guint
count_lines (CapDossierFile *file)
{
  const CapJournalQuery query = { .limit = G_MAXINT };
  g_autoptr(GPtrArray) lines = cap_dossier_file_read_journal (file, &query, NULL);

  return lines->len;
}

/* Every file below the folder, as the disk has it; independent of what the program searches with. */
static guint
count_in_files (const char *path,
                const char *needle)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  g_autofree char *content = NULL;
  const char *name;
  gsize size = 0;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inside = g_build_filename (path, name, NULL);

      n += count_in_files (inside, needle);
    }
  if (dir != NULL || !g_file_get_contents (path, &content, &size, NULL))
    return n;

  for (gsize i = 0; i < size; i++)
    content[i] = g_ascii_tolower (content[i]);
  for (const char *at = content; (at = memmem (at, size - (gsize) (at - content), needle,
                                               strlen (needle))) != NULL; at++)
    n++;

  return n;
}

static void
assert_gone (StoreFixture *fixture)
{
  g_autofree char *state = g_build_filename (g_get_user_state_dir (), "cap-cedre", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (gone); i++)
    {
      if (count_in_files (fixture->folder, gone[i]) > 0)
        g_test_message ("%s is still there", gone[i]);
      g_assert_cmpuint (count_in_files (fixture->folder, gone[i]), ==, 0);
      g_assert_cmpuint (count_in_files (state, gone[i]), ==, 0);
    }
}

static void
assert_sound (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) faults = cap_dossier_file_check (path, store_fixture_read_framework, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (faults, i));
  g_assert_cmpuint (faults->len, ==, 0);
}

/* Back to the beginning and forth again, by undoing. */
static void
undo_and_redo (StoreFixture *fixture)
{
  g_autoptr(CapDossier) before = cap_dossier_file_load (fixture->file, NULL);
  g_autoptr(CapDossier) after = NULL;
  g_autofree char *one = dump (before, NULL);
  g_autofree char *two = NULL;
  guint n = 0;
  char *label;

  while ((label = cap_dossier_file_undo (fixture->file, NULL)) != NULL)
    {
      g_free (label);
      n++;
    }
  while (n > 0)
    {
      label = cap_dossier_file_redo (fixture->file, NULL);
      g_assert_nonnull (label);
      g_free (label);
      n--;
    }
  after = cap_dossier_file_load (fixture->file, NULL);
  two = dump (after, NULL);
  assert_same (one, two);
}

/* Whatever was done, each state of the past is afterwards what it was with the names swapped. */
static void
check_one (StoreFixture *fixture)
{
  g_autoptr(CapPersonalSwaps) swaps = new_swaps ();
  g_autoptr(CapRedactionOutcome) outcome = NULL;
  g_autoptr(GPtrArray) before = NULL;
  g_autoptr(GPtrArray) after = NULL;
  g_autoptr(GError) error = NULL;
  guint n_lines;

  store_fixture_create (fixture);
  work (fixture);
  cap_dossier_file_publish (fixture->file, &error);
  g_assert_no_error (error);
  cap_dossier_file_back_up (fixture->file, &error);
  g_assert_no_error (error);
  n_lines = count_lines (fixture->file);
  before = dump_past (fixture->path, n_lines, swaps);
  g_assert_cmpuint (count_in_files (fixture->folder, "durand"), >, 0);

  cap_signature_set ("Durand Marie");
  outcome = cap_dossier_file_redact (fixture->file, swaps, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (outcome->n_past, >, 0);
  g_assert_cmpuint (outcome->n_backups, >=, 1);
  g_assert_cmpuint (count_lines (fixture->file), ==, n_lines + 1);
  assert_gone (fixture);
  assert_sound (fixture->path);

  after = dump_past (fixture->path, n_lines + 1, NULL);
  for (guint i = 0; i < n_lines; i++)
    assert_same (g_ptr_array_index (after, i), g_ptr_array_index (before, i));
  assert_same (g_ptr_array_index (after, n_lines), g_ptr_array_index (before, n_lines - 1));

  cap_signature_set (NULL);
  undo_and_redo (fixture);
  store_fixture_close (fixture);
  assert_sound (fixture->path);
  assert_gone (fixture);
}

static void
test_random (StoreFixture  *fixture,
             gconstpointer  data)
{
  for (guint i = 0; i < N_DOSSIERS; i++)
    {
      check_one (fixture);
      g_assert_cmpint (g_unlink (fixture->path), ==, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  store_fixture_init (&argc, &argv);

  store_fixture_add ("/redaction/random", test_random);

  return g_test_run ();
}
