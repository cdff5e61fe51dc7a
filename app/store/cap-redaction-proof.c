/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/cap-redaction-proof.h"

#include <glib/gi18n.h>
#include <string.h>

#include "store/cap-content-text.h"
#include "store/cap-personal-search.h"
#include "store/cap-row-words.h"
#include "store/cap-table-columns.h"
#include "store/cap-vault-file.h"

/* That what was taken out is nowhere any more: files are read as they are on the disk, byte by byte, and
 * encrypted ones block by block. */

#define CHUNK   (1 << 20)
#define OVERLAP 1024 /* longer than anything that is looked for */
#define AROUND  24   /* bytes shown on each side */

/* What was put aside because nobody knew its passphrase, a backup from before the passphrase was changed. */
static void
add_locked (CapRedactionOutcome *outcome,
            const char          *path)
{
  g_autofree char *name = g_filename_display_name (path);
  char *reason;

  /* Translators: %s is the path of a file */
  reason = g_strdup_printf (_("Perhaps in “%s”, which is encrypted with another passphrase: nothing could be"
                              " searched in it"), name);
  cap_redaction_outcome_add_left (outcome, reason);
}

/**
 * cap_redaction_proof_search_file:
 * @path: any file
 * @swaps: what should be gone
 * @outcome: takes the file, and how many times something was found
 *
 * One that is not there is not searched; one that is encrypted with a passphrase that was not given is told.
 *
 * Returns: whether the file could be read, all of it
 */
gboolean
cap_redaction_proof_search_file (const char              *path,
                                 const CapPersonalSwaps  *swaps,
                                 CapRedactionOutcome     *outcome,
                                 GError                 **error)
{
  g_autoptr(GError) problem = NULL;
  g_autoptr(CapVaultReader) reader = cap_vault_reader_open (path, &problem);
  g_autofree guint8 *buffer = NULL;
  gsize kept = 0;
  gsize size = 0;
  guint64 n = 0;
  gboolean last = FALSE;

  if (reader == NULL)
    {
      if (g_error_matches (problem, CAP_STORE_ERROR, CAP_STORE_ERROR_NOT_FOUND))
        return TRUE;
      if (g_error_matches (problem, CAP_STORE_ERROR, CAP_STORE_ERROR_ENCRYPTED))
        {
          add_locked (outcome, path);
          return TRUE;
        }
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }

  buffer = g_malloc (CHUNK + OVERLAP);
  while (!last)
    {
      const gsize wanted = CHUNK + OVERLAP - kept;
      const gssize read = cap_vault_reader_read (reader, buffer + kept, wanted, error);
      gsize available;
      gsize n_starts;

      if (read < 0)
        return FALSE;

      last = (gsize) read < wanted;
      available = kept + (gsize) read;
      n_starts = last ? available : available - MIN (available, OVERLAP);
      n += cap_personal_swaps_count_bytes (swaps, buffer, available, n_starts, NULL);
      size += (gsize) read;
      kept = available - n_starts;
      memmove (buffer, buffer + n_starts, kept);
    }

  cap_redaction_outcome_add_file (outcome, path, (gint64) size, n);

  return TRUE;
}

/* What stands around the first place, one line of it. */
static char *
dup_around (const CapPersonalSwaps *swaps,
            const char             *text)
{
  const gsize size = strlen (text);

  for (gsize i = 0; i < size; i++)
    {
      const char *start;
      const char *end;
      g_autofree char *part = NULL;

      if (cap_personal_swaps_count_bytes (swaps, text + i, size - i, 1, NULL) == 0)
        continue;

      for (start = text + i; start > text && text + i - start < AROUND; start--)
        ;
      end = text + MIN (size, i + 2 * AROUND);
      part = g_strndup (start, (gsize) (end - start));
      g_strdelimit (part, "\n\r\t", ' ');

      return g_utf8_make_valid (part, -1);
    }

  return g_strdup ("");
}

static char *
dup_file_name (CapDb      *db,
               const char *sha256)
{
  g_autoptr(CapStmt) stmt = cap_db_prepare (db, "SELECT name FROM evidence_file WHERE sha256 = ?1", NULL);

  if (stmt == NULL)
    return g_strdup ("");

  cap_stmt_bind_text (stmt, 1, sha256);

  return cap_stmt_step (stmt, NULL) == CAP_STEP_ROW ? cap_stmt_dup_text (stmt, 0)
    : g_strdup (_("an older file"));
}

