/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void     fault_memory_install    (void);
void     fault_memory_arm        (guint    nth,
                                  gboolean lasting);
gboolean fault_memory_is_reached (void);
void     fault_memory_disarm     (void);

G_END_DECLS
