/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/cap-merge-private.h"

#include <glib/gi18n.h>

#include "base/cap-text.h"
#include "model/cap-college.h"
#include "store/cap-ballot-table.h"

/* What one respondent said was entered in each copy by itself: one of both stays, with all of its votes. */

#define N_TOLD 6 /* of the votes that the other one has not */

typedef struct
{
  char     *mine;
  char     *theirs;
  gboolean  takes_theirs;
} Rivals;

void
cap_merge_rivals_free (gpointer data)
{
  Rivals *self = data;

  g_free (self->mine);
  g_free (self->theirs);
  g_free (self);
}

static char *
look_up (CapDb      *db,
         const char *sql,
         const char *first,
         const char *second)
{
  g_autoptr(CapStmt) stmt = cap_db_prepare (db, sql, NULL);

  if (stmt == NULL)
    return NULL;

  cap_stmt_bind_text (stmt, 1, first);
  if (second != NULL)
    cap_stmt_bind_text (stmt, 2, second);

  return cap_stmt_step (stmt, NULL) == CAP_STEP_ROW ? cap_stmt_dup_text (stmt, 0) : NULL;
}

/* Returns: (transfer full) (nullable): the ballot that is here of the respondent whose is @id there */
static char *
find_rival (CapMerge   *merge,
            const char *id)
{
  g_autofree char *evaluation = look_up (merge->theirs, "SELECT evaluation_id FROM ballot WHERE id = ?1", id,
                                         NULL);
  g_autofree char *respondent = look_up (merge->theirs, "SELECT respondent FROM ballot WHERE id = ?1", id,
                                         NULL);

  return evaluation != NULL && respondent != NULL
         ? look_up (merge->mine, "SELECT id FROM ballot WHERE evaluation_id = ?1 AND respondent = ?2",
                    evaluation, respondent) : NULL;
}

static int
compare_votes (gconstpointer a,
               gconstpointer b)
{
  return cap_code_compare (*(const char * const *) a, *(const char * const *) b);
}

/* Returns: (transfer full): each as “A1.2 3” */
static char **
list_votes (CapDb      *db,
            const char *id)
{
  g_autoptr(CapStmt) stmt = cap_db_prepare (db, "SELECT criterion || ' ' || level FROM vote"
                                                " WHERE ballot_id = ?1", NULL);
  g_autoptr(GPtrArray) votes = g_ptr_array_new ();

  if (stmt != NULL)
    cap_stmt_bind_text (stmt, 1, id);
  while (stmt != NULL && cap_stmt_step (stmt, NULL) == CAP_STEP_ROW)
    g_ptr_array_add (votes, cap_stmt_dup_text (stmt, 0));
  g_ptr_array_sort (votes, compare_votes);
  g_ptr_array_add (votes, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&votes), FALSE);
}

static char *
dup_college (CapDb      *db,
             const char *id)
{
  g_autofree char *name = look_up (db, "SELECT college FROM ballot WHERE id = ?1", id, NULL);
  CapCollege college;

  return g_strdup (name != NULL && cap_college_from_name (name, &college) ? cap_college_get_label (college)
                                                                          : "—");
}

/* The college, how many votes, and those that are not the same in the other one. */
static char *
dup_said (const char         *college,
          char              **votes,
          const char * const *others)
{
  const guint n_votes = g_strv_length (votes);
  g_autofree char *count = g_strdup_printf (ngettext ("%u vote", "%u votes", n_votes), n_votes);
  g_autoptr(GString) told = g_string_new (NULL);
  guint n_told = 0;

  for (guint i = 0; i < n_votes; i++)
    {
      if (g_strv_contains (others, votes[i]))
        continue;
      if (++n_told <= N_TOLD)
        g_string_append_printf (told, "%s%s", n_told > 1 ? ", " : "", votes[i]);
    }
  if (n_told > N_TOLD)
    g_string_append (told, "…");

  /* Translators: a college, “12 votes”, then those that the other copy has not: “A1.2 3, A1.4 1” */
  return n_told > 0 ? g_strdup_printf (_("%1$s, %2$s, of which %3$s"), college, count, told->str)
                    : g_strdup_printf (_("%1$s, %2$s"), college, count);
}

