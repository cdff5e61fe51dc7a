/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <sqlite3.h>
#include <string.h>

#include "base/cap-text.h"
#include "store/store-fixture.h"

static CapDossier *
load (StoreFixture *fixture)
{
  g_autoptr(GError) error = NULL;
  CapDossier *dossier = cap_dossier_file_load (fixture->file, &error);

  g_assert_no_error (error);

  return dossier;
}

static void
run (StoreFixture *fixture,
     CapCommand   *command)
{
  g_autoptr(GError) error = NULL;

  cap_dossier_file_run (fixture->file, command, &error);
  g_assert_no_error (error);
  cap_command_free (command);
}

/* A record that says something in each of its fields. */
static CapRecord *
new_full_record (CapRegisterKind  kind,
                 const char      *parent)
{
  const CapRegister *reg = cap_register_get (kind);
  CapRecord *record = cap_record_new_part (kind, NULL, parent);

  for (guint i = 0; i < reg->n_fields; i++)
    {
      const CapField *field = &reg->fields[i];

      if (field->kind == CAP_VALUE_CHOICE)
        cap_record_set (record, i, field->choices[0].name);
      else if (field->kind == CAP_VALUE_DATE)
        cap_record_set (record, i, "2026-11-20");
      else if (field->kind == CAP_VALUE_NUMBER)
        cap_record_set_number (record, i, field->maximum);
      else
        cap_record_set (record, i, "L’été « ; DROP TABLE risk --");
    }

  return record;
}

/* Every register keeps every field: the schema and the descriptions say the same. */
static void
test_every_field (StoreFixture  *fixture,
                  gconstpointer  data)
{
  store_fixture_create (fixture);

  for (CapRegisterKind kind = 0; kind < CAP_N_REGISTERS; kind++)
    {
      const CapRegisterKind above = cap_register_get (kind)->parent;
      g_autoptr(CapRecord) parent = above != CAP_REGISTER_NONE ? new_full_record (above, NULL) : NULL;
      g_autoptr(CapRecord) record = new_full_record (kind, parent != NULL ? parent->id : NULL);
      CapCommand *command = cap_command_new (CAP_GESTURE_RECORD, "tout");
      CapCommand *removal = cap_command_new (CAP_GESTURE_REMOVE_RECORD, "tout");
      g_autoptr(CapDossier) dossier = NULL;
      g_autoptr(CapDossier) after = NULL;

      if (parent != NULL)
        cap_command_put_record (command, parent);
      cap_command_put_record (command, record);
      run (fixture, command);
      dossier = load (fixture);
      g_assert_true (cap_record_equal (cap_dossier_find_record (dossier, kind, record->id), record));

      cap_command_remove_record (removal, dossier, parent != NULL ? parent : record);
      run (fixture, removal);
      after = load (fixture);
      g_assert_cmpuint (after->registers[kind]->len, ==, 0);
    }
}

/* The rules of the schema stop what a hand would not type. */
static void
test_refused (StoreFixture  *fixture,
              gconstpointer  data)
{
  g_autoptr(CapRecord) risk = new_full_record (CAP_REGISTER_RISK, NULL);
  g_autoptr(CapRecord) twin = new_full_record (CAP_REGISTER_RISK, NULL);
  g_autoptr(CapCommand) choice = cap_command_new (CAP_GESTURE_RECORD, NULL);
  g_autoptr(CapCommand) code = cap_command_new (CAP_GESTURE_RECORD, NULL);
  g_autoptr(CapRecord) orphan = new_full_record (CAP_REGISTER_SURVEY_QUESTION, "nobody");
  g_autoptr(CapCommand) alone = cap_command_new (CAP_GESTURE_RECORD, NULL);
  g_autoptr(GError) error = NULL;

  store_fixture_create (fixture);

  cap_record_set (risk, CAP_RISK_NATURE, "parrot");
  cap_command_put_record (choice, risk);
  g_assert_false (cap_dossier_file_run (fixture->file, choice, &error));
  g_assert_error (error, CAP_STORE_ERROR, CAP_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);

  cap_record_set (risk, CAP_RISK_NATURE, "risk");
  cap_command_put_record (code, risk);
  cap_command_put_record (code, twin);
  g_assert_false (cap_dossier_file_run (fixture->file, code, &error));
  g_assert_error (error, CAP_STORE_ERROR, CAP_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);

  cap_command_put_record (alone, orphan);
  g_assert_false (cap_dossier_file_run (fixture->file, alone, &error));
  g_assert_error (error, CAP_STORE_ERROR, CAP_STORE_ERROR_CONSTRAINT);
}

