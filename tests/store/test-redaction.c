/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "store/cap-dossier-personal.h"
#include "store/cap-dossier-vault.h"
#include "store/cap-redaction-proof.h"
#include "store/redaction-fixture.h"

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

/* Two codes that become the same stay two, and what refers to one still does. */
static void
test_codes (StoreFixture  *fixture,
            gconstpointer  data)
{
  g_autoptr(CapRedactionOutcome) outcome = NULL;
  g_autoptr(CapDossier) dossier = NULL;
  const GPtrArray *risks;
  const GPtrArray *processes;
  g_autoptr(GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);

  store_fixture_create (fixture);
  redaction_fixture_run (fixture, new_process ("Martin"));
  redaction_fixture_run (fixture, new_process ("MARTIN"));
  redaction_fixture_run (fixture, new_process ("Personne 1"));
  redaction_fixture_run (fixture, new_risk ("R-01", "Un risque", "Martin"));
  redaction_fixture_run (fixture, new_risk ("R-02", "Un autre", "MARTIN, Personne 1"));
  outcome = redaction_fixture_redact (fixture, "martin", "Personne 1", FALSE);
  g_assert_cmpuint (cap_redaction_outcome_get_found (outcome), ==, 0);
  g_assert_cmpuint (outcome->left->len, ==, 0);

  dossier = cap_dossier_file_load (fixture->file, NULL);
  processes = dossier->registers[CAP_REGISTER_PROCESS];
  for (guint i = 0; i < processes->len; i++)
    g_hash_table_add (codes, (char *) cap_record_get_code (g_ptr_array_index (processes, i)));
  g_assert_cmpuint (g_hash_table_size (codes), ==, 3);
  risks = dossier->registers[CAP_REGISTER_RISK];
  g_assert_cmpstr (cap_record_get (g_ptr_array_index (risks, 0), CAP_RISK_PROCESS), ==, "Personne 1 3");
  g_assert_cmpstr (cap_record_get (g_ptr_array_index (risks, 1), CAP_RISK_PROCESS), ==,
                   "Personne 1 2, Personne 1");
  store_fixture_close (fixture);
  redaction_fixture_check (fixture->path);
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
  redaction_fixture_run (fixture, command);
  cap_record_set (risk, CAP_RISK_TITLE, "Absence de MARTIN");
  cap_command_put_record (again, risk);
  redaction_fixture_run (fixture, again);
  outcome = redaction_fixture_redact (fixture, "Martin", "X", FALSE);
  redaction_fixture_undo_and_redo (fixture);
  g_free (cap_dossier_file_undo (fixture->file, NULL));
  dossier = cap_dossier_file_load (fixture->file, NULL);
  g_assert_cmpstr (cap_record_get (g_ptr_array_index (dossier->registers[CAP_REGISTER_RISK], 0),
                                   CAP_RISK_TITLE), ==,
                   "Absence de X");
  store_fixture_close (fixture);
  redaction_fixture_check (fixture->path);
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
  redaction_fixture_run (fixture, new_risk ("R-01", "Absence de Martin", NULL));
  g_assert_true (cap_dossier_file_publish (fixture->file, NULL));
  g_assert_true (cap_dossier_file_back_up (fixture->file, NULL));
  kept = redaction_fixture_redact (fixture, "Martin", NULL, FALSE);
  g_assert_cmpuint (kept->n_backups, ==, 0);
  g_assert_cmpuint (kept->n_kept, >=, 1);
  g_assert_cmpuint (cap_redaction_outcome_get_found (kept), >, 0);

  /* The dossier has it no more, and nothing is written in its journal. */
  dropped = redaction_fixture_redact (fixture, "Martin", NULL, TRUE);
  g_assert_cmpuint (dropped->n_now + dropped->n_past, ==, 0);
  g_assert_cmpuint (dropped->n_backups, >=, 1);
  g_assert_cmpuint (cap_redaction_outcome_get_found (dropped), ==, 0);
  proof = cap_redaction_outcome_dup_proof (dropped);
  g_assert_nonnull (strstr (proof, "nothing left"));
  store_fixture_close (fixture);
}

