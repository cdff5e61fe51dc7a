/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-action.h"

G_BEGIN_DECLS

char *cap_plan_csv_write (const GPtrArray *actions) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
