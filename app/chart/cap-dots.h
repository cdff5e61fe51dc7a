/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/cap-geometry.h"

G_BEGIN_DECLS

/**
 * cap_dots_place:
 * @cell: where the dots go
 * @n_dots: how many
 * @radius: (out): of each of them
 *
 * Places dots side by side in rows that fill a cell from its middle, as large as they can be, up to a
 * quarter of its height.
 *
 * Returns: (transfer full) (element-type CapPoint): their middles
 */
GArray *cap_dots_place (const CapRect *cell,
                        guint          n_dots,
                        double        *radius) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
