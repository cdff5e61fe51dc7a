/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/cap-personal-search.h"

#include <glib/gi18n.h>
#include <string.h>

#include "store/cap-content-text.h"
#include "store/cap-row-words.h"
#include "store/cap-text-walk.h"

#define AROUND 40 /* characters shown on each side */

typedef struct
{
  CapDb             *db;
  CapPersonalFinder *finder;
  CapPersonalReport *report;
  GHashTable        *columns; /* “table.column” → CapPersonalColumn */
  GHashTable        *values;  /* “table.column” → set of what is there */
} Search;

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
      {
        g_autoptr(CapStmt) stmt = cap_db_prepare (search->db,
                                                  "SELECT name FROM evidence_file WHERE sha256 = ?1",
                                                  NULL);
        g_autofree char *name = NULL;

        if (stmt != NULL)
          cap_stmt_bind_text (stmt, 1, place->key);
        if (stmt != NULL && cap_stmt_step (stmt, NULL) == CAP_STEP_ROW)
          name = cap_stmt_dup_text (stmt, 0);

        /* Translators: %s is the name of a file */
        return g_strdup_printf (_("Inside the file “%s”"), name != NULL ? name : "…");
      }

    case CAP_TEXT_ROW:
    case CAP_TEXT_PAST:
    default:
      return cap_row_words_dup_what (search->db, place->table, place->column->name, place->key);
    }
}

/* The text around a span, one line of it, with “…” where it is cut. */
static char *
dup_around (const char            *text,
            const CapPersonalSpan *span)
{
  const char *start = text + span->start;
  const char *end = start + span->length;
  const char *text_end = text + strlen (text);
  g_autofree char *part = NULL;

  for (guint i = 0; i < AROUND && start > text; i++)
    start = g_utf8_prev_char (start);
  for (guint i = 0; i < AROUND && end < text_end; i++)
    end = g_utf8_next_char (end);

  part = g_strndup (start, (gsize) (end - start));
  g_strdelimit (part, "\n\r\t", ' ');

  return g_strdup_printf ("%s%s%s", start > text ? "…" : "", part, end < text_end ? "…" : "");
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
  const gboolean past = place->source != CAP_TEXT_ROW && place->source != CAP_TEXT_CONTENT;

  search->report->n_texts++;
  if (place->source == CAP_TEXT_ROW)
    count_value (search, place, text);

  for (guint i = 0; i < spans->len; i++)
    {
      const CapPersonalSpan *span = g_ptr_array_index (spans, i);
      g_autofree char *what = dup_what (search, place);
      g_autofree char *around = dup_around (text, span);
      g_autofree char *spelling = g_strndup (text + span->start, span->length);
      CapPersonalGroup *group = cap_personal_report_get_group (search->report, span->kind, span->key,
                                                               spelling);

      cap_personal_group_add (group, what, around, spelling, past);
    }
}

/**
 * cap_personal_search_list_unread:
 * @names: (element-type utf8): takes the names of the files that hold no text
 *
 * What they hold is compressed, or a picture: no search finds anything in it.
 *
 * Returns: whether the files could be looked at
 */
gboolean
cap_personal_search_list_unread (CapDb      *db,
                                 GPtrArray  *names,
                                 GError    **error)
{
  g_autoptr(CapStmt) stmt = cap_db_prepare (db, "SELECT DISTINCT name, data FROM evidence_file JOIN content"
                                                " ON content.sha256 = evidence_file.sha256"
                                                " ORDER BY name", error);
  CapStep step = stmt != NULL ? CAP_STEP_ROW : CAP_STEP_ERROR;

  while (step == CAP_STEP_ROW && (step = cap_stmt_step (stmt, error)) == CAP_STEP_ROW)
    {
      g_autoptr(GBytes) content = cap_stmt_dup_bytes (stmt, 1);
      CapContentText how;
      g_autofree char *text = cap_content_text_read (content, &how);

      if (text == NULL && g_bytes_get_size (content) > 0)
        g_ptr_array_add (names, cap_stmt_dup_text (stmt, 0));
    }

  return step == CAP_STEP_DONE;
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
  Search search = { db, finder, report, columns, values };

  if (!cap_text_walk (db, look_at, &search, error) ||
      !cap_personal_search_list_unread (db, report->unread, error))
    return NULL;

  cap_personal_report_sort (report);

  return g_steal_pointer (&report);
}
