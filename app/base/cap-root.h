/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint64 cap_root_round_up    (guint64 x,
                              guint   numerator,
                              guint   denominator);
guint64 cap_product_round_up (guint64 x,
                              guint   numerator,
                              guint   denominator);

G_END_DECLS
