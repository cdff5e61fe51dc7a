/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz/dossiers.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "audit/cap-audit-scope.h"
#include "exchange/cap-adaptation-json.h"
#include "exchange/cap-auditor-return.h"
#include "exchange/cap-demo.h"
#include "store/cap-migrations.h"
#include "store/store-fixture.h"

#define MAX_STEPS 3 /* backwards */
#define N_TODAY   2 /* the demonstration, and what an auditor gets of it */

/* What is done with a dossier. */
enum { USE_CHECK, USE_CHANGES, USE_RETURN, USE_WORK, N_USES };

/* Short text that stands for a framework of the demonstration → CapFramework that says it is made of it. The
 * real text would be nine tenths of each file. */
static GHashTable *frameworks;

static GBytes *
get_file (const char *path)
{
  g_autoptr(GError) error = NULL;
  char *content = NULL;
  gsize size = 0;

  g_file_get_contents (path, &content, &size, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (content, size);
}

static void
shorten (CapFramework *framework)
{
  g_autofree char *text = g_strdup_printf ("{\"stands for\": \"%.8s\"}", framework->sha256);
  g_autoptr(GBytes) source = g_bytes_new (text, strlen (text));

  if (g_bytes_get_size (framework->source) == g_bytes_get_size (source))
    return;

  g_bytes_unref (framework->source);
  framework->source = g_bytes_ref (source);
  g_free (framework->sha256);
  framework->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, source);
  g_hash_table_insert (frameworks, g_steal_pointer (&text), cap_framework_ref (framework));
}

CapFramework *
fuzz_dossiers_read_framework (GBytes      *source,
                              const char  *adaptation,
                              GError     **error)
{
  gsize size;
  const char *data = g_bytes_get_data (source, &size);
  g_autofree char *text = g_strndup (data, size);
  CapFramework *known = g_hash_table_lookup (frameworks, text);
  g_autoptr(CapAdaptation) read = NULL;

  if (adaptation != NULL)
    {
      read = cap_adaptation_json_read (adaptation, error);
      if (read == NULL)
        return NULL;
    }
  if (known != NULL)
    return cap_framework_ref (known);
  if (g_str_has_prefix (text, "A1"))
    return store_fixture_read_framework (source, NULL, error);

  return cap_adapted_framework_read (source, adaptation, error);
}

static void
run_sql (const char *path,
         const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

/* Pages as small as can be, so that a file is small too. */
static GBytes *
compact (const char *path)
{
  run_sql (path, "PRAGMA page_size = 2048; VACUUM");

  return get_file (path);
}

/* A few rows of each register are enough, and take less time. What others refer to stays. */
static void
thin_out (const char *path)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, "PRAGMA foreign_keys = ON", NULL, NULL, NULL);
  sqlite3_exec (db, "DELETE FROM answer WHERE criterion NOT GLOB 'A1*'", NULL, NULL, NULL);
  sqlite3_exec (db, "DELETE FROM action WHERE number > 5", NULL, NULL, NULL);
  sqlite3_exec (db,
                "DELETE FROM vote WHERE ballot_id NOT IN (SELECT id FROM ballot LIMIT 3);"
                "DELETE FROM ballot WHERE id NOT IN (SELECT id FROM ballot LIMIT 3);"
                "DELETE FROM evidence_link", NULL, NULL, NULL);
  for (CapRegisterKind kind = 0; kind < CAP_N_REGISTERS; kind++)
    {
      const char *table = cap_register_get (kind)->name;
      g_autofree char *sql = g_strdup_printf ("DELETE FROM \"%s\" WHERE id NOT IN (SELECT id FROM \"%s\""
                                              " LIMIT 3)", table, table);

      sqlite3_exec (db, sql, NULL, NULL, NULL);
    }
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static CapDossierFile *
create_demonstration (const char *path)
{
  g_autoptr(GPtrArray) commands = cap_demo_list_commands (CAP_DEMO_STRUCTURE);
  g_autoptr(GError) error = NULL;
  CapDossierFile *file = NULL;

  for (guint i = 0; i < commands->len; i++)
    {
      const CapCommand *command = g_ptr_array_index (commands, i);

      for (guint j = 0; j < command->edits->len; j++)
        {
          const CapEdit *edit = g_ptr_array_index (command->edits, j);

          if (edit->kind == CAP_EDIT_PUT_EVALUATION)
            shorten (((CapEvaluation *) edit->value)->framework);
        }
      if (i == 0)
        file = cap_dossier_file_create (path, command, fuzz_dossiers_read_framework, &error);
      else
        cap_dossier_file_run (file, command, &error);
      g_assert_no_error (error);
    }

  return file;
}

static CapDossierFile *
open_file (const char    *path,
           CapFileAccess  access)
{
  g_autoptr(GError) error = NULL;
  CapDossierFile *file = cap_dossier_file_open (path, access, fuzz_dossiers_read_framework, &error);

  g_assert_no_error (error);

  return file;
}