static void
encrypt (StoreFixture *fixture)
{
  const CapVaultChange wish = { NULL, "quatre mots sans lien" };
  g_autoptr(GError) error = NULL;
  g_autoptr(CapVaultOutcome) outcome = cap_dossier_file_set_passphrase (fixture->file, &wish, &error);

  g_assert_no_error (error);
}

/* The same of a dossier that is encrypted, and so are its backups. */
static void
test_encrypted (StoreFixture  *fixture,
                gconstpointer  data)
{
  g_autoptr(CapRedactionOutcome) kept = NULL;
  g_autoptr(CapRedactionOutcome) dropped = NULL;

  store_fixture_create (fixture);
  redaction_fixture_run (fixture, new_risk ("R-01", "Absence de Martin", NULL));
  g_assert_true (cap_dossier_file_publish (fixture->file, NULL));
  encrypt (fixture);
  kept = redaction_fixture_redact (fixture, "Martin", NULL, FALSE);
  g_assert_cmpstr (kept->problem, ==, NULL);
  g_assert_cmpuint (kept->n_kept, >=, 1);
  g_assert_cmpuint (cap_redaction_outcome_get_found (kept), >, 0);

  dropped = redaction_fixture_redact (fixture, "Martin", NULL, TRUE);
  g_assert_cmpstr (dropped->problem, ==, NULL);
  g_assert_cmpuint (dropped->n_backups, >=, 1);
  g_assert_cmpuint (cap_redaction_outcome_get_found (dropped), ==, 0);
  store_fixture_close (fixture);
}

/* Returns: (transfer full): the log of the only working copy that there is */
static char *
dup_log_path (void)
{
  g_autofree char *work = g_build_filename (g_get_user_state_dir (), "cap-cedre", "work", NULL);
  g_autoptr(GDir) dir = g_dir_open (work, 0, NULL);
  const char *name = g_dir_read_name (dir);

  return g_build_filename (work, name, "work.db-wal", NULL);
}

static guint
search (const char  *path,
        const char  *text,
        GError     **error)
{
  g_autoptr(CapPersonalSwaps) swaps = cap_personal_swaps_new ();
  g_autoptr(CapRedactionOutcome) outcome = cap_redaction_outcome_new ();

  g_assert_true (cap_personal_swaps_add (swaps, text, NULL, NULL));
  cap_redaction_proof_search_file (path, swaps, outcome, error);

  return cap_redaction_outcome_get_found (outcome);
}

/* What was just done is in the log of the working copy alone: it is read there, with the key of its database;
 * without it nobody can tell, and that is said. */
