/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/cap-dossier-check.h"

#include <glib/gi18n.h>

#include "store/cap-content-table.h"
#include "store/cap-dossier-file.h"
#include "store/cap-dossier-header.h"
#include "store/cap-framework-table.h"
#include "store/cap-journal-table.h"
#include "store/cap-migrations.h"
#include "store/cap-seal-table.h"
#include "store/cap-snapshot.h"
#include "store/cap-store-error-private.h"
#include "store/cap-vault-file.h"

#define MAX_FAULTS 100

enum { COL_SCHEMA_TYPE, COL_SCHEMA_NAME, COL_SCHEMA_SQL };
enum { COL_FK_TABLE, COL_FK_ROW, COL_FK_PARENT };

static char *
describe_schema (CapDb   *db,
                 GError **error)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(CapStmt) stmt = NULL;
  CapStep step;

  stmt = cap_db_prepare (db,
                         "SELECT type, name, coalesce (sql, '') FROM sqlite_schema"
                         " ORDER BY type, name", error);
  if (stmt == NULL)
    return NULL;

  while ((step = cap_stmt_step (stmt, error)) == CAP_STEP_ROW)
    g_string_append_printf (text, "%s %s %s\n",
                            cap_stmt_get_text (stmt, COL_SCHEMA_TYPE),
                            cap_stmt_get_text (stmt, COL_SCHEMA_NAME),
                            cap_stmt_get_text (stmt, COL_SCHEMA_SQL));

  return step == CAP_STEP_DONE ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static char *
describe_new_schema (guint    version,
                     GError **error)
{
  g_autoptr(CapDb) model = cap_db_open (":memory:", error);

  return model != NULL && cap_migrations_run (model, version, error) ? describe_schema (model, error) : NULL;
}

/* Made once for each version: it takes longer than all the rest of a check.
 * Returns: (nullable): what lives as long as the program */
static const char *
describe_own_schema (guint    version,
                     GError **error)
{
  static GMutex mutex;
  static GHashTable *schemas;
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&mutex);
  char *schema;

  if (schemas == NULL)
    schemas = g_hash_table_new (NULL, NULL);

  schema = g_hash_table_lookup (schemas, GUINT_TO_POINTER (version));
  if (schema == NULL && (schema = describe_new_schema (version, error)) != NULL)
    g_hash_table_insert (schemas, GUINT_TO_POINTER (version), schema);

  return schema;
}

/* A schema that is not ours, word for word, is a file that somebody fabricated.
 * Once it is ours, SQLite’s own check vouches that each row follows its rules. */
static gboolean
check_schema (CapDb      *db,
              GPtrArray  *faults,
              GError    **error)
{
  g_autofree char *found = NULL;
  const char *expected;
  gint64 version = 0;

  if (!cap_db_get_int (db, "PRAGMA user_version", &version, error))
    return FALSE;

  found = describe_schema (db, error);
  expected = found != NULL ? describe_own_schema ((guint) version, error) : NULL;

  if (expected != NULL && !g_str_equal (found, expected))
    g_ptr_array_add (faults, g_strdup (_("Its tables are not those of a dossier")));

  return expected != NULL;
}

static gboolean
check_pages (CapDb          *db,
             CapCheckDepth   depth,
             GPtrArray      *faults,
             GError        **error)
{
  const char *sql = depth == CAP_CHECK_QUICK ? "PRAGMA quick_check" : "PRAGMA integrity_check";
  g_autoptr(CapStmt) stmt = cap_db_prepare (db, sql, error);
  CapStep step;

  if (stmt == NULL)
    return FALSE;

  while ((step = cap_stmt_step (stmt, error)) == CAP_STEP_ROW)
    {
      g_autofree char *line = cap_stmt_dup_text (stmt, 0);

      /* Translators: %s is in English, from SQLite */
      if (g_strcmp0 (line, "ok") != 0)
        g_ptr_array_add (faults, g_strdup_printf (_("The file is damaged: %s"), line));
    }

  return step == CAP_STEP_DONE;
}