/* Numbers count as numbers in the order of a register. */
static void
test_order (StoreFixture  *fixture,
            gconstpointer  data)
{
  static const char * const codes[] = { "R-10", "R-2", "R-1" };
  CapCommand *command = cap_command_new (CAP_GESTURE_RECORD, NULL);
  g_autoptr(CapDossier) dossier = NULL;

  store_fixture_create (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr(CapRecord) risk = new_full_record (CAP_REGISTER_RISK, NULL);

      cap_record_set (risk, CAP_RISK_CODE, codes[i]);
      cap_command_put_record (command, risk);
    }
  run (fixture, command);

  dossier = load (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    g_assert_cmpstr (cap_record_get_code (g_ptr_array_index (dossier->registers[CAP_REGISTER_RISK], i)), ==,
                     codes[G_N_ELEMENTS (codes) - 1 - i]);
}

/* Parts of a line stay in the order in which they came, whatever they say. */
static void
test_parts_in_order (StoreFixture  *fixture,
                     gconstpointer  data)
{
  static const char * const texts[] = { "Vous écoute-t-on ?", "Avez-vous un tuteur ?", "Mangez-vous bien ?" };
  g_autoptr(CapRecord) survey = new_full_record (CAP_REGISTER_SURVEY, NULL);
  CapCommand *command = cap_command_new (CAP_GESTURE_RECORD, NULL);
  CapCommand *change = cap_command_new (CAP_GESTURE_RECORD, NULL);
  g_autoptr(CapDossier) dossier = NULL;
  g_autoptr(CapDossier) changed = NULL;
  g_autoptr(GPtrArray) parts = NULL;
  g_autoptr(GPtrArray) after = NULL;
  g_autoptr(CapRecord) first = NULL;

  store_fixture_create (fixture);
  cap_command_put_record (command, survey);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(CapRecord) question = new_full_record (CAP_REGISTER_SURVEY_QUESTION, survey->id);

      cap_record_set (question, CAP_SURVEY_QUESTION_TEXT, texts[i]);
      cap_command_put_record (command, question);
    }
  run (fixture, command);

  dossier = load (fixture);
  parts = cap_dossier_list_parts (dossier, CAP_REGISTER_SURVEY_QUESTION, survey->id);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_cmpstr (cap_record_get_title (g_ptr_array_index (parts, i)), ==, texts[i]);

  first = cap_record_copy (g_ptr_array_index (parts, 0));
  cap_record_set (first, CAP_SURVEY_QUESTION_TEXT, "Zut");
  cap_command_put_record (change, first);
  run (fixture, change);
  changed = load (fixture);
  after = cap_dossier_list_parts (changed, CAP_REGISTER_SURVEY_QUESTION, survey->id);
  g_assert_cmpstr (cap_record_get_title (g_ptr_array_index (after, 0)), ==, "Zut");
}

static char *
put_piece (StoreFixture      *fixture,
           const CapEvidence *before,
           const char        *text)
{
  g_autoptr(GBytes) content = g_bytes_new (text, strlen (text));
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  g_autoptr(CapEvidence) piece = before != NULL ? cap_evidence_copy (before)
                                                : cap_evidence_new (NULL, "Politique", NULL, "2026-11-20");
  CapCommand *command = cap_command_new (CAP_GESTURE_PIECE, piece->title);

  cap_evidence_add_file (piece, sha256, (gint64) strlen (text), "politique.txt", "text/plain", "2026-11-20");
  cap_evidence_add_link (piece, CAP_PLACE_REQUIREMENT, "5.2.1");
  cap_command_put_content (command, sha256, content);
  cap_command_put_evidence (command, piece);
  run (fixture, command);

  return g_steal_pointer (&sha256);
}

