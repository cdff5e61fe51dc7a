/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/cap-catalogue.h"

G_BEGIN_DECLS

/* The standards and the routes that come with the program, read once. */
CapCatalogue *cap_catalogue_json_load_default (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
