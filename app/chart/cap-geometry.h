/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One coordinate system for the screen and for paper: the origin is the top left corner of the
 * chart, x grows to the right, y grows downwards. The unit is the caller's.
 */
typedef struct
{
  double x;
  double y;
} CapPoint;

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} CapRect;

G_END_DECLS