static gboolean
takes_theirs (CapMerge   *merge,
              const char *mine,
              const char *theirs)
{
  g_autofree char *college = dup_college (merge->mine, mine);
  g_autofree char *other_college = dup_college (merge->theirs, theirs);
  g_auto(GStrv) votes = list_votes (merge->mine, mine);
  g_auto(GStrv) other_votes = list_votes (merge->theirs, theirs);

  if (g_str_equal (college, other_college) &&
      g_strv_equal ((const char * const *) votes, (const char * const *) other_votes))
    return FALSE; /* both say the same */

  cap_merge_add_conflict (merge, "ballot", NULL, mine, theirs,
                          dup_said (college, votes, (const char * const *) other_votes),
                          dup_said (other_college, other_votes, (const char * const *) votes));

  return cap_merge_takes_theirs (merge, "ballot", NULL, theirs);
}

static gboolean
is_known (CapMerge   *merge,
          const char *id)
{
  for (guint i = 0; i < merge->rivals->len; i++)
    {
      const Rivals *rivals = g_ptr_array_index (merge->rivals, i);

      if (g_str_equal (rivals->theirs, id))
        return TRUE;
    }

  return FALSE;
}

/**
 * cap_merge_add_rivals:
 * @id: of a ballot of the other copy that is not here, or that what is here leaves no room for
 *
 * Returns: whether it is for another ballot of the same respondent; which one stays is then known, and done
 *   by cap_merge_run_rivals()
 */
gboolean
cap_merge_add_rivals (CapMerge   *self,
                      const char *id)
{
  g_autofree char *mine = find_rival (self, id);
  Rivals *rivals;

  if (mine == NULL || g_str_equal (mine, id))
    return FALSE;
  if (is_known (self, id))
    return TRUE;

  rivals = g_new0 (Rivals, 1);
  rivals->takes_theirs = takes_theirs (self, mine, id);
  rivals->mine = g_steal_pointer (&mine);
  rivals->theirs = g_strdup (id);
  g_ptr_array_add (self->rivals, rivals);

  return TRUE;
}

/* With all of its votes, as they are there. */
static gboolean
take (CapMerge    *merge,
      const char  *id,
      GError     **error)
{
  return cap_merge_copy_rows (merge->mine, merge->theirs, "ballot", "id", id, error) &&
         cap_merge_copy_rows (merge->mine, merge->theirs, "vote", "ballot_id", id, error);
}

/* Votes that were added there to a ballot that another one stands for here. */
static gboolean
find_more (CapMerge  *merge,
           GError   **error)
{
  g_autoptr(CapStmt) stmt = cap_db_prepare (merge->mine, "SELECT DISTINCT ballot_id FROM vote"
                                                         " WHERE ballot_id NOT IN (SELECT id FROM ballot)",
                                            error);
  CapStep step = CAP_STEP_ERROR;

  while (stmt != NULL && (step = cap_stmt_step (stmt, error)) == CAP_STEP_ROW)
    cap_merge_add_rivals (merge, cap_stmt_get_text (stmt, 0));

  return step == CAP_STEP_DONE;
}

/**
 * cap_merge_run_rivals:
 *
 * Leaves one ballot of each respondent of whom there are two.
 *
 * Returns: whether it is done
 */
gboolean
cap_merge_run_rivals (CapMerge  *self,
                      GError   **error)
{
  if (!find_more (self, error))
    return FALSE;

  for (guint i = 0; i < self->rivals->len; i++)
    {
      const Rivals *rivals = g_ptr_array_index (self->rivals, i);

      /* The votes of the other copy came in already, without their ballot. */
      if (!cap_ballot_table_remove (self->mine, rivals->theirs, error) ||
          (rivals->takes_theirs && (!cap_ballot_table_remove (self->mine, rivals->mine, error) ||
                                    !take (self, rivals->theirs, error))))
        return FALSE;
    }

  return TRUE;
}
