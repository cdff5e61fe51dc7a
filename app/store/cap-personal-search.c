/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/cap-personal-search.h"

#include <glib/gi18n.h>

#include "model/cap-evidence.h"
#include "store/cap-content-table.h"
#include "store/cap-content-text.h"
#include "store/cap-row-words.h"
#include "store/cap-text-walk.h"

typedef struct
{
  CapDb             *db;
  CapPersonalFinder *finder;
  CapPersonalReport *report;
  GHashTable        *columns; /* “table.column” → CapPersonalColumn */
  GHashTable        *values;  /* “table.column” → set of what is there */
  GHashTable        *found;   /* SHA-256 of a file → how many times */
} Search;

static char *
dup_file (const Search *search,
          const char   *sha256)
{
  g_autoptr(CapStmt) stmt = cap_db_prepare (search->db, "SELECT name FROM evidence_file WHERE sha256 = ?1",
                                            NULL);
  g_autoptr(CapPersonalDocument) document = cap_personal_document_new (sha256, NULL, CAP_PERSONAL_READ);

  if (stmt != NULL)
    cap_stmt_bind_text (stmt, 1, sha256);
  if (stmt != NULL && cap_stmt_step (stmt, NULL) == CAP_STEP_ROW)
    document->name = cap_stmt_dup_text (stmt, 0);

  return cap_personal_document_dup_what (document);
}

/* Returns: (transfer full): where the text is, in words */
static char *
dup_what (const Search       *search,
          const CapTextPlace *place)
{
  switch (place->source)
    {
    case CAP_TEXT_DETAIL:
      return g_strdup (_("Journal, what was done"));

    case CAP_TEXT_AUTHOR:
      return g_strdup (_("Journal, who did it"));

    case CAP_TEXT_CONTENT:
      return dup_file (search, place->key);

    case CAP_TEXT_ROW:
    case CAP_TEXT_PAST:
    default:
      return cap_row_words_dup_what (search->db, place->table, place->column->name, place->key);
    }
}

static void
count_value (const Search       *search,
             const CapTextPlace *place,
             const char         *text)
{
  g_autofree char *id = g_strdup_printf ("%s.%s", place->table, place->column->name);
  CapPersonalColumn *column = g_hash_table_lookup (search->columns, id);
  GHashTable *values = g_hash_table_lookup (search->values, id);

  if (column == NULL)
    {
      column = cap_personal_column_new (place->table, place->column->name, place->column->use);
      column->label = cap_row_words_dup_column (place->table, place->column->name);
      values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_ptr_array_add (search->report->columns, column);
      g_hash_table_insert (search->columns, g_strdup (id), column);
      g_hash_table_insert (search->values, g_strdup (id), values);
    }

  column->n_values++;
  g_hash_table_add (values, g_strdup (text));
  column->n_different = g_hash_table_size (values);
}

static void
look_at (const CapTextPlace *place,
         const char         *text,
         gpointer            user_data)
{
  const Search *search = user_data;
  g_autoptr(GPtrArray) spans = cap_personal_finder_find (search->finder, text);
  g_autofree char *what = spans->len > 0 ? dup_what (search, place) : NULL;

  search->report->n_texts++;
  if (place->source == CAP_TEXT_ROW)
    count_value (search, place, text);
  if (place->source == CAP_TEXT_CONTENT && spans->len > 0)
    g_hash_table_insert (search->found, g_strdup (place->key), GUINT_TO_POINTER (spans->len));

  for (guint i = 0; i < spans->len; i++)
    cap_personal_report_add (search->report, g_ptr_array_index (spans, i), text, what,
                             place->source != CAP_TEXT_ROW && place->source != CAP_TEXT_CONTENT);
}

/* Returns: how much of it a search of its text reads */
static CapPersonalReading
get_reading (GBytes *content)
{
  CapContentText how;
  g_autofree char *text = cap_content_text_read (content, &how);

  if (text == NULL)
    return g_bytes_get_size (content) > 0 ? CAP_PERSONAL_UNREAD : CAP_PERSONAL_READ;

  return cap_content_text_is_marked_up (text) ? CAP_PERSONAL_READ_PARTLY : CAP_PERSONAL_READ;
}

/**
 * cap_personal_search_list_documents:
 * @documents: (element-type CapPersonalDocument): takes the files of the dossier, of its past too, once for
 * each content; those that are no plain text are unread: what they hold is compressed, or a picture, and no
 * search of bytes finds anything in it
 *
 * Returns: whether the files could be looked at
 */
gboolean
cap_personal_search_list_documents (CapDb      *db,
                                    GPtrArray  *documents,
                                    GError    **error)
{
  /* Contents are read one by one: sorted with their names, they would all go through a temporary file. */
  g_autoptr(CapStmt) stmt = cap_db_prepare (db, "SELECT content.sha256, min (name) FROM content"
                                                " LEFT JOIN evidence_file USING (sha256)"
                                                " GROUP BY content.sha256 ORDER BY 2, 1", error);
  CapStep step = stmt != NULL ? CAP_STEP_ROW : CAP_STEP_ERROR;

  while (step == CAP_STEP_ROW && (step = cap_stmt_step (stmt, error)) == CAP_STEP_ROW)
    {
      g_autofree char *sha256 = cap_stmt_dup_text (stmt, 0);
      g_autofree char *name = cap_stmt_dup_text (stmt, 1);
      g_autoptr(GBytes) content = NULL;

      if (cap_evidence_is_content_removed (sha256))
        continue;
      content = cap_content_table_get (db, sha256, error);
      if (content == NULL)
        return FALSE;
      g_ptr_array_add (documents, cap_personal_document_new (sha256, name, get_reading (content)));
    }

  return step == CAP_STEP_DONE;
}

/* What was found in plain texts, told with the file too. */
static void
count_found (const Search *search)
{
  for (guint i = 0; i < search->report->documents->len; i++)
    {
      CapPersonalDocument *document = g_ptr_array_index (search->report->documents, i);

      document->n_found = GPOINTER_TO_UINT (g_hash_table_lookup (search->found, document->sha256));
    }
}

/**
 * cap_personal_search_run:
 * @db: a dossier
 * @names: (array zero-terminated=1) (nullable): names of people to look for
 * @error: return location for a [error@Cap.StoreError]
 *
 * Searches all that people wrote in the dossier, what they took out since and what is in their files.
 *
 * Returns: (transfer full) (nullable): what was found
 */
CapPersonalReport *
cap_personal_search_run (CapDb               *db,
                         const char * const  *names,
                         GError             **error)
{
  g_autoptr(CapPersonalReport) report = cap_personal_report_new ();
  g_autoptr(CapPersonalFinder) finder = cap_personal_finder_new (names);
  g_autoptr(GHashTable) columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                        (GDestroyNotify) g_hash_table_unref);
  g_autoptr(GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Search search = { db, finder, report, columns, values, found };

  if (!cap_text_walk (db, look_at, &search, error) ||
      !cap_personal_search_list_documents (db, report->documents, error))
    return NULL;

  count_found (&search);
  cap_personal_report_sort (report);

  return g_steal_pointer (&report);
}