static void
test_encrypted_log (StoreFixture  *fixture,
                    gconstpointer  data)
{
  g_autofree char *log = NULL;
  g_autofree char *moved = g_build_filename (fixture->folder, "ailleurs-wal", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr(CapPersonalSwaps) swaps = cap_personal_swaps_new ();
  g_autoptr(CapRedactionOutcome) outcome = cap_redaction_outcome_new ();
  g_autoptr(GError) error = NULL;
  gsize size;

  store_fixture_create (fixture);
  encrypt (fixture);
  redaction_fixture_run (fixture, new_risk ("R-01", "Absence de Martin", NULL));
  log = dup_log_path ();
  g_assert_true (g_file_get_contents (log, &bytes, &size, NULL));
  g_assert_cmpuint (search (log, "Martin", &error), >, 0);
  g_assert_no_error (error);
  g_assert_cmpuint (search (log, "Dupont", &error), ==, 0);
  g_assert_no_error (error);
  g_assert_cmpuint (search (fixture->path, "Martin", &error), ==, 0);
  g_assert_no_error (error);

  g_assert_true (g_file_set_contents (moved, bytes, (gssize) size, NULL));
  g_assert_cmpuint (search (moved, "Martin", &error), ==, 0);
  g_assert_error (error, CAP_STORE_ERROR, CAP_STORE_ERROR_CORRUPT);
  g_clear_error (&error);

  store_fixture_close (fixture); /* and with it the key */
  g_assert_true (cap_personal_swaps_add (swaps, "Martin", NULL, NULL));
  g_assert_true (cap_redaction_proof_search_file (fixture->path, swaps, outcome, &error));
  g_assert_cmpuint (outcome->files->len, ==, 0);
  g_assert_cmpuint (outcome->left->len, ==, 1);
  g_assert_false (cap_redaction_outcome_is_clean (outcome));
}

/* Within a longer word it stays, and that is told. */
static void
test_left (StoreFixture  *fixture,
           gconstpointer  data)
{
  g_autoptr(CapRedactionOutcome) outcome = NULL;

  store_fixture_create (fixture);
  redaction_fixture_run (fixture, new_risk ("R-01", "Absence de Martin en Martinique", NULL));
  outcome = redaction_fixture_redact (fixture, "Martin", "X", FALSE);
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
  redaction_fixture_run (fixture, new_risk ("R-01", "Absence de Martin", NULL));
  g_assert_true (cap_dossier_file_publish (fixture->file, NULL));
  g_assert_true (g_file_get_contents (fixture->path, &content, &size, NULL));
  g_assert_true (g_file_set_contents (before, content, (gssize) size, NULL));
  g_clear_pointer (&content, g_free);
  outcome = redaction_fixture_redact (fixture, "Martin", NULL, TRUE);
  g_assert_true (g_file_get_contents (fixture->path, &content, &size, NULL));
  g_assert_true (g_file_set_contents (after, content, (gssize) size, NULL));

  old = cap_dossier_file_open (before, CAP_FILE_READ, store_fixture_read_framework, NULL);
  g_assert_false (cap_dossier_file_merge (fixture->file, old, CAP_MERGE_MINE, NULL, FALSE, NULL, report,
                                          &error));
  g_assert_error (error, CAP_STORE_ERROR, CAP_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);

  redaction_fixture_run (fixture, new_risk ("R-02", "Un autre", NULL));
  new = cap_dossier_file_open (after, CAP_FILE_READ, store_fixture_read_framework, NULL);
  g_assert_true (cap_dossier_file_merge (fixture->file, new, CAP_MERGE_MINE, NULL, FALSE, NULL, report,
                                         &error));
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
  redaction_fixture_run (fixture, new_risk ("R-01", "Absence de Martin", NULL));
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
  redaction_fixture_run (fixture, new_risk ("R-01", "Absence de PÉRON Hélène, 06 12 34 56 78", NULL));
  redaction_fixture_put_file (fixture, "liste.csv", "helene peron;h@asso.fr", 22);
  redaction_fixture_put_file (fixture, "photo.png", "\x89PNG\0\0\0", 7);
  report = cap_dossier_file_find_personal (fixture->file, names, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->groups->len, ==, 3);
  group = g_ptr_array_index (report->groups, 0);
  g_assert_cmpint (group->kind, ==, CAP_PERSONAL_NAME);
  g_assert_cmpuint (group->n_now, ==, 2);
  g_assert_cmpuint (group->n_past, ==, 1);
  g_assert_cmpuint (group->spellings->len, ==, 2);
  g_assert_cmpstr (redaction_fixture_get_unread (report->documents), ==, "photo.png");
  g_assert_cmpuint (report->columns->len, >, 0);
  store_fixture_close (fixture);
}

int
main (int   argc,
      char *argv[])
{
  store_fixture_init (&argc, &argv);

  store_fixture_add ("/redaction/codes", test_codes);
  store_fixture_add ("/redaction/no-change", test_no_change);
  store_fixture_add ("/redaction/backups", test_backups);
  store_fixture_add ("/redaction/encrypted", test_encrypted);
  store_fixture_add ("/redaction/encrypted-log", test_encrypted_log);
  store_fixture_add ("/redaction/left", test_left);
  store_fixture_add ("/redaction/merge", test_merge);
  store_fixture_add ("/redaction/refused", test_refused);
  store_fixture_add ("/redaction/search", test_search);

  return g_test_run ();
}
