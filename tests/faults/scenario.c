/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "faults/scenario.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "store/cap-publication.h"
#include "store/store-fixture.h"

#define N_CONTENT_BYTES 30000
#define PASSPHRASE      "quatre mots sans lien"

static const char * const names[N_STEPS] = {
  [STEP_OPEN] = "open",
  [STEP_EVIDENCE] = "evidence",
  [STEP_ANSWER] = "answer",
  [STEP_UNDO] = "undo",
  [STEP_REDO] = "redo",
  [STEP_PUBLISH] = "publish",
  [STEP_ANSWER_AGAIN] = "answer again",
  [STEP_LEAVE] = "leave",
  [STEP_RECOVER] = "recover",
  [STEP_MERGE] = "merge",
  [STEP_ANSWER_LAST] = "answer last",
  [STEP_CLOSE] = "close",
  [STEP_READ] = "read",
};

static CapCommand *
new_evidence (const char *title,
              guint8      byte)
{
  g_autofree char *data = g_malloc (N_CONTENT_BYTES);
  g_autoptr(GBytes) content = NULL;
  g_autoptr(CapEvidence) piece = cap_evidence_new (NULL, title, NULL, "2026-11-20");
  g_autofree char *sha256 = NULL;
  CapCommand *command = cap_command_new (CAP_GESTURE_PIECE, title);

  memset (data, byte, N_CONTENT_BYTES);
  content = g_bytes_new_take (g_steal_pointer (&data), N_CONTENT_BYTES);
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  cap_evidence_add_file (piece, sha256, N_CONTENT_BYTES, "preuve.pdf", "application/pdf", "2026-11-20");
  cap_command_put_content (command, sha256, content);
  cap_command_put_evidence (command, piece);

  return command;
}

static void
assert_run (CapDossierFile   *file,
            const CapCommand *command)
{
  g_autoptr(GError) error = NULL;

  cap_dossier_file_run (file, command, &error);
  g_assert_no_error (error);
}

static void
assert_close (CapDossierFile *file)
{
  g_autoptr(GError) error = NULL;

  cap_dossier_file_close (file, &error);
  g_assert_no_error (error);
  cap_dossier_file_free (file);
}

static GBytes *
read_file (const char *path)
{
  g_autoptr(GError) error = NULL;
  char *data;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (data, size);
}

static void
write_file (const char *path,
            GBytes     *content)
{
  g_autoptr(GError) error = NULL;
  gsize size;
  const char *data = g_bytes_get_data (content, &size);

  g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0644, &error);
  g_assert_no_error (error);
}

/* To make one takes its time. */
static CapVaultKey *
ref_key (void)
{
  static CapVaultKey *key;
  g_autoptr(GError) error = NULL;

  if (key == NULL)
    key = cap_vault_key_new (PASSPHRASE, NULL, &error);
  g_assert_no_error (error);

  return cap_vault_key_ref (key);
}

static void
encrypt_seed (Scenario   *self,
              const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CapDb) db = NULL;
  CapFileStamp stamp;

  if (self->key == NULL)
    return;

  db = cap_db_open_read_only (path, &error);
  g_assert_no_error (error);
  cap_db_set_key (db, self->key);
  cap_publication_write (db, path, CAP_PUBLICATION_OVER, &stamp, &error);
  g_assert_no_error (error);
}

/* The first copy is as it was created; the other has an answer and a file more. */
static void
make_seeds (Scenario *self)
{
  g_autoptr(CapCommand) creation = store_fixture_new_creation ();
  g_autoptr(CapCommand) evidence = new_evidence ("Leur preuve", 'b');
  g_autoptr(CapCommand) answer = NULL;
  g_autoptr(CapDossier) dossier = NULL;
  g_autoptr(GError) error = NULL;
  CapDossierFile *file;

  file = cap_dossier_file_create (self->path, creation, store_fixture_read_framework, &error);
  g_assert_no_error (error);
  dossier = cap_dossier_file_load (file, &error);
  g_assert_no_error (error);
  assert_close (file);
  encrypt_seed (self, self->path);
  self->seed = read_file (self->path);

  write_file (self->other_path, self->seed);
  file = cap_dossier_file_open (self->other_path, CAP_FILE_WRITE, store_fixture_read_framework, &error);
  g_assert_no_error (error);
  answer = store_fixture_new_answer (dossier, 20, 2);
  assert_run (file, answer);
  assert_run (file, evidence);
  assert_close (file);
  self->other_seed = read_file (self->other_path);

  self->commands[STEP_EVIDENCE] = new_evidence ("Notre preuve", 'a');
  self->commands[STEP_ANSWER] = store_fixture_new_answer (dossier, 1, 1);
  self->commands[STEP_ANSWER_AGAIN] = store_fixture_new_answer (dossier, 2, 2);
  self->commands[STEP_ANSWER_LAST] = store_fixture_new_answer (dossier, 3, 3);
}