static CapDossier *
load (CapDossierFile *file)
{
  g_autoptr(GError) error = NULL;
  CapDossier *dossier = cap_dossier_file_load (file, &error);

  g_assert_no_error (error);

  return dossier;
}

static void
close_file (CapDossierFile *file)
{
  g_autoptr(GError) error = NULL;

  cap_dossier_file_close (file, &error);
  g_assert_no_error (error);
  cap_dossier_file_free (file);
}

/* The answers, the actions and a register, differently in each copy: some of it the same, some in
 * conflict. */
static void
work_in (CapDossierFile *file,
         int             level)
{
  g_autoptr(CapDossier) dossier = load (file);
  const CapEvaluation *evaluation = cap_dossier_get_current (dossier);
  const GPtrArray *risks = dossier->registers[CAP_REGISTER_RISK];
  const CapRecord *risk = g_ptr_array_index (risks, (guint) level % risks->len);
  g_autoptr(CapMember) member = cap_member_copy (dossier->member);
  g_autoptr(CapAction) action = cap_action_copy (g_ptr_array_index (dossier->actions, 0));
  g_autoptr(CapAction) added = cap_action_copy (action);
  CapCommand *commands[4];

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    commands[i] = cap_command_new (CAP_GESTURE_ANSWER, "A1.1");
  for (int i = 0; i < 3; i++)
    {
      const CapCriterion *criterion = g_ptr_array_index (evaluation->framework->criteria, i + level);
      g_autoptr(CapAnswer) answer = cap_evaluation_dup_answer (evaluation, criterion->code);

      cap_answer_rate (answer, level);
      cap_command_put_answer (commands[0], evaluation->id, answer);
    }
  member->staff = 40 + level;
  cap_command_put_member (commands[1], member);
  action->state = level > 1 ? CAP_ACTION_STARTED : CAP_ACTION_DONE;
  added->number = 0;
  g_free (added->id);
  added->id = g_uuid_string_random ();
  cap_command_put_action (commands[2], action);
  cap_command_put_action (commands[2], added);
  cap_command_remove_record (commands[3], dossier, risk);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autoptr(GError) error = NULL;

      cap_dossier_file_run (file, commands[i], &error);
      g_assert_no_error (error);
      cap_command_free (commands[i]);
    }
}

static char *
get_path (const char *name)
{
  return g_build_filename (fuzz_get_folder (), name, NULL);
}

static GBytes *
make_copy (GBytes *dossier,
           int     level)
{
  g_autofree char *path = get_path ("copy.capcedre");
  CapDossierFile *file;
  GBytes *copy;

  fuzz_put_file (path, dossier);
  file = open_file (path, CAP_FILE_WRITE);
  work_in (file, level);
  close_file (file);
  copy = compact (path);
  g_unlink (path);

  return copy;
}

static void
add_handed_over (GPtrArray      *dossiers,
                 CapDossierFile *file)
{
  g_autoptr(CapDossier) dossier = load (file);
  const CapRecord *audit = g_ptr_array_index (dossier->registers[CAP_REGISTER_AUDIT], 0);
  g_autofree char *path = get_path ("audit.capcedre");
  g_autoptr(GError) error = NULL;
  CapDossierFile *copy;

  cap_dossier_file_hand_over (file, audit->id, path, &error);
  g_assert_no_error (error);
  copy = open_file (path, CAP_FILE_WRITE);
  cap_dossier_file_set_guard (copy, cap_audit_scope_allows);
  close_file (copy);
  g_ptr_array_add (dossiers, compact (path));
  g_unlink (path);
}

static void
add_released (GPtrArray *dossiers)
{
  for (guint version = cap_migrations_get_latest (); version > 0; version--)
    {
      g_autofree char *source = g_strdup_printf (FIXTURES "/%03u.sql", version);
      g_autofree char *path = get_path ("old.capcedre");
      g_autofree char *sql = NULL;

      if (!g_file_get_contents (source, &sql, NULL, NULL))
        continue; /* not released yet */

      run_sql (path, sql);
      g_ptr_array_add (dossiers, compact (path));
      g_unlink (path);
    }
}

/* Sound dossiers: of today’s schema, then of those before it. */
static GPtrArray *
get_dossiers (void)
{
  static GPtrArray *dossiers;
  g_autofree char *path = NULL;
  CapDossierFile *file;

  if (dossiers != NULL)
    return dossiers;

  dossiers = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  frameworks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) cap_framework_unref);
  path = get_path ("demonstration.capcedre");
  close_file (create_demonstration (path));
  thin_out (path);
  file = open_file (path, CAP_FILE_WRITE);
  work_in (file, 3);
  add_handed_over (dossiers, file);
  close_file (file);
  g_ptr_array_insert (dossiers, 0, compact (path));
  g_unlink (path);
  add_released (dossiers);

  return dossiers;
}

