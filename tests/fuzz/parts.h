/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fuzz/fuzz.h"

G_BEGIN_DECLS

/* A zip of what a text says: “== name”, and what that file holds until the next one. */
GBytes *fuzz_parts_zip (FuzzInput *input) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
