/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CapSeatChips:
 *
 * The codes of those who are expected, by college, with who has voted: to be seen at one glance.
 */
#define CAP_TYPE_SEAT_CHIPS (cap_seat_chips_get_type ())

G_DECLARE_FINAL_TYPE (CapSeatChips, cap_seat_chips, CAP, SEAT_CHIPS, GtkWidget)

void cap_seat_chips_show (CapSeatChips    *self,
                          const GPtrArray *seats);

G_END_DECLS
