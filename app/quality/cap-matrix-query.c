/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/cap-text.h"
#include "quality/cap-matrix.h"

/* By the rank of the bit. */
static const struct
{
  const char *name;
  const char *label;
} words[CAP_N_MATRIX_FLAGS] = {
  { "no-evidence", N_("Without evidence") },
  { "no-document", N_("Without document") },
  { "open-finding", N_("Open finding") },
  { "core-below", N_("Core criterion below the minimum") },
  { "expired", N_("Evidence out of date") },
  { "excluded", N_("Does not apply") },
  { "wrongly-excluded", N_("Left out wrongly") },
};

static int
get_rank (CapMatrixFlags flag)
{
  return g_bit_nth_lsf (flag, -1);
}

/* Returns: the name of one flag in files, never translated */
const char *
cap_matrix_flag_to_name (CapMatrixFlags flag)
{
  g_return_val_if_fail (flag != 0 && get_rank (flag) < CAP_N_MATRIX_FLAGS, NULL);

  return words[get_rank (flag)].name;
}

const char *
cap_matrix_flag_get_label (CapMatrixFlags flag)
{
  g_return_val_if_fail (flag != 0 && get_rank (flag) < CAP_N_MATRIX_FLAGS, NULL);

  return gettext (words[get_rank (flag)].label);
}

/* Returns: how many rows have a flag */
guint
cap_matrix_count (const CapMatrix *self,
                  CapMatrixFlags   flag)
{
  guint count = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->rows->len; i++)
    count += (((CapMatrixRow *) g_ptr_array_index (self->rows, i))->flags & flag) != 0;

  return count;
}

/* The words of the query, each of which must be found; NULL when there are none. */
static GStrv
split_query (const char *query)
{
  g_auto(GStrv) words_of_query = g_strsplit_set (query != NULL ? query : "", " \t\n", -1);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) split = NULL;

  for (guint i = 0; words_of_query[i] != NULL; i++)
    {
      if (*words_of_query[i] != '\0')
        g_strv_builder_add (builder, words_of_query[i]);
    }
  split = g_strv_builder_end (builder);

  return split[0] != NULL ? g_steal_pointer (&split) : NULL;
}

/* What is searched is folded once: the same piece stands in many rows. */
static const char *
get_folded (const CapMatrix *self,
            gconstpointer    item,
            const char      *code,
            const char      *title)
{
  const char *folded = g_hash_table_lookup (self->folded, item);
  g_autofree char *text = NULL;

  if (folded != NULL)
    return folded;

  text = g_strdup_printf ("%s %s", code, title);
  g_hash_table_insert (self->folded, (gpointer) item, cap_text_fold (text));

  return g_hash_table_lookup (self->folded, item);
}

static gboolean
criterion_has (const CapMatrix    *self,
               const CapCriterion *criterion,
               const char         *word)
{
  return strstr (get_folded (self, criterion, criterion->code, criterion->label), word) != NULL;
}

static gboolean
requirement_has (const CapMatrix      *self,
                 const CapRequirement *requirement,
                 const char           *word)
{
  return strstr (get_folded (self, requirement, requirement->number, cap_requirement_get_title (requirement)),
                 word) != NULL;
}

static gboolean
evidence_has (const CapMatrix *self,
              const GPtrArray *evidence,
              const char      *word)
{
  for (guint i = 0; i < evidence->len; i++)
    {
      const CapEvidence *piece = g_ptr_array_index (evidence, i);
      g_autofree char *code = g_hash_table_contains (self->folded, piece) ? NULL
                                                                          : cap_evidence_dup_code (piece);

      if (strstr (get_folded (self, piece, code, piece->title), word) != NULL)
        return TRUE;
    }

  return FALSE;
}