/* Returns: (transfer full): where it is, in words, and why it is still there */
static char *
dup_reason (CapDb      *db,
            const char *table,
            const char *column,
            const char *key,
            const char *around,
            gboolean    is_text)
{
  if (g_str_equal (table, "content"))
    {
      g_autofree char *name = dup_file_name (db, key);

      /* Translators: %s is the name of a file */
      return g_strdup_printf (is_text ? _("In the file “%s”, within longer words")
                                      : _("In the file “%s”, which is no text: open it"), name);
    }
  if (g_str_equal (table, "framework"))
    return g_strdup (_("In the text of the framework, which is the network’s"));
  if (g_str_equal (table, "gesture") || g_str_equal (table, "journal"))
    /* Translators: %s is a piece of text */
    return g_strdup_printf (_("In what was done before, within longer words: “%s”"), around);
  if (g_str_equal (table, "meta") || g_str_equal (table, "sqlite_schema"))
    return g_strdup (_("In what the program itself writes"));

  {
    g_autofree char *what = cap_row_words_dup_what (db, table, column, key);

    /* Translators: where, as “Action 12, title”, and a piece of text */
    return g_strdup_printf (_("%1$s, within longer words: “%2$s”"), what, around);
  }
}

static gboolean
explain_table (CapDb                   *db,
               CapTableColumns         *tables,
               const char              *table,
               const CapPersonalSwaps  *swaps,
               CapRedactionOutcome     *outcome,
               GError                 **error)
{
  const GPtrArray *columns = cap_table_columns_get (tables, db, table);
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\"", table);
  g_autoptr(CapStmt) stmt = cap_db_prepare (db, sql, error);
  CapStep step = stmt != NULL ? CAP_STEP_ROW : CAP_STEP_ERROR;

  while (step == CAP_STEP_ROW && (step = cap_stmt_step (stmt, error)) == CAP_STEP_ROW)
    {
      for (guint i = 0; i < columns->len; i++)
        {
          const CapColumn *column = g_ptr_array_index (columns, i);
          g_autoptr(GBytes) bytes = cap_stmt_dup_bytes (stmt, (int) i);
          gsize size = 0;
          const void *data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;
          g_autofree char *key = NULL;
          g_autofree char *text = NULL;
          g_autofree char *around = NULL;
          CapContentText how = CAP_CONTENT_OTHER;
          g_autofree char *decoded = size > 0 && g_str_equal (table, "content")
                                     ? cap_content_text_read (bytes, &how) : NULL;

          if (decoded != NULL)
            {
              data = decoded;
              size = strlen (decoded);
            }
          if (size == 0 || cap_personal_swaps_count_bytes (swaps, data, size, size, NULL) == 0)
            continue;
          key = cap_stmt_dup_text (stmt, 0);
          text = g_utf8_make_valid (data, (gssize) size);
          around = dup_around (swaps, text);
          cap_redaction_outcome_add_left (outcome, dup_reason (db, table, column->name,
                                                               key != NULL ? key : "", around,
                                                               how != CAP_CONTENT_OTHER));
        }
    }

  return step == CAP_STEP_DONE;
}

/**
 * cap_redaction_proof_explain:
 * @db: a dossier from which something was taken out
 * @swaps: what
 * @outcome: takes a sentence for each place where bytes still spell it, and the files that are still there
 *
 * Whole words go; within a longer one, “Martin” in “Martinique”, they stay, and a person is told.
 *
 * Returns: whether all of it could be read
 */
gboolean
cap_redaction_proof_explain (CapDb                   *db,
                             const CapPersonalSwaps  *swaps,
                             CapRedactionOutcome     *outcome,
                             GError                 **error)
{
  g_autoptr(GHashTable) columns = cap_table_columns_new ();
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(CapStmt) stmt = cap_db_prepare (db, "SELECT name FROM sqlite_schema WHERE type = 'table'"
                                                " ORDER BY name", error);
  CapStep step = stmt != NULL ? CAP_STEP_ROW : CAP_STEP_ERROR;

  while (step == CAP_STEP_ROW && (step = cap_stmt_step (stmt, error)) == CAP_STEP_ROW)
    g_ptr_array_add (names, cap_stmt_dup_text (stmt, 0));
  g_clear_pointer (&stmt, cap_stmt_release);
  if (step == CAP_STEP_ERROR)
    return FALSE;

  g_ptr_array_add (names, g_strdup ("sqlite_schema"));
  for (guint i = 0; i < names->len; i++)
    {
      if (!explain_table (db, columns, g_ptr_array_index (names, i), swaps, outcome, error))
        return FALSE;
    }

  return cap_personal_search_list_documents (db, outcome->documents, error);
}
