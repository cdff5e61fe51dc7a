/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/cap-journal-table.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-signature.h"
#include "base/cap-text.h"
#include "store/cap-changeset.h"
#include "store/cap-gesture-table.h"
#include "store/cap-meta-table.h"
#include "store/cap-store-error-private.h"

/* What a line is hashed from, in this order, and what else a reader wants. */
#define SELECT_LINES \
  "SELECT journal.sequence, deed, made_at, author, merged, hash, gesture, id, kind, detail, state" \
  " FROM journal JOIN gesture ON gesture.sequence = journal.gesture"

#define HASH_LENGTH 64

enum
{
  COL_SEQUENCE, COL_DEED, COL_MADE_AT, COL_AUTHOR, COL_MERGED, COL_HASH, COL_GESTURE, COL_ID, COL_KIND,
  COL_DETAIL, COL_STATE,
};

/* Its length first: no two lists of texts give the same bytes. */
static void
hash_text (GChecksum  *checksum,
           const char *text)
{
  const guint64 size = text != NULL ? strlen (text) : G_MAXUINT64;
  const guint64 stored = GUINT64_TO_BE (size);

  g_checksum_update (checksum, (const guchar *) &stored, sizeof stored);
  if (text != NULL)
    g_checksum_update (checksum, (const guchar *) text, (gssize) size);
}

static gboolean
hash_changeset (CapDb      *db,
                GChecksum  *checksum,
                gint64      gesture,
                GError    **error)
{
  g_autoptr(GBytes) changeset = cap_gesture_table_get_changeset (db, gesture, error);
  g_autofree char *digest = NULL;

  if (changeset == NULL)
    return FALSE;

  digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, changeset);
  hash_text (checksum, digest);

  return TRUE;
}

/* SHA-256 of the hash before, of what the line says, and of what its gesture is and changed. */
static char *
dup_hash (CapDb       *db,
          const char  *previous,
          CapStmt     *line,
          GError     **error)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  static const int columns[] = { COL_DEED, COL_MADE_AT, COL_AUTHOR, COL_MERGED, COL_ID, COL_KIND,
                                 COL_DETAIL };

  hash_text (checksum, previous);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    hash_text (checksum, cap_stmt_get_text (line, columns[i]));

  return hash_changeset (db, checksum, cap_stmt_get_int (line, COL_GESTURE), error)
         ? g_strdup (g_checksum_get_string (checksum)) : NULL;
}

static gboolean
put_hash (CapDb       *db,
          gint64       sequence,
          const char  *hash,
          GError     **error)
{
  g_autoptr(CapStmt) stmt = cap_db_prepare (db, "UPDATE journal SET hash = ?2 WHERE sequence = ?1", error);

  if (stmt == NULL)
    return FALSE;

  cap_stmt_bind_int (stmt, 1, sequence);
  cap_stmt_bind_text (stmt, 2, hash);

  return cap_stmt_run (stmt, error);
}

/* Chains the lines after @sequence. Returns: (transfer full) (nullable): the hash of the last one */
static char *
chain_after (CapDb   *db,
             gint64   sequence,
             GError **error)
{
  g_autoptr(CapStmt) stmt = cap_db_prepare (db, SELECT_LINES " WHERE journal.sequence >= ?1"
                                                             " ORDER BY journal.sequence", error);
  g_autofree char *previous = NULL;
  CapStep step;

  if (stmt == NULL)
    return NULL;

  cap_stmt_bind_int (stmt, 1, sequence);
  while ((step = cap_stmt_step (stmt, error)) == CAP_STEP_ROW)
    {
      const gint64 at = cap_stmt_get_int (stmt, COL_SEQUENCE);
      char *hash = at == sequence ? cap_stmt_dup_text (stmt, COL_HASH) : dup_hash (db, previous, stmt, error);

      g_free (previous);
      previous = hash;
      if (hash == NULL || (at != sequence && !put_hash (db, at, hash, error)))
        return NULL;
    }

  return step == CAP_STEP_DONE ? g_steal_pointer (&previous) : NULL;
}