static gboolean
records_have (const CapMatrix *self,
              const GPtrArray *records,
              const char      *word)
{
  for (guint i = 0; i < records->len; i++)
    {
      const CapRecord *record = g_ptr_array_index (records, i);

      if (strstr (get_folded (self, record, cap_record_get_code (record), cap_record_get_title (record)),
                  word) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* A number is that of a clause: “8.4” finds 8.4.1, and does not find 18.4. */
static gboolean
is_number (const char *word)
{
  return g_ascii_isdigit (*word) && strspn (word, "0123456789.") == strlen (word);
}

static gboolean
row_has (const CapMatrix    *self,
         const CapMatrixRow *row,
         const char         *word)
{
  g_autofree char *folded = cap_text_fold (word);

  if (is_number (word))
    return g_str_has_prefix (row->requirement->number, word);
  if (requirement_has (self, row->requirement, folded))
    return TRUE;

  for (guint i = 0; i < row->criteria->len; i++)
    {
      const CapCriterionResult *result = g_ptr_array_index (row->criteria, i);

      if (criterion_has (self, result->criterion, folded))
        return TRUE;
    }

  return records_have (self, row->documents, folded) || records_have (self, row->processes, folded) ||
         evidence_has (self, row->evidence, folded);
}

static gboolean
row_matches (const CapMatrix    *self,
             const CapMatrixRow *row,
             GStrv               query)
{
  for (guint i = 0; query != NULL && query[i] != NULL; i++)
    {
      if (!row_has (self, row, query[i]))
        return FALSE;
    }

  return TRUE;
}

/**
 * cap_matrix_filter:
 * @flags: those that a row must have, all of them; 0 for any
 * @query: (nullable): the beginning of a number, or words of the clause, of its
 *   criteria, documents or evidence
 *
 * Returns: (transfer container) (element-type CapMatrixRow): in order
 */
GPtrArray *
cap_matrix_filter (const CapMatrix *self,
                   CapMatrixFlags   flags,
                   const char      *query)
{
  GPtrArray *found = g_ptr_array_new ();
  g_auto(GStrv) split = split_query (query);

  g_return_val_if_fail (self != NULL, found);

  for (guint i = 0; i < self->rows->len; i++)
    {
      CapMatrixRow *row = g_ptr_array_index (self->rows, i);

      if ((row->flags & flags) == flags && row_matches (self, row, split))
        g_ptr_array_add (found, row);
    }

  return found;
}

/* What is to be said of a criterion: of its own evidence, level, and of its clauses. */
CapMatrixFlags
cap_matrix_criterion_get_flags (const CapMatrixCriterion *criterion)
{
  CapMatrixFlags flags = 0;

  g_return_val_if_fail (criterion != NULL, 0);

  for (guint i = 0; i < criterion->rows->len; i++)
    flags |= ((CapMatrixRow *) g_ptr_array_index (criterion->rows, i))->flags &
             (CAP_MATRIX_NO_DOCUMENT | CAP_MATRIX_OPEN_FINDING);
  if (criterion->result->state != CAP_CRITERION_NOT_APPLICABLE &&
      criterion->evidence->len == criterion->n_expired)
    flags |= CAP_MATRIX_NO_EVIDENCE;
  if (criterion->n_expired > 0)
    flags |= CAP_MATRIX_EXPIRED;
  if (criterion->below)
    flags |= CAP_MATRIX_CORE_BELOW;

  return flags;
}

static gboolean
line_has (const CapMatrix          *self,
          const CapMatrixCriterion *line,
          const char               *word)
{
  g_autofree char *folded = cap_text_fold (word);
  const gboolean number = is_number (word);

  for (guint i = 0; i < line->rows->len; i++)
    {
      const CapRequirement *requirement = ((CapMatrixRow *) g_ptr_array_index (line->rows, i))->requirement;

      if (number ? g_str_has_prefix (requirement->number, word) : requirement_has (self, requirement, folded))
        return TRUE;
    }

  return !number && (criterion_has (self, line->result->criterion, folded) ||
                     evidence_has (self, line->evidence, folded));
}

static gboolean
line_matches (const CapMatrix          *self,
              const CapMatrixCriterion *line,
              GStrv                     query)
{
  for (guint i = 0; query != NULL && query[i] != NULL; i++)
    {
      if (!line_has (self, line, query[i]))
        return FALSE;
    }

  return TRUE;
}

/* Returns: (transfer container) (element-type CapMatrixCriterion): the same, by criterion */
GPtrArray *
cap_matrix_filter_criteria (const CapMatrix *self,
                            CapMatrixFlags   flags,
                            const char      *query)
{
  GPtrArray *found = g_ptr_array_new ();
  g_auto(GStrv) split = split_query (query);

  g_return_val_if_fail (self != NULL, found);

  for (guint i = 0; i < self->criteria->len; i++)
    {
      CapMatrixCriterion *criterion = g_ptr_array_index (self->criteria, i);

      if ((cap_matrix_criterion_get_flags (criterion) & flags) == flags &&
          line_matches (self, criterion, split))
        g_ptr_array_add (found, criterion);
    }

  return found;
}
