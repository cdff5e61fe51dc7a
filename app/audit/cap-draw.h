/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GArray *cap_draw (guint64 seed,
                  guint64 population,
                  gsize   count) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
