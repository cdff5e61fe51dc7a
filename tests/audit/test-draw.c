/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "audit/cap-draw.h"

#define SITES  27
#define DRAWN  2
#define SEEDS  20000

static guint64
get (GArray *drawn,
     guint   index)
{
  return g_array_index (drawn, guint64, index);
}

static void
assert_is_draw (GArray  *drawn,
                guint64  population,
                gsize    count)
{
  g_assert_cmpuint (drawn->len, ==, count);
  for (guint i = 0; i < drawn->len; i++)
    {
      g_assert_cmpuint (get (drawn, i), <, population);
      if (i > 0)
        g_assert_cmpuint (get (drawn, i - 1), <, get (drawn, i));
    }
}

static void
test_sizes (void)
{
  for (guint64 population = 0; population < 40; population++)
    {
      for (gsize count = 0; count <= population; count++)
        {
          g_autoptr(GArray) drawn = cap_draw (population * 41 + count, population, count);

          assert_is_draw (drawn, population, count);
        }
    }
}

/* Written down: a draw that is made again years later must give the same sites. */
static void
test_recorded (void)
{
  g_autoptr(GArray) drawn = cap_draw (20261126, SITES, 4);
  g_autoptr(GArray) again = cap_draw (20261126, SITES, 4);
  g_autoptr(GArray) other = cap_draw (20261126 + (G_GUINT64_CONSTANT (1) << 32), SITES, 4);
  gboolean differs = FALSE;

  for (guint i = 0; i < 4; i++)
    {
      g_assert_cmpuint (get (drawn, i), ==, get (again, i));
      differs = differs || get (drawn, i) != get (other, i);
    }
  g_assert_true (differs);
}

static void
test_huge (void)
{
  g_autoptr(GArray) drawn = cap_draw (7, G_MAXUINT64, 1000);

  assert_is_draw (drawn, G_MAXUINT64, 1000);
  g_assert_cmpuint (get (drawn, 999), >, G_MAXUINT64 / 2);
}

/* χ² over how often each site is drawn: the draws being without replacement, it is below a χ² of 26
 * degrees of freedom, whose value for one chance in a million is 78. The seeds are fixed, so is the
 * outcome. */
static void
test_each_site_as_likely (void)
{
  const double expected = (double) SEEDS * DRAWN / SITES;
  guint counts[SITES] = { 0 };
  double chi_square = 0;

  for (guint64 seed = 1; seed <= SEEDS; seed++)
    {
      g_autoptr(GArray) drawn = cap_draw (seed, SITES, DRAWN);

      for (guint i = 0; i < drawn->len; i++)
        counts[get (drawn, i)]++;
    }

  for (guint i = 0; i < SITES; i++)
    chi_square += (counts[i] - expected) * (counts[i] - expected) / expected;
  g_test_message ("χ² = %.1f for 26 degrees of freedom", chi_square);
  g_assert_cmpfloat (chi_square, <, 78);
  g_assert_cmpfloat (chi_square, >, 3); /* nor too even to be random */
}

/* Each pair as likely: no site brings its neighbour along. 7 sites make 21 pairs. */
static void
test_each_pair_as_likely (void)
{
  guint counts[7][7] = { 0 };
  double chi_square = 0;

  for (guint64 seed = 1; seed <= SEEDS; seed++)
    {
      g_autoptr(GArray) drawn = cap_draw (seed << 20, 7, 2);

      counts[get (drawn, 0)][get (drawn, 1)]++;
    }

  for (guint i = 0; i < 7; i++)
    {
      for (guint j = i + 1; j < 7; j++)
        chi_square += (counts[i][j] - SEEDS / 21.) * (counts[i][j] - SEEDS / 21.) / (SEEDS / 21.);
    }
  g_test_message ("χ² = %.1f for 20 degrees of freedom", chi_square);
  g_assert_cmpfloat (chi_square, <, 67);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/audit/draw/sizes", test_sizes);
  g_test_add_func ("/audit/draw/recorded", test_recorded);
  g_test_add_func ("/audit/draw/huge", test_huge);
  g_test_add_func ("/audit/draw/each-site-as-likely", test_each_site_as_likely);
  g_test_add_func ("/audit/draw/each-pair-as-likely", test_each_pair_as_likely);

  return g_test_run ();
}