/**
 * cap_journal_table_append:
 * @deed: what was done
 * @gesture: with which one
 * @merged: (nullable): the hash of the last line of the copy that it took in
 * @hash: (out) (transfer full): of the new line: what the dossier is now, with all that led there
 *
 * Returns: whether the line is there, signed, after all the others
 */
gboolean
cap_journal_table_append (CapDb       *db,
                          CapDeed      deed,
                          gint64       gesture,
                          const char  *merged,
                          char       **hash,
                          GError     **error)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *made_at = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  g_autofree char *author = cap_signature_dup ();
  g_autoptr(CapStmt) stmt = NULL;
  gint64 last = 0;

  stmt = cap_db_prepare (db, "INSERT INTO journal (sequence, deed, gesture, made_at, author, merged, hash)"
                             " VALUES (?1, ?2, ?3, ?4, ?5, ?6, printf ('%064d', 0))", error);
  if (stmt == NULL || !cap_db_get_int (db, "SELECT coalesce (max (sequence), 0) FROM journal", &last, error))
    return FALSE;

  cap_stmt_bind_int (stmt, 1, last + 1);
  cap_stmt_bind_text (stmt, 2, cap_deed_to_name (deed));
  cap_stmt_bind_int (stmt, 3, gesture);
  cap_stmt_bind_text (stmt, 4, made_at);
  cap_stmt_bind_text (stmt, 5, author);
  cap_stmt_bind_text (stmt, 6, merged);
  if (!cap_stmt_run (stmt, error))
    return FALSE;

  *hash = chain_after (db, last, error);

  return *hash != NULL;
}

/**
 * cap_journal_table_chain:
 *
 * Gives all lines their hash: those of a file that is older than hashes.
 *
 * Returns: whether they have it
 */
gboolean
cap_journal_table_chain (CapDb   *db,
                         GError **error)
{
  g_autofree char *hash = NULL;
  gint64 last = 0;

  if (!cap_db_get_int (db, "SELECT coalesce (max (sequence), 0) FROM journal", &last, error))
    return FALSE;
  if (last > 0)
    hash = chain_after (db, 0, error);

  return last == 0 || hash != NULL;
}

static CapJournalLine *
new_line (CapStmt *stmt)
{
  CapJournalLine *self = g_new0 (CapJournalLine, 1);

  self->sequence = cap_stmt_get_int (stmt, COL_SEQUENCE);
  self->deed = cap_deed_from_name (cap_stmt_get_text (stmt, COL_DEED));
  self->gesture = cap_stmt_get_int (stmt, COL_GESTURE);
  self->kind = (CapGesture) cap_stmt_get_natural (stmt, COL_KIND);
  self->detail = cap_stmt_dup_text (stmt, COL_DETAIL);
  self->made_at = cap_stmt_dup_text (stmt, COL_MADE_AT);
  self->author = cap_stmt_dup_text (stmt, COL_AUTHOR);
  self->merged = cap_stmt_dup_text (stmt, COL_MERGED);
  self->hash = cap_stmt_dup_text (stmt, COL_HASH);

  return self;
}

/**
 * cap_journal_table_list:
 *
 * Returns: (transfer full) (nullable) (element-type CapJournalLine): all lines, oldest first
 */
GPtrArray *
cap_journal_table_list (CapDb   *db,
                        GError **error)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) cap_journal_line_free);
  g_autoptr(CapStmt) stmt = cap_db_prepare (db, SELECT_LINES " ORDER BY journal.sequence", error);
  CapStep step;

  if (stmt == NULL)
    return NULL;

  while ((step = cap_stmt_step (stmt, error)) == CAP_STEP_ROW)
    g_ptr_array_add (lines, new_line (stmt));

  return step == CAP_STEP_DONE ? g_steal_pointer (&lines) : NULL;
}