static int
count_contents (const char *path)
{
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = NULL;
  int count;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT count (*) FROM content", -1, &stmt, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  count = sqlite3_column_int (stmt, 0);
  sqlite3_finalize (stmt);
  sqlite3_close (db);

  return count;
}

/* The same content is kept once, its versions stay, and undo takes the versions, not the content. */
static void
test_content (StoreFixture  *fixture,
              gconstpointer  data)
{
  g_autoptr(CapDossier) first = NULL;
  g_autoptr(CapDossier) dossier = NULL;
  g_autoptr(CapDossier) undone = NULL;
  g_autoptr(GPtrArray) faults = NULL;
  g_autoptr(GBytes) content = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *sha256 = NULL;
  g_autofree char *same = NULL;
  g_autofree char *next = NULL;
  g_autofree char *label = NULL;
  const CapEvidence *piece;

  store_fixture_create (fixture);
  sha256 = put_piece (fixture, NULL, "Accueillir chaque personne");
  same = put_piece (fixture, NULL, "Accueillir chaque personne");
  g_assert_cmpstr (sha256, ==, same);

  first = load (fixture);
  g_assert_cmpuint (first->evidence->len, ==, 2);
  piece = g_ptr_array_index (first->evidence, 1);
  g_assert_cmpuint (piece->number, ==, 2);
  next = put_piece (fixture, piece, "Accueillir et accompagner chaque personne");

  dossier = load (fixture);
  piece = g_ptr_array_index (dossier->evidence, 1);
  g_assert_cmpuint (piece->number, ==, 2);
  g_assert_cmpuint (piece->files->len, ==, 2);
  g_assert_cmpstr (cap_evidence_get_file (piece)->sha256, ==, next);
  g_assert_true (cap_evidence_serves (piece, CAP_PLACE_REQUIREMENT, "5.2.1"));
  content = cap_dossier_file_read_content (fixture->file, sha256, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (content, NULL), g_bytes_get_size (content),
                   "Accueillir chaque personne", strlen ("Accueillir chaque personne"));

  label = cap_dossier_file_undo (fixture->file, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (label, ==, "Evidence “Politique”");
  undone = load (fixture);
  g_assert_cmpuint (((CapEvidence *) g_ptr_array_index (undone->evidence, 1))->files->len, ==, 1);

  store_fixture_close (fixture);
  g_assert_cmpint (count_contents (fixture->path), ==, 2);
  faults = cap_dossier_file_check (fixture->path, store_fixture_read_framework, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 0);
}

static void
exec (const char *path,
      const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

/* A file that somebody changed or took out of the dossier is named. */
static void
test_altered (StoreFixture  *fixture,
              gconstpointer  data)
{
  g_autoptr(GPtrArray) altered = NULL;
  g_autoptr(GPtrArray) missing = NULL;
  g_autoptr(GBytes) content = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *sha256 = NULL;

  store_fixture_create (fixture);
  sha256 = put_piece (fixture, NULL, "Accueillir chaque personne");
  store_fixture_close (fixture);

  exec (fixture->path, "UPDATE content SET data = CAST ('autre' AS BLOB)");
  altered = cap_dossier_file_check (fixture->path, store_fixture_read_framework, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (altered->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (altered, 0), "was altered"));

  store_fixture_open (fixture, CAP_FILE_READ);
  content = cap_dossier_file_read_content (fixture->file, sha256, &error);
  g_assert_error (error, CAP_STORE_ERROR, CAP_STORE_ERROR_CORRUPT);
  g_assert_null (content);
  g_clear_error (&error);
  store_fixture_close (fixture);

  exec (fixture->path, "DELETE FROM content");
  missing = cap_dossier_file_check (fixture->path, store_fixture_read_framework, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (missing->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (missing, 0), "politique.txt"));
}

/* Taking a piece out leaves its line with the reason; a reference that an answer lets go is gone. */
static void
test_taken_out (StoreFixture  *fixture,
                gconstpointer  data)
{
  g_autoptr(CapDossier) before = NULL;
  g_autoptr(CapDossier) after = NULL;
  g_autoptr(CapEvidence) piece = NULL;
  CapCommand *command = cap_command_new (CAP_GESTURE_REMOVE_PIECE, "Politique");
  const CapEvidence *left;
  g_autofree char *sha256 = NULL;

  store_fixture_create (fixture);
  sha256 = put_piece (fixture, NULL, "Accueillir chaque personne");
  before = load (fixture);
  piece = cap_evidence_copy (g_ptr_array_index (before->evidence, 0));
  cap_set_string (&piece->removed, "2026-11-21");
  cap_set_string (&piece->reason, "Elle nomme une personne");
  g_ptr_array_set_size (piece->links, 0);
  cap_command_put_evidence (command, piece);
  run (fixture, command);

  after = load (fixture);
  g_assert_cmpuint (after->evidence->len, ==, 1);
  left = g_ptr_array_index (after->evidence, 0);
  g_assert_true (cap_evidence_equal (left, piece));
}

/* The action that a review asks for: its output gets the number that the store gives, which never was
 * that of an action before. */
static void
test_output_of_review (StoreFixture  *fixture,
                       gconstpointer  data)
{
  g_autoptr(CapRecord) review = cap_record_new (CAP_REGISTER_MANAGEMENT_REVIEW, NULL);
  g_autoptr(CapRecord) output = cap_record_new_part (CAP_REGISTER_REVIEW_OUTPUT, NULL, review->id);
  g_autoptr(CapAction) former = cap_action_new (NULL, "Une action");
  g_autoptr(CapAction) action = cap_action_new (NULL, "Recruter");
  CapCommand *first = cap_command_new (CAP_GESTURE_ADD_ACTION, "");
  CapCommand *removal = cap_command_new (CAP_GESTURE_REMOVE_ACTION, "1");
  CapCommand *command = cap_command_new (CAP_GESTURE_ADD_ACTION, "");
  g_autoptr(CapDossier) dossier = NULL;

  store_fixture_create (fixture);
  cap_command_put_action (first, former);
  run (fixture, first);
  cap_command_remove_action (removal, former->id);
  run (fixture, removal);

  cap_record_set (review, CAP_MANAGEMENT_REVIEW_CODE, "RD-01");
  cap_record_set (review, CAP_MANAGEMENT_REVIEW_DATE, "2026-11-20");
  cap_record_set (output, CAP_REVIEW_OUTPUT_KIND, "resources");
  cap_record_set (output, CAP_REVIEW_OUTPUT_TEXT, "Recruter");
  cap_record_set_number (output, CAP_REVIEW_OUTPUT_ACTION, CAP_REVIEW_ACTION_NEXT);
  cap_command_put_action (command, action);
  cap_command_put_record (command, review);
  cap_command_put_record (command, output);
  run (fixture, command);

  dossier = load (fixture);
  g_assert_cmpuint (cap_dossier_find_action_by_id (dossier, action->id)->number, ==, 2);
  g_assert_cmpint (cap_record_get_number (cap_dossier_find_record (dossier, CAP_REGISTER_REVIEW_OUTPUT,
                                                                   output->id), CAP_REVIEW_OUTPUT_ACTION),
                   ==, 2);
}

static void
put_ballot (StoreFixture    *fixture,
            const CapBallot *ballot)
{
  g_autoptr(CapDossier) dossier = cap_dossier_file_load (fixture->file, NULL);
  g_autoptr(CapCommand) command = cap_command_new (CAP_GESTURE_VOTES, ballot->respondent);
  g_autoptr(GError) error = NULL;

  cap_command_put_ballot (command, cap_dossier_get_current (dossier)->id, ballot);
  cap_dossier_file_run (fixture->file, command, &error);
  g_assert_no_error (error);
}

/* The levels of the respondents, by college and by code: “S-01:3- D-01:-2”. */
static char *
dup_votes (StoreFixture *fixture)
{
  g_autoptr(CapDossier) dossier = cap_dossier_file_load (fixture->file, NULL);
  const GPtrArray *ballots = cap_dossier_get_current (dossier)->ballots;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ballots->len; i++)
    {
      const CapBallot *ballot = g_ptr_array_index (ballots, i);

      g_string_append_printf (text, "%s%s:%d,%d", i > 0 ? " " : "", ballot->respondent,
                              cap_ballot_get_level (ballot, "A1.1"), cap_ballot_get_level (ballot, "A1.2"));
    }

  return g_string_free (text, FALSE);
}

/* Votes are put, changed, taken back, undone and done again; the answers stay as they are. */
static void
test_ballots (StoreFixture  *fixture,
              gconstpointer  data)
{
  g_autoptr(CapBallot) one = cap_ballot_new (NULL, "S-01", CAP_COLLEGE_PARCOURS);
  g_autoptr(CapBallot) other = cap_ballot_new (NULL, "D-01", CAP_COLLEGE_DIRECTION);
  g_autoptr(CapCommand) removal = cap_command_new (CAP_GESTURE_REMOVE_VOTES, "S-01");
  g_autofree char *both = NULL;
  g_autofree char *changed = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autofree char *left = NULL;
  g_autofree char *label = NULL;

  store_fixture_create (fixture);
  store_fixture_answer (fixture, 0, 2);
  one->form = CAP_BALLOT_PLAIN;
  cap_ballot_set_level (one, "A1.1", 3);
  put_ballot (fixture, one);
  cap_ballot_set_level (other, "A1.1", 0);
  cap_ballot_set_level (other, "A1.2", 4);
  put_ballot (fixture, other);
  both = dup_votes (fixture);
  g_assert_cmpstr (both, ==, "D-01:0,4 S-01:3,-1");

  cap_ballot_set_level (one, "A1.1", CAP_LEVEL_UNSET);
  cap_ballot_set_level (one, "A1.2", 1);
  put_ballot (fixture, one);
  changed = dup_votes (fixture);
  g_assert_cmpstr (changed, ==, "D-01:0,4 S-01:-1,1");
  label = cap_dossier_file_undo (fixture->file, NULL);
  g_assert_cmpstr (label, ==, "Votes of S-01");
  undone = dup_votes (fixture);
  g_assert_cmpstr (undone, ==, both);
  g_free (cap_dossier_file_redo (fixture->file, NULL));
  redone = dup_votes (fixture);
  g_assert_cmpstr (redone, ==, changed);

  cap_command_remove_ballot (removal, one->id);
  g_assert_true (cap_dossier_file_run (fixture->file, removal, NULL));
  left = dup_votes (fixture);
  g_assert_cmpstr (left, ==, "D-01:0,4");
  g_assert_cmpint (store_fixture_get_level (fixture, 0), ==, 2);
}

/* A code is of one respondent: the file itself refuses a second one. */
static void
test_ballot_twice (StoreFixture  *fixture,
                   gconstpointer  data)
{
  g_autoptr(CapBallot) one = cap_ballot_new (NULL, "S-01", CAP_COLLEGE_PARCOURS);
  g_autoptr(CapBallot) other = cap_ballot_new (NULL, "S-01", CAP_COLLEGE_PARCOURS);
  g_autoptr(CapDossier) dossier = NULL;
  g_autoptr(CapCommand) command = cap_command_new (CAP_GESTURE_VOTES, "S-01");
  g_autofree char *votes = NULL;
  g_autoptr(GError) error = NULL;

  store_fixture_create (fixture);
  put_ballot (fixture, one);
  dossier = cap_dossier_file_load (fixture->file, NULL);
  cap_command_put_ballot (command, cap_dossier_get_current (dossier)->id, other);
  g_assert_false (cap_dossier_file_run (fixture->file, command, &error));
  g_assert_nonnull (error);
  votes = dup_votes (fixture);
  g_assert_cmpstr (votes, ==, "S-01:-1,-1");
}

int
main (int   argc,
      char *argv[])
{
  store_fixture_init (&argc, &argv);

  store_fixture_add ("/records/every-field", test_every_field);
  store_fixture_add ("/records/refused", test_refused);
  store_fixture_add ("/records/order", test_order);
  store_fixture_add ("/records/parts-in-order", test_parts_in_order);
  store_fixture_add ("/records/content", test_content);
  store_fixture_add ("/records/altered", test_altered);
  store_fixture_add ("/records/taken-out", test_taken_out);
  store_fixture_add ("/records/output-of-review", test_output_of_review);
  store_fixture_add ("/records/ballots", test_ballots);
  store_fixture_add ("/records/ballot-twice", test_ballot_twice);

  return g_test_run ();
}