/* Mostly those of today: migrations are half of the time of the others. */
GBytes *
fuzz_dossiers_pick (FuzzInput *input)
{
  const GPtrArray *dossiers = get_dossiers ();
  const guint which = fuzz_input_byte (input);

  return g_ptr_array_index (dossiers, which < 0xe0 ? which % N_TODAY : which % dossiers->len);
}

GBytes *
fuzz_dossiers_get_mine (void)
{
  static GBytes *copy;

  if (copy == NULL)
    copy = make_copy (g_ptr_array_index (get_dossiers (), 0), 1);

  return copy;
}

GBytes *
fuzz_dossiers_get_theirs (void)
{
  static GBytes *copy;

  if (copy == NULL)
    copy = make_copy (g_ptr_array_index (get_dossiers (), 0), 2);

  return copy;
}

CapDb *
fuzz_dossiers_open (GBytes *dossier)
{
  g_autofree char *path = get_path ("sound.capcedre");
  g_autoptr(GError) error = NULL;
  g_autoptr(CapDb) file = NULL;
  CapDb *copy;

  fuzz_put_file (path, dossier);
  file = cap_db_open_read_only (path, &error);
  g_assert_no_error (error);
  copy = cap_db_open_copy (file, ":memory:", &error);
  g_assert_no_error (error);
  g_unlink (path);

  return copy;
}

static GBytes *
read_content (const char  *sha256,
              gpointer     user_data,
              GError     **error)
{
  return cap_dossier_file_read_content (user_data, sha256, error);
}

/* What an auditor hands back, whatever it is. */
static void
take_back (CapDossierFile   *file,
           const CapDossier *dossier)
{
  g_autoptr(CapDossier) origin = cap_dossier_file_load_origin (file, NULL);
  CapAuditorReturnInput input = {
    .dossier = dossier, .copy = dossier, .origin = origin,
    .name = "copy.capcedre", .reader = read_content, .reader_data = file,
  };
  g_autoptr(CapAuditorReturn) back = origin != NULL ? cap_auditor_return_new (&input, NULL) : NULL;
  G_GNUC_UNUSED g_autofree char *json = back != NULL ? cap_auditor_return_to_json (back) : NULL;
}

static void
look_back (CapDossierFile   *file,
           const CapDossier *dossier)
{
  for (guint i = 0; i < dossier->actions->len && i < MAX_STEPS; i++)
    {
      const CapAction *action = g_ptr_array_index (dossier->actions, i);
      G_GNUC_UNUSED g_autoptr(GPtrArray) changes = cap_dossier_file_list_changes (file, action->id, NULL);
    }
}

static void
undo (CapDossierFile   *file,
      const CapDossier *dossier)
{
  for (guint i = 0; i < MAX_STEPS; i++)
    g_free (cap_dossier_file_undo (file, NULL));
  g_free (cap_dossier_file_redo (file, NULL));
  cap_dossier_file_close (file, NULL);
}

static void
open_it (const char     *path,
         CapFileAccess   access,
         void          (*use) (CapDossierFile *, const CapDossier *))
{
  g_autoptr(CapDossierFile) file = cap_dossier_file_open (path, access, fuzz_dossiers_read_framework, NULL);
  g_autoptr(CapDossier) dossier = NULL;

  if (file == NULL)
    return;

  cap_dossier_file_set_guard (file, cap_audit_scope_allows);
  dossier = cap_dossier_file_load (file, NULL);
  if (dossier != NULL && use != NULL)
    use (file, dossier);
}

void
fuzz_dossiers_use (GBytes *bytes,
                   guint   use)
{
  g_autofree char *path = get_path ("fuzz.capcedre");
  g_autofree char *state = g_build_filename (g_get_user_state_dir (), "cap-cedre", NULL);
  GPtrArray *faults;

  fuzz_put_file (path, bytes);
  switch (use % N_USES)
    {
    case USE_CHECK:
      faults = cap_dossier_file_check (path, fuzz_dossiers_read_framework, NULL);
      g_clear_pointer (&faults, g_ptr_array_unref);
      break;

    case USE_CHANGES:
      open_it (path, CAP_FILE_READ, look_back);
      break;

    case USE_RETURN:
      open_it (path, CAP_FILE_READ, take_back);
      break;

    case USE_WORK:
    default:
      open_it (path, CAP_FILE_TAKE_OVER, undo);
      fuzz_remove_tree (state); /* what was not published would be taken up */
      break;
    }
  g_unlink (path);
}

/* Makes all that a target needs, so that no input waits for it. */
void
fuzz_dossiers_start (void)
{
  fuzz_start ();
#ifdef FUZZ_FAST_HEAP
  fuzz_dossiers_use_fast_heap ();
#endif
  get_dossiers ();
}
