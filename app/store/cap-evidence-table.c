/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/cap-evidence-table.h"

#include "store/cap-meta-table.h"

enum { COL_ID, COL_NUMBER, COL_TITLE, COL_REFERENCE, COL_DATE, COL_EXPIRES, COL_REMOVED, COL_REASON };
enum { COL_FILE_EVIDENCE, COL_FILE_SHA256, COL_FILE_SIZE, COL_FILE_NAME, COL_FILE_TYPE, COL_FILE_ADDED };
enum { COL_LINK_EVIDENCE, COL_LINK_PLACE, COL_LINK_TARGET };

static gboolean
run_with_id (CapDb       *db,
             const char  *sql,
             const char  *id,
             GError     **error)
{
  g_autoptr(CapStmt) stmt = cap_db_prepare (db, sql, error);

  if (stmt == NULL)
    return FALSE;

  cap_stmt_bind_text (stmt, 1, id);

  return cap_stmt_run (stmt, error);
}

static gboolean
get_own_number (CapDb       *db,
                const char  *id,
                gint64      *number,
                GError     **error)
{
  g_autoptr(CapStmt) stmt = cap_db_prepare (db, "SELECT number FROM evidence WHERE id = ?1", error);
  CapStep step;

  if (stmt == NULL)
    return FALSE;

  cap_stmt_bind_text (stmt, 1, id);
  step = cap_stmt_step (stmt, error);
  *number = step == CAP_STEP_ROW ? cap_stmt_get_int (stmt, 0) : 0;

  return step != CAP_STEP_ERROR;
}

/* As those of actions, numbers of pieces never come back. */
static gboolean
choose_number (CapDb              *db,
               const CapEvidence  *evidence,
               gint64             *number,
               GError            **error)
{
  g_autofree char *last = cap_meta_table_get (db, CAP_META_LAST_EVIDENCE_NUMBER, error);
  g_autofree char *next = NULL;
  gint64 own = 0;
  gint64 highest;

  if (last == NULL || !get_own_number (db, evidence->id, &own, error))
    return FALSE;

  highest = g_ascii_strtoll (last, NULL, 10);
  *number = evidence->number != 0 ? evidence->number : own != 0 ? own : highest + 1;
  if (*number <= highest)
    return TRUE;

  next = g_strdup_printf ("%" G_GINT64_FORMAT, *number);

  return cap_meta_table_put (db, CAP_META_LAST_EVIDENCE_NUMBER, next, error);
}

/**
 * cap_evidence_table_put_reference:
 * @evidence: a piece as an answer holds it
 *
 * Puts what an answer says of a piece: title, reference, date. The rest stays.
 *
 * Returns: whether it is done; to be called inside a transaction
 */
gboolean
cap_evidence_table_put_reference (CapDb              *db,
                                  const CapEvidence  *evidence,
                                  GError            **error)
{
  g_autoptr(CapStmt) stmt = NULL;
  gint64 number;

  if (!choose_number (db, evidence, &number, error))
    return FALSE;

  stmt = cap_db_prepare (db,
                         "INSERT INTO evidence (id, number, title, reference, date)"
                         " VALUES (?1, ?2, ?3, ?4, ?5)"
                         " ON CONFLICT (id) DO UPDATE SET number = ?2, title = ?3, reference = ?4, date = ?5",
                         error);
  if (stmt == NULL)
    return FALSE;

  cap_stmt_bind_text (stmt, 1, evidence->id);
  cap_stmt_bind_int (stmt, 2, number);
  cap_stmt_bind_text (stmt, 3, evidence->title);
  cap_stmt_bind_text (stmt, 4, evidence->reference);
  cap_stmt_bind_text (stmt, 5, evidence->date);

  return cap_stmt_run (stmt, error);
}

