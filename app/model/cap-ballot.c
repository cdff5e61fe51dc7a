/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/cap-ballot.h"

#include "base/cap-text.h"

static const char * const form_names[] = {
  [CAP_BALLOT_FULL] = "full",
  [CAP_BALLOT_PLAIN] = "plain",
};

/**
 * cap_ballot_new:
 * @id: (nullable): a UUID; %NULL makes one
 *
 * Returns: (transfer full): a ballot without a vote
 */
CapBallot *
cap_ballot_new (const char *id,
                const char *respondent,
                CapCollege  college)
{
  CapBallot *self;

  g_return_val_if_fail (respondent != NULL && (guint) college < CAP_N_COLLEGES, NULL);

  self = g_new0 (CapBallot, 1);
  self->id = id != NULL ? g_strdup (id) : g_uuid_string_random ();
  self->respondent = g_strdup (respondent);
  self->college = college;
  /* The codes are the same in hundreds of ballots: they share them. */
  self->levels = g_hash_table_new_full (g_str_hash, g_str_equal, (GDestroyNotify) g_ref_string_release, NULL);

  return self;
}

CapBallot *
cap_ballot_copy (const CapBallot *self)
{
  CapBallot *copy;
  GHashTableIter iter;
  gpointer criterion;
  gpointer level;

  g_return_val_if_fail (self != NULL, NULL);

  copy = cap_ballot_new (self->id, self->respondent, self->college);
  copy->form = self->form;
  g_hash_table_iter_init (&iter, self->levels);
  while (g_hash_table_iter_next (&iter, &criterion, &level))
    g_hash_table_insert (copy->levels, g_ref_string_acquire (criterion), level);

  return copy;
}

void
cap_ballot_free (CapBallot *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_free (self->respondent);
  g_hash_table_unref (self->levels);
  g_free (self);
}

/* By college, then by code. */
int
cap_ballot_compare (const CapBallot *one,
                    const CapBallot *other)
{
  g_return_val_if_fail (one != NULL && other != NULL, 0);

  return one->college != other->college ? (int) one->college - (int) other->college
                                        : cap_code_compare (one->respondent, other->respondent);
}

/* Returns: how many criteria were voted on */
guint
cap_ballot_count (const CapBallot *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return g_hash_table_size (self->levels);
}

/* Returns: the level that was voted, or %CAP_LEVEL_UNSET */
int
cap_ballot_get_level (const CapBallot *self,
                      const char      *criterion)
{
  gpointer level;

  g_return_val_if_fail (self != NULL && criterion != NULL, CAP_LEVEL_UNSET);

  return g_hash_table_lookup_extended (self->levels, criterion, NULL, &level) ? GPOINTER_TO_INT (level)
                                                                             : CAP_LEVEL_UNSET;
}

/* @level: a level of the framework; %CAP_LEVEL_UNSET takes the vote back */
void
cap_ballot_set_level (CapBallot  *self,
                      const char *criterion,
                      int         level)
{
  g_return_if_fail (self != NULL && criterion != NULL);

  if (level == CAP_LEVEL_UNSET)
    g_hash_table_remove (self->levels, criterion);
  else
    g_hash_table_replace (self->levels, g_ref_string_new_intern (criterion), GINT_TO_POINTER (level));
}

/* Returns: (transfer container) (element-type utf8): the criteria that were voted on, by code */
GList *
cap_ballot_list_criteria (const CapBallot *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_list_sort (g_hash_table_get_keys (self->levels), (GCompareFunc) cap_code_compare);
}

const char *
cap_ballot_form_to_name (CapBallotForm form)
{
  g_return_val_if_fail ((guint) form < G_N_ELEMENTS (form_names), NULL);

  return form_names[form];
}

gboolean
cap_ballot_form_from_name (const char    *name,
                           CapBallotForm *form)
{
  for (guint i = 0; i < G_N_ELEMENTS (form_names); i++)
    {
      if (g_strcmp0 (name, form_names[i]) == 0)
        {
          *form = (CapBallotForm) i;
          return TRUE;
        }
    }

  return FALSE;
}
