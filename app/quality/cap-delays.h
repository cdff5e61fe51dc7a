/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CapDelays:
 * @n: how many were measured
 * @median: in tenths of a day; nothing when @n is 0
 * @mean: the same, rounded half up
 *
 * How long things took. What came early counts with its sign.
 */
typedef struct
{
  guint n;
  int   median;
  int   mean;
} CapDelays;

CapDelays  cap_delays_measure  (GArray     *days);
void       cap_delays_add      (GArray     *days,
                                const char *from,
                                const char *to);
char      *cap_delays_dup_days (int         tenths) G_GNUC_WARN_UNUSED_RESULT;
char      *cap_delays_dup_late (int         tenths) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
