/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>

#include "base/cap-signature.h"
#include "base/cap-text.h"
#include "store/cap-dossier-personal.h"
#include "store/random-command.h"
#include "store/store-fixture.h"

#define N_DOSSIERS 4
#define N_COMMANDS 25

/* How people write the same two people, and what is not to be taken for them. */
static const char * const said[] = {
  "Marie Durand", "DURAND Marie", "durand", "Vu avec Durand, le 12", "Le Goff Yann", "yann le goff",
  "marie.durand@asso.fr", "06 12 34 56 78", "Directrice", "La durandière", "CIP", "M. DURAND ; Y. LE GOFF Yann",
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
  g_autofree char *text = g_strdup_printf ("Compte rendu %d\n%s\n%s\n", g_test_rand_int_range (0, 3), say (), say ());
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autofree char *name = g_strdup_printf ("%s.txt", say ());
  g_autoptr(CapEvidence) piece = NULL;

  piece = dossier->evidence->len > 0 && g_test_rand_bit ()
    ? cap_evidence_copy (g_ptr_array_index (dossier->evidence, 0)) : cap_evidence_new (NULL, say (), NULL, NULL);
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

/* All that a dossier holds, its lines in order, without what a new text makes of digests and sizes; with names
 * swapped, if @swaps are given. Codes and titles have a say in the order of rows: not here. */
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
      g_autoptr(CapDossierFile) file = cap_dossier_file_open_past (path, i, store_fixture_read_framework, &error);
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
  const CapJournalQuery query = { NULL, NULL, FALSE, 0, G_MAXINT };
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
  for (const char *at = content; (at = memmem (at, size - (gsize) (at - content), needle, strlen (needle))) != NULL; at++)
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

/* One gesture of one row, signed. */
static void
run (StoreFixture *fixture,
     CapCommand   *command)
{
  g_autoptr(GError) error = NULL;

  cap_dossier_file_run (fixture->file, command, &error);
  g_assert_no_error (error);
  cap_command_free (command);
}

static CapCommand *
new_risk (const char *code,
          const char *title,
          const char *process)
{
  CapCommand *command = cap_command_new (CAP_GESTURE_RECORD, code);
  g_autoptr(CapRecord) risk = cap_record_new (CAP_REGISTER_RISK, NULL);

  cap_record_set (risk, CAP_RISK_CODE, code);
  cap_record_set (risk, CAP_RISK_TITLE, title);
  cap_record_set (risk, CAP_RISK_NATURE, "risk");
  cap_record_set (risk, CAP_RISK_PROCESS, process);
  cap_command_put_record (command, risk);

  return command;
}

static CapCommand *
new_process (const char *code)
{
  CapCommand *command = cap_command_new (CAP_GESTURE_RECORD, code);
  g_autoptr(CapRecord) process = cap_record_new (CAP_REGISTER_PROCESS, NULL);

  cap_record_set (process, CAP_PROCESS_CODE, code);
  cap_record_set (process, CAP_PROCESS_NAME, "Accueil");
  cap_record_set (process, CAP_PROCESS_KIND, "support");
  cap_command_put_record (command, process);

  return command;
}

static CapRedactionOutcome *
redact (StoreFixture *fixture,
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

/* Two codes that become the same stay two, and what refers to one still does. */
static void
test_codes (StoreFixture  *fixture,
            gconstpointer  data)
{
  g_autoptr(CapRedactionOutcome) outcome = NULL;
  g_autoptr(CapDossier) dossier = NULL;
  const GPtrArray *risks;
  g_autoptr(GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);

  store_fixture_create (fixture);
  run (fixture, new_process ("Martin"));
  run (fixture, new_process ("MARTIN"));
  run (fixture, new_process ("Personne 1"));
  run (fixture, new_risk ("R-01", "Un risque", "Martin"));
  run (fixture, new_risk ("R-02", "Un autre", "MARTIN, Personne 1"));
  outcome = redact (fixture, "martin", "Personne 1", FALSE);
  g_assert_cmpuint (cap_redaction_outcome_get_found (outcome), ==, 0);
  g_assert_cmpuint (outcome->left->len, ==, 0);

  dossier = cap_dossier_file_load (fixture->file, NULL);
  for (guint i = 0; i < dossier->registers[CAP_REGISTER_PROCESS]->len; i++)
    g_hash_table_add (codes, (char *) cap_record_get_code (g_ptr_array_index (dossier->registers[CAP_REGISTER_PROCESS],
                                                                              i)));
  g_assert_cmpuint (g_hash_table_size (codes), ==, 3);
  risks = dossier->registers[CAP_REGISTER_RISK];
  g_assert_cmpstr (cap_record_get (g_ptr_array_index (risks, 0), CAP_RISK_PROCESS), ==, "Personne 1 3");
  g_assert_cmpstr (cap_record_get (g_ptr_array_index (risks, 1), CAP_RISK_PROCESS), ==,
                   "Personne 1 2, Personne 1");
  store_fixture_close (fixture);
  assert_sound (fixture->path);
}

/* A change from one spelling to another is no change any more; it is still undone, and done again. */
static void
test_no_change (StoreFixture  *fixture,
                gconstpointer  data)
{
  g_autoptr(CapRedactionOutcome) outcome = NULL;
  g_autoptr(CapDossier) dossier = NULL;
  CapCommand *command = new_risk ("R-01", "Absence de Martin", NULL);
  CapCommand *again = cap_command_new (CAP_GESTURE_RECORD, "R-01");
  g_autoptr(CapRecord) risk = cap_record_copy (((CapEdit *) g_ptr_array_index (command->edits, 0))->value);

  store_fixture_create (fixture);
  run (fixture, command);
  cap_record_set (risk, CAP_RISK_TITLE, "Absence de MARTIN");
  cap_command_put_record (again, risk);
  run (fixture, again);
  outcome = redact (fixture, "Martin", "X", FALSE);
  undo_and_redo (fixture);
  g_free (cap_dossier_file_undo (fixture->file, NULL));
  dossier = cap_dossier_file_load (fixture->file, NULL);
  g_assert_cmpstr (cap_record_get (g_ptr_array_index (dossier->registers[CAP_REGISTER_RISK], 0), CAP_RISK_TITLE), ==,
                   "Absence de X");
  store_fixture_close (fixture);
  assert_sound (fixture->path);
}

static void
put_content (StoreFixture *fixture,
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
  run (fixture, command);
}

static char *
read_content (StoreFixture *fixture,
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
  put_content (fixture, "liste.csv", latin, sizeof latin - 1);
  put_content (fixture, "note.txt", wide, sizeof wide - 1);
  put_content (fixture, "avis.pdf", pdf, sizeof pdf - 1);
  outcome = redact (fixture, "Péron", "X", FALSE);
  g_assert_cmpuint (outcome->n_contents, ==, 2);
  one = read_content (fixture, "liste.csv", &size);
  g_assert_cmpstr (one, ==, "Pr\xE9nom;Nom\r\nHel\xE8ne;X\r\n");
  two = read_content (fixture, "note.txt", &size);
  g_assert_cmpmem ("\xFF\xFEX\0!\0", 6, two, size);
  three = read_content (fixture, "avis.pdf", &size);
  g_assert_cmpmem (pdf, sizeof pdf - 1, three, size);
  g_assert_cmpuint (outcome->unread->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (outcome->unread, 0), ==, "avis.pdf");
  g_assert_cmpuint (outcome->left->len, ==, 1);
  g_assert_cmpuint (cap_redaction_outcome_get_found (outcome), >, 0);
  store_fixture_close (fixture);
  assert_sound (fixture->path);
}

/* Backups that are kept are searched, and what they hold is told; those that are dropped are gone. */
static void
test_backups (StoreFixture  *fixture,
              gconstpointer  data)
{
  g_autoptr(CapRedactionOutcome) kept = NULL;
  g_autoptr(CapRedactionOutcome) dropped = NULL;
  g_autofree char *proof = NULL;

  store_fixture_create (fixture);
  run (fixture, new_risk ("R-01", "Absence de Martin", NULL));
  g_assert_true (cap_dossier_file_publish (fixture->file, NULL));
  g_assert_true (cap_dossier_file_back_up (fixture->file, NULL));
  kept = redact (fixture, "Martin", NULL, FALSE);
  g_assert_cmpuint (kept->n_backups, ==, 0);
  g_assert_cmpuint (kept->n_kept, >=, 1);
  g_assert_cmpuint (cap_redaction_outcome_get_found (kept), >, 0);

  /* The dossier has it no more, and nothing is written in its journal. */
  dropped = redact (fixture, "Martin", NULL, TRUE);
  g_assert_cmpuint (dropped->n_now + dropped->n_past, ==, 0);
  g_assert_cmpuint (dropped->n_backups, >=, 1);
  g_assert_cmpuint (cap_redaction_outcome_get_found (dropped), ==, 0);
  proof = cap_redaction_outcome_dup_proof (dropped);
  g_assert_nonnull (strstr (proof, "nothing left"));
  store_fixture_close (fixture);
}

/* Within a longer word it stays, and that is told. */
static void
test_left (StoreFixture  *fixture,
           gconstpointer  data)
{
  g_autoptr(CapRedactionOutcome) outcome = NULL;

  store_fixture_create (fixture);
  run (fixture, new_risk ("R-01", "Absence de Martin en Martinique", NULL));
  outcome = redact (fixture, "Martin", "X", FALSE);
  g_assert_cmpuint (outcome->left->len, ==, 2);
  g_assert_nonnull (strstr (g_ptr_array_index (outcome->left, 0), "Martinique"));
  g_assert_cmpuint (cap_redaction_outcome_get_found (outcome), >, 0);
  store_fixture_close (fixture);
}

/* A copy from before would bring it back; one from after is as good as ever. */
static void
test_merge (StoreFixture  *fixture,
            gconstpointer  data)
{
  g_autofree char *before = g_build_filename (fixture->folder, "avant.capcedre", NULL);
  g_autofree char *after = g_build_filename (fixture->folder, "apres.capcedre", NULL);
  g_autoptr(CapRedactionOutcome) outcome = NULL;
  g_autoptr(CapMergeReport) report = cap_merge_report_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(CapDossierFile) old = NULL;
  g_autoptr(CapDossierFile) new = NULL;
  g_autofree char *content = NULL;
  gsize size;

  store_fixture_create (fixture);
  run (fixture, new_risk ("R-01", "Absence de Martin", NULL));
  g_assert_true (cap_dossier_file_publish (fixture->file, NULL));
  g_assert_true (g_file_get_contents (fixture->path, &content, &size, NULL));
  g_assert_true (g_file_set_contents (before, content, (gssize) size, NULL));
  g_clear_pointer (&content, g_free);
  outcome = redact (fixture, "Martin", NULL, TRUE);
  g_assert_true (g_file_get_contents (fixture->path, &content, &size, NULL));
  g_assert_true (g_file_set_contents (after, content, (gssize) size, NULL));

  old = cap_dossier_file_open (before, CAP_FILE_READ, store_fixture_read_framework, NULL);
  g_assert_false (cap_dossier_file_merge (fixture->file, old, CAP_MERGE_MINE, FALSE, report, &error));
  g_assert_error (error, CAP_STORE_ERROR, CAP_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);

  run (fixture, new_risk ("R-02", "Un autre", NULL));
  new = cap_dossier_file_open (after, CAP_FILE_READ, store_fixture_read_framework, NULL);
  g_assert_true (cap_dossier_file_merge (fixture->file, new, CAP_MERGE_MINE, FALSE, report, &error));
  g_assert_no_error (error);
  store_fixture_close (fixture);
}

/* Nothing changes when it cannot be: the dossier is only read, or what is put says it again. */
static void
test_refused (StoreFixture  *fixture,
              gconstpointer  data)
{
  g_autoptr(CapPersonalSwaps) swaps = cap_personal_swaps_new ();
  g_autoptr(CapPersonalSwaps) again = cap_personal_swaps_new ();
  g_autoptr(CapRedactionOutcome) outcome = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize size;

  store_fixture_create (fixture);
  run (fixture, new_risk ("R-01", "Absence de Martin", NULL));
  g_assert_true (cap_personal_swaps_add (again, "Martin", "ex-Martin", NULL));
  outcome = cap_dossier_file_redact (fixture->file, again, TRUE, &error);
  g_assert_null (outcome);
  g_assert_error (error, CAP_PERSONAL_ERROR, CAP_PERSONAL_ERROR_REPLACEMENT);
  g_clear_error (&error);
  store_fixture_close (fixture);

  g_assert_true (g_file_get_contents (fixture->path, &before, &size, NULL));
  store_fixture_open (fixture, CAP_FILE_READ);
  g_assert_true (cap_personal_swaps_add (swaps, "Martin", NULL, NULL));
  outcome = cap_dossier_file_redact (fixture->file, swaps, TRUE, &error);
  g_assert_null (outcome);
  g_assert_error (error, CAP_STORE_ERROR, CAP_STORE_ERROR_READ_ONLY);
  g_assert_true (g_file_get_contents (fixture->path, &after, NULL, NULL));
  g_assert_cmpmem (before, size, after, size);
}

/* All of it is found, by person, now and in the past, and the fields that may name people are counted. */
static void
test_search (StoreFixture  *fixture,
             gconstpointer  data)
{
  static const char * const names[] = { "Hélène Péron", NULL };
  g_autoptr(CapPersonalReport) report = NULL;
  g_autoptr(GError) error = NULL;
  const CapPersonalGroup *group;

  store_fixture_create (fixture);
  run (fixture, new_risk ("R-01", "Absence de PÉRON Hélène, 06 12 34 56 78", NULL));
  put_content (fixture, "liste.csv", "helene peron;h@asso.fr", 22);
  put_content (fixture, "photo.png", "\x89PNG\0\0\0", 7);
  report = cap_dossier_file_find_personal (fixture->file, names, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->groups->len, ==, 3);
  group = g_ptr_array_index (report->groups, 0);
  g_assert_cmpint (group->kind, ==, CAP_PERSONAL_NAME);
  g_assert_cmpuint (group->n_now, ==, 2);
  g_assert_cmpuint (group->n_past, ==, 1);
  g_assert_cmpuint (group->spellings->len, ==, 2);
  g_assert_cmpuint (report->unread->len, ==, 1);
  g_assert_cmpuint (report->columns->len, >, 0);
  store_fixture_close (fixture);
}

int
main (int   argc,
      char *argv[])
{
  store_fixture_init (&argc, &argv);

  store_fixture_add ("/redaction/random", test_random);
  store_fixture_add ("/redaction/codes", test_codes);
  store_fixture_add ("/redaction/no-change", test_no_change);
  store_fixture_add ("/redaction/contents", test_contents);
  store_fixture_add ("/redaction/backups", test_backups);
  store_fixture_add ("/redaction/left", test_left);
  store_fixture_add ("/redaction/merge", test_merge);
  store_fixture_add ("/redaction/refused", test_refused);
  store_fixture_add ("/redaction/search", test_search);

  return g_test_run ();
}