static gboolean
put_rest (CapDb              *db,
          const CapEvidence  *evidence,
          GError            **error)
{
  g_autoptr(CapStmt) stmt = NULL;

  stmt = cap_db_prepare (db,
                         "UPDATE evidence SET expires = ?2, removed = ?3, reason = ?4 WHERE id = ?1", error);
  if (stmt == NULL)
    return FALSE;

  cap_stmt_bind_text (stmt, 1, evidence->id);
  cap_stmt_bind_text (stmt, 2, evidence->expires);
  cap_stmt_bind_text (stmt, 3, evidence->removed);
  cap_stmt_bind_text (stmt, 4, evidence->reason);

  return cap_stmt_run (stmt, error);
}

static gboolean
put_file (CapDb                  *db,
          const char             *id,
          guint                   version,
          const CapEvidenceFile  *file,
          GError                **error)
{
  g_autoptr(CapStmt) stmt = NULL;

  stmt = cap_db_prepare (db,
                         "INSERT INTO evidence_file (evidence_id, version, sha256, size, name, media_type,"
                         " added) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)", error);
  if (stmt == NULL)
    return FALSE;

  cap_stmt_bind_text (stmt, 1, id);
  cap_stmt_bind_int (stmt, 2, version);
  cap_stmt_bind_text (stmt, 3, file->sha256);
  cap_stmt_bind_int (stmt, 4, file->size);
  cap_stmt_bind_text (stmt, 5, file->name);
  cap_stmt_bind_text (stmt, 6, file->media_type);
  cap_stmt_bind_text (stmt, 7, file->added);

  return cap_stmt_run (stmt, error);
}

static gboolean
put_link (CapDb                  *db,
          const char             *id,
          const CapEvidenceLink  *link,
          GError                **error)
{
  g_autoptr(CapStmt) stmt = NULL;

  stmt = cap_db_prepare (db,
                         "INSERT INTO evidence_link (evidence_id, place, target) VALUES (?1, ?2, ?3)", error);
  if (stmt == NULL)
    return FALSE;

  cap_stmt_bind_text (stmt, 1, id);
  cap_stmt_bind_text (stmt, 2, cap_place_to_name (link->place));
  cap_stmt_bind_text (stmt, 3, link->target);

  return cap_stmt_run (stmt, error);
}

static gboolean
put_parts (CapDb              *db,
           const CapEvidence  *evidence,
           GError            **error)
{
  gboolean done = run_with_id (db, "DELETE FROM evidence_file WHERE evidence_id = ?1", evidence->id, error) &&
                  run_with_id (db, "DELETE FROM evidence_link WHERE evidence_id = ?1", evidence->id, error);

  for (guint i = 0; done && i < evidence->files->len; i++)
    done = put_file (db, evidence->id, i + 1, g_ptr_array_index (evidence->files, i), error);
  for (guint i = 0; done && i < evidence->links->len; i++)
    done = put_link (db, evidence->id, g_ptr_array_index (evidence->links, i), error);

  return done;
}

/**
 * cap_evidence_table_put:
 * @evidence: what the piece becomes, its files and its links included
 *
 * Returns: whether it is done; to be called inside a transaction
 */
gboolean
cap_evidence_table_put (CapDb              *db,
                        const CapEvidence  *evidence,
                        GError            **error)
{
  return cap_evidence_table_put_reference (db, evidence, error) &&
         put_rest (db, evidence, error) &&
         put_parts (db, evidence, error);
}

/* Lets a reference go that serves nothing, and that nobody took out with a reason. */
gboolean
cap_evidence_table_drop_unused (CapDb       *db,
                                const char  *id,
                                GError     **error)
{
  return run_with_id (db,
                      "DELETE FROM evidence WHERE id = ?1 AND removed IS NULL"
                      " AND NOT EXISTS (SELECT 1 FROM answer_evidence WHERE evidence_id = ?1)"
                      " AND NOT EXISTS (SELECT 1 FROM evidence_link WHERE evidence_id = ?1)"
                      " AND NOT EXISTS (SELECT 1 FROM evidence_file WHERE evidence_id = ?1)", id, error);
}

