/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/cap-geometry.h"

G_BEGIN_DECLS

/**
 * CapFishboneBone:
 * @end: where it leaves, away from the spine
 * @joint: where it joins the spine
 * @label: the room for what it is called, at its end
 * @text: the room for its causes, beside it
 * @above: whether it is above the spine
 */
typedef struct
{
  CapPoint end;
  CapPoint joint;
  CapRect  label;
  CapRect  text;
  gboolean above;
} CapFishboneBone;

/**
 * CapFishbone:
 * @tail: where the spine begins
 * @head: where it ends, at the effect
 * @effect: the room for the effect
 * @bones: (element-type CapFishboneBone): as many as were asked for, one above, one below
 *
 * The geometry of a diagram of causes and effect, as Ishikawa draws it.
 */
typedef struct
{
  CapPoint  tail;
  CapPoint  head;
  CapRect   effect;
  GArray   *bones;
} CapFishbone;

CapFishbone *cap_fishbone_new        (guint        n_bones,
                                      double       width,
                                      double       height,
                                      double       line) G_GNUC_WARN_UNUSED_RESULT;
void         cap_fishbone_free       (CapFishbone *self);
double       cap_fishbone_get_height (guint        most_lines,
                                      double       line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapFishbone, cap_fishbone_free)

G_END_DECLS