static gboolean
check_references (CapDb      *db,
                  GPtrArray  *faults,
                  GError    **error)
{
  g_autoptr(CapStmt) stmt = cap_db_prepare (db, "PRAGMA foreign_key_check", error);
  CapStep step;

  if (stmt == NULL)
    return FALSE;

  while ((step = cap_stmt_step (stmt, error)) == CAP_STEP_ROW && faults->len < MAX_FAULTS)
    {
      g_autofree char *table = cap_stmt_dup_text (stmt, COL_FK_TABLE);
      g_autofree char *parent = cap_stmt_dup_text (stmt, COL_FK_PARENT);

      /* Translators: both are names of tables, as “answer” and “evaluation” */
      g_ptr_array_add (faults, g_strdup_printf (_("A row of “%s” refers to a row of “%s” that is not there"),
                                                table, parent));
    }

  return step != CAP_STEP_ERROR;
}

static gboolean
list_faults (CapDb          *db,
             CapCheckDepth   depth,
             GPtrArray      *faults,
             GError        **error)
{
  return check_schema (db, faults, error) &&
         check_pages (db, depth, faults, error) &&
         check_references (db, faults, error);
}

/**
 * cap_dossier_check_list_faults:
 * @db: a dossier of any known version
 * @faults: (element-type utf8): empty; takes a sentence for each fault
 *
 * Checks a database as a file: schema, pages, rules, references. SQLite tells a
 * page that could not be read as one that is damaged: where there is a fault,
 * all is read again, and what is in memory then is checked.
 *
 * Returns: whether the check could be made
 */
gboolean
cap_dossier_check_list_faults (CapDb          *db,
                               CapCheckDepth   depth,
                               GPtrArray      *faults,
                               GError        **error)
{
  g_autoptr(CapDb) copy = NULL;

  if (!list_faults (db, depth, faults, error))
    return FALSE;
  if (faults->len == 0)
    return TRUE;

  g_ptr_array_set_size (faults, 0);
  copy = cap_db_open_copy (db, ":memory:", error);

  return copy != NULL && list_faults (copy, depth, faults, error);
}

/* The same, as an error: the first fault. */
gboolean
cap_dossier_check_is_sound (CapDb          *db,
                            CapCheckDepth   depth,
                            GError        **error)
{
  g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);

  if (!cap_dossier_check_list_faults (db, depth, faults, error))
    return FALSE;

  if (faults->len > 0)
    cap_store_error_set (error, CAP_STORE_ERROR_CORRUPT, g_ptr_array_index (faults, 0));

  return faults->len == 0;
}

/**
 * cap_dossier_check_open:
 * @path: the file of the user, absolute
 * @error: return location for a [error@Cap.StoreError]
 *
 * Opens a file to read it, once it is certain that it is a sound dossier.
 *
 * Returns: (transfer full) (nullable): the database, at the version it was written with
 */
CapDb *
cap_dossier_check_open (const char  *path,
                        GError     **error)
{
  g_autoptr(CapDb) db = NULL;

  if (!cap_dossier_header_check (path, error))
    return NULL;

  db = cap_db_open_read_only (path, error);

  return db != NULL && cap_dossier_check_is_sound (db, CAP_CHECK_QUICK, error) ? g_steal_pointer (&db) : NULL;
}

static void
check_answers (const CapEvaluation *evaluation,
               GPtrArray           *faults)
{
  GHashTableIter iter;
  const char *criterion;
  const CapAnswer *answer;

  g_hash_table_iter_init (&iter, evaluation->answers);
  while (g_hash_table_iter_next (&iter, (gpointer *) &criterion, (gpointer *) &answer))
    {
      /* An answer that was emptied may outlive a criterion that the structure took away. */
      if (!cap_answer_is_empty (answer) &&
          cap_framework_find_criterion (evaluation->framework, criterion) == NULL)
        /* Translators: %u is the number of an evaluation, %s the code of a criterion */
        g_ptr_array_add (faults, g_strdup_printf (_("Evaluation %u answers criterion “%s”,"
                                                    " which its framework does not have"),
                                                  evaluation->number, criterion));
    }
}