static CapEvidence *
evidence_from_row (CapStmt *stmt)
{
  g_autofree char *id = cap_stmt_dup_text (stmt, COL_ID);
  g_autofree char *title = cap_stmt_dup_text (stmt, COL_TITLE);
  CapEvidence *evidence = cap_evidence_new (id, title, NULL, NULL);

  evidence->number = (guint) CLAMP (cap_stmt_get_int (stmt, COL_NUMBER), 0, G_MAXINT);
  evidence->reference = cap_stmt_dup_text (stmt, COL_REFERENCE);
  evidence->date = cap_stmt_dup_text (stmt, COL_DATE);
  evidence->expires = cap_stmt_dup_text (stmt, COL_EXPIRES);
  evidence->removed = cap_stmt_dup_text (stmt, COL_REMOVED);
  evidence->reason = cap_stmt_dup_text (stmt, COL_REASON);

  return evidence;
}

static gboolean
load_rows (CapDb       *db,
           GPtrArray   *pieces,
           GHashTable  *by_id,
           GError     **error)
{
  g_autoptr(CapStmt) stmt = NULL;
  CapStep step;

  stmt = cap_db_prepare (db,
                         "SELECT id, number, title, reference, date, expires, removed, reason FROM evidence"
                         " ORDER BY number, id", error);
  if (stmt == NULL)
    return FALSE;

  while ((step = cap_stmt_step (stmt, error)) == CAP_STEP_ROW)
    {
      CapEvidence *evidence = evidence_from_row (stmt);

      g_ptr_array_add (pieces, evidence);
      g_hash_table_insert (by_id, evidence->id, evidence);
    }

  return step == CAP_STEP_DONE;
}

static gboolean
load_files (CapDb       *db,
            GHashTable  *by_id,
            GError     **error)
{
  g_autoptr(CapStmt) stmt = NULL;
  CapStep step;

  stmt = cap_db_prepare (db,
                         "SELECT evidence_id, sha256, size, name, media_type, added FROM evidence_file"
                         " ORDER BY evidence_id, version", error);
  if (stmt == NULL)
    return FALSE;

  while ((step = cap_stmt_step (stmt, error)) == CAP_STEP_ROW)
    {
      CapEvidence *evidence = g_hash_table_lookup (by_id, cap_stmt_get_text (stmt, COL_FILE_EVIDENCE));

      g_autofree char *name = cap_stmt_dup_text (stmt, COL_FILE_NAME);
      g_autofree char *media_type = cap_stmt_dup_text (stmt, COL_FILE_TYPE);

      if (evidence != NULL)
        cap_evidence_add_file (evidence, cap_stmt_get_text (stmt, COL_FILE_SHA256),
                               cap_stmt_get_int (stmt, COL_FILE_SIZE), name, media_type,
                               cap_stmt_get_text (stmt, COL_FILE_ADDED));
    }

  return step == CAP_STEP_DONE;
}

static gboolean
load_links (CapDb       *db,
            GHashTable  *by_id,
            GError     **error)
{
  g_autoptr(CapStmt) stmt = NULL;
  CapStep step;

  stmt = cap_db_prepare (db,
                         "SELECT evidence_id, place, target FROM evidence_link"
                         " ORDER BY evidence_id, place, target", error);
  if (stmt == NULL)
    return FALSE;

  while ((step = cap_stmt_step (stmt, error)) == CAP_STEP_ROW)
    {
      CapEvidence *evidence = g_hash_table_lookup (by_id, cap_stmt_get_text (stmt, COL_LINK_EVIDENCE));
      g_autofree char *target = cap_stmt_dup_text (stmt, COL_LINK_TARGET);
      CapPlace place;

      if (evidence != NULL && cap_place_from_name (cap_stmt_get_text (stmt, COL_LINK_PLACE), &place))
        cap_evidence_add_link (evidence, place, target);
    }

  return step == CAP_STEP_DONE;
}

/**
 * cap_evidence_table_load:
 * @evidence: (element-type CapEvidence): takes every piece, by number
 *
 * Returns: whether all of them are read; their content stays in the file
 */
gboolean
cap_evidence_table_load (CapDb      *db,
                         GPtrArray  *evidence,
                         GError    **error)
{
  g_autoptr(GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);

  return load_rows (db, evidence, by_id, error) &&
         load_files (db, by_id, error) &&
         load_links (db, by_id, error);
}
