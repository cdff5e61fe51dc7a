/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Adds the member "actions". */
void cap_plan_json_add_actions (JsonBuilder     *builder,
                                const GPtrArray *actions);

G_END_DECLS
