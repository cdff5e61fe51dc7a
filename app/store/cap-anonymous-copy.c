/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/cap-dossier-personal.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-text.h"
#include "store/cap-changeset.h"
#include "store/cap-dossier-file-private.h"
#include "store/cap-history.h"
#include "store/cap-meta-table.h"
#include "store/cap-personal-search.h"
#include "store/cap-redaction.h"
#include "store/cap-table-columns.h"

/* A dossier for a consultant: the ratings, the plan and the registers, without who, without the past, and
 * without what is in files. */

/* What is nobody’s: a new dossier, with no past, no file, no structure. */
static gboolean
strip (CapDb   *db,
       GError **error)
{
  g_autofree char *id = g_uuid_string_random ();

  return cap_db_exec (db,
                      "DELETE FROM journal; DELETE FROM gesture;"
                      "DELETE FROM evidence_file; DELETE FROM content;"
                      "DELETE FROM seal; DELETE FROM seal_key;"
                      "DELETE FROM meta WHERE key IN ('audited', 'head');"
                      "UPDATE member SET siret = NULL;"
                      "UPDATE evidence SET reference = NULL, reason = CASE WHEN removed IS NULL THEN NULL"
                      " ELSE '–' END;", error) &&
         cap_meta_table_put (db, CAP_META_ID, id, error) &&
         cap_meta_table_put (db, CAP_META_REVISION, "0", error);
}

static gboolean
run_with_text (CapDb       *db,
               const char  *sql,
               const char  *text,
               GError     **error)
{
  g_autoptr(CapStmt) stmt = cap_db_prepare (db, sql, error);

  if (stmt == NULL)
    return FALSE;

  cap_stmt_bind_text (stmt, 1, text);

  return cap_stmt_run (stmt, error);
}

/* What had a name has a kind and a number. */
static gboolean
rename_things (CapDb   *db,
               GError **error)
{
  return run_with_text (db, "UPDATE member SET name = ?1", _("Structure"), error) &&
         /* Translators: a piece of evidence, before its number */
         run_with_text (db, "UPDATE evidence SET title = ?1 || ' ' || coalesce (number, 0)", _("Piece"),
                        error) &&
         run_with_text (db, "UPDATE site SET place = NULL, delegation = NULL, name = ?1 || ' ' || code",
                        _("Site"), error);
}

/* The same person has the same number, however they are written in one field or another. */
static const char *
get_pseudonym (GHashTable *people,
               const char *value)
{
  g_autofree char *key = cap_text_fold (value);
  char *pseudonym = g_hash_table_lookup (people, key);

  if (pseudonym == NULL)
    {
      /* Translators: stands for somebody in an anonymised copy; %u is a number */
      pseudonym = g_strdup_printf (_("Person %u"), g_hash_table_size (people) + 1);
      g_hash_table_insert (people, g_steal_pointer (&key), pseudonym);
    }

  return pseudonym;
}

static gboolean
rename_people_in (CapDb       *db,
                  GHashTable  *people,
                  const char  *table,
                  const char  *column,
                  GError     **error)
{
  g_autofree char *list = g_strdup_printf ("SELECT DISTINCT \"%s\" FROM \"%s\" WHERE \"%s\" <> '' ORDER BY 1",
                                           column, table, column);
  g_autofree char *update = g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = ?2 WHERE \"%s\" = ?1", table, column,
                                             column);
  g_autoptr(GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(CapStmt) stmt = cap_db_prepare (db, list, error);
  CapStep step = stmt != NULL ? CAP_STEP_ROW : CAP_STEP_ERROR;

  while (step == CAP_STEP_ROW && (step = cap_stmt_step (stmt, error)) == CAP_STEP_ROW)
    g_ptr_array_add (values, cap_stmt_dup_text (stmt, 0));
  g_clear_pointer (&stmt, cap_stmt_release);
  for (guint i = 0; step == CAP_STEP_DONE && i < values->len; i++)
    {
      const char *value = g_ptr_array_index (values, i);

      stmt = cap_db_prepare (db, update, error);
      if (stmt == NULL)
        return FALSE;
      cap_stmt_bind_text (stmt, 1, value);
      cap_stmt_bind_text (stmt, 2, get_pseudonym (people, value));
      if (!cap_stmt_run (stmt, error))
        return FALSE;
      g_clear_pointer (&stmt, cap_stmt_release);
    }

  return step == CAP_STEP_DONE;
}

