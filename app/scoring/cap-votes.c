/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "scoring/cap-votes.h"

struct _CapVotes
{
  GHashTable *by_criterion; /* code to CapSpread */
  guint       n_respondents[CAP_N_COLLEGES];
};

static const CapSpread nothing = {
  .whole = { .lowest = CAP_LEVEL_UNSET, .highest = CAP_LEVEL_UNSET, .median_halves = -1 },
};

static void
count_vote (CapSpreadGroup *group,
            int             level)
{
  group->counts[level]++;
  group->n_votes++;
}

static CapSpread *
get_spread (CapVotes   *self,
            const char *criterion)
{
  CapSpread *spread = g_hash_table_lookup (self->by_criterion, criterion);

  if (spread == NULL)
    {
      spread = g_new0 (CapSpread, 1);
      g_hash_table_insert (self->by_criterion, g_strdup (criterion), spread);
    }

  return spread;
}

static void
count_ballot (CapVotes        *self,
              const CapBallot *ballot)
{
  GHashTableIter iter;
  gpointer criterion;
  gpointer value;

  self->n_respondents[ballot->college]++;
  g_hash_table_iter_init (&iter, ballot->levels);
  while (g_hash_table_iter_next (&iter, &criterion, &value))
    {
      const int level = GPOINTER_TO_INT (value);
      CapSpread *spread = get_spread (self, criterion);

      if (level < 0 || level >= CAP_VOTES_LEVELS)
        continue;

      count_vote (&spread->whole, level);
      count_vote (&spread->colleges[ballot->college], level);
    }
}

/* Returns: the level that the vote of that rank has, from 0, when they are put in order */
static int
get_ranked (const CapSpreadGroup *group,
            guint                 rank)
{
  guint n_passed = 0;

  for (int level = 0; level < CAP_VOTES_LEVELS; level++)
    {
      n_passed += group->counts[level];
      if (rank < n_passed)
        return level;
    }

  g_return_val_if_reached (CAP_LEVEL_UNSET);
}

static void
sum_up (CapSpreadGroup *group)
{
  group->lowest = CAP_LEVEL_UNSET;
  group->highest = CAP_LEVEL_UNSET;
  group->median_halves = -1;
  if (group->n_votes == 0)
    return;

  group->lowest = get_ranked (group, 0);
  group->highest = get_ranked (group, group->n_votes - 1);
  group->median_halves = get_ranked (group, (group->n_votes - 1) / 2) +
                         get_ranked (group, group->n_votes / 2);
}

/* Returns: the college that is told apart with the fewest votes, or %CAP_N_COLLEGES */
static guint
find_smallest_shown (const CapSpread *spread)
{
  guint smallest = CAP_N_COLLEGES;

  for (guint i = 0; i < CAP_N_COLLEGES; i++)
    {
      if (spread->colleges[i].n_votes > 0 && !spread->hidden[i] &&
          (smallest == CAP_N_COLLEGES || spread->colleges[i].n_votes < spread->colleges[smallest].n_votes))
        smallest = i;
    }

  return smallest;
}

/* The whole less those that are told gives what is hidden: it must be as many votes as one may tell. */
static void
hide (CapSpread *spread)
{
  guint n_hidden = 0;

  for (guint i = 0; i < CAP_N_COLLEGES; i++)
    {
      spread->hidden[i] = spread->colleges[i].n_votes < CAP_VOTES_MIN_SHOWN;
      n_hidden += spread->hidden[i] ? spread->colleges[i].n_votes : 0;
    }
  while (n_hidden > 0 && n_hidden < CAP_VOTES_MIN_SHOWN)
    {
      const guint smallest = find_smallest_shown (spread);

      if (smallest == CAP_N_COLLEGES)
        break;

      spread->hidden[smallest] = TRUE;
      n_hidden += spread->colleges[smallest].n_votes;
    }
}

/**
 * cap_votes_new:
 *
 * Goes once through the votes.
 *
 * Returns: (transfer full): how they spread on each criterion
 */
CapVotes *
cap_votes_new (const CapEvaluation *evaluation)
{
  CapVotes *self;
  GHashTableIter iter;
  gpointer value;

  g_return_val_if_fail (evaluation != NULL, NULL);

  self = g_new0 (CapVotes, 1);
  self->by_criterion = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < evaluation->ballots->len; i++)
    count_ballot (self, g_ptr_array_index (evaluation->ballots, i));

  g_hash_table_iter_init (&iter, self->by_criterion);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      CapSpread *spread = value;

      sum_up (&spread->whole);
      for (guint i = 0; i < CAP_N_COLLEGES; i++)
        sum_up (&spread->colleges[i]);
      hide (spread);
      spread->discuss = spread->whole.highest - spread->whole.lowest >= CAP_VOTES_APART;
    }

  return self;
}

void
cap_votes_free (CapVotes *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->by_criterion);
  g_free (self);
}

/* Returns: how the votes on the criterion spread; one without a vote when nobody voted */
const CapSpread *
cap_votes_get (const CapVotes *self,
               const char     *criterion)
{
  const CapSpread *spread;

  g_return_val_if_fail (self != NULL && criterion != NULL, &nothing);

  spread = g_hash_table_lookup (self->by_criterion, criterion);

  return spread != NULL ? spread : &nothing;
}

/* Returns: how many of the college have a ballot */
guint
cap_votes_count_respondents (const CapVotes *self,
                             CapCollege      college)
{
  g_return_val_if_fail (self != NULL && (guint) college < CAP_N_COLLEGES, 0);

  return self->n_respondents[college];
}

/* Returns: twice the sum of what separates each vote from the median */
static guint
get_deviation (const CapSpreadGroup *group)
{
  guint deviation = 0;

  for (int level = 0; level < CAP_VOTES_LEVELS; level++)
    deviation += group->counts[level] * (guint) ABS (2 * level - group->median_halves);

  return deviation;
}

/* The most discussed first: the votes that lie the furthest apart, then those that stray the most from the
 * median, on average. */
int
cap_spread_compare (const CapSpread *one,
                    const CapSpread *other)
{
  const int apart = one->whole.highest - one->whole.lowest;
  const int other_apart = other->whole.highest - other->whole.lowest;
  const guint64 strays = (guint64) get_deviation (&one->whole) * other->whole.n_votes;
  const guint64 other_strays = (guint64) get_deviation (&other->whole) * one->whole.n_votes;

  if (one->whole.n_votes == 0 || other->whole.n_votes == 0)
    return (one->whole.n_votes == 0) - (other->whole.n_votes == 0);
  if (apart != other_apart)
    return other_apart - apart;

  return (strays < other_strays) - (strays > other_strays);
}

/* Returns: how far @level lies from the median, in halves of a level; 0 without a vote */
int
cap_spread_get_distance (const CapSpread *self,
                         int              level)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->whole.n_votes > 0 ? ABS (2 * level - self->whole.median_halves) : 0;
}