/* Does it once with no fault: what comes out is what must come out whatever happens. */
static void
rehearse (Scenario *self)
{
  scenario_reset (self);
  self->worked[0] = scenario_dump_file (self);
  self->published[0] = g_strdup (self->worked[0]);

  for (Step step = 0; step < N_STEPS; step++)
    {
      g_autoptr(GError) error = NULL;

      scenario_do (self, step, &error);
      g_assert_no_error (error);
      self->published[step + 1] = scenario_dump_file (self);
      if (self->file != NULL)
        self->worked[step + 1] = scenario_dump (self);
      else
        self->worked[step + 1] = g_strdup (step == STEP_LEAVE ? self->worked[step]
                                                              : self->published[step + 1]);
    }

  g_assert_cmpstr (self->worked[STEP_UNDO + 1], ==, self->worked[STEP_ANSWER]);
  g_assert_cmpstr (self->worked[STEP_MERGE + 1], !=, self->worked[STEP_MERGE]);
  g_assert_cmpstr (self->published[N_STEPS], ==, self->worked[STEP_ANSWER_LAST + 1]);
}

void
scenario_init (int    *argc,
               char ***argv)
{
  if (g_access ("/dev/shm", W_OK) == 0)
    g_setenv ("TMPDIR", "/dev/shm", TRUE);
  store_fixture_init (argc, argv);
}

Scenario *
scenario_new (ScenarioKind kind)
{
  Scenario *self = g_new0 (Scenario, 1);
  g_autoptr(GError) error = NULL;

  self->key = kind == SCENARIO_ENCRYPTED ? ref_key () : NULL;
  self->folder = g_dir_make_tmp ("cap-faults-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "Étang.capcedre", NULL);
  self->other_path = g_build_filename (self->folder, "Étang (Camille).capcedre", NULL);
  make_seeds (self);
  rehearse (self);

  return self;
}

void
scenario_free (Scenario *self)
{
  g_clear_pointer (&self->file, cap_dossier_file_free);
  store_fixture_remove_tree (self->folder);
  for (guint i = 0; i <= N_STEPS; i++)
    {
      g_free (self->worked[i]);
      g_free (self->published[i]);
    }
  for (guint i = 0; i < N_STEPS; i++)
    g_clear_pointer (&self->commands[i], cap_command_free);
  g_bytes_unref (self->seed);
  g_bytes_unref (self->other_seed);
  g_clear_pointer (&self->key, cap_vault_key_unref);
  g_free (self->folder);
  g_free (self->path);
  g_free (self->other_path);
  g_free (self);
}

/* Back to the beginning; nothing that a program left is there any more. */
void
scenario_reset (Scenario *self)
{
  g_autofree char *state = g_build_filename (g_get_user_state_dir (), "cap-cedre", NULL);

  g_clear_pointer (&self->file, cap_dossier_file_free);
  store_fixture_remove_tree (state);
  store_fixture_remove_tree (self->folder);
  g_assert_cmpint (g_mkdir (self->folder, 0700), ==, 0);
  write_file (self->path, self->seed);
  write_file (self->other_path, self->other_seed);
}

const char *
scenario_get_name (Step step)
{
  return names[step];
}

static gboolean
merge (Scenario *self,
       GError  **error)
{
  g_autoptr(CapDossierFile) other = NULL;
  g_autoptr(CapMergeReport) report = cap_merge_report_new ();

  other = cap_dossier_file_open (self->other_path, CAP_FILE_READ, store_fixture_read_framework, error);

  return other != NULL &&
         cap_dossier_file_merge (self->file, other, CAP_MERGE_ASK, NULL, FALSE, NULL, report, error);
}

static gboolean
read_dossier (Scenario *self,
              GError  **error)
{
  g_autoptr(CapDossierFile) file = NULL;
  g_autoptr(CapDossier) dossier = NULL;

  file = cap_dossier_file_open (self->path, CAP_FILE_READ, store_fixture_read_framework, error);
  dossier = file != NULL ? cap_dossier_file_load (file, error) : NULL;

  return dossier != NULL;
}

static gboolean
close_dossier (Scenario *self,
               GError  **error)
{
  if (!cap_dossier_file_close (self->file, error))
    return FALSE;

  g_clear_pointer (&self->file, cap_dossier_file_free);

  return TRUE;
}

/* Returns: what the program acknowledges */
gboolean
scenario_do (Scenario *self,
             Step      step,
             GError  **error)
{
  g_autofree char *label = NULL;

  switch (step)
    {
    case STEP_LEAVE:
      g_clear_pointer (&self->file, cap_dossier_file_free);
      return TRUE;

    case STEP_OPEN:
    case STEP_RECOVER:
      self->file = cap_dossier_file_open (self->path, CAP_FILE_WRITE, store_fixture_read_framework, error);
      return self->file != NULL;

    case STEP_UNDO:
      label = cap_dossier_file_undo (self->file, error);
      return label != NULL;

    case STEP_REDO:
      label = cap_dossier_file_redo (self->file, error);
      return label != NULL;

    case STEP_PUBLISH:
      return cap_dossier_file_publish (self->file, error);

    case STEP_MERGE:
      return merge (self, error);

    case STEP_CLOSE:
      return close_dossier (self, error);

    case STEP_READ:
      return read_dossier (self, error);

    case STEP_EVIDENCE:
    case STEP_ANSWER:
    case STEP_ANSWER_AGAIN:
    case STEP_ANSWER_LAST:
    default:
      return cap_dossier_file_run (self->file, self->commands[step], error);
    }
}

static char *
dump (CapDossierFile *file)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CapDossier) dossier = cap_dossier_file_load (file, &error);

  return dossier != NULL ? store_fixture_dump (dossier) : g_strdup (error->message);
}