/* What the lines say of one gesture must be what the gesture says of itself. */
static void
check_states (CapDb      *db,
              GPtrArray  *faults)
{
  static const char sql[] =
    "SELECT gesture.sequence FROM gesture LEFT JOIN journal AS last ON last.sequence ="
    " (SELECT max (sequence) FROM journal WHERE gesture = gesture.sequence)"
    " WHERE coalesce (last.deed IN ('done', 'redone'), 2) <> (state = 'done')";
  g_autoptr(CapStmt) stmt = cap_db_prepare (db, sql, NULL);

  while (stmt != NULL && cap_stmt_step (stmt, NULL) == CAP_STEP_ROW)
    /* Translators: %s is a number: the rank of something that was done */
    g_ptr_array_add (faults, g_strdup_printf (_("The journal does not say what became of gesture %s"),
                                              cap_stmt_get_text (stmt, 0)));
}

/* The file says which state it is in by the hash of the last line; one that is older than hashes, and that
 * nothing was done with since, says nothing. */
static gboolean
check_head (CapDb       *db,
            const char  *last,
            GPtrArray   *faults,
            GError     **error)
{
  g_autofree char *head = NULL;

  if (!cap_meta_table_find (db, CAP_META_HEAD, &head, error))
    return FALSE;
  if (head != NULL && strlen (head) == HASH_LENGTH && g_strcmp0 (head, last) != 0)
    g_ptr_array_add (faults, g_strdup (_("The last lines of the journal are missing, or were added by"
                                         " something else")));

  return TRUE;
}

/**
 * cap_journal_table_check:
 * @faults: (element-type utf8): takes a sentence for each fault
 *
 * Tells which line was altered, or that lines were taken out: after the first
 * one, nothing of what follows can be trusted, and nothing more is told.
 *
 * Returns: whether the check could be made
 */
gboolean
cap_journal_table_check (CapDb      *db,
                         GPtrArray  *faults,
                         GError    **error)
{
  g_autoptr(CapStmt) stmt = cap_db_prepare (db, SELECT_LINES " ORDER BY journal.sequence", error);
  g_autofree char *previous = NULL;
  gint64 expected = 1;
  CapStep step;

  if (stmt == NULL)
    return FALSE;

  while ((step = cap_stmt_step (stmt, error)) == CAP_STEP_ROW)
    {
      const gint64 sequence = cap_stmt_get_int (stmt, COL_SEQUENCE);
      g_autofree char *hash = dup_hash (db, previous, stmt, error);
      char *told;

      if (hash == NULL)
        return FALSE;

      if (sequence != expected)
        told = g_strdup_printf (_("Line %u of the journal is missing"), (guint) expected);
      else if (g_strcmp0 (hash, cap_stmt_get_text (stmt, COL_HASH)) != 0)
        told = g_strdup_printf (_("Line %u of the journal was altered"), (guint) sequence);
      else
        told = NULL;
      if (told != NULL)
        {
          g_ptr_array_add (faults, told);
          return TRUE;
        }

      cap_set_string (&previous, hash);
      expected++;
    }

  check_states (db, faults);

  return step == CAP_STEP_DONE && check_head (db, previous, faults, error);
}

/**
 * cap_journal_table_dup_last_hash:
 *
 * Returns: (transfer full) (nullable): the hash of the last line; a journal without lines is an error
 */
char *
cap_journal_table_dup_last_hash (CapDb   *db,
                                 GError **error)
{
  static const char sql[] = "SELECT hash FROM journal ORDER BY sequence DESC LIMIT 1";
  g_autoptr(CapStmt) stmt = cap_db_prepare (db, sql, error);
  const CapStep step = stmt != NULL ? cap_stmt_step (stmt, error) : CAP_STEP_ERROR;

  if (step == CAP_STEP_DONE)
    cap_store_error_set (error, CAP_STORE_ERROR_CORRUPT, "journal");

  return step == CAP_STEP_ROW ? cap_stmt_dup_text (stmt, 0) : NULL;
}

