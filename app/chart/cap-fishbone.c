/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/cap-fishbone.h"

#define EFFECT_SHARE 0.2  /* of the width */
#define LEAN         0.16 /* how far a bone leans back, of its height */
#define GAP          6.0  /* between a bone and its texts */

/* Above and below in turn, from the tail: pairs share a stretch of the spine. */
static CapFishboneBone
place_bone (const CapFishbone *self,
            guint              index,
            guint              n_pairs,
            double             height,
            double             line)
{
  const double stretch = (self->head.x - self->tail.x) / n_pairs;
  const gboolean above = index % 2 == 0;
  const double left = self->tail.x + stretch * (index / 2);
  const double reach = height / 2 - line;
  const double y = above ? line : height - line;
  CapFishboneBone bone = { .above = above };

  bone.joint = (CapPoint) { left + stretch * 0.96, height / 2 };
  bone.end = (CapPoint) { bone.joint.x - reach * LEAN - GAP, y };
  bone.label = (CapRect) { left, above ? 0 : height - line, bone.end.x - left + GAP, line };
  bone.text = (CapRect) { left, above ? line + 2 : height / 2 + 4, bone.end.x - left - GAP, reach - 6 };

  return bone;
}

/**
 * cap_fishbone_new:
 * @n_bones: how many branches of causes there are
 * @width: in any unit
 * @height: see cap_fishbone_get_height()
 * @line: the height of a line of text
 *
 * The texts of two bones never meet: each has its stretch of the spine and its side.
 *
 * Returns: (transfer full): where all goes
 */
CapFishbone *
cap_fishbone_new (guint  n_bones,
                  double width,
                  double height,
                  double line)
{
  CapFishbone *self = g_new0 (CapFishbone, 1);
  const double effect = width * EFFECT_SHARE;
  const guint n_pairs = MAX (1, (n_bones + 1) / 2);

  self->tail = (CapPoint) { 0, height / 2 };
  self->head = (CapPoint) { width - effect - GAP, height / 2 };
  self->effect = (CapRect) { width - effect, 0, effect, height };
  self->bones = g_array_sized_new (FALSE, FALSE, sizeof (CapFishboneBone), n_bones);
  for (guint i = 0; i < n_bones; i++)
    {
      const CapFishboneBone bone = place_bone (self, i, n_pairs, height, line);

      g_array_append_val (self->bones, bone);
    }

  return self;
}

void
cap_fishbone_free (CapFishbone *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->bones);
  g_free (self);
}

/**
 * cap_fishbone_get_height:
 * @most_lines: of text that a bone has beside it
 * @line: the height of a line
 *
 * Returns: the height that a diagram wants
 */
double
cap_fishbone_get_height (guint  most_lines,
                         double line)
{
  return 2 * line * (MAX (most_lines, 2) + 2);
}