/* Returns: all that the open dossier holds, or why it cannot be read */
char *
scenario_dump (Scenario *self)
{
  return dump (self->file);
}

/* The same of the file, as it is: what waits in a working copy is another matter. */
char *
scenario_dump_file (Scenario *self)
{
  g_autoptr(GBytes) content = read_file (self->path);
  g_autofree char *path = g_build_filename (g_get_user_state_dir (), "as it is", NULL);
  g_autoptr(CapDossierFile) file = NULL;
  g_autoptr(GError) error = NULL;

  write_file (path, content);
  file = cap_dossier_file_open (path, CAP_FILE_READ, store_fixture_read_framework, &error);
  g_unlink (path);

  return file != NULL ? dump (file) : g_strdup (error->message);
}

/* Whether nothing was written to the file yet. */
gboolean
scenario_is_as_seeded (Scenario *self)
{
  g_autoptr(GBytes) content = read_file (self->path);

  return g_bytes_equal (content, self->seed);
}

/* Returns: (transfer full) (nullable): the first thing that is wrong with the file */
char *
scenario_find_fault (Scenario *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) faults = cap_dossier_file_check (self->path, store_fixture_read_framework, &error);

  if (faults == NULL)
    return g_strdup (error->message);

  return faults->len > 0 ? g_strdup (g_ptr_array_index (faults, 0)) : NULL;
}

static char *
find_other (const char         *folder,
            const char * const *expected)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (!g_strv_contains (expected, name))
        return g_build_filename (folder, name, NULL);
    }

  return NULL;
}

/* Hidden in a folder of backups: one that is not whole. */
static char *
find_half_backup (void)
{
  g_autofree char *backups = g_build_filename (g_get_user_state_dir (), "cap-cedre", "backups", NULL);
  g_autoptr(GDir) dir = g_dir_open (backups, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (backups, name, NULL);
      g_autoptr(GDir) inner = g_dir_open (folder, 0, NULL);
      const char *file;

      while (inner != NULL && (file = g_dir_read_name (inner)) != NULL)
        {
          if (*file == '.')
            return g_build_filename (folder, file, NULL);
        }
    }

  return NULL;
}

/* Returns: (transfer full) (nullable): a file that the closed dossier leaves, beside it or in its state */
char *
scenario_find_litter (Scenario *self)
{
  g_autofree char *name = g_path_get_basename (self->path);
  g_autofree char *other_name = g_path_get_basename (self->other_path);
  g_autofree char *work = g_build_filename (g_get_user_state_dir (), "cap-cedre", "work", NULL);
  const char * const expected[] = { name, other_name, NULL };
  const char * const nothing[] = { NULL };
  char *litter = find_other (self->folder, expected);

  if (litter == NULL)
    litter = find_other (work, nothing);

  return litter != NULL ? litter : find_half_backup ();
}

/* What says that a file is a database, and what this one holds; long enough not to be there by chance. */
static gboolean
is_clear (const char *path)
{
  static const char * const words[] = { "SQLite format 3", "Jardins", "preuve" };
  g_autoptr(GBytes) content = read_file (path);
  gsize size;
  const char *data = g_bytes_get_data (content, &size);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (memmem (data, size, words[i], strlen (words[i])) != NULL)
        return TRUE;
    }

  return FALSE;
}

static char *
find_clear_below (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  char *found = NULL;
  const char *name;

  while (found == NULL && dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        found = find_clear_below (path);
      else if (is_clear (path))
        found = g_steal_pointer (&path);
    }

  return found;
}

/* Returns: (transfer full) (nullable): a file where something of the dossier is in clear */
char *
scenario_find_clear (Scenario *self)
{
  char *found = find_clear_below (self->folder);

  return found != NULL ? found : find_clear_below (g_get_user_state_dir ());
}