/**
 * cap_journal_table_knows:
 * @hash: of the last line of another journal
 * @known: (out): whether all that led there is here
 *
 * It is when this journal has the line, or took it in by a merge that is still in force: one that was undone
 * since, or that the dossier returned to before, does not count.
 *
 * Returns: whether it can be told
 */
gboolean
cap_journal_table_knows (CapDb       *db,
                         const char  *hash,
                         gboolean    *known,
                         GError     **error)
{
  static const char sql[] =
    "SELECT 1 FROM journal WHERE hash = ?1"
    " UNION ALL SELECT 1 FROM journal JOIN gesture ON gesture.sequence = journal.gesture"
    " WHERE merged = ?1 AND state = 'done' AND journal.sequence >"
    " (SELECT coalesce (max (line.sequence), 0) FROM journal AS line"
    "  JOIN gesture AS way_back ON way_back.sequence = line.gesture"
    "  WHERE way_back.kind = ?2 AND way_back.state = 'done')";
  g_autoptr(CapStmt) stmt = cap_db_prepare (db, sql, error);
  CapStep step;

  if (stmt == NULL)
    return FALSE;

  cap_stmt_bind_text (stmt, 1, hash);
  cap_stmt_bind_int (stmt, 2, CAP_GESTURE_RETURN);
  step = cap_stmt_step (stmt, error);
  *known = step == CAP_STEP_ROW;

  return step != CAP_STEP_ERROR;
}

static gboolean
play_line (const CapJournalLine  *line,
           CapDb                 *db,
           gboolean               forward,
           GError               **error)
{
  g_autoptr(GBytes) changeset = cap_gesture_table_get_changeset (db, line->gesture, error);

  if (changeset == NULL)
    return FALSE;
  if (g_bytes_get_size (changeset) == 0)
    return TRUE; /* a mark, or the beginning of an auditor’s copy */

  return forward == (line->deed != CAP_DEED_UNDONE) ? cap_changeset_apply (db, changeset, error)
                                                    : cap_changeset_revert (db, changeset, error);
}

/* Whether both lines together change nothing: the second undoes what the first did. */
static gboolean
is_nothing (const CapJournalLine *first,
            const CapJournalLine *second)
{
  return first->gesture == second->gesture && first->deed != CAP_DEED_UNDONE &&
         second->deed == CAP_DEED_UNDONE;
}

/**
 * cap_journal_play:
 * @db: a database that is as it was before the lines, or, backwards, after them; in a transaction
 * @lines: (element-type CapJournalLine): all lines of its journal
 * @from: the first one that is played, among @lines
 * @forward: whether what was done is done again; otherwise it is taken back, from the last line on
 *
 * What was undone at once is passed over: a journal that was made of an older file does not know when its
 * gestures were undone, and says so of each of them.
 *
 * Returns: whether the rows are as they were after the lines, or before them
 */
gboolean
cap_journal_play (CapDb            *db,
                  const GPtrArray  *lines,
                  guint             from,
                  gboolean          forward,
                  GError          **error)
{
  g_autoptr(GPtrArray) played = g_ptr_array_new ();

  for (guint i = from; i < lines->len; i++)
    {
      CapJournalLine *line = g_ptr_array_index (lines, i);

      if (played->len > 0 && is_nothing (g_ptr_array_index (played, played->len - 1), line))
        g_ptr_array_set_size (played, (int) played->len - 1);
      else
        g_ptr_array_add (played, line);
    }

  for (guint i = 0; i < played->len; i++)
    {
      if (!play_line (g_ptr_array_index (played, forward ? i : played->len - 1 - i), db, forward, error))
        return FALSE;
    }

  return TRUE;
}

void
cap_journal_line_free (CapJournalLine *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->detail);
  g_free (self->made_at);
  g_free (self->author);
  g_free (self->merged);
  g_free (self->hash);
  g_free (self);
}