static gboolean
check_frameworks (CapDb              *db,
                  CapFrameworkReader  reader,
                  GPtrArray          *faults,
                  GError            **error)
{
  g_autoptr(GPtrArray) digests = cap_framework_table_list (db, error);

  for (guint i = 0; digests != NULL && i < digests->len; i++)
    {
      const char *sha256 = g_ptr_array_index (digests, i);
      g_autoptr(GBytes) source = cap_framework_table_get_source (db, sha256, error);
      g_autoptr(CapFramework) framework = NULL;
      g_autoptr(GError) fault = NULL;
      g_autofree char *found = NULL;

      if (source == NULL)
        return FALSE;

      found = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, source);
      if (!g_str_equal (found, sha256))
        g_ptr_array_add (faults, g_strdup_printf (_("The text of framework %.12s… was altered"), sha256));

      framework = reader (source, NULL, &fault);
      if (framework == NULL)
        g_ptr_array_add (faults, g_strdup_printf (_("Framework %.12s… cannot be read: %s"),
                                                  sha256, fault->message));
    }

  return digests != NULL;
}

static void
check_content (CapDb              *db,
               CapFrameworkReader  reader,
               GPtrArray          *faults)
{
  g_autoptr(GHashTable) frameworks = NULL;
  g_autoptr(CapDossier) dossier = NULL;
  g_autoptr(GError) fault = NULL;

  frameworks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) cap_framework_unref);
  dossier = cap_snapshot_read (db, frameworks, reader, &fault);

  if (dossier == NULL)
    g_ptr_array_add (faults, g_strdup (fault->message));

  for (guint i = 0; dossier != NULL && i < dossier->evaluations->len; i++)
    check_answers (g_ptr_array_index (dossier->evaluations, i), faults);
}

/**
 * cap_dossier_file_check:
 * @path: the file to check
 * @reader: reads the frameworks that it holds
 * @error: return location for a [error@Cap.StoreError]
 *
 * Checks a dossier: file, schema, references, frameworks, journal, seals,
 * answers. Nothing is written anywhere.
 *
 * Returns: (transfer full) (element-type utf8) (nullable): one sentence per
 *   fault, empty when the file is sound; %NULL when it cannot be read at all
 */
GPtrArray *
cap_dossier_file_check (const char          *path,
                        CapFrameworkReader   reader,
                        GError             **error)
{
  g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *absolute = NULL;
  g_autoptr(CapDb) file = NULL;
  g_autoptr(CapDb) db = NULL;

  g_return_val_if_fail (path != NULL && reader != NULL, NULL);

  absolute = g_canonicalize_filename (path, NULL);
  if (!cap_dossier_header_check (absolute, error))
    return NULL;

  /* In memory: on a connection that only reads, SQLite does not check the rules of the schema. */
  file = cap_db_open_read_only (absolute, error);
  db = file != NULL ? cap_db_open_copy (file, ":memory:", error) : NULL;
  if (db == NULL || !cap_dossier_check_list_faults (db, CAP_CHECK_THOROUGH, faults, error))
    return NULL;

  if (!cap_vault_file_is_whole (absolute))
    g_ptr_array_add (faults, g_strdup (_("One of the two heads of the encrypted file is damaged; the next"
                                         " time that it is saved mends it")));
  if (faults->len > 0)
    return g_steal_pointer (&faults);

  /* An older version is read as it will be after its migration. */
  if (!cap_migrations_run (db, cap_migrations_get_latest (), error) ||
      !check_frameworks (db, reader, faults, error) ||
      !cap_content_table_check (db, faults, error) ||
      !cap_journal_table_check (db, faults, error) ||
      !cap_seal_table_check (db, faults, error))
    return NULL;

  if (faults->len == 0)
    check_content (db, reader, faults);

  return g_steal_pointer (&faults);
}