/* What a field that says who says, whole: a function tells who it is as well, where there is one of it. */
static gboolean
rename_people (CapDb   *db,
               GError **error)
{
  g_autoptr(GHashTable) people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GHashTable) tables = cap_table_columns_new ();
  const char * const *names = cap_changeset_list_tables ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      const GPtrArray *columns = cap_table_columns_get (tables, db, names[i]);

      for (guint j = 0; j < columns->len; j++)
        {
          const CapColumn *column = g_ptr_array_index (columns, j);

          if (column->use == CAP_PERSONAL_USE_PEOPLE &&
              !rename_people_in (db, people, names[i], column->name, error))
            return FALSE;
        }
    }

  return TRUE;
}

/* Returns: (transfer full) (nullable): the names that no text may have: those given, that of the structure,
 *   and those of who wrote; one word alone may be a function, “Direction” */
static GPtrArray *
list_names (CapDb               *db,
            const char * const  *given,
            GError             **error)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(CapStmt) stmt = cap_db_prepare (db, "SELECT DISTINCT author FROM journal"
                                                " UNION SELECT name FROM member", error);
  CapStep step = stmt != NULL ? CAP_STEP_ROW : CAP_STEP_ERROR;

  for (guint i = 0; given != NULL && given[i] != NULL; i++)
    g_ptr_array_add (names, g_strdup (given[i]));
  while (step == CAP_STEP_ROW && (step = cap_stmt_step (stmt, error)) == CAP_STEP_ROW)
    {
      char *name = cap_stmt_dup_text (stmt, 0);

      if (strchr (name, ' ') != NULL)
        g_ptr_array_add (names, name);
      else
        g_free (name);
    }
  g_ptr_array_add (names, NULL);

  return step == CAP_STEP_DONE ? g_steal_pointer (&names) : NULL;
}

/* All addresses and numbers, and these names, out of what is left. */
static gboolean
clean_texts (CapDb            *db,
             const GPtrArray  *names,
             GError          **error)
{
  g_autoptr(CapPersonalReport) report = cap_personal_search_run (db, (const char * const *) names->pdata,
                                                                 error);
  g_autoptr(CapPersonalSwaps) swaps = cap_personal_swaps_new ();
  g_autoptr(CapRedactionOutcome) outcome = cap_redaction_outcome_new ();

  if (report == NULL)
    return FALSE;

  for (guint i = 0; i < report->groups->len; i++)
    {
      const CapPersonalGroup *group = g_ptr_array_index (report->groups, i);

      if (!cap_personal_swaps_add (swaps, group->text, NULL, error))
        return FALSE;
    }

  return cap_personal_swaps_check (swaps, error) && cap_redaction_run (db, swaps, outcome, error);
}

/* The journal begins here, signed by nobody. */
static gboolean
begin (CapDb   *db,
       GError **error)
{
  g_autoptr(CapCommand) command = cap_command_new (CAP_GESTURE_CREATE, NULL);
  g_autoptr(GBytes) nothing = g_bytes_new_static ("", 0);

  return cap_db_exec (db, "DELETE FROM journal; DELETE FROM gesture", error) &&
         cap_history_note (db, command, nothing, NULL, error) &&
         cap_db_exec (db, "UPDATE journal SET author = '–'", error) && cap_redaction_seal (db, error);
}

static gboolean
anonymise (CapDb               *db,
           const char * const  *given,
           GError             **error)
{
  g_autoptr(CapTransaction) transaction = cap_transaction_begin (db, error);
  g_autoptr(GPtrArray) names = transaction != NULL ? list_names (db, given, error) : NULL;

  return names != NULL && strip (db, error) && rename_things (db, error) && rename_people (db, error) &&
         clean_texts (db, names, error) && begin (db, error) && cap_transaction_commit (transaction, error);
}

/**
 * cap_dossier_file_anonymise:
 * @path: where nothing is yet
 * @names: (array zero-terminated=1) (nullable): names of people that texts may have
 * @error: return location for an error
 *
 * Writes a new dossier of the same ratings, plan and registers, in which nobody is named: who is a number,
 * the structure and its sites have no name, there is neither past nor file, and addresses and numbers are
 * out of texts. Nothing changes in this one.
 *
 * Returns: whether it is written
 */
gboolean
cap_dossier_file_anonymise (CapDossierFile       *self,
                            const char           *path,
                            const char * const   *names,
                            GError              **error)
{
  g_autofree char *real = NULL;
  g_autoptr(CapDb) copy = NULL;
  CapFileStamp stamp;

  g_return_val_if_fail (self != NULL && self->db != NULL && path != NULL, FALSE);

  real = cap_dossier_file_dup_real_path_of_new (path, error);
  copy = real != NULL ? cap_dossier_file_copy_apart (self, error) : NULL;

  return copy != NULL && anonymise (copy, names, error) &&
         cap_publication_write (copy, real, CAP_PUBLICATION_NEW, &stamp, error);
}
