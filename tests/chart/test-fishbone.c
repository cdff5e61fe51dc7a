/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/cap-fishbone.h"

#define LINE 10.0

static gboolean
meet (const CapRect *one,
      const CapRect *other)
{
  return one->x < other->x + other->width && other->x < one->x + one->width &&
         one->y < other->y + other->height && other->y < one->y + one->height;
}

static void
assert_inside (const CapRect *rect,
               double         width,
               double         height)
{
  g_assert_cmpfloat (rect->width, >, 0);
  g_assert_cmpfloat (rect->height, >, 0);
  g_assert_cmpfloat (rect->x, >=, 0);
  g_assert_cmpfloat (rect->y, >=, 0);
  g_assert_cmpfloat (rect->x + rect->width, <=, width);
  g_assert_cmpfloat (rect->y + rect->height, <=, height);
}

/* From one branch to eight, on a page and on a narrow screen: all is inside, and no two texts meet. */
static void
test_room (void)
{
  static const double widths[] = { 360, 480, 760 };

  for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
    {
      for (guint n = 1; n <= 8; n++)
        {
          const double height = cap_fishbone_get_height (n, LINE);
          g_autoptr(CapFishbone) fishbone = cap_fishbone_new (n, widths[w], height, LINE);

          g_assert_cmpuint (fishbone->bones->len, ==, n);
          assert_inside (&fishbone->effect, widths[w], height);
          for (guint i = 0; i < n; i++)
            {
              const CapFishboneBone *bone = &g_array_index (fishbone->bones, CapFishboneBone, i);

              assert_inside (&bone->label, widths[w], height);
              assert_inside (&bone->text, widths[w], height);
              g_assert_false (meet (&bone->text, &bone->label));
              g_assert_false (meet (&bone->text, &fishbone->effect));
              for (guint j = 0; j < i; j++)
                {
                  const CapFishboneBone *other = &g_array_index (fishbone->bones, CapFishboneBone, j);

                  g_assert_false (meet (&bone->text, &other->text));
                }
            }
        }
    }
}

/* Bones join the spine, from the tail to the head, above and below in turn. */
static void
test_bones (void)
{
  g_autoptr(CapFishbone) fishbone = cap_fishbone_new (6, 480, 120, LINE);
  double last = 0;

  for (guint i = 0; i < 6; i++)
    {
      const CapFishboneBone *bone = &g_array_index (fishbone->bones, CapFishboneBone, i);

      g_assert_cmpfloat_with_epsilon (bone->joint.y, fishbone->tail.y, 1e-9);
      g_assert_cmpfloat (bone->joint.x, >=, last);
      g_assert_cmpfloat (bone->joint.x, <=, fishbone->head.x);
      g_assert_true (bone->above == (i % 2 == 0));
      g_assert_true ((bone->end.y < bone->joint.y) == bone->above);
      g_assert_cmpfloat (bone->end.x, <, bone->joint.x);
      last = bone->joint.x;
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/fishbone/room", test_room);
  g_test_add_func ("/chart/fishbone/bones", test_bones);

  return g_test_run ();
}
