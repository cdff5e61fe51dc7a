/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "audit/cap-draw.h"

static guint64
next_64 (GRand *numbers)
{
  const guint64 high = g_rand_int (numbers);

  return high << 32 | g_rand_int (numbers);
}

/* From 0 to @bound − 1, each as likely as another: what would favour the small ones is thrown away. */
static guint64
next_below (GRand   *numbers,
            guint64  bound)
{
  const guint64 surplus = (G_MAXUINT64 % bound + 1) % bound;
  guint64 number;

  do
    number = next_64 (numbers);
  while (number > G_MAXUINT64 - surplus);

  return number % bound;
}

/* Keys and values are on the heap: a place is 64 bits wide, a pointer may not be. */
static guint64
look_up (GHashTable *moved,
         guint64     place)
{
  const guint64 *ball = g_hash_table_lookup (moved, &place);

  return ball != NULL ? *ball : place;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const guint64 first = *(const guint64 *) a;
  const guint64 second = *(const guint64 *) b;

  return (first > second) - (first < second);
}

/**
 * cap_draw:
 * @seed: what makes the draw: the same one draws the same again, on any machine
 * @population: how many balls are in the urn
 * @count: how many are taken out, at most @population
 *
 * The first steps of a Fisher–Yates shuffle, by numbers of a Mersenne Twister (MT19937) initialised by
 * the two halves of @seed, the low one first. Only the balls that moved are remembered, so that a draw
 * costs what is drawn.
 *
 * Returns: (transfer full) (element-type guint64): the numbers of the balls, from 0, in order
 */
GArray *
cap_draw (guint64 seed,
          guint64 population,
          gsize   count)
{
  const guint32 halves[] = { (guint32) seed, (guint32) (seed >> 32) };
  GArray *drawn = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_autoptr(GHashTable) moved = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr(GRand) numbers = g_rand_new_with_seed_array (halves, G_N_ELEMENTS (halves));

  g_return_val_if_fail (count <= population, drawn);

  for (guint64 i = 0; i < count; i++)
    {
      const guint64 place = i + next_below (numbers, population - i);
      const guint64 ball = look_up (moved, place);
      const guint64 first = look_up (moved, i);

      g_array_append_val (drawn, ball);
      g_hash_table_replace (moved, g_memdup2 (&place, sizeof place), g_memdup2 (&first, sizeof first));
    }
  g_array_sort (drawn, compare);

  return drawn;
}
